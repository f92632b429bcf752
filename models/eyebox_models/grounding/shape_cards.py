"""The pictures of the grounding check: marked shapes on a plain ground, at five aspect ratios."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

Corners = tuple[float, float, float, float]

COLOURS = {
    "red": (214, 39, 40), "blue": (31, 90, 200), "green": (40, 150, 60), "purple": (140, 70, 180),
    "orange": (250, 140, 20), "black": (25, 25, 25),
}  # fmt: skip
GROUND = (244, 244, 240)


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape on a card: its colour, its form (circle, square or triangle), its letter, and its box in pixels."""

    colour: str
    form: str
    letter: str
    box: Corners

    @property
    def name(self) -> str:
        return f"{self.colour} {self.form}"


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of `width` x `height` pixels with shapes of different colours."""

    width: int
    height: int
    marks: tuple[Mark, ...]

    @property
    def side(self) -> int:
        """The longer side."""
        return max(self.width, self.height)


def _card(width: int, height: int, *marks: tuple[str, str, str, int, int, int]) -> Card:
    """`marks` give colour, form, letter, left, top and size."""
    placed = (
        Mark(colour, form, letter, (x, y, x + size, y + size)) for colour, form, letter, x, y, size in marks
    )
    return Card(width, height, tuple(placed))


CARDS = (
    _card(
        1000, 1000,
        ("red", "circle", "A", 90, 610, 190), ("blue", "square", "B", 690, 90, 170),
        ("green", "triangle", "C", 560, 720, 210), ("purple", "circle", "D", 250, 160, 150),
    ),
    _card(
        1360, 765,
        ("blue", "triangle", "E", 120, 80, 200), ("orange", "square", "F", 1080, 470, 180),
        ("red", "square", "G", 640, 60, 160), ("black", "circle", "H", 420, 500, 190),
    ),
    _card(
        765, 1360,
        ("green", "circle", "J", 60, 130, 170), ("red", "triangle", "K", 500, 370, 200),
        ("purple", "square", "L", 130, 830, 180), ("blue", "circle", "M", 480, 1110, 160),
    ),
    _card(
        1740, 580,
        ("orange", "circle", "N", 110, 320, 180), ("green", "square", "P", 1420, 60, 170),
        ("black", "triangle", "Q", 580, 70, 190), ("red", "circle", "R", 1010, 340, 200),
    ),
    _card(
        580, 1740,
        ("purple", "triangle", "S", 310, 90, 200), ("black", "square", "T", 60, 530, 170),
        ("orange", "triangle", "U", 330, 980, 190), ("green", "circle", "V", 80, 1450, 180),
    ),
)  # fmt: skip
"""1:1, 16:9, 9:16, 3:1 and 1:3; four shapes each, of a megapixel or less."""


def draw(card: Card, file: Path) -> None:
    """Writes a card as a PNG. Raises OSError."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (card.width, card.height), GROUND)
    pen = ImageDraw.Draw(picture)
    for mark in card.marks:
        x1, y1, x2, y2 = mark.box
        corners = (x1, y1, x2 - 1, y2 - 1)
        colour = COLOURS[mark.colour]
        if mark.form == "circle":
            pen.ellipse(corners, fill=colour)
        elif mark.form == "square":
            pen.rectangle(corners, fill=colour)
        else:
            pen.polygon([(x1, y2 - 1), ((x1 + x2 - 1) / 2, y1), (x2 - 1, y2 - 1)], fill=colour)
        font = ImageFont.load_default(size=(x2 - x1) / 3)
        low = 0.66 if mark.form == "triangle" else 0.5
        pen.text(
            (x1 + (x2 - x1) / 2, y1 + (y2 - y1) * low), mark.letter, fill="white", font=font, anchor="mm"
        )
    picture.save(file, "PNG")
