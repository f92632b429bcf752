"""Cyclic garbage is freed on the window's thread, whoever makes objects meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from eyebox.collector import Collector


class Cycle(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.fixture
def collector(qapp: QObject) -> Iterator[Collector]:
    was = gc.get_threshold()
    yield Collector(qapp)
    gc.set_threshold(*was)
    gc.unfreeze()


def in_a_thread() -> None:
    for _ in range(3):
        kept = [{} for _ in range(2 * gc.get_threshold()[0])]
        del kept


def test_another_thread_frees_nothing_and_the_window_does(collector: Collector) -> None:
    freed: list[int] = []
    weakref.finalize(Cycle(), lambda: freed.append(threading.get_ident()))
    thread = threading.Thread(target=in_a_thread)
    thread.start()
    thread.join()
    assert not freed
    in_a_thread()
    kept = [{} for _ in range(2 * gc.get_threshold()[0])]
    collector.collect()
    del kept
    assert freed == [threading.get_ident()]


def test_it_looks_by_itself(collector: Collector, qtbot: QtBot) -> None:
    freed: list[int] = []
    weakref.finalize(Cycle(), lambda: freed.append(1))
    kept = [{} for _ in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: freed == [1])
    del kept


def test_little_is_not_searched(collector: Collector) -> None:
    gc.set_threshold(1_000_000, 1_000_000, 1_000_000)
    freed: list[int] = []
    weakref.finalize(Cycle(), lambda: freed.append(1))
    collector.collect()
    assert not freed
    gc.collect()
