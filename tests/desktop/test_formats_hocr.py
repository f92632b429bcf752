"""hOCR: pages are read back line by line, from Eyebox, from Tesseract, and from what is hardly HTML."""

from dataclasses import replace

import pytest

from eyebox.formats import hocr, load_annotations
from eyebox.formats.export import SessionExport
from eyebox.session.types import PictureContent, SessionInfo
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from session_samples import make_page, make_picture
from sinks import dumped

SESSION = SessionInfo("s", "Receipts", 1.0, 2.0)
TESSERACT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
 <head><title></title><meta name='ocr-system' content='tesseract 5.3.0' /></head>
 <body>
  <div class='ocr_page' id='page_1' title='image "scans/a b.png"; bbox 0 0 640 480; ppageno 0; scan_res 70 70'>
   <div class='ocr_carea' id='block_1_1' title="bbox 36 92 618 361">
    <p class='ocr_par' id='par_1_1' lang='eng' title="bbox 36 92 618 361">
     <span class='ocr_line' id='line_1_1' title="bbox 36 92 580 122; baseline 0 -6; x_size 30">
      <span class='ocrx_word' id='word_1_1' title='bbox 36 92 96 116; x_wconf 90'>Fish &amp;</span>
      <span class='ocrx_word' id='word_1_2' title='bbox 109 92 129 116; x_wconf 96'><strong>Chips</strong></span>
     </span>
     <span class='ocr_header' title="bbox 1 2 3 4"><br/>第二</span>
    </p>
   </div>
  </div>
  <div class='ocr_page' title='image "unknown"; bbox 0 0 10 20'>
   <span class='ocrx_word' title='bbox 1 1 5 5'>loose</span>
  </div>
 </body>
</html>
"""


def loaded(text, folder):
    (folder / "a.hocr").write_text(text, encoding="utf-8", errors="replace")
    return list(load_annotations(folder / "a.hocr"))


def written(*pictures):
    return dumped(hocr, SessionExport(SESSION, pictures))


def test_what_tesseract_writes_is_read(tmp_path):
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans" / "a b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    one, two = loaded(TESSERACT, tmp_path)
    assert (one.name, one.path, one.width, one.height) == (
        "scans/a b.png", str(tmp_path / "scans" / "a b.png"), 640, 480,
    )  # fmt: skip
    assert [(box.label, box.xyxy, box.score) for box in one.boxes] == [
        ("Fish & Chips", (36, 92, 580, 122), pytest.approx(0.93)),
        ("第二", (1, 2, 3, 4), None),
    ]
    assert [(box.label, box.xyxy) for box in two.boxes] == [("loose", (1, 1, 5, 5))]


def test_read_text_comes_back_as_boxes(tmp_path):
    page = make_page("Salmon Burger", "鮭魚 <b> & 12")
    (picture,) = loaded(written(PictureContent(make_picture("s"), (), page)), tmp_path)
    assert [box.label for box in picture.boxes] == ["Salmon Burger", "鮭魚 <b> & 12"]
    assert [box.xyxy for box in picture.boxes] == [tuple(map(round, line.box)) for line in page.lines]
    assert picture.boxes[0].score == pytest.approx(0.98)


def test_boxes_of_unread_pictures_come_back_in_whole_pixels(tmp_path):
    quad = ((0.0, 1.0), (9.0, 0.0), (10.0, 11.0), (1.0, 12.0))
    boxes = (
        Box("狗 \x00 <i>", 0.4, 10.6, 200.123, 299, score=0.504),
        Box("", 0, 0, 10, 12, points=quad, kind="quad"),
        Box("a", 5, 5, 5, 5),
    )
    pictures = (
        PictureContent(make_picture("s", 'a "b".png'), boxes),
        PictureContent(make_picture("s", "empty.png")),
    )
    one, empty = loaded(written(*pictures), tmp_path)
    assert [(box.label, box.xyxy, box.score) for box in one.boxes] == [
        ("狗 \ufffd <i>", (0, 11, 200, 299), 0.5),
        ("", (0, 0, 10, 12), None),
        ("a", (5, 5, 5, 5), None),
    ]
    assert (one.name, one.boxes[1].points, one.boxes[1].kind) == ('a "b".png', quad, "quad")
    assert (empty.name, empty.width, empty.height, empty.boxes) == ("empty.png", 400, 300, ())


def test_what_is_no_sound_html_is_read_as_far_as_it_goes(tmp_path):
    text = (
        "<body><div class='ocr_page' title='bbox 0 0 9 9'><p><span class=ocr_line title='bbox 1 2 3 4'>one</p></b>"
        "<span class=ocr_line title='bbox 1 2 x 4'>bad</span><span class=ocr_line title='bbox 9 2 3 4'>turned</span>"
        "<span class=ocr_line title='bbox 5 6 7 8; x_wconf 1e999'>open &lt;end"
    )
    (picture,) = loaded(text, tmp_path)
    assert [(box.label, box.score) for box in picture.boxes] == [("one", None), ("open <end", None)]
    assert list(picture.left_out.values()) == [2]


def test_a_document_that_would_grow_or_never_end_is_refused_or_read_plainly(tmp_path):
    bomb = '<!DOCTYPE a [<!ENTITY b "xxxxx"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    (picture,) = loaded(
        bomb + "<div class='ocr_page'><span class='ocr_line' title='bbox 1 1 2 2'>&b;&c;</span></div>",
        tmp_path,
    )
    assert picture.boxes[0].label == "&b;&c;"
    with pytest.raises(EyeboxError, match="far too long"):
        loaded("<div class='ocr_page'><span title='" + "x" * 3_000_000, tmp_path)
    with pytest.raises(EyeboxError, match="no page"):
        loaded("<html><!-- ocr_page --></html>", tmp_path)


def test_a_tag_without_an_end_is_left_out(tmp_path):
    page = "<div class='ocr_page' title='bbox 0 0 9 9'></div>"
    (tmp_path / "a.html").write_text(page + "<a " * 50_000)
    (picture,) = hocr.load(tmp_path / "a.html")
    assert (picture.width, picture.height) == (9, 9)


def test_a_page_with_text_keeps_it_and_its_boxes_are_counted_as_lost(tmp_path):
    content = PictureContent(make_picture("s"), (Box("b", 0, 0, 1, 1),), make_page("read"))
    (picture,) = loaded(written(replace(content)), tmp_path)
    assert [box.label for box in picture.boxes] == ["read"]
