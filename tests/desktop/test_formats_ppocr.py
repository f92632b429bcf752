"""PP-OCR's Label.txt: written as PPOCRLabel keeps it, read as it writes it."""

import json
from dataclasses import replace

import pytest

from eyebox.formats import load_annotations, ppocr
from eyebox.formats.export import SessionExport
from eyebox.session.types import PictureContent, SessionInfo
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from session_samples import make_page, make_picture
from sinks import dumped

SESSION = SessionInfo("s", "Receipts", 1.0, 2.0)
QUAD = ((0.5, 1.0), (9.0, 0.0), (10.0, 11.0), (1.0, 12.0))


def written(*pictures, folder=""):
    return dumped(ppocr, SessionExport(SESSION, pictures, (), folder))


def loaded(text, folder):
    (folder / "Label.txt").write_text(text, encoding="utf-8")
    return list(load_annotations(folder / "Label.txt"))


def content(boxes):
    return [replace(box, id="", source="user", score=None) for box in boxes]


def test_a_line_is_a_path_a_tab_and_json_that_is_not_escaped():
    box = Box("发票 №1", 1, 2, 30, 40.5)
    text = written(PictureContent(make_picture("s"), (box,)))
    assert text == (
        'menu.png\t[{"transcription": "发票 №1", "points": [[1, 2], [30, 2], [30, 40.5], [1, 40.5]], '
        '"difficult": false}]\n'
    )


def test_pictures_beside_the_file_come_with_their_folder(tmp_path):
    folder = tmp_path / "receipts"
    folder.mkdir()
    (folder / "1.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "2.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    pictures = [
        PictureContent(make_picture("s", name, path=str(path)), (Box("a", 0, 0, 1, 1),))
        for name, path in (("1.png", folder / "1.png"), ("2.png", tmp_path / "2.png"))
    ]
    text = written(*pictures, folder=str(folder))
    assert [line.split("\t")[0] for line in text.splitlines()] == ["receipts/1.png", "../2.png"]
    assert [one.path for one in loaded(text, folder)] == [str(folder / "1.png"), str(tmp_path / "2.png")]


def test_boxes_come_back_exactly(tmp_path):
    boxes = (
        Box('鮭魚 🍔 \n "x" \t', 1 / 3, 2 / 3, 100.7, 200.123456789),
        Box("leaning", 0.5, 0, 10, 12, points=QUAD, kind="quad"),
        Box("five", 0, 0, 10, 12, points=(*QUAD[1:], (0.0, 12.0), (0.0, 1.0)), kind="polygon"),
        Box("flat", 5, 5, 5, 5),
    )
    one, empty = loaded(
        written(PictureContent(make_picture("s"), boxes), PictureContent(make_picture("s", "b.png"))),
        tmp_path,
    )
    assert content(one.boxes) == content(boxes)
    assert (one.name, empty.name, empty.boxes) == ("menu.png", "b.png", ())


def test_what_else_a_text_has_is_written_back(tmp_path):
    line = '[{"transcription": "a", "points": [[0, 0], [9, 0], [9, 9], [0, 9]], "difficult": true, "key_cls": "总额"}]'
    (picture,) = loaded(f"menu.png\t{line}\n", tmp_path)
    content = PictureContent(make_picture("s"), picture.boxes, None, picture.extras)
    assert json.loads(written(content).split("\t")[1]) == json.loads(line)


def test_read_lines_are_written_where_there_are_no_boxes():
    page = make_page("one two")
    (one,) = json.loads(written(PictureContent(make_picture("s"), (), page)).split("\t")[1])
    assert (one["transcription"], one["points"]) == ("one two", [list(point) for point in page.lines[0].quad])
    (only,) = json.loads(
        written(PictureContent(make_picture("s"), (Box("b", 0, 0, 1, 1),), page)).split("\t")[1]
    )
    assert only["transcription"] == "b"


def test_what_cannot_be_used_is_counted_or_refused(tmp_path):
    bad = [{"transcription": "a"}, {"transcription": "b", "points": [[1, "x"]]}, {"points": [[1, 2], [3, 4]]}]
    good = {"transcription": "ok", "points": [[1, 2], [3, 2], [3, 4], [1, 4]]}
    (picture,) = loaded(f"a.png\t{json.dumps([*bad, good])}\n", tmp_path)
    assert [box.label for box in picture.boxes] == ["ok"]
    assert {str(kind): count for kind, count in picture.left_out.items()} == {
        "boxes whose corners can't be used": 3
    }
    for text in ("a.png\t[]\nno tab\n", "a.png\t[]\nb.png\t[1]\n", "a.png\t[]\nb.png\t{\n"):
        with pytest.raises(EyeboxError, match="line 2"):
            loaded(text, tmp_path)
