"""`dataclass`, as in the standard library and by it, but only when one is used for the first time.

The standard one compiles six functions a class, which takes a third of a millisecond. Two hundred classes that nobody needs
before the window is shown were a fifth of the start. Of those that are used only what makes values is compiled: how they are
compared and shown is the same function for all classes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
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


def _value_methods(kind: type, *, eq: bool, frozen: bool) -> dict[str, Callable[..., Any]]:
    """How values of a class are shown and, with `eq`, compared: by its fields, as the standard library does."""
    shown = [field.name for field in dataclasses.fields(kind) if field.repr]
    compared = [field.name for field in dataclasses.fields(kind) if field.compare]
    values: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda _value: ()

    @recursive_repr()
    def __repr__(self: Any) -> str:
        members = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({members})"

    def __eq__(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash((kind.__qualname__, values(self)))

    methods: dict[str, Callable[..., Any]] = {"__repr__": __repr__}
    if eq:
        methods["__eq__"] = __eq__
    if eq and frozen:
        methods["__hash__"] = __hash__
    return methods


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
                dataclasses.dataclass(frozen=frozen, eq=False, repr=False)(plain)
                for name, method in _value_methods(plain, eq=eq, frozen=frozen).items():
                    if plain.__dict__.get(name) is None:
                        setattr(plain, name, method)
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
