"""Answers as the taught family writes them: boxes in its own form, at the size that it is shown a picture at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.findings import Shape
from eyebox_models.boxes.markup import ALL
from eyebox_models.boxes.notation import Corners, Notation, one_line
from eyebox_models.boxes.pictures import RESIZED, Pictures
from eyebox_models.boxes.reader import TextReader
from eyebox_models.families.registry import table
from eyebox_models.protocol.ask import Message
from eyebox_models.protocol.box import Point
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.protocol.teaching import Lesson

SLACK = 1.5
"""Pixels (of the size shown, or thousandths) that a box may reach beyond its picture: what rounding does."""
_FILLED = re.compile(r"<ref-object>|<bbox>")
_CALL = re.compile(r"<tool_call>.*?</tool_call>", re.DOTALL)
_ONLY_FILLED = re.compile(r"(?:\s*<ref-object>\s*<bbox>)+\s*")


def worded(lesson: Lesson, question: str) -> Lesson:
    """A lesson whose first question is the family's own for its labels, where it has such."""
    if not lesson.labels:
        return lesson
    first, *others = lesson.messages
    parts = (*first.parts, question.replace("{shapes}", ", ".join(lesson.labels)))
    return replace(lesson, messages=(replace(first, parts=parts), *others))


def written(lesson: Lesson, notation: Notation | None, seen: Sequence[ImageInfo]) -> tuple[Message, ...]:
    """The conversation with its boxes as the family of this notation writes them. `seen` are its pictures as it is shown them.

    Raises EyeboxError with why it can't be learned from: a box outside of its picture, another family's form among text.
    """
    fill = _Filling(lesson, notation, seen)
    shown = 0
    messages = []
    for message in lesson.messages:
        shown += sum(not isinstance(part, str) for part in message.parts)
        parts = tuple(fill(part) if isinstance(part, str) else part for part in message.parts)
        message = replace(message, parts=parts)
        if message.role == "assistant" and notation is not None and seen[:shown]:
            text = _translated(message.text, lesson, notation, seen[:shown])
            _check(text, notation, seen[:shown])
            message = Message("assistant", (text,))
        messages.append(message)
    return tuple(messages)


class _Filling:
    """Fills `<ref-object>` and `<bbox>` in, in their order through all texts."""

    def __init__(self, lesson: Lesson, notation: Notation | None, seen: Sequence[ImageInfo]) -> None:
        self._notation = notation
        self._refs = iter(lesson.refs)
        self._boxes: Iterator[Corners] = iter([])
        if lesson.boxes:
            if notation is None:
                raise EyeboxError("lesson-no-notation", "this model has no form of its own for boxes")
            self._boxes = iter([_corners(lesson, n, notation, seen) for n in range(len(lesson.boxes))])

    def __call__(self, text: str) -> str:
        if not _FILLED.search(text) or self._notation is None:
            return text
        try:
            if _ONLY_FILLED.fullmatch(text):
                count = text.count("<bbox>")
                return self._notation.write(
                    [(one_line(next(self._refs)), next(self._boxes)) for _ in range(count)]
                )
            return _FILLED.sub(lambda match: self._one(match[0], text), text)
        except (StopIteration, RuntimeError):
            raise EyeboxError(
                "lesson-too-few-boxes", "it has fewer boxes or names than places for them"
            ) from None

    def _one(self, mark: str, text: str) -> str:
        notation = self._notation
        assert notation is not None
        if mark == "<ref-object>":
            label = one_line(next(self._refs))
            if notation.markup is not None:
                return f"{notation.markup.ref_open}{label}{notation.markup.ref_close}"
            return json.dumps(label, ensure_ascii=False)[1:-1] if '"<ref-object>"' in text else label
        corners = next(self._boxes)
        return str(list(corners)) if notation.form == "json" else notation.write([("", corners)])


