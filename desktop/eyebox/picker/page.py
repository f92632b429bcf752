"""The picker: models of this machine and those to download, and how the chosen one is to be loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from eyebox.picker.controls import choose_folder, dropped_folders
from eyebox.picker.downloads import Downloads
from eyebox.picker.frame import Frame
from eyebox.picker.model_list import ModelList, is_wanted
from eyebox.picker.row_choice import RowChoice
from eyebox.theme import Theme
from eyebox.theme.grown import resize_grown
from eyebox.theme.retranslated import Retranslated
from eyebox_models.endpoints.known import PREFIX, Endpoint
from eyebox_models.protocol.ask import READER, Options
from eyebox_models.protocol.cards import Estimate, GroundingReport, ModelCards
from eyebox_models.protocol.environment import EnvironmentPlan
from eyebox_models.protocol.events import Progress

_DEBOUNCE = 80
CHECKS = ("starting", "importing", "loading", "checking")
"""Stages of a check of boxes."""


class ModelPicker(Retranslated, QDialog):
    """Chooses or downloads a checkpoint and a precision. It only shows what it is given and says what is wanted.

    What is wanted of servers is said by its `frame`; `downloads` is given how these stand.

    Signals:
        chosen: "reader" or a folder, and the Options to load it with.
        add_folder, forget_folder, show_folder: a folder.
        download_wanted: a name, the hub's address ("" is the usual one), a proxy. Also to go on after a pause.
        download_paused, download_removed: a name.
        network_agreed: the user agreed to connect: the hub's address and the proxy. Comes before `download_wanted`.
        estimate_wanted: a folder and Options; `set_estimate` answers.
        verdicts_wanted: a tuple of folders, or of names of offers; `set_estimate` answers for each.
        check_wanted: a folder and Options; `set_busy` and `set_grounding` answer.
        check_stopped: stop the check that runs; `set_grounding(None)` answers.
        for_new_chats: "reader" or a folder, its Options, and whether new chats are to have it; `set_for_new` answers.
        quantize_wanted: the ModelCard of the selected checkpoint.
        unload_wanted, refresh_wanted, engine_wanted (the page that adds the model engine).
    """

    chosen = Signal(str, object)
    add_folder = Signal(str)
    forget_folder = Signal(str)
    show_folder = Signal(str)
    download_wanted = Signal(str, str, str)
    download_paused = Signal(str)
    download_removed = Signal(str)
    network_agreed = Signal(str, str)
    estimate_wanted = Signal(str, object)
    verdicts_wanted = Signal(tuple)
    check_wanted = Signal(str, object)
    check_stopped = Signal()
    for_new_chats = Signal(str, object, bool)
    quantize_wanted = Signal(object)
    unload_wanted = Signal()
    refresh_wanted = Signal()
    engine_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, cache: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("picker")
        self._theme = theme
        self._options: dict[str, Options] = {}
        self._base = Options()
        self._known = False
        self._loaded = ""
        self._of_new = ""
        self._checked = ""
        self._expected = self._adding = ""
        self._reports: Mapping[str, GroundingReport] = {}
        self._is_checking: Callable[[str], bool] = lambda _name: False
        self._engine_there = True
        self._engine_plan: EnvironmentPlan | None = None
        self.models = ModelList(self)
        self.frame = Frame(theme, self.models, cache, self)
        self.search, self.list = self.frame.search, self.frame.list
        self.details, self.offer, self.reader = self.frame.details, self.frame.offer, self.frame.reader
        self.choice = RowChoice(self.search, self.list, self.models, self)
        self.downloads = Downloads(theme, self.models, self.choice.keep, self)
        self._wait = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._wait.timeout.connect(self._ask_estimate)
        self._connect()
        self.setAcceptDrops(True)
        resize_grown(self, 988, 720)
        self.setMinimumSize(QSize(888, 480).expandedTo(self.minimumSizeHint()))
        self.choice.select(READER)
        self._retranslate()
        self.search.setFocus()

    def _connect(self) -> None:
        frame = self.frame
        self.choice.shown.connect(self._show)
        self.choice.moved.connect(self._on_moved)
        self.list.doubleClicked.connect(self.use)
        self.details.options_changed.connect(self._options_changed)
        self.details.check_wanted.connect(self._check)
        self.details.quantize_wanted.connect(self.quantize_wanted)
        for card in (self.details.engine, self.reader.engine):
            card.wanted.connect(self.engine_wanted)
        self.offer.download_wanted.connect(self.downloads.begin)
        self.offer.pause_wanted.connect(self.downloads.pause)
        self.offer.remove_wanted.connect(self.downloads.remove)
        self.downloads.wanted.connect(self._download_wanted)
        self.downloads.paused.connect(self.download_paused)
        self.downloads.removed.connect(self.download_removed)
        self.downloads.agreed.connect(self.network_agreed)
        self.downloads.changed.connect(self._download_changed)
        self.downloads.completed.connect(self._completed)
        for wanted in (self.reader.folder_wanted, frame.add.clicked):
            wanted.connect(self._choose_folder)
        for wanted in (self.reader.download_wanted, frame.download.clicked):
            wanted.connect(lambda: self.downloads.ask(None))
        self.reader.refresh_wanted.connect(self._refresh)
        frame.refresh.clicked.connect(self._refresh)
        frame.use.clicked.connect(self.use)
        frame.for_new.clicked.connect(self._for_new)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(frame.open_menu)
        frame.unload.clicked.connect(self.unload_wanted)
        frame.show_folder.clicked.connect(lambda: self.show_folder.emit(self.selected))
        frame.forget.clicked.connect(self._forget)

    @property
    def selected(self) -> str:
        """ "reader", a folder, or the name of an offer."""
        return self.choice.selected

    @property
    def options(self) -> Options:
        """The options of the selected checkpoint as they are chosen now."""
        return self._options.get(self.selected, self._base)

    def set_models(self, models: ModelCards) -> None:
        """Shows what was found; the selection stays where it can."""
        self._known = True
        self.details.set_devices(models.devices)
        wanted = self._expected
        self.choice.keep(lambda: self.models.set_models(models))
        found = [card.folder for card in models.cards if wanted and is_wanted(card, wanted)]
        self._expected = "" if found else wanted
        if found:
            self.choice.select(found[0])
        for unknown in (self.models.not_estimated(), self.models.offers_not_estimated()):
            if unknown:
                self.verdicts_wanted.emit(unknown)

    def set_servers(
        self,
        servers: Sequence[Endpoint],
        reports: Mapping[str, GroundingReport],
        checking: Callable[[str], bool],
    ) -> None:
        """Shows the servers that there are, and what is known of where their boxes land."""
        self._reports, self._is_checking = reports, checking
        self.choice.keep(lambda: self.models.set_servers(tuple(servers)))
        wanted = self._expected
        if wanted.startswith(PREFIX) and self.models.row(wanted) is not None:
            self._expected = ""
            self.choice.select(wanted)
        self._show(self.selected, False)

    def set_added(self, folder: str) -> None:
        """A folder that was to be added is listed."""
        if self._adding == folder:
            self._adding = ""
            self._show_buttons()

    def set_nothing_added(self, folder: str) -> None:
        """A folder that was to be added holds nothing to list."""
        if self._expected == folder:
            self._expected = self._adding = ""
        self._show_buttons()
        self.frame.show_nothing_added(folder)

    def set_estimate(self, estimate: Estimate, folder: str = "") -> None:
        """Shows what a checkpoint takes: the selected one's choices, or the verdict in the row of another `folder`."""
        folder = folder or self.selected
        row = self.models.row(folder)
        if row is None or row.kind not in ("model", "offer"):
            return
        self.models.set_estimate(folder, estimate)
        if folder == self.selected:
            (self.details if row.kind == "model" else self.offer).set_estimate(estimate)
            self._show_buttons()

    def set_grounding(self, report: GroundingReport | None, sentence: str = "") -> None:
        """The check that was asked for ended: with a report, or with the sentence that says why not."""
        folder, self._checked = self._checked, ""
        self.frame.show_busy(None)
        if report is not None:
            self.choice.keep(lambda: self.models.set_grounding(folder, report))
        if folder == self.selected:
            self.details.set_checking(False)
            if sentence and report is None:
                self.details.set_check_failed(sentence)
        self._show_buttons()

    def set_busy(self, progress: Progress | None) -> None:
        """What is being done with the models ("loading", "checking" ...), and how far it is; None for nothing."""
        if not self._checked:
            self.frame.show_busy(progress)
        elif self._checked == self.selected and progress is not None and progress.stage in CHECKS:
            self.details.set_checking(True, progress)

    def set_current(self, model: str, options: Options) -> None:
        """Which model answers now, and with what options; it becomes the selected one."""
        self._base = replace(Options(), language=options.language)
        self._options[model] = options
        self.choice.keep(lambda: self.models.set_current(model or READER))
        self._expected = "" if self.models.row(model) is not None else model
        self.choice.select(model or READER)

    def set_loaded(self, model: str) -> None:
        """Which model is in memory and can be unloaded ("" for none)."""
        self._loaded = model
        self.models.set_loaded(model)
        self._show_buttons()

    def set_for_new(self, model: str) -> None:
        """What new chats begin with: "reader", a folder, or "" for the model of the chat beside them."""
        self._of_new = model
        self.models.set_for_new(model)
        self._show_buttons()

    def set_engine(self, there: bool) -> None:
        """Whether anything can run models; where not, models say so and offer to add it, or to fetch both."""
        self._engine_there = there
        self._show_engine()

    def set_engine_plan(self, plan: EnvironmentPlan | None) -> None:
        """What adding the engine would take; None: that is not known."""
        self._engine_plan = plan
        self._show_engine()

    def _show_engine(self) -> None:
        there, plan = self._engine_there, self._engine_plan
        self.details.set_engine(there)
        for card in (self.offer.engine, self.reader.engine):
            card.setVisible(not there)
        for card in (self.details.engine, self.offer.engine, self.reader.engine):
            card.set_plan(plan)
        self.downloads.both = not there and (plan is None or not plan.problem)
        self.downloads.plan = plan
        self._show_buttons()

    def set_network(self, offline: bool, endpoint: str = "", proxy: str = "") -> None:
        """The settings of downloads. While offline each download asks first."""
        self.downloads.offline = offline
        self.downloads.endpoint, self.downloads.proxy = endpoint, proxy
        self._show_buttons()

    @Slot()
    def use(self) -> None:
        """Does what the main button says with the selected row."""
        row = self.models.row(self.selected)
        if row is None or not self.frame.use.isEnabled() or self.frame.use.isHidden():
            return
        if row.usable:
            self.chosen.emit(row.key, self.options if row.kind == "model" else self._base)
            self.accept()
        else:
            self.downloads.begin(row.name_on_hub)

    @Slot(bool)
    def _for_new(self, on: bool) -> None:
        row = self.models.row(self.selected)
        if row is not None and row.usable:
            self.for_new_chats.emit(row.key, self.options if row.kind == "model" else self._base, on)

    @Slot()
    def _on_moved(self) -> None:
        self._expected = self._adding = ""

    @Slot(str, bool)
    def _show(self, key: str, other: bool) -> None:
        """Shows the details of a row; "" when none is left by the search. `other`: it was not the selected one."""
        row = self.models.row(key)
        self.frame.show_row(row, looking=not self._known, empty=self._known and not self.models.cards)
        if row is not None and row.kind == "model" and row.card is not None:
            self.details.set_card(row.card, self.options)
            if row.card.folder == self._checked:
                self.details.set_checking(True)
            if row.estimate is not None and other:
                self.details.set_estimate(row.estimate)
            if other or row.estimate is None:
                self._wait.start()
        elif row is not None and row.server is not None:
            name = row.server.name
            self.frame.server.show_server(row.server, self._reports.get(name), self._is_checking(name))
        elif row is not None and row.offer is not None:
            self.offer.show_offer(row.offer, row.transfer, row.failed)
            self.offer.set_estimate(row.estimate)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self.models.row(self.selected)
        self.frame.show_buttons(row, loaded=bool(self._loaded), downloads=self.downloads)
        if self._adding or (self._expected and not self._known):
            self.frame.use.setEnabled(False)  # what is wanted is looked for, and not the row that is selected
        self.frame.for_new.setChecked(bool(self._of_new) and self.selected == self._of_new)
        self.details.check.setEnabled(self._checked in ("", self.selected))

    @Slot(object)
    def _options_changed(self, options: Options) -> None:
        self._options[self.selected] = options
        self._wait.start()

    @Slot()
    def _ask_estimate(self) -> None:
        row = self.models.row(self.selected)
        if row is not None and row.kind == "model" and row.usable:
            self.estimate_wanted.emit(row.key, self.options)

    @Slot()
    def _check(self) -> None:
        if self._checked:
            self.check_stopped.emit()
            return
        self._checked = self.selected
        self.frame.show_check()
        self.details.set_checking(True)
        self.check_wanted.emit(self.selected, self.options)

    @Slot(str, str, str)
    def _download_wanted(self, name: str, endpoint: str, proxy: str) -> None:
        self.choice.select(name)
        self.download_wanted.emit(name, endpoint, proxy)

    @Slot(str)
    def _download_changed(self, name: str) -> None:
        if name == self.selected:
            self._show(name, False)

    @Slot()
    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Add a folder"), self.add)

    @Slot(str)
    def add(self, folder: str) -> None:
        """Emits a folder, and selects it once it is listed."""
        self._expected = self._adding = folder
        self.frame.show_nothing_added("")
        self._show_buttons()
        self.add_folder.emit(folder)

    @Slot(str)
    def _completed(self, name: str) -> None:
        self._expected = name
        self.refresh_wanted.emit()

    @Slot()
    def _forget(self) -> None:
        row = self.models.row(self.selected)
        if row is not None and row.card is not None and row.card.source == "added":
            self.forget_folder.emit(self.selected)

    @Slot()
    def _refresh(self) -> None:
        self.reader.show_state(looking=True, empty=False)
        self._known = False
        self.refresh_wanted.emit()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Models"))
        self.frame.retranslate()
        self.choice.keep(self.models.rebuild)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_folders(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for folder in dropped_folders(event):
            self.add(folder)
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, QAbstractButton):
                focus.click()
            else:
                self.use()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._forget()
        else:
            super().keyPressEvent(event)
