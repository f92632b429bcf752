"""Which box of an answer is meant for which shape of a card."""

from __future__ import annotations

import re

from eyebox_models.grounding.shape_cards import Card, Corners, Mark
from eyebox_models.protocol.events import Answer, BoxFound

WORDS = {
    "red": ("red", "红"), "blue": ("blue", "蓝"), "green": ("green", "绿"), "purple": ("purple", "violet", "紫"),
    "orange": ("orange", "橙", "橘"), "black": ("black", "黑"),
    "circle": ("circle", "circular", "round", "disc", "disk", "dot", "ball", "圆", "圈"),
    "square": ("square", "rectangle", "box", "方", "矩"),
    "triangle": ("triangle", "triangular", "三角"),
}  # fmt: skip
COLOURS = ("red", "blue", "green", "purple", "orange", "black")


def matched(card: Card, answer: Answer) -> list[Corners | None]:
    """For each shape of the card the corners of the box that the answer gives it, None for none.

    Boxes are told apart by the words of their labels, or of the line they stand in; where no box says anything and
    there are as many as shapes, they count in order. No box serves twice, and where it lies plays no part.
    """
    boxes = list(answer.boxes)
    if len(boxes) == len(card.marks) and not any(_says(_words(answer, box)) for box in boxes):
        return [box.box.xyxy for box in boxes]
    ranked = sorted(
        (-_fit(mark, _words(answer, box)), place, number)
        for place, mark in enumerate(card.marks)
        for number, box in enumerate(boxes)
    )
    given: list[Corners | None] = [None] * len(card.marks)
    used: set[int] = set()
    for fit, place, number in ranked:
        if fit < 0 and given[place] is None and number not in used:
            given[place] = boxes[number].box.xyxy
            used.add(number)
    return given


def _words(answer: Answer, found: BoxFound) -> str:
    """The label of a box, or else the text right before it."""
    if _says(found.box.label):
        return found.box.label
    if found.start < found.end:
        begun = answer.text.rfind("\n", 0, found.start) + 1
        line = answer.text[begun : found.end]
        return line if _says(line) else found.box.label
    return found.box.label


def _says(text: str) -> bool:
    return bool(re.search(r"\w", text)) and not re.fullmatch(r"[\d\s.,;:()\[\]\-]*", text)


def _fit(mark: Mark, text: str) -> int:
    """How well a label fits a shape: colour, form, letter; 0 when it names another colour or nothing of it."""
    text = text.casefold()
    colours = [colour for colour in COLOURS if _has(text, colour)]
    if colours and mark.colour not in colours:
        return 0
    letter = bool(re.search(rf"(?<![a-z]){mark.letter.casefold()}(?![a-z])", text))
    form = _has(text, mark.form)
    if not colours and not letter:
        return 0
    return 4 * bool(colours) + 2 * form + letter


def _has(text: str, word: str) -> bool:
    return any(
        re.search(rf"(?<![a-z]){one}", text) is not None if one.isascii() else one in text
        for one in WORDS[word]
    )
