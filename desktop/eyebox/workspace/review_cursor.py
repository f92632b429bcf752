"""Which box of a review is looked at, and ways from it to others."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.session.review import ReviewItem
from eyebox.workspace.review_queue import ReviewQueue
from eyebox.workspace.review_steps import ReviewSteps


class ReviewCursor(QObject):
    """Stands on one box of the queue, or none.

    Signals: current_changed: another box (ReviewItem, or None) is the one that is looked at.
    """

    current_changed = Signal(object)

    def __init__(self, queue: ReviewQueue, steps: ReviewSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self._steps = steps
        self.number = 0
        self._place = -1
        """Where in the queue it is, or was before the queue was filtered."""
        self._unchosen = 0
        """The box that became the current one because it was there first."""

    @property
    def current(self) -> ReviewItem | None:
        return self._queue.item(self.number) if self.number else None

    def waiting_place(self, first: int) -> int:
        """The place in the queue of the first box that waits for a verdict, from `first` on; -1 where none does."""
        place = self._queue.next_waiting(first)
        return place if place >= first else -1

    def upcoming(self, count: int) -> list[str]:
        """The next pictures (ids) with boxes that wait, in the order of the queue, without the current one."""
        current = self._queue.row(self.number)
        numbers = self._queue.waiting_from(self._place + 1, 16 * count)
        pictures = dict.fromkeys(row.picture for row in self._queue.rows(numbers).values())
        return [picture for picture in pictures if current is None or picture != current.picture][:count]

    @Slot(int)
    def show(self, number: int) -> None:
        """Makes a box the current one."""
        if number and self._queue.row(number) is not None:
            self._set_current(number)

    def step(self, by: int) -> None:
        """Makes the box so many places further in the queue the current one, judged or not."""
        self._show_place(min(max(self._place + by, 0), len(self._queue) - 1))

    def next_waiting(self) -> None:
        """Makes the next box without a verdict the current one; the one that there is stays where there is none."""
        self._show_place(self._queue.next_waiting(self._place + 1))

    def next_picture(self, by: int) -> None:
        """Makes the first box of the next (1) or previous (-1) picture in the queue the current one."""
        current = self._queue.row(self.number)
        place = self._place
        while current is not None and 0 <= (place := place + by) < len(self._queue):
            row = self._queue.row(self._queue.numbers[place])
            if row is not None and row.picture != current.picture:
                self._show_place(place)
                return

    def begin(self) -> None:
        """Makes the first box that waits the current one."""
        self._show_place(self._queue.next_waiting(0))
        self._unchosen = self.number

    def settle(self) -> None:
        """Makes the first box that waits the current one where nobody has chosen another yet."""
        if self.number == self._unchosen:
            self._show_place(self._queue.next_waiting(0))

    def advance(self) -> bool:
        """Goes on to the next box that waits, from the current one on; False where none does."""
        place = self._queue.next_waiting(self._place)
        self._show_place(place)
        return place >= 0

    def clear(self) -> None:
        """No box is looked at any more."""
        self.number, self._place = 0, -1

    def check(self) -> None:
        """Goes to another box where the current one is gone: a human added it, and took it out again."""
        if self.number and self._queue.row(self.number) is None:
            self.number = 0
            self._show_place(max(self._place, 0))

    def follow(self) -> bool:
        """The queue was read again; False where the current box is no longer in it."""
        self._place = self._queue.place(self.number)
        return self._place >= 0

    def begin_again(self) -> None:
        """Makes the first box that waits the current one instead of one that is not in the queue."""
        self.number = 0
        self._show_place(self._queue.next_waiting(0))
        if not self.number:
            self.current_changed.emit(None)

    def _show_place(self, place: int) -> None:
        if 0 <= place < len(self._queue):
            self._set_current(self._queue.numbers[place])
        elif not self.number and len(self._queue):
            self._set_current(self._queue.numbers[0])

    def _set_current(self, number: int) -> None:
        if number == self.number:
            return
        before, self.number = self._queue.row(self.number), number
        place = self._queue.place(number)
        self._place = place if place >= 0 else self._place
        self._steps.pace.look()
        current = self.current
        if before is not None and current is not None and before.picture != current.picture:
            self._steps.leave(before.picture)
        self.current_changed.emit(current)
