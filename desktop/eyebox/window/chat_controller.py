"""Joins the chat panes with what asks and answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from eyebox.chat.entry import StreamingAnswer
from eyebox.chat.generation_words import described
from eyebox.chat.pane import ChatPane, Question
from eyebox.chat.panes import ChatPanes
from eyebox.crop_images import CropOf
from eyebox.session.types import ChatRecord, PictureRecord, Turn, whole_picture
from eyebox.theme import Theme
from eyebox.window.attaching import Attaching
from eyebox.workspace.answers import Answers
from eyebox.workspace.chats import Chats
from eyebox.workspace.crops import Crops
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox_models.files.document_page import moment_of
from eyebox_models.protocol.ask import READER, Options
from eyebox_models.protocol.events import BoxFound, Progress
from eyebox_models.protocol.tool_use import ToolUsed

REGION = 640
"""Pixels of the longer side of a region that a tool was about, as its card shows it."""
WANTED = 8
"""Regions that are brought at once."""


class ChatController(QObject):
    """One pane a chat of the session.

    Signals:
        count_changed: how many panes there are now.
        close_requested, model_wanted, settings_wanted, resolution_wanted: chat id.
        phrase_hovered, phrase_clicked: box id. seen_wanted: Turn.
        models_dropped: folders of models that were dropped on a chat.
        typed: chat whose question is being typed.
        loading_stop_wanted, loading_again_wanted: of the model that is being loaded, or could not be.
        model_changed: id of a chat whose pane is new, or that has another model or other options.
        escaped: Escape was pressed in a chat's field, with nothing to stop.
    """

    count_changed = Signal(int)
    close_requested = Signal(str)
    model_wanted = Signal(str)
    settings_wanted = Signal(str)
    resolution_wanted = Signal(str)
    models_dropped = Signal(list)
    typed = Signal(str)
    loading_stop_wanted = Signal()
    loading_again_wanted = Signal()
    seen_wanted = Signal(object)
    model_changed = Signal(str)
    phrase_hovered = Signal(str)
    phrase_clicked = Signal(str)
    escaped = Signal()

    def __init__(
        self,
        theme: Theme,
        chats: Chats,
        answers: Answers,
        panes: ChatPanes,
        pictures: Pictures,
        opening: Opening,
        regions: Crops,
        ask_files: Callable[[str, Callable[[list[str]], object]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chats = chats
        self._answers = answers
        self._panes = panes
        self._pictures = pictures
        self._regions = regions
        self._wanted: list[CropOf] = []
        self.attaching = Attaching(theme, chats, panes, pictures, opening, ask_files, self)
        self._by_chat: dict[str, ChatPane] = {}
        self.attaching.models_dropped.connect(self.models_dropped)
        panes.split_requested.connect(self.add)
        panes.close_requested.connect(self.close_requested)
        chats.opened.connect(self._show)
        chats.closed.connect(self._on_closed)
        chats.changed.connect(self._on_changed)
        chats.turn_added.connect(self._on_turn_added)
        answers.begun.connect(self._on_begun)
        answers.progress.connect(self._on_progress)
        answers.job_state_changed.connect(self._on_job_state)
        answers.text.connect(self._on_text)
        answers.box.connect(self._on_box)
        answers.note.connect(self._on_note)
        answers.tool.connect(self._on_tool)
        answers.pace.connect(self._on_pace)
        answers.ended.connect(self._on_ended)
        chats.path_changed.connect(self._on_path_changed)
        chats.restored.connect(self._on_restored)
        chats.next_changed.connect(self._on_next_changed)
        chats.taken_back.connect(self._on_taken_back)
        pictures.shown.connect(self._on_picture_shown)
        pictures.thumbnails.ready.connect(self._on_thumbnail)

    def pane(self, chat: str) -> ChatPane:
        return self._by_chat[chat]

    @property
    def active(self) -> str:
        """The chat whose pane had the focus last."""
        return self._panes.active

    def add(self, beside: str = "") -> None:
        """A new chat in a pane of its own, with the model of the one beside it, or the one for new chats."""
        record = self._chats.add_chat(*self._chats.begin_with(beside))
        self._by_chat[record.id].focus_composer()

    def add_with_pictures(self, chat: str) -> None:
        """A new chat like another one, its pictures attached to what is asked first."""
        asked = [turn.pictures for turn in self._chats.conversation(chat).path()]
        there = dict.fromkeys(p for pictures in asked for p in pictures if p in self._pictures.records)
        record = self._chats.add_chat(*self._chats.like(chat))
        pane = self._by_chat[record.id]
        pane.composer.set_attached(tuple(there))
        pane.focus_composer()

    def set_model(self, chat: str, model: str, options: Options | None = None) -> None:
        """Gives a chat another model, or other options for it."""
        self._chats.change_chat(chat, model=model, options=options)
        self._by_chat[chat].set_model(model)
        self.model_changed.emit(chat)

    @property
    def all(self) -> dict[str, ChatPane]:
        """The panes by chat."""
        return dict(self._by_chat)

    def show_turn(self, turn: str) -> None:
        """Brings a question or an answer into sight, also one that another alternative hides."""
        for chat, pane in self._by_chat.items():
            conversation = self._chats.conversation(chat)
            if turn in conversation:
                for step in conversation.path_to(turn):
                    self._chats.choose(chat, step.id)
                self._panes.set_active(chat)
                pane.transcript.scroll_to(turn)

    def set_language(self, language: str) -> None:
        for pane in self._by_chat.values():
            pane.set_language(language)

    def set_lit(self, box_id: str) -> None:
        """Lights the phrase of a box wherever it stands."""
        for pane in self._by_chat.values():
            pane.transcript.set_lit(box_id)

    def show_open(self) -> None:
        """Shows the chats that are open already, with what has come of their answers."""
        for record in self._chats.chats.values():
            self._show(record, -1)

    @Slot(object, int)
    def _show(self, record: ChatRecord, place: int) -> None:
        chat = record.id
        pane = ChatPane(self._theme, self._chats.language, self._panes.splitter)
        self._by_chat[chat] = pane
        pane.set_picture_names(self._face)
        pane.set_has_picture(self._pictures.current is not None or self._pictures.is_coming)
        pane.header.set_title(record.title)
        pane.set_model(record.model)
        pane.header.set_settings(described(record.options))
        pane.set_conversation(self._chats.conversation(chat))
        for running in self._answers.running(chat):
            turn = running.turn
            pane.show_answer(
                StreamingAnswer(
                    turn.id, turn.parent, turn.model == READER, running.text, [*running.boxes], running.progress,
                    [*running.notes], {**running.uses}, running.job_state,
                )
            )  # fmt: skip
        pane.composer.set_draft(record.draft)
        pane.composer.set_next([waiting.text for waiting in self._chats.next_in(chat)])
        pane.asked.connect(partial(self._on_asked, chat))
        pane.asked_in_all.connect(partial(self._on_asked_in_all, chat))
        pane.composer.anew_requested.connect(partial(self.add_with_pictures, chat))
        pane.composer.taken_back.connect(partial(self._on_next_unwanted, chat))
        pane.transcript.signals.regenerate_asked.connect(partial(self._chats.regenerate, chat))
        pane.transcript.signals.sample_asked.connect(partial(self._chats.sample, chat))
        pane.transcript.signals.parts_asked.connect(partial(self._chats.in_parts, chat))
        pane.transcript.signals.repeats = partial(self._chats.repeats, chat)
        pane.transcript.signals.region = self._region
        self._regions.changed.connect(pane.transcript.show_regions)
        pane.stop_requested.connect(partial(self._answers.stop, chat))
        pane.composer.escaped.connect(self.escaped)
        pane.alternative_chosen.connect(partial(self._chats.choose, chat))
        pane.transcript.signals.phrase_hovered.connect(self.phrase_hovered)
        pane.transcript.signals.phrase_clicked.connect(self.phrase_clicked)
        pane.loading.stop_wanted.connect(self.loading_stop_wanted)
        pane.loading.again_wanted.connect(self.loading_again_wanted)
        pane.choose_model.connect(partial(self.model_wanted.emit, chat))
        pane.header.settings_requested.connect(partial(self.settings_wanted.emit, chat))
        pane.composer.choose_resolution.connect(partial(self.resolution_wanted.emit, chat))
        pane.transcript.signals.seen_asked.connect(partial(self._on_seen, chat))
        pane.header.title_changed.connect(partial(self._chats.change_chat, chat))
        pane.composer.draft_changed.connect(partial(self._chats.set_draft, chat))
        pane.composer.draft_changed.connect(lambda _text: self.typed.emit(chat))
        pane.composer.attach_requested.connect(partial(self.attaching.attach, chat))
        pane.composer.edit.image_pasted.connect(partial(self.attaching.add_image, chat))
        pane.composer.edit.files_dropped.connect(partial(self.attaching.add_files, chat))
        pane.transcript.signals.link_clicked.connect(self._open_link)
        self._panes.add(chat, pane, place)
        self.count_changed.emit(len(self._by_chat))
        self.model_changed.emit(chat)

    @Slot(str)
    def _on_closed(self, chat: str) -> None:
        pane = self._by_chat.pop(chat)
        focus = QApplication.focusWidget()
        had_focus = focus is not None and pane.isAncestorOf(focus)
        self._panes.remove(chat)
        pane.deleteLater()
        if self._by_chat:
            self.count_changed.emit(len(self._by_chat))
            if had_focus:
                self.focus()

    @Slot(str)
    def _on_restored(self, chat: str) -> None:
        self._panes.set_active(chat)
        self.focus()

    @Slot()
    def focus(self) -> None:
        """Puts the cursor into the active chat, where chats are shown."""
        pane = self._by_chat[self.active]
        if self._panes.isVisible():
            pane.focus_composer()

    def step(self, by: int) -> None:
        """Goes to the chat so many places further right, round at the ends."""
        order = self._panes.chats
        self._panes.set_active(order[(order.index(self.active) + by) % len(order)])
        self.focus()

    @Slot(str)
    def _on_changed(self, chat: str) -> None:
        if pane := self._by_chat.get(chat):
            pane.header.set_title(self._chats.chats[chat].title)
            pane.header.set_settings(described(self._chats.chats[chat].options))

    def _face(self, picture: str) -> tuple[str, str]:
        name = self._pictures.parts.name_of(picture)
        if not name:
            return self.tr("removed picture"), ""
        moment = moment_of(
            self._pictures.path_of(picture)
        )  # there are many frames of a video: short ones fit side by side
        return moment.clock if moment is not None else name, self._pictures.thumbnails.get(picture)

    def _region(self, picture: str, box: tuple[int, int, int, int]) -> QImage:
        """A region of a picture of a question, which may be a part of one; a null image until it has come."""
        shown = self._pictures.parts.picture_of(picture)
        if shown is None:
            return QImage()
        left, top = shown.part[:2] if shown.part else (0, 0)
        rect = (box[0] + left, box[1] + top, box[2] + left, box[3] + top)
        wanted = CropOf(whole_picture(picture), rect, REGION, 0.0)
        if (found := self._regions.get(wanted)) is not None:
            return found.image
        if not self._regions.problem(wanted) and wanted not in self._wanted:
            self._wanted = [*self._wanted[1 - WANTED :], wanted]
            self._regions.want(self._wanted)
        return QImage()

    # From a pane

    def _on_asked(self, chat: str, question: Question) -> None:
        pictures = question.attached
        if not question.edit_of:
            pictures = self.attaching.with_current(chat, pictures)
        self._chats.ask(chat, question.text, pictures, parent=question.parent)
        self._chats.set_draft(chat, self._by_chat[chat].composer.draft)

    def _on_asked_in_all(self, chat: str, question: Question) -> None:
        self._on_asked(chat, question)
        for other in self._panes.chats:
            if other != chat:
                self._chats.ask(other, question.text, self.attaching.with_current(other, question.attached))

    def _on_next_unwanted(self, chat: str, place: int) -> None:
        self._chats.take_back(chat, self._chats.next_in(chat)[place])

    @Slot(str)
    def _on_next_changed(self, chat: str) -> None:
        if pane := self._by_chat.get(chat):
            pane.composer.set_next([waiting.text for waiting in self._chats.next_in(chat)])

    @Slot(str, tuple)
    def _on_taken_back(self, chat: str, pictures: tuple[str, ...]) -> None:
        if pane := self._by_chat.get(chat):
            pane.composer.set_draft(self._chats.chats[chat].draft)
            pane.composer.set_attached((*pictures, *pane.composer.attached))

    def _on_seen(self, chat: str, turn: str) -> None:
        conversation = self._chats.conversation(chat)
        if turn in conversation:
            self.seen_wanted.emit(conversation.turn(turn))

    @Slot(str)
    def _open_link(self, address: str) -> None:
        from eyebox.window.links import ask_to_open

        ask_to_open(self._panes, address)

    @Slot(object)
    def _on_picture_shown(self, record: PictureRecord | None) -> None:
        for pane in self._by_chat.values():
            pane.set_has_picture(record is not None or self._pictures.is_coming)

    @Slot(str, str)
    def _on_thumbnail(self, _picture: str, _file: str) -> None:
        for pane in self._by_chat.values():
            pane.set_picture_names(self._face)

    # From what answers

    @Slot(str, object)
    def _on_turn_added(self, chat: str, _turn: Turn) -> None:
        if pane := self._by_chat.get(chat):
            pane.sync()

    @Slot(str, object)
    def _on_begun(self, chat: str, turn: Turn) -> None:
        if pane := self._by_chat.get(chat):
            pane.begin_answer(turn.id, turn.parent, plain=turn.model == READER)

    @Slot(str, str, object)
    def _on_progress(self, chat: str, turn: str, progress: Progress) -> None:
        if pane := self._by_chat.get(chat):
            pane.add_progress(turn, progress)

    @Slot(str, str, str, str)
    def _on_job_state(self, chat: str, turn: str, state: str, behind: str) -> None:
        if pane := self._by_chat.get(chat):
            pane.set_job_state(turn, state, behind)

    @Slot(str, str, str)
    def _on_text(self, chat: str, turn: str, text: str) -> None:
        if pane := self._by_chat.get(chat):
            pane.add_text(turn, text)

    @Slot(str, str, object)
    def _on_box(self, chat: str, turn: str, found: BoxFound) -> None:
        if pane := self._by_chat.get(chat):
            pane.add_box(turn, found)

    @Slot(str, str, object)
    def _on_tool(self, chat: str, turn: str, used: ToolUsed) -> None:
        if pane := self._by_chat.get(chat):
            pane.add_use(turn, used)

    @Slot(str, str, str)
    def _on_note(self, chat: str, turn: str, sentence: str) -> None:
        if pane := self._by_chat.get(chat):
            pane.add_note(turn, sentence)

    @Slot(str, str, float, object)
    def _on_pace(self, chat: str, turn: str, rate: float, left: float | None) -> None:
        if pane := self._by_chat.get(chat):
            pane.set_pace(turn, rate, left)

    @Slot(str, object)
    def _on_ended(self, chat: str, turn: Turn) -> None:
        if pane := self._by_chat.get(chat):
            pane.end_answer(turn)

    @Slot(str)
    def _on_path_changed(self, chat: str) -> None:
        if pane := self._by_chat.get(chat):
            pane.sync()
