"""Tries engines, libraries and Qt in child processes, each with a time limit; stopping ends them at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, Thread, Timer
from typing import Any

from eyebox.doctor.facts import Ending, Engine, Probed, Screen, Window
from eyebox.doctor.fix import LIBRARIES, lacking
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.advice import frozen
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.cards import ModelCards
from eyebox_models.protocol.events import End
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.picture_requests import Decode, Read
from eyebox_models.protocol.probe import ProbeReport
from eyebox_models.protocol.requests import ListModels, Probe, Request
from eyebox_resources import path

WINDOW_LIMIT, ENGINE_LIMIT = 20.0, 120.0
LIMITS = {"packages": 60.0, "torch": 120.0}
LIMIT = 180.0
"""Seconds: importing torch from a cold disk may take a minute, and gptqmodel much of it again."""
_GLANCE = 0.1
HIDDEN_OPTION = "--window-probe"
_PLUGIN_LIBRARIES = (
    "xcb-cursor",
    "xcb-icccm",
    "xcb-image",
    "xcb-keysyms",
    "xcb-render-util",
    "xkbcommon-x11",
)


class Children:
    """Runs children one after the other and kills the one that runs when `stop` is set. Close it in the end."""

    def __init__(self, stop: Event | None = None, limit: Callable[[str], float] | None = None) -> None:
        self._stop = stop or Event()
        self._limit = limit or (lambda what: LIMITS.get(what, LIMIT))
        self._lock = Lock()
        self._kill: Callable[[], None] | None = None
        self._over = Event()
        self._folder = tempfile.TemporaryDirectory(prefix="eyebox-doctor-", ignore_cleanup_errors=True)
        self.log = Path(self._folder.name) / "log"
        self._watcher = Thread(target=self._watch, name="doctor-stop", daemon=True)
        self._watcher.start()

    def __enter__(self) -> Children:
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._watcher.join()
        self._folder.cleanup()

    @property
    def stopped(self) -> bool:
        """Whether everything should end."""
        return self._stop.is_set()

    def picture(self) -> Engine:
        """Has the engine of pictures decode a small white one."""
        folder = Path(self._folder.name)
        end, ending = self._engine("picture", Decode(self._white(), str(folder)), ENGINE_LIMIT)
        return _engine("picture", end, ending)

    def reader(self) -> Engine:
        """Has the reader read the sample picture."""
        end, ending = self._engine("reader", Read(str(path("sample.png"))), ENGINE_LIMIT)
        if (
            ending == "done"
            and end.outcome == "done"
            and not (isinstance(end.result, Page) and end.result.lines)
        ):
            end = End("failed", "The reader found no text in the sample picture.")
        return _engine("reader", end, ending)

    def library(self, home: Path, folders: Sequence[str] = ()) -> Engine:
        """Has the library look for models on this machine, and in added `folders`."""
        end, ending = self._engine("library", ListModels(str(home), tuple(folders)), ENGINE_LIMIT)
        answer = str(len(end.result.cards)) if isinstance(end.result, ModelCards) else ""
        return _engine("library", end, ending, answer)

    def probe(self, what: str, requirements: Sequence[str] = ()) -> Probed:
        """Has one library compute in an engine of its own."""
        return self._probed("model", what, requirements)

    def _probed(self, role: str, what: str, requirements: Sequence[str] = ()) -> Probed:
        end, ending = self._engine(role, Probe(what, tuple(requirements)), self._limit(what))
        if ending == "done" and isinstance(end.result, ProbeReport):
            return Probed(what, end.result)
        if ending == "done":
            ending = "crashed"
        return Probed(what, None, ending, end.message, end.detail)

    def network(self) -> tuple[Probed, ...]:
        """Has an engine of each kind that may stand in a Python of its own try to reach out, which must not work."""
        return tuple(self._probed(role, "network") for role in ("picture", "model"))

    def window(self) -> Window:
        """Has Qt start, and say what it finds."""
        server, display = _server()
        desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
        about: dict[str, Any] = {"server": server, "display": display, "desktop": desktop}
        answer = Path(self._folder.name) / "window.json"
        if frozen():
            command = [sys.executable, HIDDEN_OPTION, str(answer)]
        else:
            command = [sys.executable, "-P", "-m", "eyebox.doctor.window_probe", str(answer)]
        values = dict(os.environ)
        if not server:
            values["QT_QPA_PLATFORM"] = "offscreen"
        ending, code, said = self._run(command, {**values, "QT_DEBUG_PLUGINS": "1"})
        found: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            found = json.loads(answer.read_text("utf-8"))
        if ending == "done" and code == 0 and found:
            screens = tuple(Screen(*each) for each in found.pop("screens", ()))
            fitting: Any = {key: tuple(v) if isinstance(v, list) else v for key, v in found.items()}
            return Window(**about, screens=screens, **fitting)
        if ending == "done":
            ending = "crashed"
        files = lacking(said) or _missing_plugin_libraries(said)
        return Window(**about, ending=ending, error=_last_words(said, code), lacking=files)

    def _white(self) -> str:
        picture = Path(self._folder.name) / "white.pgm"
        picture.write_bytes(b"P5 64 32 255\n" + b"\xff" * (64 * 32))
        return str(picture)

    def _engine(self, role: str, request: Request, limit: float) -> tuple[End, Ending]:
        engine = EngineProcess(role, self.log)

        def end_it() -> None:
            engine.hang_up()
            engine.kill()

        hung = Event()

        def give_up() -> None:
            hung.set()
            engine.kill()

        timer = Timer(limit, give_up)
        timer.daemon = True
        try:
            with self._killing(end_it):
                if self.stopped:
                    return End("stopped"), "stopped"
                timer.start()
                end = engine.run(new_id(), request, lambda _event: None)
        finally:
            timer.cancel()
            engine.close()
        if self.stopped:
            return end, "stopped"
        if hung.is_set():
            return end, "hung"
        return end, "done"

    def _run(self, command: list[str], values: dict[str, str]) -> tuple[Ending, int, str]:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=values,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            return "crashed", -1, str(error)
        ending: Ending = "done"
        with process, self._killing(process.kill):
            try:
                _, said = process.communicate(timeout=WINDOW_LIMIT)
            except subprocess.TimeoutExpired as late:
                ending, said = "hung", late.stderr or b""  # no more of it: what it started may hold the pipe
                process.kill()
        if self.stopped:
            ending = "stopped"
        return ending, process.returncode, said.decode("utf-8", "replace")

    @contextmanager
    def _killing(self, kill: Callable[[], None]) -> Iterator[None]:
        """While it is entered, a stop kills this child."""
        with self._lock:
            self._kill = kill
        try:
            yield
        finally:
            with self._lock:
                self._kill = None

    def _watch(self) -> None:
        while not self._over.is_set():
            if self._stop.wait(_GLANCE):
                with self._lock:
                    if self._kill is not None:
                        self._kill()
                self._over.wait(_GLANCE)


def _engine(role: str, end: End, ending: Ending, answer: str = "") -> Engine:
    if ending == "done" and end.outcome == "done":
        return Engine(role, answer=answer)
    if ending == "done":
        ending = "crashed"
    return Engine(role, ending, "", end.message or end.outcome, end.detail)


def _server() -> tuple[Any, str]:
    """What shows windows here: Wayland, X11, the system itself, or nothing."""
    if sys.platform != "linux":
        return "system", ""
    if display := os.environ.get("WAYLAND_DISPLAY"):
        return "wayland", display
    if display := os.environ.get("DISPLAY"):
        return "x11", display
    return "", ""


def _missing_plugin_libraries(said: str) -> tuple[str, ...]:
    """Libraries of Qt's X11 plugin that are not on this system, where Qt says that it did not load."""
    if sys.platform != "linux" or "platform plugin" not in said:
        return ()
    from ctypes.util import find_library

    missing = [f"lib{name}.so" for name in _PLUGIN_LIBRARIES if find_library(name) is None]
    return tuple(name for name in missing if name in LIBRARIES)


def _last_words(said: str, code: int) -> str:
    """What a process said last that is not Qt's own account of its plugins."""
    lines = [line for line in said.splitlines() if line.strip() and "qt.core." not in line]
    words = lines[-1].strip() if lines else ""
    for line in lines:
        if "connect to display" in line or "Could not load the Qt platform plugin" in line:
            words = line.strip()
            break
    return words[:300] or f"exit code {code}"
