"""Batches of every family beside one by one, and what goes wrong in the middle of one: no question ends twice or never."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, Answered
from eyebox_models.vision.one_by_one import answer_each
from quick_run import quick
from tiny_models import build_tiny
from vision import load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision import batches as module  # noqa: E402
from eyebox_models.vision import model as one_alone  # noqa: E402
from eyebox_models.vision.model import VisionModel  # noqa: E402
from eyebox_models.vision.stream import AnswerStream  # noqa: E402

FAMILIES = ("qwen3_vl_moe", "qwen3_5", "qwen3_5_moe", "internvl_qwen3", "internvl_llama", "llava")
SIZES = ((200, 120), (90, 160), (60, 60), (300, 200))
QUESTIONS = ("What?", "Describe all that you can see, 图里有什么？")
NEW = 12


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("batch")


@pytest.fixture(scope="module")
def shots(root: Path) -> list[str]:
    return [write_picture(root / f"{n}.png", *size, seed=n) for n, size in enumerate(SIZES)]


@pytest.fixture(scope="module")
def qwen(root: Path) -> Iterator[VisionModel]:
    made = load(build_tiny("qwen2_vl", root / "qwen2_vl"))
    yield made
    made.close()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each call of `generate` had."""
    rows: list[int] = []
    true = module.generate

    def generate(model: Any, call: Any, device: str) -> Any:
        rows.append(len(call.ids))
        return true(model, call, device)

    monkeypatch.setattr(module, "generate", generate)
    monkeypatch.setattr(one_alone, "generate", generate)
    return rows


def questions(shots: Sequence[str], **options: Any) -> list[Ask]:
    chosen = Options(max_new_tokens=NEW, **options)
    return [
        Ask((Message("user", (Picture(shot), text)),), "", chosen) for shot in shots for text in QUESTIONS
    ]


def together(model: VisionModel, asks: Sequence[Ask]) -> list[Answer | str]:
    """The answers, or what was said instead, in the order of the questions."""
    events: list[Any] = []
    answer_each(model, asks, events.append, Event())
    ends = [event for event in events if isinstance(event, Answered)]
    assert sorted(end.index for end in ends) == list(range(len(asks)))
    return [end.answer or end.message for end in sorted(ends, key=lambda end: end.index)]


def alone(model: VisionModel, asks: Sequence[Ask]) -> list[tuple[int, ...]]:
    """The ids of each question that is asked with nothing kept."""
    ids = []
    for ask in asks:
        model.caches.clear()
        ids.append(model.answer(ask, lambda _event: None, Event()).token_ids)
    return ids


def ids(answers: Sequence[Answer | str]) -> list[tuple[int, ...]]:
    assert not [answer for answer in answers if isinstance(answer, str)]
    return [answer.token_ids for answer in answers if isinstance(answer, Answer)]


@pytest.mark.parametrize("name", quick(FAMILIES, "qwen3_vl_moe", "qwen3_5", "llava"))
def test_further_families_answer_as_one_by_one(
    name: str, root: Path, shots: list[str], calls: list[int]
) -> None:
    model = load(build_tiny(name, root / name))
    asks = questions(shots)
    asks.append(Ask((Message("user", ("No picture at all.",)),), "", asks[0].options))
    answers = ids(together(model, asks))
    assert (max(calls) > 1) == model.family.can_batch
    assert answers == alone(model, asks)
    model.close()


def test_questions_with_other_options_are_other_batches(
    qwen: VisionModel, shots: list[str], calls: list[int]
) -> None:
    asks = questions(shots)
    asks[1:4] = [replace(ask, options=replace(ask.options, max_new_tokens=5)) for ask in asks[1:4]]
    answers = ids(together(qwen, asks))
    assert sorted(calls) == [3, 5]
    assert answers == alone(qwen, asks)


def test_beams_go_one_by_one(qwen: VisionModel, shots: list[str], calls: list[int]) -> None:
    asks = questions(shots[:2], num_beams=2)
    assert ids(together(qwen, asks)) == alone(qwen, asks)
    assert set(calls) == {1}


def test_lists_of_boxes_that_the_limit_cut_are_gone_on_with(
    qwen: VisionModel, shots: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = questions(shots, auto_continue=True)
    even = property(lambda stream: stream.ids[0] % 2 == 0 and len(stream.ids) < 2 * NEW)
    monkeypatch.setattr(AnswerStream, "in_boxes", even)
    answers = ids(together(qwen, asks))
    assert {len(answer) > NEW for answer in answers} == {True, False}
    assert answers == alone(qwen, asks)


def test_memory_that_runs_out_late_ends_no_question_twice(
    qwen: VisionModel, shots: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some rows have come to their end by then; only the others are asked again."""
    asks = questions(shots)
    monkeypatch.setattr(qwen, "stop_ids", (*qwen.stop_ids, alone(qwen, asks)[0][2]))
    wanted = alone(qwen, asks)
    assert len(set(map(len, wanted))) > 1
    put, fails = module._Feed.put, [True]

    def fail_late(feed: Any, value: Any) -> None:
        before = len(feed._live)
        put(feed, value)
        if fails[0] and len(feed._live) < before:
            fails[0] = False
            raise MemoryError

    monkeypatch.setattr(module._Feed, "put", fail_late)
    assert ids(together(qwen, asks)) == wanted
    assert not fails[0]


def test_a_fault_of_a_batch_is_looked_for_one_by_one(
    qwen: VisionModel, shots: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = questions(shots)
    wanted = alone(qwen, asks)
    true = one_alone.generate

    def broken(model: Any, call: Any, device: str) -> Any:
        if any(tuple(row[-len(bad) :]) == bad for row in call.ids):
            raise EyeboxError("numbers", "Numbers that are none; choose another precision.")
        return true(model, call, device)

    bad = qwen.family.prompt(qwen.parts, asks[5]).ids
    monkeypatch.setattr(module, "generate", broken)
    monkeypatch.setattr(one_alone, "generate", broken)
    answers = together(qwen, asks)
    assert answers[5] == "Numbers that are none; choose another precision."
    others = [*answers[:5], *answers[6:]]
    assert ids(others) == [*wanted[:5], *wanted[6:]]


def test_a_schema_that_is_none_is_told_of_its_questions_alone(qwen: VisionModel, shots: list[str]) -> None:
    pytest.importorskip("llguidance")
    asks = questions(shots[:2])
    asks[1] = replace(asks[1], options=replace(asks[1].options, schema="{"))
    answers = together(qwen, asks)
    assert isinstance(answers[1], str)
    assert "schema" in answers[1]
    assert ids([answers[0], *answers[2:]]) == alone(qwen, [asks[0], *asks[2:]])
