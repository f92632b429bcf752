"""Starts the program with its window, and ends both again."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from eyebox.collector import Collector
from eyebox.folders import Folders
from eyebox.formats import may_be_annotations
from eyebox.heap import give_memory_back
from eyebox.language import Language, translated
from eyebox.program import Program
from eyebox.screen import make_application, telling_of_a_lost_screen
from eyebox.session_bus import without_a_new_bus
from eyebox.settings.store import SettingsStore
from eyebox.signals import ended_by_signals
from eyebox.theme import Theme
from eyebox.window.main_window import MainWindow
from eyebox_models.files.atomic_write import private_opener
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_resources import path

if TYPE_CHECKING:
    from argparse import Namespace

    from eyebox.begun import BegunEngine
    from eyebox.single import Single

PAINTED_MS = 150
"""So long after the first paint the engines start that nobody has asked for yet."""
LISTENING_MS, TRAY_MS = 400, 500
"""When other starts are listened to and the icon in the tray is made: they cost the first paint nothing."""
BOXES_MS = 500
"""So much later all of this is where a file of boxes is opened: it is read, its picture decoded and both painted before."""
READING_MS = 1500
"""When reading begins at the latest, where nothing is painted."""
COLLECTING_MS = 1500
"""When garbage is collected for the first time: the window has been painted by then."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """The program with its window."""

    program: Program
    window: MainWindow

    def end(self) -> None:
        """Begins to end both, without asking; `ended` of the program follows."""
        self.window.leave()
        self.program.end()

    def close(self) -> None:
        """Ends both without asking; leaves no process behind."""
        self.window.leave()
        self.program.close()


def build(
    folders: Folders,
    *,
    start: Sequence[str] = (),
    begun: BegunEngine | None = None,
    paths: Sequence[str] = (),
) -> Desktop:
    """Builds the program in these folders, and its window, and opens files; engines of the roles in `start` begin at once,
    others after the first paint. `begun` is one that runs already. It ends when the window is closed.

    Raises EyeboxError when nothing can be written at all.
    """
    program = Program(folders, start=start, begun=begun)
    window = MainWindow(program, Theme(text_size=program.settings.text_size))
    window.closed.connect(program.end)
    program.begin(paths)
    return Desktop(program, window)


class _AfterFirstPaint(QObject):
    """Starts what can wait once the window has been painted."""

    def __init__(self, desktop: Desktop, engines: Sequence[str], later: int) -> None:
        """`later`: so many milliseconds more are waited."""
        super().__init__(desktop.window)
        self._desktop = desktop
        self._engines = engines
        self._later = later
        desktop.window.installEventFilter(self)
        reader = desktop.program.lanes["reader"]
        QTimer.singleShot(READING_MS, reader, reader.go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(PAINTED_MS + self._later, self._start)
        return False

    def _start(self) -> None:
        for role in self._engines:
            self._desktop.program.lanes[role].start_engine()
        self._desktop.program.lanes["reader"].go_on()
        self._desktop.window.settle()
        give_memory_back()
        self._desktop.program.workspace.tidy_later()


def run(
    paths: Sequence[str] = (),
    *,
    begun: BegunEngine | None = None,
    capture: Namespace | None = None,
    words: Sequence[str] = (),
) -> int:
    """Opens the window with these pictures, in the running program where there is one. Returns the exit status.

    `begun`: an engine that runs already. `capture`: the options of a capture, as on the command line in `words`, for which
    no window is opened.
    """
    application = make_application()
    application.setApplicationName("eyebox")
    application.setApplicationDisplayName("Eyebox")
    application.setDesktopFileName("eyebox")
    # Before the window is mapped: set later, a window manager paints its title bar a second time.
    application.setWindowIcon(QIcon(str(path("icons", "eyebox.svg"))))
    folders = Folders.of_user()
    try:
        folders.make()
    except EyeboxError as error:
        return _complain(application, folders, error)
    # What Qt itself keeps (the last folder of a file dialog, say) lies with the rest, also on a stick.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folders.config))
    from eyebox.single import Single

    single = Single(folders.data)
    absolute = [str(Path(path).absolute()) for path in paths]
    try:
        if not single.is_first():
            single.hand_over({"open": absolute} if capture is None else {"capture": [*words]})
            return 0
    except EyeboxError as error:
        return _complain(application, folders, error)
    try:
        with without_a_new_bus():
            desktop = build(folders, start=["picture"] if paths else [], begun=begun, paths=absolute)
    except EyeboxError as error:
        single.release()
        return _complain(application, folders, error)
    window = desktop.window
    sys.excepthook = partial(_report_unexpected, window, folders.log / "window.log")
    single.requested.connect(window.take_request)
    single.server_came.connect(desktop.program.bridge.take)
    later = BOXES_MS if any(map(may_be_annotations, paths)) else 0
    _AfterFirstPaint(
        desktop, [role for role in ("picture", "reader") if role != "picture" or not paths], later
    )
    QTimer.singleShot(LISTENING_MS + later, partial(_listen, single, window))
    QTimer.singleShot(COLLECTING_MS, partial(Collector, application))
    application.commitDataRequest.connect(window.closing.quit)
    application.setQuitOnLastWindowClosed(False)
    desktop.program.ended.connect(application.quit)
    if capture is None:
        desktop.program.lanes["reader"].hold()
        window.show()
        QTimer.singleShot(TRAY_MS + later, partial(_begin_captures, desktop, single))
    else:
        _begin_captures(desktop, single, capture)
    with telling_of_a_lost_screen(), ended_by_signals(desktop.end):
        status = application.exec()
        desktop.close()
    single.release()
    return status


def _begin_captures(desktop: Desktop, single: Single, options: Namespace | None = None) -> None:
    """From now on captures can be asked for; with options one begins, for which the program was started."""
    from eyebox.resident import Resident

    captures = Resident(desktop.program, desktop.window)
    single.capture_asked.connect(captures.asked)
    if options is not None:
        captures.capture_once(options)


def _listen(single: Single, window: MainWindow) -> None:
    """Takes later starts' requests, and those of the local API; where that can't be, the program runs all the same."""
    try:
        single.listen()
    except EyeboxError as error:
        print(f"eyebox: {error}", file=sys.stderr)
        window.notice.show_notice(translated(error.sentence))
    window.api_controller.begin()


def _report_unexpected(
    window: MainWindow,
    log: Path,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Shows and logs what nobody caught; the program goes on."""
    text = "".join(traceback.format_exception(kind, error, trace))
    sys.__stderr__.write(text) if sys.__stderr__ else None
    with suppress(OSError), open(log, "a", encoding="utf-8", opener=private_opener) as file:
        file.write(text)
    sentence = (
        error.sentence
        if isinstance(error, EyeboxError)
        else Sentence("unexpected-logged", "Something unexpected happened; {log} says more.", log=log)
    )
    window.unexpected.emit(translated(sentence))


