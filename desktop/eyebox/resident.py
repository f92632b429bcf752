"""What a program does without its window: captures from the tray, by keys of its own and for later starts."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from eyebox.capture.hotkey import Hotkey
from eyebox.capture.tray import Tray, has_tray
from eyebox.capturing import Capturing
from eyebox.program import Program
from eyebox.session.types import PictureRecord

if TYPE_CHECKING:
    from eyebox.single import CaptureAsked
    from eyebox.window.main_window import MainWindow


class Resident(QObject):
    """What captures of the whole program come from: the icon in the tray, keys of its own, later starts. And how they end."""

    def __init__(self, program: Program, window: MainWindow) -> None:
        super().__init__(program)
        self._program = program
        self._window = window
        self._tray: Tray | None = None
        self.ends_after = False
        """Whether the program was started for one capture alone, and ends when its text was taken from the clipboard."""
        self.capturing = Capturing(program, window.theme)
        self.capturing.open_wanted.connect(self._open)
        self.capturing.failed.connect(window.notice.show_error)
        self.capturing.finished.connect(self._check_end)
        QApplication.clipboard().dataChanged.connect(self._check_end)
        self.owns_clipboard = QApplication.clipboard().ownsClipboard
        self._hotkey = Hotkey(self)
        self._hotkey.pressed.connect(self.capturing.begin)
        self._hotkey.told.connect(window.notice.show_notice)
        program.settings_changed.connect(self._follow)
        program.ended.connect(self.capturing.close)
        program.ended.connect(self._hotkey.close)
        self._follow()

    def capture_once(self, options: Namespace) -> None:
        """Begins the capture that the program was started for; it stays only where it stays in the tray."""
        self.ends_after = self._program.settings.stay_in_tray != "yes" or not has_tray()
        self.capturing.failed.connect(lambda sentence: print(f"eyebox: {sentence}", file=sys.stderr))
        # once events are handled: a program that ended before that would stay
        QTimer.singleShot(0, self, partial(self.capturing.begin, options))

    @Slot()
    def _follow(self) -> None:
        settings = self._program.settings
        self._hotkey.set_keys(settings.capture_keys)
        wanted = settings.stay_in_tray == "yes" and has_tray()
        if self._tray and not wanted:
            self._tray.close()
            self._tray = None
        elif wanted and not self._tray:
            window = self._window
            self._tray = Tray(window.theme, self._program.workspace.captures.regions, self)
            self._tray.capture_wanted.connect(self._capture)
            self._tray.region_wanted.connect(lambda name: self._capture("region", name))
            self._tray.window_wanted.connect(window.come_forward)
            self._tray.settings_wanted.connect(self._show_settings)
            self._tray.quit_wanted.connect(window.closing.quit)
            self._program.noticed.connect(self._tray.say)

    @Slot(str)
    def _capture(self, mode: str, region: str = "") -> None:
        self.capturing.begin(Namespace(mode=mode, region=region, delay=0.0))

    @Slot(object)
    def asked(self, asked: CaptureAsked) -> None:
        """Begins a capture that a later start asked for."""
        from eyebox.cli.capture import capture_options

        with redirect_stderr(StringIO()), redirect_stdout(StringIO()):
            options = capture_options(asked.words)
        if isinstance(options, int):
            asked.refuse()
        else:
            self.capturing.begin(options, asked)

    @Slot(object, bool)
    def _open(self, record: PictureRecord, asks: bool) -> None:
        """Shows a capture in its session."""
        window, workspace = self._window, self._program.workspace
        self.ends_after = False
        window.come_forward()
        workspace.sessions.open(record.session)
        workspace.pictures.show(record.id)
        if asks:
            window.commands["ask"].trigger()

    @Slot()
    def _show_settings(self) -> None:
        self._window.come_forward()
        self._window.file_menu.settings()

    @Slot()
    def _check_end(self) -> None:
        """Ends a program that was started for one capture: X11 loses what is on the clipboard with who put it there."""
        if self.ends_after and not (
            self.capturing.is_busy or self.owns_clipboard() or self._window.isVisible()
        ):
            self._window.closing.quit()
