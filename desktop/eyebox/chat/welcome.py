"""What an empty chat shows: the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from eyebox.chat.controls import label, text_button
from eyebox.chat.presets import Preset, in_order
from eyebox.theme import Theme

_EXAMPLES = 3


class Welcome(QWidget):
    """A sentence and three prompts to try, or how to get a picture while there is none.

    Signals:
        chosen: a Preset.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._reader = True
        self._has_picture = True
        self._presets: tuple[Preset, ...] = ()
        self._buttons: list[QPushButton] = []
        self._icon = QLabel(self)
        self._title = label("", "title", self)
        self._hint = label("", "muted", self)
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._icon, self._title, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addSpacing(8)
        for _ in range(_EXAMPLES):
            button = text_button("", parent=self)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self._fill()

    def set_reader(self, reader: bool) -> None:
        """Shows what the reader (or else a vision-language model) can be asked."""
        if reader != self._reader:
            self._reader = reader
            self._fill()

    def set_has_picture(self, has: bool) -> None:
        """Whether there is a picture to ask about."""
        if has != self._has_picture:
            self._has_picture = has
            self._fill()

    def set_language(self, language: str) -> None:
        """Shows the prompts of another language."""
        if language != self._language:
            self._language = language
            self._fill()

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        self._fill()

    @Slot()
    def _paint_icon(self) -> None:
        self._icon.setPixmap(self._theme.icon("chat", "muted").pixmap(24, 24))

    def _fill(self) -> None:
        self._title.setText(
            self.tr("Ask about the picture") if self._has_picture else self.tr("No picture to ask about yet")
        )
        if not self._has_picture:
            hint = self.tr("Drop one into the window, paste it, or open it with Ctrl+O.")
        elif self._reader:
            hint = self.tr(
                "The reader finds text and pulls out what you name. Try one of these, or type your own."
            )
        else:
            hint = self.tr("Answers name what they show: point at a phrase to see its box. Try one of these.")
        self._hint.setText(hint)
        self._presets = in_order(self._language, reader=self._reader)[:_EXAMPLES]
        for button, preset in zip(self._buttons, self._presets, strict=True):
            button.setText(preset.title)
            button.setToolTip(preset.prompt)
            button.setVisible(self._has_picture)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        for button, preset in zip(self._buttons, self._presets, strict=True):
            if button is sender:
                self.chosen.emit(preset)
