"""Work off the GUI thread: its result comes back, also where it outlives who asked for it."""

from __future__ import annotations

from threading import Event, Timer, get_ident

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


class Held:
    """Tells on which thread it was let go."""

    def __init__(self, threads: list[int]) -> None:
        self.threads = threads

    def __call__(self, *_given: object) -> Held | None:
        return None

    def __del__(self) -> None:
        self.threads.append(get_ident())


@pytest.mark.parametrize("fails", [False, True])
def test_what_a_task_holds_is_let_go_on_the_gui_thread(qtbot: QtBot, fails: bool) -> None:
    background, threads, ended = Background(), list[int](), list[object]()

    def begin() -> None:
        held = [Held(threads) for _ in range(4)]

        def work(made: Held = held[0]) -> None:
            made()
            if fails:
                raise ValueError(made)

        background.run(work, lambda _result, one=held[1]: one(), lambda _error, one=held[2]: one())
        background.run(held[3], ended.append, ended.append)

    for _ in range(20):
        begin()
    qtbot.waitUntil(lambda: len(ended) == 20 and len(threads) == 80, timeout=desk.PATIENCE)
    assert set(threads) == {get_ident()}


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
