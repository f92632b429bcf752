"""Damaged files of texts, tables and conversations: read as far as they go or refused with a sentence, never a crash."""

import json
import random
from math import isfinite

import pytest

from eyebox.formats import format_named, load_from, table_csv
from eyebox.formats.export import SessionExport
from eyebox.session.types import PictureContent, SessionInfo
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from session_samples import make_picture
from sinks import dumped

QUAD = ((0.5, 1.0), (9.0, 0.0), (10.0, 11.0), (1.0, 12.0))
WORDS = (
    b"null", b"[]", b"{}", b'"x"', b"-1", b"1e999", b"NaN", b"true", b"\t", b"\n", b"<", b'"', b"\\", b"\xff", b"\x00",
    b"[[", b"}]", b"<box>", b"<bbox>", b"'", b",,", b"9" * 400, b"0", b'{"value": 5}',
)  # fmt: skip


@pytest.mark.parametrize("name", ["ppocr", "hocr", "csv", "swift", "internvl", "qwenvl"])
def test_damaged_files_are_refused_or_read_as_far_as_they_go(name, tmp_path):
    boxes = (Box("狗 a", 1, 2, 30, 40.5, 0.5), Box("b", 0, 0, 10, 12, points=QUAD, kind="quad"))
    pictures = [PictureContent(make_picture("s", f"{n}.png"), boxes[: n % 3]) for n in range(4)]
    whole = dumped(format_named(name), SessionExport(SessionInfo("s", "S", 0, 0), pictures)).encode()
    chance = random.Random(7)
    file = tmp_path / "a.txt"
    outcomes = {"read": 0, "refused": 0}
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at] ^= 1 << chance.randrange(8)
                case 1:
                    del data[at : at + chance.randrange(40)]
                case 2:
                    data[at : at + chance.randrange(6)] = chance.choice(WORDS)
                case _:
                    del data[at:]
            data = data or bytearray(b"x")
        file.write_bytes(data)
        try:
            for one in load_from([format_named(name)], file):
                for box in one.boxes:
                    assert all(map(isfinite, box.xyxy)) and box.x1 <= box.x2 and box.y1 <= box.y2
                    assert box.score is None or isfinite(box.score)
                assert one.width >= 0 and one.height >= 0
            outcomes["read"] += 1
        except EyeboxError as error:
            assert "a.txt" in str(error)
            outcomes["refused"] += 1
    assert outcomes["read"] > 8


def test_lines_of_whole_numbers_are_told_from_labels_at_once():
    numbers = b"0" + b" 1000" * 60
    assert format_named("yolo").sniff(numbers)
    assert not format_named("yolo").sniff(numbers + b" sum")
    assert table_csv.safe_cell("-" + "1" * 100_000 + "x").startswith("'-")


@pytest.mark.parametrize("address", ["http://a]b/x.png", "http://exa\uff03mple/x.png", "http://[::1/x.png"])
def test_an_address_that_is_none_is_a_name(address, tmp_path):
    file = tmp_path / "a.json"
    file.write_text(json.dumps([{"data": {"image": address}, "annotations": []}]), "utf-8")
    (picture,) = load_from([format_named("labelstudio")], file)
    assert picture.name and not picture.path


def test_dates_in_the_yaml_of_a_dataset_can_be_kept(tmp_path):
    (tmp_path / "data.yaml").write_text(
        "names: [a]\ndate: 2024-01-31\nbytes: !!binary aGk=\nby: {2024-01-31: x}\n"
    )
    (tmp_path / "a.txt").write_text("0 .5 .5 .1 .1\n")
    (picture,) = load_from([format_named("yolo")], tmp_path)
    assert '"2024-01-31"' in json.dumps(dict(picture.extras))


def test_a_listed_picture_that_is_not_there_is_one_without_boxes(tmp_path):
    (tmp_path / "data.yaml").write_text("names: [a]\ntrain: train.txt\n")
    (tmp_path / "train.txt").write_text("./png\n")
    (picture,) = load_from([format_named("yolo")], tmp_path)
    assert not picture.path and not picture.boxes
