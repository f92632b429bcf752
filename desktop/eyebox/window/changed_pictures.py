"""Asks whether boxes still fit pictures whose files have changed, before anything on them is judged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from eyebox.workspace.pictures import Pictures
from eyebox.workspace.review import Review

NAMED = 5
"""So many pictures are named, the others only counted."""


class ChangedPictures(QObject):
    """One question for all of them; while it is open the window can be used. Later: nothing on them is judged until then."""

    def __init__(self, review: Review, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._review = review
        self._pictures = pictures
        self._window = parent
        self._asked: dict[str, None] = {}
        self.question: QMessageBox | None = None
        review.asked.connect(self._ask)
        review.ended.connect(self._close)

    @Slot(object)
    def _ask(self, pictures: Sequence[str]) -> None:
        self._asked |= dict.fromkeys(pictures)
        if self.question is None:
            question = self.question = QMessageBox(self._window)
            question.setIcon(QMessageBox.Icon.Question)
            question.setTextFormat(Qt.TextFormat.PlainText)  # names of files stand in it
            question.addButton(self.tr("Judge them all the same"), QMessageBox.ButtonRole.AcceptRole)
            question.addButton(self.tr("Leave them out"), QMessageBox.ButtonRole.DestructiveRole)
            later = question.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
            question.setDefaultButton(later)
            question.setEscapeButton(later)
            question.finished.connect(self._on_finished)
        self._fill(self.question)
        self.question.open()

    def _fill(self, question: QMessageBox) -> None:
        names = [record.name for id in self._asked if (record := self._pictures.records.get(id))]
        more = len(names) - NAMED
        question.setWindowTitle(self.tr("Changed pictures"))
        question.setText(
            self.tr(
                "%n picture(s) have changed since their boxes were made. Do these still fit?", "", len(names)
            )
        )
        rest = [self.tr("and %n more", "", more)] if more > 0 else []
        question.setInformativeText("\n".join([*names[:NAMED], *rest]))

    @Slot()
    def _on_finished(self) -> None:
        question, self.question = self.question, None
        pictures, self._asked = list(self._asked), {}
        if question is None:
            return
        role = question.buttonRole(question.clickedButton())
        question.deleteLater()
        if role != QMessageBox.ButtonRole.RejectRole and self._review.is_on:
            self._review.answer(pictures, fits=role == QMessageBox.ButtonRole.AcceptRole)

    @Slot()
    def _close(self) -> None:
        if self.question is not None:
            self.question.reject()
