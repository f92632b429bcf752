"""Features of pictures in place of their pixels: in every family the same ids, without the tower and without the picture."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, Answered
from quick_run import quick
from tiny_lora import randomly
from tiny_models import BUILDERS, build_tiny
from tiny_originals import CHAT
from vision import load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision import feature_cache, features  # noqa: E402
from eyebox_models.vision.features import KnownPictures  # noqa: E402
from eyebox_models.vision.model import VisionModel  # noqa: E402
from internvl_originals import INTERNLM2  # noqa: E402
from originals import DATA  # noqa: E402

NEW = 64
AUTO = ("llava", "smolvlm", "gemma3")
ORIGINALS = {"qwen_vl": CHAT, "internvl_chat": DATA / INTERNLM2}
FEW = ("qwen2_5_vl", "qwen3_vl", "internvl", "smolvlm", "qwen_vl", "internvl_chat")
"""One for each way in which features are taken: with positions of their own, with deep ones, in tiles, by the processor."""


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Picture, Picture]:
    root = tmp_path_factory.mktemp("shots")
    return (
        Picture(write_picture(root / "a.png", 200, 120, seed=1)),
        Picture(write_picture(root / "b.png", 120, 160, seed=2)),
    )


def loaded(name: str, root: Path) -> VisionModel:
    model = load(ORIGINALS[name] if name in ORIGINALS else build_tiny(name, root / name))
    model.parts.model.generation_config.eos_token_id = None
    model.stop_ids = (10_000,)
    return model


@pytest.fixture(scope="module", params=quick([*BUILDERS, *ORIGINALS], *FEW))
def each(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[VisionModel]:
    model = loaded(request.param, tmp_path_factory.mktemp("each"))
    yield model
    model.close()


@pytest.fixture(scope="module")
def qwen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VisionModel]:
    model = loaded("qwen3_vl", tmp_path_factory.mktemp("qwen"))
    yield model
    model.close()


def settle(model: VisionModel, known: KnownPictures | None = None) -> None:
    """Nothing of chats is kept, and of pictures only what is on disk (or what is given)."""
    feature_cache.finish_writing(20)
    model.caches.clear()
    model.known = known or KnownPictures()


def ask(model: VisionModel, *messages: Message, **options: Any) -> Answer:
    return model.answer(
        Ask(messages, "", Options(**{"max_new_tokens": NEW} | options)), lambda _: None, Event()
    )


def two_turns(model: VisionModel, shots: tuple[Picture, Picture]) -> list[Answer]:
    """A question about a picture, and one about another one in the same chat."""
    first = Message("user", (shots[0], "What is it?"))
    answer = ask(model, first)
    said = Message("assistant", (answer.text,), answer.token_ids)
    return [answer, ask(model, first, said, Message("user", (shots[1], "And this?")))]


def never(*_given: Any, **_more: Any) -> Any:
    raise AssertionError("nothing is to be computed")


def test_a_known_picture_gives_the_same_ids(
    each: VisionModel, shots: tuple[Picture, Picture], monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(each, KnownPictures(0, on_disk=False))
    plain = two_turns(each, shots)
    settle(each)
    cold = two_turns(each, shots)
    settle(each)
    auto = each.family.name == "auto"
    monkeypatch.setattr(features, "compute_features", never)
    if not auto:
        monkeypatch.setattr(type(each.family), "pixels", never)
    warm = two_turns(each, shots)
    assert (
        [one.token_ids for one in cold] == [one.token_ids for one in warm] == [one.token_ids for one in plain]
    )
    assert len(plain[0].token_ids) == len(plain[1].token_ids) == NEW
    assert [one.pictures_known for one in (*plain, cold[0], warm[0])] == [0, 0, 0, 1]
    assert warm[1].pictures_known == cold[1].pictures_known + (2 if auto else 1)
    settle(each, each.known)
    monkeypatch.setattr(feature_cache, "read", never)
    assert two_turns(each, shots)[1].token_ids == plain[1].token_ids, "from memory"


def test_beams_and_batches_take_features_too(
    qwen: VisionModel, shots: tuple[Picture, Picture], monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = [
        Message("user", (shots[n % 2], *(shots if n == 2 else ()), f"What is it? {n}")) for n in range(4)
    ]
    alone = [ask(qwen, one, max_new_tokens=6).token_ids for one in questions]
    beams = ask(qwen, questions[2], max_new_tokens=6, num_beams=3).token_ids
    monkeypatch.setattr(features, "compute_features", never)
    settle(qwen)
    assert ask(qwen, questions[2], max_new_tokens=6, num_beams=3).token_ids == beams
    events: list[Any] = []
    qwen.answer_each(
        [Ask((one,), "", Options(max_new_tokens=6)) for one in questions], events.append, Event()
    )
    answers = {one.index: one.answer for one in events if isinstance(one, Answered)}
    assert [answers[n].token_ids for n in range(4)] == alone
    assert [answers[n].pictures_known for n in range(4)] == [1, 1, 3, 1]


def test_other_pixels_another_tower_another_size_are_not_known(
    qwen: VisionModel, shots: tuple[Picture, Picture], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def known(shot: Picture, **options: Any) -> int:
        settle(qwen)
        return ask(qwen, Message("user", (shot, "What?")), max_new_tokens=1, **options).pictures_known

    copied = tmp_path / "copied.png"
    copied.write_bytes(Path(shots[0].path).read_bytes())
    assert known(shots[0]) == 0
    assert known(Picture(str(copied))) == 1, "the same bytes elsewhere"
    turned, part = replace(shots[0], turns=1), replace(shots[0], part=(0, 0, 90, 90))
    assert [known(one) for one in (turned, part, turned, part)] == [0, 0, 1, 1]
    assert known(shots[0], max_pixels=10_000) == 0
    write_picture(copied, 200, 120, seed=3)
    assert known(Picture(str(copied))) == 0
    layers = [(".visual.blocks.0.attn.proj", 1), (".language_model.layers.0.self_attn.o_proj", 0)]
    for name, fresh in layers:
        module = qwen.parts.model.get_submodule(f"model{name}")
        shape = (module.out_features, module.in_features)
        adapter = randomly({f"model{name}": shape}, tmp_path / name)
        assert known(shots[0], adapter=str(adapter)) == 1 - fresh, name
        assert known(shots[0], adapter=str(adapter)) == 1, name
    assert known(shots[0]) == 1
    prints = {features._print(qwen.parts)}
    weight = qwen.parts.model.model.visual.merger.linear_fc2.weight
    with torch.no_grad():
        weight[-1, -1] += 0.001
        prints.add(features._print(qwen.parts))
        weight[-1, -1] -= 0.001
    monkeypatch.setattr(
        qwen.parts, "checkpoint", replace(qwen.parts.checkpoint, processor={"image_mean": [0.1]})
    )
    prints.add(features._print(qwen.parts))
    monkeypatch.setattr(qwen.parts, "precision", "bf16")
    prints.add(features._print(qwen.parts))
    assert len(prints) == 4


def test_a_damaged_entry_is_computed_anew(qwen: VisionModel, shots: tuple[Picture, Picture]) -> None:
    question = Message("user", (shots[1], "What?"))
    settle(qwen)
    answer = ask(qwen, question, max_new_tokens=4)
    settle(qwen)
    (entry,) = feature_cache._folder().iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-7])
    again = ask(qwen, question, max_new_tokens=4)
    settle(qwen)
    assert (again.token_ids, again.pictures_known) == (answer.token_ids, 0)
    assert entry.read_bytes() == whole, "and written again"
    assert ask(qwen, question, max_new_tokens=4).pictures_known == 1


def test_what_was_looked_at_is_kept_though_the_answer_was_stopped(
    qwen: VisionModel, shots: tuple[Picture, Picture], monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = Event()
    settle(qwen)
    compute = features.compute_features

    def stopped(*given: Any) -> Any:
        made = compute(*given)
        stop.set()
        return made

    question = Message("user", (shots[0], "What?"))
    with monkeypatch.context() as patched:
        patched.setattr(features, "compute_features", stopped)
        assert (
            qwen.answer(Ask((question,), "", Options(max_new_tokens=4)), lambda _: None, stop).token_ids == ()
        )
    settle(qwen)
    assert ask(qwen, question, max_new_tokens=4).pictures_known == 1


def test_a_tower_that_gives_something_else_is_shown_pixels(
    qwen: VisionModel, shots: tuple[Picture, Picture], monkeypatch: pytest.MonkeyPatch
) -> None:
    question = Message("user", (shots[0], "What?"))
    settle(qwen)
    answer = ask(qwen, question, max_new_tokens=4)
    for name, value in (("features_of", lambda _output: None), ("takes_features", lambda _model: False)):
        settle(qwen, KnownPictures(0, on_disk=False))
        del qwen.parts.extra["tower"]
        with monkeypatch.context() as patched:
            patched.setattr(features, name, value)
            found = [ask(qwen, question, max_new_tokens=4) for _ in range(2)]
        assert [(one.token_ids, one.pictures_known) for one in found] == [(answer.token_ids, 0)] * 2
    del qwen.parts.extra["tower"]


def test_how_fast_a_known_picture_was_says_nothing_of_a_new_one(
    qwen: VisionModel, shots: tuple[Picture, Picture], monkeypatch: pytest.MonkeyPatch
) -> None:
    from eyebox_models.fit import speeds

    measured: list[Any] = []
    monkeypatch.setattr(speeds, "remember", lambda _precision, speed, *_more: measured.append(speed.prompts))
    for _ in range(2):
        settle(qwen)
        ask(qwen, Message("user", (*shots, *shots, "What?")), max_new_tokens=40)
    assert [len(prompts) for prompts in measured] == [1, 0]


def test_memory_is_bounded_and_a_picture_that_is_gone_is_said(
    qwen: VisionModel, shots: tuple[Picture, Picture], tmp_path: Path
) -> None:
    settle(qwen, KnownPictures(on_disk=False))
    size = 0
    for shot in shots:
        ask(qwen, Message("user", (shot, "What?")), max_new_tokens=1)
        size = max(size, sum(one.bytes for one in qwen.known._kept.values()))
    assert len(qwen.known._kept) == 2
    settle(qwen, KnownPictures(size - 1, on_disk=False))
    for shot in shots:
        ask(qwen, Message("user", (shot, "What?")), max_new_tokens=1)
    assert len(qwen.known._kept) == 1
    assert feature_cache.used_bytes() == 0
    with pytest.raises(EyeboxError):
        ask(qwen, Message("user", (Picture(str(tmp_path / "gone.png")), "What?")))


@pytest.mark.thorough
def test_another_program_knows_what_one_saw_that_ended_at_once(
    shots: tuple[Picture, Picture], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build_tiny("qwen2_5_vl", tmp_path / "tiny")
    command = [
        sys.executable, "-m", "eyebox", "ask", "--model", str(folder), "--precision", "fp32", "--device", "cpu",
        "--max-new-tokens", "4", "--json", "-p", "What is it?", shots[0].path,
    ]  # fmt: skip
    ends = []
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, check=True, timeout=300)
        ends.append(json.loads(done.stdout.splitlines()[-1]))
    assert [end.get("pictures_known") for end in ends] == [None, 1]
    assert ends[0]["token_ids"] == ends[1]["token_ids"]
