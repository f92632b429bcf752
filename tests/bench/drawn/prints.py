"""Printed pages: one and more columns, headings over them, footers, lists, letters."""

from __future__ import annotations

from collections.abc import Iterator

from drawn import texts
from drawn.paper import Drawn, Paper, drawing_lots, font, noisy, photographed, picked, scaled, wrap


def prints() -> Iterator[Drawn]:
    yield _columns("two-columns", 1240, 1754, 2, "times", 24, 26)
    yield _columns("two-columns-sans", 1100, 1500, 2, "helvetica", 21, 20, boxed=True)
    yield _columns("three-columns", 1500, 1200, 3, "schoolbook", 21, 18)
    page = _columns("two-columns-scan", 1240, 1754, 2, "palatino", 24, 22)
    yield _with(page, noisy(page.image.rotate(0.7, fillcolor="white"), 3, 9.0, 0.6), 70)
    yield _book("book-page", "serif", 27)
    page = _book("book-page-photo", "bookman", 26)
    yield _with(page, photographed(page.image, 5, lean=-1.8, noise=5, tilt=0.03), 82)
    yield _letter("letter")
    yield _contents("contents")
    page = _columns("small-print", 1240, 1700, 2, "sans", 22, 24)
    yield _with(page, scaled(page.image, 0.62))
    yield _list("numbered-list")
    yield _side_note("side-notes")
    yield _heading_between("heading-between-columns")


def _with(page: Drawn, image: object, quality: int | None = None) -> Drawn:
    from dataclasses import replace

    return replace(page, image=image, quality=quality)


def _columns(
    name: str, width: int, height: int, count: int, face: str, size: int, sentences: int, boxed: bool = False
) -> Drawn:
    lots = drawing_lots(name)
    paper = Paper(width, height)
    margin, gap = round(width * 0.08), round(size * 1.6)
    text, bold = (
        font(face, size),
        font("helvetica bold" if face in ("helvetica", "sans") else "times bold", size + 4),
    )
    paper.write(width / 2, margin * 0.8, lots.choice(texts.TITLES), font("times bold", size * 2), "ma")
    paper.write(width / 2, margin * 0.8 + size * 2.8, ", ".join(lots.sample(texts.NAMES, 3)), text, "ma")
    top = margin * 0.8 + size * 5
    if boxed:
        top = paper.paragraph(
            margin + 60,
            top,
            width - 2 * margin - 120,
            picked(lots, texts.ENGLISH, 3),
            font("times italic", size),
        )
        top += size
    column = (width - 2 * margin - gap * (count - 1)) / count
    bottom = height - margin * 1.2
    headings = iter(lots.sample(texts.HEADINGS, 8))
    pool = lots.sample(texts.ENGLISH, len(texts.ENGLISH)) * 3
    for number in range(count):
        x, y = margin + number * (column + gap), top
        begun = number == 0
        while y < bottom - size * 6:
            if begun or (lots.random() < 0.5 and y > top):
                paper.write(x, y + size * 0.4, next(headings, "Notes"), bold)
                y += size * 2.2
            begun = False
            several = " ".join(pool.pop() for _ in range(lots.randint(2, 4)))
            wrapped = list(wrap(several, text, column))
            room = int((bottom - y) / (size * 1.35))
            if len(wrapped) > room:
                break
            y = paper.paragraph(x, y, column, several, text, 1.35, justified=face != "helvetica") + size * 0.7
    paper.write(width / 2, height - margin * 0.7, str(lots.randint(2, 99)), text, "ma")
    return paper.drawn(name)


def _book(name: str, face: str, size: int) -> Drawn:
    lots = drawing_lots(name)
    paper = Paper(1100, 1600, ground="#fdf8ee", ink="#222222")
    text = font(face, size)
    paper.write(110, 90, lots.choice(texts.TITLES).upper(), font(face, size - 7))
    paper.write(990, 90, str(lots.randint(20, 300)), font(face, size - 7), "ra")
    y = 190.0
    pool = lots.sample(texts.ENGLISH, len(texts.ENGLISH))
    while y < 1350:
        y = (
            paper.paragraph(110, y, 880, " ".join(pool.pop() for _ in range(4)), text, 1.5, justified=True)
            + 16
        )
    paper.rule(110, 1480, 350, 1480)
    paper.write(110, 1495, "1. See the appendix for a list of the sources.", font(face, size - 8))
    return paper.drawn(name)


