"""Opens the picker for a chat, and gives it what the program knows of models."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from eyebox.language import translated
from eyebox.program import Program
from eyebox.theme import Theme
from eyebox.window.chat_controller import ChatController
from eyebox.window.engine_controller import EngineController
from eyebox.window.file_notices import open_folder
from eyebox.window.notice import Notice
from eyebox.window.picture_size_controller import sizes_shown
from eyebox.workspace.chat_settings import NAMES, with_settings
from eyebox.workspace.packs import SUFFIX
from eyebox_models.endpoints.known import PREFIX, endpoints
from eyebox_models.protocol.ask import GENERATION, READER, ModelRef, Options
from eyebox_models.protocol.cards import Estimate, ModelCard, ModelCards, Unpacked
from eyebox_models.protocol.environment import EnvironmentPlan, Source

if TYPE_CHECKING:
    from eyebox.picker.page import ModelPicker

PICKER = "picker"


class PickerController(QObject):
    """Joins the picker, one at a time, with the models and chats of the program.

    Signals: chosen, with the chat that has a model from it now. quantize_wanted, with the ModelCard of a model.
    """

    chosen = Signal(str)
    quantize_wanted = Signal(object)

    def __init__(
        self,
        program: Program,
        theme: Theme,
        chat_controller: ChatController,
        engine_controller: EngineController,
        notice: Notice,
        over: QWidget,
    ) -> None:
        """`over`: the window that the picker stands over."""
        super().__init__(over)
        self._program = program
        self._workspace = program.workspace
        self._theme = theme
        self._chat_controller = chat_controller
        self._engine_controller = engine_controller
        self._notice = notice
        self._over = over
        self.picker: ModelPicker | None = None
        """While it is open."""
        self._chat = ""
        self._cards: dict[str, ModelCard] = {}
        self._offered: dict[str, int] = {}
        self._engine_plan: EnvironmentPlan | None = None
        self._planned: tuple[str, Options, Estimate | None] = ("", Options(), None)
        self._workspace.models.listed.connect(self._on_listed)
        self._workspace.models.estimated.connect(self._on_estimated)
        self._workspace.model_engine.planned.connect(self._on_engine_planned)
        servers = self._workspace.servers
        servers.failed.connect(notice.show_failure)
        servers.started.connect(self._on_started)
        self._workspace.packs.unpacked.connect(self._on_unpacked)
        self._workspace.packs.failed.connect(notice.show_failure)

    @Slot(str)
    def open(self, chat: str) -> None:
        """Opens the picker for a chat."""
        models, loaded = self._workspace.models, self._workspace.loaded_model
        if self.picker is not None:
            self.picker.raise_()
            return
        from eyebox.picker.page import ModelPicker
        from eyebox_models.checkpoint.find import hub_cache

        picker = ModelPicker(self._theme, self._over, cache=str(hub_cache()))
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picker, self._chat = picker, chat
        picker.frame.can_serve = self._workspace.server_engine.can_run()
        record = self._workspace.chats.chats[chat]
        picker.set_network(
            self._program.settings.offline, self._program.settings.mirror, self._program.settings.proxy
        )
        loading = with_settings(
            record.options, Options()
        )  # how answers are made is nothing to a picker or a check
        picker.set_current(record.model, replace(loading, language=self._program.language.code))
        picker.set_loaded(loaded.model)
        engine = self._workspace.model_engine
        picker.set_engine(engine.can_run())
        if not engine.can_run() and not engine.adding:
            engine.plan(Source(proxy=self._program.settings.proxy))
        picker.set_busy(self._workspace.loading.progress)
        for transfer in (*models.unfinished(), *self._workspace.engine_first.transfers.values()):
            picker.downloads.set_transfer(transfer)
        picker.chosen.connect(self._on_chosen)
        picker.add_folder.connect(models.add_folder)
        picker.forget_folder.connect(models.forget_folder)
        picker.show_folder.connect(open_folder)
        picker.download_wanted.connect(self._download)
        picker.download_paused.connect(self._workspace.engine_first.pause)
        picker.download_removed.connect(self._workspace.engine_first.remove)
        picker.network_agreed.connect(self._on_network)
        picker.estimate_wanted.connect(self._estimate_for_picker)
        picker.verdicts_wanted.connect(self._verdicts)
        picker.check_wanted.connect(models.check)
        picker.check_stopped.connect(models.stop_check)
        picker.set_for_new(self._workspace.chat_settings.model_of_new_chats)
        picker.for_new_chats.connect(self._on_for_new)
        picker.unload_wanted.connect(self._program.lanes["model"].unload)
        servers = self._workspace.servers
        server = picker.frame.server
        picker.frame.server_add.clicked.connect(lambda: self._open_server(""))
        server.edit_wanted.connect(self._open_server)
        server.check_wanted.connect(servers.check)
        server.remove_wanted.connect(servers.remove)
        server.pictures_allowed.connect(servers.allow_pictures)
        picker.frame.serve.clicked.connect(lambda: servers.start_own(picker.selected))
        servers.changed.connect(self._show_servers)
        servers.checked.connect(self._on_server_checked)
        servers.kept.connect(self._on_server_kept)
        servers.refused.connect(self._on_server_refused)
        self._show_servers()
        picker.quantize_wanted.connect(picker.close)  # or it would block the page that follows
        picker.quantize_wanted.connect(self.quantize_wanted)
        picker.refresh_wanted.connect(models.refresh)
        picker.engine_wanted.connect(self._engine_controller.open)
        models.listed.connect(picker.set_models)
        models.added.connect(picker.set_added)
        models.nothing_added.connect(picker.set_nothing_added)
        models.transferred.connect(picker.downloads.set_transfer)
        models.download_ended.connect(picker.downloads.set_ended)
        models.grounded.connect(picker.set_grounding)
        loaded.busy.connect(picker.set_busy)
        loaded.changed.connect(picker.set_loaded)
        picker.finished.connect(self._on_closed)
        models.refresh()
        picker.open()

    @Slot(list)
    def open_with(self, folders: list[str]) -> None:
        """Opens the picker for the active chat, and adds folders of models to it; the first is selected."""
        self.open(self._chat_controller.active)
        assert self.picker is not None
        for folder in folders[::-1]:
            self.picker.add(folder)

    @Slot()
    def choose_folder(self) -> None:
        """Asks for the folder of a model, and opens the picker with it."""
        from eyebox.picker.controls import choose_folder

        title = self.tr("Choose the folder of a model")
        choose_folder(self._over, title, lambda folder: self.open_with([folder]))

    @Slot()
    def choose_pack(self) -> None:
        """Asks for a model pack, and unpacks it into the library."""
        dialog = QFileDialog(self._over, self.tr("Choose a model pack"))
        dialog.setNameFilter(f"*{SUFFIX}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._workspace.packs.add)
        dialog.open()

    @Slot(object)
    def _on_unpacked(self, made: Unpacked) -> None:
        card = made.card
        if self.picker is not None:
            self._workspace.models.refresh()
        signed = (
            self.tr("Signed by %1.").replace("%1", made.signed_by)
            if made.signed_by
            else translated(made.note)
        )
        if card.problems:
            self._notice.show_error(translated(card.problems[0]), details=card.folder)
            return
        added = self.tr("“%1” was added.").replace("%1", card.name)
        text = f"{added} {signed}"
        use = partial(self.open_with, [card.folder])
        self._notice.show_notice(text, self.tr("Use it as a model…"), use, stays=True)

    @Slot()
    def _on_closed(self) -> None:
        self.picker = None
        servers = self._workspace.servers
        servers.changed.disconnect(self._show_servers)
        servers.checked.disconnect(self._on_server_checked)
        servers.kept.disconnect(self._on_server_kept)
        servers.refused.disconnect(self._on_server_refused)

    @Slot()
    def _show_servers(self) -> None:
        servers, known = self._workspace.servers, endpoints()
        if self.picker is not None:
            selected = self.picker.selected
            if selected.startswith(PREFIX) and selected not in [PREFIX + server.name for server in known]:
                self.picker.choice.select(READER)
            self.picker.set_servers(known, servers.reports, servers.is_checking)

    @Slot(str, object, str)
    def _on_server_checked(self, name: str, _report: object, sentence: str) -> None:
        if sentence:
            self._on_server_refused(name, sentence)

    @Slot(str)
    def _on_server_kept(self, name: str) -> None:
        if self.picker is not None:
            self.picker.choice.select(PREFIX + name)

    @Slot(str, str)
    def _on_server_refused(self, name: str, sentence: str) -> None:
        if self.picker is not None and self.picker.selected == PREFIX + name:
            self.picker.frame.server.say(sentence)

    @Slot(str)
    def _on_started(self, name: str) -> None:
        """The server engine answers: it is shown where models are chosen."""
        if self.picker is not None:
            self.picker.choice.select(PREFIX + name)
            return
        text = self.tr("vLLM answers now. Choose “%1” as the model of a chat.").replace("%1", name)
        self._notice.show_notice(text, self.tr("Choose"), lambda: self.open(self._chat_controller.active))

    @Slot(str)
    def _open_server(self, name: str) -> None:
        """Opens the dialog that adds a server, or changes one."""
        from eyebox.picker.server import ServerDialog
        from eyebox_models.families.registry import BUILT_IN, info_named

        servers = self._workspace.servers
        families = [
            (info.name, info.title) for info in map(info_named, BUILT_IN) if info.notation is not None
        ]
        server = servers.of(PREFIX + name) if name else None
        dialog = ServerDialog(self._theme, families, server, self.picker)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def look(url: str, key: str | None) -> None:
            servers.ask_for_models(name, url, key)

        dialog.models_wanted.connect(look)
        dialog.agreed.connect(servers.add)
        servers.kept.connect(dialog.accept_kept)
        servers.refused.connect(dialog.say_refused)
        servers.models_found.connect(dialog.set_models)
        dialog.open()

    @Slot(str, object)
    def _on_chosen(self, model: str, options: Options) -> None:
        if self._chat not in self._workspace.chats.chats:
            return
        if model in self._cards:
            self._workspace.models.learn(self._cards[model])
        record = self._workspace.chats.chats[self._chat]
        planned, how, estimate = self._planned
        if options.precision == "auto" and estimate is not None and (planned, how) == (model, options):
            options = replace(options, settled=estimate.precision, settled_on=estimate.device)
        kept = NAMES if model == record.model else GENERATION  # an adapter is of one model
        options = with_settings(replace(options, language=Options().language), record.options, kept)
        self._chat_controller.set_model(self._chat, model, options)
        self._workspace.chat_settings.start_with_preset(self._chat)
        self.chosen.emit(self._chat)
        if ModelRef(model).engine == "model" and self._workspace.model_engine.can_run():
            self._workspace.loading.load(model, self._workspace.chats.options_of(self._chat))
        self._chat_controller.pane(self._chat).focus_composer()

    @Slot(str, object, bool)
    def _on_for_new(self, model: str, options: Options, on: bool) -> None:
        if model in self._cards:
            self._workspace.models.learn(self._cards[model])
        settings = self._workspace.chat_settings
        settings.set_model_of_new_chats(model if on else "", replace(options, language=Options().language))
        if self.picker is not None:
            self.picker.set_for_new(settings.model_of_new_chats)

    @Slot(str, str, str)
    def _download(self, name: str, endpoint: str, proxy: str) -> None:
        """Fetches a model, after the engine where there is none and it can be added."""
        plan = self._engine_plan
        if self._workspace.model_engine.can_run() or (plan is not None and plan.problem):
            self._workspace.models.download(name, endpoint, proxy)
        else:
            count = plan.download_bytes if plan is not None else 0
            self._workspace.engine_first.download(name, endpoint, proxy, self._offered.get(name, 0), count)

    @Slot(object, str)
    def _on_engine_planned(self, plan: EnvironmentPlan | None, _sentence: str) -> None:
        if self.picker is not None and self._engine_controller.page is None:
            self._engine_plan = plan
            self.picker.set_engine_plan(plan)

    @Slot(str, str)
    def _on_network(self, endpoint: str, proxy: str) -> None:
        """The user agreed to connect: offline mode ends, and the addresses are kept where they are sound."""
        settings = self._program.settings.with_value("offline", False)
        for name, value in (("mirror", endpoint), ("proxy", proxy)):
            try:
                settings = settings.with_value(name, value)
            except ValueError:
                continue
        self._program.change_settings(settings)

    @Slot(object)
    def _on_listed(self, found: ModelCards) -> None:
        self._cards = {card.folder: card for card in found.cards}
        self._offered = {offer.name: offer.bytes[0][1] for offer in found.offers if offer.bytes}
        if self.picker is not None:
            self.picker.set_engine(self._workspace.model_engine.can_run())

    @Slot(str, object)
    def _estimate_for_picker(self, model: str, options: Options) -> None:
        self._planned = (model, options, None)
        self._workspace.models.estimate(PICKER, model, options, sizes_shown(self._workspace.pictures))

    @Slot(tuple)
    def _verdicts(self, models: tuple[str, ...]) -> None:
        sizes = sizes_shown(self._workspace.pictures)
        for model in models:
            self._workspace.models.estimate(f"{PICKER} {model}", model, Options(), sizes, first=False)

    @Slot(str, str, object, str)
    def _on_estimated(self, owner: str, model: str, estimate: Estimate | None, _sentence: str) -> None:
        if owner == PICKER:
            self._planned = (*self._planned[:2], estimate)
        if owner.startswith(PICKER) and self.picker is not None and estimate is not None:
            self.picker.set_estimate(estimate, model)
