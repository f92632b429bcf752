"""The page of keyboard shortcuts: every action by group, with all of its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from eyebox.palette import shown_text
from eyebox.theme import Theme, set_kind
from eyebox.theme.searched_page import SearchedPage, folded

Groups = Mapping[str, Sequence[QAction | None]]
Extra = Mapping[str, Sequence[tuple[str, Sequence[str]]]]


class ShortcutsPage(SearchedPage):
    """Lists actions by group and finds them by name or key.

    `extra` adds what no action stands for (mouse, held keys): group -> names with their keys.
    """

    def __init__(
        self, groups: Groups, theme: Theme, parent: QWidget | None = None, *, extra: Extra | None = None
    ):
        super().__init__(theme, parent)
        self.setObjectName("shortcuts")
        self._sections: list[tuple[QLabel, list[ShortcutRow]]] = []
        for title, actions in groups.items():
            named = [(shown_text(action), _keys(action)) for action in actions if action is not None]
            self._add_section(title, [(name, keys) for name, keys in named if name])
        for title, rows in (extra or {}).items():
            self._add_section(title, rows)
        self.finish(640)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.search.setPlaceholderText(self.tr("Search by name or key"))
        self.search.setAccessibleName(self.tr("Search by name or key"))
        self.nothing.setText(self.tr("Nothing has this name or key."))

    def show_found(self, words: list[str]) -> bool:
        for heading, rows in self._sections:
            for row in rows:
                row.setVisible(all(word in row.words for word in words))
            heading.setVisible(any(not row.isHidden() for row in rows))
        return any(not heading.isHidden() for heading, _ in self._sections)

    def _add_section(self, title: str, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        heading = self.heading(title)
        widgets = [ShortcutRow(title, name, keys) for name, keys in rows]
        for row in widgets:
            self.inner.addWidget(row)
        self._sections.append((heading, widgets))


class ShortcutRow(QWidget):
    """One name and its keys."""

    def __init__(self, group: str, name: str, keys: Sequence[str]) -> None:
        super().__init__()
        self.name = name
        self.keys = tuple(keys)
        self.words = folded(" ".join((group, name, *keys)))
        self.setAccessibleName(f"{name}: {', '.join(keys)}" if keys else name)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(6)
        line.addWidget(QLabel(name), 1)
        for key in keys:
            cap = QLabel(key)
            cap.setMinimumHeight(22)
            set_kind(cap, "key")
            line.addWidget(cap)
        hairline = QFrame()
        set_kind(hairline, "hline")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(line)
        outer.addWidget(hairline)


def _keys(action: QAction) -> list[str]:
    return [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]
