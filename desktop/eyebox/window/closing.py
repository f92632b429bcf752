"""Whether the window may close, and the program end with it: asked where something runs, said where something is not saved."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from eyebox.program import Program
from eyebox.window.notice import Notice


class Closing(QObject):
    """What keeps a user from losing something by closing the window."""

    def __init__(self, program: Program, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._notice = notice
        self._window = window
        self._warned = False

    def may_close(self) -> bool:
        """Asks where something runs, and says once where something is not saved. What goes wrong here keeps nobody."""
        try:
            return self._program.is_ending or (self._may_stop_jobs() and self._is_saved())
        except Exception:
            sys.excepthook(*sys.exc_info())
            return True

    def _may_stop_jobs(self) -> bool:
        return not (self._program.settings.confirm_close and self._program.is_busy()) or self.confirm()

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
        workspace = self._program.workspace
        if workspace.store.is_in_memory and workspace.has_content():
            sentence = self.tr(
                "Nothing of this run is on the disk. Export what you need, or close again to give it up."
            )
        elif not workspace.write_queue.finish():
            sentence = self.tr("Not everything is saved yet. Wait a moment, or close again to give it up.")
        else:
            return True
        if self._warned:
            return True
        self._warned = True
        self._notice.show_error(sentence)
        return False
