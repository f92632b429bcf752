"""Tables: ruled, aligned only, with spans, with lone signs, two beside each other, in text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from drawn import texts
from drawn.paper import Cell, Drawn, Paper, drawing_lots, font, noisy, photographed, wrap

_Grid = list[list[str]]


def tables() -> Iterator[Drawn]:
    yield _single("table-ruled", "sans", 22, _sales, rules="all")
    yield _single("table-aligned", "helvetica", 23, _people, rules="")
    yield _spanned("table-spans", "sans", 22)
    yield _single("table-signs", "dejavu", 22, _signs, rules="all")
    yield _two("table-two", "condensed", 21)
    page = _single("table-ruled-photo", "serif", 26, _sales, rules="all")
    yield replace(page, image=photographed(page.image, 41, lean=1.7, noise=5), quality=80)
    yield _single("table-lines-below", "times", 25, _people, rules="rows")
    yield _single("table-chinese", "chinese", 24, _chinese, rules="all", languages="chi_sim+eng")
    yield _single("table-in-text", "sans", 22, _sales, rules="rows", prose=True)
    yield _single("table-signs-aligned", "sans", 23, _signs, rules="")
    yield _single("table-many-lines", "sans", 20, _notes, rules="all")
    page = _spanned("table-spans-scan", "serif", 23)
    yield replace(page, image=noisy(page.image, 42, 8, 0.5), quality=75)
    yield _single("table-dark", "sans", 21, _people, rules="striped", ground="#20242b", ink="#e4e6ea")
    yield _two("table-two-ruled", "sans", 21, rules="all")
    yield _single("table-head", "helvetica", 20, _sales, rules="head")


def _sales(lots: random.Random) -> _Grid:
    head = ["Region", "2021", "2022", "2023", "Change"]
    places = lots.sample(("North", "South", "East", "West", "Coast", "Islands", "Highlands", "Capital"), 7)
    return [
        head,
        *(
            [place, *(f"{lots.randint(200, 9900):,}" for _ in range(3)), f"{lots.uniform(-9, 19):+.1f}%"]
            for place in places
        ),
    ]


def _people(lots: random.Random) -> _Grid:
    towns = ("Leeds", "Porto", "Graz", "Bergen", "Lyon", "Turin", "Ghent")
    roles = ("Editor", "Sales manager", "Engineer", "Nurse", "Accountant")
    return [
        ["Name", "Role", "Town", "Phone"],
        *(
            [name, lots.choice(roles), lots.choice(towns), f"555-01{lots.randint(10, 99)}"]
            for name in lots.sample(texts.NAMES, 8)
        ),
    ]


def _signs(lots: random.Random) -> _Grid:
    values = ("-", "1", "0", "2", "-", "7", "x")
    return [
        ["Test", "A", "B", "C", "D", "E"],
        *([f"Case {n}", *(lots.choice(values) for _ in range(5))] for n in range(1, 9)),
    ]


def _notes(lots: random.Random) -> _Grid:
    return [
        ["No.", "Finding", "Owner"],
        *([str(n), lots.choice(texts.ENGLISH), lots.choice(texts.NAMES)] for n in range(1, 7)),
    ]


def _chinese(lots: random.Random) -> _Grid:
    return [
        ["序号", "品名", "数量", "单价", "金额"],
        *(
            [
                str(n),
                item,
                str(lots.randint(1, 40)),
                f"{lots.uniform(2, 90):.2f}",
                f"{lots.uniform(20, 900):.2f}",
            ]
            for n, item in enumerate(lots.sample(texts.CHINESE_ITEMS, 7), 1)
        ),
    ]


def _single(
    name: str,
    face: str,
    size: int,
    rows: object,
    rules: str,
    prose: bool = False,
    ground: str = "white",
    ink: str = "black",
    languages: str = "eng",
) -> Drawn:
    lots = drawing_lots(name)
    grid: _Grid = rows(lots)  # type: ignore[operator]
    paper = Paper(1100, 1400, ground, ink)
    y = 60.0
    text = font(face, size)
    if prose:
        y = paper.paragraph(70, y, 960, " ".join(lots.sample(texts.ENGLISH, 4)), text) + 30
    cells, y = _table(paper, 70, y, 960, grid, face, size, rules)
    if prose:
        y = paper.paragraph(70, y + 30, 960, " ".join(lots.sample(texts.ENGLISH, 4)), text)
    page = paper.drawn(name, tables=(cells,), languages=languages)
    return replace(page, image=page.image.crop((0, 0, 1100, int(y + 60))))


def _table(
    paper: Paper, left: float, top: float, width: float, grid: _Grid, face: str, size: int, rules: str
) -> tuple[tuple[Cell, ...], float]:
    """Draws a table; figures stand at the right of their cells. Returns its cells and where it ends."""
    text = font(face, size)
    bold = (
        font(f"{face} bold", size)
        if face in ("sans", "helvetica", "times", "serif", "dejavu", "condensed", "chinese")
        else text
    )
    needed = [
        max(min(text.getlength(row[c]), width * 0.45) for row in grid) + size * 1.6
        for c in range(len(grid[0]))
    ]
    spread = (width - sum(needed)) / len(needed)
    edges = [left]
    for one in needed:
        edges.append(edges[-1] + one + spread)
    cells, y = [], top
    for number, row in enumerate(grid):
        wrapped = [list(wrap(cell, text, edges[c + 1] - edges[c] - size)) for c, cell in enumerate(row)]
        high = max(map(len, wrapped)) * size * 1.35 + size * 0.8
        if rules == "striped" and number % 2:
            paper.draw.rectangle((left, y, left + width, y + high), fill="#2c323b")
        for column, lines in enumerate(wrapped):
            figures = number and column and not any(c.isalpha() for c in row[column]) and len(lines) == 1
            for at, line in enumerate(lines):
                x = edges[column + 1] - size * 0.5 if figures else edges[column] + size * 0.5
                face_of = bold if number == 0 else text
                paper.write(x, y + size * 0.35 + at * size * 1.35, line, face_of, "ra" if figures else "la")
            cells.append(Cell(row[column], number, column))
        if rules == "all":
            for c in range(len(row)):
                paper.draw.rectangle((edges[c], y, edges[c + 1], y + high), outline=paper.ink)
        elif rules == "rows" or (rules == "head" and number == 0):
            paper.rule(left, y + high, left + width, y + high, 1 + (number == 0))
        y += high
    return tuple(cells), y


def _spanned(name: str, face: str, size: int) -> Drawn:
    """A head of two rows with spans to the right and down, and a row with one cell over all."""
    lots = drawing_lots(name)
    paper = Paper(1060, 720)
    text, bold = font(face, size), font(f"{face} bold", size)
    edges = (50, 290, 440, 590, 740, 1010)
    step = round(size * 2.2)
    top = 50
    cells = [
        Cell("Station", 0, 0, rows=2),
        Cell("Morning", 0, 1, columns=2),
        Cell("Evening", 0, 3, columns=2),
        Cell("in", 1, 1),
        Cell("out", 1, 2),
        Cell("in", 1, 3),
        Cell("out", 1, 4),
    ]
    row = 2
    for heading in ("Line A", "Line B"):
        cells.append(Cell(heading, row, 0, columns=5))
        row += 1
        for place in lots.sample(("Harbour", "Museum", "Old Town", "Stadium", "University", "Market"), 3):
            cells.append(Cell(place, row, 0))
            cells += [Cell(f"{lots.randint(100, 9999):,}", row, c) for c in range(1, 5)]
            row += 1
    for cell in cells:
        box = (
            edges[cell.column], top + cell.row * step, edges[cell.column + cell.columns], top + (cell.row + cell.rows) * step,
        )  # fmt: skip
        paper.draw.rectangle(box, outline="black")
        head = cell.row < 2 or cell.columns > 1
        paper.write((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, cell.text, bold if head else text, "mm")
    page = paper.drawn(name, tables=(tuple(cells),))
    return replace(page, image=page.image.crop((0, 0, 1060, top + row * step + 40)))


def _two(name: str, face: str, size: int, rules: str = "rows") -> Drawn:
    """Two tables beside each other under a heading each: the left one first."""
    lots = drawing_lots(name)
    paper = Paper(1400, 600)
    found, ends = [], []
    for x, heading, rows in ((60, "Stock", _stock), (740, "Orders", _orders)):
        paper.write(x, 50, heading, font(f"{face} bold", size + 6))
        cells, y = _table(paper, x, 110, 600, rows(lots), face, size, rules)
        found.append(cells)
        ends.append(y)
    page = paper.drawn(name, tables=tuple(found))
    return replace(page, image=page.image.crop((0, 0, 1400, int(max(ends) + 50))))


def _stock(lots: random.Random) -> _Grid:
    return [
        ["Item", "Left", "Price"],
        *(
            [item, str(lots.randint(1, 400)), f"{lots.uniform(1, 30):.2f}"]
            for item in lots.sample(texts.ITEMS, 7)
        ),
    ]


def _orders(lots: random.Random) -> _Grid:
    return [
        ["Customer", "Pieces", "Due"],
        *(
            [name, str(lots.randint(1, 40)), f"{lots.randint(1, 28):02d} May"]
            for name in lots.sample(texts.NAMES, 7)
        ),
    ]
