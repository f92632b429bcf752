"""The review of the open session's boxes: which one is looked at, what is decided, and how that is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.annotations.commands import SetBox
from eyebox.jobs.background import Background
from eyebox.session.review import Counts, Pace, ReviewFilter, ReviewItem, ReviewOrder, Verdict
from eyebox.session.review_plants import plants, share_of
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.session.writes import AddToReview, SetState, Unplant
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.changed_files import ChangedFiles, find_changed
from eyebox.workspace.history import History
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.review_cursor import ReviewCursor
from eyebox.workspace.review_lock import ReviewLock
from eyebox.workspace.review_queue import ReviewQueue
from eyebox.workspace.review_steps import ReviewSteps, user_name
from eyebox.workspace.store_changes import StoreChanges
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box

if TYPE_CHECKING:
    from eyebox.workspace.review_doubt import Doubt

PLANTED = "review_planted"
"""Key of a session's state: the share of planted boxes, and their seed."""


class Review(QObject):
    """Goes through boxes that models or files brought, one after the other, and keeps what a human says of each.

    What is decided is one write and one step of the history: Ctrl+Z takes it back, also after a restart. A box that is
    changed by hand, wherever, is "fixed" by that; one that is deleted is rejected; a new one was "missed".

    Signals:
        started, ended: the review is on, or off.
        current_changed: another box (ReviewItem, or None) is the one that is looked at.
        changed: something was decided or taken back, or more boxes came: counts, rows and `current` may be others.
        finished: the last box that waited has its verdict.
        asked: files of these pictures (ids) have changed since their boxes were made. Nothing on them is judged before
            `answer` says whether the boxes still fit.
        failed: one sentence.
    """

    started = Signal()
    ended = Signal()
    current_changed = Signal(object)
    changed = Signal()
    finished = Signal()
    asked = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        store: Store,
        writes: WriteQueue,
        pictures: Pictures,
        annotations: Annotations,
        history: History,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._writes = writes
        self._annotations = annotations
        self._store_changes = StoreChanges(store, writes, background, self)
        self._store_changes.failed.connect(self.failed)
        self._queue = ReviewQueue(store, writes)
        self._changed = ChangedFiles(store, writes, self)
        self._changed.asked.connect(self.asked)
        self._steps = ReviewSteps(
            store, writes, pictures, annotations, history, self._queue, self._changed.may_judge, self
        )
        self.decide_these, self.also_fixed = self._steps.decide, self._steps.also_fixed
        self.is_complete, self.set_complete = self._steps.is_complete, self._steps.set_complete
        self.merging, self.apply = self._steps.merging, self._steps.apply
        self._cursor = cursor = ReviewCursor(self._queue, self._steps, self)
        cursor.current_changed.connect(self.current_changed)
        self.show, self.step, self.next_waiting = cursor.show, cursor.step, cursor.next_waiting
        self.next_picture, self.upcoming = cursor.next_picture, cursor.upcoming
        self.waiting_place = cursor.waiting_place
        self.item, self.rows, self.number_of = self._queue.item, self._queue.items, self._queue.number_of
        self.of_picture = self._queue.items_of
        self._lock = ReviewLock(store, self)
        self._lock.failed.connect(self.failed)
        self._planted = (0.0, 0)
        self._session = ""
        self._wanted = ""
        """The session whose review is on, or begins as soon as its boxes are there."""
        self._is_late = False
        """Whether boxes came while others were gathered: they are written after that."""
        self._is_finished = False
        """Whether it was said that nothing waits any more."""
        self._steps.changed.connect(self._on_changed)
        self._steps.went_back.connect(self._cursor.show)
        self._steps.refused.connect(self._on_refused)
        annotations.arrived.connect(self._on_arrived)
        writes.recovered.connect(self.reload)
        pictures.removed.connect(self.reload)
        pictures.added.connect(lambda record: self._on_back([record]))
        pictures.many_added.connect(self._on_back)
        pictures.turned.connect(self._on_turned)
        pictures.changed.connect(self._on_picture_changed)

    @property
    def reviewer(self) -> str:
        """Who judges: the user's name, as long as nobody gave another one."""
        return self._steps.reviewer or user_name()

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._steps.reviewer = name

    # On and off

    @property
    def is_on(self) -> bool:
        return bool(self._session)

    @property
    def is_starting(self) -> bool:
        """Whether the boxes of a session are being put into its review, which begins then."""
        return bool(self._wanted) and not self.is_on

    def start(self, session: str, planted: float | None = None, seed: int = 0) -> None:
        """Reviews the boxes of the open session that no human made; what was decided before counts.

        `planted` is the share (0..1) of wrong copies among them (None: as the last time), chosen by `seed`. `started`
        comes when they are there, at once where the session has been reviewed before.
        """
        if self.is_on:
            return
        if planted is not None:
            self._writes.do(SetState(session, PLANTED, [planted, seed]))
            if not planted:
                self._writes.do(Unplant(session))
        self._planted = share_of(self._store.get_state(session, PLANTED))
        self._wanted = session
        self._steps.is_read_only = not self._lock.take()
        if self._store.has_review(session) or self._steps.is_read_only:
            self._begin(session)
        if self._steps.is_read_only:
            self._on_refused()
        else:
            self.gather()

    @Slot()
    def gather(self) -> None:
        """Puts what is not in the review yet into it: boxes came that nobody told of, as those of a large file."""
        session, (share, seed) = self._wanted, self._planted
        if not session or self.is_read_only:
            return

        def join(store: Store) -> tuple[int, bool]:
            joined = store.join_review(session)
            planted = store.plant(session, share, seed) if share else 0
            return joined + planted, find_changed(store, session)

        def joined(found: tuple[int, bool]) -> None:
            count, has_changed = found
            late, self._is_late = self._is_late, False
            if session == self._wanted and not self.is_on:
                self._begin(session)
                if late:
                    self.gather()
                return
            if session == self._session and has_changed:
                self._changed.open(session)
                self._changed.ask_again()
            if session == self._session and (count or late):
                self.settle()
                self._steps.show_planted()

        self._store_changes.do(join, joined)

    def hold(self) -> bool:
        """Keeps other programs from giving verdicts until `stop`, also without a review; False where one gives them."""
        if not self.is_on:
            self._steps.is_read_only = not self._lock.take()
            if self.is_read_only:
                self._on_refused()
        return not self.is_read_only

    @Slot()
    def _on_refused(self) -> None:
        self.failed.emit(
            self.tr(
                "Another program reviews these boxes. They can be looked at here; verdicts are given there."
            )
        )

    @property
    def is_read_only(self) -> bool:
        """Whether another program gives the verdicts."""
        return self._steps.is_read_only

    def _begin(self, session: str) -> None:
        self._session = session
        self._changed.open(session)
        self._queue.without = self._changed.left_out
        self._queue.load(session)
        self._steps.begin(session)
        self.started.emit()
        self._changed.ask_again()
        self._cursor.begin()

    @Slot()
    def stop(self) -> None:
        """Ends the review; it goes on where it was when it is started again."""
        self._wanted = ""
        self._lock.release()
        self._changed.open("")
        if not self.is_on:
            return
        self._session = ""
        self._steps.end()
        self._queue.close()
        self._cursor.clear()
        self._is_finished = False
        self.current_changed.emit(None)
        self.ended.emit()

    # Pictures that changed

    def answer(self, pictures: Sequence[str], fits: bool) -> None:
        """Says whether the boxes of changed pictures still fit: they are judged then, or left out of the review."""
        self._changed.answer(pictures, fits)
        self._queue.without = self._changed.left_out
        self.reload()

    @Slot(object)
    def _on_picture_changed(self, record: PictureRecord) -> None:
        if self._annotations.boxes_of(record.id):
            self._changed.note(record.session, record.id)

    # What is looked at

    @property
    def total(self) -> int:
        """How many boxes the queue has, as it is ordered and filtered."""
        return len(self._queue)

    @property
    def current(self) -> ReviewItem | None:
        return self._cursor.current

    @Slot()
    def _on_changed(self) -> None:
        self._cursor.check()
        self._is_finished = self._is_finished and self._queue.next_waiting(0) < 0
        self.changed.emit()

    # Order, filter, counts

    @property
    def order(self) -> ReviewOrder:
        return self._queue.order

    def set_order(self, order: ReviewOrder) -> None:
        """Orders the queue; the current box stays the current one where it is in it.

        By "doubt" it is ordered once more as soon as that has been measured.
        """
        self._queue.order = order
        self.reload()
        if order.kind == "doubt" and self.is_on:
            from eyebox.workspace.review_doubt import between_origins

            self._measure(partial(between_origins, session=self._session))

    def compare_with(self, paths: Sequence[str]) -> None:
        """Makes files of boxes those that the boxes in review are compared with: what they disagree about most comes
        first in the order "doubt"."""
        if self.is_on:
            self._queue.order = replace(self._queue.order, kind="doubt", backwards=False)
            from eyebox.workspace.review_doubt import with_files

            self._measure(partial(with_files, session=self._session, paths=paths))

    def _measure(self, doubts: Callable[[Store], Sequence[Doubt]]) -> None:
        def keep(store: Store) -> bool:
            found = doubts(store)
            store.set_doubts(found)
            return bool(found)

        self._store_changes.do(keep, lambda is_any: self.reload() if is_any else None)

    @property
    def filter(self) -> ReviewFilter:
        return self._queue.filter

    def set_filter(self, wanted: ReviewFilter) -> None:
        """Leaves boxes out of the queue; the current box stays the current one where it is in it."""
        self._queue.filter = wanted
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Reads the queue again: pictures came or went, or labels are others."""
        if not self.is_on:
            return
        self._queue.load(self._session)
        is_there = self._cursor.follow()
        self.changed.emit()
        if not is_there:
            self._cursor.begin_again()

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
        seconds = self._steps.pace.seconds
        planted = self._queue.planted
        return Pace(
            seconds, None if seconds is None else seconds * self.counts.waiting,
            planted.total() - planted[""], planted["rejected"] + planted["fixed"],
        )  # fmt: skip

    # Deciding

    def decide(self, verdict: Verdict) -> None:
        """Gives the current box a verdict and goes on to the next one that waits.

        An accepted box that was changed stays "fixed", one that a human added "missed"; a rejected one that is accepted
        comes back. "" takes the verdict away.
        """
        if self._cursor.number:
            self._steps.decide({self._cursor.number: verdict})
            self._advance()

    def accept_rest(self, picture: str) -> None:
        """Accepts all boxes of a picture that wait, as one step, and goes on."""
        rows = self._queue.of_picture(picture)
        self._steps.decide({row.number: "accepted" for row in rows if row.verdict == ""})
        self._advance()

    def set_label(self, label: str) -> None:
        """Gives the current box another label, which is a fix."""
        item = self.current
        if item is not None and item.box is not None and item.box.label != label:
            annotated = self._annotations.of(item.picture)
            if box := annotated.model.box(item.box_id):
                changed = SetBox(annotated.model, replace(box, label=label), self.tr("Change the label"))
                annotated.stack.push(changed)

    def _advance(self) -> None:
        if not self._cursor.advance() and self.is_on and not self._is_finished:
            self._is_finished = True
            self.finished.emit()

    # What comes and goes meanwhile

    @Slot(str, object, str)
    def _on_arrived(self, picture: str, boxes: Sequence[Box], origin: str) -> None:
        """Boxes of an answer or a file join the review."""
        ids = tuple(box.id for box in boxes if box.source != "user")
        self._is_late = self._is_late or ((self.is_starting or self._writes.pending > 0) and bool(ids))
        if self.is_on and ids and not self.is_read_only:
            self._writes.do(AddToReview(picture, ids, origin or boxes[0].source))
            if not self._writes.pending:
                rows = self._store.review_of_boxes(picture, ids).values()
                self._queue.add(rows)
                share, seed = self._planted
                self._steps.plant(plants(rows, self.labels, share, seed))
            self.changed.emit()
            if not self._cursor.number:
                self._cursor.begin()

    @Slot()
    def settle(self) -> None:
        """All boxes are there: they are put in order, and who has not judged or chosen one yet begins with the first."""
        self.reload()
        if self.is_on and not self.counts.judged:
            self._cursor.settle()

    @Slot(object)
    def _on_back(self, records: Sequence[PictureRecord]) -> None:
        """Pictures came, which may have been removed before and be in the review."""
        if self.is_on and self._store.is_reviewed([record.id for record in records]):
            self.reload()

    @Slot(object, int)
    def _on_turned(self, record: PictureRecord, _turns: int) -> None:
        self._queue.forget(record.id)
        if self.is_on:
            QTimer.singleShot(0, self, self.changed.emit)
