"""What stands in the Text tab when there is no text to show: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from eyebox.theme.theme import Theme, set_kind

ICON = 28
WIDTH = 280


class TextState(QWidget):
    """An icon, a sentence, and where it helps progress, a button, and details that unfold."""

    read_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = "text"
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setFixedWidth(WIDTH)
        set_kind(self._sentence, "muted")
        self._progress = QProgressBar()
        self._progress.setFixedWidth(WIDTH // 2)
        self._progress.setAccessibleName(self.tr("Reading"))
        self._again = QPushButton(self.tr("Read again"))
        self._again.clicked.connect(self.read_requested)
        self._unfold = QPushButton()
        set_kind(self._unfold, "link")
        self._unfold.clicked.connect(self._toggle)
        self._detail = QPlainTextEdit()
        self._detail.setReadOnly(True)
        self._detail.setFixedSize(WIDTH, 104)
        self._detail.setAccessibleName(self.tr("Details"))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self._icon, self._sentence, self._progress, self._again, self._unfold, self._detail):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._restyle)

    def show_empty(self) -> None:
        self._show("text", self.tr("Open a picture and its text appears here."))

    def show_reading(self, fraction: float | None) -> None:
        self._show("read", self.tr("Reading the text…"))
        self._progress.setRange(0, 0 if fraction is None else 100)
        self._progress.setValue(0 if fraction is None else round(fraction * 100))
        self._progress.show()

    def show_nothing_found(self) -> None:
        self._show("text", self.tr("No text was found in this picture."), again=True)

    def show_failed(self, message: str, detail: str) -> None:
        self._show("warning", message, again=True)
        self._detail.setPlainText(detail)
        self._unfold.setVisible(bool(detail))

    def _show(self, icon: str, sentence: str, again: bool = False) -> None:
        self._icon_name = icon
        self._restyle()
        self._sentence.setText(sentence)
        self._again.setVisible(again)
        for widget in (self._progress, self._unfold, self._detail):
            widget.hide()
        self._unfold.setText(self.tr("Show details"))

    @Slot()
    def _toggle(self) -> None:
        unfolded = self._detail.isHidden()
        self._detail.setVisible(unfolded)
        self._unfold.setText(self.tr("Hide details") if unfolded else self.tr("Show details"))

    @Slot()
    def _restyle(self) -> None:
        role = "warn" if self._icon_name == "warning" else "muted"
        icon = self._theme.icon(self._icon_name, role)
        self._icon.setPixmap(icon.pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))
