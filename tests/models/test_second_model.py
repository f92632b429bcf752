"""A second model on a card: what the first one holds counts as free for it, in whatever process that is worked out."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox.cli.models import models as cli_models
from eyebox_models.engine.handlers import Worker
from eyebox_models.engine.process import EngineProcess
from eyebox_models.library.cards import plan
from eyebox_models.protocol.ask import Ask, Message, Options
from eyebox_models.protocol.cards import Estimate
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, Note
from eyebox_models.protocol.ledger import Holding, Holds, Ledger
from eyebox_models.protocol.requests import Answering, Planning, Unload
from simulated_card import CARD, GB, HELD, SimulatedCard, engine_command
from tiny_models import build_tiny

SIZES = ((800, 600),)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    place = tmp_path_factory.mktemp("two models")
    return str(build_tiny("qwen2_vl", place / "A")), str(build_tiny("qwen2_5_vl", place / "B"))


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SimulatedCard:
    place = tmp_path / "card"
    place.mkdir()
    made = SimulatedCard(place)
    made.install(monkeypatch.setattr)
    return made


class Program:
    """A model engine, and the ledger that is kept of what it tells."""

    def __init__(self) -> None:
        self.worker, self.ledger = Worker(), Ledger()
        self.events: list[Any] = []

    def ask(self, model: str, **options: Any) -> Answer:
        answer = self.perform(Answering(Ask((Message("user", ("Hello?",)),), model, Options(**options))))
        assert isinstance(answer, Answer)
        return answer

    def perform(self, request: Any) -> Any:
        self.events.clear()
        return self.worker.perform(request, self._take, Event())

    def _take(self, event: Any) -> None:
        self.events.append(event)
        if isinstance(event, Holds):
            self.ledger = self.ledger.updated("model", event)

    def verdicts(self, *models: str) -> list[tuple[str, str, str, int]]:
        """As the picker asks for them: of an engine that holds nothing itself."""
        planned = [plan(Planning(model, SIZES, ledger=self.ledger)) for model in models]
        return [(one.verdict, one.precision, one.device, one.available_bytes) for one in planned]


def test_the_second_model_takes_the_place_of_the_first(folders, card):
    first, second = folders
    program = Program()
    before = program.verdicts(first, second)
    assert before == [("fits", "bf16", "cuda:0", CARD)] * 2
    assert program.ask(first).device == "cuda:0"
    assert program.ledger == Ledger((Holding(first, "cuda:0", HELD, "model"),))
    assert card.machine().accelerators[0].free_bytes == 6 * GB
    assert program.verdicts(first, second) == before
    answer = program.ask(second)
    assert (answer.precision, answer.device) == ("bf16", "cuda:0")
    assert card.loads == [(first, "bf16", "cuda:0", 0), (second, "bf16", "cuda:0", 0)]
    assert [event for event in program.events if isinstance(event, Holds)] == [
        Holds(), Holds((Holding(second, "cuda:0", HELD),)),
    ]  # fmt: skip
    assert program.verdicts(first, second) == before
    program.perform(Unload())
    assert program.ledger == Ledger() and card.here == 0
    assert program.verdicts(first, second) == before


@pytest.mark.parametrize("precision", ["auto", "bf16"])
def test_without_the_ledger_it_would_be_refused_or_go_to_the_processor_and_says_so(folders, card, precision):
    """As where another program holds the card: nothing of that is given back."""
    card.others = HELD
    planned = plan(Planning(folders[1], SIZES, Options(precision)))
    assert planned.available_bytes == (48 * GB if precision == "auto" else 6 * GB)
    if precision == "auto":
        assert planned.device == "cpu"
        assert "on the processor, because it needs at least 7.0 GB on cuda:0, where 5.1 GB can be used" in (
            planned.advice
        )
        return
    assert (planned.verdict, planned.device) == ("too big", "cuda:0")
    with pytest.raises(EyeboxError, match=r"needs 16\.0 GB, and cuda:0 has 6\.0 GB free"):
        Program().ask(folders[1], precision=precision)


def test_what_can_be_refused_is_refused_while_the_first_is_there(folders, card):
    first, second = folders
    program = Program()
    program.ask(first)
    with pytest.raises(EyeboxError, match=r"needs 32\.0 GB, and cuda:0 has 24\.0 GB free"):
        program.ask(second, precision="fp32", device="cuda")
    assert card.here == HELD and len(card.loads) == 1
    assert program.ledger.held_by("model") == {"cuda:0": HELD}


def test_that_a_model_goes_to_the_processor_is_reported_before_it_is_loaded(folders, card):
    card.others = 20 * GB
    program = Program()
    answer = program.ask(folders[0])
    assert answer.device == "cpu"
    (note,) = [event for event in program.events if isinstance(event, Note)]
    assert note.text.startswith("The model runs on the processor, because it needs at least 7.0 GB on cuda:0")


def test_a_chat_that_was_on_the_card_takes_less_of_it_before_it_goes_to_the_processor(folders, card):
    settled = Options(settled="bf16", settled_on="cuda:0")
    card.others = 13 * GB
    planned = plan(Planning(folders[0], SIZES, settled))
    assert (planned.precision, planned.device) == ("int8", "cuda:0")
    assert "bf16, which was chosen before, does not fit" in planned.advice
    card.others = HELD
    planned = plan(Planning(folders[0], SIZES, settled))
    assert planned.device == "cpu" and "runs on the processor" in planned.advice
    card.others = 0
    planned = plan(Planning(folders[0], SIZES, Options(settled=planned.precision, settled_on="cpu")))
    assert planned.device == "cpu" and "bf16 fits on cuda:0 by now" in planned.advice


def test_there_is_room_for_both_while_the_second_is_loaded(folders, card, monkeypatch):
    """Then the first goes only when the second is there."""
    from eyebox_models.engine import models

    monkeypatch.setattr("eyebox_models.fit.admission.fits_beside", lambda _checkpoint, _choice: True)
    closed: list[int] = []
    monkeypatch.setattr("simulated_card._Loaded.close", lambda _self: closed.append(len(card.loads)))
    keeper = models.ModelKeeper()
    for folder in folders:
        keeper.get(folder, Options(), lambda _event: None, Event())
    assert closed == [2]


def test_every_process_gives_the_same_verdict(folders, tmp_path, monkeypatch, capsys):
    """The library's engine, the model's own, and the command line, of a card that another process holds."""
    place = tmp_path / "card"
    place.mkdir()
    ledger = Ledger((Holding(folders[0], "cuda:0", HELD, "model"),))
    verdicts: dict[str, set[Any]] = {"with": set(), "without": set()}
    for role in ("library", "model"):
        engine = EngineProcess(role, tmp_path / "log", engine_command(role, place, HELD))
        try:
            for kind, known in (("with", ledger), ("without", None)):
                end = engine.run(kind, Planning(folders[1], SIZES, ledger=known), lambda _event: None)
                assert isinstance(end.result, Estimate), end
                verdicts[kind].add(end.result)
        finally:
            engine.close()
    (known,), (unknown,) = verdicts["with"], verdicts["without"]
    assert (known.verdict, known.precision, known.device) == ("fits", "bf16", "cuda:0")
    assert unknown.device == "cpu" and "runs on the processor" in unknown.advice
    monkeypatch.setattr(
        "eyebox_models.environment.running.command", lambda role: engine_command(role, place, HELD)
    )
    assert cli_models(["plan", folders[1]]) == 0
    said = capsys.readouterr().out
    assert f"made with    {unknown.precision} on cpu" in said and unknown.advice in said


def test_files_in_the_place_of_those_that_were_loaded_are_another_model(tmp_path: Path) -> None:
    folder = build_tiny("qwen2_vl", tmp_path / "model")
    program = Program()
    loaded: list[object] = []
    for step in ("load", "again", "write", "again", "remove"):
        if step == "write":
            weights = next(folder.glob("*.safetensors"))
            (folder / "new").write_bytes(weights.read_bytes())
            os.utime(folder / "new", ns=(1, 1))
            (folder / "new").replace(weights)
        elif step == "remove":
            weights.unlink()
        program.ask(str(folder), device="cpu", precision="fp32", max_new_tokens=2)
        loaded.append(program.worker._models._model)
    assert [loaded.index(one) for one in loaded] == [0, 0, 2, 2, 2]
    program.worker.unload(lambda _event: None)
