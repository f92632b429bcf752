"""The settings of a chat's answers: the popover below its button, the editor of its schema, folders of adapters."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from eyebox.language import translated
from eyebox.theme import Theme
from eyebox.window.chat_controller import ChatController
from eyebox.workspace.chat_settings import ChatSettings
from eyebox.workspace.chats import Chats
from eyebox.workspace.models import Models
from eyebox_models.protocol.ask import READER, ModelRef, Options
from eyebox_models.protocol.cards import AdapterCard

if TYPE_CHECKING:
    from eyebox.chat.generation_popover import AdapterChoice, GenerationPopover, Uses


class GenerationController(QObject):
    """Joins the popover with the chats, their models and the presets."""

    def __init__(
        self,
        theme: Theme,
        chats: Chats,
        settings: ChatSettings,
        models: Models,
        chat_controller: ChatController,
        over: QWidget,
    ) -> None:
        """`over`: the window that dialogs stand over."""
        super().__init__(over)
        self._theme = theme
        self._chats = chats
        self._settings = settings
        self._models = models
        self._chat_controller = chat_controller
        self._over = over
        self.popover: GenerationPopover | None = None
        self._chat = ""
        self._before = Options()
        chat_controller.settings_wanted.connect(self.open)
        chats.closed.connect(self._on_chat_closed)
        settings.changed.connect(self._show_presets)
        models.listed.connect(self._show_adapters)

    @Slot(str)
    def open(self, chat: str) -> None:
        """Opens the settings of a chat."""
        if self.popover is not None:
            return
        from eyebox.chat.generation_popover import GenerationPopover

        self._chat = chat
        self._before = self._chats.chats[chat].options
        popover = GenerationPopover(self._theme, self._before, self._uses(), self._over)
        self.popover = popover
        popover.changed.connect(partial(self._settings.change, chat))
        popover.model_wanted.connect(self._choose_model)
        popover.schema_wanted.connect(self._edit_schema)
        popover.adapter_wanted.connect(self._choose_adapter)
        popover.preset_saved.connect(self._save_preset)
        popover.preset_removed.connect(self._settings.remove_preset)
        popover.preset_default.connect(self._set_default_preset)
        popover.closed.connect(self._on_closed)
        self._show_presets()
        self._show_adapters()
        if self._models.adapters is None and self._chats.chats[chat].model != READER:
            self._models.refresh()
        popover.open_below(self._chat_controller.pane(chat).header.settings)

    @Slot()
    def _on_closed(self) -> None:
        self.popover = None
        self._settings.remember(self._chat, self._before)

    @Slot(str)
    def _on_chat_closed(self, chat: str) -> None:
        if self.popover is not None and chat == self._chat:
            self.popover.close()

    def _uses(self) -> Uses:
        from eyebox.chat.generation_popover import Uses

        model = self._chats.chats[self._chat].model
        facts = self._models.facts(model)
        defaults = facts.get("defaults", {})
        return Uses(
            "" if model == READER else model.short_name,
            bool(facts.get("system", True)),
            defaults,
            takes_tools=bool(facts.get("tools", True)),
            one_size="size" in facts and not self._models.size_rule(model).unit,
        )

    @Slot()
    def _choose_model(self) -> None:
        chat = self._chat
        if self.popover is not None:
            self.popover.close()
        self._chat_controller.model_wanted.emit(chat)

    # Presets

    @Slot()
    def _show_presets(self) -> None:
        if self.popover is not None:
            model = self._chats.chats[self._chat].model
            self.popover.set_presets(self._settings.presets, self._settings.default_preset(model))

    @Slot(str)
    def _save_preset(self, name: str) -> None:
        if self.popover is not None:
            self._settings.save_preset(name, self.popover.options)

    @Slot(str, bool)
    def _set_default_preset(self, name: str, on: bool) -> None:
        self._settings.set_default_preset(self._chats.chats[self._chat].model, name if on else "")

    # The schema

    @Slot()
    def _edit_schema(self) -> None:
        from eyebox.chat.schema_editor import SchemaEditor

        chat = self._chat
        editor = SchemaEditor(self._theme, self._chats.chats[chat].options.schema, self._over)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.accepted.connect(lambda: self._change(chat, schema=editor.schema))
        editor.open()

    def _change(self, chat: str, **values: object) -> None:
        """What a dialog over the popover was about."""
        if self.popover is not None and chat == self._chat:
            options = replace(self.popover.options, **values)  # type: ignore[arg-type]
            self._settings.change(chat, options)
            self.popover.show_options(options)

    # Adapters

    @Slot()
    def _show_adapters(self) -> None:
        if self.popover is not None:
            self.popover.set_adapters(self._choices())

    def _choices(self) -> list[AdapterChoice]:
        from eyebox.chat.generation_popover import AdapterChoice

        choices = []
        for card in self._models.adapters or ():
            order, doubt = self._doubt(card)
            choices.append((order, AdapterChoice(card.folder, card.name, card.base, doubt)))
        return [choice for _order, choice in sorted(choices, key=lambda one: one[0])]

    def _doubt(self, card: AdapterCard) -> tuple[int, str]:
        """How far down the list an adapter belongs, and why it may not fit, "" where nothing speaks against it."""
        model = self._chats.chats[self._chat].model
        widths = self._models.facts(model).get("widths")
        if card.problem:
            return 4, translated(card.problem)
        if widths and not set(card.inputs) <= set(widths):
            return 3, self.tr("It was made for another model: its layers have other sizes.")
        if not card.base:
            return 1, ""
        if ModelRef(card.base).short_name.casefold() == model.short_name.casefold():
            return 0, ""
        return 2, self.tr("It was made for %1 and may not fit this model.").replace("%1", card.base)

    @Slot()
    def _choose_adapter(self) -> None:
        dialog = QFileDialog(self._over, self.tr("Choose the folder of an adapter"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._use_adapter, self._chat))
        dialog.open()

    def _use_adapter(self, chat: str, folder: str) -> None:
        self._models.add_adapter(folder)
        self._change(chat, adapter=folder)
