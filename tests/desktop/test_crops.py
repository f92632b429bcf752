"""Crops for the contact sheet: in the order of need, one decode a picture, bounded, never those of before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from eyebox.crop_images import CropImage, CropOf
from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.workspace import crops as module
from eyebox.workspace.crops import Crops
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.picture_requests import MakeCrops

SIZE = 64


class Place:
    """A lane with pictures, and what the lane was asked for."""

    def __init__(self, lane: Lane, folder: Path) -> None:
        self.lane = lane
        self.folder = folder / "crops"
        self.folder.mkdir()
        self.pictures: dict[str, Picture] = {}
        self.asked: list[MakeCrops] = []
        self.crops = Crops((lane,), self.pictures.get, lambda: str(self.folder))
        lane.started.connect(self._on_started)
        for name, colour in (("red", (255, 0, 0)), ("green", (0, 255, 0)), ("blue", (0, 0, 255))):
            file = folder / f"{name}.png"
            Image.new("RGB", (400, 300), colour).save(file)
            self.pictures[name] = Picture(str(file))

    def _on_started(self, job: JobHandle) -> None:
        assert isinstance(job.request, MakeCrops)
        self.asked.append(job.request)

    def colour(self, crop: CropOf) -> tuple[int, int, int] | None:
        got = self.crops.get(crop)
        if got is None:
            return None
        colour = got.image.pixelColor(got.image.width() // 2, got.image.height() // 2)
        return colour.red(), colour.green(), colour.blue()


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    lane = Lane("picture", tmp_path / "picture.log")
    yield Place(lane, tmp_path)
    lane.close()


def crop_of(picture: str, at: int = 0, size: int = SIZE) -> CropOf:
    return CropOf(picture, (at, at, at + 40, at + 40), size)


def test_what_is_in_sight_comes_first_with_all_that_is_wanted_of_its_picture(
    qtbot: QtBot, place: Place
) -> None:
    shown = [crop_of("green"), crop_of("red"), crop_of("green", 50)]
    ahead = [crop_of("blue"), crop_of("green", 100), crop_of("blue", 9)]
    place.crops.want(shown, ahead)
    qtbot.waitUntil(lambda: all(map(place.crops.get, [*shown, *ahead])))
    assert [Path(one.path).stem for one in place.asked] == ["green", "red", "blue"]
    assert [len(one.rects) for one in place.asked] == [3, 1, 2]
    assert [place.colour(one) for one in shown] == [(0, 255, 0), (255, 0, 0), (0, 255, 0)]
    got = place.crops.get(shown[2])
    assert got is not None and got.area == (38, 38, 102, 102)
    assert not list(place.folder.iterdir())
    place.crops.want(ahead, shown)
    assert not place.lane.busy()  # nothing is made twice


def test_a_changed_box_and_a_turned_picture_get_a_new_crop(qtbot: QtBot, place: Place) -> None:
    place.crops.want([crop_of("red")])
    qtbot.waitUntil(lambda: place.colour(crop_of("red")) is not None)
    assert place.crops.get(crop_of("red", 5)) is None
    place.pictures["red"] = Picture(place.pictures["red"].path, turns=1)
    assert place.crops.get(crop_of("red")) is None
    place.crops.want([crop_of("red")])
    qtbot.waitUntil(lambda: place.colour(crop_of("red")) is not None)
    assert place.asked[-1].turns == 1


def test_missing_pictures_say_so_and_are_tried_again(qtbot: QtBot, place: Place) -> None:
    file = Path(place.pictures["red"].path)
    away = file.rename(file.with_suffix(".away"))
    gone = CropOf("nobody", (0, 0, 9, 9), SIZE)
    place.crops.want([crop_of("red"), gone, crop_of("blue")])
    qtbot.waitUntil(lambda: place.colour(crop_of("blue")) is not None)
    assert "red.png" in place.crops.problem(crop_of("red"))
    assert place.crops.problem(gone) == "The picture was removed."
    assert not place.crops.problem(crop_of("blue"))
    away.rename(file)
    place.crops.want([crop_of("blue")])
    place.crops.want([crop_of("red")])
    qtbot.waitUntil(lambda: place.colour(crop_of("red")) is not None)
    assert not place.crops.problem(crop_of("red"))


def test_what_comes_too_late_is_deleted(qtbot: QtBot, place: Place) -> None:
    place.crops.want([crop_of("red"), crop_of("blue")])
    place.crops.clear()
    qtbot.waitUntil(lambda: not place.lane.busy())
    qtbot.waitUntil(lambda: not list(place.folder.iterdir()))
    assert place.crops.get(crop_of("red")) is None
    place.crops.want([crop_of("green")])
    qtbot.waitUntil(lambda: place.colour(crop_of("green")) is not None)


def test_what_is_in_sight_takes_two_engines_and_what_is_ahead_one(
    qtbot: QtBot, place: Place, tmp_path: Path
) -> None:
    other = Lane("picture", tmp_path / "other.log")
    asked: list[str] = []
    other.started.connect(lambda job: asked.append(Path(job.request.path).stem))
    crops = Crops((place.lane, other), place.pictures.get, lambda: str(place.folder))
    shown = [crop_of("red"), crop_of("green")]
    crops.want(shown, [crop_of("blue")])
    qtbot.waitUntil(lambda: all(map(crops.get, [*shown, crop_of("blue")])))
    assert asked == ["green"] and [Path(one.path).stem for one in place.asked] == ["red", "blue"]
    crops.clear()
    other.close()


def test_what_others_stop_is_not_begun_again(qtbot: QtBot, place: Place) -> None:
    place.crops.want([crop_of("red"), crop_of("blue"), crop_of("green")])
    place.lane.stop_all()
    qtbot.waitUntil(lambda: not place.lane.busy())
    place.crops.want([crop_of("red"), crop_of("blue"), crop_of("green")])
    place.lane.close()
    assert not place.lane.busy()


def test_so_many_bytes_are_kept(qtbot: QtBot, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    one = 4 * SIZE * SIZE
    monkeypatch.setattr(module, "LIMIT", 3 * one)
    middle = [CropOf("red", (100.0 + n, 100, 140.0 + n, 140), SIZE) for n in range(4)]
    for crop in middle:
        place.crops.want([crop])
        qtbot.waitUntil(lambda crop=crop: place.crops.get(crop) is not None)
    assert [place.crops.get(crop) is not None for crop in middle] == [False, True, True, True]
    # of what is ahead only as much is made as there is room for
    place.crops.want(
        [middle[0]], [CropOf("blue", (100.0 + n, 100, 140.0 + n, 140), SIZE + n) for n in range(9)]
    )
    qtbot.waitUntil(lambda: place.crops.get(middle[0]) is not None)
    qtbot.waitUntil(lambda: not place.lane.busy())
    assert len([asked for asked in place.asked if "blue" in asked.path]) in (2, 3)  # one may be on its way


def test_an_image_is_read_only_when_its_file_is_whole(place: Place) -> None:
    from eyebox.crop_images import read_crops
    from eyebox_models.protocol.errors import EyeboxError
    from eyebox_models.protocol.pixels import Crop
    from eyebox_models.protocol.pixels import Crops as Made

    file = place.folder / "a.crops"
    file.write_bytes(np.full((3, 2, 4), 7, np.uint8).tobytes())
    crops = Made("a", str(file), 9, 9, (Crop(0, 0, 2, 3, 2, 3, 0), Crop(0, 0, 0, 0, 0, 0, 24)))
    first, second = read_crops(crops)
    assert first.image.size().toTuple() == (2, 3) and second == CropImage(second.image, (0, 0, 0, 0))
    assert second.image.isNull()
    file.write_bytes(b"short")
    with pytest.raises(EyeboxError):
        read_crops(crops)
