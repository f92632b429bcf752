"""Prompts for the jobs that pictures are for: as chips above the field, and in the middle of an empty chat."""

from __future__ import annotations

import json
from functools import cache

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from eyebox.chat.controls import icon_button, label, name_button, text_button
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.dataclass import dataclass
from eyebox_resources import path

LANGUAGES = ("en", "de", "ja", "zh")
_HEIGHT = 28
_GAP = 8
_CHIPS = 4
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Preset:
    """A prompt to start from; `blank` is the part of it that the user is to fill in ("" for none)."""

    id: str
    title: str
    prompt: str
    blank: str = ""
    needs_model: bool = False
    """The built-in reader cannot do it: it takes a vision-language model."""


@cache
def presets(language: str) -> tuple[Preset, ...]:
    """All presets in a language ("en", "zh_CN" ...); English for one that there is no set for."""
    short = language[:2].lower()
    name = short if short in LANGUAGES else LANGUAGES[0]
    rows = json.loads(path("prompts", f"{name}.json").read_text("utf-8"))
    return tuple(Preset(**row) for row in rows)


def in_order(language: str, *, reader: bool) -> tuple[Preset, ...]:
    """The presets with those first that the chosen model is for."""
    return tuple(sorted(presets(language), key=lambda preset: preset.needs_model is reader))


class PresetButtons(QWidget):
    """Buttons for the first presets of a language.

    Signals:
        chosen: a Preset.
    """

    chosen = Signal(object)

    def __init__(self, language: str, count: int, kind: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._language = language
        self._reader = True
        self._presets: tuple[Preset, ...] = ()
        self._buttons = [text_button("", kind, self) for _ in range(count)]
        for button in self._buttons:
            button.clicked.connect(self._on_clicked)

    def set_reader(self, reader: bool) -> None:
        """Puts the prompts first that the reader (or else a vision-language model) is for."""
        if reader != self._reader:
            self._reader = reader
            self._fill()

    def set_language(self, language: str) -> None:
        """Shows the prompts of another language."""
        if language != self._language:
            self._language = language
            self._fill()

    def _fill(self) -> None:
        self._presets = in_order(self._language, reader=self._reader)
        for button, preset in zip(self._buttons, self._presets, strict=False):
            button.setText(preset.title)
            button.setToolTip(as_tip(preset.prompt))

    def menu(self) -> QMenu:
        """A menu with all presets, those for vision-language models apart."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        apart: bool | None = None
        for preset in self._presets:
            if preset.needs_model != apart:
                apart = preset.needs_model
                menu.addSeparator()
                title = (
                    self.tr("With a vision-language model") if apart else self.tr("With the built-in reader")
                )
                menu.addAction(title).setEnabled(False)
            action = menu.addAction(preset.title)
            action.setToolTip(as_tip(preset.prompt))
            action.setData(preset)
        menu.triggered.connect(self._on_triggered)
        return menu

    def open_menu(self, at: QWidget) -> None:
        """Opens the menu with all presets above a button, its right edges in line."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = at.mapToGlobal(at.rect().topRight())
        size = menu.sizeHint()
        menu.popup(corner - QPoint(size.width(), size.height() + 4))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        for button, preset in zip(self._buttons, self._presets, strict=False):
            if button is sender:
                self.chosen.emit(preset)


class PresetRow(PresetButtons):
    """Chips for the first presets, as many as fit, and a button that lists all."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(language, _CHIPS, "chip", parent)
        for chip in self._buttons:
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more = icon_button(theme, "more", "", parent=self)
        self._more.clicked.connect(lambda: self.open_menu(self._more))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fill()
        self.retranslate()

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        name_button(self._more, self.tr("All prompts"))

    def _fill(self) -> None:
        super()._fill()
        self._place()

    def _place(self) -> None:
        room = self.width() - self._more.width()
        x = 0
        full = False
        for chip in self._buttons:
            wide = chip.sizeHint().width()
            full = full or x + wide > room - _GAP
            chip.setVisible(not full)
            if not full:
                chip.setGeometry(x, 0, wide, grown(_HEIGHT))
                x += wide + _GAP
        self._more.move(min(x, room), (grown(_HEIGHT) - self._more.height()) // 2)

    def sizeHint(self) -> QSize:
        return QSize(240, grown(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


class Welcome(PresetButtons):
    """What an empty chat shows: a sentence and three prompts to try, or how to get a picture while there is none."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(language, _EXAMPLES, "", parent)
        self._theme = theme
        self._has_picture = True
        self._icon = QLabel(self)
        self._title = label("", "title", self)
        self._hint = label("", "muted", self)
        for part in (self._title, self._hint):
            part.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._icon, self._title, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addSpacing(8)
        for button in self._buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._all = text_button("", "link", self)
        self._all.clicked.connect(lambda: self.open_menu(self._all))
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self._fill()

    @property
    def offers(self) -> bool:
        """Whether it shows prompts."""
        return self._has_picture

    def set_has_picture(self, has: bool) -> None:
        """Whether there is a picture to ask about."""
        if has != self._has_picture:
            self._has_picture = has
            self._fill()

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        self._fill()

    @Slot()
    def _paint_icon(self) -> None:
        self._icon.setPixmap(self._theme.icon("chat", "muted").pixmap(24, 24))

    def _fill(self) -> None:
        super()._fill()
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
        self._all.setText(self.tr("All prompts…"))
        self._all.setVisible(self._has_picture)
        self._leave_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()

    def _leave_out(self) -> None:
        """Shows icon, hint and prompts only where there is room for them: no line is cut. The menu has all prompts."""
        column = self.layout()
        assert column is not None
        for part in (self._icon, self._hint):
            part.show()
        for button in self._buttons:
            button.setVisible(self._has_picture)
        spare: list[QWidget] = [self._icon, self._hint, *reversed(self._buttons)]
        for widget in spare:
            if column.heightForWidth(self.width()) > self.height():
                widget.hide()

    def minimumSizeHint(self) -> QSize:
        """Room for its title and the menu of prompts, or the hint where there is none."""
        below = self._all if self._has_picture else self._hint
        high = sum(part.sizeHint().height() for part in (self._title, below))
        return QSize(super().minimumSizeHint().width(), high + 48)
