"""The pictures of a session as rows of the filmstrip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eyebox.language import translated

FilmState = Literal["waiting", "reading", "read", "failed", "missing"]
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Film:
    """One picture of the strip; `thumbnail` is the path of a small PNG, empty while there is none.

    `problem` is the sentence shown for a picture that failed or whose file is missing.
    """

    id: str
    name: str
    path: str
    thumbnail: str = ""
    state: FilmState = "waiting"
    problem: str = ""


class FilmRole(IntEnum):
    """Roles beside Qt's own."""

    FILM = Qt.ItemDataRole.UserRole + 1


class FilmstripModel(QAbstractListModel):
    """Films in the order of the session, found by their ids."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._films: list[Film] = []
        self._rows: dict[str, int] = {}

    def films(self) -> tuple[Film, ...]:
        return tuple(self._films)

    def film(self, id: str) -> Film | None:
        row = self._rows.get(id)
        return None if row is None else self._films[row]

    def row_of(self, id: str) -> int:
        """The row of a picture, -1 when it is not here."""
        return self._rows.get(id, -1)

    def set_films(self, films: Iterable[Film]) -> None:
        """Shows other pictures."""
        self.beginResetModel()
        self._films = list(films)
        self._number()
        self.endResetModel()

    def add(self, films: Iterable[Film], before: str = "") -> None:
        """Adds pictures before another one, or at the end; those whose id is here already are left out."""
        new = list({film.id: film for film in films if film.id not in self._rows}.values())
        if not new:
            return
        first = self._rows.get(before, len(self._films))
        self.beginInsertRows(_NO_INDEX, first, first + len(new) - 1)
        self._films[first:first] = new
        self._number()
        self.endInsertRows()

    def remove(self, ids: Iterable[str]) -> None:
        """Removes pictures; ids that are not here do no harm."""
        rows = sorted({self._rows[id] for id in ids if id in self._rows}, reverse=True)
        for _, run in groupby(enumerate(rows), key=lambda numbered: numbered[0] + numbered[1]):
            together = [row for _, row in run]
            first, last = together[-1], together[0]
            self.beginRemoveRows(_NO_INDEX, first, last)
            del self._films[first : last + 1]
            self._number()
            self.endRemoveRows()

    def set_state(self, id: str, state: FilmState, problem: str = "") -> None:
        self._replace(id, state=state, problem=problem)

    def set_thumbnail(self, id: str, file: str) -> None:
        """Names the PNG of a picture's thumbnail."""
        self._replace(id, thumbnail=file)

    def _replace(self, id: str, **changes: str) -> None:
        row = self._rows.get(id)
        if row is None:
            return
        film = replace(self._films[row], **changes)  # type: ignore[arg-type]
        if film != self._films[row]:
            self._films[row] = film
            self.dataChanged.emit(self.index(row), self.index(row))

    def _number(self) -> None:
        self._rows = {film.id: row for row, film in enumerate(self._films)}

    def _told(self, film: Film) -> str:
        """The state in words, for tooltips and screen readers."""
        words = {
            "waiting": self.tr("not read yet"),
            "reading": self.tr("being read"),
            "read": self.tr("read"),
            "failed": self.tr("could not be read"),
            "missing": self.tr("the file is missing"),
        }
        return translated(film.problem) or words[film.state]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._films)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        film = self._films[index.row()]
        if role == FilmRole.FILM:
            return film
        if role == Qt.ItemDataRole.DisplayRole:
            return film.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{film.path}\n{self._told(film)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{film.name}, {self._told(film)}"
        return None
