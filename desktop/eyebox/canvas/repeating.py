"""Labels that only repeat the text under their box: they would cover the line above, and say nothing new."""

from __future__ import annotations

from eyebox.canvas.text_layer import TextLayer
from eyebox_models.protocol.box import Box

SHARE = 0.7
"""A label repeats a text that it stands in, or that stands in it, when the shorter has this share of the longer."""


class RepeatingLabels:
    """Knows of boxes that were found whether their label is what is read under them. Remembers it for a text."""

    def __init__(self, text: TextLayer) -> None:
        self._text = text
        self._page = text.page
        self._known: dict[Box, bool] = {}

    def has(self, box: Box) -> bool:
        """Whether the label of a box repeats what stands under it; never that of one drawn by hand."""
        if self._text.page is not self._page:
            self._page = self._text.page
            self._known = {}
        if box.source == "user" or not self._page.lines:
            return False
        known = self._known.get(box)
        if known is None:
            known = self._known[box] = self._repeats(box)
        return known

    def _repeats(self, box: Box) -> bool:
        """A part of a word that was found in the text counts, too: its place within the word is only about right."""
        if repeats(box.label, self._text.text_in(box.xyxy)):
            return True
        beside = box.height / 2
        around = box.x1 - beside, box.y1, box.x2 + beside, box.y2
        return box.source == "text" and _letters(box.label) in _letters(self._text.text_in(around))


def repeats(label: str, text: str) -> bool:
    """Whether a label says what a text says, but for spaces, marks and capitals."""
    shorter, longer = sorted((_letters(label), _letters(text)), key=len)
    return bool(shorter) and shorter in longer and len(shorter) >= SHARE * len(longer)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum()) or "".join(text.split())
