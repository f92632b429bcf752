"""What one row of the transcript shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from eyebox.session.types import Turn
from eyebox_models.protocol.ask import BoxFound, Progress


@dataclass(slots=True, eq=False)
class Live:
    """An answer that is still coming; it outlives its view."""

    turn: str
    parent: str
    plain: bool = False
    text: str = ""
    boxes: list[BoxFound] = field(default_factory=list)
    progress: Progress | None = None
    notes: list[str] = field(default_factory=list)
    standing: tuple[str, str] = ("", "")
    """"waiting", "running" or "stopping", and the title of what it waits for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A turn with its place among its alternatives; `pictures` are all of the chat up to it, in order."""

    turn: Turn
    index: int = 0
    count: int = 1
    pictures: tuple[str, ...] = ()
    live: Live | None = None

    @property
    def id(self) -> str:
        return self.turn.id
