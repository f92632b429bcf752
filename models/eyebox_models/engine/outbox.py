"""What an engine sends: events packed into lines, pieces of text gathered to about 30 ms."""

from __future__ import annotations

import json
from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic
from typing import Any

from eyebox_models.protocol.events import TextDelta
from eyebox_models.protocol.wire import pack

PAUSE = 0.03
"""Seconds between two packets of text."""


class Outbox:
    """Writes messages, each one line of ASCII JSON, from any thread.

    A piece of text that follows a pause goes at once; the pieces after it are gathered and sent together
    every 30 ms, and before any other message, so that order is kept.
    """

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write
        self._changed = Condition()
        self._job = ""
        self._turn = 0
        self._pieces: list[str] = []
        self._due = 0.0
        Thread(target=self._flush_when_due, name="outbox", daemon=True).start()

    def send(self, message: dict[str, Any]) -> None:
        """Sends a message after the text that was waiting."""
        with self._changed:
            self._flush()
            self._line(message)

    def send_event(self, job: str, event: Any) -> None:
        """Sends an event of a job; text may wait up to 30 ms for more."""
        if not isinstance(event, TextDelta):
            self.send({"job": job, "event": pack(event)})
            return
        with self._changed:
            if (job, event.turn) != (self._job, self._turn):
                self._flush()
                self._job, self._turn = job, event.turn
            self._pieces.append(event.text)
            if monotonic() >= self._due:
                self._flush()
            elif len(self._pieces) == 1:
                self._changed.notify()

    def _flush(self) -> None:
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            self._line({"job": self._job, "event": pack(TextDelta(self._turn, text))})
            self._due = monotonic() + PAUSE

    def _line(self, message: dict[str, Any]) -> None:
        self._write(json.dumps(message).encode("ascii") + b"\n")

    def _flush_when_due(self) -> None:
        with self._changed:
            while True:
                if not self._pieces:
                    self._changed.wait()
                elif (left := self._due - monotonic()) > 0:
                    self._changed.wait(left)
                else:
                    self._flush()
