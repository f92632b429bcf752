"""Reading what stands in one quad: as a line, as text that can't be read, or as no text."""

from __future__ import annotations

from dataclasses import dataclass

from eyebox_models.ocr.quads import Quad, size, straightened
from eyebox_models.ocr.recognise import LINE_HEIGHT, accounted, ink, recognise, strokes, tall_ink
from eyebox_models.ocr.stops import with_stops
from eyebox_models.ocr.words import line_text, spaced, words_of
from eyebox_models.picture import PictureArray
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line

SURE = 0.9

_CLEARLY_BETTER = 0.03
_READABLE = 0.5
_READABLE_IN_HALF = 0.9
_MOST_OF_IT = 0.6
_LEAST = 0.2
_LEGIBLE = 0.75
_LEAST_ASPECT, _LEAST_HEIGHT = 2.0, 14
_SMALL_PRINT = 26
_LEAST_INK, _TEXTURE = 0.3, 0.95


@dataclass(frozen=True, slots=True)
class QuadRead:
    """What came of a quad.

    `sureness` is the mean score of the letters times the share of the ink that they account for, 0..1: a network
    skips what it does not know. `unread` is ink that looks like a line of text but reads as nothing, or so
    badly that it may be in a script that the networks do not know. `quad` is as it was found, whichever way it reads.
    """

    line: Line | None
    sureness: float
    quad: Quad
    unread: bool = False


def read_quad(
    picture: PictureArray, quad: Quad, downwards: bool = False, *, upright: bool = False
) -> QuadRead:
    """Reads what stands in a quad, upside down where that reads better, unless it is known to stand `upright`.

    `downwards`: so runs its text as one sees it.
    """
    cut = straightened(picture, quad, LINE_HEIGHT)
    drawn = strokes(cut)
    tall = tall_ink(drawn)
    reading = recognise(cut)
    known = accounted(reading.glyphs, tall)
    found = quad
    if reading.score * known < SURE and not upright:
        turned = recognise(cut[::-1, ::-1])
        known_turned = accounted(turned.glyphs, tall[::-1])
        if turned.score * known_turned > reading.score * known + _CLEARLY_BETTER:
            drawn, reading, known = drawn[::-1, ::-1], turned, known_turned
            quad = quad[2], quad[3], quad[0], quad[1]
    sureness = reading.score * known
    inked = ink(drawn)
    small = size(quad)[1] < _SMALL_PRINT
    glyphs = spaced(with_stops(reading.glyphs, drawn) if downwards else reading.glyphs, inked, small)
    text = line_text(glyphs)
    cut_in_half = _along_border(quad, picture.width, picture.height)
    readable = (
        bool(text)
        and reading.score >= (_READABLE_IN_HALF if cut_in_half else _READABLE)
        and (known >= _MOST_OF_IT or reading.score >= SURE)
        and sureness >= _LEAST
    )
    unread = sureness < _LEGIBLE and not cut_in_half and _like_text(quad, tall)
    if not readable:
        return QuadRead(None, sureness, found, unread)
    words = words_of(glyphs, quad, inked)
    return QuadRead(Line(text, reading.score, enclosing(quad), quad, words), sureness, found, unread)


def _like_text(quad: Quad, tall: list[bool]) -> bool:
    """Whether a quad has the form of a line of several letters, with gaps between them."""
    width, height = size(quad)
    return (
        height >= _LEAST_HEIGHT
        and width >= _LEAST_ASPECT * height
        and _LEAST_INK < sum(tall) / len(tall) < _TEXTURE
    )


def _along_border(quad: Quad, width: int, height: int) -> bool:
    """Whether a line's upper or lower edge lies on the picture's border, which then cuts its letters."""
    return any(
        all(x <= 1 for x, _ in edge)
        or all(y <= 1 for _, y in edge)
        or all(x >= width - 2 for x, _ in edge)
        or all(y >= height - 2 for _, y in edge)
        for edge in (quad[:2], quad[2:])
    )
