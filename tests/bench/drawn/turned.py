"""Pages that stand sideways or upside down, and vertical Chinese and Japanese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawn import texts
from drawn.chinese import _form, _notice
from drawn.paper import Drawn, Paper, drawing_lots, font, noisy, photographed
from drawn.prints import _columns, _letter
from drawn.receipts import _bill, _shop


def turned() -> Iterator[Drawn]:
    yield _letter("letter-on-its-side").turned(1)
    yield _vertical("vertical-chinese", "chinese serif", texts.CHINESE, 34, "chi_sim_vert", 9)
    yield _vertical("vertical-japanese", "japanese serif", texts.JAPANESE, 36, "jpn_vert", 9)
    yield _columns("columns-upside-down", 1240, 1500, 2, "times", 25, 20).turned(2)
    page = _shop("receipt-on-its-side", "mono", 24)
    yield replace(page, image=photographed(page.image, 21, lean=1.5), quality=80).turned(3)
    yield _vertical("vertical-japanese-two-parts", "japanese", texts.JAPANESE, 30, "jpn_vert", 14, parts=2)
    yield _vertical(
        "vertical-chinese-title", "chinese", texts.CHINESE, 30, "chi_sim_vert", 11, title="古镇游记"
    )
    yield _notice("notice-on-its-side").turned(3)
    page = _vertical("vertical-chinese-scan", "chinese serif", texts.CHINESE, 32, "chi_sim_vert", 10)
    yield replace(page, image=noisy(page.image, 22, 9, 0.6), quality=70)
    yield _bill("bill-upside-down", "condensed", 24).turned(2)
    yield _beside("vertical-beside-level")
    yield _form("form-on-its-side", 28).turned(1)


def _vertical(
    name: str,
    face: str,
    pool: Sequence[str],
    size: int,
    language: str,
    count: int,
    parts: int = 1,
    title: str = "",
) -> Drawn:
    """Columns from right to left; several parts stand one above the other."""
    lots = drawing_lots(name)
    step = round(size * 1.7)
    height = 700 // parts
    paper = Paper(step * (count // parts + (3 if title else 1)) + 160, 860 if parts == 1 else 940)
    text = font(face, size)
    sentences = list(pool) * 3
    lots.shuffle(sentences)
    x = 0.0
    for part in range(parts):
        x = paper.width - 80 - step
        top = 80 + part * (height + 70)
        if title:
            paper.write(
                x + step / 2 - size, top, title, font(f"{face.split()[0]} bold", size * 2), direction="ttb"
            )
            x -= step * 1.8
        whole = "".join(sentences.pop() for _ in range(count))
        room = int(height / size)
        while whole and x > 60:
            column, whole = whole[:room], whole[room:]
            while whole and whole[0] in "、。，；":
                column, whole = column + whole[0], whole[1:]
            paper.write(x + step / 2 - size / 2, top, column, text, direction="ttb")
            x -= step
    return paper.drawn(name, languages=language, segmentation=3)


def _beside(name: str) -> Drawn:
    """A vertical title at the side of level text."""
    lots = drawing_lots(name)
    paper = Paper(900, 700)
    paper.write(60, 80, "春江花月夜", font("chinese serif bold", 64), direction="ttb")
    y = 90.0
    for _ in range(3):
        y = (
            paper.paragraph(220, y, 600, "".join(lots.sample(texts.CHINESE, 4)), font("chinese", 26), 1.6)
            + 26
        )
    return paper.drawn(name, languages="chi_sim+chi_sim_vert")
