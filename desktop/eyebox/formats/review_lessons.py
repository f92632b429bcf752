"""What a session's review teaches a model: each reviewed picture is a conversation, its answer the boxes as they were left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from eyebox.formats.export import SessionExport
from eyebox.formats.samples import CONVENTIONS, EVERYTHING, FILLED, Sample, asked
from eyebox.formats.training import NOT_COMPLETE, UNDECIDED, Teaching, answers_of, reviewed, sample_of
from eyebox.formats.training_files import Written
from eyebox_models.boxes.notation import NOTHING, one_line
from eyebox_models.protocol.ask import Message, Picture
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


def review_lessons(store: Store, session: str, *, judged: bool = False) -> Iterator[Lesson | Dropped]:
    """The pictures of a review that are marked complete, or (`judged`) on which nothing waits for a verdict; of the others, why
    not. Raises EyeboxError.
    """
    info = store.session(session)
    if info is None:
        raise EyeboxError("session-gone", "This session is gone: open another one from the list of sessions.")
    said = answers_of(store, session)
    teaching = Teaching(ANY, judged=judged)
    written = Written()
    for one in reviewed(store, SessionExport(info), teaching, written, lambda _number, _total: None):
        sample = sample_of(one, said, teaching)
        yield _lesson(one.picture.name, replace(sample, path=one.picture.path))
    for name, kind in written.named:
        yield Dropped(name, REASONS.get(kind, UNSIZED))


def _lesson(name: str, sample: Sample) -> Lesson:
    """Without a question of its own it is asked as the family that is taught asks for its labels."""
    labels: tuple[str, ...] = ()
    parts: tuple[str | Picture, ...] = (Picture(sample.path),)
    if sample.question:
        parts += (FILLED.sub("", asked(sample, CONVENTIONS[ANY].family)),)
    else:
        labels = tuple(dict.fromkeys(filter(None, map(one_line, sample.labels)))) or (EVERYTHING,)
    reply = "\n".join(["<ref-object><bbox>"] * len(sample.boxes)) or NOTHING
    boxes = [
        replace(box, id=str(number)) for number, box in enumerate(sample.boxes)
    ]  # the same when it is read again
    return Lesson(
        name,
        (Message("user", parts), Message("assistant", (reply,))),
        tuple(box.label for box in boxes),
        tuple(boxes),
        (0,) * len(boxes),
        labels=labels,
    )
