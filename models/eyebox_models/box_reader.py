"""Reads boxes out of a model's text as it is generated: pieces of text in, events out.

Boxes are marked up in the text; the markup is hidden and the label it encloses is shown:

    Qwen-VL     <ref>the dog</ref><box>(x1,y1),(x2,y2)</box>
    Qwen2-VL    <|object_ref_start|>the dog<|object_ref_end|><|box_start|>(x1,y1),(x2,y2)<|box_end|>
    InternVL    <ref>the dog</ref><box>[[x1, y1, x2, y2], [..]]</box>

A family whose boxes look otherwise offers another class with the same `feed` and `finish`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from eyebox_models.ask import BoxFound, TextDelta
from eyebox_models.box import Box, Point, enclosing

Place = Callable[[float, float], Point]
"""From a point as the model wrote it to pixels of the upright original picture."""
Found = TextDelta | BoxFound

LONGEST_BOX = 20_000
SHORTEST_TAG = 3
"""So many characters at the end of an answer that begin a tag are a tag that was cut, not text."""


class AnswerReader(Protocol):
    """Turns the text of one answer into events, whatever pieces it comes in."""

    text: str
    boxes: list[BoxFound]

    def feed(self, piece: str) -> list[Found]:
        """The events that are certain after a further piece of text."""
        ...

    def finish(self) -> list[Found]:
        """The last events, at the end of the text."""
        ...


@dataclass(frozen=True, slots=True)
class Markup:
    """The tags of one family. The text between the `ref` tags is the label of the boxes that follow it."""

    ref_open: str
    ref_close: str
    box_open: str
    box_close: str


QWEN_VL = Markup("<ref>", "</ref>", "<box>", "</box>")
INTERNVL = QWEN_VL
QWEN2_VL = Markup("<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>", "<|box_end|>")
ALL = (QWEN_VL, QWEN2_VL)

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_INSIDE_BOX = frozenset("0123456789.,-()[] \t\r\n")
_BETWEEN = re.compile(r"[\s,;、，]*")


class BoxReader:
    """Reads the markup of Qwen-VL, Qwen2-VL and InternVL.

    `text` is what is shown so far and `boxes` what was found; `cut` counts boxes that were dropped because they
    were incomplete, `doubles` those that had been there before. `place` is asked once for each corner.
    """

    def __init__(self, turn: int, place: Place, image: int = 0, markups: tuple[Markup, ...] = ALL) -> None:
        self.text = ""
        self.boxes: list[BoxFound] = []
        self.cut = 0
        self.doubles = 0
        self._turn = turn
        self._image = image
        self._place = place
        self._tags = {tag: kind for markup in markups for tag, kind in _kinds(markup)}
        self._longest = max(map(len, self._tags))
        self._held = ""
        self._coordinates: str | None = None
        self._opened = ""
        self._label_start: int | None = None
        self._label = (0, 0)
        self._seen: set[tuple[str, tuple[int, ...]]] = set()
        self._shown: list[str] = []
        self._events: list[Found] = []

    def feed(self, piece: str) -> list[Found]:
        """The events that are certain after a further piece of text; what may begin a tag is held back."""
        self._held += piece
        position, waiting = 0, False
        while position < len(self._held) and not waiting:
            read = self._read_text if self._coordinates is None else self._read_box
            position, waiting = read(position)
        self._held = self._held[position:]
        return self._take()

    def finish(self) -> list[Found]:
        """The last events: a box that lacks only its end is kept, an incomplete box or tag is dropped."""
        inside = bool(self._coordinates) or self._label_start is not None
        if self._coordinates is not None:
            self._end_box(closed=False)
        if not inside and len(self._held) < SHORTEST_TAG:
            self._show(self._held)
        self._held = ""
        return self._take()

    def _read_text(self, position: int) -> tuple[int, bool]:
        """Shows text up to the next tag and takes that; gives where to go on, and whether more must come."""
        held = self._held
        at = held.find("<", position)
        if at < 0:
            self._show(held[position:])
            return len(held), False
        self._show(held[position:at])
        if tag := self._tag_at(at):
            self._take_tag(tag)
            return at + len(tag), False
        if self._may_become_tag(at):
            return at, True
        self._show("<")
        return at + 1, False

    def _read_box(self, position: int) -> tuple[int, bool]:
        """Gathers coordinates up to anything that can't be one; gives the same as `_read_text`."""
        held, before = self._held, self._coordinates or ""
        last = min(len(held), position + LONGEST_BOX - len(before))
        end = position
        while end < last and held[end] in _INSIDE_BOX:
            end += 1
        self._coordinates = before + held[position:end]
        if end == len(held) and len(self._coordinates) < LONGEST_BOX:
            return end, False
        tag = self._tag_at(end)
        if not tag and self._may_become_tag(end):
            return end, True
        closed = self._tags.get(tag) == "box_close"
        self._end_box(closed=closed)
        return end + (len(tag) if closed else 0), False

    def _tag_at(self, position: int) -> str:
        return next((tag for tag in self._tags if self._held.startswith(tag, position)), "")

    def _may_become_tag(self, position: int) -> bool:
        rest = self._held[position : position + self._longest]
        return bool(rest) and any(tag.startswith(rest) for tag in self._tags)

    def _take_tag(self, tag: str) -> None:
        match self._tags[tag]:
            case "ref_open":
                self._label_start = len(self.text)
            case "ref_close":
                self._end_label()
            case "box_open":
                self._end_label()
                self._coordinates = ""
                self._opened = tag
            case _:
                self.cut += 1

    def _end_label(self) -> None:
        if self._label_start is not None:
            self._label = (self._label_start, len(self.text))
            self._label_start = None

    def _end_box(self, *, closed: bool) -> None:
        """Takes the coordinates of a box. What never were any is shown as text."""
        written, self._coordinates = self._coordinates or "", None
        corners, lost = _corners(written, closed)
        if not corners and not any(c.isdigit() for c in written):
            if closed:
                self.cut += 1
            else:
                self._show(self._opened + written)
            return
        self.cut += lost
        for corner in corners:
            self._find(corner)

    def _find(self, corners: list[Point]) -> None:
        x1, y1, x2, y2 = enclosing([self._place(*point) for point in corners])
        start, end = self._label
        if not _BETWEEN.fullmatch(self.text, end):
            start = end = 0
        label = " ".join(self.text[start:end].split())
        key = (label, tuple(round(value) for value in (x1, y1, x2, y2)))
        if key in self._seen:
            self.doubles += 1
            return
        self._seen.add(key)
        found = BoxFound(self._turn, self._image, Box(label, x1, y1, x2, y2, source="model"), start, end)
        self.boxes.append(found)
        self._events.append(found)

    def _show(self, text: str) -> None:
        if not text:
            return
        self.text += text
        if self._events and isinstance(self._events[-1], TextDelta):
            self._events[-1] = TextDelta(self._turn, self._events[-1].text + text)
        else:
            self._events.append(TextDelta(self._turn, text))

    def _take(self) -> list[Found]:
        events, self._events = self._events, []
        return events


def _kinds(markup: Markup) -> list[tuple[str, str]]:
    return [
        (markup.ref_open, "ref_open"),
        (markup.ref_close, "ref_close"),
        (markup.box_open, "box_open"),
        (markup.box_close, "box_close"),
    ]


def _corners(written: str, closed: bool) -> tuple[list[list[Point]], int]:
    """Two opposite corners of each complete box, and how many boxes are not complete.

    At the end of a text that was cut a last number may lack digits: it counts only when something follows it.
    """
    numbers = [float(match.group()) for match in _NUMBER.finditer(written)]
    if not closed and numbers and not written.rstrip().endswith((")", "]")):
        numbers.pop()
    whole = len(numbers) // 4
    boxes = [numbers[4 * n : 4 * n + 4] for n in range(whole)]
    complete = [box for box in boxes if box[0] != box[2] and box[1] != box[3]]
    lost = (len(numbers) % 4 > 0 or (not closed and not numbers)) + len(boxes) - len(complete)
    return [[(x1, y1), (x2, y2)] for x1, y1, x2, y2 in complete], int(lost)
