"""Which row of the picker is selected: by mouse, by keys, from the search, and after the rows have changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from eyebox.picker.model_list import KEY_ROLE, ModelList
from eyebox_models.protocol.ask import READER


class RowChoice(QObject):
    """Keeps one row of the list selected, whatever the search leaves of it.

    Signals:
        moved: the user selected another row; comes before `shown`.
        shown: the row to show, "" when none is left by the search, and whether it was not the selected one.
    """

    moved = Signal()
    shown = Signal(str, bool)

    def __init__(self, search: QLineEdit, view: QListView, models: ModelList, parent: QWidget) -> None:
        super().__init__(parent)
        self._search, self._list, self._models = search, view, models
        self.selected: str = READER
        """ "reader", a folder, or the name of an offer; it stays while the search hides every row."""
        search.textChanged.connect(self._filter)
        search.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._current_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), parent)
        find.activated.connect(self._find)

    def keep(self, change: Callable[[], None]) -> None:
        """Changes rows; what was selected is selected again, or the first row. The list stays where it was scrolled to."""
        bar = self._list.verticalScrollBar()
        at, selected = bar.value(), self.selected
        blocked = self._list.selectionModel().blockSignals(True)
        change()
        self._list.selectionModel().blockSignals(blocked)
        self.select(selected)
        if self.selected == selected:
            bar.setValue(at)

    def select(self, key: str) -> None:
        """Selects a row and scrolls to it, or the first one where it is not listed."""
        index = self._models.index_of(key)
        index = index if index.isValid() else self._models.first()
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
        self._show(str(index.data(KEY_ROLE)) if index.isValid() else "")

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        key = index.data(KEY_ROLE)
        if key and key != self.selected:
            self.moved.emit()
            self._show(key)

    def _show(self, key: str) -> None:
        other = key != self.selected
        self.selected = key or self.selected
        self.shown.emit(key, other)

    @Slot()
    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.keep(lambda: self._models.set_filter(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._list.setCurrentIndex(self._models.step(self._list.currentIndex(), step))
                return True
        return super().eventFilter(watched, event)
