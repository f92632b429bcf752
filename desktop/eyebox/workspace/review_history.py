"""Steps of a review in the history, and the edits by hand that made some of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QUndoCommand

from eyebox.session.review import Change, ReviewStep
from eyebox.workspace.annotations import Annotated
from eyebox.workspace.history import Step


class Edit:
    """The command of an undo stack that made a step of a review: taken back, both go back together."""

    def __init__(self, annotated: Annotated, command: QUndoCommand | None) -> None:
        self.annotated = annotated
        self.command = command

    def is_latest(self, annotated: Annotated, *, undone: bool) -> bool:
        """Whether the command is what its stack would take back next, or do again next where it is `undone`."""
        if annotated is not self.annotated or self.command is None:
            return False
        place = annotated.stack.index() - (0 if undone else 1)
        return 0 <= place < annotated.stack.count() and annotated.stack.command(place) is self.command


class Apply(Protocol):
    """Takes a step of a session's review back, or does it again."""

    def __call__(self, session: str, step: ReviewStep, edit: Edit | None, *, undone: bool) -> None: ...


class Reviewed(Step):
    """A step of a review in the history: done already when it is put there."""

    def __init__(self, apply: Apply, text: str, session: str, step: ReviewStep, edit: Edit | None) -> None:
        super().__init__(text, lambda: self._apply(undone=False), lambda: self._apply(undone=True))
        self._apply_step = apply
        self._session = session
        self.step = step
        self.edit = edit
        self._is_new = True
        self.is_cancelled = False
        """Whether it came to nothing: there is nothing to take back."""

    def _apply(self, *, undone: bool) -> bool:
        if not self._is_new and not self.is_cancelled:
            self._apply_step(self._session, self.step, self.edit, undone=undone)
        self._is_new = False
        return not self.is_cancelled

    def continues(self, annotated: Annotated, command: object, changes: Sequence[Change]) -> bool:
        """Whether a command that was joined with the one before it goes on with this step."""
        if self.edit is None or self.edit.annotated is not annotated:
            return False
        same = [change.box for change in self.step.changes] == [change.box for change in changes]
        whole = map(Change.then, self.step.changes, changes)
        return same and (command is self.edit.command or all(change.is_nothing for change in whole))
