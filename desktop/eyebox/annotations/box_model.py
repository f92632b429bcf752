"""The boxes of one picture: the truth that the canvas and the list are two views of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from eyebox_models.protocol.box import Box

ID_ROLE = Qt.ItemDataRole.UserRole
BOX_ROLE = Qt.ItemDataRole.UserRole + 1

MANY_RANGES = 100
"""From so many separate row ranges on, all rows from the first are taken out and put back at once."""

Index = QModelIndex | QPersistentModelIndex
Placed = tuple[int, Box]
"""A box and its row."""


class BoxModel(QAbstractListModel):
    """An ordered list of boxes; later ones lie on top. Boxes are found by id in constant time.

    Signals: changed: after each change of any kind, once.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[Box] = []
        self._by_id: dict[str, Box] = {}
        self._rows: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self._boxes)

    def __contains__(self, box_id: object) -> bool:
        return box_id in self._by_id

    def boxes(self) -> tuple[Box, ...]:
        return tuple(self._boxes)

    def box(self, box_id: str) -> Box | None:
        return self._by_id.get(box_id)

    def row(self, box_id: str) -> int:
        """The row of a box. Raises KeyError for an unknown id."""
        if self._rows is None:
            self._rows = {box.id: row for row, box in enumerate(self._boxes)}
        return self._rows[box_id]

    def insert(self, boxes: Sequence[Box], rows: Sequence[int] | None = None) -> None:
        """Adds boxes at the end, or so that each stands at its row afterwards (`rows` ascending).

        Raises ValueError when an id is there already or the rows do not fit.
        """
        ids = {box.id for box in boxes}
        if len(ids) != len(boxes) or not ids.isdisjoint(self._by_id):
            raise ValueError("a box with this id is there already")
        if rows is None:
            rows = range(len(self._boxes), len(self._boxes) + len(boxes))
        if len(rows) != len(boxes) or any(row > len(self._boxes) + at for at, row in enumerate(rows)):
            raise ValueError("the rows do not fit the boxes")
        runs = _runs(rows)
        if len(runs) > MANY_RANGES:
            start = rows[0]
            merged = self._boxes[start:]
            for row, box in zip(rows, boxes, strict=True):
                merged.insert(row - start, box)
            self._cut(start, len(self._boxes) - 1)
            self._put(start, merged)
        else:
            at = 0
            for first, last in runs:
                self._put(first, boxes[at : at + last - first + 1])
                at += last - first + 1
        if boxes:
            self.changed.emit()

    def remove(self, ids: Iterable[str]) -> list[Placed]:
        """Removes boxes; gives them with their rows, ascending, as `insert` takes them. Skips unknown ids."""
        rows = sorted(self.row(box_id) for box_id in set(ids) if box_id in self._by_id)
        removed = [(row, self._boxes[row]) for row in rows]
        runs = _runs(rows)
        if len(runs) > MANY_RANGES:
            gone, start = set(rows), rows[0]
            kept = [box for at, box in enumerate(self._boxes[start:], start) if at not in gone]
            self._cut(start, len(self._boxes) - 1)
            self._put(start, kept)
        else:
            for first, last in reversed(runs):
                self._cut(first, last)
        if removed:
            self.changed.emit()
        return removed

    def replace(self, *boxes: Box) -> None:
        """Puts boxes in the places of those with the same ids. Raises KeyError for an unknown id."""
        rows = [self.row(box.id) for box in boxes]
        for row, box in zip(rows, boxes, strict=True):
            self._boxes[row] = box
            self._by_id[box.id] = box
        for first, last in _runs(sorted(rows)):
            self.dataChanged.emit(self.index(first), self.index(last))
        if boxes:
            self.changed.emit()

    def _put(self, row: int, boxes: Sequence[Box]) -> None:
        if boxes:
            self.beginInsertRows(QModelIndex(), row, row + len(boxes) - 1)
            self._boxes[row:row] = boxes
            self._by_id.update((box.id, box) for box in boxes)
            self._rows = None
            self.endInsertRows()

    def _cut(self, first: int, last: int) -> None:
        if first <= last:
            self.beginRemoveRows(QModelIndex(), first, last)
            for box in self._boxes[first : last + 1]:
                del self._by_id[box.id]
            del self._boxes[first : last + 1]
            self._rows = None
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._boxes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._boxes):
            return None
        box = self._boxes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return box.label
        if role == ID_ROLE:
            return box.id
        if role == BOX_ROLE:
            return box
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return describe(box)
        return None


def describe(box: Box) -> str:
    """A box in words and numbers, as a screen reader says it: label, then x, y, width, height."""
    return f"{box.label}: {box.x1:.0f}, {box.y1:.0f}, {box.width:.0f} × {box.height:.0f}"


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending rows as ranges `(first, last)` without gaps."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        elif runs and row <= runs[-1][1]:
            raise ValueError("rows must ascend")
        else:
            runs.append((row, row))
    return runs
