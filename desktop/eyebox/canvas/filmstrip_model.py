"""The pictures of a session as rows of the filmstrip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from eyebox.language import translated
from eyebox.session.types import DRAGGED_PICTURES
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.dataclass import dataclass

PictureState = Literal["waiting", "reading", "read", "failed", "missing"]
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
RUNS = 50
"""Of more pieces than this, one is made before they are removed: the view works at each."""
ITEM_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class FilmstripItem:
    """One picture of the strip; `thumbnail` is the path of a small PNG, empty while there is none.

    `problem` is the sentence shown for a picture that failed or whose file is missing.
    """

    id: str
    name: str
    path: str
    thumbnail: str = ""
    state: PictureState = "waiting"
    problem: str = ""


class FilmstripModel(QAbstractListModel):
    """Items in the order of the session, found by their ids. One is made when it is first looked at.

    Signals: dropped: the row before which those that were dragged are to stand, -1 for the end.
    """

    dropped = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._items: dict[str, FilmstripItem] = {}
        self._make: Callable[[str], FilmstripItem]

    def items(self) -> tuple[FilmstripItem, ...]:
        """All of them, made now."""
        return tuple(map(self._item, self._ids))

    def item(self, id: str) -> FilmstripItem | None:
        return self._item(id) if id in self._rows else None

    def _item(self, id: str) -> FilmstripItem:
        item = self._items.get(id)
        if item is None:
            item = self._items[id] = self._make(id)
        return item

    def ids(self, first: int, last: int) -> list[str]:
        """The ids of some rows, as far as they are there."""
        return self._ids[first : last + 1]

    def row_of(self, id: str) -> int:
        """The row of a picture, -1 when it is not here."""
        return self._rows.get(id, -1)

    def show(self, ids: Iterable[str], make: Callable[[str], FilmstripItem]) -> None:
        """Shows other pictures; `make` gives the item of one."""
        self.beginResetModel()
        self._ids = list(ids)
        self._items.clear()
        self._make = make
        self._number()
        self.endResetModel()

    def add(self, items: Iterable[FilmstripItem], before: str = "") -> None:
        """Adds pictures before another one, or at the end; those whose id is here already are left out."""
        new = {item.id: item for item in items if item.id not in self._rows}
        if not new:
            return
        first = self._rows.get(before, len(self._ids))
        self.beginInsertRows(_NO_INDEX, first, first + len(new) - 1)
        self._ids[first:first] = new
        self._items |= new
        self._number(first)
        self.endInsertRows()

    def remove(self, ids: Iterable[str]) -> None:
        """Removes pictures; ids that are not here do no harm."""
        rows = sorted({self._rows[id] for id in ids if id in self._rows}, reverse=True)
        runs = len(rows) and 1 + sum(row - 1 != after for row, after in pairwise(rows))
        if runs > RUNS:
            gone = {self._ids[row] for row in rows}
            self.arrange(sorted(self._ids, key=gone.__contains__))
            rows = list(range(len(self._ids) - 1, len(self._ids) - 1 - len(gone), -1))
        for _, run in groupby(enumerate(rows), key=lambda numbered: numbered[0] + numbered[1]):
            together = [row for _, row in run]
            first, last = together[-1], together[0]
            self.beginRemoveRows(_NO_INDEX, first, last)
            for id in self._ids[first : last + 1]:
                self._items.pop(id, None)
                del self._rows[id]
            del self._ids[first : last + 1]
            self._number(first)
            self.endRemoveRows()

    def arrange(self, ids: Iterable[str]) -> None:
        """Puts the pictures in another order; `ids` names all of them."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [self._ids[index.row()] for index in before]
        self._ids = list(ids)
        self._number()
        self.changePersistentIndexList(before, [self.index(self._rows[id]) for id in moved])
        self.layoutChanged.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Pictures can be dragged, and dropped between others."""
        flags = super().flags(index)
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def mimeTypes(self) -> list[str]:
        return [DRAGGED_PICTURES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the pictures that are dragged."""
        data = QMimeData()
        data.setData(DRAGGED_PICTURES, "\n".join(self._ids[index.row()] for index in indexes).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Nothing is moved here: who listens does, and says so by `arrange`."""
        fits = (
            data.hasFormat(DRAGGED_PICTURES) and action == Qt.DropAction.MoveAction and not parent.isValid()
        )
        if fits:
            self.dropped.emit(row)
        return fits

    def set_state(self, id: str, state: PictureState, problem: str = "") -> None:
        """Says how far a picture is; `problem` is the sentence for one that failed or is missing."""
        self._replace(id, state=state, problem=problem)

    def refresh(self, id: str) -> None:
        """Makes the item of a picture that changed anew; its thumbnail stays."""
        if id in self._items:
            old, new = self._items[id], self._make(id)
            state = old.state if old.state == "reading" else new.state
            self._replace(id, name=new.name, path=new.path, state=state, problem="")

    def set_thumbnail(self, id: str, file: str) -> None:
        """Names the PNG of a picture's thumbnail."""
        self._replace(id, thumbnail=file)

    def _replace(self, id: str, **changes: str) -> None:
        row = self._rows.get(id)
        if row is None:
            return
        item = replace(self._item(id), **changes)  # type: ignore[arg-type]
        if item != self._items[id]:
            self._items[id] = item
            self.dataChanged.emit(self.index(row), self.index(row))

    def _number(self, first: int = 0) -> None:
        if first == 0:
            self._rows.clear()
        self._rows.update((id, row) for row, id in enumerate(self._ids[first:], first))

    def _state(self, item: FilmstripItem) -> str:
        """The state in words, for tooltips and screen readers."""
        words = {
            "waiting": self.tr("not read yet"),
            "reading": self.tr("being read"),
            "read": self.tr("read"),
            "failed": self.tr("could not be read"),
            "missing": self.tr("the file is missing"),
        }
        return translated(item.problem) or words[item.state]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        item = self._item(self._ids[index.row()])
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(f"{item.path}\n{self._state(item)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.name}, {self._state(item)}"
        return None
