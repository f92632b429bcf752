"""The phrases of an answer that have boxes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QUrl

from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import BoxFound

PHRASE_SCHEME = "box"
"""Of links that lead to a box."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part `start:end` of the source text that has boxes."""

    start: int
    end: int
    boxes: tuple[str, ...]
    label: str


class Phrases:
    """Phrases by number. Boxes of the same part of the text share one phrase, whose label is that of the first."""

    def __init__(self, found: Iterable[BoxFound] = ()) -> None:
        self.by_number: dict[int, Phrase] = {}
        self._numbers: dict[tuple[int, int], int] = {}
        self._clicks: dict[int, int] = {}
        for box in found:
            self.add(box)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrases) and self.by_number == other.by_number

    __hash__ = None  # type: ignore[assignment]

    def add(self, found: BoxFound) -> None:
        """Adds a box; one without a phrase is left out."""
        if found.start >= found.end:
            return
        span = (found.start, found.end)
        number = self._numbers.setdefault(span, len(self._numbers))
        known = self.by_number.get(number)
        boxes = (*known.boxes, found.box.id) if known else (found.box.id,)
        self.by_number[number] = Phrase(*span, boxes, known.label if known else found.box.label)

    def spans(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Number, start and end of the phrases that touch `start:end`."""
        return [
            (number, phrase.start, phrase.end)
            for number, phrase in self.by_number.items()
            if phrase.start < end and phrase.end > start
        ]

    def with_box(self, box_id: str) -> set[int]:
        """Numbers of the phrases that have this box."""
        return {number for number, phrase in self.by_number.items() if box_id in phrase.boxes}

    def number_at(self, url: QUrl) -> int | None:
        """The number of the phrase that a link leads to; None for other links."""
        is_phrase = url.scheme() == PHRASE_SCHEME and url.path().isdigit()
        return int(url.path()) if is_phrase and int(url.path()) in self.by_number else None

    def next_box(self, number: int) -> str:
        """A box of a phrase, the next one at each call."""
        boxes = self.by_number[number].boxes
        turn = self._clicks.get(number, 0)
        self._clicks[number] = turn + 1
        return boxes[turn % len(boxes)]
