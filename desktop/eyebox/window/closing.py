"""Whether the window may close, and the program end with it: asked where something runs, said where something is not saved."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from eyebox.program import Program
from eyebox.window.notice import Notice
from eyebox.window.question import asks

NAMED = 5
"""Jobs that the question names; more are only counted."""


class Closing(QObject):
    """What keeps a user from losing something by closing the window."""

    def __init__(self, program: Program, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._notice = notice
        self._window = window
        self._warned = False
        self._is_quitting = False

    @Slot()
    def quit(self) -> None:
        """Closes the window and ends the program, whether it would stay in the tray or not."""
        self._is_quitting = True
        self._window.close()
        self._is_quitting = False

    def stays(self) -> bool:
        """Whether the program stays in the tray without the window. The first time it asks."""
        from eyebox.capture.tray import has_tray

        settings = self._program.settings
        if self._is_quitting or self._program.is_ending or settings.stay_in_tray == "no" or not has_tray():
            return False
        if settings.stay_in_tray == "ask":
            stays = self.confirm_tray()
            self._program.change_settings(settings.with_value("stay_in_tray", "yes" if stays else "no"))
            return stays
        return True

    def confirm_tray(self) -> bool:
        """Asks whether the program is to stay in the tray."""
        text = self.tr("Keep Eyebox in the tray?")
        details = self.tr(
            "A screen capture then begins at once, by its key or from the tray, and jobs go on. "
            "It is asked only now; the settings can change it."
        )
        keep, leave = self.tr("Keep in the tray"), self.tr("Quit")
        return asks(self._window, text, details, keep, leave, begins_with_yes=True)

    def may_close(self) -> bool:
        """Asks where something runs, and says once where something is not saved. What goes wrong here keeps nobody."""
        try:
            return self._program.is_ending or (self._may_stop_jobs() and self._is_saved())
        except Exception:
            sys.excepthook(*sys.exc_info())
            return True

    def _may_stop_jobs(self) -> bool:
        at_work = self._program.at_work() if self._program.settings.confirm_close else []
        return not at_work or self.confirm(at_work)

    def confirm(self, at_work: Sequence[str]) -> bool:
        """Asks whether to end although these are at work."""
        text = self.tr("Close Eyebox and stop %n job(s)?", "", len(at_work))
        named = [f"•  {title}" for title in at_work[:NAMED]]
        if len(at_work) > NAMED:
            named.append(self.tr("and %n more", "", len(at_work) - NAMED))
        kept = self.tr("What was read and answered so far is kept.")
        details = "\n".join((*named, "", kept))
        leave, stay = self.tr("Close anyway"), self.tr("Keep working")
        return asks(self._window, text, details, leave, stay, destroys=True)

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
