"""Pictures of any size are read in tiles whose seams leave no trace."""

from __future__ import annotations

import threading
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from drawing import Text, page, save, sentence
from eyebox_models.ocr.fragments import around, same_lines
from eyebox_models.ocr.quads import Quad, begun_right, covered, moved, size, trimmed
from eyebox_models.ocr.reader import read_page
from eyebox_models.ocr.tiles import MARGIN, MOST_PIXELS, Span, grid
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.page import Page
from memory import forget_peak_memory, peak_memory


def read(file: Path) -> Page:
    return read_page(file, lambda _: None, lambda _: None, threading.Event())


def assert_covers(spans: list[Span], length: int) -> None:
    assert spans[0].inner_start == 0 and spans[-1].inner_end == length
    for span in spans:
        assert 0 <= span.start <= span.inner_start < span.inner_end <= span.end <= length
        assert span.end - span.start == spans[0].end
    for before, after in pairwise(spans):
        assert before.inner_end == after.inner_start
        assert before.end - before.inner_end >= MARGIN and after.inner_start - after.start >= MARGIN


@settings(deadline=None)
@given(st.integers(1, 25_000), st.integers(1, 25_000))
def test_grids_cover_everything_once(width: int, height: int) -> None:
    columns, rows = grid(width, height)
    assert_covers(columns, width)
    assert_covers(rows, height)
    assert columns[0].end * rows[0].end <= MOST_PIXELS
    done = len(columns) * columns[0].end * len(rows) * rows[0].end
    assert min(width, height) < 600 or done <= 1.6 * width * height


@pytest.mark.thorough
@pytest.mark.slow
def test_tall_picture_has_each_line_once(tmp_path: Path) -> None:
    """1,080 x 30,000 pixels: lines on every seam and between, and one that leans over a seam."""
    _, rows = grid(1080, 30_000)
    seams = [row.inner_end - 20 for row in rows[:-1:5]]
    between = [y for y in range(300, 29_900, 5100) if all(abs(y - seam) > 60 for seam in seams)]
    heights = sorted(seams + between)
    texts = [Text(60, y, f"{number:02d} {sentence(number, 6)}", 30) for number, y in enumerate(heights)]
    image = page(1080, 30_000, texts)
    leaning = page(900, 300, [Text(60, 130, "leaning over a seam of the tiles", 34)])
    image.paste(leaning.rotate(6, Image.Resampling.BICUBIC, fillcolor="white"), (80, rows[1].inner_end - 150))
    found = read(save(image, tmp_path / "tall.png"))
    expected = Counter([text.text for text in texts] + ["leaning over a seam of the tiles"])
    assert Counter(line.text for line in found.lines) == expected
    order = [line.text for line in found.lines if line.text[0].isdigit()]
    assert order == [text.text for text in texts]


def test_wide_picture_joins_lines_across_seams(tmp_path: Path) -> None:
    columns, _ = grid(3400, 340)
    assert len(columns) > 1
    expected = [sentence(7, 24), sentence(8, 24)]
    image = page(3400, 340, [Text(60, 100 + 120 * row, text, 34) for row, text in enumerate(expected)])
    found = read(save(image, tmp_path / "wide.png"))
    assert [line.text for line in found.lines] == expected
    assert all(line.box[2] > columns[0].inner_end + 500 for line in found.lines)


@pytest.mark.thorough
def test_very_long_line(tmp_path: Path) -> None:
    words = sentence(9, 60)
    found = read(save(page(9_000, 90, [Text(60, 30, words, 28)]), tmp_path / "long.png"))
    assert [line.text for line in found.lines] == [words]
    assert [word.text for word in found.lines[0].words] == words.split()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "height", "most"),
    [(5_600, 4_200, 700_000_000), pytest.param(12_000, 9_000, 900_000_000, marks=pytest.mark.thorough)],
)
def test_huge_picture_in_bounded_memory(width: int, height: int, most: int, tmp_path: Path) -> None:
    """Most of it is flat."""
    columns, rows = grid(width, height)
    middle = len(columns) // 2, len(rows) // 2
    places = [(columns[i].inner_end - 200, rows[j].inner_end - 15) for i, j in ((0, 0), middle, (-2, -2))]
    texts = [Text(x, y, sentence(number, 5), 32) for number, (x, y) in enumerate(places)]
    file = save(page(width, height, texts), tmp_path / "huge.png", compress_level=1)
    fractions: list[float] = []
    before = forget_peak_memory() if Path("/proc/self/clear_refs").exists() else 0
    found = read_page(file, lambda _: None, fractions.append, threading.Event())
    assert before == 0 or peak_memory() - before < most
    assert sorted(line.text for line in found.lines) == sorted(text.text for text in texts)
    assert fractions == sorted(fractions) and len(fractions) >= len(rows)


def test_stop_between_tiles(tmp_path: Path) -> None:
    file = save(page(1080, 9_000, [Text(60, 8_800, "never reached", 30)]), tmp_path / "tall.png")
    stop = threading.Event()
    fractions: list[float] = []

    def halt(fraction: float) -> None:
        fractions.append(fraction)
        if len(fractions) == 3:
            stop.set()

    with pytest.raises(Stopped):
        read_page(file, lambda _: None, halt, stop)
    assert len(fractions) == 3


def box(x: float, y: float, width: float, height: float = 30) -> Quad:
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def test_pieces_of_a_line_are_one() -> None:
    quads = [box(0, 0, 100), box(95, 2, 80), None, box(300, 0, 100), box(0, 40, 100), box(170, -1, 60, 28)]
    assert sorted(map(sorted, same_lines(quads))) == [[0, 1, 5], [2], [3], [4]]
    pieces = [quad for quad in (quads[0], quads[1], quads[5]) if quad]
    assert around(pieces) == ((0, -1), (230, -1), (230, 32), (0, 32))


def test_heights_and_directions_part_lines() -> None:
    assert len(same_lines([box(0, 0, 100, 30), box(100, -10, 100, 60)])) == 2
    falling: Quad = ((100, 0), (180, 40), (167, 67), (87, 27))
    assert len(same_lines([box(0, 0, 100), falling])) == 2


@pytest.mark.parametrize(
    ("corners", "first"),
    [
        ([(0, 0), (100, 0), (100, 20), (0, 20)], (0, 0)),
        ([(0, 20), (0, 0), (100, 0), (100, 20)], (0, 0)),
        ([(0, 0), (20, 0), (20, 100), (0, 100)], (20, 0)),
        ([(0, 60), (80, 0), (92, 16), (12, 76)], (0, 60)),
        ([(12, 0), (92, 60), (80, 76), (0, 16)], (12, 0)),
    ],
    ids=["level", "begun elsewhere", "downwards", "rising", "falling"],
)
def test_quads_begin_where_the_text_does(
    corners: list[tuple[float, float]], first: tuple[float, float]
) -> None:
    quad = begun_right(corners)
    assert quad[0] == first
    assert size(quad)[0] > size(quad)[1]


def test_covered() -> None:
    large = box(0, 0, 1000, 300)
    assert covered(box(100, 100, 100), large) and not covered(large, box(100, 100, 100))
    assert not covered(box(100, 0, 100, 30), trimmed(large, 0.12))
    assert not covered(moved(large, 0, 200), large)
