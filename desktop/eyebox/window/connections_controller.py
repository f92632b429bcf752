"""Counts what was tried to be reached while the program runs, and shows the page of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.window.question import with_ending
from eyebox_models.files.atomic_write import save_file
from eyebox_models.offline.attempts import Attempt, News, attempts, forget
from eyebox_models.offline.guard import TRIED

if TYPE_CHECKING:
    from eyebox.connections.page import ConnectionsPage

LOOK_MS = 1000


class ConnectionsController(QObject):
    """Looks once a second whether anything was added to the record; engines and other processes write it."""

    def __init__(
        self,
        theme: Theme,
        show_counts: Callable[[int, int], None],
        notice: Notice,
        background: Background,
        over: QWidget,
    ) -> None:
        """`show_counts` gets the connections made and refused since now."""
        super().__init__(over)
        self._theme = theme
        self._show_counts = show_counts
        self._notice = notice
        self._background = background
        self._over = over
        self._news = News()
        self._made = self._refused = 0
        self.page: ConnectionsPage | None = None
        """While it is open."""
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Takes in what was added."""
        fresh = self._news.take()
        if not fresh:
            return
        self._made += sum(one.is_connection for one in fresh)
        self._refused += sum(not one.allowed and one.reason.code != TRIED.code for one in fresh)
        self._show_counts(self._made, self._refused)
        if self.page is not None:
            self.page.show_counts(self._made, self._refused)
            self.page.add(fresh)

    @Slot()
    def open(self) -> None:
        """Shows the page with all that is kept."""
        if self.page is None:
            from eyebox.connections.page import ConnectionsPage
            from eyebox_models.offline.promise import promises

            self.look()
            page = self.page = ConnectionsPage(self._theme, promises(), self._over)
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            page.add(attempts())
            page.show_counts(self._made, self._refused)
            page.save_wanted.connect(partial(self._save, page))
            page.forget_wanted.connect(partial(self._forget, page))
            page.finished.connect(self._on_closed)
        self.page.show()
        self.page.raise_()
        self.page.activateWindow()

    @Slot()
    def close(self) -> None:
        """Closes the page, where it is open, and looks no more."""
        self._timer.stop()
        if self.page is not None:
            self.page.close()

    @Slot()
    def _on_closed(self) -> None:
        self.page = None

    def _save(self, page: ConnectionsPage, listed: Sequence[Attempt]) -> None:
        """Asks for a file and writes what is listed into it, as JSON or CSV by its name."""
        from eyebox.connections.rows import as_csv, as_json

        kinds = "JSON (*.json);;CSV (*.csv)"
        path, chosen = QFileDialog.getSaveFileName(
            page, self.tr("Export the connections"), "connections.json", kinds
        )
        if path and not path.lower().endswith((".json", ".csv")):
            path = with_ending(page, path, ".csv" if "csv" in chosen else ".json")
        if not path:
            return
        text = as_csv(listed) if path.lower().endswith(".csv") else as_json(listed)
        self._background.run(
            lambda: save_file(Path(path), text),
            lambda _none: self._notice.show_notice(self.tr("Saved %1").replace("%1", Path(path).name)),
            lambda error: self._notice.show_error(translated(error.sentence), details=error.detail),
        )

    def _forget(self, page: ConnectionsPage) -> None:
        text = self.tr("Clear the list of all attempts to connect? It can't be brought back.")
        if QMessageBox.question(page, page.windowTitle(), text) != QMessageBox.StandardButton.Yes:
            return
        try:
            forget()
        except OSError as error:
            self._notice.show_error(str(error))
            return
        self.look()
        page.clear()
