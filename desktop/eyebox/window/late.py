"""A part of the window that is made when it is first wanted: nobody waits for it at the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """Called, it gives the part, the same one every time."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self.made: T | None = None
        """The part, if anybody has wanted it so far."""

    def __call__(self) -> T:
        if self.made is None:
            self.made = self._make()
        return self.made
