"""Work off the GUI thread: its result comes back, also where it outlives who asked for it."""

from __future__ import annotations

from threading import Event, Timer

import pytest
import shiboken6
from pytestqt.qtbot import QtBot
from tests.helpers import desk

from eyebox.jobs.background import Background
from eyebox_models.protocol.errors import EyeboxError


def test_what_work_returns_or_raises_comes_back(qtbot: QtBot) -> None:
    background, brought = Background(), list[object]()

    def fail() -> None:
        raise EyeboxError("of-a-test", "It failed.")

    background.run(lambda: 1, brought.append, brought.append)
    background.run(fail, brought.append, brought.append)
    background.run(lambda: 1 / 0, brought.append, brought.append)
    qtbot.waitUntil(lambda: len(brought) == 3, timeout=desk.PATIENCE)
    codes = {one.sentence.code if isinstance(one, EyeboxError) else one for one in brought}
    assert codes == {1, "of-a-test", "unexpected"}


def test_work_that_outlives_the_program_ends_quietly(qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    background, begun, goes_on = Background(), Event(), Event()

    def work() -> None:
        begun.set()
        goes_on.wait()

    background.run(work, print, print)
    begun.wait()
    Timer(0.05, goes_on.set).start()
    shiboken6.delete(background)  # waits for what is under way
    assert capfd.readouterr().err == ""