def capture(options: Namespace, words: Sequence[str]) -> int:
    """`eyebox capture` where no program runs: a region of the screen into the window, or with `read` its text printed."""
    if options.check:
        from eyebox.capture.check import check_and_print

        return check_and_print(make_application())
    if not options.read:
        return run(capture=options, words=words)
    from eyebox.capture.screen import Wanted
    from eyebox.capture.to_text import capture_to_text
    from eyebox.capturing import MODES, NO_REGION
    from eyebox.cli import main as run_command
    from eyebox.cli.sessions import store_to_read
    from eyebox.jobs.background import Background
    from eyebox.workspace.captures import kept_region

    region = None
    if options.region or options.mode == "last":
        region = QRect()
        with suppress(EyeboxError), closing(store_to_read(Folders.of_user())) as store:
            region = kept_region(store, options.region)
        if region.isEmpty():
            print(f"eyebox: {NO_REGION}", file=sys.stderr)
            return 1
    application = make_application()
    wanted = Wanted(MODES.get(options.mode, "region"), region, options.delay)
    run_off = Background(application).run
    return capture_to_text(
        application, Theme(), run_off, wanted, lambda file: run_command(["read", str(file)])
    )


def _complain(application: QApplication, folders: Folders, error: EyeboxError) -> int:
    """Says why the program does not start: in English on stderr, and in a window in the user's language."""
    print(f"eyebox: {error}", file=sys.stderr)
    if QApplication.platformName() not in ("offscreen", "minimal"):
        from PySide6.QtWidgets import QMessageBox

        Language(application).use(SettingsStore(folders.config / "settings.json").load().language)
        QMessageBox.critical(None, "Eyebox", translated(error.sentence))
    return 1
