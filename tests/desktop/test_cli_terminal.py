"""The line on a terminal that says how far a command is."""

from __future__ import annotations

import io
import sys

import pytest

from eyebox.cli.terminal import ProgressLine


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
