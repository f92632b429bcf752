"""The page of batches over the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from eyebox.batches import presets
from eyebox.batches.job import BatchJob, load_job, save_job
from eyebox.language import translated
from eyebox.program import Program
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.window.question import asks
from eyebox_models.endpoints.known import PREFIX, endpoints, endpoints_of
from eyebox_models.files.document_page import page_path
from eyebox_models.protocol.ask import READER, ModelRef
from eyebox_models.protocol.cards import ModelCards
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.batch_page.page import BatchPage


class BatchController(QObject):
    """Shows how batches get on while the page is open; they go on without it."""

    def __init__(self, program: Program, theme: Theme, notice: Notice, over: QWidget) -> None:
        super().__init__(over)
        self._program = program
        self._workspace = program.workspace
        self._batches = program.workspace.batches
        self._theme = theme
        self._notice = notice
        self._over = over
        self._presets = program.folders.data / presets.FOLDER
        self.page: BatchPage | None = None
        """While it is open."""
        self._batches.ended.connect(self._tell)

    @Slot(str)
    def _tell(self, name: str) -> None:
        """Says that a batch has ended, over whatever is on the screen where nobody looks at the window."""
        text = self.tr("The batch “%1” is done.").replace("%1", name)
        info = self._batches.info(name)
        wrong = info.counts["failed"] + info.counts["set-aside"] if info is not None else 0
        if wrong:
            left = self.tr("Pages that were not done: %1.").replace("%1", f"{wrong:,}")
            text = f"{text} {left}"
        if self.page is None:
            self._notice.show_notice(text, self.tr("Show"), lambda: self.open(name), stays=True)
        if not self._over.isActiveWindow():
            QApplication.alert(self._over)
            self._program.noticed.emit(text)

    @Slot()
    def open(self, name: str = "") -> None:
        """Shows the page, with a batch."""
        if self.page is None:
            self._make()
        page = self.page
        assert page is not None
        page.set_batches(self._batches.all(), name)
        (page.list if page.list.count() else page.new).setFocus()
        page.show()
        page.raise_()
        page.activateWindow()

    def _make(self) -> None:
        from eyebox.batch_page.page import BatchPage

        batches, models = self._batches, self._workspace.models
        page = self.page = BatchPage(self._theme, batches.rows, self._over)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.finished.connect(self._forget)
        page.pause_wanted.connect(batches.pause)
        page.resume_wanted.connect(lambda name: self._do(lambda: batches.resume(name)))
        page.retry_wanted.connect(lambda name: self._do(lambda: batches.retry(name)))
        page.remove_wanted.connect(lambda name: self._do(lambda: self._remove(name)))
        page.results_wanted.connect(lambda name: self._do(lambda: self._open_results(name)))
        page.retry_page_wanted.connect(
            lambda name, source, number: self._do(lambda: batches.retry(name, source, number or None))
        )
        page.page_wanted.connect(self._open_picture)
        form = page.form
        form.start_wanted.connect(self._start)
        form.files_wanted.connect(self._add_files)
        form.folder_wanted.connect(self._add_folder)
        form.output_wanted.connect(self._choose_output)
        form.who.folder_wanted.connect(self._choose_model)
        form.preset_kept.connect(self._keep_preset)
        form.preset_forgotten.connect(self._forget_preset)
        form.preset_opened.connect(self._open_preset)
        form.preset_saved.connect(self._save_preset)
        self._list(None)
        self._show_presets()
        batches.changed.connect(self._show)
        batches.progressed.connect(self._show_one)
        models.listed.connect(self._list)
        models.refresh()

    @Slot()
    def _forget(self) -> None:
        if self.page is not None:
            self.page = None
            self._batches.changed.disconnect(self._show)
            self._batches.progressed.disconnect(self._show_one)
            self._workspace.models.listed.disconnect(self._list)

    @Slot()
    def _show(self) -> None:
        if self.page is not None:
            self.page.set_batches(self._batches.all())

    @Slot(str)
    def _show_one(self, name: str) -> None:
        info = self._batches.info(name)
        if self.page is not None and info is not None:
            self.page.set_batch(info)

    def _do(self, step: Callable[[], object]) -> None:
        """Does what may be refused, and says so."""
        try:
            step()
        except EyeboxError as error:
            self._say(error)

    def _say(self, error: EyeboxError) -> None:
        if self.page is not None:
            self.page.problem.setText(translated(error.sentence))
            self.page.problem.show()

    @Slot(object, str)
    def _start(self, job: BatchJob, command: str) -> None:
        if job.model.kind == "endpoint" and not self._may_have_pictures(job.model):
            return
        try:
            name = self._batches.start(job, command)
        except EyeboxError as error:
            if self.page is not None:
                self.page.form.show_problem(translated(error.sentence))
            return
        if self.page is not None:
            self.page.set_batches(self._batches.all(), name)
            self.page.list.setFocus()

    def _may_have_pictures(self, model: ModelRef) -> bool:
        """Whether pictures may go to the servers of a batch; asks where they may not so far."""
        try:
            silent = [one for one in endpoints_of(model) if not one.pictures]
            if silent and self.confirm_sending([one.host for one in silent]):
                for one in silent:
                    self._workspace.servers.allow_pictures(one.name, True)
                silent = []
        except EyeboxError as error:
            if self.page is not None:
                self.page.form.show_problem(translated(error.sentence))
            return False
        return not silent

    def confirm_sending(self, hosts: Sequence[str]) -> bool:
        """Asks whether pictures may go to servers, now and later."""
        text = self.tr("May pictures go to %1?").replace("%1", ", ".join(hosts))
        details = self.tr(
            "All pages of this batch are sent there. You can take it back where the model is chosen."
        )
        return asks(self.page, text, details, self.tr("Allow"), self.tr("Cancel"))

    def _remove(self, name: str) -> None:
        """Forgets a batch; one that has not ended is given up only when somebody agrees."""
        info = self._batches.info(name)
        if info is not None and info.standing != "ended" and not self.confirm_giving_up(name):
            return
        self._batches.remove(name, self._say)

    def confirm_giving_up(self, name: str) -> bool:
        """Asks whether a batch is to be given up that has not ended."""
        text = self.tr("Give up the batch “%1”?").replace("%1", name)
        details = self.tr("What is done so far is in its results; the rest would begin anew.")
        return asks(self.page, text, details, self.tr("Give up"), self.tr("Keep"), destroys=True)

    def _open_results(self, name: str) -> None:
        def show(file: Path) -> None:
            opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
            if not opened and self.page is not None:
                self.page.problem.setText(
                    self.tr("No program on this machine opens %1.").replace("%1", str(file))
                )
                self.page.problem.show()

        self._batches.results(name, show, self._say)

    @Slot(str, int)
    def _open_picture(self, path: str, page: int) -> None:
        """Opens a page in the session, and lets it be seen."""
        self._workspace.open_paths([page_path(path, page) if page else path])
        if self.page is not None:
            self.page.close()

    # Models and presets

    @Slot(object)
    def _list(self, cards: ModelCards | None) -> None:
        """The reader, what was found on this machine, and the servers that were added."""
        if self.page is None:
            return
        from eyebox.batch_page.words import model

        found: dict[str, tuple[str, str, list[str]]] = {READER: (READER, model(READER), [])}
        for card in cards.cards if cards is not None else ():
            if card.complete and not card.problems:
                runs = [name for name, reason in card.runs if not reason and name != "auto"]
                found[card.folder] = (card.folder, card.name, runs)
        for one in endpoints():
            found[PREFIX + one.name] = (PREFIX + one.name, f"{one.name} · {one.host}", [])
        self.page.form.who.set_models([*found.values()])

    def _show_presets(self) -> None:
        if self.page is not None:
            mine = [(job, True) for job in presets.own(self._presets)]
            given = [(job, False) for job in presets.built_in(self._program.language.code)]
            self.page.form.set_presets([*mine, *given])

    @Slot(object, str)
    def _keep_preset(self, job: BatchJob, title: str) -> None:
        self._do_in_form(lambda: presets.keep(self._presets, job, title))

    @Slot(str)
    def _forget_preset(self, title: str) -> None:
        self._do_in_form(lambda: presets.forget(self._presets, title))

    def _do_in_form(self, step: Callable[[], object]) -> None:
        try:
            step()
        except EyeboxError as error:
            if self.page is not None:
                self.page.form.show_problem(translated(error.sentence))
        self._show_presets()

    # Dialogs

    @Slot()
    def _add_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self.page, self.tr("Pictures, documents or lists of files"))
        if files and self.page is not None:
            self.page.form.sources.add(files)

    @Slot()
    def _add_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.page, self.tr("A folder with pictures or documents"))
        if folder and self.page is not None:
            self.page.form.sources.add([folder])

    @Slot(bool)
    def _choose_output(self, is_folder: bool) -> None:
        if self.page is None:
            return
        before = self.page.form.output.text()
        if is_folder:
            path = QFileDialog.getExistingDirectory(self.page, self.tr("A folder for the results"), before)
        else:
            path, _ = QFileDialog.getSaveFileName(self.page, self.tr("A file for the results"), before)
        if path and self.page is not None:
            self.page.form.set_output(path)

    @Slot()
    def _choose_model(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.page, self.tr("A folder with a model"))
        if folder and self.page is not None:
            self.page.form.who.choose(ModelRef(folder))

    @Slot()
    def _open_preset(self) -> None:
        kinds = self.tr("Job files") + " (*.json)"
        file, _ = QFileDialog.getOpenFileName(self.page, self.tr("Open a job file"), filter=kinds)
        if file and self.page is not None:
            form = self.page.form
            self._do_in_form(lambda: form.show_job(load_job(file, checks=False)))

    @Slot(object)
    def _save_preset(self, job: BatchJob) -> None:
        kinds = self.tr("Job files") + " (*.json)"
        file, _ = QFileDialog.getSaveFileName(self.page, self.tr("Save as a job file"), "job.json", kinds)
        if file:
            title = job.title or Path(file).stem
            self._do_in_form(lambda: save_job(presets.as_preset(job, title), file))
