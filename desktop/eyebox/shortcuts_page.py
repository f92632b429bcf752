"""The page of keyboard shortcuts: every action by group, with all of its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import normalize

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from eyebox.palette import shown_text
from eyebox.theme import Theme, set_kind

Groups = Mapping[str, Sequence[QAction | None]]
Extra = Mapping[str, Sequence[tuple[str, Sequence[str]]]]


class ShortcutsPage(QDialog):
    """Lists actions by group and finds them by name or key.

    `extra` adds what no action stands for (mouse, held keys): group -> names with their keys.
    """

    def __init__(
        self, groups: Groups, theme: Theme, parent: QWidget | None = None, *, extra: Extra | None = None
    ):
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self._filter)
        self._nothing = QLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMinimumHeight(72)
        set_kind(self._nothing, "muted")
        self._sections: list[tuple[QLabel, list[ShortcutRow]]] = []

        page = QWidget()
        self._inner = QVBoxLayout(page)
        self._inner.setContentsMargins(24, 0, 24, 16)
        self._inner.setSpacing(0)
        for title, actions in groups.items():
            named = [(shown_text(action), _keys(action)) for action in actions if action is not None]
            self._add_section(title, [(name, keys) for name, keys in named if name])
        for title, rows in (extra or {}).items():
            self._add_section(title, rows)
        self._inner.addWidget(self._nothing)
        self._inner.addStretch(1)

        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        scroll.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        top = QVBoxLayout()
        top.setContentsMargins(24, 20, 24, 0)
        top.addWidget(self._search)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(scroll, 1)
        self._retranslate()
        self._filter()
        self.resize(560, 640)
        self.setMinimumSize(420, 320)

    def _add_section(self, title: str, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        heading = QLabel(title)
        heading.setContentsMargins(0, 20, 0, 4)
        set_kind(heading, "hint")
        self._inner.addWidget(heading)
        widgets = [ShortcutRow(title, name, keys) for name, keys in rows]
        for row in widgets:
            self._inner.addWidget(row)
        self._sections.append((heading, widgets))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._search.setPlaceholderText(self.tr("Search by name or key"))
        self._search.setAccessibleName(self.tr("Search by name or key"))
        self._nothing.setText(self.tr("Nothing has this name or key."))

    @Slot()
    def _filter(self) -> None:
        wanted = _folded(self._search.text()).split()
        anything = False
        for heading, rows in self._sections:
            for row in rows:
                row.setVisible(all(word in row.words for word in wanted))
            heading.setVisible(any(not row.isHidden() for row in rows))
            anything = anything or not heading.isHidden()
        self._nothing.setVisible(not anything)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class ShortcutRow(QWidget):
    """One name and its keys."""

    def __init__(self, group: str, name: str, keys: Sequence[str]) -> None:
        super().__init__()
        self.name = name
        self.keys = tuple(keys)
        self.words = _folded(" ".join((group, name, *keys)))
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


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()
