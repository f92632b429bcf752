"""`dataclass`, as in the standard library and by it, but only when one is used for the first time.

The standard one compiles six functions a class, which takes a third of a millisecond. Two hundred classes that nobody needs
before the window is shown were a fifth of the start.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING, Any

_writing = RLock()


class _Later:
    """An attribute of a class that is not written yet. Who asks for it, Python itself too, has all of them written."""

    __slots__ = ("_name", "_write")

    def __init__(self, name: str, write: Callable[[], None]) -> None:
        self._name = name
        self._write = write

    def __get__(self, instance: object, owner: type) -> Any:
        self._write()
        return getattr(owner if instance is None else instance, self._name)


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def _with_slots(plain: type, *, frozen: bool, eq: bool) -> type:
    """The class with slots for its fields. What the standard library makes of `plain` is put into it later."""
    fields = plain.__annotations__
    inherited = {name for base in plain.__mro__[1:-1] for name in base.__dict__.get("__slots__", ())}
    namespace = {name: value for name, value in plain.__dict__.items() if name not in fields}
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    names = [
        "__init__",
        "__repr__",
        "__match_args__",
        "__replace__",
        "__dataclass_fields__",
        "__dataclass_params__",
    ]
    if eq:
        names.append("__eq__")
    if frozen:
        names += ["__setattr__", "__delattr__"]
        namespace |= {"__getstate__": _state, "__setstate__": _set_state}
        if eq:
            names.append("__hash__")

    def write() -> None:
        with _writing:
            if "__dataclass_fields__" not in plain.__dict__:
                dataclasses.dataclass(frozen=frozen, eq=eq)(plain)
                for name in names:
                    if name in plain.__dict__:
                        setattr(made, name, plain.__dict__[name])
                    else:
                        delattr(made, name)

    for name in names:
        namespace.setdefault(name, _Later(name, write))
    namespace["__slots__"] = tuple(name for name in fields if name not in inherited)
    made = type(plain)(plain.__name__, plain.__bases__, namespace)
    made.__qualname__ = plain.__qualname__
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Callable[[type], type]:
        """A class of values with slots. What else the standard decorator can do is not done here.

        Raises TypeError for a class without slots.
        """
        if not slots:
            raise TypeError("only classes with slots are written later")
        return lambda plain: _with_slots(plain, frozen=frozen, eq=eq)
