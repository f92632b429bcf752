"""The tags that families put around labels and coordinates, and the numbers between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eyebox_models.boxes.findings import Shape
from eyebox_models.protocol.box import Point


@dataclass(frozen=True, slots=True)
class Markup:
    """The tags of one family. The text between the `ref` tags is the label of the shapes that follow it."""

    ref_open: str
    ref_close: str
    box_open: str
    box_close: str
    quad_open: str = ""
    quad_close: str = ""
    point_open: str = ""
    point_close: str = ""

    def tags(self) -> list[tuple[str, str]]:
        """Each tag and what it does: "ref_open", "box_close" ..."""
        named = [(getattr(self, name), name) for name in self.__slots__]
        return [(tag, name) for tag, name in named if tag]


QWEN_VL = Markup("<ref>", "</ref>", "<box>", "</box>", "<quad>", "</quad>", "<point>", "</point>")
INTERNVL = QWEN_VL
QWEN2_VL = Markup(
    "<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>", "<|box_end|>",
    "<|quad_start|>", "<|quad_end|>", "<|point_start|>", "<|point_end|>",
)  # fmt: skip
ALL = (QWEN_VL, QWEN2_VL)

SPECIAL = re.compile(
    r"<\|[A-Za-z0-9_]{1,40}\|>|</?(?:IMG_CONTEXT|img|start_of_turn|end_of_turn|end_of_utterance)>|</points>"
)
"""Special tokens that mean nothing to a reader; they are never shown."""
_SPECIAL_BEGUN = re.compile(r"<(?:\|(?:[A-Za-z0-9_]{1,40}\|?)?)?")
_SPECIAL_NAMES = tuple(
    f"<{slash}{name}>"
    for name in ("IMG_CONTEXT", "img", "start_of_turn", "end_of_turn", "end_of_utterance")
    for slash in ("", "/")
)

POINTED = re.compile(r"<points?\s[^<>]{0,400}>")
"""A tag that holds points as attributes, as in `<points x1="10" y1="20" alt="nose">nose</points>`."""
POINTED_ENDS = ("</points>", "</point>")
_POINTED_BEGUN = re.compile(r"<points?(?:\s[^<>]{0,400})?")
_ACROSS = re.compile(r"\b(x\d{0,3})\s*=\s*[\"']?\s*(-?\d{1,9}(?:\.\d{1,9})?)")
_DOWN = re.compile(r"\b(y\d{0,3})\s*=\s*[\"']?\s*(-?\d{1,9}(?:\.\d{1,9})?)")

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SIZES = {"box": 4, "quad": 8, "point": 2}


class Tags:
    """Finds tags in a text. `hide`: special tokens count as tags too."""

    def __init__(self, markups: tuple[Markup, ...], hide: bool) -> None:
        self._kinds = {tag: kind for markup in markups for tag, kind in markup.tags()}
        self._hide = hide
        known = (*self._kinds, *((*_SPECIAL_NAMES, *POINTED_ENDS) if hide else ()))
        self._longest = max(map(len, known), default=0) + 440 * hide
        self._begun = {tag[:end] for tag in known for end in range(1, len(tag))}
        self._pattern = re.compile("|".join(map(re.escape, self._kinds)) or r"(?!)")

    def at(self, text: str, position: int) -> str:
        """The tag at a position, "" for none."""
        match = self._pattern.match(text, position)
        if match is None and self._hide:
            match = SPECIAL.match(text, position) or POINTED.match(text, position)
            if match and match.re is POINTED and not points_in(match.group()):
                match = None
        return match.group() if match else ""

    def may_begin(self, text: str, position: int) -> bool:
        """Whether the rest of the text may become a tag."""
        if len(text) - position >= self._longest:
            return False
        rest = text[position:]
        if rest in self._begun or not self._hide:
            return rest in self._begun
        return any(begun.fullmatch(rest) for begun in (_SPECIAL_BEGUN, _POINTED_BEGUN))

    def kind(self, tag: str) -> str:
        """What a tag does; "" for one that is only hidden."""
        known = self._kinds.get(tag, "")
        return "pointed_open" if not known and POINTED.fullmatch(tag) else known


def shapes_in(written: str, kind: str, closed: bool) -> tuple[list[Shape], int]:
    """The complete shapes of some coordinates, and how many are not complete or empty.

    At the end of a text that was cut a last number may lack digits: it counts only when something follows it.
    """
    found = [match.group() for match in _NUMBER.finditer(written)]
    numbers = [float(number) for number in found]
    if not closed and numbers and not written.rstrip().endswith((")", "]")):
        numbers.pop()
    size = _SIZES[kind]
    shapes = []
    lost = int(len(numbers) % size > 0 or (not closed and not numbers))
    for at in range(0, len(numbers) - size + 1, size):
        part = numbers[at : at + size]
        points = tuple(zip(part[::2], part[1::2], strict=True))
        if size > 2 and is_empty(points):
            lost += 1
        else:
            shapes.append(
                Shape(kind, points, are_fractions(part, any("." in n for n in found[at : at + size])))
            )
    return shapes, lost


def points_in(tag: str) -> list[Shape]:
    """The points that a tag holds as attributes."""
    across, down = dict(_ACROSS.findall(tag)), dict(_DOWN.findall(tag))
    shapes = []
    for name, x in across.items():
        y = down.get("y" + name[1:])
        if y is not None:
            point = (float(x), float(y))
            shapes.append(Shape("point", (point,), are_fractions(list(point), "." in x + y)))
    return shapes


def is_empty(points: tuple[Point, ...]) -> bool:
    """Whether some points enclose nothing."""
    xs, ys = zip(*points, strict=True)
    return bool(min(xs) == max(xs) or min(ys) == max(ys))


def are_fractions(numbers: list[float], pointed: bool) -> bool:
    """Whether numbers are fractions of the picture: all in 0..1, one written with a decimal point."""
    return pointed and all(0 <= number <= 1 for number in numbers)
