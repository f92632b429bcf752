"""What an exporting format is given: a session or a part of it, as values."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eyebox.session.types import ChatRecord, PictureRecord, SessionInfo, Turn
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
    """What is exported. `folder` is where the file will lie: formats that name pictures do so from there."""

    session: SessionInfo
    pictures: tuple[PictureExport, ...] = ()
    chats: tuple[ChatExport, ...] = ()
    folder: str = ""

    def picture_paths(self) -> tuple[str, ...]:
        """A path for each picture, with forward slashes: seen from `folder`, or the bare name."""
        return tuple(_from(self.folder, picture.record) for picture in self.pictures)


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
        raise EyeboxError("This session is gone: open another one from the list of sessions.")
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
