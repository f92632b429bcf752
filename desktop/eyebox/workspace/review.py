"""The review of the open session's boxes: which one is looked at, what is decided, and how that is taken back."""

from __future__ import annotations

import getpass
import time
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from statistics import fmean
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.annotations.commands import SetBox
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.review import (
    BoxState,
    Change,
    Counts,
    Pace,
    ReviewFilter,
    ReviewItem,
    ReviewOrder,
    ReviewRow,
    ReviewStep,
    Verdict,
    as_item,
)  # fmt: skip
from eyebox.session.store import Store
from eyebox.session.writes import AddToReview, JudgeBoxes, SaveBoxes
from eyebox.workspace.annotations import Annotated, Annotations
from eyebox.workspace.history import History, Step, review_of
from eyebox.workspace.review_edits import Edit, ReviewEdits
from eyebox.workspace.review_queue import ReviewQueue
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.errors import EyeboxError

BREAK = 60.0
"""Seconds after which somebody did something else meanwhile."""
PACE = 50
"""So many of the latest decisions say how fast it goes."""
STEPS_KEPT = 1000
"""So many steps of earlier runs can be taken back."""


class Review(QObject):
    """Goes through boxes that models or files brought, one after the other, and keeps what a human says of each.

    What is decided is one write and one step of the history: Ctrl+Z takes it back, also after a restart. A box that is
    changed by hand, wherever, is "fixed" by that; one that is deleted is rejected; a new one was "missed".

    Signals:
        started, ended: the review is on, or off.
        current_changed: another box (ReviewItem, or None) is the one that is looked at.
        changed: something was decided or taken back, or more boxes came: counts, rows and `current` may be others.
        finished: the last box that waited has its verdict.
        failed: one sentence.
    """

    started = Signal()
    ended = Signal()
    current_changed = Signal(object)
    changed = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(
        self,
        store: Store,
        writes: WriteQueue,
        annotations: Annotations,
        history: History,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._writes = writes
        self._annotations = annotations
        self._history = history
        self._background = background
        self._queue = ReviewQueue(store, writes)
        self._edits = ReviewEdits(store, writes, annotations)
        self._session = ""
        self._is_starting = False
        self._number = 0
        self._place = -1
        self._shown = 0.0
        """When the current box came into sight."""
        self._seconds: deque[float] = deque(maxlen=PACE)
        self._marks: dict[str, bool] = {}
        """Whether pictures are complete by what was decided, which may still wait for the disk."""
        self._taken_up: set[str] = set()
        """Sessions whose steps of earlier runs are in the history."""
        self.reviewer = _user()
        annotations.arrived.connect(self._on_arrived)
        writes.recovered.connect(self._reload)

    # On and off

    @property
    def is_on(self) -> bool:
        return bool(self._session)

    def start(self, session: str) -> None:
        """Reviews the boxes of the open session that no human made; what was decided before counts.

        `started` comes when they are there, at once where the session has been reviewed before.
        """
        if self.is_on or self._is_starting:
            return
        if self._store.has_review(session):
            self._begin(session)
        self._is_starting = True
        self._writes.alone(partial(self._join, session))

    def _join(self, session: str) -> None:
        """Puts the boxes that are not in the review yet into it, on another thread."""

        def work() -> int:
            with self._store.for_writing() as store:
                return store.join_review(session)

        def end(joined: int) -> None:
            self._is_starting = False
            self._writes.end_alone()
            if not self.is_on:
                self._begin(session)
            elif joined:
                self._reload()

        def fail(error: EyeboxError) -> None:
            self._is_starting = False
            self._writes.end_alone()
            self.failed.emit(translated(error.sentence))

        if self._store.is_in_memory:
            end(self._store.join_review(session))
        else:
            self._background.run(work, end, fail)

    def _begin(self, session: str) -> None:
        self._session = session
        self._queue.load(session)
        self._annotations.set_judge(self._on_edited)
        self._take_up_steps()
        self.started.emit()
        self._show_place(self._queue.next_waiting(0))

    @Slot()
    def stop(self) -> None:
        """Ends the review; it goes on where it was when it is started again."""
        if not self.is_on:
            return
        self._session = ""
        self._annotations.set_judge(None)
        self._queue.close()
        self._number, self._place = 0, -1
        self._seconds.clear()
        self.current_changed.emit(None)
        self.ended.emit()

    # What is looked at

    @property
    def total(self) -> int:
        """How many boxes the queue has, as it is ordered and filtered."""
        return len(self._queue)

    @property
    def current(self) -> ReviewItem | None:
        return self.item(self._number) if self._number else None

    def item(self, number: int) -> ReviewItem | None:
        """A box by its number; its position is -1 where it is not in the queue."""
        row = self._queue.row(number)
        return None if row is None else as_item(row, self._queue.place(number), self.total)

    def rows(self, first: int, count: int) -> list[ReviewItem]:
        """The boxes from the `first` place of the queue on, at most `count`."""
        numbers = self._queue.numbers[max(first, 0) : max(first, 0) + count]
        rows = self._queue.rows(numbers)
        return [
            as_item(rows[number], max(first, 0) + n, self.total)
            for n, number in enumerate(numbers)
            if number in rows
        ]

    def of_picture(self, picture: str) -> list[ReviewItem]:
        """All boxes in review of a picture, also those that the filter leaves out."""
        rows = self._queue.of_picture(picture)
        return [as_item(row, self._queue.place(row.number), self.total) for row in rows]

    def number_of(self, picture: str, box: str) -> int:
        """The number of a box in review by its id, 0 for one that is not."""
        row = self._queue.of_boxes(picture, [box]).get(box)
        return row.number if row else 0

    def waiting_place(self, first: int) -> int:
        """The place in the queue of the first box that waits for a verdict, from `first` on; -1 where none does."""
        place = self._queue.next_waiting(first)
        return place if place >= first else -1

    def upcoming(self, count: int) -> list[str]:
        """The next pictures (ids) with boxes that wait, in the order of the queue, without the current one."""
        current = self._queue.row(self._number)
        numbers = self._queue.waiting_from(self._place + 1, 16 * count)
        pictures = dict.fromkeys(row.picture for row in self._queue.rows(numbers).values())
        return [picture for picture in pictures if current is None or picture != current.picture][:count]

    def show(self, number: int) -> None:
        """Makes a box the current one."""
        if number and self._queue.row(number) is not None:
            self._set_current(number)

    def step(self, by: int) -> None:
        """Makes the box so many places further in the queue the current one, judged or not."""
        self._show_place(min(max(self._place + by, 0), self.total - 1))

    def next_waiting(self) -> None:
        """Makes the next box without a verdict the current one; the one that there is stays where there is none."""
        self._show_place(self._queue.next_waiting(self._place + 1))

    def next_picture(self, by: int) -> None:
        """Makes the first box of the next (1) or previous (-1) picture in the queue the current one."""
        current = self._queue.row(self._number)
        place = self._place
        while current is not None and 0 <= (place := place + by) < self.total:
            row = self._queue.row(self._queue.numbers[place])
            if row is not None and row.picture != current.picture:
                self._show_place(place)
                return

    def _show_place(self, place: int) -> None:
        if 0 <= place < self.total:
            self._set_current(self._queue.numbers[place])
        elif not self._number and self.total:
            self._set_current(self._queue.numbers[0])

    def _set_current(self, number: int) -> None:
        if number == self._number:
            return
        self._number = number
        place = self._queue.place(number)
        self._place = place if place >= 0 else self._place
        self._shown = time.monotonic()
        self.current_changed.emit(self.current)

    # Order, filter, counts

    @property
    def order(self) -> ReviewOrder:
        return self._queue.order

    def set_order(self, order: ReviewOrder) -> None:
        """Orders the queue; the current box stays the current one where it is in it."""
        self._queue.order = order
        self._reload()

    @property
    def filter(self) -> ReviewFilter:
        return self._queue.filter

    def set_filter(self, wanted: ReviewFilter) -> None:
        """Leaves boxes out of the queue; the current box stays the current one where it is in it."""
        self._queue.filter = wanted
        self._reload()

    @Slot()
    def _reload(self) -> None:
        if not self.is_on:
            return
        self._queue.load(self._session)
        self._place = self._queue.place(self._number)
        self.changed.emit()
        if self._place < 0:
            self._number = 0
            self._show_place(self._queue.next_waiting(0))
            if not self._number:
                self.current_changed.emit(None)

    @property
    def counts(self) -> Counts:
        """Of all boxes of the review, whatever the filter says."""
        return self._queue.counts

    @property
    def labels(self) -> list[str]:
        """The labels of the boxes in review, the most frequent first."""
        counts = self.counts
        return sorted(counts.by_label, key=lambda label: (-sum(counts.by_label[label].values()), label))

    @property
    def pace(self) -> Pace:
        seconds = fmean(self._seconds) if self._seconds else None
        return Pace(seconds, None if seconds is None else seconds * self.counts.waiting)

    # Deciding

    def decide(self, verdict: Verdict) -> None:
        """Gives the current box a verdict and goes on to the next one that waits.

        An accepted box that was changed stays "fixed", one that a human added "missed"; a rejected one that is accepted
        comes back. "" takes the verdict away.
        """
        if self._number:
            self.decide_these({self._number: verdict})
            self._advance()

    def decide_these(self, verdicts: Mapping[int, Verdict]) -> None:
        """Gives boxes (by number) verdicts, as one step; stays at the current box."""
        rows = self._queue.rows(list(verdicts))
        seconds = self._elapsed() / max(len(rows), 1)
        kept = seconds * len(rows) <= BREAK
        changes, counted = [], 0
        for number, row in rows.items():
            after = self._after(row.state, verdicts[number], seconds if kept else None)
            if after == row.state:
                continue
            counted += 1
            place = self._edits.row_of(row.picture, row.state.box.id) if _leaves(row.state, after) else -1
            changes.append(Change(row.picture, row.state.box.id, row.state, after, place))
        complete = self._completed({row.picture for row in rows.values()}, changes)
        if not changes and not complete:
            return
        if kept:
            self._seconds.extend([seconds] * counted)
        self._shown = time.monotonic()
        kinds: set[str] = {change.after.verdict if change.after else "removed" for change in changes}
        kind = "complete" if not kinds else kinds.pop() if len(kinds) == 1 else "several"
        self._do(ReviewStep(new_id(), kind, tuple(changes), complete))

    def accept_rest(self, picture: str) -> None:
        """Accepts all boxes of a picture that wait, as one step, and goes on."""
        rows = self._queue.of_picture(picture)
        self.decide_these({row.number: "accepted" for row in rows if row.verdict == ""})
        self._advance()

    def set_label(self, label: str) -> None:
        """Gives the current box another label, which is a fix."""
        item = self.current
        if item is not None and item.box is not None and item.box.label != label:
            annotated = self._annotations.of(item.picture)
            if box := annotated.model.box(item.box_id):
                annotated.stack.push(
                    SetBox(annotated.model, replace(box, label=label), self.tr("Change the label"))
                )

    def is_complete(self, picture: str) -> bool:
        """Whether nothing is missing on a picture, as a human said."""
        mark = self._marks.get(picture)
        return self._store.is_complete(picture) if mark is None else mark

    def set_complete(self, picture: str, mark: bool) -> None:
        """Says that nothing is missing on a picture, or that something may be."""
        if mark != self.is_complete(picture):
            self._do(ReviewStep(new_id(), "complete", (), ((picture, mark),)))

    def _elapsed(self) -> float:
        return time.monotonic() - self._shown

    def _advance(self) -> None:
        place = self._queue.next_waiting(self._place)
        self._show_place(place)
        if place < 0 and self.is_on:
            self.finished.emit()

    def _after(self, state: BoxState, verdict: Verdict, seconds: float | None) -> BoxState | None:
        """How a box stands after a verdict; None: a human added it, and takes it out again."""
        if verdict == "rejected" and state.proposed is None:
            return None
        if verdict == "accepted":
            verdict = _kept_verdict(state.box, state.proposed)
        if verdict == state.verdict:
            return state
        return self._decided(state, verdict, state.box, seconds)

    def _decided(self, state: BoxState, verdict: Verdict, box: Box, seconds: float | None) -> BoxState:
        when = time.time() if verdict else None
        return replace(
            state,
            verdict=verdict,
            box=box,
            seconds=seconds if verdict else None,
            decided=when,
            reviewer=self.reviewer,
        )

    def _completed(self, pictures: Iterable[str], changes: Sequence[Change]) -> tuple[tuple[str, bool], ...]:
        """The pictures on which nothing waits any more after changes, or something does again."""
        waiting = {picture: self._store.waiting_on(picture) for picture in pictures}
        for change in changes:
            for state, count in ((change.before, -1), (change.after, 1)):
                if state is not None and state.verdict in ("", "unsure"):
                    waiting[change.picture] += count
        marks = {picture: count <= 0 for picture, count in waiting.items()}
        return tuple((picture, mark) for picture, mark in marks.items() if mark != self.is_complete(picture))

    # Steps

    def _do(self, step: ReviewStep, edit: Edit | None = None, saves: Sequence[SaveBoxes] = ()) -> None:
        """Writes a step and puts it into the history. `saves`: what a human's edit, which made it, is to write."""
        saves = saves if edit is not None else self._edits.make_so(step.changes)
        self._writes.do(JudgeBoxes(self._session, step, tuple(saves)))
        self._marks |= dict(step.complete)
        self._note(step.changes)
        self._push(step, edit)
        self.changed.emit()

    def _push(self, step: ReviewStep, edit: Edit | None, when: int = 0) -> None:
        command = _Reviewed(self, self._text(step), self._session, step, edit)
        self._history.stack_of(review_of(self._session)).push(command, when)

    def _text(self, step: ReviewStep) -> str:
        texts = {
            "accepted": self.tr("Accept"), "fixed": self.tr("Fix"), "rejected": self.tr("Reject"),
            "missed": self.tr("Add what was missed"), "unsure": self.tr("Mark as unsure"),
            "": self.tr("Take the verdict away"), "removed": self.tr("Remove what was added"),
            "complete": self.tr("Mark the picture as complete"),
        }  # fmt: skip
        return texts.get(step.kind, self.tr("Judge boxes"))

    def _take_up_steps(self) -> None:
        """Puts the steps of earlier runs into the history, before all of this one."""
        if self._session not in self._taken_up:
            self._taken_up.add(self._session)
            steps = self._store.steps(self._session, STEPS_KEPT)
            for n, step in enumerate(steps):
                self._push(step, None, n - len(steps))

    def apply(self, session: str, step: ReviewStep, edit: Edit | None, *, undone: bool) -> bool:
        """Takes a step back, or does it again, and shows where it was. Returns whether anything could be done."""
        done = step.reversed() if undone else step
        changes = done.changes
        self._marks |= dict(done.complete)
        self._annotations.set_judge(self._on_edited)
        saves = self._edits.make_so(changes, edit, undone=undone)
        self._writes.do(JudgeBoxes(session, step, saves, undone))
        if not self.is_on:
            self._annotations.set_judge(None)
        elif numbers := self._note(changes):
            self._set_current(numbers[0])
        self.changed.emit()
        return True

    def _note(self, changes: Sequence[Change]) -> list[int]:
        """Makes the queue level with changes that were written. Returns the numbers of their rows."""
        pictures = {change.picture for change in changes}
        known = {
            (picture, box): row
            for picture in pictures
            for box, row in self._queue.of_boxes(
                picture, [c.box for c in changes if c.picture == picture]
            ).items()
        }
        gone = {row.number for row in known.values()}
        numbers = self._queue.took(changes, known)
        if self._number in gone and self._queue.row(self._number) is None:
            self._number = 0
        return numbers

    # Boxes that are changed by hand

    def _on_edited(self, annotated: Annotated, write: SaveBoxes) -> None:
        """Writes what a human changed on a picture together with what that says of the boxes."""
        if self._edits.collects(write):
            return
        ids = [*(box.id for box in write.changed), *write.removed]
        rows = self._queue.of_boxes(annotated.picture, ids)
        seconds = self._elapsed()
        changes = list(self._changes(annotated, write, rows, seconds if seconds <= BREAK else None))
        if not changes:
            self._writes.do(self._edits.real(write))
            return
        stack = annotated.stack
        noted = partial(self._on_pushed, annotated, self._edits.real(write), tuple(changes), stack.index())
        stack.when_pushed(noted)

    def _changes(
        self, annotated: Annotated, write: SaveBoxes, rows: Mapping[str, ReviewRow], seconds: float | None
    ) -> Iterable[Change]:
        picture = annotated.picture
        by_hand = annotated.is_by_hand and annotated.stack.is_pushing
        for box in write.changed:
            row = rows.get(box.id)
            if row is None:
                if by_hand and self._edits.stored_row(picture, box.id) < 0:
                    yield Change(
                        picture, box.id, None, self._decided(BoxState("", box), "missed", box, seconds)
                    )
            elif row.verdict == "rejected" or replace(box, locked=row.state.box.locked) != row.state.box:
                proposed = row.state.proposed
                verdict: Verdict = "missed" if proposed is None else "fixed"
                if row.verdict == "rejected":
                    verdict = _kept_verdict(box, proposed)
                yield Change(picture, box.id, row.state, self._decided(row.state, verdict, box, seconds))
        for box_id in write.removed:
            row = rows.get(box_id)
            if row is not None and row.verdict != "rejected":
                after = self._after(row.state, "rejected", seconds)
                yield Change(picture, box_id, row.state, after, self._edits.stored_row(picture, box_id))

    def _on_pushed(
        self, annotated: Annotated, write: SaveBoxes, changes: tuple[Change, ...], index: int
    ) -> None:
        """The command of an edit is on its stack, alone or as a part of the one before."""
        stack = annotated.stack
        command: Any = stack.command(stack.index() - 1)
        top = self._top()
        if stack.index() <= index and top is not None and top.continues(annotated, command, changes):
            self._go_on_with(top, changes, write)
            return
        kind = changes[0].after.verdict if changes[0].after else "removed"
        is_there = stack.index() >= index  # else it took the one before off the stack
        self._do(
            ReviewStep(new_id(), kind, changes), Edit(annotated, command if is_there else None), (write,)
        )

    def _go_on_with(self, top: _Reviewed, changes: tuple[Change, ...], write: SaveBoxes) -> None:
        """Makes changes a part of the latest step; one that ends where it began is taken back."""
        whole = tuple(map(_joined, top.step.changes, changes))
        if all(change.is_nothing for change in whole):
            changes = tuple(replace(c, after=w.before) for c, w in zip(changes, whole, strict=True))
            top.is_cancelled = True
        else:
            top.step = replace(top.step, changes=whole)
        self._writes.do(JudgeBoxes(self._session, top.step, (write,), undone=top.is_cancelled))
        self._note(changes)
        self.changed.emit()

    def _top(self) -> _Reviewed | None:
        stack = self._history.stack_of(review_of(self._session))
        command: Any = stack.command(stack.index() - 1) if stack.index() else None
        return command if isinstance(command, _Reviewed) else None

    @Slot(str, object)
    def _on_arrived(self, picture: str, boxes: Sequence[Box]) -> None:
        """Boxes of an answer or a file join the review."""
        if not self.is_on:
            return
        ids = tuple(box.id for box in boxes if box.source != "user")
        if ids:
            self._writes.do(AddToReview(picture, ids, boxes[0].source))
            self._reload()


class _Reviewed(Step):
    """A step of a review in the history: done already when it is put there."""

    def __init__(self, review: Review, text: str, session: str, step: ReviewStep, edit: Edit | None) -> None:
        super().__init__(text, lambda: self._apply(undone=False), lambda: self._apply(undone=True))
        self._review = review
        self._session = session
        self.step = step
        self.edit = edit
        self._is_new = True
        self.is_cancelled = False
        """Whether it came to nothing: there is nothing to take back."""

    def _apply(self, *, undone: bool) -> bool:
        if self._is_new or self.is_cancelled:
            self._is_new = False
            return not self.is_cancelled
        return self._review.apply(self._session, self.step, self.edit, undone=undone)

    def continues(self, annotated: Annotated, command: object, changes: Sequence[Change]) -> bool:
        """Whether a command that was joined with the one before it goes on with this step."""
        if self.edit is None or self.edit.annotated is not annotated:
            return False
        same = [change.box for change in self.step.changes] == [change.box for change in changes]
        joined = map(_joined, self.step.changes, changes)
        return same and (command is self.edit.command or all(change.is_nothing for change in joined))


def _leaves(before: BoxState, after: BoxState | None) -> bool:
    """Whether a box goes from its picture."""
    return before.verdict != "rejected" and (after is None or after.verdict == "rejected")


def _kept_verdict(box: Box, proposed: Box | None) -> Verdict:
    """What a box that stays is: what it was when the model made it, changed since, or made by hand."""
    return "missed" if proposed is None else "accepted" if same_place(box, proposed) else "fixed"


def same_place(box: Box, other: Box) -> bool:
    """Whether two boxes are alike in what a human may change: label, corners and points."""
    return (box.label, box.xyxy, box.points) == (other.label, other.xyxy, other.points)


def _joined(first: Change, then: Change) -> Change:
    return replace(then, before=first.before, row=first.row)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
