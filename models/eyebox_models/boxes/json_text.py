"""Boxes that are written as JSON inside an answer, and what is shown instead of it.

JSON that lists boxes is shown as a list of their labels. Other JSON is shown as it was written, and so is JSON that
says other things before its first box; boxes are found in there too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from eyebox_models.boxes.findings import Findings, Placed
from eyebox_models.boxes.pictures import named_picture
from eyebox_models.boxes.scan import JsonScan, Level
from eyebox_models.boxes.shapes import KNOWN, SHAPE_KEYS, ObjectContent, read_object, shape_key

UNDECIDED = 400
"""Characters of JSON without any box after which it is shown as it is."""
BULLET = "- "
LONGEST_LABEL = 200
"""Tags in a string up to so long belong to it."""
NUMBERS = 999
PLAIN_KEYS = frozenset(
    ("objects", "items", "results", "result", "detections", "annotations", "boxes", "bboxes", "shapes", "data",
     "predictions", "labels", "instances", "elements", "lines", "words", "texts", "regions", "answer", "output",
     "response", "image", "images", "picture", "pictures")
)  # fmt: skip
"""Keys of lists of boxes that say nothing about the boxes."""

_MARK = re.compile(r"[\[{`]")
_FENCE = re.compile(r"```[ \t]*[A-Za-z0-9_+\-]{0,16}[ \t]*(?:\r?\n)?")
_FENCE_BEGUN = re.compile(r"``?")
_BEGUN = re.compile(r"[\[\s]{0,200}")
_OBJECT = re.compile(r"\{\s{0,100}")
_BARE_KEY = re.compile(r"[^\W\d]\w{0,40}\s{0,4}")
_AFTER_LIST = re.compile(r"[\s,，;}\])]+")
_QUOTES = "\"'“"
Opened = Literal["yes", "no", "wait"]


class JsonText:
    """Passes text on to `findings`, with the JSON in it read."""

    def __init__(self, findings: Findings, y_first: tuple[str, ...] = ()) -> None:
        self._broken = False
        self._findings = findings
        self._y_first = y_first
        self._held = ""
        self._mode: Literal["text", "json", "list"] = "text"
        self._fence = ""
        self._code = False
        self._hidden_fence = False
        self._after_list = False
        self._scan = self._new_scan()
        self._shown_as = ""
        self._raw: list[str] = []
        self._base = 0

    @property
    def unfinished(self) -> bool:
        """Whether the text ends inside JSON with boxes, or did before it was flushed."""
        return self._broken or (self._mode == "json" and self._of_boxes())

    @property
    def in_string(self) -> bool:
        """Whether the text is inside a string of JSON that is not too long to be meant."""
        return self._mode == "json" and 0 <= self._scan.string_length < LONGEST_LABEL

    def feed(self, text: str, final: bool = False) -> None:
        """Reads a further piece; what is not certain yet is held back, unless it is the last."""
        self._held += text
        at = 0
        while at < len(self._held):
            if self._mode == "json":
                step, waits = self._read_json(at, final)
            elif self._mode == "list":
                step, waits = self._read_after_list(at, final)
            else:
                step, waits = self._read_text(at, final)
            at = step
            if waits:
                break
        self._held = self._held[at:]
        self._pass_on()

    def flush(self) -> None:
        """The JSON of the answer ends here, whatever is missing."""
        self.feed("", final=True)
        if self._mode == "json":
            self._scan.end()
            if self._mode == "json":
                self._break_off()
        self._show(self._held)
        self._held = ""

    # ---- text

    def _read_text(self, at: int, final: bool) -> tuple[int, bool]:
        mark = _MARK.search(self._held, at)
        place = mark.start() if mark else len(self._held)
        self._show(self._held[at:place])
        if mark is None:
            return place, False
        return self._open(place, final)

    def _open(self, at: int, final: bool) -> tuple[int, bool]:
        """What begins at a bracket or a fence: JSON, or text."""
        held = self._held
        fence = _FENCE.match(held, at)
        if fence is None and held[at] == "`":
            begun = _FENCE_BEGUN.match(held, at)
            end = begun.end() if begun else at + 1
            if end == len(held) and not final:
                return at, True
            self._show(held[at:end])
            return end, False
        start = fence.end() if fence else at
        if fence and start == len(held) and not final:
            return at, True
        if fence and (self._code or (self._hidden_fence and not fence.group().strip("` \t\r\n"))):
            return self._close_fence(at)
        opened, inside = self._opened(start)
        if opened == "wait" and not final:
            return at, True
        if opened == "yes":
            self._begin(held[at:start])
            return start, False
        self._code = self._code or fence is not None
        end = start if fence else max(inside, at + 1)
        self._show(held[at:end])
        return end, False

    def _close_fence(self, at: int) -> tuple[int, bool]:
        end = at + 3
        if self._hidden_fence:
            self._hidden_fence = False
        else:
            self._code = False
            self._show(self._held[at:end])
        return end, False

    def _opened(self, at: int) -> tuple[Opened, int]:
        """Whether JSON with an object begins at a place, and up to where it is certain that none does."""
        held = self._held
        begun = _BEGUN.match(held, at)
        brace = begun.end() if begun else at
        if brace == len(held):
            return "wait", at
        if held[brace] != "{":
            return "no", brace
        inside = _OBJECT.match(held, brace)
        key = inside.end() if inside else brace + 1
        if key == len(held):
            return "wait", at
        if held[key] in _QUOTES:
            return "yes", at
        bare = _BARE_KEY.match(held, key)
        if bare and bare.end() == len(held):
            return "wait", at
        if bare and held[bare.end()] in ":：":
            return "yes", at
        return "no", brace + 1

    def _show(self, text: str) -> None:
        if not text:
            return
        self._break_line()
        self._broken = False
        self._findings.show(text)

    def _break_line(self) -> None:
        """Keeps what follows a list apart from it."""
        if self._after_list:
            self._after_list = False
            self._findings.show("\n\n")

    # ---- JSON

    def _new_scan(self) -> JsonScan:
        return JsonScan(self._closed, self._scalar)

    def _begin(self, fence: str) -> None:
        self._mode, self._fence, self._broken = "json", fence, False
        self._scan = self._new_scan()
        self._raw, self._shown_as = [], ""
        if self._code:
            self._show_as_is()

    def _read_json(self, at: int, final: bool) -> tuple[int, bool]:
        scan = self._scan
        end = scan.step(self._held, at, final)
        if self._shown_as != "list":
            self._raw.append(self._held[at:end])
        if scan.failed:
            self._break_off()
        elif scan.done:
            self._end()
        elif not self._shown_as and scan.position > UNDECIDED and not scan.marked:
            self._show_as_is()
        return end, end == at and not scan.failed

    def _show_as_is(self) -> None:
        """This JSON is no list of boxes: what was held back is shown, and what follows as it comes."""
        self._shown_as = "data"
        self._break_line()
        self._findings.show(self._fence)
        self._code = self._code or bool(self._fence)
        self._base = self._findings.length
        self._pass_on()

    def _pass_on(self) -> None:
        if self._shown_as == "data" and self._raw:
            self._findings.show("".join(self._raw))
            self._raw = []

    def _show_as_list(self) -> None:
        self._shown_as = "list"
        self._hidden_fence = self._hidden_fence or bool(self._fence)
        self._raw = []

    def _end(self) -> None:
        if not self._shown_as:
            self._show_as_is()
        self._pass_on()
        self._mode = "list" if self._shown_as == "list" else "text"
        self._shown_as = ""

    def _break_off(self) -> None:
        """The JSON ends before it is whole: a box that is not closed is dropped and counted."""
        scan = self._scan
        top = scan.levels[-1] if scan.levels else None
        begun = top is not None and (
            scan.marked
            or (self._shown_as == "list" and top.is_object and not top.has_boxes)
            or _begins_shape(scan.partial_key)
        )
        self._broken = begun or self._of_boxes()
        if begun:
            self._findings.cut += 1
            if not self._shown_as:
                self._show_as_list()
        self._end()

    def _of_boxes(self) -> bool:
        levels = self._scan.levels
        return self._shown_as == "list" or any(level.marked or level.has_boxes for level in levels)

    def _read_after_list(self, at: int, final: bool) -> tuple[int, bool]:
        """Between the end of a list of boxes and what follows it."""
        held = self._held
        gap = _AFTER_LIST.match(held, at)
        if gap:
            return gap.end(), False
        self._after_list = self._after_list or self._findings.length > 0
        if held[at] == "`" and self._hidden_fence:
            if held.startswith("```", at):
                self._hidden_fence = False
                return at + 3, False
            if "```".startswith(held[at:]) and not final:
                return at, True
        self._mode = "text"
        return at, False

    # ---- what the scanner reports

    def _scalar(self, key: str | None) -> None:
        if self._shown_as or self._scan.marked:
            return
        keys = [level.under for level in self._scan.levels] if key is None else [key]
        if not any(one.strip().lower() in KNOWN for one in keys):
            self._show_as_is()

    def _closed(self, level: Level) -> None:
        content = read_object(level.pairs, self._y_first)
        if content.shapes or content.lost:
            level.has_boxes = True
            if not self._shown_as:
                self._show_as_list()
            self._take(content, level)
        elif self._shown_as == "list":
            for line in _lines(content):
                self._entry(line)
        elif not self._shown_as and _says_something(level, self._scan.levels):
            self._show_as_is()

    def _take(self, content: ObjectContent, level: Level) -> None:
        """The boxes of an object, and the line that is shown for it."""
        self._findings.cut += content.lost
        names = [above.under for above in (*self._scan.levels, level) if above.under]
        label = content.label or next((name for name in reversed(names) if _is_label(name)), "")
        if self._shown_as == "data":
            self._pass_on()
            start, end = level.spans[content.label_at] if content.label_at >= 0 else (0, 0)
            start, end = (self._base + start, self._base + end) if end else (0, 0)
        else:
            start = self._findings.length + len(self._lead()) + len(BULLET)
            end = start + len(label)
        doubles = self._findings.doubles
        nearer = "; ".join((*names, content.picture))
        placed = [self._findings.put(shape, label, start, end, nearer) for shape, _key in content.shapes]
        fresh = [one for one in placed if one is not None]
        if self._shown_as == "list" and (fresh or self._findings.doubles == doubles):
            rest = ", ".join(f"{key}: {value}" for key, value in content.rest)
            if not label and fresh:
                label = ", ".join(f"{value:.0f}" for value in fresh[0].box.xyxy)
                end = start + len(label)
            if label or rest:
                self._entry(f"{label} ({rest})" if label and rest else label or rest)
        for one in fresh:
            self._findings.found(_scored(one, content.score), start, end)

    def _lead(self) -> str:
        return "" if self._findings.ends_line() else "\n"

    def _entry(self, line: str) -> None:
        self._findings.show(f"{self._lead()}{BULLET}{' '.join(line.split())}")
        self._after_list = False


def _says_something(level: Level, around: list[Level]) -> bool:
    """Whether an object has values of its own, and is no part of one that has."""
    own = any(value is not None and not isinstance(value, list) for _key, value in level.pairs)
    return own and not any(above.pairs for above in around)


def _begins_shape(key: str) -> bool:
    """Whether a cut key is the beginning of one that holds coordinates."""
    return len(key) > 1 and any(name.startswith(key.lower()) for name in SHAPE_KEYS)


def _is_label(key: str) -> bool:
    """Whether the key of a list of boxes says what they are."""
    name = key.strip().lower()
    return name not in PLAIN_KEYS and not shape_key(name) and named_picture(name, NUMBERS) is None


def _lines(content: ObjectContent) -> list[str]:
    """What an object without boxes says, among others with boxes."""
    first = [content.label] if content.label else []
    return first + [f"{key}: {value}" for key, value in content.rest]


def _scored(placed: Placed, score: float | None) -> Placed:
    return placed if score is None else replace(placed, box=replace(placed.box, score=score))
