"""How chats' answers are made: what was chosen for a chat, presets of it, and what new chats begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from eyebox.session.rows import options_from_data, options_to_data
from eyebox.session.store import Store
from eyebox.session.writes import SetState
from eyebox.workspace.chats import Chats, anew
from eyebox.workspace.history import History, Step
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.ask import GENERATION, ModelRef, Options

KEY = "chat_settings"
NAMES = (*GENERATION, "adapter")


class ChatSettings(QObject):
    """Presets are of GENERATION alone; which adapter goes with them is a matter of the chat.

    Signals: changed: presets, or what new chats begin with, are others.
    """

    changed = Signal()

    def __init__(
        self, store: Store, queue: WriteQueue, history: History, chats: Chats, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._history = history
        self._chats = chats
        state = store.get_state("", KEY, {})
        self._state: dict[str, Any] = state if isinstance(state, dict) else {}
        chats.begin_with = self.begin_with

    # One chat

    def change(self, chat: str, settings: Options) -> None:
        """Gives a chat the settings among these options; `remember` makes a step of it that can be undone."""
        record = self._chats.chats.get(chat)
        if record is not None:
            options = with_settings(record.options, settings)
            if options != record.options:
                self._chats.change_chat(chat, options=options)

    def remember(self, chat: str, before: Options) -> None:
        """Lets Ctrl+Z give a chat the settings back that it had `before`, where it has others now."""
        record = self._chats.chats.get(chat)
        if record is None or with_settings(record.options, before) == record.options:
            return
        after = record.options

        def give(settings: Options) -> bool:
            there = chat in self._chats.chats
            self.change(chat, settings)
            return there

        text = self.tr("Settings of the chat")
        self._history.do(record.session, Step(text, lambda: give(after), lambda: give(before)))

    def start_with_preset(self, chat: str) -> None:
        """A chat in which nothing was said or chosen takes the default preset of its model."""
        record = self._chats.chats[chat]
        preset = self._default_preset(record.model)
        untouched = with_settings(record.options, Options()) == record.options
        if preset is not None and untouched and not len(self._chats.conversation(chat)):
            self._chats.change_chat(chat, options=with_settings(record.options, preset, GENERATION))

    # Presets

    @property
    def presets(self) -> dict[str, Options]:
        """The presets by name, in the order of the alphabet."""
        kept = self._state.get("presets", {})
        names = sorted(kept, key=str.casefold) if isinstance(kept, dict) else []
        return {name: options_from_data(kept[name]) for name in names}

    def save_preset(self, name: str, settings: Options) -> None:
        """Keeps settings under a name, in the place of those that it had."""
        data = options_to_data(with_settings(Options(), settings, GENERATION))
        self._change(
            self.tr("Save the preset %1").replace("%1", name), presets={**self._part("presets"), name: data}
        )

    def remove_preset(self, name: str) -> None:
        kept = {other: data for other, data in self._part("presets").items() if other != name}
        models = {model: preset for model, preset in self._part("of_models").items() if preset != name}
        self._change(self.tr("Remove the preset %1").replace("%1", name), presets=kept, of_models=models)

    def default_preset(self, model: str) -> str:
        """The name of the preset with which new chats of a model begin, "" for none."""
        name = self._part("of_models").get(model, "")
        return name if name in self._part("presets") else ""

    def set_default_preset(self, model: str, name: str) -> None:
        """Lets new chats of a model begin with a preset; "" for none."""
        others = {other: preset for other, preset in self._part("of_models").items() if other != model}
        self._change(self.tr("Preset of new chats"), of_models={**others, model: name} if name else others)

    def _default_preset(self, model: str) -> Options | None:
        return self.presets.get(self.default_preset(model))

    # New chats

    @property
    def model_of_new_chats(self) -> str:
        """What new chats begin with, "" where that was not chosen."""
        model = self._part("new_chats").get("model", "")
        return model if isinstance(model, str) else ""

    def set_model_of_new_chats(self, model: str, options: Options) -> None:
        """Lets new chats begin with a model, loaded as `options` say; "" for that of the chat beside them."""
        data = options_to_data(with_settings(anew(options), Options()))
        chosen = {"model": model, "options": data} if model else {}
        self._change(self.tr("Model of new chats"), new_chats=chosen)

    def begin_with(self, beside: str) -> tuple[ModelRef, Options]:
        """Model and options of a new chat, `beside` another one or alone."""
        model, options = self._chats.like(beside)
        if chosen := self.model_of_new_chats:
            is_other = chosen != model
            model = ModelRef(chosen)
            kept = options_from_data(self._part("new_chats").get("options"))
            options = kept if is_other else options
        preset = self._default_preset(model)
        return model, options if preset is None else with_settings(options, preset, GENERATION)

    # What is kept

    def _part(self, name: str) -> dict[str, Any]:
        part = self._state.get(name, {})
        return part if isinstance(part, dict) else {}

    def _change(self, text: str, **parts: Mapping[str, Any]) -> None:
        before, after = self._state, {**self._state, **parts}

        def keep(state: dict[str, Any]) -> bool:
            self._state = state
            self._queue.do(SetState("", KEY, state))
            self.changed.emit()
            return True

        if after != before:
            self._history.do("", Step(text, lambda: keep(after), lambda: keep(before)))


def with_settings(options: Options, settings: Options, names: tuple[str, ...] = NAMES) -> Options:
    """Options with those of other options that say how an answer is made, and nothing of how the model is loaded."""
    return replace(options, **{name: getattr(settings, name) for name in names})
