"""The page of keyboard shortcuts: every action by group with all of its keys, which can be changed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
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
from eyebox.actions import Keys
from eyebox.language import translated
from eyebox.palette import shown_text
from eyebox.theme import Theme, set_kind
from eyebox.theme.searched_page import SearchedPage, folded
from eyebox_models.protocol.errors import EyeboxError

Groups = Mapping[str, Sequence[QAction | None]]
Keymaps = Mapping[str, tuple[str, Sequence[tuple[str, str]]]]
Extra = Mapping[str, Sequence[tuple[str, Sequence[str]]]]


class ShortcutsPage(SearchedPage):
    """Lists actions by group, finds them by name or key, and changes their keys; rows follow their actions.

    `defaults` has the keys that each action (by object name) is reset to. `extra` adds what no action stands for
    (mouse, held keys): group -> names with their keys; these can't be changed. Actions of different `kinds` (by
    name; "" is that of all others) may have the same keys: they are meant at different times. `keymaps`: group -> a
    name, and what may be chosen for all of its keys (value and title), the one that holds first.

    Signals:
        changed: all actions whose keys are to differ from their default ones, with those keys (Keys).
        keymap_chosen: the value of another keymap; `set_defaults` says what it is.
    """

    changed = Signal(object)
    keymap_chosen = Signal(str)

    def __init__(
        self,
        groups: Groups,
        defaults: Keys,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        extra: Extra | None = None,
        kinds: Mapping[str, str] = {},
        keymaps: Keymaps | None = None,
    ):
        super().__init__(theme, parent)
        self.setObjectName("shortcuts")
        self._defaults = defaults
        self._kinds = kinds
        self._sections: list[tuple[QLabel, list[ShortcutRow]]] = []
        self._rows: dict[str, ActionRow] = {}
        for title, actions in groups.items():
            rows: list[ShortcutRow] = []
            if keymaps and title in keymaps:
                choice = KeymapRow(title, *keymaps[title])
                choice.chosen.connect(self.keymap_chosen)
                rows.append(choice)
            actions_of = [
                ActionRow(title, action, defaults[action.objectName()], theme)
                for action in actions
                if action is not None and action.text()
            ]
            for row in actions_of:
                row.wanted.connect(self._on_wanted)
                self._rows[row.action.objectName()] = row
            self._add_section(title, [*rows, *actions_of])
        for title, lines in (extra or {}).items():
            self._add_section(title, [ShortcutRow(title, name, keys) for name, keys in lines])
        self._import = QPushButton()
        self._import.clicked.connect(self._import_keys)
        self._export = QPushButton()
        self._export.clicked.connect(self._export_keys)
        self._reset = QPushButton()
        self._reset.clicked.connect(lambda: self.changed.emit({}))
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setContentsMargins(24, 8, 24, 0)
        self.finish(640)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 12, 24, 16)
        buttons.setSpacing(8)
        for button in (self._import, self._export):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._reset)
        for button in (self._import, self._export, self._reset):
            button.setAutoDefault(False)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        hairline = QFrame()
        set_kind(hairline, "hline")
        outer.addWidget(hairline)
        outer.addWidget(self._said)
        outer.addLayout(buttons)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.search.setPlaceholderText(self.tr("Search by name or key"))
        self.search.setAccessibleName(self.tr("Search by name or key"))
        self.nothing.setText(self.tr("Nothing has this name or key."))
        self._import.setText(self.tr("Import…"))
        self._export.setText(self.tr("Export…"))
        self._reset.setText(self.tr("Reset all"))
        self._say("")

    def show_found(self, words: list[str]) -> bool:
        for heading, rows in self._sections:
            for row in rows:
                row.setVisible(all(word in row.words for word in words))
            heading.setVisible(any(not row.isHidden() for row in rows))
        return any(not heading.isHidden() for heading, _ in self._sections)

    def set_defaults(self, defaults: Keys) -> None:
        """The keys that actions are reset to are others now."""
        self._defaults = defaults
        for name, row in self._rows.items():
            row.set_defaults(defaults[name])

    def _add_section(self, title: str, rows: Sequence[ShortcutRow]) -> None:
        heading = self.heading(title)
        for row in rows:
            self.inner.addWidget(row)
        self._sections.append((heading, list(rows)))

    def _keys(self) -> dict[str, list[str]]:
        return {
            name: [keys.toString() for keys in row.action.shortcuts()] for name, row in self._rows.items()
        }

    @Slot(object, bool)
    def _on_wanted(self, wanted: Sequence[QKeySequence], taken_away: bool) -> None:
        """A row wants these keys; `taken_away` says that it may have those of another action."""
        row = self.sender()
        assert isinstance(row, ActionRow)
        keys = self._keys()
        for other in self._rows.values():
            both = [sequence for sequence in other.action.shortcuts() if sequence in wanted]
            if other is row or not both or self._kind(other) != self._kind(row):
                continue
            if not taken_away:
                row.say_taken(both[0], shown_text(other.action))
                return
            name = other.action.objectName()
            keys[name] = [text for text in keys[name] if QKeySequence.fromString(text) not in wanted]
        keys[row.action.objectName()] = [sequence.toString() for sequence in wanted]
        row.show_keys()
        self._change(keys)

    def _kind(self, row: ActionRow) -> str:
        return self._kinds.get(row.action.objectName(), "")

    def _change(self, keys: Keys) -> None:
        self._say("")
        self.changed.emit(keymap.changed_from(self._defaults, keys))

    def _say(self, text: str, kind: str = "hint") -> None:
        set_kind(self._said, kind)
        self._said.setText(text or self.tr("Click keys to change them. What you change holds at once."))

    @Slot()
    def _export_keys(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export shortcuts"), "shortcuts" + keymap.SUFFIX, f"*{keymap.SUFFIX}"
        )
        if not path:
            return
        try:
            keymap.dump(Path(path), self._keys())
        except EyeboxError as error:
            self._say(translated(error.sentence), "error")
        else:
            self._say(self.tr("Written to %1.").replace("%1", Path(path).name))

    @Slot()
    def _import_keys(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import shortcuts"), "", "*.json")
        if not path:
            return
        try:
            keys, left_out = keymap.load(Path(path), self._defaults, self._kinds)
        except EyeboxError as error:
            self._say(translated(error.sentence), "error")
            return
        self._change(keys)
        if left_out:
            self._say(
                self.tr("Left out, because unknown or used twice: %1").replace("%1", ", ".join(left_out)),
                "error",
            )
        else:
            self._say(self.tr("Imported from %1.").replace("%1", Path(path).name))


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
        self.line.addWidget(QLabel(name), 1)
        hairline = QFrame()
        set_kind(hairline, "hline")
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)
        self.outer.addLayout(self.line)
        self.outer.addWidget(hairline)
        for key in keys:
            cap = QLabel(key)
            cap.setMinimumHeight(22)
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
        box.setMinimumWidth(180)
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
        self.setFixedWidth(150)
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
