"""What stands in the Text tab when there is no text to show: why, and what to do."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import Sentence
from eyebox.theme.theme import Theme, set_kind

ICON = 28
WIDTH = 280
State = Literal["empty", "unread", "reading", "nothing", "failed"]
_ICONS: dict[State, str] = {
    "empty": "text", "unread": "read", "reading": "read", "nothing": "text", "failed": "warning",
}  # fmt: skip


class TextState(Retranslated, QWidget):
    """An icon, a sentence, and where it helps progress, a button, and details that unfold."""

    read_requested = Signal()
    scripts_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: State = "empty"
        self._message = ""
        self._unread = 0
        self._has_codes = False
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence = Sentence(WIDTH)
        set_kind(self._sentence, "muted")
        self._progress = QProgressBar()
        self._progress.setFixedWidth(WIDTH // 2)
        self._again = QPushButton()
        self._again.clicked.connect(self.read_requested)
        self._scripts = QPushButton()
        set_kind(self._scripts, "link")
        self._scripts.clicked.connect(self.scripts_wanted)
        self._unfold = QPushButton()
        set_kind(self._unfold, "link")
        self._unfold.clicked.connect(self._toggle)
        self._detail = QPlainTextEdit()
        self._detail.setReadOnly(True)
        self._detail.setFixedSize(grown(WIDTH), 104)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (
            self._icon,
            self._sentence,
            self._progress,
            self._again,
            self._scripts,
            self._unfold,
            self._detail,
        ):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._restyle)

    def show_empty(self) -> None:
        self._show("empty")

    def show_unread(self) -> None:
        self._show("unread")

    def show_reading(self, fraction: float | None) -> None:
        self._show("reading")
        self._progress.setRange(0, 0 if fraction is None else 100)
        self._progress.setValue(0 if fraction is None else round(fraction * 100))

    def show_nothing_found(self, unread: int = 0, *, has_codes: bool = False) -> None:
        """No text, but perhaps `unread` lines of a script that the reader does not know, or codes."""
        self._unread, self._has_codes = unread, has_codes
        self._show("nothing")

    def unread_sentence(self, count: int) -> str:
        """What to do about lines that look like text and could not be read."""
        return self.tr(
            "%n line(s) look like text in a script that the reader does not know. Ask a model about them in a chat.",
            "",
            count,
        )

    def scripts_title(self) -> str:
        """What the button says that leads to the page of scripts."""
        return self.tr("Scripts and languages…")

    def show_failed(self, message: str, detail: str) -> None:
        self._message = message
        self._detail.setPlainText(detail)
        self._show("failed")

    def _show(self, state: State) -> None:
        self._state = state
        self._progress.setVisible(state == "reading")
        self._again.setVisible(state in ("unread", "nothing", "failed"))
        self._scripts.setVisible(state == "nothing" and self._unread > 0)
        self._unfold.setVisible(state == "failed" and bool(self._detail.toPlainText()))
        self._detail.hide()
        self._restyle()
        self._retranslate()

    def _retranslate(self) -> None:
        sentences: dict[State, str] = {
            "empty": self.tr("Open a picture and its text appears here."),
            "unread": self.tr("The text of this picture has not been read yet."),
            "reading": self.tr("Reading the text…"),
            "nothing": self.unread_sentence(self._unread)
            if self._unread
            else self.tr("No text was found in this picture, only codes.")
            if self._has_codes
            else self.tr("No text was found in this picture."),
            "failed": self._message,
        }
        self._sentence.setText(sentences[self._state])
        self._again.setText(self.tr("Read") if self._state == "unread" else self.tr("Read again"))
        self._scripts.setText(self.scripts_title())
        self._unfold.setText(self.tr("Show details") if self._detail.isHidden() else self.tr("Hide details"))
        self._detail.setAccessibleName(self.tr("Details"))
        self._progress.setAccessibleName(self.tr("Reading"))

    @Slot()
    def _toggle(self) -> None:
        self._detail.setVisible(self._detail.isHidden())
        self._retranslate()

    @Slot()
    def _restyle(self) -> None:
        icon = self._theme.icon(_ICONS[self._state], "warn" if self._state == "failed" else "muted")
        self._icon.setPixmap(icon.pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))
