"""Reading all text of a picture."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from pathlib import Path
from threading import Event as StopEvent

from eyebox_models.ocr import networks
from eyebox_models.ocr.at_once import at_once
from eyebox_models.ocr.codes import find_codes
from eyebox_models.ocr.gutters import parted
from eyebox_models.ocr.layout import arranged, plain
from eyebox_models.ocr.line import SURE, QuadRead, read_quad
from eyebox_models.ocr.listing import find_listings, is_code
from eyebox_models.ocr.quads import Quad, clipped, covered, scaled, size, straightened, trimmed
from eyebox_models.ocr.quarters import (
    level_box,
    level_line,
    level_picture,
    level_quad,
    level_size,
    quarter,
    quarter_of,
)
from eyebox_models.ocr.recognise import LINE_HEIGHT, clear_ink
from eyebox_models.ocr.resolution import find_lines_smaller, is_soft
from eyebox_models.ocr.scripts import in_scripts, is_suspect
from eyebox_models.ocr.tables import find_tables
from eyebox_models.ocr.tables_found import InTables
from eyebox_models.ocr.tiles import Band, find_lines
from eyebox_models.picture import PictureArray, decoded_array, open_array
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.page import Code, Line, Page
from eyebox_models.protocol.pixels import Pixels

OnLines = Callable[[tuple[Line, ...]], None]
OnProgress = Callable[[float], None]

_log = logging.getLogger(__name__)

_SMALLER = 8
_LARGE_IN_SMALL = 22
_AROUND_CODE = 4.0
"""A line around a code is the code up to so many times its size: a line of text beside it is longer."""
_MARGIN_OF_LARGE = 0.12
"""What lies around the letters in the quad of a large line, in its heights."""
_PART_OF_LETTER = 0.4
"""How high a part of a large line's letters is at least, in heights of the line."""
_LONG = 3.0
_ENOUGH_LINES = 6
_MOST_SURE, _MOST_TRIED = 3, 8
"""How the page stands shows in lines this many times longer than high: so many are waited for, and so many read."""
_LINES_AT_ONCE, _LINES_AHEAD = 8, 16
"""Python's own share of reading a line is a tenth: more threads would wait for each other."""
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
    turns: int = 0,
    scripts: tuple[str, ...] | None = None,
) -> Page:
    """Reads a picture. Lines are reported as they become known, in no order; the Page has them in reading order.

    `pixels` is the picture as it was decoded before, so that a large one is not decoded again.
    `turns`, `scripts`: see `picture_requests.Read`.

    Raises EyeboxError for a picture that cannot be opened, and Stopped once `stop` is set.
    """
    started = time.perf_counter()
    picture = opened(path, stop, pixels, turns)
    page = read_picture(picture, str(path), on_lines, on_progress, stop, scripts)
    return replace(page, seconds=time.perf_counter() - started)


def read_picture(
    picture: PictureArray,
    path: str,
    on_lines: OnLines,
    on_progress: OnProgress,
    stop: StopEvent,
    scripts: tuple[str, ...] | None = None,
) -> Page:
    """The same of a picture that is at hand; `path` is what the page calls it."""
    found: list[Line] = []
    reads: list[QuadRead] = []
    sent, sent_at = 0, time.perf_counter()

    def check() -> None:
        if stop.is_set():
            raise Stopped

    progress = _Rising(on_progress)
    with ThreadPoolExecutor(1, "codes") as aside:
        codes = aside.submit(find_codes, picture, check)
        standing = _standing(picture, progress, check)
        for read in _quads(picture, standing, codes.result, progress, check):
            reads.append(read)
            if read.line:
                found.append(read.line)
            if found[sent:] and time.perf_counter() - sent_at > _SECONDS_BETWEEN_NEWS:
                on_lines(standing.on_picture(found[sent:], picture))
                sent, sent_at = len(found), time.perf_counter()
    if found[sent:]:
        on_lines(standing.on_picture(found[sent:], picture))
    if not any(map(is_suspect, reads)):
        scripts = ()  # cells neither
    reads = in_scripts(level_picture(picture, standing.turns), reads, scripts, check)
    lines = [read.line for read in reads if read.line]
    unread = sum(read.unread for read in reads)
    return page_of(picture, path, lines, standing.turns, unread, codes.result(), check, scripts)


