"""The rows of the page of keyboard shortcuts: a name and its keys, which are changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eyebox import keymap
from eyebox.palette import shown_text
from eyebox.theme import Theme, set_kind
from eyebox.theme.grown import grown
from eyebox.theme.searched_page import folded


class ShortcutRow(QWidget):
    """One name and its keys."""

    def __init__(self, group: str, name: str, keys: Sequence[str]) -> None:
        super().__init__()
        self.name = name
        self._group = group
        self.words = ""
        self.line = QHBoxLayout()
        self.line.setContentsMargins(0, 6, 0, 6)
        self.line.setSpacing(6)
        label = QLabel(name)
        label.setWordWrap(True)
        self.line.addWidget(label, 1)
        hairline = QFrame()
        set_kind(hairline, "hline")
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)
        self.outer.addLayout(self.line)
        self.outer.addWidget(hairline)
        for key in keys:
            cap = QLabel(key)
            cap.setMinimumHeight(grown(22))
            set_kind(cap, "key")
            self.line.addWidget(cap)
        self._set_words(keys)

    def _set_words(self, keys: Sequence[str]) -> None:
        self.words = folded(" ".join((self._group, self.name, *keys)))
        self.setAccessibleName(f"{self.name}: {', '.join(keys)}" if keys else self.name)


class KeymapRow(ShortcutRow):
    """A name and what may be chosen for all keys of its group.

    Signals: chosen: the value of what was chosen.
    """

    chosen = Signal(str)

    def __init__(self, group: str, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(group, name, ())
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumWidth(grown(180))
        for value, title in choices:
            box.addItem(title, value)
        box.activated.connect(lambda at: self.chosen.emit(str(box.itemData(at))))
        self.line.addWidget(box)
        self.words = folded(" ".join((group, name, *(title for _value, title in choices))))


class ActionRow(ShortcutRow):
    """The row of an action: a click on a key changes it, + adds one, and a changed row can be reset.

    Signals:
        wanted: the keys that it is to have (QKeySequences), and whether they may be taken from another action.
    """

    wanted = Signal(object, bool)

    def __init__(self, group: str, action: QAction, defaults: Sequence[str], theme: Theme) -> None:
        super().__init__(group, shown_text(action), ())
        self.action = action
        self._defaults = [QKeySequence.fromString(keys) for keys in defaults]
        self._caps: list[QPushButton] = []
        self._place = 0
        self._wanted: list[QKeySequence] = []
        self._field = KeyField()
        self._field.setAccessibleName(self.tr("New keys for “%1”").replace("%1", self.name))
        self._field.pressed.connect(self._on_pressed)
        self._field.given_up.connect(self._give_up)
        self._field.hide()
        self._remove = _button("", self.tr("Remove"), self._on_remove)
        self._take = _button("link", self.tr("Use them here instead"), self._on_take)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        set_kind(self._hint, "hint")
        self._add = _tool(theme, "plus", self.tr("Add keys to “%1”").replace("%1", self.name))
        self._add.clicked.connect(lambda: self._edit(len(self.action.shortcuts())))
        self._reset = _tool(theme, "undo", self.tr("Reset: %1").replace("%1", self.name))
        self._reset.clicked.connect(lambda: self.wanted.emit(self._defaults, False))
        keep = self._reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(keep)
        for widget in (self._field, self._remove, self._add, self._reset):
            self.line.addWidget(widget)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self._hint, 1)
        below.addWidget(self._take)
        self.outer.insertLayout(1, below)
        action.changed.connect(self.show_keys)
        self.show_keys()

    @Slot()
    def show_keys(self) -> None:
        """Shows the keys that the action has, and ends editing."""
        shown = [_text(keys) for keys in self.action.shortcuts()]
        had_focus = self._field.hasFocus() or any(cap.hasFocus() for cap in self._caps)
        for cap in self._caps:
            self.line.removeWidget(cap)
            cap.hide()
            cap.deleteLater()
        self._caps = []
        for place, text in enumerate(shown):
            cap = _button("key", text, lambda _checked=False, place=place: self._edit(place))
            cap.setAccessibleName(self.tr("Change %1 of “%2”").replace("%1", text).replace("%2", self.name))
            self.line.insertWidget(1 + place, cap)
            cap.show()
            self._caps.append(cap)
        for widget in (self._field, self._remove, self._take, self._hint):
            widget.hide()
        self._add.show()
        self._reset.setVisible(self.action.shortcuts() != self._defaults)
        self._set_words(shown)
        if had_focus:
            (self._caps[min(self._place, len(self._caps) - 1)] if self._caps else self._add).setFocus()

    def set_defaults(self, defaults: Sequence[str]) -> None:
        """The keys that the row is reset to."""
        self._defaults = [QKeySequence.fromString(keys) for keys in defaults]
        self._reset.setVisible(self.action.shortcuts() != self._defaults)

    def say_taken(self, keys: QKeySequence, owner: str) -> None:
        """Says that another action has these keys, and offers to take them from there."""
        self._say(self.tr("%1 is for “%2”.").replace("%1", _text(keys)).replace("%2", owner))
        self._take.show()
        self._take.setFocus()

    def _edit(self, place: int) -> None:
        """Waits for the keys that go to this place among the action's."""
        self._place = place
        for at, cap in enumerate(self._caps):
            cap.setVisible(at != place)
        self._add.hide()
        self._remove.setVisible(place < len(self._caps))
        self._take.hide()
        self._hint.hide()
        self._field.clear()
        self._field.show()
        self._field.setFocus()

    def _say(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.show()

    @Slot(QKeySequence)
    def _on_pressed(self, keys: QKeySequence) -> None:
        if keymap.is_fixed(keys):
            self._say(self.tr("%1 is needed by lists, fields and the picture.").replace("%1", _text(keys)))
            self._field.clear()
            return
        before = self.action.shortcuts()
        self._wanted = [*before[: self._place], keys, *before[self._place + 1 :]]
        self._wanted = list(dict.fromkeys(self._wanted))
        self.wanted.emit(self._wanted, False)

    @Slot()
    def _on_take(self) -> None:
        self.wanted.emit(self._wanted, True)

    @Slot()
    def _on_remove(self) -> None:
        before = self.action.shortcuts()
        self.wanted.emit([*before[: self._place], *before[self._place + 1 :]], False)

    @Slot()
    def _give_up(self) -> None:
        self.show_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._field.isHidden():
            self._field.setFocus()
            self._give_up()
        else:
            super().keyPressEvent(event)


class KeyField(QKeySequenceEdit):
    """Takes one combination of keys, Esc gives up, Tab goes on.

    Signals:
        pressed: the combination (QKeySequence). given_up: Esc.
    """

    pressed = Signal(QKeySequence)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.keySequenceChanged.connect(lambda keys: None if keys.isEmpty() else self.pressed.emit(keys))
        self.setFixedWidth(grown(150))
        line = self.findChild(QLineEdit)
        assert line is not None
        line.setPlaceholderText(self.tr("Press the keys"))
        line.setAccessibleName(self.tr("Press the keys"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            if event.key() == Qt.Key.Key_Escape:
                self.given_up.emit()
                return True
            if event.key() == Qt.Key.Key_Tab:
                self.focusNextPrevChild(True)
                return True
        return super().event(event)


def _button(kind: str, text: str, clicked: object) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(clicked)
    set_kind(button, kind)
    button.hide()
    return button


def _tool(theme: Theme, icon: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon, "muted"))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def _text(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
