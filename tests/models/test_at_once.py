"""Work on several parts at once: in order, no more than was asked for, nothing left when somebody leaves early."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from threading import Barrier, Event

import pytest

from eyebox_models.ocr import at_once as module
from eyebox_models.ocr.at_once import at_once


@pytest.fixture(params=[1, 2, 4])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(module, "cores", lambda: request.param)
    return int(request.param)


def test_results_come_in_the_order_of_the_items(cores: int) -> None:
    later = Event()

    def work(number: int) -> int:
        if number == 0 and cores > 1:
            assert later.wait(60)
        if number == 1:
            later.set()
        return number * number

    assert list(at_once(work, range(20), threads=2, ahead=5)) == [n * n for n in range(20)]


def test_as_many_are_worked_on_at_once_as_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "cores", lambda: 8)
    both = Barrier(2, timeout=20)
    names: set[str] = set()

    def work(_: int) -> None:
        names.add(threading.current_thread().name)
        both.wait()

    assert len(list(at_once(work, range(6), threads=2, ahead=6))) == 6
    assert len(names) == 2


def test_items_are_taken_only_so_far_ahead(cores: int) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = at_once(lambda number: number, items(), threads=2, ahead=3)
    assert [next(results), next(results)] == [0, 1]
    assert len(taken) <= 4
    results.close()
    assert len(taken) <= 4


def test_what_is_raised_comes_out_and_no_thread_stays(cores: int) -> None:
    def work(number: int) -> int:
        if number == 2:
            raise ValueError("two")
        return number

    results = at_once(work, range(9), threads=2, ahead=4)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(ValueError, match="two"):
        next(results)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("reading")]
