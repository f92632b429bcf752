"""The page of keyboard shortcuts: every action by group with all of its keys, which can be changed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eyebox import keymap
from eyebox.actions import Keys
from eyebox.language import translated
from eyebox.palette import shown_text
from eyebox.shortcut_rows import ActionRow, KeymapRow, ShortcutRow
from eyebox.theme import Theme, set_kind
from eyebox.theme.searched_page import SearchedPage, show
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
                choice = KeymapRow(title, *keymaps[title], self.page)
                choice.chosen.connect(self.keymap_chosen)
                rows.append(choice)
            actions_of = [
                ActionRow(title, action, defaults[action.objectName()], theme, self.page)
                for action in actions
                if action is not None and action.text()
            ]
            for row in actions_of:
                row.wanted.connect(self._on_wanted)
                self._rows[row.action.objectName()] = row
            self._add_section(title, [*rows, *actions_of])
        for title, lines in (extra or {}).items():
            self._add_section(title, [ShortcutRow(title, name, keys, self.page) for name, keys in lines])
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
                show(row, all(word in row.words for word in words))
            show(heading, any(not row.isHidden() for row in rows))
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
