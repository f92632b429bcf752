"""Reads one answer: text in any pieces in, what is shown and its boxes out."""

from __future__ import annotations

from eyebox_models.boxes.findings import Findings, Found, Places, Shape
from eyebox_models.boxes.json_text import JsonText
from eyebox_models.boxes.markup import POINTED_ENDS, Markup, Tags, points_in, shapes_in
from eyebox_models.protocol.events import BoxFound

LONGEST_BOX = 20_000
SHORTEST_TAG = 3
"""So many characters at the end of an answer that begin a tag are a tag that was cut, not text."""

_INSIDE_BOX = frozenset("0123456789.,-()[] \t\r\n")
_BETWEEN = frozenset(" \t\r\n,;、，")


class TextReader:
    """Reads markup and, if asked, JSON and special tokens.

    `text` is what is shown so far and `boxes` what was found; `cut` counts boxes that were dropped because they were
    incomplete or empty, `doubles` those that had been there before.
    """

    def __init__(
        self,
        turn: int,
        places: Places,
        markups: tuple[Markup, ...],
        *,
        json: bool = False,
        y_first: tuple[str, ...] = (),
        hide_special: bool = False,
    ) -> None:
        self._findings = Findings(turn, places)
        self._json = JsonText(self._findings, y_first) if json else None
        self._tags = Tags(markups, hide_special)
        self._held = ""
        self._coordinates: list[str] | None = None
        self._size = 0
        self._kind = ""
        self._opened = ""
        self._label_start: int | None = None
        self._label = (0, 0)
        self._points: list[Shape] = []
        self._unfinished = False

    @property
    def text(self) -> str:
        return self._findings.text

    @property
    def boxes(self) -> list[BoxFound]:
        return self._findings.boxes

    @property
    def cut(self) -> int:
        return self._findings.cut

    @property
    def doubles(self) -> int:
        return self._findings.doubles

    @property
    def unfinished(self) -> bool:
        """Whether the text ends inside a box or inside a list of boxes."""
        live = self._coordinates is not None or (self._json is not None and self._json.unfinished)
        return self._unfinished or live

    def feed(self, piece: str) -> list[Found]:
        """The events that are certain after a further piece of text; what may begin a tag is held back."""
        self._held += piece
        position, waiting = 0, False
        while position < len(self._held) and not waiting:
            read = self._read_text if self._coordinates is None else self._read_box
            position, waiting = read(position)
        self._held = self._held[position:]
        return self._findings.take()

    def finish(self) -> list[Found]:
        """The last events: a box that lacks only its end is kept, an incomplete box or tag is dropped."""
        inside = bool(self._coordinates) or self._label_start is not None
        self._unfinished = self._coordinates is not None
        self._end_points()
        if self._coordinates is not None:
            self._end_box(closed=False)
        if not inside and len(self._held) < SHORTEST_TAG:
            self._plain(self._held)
        self._held = ""
        if self._json is not None:
            self._json.flush()
        return self._findings.take()

    def _read_text(self, position: int) -> tuple[int, bool]:
        """Passes text on up to the next tag and takes that; gives where to go on, and whether more must come."""
        held = self._held
        at = held.find("<", position)
        if at < 0:
            self._plain(held[position:])
            return len(held), False
        self._plain(held[position:at])
        if tag := self._tags.at(held, at):
            self._take_tag(tag)
            return at + len(tag), False
        if self._tags.may_begin(held, at):
            return at, True
        self._plain("<")
        return at + 1, False

    def _read_box(self, position: int) -> tuple[int, bool]:
        """Gathers coordinates up to anything that can't be one; gives the same as `_read_text`."""
        held = self._held
        last = min(len(held), position + LONGEST_BOX - self._size)
        end = position
        while end < last and held[end] in _INSIDE_BOX:
            end += 1
        if self._coordinates is not None and end > position:
            self._coordinates.append(held[position:end])
            self._size += end - position
        if end == len(held) and self._size < LONGEST_BOX:
            return end, False
        tag = self._tags.at(held, end)
        if not tag and self._tags.may_begin(held, end):
            return end, True
        closed = self._tags.kind(tag) == f"{self._kind}_close"
        self._end_box(closed=closed)
        return end + (len(tag) if closed else 0), False

    def _take_tag(self, tag: str) -> None:
        kind = self._tags.kind(tag)
        if not kind and tag not in POINTED_ENDS:
            return
        if self._json is not None:
            if self._json.in_string:
                self._json.feed(tag)
                return
            self._json.flush()
        shape, _, end = kind.partition("_")
        if self._points:
            self._end_points()
            if tag in POINTED_ENDS:
                return
        if kind == "pointed_open":
            self._end_label()
            self._label_start = self._findings.length
            self._points = points_in(tag)
        elif kind == "ref_open":
            self._label_start = self._findings.length
        elif kind == "ref_close":
            self._end_label()
        elif end == "open":
            self._end_label()
            self._coordinates, self._size = [], 0
            self._kind, self._opened = shape, tag
        elif kind:
            self._findings.cut += 1

    def _end_label(self) -> None:
        if self._label_start is not None:
            self._label = (self._label_start, self._findings.length)
            self._label_start = None

    def _end_box(self, *, closed: bool) -> None:
        """Takes the coordinates of a box. What never were any is shown as text."""
        written, self._coordinates = "".join(self._coordinates or ()), None
        shapes, lost = shapes_in(written, self._kind, closed)
        if not shapes and not any(c.isdigit() for c in written):
            if closed:
                self._findings.cut += 1
            else:
                self._plain(self._opened + written)
            return
        self._findings.cut += lost
        self._find(shapes)

    def _end_points(self) -> None:
        """Takes the points of a tag; the text since then is their label."""
        if self._points:
            shapes, self._points = self._points, []
            self._end_label()
            self._find(shapes)

    def _find(self, shapes: list[Shape]) -> None:
        """Adds boxes with the label right before them."""
        start, end = self._label
        text = self._findings.text
        if not all(c in _BETWEEN for c in text[end:]):
            start = end = 0
        label = " ".join(text[start:end].split())
        for shape in shapes:
            placed = self._findings.put(shape, label, start, end)
            if placed is not None:
                self._findings.found(placed, start, end)

    def _plain(self, text: str) -> None:
        """Text between tags. A label is shown as it is."""
        if self._json is None or self._label_start is not None:
            self._findings.show(text)
        else:
            self._json.feed(text)
