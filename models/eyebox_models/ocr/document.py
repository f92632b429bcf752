"""Reading a page of a PDF: the text that it carries where that is real, the rest as any picture is read.

A layer of text may say something else than what is to be seen: its fonts may lack a meaning, or give a wrong one. So three
of its lines are read in the picture too.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from threading import Event as StopEvent
from typing import TYPE_CHECKING

from eyebox_models.ocr import networks
from eyebox_models.ocr.codes import find_codes
from eyebox_models.ocr.line import read_quad
from eyebox_models.ocr.quads import Quad, clipped, size
from eyebox_models.ocr.quarters import level_line, quarter
from eyebox_models.ocr.reader import OnLines, OnProgress, opened, page_of, read_page, read_picture
from eyebox_models.picture import PictureArray
from eyebox_models.picture.decoder import decoder
from eyebox_models.picture.document import is_pdf
from eyebox_models.protocol.document import TextLayer
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.page import Line, Page, Rect, Word
from eyebox_models.protocol.pixels import Pixels
from eyebox_models.protocol.turning import turned_page

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_GARBLED, _GARBLED_LINE = 0.1, 0.25
"""What share of unknown characters makes a whole layer, or a line of it, no text."""
_CHECKED, _ALIKE, _ALIKE_HIDDEN = 3, 0.6, 0.9
"""So many lines are read in the picture as well; so alike both have to be, where another reader made the layer too."""
_LETTERS, _HEIGHT = 4, 9
"""A line that is read for that has so many letters at least, and is so many pixels high."""
_KNOWN = 0.8
"""What share of its letters the networks have to know."""
_AROUND = 0.15
"""The detector's quads lie around the letters, in heights of the line."""
_LITTLE = 0.02
"""A page whose layer covers less of it says little: all of it is read."""
_COVERED = 0.05
"""A picture on the page is read unless lines of the layer cover so much of it: it is a scan that was read before."""
_MOST_REGIONS = 8
"""Of more pictures and fields on a page none is read by itself, but all of it."""
_TWICE = 0.4
"""A line is there already when so much of it is covered."""
_MARGIN = 8
"""Pixels around a region that are read with it."""


def read_document(
    path: str | Path,
    on_lines: OnLines,
    on_progress: OnProgress,
    stop: StopEvent,
    pixels: Pixels | None = None,
    turns: int = 0,
    scripts: tuple[str, ...] | None = None,
) -> Page:
    """What `read_page` does, of any picture; of a page of a PDF with the text that it carries."""
    try:
        layer = decoder().text(path, stop) if is_pdf(path) else None
    except OSError:
        layer = None  # which the decoder says in a sentence
    if layer is None or not (lines := _usable(layer)):
        return read_page(path, on_lines, on_progress, stop, pixels, turns, scripts)
    started = time.perf_counter()
    # what the layer says holds for the page as it is upright: it is turned afterwards
    picture = opened(path, stop, None if turns else pixels, 0)
    if (picture.width, picture.height) != (layer.width, layer.height) or not _is_real(
        lines, picture, _ALIKE_HIDDEN if layer.hidden else _ALIKE, stop
    ):
        return read_page(path, on_lines, on_progress, stop, pixels, turns, scripts)
    page = _merged(str(path), layer, lines, picture, on_progress, stop, scripts)
    page = turned_page(replace(page, seconds=time.perf_counter() - started), turns)
    on_lines(page.lines)
    on_progress(1.0)
    return page


def _usable(layer: TextLayer) -> tuple[Line, ...]:
    """The lines of a layer whose characters have a meaning; none where too many have none."""
    unknown = sum(map(_unknown, layer.lines))
    if unknown > _GARBLED * sum(len(line.text) for line in layer.lines):
        return ()
    return tuple(line for line in layer.lines if _unknown(line) <= _GARBLED_LINE * len(line.text))


def _unknown(line: Line) -> int:
    """How many characters of a line have no meaning that is known."""
    return sum(
        char == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(char) in ("Co", "Cn")
        for char in line.text
    )


