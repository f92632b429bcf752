"""Corrections as training data: what a human left on reviewed pictures teaches the model that proposed it.

A sample is a question with the boxes as they are now; a pair has beside them what the model had said (in its own words where
they are known). Before a file takes its place it is read back and every box compared with the one that was reviewed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from eyebox.formats.export import SessionExport, in_file
from eyebox.formats.picture_size import is_turned, picture_size
from eyebox.formats.redacted import given_away
from eyebox.formats.samples import CONVENTIONS, Sample, answer, shown_at
from eyebox.formats.training_files import (
    Pair,
    Written,
    prove_pairs,
    prove_samples,
    read_answer,
    write_pairs,
    write_samples,
)
from eyebox.session.review import ReviewRow
from eyebox.session.rows import SAID, said_from_data
from eyebox.session.types import PicturePart, PictureRecord, Turn
from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import RESIZED
from eyebox_models.families.registry import info_named
from eyebox_models.files.atomic_write import open_atomically
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.events import Answer
from eyebox_models.protocol.turning import turned_box

if TYPE_CHECKING:
    from eyebox.session.store import Store

PAIRS = ".pairs.jsonl"
"""How the file of pairs beside one of samples ends."""
SAME = 2.5
"""Pixels between a box of an answer and the one that was kept of it: a like one may have been there."""

NOT_COMPLETE = Sentence("training-not-complete", "pictures that are not marked complete")
UNDECIDED = Sentence("training-undecided", "pictures with boxes that wait for a verdict or are unsure")
UNSIZED = Sentence("training-unsized", "pictures whose size is not known, or which the model refuses")
TURNED = Sentence(
    "training-turned",
    "pictures that EXIF turns, which some trainers don't: save those upright before you train",
)

_ENDS = ("<|im_end|>", "<|endoftext|>", "<|end|>", "</s>")
"""How the turn of a model ends, in its own words."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """What is written: for whom (a name of CONVENTIONS), with pairs or without, of which pictures.

    `question` may hold {labels}; "" is what was asked, where that is known, or the family's own. Of all pictures that have
    been reviewed those are taken that are marked complete, or (`judged`) all on which nothing waits for a verdict.
    `max_pixels` is the bound that the model is taught with, None for its own.
    """

    convention: str = "qwen3_vl"
    pairs: bool = False
    question: str = ""
    judged: bool = False
    max_pixels: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """An answer of a model that boxes came from, and its question."""

    answer: Answer
    question: str
    alone: bool
    """Whether it was about one whole picture, as its file shows it."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reviewed picture, as its file shows it: what is there now, and the rows of its review (no planted ones)."""

    sample: Sample
    rows: tuple[ReviewRow, ...]
    picture: PictureRecord
    turns: int = 0
    turned: tuple[int, int] = (0, 0)
    """The size as it was shown when it was turned by hand, and by how many quarters."""

    def proposed(self, row: ReviewRow) -> Box | None:
        """What the model said, on the picture as its file shows it."""
        box = row.state.proposed
        return box and turned_box(box, *self.turned, -self.turns)


def write_training(
    store: Store,
    session: str,
    teaching: Teaching,
    path: Path,
    each: Callable[[int, int], object] = lambda _number, _total: None,
) -> Written:
    """Writes the samples of a session's review to `path`, and the pairs beside it. Raises EyeboxError; then the files are
    as they were.

    `each` is called before each picture with its number and how many there are; what it raises ends it.
    """
    info = store.session(session)
    if info is None:
        raise EyeboxError("session-gone", "This session is gone: open another one from the list of sessions.")
    export = SessionExport(info, folder=str(path.absolute().parent))
    said = answers_of(store, session)
    written = Written()
    convention = CONVENTIONS[teaching.convention]

    def samples() -> Iterator[Sample]:
        for one in reviewed(store, export, teaching, Written(), lambda _number, _total: None):
            yield sample_of(one, said, teaching)

    def pairs() -> Iterator[Pair]:
        for one in reviewed(store, export, teaching, Written(), lambda _number, _total: None):
            yield from _pairs(one, said, teaching)

    beside = path.with_name(path.stem + PAIRS)
    with ExitStack() as stack:  # both files take their places, or neither
        out = stack.enter_context(open_atomically(path))
        made: Iterable[Sample] = (
            sample_of(one, said, teaching) for one in reviewed(store, export, teaching, written, each)
        )
        written.samples = write_samples(out, made, convention)
        if not written.samples:
            raise nothing_to_write(written)
        prove_samples(Path(out.name), samples(), convention, written)
        if teaching.pairs:
            out = stack.enter_context(open_atomically(beside))
            written.pairs = write_pairs(out, pairs(), convention)
            prove_pairs(Path(out.name), pairs(), convention)
    written.files = [path, beside] if teaching.pairs else [path]
    written.left_out = +written.left_out
    return written


