"""Which boxes a review goes through and in which order: numbers, whose rows are read where they are looked at."""

from __future__ import annotations

from array import array
from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence

from eyebox.session.review import Change, Counts, ReviewFilter, ReviewItem, ReviewOrder, ReviewRow, as_item
from eyebox.session.store import Store
from eyebox.workspace.write_queue import WriteQueue

ROWS_KEPT = 1000
"""So many rows that were read stay in memory."""
AT_ONCE = 100
"""So many rows are read at once."""


class ReviewQueue:
    """The judged boxes of one session, ordered and filtered, and how many there are of each kind.

    What was decided and still waits for the disk counts as decided.
    """

    def __init__(self, store: Store, writes: WriteQueue) -> None:
        self._store = store
        self._writes = writes
        self.session = ""
        self.order = ReviewOrder()
        self.filter = ReviewFilter()
        self.without: frozenset[str] = frozenset()
        """Pictures that are left out."""
        self.numbers = array("q")
        self._waits = bytearray()
        self._places: dict[int, int] | None = None
        self._rows: OrderedDict[int, ReviewRow] = OrderedDict()
        self._unwritten: dict[int, ReviewRow] = {}
        self._unnumbered: dict[tuple[str, str], ReviewRow | None] = {}
        """Boxes, by picture and id, that were added while the disk could not take them: they get their numbers there."""
        self._counts: Counter[tuple[str, str]] = Counter()
        self._origins: Counter[str] = Counter()
        self.planted: Counter[str] = Counter()
        """How many planted boxes have which verdict."""

    def load(self, session: str) -> None:
        """Reads the queue of a session."""
        self.session = session
        self._rows.clear()
        self._forget_written()
        order, wanted = self.order, self.filter
        numbers, waits = self._store.review_queue(session, wanted, order, self.without)
        if order.kind == "random":
            import random

            chosen = random.Random(order.seed).sample(
                range(len(numbers)), round(len(numbers) * min(max(order.share, 0.0), 100.0) / 100)
            )
            numbers, waits = array("q", (numbers[n] for n in chosen)), bytearray(waits[n] for n in chosen)
        self.numbers, self._waits, self._places = numbers, waits, None
        self._counts = Counter(self._store.review_counts(session, self.without))
        self._origins = Counter(self._store.origin_counts(session, self.without))
        self.planted = Counter(self._store.planted_counts(session))
        for row in self._unwritten.values():
            self._set_waiting(row)

    def close(self) -> None:
        self.session = ""
        self.numbers, self._waits, self._places = array("q"), bytearray(), None
        self._rows.clear()
        self._unwritten.clear()
        self._unnumbered.clear()
        self._counts.clear()
        self._origins.clear()

    def __len__(self) -> int:
        return len(self.numbers)

    # As they are shown

    def item(self, number: int) -> ReviewItem | None:
        """A box by its number; its position is -1 where it is not in the queue."""
        row = self.row(number)
        return None if row is None else as_item(row, self.place(number), len(self))

    def items(self, first: int, count: int) -> list[ReviewItem]:
        """The boxes from the `first` place of the queue on, at most `count`."""
        numbers = self.numbers[max(first, 0) : max(first, 0) + count]
        rows = self.rows(numbers)
        return [
            as_item(rows[number], max(first, 0) + n, len(self))
            for n, number in enumerate(numbers)
            if number in rows
        ]

    def items_of(self, picture: str) -> list[ReviewItem]:
        """All boxes in review of a picture, also those that the filter leaves out."""
        return [as_item(row, self.place(row.number), len(self)) for row in self.of_picture(picture)]

    def number_of(self, picture: str, box: str) -> int:
        """The number of a box in review by its id, 0 for one that is not."""
        row = self.of_boxes(picture, [box]).get(box)
        return row.number if row else 0

    def place(self, number: int) -> int:
        """Where a number stands in the queue, -1 where it does not."""
        if self._places is None:
            self._places = {number: place for place, number in enumerate(self.numbers)}
        return self._places.get(number, -1)

    def add(self, rows: Iterable[ReviewRow]) -> None:
        """Takes in boxes that came later: all are counted, those that the filter takes come at the end."""
        rows = [row for row in rows if self.place(row.number) < 0]
        for row in rows:
            self._counts[row.label, row.verdict] += 1
            self._origins[row.state.origin] += 1
        self._append(rows)

    def forget(self, picture: str) -> None:
        """Reads the rows of a picture again when they are looked at: they were turned."""
        for number in [number for number, row in self._rows.items() if row.picture == picture]:
            del self._rows[number]

    def _append(self, rows: Iterable[ReviewRow]) -> None:
        """Puts boxes at the end, those among them that the filter takes and that are not in the queue yet."""
        for row in rows:
            if self.place(row.number) < 0 and self.filter.takes(row) and row.picture not in self.without:
                assert self._places is not None
                self._places[row.number] = len(self.numbers)
                self.numbers.append(row.number)
                self._waits.append(row.verdict == "")

    def next_waiting(self, place: int) -> int:
        """The place of the next box that waits for a verdict, from `place` on and then from the beginning; -1: none."""
        found = self._waits.find(1, max(place, 0))
        return found if found >= 0 else self._waits.find(1)

    def waiting_from(self, place: int, count: int) -> list[int]:
        """The numbers of the next boxes that wait, at most so many."""
        found: list[int] = []
        while len(found) < count and (place := self._waits.find(1, place)) >= 0:
            found.append(self.numbers[place])
            place += 1
        return found

    # Rows

    def row(self, number: int) -> ReviewRow | None:
        return self.rows([number]).get(number)

    def rows(self, numbers: Sequence[int]) -> dict[int, ReviewRow]:
        """Rows by their numbers."""
        self._forget_written()
        missing = [number for number in numbers if number not in self._rows and number not in self._unwritten]
        for start in range(0, len(missing), AT_ONCE):
            for number, row in self._store.review_rows(missing[start : start + AT_ONCE]).items():
                self._rows[number] = row
        found = {}
        for number in numbers:
            there = self._unwritten.get(number) or self._rows.get(number)
            if there is not None:
                found[number] = there
                if number in self._rows:
                    self._rows.move_to_end(number)
        while len(self._rows) > ROWS_KEPT:
            self._rows.popitem(last=False)
        return found

    def of_boxes(self, picture: str, boxes: Iterable[str]) -> dict[str, ReviewRow]:
        """Rows of boxes of a picture by the ids of the boxes."""
        boxes = list(boxes)
        rows = self._as_decided(self._store.review_of_boxes(picture, boxes))
        new = {box: row for box in boxes if (row := self._unnumbered.get((picture, box)))}
        return rows | new

    def of_picture(self, picture: str) -> tuple[ReviewRow, ...]:
        """The rows of a picture in the order in which its boxes came."""
        rows = {row.state.box.id: row for row in self._store.review_of_picture(picture)}
        return tuple(self._as_decided(rows).values())

    def _as_decided(self, rows: dict[str, ReviewRow]) -> dict[str, ReviewRow]:
        self._forget_written()
        return {box: self._unwritten.get(row.number, row) for box, row in rows.items()}

    def _forget_written(self) -> None:
        if not self._writes.pending:
            self._unwritten.clear()
            self._unnumbered.clear()

    def _set_waiting(self, row: ReviewRow) -> None:
        place = self.place(row.number)
        if place >= 0:
            self._waits[place] = row.verdict == ""

    # What was decided

    def took(self, changes: Sequence[Change], known: dict[tuple[str, str], ReviewRow]) -> list[int]:
        """Notes changes whose write was handed on. `known`: the rows before, by picture and box. Returns the numbers
        of those that are there."""
        if not self.session:
            return []
        changed = []
        new: dict[str, list[str]] = {}
        for change in changes:
            for state, count in ((change.before, -1), (change.after, 1)):
                if state is not None:
                    self._counts[state.box.label, state.verdict] += count
                    self._origins[state.origin] += count
                    if state.planted:
                        self.planted[state.verdict] += count
            row = known.get((change.picture, change.box))
            if row is None or not row.number or change.before is None:  # the store may have it by now
                new.setdefault(change.picture, []).append(change.box)
                if self._writes.pending:
                    after = change.after
                    added = None if after is None else ReviewRow(0, change.picture, after, after.box.area)
                    self._unnumbered[change.picture, change.box] = added
                continue
            self._rows.pop(row.number, None)
            self._unwritten.pop(row.number, None)
            if change.after is None:
                self._drop(row.number)
                continue
            changed.append(row.number)
            now = ReviewRow(
                row.number, row.picture, change.after, change.after.box.area, row.crowd, row.doubt
            )
            if self._writes.pending:
                self._unwritten[row.number] = now
            self._set_waiting(now)
        if not self._writes.pending:
            for picture, boxes in new.items():
                rows = self._store.review_of_boxes(picture, boxes)
                self._append(rows.values())
                changed += [row.number for row in rows.values()]
        return changed

    def _drop(self, number: int) -> None:
        place = self.place(number)
        if place >= 0:
            del self.numbers[place], self._waits[place]
            self._places = None

    @property
    def counts(self) -> Counts:
        by_label: dict[str, dict[str, int]] = {}
        for (label, verdict), count in self._counts.items():
            if count:
                by_label.setdefault(label, {})[verdict] = count
        return Counts(by_label, {origin: count for origin, count in self._origins.items() if count})
