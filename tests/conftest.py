"""For all tests: no screen is needed, nothing of the user is touched, and nobody may leave threads or processes behind."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from eyebox.qt_import import import_qt
from eyebox.session import database
from kept_engines import KEPT
from modal import end_when_excepted, no_more_alarms, signals_wake_qt

import_qt()  # as the program does it: PySide would otherwise read the source of every module that is imported from now on

_keep_engines: set[Path] = set()
"""Files whose tests use kept engines."""

PATIENCE_MS = 120_000
"""How long a test waits for what must come where it says nothing else: five seconds are too few for a busy machine."""
for wait in (
    QtBot.waitUntil,
    QtBot.waitSignal,
    QtBot.waitSignals,
    QtBot.waitCallback,
    QtBot.waitExposed,
    QtBot.waitActive,
):
    wait.__kwdefaults__["timeout"] = PATIENCE_MS

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Two files run side by side: a second thread for models as tiny as ours would only spin while the other file computes.
os.environ.setdefault("OMP_NUM_THREADS", "1")
# Engines of tests find nothing out about this processor: it takes two processes each time.
os.environ.setdefault("EYEBOX_CPU_KERNELS", "standard")
# Pythons are looked for in PATH by their names: pyenv's scripts of those names start thirty processes before Python itself.
_programs = os.environ.get("PATH", "").split(os.pathsep)
if any(Path(folder).name == "shims" for folder in _programs):
    _programs = [folder for folder in _programs if Path(folder).name != "shims"]
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.base_prefix, "bin")), *_programs])
# A kill loses nothing that was handed to the system: only a power cut would, and nobody cuts the power of a test.
database.SYNCHRONOUS = "OFF"
os.fsync = lambda _descriptor: None
if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # started in the background: commands under test could not be stopped
    signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("searching", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


_looked_at = 0
"""How many modules were imported when the collector last looked at what they hold."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    _keep_engines.update(item.path for item in items if "kept_engines" in getattr(item, "fixturenames", ()))


def pytest_runtest_setup() -> None:
    """No dialog waits for ever; and what imports made stays for ever, and is not searched for garbage again and again:
    with torch and transformers that takes a quarter of a second each time, and freeing a model or running out of memory
    does it several times.
    """
    global _looked_at
    end_when_excepted()
    if len(sys.modules) >= _looked_at + 100:
        _looked_at = len(sys.modules)
        gc.unfreeze()
        gc.collect()
        gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport() -> None:
    no_more_alarms()


GRACE_S = 60
"""What a test has to end after its time is over."""
_stderr = 2
"""Where this process tells why it ends; pytest captures what tests write there."""


SILENCE_S = 800
"""How long workers may say nothing, where no thorough tests are among theirs: more than any test may take."""
_hears_workers = False


def pytest_configure(config: pytest.Config) -> None:
    global _stderr, _hears_workers
    _stderr = os.dup(2)
    is_worker = hasattr(config, "workerinput")
    _hears_workers = (
        not is_worker and config.getoption("dist", "no") != "no" and "not thorough" in config.option.markexpr
    )


def pytest_runtest_logreport() -> None:
    """Ends everything once workers wait for each other for ever (pytest-xdist's scheduler may do so)."""
    if _hears_workers:
        faulthandler.dump_traceback_later(SILENCE_S, exit=True, file=_stderr)


def pytest_unconfigure() -> None:
    faulthandler.cancel_dump_traceback_later()


def pytest_enter_pdb() -> None:
    faulthandler.cancel_dump_traceback_later()


