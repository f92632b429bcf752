"""The table of boxes is read back as it was written, also after a spreadsheet saved it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eyebox.formats import load_annotations, table_csv
from eyebox.formats.export import SessionExport
from eyebox.session.types import PictureContent, SessionInfo
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from session_samples import make_page, make_picture
from sinks import dumped

SESSION = SessionInfo("s", "Receipts", 1.0, 2.0)
HEADER = "picture,what,text,score,source,x1,y1,x2,y2\r\n"


def written(*pictures):
    return dumped(table_csv, SessionExport(SESSION, pictures))


def loaded(text, folder):
    (folder / "a.csv").write_text(text, encoding="utf-8", errors="replace", newline="")
    return list(load_annotations(folder / "a.csv"))


def test_boxes_pictures_and_sizes_come_back_exactly(tmp_path):
    boxes = (Box("a", 0.1, 1 / 3, 5, 7.25, score=0.123456789), Box("b", 0, 0, 1, 1, source="model"))
    pictures = (
        PictureContent(make_picture("s", "=a, b.png"), boxes, make_page("read")),
        PictureContent(make_picture("s", "empty.png", width=7, height=9)),
    )
    one, empty = loaded(written(*pictures), tmp_path)
    assert [replace(box, id="") for box in one.boxes] == [replace(box, id="") for box in boxes]
    assert (one.name, one.width, one.height) == ("=a, b.png", 400, 300)
    assert (empty.name, empty.width, empty.height, empty.boxes) == ("empty.png", 7, 9, ())


@given(label=st.text(st.characters(exclude_categories=["Cs"])) | st.text("'=+-@ 1,\"\t\r\n"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_label_comes_back(label, tmp_path):
    picture = PictureContent(make_picture("s"), (Box(label, 0, 0, 1, 1),))
    assert loaded(written(picture), tmp_path)[0].boxes[0].label == label


def test_a_turned_picture_is_written_as_its_file_shows_it(tmp_path):
    picture = PictureContent(make_picture("s", width=300, height=400, turns=1), (Box("a", 290, 0, 300, 20),))
    (read,) = loaded(written(picture), tmp_path)
    assert (read.width, read.height, read.boxes[0].xyxy) == (400, 300, (0, 0, 20, 10))


def test_what_spreadsheets_make_of_it_is_read(tmp_path):
    text = '"picture";"what";"text";"score";"source";"x1";"y1";"x2";"y2"\n"a.png";"box";"x";"0,5";"import";"1,5";2;3;4\n'
    (picture,) = loaded(text, tmp_path)
    assert [(box.label, box.score, box.xyxy) for box in picture.boxes] == [("x", 0.5, (1.5, 2, 3, 4))]


def test_rows_that_cannot_be_used_are_counted(tmp_path):
    rows = ["a.png,box,x,,,1,2,3", "a.png,box,x,,,1,2,3,nan", "a.png,box,x,,,1,2,3,1e99", "a.png,box,x,,,9,2,3,4",
            "a.png,box,x,,,,,,", "a.png,line,x,,,1,2,3,4", "a.png,box,ok,x,who,1,2,3,4"]  # fmt: skip
    (picture,) = loaded(HEADER + "\r\n".join(rows), tmp_path)
    assert [(box.label, box.score, box.source) for box in picture.boxes] == [("ok", None, "import")]
    assert list(picture.left_out.values()) == [4]
    with pytest.raises(EyeboxError, match="names no columns"):
        loaded("a,b,c\n1,2,3\n", tmp_path)
    with pytest.raises(EyeboxError, match="not a sound table"):
        loaded(HEADER + 'a.png,box,"' + "x" * 200_000, tmp_path)
