"""The places where a searched text stands on a page, codes that say it, and which of them is current. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from eyebox.canvas.text_selection import Position, Quad, Selection, TextMap
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Rect


class TextHits:
    """The hits of one search in reading order, codes last; `current` is the number of one of them, -1 for none."""

    def __init__(self) -> None:
        self.current = -1
        self._starts: list[Position] = []
        self._quads: list[list[Quad]] = []
        self._rects: list[Rect] = []

    def __len__(self) -> int:
        return len(self._starts)

    def clear(self) -> None:
        self.current = -1
        self._starts, self._quads, self._rects = [], [], []

    def search(self, text_map: TextMap, text: str) -> None:
        """Finds all places of a text. The current one stays where it was when the text grows or shrinks."""
        kept = self._starts[self.current] if self.current >= 0 else Position(0, 0)
        self.clear()
        if not text.strip():
            return
        from eyebox_models.text.find import find, fold

        for found in find(text_map.page, text):
            spans = [
                Selection(Position(span.line, span.start), Position(span.line, span.end))
                for span in found.spans
            ]
            self._starts.append(spans[0].start)
            self._quads.append([quad for span in spans for quad in text_map.quads(span)])
            around = [point for quad in self._quads[-1] for point in quad]
            self._rects.append(enclosing(around) if around else found.box)
        wanted = fold(" ".join(text.split()))
        for place, code in enumerate(text_map.page.codes or (), len(text_map.page.lines)):
            if wanted in fold(" ".join(code.text.split())):
                self._starts.append(Position(place, 0))
                self._quads.append([code.quad])
                self._rects.append(enclosing(code.quad))
        later = (number for number, start in enumerate(self._starts) if start >= kept)
        self.current = next(later, 0 if self._starts else -1)

    def step(self, by: int) -> None:
        """Goes on by some hits, around the end."""
        if self._starts:
            self.current = (self.current + by) % len(self._starts)

    def rect(self, number: int) -> Rect:
        """The upright rectangle around a hit."""
        return self._rects[number]

    def quads(self) -> Iterator[Quad]:
        """The leaning rectangles of all hits, one a line."""
        return chain.from_iterable(self._quads)

    def current_quads(self) -> list[Quad]:
        """Those of the current hit; empty when there is none."""
        return self._quads[self.current] if self.current >= 0 else []
