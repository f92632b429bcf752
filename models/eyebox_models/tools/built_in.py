"""The built-in tools: looking again at a region of a picture, and reading it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor, isfinite
from threading import Event
from typing import Any

from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.tool_use import LOOK_AGAIN, READ_REGION, ToolUse
from eyebox_models.tools.calls import Call
from eyebox_models.vision.pictures import facts

PLAIN = Notation(THOUSANDTHS)
"""How boxes are given by a family that says nothing of it."""
SMALLEST = 32
"""Pixels that each side of a region is grown to, as far as the picture goes."""
_READ_AT = 1_200
_MOST_TIMES = 3.0
"""A region is read so many times as large as it is, at most, so that its longer side comes to `_READ_AT` pixels."""
LONGEST = 4_000
"""Characters of text that a model is told."""

Rect = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the chat as tools meet it: its upright size (of its part, where it is one), and the one it was shown at."""

    picture: Picture
    width: int
    height: int
    resized: tuple[int, int]


def offered(notation: Notation) -> str:
    """The tools in OpenAI's JSON; `notation` says what the coordinates of their regions are."""
    where = (
        "pixels of the picture as you see it"
        if notation.rule.unit == "resized"
        else "thousandths of the picture's width and height"
    )
    parameters = {
        "type": "object",
        "properties": {
            "image": {
                "type": "integer",
                "description": "which picture of the chat, from 1; 1 where left out",
            },
            "box": {
                "type": "array",
                "items": {"type": "number"},
                "description": f"the region as [x1, y1, x2, y2], in {where}, as in all boxes that you give",
            },
        },
        "required": ["box"],
    }
    texts = {
        LOOK_AGAIN: "Shows a region of a picture at full resolution. Use it for what is too small to be seen.",
        READ_REGION: "Reads the text of a region of a picture by a text reader. Use it for small or dense text.",
    }
    tools = [
        {"type": "function", "function": {"name": name, "description": text, "parameters": parameters}}
        for name, text in texts.items()
    ]
    return json.dumps(tools)


def placed(call: Call, pictures: Sequence[Shown], notation: Notation) -> ToolUse:
    """A call with the region that it means; as failed, with the sentence why, where it can't be done."""
    use = ToolUse(call.name, call.arguments)
    try:
        if call.problem:
            raise EyeboxError.of(call.problem)
        if call.name not in (LOOK_AGAIN, READ_REGION):
            raise EyeboxError(
                "tool-unknown",
                "There is no tool {name}; there are {tools}.",
                name=call.name[:60],
                tools=f"{LOOK_AGAIN}, {READ_REGION}",
            )
        arguments = _arguments(call.arguments)
        number = _number(arguments.get("image", 1), len(pictures))
        use = replace(use, image=number - 1)
        box = arguments.get("box", arguments.get("bbox_2d"))
        return replace(use, box=_region(box, number, pictures[number - 1], notation))
    except EyeboxError as error:
        return replace(use, result=error.sentence, failed=True)


def done(use: ToolUse, shown: Shown, stop: Event) -> ToolUse:
    """A placed call with its result. Raises Stopped."""
    assert use.box is not None
    number = use.image + 1
    if use.name == LOOK_AGAIN:
        result: str = Sentence(
            "tool-region-shown",
            "This is that region of picture {number} at full resolution. Boxes that you give lie on picture {number}.",
            number=number,
        )
        return replace(use, result=result)
    try:
        return replace(use, result=_read(shown.picture, use.box, stop))
    except EyeboxError as error:
        return replace(use, result=error.sentence, failed=True)


def cut_out(use: ToolUse, picture: Picture) -> Picture:
    """The picture that a model is shown for such a call."""
    assert use.box is not None
    x1, y1, x2, y2 = use.box
    left, top = picture.part[:2] if picture.part else (0, 0)
    return Picture(picture.path, picture.turns, (left + x1, top + y1, left + x2, top + y2))


def shown(picture: Picture, resized: tuple[int, int] | None) -> Shown:
    """A picture as tools meet it; `resized` is None where its family does not say. Raises EyeboxError."""
    known = facts(picture.path, picture.turns, picture.part)
    return Shown(picture, known.width, known.height, resized or (known.width, known.height))


def _arguments(text: str) -> dict[str, Any]:
    try:
        given = json.loads(text or "{}")
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise EyeboxError("tool-arguments-unreadable", "The arguments of the call are no JSON object.")
    return given


def _number(value: Any, count: int) -> int:
    number = int(value) if isinstance(value, str) and value.isdecimal() else value
    if isinstance(number, bool) or not isinstance(number, int):
        raise EyeboxError(
            "tool-picture-no-number", '"image" has to be the number of a picture, from 1, not {value}.',
            value=json.dumps(value)[:60],
        )  # fmt: skip
    if not 1 <= number <= count:
        raise EyeboxError(
            "tool-no-such-picture", "There is no picture {number}: pictures of the chat: {count}.", number=number,
            count=count,
        )  # fmt: skip
    return number


def _region(value: Any, number: int, of: Shown, notation: Notation) -> Rect:
    """A region in whole pixels of the picture, cut to it. Raises EyeboxError."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if (
        not isinstance(value, list)
        or len(value) != 4
        or not all(
            isinstance(one, int | float) and not isinstance(one, bool) and isfinite(one) for one in value
        )
    ):
        raise EyeboxError(
            "tool-box-wrong", '"box" has to be four numbers [x1, y1, x2, y2], not {value}.',
            value=json.dumps(value)[:60],
        )  # fmt: skip
    across, down = notation.steps(of.resized)
    if all(0 <= one <= 1 for one in value) and any(isinstance(one, float) for one in value):
        across, down = 1, 1  # fractions, as in all boxes
    x1, x2 = (side * of.width / (across or 1) for side in (min(value[0], value[2]), max(value[0], value[2])))
    y1, y2 = (side * of.height / (down or 1) for side in (min(value[1], value[3]), max(value[1], value[3])))
    if x1 >= of.width or y1 >= of.height or x2 <= 0 or y2 <= 0:
        raise EyeboxError(
            "tool-box-outside",
            "That region is outside of picture {number}, which goes from [0, 0] to [{across}, {down}].",
            number=number,
            across=across,
            down=down,
        )
    left, right = _grown(x1, x2, of.width)
    top, bottom = _grown(y1, y2, of.height)
    return left, top, right, bottom


def _grown(first: float, last: float, end: int) -> tuple[int, int]:
    """Two sides as whole pixels inside of 0 and `end`, at least SMALLEST apart where there is room."""
    lacks = max(SMALLEST - (last - first), 0) / 2
    low, high = floor(max(first - lacks, 0)), ceil(min(last + lacks, end))
    if high - low < SMALLEST:
        low = max(min(low, end - SMALLEST), 0)
        high = min(max(high, low + SMALLEST), end)
    return low, high


def _read(picture: Picture, box: Rect, stop: Event) -> str:
    from eyebox_models.ocr.again import read_again

    part = cut_out(ToolUse(READ_REGION, box=box), picture).part
    assert part is not None
    scale = min(max(_READ_AT / max(part[2] - part[0], part[3] - part[1]), 1.0), _MOST_TIMES)
    try:
        page = read_again(picture.path, part, scale, lambda _fraction: None, stop, turns=picture.turns)
    except ImportError as error:
        raise EyeboxError(
            "tool-no-reader", "The built-in reader is not there where this model runs.", detail=str(error)
        ) from error
    lines = [page.lines[at].text for block in page.blocks for at in block]
    if not lines:
        return Sentence("tool-no-text", "The reader finds no text there.")
    return "\n".join(lines)[:LONGEST]
