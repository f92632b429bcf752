"""Tables of pages: by rules that are drawn, by text that lines up. The lines of text are given, no network runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from eyebox_models.ocr.frame import Level
from eyebox_models.ocr.layout import arranged
from eyebox_models.ocr.quads import Quad
from eyebox_models.ocr.tables import find_tables
from eyebox_models.ocr.tables_found import InTables
from eyebox_models.ocr.tables_grid import Grid, grids
from eyebox_models.ocr.tables_pieces import Aligned, Piece, pieces_of
from eyebox_models.ocr.tables_plausible import (
    are_apart,
    cuts_running_text,
    goes_on_beside,
    has_large_print,
    is_ragged,
    leaves_out,
)
from eyebox_models.ocr.tables_rules import Rule, Rules
from eyebox_models.picture import PictureArray
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Table, Word

Pixels = NDArray[np.uint8]
HEIGHT = 24


def text(said: str, x: float, y: float, letter: float = 9) -> Line:
    """A line whose letters are all as wide, in a quad of 24 pixels."""
    words, at = [], 0
    for word in said.split():
        at = said.index(word, at)
        words.append(Word(word, (x + at * letter, y, x + (at + len(word)) * letter, y + HEIGHT)))
        at += len(word)
    right = x + len(said) * letter
    quad = ((x, y), (right, y), (right, y + HEIGHT), (x, y + HEIGHT))
    return Line(said, 0.99, (x, y, right, y + HEIGHT), quad, tuple(words))


def paper(width: int = 700, height: int = 400, ground: int = 255) -> Pixels:
    return np.full((height, width, 3), ground, np.uint8)


def picture_of(pixels: Pixels) -> PictureArray:
    height, width = pixels.shape[:2]
    return PictureArray(width, height, lambda x1, y1, x2, y2: pixels[y1:y2, x1:x2])


def line_in(pixels: Pixels, x1: int, y1: int, x2: int, y2: int, ink: int, thick: int = 1) -> None:
    """A level or upright stroke, so many pixels thick."""
    before = (thick - 1) // 2
    if x1 == x2:
        pixels[y1 - before : y2 + thick - before, x1 - before : x1 + thick - before] = ink
    else:
        pixels[y1 - before : y1 + thick - before, x1 - before : x2 + thick - before] = ink


def ruled(pixels: Pixels, xs: Sequence[int], ys: Sequence[int], ink: int = 0, thick: int = 1) -> Pixels:
    for y in ys:
        line_in(pixels, xs[0], y, xs[-1], y, ink, thick)
    for x in xs:
        line_in(pixels, x, ys[0], x, ys[-1], ink, thick)
    return pixels


def shown(table: Table) -> list[list[str]]:
    """Its texts by rows; a cell that covers more than its place says so."""
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        span = f" {cell.row_span}x{cell.column_span}" if (cell.row_span, cell.column_span) != (1, 1) else ""
        rows[cell.row].append(cell.text + span)
    return rows


def in_cells(rows: Sequence[Sequence[str]], xs: Sequence[int], ys: Sequence[int]) -> list[Line]:
    return [
        text(said, x + 8, y + 8)
        for row, y in zip(rows, ys, strict=False)
        for said, x in zip(row, xs, strict=False)
        if said
    ]


ROWS = [["Name", "Town", "Age"], ["Ines Costa", "Lyon", "41"], ["Tom", "", "7"]]
XS, YS = (40, 240, 400, 500), (40, 80, 120, 160)


@pytest.mark.parametrize(
    ("ground", "ink", "thick"),
    [(255, 0, 1), (255, 238, 1), (255, 224, 1), (30, 70, 1), (20, 255, 3), (245, 120, 5)],
)
def test_rules_make_a_table_whatever_their_shade(ground: int, ink: int, thick: int) -> None:
    found = find_tables(picture_of(ruled(paper(ground=ground), XS, YS, ink, thick)), in_cells(ROWS, XS, YS))
    (table,) = found.tables
    assert shown(table) == ROWS
    x1, y1, x2, y2 = table.cells[4].box
    assert max(abs(x1 - 240), abs(y1 - 80), abs(x2 - 400), abs(y2 - 120)) < 3
    assert [found.lines[n].text for n in found.groups()[0]] == [said for row in ROWS for said in row if said]


def test_a_missing_rule_makes_one_cell_of_two() -> None:
    pixels = ruled(paper(), XS, YS)
    line_in(pixels, 240, 43, 240, 76, 255)
    line_in(pixels, 403, 120, 496, 120, 255)
    lines = [text("Who and where", 60, 48), text("Age", 420, 48), text("Tom", 50, 88), text("Lyon", 250, 88)]
    lines += [text("Ann", 50, 128), text("Bergen", 250, 128), text("7", 420, 108)]
    (table,) = find_tables(picture_of(pixels), lines).tables
    assert shown(table) == [["Who and where 1x2", "Age"], ["Tom", "Lyon", "7 2x1"], ["Ann", "Bergen"]]


def test_a_line_over_a_rule_is_parted_there() -> None:
    lines = [line for line in in_cells(ROWS, XS, YS) if line.text not in ("Ines Costa", "Lyon")]
    long = text("Ines Costa", 48, 88)
    lyon = text("Lyon", 248, 88)
    whole = replace(long, text="Ines Costa Lyon", words=(*long.words, *lyon.words), box=(48, 88, 284, 112))
    whole = replace(whole, quad=((48, 88), (284, 88), (284, 112), (48, 112)))
    (table,) = find_tables(picture_of(ruled(paper(), XS, YS)), [*lines, whole]).tables
    assert shown(table) == ROWS

    read: list[Quad] = []

    def reads(quad: Quad) -> Line:
        read.append(quad)
        return text("Ines Costa" if quad[0][0] < 200 else "Lyon", quad[0][0], quad[0][1])

    (table,) = find_tables(picture_of(ruled(paper(), XS, YS)), [*lines, whole], reads).tables
    assert shown(table) == ROWS
    assert [round(quad[0][0] / 10) for quad in read] == [5, 24]


def test_lines_of_a_cell_stay_together() -> None:
    lines = [text("Fruit", 48, 48), text("Weight", 248, 48), text("Price", 408, 48)]
    lines += [
        text("Apples", 48, 88),
        text("1 kg", 248, 88),
        text("2.50", 408, 88),
        text("from Lyon", 48, 112),
    ]
    lines += [text("Pears", 48, 150), text("2 kg", 248, 150), text("3.10", 408, 150)]
    found = find_tables(picture_of(ruled(paper(), XS, (40, 80, 142, 182))), lines)
    assert shown(found.tables[0])[1] == ["Apples\nfrom Lyon", "1 kg", "2.50"]
    ordered, _blocks = arranged(found.lines, found.groups())
    assert [line.text for line in ordered][3:7] == ["Apples", "from Lyon", "1 kg", "2.50"]


def test_double_rules_are_one() -> None:
    pixels = ruled(ruled(paper(), XS, YS), [x + 4 for x in XS], [y + 4 for y in YS])
    (table,) = find_tables(picture_of(pixels), in_cells(ROWS, XS, YS)).tables
    assert shown(table) == ROWS


def test_rows_that_no_rule_parts_are_told_by_their_text() -> None:
    pixels = ruled(paper(), XS, (40, 80, 300))
    body = [
        ["Ines", "Lyon", "41"],
        ["Tom", "Graz", "7"],
        ["Ann", "Turin", "18"],
        ["Lee", "Rome", "33"],
        ["Kim", "", "5"],
    ]
    lines = in_cells([ROWS[0]], XS, YS) + in_cells(body, XS, (90, 130, 170, 210, 250))
    (table,) = find_tables(picture_of(pixels), lines).tables
    assert shown(table) == [ROWS[0], *body]


def test_two_tables_beside_each_other_are_two_and_their_titles_go_along() -> None:
    right = [x + 560 for x in XS]
    pixels = ruled(ruled(paper(1200), XS, YS), right, YS)
    other = [[f"{said}s" if said else "" for said in row] for row in ROWS]
    titles = [text("Stock", 48, 8), text("Orders", 608, 8)]
    lines = [*titles, *in_cells(ROWS, XS, YS), *in_cells(other, right, YS)]
    found = find_tables(picture_of(pixels), lines)
    assert [shown(table) for table in found.tables] == [ROWS, other]
    ordered, _blocks = arranged(found.lines, found.groups())
    said = [line.text for line in ordered]
    assert said.index("Stock") < said.index("Ines Costa") < said.index("Orders") < said.index("Ines Costas")


@pytest.mark.parametrize("lean", [2.0, -3.0])
def test_a_leaning_photo_seen_from_the_side(lean: float) -> None:
    import cv2

    pixels = ruled(paper(ground=235), XS, YS, 90, 2)
    rotation = cv2.getRotationMatrix2D((350, 200), lean, 1.0)
    warp = np.vstack([rotation, (0, 0, 1)]) @ np.array([[1, 0.02, 0], [0.01, 1, 0], [2e-5, 0, 1]])
    seen = np.asarray(cv2.warpPerspective(pixels, warp, (760, 460), borderValue=(120, 110, 100)), np.uint8)
    rng = np.random.default_rng(1)
    seen = np.clip(seen + rng.normal(0, 4, seen.shape), 0, 255).astype(np.uint8)

    def moved(line: Line) -> Line:
        corners = cv2.perspectiveTransform(np.array([line.quad], np.float64), warp)[0]
        a, b, c, d = ((float(x), float(y)) for x, y in corners)
        return replace(line, quad=(a, b, c, d), box=enclosing((a, b, c, d)), words=())

    (table,) = find_tables(picture_of(seen), [moved(line) for line in in_cells(ROWS, XS, YS)]).tables
    assert shown(table) == ROWS
    where = np.array([[(320.0, 100.0)]])
    x, y = cv2.perspectiveTransform(where, warp)[0, 0]
    x1, y1, x2, y2 = table.cells[4].box
    assert x1 < x < x2 and y1 < y < y2


def test_what_the_detector_overlooked_is_read_by_itself() -> None:
    pixels = ruled(paper(), XS, YS)
    line_in(pixels, 415, 138, 423, 138, 0, 2)
    line_in(pixels, 261, 132, 261, 147, 0, 3)
    lines = in_cells([["Name", "No.", "Age"], ["Ines", "12", "41"], ["Tom", "", ""]], XS, YS)
    asked: list[Quad] = []

    def reads(quad: Quad) -> Line:
        asked.append(quad)
        return text("l", quad[0][0], quad[0][1])

    (table,) = find_tables(picture_of(pixels), lines, reads).tables
    assert shown(table)[2] == ["Tom", "1", "-"]
    ((x1, y1), _, (x2, y2), _) = asked[0]
    assert len(asked) == 1 and x1 < 260 < x2 < 300 and y1 < 132 and y2 > 148


def aligned(rows: Sequence[Sequence[str]], xs: Sequence[float], right: bool = True) -> list[Line]:
    """Rows of text, all but the first column at the right of where they stand."""
    lines = []
    for number, row in enumerate(rows):
        for column, (said, x) in enumerate(zip(row, xs, strict=True)):
            if said:
                lines.append(text(said, x - (9 * len(said) if column and right else 0), 40 + 34 * number))
    return lines


def find(lines: Sequence[Line]) -> InTables:
    return find_tables(None, lines)


SALES = [["Item", "Sold", "Price", "Sum"], ["Tea", "12", "3.50", "42.00"], ["Green coffee", "3", "11.00", "33.00"],
         ["Sugar", "-", "0.80", ""], ["Rice", "120", "1.20", "144.00"]]  # fmt: skip


def test_text_in_columns_is_a_table_without_rules() -> None:
    (table,) = find(aligned(SALES, (40, 260, 360, 470))).tables
    assert shown(table) == SALES


def test_a_line_over_several_columns_is_parted_at_its_spaces() -> None:
    lines = aligned(SALES, (40, 260, 360, 470))
    row = [line for line in lines if line.box[1] == 74]
    box = (40.0, 74.0, 470.0, 98.0)
    quad = ((40.0, 74.0), (470.0, 74.0), (470.0, 98.0), (40.0, 98.0))
    whole = Line("Tea 12 3.50 42.00", 0.99, box, quad, tuple(word for line in row for word in line.words))
    found = find([line for line in lines if line not in row] + [whole])
    assert shown(found.tables[0]) == SALES
    assert len(found.lines) == len(lines)


def test_what_goes_on_below_in_one_column_is_the_same_cell() -> None:
    lines = []
    for number, (name, *rest) in enumerate(SALES):
        y = 40 + 60 * number
        lines += [
            text(said, x, y) for said, x in zip((name, *rest), (40, 260, 360, 470), strict=True) if said
        ]
        if number == 2:
            lines.append(text("from Peru", 40, y + 26))
    (table,) = find(lines).tables
    assert [row[0] for row in shown(table)] == ["Item", "Tea", "Green coffee\nfrom Peru", "Sugar", "Rice"]


PROSE = "Some words of running text that fill a column of a page"


def columns_of_text() -> list[Line]:
    return [text(f"{PROSE[n % 5 :]}", x, 40 + 28 * n) for x in (40, 620) for n in range(8)]


def columns_of_chinese() -> list[Line]:
    said = (
        "新しい図書館は来月の一",
        "日に開館する予定です。",
        "山の上からは町と海がよ",
        "く見える。祖父は毎朝六",
        "時に起きて畑へ出かける",
    )
    return [text(one, x, 40 + 34 * n, 22) for n in range(5) for x, one in ((40, said[n]), (320, said[-n]))]


def menu() -> list[Line]:
    """Two lists of names and prices beside each other."""
    found = []
    for x, title, names in (
        (40, "STARTERS", ("Onion Soup", "Tart", "Bread")),
        (400, "MAINS", ("Salmon", "Fish", "Burger")),
    ):
        found.append(text(title, x, 40))
        for n, name in enumerate(names):
            found += [text(name, x, 80 + 34 * n), text(f"${n + 7}.50", x + 220, 80 + 34 * n)]
    return found


def list_of_points() -> list[Line]:
    return [
        text(said, x, 40 + 34 * n) for n in range(5) for said, x in ((f"{n + 1}.", 40), (f"Point {n}", 90))
    ]


def form() -> list[Line]:
    fields = ("Name:", "Ines Costa"), ("Town:", "Lyon"), ("Street:", "Rue Bleue"), ("Note:", "none so far")
    return [
        text(said, x, 40 + 34 * n)
        for n, pair in enumerate(fields)
        for said, x in zip(pair, (40, 200), strict=True)
    ]


def code() -> list[Line]:
    said = (
        "def find(text):",
        "    return text",
        "x = find(1)",
        "for one in x:",
        "    print(one)",
        "    x += 1",
    )
    return [text(f"{n + 1}", 20, 40 + 28 * n) for n in range(6)] + [
        text(line.strip(), 70 + 9 * (len(line) - len(line.lstrip())), 40 + 28 * n)
        for n, line in enumerate(said)
    ]


@pytest.mark.parametrize("lines", [columns_of_text, columns_of_chinese, menu, list_of_points, form, code])
def test_what_is_no_table(lines: Callable[[], list[Line]]) -> None:
    found = find(lines())
    assert found.tables == () and [*found.lines] == lines()


def test_a_frame_around_text_is_no_table() -> None:
    pixels = paper()
    ruled(pixels, (30, 660), (30, 80, 300), 0, 2)
    lines = [text("A title", 50, 44), *(text(PROSE, 50, 90 + 28 * n) for n in range(6))]
    assert find_tables(picture_of(pixels), lines).tables == ()


def test_fields_at_heights_of_their_own_are_no_rows() -> None:
    """Frames of input fields beside a frame around their labels."""
    pixels = ruled(paper(), (30, 200), (40, 240))
    ruled(pixels, (200, 500), (40, 90, 150, 200, 240))
    ruled(pixels, (30, 200), (40, 120, 180, 240))
    lines = [text(said, 50, y) for said, y in (("User", 60), ("Mail", 130), ("Town", 190))]
    lines += [
        text(said, 220, y) for said, y in (("Ines", 50), ("i@example.org", 105), ("Lyon", 160), ("none", 205))
    ]
    assert find_tables(picture_of(pixels), lines).tables == ()


def in_pieces(rows: Sequence[str], cuts: Sequence[int], x: float = 0.0) -> Aligned:
    """Lines as a table that parts them before some of their words."""
    cells = {}
    for number, said in enumerate(rows):
        line = text(said, x, 34 * number, 12)
        (whole,) = pieces_of(number, line, Level(*line.box))
        for column, (first, last) in enumerate(pairwise([0, *cuts, len(line.words)])):
            words = whole.words[first:last]
            place = Level(words[0].box[0], 34 * number, words[-1].box[2], 34 * number + HEIGHT)
            cells[number, column, number + 1, column + 1] = [Piece(number, first, last, "", place, words)]
    return Aligned(Grid((), (), ()), cells)


def test_code_whose_words_stand_below_each_other_is_no_table() -> None:
    assert cuts_running_text(in_pieces(["if key not in items:", "or one and two more:"] * 3, (1, 3)))
    assert not cuts_running_text(in_pieces(["10 23-May"] * 6, (1,)))


def test_columns_beside_which_their_rows_go_on_are_no_table() -> None:
    """Prices of a receipt line up while what was bought does not."""
    table = in_pieces(["5.99 17.97", "18.07 18.07", "21.61 21.61"], (1,), 300)
    names = [text(said, 40, 34 * n) for n, said in enumerate(("909603717 3", "333508071 1", "Brown bread"))]
    far = [text(said, 40, 300 + 34 * n) for n, said in enumerate(("a", "b", "c"))]
    prose = [text("Some running text of the column beside a table", 40, 34 * n) for n in range(3)]
    for beside, part in ((names, True), (far, False), (prose, False)):
        assert goes_on_beside(table, beside, [Level(*line.box) for line in beside]) is part


def test_boards_with_large_labels_are_no_table() -> None:
    table = in_pieces(["Item 5.99", "Tea 0.80", "Rice 1.20"], (1,))
    assert not has_large_print(table)
    (first, *_), *_ = table.cells.values()
    label = replace(first, place=replace(first.place, bottom=first.place.top + 2 * HEIGHT))
    assert has_large_print(replace(table, cells={**table.cells, (0, 0, 1, 1): [label]}))


def test_a_table_around_other_lines_is_none() -> None:
    rows = aligned([[f"Item {n}", "", f"{n}.50"] for n in range(6)], (40, 260, 470))
    table = in_pieces(["Item 5.99"] * 6, (1,), 0)
    table = replace(table, grid=Grid((0.0, 200.0), (0.0, 300.0), ()))
    inside = [Level(100, 34 * n, 140, 34 * n + HEIGHT) for n in range(6)]
    assert leaves_out(table, inside, len(rows)) and not leaves_out(table, inside[:2], len(rows))
    beside = replace(table, grid=Grid((0.0, 200.0), (320.0, 600.0), ()))
    assert are_apart(table, beside) and not are_apart(table, replace(table))


def test_lists_with_rows_of_their_own_are_no_table() -> None:
    """The pages of a window and the fields beside them: two of a list for one of the other."""
    pieces = in_pieces(["Appearance Server", "Network x", "Privacy Port", "Sounds x"], (1,)).cells
    left = [piece for span, (piece,) in sorted(pieces.items()) if span[1] == 0]
    right = [piece for span, (piece,) in sorted(pieces.items()) if span[1] == 1]
    one_each = {(n, c, n + 1, c + 1): [side[n]] for n in range(4) for c, side in enumerate((left, right))}
    two_for_one = {(n, 0, n + 1, 1): left[2 * n : 2 * n + 2] for n in range(2)} | {
        (n, 1, n + 1, 2): [right[2 * n]] for n in range(2)
    }
    assert not is_ragged(Aligned(Grid((), (), ()), one_each))
    assert is_ragged(Aligned(Grid((), (), ()), two_for_one))


def test_two_lists_with_prices_beside_each_other_are_two_tables() -> None:
    names = ["Tea", "Green coffee", "Onion soup", "Lemon tart", "Apple pie"]
    lines = [text(name, x, 40 + 34 * n) for x in (40, 400) for n, name in enumerate(names)]
    lines += [text(f"${n + 3}", x, 40 + 34 * n) for x in (260, 640) for n in range(5)]
    found = find(lines)
    assert [shown(table) for table in found.tables] == [
        [[name, f"${n + 3}"] for n, name in enumerate(names)]
    ] * 2
    headed = [text("Item", 40, 6), text("Price", 240, 6), text("Kind", 400, 6), text("Left", 620, 6)]
    assert [table.columns for table in find([*headed, *lines]).tables] == [4]


def test_cells_of_several_lines_between_rules_from_side_to_side() -> None:
    pixels = paper()
    rows = [
        ["No.", "What", "Who"],
        ["1", f"{PROSE[:30]}|{PROSE[30:]}", "Ines"],
        ["2", f"{PROSE[:28]}|{PROSE[28:]}", "Tom"],
    ]
    rows.append(["3", f"{PROSE[:32]}|{PROSE[32:]}", "Ann"])
    lines, y = [], 40
    for row in rows:
        for said, x in zip(row, (40, 120, 480), strict=True):
            lines += [text(part.strip(), x, y + 26 * n) for n, part in enumerate(said.split("|"))]
        y += 40 if row is rows[0] else 64
        line_in(pixels, 30, y - 6, 620, y - 6, 150)
    (table,) = find_tables(picture_of(pixels), lines).tables
    assert [[len(cell.split("\n")) for cell in row] for row in shown(table)] == [[1, 1, 1], *[[1, 2, 1]] * 3]


def test_a_lone_sign_that_was_read_upside_down_is_turned() -> None:
    lines = in_cells([["Name", "No.", "Age"], ["Ines", "L", "41"], ["Tom", "3", "8"]], XS, YS)
    turned = next(line for line in lines if line.text == "L")
    a, b, c, d = turned.quad
    lines[lines.index(turned)] = replace(turned, quad=(c, d, a, b))
    pixels = ruled(paper(), XS, YS)
    line_in(pixels, 252, 92, 260, 92, 0, 12)
    (table,) = find_tables(picture_of(pixels), lines, lambda _quad: None).tables
    assert shown(table)[1] == ["Ines", "7", "41"]


def test_a_digit_in_a_cell_stands_upright() -> None:
    """A lone one is higher than wide, so that it may have been taken for a line that runs downwards."""
    lines = [line for line in in_cells(ROWS, XS, YS) if line.text != "7"]
    downwards = ((424.0, 128.0), (424.0, 150.0), (412.0, 150.0), (412.0, 128.0))
    seven = Line("7", 0.99, enclosing(downwards), downwards)
    found = find_tables(picture_of(ruled(paper(), XS, YS)), [*lines, seven]).with_signs_upright()
    (upright,) = [line for line in found.lines if line.text == "7"]
    assert upright.quad[:2] == ((412.0, 128.0), (424.0, 128.0)) and upright.words[0].box == seven.box
    assert shown(found.tables[0]) == ROWS


def test_text_that_goes_on_in_one_column_of_a_table_without_rules() -> None:
    lines = [text(said, x, 40) for said, x in (("No.", 40), ("What", 120), ("Who", 480), ("Due", 620))]
    for n in range(1, 6):
        y = 84 + 68 * (n - 1)
        lines += [
            text(str(n), 40, y),
            text(PROSE[n : n + 34], 120, y),
            text("Ines", 480, y),
            text(f"{n} May", 620, y),
        ]
        lines += [text("and some more", 120, y + 26)]
    (table,) = find(lines).tables
    assert shown(table)[1] == ["1", f"{PROSE[1:35].strip()}\nand some more", "Ines", "1 May"]


def test_a_list_beside_a_form_is_no_first_column() -> None:
    pages = [
        text(said, 20, 40 + 20 * n)
        for n, said in enumerate(["General", "Look", "Network", "Keys", "Privacy", "About"])
    ]
    fields = [("Server", "files.example"), ("Port", "3711"), ("User", "Nina")]
    form = [
        text(said, x, 68 + 34 * n)
        for n, pair in enumerate(fields)
        for said, x in zip(pair, (180, 340), strict=True)
    ]
    lines = [*pages, text("Settings", 180, 40), *form]
    assert find(lines).tables == ()


@pytest.mark.parametrize(("count", "found"), [(40, 1), (120, 0)])
def test_graph_paper_is_no_table(count: int, found: int) -> None:
    end = 20.0 * count
    rules = Rules(
        tuple(Rule(0, 20.0 * n, end, 20.0 * n) for n in range(count + 1)),
        tuple(Rule(20.0 * n, 0, 20.0 * n, end) for n in range(count + 1)),
    )
    assert len(grids(rules, 20)) == found


def test_graph_paper_with_notes_on_it_stays_text() -> None:
    sides = range(10, 1280, 18)
    notes = [text(f"Measured value {n}", 90, 100 + 90 * n) for n in range(5)]
    found = find_tables(picture_of(ruled(paper(1300, 1300), sides, sides, ink=180)), notes)
    assert not found.tables and [line.text for line in found.lines] == [note.text for note in notes]