def page_of(
    picture: PictureArray,
    path: str,
    lines: Sequence[Line],
    turns: int,
    unread: int,
    codes: tuple[Code, ...] | None,
    check: Callable[[], None] | None = None,
    scripts: tuple[str, ...] | None = None,
) -> Page:
    """The page of a picture by its lines, which are those of the level page: turned counter-clockwise by `turns`.

    With a `check` (it raises Stopped) what stands in cells of tables is read again where lines run over their rules
    or none was found; without one the lines are taken for complete.
    """
    level = level_picture(picture, turns)
    others, listings = _listings(level, lines, check)
    found = _tables(level, others, check, scripts).with_signs_upright()
    ordered, blocks = _ordered(found, listings)
    size = level_size(picture.width, picture.height, turns)
    placed = tuple(level_line(line, -turns, *size) for line in ordered)
    tables = tuple(
        table.with_boxes(lambda box: level_box(box, -turns, *size)) for table in found.on_lines(ordered)
    )
    return Page(path, picture.width, picture.height, 0.0, placed, blocks, unread, codes, tables)


def opened(path: str | Path, stop: StopEvent, pixels: Pixels | None, turns: int) -> PictureArray:
    """A picture from its `pixels`, where they are still there, else decoded. Raises EyeboxError, Stopped."""
    if pixels is not None:
        with suppress(OSError):
            return decoded_array(pixels)
    return open_array(path, stop, turns=turns)


def _listings(
    level: PictureArray, lines: Sequence[Line], check: Callable[[], None] | None
) -> tuple[Sequence[Line], tuple[tuple[Line, ...], ...]]:
    """What is no code on a level picture, and the rows of each listing. That none is found does not take the text away."""
    try:
        others, listings = find_listings(lines, None if check is None else _Rows(level, check))
    except Stopped:
        raise
    except Exception:
        _log.exception("no code was looked for; the lines stay as they were found")
        return lines, ()
    return others, listings


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of listings on a level picture (see `listing.RowReader`)."""

    picture: PictureArray
    check: Callable[[], None]

    def read(self, quad: Quad) -> Line | None:
        self.check()
        return read_quad(
            self.picture, clipped(quad, self.picture.width, self.picture.height), upright=True
        ).line

    def ink(self, quad: Quad) -> list[bool]:
        self.check()
        width, height = size(clipped(quad, self.picture.width, self.picture.height))
        if min(width, height) < 1:  # a row that would stand outside of the picture
            return []
        return clear_ink(straightened(self.picture, quad, LINE_HEIGHT))


def _tables(
    level: PictureArray,
    lines: Sequence[Line],
    check: Callable[[], None] | None,
    scripts: tuple[str, ...] | None,
) -> InTables:
    """The tables of a level picture. That none can be found does not take the text away."""

    def read(quad: Quad) -> Line | None:
        if check is None:
            return None
        check()
        known = read_quad(level, clipped(quad, level.width, level.height))
        return next(iter(in_scripts(level, [known], scripts, check)), known).line

    try:
        return find_tables(level, parted(lines), read if check is not None else None)
    except Stopped:
        raise
    except Exception:
        _log.exception("no tables were looked for; the lines stay as they were found")
        return InTables(tuple(lines))


def _ordered(
    found: InTables, listings: Sequence[Sequence[Line]]
) -> tuple[tuple[Line, ...], tuple[tuple[int, ...], ...]]:
    """The lines in reading order, and their blocks. That none can be found does not take the text away."""
    lines = list(found.lines)
    groups = found.groups()
    for rows in listings:
        groups.append(list(range(len(lines), len(lines) + len(rows))))
        lines += rows
    try:
        return arranged(lines, groups)
    except Exception:
        _log.exception("no reading order was found; the lines stay from top to bottom")
        return plain(lines)


@dataclass(frozen=True, slots=True)
class _Standing:
    """The quarter of a page's text, its first bands as they were found, and the lines that showed it."""

    turns: int
    bands: Iterator[Band] | None = None
    known: Mapping[Quad, QuadRead] = field(default_factory=dict)

    def on_picture(self, lines: Iterable[Line], picture: PictureArray) -> tuple[Line, ...]:
        """Lines of the level page where they stand on the picture."""
        size = level_size(picture.width, picture.height, self.turns)
        return tuple(level_line(line, -self.turns, *size) for line in lines)


def _standing(picture: PictureArray, on_progress: OnProgress, check: Callable[[], None]) -> _Standing:
    """How a page stands, by its longest lines. Of an upright page nothing is found or read twice, unless it is a photograph of
    code: on a copy its lone braces would be missed."""
    bands = find_lines_smaller(picture, check)
    seen: list[Band] = []
    long: list[Quad] = []
    for band in bands:
        if not seen and not band.quads:
            on_progress(band.after)
            continue
        seen.append(band)
        long += [quad for quad in band.quads if size(quad)[0] > _LONG * size(quad)[1]]
        if len(long) >= _ENOUGH_LINES:
            break
    across = quarter(long) % 2
    known: dict[Quad, QuadRead] = {}
    sure: list[Line] = []
    fit = {quad for quad in long if quarter_of(quad) % 2 == across}
    longest = sorted(fit, key=lambda quad: (size(quad), quad), reverse=True)

    def read(quad: Quad) -> QuadRead:
        check()
        return read_quad(picture, clipped(quad, picture.width, picture.height))

    while needed := min(_MOST_SURE - len(sure), _MOST_TRIED - len(known), len(longest) - len(known)):
        some = longest[len(known) : len(known) + needed]
        known |= zip(some, at_once(read, some, needed, needed), strict=True)
        sure += [line for quad in some if (line := known[quad].line) and known[quad].sureness >= SURE]
    turns = quarter(line.quad for line in sure)
    if is_code([line.text for line in sure]) and is_soft(picture):
        return _Standing(turns, find_lines(level_picture(picture, turns), check))
    return _Standing(turns) if turns else _Standing(0, chain(seen, bands), known)