def _letter(name: str) -> Drawn:
    lots = drawing_lots(name)
    paper = Paper(1240, 1500)
    text = font("helvetica", 25)
    for number, line in enumerate(
        ("Northgate Instruments Ltd.", "14 Mill Lane, Kendal LA9 4PX", "Tel. 01539 555 0182")
    ):
        paper.write(1120, 100 + 36 * number, line, text, "ra")
    for number, line in enumerate((lots.choice(texts.NAMES), "27 Harbour Street", "Whitby YO21 3PP")):
        paper.write(120, 260 + 36 * number, line, text)
    paper.write(1120, 430, "12 March 2024", text, "ra")
    paper.write(120, 500, "Your order no. 88-4127", font("helvetica bold", 25))
    paper.write(120, 570, "Dear customer,", text)
    y = 630.0
    for _ in range(3):
        y = paper.paragraph(120, y, 1000, picked(lots, texts.ENGLISH, 3), text) + 24
    paper.write(120, y + 20, "Yours sincerely,", text)
    paper.write(120, y + 150, "Grace Lindqvist", text)
    paper.write(120, y + 186, "Head of Sales", text)
    paper.rule(120, 1400, 1120, 1400)
    paper.write(
        620, 1420, "Registered in England no. 4471120 - www.northgate.example", font("helvetica", 19), "ma"
    )
    return paper.drawn(name)


def _contents(name: str) -> Drawn:
    lots = drawing_lots(name)
    paper = Paper(1100, 1300)
    text = font("times", 28)
    paper.write(550, 90, "Contents", font("times bold", 48), "ma")
    y, page = 210, 3
    for chapter, title in enumerate(texts.TITLES, 1):
        for line, x in (
            (f"{chapter} {title}", 110),
            *((f"{chapter}.{n} {h}", 160) for n, h in enumerate(lots.sample(texts.HEADINGS, 2), 1)),
        ):
            end = paper.write(x, y, line, text)
            paper.draw.text((end + 12, y), "." * int((940 - end) / text.getlength(".")), "black", text)
            paper.write(990, y, str(page), text, "ra", after=" ")
            y += 46
            page += lots.randint(2, 9)
        y += 14
    return paper.drawn(name)


def _list(name: str) -> Drawn:
    lots = drawing_lots(name)
    paper = Paper(1000, 1200)
    text = font("sans", 24)
    paper.write(90, 80, "Before you leave the laboratory", font("sans bold", 36))
    y = 170.0
    for number, line in enumerate(lots.sample(texts.ENGLISH, 9), 1):
        paper.write(90, y, f"{number}.", text)
        before = len(paper.lines)
        y = paper.paragraph(140, y, 760, line, text) + 18
        paper.lines[before - 1 : before + 1] = [f"{number}. {paper.lines[before]}"]
    return paper.drawn(name)


def _side_note(name: str) -> Drawn:
    """A page with notes beside the text: the text first where they begin level."""
    lots = drawing_lots(name)
    paper = Paper(1300, 1300)
    text, small = font("serif", 25), font("sans", 18)
    paper.write(90, 70, lots.choice(texts.TITLES), font("serif bold", 44))
    y = 170.0
    tops = []
    for _ in range(3):
        tops.append(y)
        y = paper.paragraph(90, y, 780, picked(lots, texts.ENGLISH, 5), text) + 30
    paper.draw.rectangle((930, 160, 1240, tops[2] + 180), fill="#eef2f7")
    at = 180.0
    paper.write(950, at, "In brief", font("sans bold", 20))
    at += 40
    for _ in range(3):
        at = paper.paragraph(950, at, 270, picked(lots, texts.ENGLISH, 1), small) + 14
    return paper.drawn(name)


def _heading_between(name: str) -> Drawn:
    """Two columns, a heading over both, two columns again."""
    lots = drawing_lots(name)
    paper = Paper(1240, 1500)
    text = font("times", 24)
    y = 90.0
    for _ in range(2):
        paper.write(620, y, picked(lots, texts.TITLES, 1), font("times bold", 40), "ma")
        y += 80
        ends = []
        for x in (100, 660):
            ends.append(
                paper.paragraph(x, y, 480, picked(lots, texts.ENGLISH, 7), text, 1.35, justified=True)
            )
        y = max(ends) + 50
    paper.write(1140, y, f"Continued on page {lots.randint(4, 90)}", font("times italic", 22), "ra")
    return paper.drawn(name)
