"""What chats say of their models: name, precision and trust, the size of pictures, what an answer's model saw."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QImageReader, QTransform
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from eyebox.amounts import stage
from eyebox.chat.header import Trust
from eyebox.language import translated
from eyebox.program import Program
from eyebox.session.types import Turn
from eyebox.theme import Theme, set_kind
from eyebox.theme.grown import grown
from eyebox.window.chat_controller import ChatController
from eyebox.window.engine_controller import EngineController
from eyebox.window.notice import Notice
from eyebox.workspace.chat_settings import with_settings
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.ask import READER, ImageInfo, ModelRef, Options, Picture
from eyebox_models.protocol.cards import Estimate, GroundingReport
from eyebox_models.protocol.wire import unpack

if TYPE_CHECKING:
    from eyebox.picker.resolution import ResolutionSlider

SLIDER_WIDTH = 340
TYPING_MS = 500
"""After a question's first letter: what is pasted and sent at once loads its model by itself."""


class ModelController(QObject):
    """Keeps what the panes show of models up to date, and opens what stands behind it."""

    def __init__(
        self,
        program: Program,
        theme: Theme,
        chat_controller: ChatController,
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
        self._looked = False
        self._any_model = False
        self._popup: tuple[str, ResolutionSlider] | None = None
        self._taken: dict[str, tuple[object, Estimate]] = {}
        self._asked: dict[str, object] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_chats)
        self._typed_in = ""
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._expect_question)
        chat_controller.typed.connect(self._on_typed)
        models = self._workspace.models
        models.listed.connect(self.show_chats)
        models.estimated.connect(self._on_estimated)
        models.failed.connect(notice.show_error)
        self._workspace.loaded_model.changed.connect(self.show_chats)
        self._workspace.pictures.shown.connect(self._on_picture)
        self._workspace.answers.ended.connect(self._on_answered)
        loading = self._workspace.loading
        loading.changed.connect(self._show_loading)
        chat_controller.loading_stop_wanted.connect(loading.stop)
        chat_controller.loading_again_wanted.connect(loading.again)
        loading.check_stopped.connect(self._on_check_stopped)
        chat_controller.model_changed.connect(self._on_model_changed)
        chat_controller.resolution_wanted.connect(self.choose_resolution)
        chat_controller.seen_wanted.connect(self.show_seen)

    # The size of pictures

    @Slot(str)
    def choose_resolution(self, chat: str) -> None:
        """Opens the slider above the button of a chat."""
        from eyebox.picker.resolution import ResolutionSlider

        record = self._workspace.chats.chats[chat]
        popup = QFrame(self._over, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_kind(popup, "popup")
        title = QLabel(self.tr("Size at which the model sees pictures"), popup)
        slider = ResolutionSlider(self._theme, popup)
        slider.set_model(self._workspace.models.size_rule(record.model))
        slider.set_options(record.options)
        slider.set_estimate(self._estimate_of(chat))
        slider.sentence.setMinimumHeight(2 * slider.sentence.fontMetrics().lineSpacing())  # it seldom grows
        slider.changed.connect(partial(self._on_resolution, chat, slider))
        popup.destroyed.connect(self._on_popup_gone)
        column = QVBoxLayout(popup)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(slider)
        popup.setFixedWidth(grown(SLIDER_WIDTH))
        self._popup = (chat, slider)
        self.ask_estimate(chat)
        self._fit_popup()
        popup.show()
        slider.slider.setFocus()

    def _fit_popup(self) -> None:
        """Gives the popup the height of its texts, above its button."""
        assert self._popup is not None
        chat, slider = self._popup
        popup, button = slider.window(), self._chat_controller.pane(chat).composer.resolution
        layout = slider.layout()
        assert layout is not None
        layout.activate()  # or the popup does not know yet that a text in it has changed
        popup.adjustSize()
        popup.move(button.mapToGlobal(QPoint(button.width() - popup.width(), -popup.height() - 8)))

    def _on_resolution(self, chat: str, slider: ResolutionSlider, _value: object) -> None:
        if chat in self._workspace.chats.chats:
            self._workspace.chats.change_chat(
                chat, options=slider.applied(self._workspace.chats.chats[chat].options)
            )
            self._fit_popup()
            self.ask_estimate(chat)

    @Slot()
    def _on_popup_gone(self) -> None:
        self._popup = None

    @Slot(str)
    def estimate_again(self, chat: str) -> None:
        """Estimates the next question of a chat that has another model, where its pictures' size can be chosen."""
        if chat in self._sized_chats():
            self.ask_estimate(chat)

    def ask_estimate(self, chat: str) -> None:
        """Estimates the next question of a chat about the picture shown."""
        record = self._workspace.chats.chats[chat]
        self._asked[chat] = self._about(chat)
        self._workspace.models.estimate(
            chat, record.model, self._workspace.chats.options_of(chat), sizes_shown(self._workspace.pictures)
        )

    def _about(self, chat: str) -> object:
        """What an estimate of a chat's next question hangs on: model, its options, and the picture shown."""
        record = self._workspace.chats.chats[chat]
        options = replace(record.options, settled="", settled_on="")
        options = with_settings(options, Options(max_new_tokens=options.max_new_tokens))
        return record.model, options, self._workspace.pictures.current, sizes_shown(self._workspace.pictures)

    def _estimate_of(self, chat: str) -> Estimate | None:
        """What the next question of a chat takes, where that was worked out for it as it is now."""
        about, estimate = self._taken.get(chat, (None, None))
        return estimate if about == self._about(chat) else None

    def _without_kept(self, chat: str, estimate: Estimate) -> Estimate:
        """Without a time where the model in memory was shown this picture before: it need not look at it again."""
        record = self._workspace.chats.chats[chat]
        held = self._workspace.loaded_model.model == record.model
        shown = any(seen.resized in estimate.resized for seen in self._seen(chat))
        return replace(estimate, seconds_to_first_token=None) if held and shown else estimate

    def _seen(self, chat: str) -> list[ImageInfo]:
        """How the chat's model was shown the picture that is shown now, the latest first."""
        asking, current = self._workspace.chats, self._workspace.pictures.current
        conversation, model = asking.conversation(chat), asking.chats[chat].model
        found: list[ImageInfo] = []
        pictures: list[str] = []
        for turn in conversation.path():
            pictures += [p for p in turn.pictures if self._workspace.pictures.parts.picture_of(p)]
            seen = turn.answer.seen if turn.answer is not None and turn.model == model else ()
            shown = {at for at, picture in enumerate(pictures) if picture == current}
            found += [one for one in seen if shown.intersection(one.frames or (one.image,))]
        return found[::-1]

    @Slot(object)
    def _on_picture(self, _record: object) -> None:
        """Another picture costs something else; no engine is started for that."""
        if self._program.lanes["library"].alive:
            for chat in self._sized_chats():
                self.ask_estimate(chat)

    def _sized_chats(self) -> list[str]:
        """The chats whose model can be shown pictures at a size that is chosen."""
        return [
            chat
            for chat in self._chat_controller.all
            if self._workspace.models.size_rule(self._workspace.chats.chats[chat].model).unit
        ]

    @Slot(str, str, object, str)
    def _on_estimated(self, owner: str, _model: str, estimate: Estimate | None, sentence: str) -> None:
        if owner not in self._workspace.chats.chats or self._asked.get(owner) != self._about(owner):
            return
        if estimate is not None:
            estimate = self._without_kept(owner, estimate)
            self._taken[owner] = (self._asked[owner], estimate)
        if self._popup is not None and self._popup[0] == owner:
            slider = self._popup[1]
            slider.set_estimate(estimate) if estimate is not None else slider.sentence.setText(sentence)
            self._fit_popup()
        self.show_chats()

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

        sized = self._sized_chats()
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
            pane.composer.set_resolution(self._tokens(chat) if chat in sized else "")
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

    def _tokens(self, chat: str) -> str:
        """So many visual tokens, as far as it is known."""
        from eyebox.picker import words

        estimate = self._estimate_of(chat)
        if estimate is not None and estimate.visual_tokens:
            return words.visual_tokens(estimate.visual_tokens)
        for seen in self._seen(chat):
            if seen.visual_tokens:
                return words.visual_tokens(seen.visual_tokens)
        return self.tr("Picture size")

    # What the model saw

    @Slot(object)
    def show_seen(self, turn: Turn) -> None:
        """Shows the pictures of an answer at the sizes that its model saw."""
        if turn.answer is None:
            return
        way = self._workspace.chats.conversation(turn.chat).path_to(turn.id)
        pictures = [p for step in way for p in step.pictures if self._workspace.pictures.parts.picture_of(p)]
        names = [self._workspace.pictures.parts.name_of(p) for p in pictures]

        def image_of(index: int) -> QImage | None:
            picture = (
                self._workspace.pictures.parts.picture_of(pictures[index]) if index < len(pictures) else None
            )
            return _image(picture) if picture else None

        from eyebox.picker.seen import SeenView

        view = SeenView(self._theme, turn.answer, image_of, names, self._over)
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.open()


def sizes_shown(pictures: Pictures) -> list[tuple[int, int]]:
    """The upright size of the picture shown; empty where there is none, or its size is not known yet."""
    record = pictures.records.get(pictures.current or "")
    return [(record.width, record.height)] if record is not None and record.width else []


def _image(picture: Picture) -> QImage | None:
    """A picture upright and turned, None where Qt can't open it."""
    reader = QImageReader(picture.path)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return None
    image = image.transformed(QTransform().rotate(90 * picture.turns))
    if picture.part is not None:
        x1, y1, x2, y2 = picture.part
        image = image.copy(x1, y1, x2 - x1, y2 - y1)
    return image
