"""Tesseract for this process, in a child of its own that is started when it is needed."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from subprocess import DEVNULL, PIPE, Popen
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any
from weakref import finalize

from eyebox_models.ocr.scripts_data import Language, fault, own_library
from eyebox_models.protocol.advice import frozen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROLE = "scripts"
_LONGEST = 60.0
"""Seconds for one line; one is read in 0.02."""
_ENDED = "Tesseract has ended"
_MODULE = "eyebox_models.ocr.scripts_process"


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a level line: how sure Tesseract is of it, 0..1, and its box in the line's pixels."""

    text: str
    score: float
    left: float
    top: float
    right: float
    bottom: float


class Tesseract:
    """Reads lines; `command` replaces the usual command line. One thread at a time reads, any may end it."""

    def __init__(self, command: list[str] | None = None) -> None:
        self._command = command
        self._lock = Lock()
        self._process: Popen[bytes] | None = None
        self._removal: finalize | None = None  # type: ignore[type-arg]
        self._unusable: set[tuple[str, int, int]] = set()

    def words(self, language: Language, line: NDArray[np.uint8], raw: bool = False) -> list[Found] | None:
        """The words of a level grey line, dark on light, in reading order; None where the language's data can't be used.

        `raw`: the line is taken as it is, nothing in it looked for or left out.
        """
        state = _state(language)
        if state is None or state in self._unusable:
            return None
        if fault(language):
            self._unusable.add(state)
            return None
        height, width = line.shape
        wanted = {
            "folder": language.folder,
            "language": language.name,
            "width": width,
            "height": height,
            "raw": raw,
        }
        message = json.dumps(wanted).encode() + b"\n" + line.tobytes()
        answer = self._asked(message)
        if (
            answer.get("error") == _ENDED
        ):  # perhaps somebody else ended it: data is at fault where it dies again
            answer = self._asked(message)
        if "words" not in answer:
            print(f"scripts: {language.file}: {answer.get('error')}", file=sys.stderr, flush=True)
            self._unusable.add(state)
            return None
        return [Found(text, sure / 100, *box) for text, sure, *box in answer["words"]]

    def rest(self) -> None:
        """Ends the child, with all that is loaded, until it is needed again."""
        with self._lock:
            if self._removal is not None:
                self._removal()
            self._process = self._removal = None

    def _asked(self, message: bytes) -> dict[str, Any]:
        """What the child answers; a child that dies or is silent for too long answers with an error."""
        try:
            process = self._started()
        except OSError as error:
            return {"error": str(error)}
        watch = Timer(_LONGEST, process.kill)
        watch.daemon = True
        watch.start()
        try:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(message)
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            return answer if isinstance(answer, dict) else {"error": "no answer"}
        except (OSError, ValueError):
            self.rest()
            return {"error": _ENDED}
        finally:
            watch.cancel()
            watch.join()

    def _started(self) -> Popen[bytes]:
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                if self._removal is not None:  # it died by itself: its pipes are still open
                    self._removal()
                variables = {
                    **os.environ,
                    "OMP_THREAD_LIMIT": "1",  # its threads wait for each other more than they work
                    "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
                }
                self._process = Popen(
                    self._command or _usual(), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=variables
                )
                self._removal = finalize(self, _end, self._process)
            return self._process


TESSERACT = Tesseract()
"""The one of this process."""


def _usual() -> list[str]:
    return [sys.executable, ROLE] if frozen() else [sys.executable, "-P", "-m", _MODULE]


def _end(process: Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe is not None:
                pipe.close()
    process.kill()
    process.wait()


def _state(language: Language) -> tuple[str, int, int] | None:
    """What changes when other data takes a file's place; None where there is none."""
    try:
        status = language.file.stat()
    except OSError:
        return None
    return str(language.file), status.st_mtime_ns, status.st_size


def add_own_library() -> None:
    """Lets a child find tesserocr where it was put for a frozen program."""
    if own_library().is_dir():
        sys.path.append(str(own_library()))
