"""What the reader found on a picture: lines, their words and their blocks, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from eyebox_models.protocol.box import Point

Rect = tuple[float, float, float, float]
Order = Literal["automatic", "columns", "rows", "code"]
"""How the lines of a page follow each other: as the page seems to be made, column by column, row by row, or as a
listing: row by row, what stands on a row joined, each row with the spaces that it is indented by."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word (for Chinese: one run of characters) with its upright box `(x1, y1, x2, y2)` in pixels."""

    text: str
    box: Rect


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `quad` has its corners from the top left clockwise and leans as the text does."""

    text: str
    score: float
    box: Rect
    quad: tuple[Point, Point, Point, Point]
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A QR or bar code: what it says, its kind as zxing names it ("QR Code", "EAN-13"), and its corners from the top
    left of the code clockwise."""

    text: str
    kind: str
    quad: tuple[Point, Point, Point, Point]

    def to_json(self) -> dict[str, Any]:
        """The object that `eyebox read --codes` prints."""
        return {"text": self.text, "kind": self.kind, "quad": [list(point) for point in self.quad]}


@dataclass(frozen=True, slots=True)
class Page:
    """All text of one picture. `lines` and `blocks` (indexes into `lines`) are in reading order.

    `text` of a line already holds the indentation that code needs (leading spaces). `unread` counts lines that look
    like text but could not be read, or hardly: they may be in a script that the reader does not know. `codes` are from
    top to bottom, None where nobody looked for them.
    """

    image: str
    width: int
    height: int
    seconds: float
    lines: tuple[Line, ...] = ()
    blocks: tuple[tuple[int, ...], ...] = ()
    unread: int = 0
    codes: tuple[Code, ...] | None = None

    def searched(self) -> str:
        """All that the picture says, a line or code each: what is searched."""
        return "\n".join([*(line.text for line in self.lines), *(code.text for code in self.codes or ())])

    def to_json(self) -> dict[str, Any]:
        """The object that `eyebox read --format json` prints."""
        return {
            "image": self.image,
            "width": self.width,
            "height": self.height,
            "seconds": round(self.seconds, 3),
            "lines": [
                {
                    "text": line.text,
                    "score": round(line.score, 4),
                    "box": list(line.box),
                    "quad": [list(point) for point in line.quad],
                    "words": [{"text": word.text, "box": list(word.box)} for word in line.words],
                }
                for line in self.lines
            ],
            "blocks": [list(block) for block in self.blocks],
            "unread": self.unread,
        }