def _quads(
    picture: PictureArray,
    standing: _Standing,
    codes: Callable[[], Iterable[Code]],
    on_progress: OnProgress,
    check: Callable[[], None],
) -> Iterator[QuadRead]:
    """What is read of a page, as it is read, on the level page. Inside of codes nothing is.

    `codes` waits for them; lines are read meanwhile.
    """
    level = level_picture(picture, standing.turns)
    large_lines = list(_large_lines(picture, standing.turns, check))

    @cache
    def known_codes() -> list[Quad]:
        size = picture.width, picture.height
        return [level_quad(code.quad, standing.turns, *size) for code in codes()]

    @cache
    def large() -> list[_Large]:
        return [_Large(line) for line in large_lines if not _is_code(line.quad, known_codes())]

    def read(quad: Quad) -> QuadRead:
        check()
        if quad in standing.known:
            return standing.known[quad]
        downwards = (standing.turns + quarter_of(quad)) % 4 == 1
        return read_quad(level, clipped(quad, level.width, level.height), downwards)

    for band in standing.bands or find_lines_smaller(level, check):
        lines = at_once(read, band.quads, _LINES_AT_ONCE, _LINES_AHEAD)
        for number, (quad, line) in enumerate(zip(band.quads, lines, strict=True)):
            check()
            if not _is_code(quad, known_codes()):
                inside = next((one for one in large() if one.holds(quad)), None)
                if inside:
                    inside.rivals.append(line)
                else:
                    yield line
            on_progress(band.before + (band.after - band.before) * (number + 1) / len(band.quads))
        on_progress(band.after)
    for one in large():
        yield from one.winners()


def _is_code(quad: Quad, codes: Iterable[Quad]) -> bool:
    """Whether what looks like a line is a code: inside of one, or around one and not much larger."""

    def area(quad: Quad) -> float:
        width, height = size(quad)
        return width * height

    return any(
        covered(quad, code) or (covered(code, quad) and area(quad) < _AROUND_CODE * area(code))
        for code in codes
    )


def _large_lines(picture: PictureArray, turns: int, check: Callable[[], None]) -> Iterator[Line]:
    """Lines that are too high for tiles, found on a small copy of the picture, made level."""
    small = level_picture(picture.shrunk(_SMALLER), turns)
    if min(small.width, small.height) < _LARGE_IN_SMALL:
        return
    level = level_picture(picture, turns)
    for band in find_lines_smaller(small, check):
        for quad in band.quads:
            if size(quad)[1] >= _LARGE_IN_SMALL:
                check()
                read = read_quad(level, clipped(scaled(quad, _SMALLER), level.width, level.height))
                if read.line and read.sureness >= SURE:
                    yield read.line


class _Rising:
    """Progress that never goes back, though a page that does not stand upright is begun again."""

    def __init__(self, on_progress: OnProgress) -> None:
        self._on_progress = on_progress
        self._most = 0.0

    def __call__(self, fraction: float) -> None:
        self._most = max(self._most, fraction)
        self._on_progress(self._most)


class _Large:
    """A large line, and what was read inside of it: parts of its letters, or the paragraph that it really is."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.rivals: list[QuadRead] = []
        self._height = size(line.quad)[1]
        self._letters = trimmed(line.quad, _MARGIN_OF_LARGE)

    def holds(self, quad: Quad) -> bool:
        part_of_letter = size(quad)[1] > _PART_OF_LETTER * self._height
        return covered(quad, self.line.quad if part_of_letter else self._letters) or covered(
            self._letters, quad
        )

    def winners(self) -> list[QuadRead]:
        """Either the large line or what is inside of it, whichever says more."""
        lines = [read.line for read in self.rivals if read.line]
        small = [line for line in lines if size(line.quad)[1] < _PART_OF_LETTER * self._height]
        more = sum(len(line.text) for line in small) > len(self.line.text)
        return self.rivals if more else [QuadRead(self.line, self.line.score, self.line.quad)]
