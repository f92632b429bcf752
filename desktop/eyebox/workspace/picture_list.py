"""The pictures of a session in their order, of which only those looked at are read from the store."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from eyebox.session.picture_tables import PAGE
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord


class PictureList(Mapping[str, PictureRecord]):
    """Records by their ids. Five thousand cost what fifty do: a record is read with those around it when it is wanted."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._records: dict[str, PictureRecord] = {}
        self._by_path: dict[str, str] | None = None
        self._session = ""
        self._places: dict[str, int] = {}
        """The positions of pictures that were moved."""

    def load(self, session: str) -> None:
        """Lists another session's pictures; "" lists none."""
        self._session = session
        self._set_ids(self._store.picture_ids_of(session) if session else [])
        self._records.clear()
        self._places.clear()
        self._by_path = None

    def __getitem__(self, picture: str) -> PictureRecord:
        record = self._records.get(picture)
        if record is None:
            first = self._rows[picture] // PAGE * PAGE
            wanted = [id for id in self._ids[first : first + PAGE] if id not in self._records]
            # A row that can't be read stands there without a file until it is repaired.
            self._records |= {id: PictureRecord(id, self._session, "", "") for id in wanted}
            for id, record in self._store.picture_records(wanted).items():
                place = self._places.get(id, record.position)
                self._records[id] = record if place == record.position else replace(record, position=place)
            record = self._records[picture]
        return record

    def seen(self) -> list[PictureRecord]:
        """Those that were read so far, in no order."""
        return [record for record in self._records.values() if record.path]

    def __contains__(self, picture: object) -> bool:
        return picture in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def step(self, picture: str, by: int) -> str:
        """The id of the picture so many places after another (or before it, below 0), "" where there is none."""
        row = self._rows.get(picture, -1) + by
        return self._ids[row] if picture in self._rows and 0 <= row < len(self._ids) else ""

    def number(self, picture: str) -> int:
        """The place of a picture, the first one's being 1; 0 where it is not listed."""
        return self._rows.get(picture, -1) + 1

    def at(self, path: str) -> str:
        """The id of the picture with this file, "" where there is none."""
        picture = self._paths().get(path, "")
        return picture if picture in self._rows and self[picture].path == path else ""

    def by_path(self) -> dict[str, str]:
        """The ids of all pictures by their files."""
        now = {record.id: record.path for record in self._records.values()}
        return {
            path: picture
            for path, picture in self._paths().items()
            if picture in self._rows and now.get(picture, path) == path
        }

    def _paths(self) -> dict[str, str]:
        """Ids by paths, of removed pictures and of paths that one had before too."""
        if self._by_path is None:
            self._by_path = self._store.picture_paths(self._session)
            self._by_path |= {record.path: record.id for record in self._records.values()}
        return self._by_path

    @property
    def last(self) -> str | None:
        """The id of the last picture, if there is any."""
        return self._ids[-1] if self._ids else None

    @property
    def next_position(self) -> int:
        """The position of a picture that comes after all others."""
        return self[self._ids[-1]].position + 1 if self._ids else 0

    def put(self, *records: PictureRecord) -> None:
        """Changes those that are listed, and lists others where their positions say."""
        new = [record for record in records if record.id not in self._rows]
        self._records |= {record.id: record for record in records}
        if self._by_path is not None:
            self._by_path |= {record.path: record.id for record in records}
        new.sort(key=lambda record: record.position)
        if len(new) > 1 and new[0].position < self.next_position - 1:
            places = self._positions()
            self._set_ids(sorted([*self._ids, *(record.id for record in new)], key=places.__getitem__))
            return
        for record in new:
            if record.position >= self.next_position - 1:
                self._rows[record.id] = len(self._ids)
                self._ids.append(record.id)
            else:
                place = bisect_right(self._ids, record.position, key=lambda id: self[id].position)
                self._set_ids([*self._ids[:place], record.id, *self._ids[place:]])

    def arrange(self, order: Sequence[str]) -> list[tuple[str, int]]:
        """Lists the pictures in another order; those that it leaves out come last. Returns ids with new positions.

        Places that are taken by removed pictures stay free.
        """
        wanted = dict.fromkeys((*order, *self._ids))
        ids = [id for id in wanted if id in self._rows]
        old = self._positions()
        changed, least = {}, 0
        for id, before in zip(ids, self._ids, strict=True):
            least = max(least, old[before])
            if old[id] != least:
                changed[id] = least
            least += 1
        self._set_ids(ids)
        self._places |= changed
        for id in changed.keys() & self._records.keys():
            self._records[id] = replace(self._records[id], position=changed[id])
        return list(changed.items())

    def _positions(self) -> dict[str, int]:
        """The positions of all that were listed, by id."""
        places = dict.fromkeys(self._ids, 0) | self._store.picture_positions(self._session) | self._places
        return places | {record.id: record.position for record in self._records.values()}

    def remove(self, pictures: Collection[str]) -> None:
        """Takes pictures off the list."""
        gone = set(pictures)
        self._set_ids([id for id in self._ids if id not in gone])
        for id in gone:
            self._records.pop(id, None)

    def _set_ids(self, ids: Sequence[str]) -> None:
        self._ids = list(ids)
        self._rows = {id: row for row, id in enumerate(self._ids)}
