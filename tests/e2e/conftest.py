"""The real application, built as `eyebox` builds it, in a home of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eyebox import app
from eyebox.folders import Folders

Start = Callable[[], app.Desktop]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, kept_engines: None) -> Iterator[Start]:
    """Starts the program (again): the same home every time. What runs at the end of a test is ended, but for engines that
    read and show pictures: the next test's program gets them where it starts some.
    """
    running: list[app.Desktop] = []

    def begin() -> app.Desktop:
        program = app.build(Folders.under(tmp_path / "home"))  # engines start when a test needs them
        program.window.closing.confirm = lambda _at_work: True  # type: ignore[method-assign]  # nobody is there to be asked
        running.append(program)
        program.window.resize(1280, 800)
        program.window.show()
        qtbot.waitExposed(program.window)
        return program

    yield begin
    with ExitStack() as ends:  # each of them, whatever goes wrong with another
        ends.callback(qtbot.wait, 1)
        for program in reversed(running):
            ends.callback(program.program.deleteLater)
            ends.callback(program.window.deleteLater)
            ends.callback(program.program.language.remove)
            ends.callback(program.window.close)
            ends.callback(program.close)
