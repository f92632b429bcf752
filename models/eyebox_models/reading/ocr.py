"""Reading all text of a picture."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event as StopEvent

from eyebox_models.ask import Pixels, Stopped
from eyebox_models.box import enclosing
from eyebox_models.page import Line, Page
from eyebox_models.picture import PictureArray, decoded_array, open_array
from eyebox_models.reading import networks
from eyebox_models.reading.layout import arranged
from eyebox_models.reading.quads import Quad, clipped, covered, scaled, size, straightened, trimmed
from eyebox_models.reading.recognise import LINE_HEIGHT, ink, recognise
from eyebox_models.reading.tiles import find_lines
from eyebox_models.reading.words import line_text, words_of

OnLines = Callable[[tuple[Line, ...]], None]
OnProgress = Callable[[float], None]

_READABLE = 0.5
_READABLE_IN_HALF = 0.9
_DOUBTFUL = 0.9
_SURE = 0.9
_SMALLER = 8
_LARGE_IN_SMALL = 22
_MARGIN_OF_LARGE = 0.12
"""What lies around the letters in the quad of a large line, in its heights."""
_PART_OF_LETTER = 0.4
"""How high a part of a large line's letters is at least, in heights of the line."""
_CLEARLY_BETTER = 0.03
_SECONDS_BETWEEN_NEWS = 0.2


def warm_up() -> None:
    """Loads the networks, so that the first page does not wait for it. Raises EyeboxError."""
    networks.detector()
    networks.characters()


def read_page(
    path: str | Path,
    on_lines: OnLines,
    on_progress: OnProgress,
    stop: StopEvent,
    pixels: Pixels | None = None,
) -> Page:
    """Reads a picture. Lines are told as they become known, in no order; the Page has them in reading order.

    `pixels` is the picture as it was decoded before, so that a large one is not decoded again.

    Raises EyeboxError for a picture that cannot be opened, and Stopped once `stop` is set.
    """
    started = time.perf_counter()
    picture = _opened(path, stop, pixels)
    found: list[Line] = []
    told, told_at = 0, started
    try:
        for line in _lines(picture, on_progress, stop):
            found.append(line)
            if time.perf_counter() - told_at > _SECONDS_BETWEEN_NEWS:
                on_lines(tuple(found[told:]))
                told, told_at = len(found), time.perf_counter()
    finally:
        networks.rest()
    if found[told:]:
        on_lines(tuple(found[told:]))
    lines, blocks = arranged(found)
    return Page(str(path), picture.width, picture.height, time.perf_counter() - started, lines, blocks)


def _opened(path: str | Path, stop: StopEvent, pixels: Pixels | None) -> PictureArray:
    if pixels is not None:
        with suppress(OSError):
            return decoded_array(pixels)
    return open_array(path, stop)


def _lines(picture: PictureArray, on_progress: OnProgress, stop: StopEvent) -> Iterator[Line]:
    def check() -> None:
        if stop.is_set():
            raise Stopped

    large = [_Large(line) for line in _large_lines(picture, check)]
    for band in find_lines(picture, check):
        for number, quad in enumerate(band.quads):
            check()
            line = read_line(picture, clipped(quad, picture.width, picture.height))
            inside = next((one for one in large if one.holds(quad)), None)
            if line and inside:
                inside.rivals.append(line)
            elif line:
                yield line
            on_progress(band.before + (band.after - band.before) * (number + 1) / len(band.quads))
        on_progress(band.after)
    for one in large:
        yield from one.winners()


def _large_lines(picture: PictureArray, check: Callable[[], None]) -> Iterator[Line]:
    """Lines that are too high for tiles, found on a small copy of the picture."""
    small = picture.shrunk(_SMALLER)
    if min(small.width, small.height) < _LARGE_IN_SMALL:
        return
    for band in find_lines(small, check):
        for quad in band.quads:
            if size(quad)[1] >= _LARGE_IN_SMALL:
                check()
                line = read_line(picture, clipped(scaled(quad, _SMALLER), picture.width, picture.height))
                if line and line.score >= _SURE:
                    yield line


class _Large:
    """A large line, and what was read inside of it: parts of its letters, or the paragraph that it really is."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.rivals: list[Line] = []
        self._height = size(line.quad)[1]
        self._letters = trimmed(line.quad, _MARGIN_OF_LARGE)

    def holds(self, quad: Quad) -> bool:
        part_of_letter = size(quad)[1] > _PART_OF_LETTER * self._height
        return covered(quad, self.line.quad if part_of_letter else self._letters) or covered(
            self._letters, quad
        )

    def winners(self) -> list[Line]:
        """Either the large line or what is inside of it, whichever says more."""
        small = [line for line in self.rivals if size(line.quad)[1] < _PART_OF_LETTER * self._height]
        more = sum(len(line.text) for line in small) > len(self.line.text)
        return self.rivals if more else [self.line]


def read_line(picture: PictureArray, quad: Quad) -> Line | None:
    """Reads what stands in a quad, upside down where that reads better; None when it is not text."""
    cut = straightened(picture, quad, LINE_HEIGHT)
    reading = recognise(cut)
    if reading.score < _DOUBTFUL:
        turned = recognise(cut[::-1, ::-1])
        if turned.score > reading.score + _CLEARLY_BETTER:
            cut, reading = cut[::-1, ::-1], turned
            quad = quad[2], quad[3], quad[0], quad[1]
    text = line_text(reading.glyphs)
    cut_in_half = _along_border(quad, picture.width, picture.height)
    if not text or reading.score < (_READABLE_IN_HALF if cut_in_half else _READABLE):
        return None
    return Line(text, reading.score, enclosing(quad), quad, words_of(reading.glyphs, quad, ink(cut)))


def _along_border(quad: Quad, width: int, height: int) -> bool:
    """Whether a line's upper or lower edge lies on the picture's border, which then cuts its letters."""
    return any(
        all(x <= 1 for x, _ in edge)
        or all(y <= 1 for _, y in edge)
        or all(x >= width - 2 for x, _ in edge)
        or all(y >= height - 2 for _, y in edge)
        for edge in (quad[:2], quad[2:])
    )
