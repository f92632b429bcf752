"""The end of the main window: whether it may close, and what is written and ended then, whatever goes wrong on the way."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from eyebox.window.shape import keep_shape

if TYPE_CHECKING:
    from eyebox.window.main_window import MainWindow


class Closing(QObject):
    """Signals: ended, when everything is written and all engines have ended."""

    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.has_begun = False
        self._warned = False
        self._open_lanes: set[str] = set()

    def may_close(self) -> bool:
        """Asks where something runs, and says once where something is not saved. What goes wrong here keeps nobody."""
        try:
            return self.has_begun or (self._may_stop_jobs() and self._is_saved())
        except Exception:
            sys.excepthook(*sys.exc_info())
            return True

    def begin(self) -> None:
        """Writes what is left and tells the engines to end; `ended` follows. Once, and whatever happens on the way."""
        if self.has_begun:
            return
        self.has_begun = True
        window = self._window
        for step in (
            window.session_file.end, partial(keep_shape, window), window.stop_made_later, window.asking.close,
            window.pictures.close, window.removals.close, window.saver.flush, window.picture_controller.clear,
        ):  # fmt: skip
            _attempt(step)
        self._open_lanes.update(window.lanes)
        for name, lane in window.lanes.items():
            lane.closed.connect(partial(self._lane_closed, name))
            lane.shut()

    def _lane_closed(self, name: str) -> None:
        self._open_lanes.discard(name)
        if not self._open_lanes:
            _attempt(self._window.saver.finish)
            self.ended.emit()

    def _may_stop_jobs(self) -> bool:
        return not (self._window.settings.confirm_close and self._is_busy()) or self.confirm()

    def _is_busy(self) -> bool:
        """Whether a job runs or waits that a user would miss."""
        made = self._window.__dict__
        jobs = [job for lane in self._window.lanes.values() for job in (lane.running(), *lane.waiting())]
        exporting = "exporting" in made and self._window.exporting.busy
        return exporting or any(job is not None and not job.quiet for job in jobs)

    def confirm(self) -> bool:
        """Asks whether to end although something is at work."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Something is still running."))
        box.setInformativeText(self.tr("What was read and answered so far is kept."))
        leave = box.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is leave

    def _is_saved(self) -> bool:
        """Whether everything is on the disk, or that it is not has been said before."""
        window = self._window
        if window.store.is_in_memory and window.has_content():
            sentence = self.tr(
                "Nothing of this run is on the disk. Export what you need, or close again to give it up."
            )
        elif not window.saver.finish():
            sentence = self.tr("Not everything is saved yet. Wait a moment, or close again to give it up.")
        else:
            return True
        if self._warned:
            return True
        self._warned = True
        window.notice.show_error(sentence)
        return False


def _attempt(step: Callable[[], object]) -> None:
    """Does a step of the end; what goes wrong is told, and the next one follows."""
    try:
        step()
    except Exception:
        sys.excepthook(*sys.exc_info())
