"""A row of prompts to start from: as many as fit, and a menu with all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from eyebox.chat.controls import icon_button, name_button, text_button
from eyebox.chat.presets import Preset, in_order
from eyebox.theme import Theme

_HEIGHT = 28
_GAP = 8
_CHIPS = 4


class PresetRow(QWidget):
    """Chips for the first presets and a button that lists all.

    Signals:
        chosen: a Preset.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._reader = True
        self._presets: tuple[Preset, ...] = ()
        self._chips: list[QPushButton] = []
        self._more = icon_button(theme, "more", "", parent=self)
        self._more.clicked.connect(self.open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fill()
        self.retranslate()

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        name_button(self._more, self.tr("All prompts"))

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
            action.setToolTip(preset.prompt)
            action.setData(preset.id)
        menu.triggered.connect(self._on_triggered)
        return menu

    @Slot()
    def open_menu(self) -> None:
        """Opens the menu with all presets."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self._more.mapToGlobal(self._more.rect().topRight())
        size = menu.sizeHint()
        menu.popup(corner - QPoint(size.width(), size.height() + 4))

    def _fill(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._presets = in_order(self._language, reader=self._reader)
        self._chips = []
        for preset in self._presets[:_CHIPS]:
            chip = text_button(preset.title, "chip", self)
            chip.setToolTip(preset.prompt)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(self._on_clicked)
            self._chips.append(chip)
        self._place()

    def _place(self) -> None:
        room = self.width() - self._more.width()
        x = 0
        full = False
        for chip in self._chips:
            wide = chip.sizeHint().width()
            full = full or x + wide > room - _GAP
            chip.setVisible(not full)
            if not full:
                chip.setGeometry(x, 0, wide, _HEIGHT)
                x += wide + _GAP
        self._more.move(min(x, room), 0)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        for chip, preset in zip(self._chips, self._presets, strict=False):
            if chip is sender:
                self.chosen.emit(preset)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        for preset in self._presets:
            if preset.id == action.data():
                self.chosen.emit(preset)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
