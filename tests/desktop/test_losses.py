"""What a format leaves out is counted before it is written; folders of files are read whole."""

import json

import pytest

from eyebox import formats
from eyebox.formats.export import ChatExport, NamesSink, SessionExport, folder_sink, text_file
from eyebox.formats.losses import FIELDS, kinds_in, losses
from eyebox.session.types import ChatRecord, PictureContent, SessionInfo
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from session_samples import make_page, make_picture, make_turn

SESSION = SessionInfo("s", "Receipts", 1.0, 2.0)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


def make_export(*pictures, chats=()):
    return SessionExport(SESSION, pictures, chats)


def said(name, export):
    return [str(sentence) for sentence in losses(name, kinds_in(export))]


def test_each_format_says_what_it_leaves_out():
    leaning = Box("a", 0, 0, 9, 9, points=((0, 1), (9, 0), (9, 8), (1, 9)), kind="polygon")
    plain, circle = (
        Box("b", 390, 0, 410, 9, score=0.5),
        Box("c", 0, 0, 4, 4, points=((2, 2), (4, 2)), kind="circle"),
    )
    extras = {
        plain.id: {"crowd": True, "attributes": {"color": "red"}},
        leaning.id: {"difficult": True, "description": "odd"},
        "gone": {"crowd": True},
        "": {"coco": {"license": 3}},
    }
    full = PictureContent(make_picture("s"), (leaning, plain, circle), make_page("text"), extras)
    export = make_export(
        full,
        PictureContent(make_picture("s", width=0)),
        chats=(ChatExport(ChatRecord("c", "s"), (make_turn("c", "?"),)),),
    )
    assert said("coco", export) == [
        "circles, lines and points: 1",
        "boxes marked as difficult: 1",
        "boxes with a description, a group or flags: 1",
    ]
    assert said("text", export) == ["boxes: 3"]
    assert said("hocr", export)[0] == "boxes on pictures whose text was read: 3"
    assert "fields of COCO boxes alone: 1" in said("labelme", export)
    assert said("coco", make_export()) == []
    (sentence,) = losses("text", kinds_in(export))
    assert sentence.values["what"].code == "lost-boxes" and sentence.values["count"] == 3


@pytest.mark.parametrize(
    ("name", "file", "count"),
    [
        ("coco", {"categories": [{"id": 1, "name": "cat", "supercategory": ""}], "last_ids": [1, 1]}, 0),
        ("coco", {"categories": [{"id": 1, "name": "cat", "supercategory": "animal"}]}, 1),
        ("coco", {"categories": [], "info": {"year": 2026}}, 1),
        ("yolo", {"names": ["cat"]}, 0),
        ("cvat", [["version", {}, "1.1", []]], 1),
    ],
)
def test_the_labels_that_a_file_lists_are_nothing_another_lacks(name, file, count):
    """Each COCO file lists them: no other format would do with --strict."""
    content = PictureContent(make_picture("s"), (Box("cat", 0, 0, 9, 9),), None, {"": {name: {"file": file}}})
    assert kinds_in(make_export(content)).get(FIELDS + name, 0) == count


def labelme_file(folder, name, **more):
    folder.mkdir(parents=True, exist_ok=True)
    shape = {"label": "x", "points": [[1, 2], [3, 4]], "shape_type": "rectangle"}
    (folder / name).write_text(
        json.dumps({"shapes": [shape], "imagePath": "a.png", "imageData": None} | more)
    )


def test_a_folder_of_files_is_read_whole(tmp_path):
    labelme_file(tmp_path / "b" / "deep", "2.json")
    labelme_file(tmp_path / "b", "1.json")
    labelme_file(tmp_path / ".hidden", "3.json")
    (tmp_path / "a.json").write_text('{"something": "else"}')
    assert formats.holds_annotations(tmp_path) and not formats.holds_annotations(tmp_path / "nowhere")
    assert len(list(formats.load_annotations(tmp_path))) == 2
    labelme_file(tmp_path, "c.json", shapes=5)
    labelme_file(tmp_path, "d.json", shapes=6)
    read = []
    (empty := tmp_path / "empty").mkdir()
    with pytest.raises(EyeboxError, match=r"can't be read: 2. The first: .*c.json") as error:
        read.extend(formats.load_annotations(tmp_path))
    assert "d.json" in error.value.detail
    with pytest.raises(EyeboxError, match="No file of boxes"):
        list(formats.load_annotations(empty))


def test_a_folder_of_files_is_written_below(tmp_path):
    names = NamesSink()
    with folder_sink(tmp_path) as sink:
        for one in (sink, names):
            with text_file(one, "labels/day 1/a.txt") as out:
                out.write("1")
            assert one.wants("b.txt") is (one is sink)
    assert (tmp_path / "labels" / "day 1" / "a.txt").read_text() == "1"
    assert names.names == ["labels/day 1/a.txt", "b.txt"]
    (tmp_path / "file").write_text("mine")
    with folder_sink(tmp_path) as sink, pytest.raises(EyeboxError, match="file"), sink.file("file/a.txt"):
        pass
