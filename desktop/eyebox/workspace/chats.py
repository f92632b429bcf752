"""The chats of the open session: what was said in them, and how a question becomes what a model is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from os import urandom
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from eyebox.session.conversation import Conversation, shortened
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, Turn, whole_picture
from eyebox.session.writes import (
    AddChat,
    FinishTurn,
    PutDraft,
    RemoveChat,
    RestoreChat,
    SaveTurn,
    UpdateChat,
)
from eyebox.workspace.answers import Answers
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.ask import READER, Ask, Message, ModelRef, Options, Picture
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import Answer
from eyebox_models.protocol.page import Page

DRAFTS_MS = 500
SAMPLED = 0.7
"""The temperature of an answer that is to be another one than the likeliest."""


@dataclass(frozen=True, slots=True, eq=False)
class NextQuestion:
    """What is asked as soon as the answer has come that its chat waits for; `pictures` are ids. Each is only itself."""

    text: str
    pictures: tuple[str, ...] = ()


class Chats(QObject):
    """Keeps chats and their turns, and asks. Knows no widget.

    Signals (chat, turn: ids):
        opened: ChatRecord, its place from the left (-1: the last). closed: chat.
        changed: chat, whose title, model or options are others.
        turn_added: chat, Turn. path_changed: chat. restored: a chat that was closed is back, and open.
        next_changed: chat, in which other questions wait for the end of its answer.
        taken_back: chat, whose draft holds a question now that waited, and the ids of its pictures.
    """

    opened = Signal(object, int)
    closed = Signal(str)
    changed = Signal(str)
    turn_added = Signal(str, object)
    path_changed = Signal(str)
    restored = Signal(str)
    next_changed = Signal(str)
    taken_back = Signal(str, tuple)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        answers: Answers,
        picture_of: Callable[[str], Picture | None],
        page_of: Callable[[str], Page | None],
        parent: QObject | None = None,
    ) -> None:
        """`picture_of` gives the picture of an id, None when it is gone; `page_of` its text where it was read."""
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._answers = answers
        self._picture_of = picture_of
        self._page_of = page_of
        self.language = "en"
        self.common: dict[str, Any] = {}
        """What the settings say for all chats, as fields of Options."""
        self.session = ""
        self.chats: dict[str, ChatRecord] = {}
        """The chats of the session, from left to right."""
        self.begin_with: Callable[[str], tuple[ModelRef, Options]] = self.like
        """What a new chat beside another one (by its id, "" for none) begins with."""
        self._conversations: dict[str, Conversation] = {}
        self._next: dict[str, list[NextQuestion]] = {}
        self._drafts: set[str] = set()
        self._interrupted: dict[str, list[Turn]] = {}
        self._timer = QTimer(self, singleShot=True, interval=DRAFTS_MS)
        self._timer.timeout.connect(self.write_drafts)
        answers.settled.connect(self._settle)
        answers.ended.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Ends all answers as stopped and writes everything."""
        self._answers.end()
        self.write_drafts()

    def recover(self) -> None:
        """Keeps the answers in whose middle the program ended the last time."""
        for turn in self._store.journal.interrupted():
            self._interrupted.setdefault(turn.chat, []).append(turn)
            self._queue.do(FinishTurn(turn))

    # Chats

    def load(self, session: str) -> None:
        """Opens the chats of a session, at least one."""
        self.close()
        for chat in list(self.chats):
            del self.chats[chat]
            self.closed.emit(chat)
        self.session = session
        self._next.clear()
        self._conversations.clear()
        for record in self._store.chats(session):
            record = self._titled(record)
            self.chats[record.id] = record
            self.opened.emit(record, -1)
        if not self.chats:
            self.add_chat(*self.begin_with(""))

    def add_chat(self, model: ModelRef = READER, options: Options | None = None) -> ChatRecord:
        """A new, empty chat after the others."""
        position = 1 + max((chat.position for chat in self.chats.values()), default=-1)
        chat = ChatRecord(
            new_id(), self.session, position=position, model=model, options=options or Options()
        )
        self.chats[chat.id] = chat
        self._queue.do(AddChat(chat))
        self.opened.emit(chat, -1)
        return chat

    def like(self, beside: str) -> tuple[ModelRef, Options]:
        """Model and options of a chat, for a new one; the reader for none."""
        before = self.chats.get(beside)
        return (before.model, anew(before.options)) if before else (READER, Options())

    def remove_chat(self, chat: str) -> ChatRecord:
        """Takes a chat away (its answer stops); `restore_chat` brings it back. The last one is replaced by an empty one."""
        self._answers.stop(chat)
        self.write_drafts()
        self._queue.do(RemoveChat(chat))
        record = replace(self.chats[chat], draft=self._unsent(chat))
        del self.chats[chat]
        self._next.pop(chat, None)
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
        record = self._titled(record)
        alone = next(iter(self.chats)) if len(self.chats) == 1 else ""
        order = list(self.chats.values())
        order.insert(len(order) if place < 0 else place, record)
        self.chats = {chat.id: chat for chat in order}
        self._queue.do(RestoreChat(record.id))
        self.opened.emit(record, place)
        if alone and not self.conversation(alone).path() and not self.chats[alone].draft.strip():
            self.remove_chat(alone)
        self.restored.emit(record.id)
        return True

    def change_chat(
        self, chat: str, title: str | None = None, *, model: str | None = None, options: Options | None = None
    ) -> None:
        """Renames a chat ("": after its first question), gives it another model, or other options for it."""
        record = self.chats[chat]
        record = replace(
            record,
            title=record.title if title is None else title,
            model=ModelRef(model) if model else record.model,
            options=record.options if options is None else options,
        )
        record = self.chats[chat] = self._titled(record)
        self._queue.do(UpdateChat(replace(record, draft=self._unsent(chat))))
        self.changed.emit(chat)

    def _titled(self, record: ChatRecord) -> ChatRecord:
        """The same chat, named after its first question where it has no name."""
        path = () if record.title else self.conversation(record.id).path()
        return replace(record, title=shortened(path[0].text)) if path else record

    def set_draft(self, chat: str, text: str) -> None:
        """Keeps what is typed and not sent; on disk within a second."""
        record = self.chats.get(chat)
        if record and record.draft != text:
            self.chats[chat] = replace(record, draft=text)
            self._write_draft_soon(chat)

    def _write_draft_soon(self, chat: str) -> None:
        self._drafts.add(chat)
        if not self._timer.isActive():  # or steady typing would put it off for ever
            self._timer.start()

    def _unsent(self, chat: str) -> str:
        """What was typed and not asked yet, as it is kept on the disk: what waits, and the draft."""
        return "\n".join(filter(None, [*(one.text for one in self.next_in(chat)), self.chats[chat].draft]))

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
        """Asks in a chat, or as soon as its answer has come where it goes on from one that is coming.

        `parent` is the turn to go on from: None for the last one shown, "" for a first question.
        """
        conversation = self.conversation(chat)
        if (parent is None or (parent and parent not in conversation)) and self._answers.running(chat):
            self._next.setdefault(chat, []).append(NextQuestion(text, pictures))
            self._write_draft_soon(chat)
            self.next_changed.emit(chat)
            return
        leaf = conversation.leaf()
        if parent is None:
            parent = leaf.id if leaf else ""
        question = Turn(chat, "user", text, parent=parent, pictures=pictures)
        for turn in conversation.add(question):
            self._queue.do(SaveTurn(turn))
            self.turn_added.emit(chat, turn)
        if not self.chats[chat].title:
            self.change_chat(chat)
        self._answer(chat, question.id, self.options_of(chat))

    def next_in(self, chat: str) -> tuple[NextQuestion, ...]:
        """The questions that wait for the end of the answer that is coming, the next one first."""
        return tuple(self._next.get(chat, ()))

    def take_back(self, chat: str, *questions: NextQuestion) -> None:
        """Puts questions that wait before what is typed, so that they are not asked and nothing of them is lost."""
        self._next[chat] = [one for one in self._next[chat] if one not in questions]
        text = "\n".join(filter(None, [*(one.text for one in questions), self.chats[chat].draft]))
        self.set_draft(chat, text)
        self.next_changed.emit(chat)
        self.taken_back.emit(chat, tuple(picture for one in questions for picture in one.pictures))

    @Slot(str, object)
    def _go_on(self, chat: str, turn: Turn) -> None:
        """Asks what waited for an answer; one that was stopped or failed leaves it to the user."""
        waiting = self.next_in(chat)
        if not waiting or self._answers.running(chat):
            return
        if turn.state != "done":
            self.take_back(chat, *waiting)
            return
        first, *self._next[chat] = waiting
        self.next_changed.emit(chat)
        self.ask(chat, first.text, first.pictures)
        self._write_draft_soon(chat)

    def regenerate(self, chat: str, answer: str) -> None:
        """Answers the question of an answer once more; the old one stays as an alternative."""
        turn = self.conversation(chat).turn(answer)
        self._answer(chat, turn.parent, self.options_of(chat))

    def repeats(self, chat: str, answer: str) -> Literal["", "greedy", "seed"]:
        """Why `regenerate` would bring the same answer: each word is the likeliest one, or the seed is fixed."""
        record, turn = self.chats[chat], self.conversation(chat).turn(answer)
        if turn.state != "done" or turn.model != record.model or record.model == READER:
            return ""
        if record.options.temperature <= 0:
            return "greedy"
        return "" if record.options.seed is None else "seed"

    def sample(self, chat: str, answer: str) -> None:
        """Answers a question once more by chance, with a seed of its own; the chat's options stay as they are."""
        seed, temperature = int.from_bytes(urandom(3)), self.chats[chat].options.temperature or SAMPLED
        options = replace(self.options_of(chat), temperature=temperature, num_beams=1, seed=seed)
        said = self.tr("Words chosen by chance: temperature %1, seed %2")
        note = said.replace("%1", f"{temperature:g}").replace("%2", str(seed))
        self._answer(chat, self.conversation(chat).turn(answer).parent, options, note)

    def in_parts(self, chat: str, answer: str) -> None:
        """Answers a question once more, of the parts of its picture; the chat's options stay as they are."""
        turn = self.conversation(chat).turn(answer)
        parts = turn.answer.suggest_parts if turn.answer else 0
        self._answer(chat, turn.parent, replace(self.options_of(chat), parts=parts))

    def choose(self, chat: str, turn: str) -> None:
        """Shows another alternative."""
        for changed in self.conversation(chat).choose(turn):
            self._queue.do(SaveTurn(changed))
        self.path_changed.emit(chat)

    def _answer(self, chat: str, question: str, options: Options, *notes: str) -> None:
        record = self.chats[chat]
        conversation = self.conversation(chat)
        way = conversation.path_to(question)
        pictures = tuple(p for turn in way for p in turn.pictures if self._picture_of(p))
        messages = tuple(self._message(turn, record.model) for turn in way)
        ask = Ask(
            messages,
            record.model,
            options,
            turn=sum(t.role == "user" for t in way) - 1,
            texts=self._texts(pictures) if record.model != READER else (),
        )
        self._answers.begin(
            record, conversation, way[-1], ask, pictures, self._job_title(record, way[-1].text), notes
        )

    def _texts(self, pictures: Sequence[str]) -> tuple[str, ...]:
        """What was read in the pictures, which an answer may copy; that of the last ones first."""
        from eyebox_models.text.forms import answer_forms

        latest = dict.fromkeys(map(whole_picture, reversed(pictures)))
        return tuple(form for picture in latest for form in answer_forms(self._page_of(picture)))

    def _job_title(self, record: ChatRecord, question: str) -> str:
        """What the queue calls an answer: the question, who answers, and in which chat where there are several."""
        who = self.tr("Reader") if record.model == READER else record.model.short_name
        if len(self.chats) > 1:
            number = list(self.chats).index(record.id) + 1
            who += " · " + self.tr("Chat %1").replace("%1", str(number))
        return f"{shortened(question, 40)} — {who}"

    def options_of(self, chat: str) -> Options:
        """What a chat's model is loaded and asked with: the user's choices for it, and the settings."""
        return replace(self.chats[chat].options, language=self.language, **self.common)

    def _message(self, turn: Turn, model: str) -> Message:
        """A turn as `model` is given it: its own answers exactly as it gave them, those of others as they are shown."""
        pictures = [picture for p in turn.pictures if (picture := self._picture_of(p))]
        if model == READER:
            pages = [self._page_of(whole_picture(p)) for p in turn.pictures if self._picture_of(p)]
            pictures = [
                replace(one, page=page) if page and page.is_corrected else one
                for one, page in zip(pictures, pages, strict=True)
            ]
        answer = turn.answer
        if answer is not None and turn.model == model != READER:
            return Message(turn.role, (answer.raw or turn.text,), answer.token_ids, rounds=answer.rounds)
        return Message(turn.role, (*pictures, turn.text))

    @Slot(object, object)
    def _settle(self, asked: ChatRecord, answer: Answer) -> None:
        """What answered is what the chat goes on with, after a reload and a restart too, unless it was given another."""
        record = self.chats.get(asked.id)
        if record is None or record.model == READER or not answer.precision:
            return
        if (record.model, _loading(record.options)) == (asked.model, _loading(asked.options)):
            settled = replace(record.options, settled=answer.precision, settled_on=answer.device)
            if settled != record.options:
                self.change_chat(asked.id, options=settled)

    @Slot()
    def write_drafts(self) -> None:
        """Writes what was typed since the last time."""
        for chat in self._drafts & self.chats.keys():
            self._queue.do(PutDraft(chat, self._unsent(chat)))
        self._drafts.clear()


def _loading(options: Options) -> tuple[object, ...]:
    """What of the options a model is loaded by."""
    return (options.precision, options.device, options.offload, options.settled)


def anew(options: Options) -> Options:
    """Options for a new chat, that has come to no precision yet."""
    return replace(options, settled="", settled_on="")
