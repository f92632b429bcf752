"""What is found to be blacked out, how it is taken out of the text, and that files of it hold no trace."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium  # noqa: TID253
import pytest
from PIL import Image

import drawing
from documents import picture, text, write_pdf
from eyebox_models.documents import pdf_out
from eyebox_models.documents.covered import write_covered
from eyebox_models.files.document_page import page_path
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Cell, Code, Page, Rect, Table
from eyebox_models.protocol.picture_requests import PdfPage
from eyebox_models.text.redact import BLOCK, redact, redacted, uncovered
from pages import line, page
from pdf_reading import lines_by_pdfium, lines_by_poppler

LINES = ("Call +49 30 901820 today", "mail: anna@example.org", "Total 12.50 EUR", "nothing 秘密 here")


def bill() -> Page:
    return page(*(line(text, 20, 20 + 60 * n) for n, text in enumerate(LINES)))


def test_kinds_and_texts_are_found() -> None:
    found = redact(bill(), ("email", "phone"), ["秘密", "anna"])
    assert [(region.kind, region.text) for region in found] == [
        ("phone", "+49 30 901820"),
        ("email", "anna@example.org"),
        ("text", "秘密"),
    ]
    (x1, y1, x2, y2) = found[1].rect
    assert x1 < 80 and y1 < 80 and x2 > 240 and y2 > 100
    assert [region.kind for region in redact(bill())] == ["phone", "email", "amount"]
    assert redact(bill(), ()) == ()


def test_what_is_ignored_is_no_text_but_found_and_hidden() -> None:
    ignored = replace(bill(), left_out=(line("bob@example.org", 20, 400),))
    found = redact(ignored, ("email",))
    assert [region.text for region in found] == ["anna@example.org", "bob@example.org"]
    hidden = redacted(ignored, [region.rect for region in found])
    assert hidden.left_out[0].text == BLOCK * 15 and len(hidden.lines) == len(LINES)


def test_a_cut_word_is_covered_a_little_further() -> None:
    """Where its letters stand is estimated: none of them may look out, and nothing of other words is covered."""
    (region,) = redact(page(line("an annaholm@example.org b", 20, 20)), (), ["example"])
    x1, _y1, x2, _y2 = region.rect
    assert x1 < 140 - 10 and x2 > 210 + 10 and x1 > 50 and x2 < 250
    (whole,) = redact(page(line("an example b", 20, 20)), (), ["example"])
    assert whole.rect == (48, 18, 122, 42)


def test_blocks_stand_for_what_is_hidden() -> None:
    whole = bill()
    covered = [region.rect for region in redact(whole, ("email", "phone"), ["秘密"])]
    given = redacted(
        replace(whole, lines=(*whole.lines, replace(line("other", 20, 400), read=line("as read")))), covered
    )
    assert [one.text for one in given.lines] == [
        f"Call {BLOCK * 3} {BLOCK * 2} {BLOCK * 6} today",
        f"mail: {BLOCK * 16}",
        "Total 12.50 EUR",
        f"nothing {BLOCK * 2} here",
        "other",
    ]
    assert [word.text for word in given.lines[1].words] == ["mail:", BLOCK * 16]
    assert given.lines[4].read is None and redacted(whole, []) is whole
    seen = uncovered(whole, covered)
    assert [" ".join(one.text.split()) for one in seen.lines] == [
        "Call today",
        "mail:",
        "Total 12.50 EUR",
        "nothing here",
    ]
    assert BLOCK not in str(seen) and "anna" not in str(seen)


def test_a_part_of_a_word_tables_and_codes() -> None:
    whole = page(line("mail:anna@example.org", 20, 20), line("free", 20, 80))
    cells = (
        Cell(0, 0, "mail:anna@example.org", (0, 0, 300, 60), lines=(0,)),
        Cell(0, 1, "by hand", (0, 60, 300, 120), lines=(1,), corrected=True),
    )
    code = Code("geheim", "QR Code", ((60, 60), (90, 60), (90, 90), (60, 90)))
    whole = replace(whole, tables=(Table((0, 0, 300, 120), 1, 2, cells),), codes=(code,))
    given = redacted(whole, [(70, 15, 240, 45)])
    assert given.lines[0].text == f"mail:{BLOCK * 16}"
    assert [cell.text for cell in given.tables[0].cells] == [f"mail:{BLOCK * 16}", "by hand"]
    assert given.codes[0].text == "geheim"
    all_of_it = redacted(whole, [(0, 0, 300, 120)])
    assert [cell.text for cell in all_of_it.tables[0].cells] == [BLOCK * 21, f"{BLOCK * 2} {BLOCK * 4}"]
    assert all_of_it.codes[0].text == BLOCK * 6


SECRET = (100, 80, 330, 130)
"""Around the second line of the picture below."""


def secret_picture(file: Path) -> Path:
    image = drawing.page(
        500, 300, [drawing.Text(40, 30, "Name", 30), drawing.Text(110, 90, "geheim 4711", 30)]
    )
    exif = Image.Exif()
    exif[0x010E] = "geheim 4711"
    more = {"exif": exif} if file.suffix != ".png" else {}
    image.save(file, comment=b"geheim 4711", icc_profile=b"geheim 4711 profile", **more)
    return file


def black(pixels: np.ndarray, rect: Rect) -> bool:
    x1, y1, x2, y2 = map(round, rect)
    return len(np.unique(pixels[y1:y2, x1:x2].reshape(-1, 3), axis=0)) == 1


@pytest.mark.parametrize("source", ["a.jpg", "a.png"])
@pytest.mark.parametrize("target", ["b.png", "b.jpg"])
def test_pictures_hold_no_trace(tmp_path: Path, source: str, target: str) -> None:
    file, out = secret_picture(tmp_path / source), tmp_path / target
    write_covered(str(file), out, [SECRET], threading.Event())
    with Image.open(out) as image, Image.open(file) as original:
        assert not image.getexif() and {*image.info} <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        pixels, before = np.asarray(image.convert("RGB")), np.asarray(original.convert("RGB"))
    assert black(pixels, SECRET)
    seen = np.abs(pixels[:70].astype(int) - before[:70].astype(int))
    assert seen.max() == 0 if target == "b.png" else np.median(seen) <= 1
    assert b"geheim" not in out.read_bytes()
    with pytest.raises(EyeboxError):
        write_covered(str(file), tmp_path / "b.txt", [SECRET], threading.Event())


def written(file: Path, *pages: PdfPage) -> Path:
    pdf_out.write_pdf(lambda: iter(pages), file, lambda _event: None, threading.Event())
    return file


def drawn(file: Path, page: int = 0) -> np.ndarray:
    with pdfium.PdfDocument(file) as document:
        scale = 500 / document[page].get_width()
        return document[page].render(scale=scale).to_numpy()[..., :3].copy()


@pytest.mark.parametrize("source", ["a.jpg", "a.png", "a.pdf"])
def test_a_pdf_holds_no_trace(tmp_path: Path, source: str) -> None:
    if source == "a.pdf":
        with Image.open(secret_picture(tmp_path / "x.png")) as image:
            pages = [picture(0, 500, 300) + text(["geheim 4711"], x=110, y=180, size=24)] * 2
            write_pdf(tmp_path / source, pages, box=(0, 0, 500, 300), images=[image.copy()])
        names = [page_path(tmp_path / source, n) for n in (1, 2)]
    else:
        names = [str(secret_picture(tmp_path / source))] * 2
    decoded = pdf_out.opened(names[0], 0, threading.Event())
    scale = decoded.width / 500
    read = (
        line("Name", 40 * scale, 30 * scale),
        line("geheim 4711", 110 * scale, 90 * scale, height=30 * scale),
    )
    whole = Page("a", decoded.width, decoded.height, 0, read)
    rect = tuple(side * scale for side in SECRET)
    free = replace(whole, lines=read[:1])
    out = written(tmp_path / "out.pdf", PdfPage(names[0], whole, 0, (rect,)), PdfPage(names[1], free))
    assert lines_by_pdfium(out) == lines_by_poppler(out) == ["Name"]
    assert black(drawn(out), (SECRET[0] + 1, SECRET[1] + 1, SECRET[2] - 1, SECRET[3] - 1))
    data = out.read_bytes()
    assert b"geheim" not in data and b"Exif" not in data and b"Helvetica" not in data
    with pdfium.PdfDocument(out) as document:
        assert all(
            document.get_metadata_value(key) in ("", "Eyebox") for key in ("Title", "Producer", "Creator")
        )
        (image,) = document[0].get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE])
        stored = np.asarray(image.get_bitmap().to_pil().convert("RGB"))
    assert black(stored, rect)


def test_other_jpegs_of_a_redacted_document_lose_their_metadata(tmp_path: Path) -> None:
    file = secret_picture(tmp_path / "a.jpg")
    whole = Page("a", 500, 300, 0)
    assert b"geheim" in written(tmp_path / "plain.pdf", PdfPage(str(file), whole)).read_bytes()
    pages = [PdfPage(str(file), whole, 0, (SECRET,)), PdfPage(str(file), whole)]
    out = written(tmp_path / "out.pdf", *pages)
    assert b"geheim" not in out.read_bytes()
    with Image.open(file) as image:
        expected = np.asarray(image.convert("RGB")).astype(int)
    assert np.median(np.abs(drawn(out, 1)[..., ::-1].astype(int) - expected)) <= 1
