"""What is asked through the local API and has not ended, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from eyebox.theme.sentence import as_tip

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class Asked(NamedTuple):
    """A request: the id of its job, its title, and "waiting", "running" or "stopping"."""

    job: str
    title: str
    state: str


class RequestRows(QAbstractTableModel):
    """Rows of `Asked`, the ones under way first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Asked] = []

    def show(self, rows: Sequence[Asked]) -> None:
        """Shows others; rows that stay keep their place, and with it the selection."""
        wanted = {row.job: row for row in rows}
        for place in reversed(range(len(self.rows))):
            if self.rows[place].job not in wanted:
                self.beginRemoveRows(ROOT, place, place)
                del self.rows[place]
                self.endRemoveRows()
        for place, row in enumerate(self.rows):
            if (now := wanted.pop(row.job)) != row:
                self.rows[place] = now
                self.dataChanged.emit(self.index(place, 0), self.index(place, 1))
        if wanted:
            self.beginInsertRows(ROOT, len(self.rows), len(self.rows) + len(wanted) - 1)
            self.rows.extend(wanted.values())
            self.endInsertRows()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return translate("LocalApi", "State") if section else translate("LocalApi", "Request")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _state(row.state) if index.column() else row.title
        if role == Qt.ItemDataRole.ToolTipRole and not index.column():
            return as_tip(row.title)
        return None


def _state(state: str) -> str:
    return {
        "waiting": translate("LocalApi", "waiting"),
        "running": translate("LocalApi", "under way"),
        "stopping": translate("LocalApi", "stopping"),
    }.get(state, state)
