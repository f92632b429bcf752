"""One chat: header, transcript, composer. It asks by signals; its owner gives it what to show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from eyebox.chat.chips import PictureNames
from eyebox.chat.composer import Composer
from eyebox.chat.entry import Entry, StreamingAnswer
from eyebox.chat.header import PaneHeader, Trust
from eyebox.chat.loading_line import LoadingLine
from eyebox.chat.presets import Welcome
from eyebox.chat.transcript import Transcript
from eyebox.session.conversation import Conversation
from eyebox.session.types import Turn
from eyebox.theme import Theme
from eyebox.theme.announcing import announce
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.ask import READER
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import BoxFound, Progress
from eyebox_models.protocol.tool_use import ToolUsed

NARROWEST = 320
SAID_CHARACTERS = 1000
"""So much of an answer a screen reader says by itself; the rest is there to be read."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the user asks: `parent` is the turn it follows ("" for a first one).

    `edit_of` is the question it is another version of ("" for a new one); its pictures are kept.
    """

    text: str
    attached: tuple[str, ...] = ()
    parent: str = ""
    edit_of: str = ""


class ChatPane(Retranslated, QWidget):
    """Shows a `Conversation` that its owner changes; after a change the owner calls `sync`.

    `header`, `transcript` and `composer` have signals of their own for what concerns nobody else in the pane.

    Signals:
        asked: a Question; while an answer is coming one that goes on from it waits for that. asked_in_all: in all chats.
        stop_requested: stop the answer that is coming.
        alternative_chosen: id of the turn to be shown instead of its sibling.
        choose_model: the user wants to choose a model.
        activated: the focus came into the pane.
    """

    asked = Signal(object)
    asked_in_all = Signal(object)
    stop_requested = Signal()
    alternative_chosen = Signal(str)
    choose_model = Signal()
    activated = Signal()

    def __init__(self, theme: Theme, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conversation = Conversation()
        self._live: dict[str, StreamingAnswer] = {}
        self._finished: dict[str, Turn] = {}
        self.setMinimumWidth(NARROWEST)
        self.header = PaneHeader(theme, self)
        self.loading = LoadingLine(theme, self)
        self.transcript = Transcript(theme, self)
        self.welcome = Welcome(theme, language, self)
        self.composer = Composer(theme, language, self)
        self._middle = QStackedLayout()
        self._middle.addWidget(self.welcome)
        self._middle.addWidget(self.transcript)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.loading)
        column.addLayout(self._middle, 1)
        column.addWidget(self.composer)
        self._connect_parts()
        self._show_presets()

    def _connect_parts(self) -> None:
        self.header.choose_model.connect(self.choose_model)
        self.transcript.signals.alternative_asked.connect(self._on_alternative_asked)
        self.transcript.signals.edited.connect(self._on_edited)
        self.transcript.signals.model_asked.connect(self.choose_model)
        self.composer.sent.connect(self._on_sent)
        self.composer.sent_to_all.connect(self._on_sent_to_all)
        self.composer.stop_requested.connect(self.stop_requested)
        self.composer.edit.recalled.connect(self.edit_last)
        self.composer.edit.installEventFilter(self)
        self.setFocusProxy(self.composer.edit)
        self.welcome.chosen.connect(self.composer.use_preset)

    @property
    def conversation(self) -> Conversation:
        return self._conversation

    @property
    def answering(self) -> bool:
        """Whether an answer is coming in."""
        return bool(self._live)

    def set_conversation(self, conversation: Conversation) -> None:
        """Shows another chat from its end; answers still coming in the old one are dropped."""
        self._live.clear()
        self._finished.clear()
        self._conversation = conversation
        self.composer.set_answering(False)
        self.transcript.show_entries(())
        self.sync()
        self.transcript.scroll_to_end()

    def set_model(self, model: str, detail: str = "", trust: Trust | None = None) -> None:
        """Names the model ("reader" or a folder) and puts the prompts first that it is for.

        `detail` (its precision) and `trust` (in its boxes) stand beside the name.
        """
        reader = model == READER
        self.header.set_model(model, detail, trust)
        self.composer.presets.set_reader(reader)
        self.welcome.set_reader(reader)

    def set_language(self, language: str) -> None:
        """Shows the prompts of another language ("en", "zh_CN" ...)."""
        self.composer.presets.set_language(language)
        self.welcome.set_language(language)

    def set_picture_names(self, names: PictureNames) -> None:
        """Gives how a picture's id becomes its name and the path of its thumbnail."""
        self.transcript.set_names(names)
        self.composer.set_names(names)

    def set_has_picture(self, has: bool) -> None:
        """Whether there is a picture to ask about."""
        self.welcome.set_has_picture(has)
        self._show_presets()

    def _show_presets(self) -> None:
        """Shows prompts above the field where the middle does not offer them already."""
        offered = self._middle.currentWidget() is self.welcome and self.welcome.offers
        self.composer.presets.setVisible(not offered)

    def focus_composer(self) -> None:
        """Puts the cursor into the field."""
        self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def sync(self) -> None:
        """Shows what the conversation holds now; views of turns that stay are kept."""
        for turn_id in [turn_id for turn_id in self._finished if turn_id in self._conversation]:
            del self._finished[turn_id]
        entries = self._entries()
        self._middle.setCurrentWidget(self.transcript if entries else self.welcome)
        self._show_presets()
        self.transcript.show_entries(entries)

    def begin_answer(self, turn_id: str, parent: str = "", *, plain: bool = False) -> None:
        """An answer to the question `parent` (the last one shown if not given) is coming.

        `plain` says that its text will not be Markdown, as that of the reader.
        """
        leaf = self._conversation.leaf()
        self.show_answer(StreamingAnswer(turn_id, parent or (leaf.id if leaf else ""), plain))

    def show_answer(self, live: StreamingAnswer) -> None:
        """An answer is coming, and so much of it is there already."""
        self._live[live.turn] = live
        self.composer.set_answering(True)
        self.sync()
        self.transcript.scroll_to_end()

    def add_progress(self, turn_id: str, progress: Progress) -> None:
        """Says what is done for an answer that is coming; unknown ids are ignored, here and below."""
        if live := self._live.get(turn_id):
            live.progress = progress
            if view := self.transcript.answer_view(turn_id):
                view.add_progress(progress)

    def set_job_state(self, turn_id: str, state: str, behind: str = "") -> None:
        """Says that an answer waits ("waiting", for the job `behind`), is made ("running") or ends ("stopping")."""
        if live := self._live.get(turn_id):
            live.job_state = state, behind
            if view := self.transcript.answer_view(turn_id):
                view.set_job_state(state, behind)

    def set_pace(self, turn_id: str, rate: float, left: float | None) -> None:
        """Says how fast an answer comes, in tokens a second, and how many seconds it takes at most, where that is known."""
        if turn_id in self._live and (view := self.transcript.answer_view(turn_id)):
            view.set_pace(rate, left)

    def add_text(self, turn_id: str, text: str) -> None:
        """Adds a piece to an answer that is coming."""
        if live := self._live.get(turn_id):
            live.text += text
            if view := self.transcript.answer_view(turn_id):
                view.add_text(text)

    def add_box(self, turn_id: str, found: BoxFound) -> None:
        """Makes the phrase of a box in an answer that is coming a link."""
        if live := self._live.get(turn_id):
            live.boxes.append(found)
            if view := self.transcript.answer_view(turn_id):
                view.add_box(found)

    def add_note(self, turn_id: str, sentence: str) -> None:
        """Says what was done otherwise than asked for an answer that is coming."""
        if live := self._live.get(turn_id):
            live.notes.append(sentence)
            if view := self.transcript.answer_view(turn_id):
                view.show_notes(live.notes)

    def add_use(self, turn_id: str, used: ToolUsed) -> None:
        """Shows what an answer that is coming does with a tool."""
        if live := self._live.get(turn_id):
            live.uses[used.index] = used.use
            if view := self.transcript.answer_view(turn_id):
                view.show_uses(live.uses)

    def end_answer(self, turn: Turn) -> None:
        """Shows an answer as it ended. It stays shown even before the conversation holds it."""
        if self._live.pop(turn.id, None):
            self._finished[turn.id] = turn
        self.composer.set_answering(bool(self._live))
        self.sync()
        if turn.text:
            announce(self, turn.text[:SAID_CHARACTERS])

    @Slot()
    def edit_last(self) -> None:
        """Starts editing the last question shown."""
        questions = [turn for turn in self._conversation.path() if turn.role == "user"]
        if questions:
            self.transcript.edit(questions[-1].id)

    @Slot()
    def answer_again(self) -> None:
        """Asks for another answer to the last question, as its button does."""
        answers = [entry for entry in self.transcript.entries if entry.turn.role == "assistant"]
        if not answers or answers[-1].live:
            return
        self.transcript.scroll_to_end()
        if view := self.transcript.answer_view(answers[-1].id):
            view.answer_again()

    def _entries(self) -> list[Entry]:
        entries: list[Entry] = []
        pictures: tuple[str, ...] = ()
        unsaved = self._unsaved()
        path = self._conversation.path()
        for before, turn in zip(("", *(turn.id for turn in path)), (*path, None), strict=True):
            index, count = self._conversation.alternatives(turn.id) if turn else (0, 0)
            if before in unsaved:
                shown, live = unsaved[before]
                return [*entries, Entry(shown, count, count + 1, pictures, live)]
            if turn:
                pictures += turn.pictures
                entries.append(Entry(turn, index, count, pictures))
        return entries

    def _unsaved(self) -> dict[str, tuple[Turn, StreamingAnswer | None]]:
        """Answers that the conversation does not hold, by the question they answer."""
        finished: dict[str, tuple[Turn, StreamingAnswer | None]] = {
            turn.parent: (turn, None) for turn in self._finished.values()
        }
        coming = {
            live.parent: (Turn("", "assistant", "", id=live.turn, parent=live.parent), live)
            for live in self._live.values()
        }
        return finished | coming

    @Slot(str, tuple)
    def _on_sent(self, text: str, attached: tuple[str, ...]) -> None:
        self.asked.emit(self._question(text, attached))

    @Slot(str, tuple)
    def _on_sent_to_all(self, text: str, attached: tuple[str, ...]) -> None:
        self.asked_in_all.emit(self._question(text, attached))

    def _question(self, text: str, attached: tuple[str, ...]) -> Question:
        entries = self._entries()
        return Question(text, attached, entries[-1].id if entries else "")

    @Slot(str, str)
    def _on_edited(self, turn_id: str, text: str) -> None:
        turn = self._conversation.turn(turn_id)
        self.asked.emit(Question(text, turn.pictures, turn.parent, turn_id))

    @Slot(str, int)
    def _on_alternative_asked(self, turn_id: str, place: int) -> None:
        siblings = self._conversation.siblings(turn_id)
        if 0 <= place < len(siblings):
            self.alternative_chosen.emit(siblings[place].id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.activated.emit()
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        for part in (self.header, self.transcript, self.composer, self.welcome):
            part.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.answering:
            self.stop_requested.emit()
        else:
            super().keyPressEvent(event)