@pytest.hookimpl(wrapper=True)
def pytest_timeout_set_timer(settings: Any) -> Iterator[None]:
    """Where no exception ends a test its process ends, with all threads told."""
    faulthandler.dump_traceback_later(settings.timeout + GRACE_S, exit=True, file=_stderr)
    return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)  # within the time that pytest gives a test
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Deletes the widgets a test leaves, which each later window would dress again, and then frees cycles with Qt's objects,
    on the thread that owns them and never by itself, as the program does it (eyebox.collector).
    """
    has_qt = "models" not in item.path.parent.parts
    if has_qt:
        gc.disable()
    else:
        gc.enable()
    try:
        return (yield)
    finally:
        if has_qt:
            delete_widgets()
            gc.collect(2 if gc.get_count()[2] >= gc.get_threshold()[2] else 1)
        faulthandler.cancel_dump_traceback_later()


def delete_widgets() -> None:
    """Deletes all widgets there are, but for lists of completers: a completer deletes its own, and would do it twice."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtWidgets import QAbstractItemView, QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return
    for widget in QApplication.topLevelWidgets():
        is_list = isinstance(widget, QAbstractItemView) and widget.windowType() == Qt.WindowType.Popup
        if widget.parent() is None and not is_list:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def qapp(qapp: object) -> Iterator[object]:
    """A test's time is over also where it waits in a dialog."""
    with signals_wake_qt():
        yield qapp


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard() -> Iterator[None]:
    """What Python put on the clipboard goes before Python does: Qt would free it as the process ends, and crash."""
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if isinstance(QGuiApplication.instance(), QGuiApplication):
            QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has its own folders."""
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "eyebox home"))


@pytest.fixture(autouse=True)
def pictures_decoded_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """What readers and models run in the tests' own process ask of their picture engine is done there, too."""
    from eyebox_models.engine.decoding import PICTURES, PictureEngine
    from eyebox_models.engine.handlers import Worker
    from eyebox_models.picture import decoder

    def run(_self: PictureEngine, request: object, stop: threading.Event | None = None) -> object:
        return Worker().perform(request, lambda _event: None, stop or threading.Event())

    monkeypatch.setattr(PictureEngine, "run", run)
    decoder.use(PICTURES)


@pytest.fixture(autouse=True)
def transformers_as_it_is() -> Iterator[None]:
    """Importing gptqmodel (peft does it too) changes how transformers computes positions: the next test has them right."""
    yield
    if "gptqmodel" in sys.modules:
        from eyebox_models.vision.quantize import restore_rope_init

        restore_rope_init()


@pytest.fixture(scope="module", autouse=True)
def no_template_process() -> Iterator[None]:
    """Ends the process that renders chat templates, which serves all tests of a file."""
    yield
    if "eyebox_models.vision.template" in sys.modules:
        from eyebox_models.vision.template import RENDERER

        RENDERER.close()


@pytest.fixture(scope="session", autouse=True)
def no_kept_engine() -> Iterator[None]:
    """Ends the engines that went on from test to test."""
    yield
    KEPT.close()


@pytest.fixture(scope="module", autouse=True)
def fresh_engines(request: pytest.FixtureRequest) -> None:
    """Ends kept engines where a file's tests don't use them: they may look at which processes there are."""
    if request.path not in _keep_engines:
        KEPT.close()


@pytest.fixture
def kept_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test uses reader and picture engines that other tests used before it."""
    monkeypatch.setattr("eyebox_models.engine.process.ChildProcess", KEPT.child)


def processes_below() -> list[psutil.Process]:
    """The processes below this one, but for kept engines. Linux says at once which there are; psutil reads all that the
    machine runs, which takes longer than most tests.
    """
    try:
        found = _ids_below(os.getpid(), KEPT.processes())
    except OSError:  # another system, or a thread that has just ended
        found = {child.pid for child in psutil.Process().children(recursive=True)} - KEPT.all_processes()
    processes = []
    for pid in found:
        with suppress(psutil.NoSuchProcess):  # ended meanwhile
            processes.append(psutil.Process(pid))
    return processes


def _ids_below(process: int, kept: set[int]) -> set[int]:
    threads = Path(f"/proc/{process}/task").iterdir()
    own = {int(pid) for thread in threads for pid in (thread / "children").read_text().split()} - kept
    return own.union(*(_ids_below(pid, kept) for pid in own))


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Fails a test that leaves a thread or a child process behind."""
    threads = set(threading.enumerate())
    children: set[int | None] = {child.pid for child in processes_below()}
    yield
    if "eyebox_models.vision.template" in sys.modules:  # its process goes on until the last test of the file
        from eyebox_models.vision.template import RENDERER

        children.add(RENDERER.pid)
    _gone, left = psutil.wait_procs([c for c in processes_below() if c.pid not in children], timeout=60)
    for process in left:
        process.kill()
    assert not left, f"left behind: {left}"
    threads |= KEPT.threads()
    new = [t for t in threading.enumerate() if t not in threads and not isinstance(t, threading._DummyThread)]
    for thread in new:
        thread.join(60)
    assert not [thread.name for thread in new if thread.is_alive()]
