"""Crops of many boxes come from one decode, each upright, in the right place and with its context."""

from __future__ import annotations

import math
import threading
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps

from drawing import gradient, save
from eyebox_models import picture
from eyebox_models.picture.crops import area_around
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.page import Rect
from eyebox_models.protocol.pixels import Crop, Crops


def made(file: Path, rects: list[Rect], size: int = 64, context: float = 0.2, turns: int = 0) -> Crops:
    return picture.crops(file, file.parent, rects, size, context, turns, threading.Event())


def pixels(crops: Crops, crop: Crop) -> NDArray[np.uint8]:
    data = np.fromfile(crops.file, np.uint8, 4 * crop.width * crop.height, offset=crop.offset)
    data = data.reshape(crop.height, crop.width, 4)
    assert data[..., 3].min() == 255
    return data[..., 2::-1]


def assert_shows(crops: Crops, whole: Image.Image, tolerance: int) -> None:
    assert (crops.width, crops.height) == whole.size
    for crop in crops.crops:
        part = whole.crop((crop.x1, crop.y1, crop.x2, crop.y2)).convert("RGB")
        expected = np.asarray(part.resize((crop.width, crop.height), Image.Resampling.BOX))
        assert np.abs(pixels(crops, crop).astype(int) - expected.astype(int)).max() <= tolerance


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["png", "jpg", "bmp"])
def test_upright_and_turned(tmp_path: Path, orientation: int, suffix: str, turns: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {} if suffix == "bmp" else {"exif": exif}
    file = save(gradient(901, 603), tmp_path / f"a.{suffix}", **options)
    with Image.open(file) as stored:
        upright = ImageOps.exif_transpose(stored).rotate(-90 * turns, expand=True)
    rects = [(30.0, 20.0, 60.5, 50.0), (500.0, 400.0, 590.0, 600.0), (0.0, 0.0, 603.0, 603.0)]
    crops = made(file, rects, turns=turns)
    assert_shows(crops, upright, 14)
    for rect, crop in zip(rects, crops.crops, strict=True):
        area = area_around(rect, crops.width, crops.height, 0.2)
        assert np.abs(np.subtract(area, (crop.x1, crop.y1, crop.x2, crop.y2))).max() < 8
        assert max(crop.width, crop.height) <= 64
        assert crop.x1 <= rect[0] and crop.y1 <= rect[1]


def test_small_parts_are_exact_and_not_enlarged(tmp_path: Path) -> None:
    image = gradient(300, 200)
    crops = made(save(image, tmp_path / "a.png"), [(100, 90, 105, 95), (0, 0, 10, 10), (295, 195, 300, 200)])
    assert [(c.x1, c.y1, c.x2, c.y2) for c in crops.crops] == [
        (88, 78, 117, 107), (0, 0, 22, 22), (283, 183, 300, 200),
    ]  # fmt: skip
    assert_shows(crops, image, 0)
    assert [crop.offset for crop in crops.crops] == [0, 4 * 29 * 29, 4 * (29 * 29 + 22 * 22)]
    assert Path(crops.file).stat().st_size == 4 * (29 * 29 + 22 * 22 + 17 * 17)


def test_what_lies_outside_is_empty(tmp_path: Path) -> None:
    file = save(gradient(100, 80), tmp_path / "a.jpg")
    rects = [
        (200, 0, 300, 10),
        (math.nan, 0, 10, 10),
        (-50, -50, -1, -1),
        (90, 70, 900, 900),
        (20, 20, 10, 10),
    ]
    crops = made(file, rects).crops
    assert [(c.width, c.height) for c in crops[:3]] == [(0, 0)] * 3
    assert (crops[3].x2, crops[3].y2) == (100, 80) and crops[4].width > 10
    assert made(file, []).crops == ()
    assert made(file, rects[:3]).crops[0].width == 0


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_parts_of_a_large_picture_take_little_memory(tmp_path: Path, suffix: str) -> None:
    image = gradient(6000, 4000)
    crops = made(
        save(image, tmp_path / f"a.{suffix}"), [(0, 0, 6000, 4000), (2000, 1000, 5000, 3900)], size=48
    )
    assert max(crops.crops[0].width, crops.crops[0].height) == 48
    assert_shows(crops, image, 12)


def test_transparent_parts_are_shown_on_their_ground(tmp_path: Path) -> None:
    image = Image.new("RGBA", (64, 64), (250, 250, 250, 0))
    image.paste((250, 250, 250, 128), (20, 20, 44, 44))
    crops = made(save(image, tmp_path / "a.png"), [(20, 20, 44, 44)])
    assert pixels(crops, crops.crops[0])[0, 0].tolist() == [0, 0, 0]


def test_leaves_nothing_when_it_cannot(tmp_path: Path) -> None:
    file = save(gradient(400, 300), tmp_path / "a.png")
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        picture.crops(file, tmp_path, [(0, 0, 9, 9)], 64, 0.2, 0, stop)
    with pytest.raises(EyeboxError):
        picture.crops(tmp_path / "gone.png", tmp_path, [(0, 0, 9, 9)], 64, 0.2, 0, threading.Event())
    with pytest.raises(EyeboxError):
        picture.crops(file, tmp_path / "nowhere", [(0, 0, 9, 9)], 64, 0.2, 0, threading.Event())
    assert [one.name for one in tmp_path.iterdir()] == ["a.png"]
