"""Code and terminals: light and dark, with and without line numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drawn import texts
from drawn.paper import Drawn, Paper, drawing_lots, font, scaled

_DARK = ("#1e1e1e", "#d4d4d4", ("#569cd6", "#ce9178", "#dcdcaa", "#9cdcfe"))
_LIGHT = ("#ffffff", "#222222", ("#0000aa", "#a31515", "#795e26", "#116644"))


def listings() -> Iterator[Drawn]:
    yield _listing("python-dark", "python", "mono", 20, _DARK)
    yield _listing("javascript-light", "javascript", "noto mono", 19, _LIGHT)
    yield _listing("c-numbered", "c", "mono", 18, _LIGHT, numbered=True)
    yield _listing("json-dark", "json", "noto mono", 22, _DARK)
    yield _listing("rust-numbered-dark", "rust", "mono", 17, _DARK, numbered=True)
    yield _listing("terminal", "shell", "mono", 18, ("#300a24", "#eeeeec", ("#8ae234", "#729fcf")))
    yield _listing("css-light", "css", "courier", 22, _LIGHT)
    yield _listing("sql-small", "sql", "mono", 14, _LIGHT)
    page = _listing("python-scaled", "python", "noto mono", 24, _LIGHT, numbered=True)
    yield replace(page, image=scaled(page.image, 0.7), quality=85)
    yield _listing("javascript-dark", "javascript", "mono", 16, _DARK)
    page = _listing("c-printed", "c", "courier", 24, _LIGHT)
    yield replace(page, image=page.image.rotate(0.6, fillcolor="white"))
    yield _listing("json-light-small", "json", "mono", 13, _LIGHT)


def _listing(
    name: str,
    language: str,
    face: str,
    size: int,
    colours: tuple[str, str, tuple[str, ...]],
    numbered: bool = False,
) -> Drawn:
    """Each word in a colour of its own, as editors paint."""
    lots = drawing_lots(name)
    ground, ink, accents = colours
    code = texts.CODE[language].split("\n")
    text = font(face, size)
    pitch, step = text.getlength("m"), round(size * 1.45)
    left = 30 + (pitch * 5 if numbered else 0)
    width = round(left + pitch * max(map(len, code)) + 40)
    paper = Paper(width, step * len(code) + 50, ground, ink)
    for number, line in enumerate(code):
        y = 25 + step * number
        if numbered:
            paper.draw.text((30 + pitch * 3, y), str(number + 1), "#888888", text, "ra")
        word, start = "", 0
        colour = ink
        for at, character in enumerate(line + " "):
            if character.isalnum() or character in "_":
                if not word:
                    start, colour = at, (lots.choice(accents) if lots.random() < 0.4 else ink)
                word += character
                continue
            if word:
                paper.draw.text((left + pitch * start, y), word, colour, text)
                word = ""
            if character != " ":
                paper.draw.text((left + pitch * at, y), character, ink, text)
        if line:
            paper.lines.append(line)
    return paper.drawn(name, exact=True)
