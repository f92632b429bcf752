"""Merges the open session's review with that of somebody else: what both say is compared, and disputes are settled."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.types import SessionInfo
from eyebox.session.writes import SetState
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.history import History, Step
from eyebox.workspace.review import Review
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Stopped

if TYPE_CHECKING:
    from eyebox.session.agreement import Dispute
    from eyebox.session.merging import Comparison, Reviewed
# What compares is imported when there is a second review: the first paint does not wait for it.

Choice = Literal["mine", "theirs", "neither"]
PROGRESS_SECONDS = 0.2
SETTLED = "settled_disputes"
"""Under which the keys of those that were settled are kept with their session."""


class ReviewMerge(QObject):
    """Compares two reviews on another thread; what is settled is a step of the history each, and kept.

    Signals:
        compared: a Comparison. progressed: how many pictures were compared so far. failed: one sentence.
        written: the path of a review that was written, and how many pictures.
        changed: another dispute is the current one, or one was settled. ended: no dispute is looked at any more.
    """

    compared = Signal(object)
    progressed = Signal(int)
    failed = Signal(str)
    written = Signal(str, int)
    changed = Signal()
    ended = Signal()

    def __init__(
        self,
        store: Store,
        writes: WriteQueue,
        history: History,
        annotations: Annotations,
        review: Review,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._writes = writes
        self._history = history
        self._annotations = annotations
        self._review = review
        self._background = background
        self._session = ""
        self._stop = Event()
        self._holds = False
        """Whether other programs can give no verdicts because of this one."""
        self._place = 0
        self._all_settled: dict[str, set[str]] = {}
        """The keys of what was settled, by session."""
        self._added: dict[str, str] = {}
        """Ids of boxes that were taken from them where I had none, by the key of their dispute."""
        self.comparison: Comparison | None = None

    # Comparing

    def others(self, session: str) -> list[SessionInfo]:
        """The other sessions that have a review, the latest changed first."""
        return [one for one in self._store.sessions() if one.id != session and self._store.has_review(one.id)]

    def with_session(self, session: str, other: str) -> None:
        """Compares the open session with another one."""
        info = self._store.session(other)
        name = info.name if info else ""

        def read(store: Store) -> tuple[str, Iterable[Reviewed]]:
            from eyebox.session.merging import upright
            from eyebox.session.review_summary import pictures_in_review

            return name, map(upright, pictures_in_review(store, other))

        self._compare(session, read)

    def with_file(self, session: str, path: Path) -> None:
        """Compares the open session with a review that was written on another machine."""

        def read(_store: Store) -> tuple[str, Iterable[Reviewed]]:
            from eyebox.formats import review_file

            reviewer, pictures = review_file.load(path)
            return reviewer or path.stem, pictures

        self._compare(session, read)

    def _compare(self, session: str, read: Callable[[Store], tuple[str, Iterable[Reviewed]]]) -> None:
        self._stop.set()
        stop = self._stop = Event()
        last = time.monotonic()

        def each(done: int) -> None:
            nonlocal last
            if stop.is_set():
                raise Stopped
            if (now := time.monotonic()) - last >= PROGRESS_SECONDS:
                last = now
                self.progressed.emit(done)

        def work(store: Store) -> Comparison | None:
            from eyebox.session.merging import compare

            reviewer, pictures = read(store)
            try:
                return compare(store, session, pictures, reviewer, each)
            except Stopped:
                return None

        def done(found: Comparison | None) -> None:
            if found is None or stop.is_set():
                return
            self._session = session
            self.comparison = found
            if session not in self._all_settled:
                kept = self._store.get_state(session, SETTLED, [])
                self._all_settled[session] = {key for key in kept if isinstance(key, str)}
            self.compared.emit(found)

        self._read_and(work, done)

    def write(self, session: str, path: Path, name: str) -> None:
        """Writes the review of a session for somebody on another machine."""

        def work(store: Store) -> int:
            from eyebox.formats import review_file
            from eyebox.session.review_summary import pictures_in_review

            return review_file.dump(pictures_in_review(store, session), path, self._review.reviewer, name)

        self._read_and(work, lambda count: self.written.emit(str(path), count))

    def _read_and(self, work: Callable[[Store], Any], done: Callable[[Any], object]) -> None:
        try:
            reader = self._store.for_reading()
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return

        def read() -> Any:
            with reader:
                return work(reader)

        self._background.run(read, done, lambda error: self.failed.emit(translated(error.sentence)))

    # Settling

    @property
    def disputes(self) -> list[Dispute]:
        return self.comparison.disputes if self.comparison else []

    @property
    def current(self) -> Dispute | None:
        return self.disputes[self._place] if self._place < len(self.disputes) else None

    @property
    def position(self) -> int:
        """The place of the current dispute, from 0 on."""
        return self._place

    @property
    def open_count(self) -> int:
        """How many disputes are not settled."""
        return sum(not self.is_settled(dispute) for dispute in self.disputes)

    def is_settled(self, dispute: Dispute) -> bool:
        return dispute.key in self._all_settled[self._session]

    def begin(self) -> bool:
        """Looks at the first dispute that is not settled. False where another program reviews these boxes."""
        if not self._hold():
            return False
        self._place = -1
        self._go_on()
        return True

    def _hold(self) -> bool:
        self._holds = self._review.hold()
        return self._holds

    def end(self) -> None:
        """Looks at no dispute any more, and compares nothing; what was settled stays."""
        self._stop.set()
        if self._holds and not self._review.is_on:
            self._review.stop()
        self._holds = False
        self.comparison = None
        self.ended.emit()

    def step(self, by: int) -> None:
        """Looks at the next (1) or previous (-1) dispute, settled or not."""
        self._place = min(max(self._place + by, 0), max(len(self.disputes) - 1, 0))
        self.changed.emit()

    def _go_on(self) -> None:
        """Looks at the next dispute that is not settled, from the beginning again after the last."""
        count = len(self.disputes)
        for n in range(1, count + 1):
            place = (self._place + n) % count
            if not self.is_settled(self.disputes[place]):
                self._place = place
                break
        else:
            self._place = max(self._place, 0)
        self.changed.emit()

    def settle(self, choice: Choice) -> None:
        """Settles the current dispute, and goes on: mine as it is by now, their box, or none."""
        dispute = self.current
        if dispute is not None:
            self._settle(dispute, choice)
            self._go_on()

    def edit(self) -> str:
        """Makes sure that there is a box of mine to be changed: theirs, where I have none. Returns its id."""
        dispute = self.current
        if dispute is None:
            return ""
        mine = self._mine(dispute)
        if mine is None:
            self._settle(dispute, "theirs")
            mine = self._mine(dispute)
            self.changed.emit()
        return mine.id if mine else ""

    def take_all(self) -> int:
        """Takes all that only they have judged, as one step. Returns how many boxes."""
        if self.comparison is None or not self._hold():
            return 0
        from eyebox.session.merging import wanted_of

        found, self.comparison.taken = self.comparison.taken, []
        completed, self.comparison.completed = self.comparison.completed, []
        reviewer = self.comparison.reviewer
        step = self._review.merging(wanted_of(one.picture, one.mine, one.theirs, reviewer) for one in found)
        marks = dict.fromkeys(completed, True) | dict(step.complete)
        step = replace(step, complete=tuple(marks.items()))
        session = self._session

        def do(undone: bool) -> bool:
            self._review.apply(session, step, None, undone=undone)
            return True

        if step.changes or step.complete:
            text = self.tr("Take over %n verdict(s)", "", len(step.changes))
            self._history.do(session, Step(text, partial(do, False), partial(do, True)))
        return len(step.changes)

    def _mine(self, dispute: Dispute) -> Box | None:
        """My box as it is by now: it may have been changed while the dispute was looked at."""
        box_id = dispute.mine.box_id if dispute.mine else self._added.get(dispute.key, "")
        return next((box for box in self._annotations.boxes_of(dispute.picture) if box.id == box_id), None)

    def _settle(self, dispute: Dispute, choice: Choice) -> None:
        from eyebox.session.merging import Wanted, wanted_of

        assert self.comparison is not None
        mine, reviewer = self._mine(dispute), self.comparison.reviewer
        box_id = mine.id if mine else dispute.mine.box_id if dispute.mine else ""
        theirs = dispute.theirs
        if choice == "theirs":
            wanted = wanted_of(dispute.picture, dispute.mine, theirs, reviewer)
            wanted = replace(wanted, box_id=box_id, mine=mine)
        else:
            box = mine if choice == "mine" else None
            wanted = Wanted(dispute.picture, box_id, mine, box, None, "", self._review.reviewer)
        step = self._review.merging([wanted])
        if choice == "theirs" and not box_id and step.changes:
            self._added[dispute.key] = step.changes[0].box
        session, place = self._session, self._place

        def do(undone: bool) -> bool:
            if step.changes:
                self._review.apply(session, step, None, undone=undone)
            settled = self._all_settled[session]
            settled.discard(dispute.key) if undone else settled.add(dispute.key)
            self._writes.do(SetState(session, SETTLED, sorted(settled)))
            if self.comparison is not None and session == self._session:
                self._place = place
                self.changed.emit()
            return True

        text = {
            "mine": self.tr("Keep my box"), "theirs": self.tr("Take their box"), "neither": self.tr("Take neither box"),
        }[choice]  # fmt: skip
        self._history.do(session, Step(text, partial(do, False), partial(do, True)))
