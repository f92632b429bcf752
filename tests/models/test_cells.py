"""Tables corrected by hand: cells get texts, are merged and split; rows and columns come and go."""

from __future__ import annotations

from itertools import product

import pytest

from eyebox_models.protocol.page import Cell, Line, Page, Table
from eyebox_models.text.cells import merged, split, with_cells, with_corrected_cells, with_more, without
from lines import line


def page(*rows: str, gone: tuple[int, ...] = ()) -> Page:
    """Rows of words, each a cell of 100 x 40 pixels; "_" is an empty one, "a/b" has two lines."""
    lines: list[Line] = [line("before", 0, -100)]
    cells = []
    for y, row in enumerate(rows):
        for x, said in enumerate(row.split()):
            texts = [] if said == "_" else said.split("/")
            first = len(lines)
            lines += [line(text, 100 * x + 5, 40 * y + 15 * n + 2, 14) for n, text in enumerate(texts)]
            box = (100.0 * x, 40.0 * y, 100.0 * x + 100, 40.0 * y + 40)
            cells.append(Cell(y, x, "\n".join(texts), box, lines=tuple(range(first, len(lines)))))
    lines.append(line("after", 0, 400))
    height, width = len(rows), len(rows[0].split())
    table = Table((0, 0, 100 * width, 40 * height), height, width, tuple(cells))
    last = len(lines) - 1
    return Page("", 500, 500, 0.0, tuple(lines), ((0,), tuple(range(1, last)), (last,)), tables=(table,))


def shown(table: Table) -> list[str]:
    """Rows of texts; a span says its size."""
    assert sorted(p for cell in table.cells for p in cell.places()) == [
        *product(range(table.rows), range(table.columns))
    ]
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        size = f":{cell.row_span}x{cell.column_span}" if (cell.row_span, cell.column_span) != (1, 1) else ""
        rows[cell.row].append((cell.text.replace("\n", "/") or "_") + size)
    return [" ".join(row) for row in rows]


def in_lines(page: Page) -> list[list[str]]:
    """What the lines of each cell with some say; all lines and blocks are there."""
    assert sorted(n for block in page.blocks for n in block) == [*range(len(page.lines))]
    return [[page.lines[n].text for n in cell.lines] for cell in page.tables[0].cells]


def test_a_corrected_cell_is_corrected_in_its_line() -> None:
    before = page("a b", "c d")
    after = with_cells(before, 0, {2: "see"})
    assert shown(after.tables[0]) == ["a b", "see d"] and after.tables[0].cells[2].corrected
    assert [one.text for one in after.lines] == ["before", "a", "b", "see", "d", "after"]
    assert after.lines[3].read == before.lines[3] and after.is_corrected


@pytest.mark.parametrize(
    ("number", "text", "lines", "page_lines"),
    [
        (0, "x\ny", [["x", "y"], ["b"], [], ["d"]], ["before", "x", "y", "b", "d", "after"]),
        (0, "x", [["x"], ["b"], [], ["d"]], ["before", "x", "b", "d", "after"]),
        (0, "x\ny\nz", [["x", "y z"], ["b"], [], ["d"]], ["before", "x", "y z", "b", "d", "after"]),
        (0, "", [[], ["b"], [], ["d"]], ["before", "b", "d", "after"]),
        (
            2,
            "new\none",
            [["a", "e"], ["b"], ["new one"], ["d"]],
            ["before", "a", "e", "b", "new one", "d", "after"],
        ),
    ],
)
def test_lines_come_and_go_with_the_text_of_a_cell(
    number: int, text: str, lines: list[list[str]], page_lines: list[str]
) -> None:
    after = with_cells(page("a/e b", "_ d"), 0, {number: text})
    assert in_lines(after) == lines and after.tables[0].cells[number].text == text
    assert [one.text for one in after.lines] == page_lines
    assert len(after.blocks) == 3


def test_a_table_without_any_line_gets_one() -> None:
    empty = page("_ _")
    after = with_cells(empty, 0, {1: "x"})
    assert in_lines(after) == [[], ["x"]] and [one.text for one in after.lines] == ["before", "after", "x"]


def test_cells_are_merged_with_all_between_them_and_split_again() -> None:
    start = page("a b c", "d e f", "g h i")
    whole = merged(start.tables[0], [0, 4])
    assert shown(whole) == ["a/b/d/e:2x2 c", "f", "g h i"]
    assert shown(merged(whole, [0, 1])) == ["a/b/d/e/c/f:2x3", "", "g h i"]
    assert shown(split(whole, 0, start.lines)) == shown(start.tables[0])
    assert merged(start.tables[0], [3]) == start.tables[0] == split(start.tables[0], 3, start.lines)


def test_rows_and_columns_come_and_go() -> None:
    table = merged(page("a b c", "d e f").tables[0], [0, 3])
    assert shown(table) == ["a/d:2x1 b c", "e f"]
    more = with_more(table, "row", 1)
    assert shown(more) == ["a/d:3x1 b c", "_ _", "e f"]
    assert shown(without(more, "row", [1])) == shown(table)
    assert shown(with_more(table, "row", 2)) == ["a/d:2x1 b c", "e f", "_ _ _"]
    wide = with_more(table, "column", 0)
    assert shown(wide) == ["_ a/d:2x1 b c", "_ e f"]
    assert shown(without(wide, "column", [0])) == shown(table)
    assert shown(with_more(table, "column", 3)) == ["a/d:2x1 b c _", "e f _"]
    assert with_more(table, "column", 3).cells[3].box == (300, 0, 300, 40)
    assert (
        shown(without(table, "column", [0, 1, 2])) == ["b", "e"]
        or without(table, "column", [0, 1, 2]).columns == 1
    )


def test_corrected_cells_are_kept_where_the_table_is_found_again() -> None:
    before = with_cells(page("a b", "_ d"), 0, {2: "see", 0: ""})
    again = with_corrected_cells(page("a b", "_ d"), before)
    assert shown(again.tables[0]) == ["_ b", "see d"]
    other = page("a b c", "_ d e")
    assert with_corrected_cells(other, before) == other
