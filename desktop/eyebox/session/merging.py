"""Compares a session's review with that of somebody else: which pictures are the same, and what is said of their boxes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace

from eyebox.session.agreement import Agreement, Dispute, Taken, has_judged
from eyebox.session.picture_tables import PAGE, batched
from eyebox.session.review import BoxState, kept_verdict
from eyebox.session.review_summary import Judged, judged_on
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.turning import turned_box, turned_size

Reviewed = tuple[PictureRecord, Sequence[Judged]]
"""A picture, and all that was said of its boxes."""


@dataclass(slots=True)
class Comparison:
    """What came of it. `taken` is what only they have judged; `unknown` counts their pictures that are not here."""

    reviewer: str
    agreement: Agreement = field(default_factory=Agreement)
    disputes: list[Dispute] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    completed: list[str] = field(default_factory=list)
    """Pictures (ids of mine) on which they found nothing missing, and I have judged nothing."""
    pictures: int = 0
    """How many of their pictures are here."""
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a box is to be after two reviews were merged.

    `mine` is my box as it is now (None: I have none, or have rejected it), of the id `box_id` ("": there was none);
    `box` is what it is to be, None where there is to be none. `proposed` and `verdict` count for a box that is new.
    """

    picture: str
    box_id: str
    mine: Box | None
    box: Box | None
    proposed: Box | None
    verdict: str
    reviewer: str


def wanted_of(picture: str, mine: Judged | None, theirs: Judged | None, reviewer: str) -> Wanted:
    """What takes their side: their box in the place of mine, or none."""
    return Wanted(
        picture,
        mine.box_id if mine else "",
        mine.now if mine else None,
        theirs.now if theirs else None,
        theirs.proposed if theirs else None,
        theirs.verdict if theirs else "rejected",
        reviewer,
    )


def compare(
    store: Store,
    session: str,
    theirs: Iterable[Reviewed],
    reviewer: str,
    each: Callable[[int], None] = lambda _done: None,
) -> Comparison:
    """Compares a session with the pictures of another review, read one after the other; theirs are upright.

    `each` hears before each picture how many are done; what it raises ends the comparison.
    Pictures are the same by their content, or by name and size where the content of one is not known.
    """
    found = Comparison(reviewer)
    here = _Here(store, session)
    for done, picture in enumerate(theirs):
        each(done)
        mine = here.take(picture[0])
        if mine is None:
            found.unknown += 1
            continue
        found.pictures += 1
        boxes = [replace(box, picture=mine.id) for box in turned(picture, mine.turns)[1]]
        my_boxes = judged_on(store, mine)
        disputes, taken = found.agreement.add(mine.id, my_boxes, boxes, is_complete=mine.complete)
        if picture[0].complete and not mine.complete and not has_judged(my_boxes):
            found.completed.append(mine.id)
        found.disputes += disputes
        found.taken += taken
    return found


def upright(picture: Reviewed) -> Reviewed:
    """A picture with its boxes as its file shows it once upright."""
    return turned(picture, -picture[0].turns)


def turned(picture: Reviewed, turns: int) -> Reviewed:
    """A picture with its boxes turned on by so many quarters."""
    record, boxes = picture
    if not turns % 4:
        return picture

    def turn(box: Box | None) -> Box | None:
        return None if box is None else turned_box(box, record.width, record.height, turns)

    width, height = turned_size(record.width, record.height, turns)
    new = replace(record, width=width, height=height, turns=(record.turns + turns) % 4)
    return new, [replace(box, proposed=turn(box.proposed), now=turn(box.now)) for box in boxes]


class _Here:
    """The pictures of a session by content, and by name and upright size; each is given once."""

    def __init__(self, store: Store, session: str) -> None:
        self._records: dict[str, PictureRecord] = {}
        self._by_content: dict[str, list[str]] = {}
        self._by_name: dict[tuple[str, int, int], list[str]] = {}
        for ids in batched(store.picture_ids_of(session), PAGE):
            for id, record in store.picture_records(ids).items():
                self._records[id] = record
                if record.sha256:
                    self._by_content.setdefault(record.sha256, []).append(id)
                self._by_name.setdefault(_named(record), []).append(id)

    def take(self, theirs: PictureRecord) -> PictureRecord | None:
        for ids in (self._by_content.get(theirs.sha256, ()), self._by_name.get(_named(theirs), ())):
            for id in ids:
                mine = self._records.get(id)
                other = mine is not None and mine.sha256 and theirs.sha256 and mine.sha256 != theirs.sha256
                if mine is not None and not other:
                    return self._records.pop(id)
        return None


def _named(record: PictureRecord) -> tuple[str, int, int]:
    return (record.name, *turned_size(record.width, record.height, -record.turns))


def merged(before: BoxState | None, wanted: Wanted) -> BoxState | None:
    """How a box stands after two reviews were merged: as theirs, and their work; the model's box stays mine."""
    box = wanted.box
    if box is None:
        if before is None or before.proposed is None:
            return None
        after = replace(before, verdict="rejected")
    elif before is None:
        new = new_id()
        proposed = replace(wanted.proposed, id=new) if wanted.proposed else None
        box = replace(box, id=new, locked=False)
        after = BoxState(kept_verdict(box, proposed), box, proposed, wanted.reviewer)
    else:
        mine = replace(
            before.box,
            label=box.label,
            x1=box.x1,
            y1=box.y1,
            x2=box.x2,
            y2=box.y2,
            points=box.points,
            kind=box.kind,
        )
        after = replace(before, verdict=kept_verdict(mine, before.proposed), box=mine)
    return (
        after
        if after == before
        else replace(after, seconds=None, decided=time.time(), reviewer=wanted.reviewer)
    )
