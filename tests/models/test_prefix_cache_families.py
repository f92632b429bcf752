"""How much of a chat is taken over, to the id, in every family; and each answer is that of a full prefill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answer, TextDelta
from quick_run import quick
from tiny_models import build_tiny
from vision import load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision.features import KnownPictures  # noqa: E402
from eyebox_models.vision.model import VisionModel  # noqa: E402
from eyebox_models.vision.tokens import Tokens  # noqa: E402

FAMILIES = (
    "qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_vl_moe", "qwen3_5", "qwen3_5_moe", "internvl", "internvl_qwen3",
    "internvl_llama",
)  # fmt: skip
FEW = ("qwen2_5_vl", "qwen3_5", "internvl")
"""Positions in three directions, a cache that can't be cut, positions in a row; the others share their code."""
NEW = 10


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Picture, Picture]:
    root = tmp_path_factory.mktemp("shots")
    return (
        Picture(write_picture(root / "a.png", 200, 120, seed=1)),
        Picture(write_picture(root / "b.png", 200, 120, seed=2)),
    )


@pytest.fixture(scope="module", params=quick(FAMILIES, *FEW))
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[VisionModel]:
    folder: Path = tmp_path_factory.mktemp("kept") / request.param
    made = load(build_tiny(request.param, folder))
    placeholders = Tokens.of(
        made.parts
    ).placeholder_ids  # an answer with one of these is split into tokens anew
    made.parts.model.generation_config.suppress_tokens = sorted(placeholders)
    yield made
    made.close()


@pytest.fixture
def model(loaded: VisionModel) -> VisionModel:
    loaded.caches.clear()
    return loaded


def user(*parts: str | Picture) -> Message:
    return Message("user", parts)


def said(answer: Answer) -> Message:
    return Message("assistant", (answer.text,), answer.token_ids)


def question(messages: Sequence[Message], new: int = NEW, **options: Any) -> Ask:
    return Ask(tuple(messages), "", Options(max_new_tokens=new, **options))


def check(model: VisionModel, *messages: Message, new: int = NEW) -> Answer:
    """The answer of a chat, when a full prefill gives the same."""
    ask = question(messages, new)
    answer = model.answer(ask, lambda _event: None, Event())
    entries, model.caches._entries = model.caches._entries, []
    known, model.known = model.known, KnownPictures(0, on_disk=False)
    anew = model.answer(ask, lambda _event: None, Event())
    model.caches._entries, model.known = entries, known
    assert anew.tokens_reused == 0
    assert answer.token_ids == anew.token_ids
    assert answer.token_ids
    return answer


def fed(answer: Answer, *, whole: bool = False) -> int:
    """How many ids the cache holds after an answer: its last one was not fed, unless an end token came behind it."""
    return answer.tokens_in + answer.tokens_out - (0 if whole else 1)


def alike(model: VisionModel, one: Sequence[Message], other: Sequence[Message]) -> int:
    """How many ids two chats' prompts have in common; a picture that differs ends it."""
    a, b = (model.family.prompt(model.parts, question(messages)) for messages in (one, other))
    same = 0
    while same < min(len(a.ids), len(b.ids)) and a.ids[same] == b.ids[same]:
        same += 1
    for mine, others in zip(a.spans, b.spans, strict=False):
        if mine.shown.key != others.shown.key:
            same = min(same, mine.start)
    return same


def test_later_turns_compute_only_what_is_new(model: VisionModel, shots: tuple[Picture, Picture]) -> None:
    chat = [user(shots[0], "What is it?")]
    first = check(model, *chat)
    assert first.tokens_reused == 0
    chat += [said(first), user("图里有什么？")]
    second = check(model, *chat)
    assert second.tokens_reused == fed(first, whole=not first.cut)
    chat += [said(second), user("And here?", shots[1])]
    third = check(model, *chat)
    assert third.tokens_reused == fed(second, whole=not second.cut)
    chat += [said(third), user("Both?")]
    assert check(model, *chat).tokens_reused == fed(third, whole=not third.cut)


