"""Which session is open, and what can be done with sessions."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from eyebox.session.store import Store
from eyebox.session.types import SessionInfo
from eyebox.session.writes import CreateSession, DeleteSession, RenameSession, RestoreSession, SetState
from eyebox.workspace.write_queue import WriteQueue


class Sessions(QObject):
    """Signals: opened: id of a session to show. renamed: the current one has another name."""

    opened = Signal(str)
    renamed = Signal()

    def __init__(self, store: Store, saver: WriteQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._saver = saver
        self.current = ""
        self._new: dict[str, SessionInfo] = {}

    @property
    def name(self) -> str:
        info = self._store.session(self.current) or self._new.get(self.current)
        return info.name if info else ""

    def last(self) -> str:
        """The session that was open last, the latest changed one, or a new one."""
        sessions = {info.id: info for info in self._store.sessions()}
        kept = self._store.get_state("", "session", "")
        if kept in sessions:
            return str(kept)
        return next(iter(sessions), "") or self._create().id

    def remember(self, session: str) -> None:
        self.current = session
        self._saver.do(SetState("", "session", session))

    def create(self) -> None:
        """Opens a new session; one that is still empty is used again."""
        info = self._store.session(self.current)
        if (
            info
            and not info.pictures
            and not any(self._store.turns(c.id) for c in self._store.chats(info.id))
        ):
            self.opened.emit(info.id)
            return
        self.opened.emit(self._create().id)

    def open(self, session: str) -> None:
        if session != self.current:
            self.opened.emit(session)

    def rename(self, session: str, name: str) -> None:
        """Renames a session; an empty name changes nothing."""
        name = " ".join(name.split())
        if name:
            self._saver.do(RenameSession(session, name))
            self.renamed.emit()

    def delete(self, session: str) -> None:
        """Takes a session off the list; `restore` brings it back."""
        self._saver.do(DeleteSession(session))
        if session == self.current:
            rest = [other.id for other in self._store.sessions() if other.id != session]
            self.opened.emit(rest[0] if rest else self._create().id)

    def give_way(self) -> bool:
        """Goes from a session that was made because no other could be read to the latest one, if it is such a one."""
        rest = [info.id for info in self._store.sessions() if info.id != self.current]
        if self.current not in self._new or not rest:
            return False
        self._saver.do(DeleteSession(self.current))
        self.opened.emit(rest[0])
        return True

    def make(self) -> str:
        """A new session, which is not opened yet."""
        return self._create().id

    def restore(self, session: str) -> None:
        """Puts a deleted session back into the list."""
        self._saver.do(RestoreSession(session))

    def _create(self) -> SessionInfo:
        today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        info = self._store.new_session(today)
        self._new[info.id] = info
        self._saver.do(CreateSession(info))
        return info
