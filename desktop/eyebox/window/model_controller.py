"""What chats say of their models: name, precision and trust, that one is being loaded, what an answer's model saw."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from eyebox.amounts import stage
from eyebox.chat.header import Trust
from eyebox.crop_images import CropOf
from eyebox.language import translated
from eyebox.program import Program
from eyebox.session.types import Turn, whole_picture
from eyebox.theme import Theme
from eyebox.window.chat_controller import ChatController
from eyebox.window.engine_controller import EngineController
from eyebox.window.notice import Notice
from eyebox.window.picture_size_controller import PictureSizeController
from eyebox_models.protocol.ask import READER, ModelRef
from eyebox_models.protocol.cards import GroundingReport
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.protocol.wire import unpack

TYPING_MS = 500
"""After a question's first letter: what is pasted and sent at once loads its model by itself."""


class ModelController(QObject):
    """Keeps what the panes show of models up to date, and opens what stands behind it."""

    def __init__(
        self,
        program: Program,
        theme: Theme,
        chat_controller: ChatController,
        picture_size: PictureSizeController,
        notice: Notice,
        engine_controller: EngineController,
        over: QWidget,
    ) -> None:
        """`over`: the window that dialogs stand over."""
        super().__init__(over)
        self._program = program
        self._workspace = program.workspace
        self._theme = theme
        self._chat_controller = chat_controller
        self._notice = notice
        self._engine_controller = engine_controller
        self._over = over
        self._picture_size = picture_size
        self._looked = False
        self._any_model = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_chats)
        self._typed_in = ""
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._expect_question)
        chat_controller.typed.connect(self._on_typed)
        models = self._workspace.models
        models.listed.connect(self.show_chats)
        models.failed.connect(notice.show_error)
        self._picture_size.changed.connect(self.show_chats)
        self._workspace.loaded_model.changed.connect(self.show_chats)
        self._workspace.answers.ended.connect(self._on_answered)
        loading = self._workspace.loading
        loading.changed.connect(self._show_loading)
        chat_controller.loading_stop_wanted.connect(loading.stop)
        chat_controller.loading_again_wanted.connect(loading.again)
        loading.check_stopped.connect(self._on_check_stopped)
        chat_controller.model_changed.connect(self._on_model_changed)
        chat_controller.seen_wanted.connect(self.show_seen)

    # What a chat says of its model

    @Slot(str)
    def _on_model_changed(self, chat: str) -> None:
        """Shows it soon, for all chats at once."""
        self._any_model |= self._workspace.chats.chats[chat].model != READER
        if self._any_model:
            self._soon.start()

    @Slot()
    def use_for_new_chats(self) -> None:
        """New chats begin with the model of the active one from now on; or no more, where they do."""
        settings = self._workspace.chat_settings
        record = self._workspace.chats.chats[self._chat_controller.active]
        on = settings.model_of_new_chats != record.model
        settings.set_model_of_new_chats(record.model if on else "", record.options)
        name = self.tr("Reader") if record.model == READER else record.model.short_name
        text = (
            self.tr("New chats begin with %1.")
            if on
            else self.tr("New chats begin with the model beside them.")
        )
        self._notice.show_notice(text.replace("%1", name), self.tr("Undo"), self._workspace.history.undo)

    # A model on its way into memory

    @Slot(str)
    def _on_typed(self, chat: str) -> None:
        if chat != self._typed_in or not self._typing.isActive():
            self._typed_in = chat
            self._typing.start()

    @Slot()
    def _expect_question(self) -> None:
        """Has the model of the chat in which a question is being typed loaded, where it is not in memory."""
        pane = self._chat_controller.all.get(self._typed_in)
        if pane is None or not pane.composer.draft.strip():
            return
        record = self._workspace.chats.chats[self._typed_in]
        if record.model.kind not in ("folder", "name"):
            return
        if record.model != self._workspace.loaded_model.model and self._workspace.model_engine.can_run():
            self._workspace.loading.expect(record.model, self._workspace.chats.options_of(self._typed_in))

    @Slot()
    def _show_loading(self) -> None:
        """Below the head of every chat with the model that is being loaded, or could not be."""
        loading = self._workspace.loading
        for chat, pane in self._chat_controller.all.items():
            concerned = bool(loading.model) and self._workspace.chats.chats[chat].model == loading.model
            if loading.model == self._workspace.loaded_model.model:
                concerned = False  # it is there already, only that it is as it was wanted has to be seen
            if concerned and loading.progress is not None:
                text = stage(loading.progress)
                if loading.stopping:
                    text = self.tr("Stopping…")
                elif loading.behind:
                    text = self.tr("It is loaded after “%1”").replace("%1", loading.behind)
                pane.loading.show_progress(text, None if loading.behind else loading.progress.fraction)
            else:
                pane.loading.show_failed(loading.failed if concerned else "")

    @Slot()
    def _on_check_stopped(self) -> None:
        self._notice.show_notice(
            self.tr(
                "The check of boxes was stopped, so that the model can be used now. It can be made again."
            )
        )

    @Slot()
    def show_chats(self) -> None:
        """Names model, precision and trust in every chat, and the size of pictures beside its composer."""
        if not self._any_model:
            return  # all ask the reader
        from eyebox.picker import words

        models = {self._workspace.chats.chats[chat].model for chat in self._chat_controller.all}
        if not self._looked and any(map(self._workspace.models.is_outdated, models)):
            self._looked = True
            self._workspace.models.refresh()
        self._show_loading()
        for chat, pane in self._chat_controller.all.items():
            record = self._workspace.chats.chats[chat]
            server = self._workspace.servers.of(record.model)
            chosen = self._precision(chat) if record.model.engine == "model" else ""
            detail = server.host if server is not None else words.precision(chosen) if chosen else ""
            pane.set_model(record.model, detail, self._trust(chat))
            pane.composer.set_resolution(self._picture_size.text_of(chat))
            pane.composer.context.set_used(*self._context(chat))

    @Slot(str, object)
    def _on_answered(self, chat: str, turn: Turn) -> None:
        self.show_chats()
        server = self._workspace.servers.of(turn.model)
        if turn.state == "failed" and server is not None and not server.pictures:
            self._notice.show_error(
                self.tr("Pictures stay on this machine until you say that they may go to %1.").replace(
                    "%1", server.host
                ),
                self.tr("Allow, and ask again"),
                partial(self._allow_pictures, server.name, chat, turn.id),
            )
        if (
            turn.state == "failed"
            and ModelRef(turn.model).engine == "model"
            and not self._workspace.model_engine.can_run()
        ):
            self._notice.show_error(
                self.tr(
                    "Nothing on this machine can run models yet: the model engine has to be added first."
                ),
                self.tr("Add the model engine…"),
                self._engine_controller.open,
            )

    def _allow_pictures(self, name: str, chat: str, answer: str) -> None:
        self._workspace.servers.allow_pictures(name, True)
        self._workspace.chats.regenerate(chat, answer)

    def _context(self, chat: str) -> tuple[int, int]:
        """Tokens that the chat has taken of its model's context, and how many that has; 0 where it is unknown."""
        model = self._workspace.chats.chats[chat].model
        context = self._workspace.models.facts(model).get("context", 0)
        for turn in reversed(self._workspace.chats.conversation(chat).path()):
            if turn.answer is not None and turn.model == model and turn.answer.tokens_in:
                return turn.answer.tokens_in + turn.answer.tokens_out, context
        return 0, context

    def _precision(self, chat: str) -> str:
        """What a chat's model runs in, or will: what its last answer ran in, what was chosen, or what a plan came to."""
        record = self._workspace.chats.chats[chat]
        options = self._workspace.loaded_model.settled(record.model, record.options)
        return options.settled or (options.precision if options.precision != "auto" else "")

    def _trust(self, chat: str) -> Trust | None:
        facts = self._workspace.models.facts(self._workspace.chats.chats[chat].model)
        found = facts.get("grounding", {}).get(self._precision(chat))
        if not found:
            return None
        from eyebox.picker import words

        trusted, why, error = found
        said = translated(unpack(why) if isinstance(why, dict) else str(why))
        report = GroundingReport(0, 0, error, bool(trusted), said)
        text = words.grounding(report)
        return bool(trusted), f"{text[:1].upper()}{text[1:]}" + ("" if trusted else f": {said}")

    # What the model saw

    @Slot(object)
    def show_seen(self, turn: Turn) -> None:
        """Shows the pictures of an answer at the sizes that its model saw."""
        if turn.answer is None:
            return
        pictures, crops = self._workspace.pictures, self._workspace.seen
        way = self._workspace.chats.conversation(turn.chat).path_to(turn.id)
        shown = [p for step in way for p in step.pictures if pictures.parts.picture_of(p)]

        def image_of(seen: ImageInfo) -> QImage | None:
            found = pictures.parts.picture_of(shown[seen.image]) if seen.image < len(shown) else None
            record = pictures.records.get(whole_picture(shown[seen.image])) if found else None
            if found is None or record is None:
                return None
            rect = found.part or (0, 0, record.width or seen.width, record.height or seen.height)
            wanted = CropOf(record.id, rect, max(seen.resized), 0.0)
            if (crop := crops.get(wanted)) is not None:
                return crop.of(rect)
            if crops.problem(wanted):
                return None
            crops.want([wanted])
            return QImage()

        from eyebox.picker.seen import SeenView

        view = SeenView(
            self._theme, turn.answer, image_of, list(map(pictures.parts.name_of, shown)), self._over
        )
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        crops.changed.connect(view.show_picture)
        view.finished.connect(crops.clear)
        view.open()
