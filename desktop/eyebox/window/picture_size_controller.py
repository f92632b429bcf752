"""The size at which a chat's model is shown pictures: the slider beside the composer, and what the next question takes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from eyebox.program import Program
from eyebox.theme import Theme, set_kind
from eyebox.theme.grown import grown
from eyebox.window.chat_controller import ChatController
from eyebox.workspace.chat_settings import with_settings
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import Estimate
from eyebox_models.protocol.events import ImageInfo

if TYPE_CHECKING:
    from eyebox.picker.resolution import ResolutionSlider

SLIDER_WIDTH = 340


class PictureSizeController(QObject):
    """Opens the slider of a chat, and estimates its next question for it.

    Signals:
        changed: what a chat's next question takes became known.
    """

    changed = Signal()

    def __init__(
        self, program: Program, theme: Theme, chat_controller: ChatController, over: QWidget
    ) -> None:
        """`over`: the window that the slider stands over."""
        super().__init__(over)
        self._program = program
        self._workspace = program.workspace
        self._theme = theme
        self._chat_controller = chat_controller
        self._over = over
        self._popup: tuple[str, ResolutionSlider] | None = None
        self._taken: dict[str, tuple[object, Estimate]] = {}
        self._asked: dict[str, object] = {}
        self._workspace.models.estimated.connect(self._on_estimated)
        self._workspace.pictures.shown.connect(self._on_picture)
        chat_controller.resolution_wanted.connect(self.open)

    @Slot(str)
    def open(self, chat: str) -> None:
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
        self._ask_estimate(chat)
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
            self._ask_estimate(chat)

    @Slot()
    def _on_popup_gone(self) -> None:
        self._popup = None

    @Slot(str)
    def estimate_again(self, chat: str) -> None:
        """Estimates the next question of a chat that has another model, where its pictures' size can be chosen."""
        if self._is_sized(chat):
            self._ask_estimate(chat)

    def _ask_estimate(self, chat: str) -> None:
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
            for chat in filter(self._is_sized, self._chat_controller.all):
                self._ask_estimate(chat)

    def _is_sized(self, chat: str) -> bool:
        """Whether a chat's model can be shown pictures at a size that is chosen."""
        return bool(self._workspace.models.size_rule(self._workspace.chats.chats[chat].model).unit)

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
        self.changed.emit()

    def text_of(self, chat: str) -> str:
        """So many visual tokens, as far as it is known; "" where the model sees pictures at one size only."""
        from eyebox.picker import words

        if not self._is_sized(chat):
            return ""
        estimate = self._estimate_of(chat)
        if estimate is not None and estimate.visual_tokens:
            return words.visual_tokens(estimate.visual_tokens)
        for seen in self._seen(chat):
            if seen.visual_tokens:
                return words.visual_tokens(seen.visual_tokens)
        return self.tr("Picture size")


def sizes_shown(pictures: Pictures) -> list[tuple[int, int]]:
    """The upright size of the picture shown; empty where there is none, or its size is not known yet."""
    record = pictures.records.get(pictures.current or "")
    return [(record.width, record.height)] if record is not None and record.width else []
