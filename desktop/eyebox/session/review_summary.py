"""What came of a review: how right the model's boxes are, by label and overlap, and how the work went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby

from eyebox.session.picture_tables import PAGE, batched
from eyebox.session.review import ReviewRow
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox_models.evaluation.matching import Match, iou, match
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass

IOUS = (0.5, 0.75)
"""How much two boxes must overlap at least to count as the same, a score for each."""
VERDICTS = ("accepted", "fixed", "rejected", "missed", "unsure", "")
"""As they are counted; "" waits for one."""
DRAWN = "drawn"
"""The verdict, as it were, of a box that was on a picture by hand before the review: it is in no count of verdicts."""
STANDS = frozenset({"accepted", "fixed", "missed", DRAWN})
"""Verdicts that leave a box on the picture, for good."""
_JUDGED = frozenset({"accepted", "fixed", "rejected"})


@dataclass(frozen=True, slots=True)
class Judged:
    """One box of a review: the model's, None for one that it missed, and the human's, None where none is left.

    `is_complete` says that nothing is missing on its picture, `is_planted` that it was wrong on purpose.
    """

    picture: str
    verdict: str
    proposed: Box | None
    now: Box | None
    seconds: float = 0.0
    is_planted: bool = False
    is_complete: bool = False

    @property
    def box_id(self) -> str:
        """The id of the box, whatever became of it."""
        box = self.now or self.proposed
        return box.id if box else ""


@dataclass(slots=True)
class Score:
    """Boxes of a model against those that a human left: counted over all pictures, and over the complete ones alone."""

    right: int = 0
    wrong: int = 0
    complete_right: int = 0
    complete_wrong: int = 0
    complete_missing: int = 0

    @property
    def precision(self) -> float | None:
        """The share of the model's boxes that are right; None where it made none."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """The share of what is on complete pictures that the model found; None where nothing is."""
        return _share(self.complete_right, self.complete_right + self.complete_missing)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of recall and of the precision on complete pictures; None where there is nothing on them."""
        total = 2 * self.complete_right + self.complete_wrong + self.complete_missing
        return _share(2 * self.complete_right, total)

    def add(self, right: int, wrong: int, missing: int, is_complete: bool) -> None:
        """Counts the boxes of one picture."""
        self.right += right
        self.wrong += wrong
        if is_complete:
            self.complete_right += right
            self.complete_wrong += wrong
            self.complete_missing += missing


@dataclass(slots=True)
class Figures:
    """All figures of some boxes: of one label's, or of all together."""

    counts: Counter[str] = field(default_factory=Counter)
    """By verdict."""
    scores: tuple[Score, ...] = field(default_factory=lambda: tuple(Score() for _ in IOUS))
    """One for each of IOUS."""
    relabelled: int = 0
    """Of the fixed ones, how many got another label."""
    overlap: float = 0.0
    """The sum of the IoU of the model's and the human's box over all fixed ones."""

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def judged(self) -> int:
        """How many of the model's boxes were accepted, fixed or rejected."""
        return sum(self.counts[verdict] for verdict in _JUDGED)

    @property
    def fixed_overlap(self) -> float | None:
        """The mean IoU of the model's and the human's box over the fixed ones; None where none was."""
        return self.overlap / self.counts["fixed"] if self.counts["fixed"] else None

    def share(self, verdict: str) -> float | None:
        """How often a box of the model got this verdict, of those that were accepted, fixed or rejected."""
        return _share(self.counts[verdict], self.judged)


@dataclass(slots=True)
class ReviewSummary:
    """The figures of a review. Planted boxes count nowhere else than in `planted` and `caught`."""

    all: Figures = field(default_factory=Figures)
    labels: Mapping[str, Figures] = field(default_factory=dict)
    """By label, the most frequent first: the model's label, the human's where a box was missed."""
    pictures: int = 0
    complete: int = 0
    """How many of the pictures have nothing missing."""
    planted: int = 0
    """Planted boxes that got a verdict."""
    caught: int = 0
    """Those of them that were rejected or fixed."""
    seconds: float = 0.0
    timed: int = 0
    """Boxes for which it is known how long they took."""

    @property
    def seconds_a_box(self) -> float | None:
        return self.seconds / self.timed if self.timed else None

    @property
    def is_empty(self) -> bool:
        """Whether no box got a verdict."""
        return self.all.total == self.all.counts[""] and not self.planted


