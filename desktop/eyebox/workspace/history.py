"""What Ctrl+Z takes back: the latest thing done, be it a change of boxes, a removal or a new name."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from eyebox.annotations.commands import AddBoxes

KEPT_SESSIONS = 20
"""Of so many sessions, the last that were left, things can still be taken back when they are opened again."""

_now = count(1)
"""The order in which things are done and undone, over all stacks."""


def now() -> int:
    """The next number in the order of things done."""
    return next(_now)


class TimedStack(QUndoStack):
    """An undo stack that knows the order of its steps among those of all others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pushed = 0
        self._done: list[int] = []
        self._undone: list[int] = []
        self._pushing = False
        self._when_pushed: list[Callable[[], object]] = []
        self.indexChanged.connect(self._on_index)

    @property
    def done(self) -> int:
        """When what `undo` would take back was done."""
        return self._done[-1] if self._done else 0

    @property
    def undone(self) -> int:
        """When what `redo` would do again was taken back."""
        return self._undone[-1] if self._undone else 0

    @property
    def is_pushing(self) -> bool:
        """Whether what happens now is done for the first time: nothing is taken back or done again."""
        return self._pushing

    def when_pushed(self, do: Callable[[], object]) -> None:
        """Calls `do` once the step that is being done is on the stack; now where none is."""
        self._when_pushed.append(do) if self._pushing else do()

    def push(self, command: QUndoCommand, when: int = 0) -> None:
        """Does a step; `when` (of `now`) says when it was done, if that is a while ago: below 0 before this run."""
        self.pushed = when or now()
        self._undone.clear()
        self._pushing = True
        try:
            super().push(command)
        finally:
            self._pushing = False
        if self._done:
            self._done[-1] = self.pushed  # also where the step before took the new one in
        waiting, self._when_pushed = self._when_pushed, []
        for do in waiting:
            do()

    def go_on(self) -> None:
        """The latest step took something in that was done now."""
        self._done[-1] = self.pushed = now()

    def forget(self) -> None:
        """Nothing can be taken back or done again any more."""
        self.clear()
        self._done, self._undone = [], []

    @Slot(int)
    def _on_index(self, index: int) -> None:
        when = now()
        less = len(self._done) - index
        if less > 0:
            self._undone += [when] * less
            del self._done[index:]
        elif less < 0:
            self._done += [when] * -less
            if not self._pushing:
                del self._undone[less:]


class Step(QUndoCommand):
    """Something done by `do` and taken back by `take_back`; both say whether there was anything to do."""

    def __init__(self, text: str, do: Callable[[], bool], take_back: Callable[[], bool]) -> None:
        super().__init__(text)
        self._do = do
        self._take_back = take_back
        self.worked = True

    def redo(self) -> None:
        self.worked = self._do()

    def undo(self) -> None:
        self.worked = self._take_back()


class History(QObject):
    """The steps of the boxes shown, those in the open session (removals, say), and those of sessions themselves, as one
    row in time.

    A step that is not of the boxes is only done again where nothing was done since it was taken back.

    Signals:
        can_undo_changed, can_redo_changed: whether there is anything now.
    """

    can_undo_changed = Signal(bool)
    can_redo_changed = Signal(bool)

    def __init__(self, boxes: QUndoGroup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._boxes = boxes
        self._session = ""
        self._keeps_proposed = False
        self._steps: dict[str, TimedStack] = {}
        for signal in (
            boxes.indexChanged,
            boxes.activeStackChanged,
            boxes.canUndoChanged,
            boxes.canRedoChanged,
        ):
            signal.connect(self._report)

    def open_session(self, session: str) -> None:
        """Makes the steps in a session those that are taken back."""
        self._session = session
        self._forget_oldest(("", session, review_of(session)))
        self._report()

    def keep_proposed(self, keeps: bool) -> None:
        """While boxes of models and files are judged, their coming is not taken back: that would reject them all."""
        self._keeps_proposed = keeps
        self._report()

    def do(self, session: str, step: Step) -> Callable[[], None]:
        """Does a step in a session ("" for a session itself). Returns what takes back this one, and no other."""
        stack = self.stack_of(session)
        stack.push(step)
        index = stack.index()

        def take_back() -> None:
            if stack.index() == index and stack.command(index - 1) is step:
                stack.undo()

        return take_back

    @Slot()
    def undo(self) -> None:
        while stacks := [stack for stack in self._stacks() if self._can_undo(stack)]:
            stack = max(stacks, key=lambda one: one.done if isinstance(one, TimedStack) else 0)
            stack.undo()
            if _worked(stack.command(stack.index())):
                return

    @Slot()
    def redo(self) -> None:
        while stacks := [stack for stack in self._stacks() if self._can_redo(stack)]:
            stack = max(stacks, key=lambda one: one.undone if isinstance(one, TimedStack) else 0)
            stack.redo()
            if _worked(stack.command(stack.index() - 1)):
                return

    @property
    def can_undo(self) -> bool:
        return any(map(self._can_undo, self._stacks()))

    @property
    def can_redo(self) -> bool:
        return any(map(self._can_redo, self._stacks()))

    def _can_undo(self, stack: QUndoStack) -> bool:
        if not stack.canUndo():
            return False
        step = stack.command(stack.index() - 1)
        return not (self._keeps_proposed and isinstance(step, AddBoxes) and not step.is_by_hand)

    def _can_redo(self, stack: QUndoStack) -> bool:
        if not stack.canRedo():
            return False
        if stack not in self._steps.values():
            return True
        pushed = [other.pushed for other in self._stacks() if isinstance(other, TimedStack)]
        return isinstance(stack, TimedStack) and stack.undone > max(pushed)

    def _stacks(self) -> list[QUndoStack]:
        shown = self._boxes.activeStack()
        return [
            *([shown] if shown is not None else []),
            *map(self.stack_of, (self._session, review_of(self._session), "")),
        ]

    def stack_of(self, session: str) -> TimedStack:
        """The steps in a session ("" for sessions themselves), or in the review of one (`review_of`)."""
        if session not in self._steps:
            stack = self._steps[session] = TimedStack(self)
            stack.indexChanged.connect(self._report)
        return self._steps[session]

    def _forget_oldest(self, kept: tuple[str, ...]) -> None:
        """Lets go of what was done in the sessions left long ago. Those `kept` become the latest."""
        for one in kept:
            if one in self._steps:
                self._steps[one] = self._steps.pop(one)
        empty = [one for one, stack in self._steps.items() if not stack.count() and one not in kept]
        for one in empty + [one for one in self._steps if one not in empty][: -2 * KEPT_SESSIONS - len(kept)]:
            # not deleted: a message that offers to take a step back may still hold it
            self._steps.pop(one).setParent(None)

    @Slot()
    def _report(self) -> None:
        self.can_undo_changed.emit(self.can_undo)
        self.can_redo_changed.emit(self.can_redo)


def review_of(session: str) -> str:
    """The name of the steps in the review of a session."""
    return f"{session}/review"


def _worked(command: object) -> bool:
    return not isinstance(command, Step) or command.worked