def test_chats_about_different_pictures_in_turn(model: VisionModel, shots: tuple[Picture, Picture]) -> None:
    """The pictures are of one size, so that the ids of both prompts are alike."""
    chats = [[user(shot, "What is it?")] for shot in shots]
    last: list[Answer | None] = [None, None]
    for _ in range(3):
        for number, chat in enumerate(chats):
            answer = check(model, *chat)
            before = last[number]
            if before is not None:
                assert answer.tokens_reused == fed(before, whole=not before.cut)
            elif number and model.family.can_crop:
                assert answer.tokens_reused == alike(model, chats[0][:1], chat)
            last[number] = answer
            chat += [said(answer), user("And what else?")]


def test_an_edit_keeps_what_is_before_it(model: VisionModel, shots: tuple[Picture, Picture]) -> None:
    chat = [user(shots[0], "What is it?")]
    first = check(model, *chat)
    chat += [said(first), user("Where is the red square?")]
    second = check(model, *chat)
    edited = [*chat[:-1], user("Find the blue circle.")]
    answer = check(model, *edited)
    whole = alike(model, edited, chat)
    assert answer.tokens_reused == (whole if model.family.can_crop else fed(first, whole=not first.cut))
    chat += [said(second), user("And now?")]
    assert check(model, *chat).tokens_reused == fed(second, whole=not second.cut)


def test_a_new_answer_computes_the_last_id_again(model: VisionModel, shots: tuple[Picture, Picture]) -> None:
    chat = [user(shots[0], "What is it?")]
    first = check(model, *chat)
    again = check(model, *chat)
    assert again.token_ids == first.token_ids
    assert again.tokens_reused == (first.tokens_in - 1 if model.family.can_crop else 0)
    chat += [said(first), user("Where?")]
    second = check(model, *chat)
    again = check(model, *chat)
    reused = second.tokens_in - 1 if model.family.can_crop else fed(first, whole=not first.cut)
    assert (again.token_ids, again.tokens_reused) == (second.token_ids, reused)


def test_another_picture_in_the_first_turn_takes_over_nothing_of_it(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    one, another = ([user(shot, "What is it?")] for shot in shots)
    first, other = check(model, *one), check(model, *another)
    assert other.token_ids != first.token_ids
    assert other.tokens_reused == (alike(model, one, another) if model.family.can_crop else 0)
    assert other.tokens_reused < first.tokens_in - first.seen[0].visual_tokens


def test_a_stop_ends_at_the_next_token_and_the_chat_goes_on(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    chat = [user(shots[0], "What is it?")]
    whole = model.answer(question(chat, 40), lambda _event: None, Event())
    model.caches.clear()
    stop, seen = Event(), []

    def emit(event: Any) -> None:
        if isinstance(event, TextDelta):
            seen.append(event.text)
            if len(seen) == 3:
                stop.set()

    stopped = model.answer(question(chat, 40), emit, stop)
    assert 0 < stopped.tokens_out < whole.tokens_out
    assert stopped.token_ids == whole.token_ids[: stopped.tokens_out]
    assert not stopped.cut
    chat += [said(stopped), user("Go on.")]
    assert check(model, *chat).tokens_reused == fed(stopped)


def test_a_fault_in_the_middle_leaves_other_chats_whole(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    chat = [user(shots[0], "What is it?")]
    first = check(model, *chat)
    chat += [said(first), user("Where?")]

    def emit(event: Any) -> None:
        if isinstance(event, TextDelta):
            raise KeyError("a fault")

    with pytest.raises(KeyError):
        model.answer(question([user(shots[1], "Another chat.")]), emit, Event())
    assert check(model, *chat).tokens_reused == fed(first, whole=not first.cut)
    with pytest.raises(KeyError):
        model.answer(question([*chat[:-1], user("Who?")]), emit, Event())
    check(model, *chat)
