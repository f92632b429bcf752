"""The rows of the page of keyboard shortcuts: a name and its keys, which are changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
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
from eyebox.theme.searched_page import folded, show


class ShortcutRow(QWidget):
    """One name and its keys."""

    def __init__(self, group: str, name: str, keys: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._group = group
        self.words = ""
        self.line = QHBoxLayout()
        self.line.setContentsMargins(0, 6, 0, 6)
        self.line.setSpacing(6)
        label = QLabel(name, self)
        label.setWordWrap(True)
        self.line.addWidget(label, 1)
        set_kind(self, "ruled")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 1)
        self.outer.setSpacing(0)
        self.outer.addLayout(self.line)
        for key in keys:
            cap = QLabel(key, self)
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

    def __init__(self, group: str, name: str, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(group, name, (), parent)
        box = QComboBox(self)
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

    def __init__(
        self, group: str, action: QAction, defaults: Sequence[str], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(group, shown_text(action), (), parent)
        self.action = action
        self._defaults = [QKeySequence.fromString(keys) for keys in defaults]
        self._caps: list[QPushButton] = []
        self._place = 0
        self._wanted: list[QKeySequence] = []
        self.editor: KeyEditor | None = None
        """What changes the keys; made when that is first wanted, since most rows are only read."""
        self._add = _tool(theme, "plus", self.tr("Add keys to “%1”").replace("%1", self.name), self)
        self._add.clicked.connect(lambda: self._edit(len(self.action.shortcuts())))
        self._reset = _tool(theme, "undo", self.tr("Reset: %1").replace("%1", self.name), self)
        self._reset.clicked.connect(lambda: self.wanted.emit(self._defaults, False))
        keep = self._reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(keep)
        for widget in (self._add, self._reset):
            self.line.addWidget(widget)
        action.changed.connect(self.show_keys)
        self.show_keys()

    @Slot()
    def show_keys(self) -> None:
        """Shows the keys that the action has, and ends editing."""
        shown = [_text(keys) for keys in self.action.shortcuts()]
        editor = self.editor
        had_focus = (editor is not None and editor.field.hasFocus()) or any(
            cap.hasFocus() for cap in self._caps
        )
        for cap in self._caps:
            self.line.removeWidget(cap)
            cap.hide()
            cap.deleteLater()
        self._caps = []
        for place, text in enumerate(shown):
            cap = _button("key", text, self)
            cap.clicked.connect(lambda _checked=False, place=place: self._edit(place))
            cap.setAccessibleName(self.tr("Change %1 of “%2”").replace("%1", text).replace("%2", self.name))
            self.line.insertWidget(1 + place, cap)
            if self.isVisible():
                cap.show()
            self._caps.append(cap)
        if editor is not None:
            editor.hide()
        show(self._add, True)
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
        editor = self._editor()
        editor.say(self.tr("%1 is for “%2”.").replace("%1", _text(keys)).replace("%2", owner))
        editor.take.show()
        editor.take.setFocus()

    def _edit(self, place: int) -> None:
        """Waits for the keys that go to this place among the action's."""
        self._place = place
        for at, cap in enumerate(self._caps):
            cap.setVisible(at != place)
        self._add.hide()
        editor = self._editor()
        editor.hide()
        editor.remove.setVisible(place < len(self._caps))
        editor.field.clear()
        editor.field.show()
        editor.field.setFocus()

    def _editor(self) -> KeyEditor:
        if self.editor is None:
            self.editor = KeyEditor(self.name, self)
            self.editor.field.pressed.connect(self._on_pressed)
            self.editor.field.given_up.connect(self._give_up)
            self.editor.remove.clicked.connect(self._on_remove)
            self.editor.take.clicked.connect(self._on_take)
            self.editor.stand_in(self.line, self.line.indexOf(self._add), self.outer)
        return self.editor

    @Slot(QKeySequence)
    def _on_pressed(self, keys: QKeySequence) -> None:
        if keymap.is_fixed(keys):
            editor = self._editor()
            editor.say(self.tr("%1 is needed by lists, fields and the picture.").replace("%1", _text(keys)))
            editor.field.clear()
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
        editor = self.editor
        if event.key() == Qt.Key.Key_Escape and editor is not None and not editor.field.isHidden():
            editor.field.setFocus()
            self._give_up()
        else:
            super().keyPressEvent(event)


class KeyEditor(QObject):
    """What a row shows while its keys are changed: a field, and below the row what stands in the way."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = KeyField(parent)
        self.field.setAccessibleName(self.tr("New keys for “%1”").replace("%1", name))
        self.remove = _button("", self.tr("Remove"), parent)
        self.take = _button("link", self.tr("Use them here instead"), parent)
        self.hint = QLabel(parent)
        self.hint.setWordWrap(True)
        set_kind(self.hint, "hint")
        self.hide()

    def stand_in(self, line: QHBoxLayout, place: int, below: QVBoxLayout) -> None:
        """Goes into a row: the field at a place of its line."""
        line.insertWidget(place, self.field)
        line.insertWidget(place + 1, self.remove)
        said = QHBoxLayout()
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self.hint, 1)
        said.addWidget(self.take)
        below.insertLayout(1, said)

    def hide(self) -> None:
        """Hides all of it."""
        for part in (self.field, self.remove, self.take, self.hint):
            part.hide()

    def say(self, text: str) -> None:
        """Says below the row why these keys are not taken."""
        self.hint.setText(text)
        self.hint.show()


class KeyField(QKeySequenceEdit):
    """Takes one combination of keys, Esc gives up, Tab goes on.

    Signals:
        pressed: the combination (QKeySequence). given_up: Esc.
    """

    pressed = Signal(QKeySequence)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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


def _button(kind: str, text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    set_kind(button, kind)
    return button


def _tool(theme: Theme, icon: str, name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(theme.icon(icon, "muted"))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def _text(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
