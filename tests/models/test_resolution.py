"""Lines are looked for on a smaller copy of a large or soft picture only where all that stands on it is large enough."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from eyebox_models.ocr import resolution
from eyebox_models.ocr.quads import Quad, size
from eyebox_models.ocr.tiles import Band, find_lines
from eyebox_models.picture.array import PictureArray, array_of


class Detector:
    """Finds one line, of a height in pixels of the whole picture, and remembers on which sizes it looked."""

    def __init__(self, height: float, width: int) -> None:
        self._height, self._width = height, width
        self.looked_at: list[int] = []

    def __call__(self, picture: PictureArray, _check: object, times: int = 1) -> Iterator[Band]:
        self.looked_at.append(picture.width)
        assert picture.width * times == self._width
        x, y, wide, high = 100.0, 50.0, 600.0, self._height
        quad: Quad = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
        yield Band([quad], 0.0, 1.0)


@pytest.mark.parametrize(
    ("shape", "height", "sizes"),
    [
        ((2000, 1600), 30.0, [800]),
        ((2000, 1600), 20.0, [800, 1600]),
        ((1000, 800), 30.0, [800]),
        ((5000, 4800), 300.0, [4800]),
    ],
    ids=["large print", "small print", "a small picture", "more than is held in memory"],
)
def test_a_copy_is_looked_at_where_that_is_enough(
    monkeypatch: pytest.MonkeyPatch, shape: tuple[int, int], height: float, sizes: list[int]
) -> None:
    picture = array_of(np.full((*shape, 3), 255, np.uint8))
    detector = Detector(height, shape[1])
    monkeypatch.setattr(resolution, "find_lines", detector)
    [band] = resolution.find_lines_smaller(picture, lambda: None)
    assert detector.looked_at == sizes
    assert size(band.quads[0]) == pytest.approx((600.0, height))
    assert band.quads[0][0] == pytest.approx((100.0, 50.0))


def bars(width: int) -> NDArray[np.uint8]:
    """Dark bars as wide as their gaps, as a camera sees them, 1000 x 800."""
    import cv2

    rows = np.where(np.arange(800) // width % 2, 230, 40).astype(np.uint8)
    page = np.repeat(np.broadcast_to(rows, (1000, 800))[..., None], 3, axis=2)
    return np.asarray(cv2.GaussianBlur(np.ascontiguousarray(page), (0, 0), 1.2), np.uint8)


@pytest.mark.parametrize(
    ("width", "height", "sizes"), [(14, 30.0, [400]), (14, 15.0, [400, 800]), (3, 30.0, [800])]
)
def test_so_is_a_soft_picture(
    monkeypatch: pytest.MonkeyPatch, width: int, height: float, sizes: list[int]
) -> None:
    detector = Detector(height, 800)
    monkeypatch.setattr(resolution, "find_lines", detector)
    list(resolution.find_lines_smaller(array_of(bars(width)), lambda: None))
    assert detector.looked_at == sizes
    assert not resolution.is_soft(array_of(np.full((1000, 800, 3), 255, np.uint8)))


def test_lines_of_a_soft_picture_are_found_where_they_are() -> None:
    import cv2

    page = np.full((800, 900, 3), 235, np.uint8)
    for number in range(4):
        cv2.putText(
            page, "The quick brown fox", (60, 140 + 170 * number), cv2.FONT_HERSHEY_SIMPLEX, 2.2, (40,) * 3, 6
        )
    picture = array_of(np.asarray(cv2.GaussianBlur(page, (0, 0), 2.5), np.uint8))
    assert resolution.is_soft(picture)
    whole, small = (
        sorted(
            (quad for band in find(picture, lambda: None) for quad in band.quads), key=lambda quad: quad[0][1]
        )
        for find in (find_lines, resolution.find_lines_smaller)
    )
    assert len(whole) == len(small) == 4
    assert np.abs(np.array(whole) - np.array(small)).max() < 12
