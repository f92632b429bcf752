"""What the commands share: their parser, complaints and progress on stderr, and the output."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from shutil import get_terminal_size
from threading import Lock, Thread, Timer
from typing import Any, NoReturn

from eyebox_models.files.atomic_write import save_file, shown
from eyebox_models.protocol.errors import EyeboxError

PATIENCE = 1.0
"""Seconds after which progress is shown."""


def complain(sentence: str) -> None:
    """Says in one line on stderr what was wrong."""
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in " ".join(sentence.split()))
    print(f"eyebox: {line}", file=sys.stderr, flush=True)


class Parser(argparse.ArgumentParser):
    """A command's parser; wrong usage is one line on stderr and exit status 2.

    `actions`: words that may come first and make another command of it.
    """

    actions: Sequence[str] = ()

    def __init__(self, command: str, description: str) -> None:
        super().__init__(f"eyebox {command}", description=description, allow_abbrev=False)
        self.add_argument("--debug", action="store_true", help="show where an error comes from")

    def parse_in_any_order(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Options may stand between files. What follows `--` is no option, whatever it begins with."""
        words = [*arguments]
        end = words.index("--") if "--" in words else len(words)
        files = [f"{_NO_OPTION}{word}" for word in words[end + 1 :]]
        found = self.parse_intermixed_args([*words[:end], *files])
        for name, value in vars(found).items():
            if isinstance(value, list):
                setattr(found, name, [_as_typed(one) for one in value])
        return found

    def error(self, message: str) -> NoReturn:
        complain(f"{_as_typed(message)}; {self.prog} --help says more.")
        raise SystemExit(2)


_NO_OPTION = "\0"
"""Before a word that argparse is not to take for an option: no word of a command line holds it."""


def _as_typed(word: Any) -> Any:
    return word.replace(_NO_OPTION, "") if isinstance(word, str) else word


def number(
    kind: Callable[[str], float], wanted: str, accepts: Callable[[float], bool]
) -> Callable[[str], float]:
    """A converter for an option that takes a number; `wanted` says which."""

    def convert(text: str) -> float:
        try:
            value = kind(text)
        except ValueError:
            value = float("nan")
        if not accepts(value):
            raise argparse.ArgumentTypeError(f"{text!r} is not {wanted}")
        return value

    return convert


_CONTROLS = dict.fromkeys([*(set(range(0x20)) - {9, 10}), *range(0x7F, 0xA0)])


def harmless(text: str) -> str:
    """A text without what would command a terminal: all control characters but tabs and line breaks."""
    return text.translate(_CONTROLS)


class Output:
    """Standard output at once, or a file that is written whole by `finish`. Everything is UTF-8."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._parts: list[bytes] = []
        self._in_terminal = target == "-" and sys.stdout.isatty()
        if target != "-" and not Path(target).absolute().parent.is_dir():
            raise EyeboxError(
                "target-folder-missing",
                "{target} cannot be written because its folder does not exist.",
                target=shown(target),
            )
        if target != "-" and Path(target).is_dir():
            raise EyeboxError(
                "file-is-folder", "{name} is a folder: choose another name.", name=shown(target)
            )

    def write(self, text: str) -> None:
        """Adds a text as it is, only a terminal gets no commands that stand in it.

        What is no UTF-8 in the name of a file is written as an escape.
        """
        shown = harmless(text) if self._in_terminal else text
        self.write_bytes(shown.encode("utf-8", "backslashreplace"))

    def write_bytes(self, data: bytes) -> None:
        """Adds bytes."""
        if self._target == "-":
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            self._parts.append(data)

    def finish(self) -> None:
        """Writes the file, unless nothing was added. Raises EyeboxError when that fails."""
        if self._parts:
            save_file(self._target, b"".join(self._parts))


class ProgressLine:
    """One line on a terminal's stderr that says what is going on, once that takes longer than a second."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lock = Lock()
        self._visible = False
        self._over = False
        self._timer: Timer | None = None

    def update(self, text: str) -> None:
        """Says something else."""
        with self._lock:
            self._text = text
            if self._visible:
                self._paint()

    def __enter__(self) -> ProgressLine:
        if sys.stderr is not None and sys.stderr.isatty():
            self._timer = Timer(PATIENCE, self._appear)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        self.hide()

    def clear(self) -> None:
        """Takes the line away until it is updated, before something else is written."""
        with self._lock:
            if self._visible:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def hide(self) -> None:
        """Takes the line away for good, before something else is written."""
        with self._lock:
            self._over = True
            if self._visible:
                self._visible = False
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _appear(self) -> None:
        with self._lock:
            if not self._over:
                self._visible = True
                self._paint()

    def _paint(self) -> None:
        room = get_terminal_size().columns - 1
        print(f"\r\x1b[K{self._text[-room:]}", end="", file=sys.stderr, flush=True)


def percent(fraction: float | None) -> str:
    """A fraction for people; empty when it is unknown."""
    return "" if fraction is None else f" {fraction:.0%}"


@contextmanager
def on_interrupt(pause: Callable[[], object]) -> Iterator[None]:
    """While it is entered, SIGINT and SIGTERM have a thread call `pause` instead of ending the process."""
    heard: SimpleQueue[bool] = SimpleQueue()

    def listen() -> None:
        while heard.get():
            pause()

    def hear(*_about: object) -> None:
        heard.put(True)  # a handler may do no more: the thread that it interrupts may hold any lock

    names = (signal.SIGINT, signal.SIGTERM)
    listener = Thread(target=listen, name="interrupts", daemon=True)
    listener.start()
    before = [signal.signal(name, hear) for name in names]
    try:
        yield
    finally:
        for name, handler in zip(names, before, strict=True):
            signal.signal(name, handler)
        heard.put(False)
        listener.join()
