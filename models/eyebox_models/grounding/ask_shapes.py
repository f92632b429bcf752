"""Asks a loaded model for the shapes on the cards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from eyebox_models.checkpoint.family_info import QUESTION
from eyebox_models.grounding.judge import Sighting, judge
from eyebox_models.grounding.kept_reports import keep
from eyebox_models.grounding.match import matched
from eyebox_models.grounding.shape_cards import CARDS, Card, draw
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options, Picture
from eyebox_models.protocol.cards import GroundingReport
from eyebox_models.protocol.errors import EyeboxError, Stopped, os_reason
from eyebox_models.protocol.events import Answer, Progress
from eyebox_models.protocol.family import Emit, LoadedModel

LONGEST_ANSWER = 512


def check(
    model: LoadedModel, name: str, options: Options, home: str, emit: Emit, stop: Event
) -> GroundingReport:
    """Asks a loaded model for the shapes of all cards and judges its boxes; the report is kept in `home` if given.

    Emits Progress("checking", fraction). Raises EyeboxError, or Stopped.
    """
    plain = without_choices(options)
    sightings: list[Sighting] = []
    emit(Progress("checking", 0.0))
    with TemporaryDirectory(prefix="eyebox-cards-", ignore_cleanup_errors=True) as folder:
        for number, card in enumerate(CARDS):
            sightings += _look(model, name, card, Path(folder) / f"card {number + 1}.png", plain, stop)
            emit(Progress("checking", (number + 1) / len(CARDS)))
    report = replace(judge(sightings), digest=_digest(model, name), precision=_precision(model, options))
    try:
        keep(home, report)
    except OSError as error:
        raise EyeboxError(
            "report-not-kept",
            "The report could not be kept in {folder}: {reason}.",
            folder=home,
            reason=os_reason(error),
        ) from error
    return report


def without_choices(options: Options) -> Options:
    """Options as a check asks by: greedy, and with room for all boxes."""
    return replace(
        options,
        temperature=0.0,
        num_beams=1,
        schema=None,
        auto_continue=False,
        max_new_tokens=max(options.max_new_tokens or 0, LONGEST_ANSWER),
    )


def question(card: Card, form: str) -> str:
    """What is asked about a card, in the way of a family: a sentence with {shapes} in it."""
    names = [f"the {mark.name}" for mark in card.marks]
    shapes = ", ".join(names[:-1]) + f" and {names[-1]}"
    return form.replace("{shapes}", shapes)


def _look(
    model: LoadedModel, name: str, card: Card, file: Path, options: Options, stop: Event
) -> list[Sighting]:
    """One card, drawn, asked about and compared."""
    answer = ask_card(model, name, card, file, options, stop)
    return sightings_of(card, answer)


def ask_card(model: LoadedModel, name: str, card: Card, file: Path, options: Options, stop: Event) -> Answer:
    """What a model answers about a card, which is drawn into `file`. Raises EyeboxError, Stopped."""
    if stop.is_set():
        raise Stopped
    draw(card, file)
    info = getattr(getattr(model, "family", None), "info", None)
    form = question(card, info.question if info is not None else QUESTION)
    message = Message("user", (Picture(str(file)), form))
    answer = model.answer(Ask((message,), ModelRef(name), options), _unheard, stop)
    if stop.is_set():
        raise Stopped
    return answer


def sightings_of(card: Card, answer: Answer) -> list[Sighting]:
    """The shapes of a card, each with the box that the answer gives it."""
    size, resized = (card.width, card.height), _resized(answer)
    return [
        Sighting(mark.box, corners, size, resized)
        for mark, corners in zip(card.marks, matched(card, answer), strict=True)
    ]


def _unheard(_event: object) -> None:
    """What the model says on the way concerns nobody."""


def _resized(answer: Answer) -> tuple[int, int] | None:
    return answer.seen[0].resized if answer.seen else None


def _digest(model: LoadedModel, name: str) -> str:
    """What stands for the weights; "" for a model that has none."""
    known = getattr(getattr(getattr(model, "parts", None), "checkpoint", None), "digest", "")
    if known or not Path(name).is_dir():
        return str(known)
    from eyebox_models.families.registry import checkpoint_at

    return checkpoint_at(name).digest


def _precision(model: LoadedModel, options: Options) -> str:
    """The precision the model was loaded at, where that is known."""
    return str(getattr(getattr(model, "parts", None), "precision", "") or options.precision)
