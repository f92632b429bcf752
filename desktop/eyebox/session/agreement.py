"""Two reviews of the same pictures: how far they agree, and on which boxes they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from typing import Literal

from eyebox.session.review_summary import DRAWN, STANDS, Judged
from eyebox_models.evaluation.matching import match, overlaps
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass

SAME_BOX = 0.5
"""The IoU from which on two boxes are meant for the same thing."""
SAME_PLACE = 0.75
"""The IoU from which on two reviewers are of one mind about where it is."""

Kind = Literal["label", "place", "mine", "theirs"]
"""What a dispute is about: another label, another place, or a box that only I or only they have."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What two reviewers say of one thing on a picture; None where one says nothing of it, or has rejected it."""

    picture: str
    kind: Kind
    mine: Judged | None
    theirs: Judged | None
    iou: float = 0.0

    @property
    def key(self) -> str:
        """The same for the same dispute in every run, also after it was settled."""
        one = self.theirs or self.mine
        return f"{self.picture}/{one.box_id if one else ''}"


@dataclass(frozen=True, slots=True)
class Taken:
    """What only they have judged: their box, and mine where I was unsure of it or have not judged it."""

    picture: str
    mine: Judged | None
    theirs: Judged


@dataclass(slots=True)
class Agreement:
    """How far two reviewers agree, over all things that either of them has a box for and both have judged."""

    labels: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    """How often which label of mine met which of theirs; None stands for no box."""
    overlap: float = 0.0
    """The sum of the IoUs of matched boxes."""
    pictures: int = 0
    """Pictures on which both have judged something."""

    @property
    def total(self) -> int:
        return self.labels.total()

    @property
    def matched(self) -> int:
        """How many boxes both have."""
        return sum(count for pair, count in self.labels.items() if None not in pair)

    @property
    def agreed(self) -> int:
        """How many boxes both have with the same label."""
        return sum(count for (mine, theirs), count in self.labels.items() if mine == theirs)

    @property
    def share(self) -> float | None:
        """The share of agreement, 0 to 1; None without boxes."""
        return self.agreed / self.total if self.total else None

    @property
    def mean_iou(self) -> float | None:
        """The mean IoU of the boxes that both have; None without any."""
        return self.overlap / self.matched if self.matched else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa of the labels, "no box" being one; None where chance alone would agree on all, or without boxes."""
        total = self.total
        mine: Counter[str | None] = Counter()
        theirs: Counter[str | None] = Counter()
        for (first, second), count in self.labels.items():
            mine[first] += count
            theirs[second] += count
        by_chance = sum(mine[label] * theirs[label] for label in mine)
        if by_chance == total * total:
            return None
        return (self.agreed * total - by_chance) / (total * total - by_chance)

    def add(
        self, picture: str, mine: Sequence[Judged], theirs: Sequence[Judged], *, is_complete: bool = False
    ) -> tuple[list[Dispute], list[Taken]]:
        """Counts a picture of both reviews. Gives its disputes, and what only they have judged.

        `is_complete`: I found nothing missing on it. Where I have judged nothing at all, nothing counts.
        """
        if not is_complete and not has_judged(mine):
            return [], list(_taken(picture, mine, theirs))
        if not has_judged(theirs) and not any(box.is_complete for box in theirs):
            return [], []
        self.pictures += 1
        my_boxes, their_boxes = _standing(mine), _standing(theirs)
        pairs = {first: (second, iou) for first, second, iou in _matched(my_boxes, their_boxes)}
        disputes = []
        for place, judged in enumerate(my_boxes):
            if place not in pairs:
                said = _said_of(judged, theirs)
                if said is None or said.verdict == "rejected":
                    self.labels[_label(judged), None] += 1
                    disputes.append(Dispute(picture, "mine", judged, said))
                continue
            other, iou = pairs[place]
            self.labels[_label(judged), _label(their_boxes[other])] += 1
            self.overlap += iou
            if _label(judged) != _label(their_boxes[other]):
                disputes.append(Dispute(picture, "label", judged, their_boxes[other], iou))
            elif iou < SAME_PLACE:
                disputes.append(Dispute(picture, "place", judged, their_boxes[other], iou))
        paired = {second for second, _iou in pairs.values()}
        for place, judged in enumerate(their_boxes):
            said = _said_of(judged, mine) if place not in paired else None
            if place not in paired and (said is None or said.verdict == "rejected"):
                self.labels[None, _label(judged)] += 1
                disputes.append(Dispute(picture, "theirs", said, judged))
        open_ones = [box for box in mine if box.verdict in _OPEN and not box.is_planted]
        return disputes, list(_taken(picture, open_ones, theirs, only_over_mine=True))


@dataclass(slots=True)
class LabelAgreement:
    """Of one label: how many boxes both have with it, only I, only they, and how many are another label to them."""

    label: str
    both: int = 0
    mine: int = 0
    theirs: int = 0
    other: int = 0


def by_label(labels: Counter[tuple[str | None, str | None]]) -> list[LabelAgreement]:
    """The agreement of each label, the most frequent first. A box under two labels counts for mine."""
    found: dict[str, LabelAgreement] = {}
    for (mine, theirs), count in labels.items():
        label = theirs if mine is None else mine
        assert label is not None, "a box that nobody has"
        row = found.setdefault(label, LabelAgreement(label))
        if mine is None:
            row.theirs += count
        elif theirs is None:
            row.mine += count
        elif mine == theirs:
            row.both += count
        else:
            row.other += count
    return sorted(
        found.values(), key=lambda row: (-(row.both + row.mine + row.theirs + row.other), row.label)
    )


_OPEN = ("", "unsure")


def has_judged(boxes: Iterable[Judged]) -> bool:
    """Whether any box has a verdict, be it that one is unsure."""
    return any(box.verdict not in ("", DRAWN) and not box.is_planted for box in boxes)


def _taken(
    picture: str, mine: Sequence[Judged], theirs: Sequence[Judged], *, only_over_mine: bool = False
) -> Iterator[Taken]:
    """What they judged where mine are open; `only_over_mine` leaves out where nothing of mine is."""
    said = [box for box in theirs if box.verdict not in ("", "unsure") and not box.is_planted]
    mine = [box for box in mine if (box.proposed or box.now) and not box.is_planted]
    places = [[_place(box).xyxy for box in boxes] for boxes in (mine, said)]
    pairs = {pair.second: mine[pair.first] for pair in match(places[0], places[1], threshold=SAME_BOX)}
    for place, judged in enumerate(said):
        if place in pairs or (judged.now is not None and not only_over_mine):
            yield Taken(picture, pairs.get(place), judged)


def _place(judged: Judged) -> Box:
    """Where a box was proposed, or where a human drew it."""
    box = judged.proposed or judged.now
    assert box is not None
    return box


def _standing(boxes: Iterable[Judged]) -> list[Judged]:
    return [box for box in boxes if box.verdict in STANDS and box.now is not None and not box.is_planted]


def _label(judged: Judged) -> str:
    assert judged.now is not None
    return judged.now.label


def _matched(mine: Sequence[Judged], theirs: Sequence[Judged]) -> list[tuple[int, int, float]]:
    """Boxes of the same thing, one to one: the highest IoU first, of equal ones those with the same label."""
    corners = [[box.now.xyxy for box in boxes if box.now] for boxes in (mine, theirs)]
    pairs = overlaps(corners[0], corners[1], SAME_BOX)
    pairs.sort(key=lambda pair: (-pair.iou, _label(mine[pair.first]) != _label(theirs[pair.second])))
    firsts: set[int] = set()
    seconds: set[int] = set()
    made = []
    for pair in pairs:
        if pair.first not in firsts and pair.second not in seconds:
            firsts.add(pair.first)
            seconds.add(pair.second)
            made.append((pair.first, pair.second, pair.iou))
    return made


def _said_of(judged: Judged, others: Sequence[Judged]) -> Judged | None:
    """What the other one did with the model's box at this place: rejected it, was unsure, or has not judged it yet."""
    assert judged.now is not None
    there = [one for one in others if one.proposed and one.verdict not in STANDS and not one.is_planted]
    places: list[Box] = [one.proposed for one in there if one.proposed]
    found = overlaps([judged.now.xyxy], [box.xyxy for box in places], SAME_BOX)
    return there[max(found, key=lambda pair: pair.iou).second] if found else None
