"""Taking pictures, chats and sessions away, and bringing them back: by Ctrl+Z, by the notice, from the list of removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.session.conversation import shortened
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord, Removed
from eyebox.session.writes import RestoreChat, RestorePicture, RestoreSession, SaveExtras
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.chats import Chats
from eyebox.workspace.history import History, Step
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.sessions import Sessions
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.turning import turned_page

TOGETHER_MS = 200
"""Pictures opened within this time are in one sentence."""


class Removals(QObject):
    """One method a kind of thing that is taken away. What is removed stays in the store for 30 days.

    Signals: noticed: a sentence worth knowing, the text of its button, what the button does.
    """

    noticed = Signal(str, str, object)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        history: History,
        sessions: Sessions,
        pictures: Pictures,
        annotations: Annotations,
        chats: Chats,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._history = history
        self._sessions = sessions
        self._pictures = pictures
        self._annotations = annotations
        self._chats = chats
        self.sentence_shown: Callable[[], str] = str
        """Gives what the user still sees of the sentences, "" when it is gone."""
        self._opened: list[str] = []
        self._sentence = ""
        self._offered: dict[str, str] = {}
        """Ids of opened pictures with the removed one whose boxes each could have."""
        self.offer_soon = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self.offer_soon.timeout.connect(self._offer)
        pictures.opened.connect(self._on_opened)

    @Slot(list)
    def pictures(self, ids: Sequence[str]) -> None:
        """Takes pictures out of the session; their files stay where they are."""
        pictures = self._pictures
        records = [pictures.records[id] for id in ids if id in pictures.records]
        if not records:
            return
        current = pictures.current

        def restore() -> bool:
            return pictures.restore(records, current)

        text = self.tr("%n picture(s) removed from the session.", "", len(records))
        self._remove(
            pictures.session, text, lambda: bool(pictures.remove([record.id for record in records])), restore
        )

    @Slot(str)
    def chat(self, chat: str) -> None:
        """Closes a chat; its answer stops."""
        chats = self._chats
        place = list(chats.chats).index(chat)
        record = chats.chats[chat]

        def remove() -> bool:
            nonlocal record
            if chat not in chats.chats:
                return False
            record = chats.remove_chat(chat)
            return True

        def restore() -> bool:
            return chats.restore_chat(record, place)

        self._remove(self._sessions.current, self.tr("The chat was closed."), remove, restore)

    @Slot(str)
    def session(self, session: str) -> None:
        """Takes a session off the list."""
        sessions = self._sessions
        info = self._store.session(session)
        if info is None:
            return
        current = sessions.current

        def is_there() -> bool | None:
            """Whether it is in the list; None while that is only about to be written."""
            return (
                None if self._queue.pending else any(other.id == session for other in self._store.sessions())
            )

        def remove() -> bool:
            if is_there() is False:
                return False
            sessions.delete(session)
            return True

        def restore() -> bool:
            if is_there():
                return False
            self._restore_session(session, info.name, show=session == current)
            return True

        self._remove("", self.tr("%1 was deleted.").replace("%1", shortened(info.name)), remove, restore)

    @Slot(object)
    def restore(self, removed: Removed) -> None:
        """Brings back what was chosen from the list of removed things, and shows it where its session is open."""
        store = self._store
        if removed.kind == "session":
            self._restore_session(removed.id, removed.name, show=False)
            return
        here = removed.session == self._sessions.current
        if removed.kind == "picture":
            record = store.picture(removed.id)
            if here and record is not None:
                self._pictures.restore([record], record.id)
            else:
                self._queue.do(RestorePicture(removed.id))
        else:
            chat = store.chat(removed.id)
            if here and chat is not None:
                self._chats.restore_chat(chat)
            else:
                self._queue.do(RestoreChat(removed.id))
        if not here:
            self._notice_back(removed.name, removed.session, removed.session_name)

    # Boxes of a picture that is opened again

    @Slot(object)
    def _on_opened(self, record: PictureRecord) -> None:
        self._opened.append(record.id)
        if not self.offer_soon.isActive():
            self.offer_soon.start()

    @Slot()
    def _offer(self) -> None:
        pictures = self._pictures
        if self.sentence_shown() != self._sentence:
            self._offered = {}
        removed = self._store.removed_with_boxes(or_text=not pictures.read_automatically)
        opened, self._opened = self._opened, []
        if not removed:
            return
        by_path = {record.path: record.id for record in removed}
        by_content = {record.sha256: record.id for record in removed if record.sha256}
        for record in filter(None, map(pictures.records.get, opened)):
            before = by_content.get(record.sha256) or by_path.get(record.path)
            if before:
                self._offered[record.id] = before
        offered = {id: before for id, before in self._offered.items() if id in pictures.records}
        if not offered or set(offered).isdisjoint(opened):
            return
        names = [pictures.records[id].name for id in offered]
        text = (
            self.tr("%1 was removed before; its boxes and text are still there.").replace(
                "%1", shortened(names[0])
            )
            if len(names) == 1
            else self.tr(
                "%n of these pictures were removed before; their boxes and text are still there.",
                "",
                len(names),
            )
        )
        button = (
            self.tr("Bring back its boxes and text")
            if len(names) == 1
            else self.tr("Bring back their boxes and text")
        )
        self._sentence = text
        self.noticed.emit(text, button, lambda: self._bring_back(offered))

    def _bring_back(self, offered: dict[str, str]) -> None:
        store, pictures = self._store, self._pictures
        for picture, before in offered.items():
            if picture not in pictures.records:
                continue
            old = store.boxes(before)
            new = {box.id: new_id() for box in old}
            removed = store.picture(before)
            turns = removed.turns if removed else 0
            lie = [pictures.parts.as_turned(picture, box, turns) for box in old]
            boxes = [replace(pictures.parts.inside(picture, box), id=new[box.id]) for box in lie]
            self._annotations.add(picture, boxes, self.tr("Bring back boxes"))
            if extras := {new.get(box, box): data for box, data in store.extras(before).items()}:
                self._queue.do(SaveExtras(picture, extras))
            page = store.page(before)
            if page is not None and pictures.page(picture) is None:
                pictures.set_page(picture, turned_page(page, pictures.records[picture].turns - turns))

    # What all have in common

    def _remove(
        self, session: str, text: str, remove: Callable[[], bool], restore: Callable[[], bool]
    ) -> None:
        self._opened.clear()  # they were opened before this was removed
        take_back = self._history.do(session, Step(text, remove, restore))
        self.noticed.emit(text, self.tr("Undo"), take_back)

    def _restore_session(self, session: str, name: str, *, show: bool) -> None:
        self._queue.do(RestoreSession(session))
        if show:
            self._sessions.open(session)
        else:
            self._notice_back(name, session, "")

    def _notice_back(self, name: str, session: str, session_name: str) -> None:
        text = (
            self.tr("%1 is back in %2.").replace("%2", shortened(session_name))
            if session_name
            else self.tr("%1 is back.")
        )
        self.noticed.emit(
            text.replace("%1", shortened(name)),
            self.tr("Open the session"),
            lambda: self._sessions.open(session),
        )
