"""The reader's page in the picker; while there is no other model, three ways to get one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from eyebox.picker.engine_missing import EngineMissing
from eyebox.theme import Theme
from eyebox.theme.controls import TOP, Mark, Part, button, column, hairline, label, line
from eyebox.theme.retranslated import Retranslated


class ReaderDetails(Retranslated, QWidget):
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
        self._title, self._text = label("title"), label("muted", wrap=True)
        self._state = label("hint")
        self.engine = EngineMissing(theme, "all")
        self.none = QWidget()
        self._none_title = label()
        self._none_text = label("muted", wrap=True)
        self._ways: list[tuple[QLabel, QLabel]] = []
        self.buttons = [button(), button(), button()]
        ways = (
            ("folder", self.folder_wanted),
            ("download", self.download_wanted),
            ("search", self.refresh_wanted),
        )
        parts: list[Part] = []
        for press, (icon, wanted) in zip(self.buttons, ways, strict=True):
            press.clicked.connect(wanted)
            parts += [16, self._way(theme, icon, press)]
        column(hairline(), 16, self._none_title, 4, self._none_text, *parts, inside=self.none)
        column(self._title, 4, self._text, 24, self.engine, self._state, self.none, None, inside=self)
        self._retranslate()
        self.show_state(looking=True, empty=True)

    def _way(self, theme: Theme, icon: str, press: QWidget) -> QHBoxLayout:
        title, text = label(), label("hint", wrap=True)
        self._ways.append((title, text))
        texts = column(title, text, spacing=2)
        return line((Mark(theme, icon), 0, TOP), (texts, 1), press, spacing=12)

    def show_state(self, *, looking: bool, empty: bool) -> None:
        """Says that models are being looked for, or that there are none."""
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
