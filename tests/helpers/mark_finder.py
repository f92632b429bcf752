"""A family of tests that finds coloured marks in the pixels that it is shown, where they are large enough to be seen.

It is honest: the picture is shrunk to `max_pixels` as families do, and a disc counts from `SEEN` shown pixels across.
Coordinates are thousandths of what it is shown, whole numbers, as in Qwen-VL.
"""

from __future__ import annotations

import colorsys
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.checkpoint import FamilyInfo
from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import Answer, BoxFound, ImageInfo
from eyebox_models.vision.pictures import facts, upright

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEEN = 12
"""Pixels across, from which a mark is seen."""
PIXELS = 1_003_520
COLOURS = {
    f"mark {number + 1}": tuple(
        round(255 * value) for value in colorsys.hsv_to_rgb(number / 40, 1.0, 1.0 if number % 2 else 0.7)
    )
    for number in range(40)
}
INFO = FamilyInfo("marks", "Marks", "mark_finder:Marks", recognises=lambda model: model.startswith("marks:"))


def installed(folder: Path) -> Path:
    """A folder for PYTHONPATH, as if a package had brought this family: engines then know "marks:NAME"."""
    metadata = folder / "marks-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: marks\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text("[eyebox.families]\nmarks = mark_finder:INFO\n")
    (folder / "mark_finder.py").write_bytes(Path(__file__).read_bytes())
    return folder


class Marks:
    """The family."""

    name = "marks"

    def load(self, model: str, options: Options, emit: Any, stop: Event) -> Finder:
        return Finder()


class Finder:
    """Says where it sees marks. `asked` are the parts that it was asked about."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int, int, int] | None] = []

    def shown_at(self, width: int, height: int, options: Options) -> tuple[int, int]:
        scale = min(1.0, ((options.max_pixels or PIXELS) / (width * height)) ** 0.5)
        return max(1, round(width * scale)), max(1, round(height * scale))

    def answer(self, ask: Ask, emit: Any, stop: Event) -> Answer:
        picture = ask.shown[-1]
        self.asked.append(picture.part)
        known = facts(picture.path, picture.turns, picture.part)
        size = self.shown_at(known.width, known.height, ask.options)
        shown = upright(picture.path, picture.turns, picture.part, size).resize(size, 4)
        text, boxes, image = "", [], len(ask.shown) - 1
        for name, rect in seen_in(shown):
            x1, x2 = (round(1000 * x / size[0]) * known.width / 1000 for x in (rect[0], rect[2]))
            y1, y2 = (round(1000 * y / size[1]) * known.height / 1000 for y in (rect[1], rect[3]))
            text += name + ", "
            found = BoxFound(ask.turn, image, Box(name, x1, y1, x2, y2, source="model"))
            boxes.append(found)
            emit(found)
        info = ImageInfo(image, known.width, known.height, size)
        return Answer(ask.turn, text or "None.", boxes=tuple(boxes), seen=(info,))

    def close(self) -> None: ...


def seen_in(shown: Any) -> list[tuple[str, tuple[int, int, int, int]]]:
    """The marks of an RGB picture with where they are, pixels of it."""
    import cv2
    import numpy as np

    pixels: NDArray[np.int16] = np.asarray(shown.convert("RGB")).astype(np.int16)
    strong = pixels.max(axis=2) - pixels.min(axis=2) > 120
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(strong.astype(np.uint8))
    found = []
    for x, y, width, height, area in stats[1:count]:
        if max(width, height) < SEEN or area < SEEN * SEEN / 6:
            continue
        inside = pixels[y : y + height, x : x + width][strong[y : y + height, x : x + width]]
        middle = np.median(inside, axis=0)
        name = min(COLOURS, key=lambda one: float(np.abs(middle - COLOURS[one]).sum()))
        found.append((name, (int(x), int(y), int(x + width), int(y + height))))
    return found