Each = Callable[[int, int], None]
"""Hears before each picture how many of how many are done; what it raises ends the reading."""


def judged_in(store: Store, session: str, each: Each = lambda _done, _total: None) -> Iterator[Judged]:
    """All boxes of a session's review, picture after picture, and those that were there by hand before it."""
    for _record, boxes in pictures_in_review(store, session, each):
        yield from boxes


def pictures_in_review(
    store: Store, session: str, each: Each = lambda _done, _total: None
) -> Iterator[tuple[PictureRecord, list[Judged]]]:
    """A session's pictures that have boxes in review, or are complete, in their order. Raises a StoreError."""
    all_ids = store.picture_ids_of(session)
    done = 0
    for ids in batched(all_ids, PAGE):
        records = store.picture_records(ids)
        for picture in ids:
            each(done, len(all_ids))
            done += 1
            record = records.get(picture)
            boxes = judged_on(store, record) if record else []
            if record and (record.complete or any(box.verdict != DRAWN for box in boxes)):
                yield record, boxes


def judged_on(store: Store, record: PictureRecord) -> list[Judged]:
    """The boxes of a picture that are in review, and those that were on it by hand before."""
    drawn = store.boxes_beside_review(record.id)
    return [
        *(judged(row, record.complete) for row in store.review_of_picture(record.id)),
        *(Judged(record.id, DRAWN, None, box, is_complete=record.complete) for box in drawn),
    ]


def judged(row: ReviewRow, is_complete: bool) -> Judged:
    """A row of the review as it counts."""
    state = row.state
    now = None if state.verdict == "rejected" else state.box
    seconds = state.seconds or 0.0
    return Judged(row.picture, state.verdict, state.proposed, now, seconds, bool(state.planted), is_complete)


def summarize(boxes: Iterable[Judged]) -> ReviewSummary:
    """The summary of all boxes of a review, those of one picture after each other; only one picture's are in memory."""
    summary = ReviewSummary()
    labels: dict[str, Figures] = {}
    for _picture, group in groupby(boxes, key=lambda box: box.picture):
        _add_picture(summary, labels, list(group))
    summary.labels = dict(sorted(labels.items(), key=lambda item: (-item[1].total, item[0].casefold())))
    return summary


def _add_picture(summary: ReviewSummary, labels: dict[str, Figures], boxes: list[Judged]) -> None:
    is_complete = any(box.is_complete for box in boxes)
    summary.pictures += 1
    summary.complete += is_complete
    found: dict[str, list[Box]] = {}
    there: dict[str, list[Box]] = {}
    for box in boxes:
        if box.verdict and box.seconds > 0:
            summary.seconds += box.seconds
            summary.timed += 1
        if box.is_planted:
            summary.planted += box.verdict != ""
            summary.caught += box.verdict in ("rejected", "fixed")
            continue
        named = box.proposed or box.now
        label = named.label if named else ""
        for each in (summary.all, labels.setdefault(label, Figures())) if box.verdict != DRAWN else ():
            each.counts[box.verdict] += 1
            if box.verdict == "fixed" and box.proposed and box.now:
                each.overlap += iou(box.proposed.xyxy, box.now.xyxy)
                each.relabelled += box.proposed.label != box.now.label
        if box.verdict in _JUDGED and box.proposed:
            found.setdefault(box.proposed.label, []).append(box.proposed)
        if box.verdict in STANDS and box.now:
            there.setdefault(box.now.label, []).append(box.now)
    for label in dict.fromkeys((*found, *there)):
        mine, theirs = found.get(label, []), there.get(label, [])
        places = [box.xyxy for box in mine], [box.xyxy for box in theirs]
        pairs: Sequence[Match] = ()
        for n, least in enumerate(IOUS):
            if n == 0 or any(pair.iou < least for pair in pairs):  # else they are the same ones
                pairs = match(*places, threshold=least, scores=[box.score for box in mine])
            right = len(pairs)
            for each in (summary.all, labels.setdefault(label, Figures())):
                each.scores[n].add(right, len(mine) - right, len(theirs) - right, is_complete)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
