"""What models are taught with: a question on a picture, an answer with its boxes, written for one family or trainer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from eyebox_models.boxes.notation import NOTHING, Corners, Notation, Size, one_line
from eyebox_models.boxes.pictures import RESIZED
from eyebox_models.families.registry import info_named
from eyebox_models.protocol.box import Box

EVERYTHING = "all objects"

MARKS = re.compile(r"<(?:image|video|audio)>\n?")
FILLED = re.compile(r"<ref-object>|<bbox>")

Layout = Literal["qwen", "qwen_2023", "internvl", "swift"]


@dataclass(frozen=True, slots=True)
class Convention:
    """For whom a record is written: `family` whose notation the answer is in, `layout` of the record."""

    title: str
    family: str
    layout: Layout


CONVENTIONS: Mapping[str, Convention] = {
    "qwen3_vl": Convention("Qwen3-VL", "qwen3_vl", "qwen"),
    "qwen2_5_vl": Convention("Qwen2.5-VL", "qwen2_5_vl", "qwen"),
    "qwen2_vl": Convention("Qwen2-VL", "qwen2_vl", "qwen"),
    "qwen_vl": Convention("Qwen-VL (2023)", "qwen_vl", "qwen_2023"),
    "internvl": Convention("InternVL", "internvl", "internvl"),
    "swift": Convention("ms-swift", "qwen3_vl", "swift"),
}
"""Their short names. ms-swift writes boxes for whatever model it teaches; a family counts only where it can't (pairs)."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a model is to answer on a picture of `width` x `height` pixels.

    `labels` are asked for ({labels} in `question`, "" for the family's own); `boxes` are the answer. `shown` is the size that
    the family sees the picture at.
    """

    path: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    labels: tuple[str, ...] = ()
    question: str = ""
    shown: Size = (0, 0)

    @property
    def size(self) -> Size:
        return self.width, self.height


def asked(sample: Sample, family: str) -> str:
    """The question of a sample, without the mark of its picture."""
    shapes = ", ".join(dict.fromkeys(filter(None, map(one_line, sample.labels)))) or EVERYTHING
    template = sample.question or info_named(family).question.replace("{shapes}", "{labels}")
    return MARKS.sub("", template.replace("{labels}", shapes))


def shown_at(family: str, size: Size, max_pixels: int | None = None) -> Size:
    """The size that a family is shown a picture at. Raises EyeboxError for a shape that it refuses."""
    notation = info_named(family).notation
    assert notation is not None
    return notation.resized(*size, max_pixels)


def placed(sample: Sample, notation: Notation) -> list[tuple[str, Corners]]:
    """The boxes of a sample as they are written. What has no area inside of the picture, or is there twice, is left out."""
    found = ((one_line(box.label), notation.corners(box, sample.size, sample.shown)) for box in sample.boxes)
    return [*dict.fromkeys((label, corners) for label, corners in found if corners)]


def answer(sample: Sample, family: str) -> str:
    """The boxes of a sample as a family writes them."""
    notation = info_named(family).notation
    assert notation is not None
    return notation.write(placed(sample, notation))


def record(sample: Sample, convention: Convention, number: int) -> dict[str, Any]:
    """A sample as a record, the `number`th (from 0) of its file."""
    question = asked(sample, convention.family)
    if convention.layout == "swift":
        return _swift(sample, question)
    reply = answer(sample, convention.family)
    size = {"width": sample.width, "height": sample.height}
    if convention.layout == "qwen_2023":
        asking = f"Picture 1: <img>{sample.path}</img>\n{question}"
        turns = [{"from": "user", "value": asking}, {"from": "assistant", "value": reply}]
        return {"id": f"identity_{number}", "conversations": turns, **size}
    turns = [{"from": "human", "value": f"<image>\n{question}"}, {"from": "gpt", "value": reply}]
    if convention.layout == "internvl":
        return {"id": number, "image": sample.path, **size, "conversations": turns}
    notation = info_named(convention.family).notation
    resized = {"resized": list(sample.shown)} if notation and notation.rule == RESIZED else {}
    return {"image": sample.path, "conversations": turns, **size, **resized}


def _swift(sample: Sample, question: str) -> dict[str, Any]:
    """Each box stands as `<ref-object><bbox>`, filled in the order of `objects`, in pixels of the original."""
    reply = "\n".join(["<ref-object><bbox>"] * len(sample.boxes)) or NOTHING
    messages = [
        {"role": "user", "content": f"<image>{FILLED.sub('', question)}"},
        {"role": "assistant", "content": reply},
    ]
    made: dict[str, Any] = {"messages": messages, "images": [sample.path]}
    if sample.boxes:
        corners = [list(box.xyxy) for box in sample.boxes]
        made["objects"] = {"ref": [box.label for box in sample.boxes], "bbox": corners, "bbox_type": "real"}
    return made