def nothing_to_write(written: Written) -> EyeboxError:
    if written.left_out[UNDECIDED] and not written.left_out[NOT_COMPLETE]:
        return EyeboxError(
            "training-none-judged",
            "No picture has all of its boxes judged yet: go on with the review, then export again.",
        )
    return EyeboxError(
        "training-none-complete",
        "No picture of this review is marked complete: mark them in the review, or export all that are judged.",
    )


# ---- what was reviewed, and what models had said


def reviewed(
    store: Store,
    export: SessionExport,
    teaching: Teaching,
    written: Written,
    each: Callable[[int, int], object],
) -> Iterator[Reviewed]:
    """The pictures that are to be learnt from; the others are counted."""
    family = CONVENTIONS[teaching.convention].family
    total = len(store.picture_ids_of(export.session.id))
    for number, content in enumerate(map(given_away, store.contents(export.session.id, pages=False))):
        each(number, total)
        rows = tuple(row for row in store.review_of_picture(content.record.id) if not row.state.planted)
        complete = store.is_complete(content.record.id)
        if not rows and not complete:
            continue
        if not teaching.judged and not complete:
            written.leave_out(content.record.name, NOT_COMPLETE)
            continue
        if any(row.verdict in ("", "unsure") for row in rows):
            written.leave_out(content.record.name, UNDECIDED)
            continue
        here = in_file(content)
        size = here.record.width, here.record.height
        size = size if min(size) > 0 else picture_size(content.record.path)
        try:
            shown = shown_at(family, size, teaching.max_pixels) if min(size) > 0 else (0, 0)
        except EyeboxError:
            shown = (0, 0)
        if min(shown) <= 0:
            written.leave_out(content.record.name, UNSIZED)
            continue
        written.left_out[TURNED] += is_turned(content.record.path)
        sample = Sample(export.path_of(here.record), *size, here.boxes, shown=shown)
        turned = content.record.width, content.record.height
        yield Reviewed(sample, rows, content.record, content.record.turns, turned)


def answers_of(store: Store, session: str) -> dict[str, Said]:
    """Answers that brought boxes, by the ids of these."""
    found: dict[str, Said] = {}
    for chat in store.chats(session):
        turns = store.turns(chat.id)
        by_id = {turn.id: turn for turn in turns}
        for turn in turns:
            if turn.answer is not None and turn.answer.boxes:
                said = _said(turn, by_id)
                for one in turn.answer.boxes:
                    found.setdefault(one.box.id, said)
    for picture in store.picture_ids_of(session):
        for data in store.get_state(picture, SAID, []):
            if kept := said_from_data(data):
                question, answered, quarters = kept
                said = Said(answered, question, not quarters and len(answered.seen) == 1)
                for one in answered.boxes:
                    found.setdefault(one.box.id, said)
    return found


def _said(turn: Turn, by_id: Mapping[str, Turn]) -> Said:
    assert turn.answer is not None
    question = by_id.get(turn.parent)
    pictures = question.pictures if question else ()
    first = question is not None and not question.parent
    whole = len(pictures) == 1 and PicturePart.of(pictures[0]) is None
    alone = first and whole and len(turn.answer.seen) == 1 and turn.state in ("done", "stopped")
    return Said(turn.answer, question.text if question else "", alone)


def sample_of(one: Reviewed, said: Mapping[str, Said], teaching: Teaching) -> Sample:
    """What is to be answered on a picture: the question that was asked where it was one, else for the labels that are there
    or were proposed."""
    labels = [box.label for box in one.sample.boxes]
    labels += [box.label for row in one.rows if (box := one.proposed(row)) is not None]
    question = teaching.question
    answers = {id(found): found for row in one.rows if (found := said.get(row.state.box.id)) is not None}
    from_answers = all(row.state.box.id in said for row in one.rows if row.state.proposed is not None)
    if not question and len(answers) == 1 and from_answers:
        (only,) = answers.values()
        question = only.question if only.alone else ""
    return replace(one.sample, labels=tuple(dict.fromkeys(labels)), question=question)


