"""Classes of values that are written when they are first used are what the standard library makes of them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import pkgutil
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

import eyebox_models.protocol
from eyebox_models.protocol import requests
from eyebox_models.protocol.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Base:
    name: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point(Base):
    x: float = 0.0
    parts: list[int] = dataclasses.field(default_factory=list, compare=False)

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("negative")


@dataclass(slots=True)
class Loose:
    count: int = 1


@dataclass(slots=True, eq=False)
class Same:
    count: int = 1


def fresh() -> Any:
    """A class that nobody has used."""

    @dataclass(frozen=True, slots=True)
    class Fresh:
        a: int
        b: str = "b"

    return Fresh


@pytest.mark.parametrize(
    ("use", "gives"),
    [
        (lambda cls: cls(1), "Fresh(a=1, b='b')"),
        (lambda cls: [each.name for each in dataclasses.fields(cls)], "['a', 'b']"),
        (lambda cls: dataclasses.is_dataclass(cls), "True"),
        (lambda cls: cls.__match_args__, "('a', 'b')"),
        (lambda cls: sorted(set(cls.__slots__)), "['a', 'b']"),
        (lambda cls: callable(cls.__hash__), "True"),
    ],
)
def test_whatever_is_asked_first_is_there(use: Callable[[Any], object], gives: str) -> None:
    cls = fresh()
    assert repr(use(cls)).replace("fresh.<locals>.", "") == gives
    assert cls(1) == cls(1) and hash(cls(1)) == hash(cls(1)) and cls(1) != cls(2)


def test_values_behave_as_of_the_standard_library() -> None:
    point = Point("a", x=2.0)
    assert (point.tags, point.parts, point) == ((), [], Point("a", (), 2.0, [1]))
    assert not hasattr(point, "__dict__") and Point.__slots__ == ("x", "parts")  # type: ignore[attr-defined]
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 3.0  # type: ignore[misc]
    with pytest.raises(ValueError, match="negative"):
        dataclasses.replace(point, x=-1.0)
    with pytest.raises(TypeError, match=r"Base\.__init__\(\) missing 1 required"):
        Base()  # type: ignore[call-arg]
    assert dataclasses.asdict(point) == {"name": "a", "tags": (), "x": 2.0, "parts": []}
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point
    match point:
        case Point(name, _, x):
            assert (name, x) == ("a", 2.0)
    loose = Loose()
    loose.count = 2
    assert loose == Loose(2) and Loose.__hash__ is None and copy.copy(loose) == loose
    assert Same() != Same() and isinstance(hash(Same()), int)


def test_a_class_is_registered_once_by_its_base() -> None:
    for name, kind in requests.Request.kinds.items():
        if kind.__module__ == requests.__name__:
            assert dataclasses.is_dataclass(kind) and kind is requests.Request.kinds[name] is getattr(
                requests, name
            )


def test_two_threads_may_be_first_at_once() -> None:
    for _ in range(50):
        cls, made, start = fresh(), [], threading.Barrier(4)

        def first(cls: Any = cls, made: list[Any] = made, start: threading.Barrier = start) -> None:
            start.wait()
            made.append(cls(1))

        threads = [threading.Thread(target=first) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made == [cls(1)] * 4


def test_every_class_of_the_protocol_has_slots_for_its_fields() -> None:
    for found in pkgutil.iter_modules(eyebox_models.protocol.__path__):
        for kind in vars(import_module(f"eyebox_models.protocol.{found.name}")).values():
            if isinstance(kind, type) and kind.__module__.startswith("eyebox_models.protocol."):
                if not dataclasses.is_dataclass(kind):
                    continue
                slots = {name for base in kind.__mro__ for name in vars(base).get("__slots__", ())}
                assert slots == {each.name for each in dataclasses.fields(kind)}, kind


def test_nothing_is_written_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataclasses, "dataclass", lambda **_: pytest.fail("written"))
    cls = fresh()
    monkeypatch.undo()
    assert cls(1).b == "b"
