"""What a review is made of: boxes that a model proposed, what a human decided about each, and the steps of that."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import field, replace
from typing import Literal

from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.turning import turned_box, turned_size

Verdict = Literal["", "accepted", "fixed", "rejected", "missed", "unsure"]
"""What a human said of a box: "" nothing yet, "fixed" right after a change, "missed" was added by hand."""


@dataclass(frozen=True, slots=True)
class BoxState:
    """How a judged box stands. `box` is what it is now, also where it was rejected; a `planted` one is in no picture.

    `seconds`: how long the decision took, None where that is not known or a break was taken; `decided`: when, in
    seconds since 1970.
    """

    verdict: Verdict
    box: Box
    proposed: Box | None = None
    origin: str = ""
    planted: str = ""
    seconds: float | None = None
    decided: float | None = None
    reviewer: str = ""

    def turned(self, width: int, height: int, turns: int) -> BoxState:
        """The same on its picture, of these sizes, turned clockwise by so many quarters."""
        proposed = self.proposed and turned_box(self.proposed, width, height, turns)
        return replace(self, box=turned_box(self.box, width, height, turns), proposed=proposed)

    @property
    def is_there(self) -> bool:
        """Whether it is one of its picture's boxes."""
        return self.verdict != "rejected" and not self.planted

    def leaves(self, after: BoxState | None) -> bool:
        """Whether the box goes from its picture when it stands so after."""
        return self.verdict != "rejected" and (after is None or after.verdict == "rejected")


@dataclass(frozen=True, slots=True)
class Change:
    """What a step did to one box of a picture; None where there was none in the review, or is none any more.

    `row` is where a box that goes stood among its picture's boxes; `turns` how the picture was turned then.
    """

    picture: str
    box: str
    before: BoxState | None
    after: BoxState | None
    row: int = -1
    turns: int = 0

    def turned(self, width: int, height: int, turns: int) -> Change:
        """The same on the picture turned, which has these sizes and turns now."""
        by = (turns - self.turns) % 4
        if not by:
            return self
        size = turned_size(width, height, -by)
        before, after = (state and state.turned(*size, by) for state in (self.before, self.after))
        return replace(self, before=before, after=after, turns=turns)

    def then(self, change: Change) -> Change:
        """This and a later change of the same box as one."""
        return replace(change, before=self.before, row=self.row)

    @property
    def is_planted(self) -> bool:
        return any(state is not None and state.planted for state in (self.before, self.after))

    @property
    def is_nothing(self) -> bool:
        """Whether the box is the same before and after."""
        return self.before is not None and self.after is not None and self.before.box == self.after.box


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """What was decided at once. `complete`: pictures whose mark that nothing is missing on them it changed, and to what."""

    id: str
    kind: str
    """The verdict that it gave, "several", "removed" or "complete"."""
    changes: tuple[Change, ...] = ()
    complete: tuple[tuple[str, bool], ...] = ()

    def reversed(self) -> ReviewStep:
        """The step that takes it back."""
        changes = tuple(replace(c, before=c.after, after=c.before) for c in reversed(self.changes))
        return replace(self, changes=changes, complete=tuple((p, not mark) for p, mark in self.complete))


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of the table of judged boxes; `number` names it."""

    number: int
    picture: str
    state: BoxState
    area: float = 0.0
    crowd: int = 0
    doubt: float | None = None

    @property
    def verdict(self) -> Verdict:
        return self.state.verdict

    @property
    def label(self) -> str:
        return self.state.box.label


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A box in review, as it is shown: the `position`-th (from 0) of `total` in the queue.

    `box` is what it is now (None: it was rejected), `proposed` what the model said (None: a human added it).
    """

    number: int
    picture: str
    box_id: str
    box: Box | None
    proposed: Box | None
    verdict: Verdict
    label: str
    score: float | None
    position: int
    total: int
    origin: str = ""
    doubt: float | None = None
    seconds: float | None = None

    @property
    def shape(self) -> Box:
        """The box to look at: what it is now, or what was rejected."""
        shape = self.box or self.proposed
        assert shape is not None, "a box that is neither there nor proposed is in no review"
        return shape


def as_item(row: ReviewRow, position: int, total: int) -> ReviewItem:
    """A row as it is shown at its place in the queue. A planted box looks like any other."""
    state = row.state
    return ReviewItem(
        row.number, row.picture, state.box.id, None if state.verdict == "rejected" else state.box,
        state.proposed or (state.box if state.verdict == "rejected" else None), state.verdict, state.box.label,
        state.proposed.score if state.proposed else state.box.score, position, total, state.origin, row.doubt, state.seconds,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """How many boxes are to be judged or have which verdict, of all and by label; planted ones among them.

    `by_origin`: how many come from which model, file or source ("": a human drew them).
    """

    by_label: dict[str, dict[str, int]]
    by_origin: dict[str, int] = field(default_factory=dict)

    def of(self, *verdicts: Verdict, label: str | None = None) -> int:
        """How many boxes have one of these verdicts, of a label or of all."""
        rows: Sequence[dict[str, int]] = (
            list(self.by_label.values()) if label is None else [self.by_label.get(label, {})]
        )
        return sum(row.get(verdict, 0) for row in rows for verdict in verdicts)

    @property
    def total(self) -> int:
        return sum(sum(row.values()) for row in self.by_label.values())

    @property
    def waiting(self) -> int:
        return self.of("")

    @property
    def judged(self) -> int:
        return self.total - self.waiting


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a review goes: seconds a box lately and seconds left (None: not known yet), and the attention that
    planted boxes measured: how many of those judged were caught."""

    seconds: float | None = None
    left: float | None = None
    planted: int = 0
    caught: int = 0


OrderKind = Literal["label", "score", "doubt", "smallest", "crowded", "random", "picture"]


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """In which order boxes are judged: one label after the other with the likeliest first, by the model's score, the ones
    on which two models disagree most, the smallest, those on the fullest pictures, or picture after picture; `backwards`
    turns it round. "random" takes `share` percent of them, the same ones for the same `seed`.
    """

    kind: OrderKind = "label"
    backwards: bool = False
    share: float = 100.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which boxes are in the queue; what is empty or None leaves out nothing. `origins` are models, files and sources,
    "" for what a human drew."""

    verdicts: tuple[Verdict, ...] = ()
    labels: tuple[str, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    """Scores, both included; a box without one is left out by either."""
    origins: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()

    def takes(self, row: ReviewRow) -> bool:
        """Whether a box is in the queue, as `Store.review_queue` has it."""
        state = row.state
        score = state.proposed.score if state.proposed else None
        low = -math.inf if self.lowest is None else self.lowest
        high = math.inf if self.highest is None else self.highest
        among = ((self.verdicts, state.verdict), (self.labels, row.label), (self.origins, state.origin))
        return (
            all(not wanted or one in wanted for wanted, one in (*among, (self.pictures, row.picture)))
            and (score is not None or (self.lowest is None and self.highest is None))
            and (score is None or low <= score <= high)
        )


def kept_verdict(box: Box, proposed: Box | None) -> Verdict:
    """What a box that stays is: what it was when the model made it, changed since, or made by hand."""
    if proposed is None:
        return "missed"
    same = (box.label, box.xyxy, box.points) == (proposed.label, proposed.xyxy, proposed.points)
    return "accepted" if same else "fixed"


def together(changes: Sequence[Change], then: Sequence[Change]) -> tuple[Change, ...]:
    """Changes and those that follow at once, one for each box."""
    whole = {change.box: change for change in changes}
    for change in then:
        before = whole.get(change.box)
        whole[change.box] = change if before is None else before.then(change)
    return tuple(whole.values())
