"""Where a server puts boxes, and what its coordinates are: pixels of the picture that it was sent, thousandths, fractions."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.pictures import CoordinateRule, Unit
from eyebox_models.endpoints.family import Server, Several
from eyebox_models.endpoints.known import change
from eyebox_models.grounding.ask_shapes import ask_card, sightings_of, without_choices
from eyebox_models.grounding.judge import judge
from eyebox_models.grounding.shape_cards import CARDS, Card
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import GroundingReport
from eyebox_models.protocol.errors import EyeboxError, Sentence, joined
from eyebox_models.protocol.events import Answer, Progress
from eyebox_models.protocol.family import Emit

_WRITTEN: dict[Unit, Sentence] = {
    "fractions": Sentence("unit-fractions", "Its coordinates are fractions of the picture's sides."),
    "thousandths": Sentence("unit-thousandths", "Its coordinates are thousandths of the picture's sides."),
    "resized": Sentence("unit-resized", "Its coordinates are pixels of the picture that it is sent."),
}


def check_server(
    server: Server | Several, model: str, options: Options, emit: Emit, stop: Event
) -> GroundingReport:
    """Shows all cards once, and reads the answers by each rule; the one that fits best is kept for the server.

    Emits Progress("checking", fraction). Raises EyeboxError, Stopped.
    """
    if isinstance(server, Several):
        raise EyeboxError("check-one-server", "Check one server after the other.")
    plain = without_choices(options)
    answers: list[tuple[Card, Answer]] = []
    emit(Progress("checking", 0.0))
    with TemporaryDirectory(prefix="eyebox-cards-", ignore_cleanup_errors=True) as folder:
        for number, card in enumerate(CARDS):
            file = Path(folder) / f"card {number + 1}.png"
            answers.append((card, ask_card(server, model, card, file, plain, stop)))
            emit(Progress("checking", (number + 1) / len(CARDS)))
    reports = {
        unit: judge([one for card, answer in answers for one in sightings_of(card, _read(answer, unit))])
        for unit in _WRITTEN
    }
    unit = max(reports, key=lambda one: _worth(reports[one]))
    best = reports[unit]
    if best.trusted:
        with suppress(EyeboxError):  # removed meanwhile
            server.known = change(server.known.name, unit=unit)
        best = replace(best, why=joined([best.why, _WRITTEN[unit]]))
    return replace(best, precision=server.known.host)


def _read(answer: Answer, unit: Unit) -> Answer:
    """The same answer with its boxes read by a rule."""
    reader = reader_for(answer.turn, answer.seen, CoordinateRule(unit))
    reader.feed(answer.raw)
    reader.finish()
    return replace(answer, boxes=tuple(reader.boxes))


def _worth(report: GroundingReport) -> tuple[bool, int, float]:
    return report.trusted, report.found, -(report.median_error_pixels or 1e9)
