"""Draws the pictures that the tests of pictures and of the reader use: pages of text, screenshots, photographs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_FONTS = {
    "sans": ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf"),
    "mono": ("DejaVuSansMono.ttf", "LiberationMono-Regular.ttf", "Courier New.ttf"),
    "chinese": ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc", "wqy-zenhei.ttc"),
}
_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:/Windows/Fonts")
_WORDS = """
the system reads every picture line and answers with text boxes where they belong invoice number
amount export session window canvas model stream error warning trace request response cache queue
worker thread process engine reader user name date page table row column value order ship
"""


@dataclass(frozen=True)
class Text:
    """Some text to draw with its upper left corner at `(x, y)`."""

    x: float
    y: float
    text: str
    size: int = 24
    font: str = "sans"


@cache
def font(kind: str, size: int) -> ImageFont.FreeTypeFont:
    """A font of this machine. Raises LookupError, naming what to install, when there is none."""
    for name in _FONTS[kind]:
        for folder in _FOLDERS:
            for file in sorted(Path(folder).rglob(name)):
                return ImageFont.truetype(str(file), size)
    raise LookupError(f"no {kind} font: install fonts-dejavu-core and fonts-noto-cjk")


def page(
    width: int, height: int, texts: Sequence[Text], paper: str = "white", ink: str = "#141414"
) -> Image.Image:
    """A picture with texts on it."""
    image = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(image)
    for item in texts:
        draw.text((item.x, item.y), item.text, fill=ink, font=font(item.font, item.size))
    return image


def sentence(seed: int, words: int) -> str:
    """Some words, the same ones for the same seed."""
    return " ".join(random.Random(seed).choices(_WORDS.split(), k=words))


def screenshot_4k() -> tuple[Image.Image, list[str]]:
    """A 3840 x 2160 screenshot full of text of 15 pixels, and its 123 lines: three columns of 41."""
    lines = [f"{number + 1:03d} {sentence(number, 8)}" for number in range(123)]
    texts = [
        Text(60 + 1260 * (number // 41), 40 + 51 * (number % 41), text, 15)
        for number, text in enumerate(lines)
    ]
    return page(3840, 2160, texts), lines


def save(image: Image.Image, file: Path, **options: object) -> Path:
    """Writes a picture in the format that its name says."""
    image.save(file, **options)
    return file


def gradient(width: int, height: int) -> Image.Image:
    """A picture without symmetry and without edges: what is turned, swapped or shifted in it shows."""
    small = Image.new("RGB", (2, 2))
    small.putdata([(10, 20, 200), (240, 30, 60), (40, 220, 90), (200, 180, 20)])
    return small.resize((width, height), Image.Resampling.BILINEAR)
