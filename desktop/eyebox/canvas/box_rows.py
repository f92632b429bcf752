"""The rows of the box list: the boxes in a chosen order, perhaps below a heading for each label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from eyebox.annotations.box_model import BOX_ROLE, BoxModel
from eyebox.annotations.hidden import HiddenBoxes
from eyebox_models.protocol.box import Box

GROUP_ROLE = BOX_ROLE + 1

Sort = Literal["drawn", "label", "position", "size", "score"]
SORTS: tuple[Sort, ...] = get_args(Sort)
Index = QModelIndex | QPersistentModelIndex

_KEYS: dict[Sort, Callable[[Box], Any]] = {
    "drawn": lambda _box: 0,
    "label": lambda box: box.label.casefold(),
    "position": lambda box: (box.y1, box.x1),
    "size": lambda box: -box.width * box.height,
    "score": lambda box: (box.score is None, -(box.score or 0.0)),
}


@dataclass(frozen=True, slots=True)
class Group:
    """A heading: a label, how many boxes have it, whether they are listed below it."""

    label: str
    count: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A box by its id, or a heading where `is_group`, whose label it is."""

    name: str
    is_group: bool = False


class BoxRows(QAbstractListModel):
    """Follows a BoxModel. What stays in its place stays the same row; `is_updating` while rows come and go.

    Signals: updated: the rows are level with the boxes again; True where rows came or went.
    """

    updated = Signal(bool)

    def __init__(self, hidden: HiddenBoxes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden = hidden
        self.is_updating = False
        self.sorting: Sort = "drawn"
        self.is_grouped = False
        self._filter = ""
        self._closed: set[str] = set()
        self._boxes: BoxModel | None = None
        self._rows: list[_Row] = []
        self._places: dict[str, int] = {}
        self._counts: Counter[str] = Counter()

    def set_boxes(self, boxes: BoxModel | None) -> None:
        """Lists another picture's boxes."""
        if self._boxes is not None:
            self._boxes.changed.disconnect(self._update)
        self._boxes = boxes
        if boxes is not None:
            boxes.changed.connect(self._update)
        self._update()

    @Slot(str)
    def set_filter(self, text: str) -> None:
        """Lists only boxes with this in their label."""
        self._filter = text.casefold()
        self._update()

    def set_order(self, sort: Sort, is_grouped: bool) -> None:
        self.sorting, self.is_grouped = sort, is_grouped
        self._update()

    def toggle_group(self, label: str) -> None:
        """Lists the boxes below a heading, or closes it."""
        self._closed ^= {label}
        self._update()

    def open_group(self, label: str) -> None:
        if self.is_grouped and label in self._closed:
            self.toggle_group(label)

    def row_of(self, box_id: str) -> int | None:
        """The row of a box, None while it is not listed."""
        return self._places.get(box_id)

    @Slot()
    def _update(self) -> None:
        wanted = self._wanted()
        before = self._rows
        is_other = wanted != before
        self.is_updating = True
        if is_other:
            start = 0
            for old, new in zip(before, wanted, strict=False):
                if old != new:
                    break
                start += 1
            end = 0
            while end < min(len(before), len(wanted)) - start and before[-1 - end] == wanted[-1 - end]:
                end += 1
            if len(before) > start + end:
                self.beginRemoveRows(QModelIndex(), start, len(before) - end - 1)
                self._rows = before[:start] + before[len(before) - end :]
                self.endRemoveRows()
            if len(wanted) > start + end:
                self.beginInsertRows(QModelIndex(), start, len(wanted) - end - 1)
                self._rows = wanted
                self.endInsertRows()
            self._places = {row.name: at for at, row in enumerate(wanted) if not row.is_group}
        if wanted:
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
        self.is_updating = False
        self.updated.emit(is_other)

    def _wanted(self) -> list[_Row]:
        boxes = self._boxes.boxes() if self._boxes is not None else ()
        listed = [box for box in boxes if self._filter in box.label.casefold()]
        if self.sorting != "drawn":
            listed.sort(key=_KEYS[self.sorting])
        self._counts = Counter(box.label for box in listed)
        if not self.is_grouped:
            return [_Row(box.id) for box in listed]
        below: dict[str, list[_Row]] = {label: [] for label in sorted(self._counts, key=str.casefold)}
        for box in listed:
            if box.label not in self._closed:
                below[box.label].append(_Row(box.id))
        return [row for label, rows in below.items() for row in (_Row(label, True), *rows)]

    def is_heading(self, row: int) -> bool:
        return self._rows[row].is_group

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or index.row() >= len(self._rows):
            return flags
        if self._rows[index.row()].is_group:
            return Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows) or self._boxes is None:
            return None
        row = self._rows[index.row()]
        if not row.is_group:
            if row.name not in self._boxes:
                return None
            said = self._boxes.data(self._boxes.index(self._boxes.row(row.name)), role)
            box = self._boxes.box(row.name)
            if role == Qt.ItemDataRole.AccessibleTextRole and box is not None:
                said += ", " + self.tr("hidden") if box in self._hidden else ""
                said += ", " + self.tr("locked") if box.locked else ""
            return said
        if role == GROUP_ROLE:
            return Group(row.name, self._counts[row.name], row.name not in self._closed)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}: {self._counts[row.name]}"
        return None
