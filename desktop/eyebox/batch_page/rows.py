"""The pages of a batch as a table: rows are fetched where they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from eyebox.amounts import decimal
from eyebox.batch_page import words
from eyebox.batches.queue_file import Row
from eyebox.language import translated
from eyebox.theme.sentence import as_tip
from eyebox_models.files.document_page import name_of, page_path

AT_ONCE = 100
KEPT = 30
"""So many hundreds of rows are kept at most."""
COLUMNS = ("page", "state", "attempts", "seconds", "reason")
NUMBERS = ("attempts", "seconds")
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class PageRows(QAbstractTableModel):
    """`count` rows, which `fetch(first, count)` gives."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._fetch: Callable[[int, int], list[Row]] = lambda _first, _count: []
        self._known: dict[int, list[Row]] = {}

    def show_rows(self, count: int, fetch: Callable[[int, int], list[Row]], *, anew: bool) -> None:
        """Other rows (`anew`), or the same with what has changed meanwhile."""
        self._fetch = fetch
        self._known.clear()
        if anew or count < self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
            return
        if count > self._count:
            self.beginInsertRows(ROOT, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(COLUMNS) - 1))

    def row(self, number: int) -> Row | None:
        """A page; None where it is gone meanwhile."""
        part, place = divmod(number, AT_ONCE)
        if part not in self._known:
            while len(self._known) >= KEPT:
                self._known.pop(next(iter(self._known)))
            self._known[part] = self._fetch(part * AT_ONCE, AT_ONCE)
        rows = self._known[part]
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] in NUMBERS:
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            "page": words.translate("Batches", "Page"),
            "state": words.translate("Batches", "State"),
            "attempts": words.translate("Batches", "Attempts"),
            "seconds": words.translate("Batches", "Seconds"),
            "reason": words.translate("Batches", "Reason"),
        }[COLUMNS[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip({"page": row.source, "reason": translated(row.reason)}.get(column, "")) or None
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return RIGHT
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                "page": name_of(page_path(row.source, row.page) if row.page else row.source),
                "state": words.state(row.state),
                "attempts": f"{row.attempts:,}" if row.attempts else "",
                "seconds": decimal(row.seconds, 1) if row.seconds else "",
                "reason": " ".join(translated(row.reason).split()),
            }[column]
        return None
