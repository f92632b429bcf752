"""The route of one question: chat pane -> lane -> engine -> transcript, ghosts and, at its end, boxes and the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.session.conversation import Conversation
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, Turn
from eyebox.session.writes import (
    AddChat,
    AppendTurn,
    BeginTurn,
    FinishTurn,
    PutDraft,
    RemoveChat,
    RestoreChat,
    SaveTurn,
    UpdateChat,
)
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.ask import (
    READER,
    Answer,
    Ask,
    BoxFound,
    End,
    Message,
    ModelRef,
    Note,
    Options,
    Picture,
    Progress,
    TextDelta,
)
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.requests import Answering

JOURNAL_MS = 500
SAME_PIXELS = 2.0


@dataclass(slots=True, eq=False)
class Running:
    """An answer under way. `pictures` are ids in the order that events number them."""

    chat: str
    turn: Turn
    pictures: tuple[str, ...]
    options: Options
    text: str = ""
    boxes: list[BoxFound] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    progress: Progress | None = None
    dirty: bool = True
    standing: tuple[str, str] = ("", "")
    job: JobHandle | None = None
    """Until it has ended."""


class Chats(QObject):
    """Chats of the open session: asks, listens, keeps. Knows no widget.

    Signals (chat, turn: ids):
        opened: ChatRecord, its place from the left (-1: the last). closed: chat.
        turn_added: chat, Turn. begun: chat, Turn of the answer. progress: chat, turn, Progress. text: chat, turn, str.
        box: chat, turn, BoxFound. note: chat, turn, sentence. ended: chat, Turn. path_changed: chat.
        standing: chat, turn, "waiting", "running" or "stopping", and the title of the job that it waits for.
        ghosts_changed: id of a picture whose ghosts changed.
        boxes_found: picture, tuple of Box, question (an answer ended with these boxes, which are saved with it).
    """

    opened = Signal(object, int)
    closed = Signal(str)
    turn_added = Signal(str, object)
    begun = Signal(str, object)
    progress = Signal(str, str, object)
    standing = Signal(str, str, str, str)
    text = Signal(str, str, str)
    box = Signal(str, str, object)
    note = Signal(str, str, object)
    ended = Signal(str, object)
    path_changed = Signal(str)
    ghosts_changed = Signal(str)
    boxes_found = Signal(str, object, str)

    def __init__(
        self,
        store: Store,
        saver: WriteQueue,
        reader: Lane,
        model: Lane,
        path_of: Callable[[str], str],
        boxes_of: Callable[[str], Sequence[Box]],
        inside: Callable[[str, Box], Box],
        parent: QObject | None = None,
    ) -> None:
        """`path_of` gives the file of a picture's id, "" when it is gone; `boxes_of` the boxes that it has;
        `inside` clips a box to it."""
        super().__init__(parent)
        self._store = store
        self._saver = saver
        self._lanes = {"reader": reader, "model": model}
        self._path_of = path_of
        self._boxes_of = boxes_of
        self._inside = inside
        self.language = "en"
        self.common = Options()
        """What the settings say for all chats: `cache_bytes` and `auto_continue`."""
        self.session = ""
        self.chats: dict[str, ChatRecord] = {}
        """The chats of the session, from left to right."""
        self._conversations: dict[str, Conversation] = {}
        self._running: list[Running] = []
        self._drafts: set[str] = set()
        self._interrupted: dict[str, list[Turn]] = {}
        self._timer = QTimer(self, interval=JOURNAL_MS)
        self._timer.timeout.connect(self.write_journal)
        for lane in (reader, model):
            lane.changed.connect(self._show_standing)

    def close(self) -> None:
        """Ends all answers as stopped and writes everything."""
        self._end_answers()
        self.write_journal()

    def recover(self) -> None:
        """Keeps the answers in whose middle the program ended the last time."""
        for turn in self._store.journal.interrupted():
            self._interrupted.setdefault(turn.chat, []).append(turn)
            self._saver.do(FinishTurn(turn))

    # Chats

    def load(self, session: str) -> None:
        """Opens the chats of a session, at least one."""
        self.close()
        for chat in list(self.chats):
            del self.chats[chat]
            self.closed.emit(chat)
        self.session = session
        self._conversations.clear()
        for record in self._store.chats(session):
            self.chats[record.id] = record
            self.opened.emit(record, -1)
        if not self.chats:
            self.add_chat()

    def add_chat(self, model: ModelRef = READER, options: Options | None = None) -> ChatRecord:
        """A new, empty chat after the others."""
        position = 1 + max((chat.position for chat in self.chats.values()), default=-1)
        chat = ChatRecord(
            new_id(), self.session, position=position, model=model, options=options or Options()
        )
        self.chats[chat.id] = chat
        self._saver.do(AddChat(chat))
        self.opened.emit(chat, -1)
        return chat

    def remove_chat(self, chat: str) -> ChatRecord:
        """Takes a chat away (its answer stops); `restore_chat` brings it back. The last one is replaced by an empty one."""
        self.stop(chat)
        self._saver.do(RemoveChat(chat))
        record = self.chats.pop(chat)
        self.closed.emit(chat)
        if not self.chats:
            self.add_chat(record.model, anew(record.options))
        return record

    def restore_chat(self, record: ChatRecord, place: int = -1) -> bool:
        """Brings a closed chat back to its place from the left; a lone chat in which nothing was said makes room.

        Returns False where it is there already.
        """
        if record.id in self.chats:
            return False
        alone = next(iter(self.chats)) if len(self.chats) == 1 else ""
        order = list(self.chats.values())
        order.insert(len(order) if place < 0 else place, record)
        self.chats = {chat.id: chat for chat in order}
        self._saver.do(RestoreChat(record.id))
        self.opened.emit(record, place)
        if alone and not self.conversation(alone).path() and not self.chats[alone].draft.strip():
            self.remove_chat(alone)
        return True

    def change_chat(
        self, chat: str, title: str | None = None, *, model: str | None = None, options: Options | None = None
    ) -> None:
        """Renames a chat, gives it another model, or other options for it."""
        record = self.chats[chat]
        record = replace(
            record,
            title=record.title if title is None else title,
            model=ModelRef(model) if model else record.model,
            options=record.options if options is None else options,
        )
        self.chats[chat] = record
        self._saver.do(UpdateChat(record))

    def set_draft(self, chat: str, text: str) -> None:
        """Keeps what is typed and not sent; on disk within a second."""
        record = self.chats.get(chat)
        if record and record.draft != text:
            self.chats[chat] = replace(record, draft=text)
            self._drafts.add(chat)
            self._write_soon()

    def conversation(self, chat: str) -> Conversation:
        found = self._conversations.get(chat)
        if found is None:
            turns = self._store.turns(chat)
            there = {turn.id for turn in turns}
            late = [turn for turn in self._interrupted.pop(chat, ()) if turn.id not in there]
            found = self._conversations[chat] = Conversation((*turns, *late))
        return found

    # Asking

    def ask(self, chat: str, text: str, pictures: tuple[str, ...] = (), *, parent: str | None = None) -> None:
        """Asks in a chat. `parent` is the turn to go on from: None for the last one shown, "" for a first question."""
        conversation = self.conversation(chat)
        leaf = conversation.leaf()
        if parent is None:
            parent = leaf.id if leaf else ""
        question = Turn(chat, "user", text, parent=parent, pictures=pictures)
        for turn in conversation.add(question):
            self._save(turn)
            self.turn_added.emit(chat, turn)
        self._answer(chat, question.id)

    def regenerate(self, chat: str, answer: str) -> None:
        """Answers the question of an answer once more; the old one stays as an alternative."""
        turn = self.conversation(chat).turn(answer)
        self._answer(chat, turn.parent)

    def choose(self, chat: str, turn: str) -> None:
        """Shows another alternative."""
        for changed in self.conversation(chat).choose(turn):
            self._save(changed)
        self.path_changed.emit(chat)

    def stop(self, chat: str | None = None) -> None:
        """Stops the answers of a chat, or of all."""
        for running in self._running:
            if chat in (None, running.chat) and running.job is not None:
                running.job.stop()

    def running(self, chat: str) -> list[Running]:
        """The answers of a chat that are under way."""
        return [running for running in self._running if running.chat == chat]

    def is_answering(self, chat: str | None = None) -> bool:
        return any(chat in (None, running.chat) for running in self._running)

    def ghosts(self, picture: str) -> list[Box]:
        """Boxes on a picture of answers that still stream."""
        return [
            found.box
            for running in self._running
            for found in running.boxes
            if found.image < len(running.pictures) and running.pictures[found.image] == picture
        ]

    def _end_answers(self) -> None:
        """Ends all answers as stopped, with what came so far; their engines are told."""
        for running in list(self._running):
            job = running.job
            self._on_ended(running, End("stopped"))
            if job is not None:
                job.stop()

    def _answer(self, chat: str, question: str) -> None:
        record = self.chats[chat]
        conversation = self.conversation(chat)
        way = conversation.path_to(question)
        pictures = tuple(p for turn in way for p in turn.pictures if self._path_of(p))
        messages = tuple(self._message(turn, record.model) for turn in way)
        ask = Ask(messages, record.model, self.options_of(chat), turn=sum(t.role == "user" for t in way) - 1)
        chosen = 1 + max((turn.chosen for turn in conversation if turn.parent == question), default=0)
        answer = Turn(chat, "assistant", "", parent=question, chosen=chosen, model=record.model)
        title = " ".join(way[-1].text.split())[:60]
        running = Running(chat, answer, pictures, record.options)
        self._running.append(running)
        self._saver.do(BeginTurn(answer))
        self._write_soon()
        self.begun.emit(chat, answer)
        lane = self._lanes[record.model.engine]
        running.job = job = lane.submit(Answering(ask), title, priority=Priority.NOW)
        job.happened.connect(partial(self._on_event, running))
        job.ended.connect(partial(self._on_ended, running))
        self._show_standing()

    def options_of(self, chat: str) -> Options:
        """What a chat's model is loaded and asked with: the user's choices for it, and the settings."""
        return replace(
            self.chats[chat].options,
            language=self.language,
            cache_bytes=self.common.cache_bytes,
            auto_continue=self.common.auto_continue,
        )

    def _message(self, turn: Turn, model: str) -> Message:
        """A turn as `model` is told it: its own answers exactly as it gave them, those of others as they are shown."""
        pictures = [Picture(path) for p in turn.pictures if (path := self._path_of(p))]
        answer = turn.answer
        if answer is not None and turn.model == model != READER:
            return Message(turn.role, (answer.raw or turn.text,), answer.token_ids)
        return Message(turn.role, (*pictures, turn.text))

    # What engines say

    def _on_event(self, running: Running, event: object) -> None:
        if running.job is None:
            return
        chat, turn = running.chat, running.turn.id
        if isinstance(event, TextDelta):
            running.text += event.text
            running.dirty = True
            self.text.emit(chat, turn, event.text)
        elif isinstance(event, BoxFound):
            running.boxes.append(event)
            running.dirty = True
            self.box.emit(chat, turn, event)
            if event.image < len(running.pictures):
                self.ghosts_changed.emit(running.pictures[event.image])
        elif isinstance(event, Note):
            running.notes.append(event.text)
            self.note.emit(chat, turn, event.text)
        elif isinstance(event, Progress):
            running.progress = event
            self.progress.emit(chat, turn, event)

    @Slot()
    def _show_standing(self) -> None:
        for running in self._running:
            job = running.job
            if job is None or job.state == "ended":
                continue
            first = job.lane.running()
            waits = first is not None and job is not first and not first.quiet
            standing = job.state, first.title if first and waits else ""
            if standing != running.standing:
                running.standing = standing
                self.standing.emit(running.chat, running.turn.id, *standing)

    def _on_ended(self, running: Running, end: End) -> None:
        if running not in self._running:
            return
        self._running.remove(running)
        running.job = None
        answer = end.result if isinstance(end.result, Answer) else None
        if answer is None:
            answer = Answer(
                0, running.text, running.text, tuple(running.boxes), plain=running.turn.model == READER,
                notes=tuple(running.notes),
            )  # fmt: skip
        answer, new = self._known_boxes(answer, running.pictures)
        states: dict[str, Literal["done", "stopped", "failed"]] = {"done": "done", "stopped": "stopped"}
        turn = replace(
            running.turn, text=answer.text, answer=answer, state=states.get(end.outcome, "failed"),
            message=end.message, detail=end.detail,
        )  # fmt: skip
        conversation = self._conversations.get(running.chat)
        if conversation is not None and turn.parent in conversation:
            (turn,) = conversation.add(turn)
        found = tuple((picture, tuple(boxes)) for picture, boxes in new.items())
        self._saver.do(FinishTurn(turn, found))
        self._settle(running, turn)
        if not self._running and not self._drafts:
            self._timer.stop()
        question = conversation.turn(turn.parent).text if conversation and turn.parent in conversation else ""
        for picture in {running.pictures[b.image] for b in running.boxes if b.image < len(running.pictures)}:
            self.ghosts_changed.emit(picture)
        for picture, boxes in new.items():
            self.boxes_found.emit(picture, tuple(boxes), question)
        self.ended.emit(running.chat, turn)

    def _settle(self, running: Running, turn: Turn) -> None:
        """What answered is what the chat goes on with, after a reload and a restart too, unless it was given another."""
        record, answer = self.chats.get(running.chat), turn.answer
        if record is None or record.model == READER or answer is None or not answer.precision:
            return
        if (record.model, _loading(record.options)) == (turn.model, _loading(running.options)):
            settled = replace(record.options, settled=answer.precision, settled_on=answer.device)
            if settled != record.options:
                self.change_chat(running.chat, options=settled)

    def _known_boxes(self, answer: Answer, pictures: tuple[str, ...]) -> tuple[Answer, dict[str, list[Box]]]:
        """The answer with boxes that its pictures have already in the place of equal ones, and the new ones by picture."""
        kept = []
        new: dict[str, list[Box]] = {}
        there: dict[tuple[str, str], list[Box]] = {}
        for picture in {pictures[found.image] for found in answer.boxes if found.image < len(pictures)}:
            for box in self._boxes_of(picture):
                there.setdefault((picture, box.label), []).append(box)
        for found in answer.boxes:
            if found.image < len(pictures):
                picture = pictures[found.image]
                alike = there.get((picture, found.box.label), ())
                twin = next((box for box in alike if _alike(box, found.box)), None)
                if twin is None:
                    if self._path_of(picture):
                        new.setdefault(picture, []).append(self._inside(picture, found.box))
                else:
                    found = replace(found, box=twin)
            kept.append(found)
        return replace(answer, boxes=tuple(kept)), new

    def _write_soon(self) -> None:
        """Starts the journal's clock; a clock that runs is left alone, or steady typing would put it off for ever."""
        if not self._timer.isActive():
            self._timer.start()

    def _save(self, turn: Turn) -> None:
        self._saver.do(SaveTurn(turn))

    @Slot()
    def write_journal(self) -> None:
        """Writes what streamed and what was typed since the last time."""
        for running in self._running:
            if running.dirty:
                running.dirty = False
                boxes = tuple(running.boxes)
                self._saver.do(AppendTurn(running.chat, running.turn.id, running.text, boxes))
        for chat in tuple(self._drafts):
            record = self.chats.get(chat)
            if record:
                self._saver.do(PutDraft(record.id, record.draft))
        self._drafts.clear()
        if not self._running:
            self._timer.stop()


def _loading(options: Options) -> tuple[object, ...]:
    """What of the options a model is loaded by."""
    return (options.precision, options.device, options.offload, options.settled)


def _alike(one: Box, other: Box) -> bool:
    """Whether two boxes of one label are at the same place, to a pixel or two."""
    return one.kind == other.kind and all(
        abs(a - b) <= SAME_PIXELS for a, b in zip(one.xyxy, other.xyxy, strict=True)
    )


def anew(options: Options) -> Options:
    """Options for a new chat, that has come to no precision yet."""
    return replace(options, settled="", settled_on="")
