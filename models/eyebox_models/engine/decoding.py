"""How an engine that reads or answers gets pictures: from a picture engine of its own, never by decoding them itself.

What attacks a decoder, or takes all memory, then meets a process that holds nothing else.
"""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any
from weakref import finalize

from eyebox_models.files.atomic_write import file_lock
from eyebox_models.files.document_page import file_of
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.document import TextLayer
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.picture_requests import Decode, LookIntoVideo, Measure, TakeText
from eyebox_models.protocol.pixels import PictureFacts, Pixels
from eyebox_models.protocol.requests import Request
from eyebox_models.protocol.video import VideoFacts

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from eyebox_models.engine.process import EngineProcess

_PREFIX = "eyebox-pictures-"
_STOP_LOOKED_AT = 0.05
_OLD = 60.0
"""Seconds after which a folder whose lock nobody holds is one that a killed engine left."""


class PictureEngine:
    """A picture engine, started when it is first needed. Its methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._engine: EngineProcess | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._folder: Path | None = None
        self._removal: finalize | None = None  # type: ignore[type-arg]
        self._ahead: tuple[object, Future[Any]] | None = None

    def measure(self, path: str | Path, stop: Event | None = None) -> PictureFacts:
        """Size and sha256 of a picture. Raises EyeboxError or Stopped."""
        return self.run(Measure(str(path)), stop)  # type: ignore[no-any-return]

    def decode(
        self, path: str | Path, stop: Event | None = None, plain: bool = False, turns: int = 0
    ) -> Pixels:
        """A picture in a file without smaller levels, which the caller removes. Raises EyeboxError or Stopped."""
        with self._lock:
            ahead, self._ahead = self._ahead, None
            request = self._decode(path, plain, turns)
        if ahead is not None and ahead[0] == _state(path, turns) and not plain:
            return self._result(ahead[1], stop)  # type: ignore[no-any-return]
        if ahead is not None:
            ahead[1].add_done_callback(_discard)
        return self.run(request, stop)  # type: ignore[no-any-return]

    def text(self, path: str | Path, stop: Event | None = None) -> TextLayer:
        """The text that a page of a PDF carries. Raises EyeboxError or Stopped."""
        return self.run(TakeText(str(path)), stop)  # type: ignore[no-any-return]

    def look_into_video(self, request: LookIntoVideo, stop: Event | None = None) -> VideoFacts:
        """What is known of a video, and frames of it. Raises EyeboxError or Stopped."""
        return self.run(request, stop)  # type: ignore[no-any-return]

    @property
    def used(self) -> bool:
        """Whether it was started before."""
        return self._engine is not None

    def decode_ahead(self, path: str | Path, turns: int = 0) -> None:
        """Begins with the picture that will be asked for next, in the background."""
        with self._lock:
            if self._ahead is None:
                pool, engine = self._set_up()
                request = self._decode(path, False, turns)
                self._ahead = (_state(path, turns), pool.submit(engine.run, new_id(), request, _ignore))

    def run(self, request: Request, stop: Event | None = None) -> Any:
        """Has a request done. Raises EyeboxError or Stopped."""
        with self._lock:
            pool, engine = self._set_up()
        return self._result(pool.submit(engine.run, new_id(), request, _ignore), stop)

    def rest(self) -> None:
        """Ends the process in the background until it is needed again."""
        with self._lock:
            if self._pool is not None and self._engine is not None:
                self._pool.submit(self._engine.rest)

    def close(self) -> None:
        """Ends the process for good and removes its folder."""
        with self._lock:
            engine, pool, removal = self._engine, self._pool, self._removal
        if engine is not None and pool is not None:
            engine.kill()
            pool.submit(engine.close)
            pool.shutdown()
        if removal is not None:
            removal()

    def _decode(self, path: str | Path, plain: bool, turns: int) -> Decode:
        return Decode(str(path), str(self._own_folder()), smaller=False, plain=plain, turns=turns)

    def _result(self, future: Future[Any], stop: Event | None) -> Any:
        """What the engine gave; a job that is to stop has its engine killed, which holds nothing, or waits no more for it."""
        while True:
            try:
                end = future.result(_STOP_LOOKED_AT)
                break
            except TimeoutError:
                if stop is None or not stop.is_set() or self._engine is None:
                    continue
                if future.cancel():  # what the engine works at is for another job
                    raise Stopped from None
                self._engine.kill()
        if end.outcome == "stopped" or (stop is not None and stop.is_set()):
            raise Stopped
        if end.outcome == "failed":
            raise EyeboxError.of(end.message, end.detail)
        return end.result

    def _set_up(self) -> tuple[ThreadPoolExecutor, EngineProcess]:
        from concurrent.futures import ThreadPoolExecutor

        from eyebox_models.engine.process import EngineProcess

        if self._pool is None or self._engine is None:
            self._pool = ThreadPoolExecutor(1, "picture-engine")
            self._engine = EngineProcess("picture", self._own_folder() / "picture.log")
        return self._pool, self._engine

    def _own_folder(self) -> Path:
        """A folder for the user alone, which goes when the program ends; the next engine removes what a killed one left."""
        import tempfile

        if self._folder is None:
            _remove_left_ones()
            held = ExitStack()
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            held.enter_context(file_lock(folder / "lock"))
            self._folder, self._removal = folder, finalize(self, _remove, folder, held)
        return self._folder


PICTURES = PictureEngine()
"""The picture engine of this process."""


def _remove(folder: Path, held: ExitStack) -> None:
    import shutil

    held.close()
    shutil.rmtree(folder, ignore_errors=True)


def _remove_left_ones() -> None:
    import shutil
    import tempfile

    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            status = folder.lstat()
            if time.time() - status.st_mtime < _OLD or (
                hasattr(os, "getuid") and status.st_uid != os.getuid()
            ):
                continue
            with file_lock(folder / "lock") as alone:
                pass
        except (OSError, EyeboxError):
            continue
        if alone:
            shutil.rmtree(folder, ignore_errors=True)


def _discard(future: Future[Any]) -> None:
    pixels = None if future.cancelled() or future.exception() else future.result().result
    if isinstance(pixels, Pixels):
        Path(pixels.file).unlink(missing_ok=True)


def _ignore(_event: object) -> None: ...


def _state(path: str | Path, turns: int) -> object:
    """What changes when a file is not any more the one that it was, or is turned another way."""
    try:
        status = Path(file_of(path)).stat()
    except (OSError, ValueError):
        return None
    return str(path), turns, status.st_mtime_ns, status.st_size
