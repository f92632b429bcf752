"""What other programs see in a PDF file: PDFium, and poppler's pdftotext where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from html import unescape
from pathlib import Path

import pypdfium2 as pdfium  # noqa: TID253
import pypdfium2.raw as raw  # noqa: TID253
import pytest

from eyebox_models.protocol.page import Rect


def lines_by_pdfium(file: Path, page: int = 0) -> list[str]:
    """The lines of text of a page, without spaces at their ends."""
    with pdfium.PdfDocument(file) as document:
        text = document[page].get_textpage().get_text_range()
    return [line.strip() for line in text.splitlines() if line.strip()]


def words_by_pdfium(file: Path, page: int = 0) -> list[tuple[str, Rect]]:
    """The words of a page with their boxes in points from its top left corner."""
    with pdfium.PdfDocument(file) as document:
        shown = document[page]
        text_page = shown.get_textpage()
        height = shown.get_height()
        words: list[tuple[str, Rect]] = []
        is_new, high = True, 0
        for index in range(text_page.count_chars()):
            code = raw.FPDFText_GetUnicode(text_page, index)
            if 0xDC00 <= code < 0xE000:  # the second half of a character, in the place of the first
                words[-1] = (words[-1][0][:-1] + chr(high) + chr(code), words[-1][1])
                words[-1] = (words[-1][0].encode("utf-16", "surrogatepass").decode("utf-16"), words[-1][1])
                continue
            high, character = code, chr(code)
            if not character.strip():
                is_new = True
                continue
            left, bottom, right, top = text_page.get_charbox(index)
            box = left, height - top, right, height - bottom
            if is_new:
                words.append((character, box))
            else:
                text, before = words[-1]
                words[-1] = text + character, around(before, box)
            is_new = False
    return words


def around(a: Rect, b: Rect) -> Rect:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def lines_by_poppler(file: Path, *options: str, page: int = 1) -> list[str]:
    """The lines of text of a page, without spaces at their ends and marks of direction. Skips where poppler is missing."""
    text = _pdftotext(file, "-f", str(page), "-l", str(page), *options)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return [line.strip() for line in re.split(r"[\n\f]", text) if line.strip()]


def words_by_poppler(file: Path) -> list[tuple[str, Rect]]:
    """The words of the first page with their boxes in points from its top left corner. Skips where poppler is missing."""
    found = re.findall(
        r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', _pdftotext(file, "-bbox")
    )
    return [(unescape(text), (float(a), float(b), float(c), float(d))) for a, b, c, d, text in found]


def _pdftotext(file: Path, *options: str) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(
        [program, "-enc", "UTF-8", *options, str(file), "-"], capture_output=True, check=True, timeout=240
    )
    return done.stdout.decode("utf-8")
