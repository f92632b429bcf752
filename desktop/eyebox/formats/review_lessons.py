"""What a session's review teaches a model: of each reviewed picture the boxes as they were left, or pairs of answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eyebox.formats.export import SessionExport
from eyebox.formats.samples import CONVENTIONS, EVERYTHING, FILLED, Sample, asked
from eyebox.formats.training import (
    NOT_COMPLETE,
    UNDECIDED,
    Reviewed,
    Said,
    Teaching,
    answers_of,
    corrections,
    reviewed,
    sample_of,
)
from eyebox.formats.training_files import Written
from eyebox_models.boxes.notation import NOTHING, one_line
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.teaching import Dropped, Lesson

if TYPE_CHECKING:
    from eyebox.session.store import Store

ANY = "swift"
"""The convention whose boxes are in pixels: the family that is taught writes them in its own numbers."""
REASONS: dict[str, Sentence] = {
    NOT_COMPLETE: Sentence("lesson-not-complete", "it is not marked complete in the review"),
    UNDECIDED: Sentence("lesson-undecided", "it has boxes that wait for a verdict or are unsure"),
}
UNSIZED = Sentence("lesson-unsized", "its size is not known, or models refuse it")
NOT_CORRECTED = Sentence("lesson-not-corrected", "no box that a model proposed on it was corrected")


def review_lessons(store: Store, session: str, *, judged: bool = False) -> Iterator[Lesson | Dropped]:
    """The pictures of a review that are marked complete, or (`judged`) on which nothing waits for a verdict; of the others, why
    not. Raises EyeboxError.
    """

    def lessons(one: Reviewed, said: Mapping[str, Said], teaching: Teaching) -> Iterator[Lesson | Dropped]:
        yield _lesson(one, sample_of(one, said, teaching))

    yield from _taught_by(store, session, Teaching(ANY, judged=judged), lessons)


def review_pairs(store: Store, session: str, *, judged: bool = False) -> Iterator[Lesson | Dropped]:
    """Pairs of answers: what a model, or another origin of boxes, proposed on such a picture is rejected, and what was made of
    it in the review is chosen. Both are boxes alone, so that they differ in nothing else. Raises EyeboxError.
    """
    yield from _taught_by(store, session, Teaching(ANY, pairs=True, judged=judged), _pairs_on)


def _pairs_on(one: Reviewed, said: Mapping[str, Said], teaching: Teaching) -> Iterator[Lesson | Dropped]:
    corrected = [*corrections(one, said, teaching)]
    for found in corrected:
        answer = found.said
        question = answer.question if answer is not None and answer.alone and not one.turns else ""
        lesson = _lesson(one, replace(found.sample, question=question))
        yield replace(
            lesson,
            refs=lesson.refs + tuple(box.label for box in found.proposed),
            boxes=_numbered(found.sample.boxes + found.proposed),
            of_image=(0,) * (len(lesson.boxes) + len(found.proposed)),
            rejected=_places(found.proposed),
        )
    if not corrected:
        yield Dropped(one.picture.name, NOT_CORRECTED)


def _taught_by(
    store: Store,
    session: str,
    teaching: Teaching,
    made_of: Callable[[Reviewed, Mapping[str, Said], Teaching], Iterator[Lesson | Dropped]],
) -> Iterator[Lesson | Dropped]:
    info = store.session(session)
    if info is None:
        raise EyeboxError("session-gone", "This session is gone: open another one from the list of sessions.")
    said = answers_of(store, session)
    written = Written()
    for one in reviewed(store, SessionExport(info), teaching, written, lambda _number, _total: None):
        yield from made_of(one, said, teaching)
    for name, kind in written.named:
        yield Dropped(name, REASONS.get(kind, UNSIZED))


def _lesson(one: Reviewed, sample: Sample) -> Lesson:
    """Without a question of its own it is asked as the family that is taught asks for its labels."""
    labels: tuple[str, ...] = ()
    parts: tuple[str | Picture, ...] = (Picture(one.picture.path),)
    if sample.question:
        parts += (FILLED.sub("", asked(sample, CONVENTIONS[ANY].family)),)
    else:
        labels = tuple(dict.fromkeys(filter(None, map(one_line, sample.labels)))) or (EVERYTHING,)
    return Lesson(
        one.picture.name,
        (Message("user", parts), Message("assistant", (_places(sample.boxes),))),
        tuple(box.label for box in sample.boxes),
        _numbered(sample.boxes),
        (0,) * len(sample.boxes),
        labels=labels,
    )


def _places(boxes: Sequence[Box]) -> str:
    return "\n".join(["<ref-object><bbox>"] * len(boxes)) or NOTHING


def _numbered(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """The same whenever the session is read."""
    return tuple(replace(box, id=str(number)) for number, box in enumerate(boxes))
