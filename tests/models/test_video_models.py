"""Each family that knows videos is given the ids and answers as transformers' own processor and `generate` have it."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.files.document_page import frame_path
from eyebox_models.protocol.ask import Ask, Message, Options, Picture

pytest.importorskip("torch")
pytest.importorskip("transformers")

from clips import decoded, write_clip
from references import Reference
from tiny_models import build_tiny
from vision import FAMILIES, Chat, load, write_picture

TIMES = (0.0, 0.5, 1.0, 1.5, 2.0)
QUESTION = "What is in the picture?"


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_clip(tmp_path_factory.mktemp("clips") / "a clip 视频.mp4", 25)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("models")
    return {name: build_tiny(name, root / name) for name in FAMILIES}


def frames(clip: str, times: tuple[float, ...] = TIMES) -> tuple[Picture, ...]:
    return tuple(Picture(frame_path(clip, time), in_video=True) for time in times)


def by_transformers(folder: Path, clip: str, times: tuple[float, ...], text: str, rate: float = 10.0) -> Any:
    """Its model, and what its processor makes of the frames of a clip and a question."""
    from transformers.video_utils import VideoMetadata

    reference = Reference(folder)
    chat = [{"role": "user", "content": [{"type": "video"}, {"type": "text", "text": text}]}]
    written = reference.processor.apply_chat_template(chat, add_generation_prompt=True)
    all_frames = decoded(clip)
    numbers = [round(time * rate) for time in times]
    told = VideoMetadata(total_num_frames=len(all_frames), fps=rate, frames_indices=numbers)
    inputs = reference.processor(
        text=[written],
        videos=[[all_frames[number] for number in numbers]],
        video_metadata=[told],
        do_sample_frames=False,
        return_tensors="pt",
    )
    return reference.model, inputs


@pytest.mark.parametrize("name", FAMILIES)
def test_ids_pixels_and_answer_are_those_of_transformers(name: str, tiny: dict[str, Path], clip: str) -> None:
    import torch

    model, inputs = by_transformers(tiny[name], clip, TIMES, QUESTION)
    with torch.no_grad():
        made = model.generate(**inputs, max_new_tokens=8, do_sample=False, repetition_penalty=1.05)
    expected = made[0, inputs["input_ids"].shape[1] :].tolist()

    own = load(tiny[name])
    ask = Ask((Message("user", (*frames(clip), QUESTION)),), options=Options(max_new_tokens=8))
    prompt = own.family.prompt(own.parts, ask)
    assert list(prompt.ids) == inputs["input_ids"][0].tolist()
    pixels = own.family.pixels(own.parts, [span.shown for span in prompt.spans])
    kind = "pixel_values" if name == "internvl" else "pixel_values_videos"
    assert torch.equal(pixels[kind], inputs[kind])
    answer = own.answer(ask, lambda _event: None, Event())
    ended = answer.token_ids + own.stop_ids
    assert list(answer.token_ids) == expected[: len(answer.token_ids)] and expected[-1] in ended
    assert answer.seen[-1].times[-1] == TIMES[-1]
    assert [frame for seen in answer.seen for frame in seen.frames] == [0, 1, 2, 3, 4]


@pytest.mark.thorough
@pytest.mark.parametrize("name", FAMILIES)
def test_kept_caches_and_features_change_nothing(name: str, tiny: dict[str, Path], clip: str) -> None:
    chat = Chat(load(tiny[name]))
    first = chat.say(*frames(clip), QUESTION)
    second = chat.say("And then?")
    assert second.tokens_reused >= first.tokens_in
    assert second.token_ids == chat.afresh().token_ids
    # as many frames, which are shown as large, with the same beginning: a cache may end between two steps, and what was looked
    # at is known
    other = Chat(chat.model)
    alike = other.say(*frames(clip, (*TIMES[:4], 2.4)), QUESTION)
    assert alike.pictures_known > 0 or alike.tokens_reused > 0
    assert alike.token_ids == other.afresh().token_ids


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["qwen2_5_vl", "qwen3_vl", "internvl"])
def test_batches_beams_and_pictures_beside_a_video(
    name: str, tiny: dict[str, Path], clip: str, tmp_path: Path
) -> None:
    from eyebox_models.protocol.events import Answered

    picture = Picture(write_picture(tmp_path / "a.png", 120, 90))
    model, options = load(tiny[name]), Options(max_new_tokens=6)
    asks = [
        Ask((Message("user", (*parts, QUESTION)),), options=options)
        for parts in (frames(clip), (picture, *frames(clip, TIMES[:2])), (picture,))
    ]
    alone = [model.answer(ask, lambda _event: None, Event()).token_ids for ask in asks]
    together: dict[int, tuple[int, ...]] = {}

    def take(event: object) -> None:
        if isinstance(event, Answered) and event.answer is not None:
            together[event.index] = event.answer.token_ids

    model.answer_each(asks, take, Event())
    assert [together[at] for at in range(len(asks))] == alone
    theirs, inputs = by_transformers(tiny[name], clip, TIMES, QUESTION)
    made = theirs.generate(**inputs, max_new_tokens=6, do_sample=False, num_beams=2, repetition_penalty=1.05)
    searched = model.answer(
        Ask(asks[0].messages, options=Options(max_new_tokens=6, num_beams=2)), lambda _event: None, Event()
    )
    assert (
        list(searched.token_ids)
        == made[0, inputs["input_ids"].shape[1] :].tolist()[: len(searched.token_ids)]
    )


def test_a_size_that_changes_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eyebox_models.protocol.errors import EyeboxError
    from eyebox_models.protocol.pixels import PictureFacts
    from eyebox_models.vision import videos

    sizes = iter([PictureFacts(160, 120, "a"), PictureFacts(320, 240, "b")])
    monkeypatch.setattr(videos, "facts", lambda *_of: next(sizes))
    with pytest.raises(EyeboxError, match=r"clip\.mp4 changes its size: choose frames of one size"):
        videos.frames_of(frames(str(tmp_path / "clip.mp4"), (0.0, 1.0)), 0)
