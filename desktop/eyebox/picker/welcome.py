"""The reader's page in the picker; while there is no other model, three ways to get one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from eyebox.picker.controls import Mark, button, hairline, label
from eyebox.theme import Theme


class ReaderDetails(QWidget):
    """What the built-in reader is for.

    Signals:
        folder_wanted, download_wanted, refresh_wanted: the three ways to another model.
    """

    folder_wanted = Signal()
    download_wanted = Signal()
    refresh_wanted = Signal()

    def __init__(self, theme: Theme, cache: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cache = cache or str(Path("~") / ".cache" / "huggingface" / "hub")
        self._looking = True
        self._title, self._text = label("title"), label("muted", wrap=True)
        self._state = label("hint")
        self.none = QWidget()
        self._none_title = label()
        self._none_text = label("muted", wrap=True)
        self._ways: list[tuple[QLabel, QLabel]] = []
        self.buttons = [button(), button(), button()]
        inside = QVBoxLayout(self.none)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(hairline())
        inside.addSpacing(16)
        inside.addWidget(self._none_title)
        inside.addSpacing(4)
        inside.addWidget(self._none_text)
        for icon, press, wanted in zip(
            ("folder", "download", "search"),
            self.buttons,
            (self.folder_wanted, self.download_wanted, self.refresh_wanted),
            strict=True,
        ):
            press.clicked.connect(wanted)
            inside.addSpacing(16)
            inside.addLayout(self._way(theme, icon, press))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._text)
        column.addSpacing(24)
        column.addWidget(self._state)
        column.addWidget(self.none)
        column.addStretch(1)
        self._retranslate()
        self.show_state(looking=True, empty=True)

    def _way(self, theme: Theme, icon: str, press: QWidget) -> QHBoxLayout:
        title, text = label(), label("hint", wrap=True)
        self._ways.append((title, text))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(title)
        texts.addWidget(text)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Mark(theme, icon), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        line.addWidget(press)
        return line

    def show_state(self, *, looking: bool, empty: bool) -> None:
        """Says that models are being looked for, or that there are none."""
        self._looking = looking
        self._state.setVisible(looking)
        self.none.setVisible(empty and not looking)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Reader"))
        self._text.setText(
            self.tr(
                "Built in and always ready. It reads the text of a picture and finds words in it, with boxes, "
                "on any machine. For questions about what a picture shows, choose a vision-language model."
            )
        )
        self._state.setText(self.tr("Looking for models on this machine…"))
        self._none_title.setText(self.tr("No vision-language model on this machine yet"))
        self._none_text.setText(self.tr("There are three ways to get one:"))
        texts = (
            (
                self.tr("Add a folder"),
                self.tr("One that holds a checkpoint: config.json and safetensors files."),
                self.tr("Add a folder…"),
            ),
            (
                self.tr("Download one"),
                self.tr("From the list at the left, or any other by its name. It asks before it connects."),
                self.tr("Download…"),
            ),
            (
                self.tr("Put it into the Hugging Face cache"),
                self.tr("What other programs downloaded to %1 is found by itself.").replace(
                    "%1", self._cache
                ),
                self.tr("Look again"),
            ),
        )
        for (title, text), press, (named, said, pressed) in zip(self._ways, self.buttons, texts, strict=True):
            title.setText(named)
            text.setText(said)
            press.setText(pressed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
