"""The file menu: pictures in, boxes in and out, sessions, settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QSize, QUrl, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

import eyebox_resources
from eyebox.canvas.filmstrip import Filmstrip
from eyebox.formats import format_named
from eyebox.program import Program
from eyebox.session.types import Hit, PictureRecord
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.window.file_notices import show_in_folder
from eyebox.window.missing_files import MissingFiles
from eyebox.window.notice import Notice
from eyebox.window.picture_files import PictureFiles
from eyebox_models.files.document_page import stem_of

if TYPE_CHECKING:
    from eyebox.capture.screen import Captured
    from eyebox.window.exporting import ExportDialog
    from eyebox.window.sessions_page import SessionsPage


class FileMenu(QObject):
    """One method an action, of the same name; pages and dialogs are made when they are first wanted.

    Signals: hit_chosen, with a Hit of the search that is to be shown; its session is open.
    """

    hit_chosen = Signal(object)

    def __init__(
        self,
        program: Program,
        theme: Theme,
        filmstrip: Filmstrip,
        picture_files: PictureFiles,
        missing_files: MissingFiles,
        notice: Notice,
        sessions_button: QWidget,
        batches: Callable[[], object],
        quit: Callable[[], object],
        window: QWidget,
    ) -> None:
        """The list of sessions opens below `sessions_button`; `batches` shows them, `quit` ends the program."""
        super().__init__(window)
        self._program = program
        self._workspace = program.workspace
        self._theme = theme
        self._filmstrip = filmstrip
        self._picture_files = picture_files
        self._missing_files = missing_files
        self._notice = notice
        self._sessions_button = sessions_button
        self._window = window
        self.new_session = program.workspace.sessions.create
        self.batches, self.quit = batches, quit

    @Slot()
    def open(self) -> None:
        self._picture_files.ask(self.tr("Open pictures"), self._workspace.open_paths)

    @Slot()
    def open_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder"), self._last_folder())
        self._open_from([folder] if folder else [])

    def _last_folder(self, of: str = "folder") -> str:
        """The folder that was used last, of those that are kept under this name; empty where it is gone."""
        folder = str(self._workspace.store.get_state("", of, ""))
        return folder if Path(folder).is_dir() else ""

    def _keep(self, name: str, value: str) -> None:
        self._workspace.write_queue.do(SetState("", name, value))

    def _open_from(self, paths: list[str]) -> None:
        if paths:
            self._keep("folder", str(Path(paths[0]).parent))
            self._workspace.open_paths(paths)

    @Slot()
    def capture(self) -> None:
        from eyebox.capture.screen import ScreenCapture

        grab = ScreenCapture(self._theme, self._workspace.background.run, self)
        grab.captured.connect(self._captured)
        grab.failed.connect(self._notice.show_error)
        for ended in (grab.captured, grab.cancelled, grab.failed):
            ended.connect(grab.deleteLater)
        grab.start(away=self._window)

    @Slot(object)
    def _captured(self, captured: Captured) -> None:
        self._workspace.opening.add_image(captured.image, self.tr("Screen capture"))

    @Slot()
    def sample(self) -> None:
        self._workspace.open_paths([str(eyebox_resources.path("sample.png"))])

    @Slot()
    def import_boxes(self) -> None:
        from eyebox.formats import annotation_suffixes

        endings = " ".join(f"*{suffix}" for suffix in annotation_suffixes())
        kinds = self.tr("Files of boxes") + f" ({endings})"
        files, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Import boxes"), self._last_folder("import_folder"), kinds
        )
        if files:
            self._keep("import_folder", str(Path(files[0]).parent))
        self._workspace.importing.open([], files)

    @Slot()
    def import_boxes_folder(self) -> None:
        """Imports a dataset of many files, such as one of YOLO."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import the boxes of a folder"), self._last_folder("import_folder")
        )
        if folder:
            self._keep("import_folder", str(Path(folder).parent))
            self._workspace.importing.open([], [folder])

    @Slot()
    def show_in_folder(self) -> None:
        if path := self._workspace.pictures.path_of(self._filmstrip.current()):
            show_in_folder(path)

    @Slot()
    def find_file(self) -> None:
        if picture := self._filmstrip.current():
            self._missing_files.ask(picture)

    @Slot()
    def copy_path(self) -> None:
        """Copies where the selected pictures lie: as text, a line each, and as files."""
        paths = [*filter(None, map(self._workspace.pictures.path_of, self._filmstrip.selected()))]
        if paths:
            data = QMimeData()
            data.setText("\n".join(paths))
            data.setUrls([QUrl.fromLocalFile(path) for path in paths])
            QApplication.clipboard().setMimeData(data)

    # Export

    @Slot()
    def export(self) -> None:
        from eyebox.window.exporting import SELECTED, ExportDialog

        pictures, sessions, exports = (
            self._workspace.pictures,
            self._workspace.sessions,
            self._workspace.exports,
        )
        record = pictures.records.get(pictures.current or "")
        kept = self._workspace.store.get_state("", "export", "")
        selected = self._filmstrip.selected()
        shown = [] if record is None else [record.id]
        parts: dict[object, list[str] | None] = {True: None, False: shown, SELECTED: selected}

        def count(extent: object, done: Callable[[Mapping[str, int]], object]) -> Event:
            return exports.count(sessions.current, parts[extent], done)

        is_redacted = record is not None and bool(self._workspace.redactions.of(record.id))
        dialog = ExportDialog(
            record is not None,
            self._window,
            str(kept),
            is_redacted=is_redacted,
            selected=len(selected),
            count=count,
        )
        if dialog.exec():
            self._export(dialog, record, parts[dialog.extent.currentData()])
        dialog.deleteLater()

    def _export(self, dialog: ExportDialog, record: PictureRecord | None, only: list[str] | None) -> None:
        """Asks where to and writes there; `record` is the picture that is shown, None for none."""
        from eyebox.canvas.png_export import render_annotated
        from eyebox.window.exporting import PNG, REDACTED

        pictures, sessions, exports = (
            self._workspace.pictures,
            self._workspace.sessions,
            self._workspace.exports,
        )
        self._keep("export", dialog.format)
        if dialog.to_folder:
            self._export_folder(dialog.format, only)
            return
        path = dialog.ask_path(
            self._last_folder("export_folder"),
            sessions.name
            if record is None or dialog.whole_session or dialog.of_selected
            else stem_of(record.name if record.owned else record.path),
        )
        if not path:
            return
        self._keep("export_folder", str(Path(path).parent))
        if dialog.format == REDACTED and record is not None:
            exports.write_redacted(record, path)
        elif dialog.format != PNG:
            exports.write(dialog.format, path, sessions.current, only)
        elif record is not None and (pixels := pictures.pixels.get(record.id)) is not None:
            exports.write_png(record, pixels, path, partial(render_annotated, theme=self._theme))
        else:
            self._notice.show_error(
                self.tr("The picture is still being opened; export it again in a moment.")
            )

    @Slot()
    def export_labelme(self) -> None:
        """Writes a labelme file for each picture of the session."""
        self._export_folder("labelme")

    @Slot()
    def export_training(self) -> None:
        """Writes what the review of this session teaches a model."""
        from eyebox.window.training_export import TrainingDialog

        session = self._workspace.sessions.current
        complete, judged = self._workspace.store.pictures_to_teach(session)
        if not judged:
            self._notice.show_error(
                self.tr(
                    "No picture of this session has been reviewed to its end yet: review its boxes first."
                )
            )
            return
        kept = self._workspace.store.get_state("", "training")
        dialog = TrainingDialog(kept, complete, judged, self._window)
        if dialog.exec() and (
            path := dialog.ask_path(self._last_folder("export_folder"), self._workspace.sessions.name)
        ):
            self._keep("export_folder", str(Path(path).parent))
            self._workspace.write_queue.do(SetState("", "training", asdict(dialog.teaching)))
            self._workspace.exports.write_training(dialog.teaching, path, session)
        dialog.deleteLater()

    def _export_folder(self, form: str, only: Sequence[str] | None = None) -> None:
        """Asks for a folder and writes a file for each picture of the session (or of these ids) into it."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Choose a folder for the files"), self._last_folder("export_folder")
        )
        if folder:
            self._keep("export_folder", folder)
            session = self._workspace.sessions.current
            scope = format_named(form).SCOPE
            ask = partial(self._may_replace, may_keep=scope == "picture")
            self._workspace.exports.write_folder(form, folder, session, ask, only)

    def _may_replace(self, files: int, *, may_keep: bool) -> bool | None:
        """Files that belong together are replaced together."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("%n file(s) of these names are in this folder already.", "", files))
        replaces = box.addButton(self.tr("Replace them"), QMessageBox.ButtonRole.DestructiveRole)
        keeps = None
        if may_keep:
            keeps = box.addButton(self.tr("Keep them, write the others"), QMessageBox.ButtonRole.AcceptRole)
        cancels = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keeps or cancels)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return None if chosen is cancels or chosen is None else chosen is replaces

    # Sessions

    @Slot()
    def removed(self) -> None:
        self.sessions(removed=True)

    @Slot()
    def sessions(self, *, removed: bool = False) -> SessionsPage:
        from eyebox.window.sessions_page import SessionsPage

        for closed in self._window.findChildren(SessionsPage):
            closed.deleteLater()
        store, sessions, removals = (
            self._workspace.store,
            self._workspace.sessions,
            self._workspace.removals,
        )
        thumbnail = self._workspace.pictures.thumbnails.file_if_there
        page = SessionsPage(self._theme, store.sessions, store.search, store.removed, thumbnail, self._window)
        page.session_chosen.connect(sessions.open)
        page.hit_chosen.connect(self._open_hit)
        page.new_clicked.connect(sessions.create)
        page.renamed.connect(sessions.rename)
        page.delete_clicked.connect(removals.session)
        page.restore_clicked.connect(removals.restore)
        button = self._sessions_button
        below = button.mapTo(self._window, QPoint(0, button.height() + 4))
        room = self._window.size() - QSize(below.x() + 12, below.y() + 12)
        page.open_at(self._window.mapToGlobal(below), room, sessions.current, removed=removed)
        return page

    @Slot(object)
    def _open_hit(self, hit: Hit) -> None:
        self._workspace.sessions.open(hit.session)
        if hit.kind in ("picture", "text", "box"):
            self._workspace.pictures.show(hit.target)
        self.hit_chosen.emit(hit)

    @Slot()
    def rename_session(self) -> None:
        self.sessions().edit_name(self._workspace.sessions.current)

    @Slot()
    def delete_session(self) -> None:
        self._workspace.removals.session(self._workspace.sessions.current)

    @Slot()
    def settings(self) -> None:
        from eyebox.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._program.settings, self._theme, self._window)
        dialog.changed.connect(self._program.change_settings)
        known = self._workspace.known_pictures
        shown = known.measured.connect(partial(dialog.show_taken, "known_pictures_mb"))
        dialog.emptied.connect(known.empty)
        known.measure()
        dialog.exec()
        known.measured.disconnect(shown)
        dialog.deleteLater()
