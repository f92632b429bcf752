"""A chat keeps its precision in an engine: what is loaded answers on, and what is loaded again is what it was."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.engine.handlers import Worker
from eyebox_models.engine.models import ModelKeeper
from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.fit import admission
from eyebox_models.fit.admission import pick
from eyebox_models.fit.machine import machine
from eyebox_models.fit.predict import predict
from eyebox_models.library.cards import plan
from eyebox_models.protocol.ask import Ask, Message, Options
from eyebox_models.protocol.events import Answer, Answered
from eyebox_models.protocol.ledger import Holding, Holds, Ledger
from eyebox_models.protocol.requests import Answering, AnsweringEach, Planning
from eyebox_models.protocol.wire import pack, unpack
from quick_run import quick
from tiny_models import build_tiny

FAMILIES = ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "internvl")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    place = tmp_path_factory.mktemp("tiny")
    return {family: str(build_tiny(family, place / family)) for family in FAMILIES}


@pytest.fixture
def worker() -> Any:
    made = Worker()
    yield made
    made.unload(lambda _event: None)


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The precision of each time that a model is loaded."""
    from eyebox_models.vision import load

    done: list[str] = []
    real = load._load

    def counted(checkpoint: Any, native: Any, choice: Any, *rest: Any) -> Any:
        done.append(choice.precision)
        return real(checkpoint, native, choice, *rest)

    monkeypatch.setattr(load, "_load", counted)
    return done


def ask(worker: Worker, model: str, **options: Any) -> Answer:
    chosen = Options(**{"max_new_tokens": 2, "device": "cpu", **options})
    request = Answering(Ask((Message("user", ("Hello?",)),), model, chosen))
    answer = worker.perform(request, lambda _event: None, Event())
    assert isinstance(answer, Answer)
    assert answer.made_with.endswith(f", {answer.precision}, {answer.device}")
    return answer


@pytest.mark.parametrize("family", quick(FAMILIES, "qwen2_vl", "internvl"))
def test_plan_and_answers_say_one_precision_that_nothing_measured_changes(tiny, worker, loads, family):
    folder = tiny[family]
    planned = plan(Planning(folder, options=Options(device="cpu")))
    other = "bf16" if planned.precision == "fp32" else "fp32"
    chat = {"settled": planned.precision, "settled_on": planned.device}
    answers = [ask(worker, folder, **chat), ask(worker, folder, **chat), ask(worker, folder)]
    assert loads == [planned.precision]
    assert ask(worker, folder, precision=other).precision == other
    answers.append(ask(worker, folder, **chat))
    worker.unload(lambda _event: None)
    answers.append(ask(worker, folder, **chat))
    assert {(answer.precision, answer.device) for answer in answers} == {(planned.precision, planned.device)}
    assert loads == [planned.precision, other, planned.precision, planned.precision]


def test_a_chat_is_not_answered_in_what_another_one_chose(tiny, worker, loads):
    folder = tiny["qwen2_vl"]
    assert ask(worker, folder, precision="int8").precision == "int8"
    usual = ask(worker, folder).precision
    assert usual != "int8"
    assert ask(worker, folder, settled="int8").precision == "int8"
    assert ask(worker, folder, precision="int8").precision == "int8"
    assert loads == ["int8", usual, "int8"]


def test_what_a_chat_settled_on_and_cannot_have_is_tried_once(tiny, worker, loads, monkeypatch):
    folder = tiny["qwen2_vl"]
    real = machine()
    without = {name: found for name, found in real.packages.items() if name != "bitsandbytes"}
    here = type(real)(real.memory_bytes, real.available_bytes, real.cores, (), without, real.flags)
    for module in ("eyebox_models.vision.load.machine", "eyebox_models.fit.admission.this_machine"):
        monkeypatch.setattr(module, lambda: here)
    first = ask(worker, folder, settled="int4")
    assert first.precision != "int4" and "int4, which was chosen before" in first.notes[0]
    assert ask(worker, folder, settled="int4").precision == first.precision
    assert ask(worker, folder, settled=first.precision).precision == first.precision
    assert loads == [first.precision]


def test_what_another_engine_holds_counts_as_free_in_a_plan(tiny):
    folder = tiny["qwen2_vl"]
    here = machine()
    tight = type(here)(8 << 30, 900_000, 2, (), here.packages, here.flags, here.processor)
    asked = Options(device="cpu")

    def free(ledger: Ledger | None, engine: str = "model") -> int:
        request = unpack(pack(Planning(folder, options=asked, ledger=ledger, engine=engine)))
        return plan(request, tight).available_bytes

    held = Ledger().updated("model", Holds((Holding(folder, "cpu", 5_000_000),)))
    assert free(Ledger()) == 900_000
    assert free(held) == 5_900_000
    assert free(held, "another") == 900_000
    assert free(held.updated("model", Holds())) == 900_000


def test_each_answer_of_a_batch_says_what_it_ran_in(tiny, worker):
    folder, said = tiny["qwen2_vl"], []
    asks = tuple(
        Ask((Message("user", (text,)),), folder, Options(max_new_tokens=2, device="cpu"))
        for text in ("One?", "And two?")
    )
    worker.perform(AnsweringEach(asks), said.append, Event())
    answers = [event.answer for event in said if isinstance(event, Answered)]
    assert len(answers) == 2 and {(a.precision, a.device) for a in answers} == {
        (plan(Planning(folder, options=asks[0].options)).precision, "cpu")
    }


def _stored(folder: str) -> str:
    return checkpoint_at(Path(folder)).precision_on_disk


def test_the_keeper_needs_no_precision_of_a_model(monkeypatch):
    """Families of other packages need not tell it."""
    made: list[Options] = []

    class Plain:
        def close(self) -> None:
            """Nothing to let go."""

    class Family:
        def load(self, _model: str, options: Options, _emit: Any, _stop: Event) -> Plain:
            made.append(options)
            return Plain()

    monkeypatch.setattr("eyebox_models.families.registry.family_for", lambda _model: Family())
    keeper = ModelKeeper()
    for options in (Options(), Options(settled="bf16"), Options("bf16"), Options("bf16"), Options()):
        keeper.get("any", options, lambda _event: None, Event())
    assert [options.precision for options in made] == ["auto", "bf16", "auto"]


def test_how_a_model_is_loaded_does_not_depend_on_the_picture(tiny, monkeypatch):
    """The plan of a large picture says what it is loaded in all the same, and what would make it fit."""
    monkeypatch.setattr(admission, "held_here", dict)
    folder, here = tiny["qwen2_vl"], machine()
    checkpoint = checkpoint_at(folder)
    family = family_of(checkpoint)
    asked = Options(device="cpu", max_pixels=28 * 28 * 16384)
    whole = predict(checkpoint, (), pick(checkpoint, family, asked, here), 64, 64).total
    for part in (0.3, 0.7, 1.0, 1.3, 3.0, 9.0):
        free = int(part * whole)
        tight = type(here)(64 << 30, free, 2, (), here.packages, here.flags, here.processor)
        planned = plan(Planning(folder, ((3000, 3000),), asked), tight)
        assert planned.precision == pick(checkpoint, family, asked, tight).precision
        assert (
            planned.verdict == "fits"
            or "pixels a picture" in planned.advice
            or "smaller model" in planned.advice
        )
