"""Questions that are answered together get the ids that each would get alone, and fail alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, Answered, Progress, TextDelta
from eyebox_models.vision.one_by_one import answer_each, batches
from quick_run import quick
from tiny_models import build_tiny
from vision import FAMILIES, load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision import batches as vision_batches  # noqa: E402
from eyebox_models.vision.model import VisionModel  # noqa: E402

SIZES = ((200, 120), (90, 160), (120, 120), (300, 80), (200, 120))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("batch")
    return {name: build_tiny(name, root / name) for name in FAMILIES}


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    root = tmp_path_factory.mktemp("shots")
    return [write_picture(root / f"{n}.png", *size, seed=n) for n, size in enumerate(SIZES)]


@pytest.fixture
def qwen(folders: dict[str, Path]) -> Iterator[VisionModel]:
    made = load(folders["qwen2_vl"])
    yield made
    made.close()


def questions(shots: Sequence[str], **options: Any) -> list[Ask]:
    chosen = Options(**{"max_new_tokens": 12, **options})
    return [Ask((Message("user", (Picture(path), "What is it?")),), "", chosen) for path in shots]


def together(
    model: Any, asks: Sequence[Ask], stop: Event | None = None
) -> tuple[dict[int, Answered], list[Any]]:
    events: list[Any] = []
    answer_each(model, asks, events.append, stop or Event())
    endings = [event for event in events if isinstance(event, Answered)]
    assert len({ending.index for ending in endings}) == len(endings)
    return {ending.index: ending for ending in endings}, events


@pytest.mark.parametrize("family", quick(FAMILIES, "qwen2_5_vl", "qwen3_5", "internvl"))
def test_a_batch_gives_the_ids_of_one_by_one(folders: dict[str, Path], shots: list[str], family: str) -> None:
    model = load(folders[family])
    asks = questions(shots)
    endings, events = together(model, asks)
    assert sorted(endings) == list(range(len(shots)))
    for index, ask in enumerate(asks):
        model.caches.clear()
        alone = model.answer(ask, lambda _event: None, Event())
        answer = endings[index].answer
        assert answer is not None
        assert (answer.token_ids, answer.text, answer.seen) == (alone.token_ids, alone.text, alone.seen)
        assert (answer.tokens_in, answer.cut) == (alone.tokens_in, alone.cut)
    told = [event.fraction for event in events if isinstance(event, Progress)]
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert not any(isinstance(event, TextDelta) for event in events)
    model.close()


def test_rows_that_end_early_have_no_more_ids(qwen: VisionModel, shots: list[str]) -> None:
    asks = questions(shots, max_new_tokens=16)
    alone = [qwen.answer(ask, lambda _event: None, Event()).token_ids for ask in asks]
    early = alone[0][3]
    qwen.stop_ids = (*qwen.stop_ids, early)
    endings, _ = together(qwen, asks)
    for index, ids in enumerate(alone):
        wanted = ids[: ids.index(early)] if early in ids else ids
        answer = endings[index].answer
        assert answer is not None
        assert answer.token_ids == wanted
        assert answer.cut == (early not in ids)


def test_a_broken_picture_fails_alone(qwen: VisionModel, shots: list[str], tmp_path: Path) -> None:
    broken, missing = tmp_path / "broken.png", tmp_path / "missing.png"
    broken.write_bytes(Path(shots[0]).read_bytes()[:300])
    asks = questions([shots[0], str(broken), shots[1], str(missing)])
    endings, _ = together(qwen, asks)
    assert [endings[index].answer is not None for index in range(4)] == [True, False, True, False]
    for index in (1, 3):
        assert endings[index].message.endswith(".")


def test_a_batch_too_large_for_memory_is_halved(
    qwen: VisionModel, shots: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = questions(shots)
    wanted = {index: e.answer.token_ids for index, e in together(qwen, asks)[0].items() if e.answer}
    true, rows = vision_batches.generate, []

    def generate(model: Any, call: Any, device: str) -> Any:
        rows.append(len(call.ids))
        if len(call.ids) > 2:
            raise torch.OutOfMemoryError("out of memory")
        return true(model, call, device)

    monkeypatch.setattr(vision_batches, "generate", generate)
    endings, _ = together(qwen, asks)
    assert rows[0] == len(asks)
    assert {index: e.answer.token_ids for index, e in endings.items() if e.answer} == wanted


def test_a_stop_ends_all_and_keeps_what_was_answered(qwen: VisionModel, shots: list[str]) -> None:
    stop = Event()
    asks = questions(shots, temperature=1.0, seed=1)
    events: list[Any] = []

    def emit(event: Any) -> None:
        events.append(event)
        if isinstance(event, Answered):
            stop.set()

    answer_each(qwen, asks, emit, stop)
    assert sum(isinstance(event, Answered) for event in events) == 1
    assert together(qwen, questions(shots), stop)[0] == {}


def test_penalties_see_no_padding(qwen: VisionModel, shots: list[str]) -> None:
    asks = questions(shots, repetition_penalty=3.0)
    endings, _ = together(qwen, asks)
    for index, ask in enumerate(asks):
        answer = endings[index].answer
        assert answer is not None
        assert answer.token_ids == qwen.answer(ask, lambda _event: None, Event()).token_ids


def test_drawn_answers_are_those_of_their_seed(qwen: VisionModel, shots: list[str]) -> None:
    asks = questions(shots[:3], temperature=1.0, seed=3)
    endings, _ = together(qwen, asks)
    for index, ask in enumerate(asks):
        answer = endings[index].answer
        assert answer is not None
        assert answer.token_ids == qwen.answer(ask, lambda _event: None, Event()).token_ids


class Plain:
    """A model without batches."""

    def answer(self, ask: Ask, emit: Any, stop: Event) -> Answer:
        emit(TextDelta(0, "piece"))
        if ask.question == "bad":
            raise EyeboxError("bad", "It is bad.", detail="why")
        if ask.question == "bug":
            raise RuntimeError("a bug")
        return Answer(0, ask.question)

    def close(self) -> None: ...


def test_a_model_without_batches_answers_one_by_one() -> None:
    base = Ask((Message("user", ("good",)),))
    asks = [replace(base, messages=(Message("user", (word,)),)) for word in ("good", "bad", "bug", "fine")]
    endings, events = together(Plain(), asks)
    assert [endings[n].answer and endings[n].answer.text for n in range(4)] == ["good", None, None, "fine"]  # type: ignore[union-attr]
    assert (endings[1].message, endings[1].detail) == ("It is bad.", "why")
    assert "a bug" in endings[2].message
    assert not any(isinstance(event, TextDelta) for event in events)


def test_groups_are_of_like_length_within_bounds() -> None:
    lengths = [(100, 10), (900, 10), (110, 10), (905, 10), (105, 10)]
    assert batches(lengths, 2000, 8) == [[3, 1], [2, 4, 0]] or batches(lengths, 2000, 8)[0] == [3, 1]
    assert all(len(group) <= 2 for group in batches(lengths, 10_000, 2))
    assert sorted(n for group in batches(lengths, 1, 8) for n in group) == [0, 1, 2, 3, 4]
