"""Typing a label or a text right where the box is, with the labels used before at hand."""

from __future__ import annotations

from PySide6.QtCore import (
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from eyebox.canvas.label_completion import LabelCompleter
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme

WIDTH = 180
GAP = 6
LONGEST, LONGEST_TEXT = 200, 20_000
"""Letters of a label, and of a text that was read."""
TEXT_SIZES = (11, 40)
"""Pixels of a text's letters in its field: as high as on the picture, within these."""
TEXT_SHARE = 0.62
"""How high its letters are in a box around a text."""


class LabelEditor(Retranslated, QLineEdit):
    """A small field over the canvas. Enter or leaving it accepts, Escape cancels; either gives one signal.

    A text is accepted by Tab too. `went_on` says after Enter (0), Tab (1) or Shift and Tab (-1) where one goes on.
    """

    accepted = Signal(str)
    cancelled = Signal()
    went_on = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = parent
        self._is_open = False
        self._is_text = False
        self._count = 1
        self._completer = LabelCompleter(theme, self)
        self._theme = theme
        self.returnPressed.connect(self._accept)
        self.returnPressed.connect(lambda: self.went_on.emit(0))
        self._retranslate()
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._is_open

    def open(self, near: QRect, text: str, labels: list[str], count: int = 1) -> None:
        """Opens over a box's top left corner; `near` is the box in the parent's pixels, `count` how many are named."""
        self._is_text = False
        self.setFont(self._theme.font("body"))
        self.setMaxLength(LONGEST)
        self._begin(near, text, labels, count)
        self.selectAll()

    def open_text(self, near: QRect, text: str, part: tuple[int, int] | None = None) -> None:
        """Opens for the text that stands in a box: right below it, as large and as wide, so that both can be compared.

        A part of it may be selected.
        """
        self._is_text = True
        font = self._theme.font("body")
        least, most = TEXT_SIZES
        font.setPixelSize(min(max(round(near.height() * TEXT_SHARE), least), most))
        self.setFont(font)
        self.setMaxLength(LONGEST_TEXT)
        self._begin(near, text, [], 1)
        if part is not None:
            start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in part)
            self.setSelection(start, end - start)

    def _begin(self, near: QRect, text: str, labels: list[str], count: int) -> None:
        self._count = count
        self._retranslate()
        self._completer.set_labels(labels)
        self._is_open = True
        self.setText(text)
        self.place(near)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, near: QRect) -> None:
        """Moves along with its box, staying in sight."""
        height = self.sizeHint().height()
        area = self._canvas.rect().adjusted(GAP, GAP, -GAP, -GAP)
        above = near.top() - height - GAP
        wide = WIDTH
        if self._is_text:
            wide = min(max(near.width() + 2 * GAP, WIDTH), area.width())
            below = near.bottom() + GAP
            y = below if below + height <= area.bottom() else above
        else:
            y = above if above >= area.top() else near.top() + GAP
        x = min(max(near.left(), area.left()), area.right() - wide)
        self.setFixedWidth(wide)
        self.move(QPoint(x, min(max(y, area.top()), area.bottom() - height)))

    def cancel(self) -> bool:
        """Closes it without a label; False when it is not open."""
        was_open = self._close()
        if was_open:
            self.cancelled.emit()
        return was_open

    @Slot()
    def _accept(self) -> None:
        if self._close():
            self.accepted.emit(self.text().rstrip() if self._is_text else self.text().strip())

    def _close(self) -> bool:
        was_open, self._is_open = self._is_open, False
        if was_open:
            had_focus = self.hasFocus()
            self.hide()
            if had_focus:
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def _retranslate(self) -> None:
        if self._is_text:
            self.setPlaceholderText(self.tr("Text"))
            self.setAccessibleName(self.tr("Text that was read"))
            return
        many = self.tr("Label of %n box(es)", "", self._count)
        self.setPlaceholderText(self.tr("Label") if self._count == 1 else many)
        self.setAccessibleName(self.tr("Label of the box"))

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not (self._is_text and self._is_open):  # hiding it has Qt call this too
            return super().focusNextPrevChild(forward)
        self._accept()
        self.went_on.emit(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() == Qt.Key.Key_Down and self._completer.show_all():
            event.accept()
        else:
            super().keyPressEvent(event)
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self._accept()
