"""The icon at every size that systems ask for."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from pathlib import Path

import icons
import pytest
from PIL import Image


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """A folder with all of them, and their files."""
    folder = tmp_path_factory.mktemp("icons")
    return folder, icons.icons(folder)


@pytest.mark.parametrize("size", icons.SIZES)
def test_it_is_drawn_at_every_size(size: int, laid_out: tuple[Path, list[Path]]) -> None:
    with Image.open(laid_out[0] / f"{size}x{size}" / "apps" / "eyebox.png") as picture:
        assert (picture.size, picture.mode) == ((size, size), "RGBA")
        alpha = picture.getchannel("A").histogram()
        assert alpha[255] > size * size * 0.6  # a tile...
        assert alpha[0] > 0  # ...with round corners
        colours = picture.convert("RGB").getcolors(1 << 20) or []
        assert any(min(colour) > 240 for _count, colour in colours)  # and a white eye


def test_small_ones_lie_on_whole_pixels() -> None:
    corner = [icons.drawn(16).pixelColor(x, 2).getRgb()[:3] for x in range(2, 5)]
    assert corner == [(255, 255, 255)] * 3


def test_the_scalable_one_is_that_of_the_window(laid_out: tuple[Path, list[Path]]) -> None:
    assert laid_out[1][-1].read_bytes() == icons.LARGE.read_bytes()
    assert Xml.parse(icons.LARGE).getroot().get("viewBox") == "0 0 256 256"


def test_windows_gets_all_sizes_in_one_file(tmp_path: Path) -> None:
    with Image.open(icons.program_icon(tmp_path / "eyebox.ico")) as picture:
        assert {size for size, _ in picture.info["sizes"]} == set(icons.ICO_SIZES)


def test_macos_gets_all_sizes_in_one_file(tmp_path: Path) -> None:
    with Image.open(icons.program_icon(tmp_path / "eyebox.icns")) as picture:
        assert {width * scale for width, _, scale in picture.info["sizes"]} == set(icons.ICNS_SIZES)


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    assert icons.png(48) == icons.png(48)
    first, second = (icons.program_icon(tmp_path / name).read_bytes() for name in ("a.ico", "b.ico"))
    assert first == second
