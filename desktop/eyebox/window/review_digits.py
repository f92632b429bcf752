"""What the digits stand for while boxes are reviewed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from eyebox.actions import Actions
from eyebox.workspace.labels import LabelSet
from eyebox.workspace.review import Review

DIGITS = 10


class ReviewDigits(QObject):
    """Gives labels their digits, and says in menu and palette which."""

    def __init__(self, review: Review, label_set: LabelSet, commands: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._review = review
        self._label_set = label_set
        self._commands = commands
        self.labels: list[str] = []
        """In the order of their digits, from 1 on."""
        label_set.changed.connect(self.order)

    def begin(self) -> None:
        """Another review is on."""
        self.labels = []
        self.order()

    @Slot()
    def order(self) -> None:
        """Those of the session's set first, then those of the review, which keep the places that they have."""
        if self._review.is_on:
            self.labels = self._label_set.in_order([*self.labels, *self._review.labels])
            self._name_digits()

    def _name_digits(self) -> None:
        """Says in menu and palette which label a digit stands for."""
        for digit in range(1, DIGITS + 1):
            action = self._commands[f"review_label_{digit}"]
            text = self.tr("Label %1").replace("%1", str(digit % 10))
            if digit <= len(self.labels):
                text = self.tr("Label: %1").replace("%1", self.labels[digit - 1])
            action.setText(text)
