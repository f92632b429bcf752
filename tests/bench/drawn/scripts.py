"""Pages in scripts that PP-OCR's networks do not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawn import texts
from drawn.paper import Drawn, Paper, drawing_lots, font, noisy, photographed


def scripts() -> Iterator[Drawn]:
    yield _page("russian", "serif", texts.RUSSIAN, "rus", 28, title="Городские новости")
    page = _page("russian-photo", "sans", texts.RUSSIAN, "rus", 30, title="Объявление")
    yield replace(page, image=photographed(page.image, 31, lean=-1.2), quality=82)
    yield _page("greek", "dejavu serif", texts.GREEK, "ell", 28, title="Νέα της πόλης")
    yield _page("korean", "korean", texts.KOREAN, "kor", 30, title="도시 소식")
    page = _page("korean-scan", "korean serif", texts.KOREAN, "kor", 28)
    yield replace(page, image=noisy(page.image, 32, 8, 0.5), quality=75)
    yield _page("arabic", "arabic", texts.ARABIC, "ara", 34, right=True)
    yield _page("hebrew", "hebrew", texts.HEBREW, "heb", 32, right=True)
    yield _page("thai", "thai", texts.THAI, "tha", 32)
    yield _page("hindi", "devanagari", texts.HINDI, "hin", 32)
    yield _two("english-and-russian", texts.RUSSIAN, "sans", "rus+eng")
    yield _page("arabic-sans", "arabic sans", texts.ARABIC, "ara", 30, right=True)
    yield _two("english-and-korean", texts.KOREAN, "korean", "kor+eng")
    yield _page("hebrew-serif", "hebrew serif", texts.HEBREW, "heb", 30, right=True)
    yield _page("thai-looped", "thai looped", texts.THAI, "tha", 30)
    yield _page("hindi-serif", "devanagari serif", texts.HINDI, "hin", 34)


def _page(
    name: str, face: str, pool: Sequence[str], language: str, size: int, title: str = "", right: bool = False
) -> Drawn:
    lots = drawing_lots(name)
    paper = Paper(1100, 900)
    text = font(face, size)
    y = 80.0
    if title:
        paper.write(550, y, title, font(face, size + 16), "ma")
        y += size * 3
    for _ in range(2):
        for sentence in lots.sample(list(pool), min(5, len(pool))):
            if right:
                paper.write(1000, y, sentence, text, "ra")
            else:
                y = paper.paragraph(100, y, 900, sentence, text, 1.6) - size * 1.6
            y += size * 1.6
        y += size
    return paper.drawn(name, languages=language)


def _two(name: str, pool: Sequence[str], face: str, languages: str) -> Drawn:
    """A paragraph of English above one in another script."""
    lots = drawing_lots(name)
    paper = Paper(1100, 900)
    y = paper.paragraph(100, 80, 900, " ".join(lots.sample(texts.ENGLISH, 5)), font("sans", 28), 1.5) + 40
    paper.paragraph(100, y, 900, " ".join(lots.sample(list(pool), 5)), font(face, 28), 1.5)
    return paper.drawn(name, languages=languages)
