"""A file of boxes on its way into the session: whose pictures they are, and what is written of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import chain, islice
from pathlib import Path, PureWindowsPath
from threading import Event
from typing import Any

from eyebox.formats.imported import ABOUT_VIDEO, AnnotatedPicture, NamedPictures, as_turned, unknown_boxes
from eyebox.session.assets import Assets
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

AT_ONCE = 100
"""So many pictures of a file are read before it has the store for itself."""
TURN = 10
"""So many pictures get their boxes between two looks at whether it goes on."""
OPENED = 20
"""So many pictures that are not in the session are opened before they are taken."""


@dataclass(slots=True)
class ImportRequest:
    """What was asked for at once. `failed`: sentences and details; `to_open`: what is opened beside the files."""

    session: str
    files: list[str]
    to_open: list[str]
    for_boxes: bool = False
    """Whether files of boxes are looked for in the folders among these, once the first picture is on its way."""
    failed: list[tuple[str, str]] = field(default_factory=list)
    new: dict[str, AnnotatedPicture] = field(default_factory=dict)
    """Pictures of its files that are not in the session and will be opened, by their paths."""
    carried: dict[str, str] = field(default_factory=dict)
    """What those are called that its files carry inside of them, by their paths in the data folder."""
    is_large: bool = False
    """Whether these are so many that they are taken without being opened."""
    read: int = 0
    to_show: str = ""
    stopped: Event = field(default_factory=Event)


@dataclass(slots=True)
class ImportedFile:
    """A file of boxes that is being read, and what was written of it."""

    asked: ImportRequest
    path: str
    coming: Iterator[AnnotatedPicture]
    assets: Assets
    """Keeps pictures that it carries."""
    known: dict[str, str] = field(default_factory=dict)
    """The session's pictures by their paths; see `know`."""
    on_way: set[str] = field(default_factory=set)
    position: int = 0
    records: list[PictureRecord] = field(default_factory=list)
    """New pictures."""
    added: dict[str, int] = field(default_factory=dict)
    """How many boxes pictures got at their end, by their ids."""
    alone: AnnotatedPicture | None = None
    """The file's first picture, where that was not found."""
    read: int = 0
    missing: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """What of it could not be used, by Sentences."""
    labels: list[str] = field(default_factory=list)
    """Those that it lists beside its boxes."""
    failure: EyeboxError | None = None
    """What ended the reading; what came before is kept."""
    _named: NamedPictures | None = None

    def __post_init__(self) -> None:
        self.coming = self._until_it_fails(self.coming)

    def _until_it_fails(self, coming: Iterator[AnnotatedPicture]) -> Iterator[AnnotatedPicture]:
        try:
            yield from coming
        except EyeboxError as error:
            self.failure = error

    def know(self, pictures: dict[str, str]) -> None:
        """Takes the ids of the session's pictures by their paths."""
        self.known, self._named = pictures, None

    def read_first(self) -> list[AnnotatedPicture]:
        return list(islice(self.coming, AT_ONCE))

    def write(self, store: Store, first: Sequence[AnnotatedPicture], goes_on: Callable[[int], bool]) -> None:
        """Adds all pictures, from `first` on, in one transaction. `goes_on` gets how many have been read."""
        coming = chain(first, self.coming)
        with store.together():
            while part := list(islice(coming, TURN)):
                self._write_some(store, part)
                if not goes_on(self.read):
                    break

    def take_new(self, store: Store, first: Sequence[AnnotatedPicture]) -> bool:
        """Takes all pictures where they are few and the session has none of them, for which nothing is written yet.

        Returns whether it did.
        """
        is_few = not self.asked.is_large and len(self.asked.new) + len(first) <= OPENED
        carries = any(annotated.data for annotated in first)
        paths = (self._path_of(annotated, store) for annotated in first)
        if is_new := is_few and not carries and self.known.keys().isdisjoint(paths):
            self._write_some(store, first)
        return is_new

    def _write_some(self, store: Store, part: Sequence[AnnotatedPicture]) -> None:
        asked = self.asked
        for annotated in part:
            if annotated.extras and not self.labels:
                from eyebox.formats.label_files import labels_said

                self.labels = labels_said(annotated.extras)
            self.left_out.update(annotated.left_out)
            if ABOUT_VIDEO in annotated.left_out:
                continue
            path = self._path_of(annotated, store) or self._carried(annotated)
            if known := self.known.get(path):
                annotated = as_turned(annotated, store.picture(known))
                there = store.boxes(known)
                if there and self.path in asked.to_open:
                    self.read += 1  # those of the file may have been corrected since
                    continue
                if new := unknown_boxes(there, annotated):
                    store.save_boxes(known, new)
                    self.added[known] = self.added.get(known, 0) + len(new)
                if extras := extras_of(annotated, new, store.extras(known)):
                    store.save_extras(known, extras)
                if is_checked(annotated):
                    store.set_complete(known, True)
                asked.to_show = known
            elif path:
                asked.new[path] = annotated
            else:
                self.missing += 1
                self.alone = annotated if self.read == 0 else None
            self.read += 1
        asked.is_large = asked.is_large or len(asked.new) > OPENED
        if asked.is_large:
            taken = [path for path in asked.new if path not in self.on_way]
            contents = [self._content(path, asked.new.pop(path)) for path in taken]
            store.add_pictures(asked.session, contents)
            self.records += [content.record for content in contents]
            self.added |= {content.record.id: len(content.boxes) for content in contents if content.boxes}

    def _path_of(self, annotated: AnnotatedPicture, store: Store) -> str:
        """Where its picture lies: as the file says, or else the only one of the session that has its name and its size."""
        if annotated.path:
            return str(Path(annotated.path).absolute())
        if self._named is None:
            self._named = NamedPictures(self.known, store.picture)
        return self._named.path_of(annotated)

    def _carried(self, annotated: AnnotatedPicture) -> str:
        """The path of the picture that it carries, which is kept; "" where there is none, or it can't be kept."""
        if annotated.data is None:
            return ""
        try:
            path = self.assets.keep(annotated.data).path
        except EyeboxError as error:
            self.failure = self.failure or error
            return ""
        self.asked.carried[path] = PureWindowsPath(annotated.name).name
        return path

    def _content(self, path: str, annotated: AnnotatedPicture) -> PictureContent:
        """A new picture."""
        id = self.known[path] = new_id()
        name = self.asked.carried.pop(path, "")
        record = PictureRecord(
            id, self.asked.session, path, name or name_of(path), position=self.position, owned=bool(name)
        )
        self.position += 1
        return as_content(replace(record, width=annotated.width, height=annotated.height), annotated)


def as_content(record: PictureRecord, annotated: AnnotatedPicture) -> PictureContent:
    """A new picture with all that a file says of it."""
    record = replace(record, complete=is_checked(annotated))
    return PictureContent(record, annotated.boxes, None, extras_of(annotated, annotated.boxes, {}))


def is_checked(annotated: AnnotatedPicture) -> bool:
    """Whether a file says that somebody has been through the whole picture."""
    return annotated.extras.get("", {}).get("checked") is True


def extras_of(
    annotated: AnnotatedPicture, new: Sequence[Box], there: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """What a file says of its new boxes, and of their picture beside what is there."""
    wanted = {box.id for box in new}
    extras = {id: extra for id, extra in annotated.extras.items() if id in wanted}
    of_picture = {key: value for key, value in annotated.extras.get("", {}).items() if key != "checked"}
    return extras | ({"": there.get("", {}) | of_picture} if of_picture else {})
