"""What is kept of a chat between its turns: nothing is computed twice, and the ids are those of a full prefill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eyebox_models.protocol.ask import Message, Options, Picture
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.prefix_cache import PrefixCaches, common
from eyebox_models.vision.prompt import Prompt, PromptImage, Span
from quick_run import quick
from tiny_models import build_tiny
from vision import FAMILIES, Chat, load, write_picture

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from eyebox_models.vision.model import VisionModel  # noqa: E402


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("kept")
    return {name: build_tiny(name, root / name) for name in FAMILIES}


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Picture, Picture]:
    root = tmp_path_factory.mktemp("shots")
    return (
        Picture(write_picture(root / "a.png", 200, 120, seed=1)),
        Picture(write_picture(root / "b.png", 90, 160, seed=2)),
    )


@pytest.fixture(scope="module", params=quick(FAMILIES, "qwen2_5_vl", "qwen3_5", "internvl"))
def loaded(request: pytest.FixtureRequest, folders: dict[str, Path]) -> Iterator[VisionModel]:
    made = load(folders[request.param])
    yield made
    made.close()


@pytest.fixture
def model(loaded: VisionModel) -> VisionModel:
    loaded.caches.clear()
    return loaded


def test_a_second_turn_takes_over_picture_and_history(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    chat = Chat(model)
    first = chat.say(shots[0], "What is in the picture?")
    second = chat.say("图里有什么？")
    assert second.tokens_reused >= first.tokens_in + first.tokens_out - 1
    assert second.token_ids == chat.afresh().token_ids
    third = chat.say("And?")
    assert third.tokens_reused >= second.tokens_in + second.tokens_out - 1
    assert third.token_ids == chat.afresh().token_ids


UNITS = {"qwen2_vl": 28, "qwen2_5_vl": 28, "qwen3_vl": 32, "qwen3_5": 32}


def test_a_picture_of_1280_visual_tokens_is_neither_encoded_nor_computed_again(
    model: VisionModel, tmp_path: Path
) -> None:
    unit = UNITS.get(model.family.name, 28)
    shot = Picture(write_picture(tmp_path / "large.png", 40 * unit, 32 * unit))
    chat = Chat(model, Options(max_new_tokens=8, max_pixels=1280 * unit**2, max_tiles=12))
    first = chat.say(shot, "What is in the picture?")
    if model.family.name in UNITS:
        assert first.seen[0].visual_tokens == 1280
    second = chat.say("Where is the red square?")
    assert second.tokens_reused >= first.tokens_in + first.tokens_out - 1
    assert second.token_ids == chat.afresh().token_ids


def test_two_chats_about_different_pictures_in_turn(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    chats = [Chat(model), Chat(model)]
    for question in ("What is it?", "Where?", "图里有什么？"):
        for chat, shot in zip(chats, shots, strict=True):
            before = bool(chat.messages)
            answer = chat.say(question) if before else chat.say(shot, question)
            assert answer.token_ids == chat.afresh().token_ids
            if before:
                assert answer.tokens_reused > 20


def test_an_edit_a_new_answer_and_a_new_picture(model: VisionModel, shots: tuple[Picture, Picture]) -> None:
    chat = Chat(model)
    chat.say(shots[0], "What is it?")
    chat.say("Where is the red square?")
    again = chat.again()
    assert again.token_ids == chat.afresh().token_ids
    del chat.messages[2:]
    edited = chat.say("Find the blue circle.")
    assert edited.token_ids == chat.afresh().token_ids
    assert edited.tokens_reused > 10
    other = chat.say(shots[1], "And in this one?")
    assert other.tokens_reused > edited.tokens_in
    assert other.token_ids == chat.afresh().token_ids
    chat.messages[0] = Message("user", (shots[1], "What is it?"))
    chat.messages[1:] = []
    swapped = chat.ask()
    chat.messages.append(Message("assistant", (swapped.text,), swapped.token_ids))
    assert swapped.token_ids == chat.afresh().token_ids


def test_a_stopped_answer_is_gone_on_from(model: VisionModel, shots: tuple[Picture, Picture]) -> None:
    chat = Chat(model, Options(max_new_tokens=30))
    stopped = chat.say(shots[0], "What is it?", stop_after=4)
    assert stopped.tokens_out < 30
    chat.options = Options(max_new_tokens=8)
    answer = chat.say("Go on.")
    assert answer.tokens_reused >= stopped.tokens_in
    assert answer.token_ids == chat.afresh().token_ids


def test_a_stop_before_the_first_word_harms_no_chat(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    chat = Chat(model)
    first = chat.say(shots[0], "What is it?")
    nothing = chat.say("Where?", stop_after=0)
    assert nothing.token_ids == ()
    del chat.messages[2:]
    answer = chat.say("图里有什么？")
    assert answer.tokens_reused >= first.tokens_in
    assert answer.token_ids == chat.afresh().token_ids


def test_the_penalty_of_repetition_sees_the_whole_chat(
    folders: dict[str, Path], shots: tuple[Picture, Picture]
) -> None:
    model = load(folders["qwen2_vl"])
    chat = Chat(model, Options(max_new_tokens=8, repetition_penalty=5.0))
    chat.say(shots[0], "What is it?")
    assert chat.say("Where?").token_ids == chat.afresh().token_ids
    model.close()


def test_beams_take_over_nothing_and_leave_what_is_kept(
    folders: dict[str, Path], shots: tuple[Picture, Picture]
) -> None:
    model = load(folders["qwen2_5_vl"])
    chat = Chat(model)
    chat.say(shots[0], "What is it?")
    chat.options = Options(max_new_tokens=8, num_beams=3)
    assert chat.say("Where?").tokens_reused == 0
    chat.options = Options(max_new_tokens=8)
    answer = chat.say("And?")
    assert answer.tokens_reused > 10
    assert answer.token_ids == chat.afresh().token_ids
    model.close()


def test_the_least_recently_used_goes_first(folders: dict[str, Path], shots: tuple[Picture, Picture]) -> None:
    model = load(folders["qwen2_vl"])
    one, other = Chat(model), Chat(model)
    one.say(shots[0], "What is it?")
    size = model.caches.bytes
    layers = model.caches._entries[0].cache.layers
    assert size == sum(t.numel() * t.element_size() for layer in layers for t in (layer.keys, layer.values))
    one.options = other.options = Options(max_new_tokens=8, cache_bytes=int(1.4 * size))
    other.say(shots[1], "What is it?")
    assert len(model.caches) == 1
    assert model.caches.bytes <= 1.4 * size
    assert one.say("Where?").tokens_reused < 60 < one.ask().tokens_in
    model.close()


def picture(start: int, end: int, key: str) -> Span:
    return Span(start, end, PromptImage(0, "", key, ImageInfo(0, 1, 1, (1, 1)), (1,)))


def test_the_common_prefix_minds_pictures_and_leaves_an_id() -> None:
    ids = tuple(range(10))
    red, blue = picture(2, 6, "red"), picture(2, 6, "blue")
    assert common(Prompt(ids, (red,)), ids, (red,)) == 9
    assert common(Prompt(ids, (red,)), ids[:8], (red,)) == 8
    assert common(Prompt(ids, (red,)), ids, (blue,)) == 2
    assert common(Prompt(ids, (red,)), ids[:4], ()) == 2
    assert common(Prompt((*ids[:4], 90, 91)), ids, (red,)) == 2
    assert common(Prompt((7, 8)), ids, ()) == 0


def test_caches_of_another_group_are_left_alone() -> None:
    caches = PrefixCaches(lambda: transformers.DynamicCache(), 1 << 20)
    prompt = Prompt(tuple(range(6)))
    lease = caches.lease(prompt, "short")
    lease.cache.update(torch.zeros(1, 1, 6, 4), torch.zeros(1, 1, 6, 4), 0)
    caches.keep(lease, prompt, (*prompt.ids, 9))
    longer = Prompt((*prompt.ids, 9, 10))
    assert caches.lease(longer, "long").reused == 0
    assert caches.lease(longer, "short").reused == 6