def _is_real(lines: Sequence[Line], picture: PictureArray, least: float, stop: StopEvent) -> bool:
    """Whether the picture says what the layer says, by a few of its long lines from all over the page: at `least` so alike."""
    known = set(networks.characters())

    def is_fit(line: Line) -> bool:
        letters = _letters(line.text)
        return (
            len(letters) >= _LETTERS
            and size(line.quad)[0] > size(line.quad)[1]  # not one that runs downwards
            and min(line.box[2] - line.box[0], line.box[3] - line.box[1]) >= _HEIGHT
            and sum(letter in known or letter.upper() in known for letter in letters) >= _KNOWN * len(letters)
        )

    fit = sorted((line for line in lines if is_fit(line)), key=lambda line: (line.box[1], line.box[0]))
    if not fit:
        return True
    count = min(_CHECKED, len(fit))
    parts = [fit[len(fit) * n // count : len(fit) * (n + 1) // count] for n in range(count)]
    alike = 0
    for part in parts:
        if stop.is_set():
            raise Stopped
        line = max(part, key=lambda one: len(one.text))
        quad = clipped(_with_margin(line.quad), picture.width, picture.height)
        read = read_quad(picture, quad).line
        if read is not None:
            first, second = _letters(line.text), _letters(read.text)
            compared = SequenceMatcher(None, first, second, autojunk=False)
            alike += compared.real_quick_ratio() >= least and compared.ratio() >= least
    return 2 * alike > count


def _letters(text: str) -> str:
    """What two readings of the same are compared by."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in plain if char.isalnum())


def _with_margin(quad: Quad) -> Quad:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    down = ((dx - ax) * _AROUND, (dy - ay) * _AROUND)
    height = max(((dx - ax) ** 2 + (dy - ay) ** 2) ** 0.5, 1e-6)
    length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1e-6)
    along = ((bx - ax) / length * height * _AROUND, (by - ay) / length * height * _AROUND)
    return (
        (ax - down[0] - along[0], ay - down[1] - along[1]),
        (bx - down[0] + along[0], by - down[1] + along[1]),
        (cx + down[0] + along[0], cy + down[1] + along[1]),
        (dx + down[0] - along[0], dy + down[1] - along[1]),
    )


def _merged(
    path: str,
    layer: TextLayer,
    lines: tuple[Line, ...],
    picture: PictureArray,
    on_progress: OnProgress,
    stop: StopEvent,
    scripts: tuple[str, ...] | None,
) -> Page:
    """The layer's lines, with those that are read where it says nothing."""

    def check() -> None:
        if stop.is_set():
            raise Stopped

    regions = _unsaid(layer, lines)
    found: list[Line] = []
    unread = 0
    codes = find_codes(picture, check)
    for number, region in enumerate(regions):
        part, (left, top) = _part(picture, region)
        if min(part.width, part.height) < _HEIGHT:
            continue
        read = read_picture(part, path, lambda _lines: None, lambda _fraction: None, stop, scripts)
        unread += read.unread
        moved = (_moved(line, left, top) for line in read.lines)
        found += [line for line in moved if _share(line.box, [one.box for one in lines]) < _TWICE]
        on_progress((number + 1) / (len(regions) + 1))
    every = (*lines, *found)
    turns = quarter(line.quad for line in every)
    level = [
        level_line(replace(line, text=line.text.lstrip(" ")), turns, picture.width, picture.height)
        for line in every
    ]
    page = page_of(picture, path, level, turns, unread, codes)
    return replace(page, text_from="both" if found else "layer")


def _unsaid(layer: TextLayer, lines: Sequence[Line]) -> list[Rect]:
    """Where a page may say something that its layer does not."""
    whole = (0.0, 0.0, float(layer.width), float(layer.height))
    said = [line.box for line in lines]
    if _share(whole, said) < _LITTLE:
        return [whole]
    kept = set(lines)
    left_out = [line.box for line in layer.lines if line not in kept]
    regions = [region for region in layer.regions if _share(region, said) < _COVERED]
    return [whole] if len(regions) + len(left_out) > _MOST_REGIONS else [*regions, *left_out]


def _share(region: Rect, boxes: Iterable[Rect]) -> float:
    """What share of a region boxes cover that hardly overlap."""
    x1, y1, x2, y2 = region
    covered = sum(
        max(0.0, min(x2, b[2]) - max(x1, b[0])) * max(0.0, min(y2, b[3]) - max(y1, b[1])) for b in boxes
    )
    return covered / max((x2 - x1) * (y2 - y1), 1e-6)


def _part(picture: PictureArray, region: Rect) -> tuple[PictureArray, tuple[int, int]]:
    """A region with what is right around it, and where that begins."""
    x, y = max(0, int(region[0]) - _MARGIN), max(0, int(region[1]) - _MARGIN)
    right = min(picture.width, int(region[2]) + _MARGIN)
    bottom = min(picture.height, int(region[3]) + _MARGIN)

    def pixels(left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8]:
        return picture.crop(x + left, y + top, right - left, bottom - top)

    return PictureArray(right - x, bottom - y, pixels), (x, y)


def _moved(line: Line, x: float, y: float) -> Line:
    def box(rect: Rect) -> Rect:
        return rect[0] + x, rect[1] + y, rect[2] + x, rect[3] + y

    a, b, c, d = ((px + x, py + y) for px, py in line.quad)
    words: tuple[Word, ...] = tuple(replace(word, box=box(word.box)) for word in line.words)
    return replace(line, box=box(line.box), quad=(a, b, c, d), words=words)
