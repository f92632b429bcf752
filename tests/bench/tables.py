"""How well tables are found that are hard: faint, dotted or missing rules, photographs, scans, lone figures.

    python tests/bench/tables.py [--only NAME] [--seed ANY] [--keep FOLDER]

Draws each table, reads it, and prints the recall of neighbouring cells (ICDAR 2013) and the seconds it took; at the end the
means of those as they were drawn and of those as a camera or a scanner sees them.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parent))

from drawn import texts
from drawn.paper import Cell, Drawn, Paper, drawing_lots, font, noisy, photographed, scaled, wrap
from PIL import Image
from reading_scores import adjacency

Rows = list[list[str]]
SEED = [""]
"""What other texts are drawn by."""
Rule = Callable[[Paper, Sequence[float], Sequence[float]], None]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="a part of a name")
    parser.add_argument("--keep", type=Path, help="writes the pictures into this folder")
    parser.add_argument(
        "--seed", default="", help="other texts in the same tables, which nobody has tuned on"
    )
    given = parser.parse_args()
    SEED[0] = given.seed
    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.ocr.reader import read_page, warm_up
    from eyebox_models.picture import decoder

    decoder.use(PICTURES)
    warm_up()
    results: dict[str, list[float]] = {"made": [], "real": []}
    with tempfile.TemporaryDirectory() as folder:
        for kind, page in drawn():
            if given.only not in page.name:
                continue
            suffix, data = page.data()
            path = Path(given.keep or folder, page.name + suffix)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            began = time.perf_counter()
            read = read_page(str(path), lambda _: None, lambda _: None, threading.Event())
            seconds = time.perf_counter() - began
            tables = [
                [Cell(c.text, c.row, c.column, c.row_span, c.column_span) for c in one.cells]
                for one in read.tables
            ]
            score = adjacency(page.tables, tables)
            results[kind].append(score)
            print(
                f"{page.name:<24}{kind:<6}{score:>6.3f}{len(tables):>3} table(s){seconds:>7.1f} s", flush=True
            )
    for kind, scores in results.items():
        if scores:
            print(f"{kind:<24}{len(scores):<6}{fmean(scores):>6.3f}")


def drawn() -> Iterator[tuple[str, Drawn]]:
    yield "made", _page("faint", _sales, _grid("#dddddd"), size=17)
    yield "made", _page("double", _sales, _double)
    yield "made", _page("dotted", _people, _dotted)
    yield "made", _page("inner", _people, _inner)
    yield "made", _page("booktabs", _sales, _book, face="times", size=24)
    yield "made", _page("columns only", _sales, _columns)
    yield "made", _page("head filled", _people, _filled)
    yield "made", _page("calendar", _calendar, _grid("black"), size=22, width=700)
    yield "made", _page("calendar aligned", _calendar, _none, size=22, width=700)
    yield "made", _page("notes aligned", _notes, _none, size=20)
    yield "made", _page("notes rows", _notes, _rows)
    yield "made", _page("small", _sales, _grid("black"), size=13, width=560)
    yield "made", _page("chinese", _chinese, _inner, face="chinese", size=24)
    yield "made", _page("sparse", _sparse, _grid("black"))
    photo = _page("photo", _sales, _grid("black"), size=26)
    yield "real", _with(photo, "photo tilted", photographed(photo.image, 7, lean=2.4, tilt=0.05, noise=6), 80)
    yield (
        "real",
        _with(photo, "photo leaning", photographed(photo.image, 8, lean=-4.0, noise=5, blur=0.8), 75),
    )
    book = _page("book", _people, _book, face="times", size=27)
    yield (
        "real",
        _with(book, "photo without grid", photographed(book.image, 9, lean=1.5, tilt=0.02, noise=5), 80),
    )
    scan = _page("scan", _people, _grid("#555555"), size=24)
    yield "real", _with(scan, "scan", noisy(scan.image, 3, 12, 0.6), 60)
    large = _page("large", _notes, _grid("black"), size=21)
    yield "real", _with(large, "scan at 300 dpi", noisy(scaled(large.image, 2.2), 4, 8), 70)
    yield (
        "real",
        _with(large, "far away", photographed(scaled(large.image, 0.75), 5, lean=1.0, noise=3, blur=0.5), 80),
    )
    week = _page("week", _calendar, _grid("black"), size=26, width=800)
    yield (
        "real",
        _with(week, "photo of figures", photographed(week.image, 6, lean=-2.0, tilt=0.03, noise=5), 80),
    )
    shop = _page("shop", _sparse, _none, size=25)
    yield "real", _with(shop, "photo aligned", photographed(shop.image, 11, lean=1.2, noise=5), 80)


def _with(page: Drawn, name: str, image: Image.Image, quality: int) -> Drawn:
    return Drawn(name, image, page.lines, page.languages, page.tables, quality=quality)


def _page(
    name: str,
    rows: Callable[[random.Random], Rows],
    rule: Rule,
    face: str = "sans",
    size: int = 22,
    width: int = 980,
) -> Drawn:
    """A table on a page of its own, with a title; figures stand at the right."""
    lots = drawing_lots(f"tables {name}{SEED[0]}")
    grid = rows(lots)
    paper = Paper(width + 120, 1600)
    text, bold = font(face, size), font(f"{face} bold", size)
    paper.write(60, 40, texts.NAMES[0] if face != "chinese" else "清单", bold, "la")
    needed = [
        max(min(text.getlength(row[c]), width * 0.4) for row in grid) + 1.4 * size
        for c in range(len(grid[0]))
    ]
    spread = (width - sum(needed)) / len(needed)
    xs = [60.0]
    for one in needed:
        xs.append(xs[-1] + one + spread)
    ys, cells = [90.0 + size], []
    for number, row in enumerate(grid):
        wrapped = [list(wrap(cell, text, xs[c + 1] - xs[c] - size)) for c, cell in enumerate(row)]
        high = max(map(len, wrapped)) * size * 1.35 + size * 0.9
        for column, lines in enumerate(wrapped):
            figures = number and column and not any(c.isalpha() for c in row[column])
            for at, said in enumerate(lines):
                x = xs[column + 1] - 0.5 * size if figures else xs[column] + 0.5 * size
                face_of = bold if number == 0 else text
                paper.write(
                    x, ys[-1] + 0.35 * size + at * size * 1.35, said, face_of, "ra" if figures else "la"
                )
            cells.append(Cell(row[column], number, column))
        ys.append(ys[-1] + high)
    rule(paper, xs, ys)
    page = paper.drawn(name, tables=(tuple(cells),))
    image = page.image.crop((0, 0, width + 120, round(ys[-1] + 60)))
    return Drawn(name, image, page.lines, tables=page.tables)


def _none(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
    return


def _grid(ink: str) -> Rule:
    def rule(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
        for y in ys:
            paper.draw.line((xs[0], y, xs[-1], y), fill=ink)
        for x in xs:
            paper.draw.line((x, ys[0], x, ys[-1]), fill=ink)

    return rule


def _double(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
    for off in (0, 4):
        _grid("black")(paper, [x + off for x in xs], [y + off for y in ys])


def _dotted(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
    for y in ys:
        for x in range(round(xs[0]), round(xs[-1]), 4):
            paper.draw.line((x, y, x + 1, y), fill="black")
    for x in xs:
        for y in range(round(ys[0]), round(ys[-1]), 4):
            paper.draw.line((x, y, x, y + 1), fill="black")


def _inner(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
    for y in ys[1:-1]:
        paper.draw.line((xs[0], y, xs[-1], y), fill="black")
    for x in xs[1:-1]:
        paper.draw.line((x, ys[0], x, ys[-1]), fill="black")


def _rows(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
    for y in ys[1:]:
        paper.draw.line((xs[0], y, xs[-1], y), fill="#999999")


def _book(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
    for y, thick in ((ys[0], 3), (ys[1], 1), (ys[-1], 3)):
        paper.draw.line((xs[0], y, xs[-1], y), fill="black", width=thick)


def _columns(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
    _grid("black")(paper, xs, [ys[0], ys[1], ys[-1]])


def _filled(paper: Paper, xs: Sequence[float], ys: Sequence[float]) -> None:
    part = paper.image.crop((round(xs[0]), round(ys[0]), round(xs[-1]), round(ys[1])))
    turned = Image.eval(part.convert("RGB"), lambda value: 255 - round(value * 0.8))
    paper.image.paste(turned, (round(xs[0]), round(ys[0])))
    for y in ys[2:]:
        paper.draw.line((xs[0], y, xs[-1], y), fill="#e4e4e4")


def _sales(lots: random.Random) -> Rows:
    return [
        ["Region", "2021", "2022", "2023", "Change"],
        *(
            [place, *(f"{lots.randint(200, 9900):,}" for _ in range(3)), f"{lots.uniform(-9, 19):+.1f}%"]
            for place in lots.sample(
                ("North", "South", "East", "West", "Coast", "Islands", "Highlands", "Capital"), 7
            )
        ),
    ]


def _people(lots: random.Random) -> Rows:
    towns, roles = ("Leeds", "Porto", "Graz", "Bergen", "Lyon"), ("Editor", "Engineer", "Nurse", "Accountant")
    return [
        ["Name", "Role", "Town", "Phone"],
        *(
            [name, lots.choice(roles), lots.choice(towns), f"555-01{lots.randint(10, 99)}"]
            for name in lots.sample(texts.NAMES, 7)
        ),
    ]


def _calendar(lots: random.Random) -> Rows:
    first = lots.randint(0, 5)
    days = ["" if not 1 <= n - first <= 30 else str(n - first) for n in range(1, 36)]
    return [["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], *(days[n : n + 7] for n in range(0, 35, 7))]


def _notes(lots: random.Random) -> Rows:
    return [
        ["No.", "What", "Who", "Due"],
        *(
            [
                str(n),
                " ".join(lots.sample(texts.ENGLISH[0].split(), 9)),
                lots.choice(texts.NAMES),
                f"{lots.randint(1, 28)} May",
            ]
            for n in range(1, 6)
        ),
    ]


def _sparse(lots: random.Random) -> Rows:
    return [
        ["Item", "Left", "Price", "Sum"],
        *(
            [
                name,
                str(lots.randint(1, 300)),
                f"{lots.uniform(1, 30):.2f}",
                f"{lots.uniform(30, 900):.2f}" if lots.random() < 0.6 else "-",
            ]
            for name in ("Rice", "Green tea", "Coffee beans", "Olive oil", "Dish soap", "Frozen peas")
        ),
    ]


def _chinese(lots: random.Random) -> Rows:
    return [
        ["名称", "数量", "单价", "金额"],
        *(
            [name, str(lots.randint(1, 90)), f"{lots.uniform(1, 30):.2f}", f"{lots.uniform(30, 900):.2f}"]
            for name in ("大米", "绿茶", "咖啡豆", "橄榄油", "洗洁精")
        ),
    ]


if __name__ == "__main__":
    main()
