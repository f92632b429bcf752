"""Reading one line of text from its cut-out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eyebox_models.ocr.networks import characters, recogniser

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LINE_HEIGHT = 48

_LEAST_WIDTH = 48
_WIDTH_STEP = 16
_LONGEST = 6400
_EDGE = 4
_INK = 0.4
_CLEAR = 40.0
_TALL = 9
_REACH = LINE_HEIGHT / 2
"""How far the ink of a character lies from its middle at most; it may be found a step beside it."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character, where its middle lies along the line, and how sure the network is of it, both 0..1.

    `space` is how likely the network holds a space between the character before and this one, 0..1.
    """

    text: str
    middle: float
    score: float = 1.0
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cut-out says: its characters from left to right, and how sure the network is of them, 0..1."""

    glyphs: tuple[Glyph, ...]
    score: float

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


def recognise(line: NDArray[np.uint8]) -> Reading:
    """Reads a level line, 48 pixels high, BGR; alone, so that none is padded to the width of another."""
    width = line.shape[1]
    if width <= _LONGEST:
        return _recognise(line)
    glyphs: list[Glyph] = []
    score = 0.0
    for start, end in _pieces(ink(strokes(line))):
        reading = _recognise(line[:, start:end])
        if glyphs and reading.glyphs:
            glyphs.append(Glyph(" ", start / width))
        glyphs += [
            replace(glyph, middle=(start + glyph.middle * (end - start)) / width) for glyph in reading.glyphs
        ]
        score += reading.score * (end - start) / width
    return Reading(tuple(glyphs), score)


def _recognise(line: NDArray[np.uint8]) -> Reading:
    import numpy as np

    width = line.shape[1]
    if width < _LEAST_WIDTH:
        return _recognise_narrow(line)
    padded = -(-width // _WIDTH_STEP) * _WIDTH_STEP
    batch = np.zeros((1, 3, LINE_HEIGHT, padded), np.float32)
    batch[0, :, :, :width] = line.transpose(2, 0, 1)
    batch[..., :width] /= 127.5
    batch[..., :width] -= 1.0
    steps = recogniser().run(None, {"x": batch})[0][0]
    return _decoded(steps, padded / width)


def _recognise_narrow(line: NDArray[np.uint8]) -> Reading:
    """A character or two, with more of their ground on both sides: beside anything else they are read as others."""
    import numpy as np

    width = line.shape[1]
    before = (_LEAST_WIDTH - width) // 2
    padded = np.pad(line, ((0, 0), (before, _LEAST_WIDTH - width - before), (0, 0)), mode="edge")
    reading = _recognise(padded)
    middles = ((glyph.middle * _LEAST_WIDTH - before) / width for glyph in reading.glyphs)
    glyphs = (
        replace(glyph, middle=min(max(middle, 0.0), 1.0))
        for glyph, middle in zip(reading.glyphs, middles, strict=True)
    )
    return Reading(tuple(glyphs), reading.score)


def _pieces(ink: list[bool]) -> Iterator[tuple[int, int]]:
    """Where to cut a very long line, between words: what the network needs grows with the square of the length."""
    start = 0
    while len(ink) - start > _LONGEST:
        cut, blank, widest = start + _LONGEST, 0, 0
        for column in range(start + _LONGEST // 2, start + _LONGEST):
            blank = 0 if ink[column] else blank + 1
            if blank > widest:
                widest, cut = blank, column - blank // 2
        yield start, cut
        start = cut
    yield start, len(ink)


def tall_ink(strong: NDArray[np.bool_]) -> list[bool]:
    """Which columns of a level line's strokes reach as high as letters: dots, dashes and rules are none."""
    import numpy as np

    rows = np.arange(len(strong))[:, None]
    lowest = np.where(strong, rows, -1).max(axis=0)
    highest = np.where(strong, rows, len(strong)).min(axis=0)
    columns: list[bool] = (lowest - highest >= _TALL).tolist()
    return columns


def accounted(glyphs: Sequence[Glyph], tall: Sequence[bool]) -> float:
    """The share of a level line's tall ink that lies near some character which was read, 0..1."""
    import numpy as np

    middles = np.array([glyph.middle * len(tall) for glyph in glyphs if not glyph.text.isspace()])
    columns = np.flatnonzero(tall)
    if not middles.size or not columns.size:
        return float(bool(middles.size))
    after = np.searchsorted(middles, columns, side="right")
    before, after = np.maximum(after - 1, 0), np.minimum(after, middles.size - 1)
    reach = np.minimum(np.abs(columns - middles[before]), np.abs(columns - middles[after]))
    return float((reach <= _REACH).mean())


def ink(strong: NDArray[np.bool_]) -> list[bool]:
    """Which columns of a level line's strokes hold any."""
    columns: list[bool] = (strong.sum(axis=0) > 1).tolist()
    return columns


def clear_ink(line: NDArray[np.uint8]) -> list[bool]:
    """Which columns of a level line hold ink that is clearly darker or lighter than its ground: an empty line has none."""
    import numpy as np

    grey = line[_EDGE:-_EDGE].mean(axis=2)
    contrast = np.abs(grey - np.median(grey))
    columns: list[bool] = (
        (contrast > max(_INK * np.percentile(contrast, 98), _CLEAR)).sum(axis=0) > 1
    ).tolist()
    return columns


def strokes(line: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which pixels of a level line are darker or lighter than its ground; its upper and lower edge left out."""
    import numpy as np

    grey = line[_EDGE:-_EDGE].mean(axis=2)
    contrast = np.abs(grey - np.median(grey))
    strong: NDArray[np.bool_] = contrast > _INK * np.percentile(contrast, 98)
    return strong


def _decoded(steps: NDArray[np.float32], stretch: float) -> Reading:
    """Best characters of each step, repeats and "nothing new" left out (CTC)."""
    import numpy as np

    best = steps.argmax(axis=1)
    kept = np.flatnonzero((best != 0) & np.insert(best[1:] != best[:-1], 0, True))
    if not kept.size:
        return Reading((), 0.0)
    names = characters()
    scores = steps[kept, best[kept]]
    before = np.insert(kept[:-1], 0, kept[0])
    spaces = steps[:, len(names) - 1]
    glyphs = tuple(
        Glyph(
            names[best[step]],
            min(1.0, (step + 0.5) / len(best) * stretch),
            score,
            float(spaces[last + 1 : step].max(initial=0.0)),
        )
        for last, step, score in zip(before.tolist(), kept.tolist(), scores.tolist(), strict=True)
    )
    return Reading(glyphs, float(scores.mean()))
