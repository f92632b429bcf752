"""What the window does on each of its actions, by name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMessageBox

import eyebox_resources
from eyebox.actions import MENUS, SEPARATOR
from eyebox.language import translated
from eyebox.session.writes import SetState
from eyebox.window.help import Help
from eyebox.window.panel import BOXES, CHAT, TEXT
from eyebox.window.text_focus import TextFocus
from eyebox.workspace.staging import natural
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.settings.schema import Settings
    from eyebox.window.main_window import MainWindow


class Tasks(QObject):
    """One method an action; pages and dialogs are made when they are first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._help = Help(window)
        self._text = TextFocus(window)

    def handlers(self) -> dict[str, Callable[..., None]]:
        """The method of every action, by the action's name."""
        canvas = self._window.canvas
        direct: dict[str, Callable[..., None]] = {
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "fit": canvas.fit,
            "actual": canvas.actual_size,
            "delete_boxes": canvas.delete_selected,
            "duplicate_boxes": canvas.duplicate_selected,
            "rename_box": canvas.rename_selected,
            "show_boxes": canvas.set_boxes_shown,
            "copy_page": lambda: self._window.reading_controller.text_panel.copy_all(),
            "model_engine": lambda: self._window.model_engine.open(),
            "palette": self._help.palette,
            "shortcuts": self._help.shortcuts,
            "doctor": lambda: self._window.doctoring.open(),
            "about": self._help.about,
        }
        names = [row.name for rows in MENUS.values() for row in rows if row is not SEPARATOR]
        return {name: direct.get(name) or getattr(self, name) for name in names}

    # File

    @Slot()
    def open(self) -> None:
        start = self._window.store.get_state("", "folder", "")
        files, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open pictures"), start)
        self._open_from(sorted(files, key=natural))

    @Slot()
    def open_folder(self) -> None:
        start = self._window.store.get_state("", "folder", "")
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder"), start)
        self._open_from([folder] if folder else [])

    def _open_from(self, paths: list[str]) -> None:
        if paths:
            folder = str(Path(paths[0]).parent)
            self._window.saver.do(SetState("", "folder", folder))
            self._window.open_paths(paths)

    def remember_recent(self, paths: list[str]) -> None:
        """Puts files at the head of the recent ones."""
        window = self._window
        old = [path for path in window.store.get_state("", "recent", []) if path not in paths]
        recent = [*paths, *old][: window.settings.recent_count]
        window.saver.do(SetState("", "recent", recent))

    def recent(self) -> list[str]:
        """The files opened last that are still there, the latest first."""
        kept = self._window.store.get_state("", "recent", [])[: self._window.settings.recent_count]
        return [path for path in kept if isinstance(path, str) and os.path.exists(path)]  # noqa: PTH110

    @Slot()
    def paste(self) -> None:
        from eyebox.capture.clipboard import pictures_from_mime

        self._window.take(pictures_from_mime(QApplication.clipboard().mimeData()))

    @Slot()
    def capture(self) -> None:
        from eyebox.capture.screen import ScreenCapture, why_not

        sentence = why_not()
        if sentence:
            self._window.notice.show_error(sentence)
            return
        grab = ScreenCapture(self._window.theme, self)
        grab.captured.connect(self._captured)
        grab.captured.connect(grab.deleteLater)
        grab.cancelled.connect(grab.deleteLater)
        grab.start(away=self._window)

    @Slot(QImage)
    def _captured(self, image: QImage) -> None:
        self._window.pictures.add_image(image, self.tr("Screen capture"))

    @Slot()
    def sample(self) -> None:
        self._window.open_paths([str(eyebox_resources.path("sample.png"))])

    @Slot()
    def import_boxes(self) -> None:
        from eyebox.formats import annotation_suffixes

        endings = " ".join(f"*{suffix}" for suffix in annotation_suffixes())
        files, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import boxes"), "", endings)
        self._window.importing.open([], files)

    @Slot()
    def export(self) -> None:
        from eyebox.window.exporting import PNG, ExportDialog

        window = self._window
        record = window.pictures.records.get(window.pictures.current or "")
        dialog = ExportDialog(record is not None, window)
        if not dialog.exec():
            return
        if dialog.to_folder:
            self._export_folder(dialog.format)
            return
        path = dialog.ask_path(
            Path(record.name).stem if record and not dialog.whole_session else window.sessions.name
        )
        if not path:
            return
        if dialog.format != PNG:
            picture = None if dialog.whole_session or record is None else record.id
            window.exporting.write(dialog.format, path, window.sessions.current, picture)
        elif record is not None and (pixels := window.pictures.pixels(record.id)) is not None:
            window.exporting.write_png(record, pixels, path)
        else:
            window.notice.show_error(
                self.tr("The picture is still being opened; export it again in a moment.")
            )

    @Slot()
    def export_labelme(self) -> None:
        """Writes a labelme file for each picture of the session."""
        self._export_folder("labelme")

    def _export_folder(self, form: str) -> None:
        """Asks for a folder and writes a file for each picture of the session into it."""
        window = self._window
        start = window.store.get_state("", "folder", "")
        folder = QFileDialog.getExistingDirectory(window, self.tr("Choose a folder for the files"), start)
        if folder:
            window.exporting.write_folder(form, folder, window.sessions.current, self._may_replace)

    def _may_replace(self, files: int) -> bool | None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("%n file(s) of these names are in this folder already.", "", files))
        replaces = box.addButton(self.tr("Replace them"), QMessageBox.ButtonRole.DestructiveRole)
        keeps = box.addButton(self.tr("Keep them, write the others"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keeps)
        box.exec()
        chosen = box.clickedButton()
        return None if chosen not in (replaces, keeps) else chosen is replaces

    @Slot()
    def sessions(self) -> None:
        self._open_sessions()

    @Slot()
    def removed(self) -> None:
        self._open_sessions(removed=True)

    def _open_sessions(self, *, removed: bool = False) -> None:
        from eyebox.window.sessions_page import SessionsPage

        window = self._window
        page = SessionsPage(
            window.theme, window.sessions.all, window.store.search, window.store.removed, window
        )
        page.session_chosen.connect(window.sessions.open)
        page.hit_chosen.connect(self._show_hit)
        page.new_clicked.connect(window.sessions.create)
        page.rename_clicked.connect(self._rename)
        page.delete_clicked.connect(window.removals.session)
        page.restore_clicked.connect(window.removals.restore)
        page.open_at(
            window.header.session.mapToGlobal(QPoint(0, window.header.session.height() + 4)),
            window.sessions.current,
            removed=removed,
        )

    @Slot(object)
    def _show_hit(self, hit: object) -> None:
        from eyebox.session.types import Hit

        assert isinstance(hit, Hit)
        window = self._window
        window.sessions.open(hit.session)
        if hit.kind in ("picture", "text", "box"):
            window.pictures.show(hit.target)
        if hit.kind == "turn":
            window.chats.show_turn(hit.target)
        if hit.kind == "text":
            window.reading_controller.find_bar.open(hit.snippet[hit.start : hit.end])
        window.panel.show_tab({"turn": CHAT, "box": BOXES}.get(hit.kind, window.panel.tabs.currentIndex()))

    @Slot()
    def new_session(self) -> None:
        self._window.sessions.create()

    @Slot()
    def rename_session(self) -> None:
        self._rename(self._window.sessions.current)

    def _rename(self, session: str) -> None:
        info = self._window.store.session(session)
        title, label = self.tr("Rename the session"), self.tr("Name")
        name, agreed = QInputDialog.getText(
            self._window, title, label, QLineEdit.EchoMode.Normal, info.name if info else ""
        )
        if agreed:
            self._window.sessions.rename(session, name)

    @Slot()
    def delete_session(self) -> None:
        self._window.removals.session(self._window.sessions.current)

    @Slot()
    def settings(self) -> None:
        from eyebox.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._window.settings, self._window.theme, self._window)
        dialog.changed.connect(self._settings_changed)
        dialog.exec()
        dialog.deleteLater()

    @Slot(object)
    def settings_changed(self, settings: Settings) -> None:
        """Makes settings count and keeps them."""
        window = self._window
        window.apply_settings(settings)
        window.chats.set_language(window.language.code)
        try:
            window.settings_store.save(settings)
        except EyeboxError as error:
            window.notice.show_error(translated(error.sentence))

    _settings_changed = settings_changed

    @Slot()
    def quit(self) -> None:
        self._window.close()

    # Edit

    @Slot()
    def undo(self) -> None:
        if not self._text.undo():
            self._window.history.undo()

    @Slot()
    def redo(self) -> None:
        if not self._text.redo():
            self._window.history.redo()

    @Slot()
    def copy(self) -> None:
        if not self._text.copy():
            self._window.canvas.text_layer.copy()

    @Slot()
    def select_all(self) -> None:
        canvas = self._window.canvas
        if not self._text.select_all():
            canvas.select_all() if canvas.selection else canvas.text_layer.select_all()

    @Slot()
    def find(self) -> None:
        window = self._window
        if window.pictures.current:
            window.reading_controller.find_bar.open(window.canvas.text_layer.selected_text())

    @Slot()
    def remove_picture(self) -> None:
        if self._window.pictures.current:
            self._window.removals.pictures([self._window.pictures.current])

    def step_back(self) -> None:
        """Takes away the topmost of what stands over the plain window; what has the focus was asked before."""
        from eyebox.window.queue_panel import QueuePanel

        window = self._window
        queue = window.findChild(QueuePanel)
        if queue is not None and queue.isVisible():
            queue.dismiss()
        elif window.canvas.cancel():
            pass
        elif window.reading_controller.is_finding:
            window.reading_controller.find_bar.close_bar()
        elif not window.canvas.step_back():
            window.commands["full_screen"].setChecked(False)

    # View

    @Slot()
    def next_picture(self) -> None:
        self._window.pictures.step(1)

    @Slot()
    def previous_picture(self) -> None:
        self._window.pictures.step(-1)

    @Slot(bool)
    def show_text(self, shown: bool) -> None:
        self._window.canvas.text_layer.setVisible(shown)

    @Slot(bool)
    def show_filmstrip(self, shown: bool) -> None:
        self._window.filmstrip.setVisible(shown)

    @Slot(bool)
    def show_panel(self, shown: bool) -> None:
        self._window.panel.setVisible(shown)

    @Slot(bool)
    def full_screen(self, on: bool) -> None:
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if on else state & ~full)

    @Slot()
    def toggle_theme(self) -> None:
        theme = "light" if self._window.theme.dark else "dark"
        self._settings_changed(self._window.settings.with_value("theme", theme))

    # Picture

    @Slot(bool)
    def tool_select(self, on: bool) -> None:
        if on:
            self._window.canvas.set_tool("select")
            self._window.canvas.setFocus()
        self._window.show_tool(self._window.canvas.tool)

    @Slot(bool)
    def tool_draw(self, on: bool) -> None:
        self._window.canvas.set_tool("draw" if on else "select")
        self._window.canvas.setFocus()

    @Slot()
    def read(self) -> None:
        if self._window.pictures.current:
            self._window.pictures.read(self._window.pictures.current)

    # Chat

    @Slot()
    def chat_tab(self) -> None:
        self._show_tab(CHAT)

    @Slot()
    def boxes_tab(self) -> None:
        self._show_tab(BOXES)

    @Slot()
    def text_tab(self) -> None:
        self._show_tab(TEXT)

    def _show_tab(self, tab: int) -> None:
        self._window.commands["show_panel"].setChecked(True)
        self._window.panel.show_tab(tab)

    @Slot()
    def ask(self) -> None:
        self._show_tab(CHAT)
        self._window.chats.pane(self._window.chats.active).focus_composer()

    @Slot(str)
    def ask_about(self, box_id: str) -> None:
        """Starts a question about a box: its label is looked for."""
        found = self._window.annotations.owner(box_id)
        if found is not None:
            self.ask()
            composer = self._window.chats.pane(self._window.chats.active).composer
            composer.set_draft(self.tr("find “%1”").replace("%1", found[1].label))

    @Slot()
    def new_chat(self) -> None:
        self._show_tab(CHAT)
        self._window.chats.add(self._window.chats.active)

    @Slot()
    def close_chat(self) -> None:
        self._window.removals.chat(self._window.chats.active)

    @Slot()
    def choose_model(self) -> None:
        self.choose_model_of(self._window.chats.active)

    @Slot(str)
    def choose_model_of(self, chat: str) -> None:
        """Offers what can answer in a chat."""
        self._window.picking.open(chat)

    @Slot()
    def unload_model(self) -> None:
        self._window.models.unload()

    @Slot()
    def stop(self) -> None:
        self._window.importing.stop()
        for lane in self._window.lanes.values():
            lane.stop_all()

    @Slot()
    def queue(self) -> None:
        from eyebox.window.queue_panel import QueuePanel

        window = self._window
        panel = window.findChild(QueuePanel) or QueuePanel(tuple(window.lanes.values()), window.theme, window)
        panel.show_above(window.status.queue)

    @Slot(str)
    def open_folder_of(self, model: str) -> None:
        """Opens the folder of a model in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(model))

    def show_in_folder(self, path: str) -> None:
        """Opens the folder of a file in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
