"""A picture with boxes painted on it, for where no window is."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from zlib import crc32

from eyebox_models.documents.covered import image_of, opened
from eyebox_models.files.atomic_write import open_atomically
from eyebox_models.protocol.box import Box

COLOURS = ("#d1242f", "#0969da", "#1a7f37", "#8250df", "#bc4c00", "#bf3989")
"""Of labels; white stands out on each."""
_LATIN = 0x250
"""Below are the letters that Pillow's own font has."""


def write_boxed(path: str, target: str, boxes: Sequence[Box], stop: Event, turns: int = 0) -> None:
    """Writes a PNG of an upright picture with boxes, each with its label on a tab.

    Of a label with letters that Pillow's own font lacks, only the first word (a number) is painted.

    Raises EyeboxError or Stopped.
    """
    from PIL import ImageDraw, ImageFont

    picture = opened(path, turns, stop)
    image = image_of(picture)
    pen = ImageDraw.Draw(image)
    wide = max(2, round(min(picture.width, picture.height) / 250))
    font = ImageFont.load_default(size=wide * 7)
    for box in boxes:
        colour = COLOURS[crc32(box.label.partition(" ")[2].encode()) % len(COLOURS)]
        inside = box.inside(picture.width, picture.height)
        pen.rectangle(inside.xyxy, outline=colour, width=wide)
        words = box.label.split()
        label = " ".join(words if all(ord(c) < _LATIN for c in box.label) else words[:1])
        _left, _top, right, bottom = pen.textbbox((0, 0), label, font=font)
        height = bottom + wide * 2
        y = inside.y1 - height if inside.y1 >= height else inside.y1
        pen.rectangle((inside.x1, y, inside.x1 + right + wide * 4, y + height), fill=colour)
        pen.text((inside.x1 + wide * 2, y + wide), label, fill="white", font=font)
    with open_atomically(target) as file:
        image.save(file, "PNG")
