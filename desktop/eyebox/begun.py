"""The picture engine as it is begun before Qt is imported: it decodes what the command line names, until a lane asks for that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import monotonic, time
from typing import Any

from eyebox.folders import Folders
from eyebox.picture_folders import SUFFIXES
from eyebox.running import running_process
from eyebox.workspace.pixel_files import PixelFiles
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import Decode, Measure
from eyebox_models.protocol.requests import Request
from eyebox_resources import path

FRESH = 10.0
"""Seconds after which what was decoded is not taken for what the file holds now."""
_OF_PAGES = (".pdf", ".tif", ".tiff")
_BESIDE_BOXES = (".jpg", ".jpeg", ".png", ".webp", ".bmp")
_FIRST = "first"


class BegunEngine(EngineProcess):
    """A picture engine that works at `first` already; the first `run` of an equal request goes on with that."""

    def __init__(self, log_file: Path, first: Request) -> None:
        super().__init__("picture", log_file)
        self.begun_at = time()
        self._fresh_until = monotonic() + FRESH
        self._first: Request | None = first
        self._adopted = ""
        self._events: SimpleQueue[Any] = SimpleQueue()
        Thread(target=self._begin, args=(first,), daemon=True).start()

    def start(self) -> None:
        """As EngineProcess.start, but does not wait for the first job, which starts it."""
        if self._first is None:
            super().start()

    def run(self, job_id: str, request: Request, on_event: Callable[[Any], None]) -> End:
        if self._first != request:
            return super().run(job_id, request, on_event)
        self._first = None
        if monotonic() > self._fresh_until:
            return super().run(job_id, request, on_event)
        self._adopted = job_id
        if job_id in self._stops:
            super().stop(_FIRST)
        while not isinstance(event := self._events.get(), End):
            if isinstance(event, Exception):
                raise event
            on_event(event)
        self._stops.discard(job_id)
        return event

    def stop(self, job_id: str) -> None:
        super().stop(job_id)
        if job_id == self._adopted:
            super().stop(_FIRST)

    def _begin(self, first: Request) -> None:
        try:
            self._events.put(super().run(_FIRST, first, self._events.put))
        except Exception as error:
            self._events.put(error)


def begin_picture_engine(arguments: Sequence[str]) -> BegunEngine | None:
    """Begins to decode the first of these files, or only loads the libraries for it.

    None where a running program has an engine, or there are no folders yet.
    """
    folders = Folders.of_user()
    if not folders.log.is_dir() or running_process(folders):
        return None
    if picture := _first_picture(arguments[0]):
        # One that a file of boxes is about is shown with these, so all of it is wanted.
        is_alone = picture == str(Path(arguments[0]).absolute())
        first = Decode(picture, PixelFiles(folders.cache).folder, preview=is_alone)
        return BegunEngine(folders.log / "picture.log", first)
    return BegunEngine(folders.log / "picture.log", Measure(str(path("sample.png"))))


def _first_picture(argument: str) -> str:
    """The file that is decoded first where a program is started with this one; "" where only the program can tell."""
    file = Path(argument).absolute()
    if file.suffix.lower() in SUFFIXES:
        candidates = [] if file.suffix.lower() in _OF_PAGES else [file]
    else:  # of boxes: their picture most often has the same name
        candidates = [file.with_suffix(suffix) for suffix in _BESIDE_BOXES] if file.suffix else []
    return next((str(one) for one in candidates if one.is_file()), "")
