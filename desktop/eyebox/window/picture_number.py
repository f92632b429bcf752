"""Which of the session's pictures is shown: its number in the status line, and a field to go to another one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from shiboken6 import isValid

from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated

FIELD_WIDTH = 56
HEIGHT = 20


class PictureNumber(Retranslated, QWidget):
    """Shows "37 / 300"; a click makes the number a field. Hidden while there is at most one picture.

    Signals: chosen: number of the picture to go to, from 1 on.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = self._count = 0
        self._before: QWidget | None = None
        self.button = QToolButton(self)
        self.button.setAutoRaise(True)
        self.button.clicked.connect(self.edit)
        self.field = QLineEdit(self)
        self.field.setFixedSize(grown(FIELD_WIDTH), grown(HEIGHT))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{1,6}"), self.field))
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self._of = QLabel(self)
        for widget in (self.button, self.field, self._of):
            widget.setFont(theme.font("small"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.button, self.field, self._of):
            layout.addWidget(widget)
        self._retranslate()
        self.show_number(0, 0)  # or the window would be laid out anew after its first paint

    def show_number(self, number: int, count: int) -> None:
        """Shows which picture it is of how many; 0 for none."""
        self._number, self._count = number, count
        self.button.setText(f"{number or '–'} / {count}")
        self._of.setText(f"/ {count}")
        self.setVisible(count > 1)
        if count < 2:
            self._show_field(False)

    @Slot()
    def edit(self) -> None:
        """Makes the number a field, where there is more than one picture."""
        if self._count > 1:
            if self.field.isHidden():
                self._before = QApplication.focusWidget()
            self.field.setText(str(self._number or 1))
            self._show_field(True)
            self.field.selectAll()
            self.field.setFocus()

    def _show_field(self, there: bool) -> None:
        self.field.setVisible(there)
        self._of.setVisible(there)
        self.button.setVisible(not there)

    @Slot()
    def _choose(self) -> None:
        number = int(self.field.text())
        self._leave()
        self.chosen.emit(max(1, min(number, self._count)))

    @Slot()
    def _leave(self) -> None:
        """Makes the field a number again; the focus goes back to where it was."""
        has_focus = self.field.hasFocus()
        self._show_field(False)
        if has_focus and self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._leave()
            event.accept()
            return True
        if (
            isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() != Qt.FocusReason.PopupFocusReason
        ):
            QTimer.singleShot(0, self, lambda: None if self.field.hasFocus() else self._show_field(False))
        return False

    def _retranslate(self) -> None:
        text = self.tr("Go to a picture by its number (Ctrl+G)")
        self.button.setToolTip(text)
        self.button.setAccessibleName(text)
        self.field.setAccessibleName(self.tr("Number of the picture"))
