"""The doctor's page over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from eyebox.examination import Examination
from eyebox.theme import Theme

if TYPE_CHECKING:
    from eyebox.doctor.page import DoctorPage


class DoctorController(QObject):
    """Shows what the examination finds while the page is open, and ends it when the page is closed."""

    def __init__(self, theme: Theme, examination: Examination, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._examination = examination
        self._over = over
        self.page: DoctorPage | None = None
        """While it is open."""

    @Slot()
    def open(self) -> None:
        """Shows the page; a fresh one begins to look at once, or shows what a look that runs has found so far."""
        if self.page is None:
            from eyebox.doctor.page import DoctorPage

            examination = self._examination
            page = self.page = DoctorPage(self._theme, self._over)
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            page.look_wanted.connect(examination.look)
            page.stop_wanted.connect(examination.stop)
            page.finished.connect(self.close)
            examination.began.connect(page.begin)
            examination.found.connect(page.add)
            examination.progressed.connect(page.set_progress)
            examination.ended.connect(page.finish)
            if examination.looking:
                for check in examination.checks:
                    page.add(check)
                if examination.at is not None:
                    page.set_progress(*examination.at)
            else:
                examination.look()
        self.page.show()
        self.page.raise_()
        self.page.activateWindow()

    @Slot()
    def close(self) -> None:
        """Ends the look and closes the page, where it is open."""
        page, self.page = self.page, None
        if page is not None:
            self._examination.stop()
            page.close()
