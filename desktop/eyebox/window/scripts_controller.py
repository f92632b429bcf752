"""The page of scripts in a window: what it shows, and that what is chosen there holds."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from eyebox.program import Program
from eyebox.theme import Theme


class ScriptsController(QObject):
    """Opens the page; the picture that is shown is read again where other languages are tried afterwards."""

    def __init__(self, program: Program, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._theme = theme
        self._window = window

    @Slot()
    def open(self) -> None:
        from eyebox.scripts_page import ScriptsPage
        from eyebox_models.ocr.scripts_data import found, has_tesserocr

        settings = self._program.settings
        page = ScriptsPage(found(), settings.wanted_scripts, has_tesserocr(), self._theme, self._window)
        page.folder_wanted.connect(self._show_folder)
        page.exec()
        codes = page.chosen
        value = "auto" if codes is None else ",".join(codes) or "none"
        if value != settings.scripts:
            self._program.change_settings(settings.with_value("scripts", value))
        page.deleteLater()

    @Slot(str)
    def _show_folder(self, folder: str) -> None:
        with suppress(OSError):
            Path(folder).mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
