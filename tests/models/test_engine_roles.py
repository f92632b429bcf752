"""What the engines of pictures and of the reader do when they are asked over the wire."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from engines import asking
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.events import End, LinesFound, Progress, TextDelta
from eyebox_models.protocol.picture_requests import Decode, MakeCrops, MakeThumbnail, Read
from eyebox_models.protocol.pixels import Pixels


@pytest.fixture
def picture(tmp_path):
    image = Image.new("RGB", (400, 90), "white")
    ImageDraw.Draw(image).text((20, 25), "Salmon Burger 12", fill="black", font=ImageFont.load_default(32))
    file = tmp_path / "menu 图.png"
    image.save(file)
    return str(file)


@pytest.fixture
def start(tmp_path):
    engines = []

    def make(role):
        engines.append(EngineProcess(role, tmp_path / "log"))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


def test_pictures_are_decoded_and_made_small(start, picture, tmp_path):
    engine = start("picture")
    events = []
    end = engine.run("1", Decode(picture, str(tmp_path)), events.append)
    assert end.outcome == "done"
    assert (end.result.width, end.result.height, end.result.source) == (400, 90, picture)
    assert Path(end.result.file).stat().st_size >= 400 * 90 * 4
    assert all(isinstance(event, Progress | Pixels) for event in events)
    end = engine.run("2", MakeThumbnail(picture, str(tmp_path / "small.png"), 100), events.append)
    assert (end.result.width, end.result.height) == (400, 90)
    with Image.open(end.result.file) as small:
        assert max(small.size) == 100
    end = engine.run("3", MakeCrops(picture, str(tmp_path), ((10.0, 10.0, 60.0, 60.0),), 32), events.append)
    assert [(crop.width, crop.height) for crop in end.result.crops] == [(32, 32)]
    assert Path(end.result.file).stat().st_size == 4 * 32 * 32


def test_a_page_is_read_and_asked_about(start, picture):
    engine = start("reader")
    events = []
    end = engine.run("1", Read(picture), events.append)
    assert [line.text for line in end.result.lines] == ["Salmon Burger 12"]
    assert any(isinstance(event, LinesFound) for event in events)
    events.clear()
    end = engine.run("2", asking("reader", "find salmon", picture), events.append)
    assert end.outcome == "done"
    assert [found.box.label for found in end.result.boxes] == ["Salmon"]
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == end.result.text


def test_a_job_stopped_while_the_reader_warms_up(start, picture):
    engine = start("reader")
    engine.start()
    engine.stop("1")
    assert engine.run("1", Read(picture), lambda _event: None) == End("stopped")
    assert engine.run("2", Read(picture), lambda _event: None).outcome == "done"


@pytest.mark.parametrize("role", ["picture", "reader"])
def test_a_broken_picture_is_one_sentence(start, tmp_path, role):
    file = tmp_path / "broken.png"
    file.write_bytes(b"nothing")
    request = Read(str(file)) if role == "reader" else Decode(str(file), str(tmp_path))
    end = start(role).run("1", request, lambda _event: None)
    assert end.outcome == "failed"
    assert "broken.png" in end.message and "\n" not in end.message
