"""The line of presets in the settings of a chat: chosen, saved under a name, removed, taken by new chats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QWidget

from eyebox.chat.controls import icon_button, name_button
from eyebox.theme import Theme
from eyebox.theme.controls import button, column, line
from eyebox.theme.menus import give_menu
from eyebox_models.protocol.ask import GENERATION, Options

MARGIN = 16
LONGEST_NAME = 60


class PresetLine(QWidget):
    """Presets by name.

    Signals: chosen: the Options of one. saved, removed: a name. made_default: a name, whether it is one now.
    """

    chosen = Signal(object)
    saved = Signal(str)
    removed = Signal(str)
    made_default = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._presets: dict[str, Options] = {}
        self._default = ""
        self._model = ""
        self._options = Options()
        self._last = ""
        """The preset chosen last, which is named where several are alike."""
        self.choice = QComboBox(self)
        self.choice.setPlaceholderText(self.tr("No preset"))
        self.choice.setAccessibleName(self.tr("Preset"))
        self.choice.activated.connect(self._on_chosen)
        self.more = icon_button(theme, "more", "", parent=self)
        name_button(self.more, self.tr("Save, overwrite or remove a preset"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        give_menu(self.more, self.menu)
        self.name = _NameField(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("Name of the preset"))
        self.name.setAccessibleName(self.tr("Name of the preset"))
        self.name.returnPressed.connect(self._save)
        self.name.escaped.connect(self._end_naming)
        self.save = button("primary", self)
        self.save.setText(self.tr("Save"))
        self.save.clicked.connect(self._save)
        column(
            line((self.choice, 1), self.more, (self.name, 1), self.save, spacing=4),
            inside=self,
            margins=(MARGIN, 0, MARGIN - 4, 12),
        )
        self._end_naming()

    def set_presets(self, presets: Mapping[str, Options], default: str, model: str) -> None:
        """The presets, and which of them new chats of `model` take."""
        self._presets, self._default, self._model = dict(presets), default, model
        self.choice.clear()
        for name in presets:
            self.choice.addItem(
                self.tr("%1 (for new chats)").replace("%1", name) if name == default else name, name
            )
        self.show_options(self._options)

    def show_options(self, options: Options) -> None:
        """Names the preset that these options are, if any."""
        self._options = options
        alike = [name for name, preset in self._presets.items() if _values(preset) == _values(options)]
        name = self._last if self._last in alike else next(iter(alike), "")
        self._last = name or (self._last if self._last in self._presets else "")
        self.choice.setCurrentIndex(self.choice.findData(name) if name else -1)

    @Slot()
    def ask_name(self) -> None:
        """Puts a field for the name in the place of the choice."""
        self._show_naming(True)
        self.name.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _end_naming(self) -> None:
        self._show_naming(False)

    def _show_naming(self, naming: bool) -> None:
        for part in (self.name, self.save):
            part.setVisible(naming)
        self.choice.setHidden(naming)
        self.more.setHidden(naming)

    @Slot()
    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._last = name
            self._end_naming()
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
            self.saved.emit(name)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        name = self.choice.itemData(index)
        if name in self._presets:
            self._last = name
            self.chosen.emit(self._presets[name])

    @Slot()
    def _fill_menu(self) -> None:
        self.menu.clear()
        self.menu.addAction(self.tr("Save as a preset…")).triggered.connect(self.ask_name)
        self._add_names(self.tr("Overwrite"), self._overwrite)
        if name := self.choice.currentData() or self._default:
            text = self.tr("New chats with %1 take “%2”").replace("%1", _escaped(self._model))
            default = self.menu.addAction(text.replace("%2", _escaped(name)))
            default.setCheckable(True)
            default.setChecked(name == self._default)
            default.triggered.connect(lambda on: self.made_default.emit(name, on))
        self._add_names(self.tr("Remove"), self._remove)

    def _add_names(self, text: str, do: Callable[[str], None]) -> None:
        """A menu of all presets, for each of which something is done."""
        if self._presets:
            menu = self.menu.addMenu(text)
            for name in self._presets:
                menu.addAction(_escaped(name)).triggered.connect(partial(do, name))

    def _remove(self, name: str) -> None:
        self.removed.emit(name)

    def _overwrite(self, name: str) -> None:
        self._last = name
        self.saved.emit(name)


class _NameField(QLineEdit):
    """Signals: escaped: Esc was pressed."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


def _values(options: Options) -> tuple[object, ...]:
    return tuple(getattr(options, name) for name in GENERATION)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
