"""Lines that run across the space between two columns are parted there, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eyebox_models.ocr.gutters import parted
from eyebox_models.ocr.layout import arranged
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line
from lines import line

PROSE = "running text that fills its column"


def joined(left: Line, right: Line) -> Line:
    """Both as the detector gives them where it takes them for one line."""
    quad = left.quad[0], right.quad[1], right.quad[2], left.quad[3]
    words = (*left.words, *right.words)
    return replace(left, text=f"{left.text} {right.text}", quad=quad, box=enclosing(quad), words=words)


def columns(rows: int, lean: float = 0.0, right: float = 380) -> list[tuple[Line, Line]]:
    return [
        (line(f"{row} {PROSE}", 0, 26 * row, lean=lean), line(f"{row} {PROSE}", right, 26 * row, lean=lean))
        for row in range(rows)
    ]


@pytest.mark.parametrize("lean", [0, 2, -2, 90, 180, 270])
def test_what_crosses_a_gutter_is_parted(lean: float) -> None:
    pairs = columns(8, lean)
    found = parted(
        [
            *(joined(*pair) if n in (2, 5) else pair[0] for n, pair in enumerate(pairs)),
            *(p[1] for n, p in enumerate(pairs) if n not in (2, 5)),
        ]
    )
    assert sorted(one.text for one in found) == sorted(one.text for pair in pairs for one in pair)
    ordered, _ = arranged(found)
    assert [one.text for one in ordered] == [p[0].text for p in pairs] + [p[1].text for p in pairs]
    for one in found:
        other = next(o for pair in pairs for o in pair if o.box == pytest.approx(one.box, abs=12))
        assert one.text == other.text and len(one.words) == len(other.words)


def test_all_lines_may_cross() -> None:
    assert len(parted([joined(*pair) for pair in columns(5)])) == 10


def test_two_lines_are_no_column() -> None:
    rows = [joined(*pair) for pair in columns(2)]
    assert parted(rows) == rows


def test_names_and_prices_stay_together() -> None:
    rows = [joined(line(f"item {row}", 0, 26 * row), line(f"{row},00", 300, 26 * row)) for row in range(8)]
    assert parted(rows) == rows


def test_wide_spaces_of_running_text_are_no_gutter() -> None:
    rows = []
    for row in range(9):
        left = line(f"{row} {PROSE} and {'more' * (row % 3)}", 0, 26 * row)
        rows.append(joined(left, line(f"{row} {PROSE}", left.box[2] + 20, 26 * row)))
    assert parted(rows) == rows


def test_nothing() -> None:
    assert parted([]) == []
    empty = replace(line("", 0, 0), words=())
    assert parted([empty]) == [empty]
