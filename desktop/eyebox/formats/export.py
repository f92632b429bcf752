"""What an exporting format is given: a session or a part of it, as values."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TextIO

from eyebox.session.types import ChatRecord, PictureRecord, SessionInfo, Turn
from eyebox_models.files.atomic_write import file_stem, open_atomically
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Page

if TYPE_CHECKING:
    from eyebox.session.store import Store


@dataclass(frozen=True, slots=True)
class PictureExport:
    """A picture with its boxes in order and its read text.

    `extras` is what an imported file said beyond what a Box holds, by the box's id ("": about the picture).
    """

    record: PictureRecord
    boxes: tuple[Box, ...] = ()
    page: Page | None = None
    extras: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChatExport:
    """A chat with all its turns, alternatives included."""

    record: ChatRecord
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionExport:
    """What is exported. `folder` is where the file will lie: formats that name pictures do so from there.

    `pictures` may be read from the disk each time they are gone through, one after the other.
    """

    session: SessionInfo
    pictures: Collection[PictureExport] = ()
    chats: tuple[ChatExport, ...] = ()
    folder: str = ""

    def path_of(self, record: PictureRecord) -> str:
        """The path of a picture, with forward slashes: seen from `folder`, or the bare name."""
        return _from(self.folder, record)


class Sink(Protocol):
    """Where a format writes to: one file, or a folder of them."""

    def file(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        """A file that is there when its block ends without an error, and is as it was before otherwise.

        `name` is what it is called in a folder. Raises EyeboxError.
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


class FolderSink:
    """Files in a folder; those named in `kept` stay as they are. `progress` gets how many were begun before."""

    def __init__(
        self, folder: Path, kept: Collection[str] = (), progress: Callable[[int], object] = lambda _n: None
    ) -> None:
        self._folder = folder
        self._kept = kept
        self._progress = progress
        self._begun = 0

    def file(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        self._progress(self._begun)
        self._begun += 1
        return open_atomically(self._folder / name)

    def wants(self, name: str) -> bool:
        return name not in self._kept


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
        stem = file_stem(Path(record.name if record.owned else record.path).stem)
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


def gather(
    store: Store, session: str, pictures: Collection[str] | None = None, chats: bool = True, folder: str = ""
) -> SessionExport:
    """Reads a session, or those pictures of it that are named by id, from the store. Raises EyeboxError."""
    info = store.session(session)
    if info is None:
        raise EyeboxError("session-gone", "This session is gone: open another one from the list of sessions.")
    records = [record for record in store.pictures(session) if pictures is None or record.id in pictures]
    return SessionExport(
        session=info,
        pictures=tuple(
            PictureExport(record, store.boxes(record.id), store.page(record.id), store.extras(record.id))
            for record in records
        ),
        chats=tuple(ChatExport(chat, store.turns(chat.id)) for chat in store.chats(session)) if chats else (),
        folder=folder,
    )