@dataclass(frozen=True, slots=True)
class Correction:
    """What an answer, or another origin of boxes, proposed on a picture, and what was made of it. `said` is that answer."""

    sample: Sample
    proposed: tuple[Box, ...]
    said: Said | None


def corrections(one: Reviewed, said: Mapping[str, Said], teaching: Teaching) -> Iterator[Correction]:
    """One for each answer, or for each other origin, whose boxes were corrected."""
    groups: dict[object, tuple[Said | None, list[ReviewRow]]] = {}
    for row in one.rows:
        if row.state.proposed is not None:
            found = said.get(row.state.box.id)
            groups.setdefault(id(found) if found else row.state.origin, (found, []))[1].append(row)
    for found, rows in groups.values():
        proposed = tuple(box for row in rows if (box := one.proposed(row)) is not None)
        labels = {box.label for box in proposed} | {row.label for row in rows}
        others = {row.state.box.id for row in one.rows} - {row.state.box.id for row in rows}
        missed = {row.state.box.id for row in one.rows if row.verdict == "missed"}
        boxes = tuple(
            box
            for box in one.sample.boxes
            if box.id not in others or (box.id in missed and (len(groups) == 1 or box.label in labels))
        )
        asked_for = tuple(dict.fromkeys([*(box.label for box in boxes), *(box.label for box in proposed)]))
        if {(box.label, box.xyxy) for box in proposed} != {(box.label, box.xyxy) for box in boxes}:
            sample = replace(one.sample, boxes=boxes, labels=asked_for, question=teaching.question)
            yield Correction(sample, proposed, found)


def _pairs(one: Reviewed, said: Mapping[str, Said], teaching: Teaching) -> Iterator[Pair]:
    for found in corrections(one, said, teaching):
        yield from _pair(found.sample, found.proposed, found.said, one, teaching)


def _pair(
    sample: Sample, proposed: tuple[Box, ...], said: Said | None, one: Reviewed, teaching: Teaching
) -> Iterator[Pair]:
    convention = CONVENTIONS[teaching.convention]
    rejected, family = "", convention.family
    if said is not None and said.alone and not one.turns and _seen_size(said.answer) == sample.size:
        families = [family]
        if convention.layout == "swift":
            families = list(dict.fromkeys(known.family for known in CONVENTIONS.values()))
        for name in families:
            shown = shown_at(name, sample.size, teaching.max_pixels)
            if own_words(said.answer, name, shown):
                sample = replace(sample, shown=shown, question=said.question)
                rejected, family = without_end(said.answer.raw), name
                break
    rejected = rejected or answer(replace(sample, boxes=proposed), family)
    if not _alike(rejected, answer(sample, family), sample, family):
        yield Pair(sample, rejected, family)


def without_end(raw: str) -> str:
    """A model's own words without what ended its turn, and what stands behind that."""
    text = raw.rstrip()
    if not text.endswith(_ENDS):
        return raw
    while text.endswith(_ENDS):
        text = text[: text.rindex("<")].rstrip()
    return text


def _seen_size(said: Answer) -> tuple[int, int]:
    return said.seen[0].width, said.seen[0].height


def own_words(said: Answer, family: str, shown: tuple[int, int]) -> bool:
    """Whether an answer is in a family's notation, and its coordinates are those of a picture shown at this size."""
    notation = info_named(family).notation
    if notation is None or not said.raw:
        return False
    if notation.rule == RESIZED and said.seen[0].resized != shown:
        return False
    if not _has_form(said.raw, notation):
        return False
    read = read_answer(said.raw, notation, said.seen[0].width, said.seen[0].height, said.seen[0].resized)
    kept = [found.box for found in said.boxes]
    return len(read) == len(kept) and all(
        a.label == b.label and max(abs(x - y) for x, y in zip(a.xyxy, b.xyxy, strict=True)) <= SAME
        for a, b in zip(read, kept, strict=True)
    )


def _has_form(raw: str, notation: Notation) -> bool:
    others = ("<box>", "<|box_start|>")
    if notation.markup is None:
        return not any(tag in raw for tag in others)
    first = raw.partition(notation.markup.box_open)[2].lstrip()
    return first.startswith("[[" if notation.form == "lists" else "(")


def _alike(rejected: str, chosen: str, sample: Sample, family: str) -> bool:
    """Whether two answers say the same boxes, in whatever order."""
    notation = info_named(family).notation
    assert notation is not None
    a, b = (
        Counter((box.label, box.xyxy) for box in read_answer(text, notation, *sample.size, sample.shown))
        for text in (rejected, chosen)
    )
    return a == b
