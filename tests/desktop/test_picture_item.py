"""Decoded pictures, mapped from a file and painted on the canvas."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from eyebox.canvas.picture_item import PictureItem
from eyebox.picture_map import PixelMap
from eyebox.theme.theme import Theme
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.pixels import Level, Pixels

RED, GREEN, BLUE = b"\x00\x00\xff\xff", b"\x00\xff\x00\xff", b"\xff\x00\x00\xff"
PADDING = 12


def write_pixels(
    file: Path, width: int, height: int, colours: dict[int, bytes], preview: bool = False
) -> Pixels:
    """A pixel file with one plain colour a level, its rows padded; its first pixel is blue at every level."""
    levels, data = [], bytearray(b"head")
    for factor, colour in colours.items():
        across, down = max(width // factor, 1), max(height // factor, 1)
        levels.append(Level(factor, across, down, across * 4 + PADDING, len(data)))
        rows = bytearray((colour * across + b"\x00" * PADDING) * down)
        rows[:4] = BLUE
        data += rows
    file.write_bytes(data)
    return Pixels("a.png", str(file), width, height, tuple(levels), preview=preview)


def painted(item: PictureItem, source: QRectF, width: int, height: int) -> QImage:
    scene = QGraphicsScene()
    scene.addItem(item)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    scene.render(painter, QRectF(0, 0, width, height), source)
    painter.end()
    scene.removeItem(item)
    return image


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme()


def test_the_level_fits_the_zoom(tmp_path: Path) -> None:
    pixels = write_pixels(tmp_path / "p", 101, 81, {1: RED, 2: GREEN, 4: BLUE})
    pixel_map = PixelMap(pixels)

    assert [pixel_map.level_for(scale).factor for scale in (8, 1, 0.75, 0.5, 0.3, 0.25, 0.01)] == [
        1, 1, 1, 2, 2, 4, 4,
    ]  # fmt: skip
    pixel_map.close()


def test_images_share_the_file_and_crops_outlive_it(tmp_path: Path) -> None:
    pixel_map = PixelMap(write_pixels(tmp_path / "p", 40, 30, {1: RED, 2: GREEN}))
    fine = pixel_map.image(pixel_map.levels[0])

    assert (fine.width(), fine.height()) == (40, 30)
    assert fine.pixelColor(0, 0) == QColor("blue")
    assert fine.pixelColor(39, 29) == QColor("red")
    part = pixel_map.image(pixel_map.levels[1], QRect(10, 10, 100, 100))
    assert (part.width(), part.height()) == (10, 5)
    crop = pixel_map.crop(QRect(-5, -5, 10, 10))
    assert pixel_map.crop(QRect(500, 500, 5, 5)).isNull()
    pixel_map.close()
    assert crop.size().toTuple() == (5, 5)
    assert crop.pixelColor(0, 0) == QColor("blue")


def test_a_crop_of_a_preview_has_the_size_of_the_original(tmp_path: Path) -> None:
    pixel_map = PixelMap(write_pixels(tmp_path / "p", 400, 300, {8: RED}, preview=True))

    assert pixel_map.crop(QRect(100, 100, 60, 40)).size().toTuple() == (60, 40)
    pixel_map.close()


def test_what_cannot_be_mapped_is_refused_with_a_sentence(tmp_path: Path) -> None:
    good = write_pixels(tmp_path / "good", 40, 30, {1: RED})
    cut = write_pixels(tmp_path / "cut", 40, 30, {1: RED})
    (tmp_path / "cut").write_bytes((tmp_path / "cut").read_bytes()[:-20])
    (tmp_path / "empty").write_bytes(b"")
    wrong = Level(1, 40, 30, 8, 4)
    for pixels in (
        cut,
        Pixels("a", str(tmp_path / "none"), 40, 30, good.levels),
        Pixels("a", str(tmp_path / "empty"), 40, 30, good.levels),
        Pixels("a", good.file, 40, 30, (wrong,)),
        Pixels("a", good.file, 40, 30, ()),
    ):
        with pytest.raises(EyeboxError, match="open the picture again"):
            PixelMap(pixels)


def test_a_file_cut_short_later_does_not_end_the_program(tmp_path: Path, theme: Theme) -> None:
    pixel_map = PixelMap(write_pixels(tmp_path / "p", 40, 30, {1: RED}))
    item = PictureItem(theme)
    item.set_map(pixel_map)
    with (tmp_path / "p").open("r+b") as file:
        file.truncate(10)

    painted(item, QRectF(0, 0, 40, 30), 40, 30)

    assert "open the picture again" in item.problem
    pixel_map.close()
    with pytest.raises(EyeboxError):
        pixel_map.image(pixel_map.levels[0])


def test_closing_deletes_the_file_only_when_asked_to(tmp_path: Path) -> None:
    for name, delete in (("kept", False), ("gone", True)):
        pixel_map = PixelMap(write_pixels(tmp_path / name, 4, 3, {1: RED}), delete_on_close=delete)
        assert pixel_map.is_open
        pixel_map.close()
        pixel_map.close()
        assert not pixel_map.is_open
        assert (tmp_path / name).exists() is not delete


def test_scene_coordinates_are_original_pixels_at_every_level(tmp_path: Path, theme: Theme) -> None:
    item = PictureItem(theme)
    full = PixelMap(write_pixels(tmp_path / "p", 400, 300, {1: RED, 4: GREEN}))
    preview = PixelMap(write_pixels(tmp_path / "q", 400, 300, {8: GREEN}, preview=True))

    item.set_map(full)
    assert item._rect == QRectF(0, 0, 400, 300)
    assert painted(item, QRectF(100, 100, 50, 50), 50, 50).pixelColor(25, 25) == QColor("red")
    small = painted(item, QRectF(0, 0, 400, 300), 100, 75)
    assert small.pixelColor(98, 73) == QColor(0, 255, 0)
    item.set_map(preview)
    assert item._rect == QRectF(0, 0, 400, 300)
    assert painted(item, QRectF(300, 200, 99, 99), 99, 99).pixelColor(90, 90) == QColor(0, 255, 0)
    item.set_map(None)
    assert item.boundingRect().isEmpty()
    assert painted(item, QRectF(0, 0, 400, 300), 10, 10).pixelColor(5, 5) == QColor("white")
    full.close()
    preview.close()


def see_through(file: Path, dark: bool) -> PixelMap:
    """A picture of 200 x 100 that is red on its left half and empty on the right one."""
    row = RED * 100 + b"\x00\x00\xff\x00" * 100
    file.write_bytes(row * 100)
    level = Level(1, 200, 100, 800, 0)
    return PixelMap(Pixels("a.png", str(file), 200, 100, (level,), transparent=True, dark_ground=dark))


@pytest.mark.parametrize("dark", [False, True])
def test_squares_show_through_a_transparent_picture(tmp_path: Path, theme: Theme, dark: bool) -> None:
    role = "checks_dark" if dark else "checks_light"
    checks = {theme.color(role).name(), theme.color(f"{role}_other").name()}
    pixel_map = see_through(tmp_path / "p", dark)
    item = PictureItem(theme)
    item.set_map(pixel_map)
    for zoom in (0.5, 1, 3):
        image = painted(item, QRectF(0, 0, 200, 100), round(200 * zoom), round(100 * zoom))
        width, height = image.width(), image.height()
        row = [image.pixelColor(x, height // 2).name() for x in range(width // 2 + 3, width - 3)]
        assert set(row) == checks and image.pixelColor(width // 4, height // 2) == QColor("red")
        same = [len(list(run)) for _colour, run in groupby(row)][1:-1]
        assert set(same) == {8}, "squares keep their size on the screen"
    pixel_map.close()


def test_the_squares_move_with_the_picture(tmp_path: Path, theme: Theme) -> None:
    pixel_map = see_through(tmp_path / "p", dark=False)
    item = PictureItem(theme)
    item.set_map(pixel_map)
    still = painted(item, QRectF(100, 0, 90, 90), 90, 90)
    moved = painted(item, QRectF(105, 3, 85, 87), 85, 87)
    assert moved.copy(0, 0, 80, 80) == still.copy(5, 3, 80, 80)
    pixel_map.close()


def test_single_pixels_are_crisp_when_enlarged_and_smooth_below(tmp_path: Path, theme: Theme) -> None:
    item = PictureItem(theme)
    pixel_map = PixelMap(write_pixels(tmp_path / "p", 10, 10, {1: RED}))
    item.set_map(pixel_map)

    crisp = painted(item, QRectF(0, 0, 10, 10), 80, 80)
    smooth = painted(item, QRectF(0, 0, 10, 10), 30, 30)

    assert crisp.pixelColor(7, 4) == QColor("blue")
    assert crisp.pixelColor(9, 4) == QColor("red")
    assert {smooth.pixelColor(x, 1).name() for x in range(1, 8)} - {"#0000ff", "#ff0000"}
    pixel_map.close()


def test_pixels_beyond_the_reach_of_fixed_point_numbers_are_right(tmp_path: Path, theme: Theme) -> None:
    item = PictureItem(theme)
    pixel_map = PixelMap(write_pixels(tmp_path / "p", 3, 70_000, {1: RED}))
    item.set_map(pixel_map)

    image = painted(item, QRectF(0, 69_990, 3, 10), 9, 30)

    assert image.pixelColor(4, 15) == QColor("red")
    pixel_map.close()