def _corners(lesson: Lesson, n: int, notation: Notation, seen: Sequence[ImageInfo]) -> Corners:
    picture = seen[lesson.of_image[n]]
    box = lesson.boxes[n]
    size = (picture.width, picture.height)
    inside = box.inside(*size)
    if max(abs(a - b) for a, b in zip(box.xyxy, inside.xyxy, strict=True)) > SLACK:
        raise _outside()
    corners = notation.corners(box, size, picture.resized)
    if corners is None:
        raise EyeboxError("lesson-box-empty", "one of its boxes has no area")
    return corners


def _outside() -> EyeboxError:
    return EyeboxError("lesson-box-outside", "one of its boxes reaches out of its picture")


def _translated(text: str, lesson: Lesson, notation: Notation, seen: Sequence[ImageInfo]) -> str:
    """An answer that is nothing but boxes, of whatever family, in this one's form; any other as it is.

    What a call of a tool says is no box of the answer.
    """
    source = RESIZED if lesson.shown else None
    own = source is None or (notation.rule == RESIZED and all(one.resized == lesson.shown for one in seen))
    for other in (notation, *_notations()):
        rule = source or (other.rule if other.rule != RESIZED else notation.rule)
        given = [replace(one, resized=lesson.shown) for one in seen] if lesson.shown else list(seen)
        reader = reader_for(0, given, rule)
        reader.feed(_CALL.sub("", text))
        reader.finish()
        if not reader.boxes:
            return text
        alike = other is notation
        steps = replace(other, rule=rule)
        old = _listed(reader, steps, given)
        if _bare(steps.write(old)) != _bare(text):
            continue
        if own and alike:
            return text
        return notation.write(_listed(reader, notation, seen))
    if own and _has_own_form(text, notation):
        return text
    raise EyeboxError("lesson-other-form", "its boxes are in another family's form, among other text")


def _listed(reader: TextReader, notation: Notation, seen: Sequence[ImageInfo]) -> list[tuple[str, Corners]]:
    by_image = {one.image: one for one in seen}
    made = []
    for found in reader.boxes:
        one = by_image[found.image]
        corners = notation.corners(found.box, (one.width, one.height), one.resized)
        if corners is not None:
            made.append((one_line(found.box.label), corners))
    return made


def _notations() -> list[Notation]:
    """One of each form that any family writes."""
    found: dict[tuple[str, object], Notation] = {}
    for info in table().families:
        if info.notation is not None:
            found.setdefault((info.notation.form, info.notation.markup), info.notation)
    return [*found.values()]


def _has_own_form(text: str, notation: Notation) -> bool:
    """Whether boxes among other text are marked as the family marks them."""
    own = notation.markup.box_open if notation.markup is not None else '"bbox_2d"'
    return own in text and not any(markup.box_open in text for markup in ALL if markup.box_open != own)


def _bare(text: str) -> str:
    return re.sub(r"\s+|```(?:json)?", "", text)


class _Unclipped(Pictures):
    """Says where boxes lie without clipping them, in shares of what they count in: 0..1 is inside."""

    def __init__(self, seen: Sequence[ImageInfo], notation: Notation) -> None:
        super().__init__(seen, notation.rule)
        self._steps = {one.image: notation.steps(one.resized) for one in seen}
        self.farthest = 0.0

    def place(self, shape: Shape, image: int) -> list[Point]:
        across, down = self._steps.get(image, (1000, 1000))
        for x, y in [] if shape.fractions else shape.points:
            self.farthest = max(self.farthest, -x, x - across, -y, y - down)
        return super().place(shape, image)


def _check(text: str, notation: Notation, seen: Sequence[ImageInfo]) -> None:
    """Raises EyeboxError where a box of an answer reaches out of its picture."""
    places = _Unclipped(seen, notation)
    reader = TextReader(0, places, ALL, json=True, y_first=notation.rule.y_first, hide_special=True)
    reader.feed(text)
    reader.finish()
    if places.farthest > SLACK:
        raise _outside()
