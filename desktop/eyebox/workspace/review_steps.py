"""What is decided in a review, step by step: each is one write, and one step that Ctrl+Z takes back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from eyebox.session.review import BoxState, Change, ReviewRow, ReviewStep, Verdict, kept_verdict, together
from eyebox.session.store import Store
from eyebox.session.writes import JudgeBoxes, SaveBoxes
from eyebox.workspace.annotations import Annotated, Annotations
from eyebox.workspace.history import History, Step, review_of
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.review_edits import ReviewEdits
from eyebox.workspace.review_history import Edit, Reviewed
from eyebox.workspace.review_pace import ReviewPace
from eyebox.workspace.review_queue import ReviewQueue
from eyebox.workspace.review_swaps import swapped
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box, new_id

if TYPE_CHECKING:
    from eyebox.session.merging import Wanted

STEPS_KEPT = 1000
"""So many steps of earlier runs can be taken back."""


class ReviewSteps(QObject):
    """Does steps of a review and takes them back, and makes steps of what is changed by hand.

    Signals:
        changed: something was decided or taken back. refused: somebody else gives the verdicts.
        went_back: the number of the box that a step was about which was taken back, or done again.
    """

    changed = Signal()
    refused = Signal()
    went_back = Signal(int)

    def __init__(
        self,
        store: Store,
        writes: WriteQueue,
        pictures: Pictures,
        annotations: Annotations,
        history: History,
        queue: ReviewQueue,
        may_judge: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._writes = writes
        self._pictures = pictures
        self._annotations = annotations
        self._history = history
        self._queue = queue
        self._may_judge = may_judge
        self.edits = ReviewEdits(store, writes, annotations)
        annotations.opened.connect(self.edits.show_planted)
        self.reviewer = ""
        self.is_read_only = False
        self._session = ""
        self.pace = ReviewPace()
        self._marks: dict[str, bool] = {}
        """Whether pictures are complete by what was decided, which may still wait for the disk."""
        self._taken_up: set[str] = set()
        """Sessions whose steps of earlier runs are in the history."""
        self._adopted: dict[str, list[QUndoCommand]] = {}
        """By picture, the commands on its stack that steps of the review take back."""

    def begin(self, session: str) -> None:
        """Takes over what is written of changed boxes, and puts the steps of earlier runs into the history."""
        self._session = session
        self.reviewer = self.reviewer or user_name()
        self._annotations.set_judge(self._on_edited)
        self._history.keep_proposed(True)
        self.edits.shows_planted = True
        self.show_planted()
        if session not in self._taken_up and not self.is_read_only:
            self._taken_up.add(session)
            steps = self._store.steps(session, STEPS_KEPT)
            for n, step in enumerate(steps):
                self._push(step, None, n - len(steps))

    def show_planted(self) -> None:
        """Puts planted boxes on the pictures that are open."""
        for annotated in self._annotations.opened_so_far():
            self.edits.show_planted(annotated)

    def plant(self, changes: Sequence[Change]) -> None:
        """Puts planted boxes into the review, which is no step of it."""
        if changes:
            self.edits.make_so(changes)
            self._write(JudgeBoxes(self._session, ReviewStep("", "", tuple(changes))), changes)

    def end(self) -> None:
        self._session = ""
        self._annotations.set_judge(None)
        self._history.keep_proposed(False)
        self.edits.hide_planted()
        self.pace.clear()
        self._marks.clear()
        self._adopted.clear()

    # Deciding

    def decide(self, verdicts: Mapping[int, Verdict]) -> None:
        """Gives boxes (by number) verdicts, as one step."""
        found = self._queue.rows(list(verdicts)).items()
        rows = {number: row for number, row in found if self._may_judge(row.picture)}
        seconds = self.pace.elapsed(max(len(rows), 1))
        changes = []
        for number, row in rows.items():
            after = self._after(row.state, verdicts[number], seconds)
            if after != row.state:
                place = self.edits.row_of(row.picture, row.state.box.id) if row.state.leaves(after) else -1
                turns = self._turns(row.picture)
                changes.append(Change(row.picture, row.state.box.id, row.state, after, place, turns))
        complete = self._completed({row.picture for row in rows.values()}, changes)
        if not changes and not complete:
            return
        if seconds is not None:
            self.pace.add(seconds, len(changes))
        self.pace.look()
        kinds: set[str] = {change.after.verdict if change.after else "removed" for change in changes}
        kind = "complete" if not kinds else kinds.pop() if len(kinds) == 1 else "several"
        self._do(ReviewStep(new_id(), kind, tuple(changes), complete))

    def is_complete(self, picture: str) -> bool:
        """Whether nothing is missing on a picture, as a human said."""
        mark = self._marks.get(picture)
        return self._store.is_complete(picture) if mark is None else mark

    def set_complete(self, picture: str, mark: bool) -> None:
        """Says that nothing is missing on a picture, or that something may be."""
        if mark != self.is_complete(picture):
            self._do(ReviewStep(new_id(), "complete", (), ((picture, mark),)))

    def _after(self, state: BoxState, verdict: Verdict, seconds: float | None) -> BoxState | None:
        """How a box stands after a verdict; None: a human added it, and takes it out again."""
        if verdict == "rejected" and state.proposed is None:
            return None
        if verdict == "accepted":
            is_fixed = state.verdict == "fixed"  # also by what is said of it beside its label
            verdict = "fixed" if is_fixed else kept_verdict(state.box, state.proposed)
        return state if verdict == state.verdict else self._decided(state, verdict, state.box, seconds)

    def _decided(self, state: BoxState, verdict: Verdict, box: Box, seconds: float | None) -> BoxState:
        when, seconds = (time.time(), seconds) if verdict else (None, None)
        return replace(state, verdict=verdict, box=box, seconds=seconds, decided=when, reviewer=self.reviewer)

    def _completed(self, pictures: Iterable[str], changes: Sequence[Change]) -> tuple[tuple[str, bool], ...]:
        """The pictures on which nothing waits any more after changes, or something does again."""
        waiting = {picture: self._store.waiting_on(picture, len(changes) + 1) for picture in pictures}
        for change in changes:
            for state, count in ((change.before, -1), (change.after, 1)):
                if state is not None and state.verdict in ("", "unsure") and change.picture in waiting:
                    waiting[change.picture] += count
        marks = {picture: count <= 0 for picture, count in waiting.items()}
        return tuple((picture, mark) for picture, mark in marks.items() if mark != self.is_complete(picture))

    def also_fixed(
        self,
        picture: str,
        boxes: Sequence[str],
        text: str,
        do: Callable[[], object],
        undo: Callable[[], object],
    ) -> bool:
        """Does something to boxes that is neither their place nor their label, as one step with the verdict that it gives.

        Returns whether any of them is in review; else nothing is done.
        """
        if not self._session or self.is_read_only or not self._may_judge(picture):
            return False
        rows = self._queue.of_boxes(picture, boxes)
        states = {id: row.state for id, row in rows.items() if row.state.is_there}
        if not states:
            return False
        seconds, turns = self.pace.elapsed(len(states)), self._turns(picture)
        changes = []
        for id, state in states.items():
            verdict: Verdict = "missed" if state.proposed is None else "fixed"
            if verdict != state.verdict:
                after = self._decided(state, verdict, state.box, seconds)
                changes.append(Change(picture, id, state, after, turns=turns))
        session, step = self._session, ReviewStep("", "fixed", tuple(changes))
        stack = self._history.stack_of(review_of(session))
        number = min(row.number for row in rows.values())

        def run(change: Callable[[], object], undone: bool) -> bool:
            change()
            if stack.is_pushing:
                self._write(JudgeBoxes(session, step), step.changes)
                self.changed.emit()
            else:
                self.apply(session, step, None, undone=undone)
                if session == self._session:
                    self.went_back.emit(number)
            return True

        stack.push(Step(text, partial(run, do, False), partial(run, undo, True)))
        return True

    def merging(self, wanted: Iterable[Wanted]) -> ReviewStep:
        """The step that makes boxes what is wanted after a merge with another review; `apply` does it, also without a review."""
        from eyebox.session.merging import merged

        changes = []
        for one in wanted:
            row = self._queue.of_boxes(one.picture, [one.box_id]).get(one.box_id)
            before = row.state if row else BoxState("missed", one.mine) if one.mine else None
            after = merged(before, one)
            shown = after or before
            if after != before and shown is not None:
                goes = before is not None and before.leaves(after)
                place = self.edits.row_of(one.picture, one.box_id) if goes else -1
                changes.append(
                    Change(one.picture, shown.box.id, before, after, place, self._turns(one.picture))
                )
        opened = {c.picture for c in changes if c.before and c.before.verdict in ("", "unsure")}
        return ReviewStep(new_id(), "merged", tuple(changes), self._completed(opened, changes))

    # Steps

    def _do(self, step: ReviewStep, edit: Edit | None = None, saves: Sequence[SaveBoxes] = ()) -> None:
        """Writes a step and puts it into the history. `saves`: what a human's edit, which made it, is to write."""
        if self.is_read_only:
            self.refused.emit()
            return
        besides = swapped(step.changes, self._queue, self._store, self._turns)
        step = replace(step, changes=together(step.changes, besides))
        saves = (*saves, *self.edits.make_so(besides if edit is not None else step.changes))
        self._write(JudgeBoxes(self._session, step, tuple(saves)), step.changes)
        self._marks |= dict(step.complete)
        self._push(step, edit)
        self.changed.emit()

    def _push(self, step: ReviewStep, edit: Edit | None, when: int = 0) -> None:
        command = Reviewed(self.apply, self._text(step), self._session, step, edit)
        self._history.stack_of(review_of(self._session)).push(command, when)

    def _text(self, step: ReviewStep) -> str:
        texts = {
            "accepted": self.tr("Accept"), "fixed": self.tr("Fix"), "rejected": self.tr("Reject"),
            "missed": self.tr("Add what was missed"), "unsure": self.tr("Mark as unsure"),
            "": self.tr("Take the verdict away"), "removed": self.tr("Remove what was added"),
            "complete": self.tr("Mark the picture as complete"), "merged": self.tr("Merge two reviews"),
        }  # fmt: skip
        return texts.get(step.kind, self.tr("Judge boxes"))

    def apply(self, session: str, step: ReviewStep, edit: Edit | None, *, undone: bool) -> None:
        """Takes a step back, or does it again, also after the review has ended."""
        if self.is_read_only:
            self.refused.emit()
            return
        step = self._as_turned(step)
        done = step.reversed() if undone else step
        self._marks |= dict(done.complete)
        self._annotations.set_judge(self._on_edited)
        saves = self.edits.make_so(done.changes, edit, undone=undone)
        numbers = self._write(JudgeBoxes(session, step, saves, undone), done.changes)
        if not self._session:
            self._annotations.set_judge(None)
        elif numbers:
            self.went_back.emit(numbers[0])
        self.changed.emit()

    def _as_turned(self, step: ReviewStep) -> ReviewStep:
        """A step as its pictures are turned now."""
        changes = []
        for change in step.changes:
            record = self._pictures.records.get(change.picture)
            changes.append(change.turned(record.width, record.height, record.turns) if record else change)
        return replace(step, changes=tuple(changes))

    def _turns(self, picture: str) -> int:
        record = self._pictures.records.get(picture)
        return record.turns if record else 0

    def _write(self, write: JudgeBoxes, changes: Sequence[Change]) -> list[int]:
        """Hands a step on to the disk and makes the queue level with its changes. Returns the numbers of their rows."""
        known: dict[tuple[str, str], ReviewRow] = {}
        for picture in {change.picture for change in changes}:
            boxes = [change.box for change in changes if change.picture == picture]
            known |= {(picture, box): row for box, row in self._queue.of_boxes(picture, boxes).items()}
        self._writes.do(write)
        return self._queue.took(changes, known)

    def leave(self, picture: str) -> None:
        """Lets the boxes of a picture be closed: the review takes back by itself what was done to them."""
        adopted = self._adopted.pop(picture, None)
        if adopted is None or self._writes.pending or not self._annotations.is_open(picture):
            return
        stack = self._annotations.of(picture).stack
        commands = [stack.command(n) for n in range(stack.count())]
        if all(any(command is one for one in adopted) for command in commands):
            stack.forget()
        else:
            self._adopted[picture] = adopted

    # Boxes that are changed by hand

    def _on_edited(self, annotated: Annotated, write: SaveBoxes) -> None:
        """Writes what a human changed on a picture together with what that says of the boxes."""
        if self.edits.collects(annotated, write):
            return
        ids = [*(box.id for box in write.changed), *write.removed]
        rows = self._queue.of_boxes(annotated.picture, ids)
        judged = () if self.is_read_only else self._changes(annotated, write, rows, self.pace.elapsed())
        changes = tuple(judged)
        write = annotated.real(write)
        if not changes:
            self._writes.do(write)
        elif annotated.stack.is_pushing:
            index = annotated.stack.index()
            annotated.stack.when_pushed(partial(self._on_pushed, annotated, write, changes, index))
        else:
            # Something from before the review was taken back, or done again: its own stack knows of that.
            self._write(JudgeBoxes(self._session, ReviewStep("", "", changes), (write,)), changes)
            self.changed.emit()

    def _changes(
        self, annotated: Annotated, write: SaveBoxes, rows: Mapping[str, ReviewRow], seconds: float | None
    ) -> Iterable[Change]:
        picture, turns = annotated.picture, self._turns(annotated.picture)
        by_hand = annotated.is_by_hand and annotated.stack.is_pushing
        for box in write.changed:
            row = rows.get(box.id)
            if row is None:
                if by_hand and self._store.box_row(picture, box.id) < 0:
                    added = self._decided(BoxState("", box), "missed", box, seconds)
                    yield Change(picture, box.id, None, added, turns=turns)
            elif row.verdict == "rejected" or replace(box, locked=row.state.box.locked) != row.state.box:
                proposed = row.state.proposed
                verdict: Verdict = "missed" if proposed is None else "fixed"
                if row.verdict == "rejected":
                    verdict = kept_verdict(box, proposed)
                after = self._decided(row.state, verdict, box, seconds)
                yield Change(picture, box.id, row.state, after, turns=turns)
        for box_id in write.removed:
            row = rows.get(box_id)
            if row is not None and row.verdict != "rejected":
                place = self._store.box_row(picture, box_id)
                after_it = self._after(row.state, "rejected", seconds)
                yield Change(picture, box_id, row.state, after_it, place, turns)

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
        if is_there:
            self._adopted.setdefault(annotated.picture, []).append(command)
        edit = Edit(annotated, command if is_there else None)
        self._do(ReviewStep(new_id(), kind, changes), edit, (write,))

    def _go_on_with(self, top: Reviewed, changes: tuple[Change, ...], write: SaveBoxes) -> None:
        """Makes changes a part of the latest step; one that ends where it began is taken back."""
        whole = tuple(map(Change.then, top.step.changes, changes))
        if all(change.is_nothing for change in whole):
            changes = tuple(replace(c, after=w.before) for c, w in zip(changes, whole, strict=True))
            top.is_cancelled = True
        else:
            top.step = replace(top.step, changes=whole)
            self._history.stack_of(review_of(self._session)).go_on()
        self._write(JudgeBoxes(self._session, top.step, (write,), undone=top.is_cancelled), changes)
        self.changed.emit()

    def _top(self) -> Reviewed | None:
        stack = self._history.stack_of(review_of(self._session))
        command: Any = stack.command(stack.index() - 1) if stack.index() else None
        return command if isinstance(command, Reviewed) else None


def user_name() -> str:
    """What the system calls the user, "" where it does not know."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
