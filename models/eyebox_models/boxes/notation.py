"""Boxes as a family writes them: what `answer_reader` reads, the other way round. Answers that teach a model hold such texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from eyebox_models.boxes.markup import ALL, SPECIAL, Markup
from eyebox_models.boxes.pictures import CoordinateRule
from eyebox_models.protocol.box import Box

Size = tuple[int, int]
Corners = tuple[int, int, int, int]
NOTHING = "There are none."
"""The answer for a picture without boxes, where lists are no JSON."""

_TAGS = re.compile(
    "|".join(re.escape(tag) for markup in ALL for tag, _kind in markup.tags())
    + f"|{SPECIAL.pattern}|<(?:image|video|audio|bbox|ref-object)>"
)


def _as_it_is(width: int, height: int, _max_pixels: int | None) -> Size:
    return width, height


@dataclass(frozen=True, slots=True)
class Notation:
    """How a family writes boxes, in whole numbers by its `rule`.

    `form`: "json" (`bbox_2d`, `label`), or `markup` around pairs "(x1,y1),(x2,y2)" or lists "[[x1, y1, x2, y2], ..]".
    `resized` gives the size that a picture of (width, height, most pixels or None for the family's own) is shown at;
    it raises EyeboxError for a shape that the family refuses.
    """

    rule: CoordinateRule
    form: Literal["json", "pairs", "lists"] = "json"
    markup: Markup | None = None
    resized: Callable[[int, int, int | None], Size] = _as_it_is

    def steps(self, shown: Size) -> Size:
        """How many steps across and down the coordinates of a picture have that is shown at this size."""
        return shown if self.rule.unit == "resized" else (1000, 1000)

    def corners(self, box: Box, size: Size, shown: Size) -> Corners | None:
        """The corners of a box in this family's numbers, on a picture of `size` pixels that is shown at `shown`.

        A side that rounds to nothing keeps one step. None for a box that has no area inside of the picture.
        """
        inside = box.inside(*size) if all(map(isfinite, box.xyxy)) and min(size) > 0 else None
        if inside is None or inside.width <= 0 or inside.height <= 0:
            return None
        across, down = self.steps(shown)
        x1, x2 = _side(inside.x1 / size[0] * across, inside.x2 / size[0] * across, across)
        y1, y2 = _side(inside.y1 / size[1] * down, inside.y2 / size[1] * down, down)
        return x1, y1, x2, y2

    def write(self, boxes: Sequence[tuple[str, Corners]]) -> str:
        """An answer that lists boxes, each a label as `one_line` gives it and its corners."""
        if self.form == "json":
            entries = [
                f'\t{{"bbox_2d": {list(corners)}, "label": {json.dumps(label, ensure_ascii=False)}}}'
                for label, corners in boxes
            ]
            return "```json\n[" + ("\n" + ",\n".join(entries) + "\n" if entries else "") + "]\n```"
        if not boxes:
            return NOTHING
        boxes = sorted(boxes, key=lambda box: bool(box[0]))  # a label holds for all that follow
        if self.form == "pairs":
            return "\n".join(self._named(label) + self._pairs(corners) for label, corners in boxes)
        together: dict[str, list[Corners]] = {}
        for label, corners in boxes:
            together.setdefault(label, []).append(corners)
        return "\n".join(self._named(label) + self._lists(of_label) for label, of_label in together.items())

    def _named(self, label: str) -> str:
        assert self.markup is not None
        return f"{self.markup.ref_open}{label}{self.markup.ref_close}" if label else ""

    def _pairs(self, corners: Corners) -> str:
        assert self.markup is not None
        x1, y1, x2, y2 = corners
        return f"{self.markup.box_open}({x1},{y1}),({x2},{y2}){self.markup.box_close}"

    def _lists(self, boxes: Sequence[Corners]) -> str:
        assert self.markup is not None
        return f"{self.markup.box_open}[{', '.join(str(list(box)) for box in boxes)}]{self.markup.box_close}"


def one_line(label: str) -> str:
    """A label as an answer can hold it: on one line, without what models take for markup or for special tokens."""
    while (plain := _TAGS.sub("", label)) != label:
        label = plain
    return " ".join(label.split())


def _side(start: float, end: float, steps: int) -> tuple[int, int]:
    """Two coordinates as whole steps that differ."""
    first, last = min(round(start), steps), min(round(end), steps)
    if first == last and ((first > 0 and (start + end) / 2 < first) or last == steps):
        return first - 1, last
    return (first, last) if first < last else (first, last + 1)
