"""What reading an answer has given so far: the text that is shown, the boxes, and the events not yet taken."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import Protocol

from eyebox_models.protocol.box import Box, Point, enclosing, new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import BoxFound, TextDelta

Found = TextDelta | BoxFound

KINDS = {"box": "rectangle", "point": "point", "quad": "quad", "polygon": "polygon"}
"""The shapes a model writes, and what `Box.kind` calls them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape as the model wrote it. `kind` is one of KINDS; a box has two opposite corners.

    `fractions`: all of its numbers lie in 0..1 and one of them is written with a decimal point.
    """

    kind: str
    points: tuple[Point, ...]
    fractions: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A box, and the picture it lies on."""

    image: int
    box: Box


class Places(Protocol):
    """Which picture a box lies on, and where on it."""

    def choose(self, prose: str, label: str) -> int:
        """The picture (its index in the chat) of a box, by the text since the last box and by its label."""
        ...

    def place(self, shape: Shape, image: int) -> list[Point]:
        """The points of a shape in pixels of the upright original."""
        ...

    def seen_with(self, image: int) -> tuple[int, ...]:
        """The frames of a video that a model saw as one with this picture: what is on it is on all of these."""
        ...


class Findings:
    """Gathers text and boxes of one answer. `cut` counts boxes dropped as incomplete or empty, `doubles` repeated ones."""

    def __init__(self, turn: int, places: Places) -> None:
        self.boxes: list[BoxFound] = []
        self.cut = 0
        self.doubles = 0
        self.length = 0
        self._turn = turn
        self._places = places
        self._parts: list[str] = []
        self._known: set[tuple[object, ...]] = set()
        self._events: list[Found] = []
        self._piece: list[str] = []
        self._heard = 0

    @property
    def text(self) -> str:
        """All text shown so far."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def ends_line(self) -> bool:
        """Whether a new line begins where the text ends."""
        return not self._parts or self._parts[-1].endswith("\n")

    def show(self, text: str) -> None:
        """Adds to the text."""
        if text:
            self._parts.append(text)
            self._piece.append(text)
            self.length += len(text)

    def put(self, shape: Shape, label: str, start: int, end: int, nearer: str = "") -> Placed | None:
        """A shape as a box on its picture; None when it is empty or was there before.

        `start:end` is the phrase, or where it is about to be shown; `nearer` is text that is not shown, but may name
        the picture.
        """
        phrase = start < end
        until = start if phrase else self.length
        prose = self.text[self._heard : until] if until > self._heard else ""
        image = self._places.choose(f"{prose}\n{nearer}", label)
        self._heard = max(self._heard, min(end, self.length) if phrase else self.length)
        points = self._places.place(shape, image)
        if not points or not all(isfinite(x) and isfinite(y) for x, y in points):
            self.cut += 1
            return None
        x1, y1, x2, y2 = enclosing(points)
        if shape.kind != "point" and (x1 >= x2 or y1 >= y2):
            self.cut += 1
            return None
        kind = KINDS[shape.kind]
        corners = ((x1, y1), (x2, y2)) if shape.kind == "box" else points
        key = (image, label, kind, *(round(value) for point in corners for value in point))
        if key in self._known:
            self.doubles += 1
            return None
        self._known.add(key)
        kept = () if shape.kind == "box" else tuple(points)
        return Placed(image, Box(label, x1, y1, x2, y2, source="model", points=kept, kind=kind))

    def found(self, placed: Placed, start: int, end: int) -> None:
        """Adds a box that `put` gave. Its phrase has been shown by now."""
        self._heard = max(self._heard, end)
        self._gather()
        boxes = [(placed.image, placed.box)]
        boxes += [(other, replace(placed.box, id=new_id())) for other in self._places.seen_with(placed.image)]
        events = [BoxFound(self._turn, image, box, start, end) for image, box in boxes]
        self.boxes += events
        self._events += events

    def take(self) -> list[Found]:
        """The events since the last time."""
        self._gather()
        events, self._events = self._events, []
        return events

    def _gather(self) -> None:
        if self._piece:
            self._events.append(TextDelta(self._turn, "".join(self._piece)))
            self._piece = []
