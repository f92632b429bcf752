"""Writes wait for a busy or full store, in their order, and none is lost."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from eyebox.session.errors import StoreBusy, StoreFull
from eyebox.window.saver import Saver


def test_writes_keep_their_order_while_the_store_is_busy(qtbot: QtBot) -> None:
    saver = Saver()
    done: list[str] = []
    busy = [True, True, False]

    def first() -> None:
        if busy.pop(0):
            raise StoreBusy("busy")
        done.append("first")

    saver.do(first)
    saver.do(lambda: done.append("second"))
    assert done == [] and saver.pending == 2
    qtbot.waitUntil(lambda: done == ["first", "second"])


def test_a_full_disk_is_told_once_and_nothing_is_lost(qtbot: QtBot) -> None:
    saver = Saver()
    room = False
    done: list[int] = []

    def write(number: int) -> None:
        if not room:
            raise StoreFull("The disk is full: free some space.")
        done.append(number)

    said: list[str] = []
    saver.failed.connect(said.append)
    for number in range(5):
        saver.do(lambda number=number: write(number))
    assert not saver.flush() and said == ["The disk is full: free some space."]
    room = True
    with qtbot.waitSignal(saver.recovered):
        saver.flush()
    assert done == [0, 1, 2, 3, 4] and not saver.pending
