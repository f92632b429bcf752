"""What an exporting format is given: a session or a part of it, as values."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, TextIO

from eyebox.formats.redacted import given_away
from eyebox.session.types import ChatRecord, PictureContent, PictureRecord, SessionInfo, Turn
from eyebox_models.files.atomic_group import AtomicGroup
from eyebox_models.files.atomic_write import file_stem, open_atomically, telling_why
from eyebox_models.files.document_page import stem_of
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.turning import turned_box, turned_page, turned_rect, turned_size

if TYPE_CHECKING:
    from eyebox.session.store import Store


class Pictures(Protocol):
    """Pictures with what they hold, to be gone through; how many there are is known before."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[PictureContent]: ...


@dataclass(frozen=True, slots=True)
class ChatExport:
    """A chat with all its turns, alternatives included."""

    record: ChatRecord
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionExport:
    """What is exported. `folder` is where the file will lie: formats that name pictures do so from there.

    `pictures` may be read from the disk each time they are gone through, one after the other. `progress` is for what takes
    long once they were: it gets how many of how many are done, and what it raises ends the export.
    """

    session: SessionInfo
    pictures: Pictures = ()
    chats: tuple[ChatExport, ...] = ()
    folder: str = ""
    progress: Callable[[int, int], object] = lambda _done, _total: None

    def path_of(self, record: PictureRecord) -> str:
        """The path of a picture, with forward slashes: seen from `folder`, or the bare name."""
        return _from(self.folder, record)


def in_file(picture: PictureContent) -> PictureContent:
    """A picture as its file shows it once upright: what was turned by hand is turned back, with its boxes and text.

    For formats that name the file: whoever opens it finds each box where it belongs.
    """
    record = picture.record
    if not record.turns:
        return picture
    size = record.width, record.height
    width, height = turned_size(*size, record.turns)
    boxes = tuple(turned_box(box, *size, -record.turns) for box in picture.boxes)
    covered = tuple(turned_rect(rect, *size, -record.turns) for rect in picture.covered)
    page = turned_page(picture.page, -record.turns) if picture.page else None
    return replace(
        picture,
        record=replace(record, width=width, height=height, turns=0),
        boxes=boxes,
        page=page,
        covered=covered,
    )


class Sink(Protocol):
    """Where a format writes to: one file, or a folder of them."""

    def file(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        """A file that is there when its block ends without an error, and is as it was before otherwise.

        `name` is what it is called in a folder, with forward slashes where it lies below. Raises EyeboxError.
        """
        ...

    def wants(self, name: str) -> bool:
        """Whether the file with this name is to be written."""
        ...


@dataclass(slots=True)
class FileSink:
    """One file, whatever it is called."""

    path: Path
    _opened: bool = False

    def file(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        if self._opened:
            raise EyeboxError(
                "format-one-picture",
                "A file of this format holds one picture: export the session into a folder.",
            )
        self._opened = True
        return open_atomically(self.path)

    def wants(self, name: str) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class _FolderSink:
    """Files in a folder; those named in `kept` stay as they are."""

    folder: Path
    kept: Collection[str]
    files: AtomicGroup

    def file(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        path = self.folder / name
        if path.parent != self.folder:
            with telling_why(path.parent):
                path.parent.mkdir(parents=True, exist_ok=True)
        return self.files.file(path)

    def wants(self, name: str) -> bool:
        return name not in self.kept


@contextmanager
def folder_sink(folder: Path, kept: Collection[str] = ()) -> Iterator[Sink]:
    """A sink of files in a folder, all of which are in place when the block ends, however it does.

    Those named in `kept` stay as they are. Raises EyeboxError, also at the end.
    """
    with AtomicGroup() as files:
        yield _FolderSink(folder, kept, files)


class NamesSink:
    """Writes nothing and tells which files of a folder would be written."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def file(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        self.names.append(name)
        return nullcontext(BytesIO())

    def wants(self, name: str) -> bool:
        self.names.append(name)
        return False


@contextmanager
def text_file(sink: Sink, name: str = "") -> Iterator[TextIO]:
    """A file of a sink for text in UTF-8 whose line ends stay as they are."""
    with sink.file(name) as file:
        text = TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
        yield text
        text.detach()  # which writes what is left and leaves the file open


class FileNames:
    """Names of files for pictures: like the picture's, and unique whatever the case."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._taken: set[str] = set()

    def of(self, record: PictureRecord) -> str:
        """The name for the next picture."""
        stem = file_stem(stem_of(record.name if record.owned else record.path))
        numbers = (stem if n == 1 else f"{stem}_{n}" for n in count(1))
        name = next(name for name in numbers if name.casefold() not in self._taken)
        self._taken.add(name.casefold())
        return name + self._suffix


def _from(folder: str, record: PictureRecord) -> str:
    if not folder or not record.path:
        return Path(record.path).name or record.name
    try:
        return Path(os.path.relpath(record.path, folder)).as_posix()
    except ValueError:
        return Path(record.path).as_posix()


@dataclass(frozen=True, slots=True)
class StoredPictures:
    """Pictures of a session in a store (all, or those of the ids `only`), read while they are gone through, as they are
    given away.

    `texts`: with what was read on them. `each` is called before each with its number and how many there are; what it
    raises ends the reading.
    """

    store: Store
    session: str
    only: frozenset[str] | None = None
    texts: bool = True
    each: Callable[[int, int], object] = lambda _number, _total: None

    def __len__(self) -> int:
        ids = self.store.picture_ids_of(self.session)
        return len(ids) if self.only is None else len(self.only.intersection(ids))

    def __iter__(self) -> Iterator[PictureContent]:
        total = len(self)
        for number, content in enumerate(self.store.contents(self.session, self.only, pages=self.texts)):
            self.each(number, total)
            given = given_away(content)
            yield given if self.texts else replace(given, page=None)


def gather(pictures: StoredPictures, chats: bool = True, folder: str = "") -> SessionExport:
    """What is exported of a store. Raises EyeboxError where the session is gone, and what the store raises."""
    store = pictures.store
    info = store.session(pictures.session)
    if info is None:
        raise EyeboxError("session-gone", "This session is gone: open another one from the list of sessions.")
    found = store.chats(pictures.session) if chats else ()
    return SessionExport(
        info,
        pictures,
        tuple(ChatExport(chat, store.turns(chat.id)) for chat in found),
        folder,
        pictures.each,
    )
