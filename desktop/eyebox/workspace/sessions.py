"""Which session is open, and what can be done with sessions."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from eyebox.session.store import Store
from eyebox.session.types import SessionInfo
from eyebox.session.writes import CreateSession, DeleteSession, RenameSession, SetState
from eyebox.workspace.history import History, Step
from eyebox.workspace.write_queue import WriteQueue

PICTURE_NAME = 40
"""So much of a picture's name goes into the name of a session."""


class Sessions(QObject):
    """Signals: opened: id of a session to show. renamed: the current one has another name."""

    opened = Signal(str)
    renamed = Signal()

    def __init__(
        self, store: Store, queue: WriteQueue, history: History, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._history = history
        self.current = ""
        self._new: dict[str, SessionInfo] = {}
        self._named: set[str] = set()
        """Sessions that no further picture gives its name."""
        self._renamed: dict[str, str] = {}
        """The latest names of sessions, which count while writes wait."""

    @property
    def name(self) -> str:
        info = self._info(self.current)
        return info.name if info else ""

    def _info(self, session: str) -> SessionInfo | None:
        stored = self._store.session(session)
        info = stored or self._new.get(session)
        if info is not None and (stored is None or self._queue.pending):
            return replace(info, name=self._renamed.get(session, info.name))
        return info

    def last(self) -> str:
        """The session that was open last, the latest changed one, or a new one."""
        sessions = {info.id: info for info in self._store.sessions()}
        kept = self._store.get_state("", "session", "")
        if kept in sessions:
            return str(kept)
        return next(iter(sessions), "") or self.make()

    def remember(self, session: str) -> None:
        self.current = session
        self._queue.do(SetState("", "session", session))

    def create(self) -> None:
        """Opens a new session; one that is still empty is used again."""
        info = self._store.session(self.current)
        chats = self._store.chats(info.id) if info else ()
        is_empty = info and not info.pictures and not any(self._store.turns(chat.id) for chat in chats)
        self.opened.emit(info.id if info and is_empty else self.make())

    def open(self, session: str) -> None:
        if session != self.current:
            self.opened.emit(session)

    def rename(self, session: str, name: str) -> None:
        """Renames a session, as a step that can be taken back; an empty name and the old one change nothing."""
        info = self._info(session)
        name = " ".join(name.split())
        if info is not None and name not in ("", info.name):
            step = Step(
                self.tr("Rename the session"),
                lambda: self._name(session, name),
                lambda: self._name(session, info.name),
            )
            self._history.do("", step)

    def name_after(self, picture: str) -> None:
        """Adds the name of a picture, its first, to that of the open session, where that is still the time it was made."""
        if self.current in self._named:
            return
        self._named.add(self.current)
        info = self._info(self.current)
        if info is not None and info.name == _moment(info.created):
            picture = " ".join(picture.split())
            short = picture if len(picture) <= PICTURE_NAME else picture[: PICTURE_NAME - 1] + "…"
            self._name(info.id, f"{info.name} · {short}")

    def _name(self, session: str, name: str) -> bool:
        self._queue.do(RenameSession(session, name))
        self._renamed[session] = name
        self.renamed.emit()
        return True

    def delete(self, session: str) -> None:
        """Takes a session off the list."""
        self._queue.do(DeleteSession(session))
        if session == self.current:
            rest = [other.id for other in self._store.sessions() if other.id != session]
            self.opened.emit(rest[0] if rest else self.make())

    def give_way(self) -> bool:
        """Goes from a session that was made because no other could be read to the latest one, if it is such a one."""
        rest = [info.id for info in self._store.sessions() if info.id != self.current]
        if self.current not in self._new or not rest:
            return False
        self._queue.do(DeleteSession(self.current))
        self.opened.emit(rest[0])
        return True

    def make(self) -> str:
        """The id of a new session, which is not opened yet."""
        info = self._store.new_session("")
        info = replace(info, name=_moment(info.created))
        self._new[info.id] = info
        self._queue.do(CreateSession(info))
        return info.id


def _moment(seconds: float) -> str:
    """Day and time as the locale writes them, without weekday and year: 28 November, 22:29."""
    locale, moment = QLocale(), QDateTime.fromSecsSinceEpoch(int(seconds))
    year = r"(?:'de' )?y+(?:\s*'[^']*'\.?|[^\sdM',،]+)?"
    form = re.sub(rf"[,،]?\s*(?:{year}|dddd)", "", locale.dateFormat(QLocale.FormatType.LongFormat))
    day = locale.toString(moment.date(), form.strip(" ,،"))
    return f"{day}, {locale.toString(moment.time(), QLocale.FormatType.ShortFormat)}"
