"""The line on a terminal that says how far a command is, and Ctrl+C while it is written."""

from __future__ import annotations

import io
import signal
import sys

import pytest

from eyebox.cli.terminal import ProgressLine, on_interrupt


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_line_makes_room_and_comes_again_until_it_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    written = Terminal()
    monkeypatch.setattr(sys, "stderr", written)
    with ProgressLine("loading") as line:
        line._appear()
        line.clear()
        written.write("9 pairs\n")
        line.update("step 2 of 5")
        line.hide()
        line.update("step 3 of 5")
    said = written.getvalue().split("\r\x1b[K")
    assert said == ["", "loading", "9 pairs\n", "step 2 of 5", ""]


def test_an_interrupt_waits_for_nothing_that_the_interrupted_holds() -> None:
    line, heard = ProgressLine("at work"), []
    before = signal.getsignal(signal.SIGINT)

    def pause() -> None:
        line.update("pausing")
        heard.append(1)

    with on_interrupt(pause):
        with line._lock:
            signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGTERM)
    assert heard == [1, 1] and signal.getsignal(signal.SIGINT) is before
