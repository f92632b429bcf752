"""Lines are looked for on a smaller copy of a large picture only where all that stands on it is large enough."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from eyebox_models.ocr import resolution
from eyebox_models.ocr.quads import Quad, size
from eyebox_models.ocr.tiles import Band
from eyebox_models.picture.array import PictureArray, array_of


class Detector:
    """Finds one line, of a height in pixels of the whole picture, and remembers on which sizes it looked."""

    def __init__(self, height: float, width: int) -> None:
        self._height, self._width = height, width
        self.looked_at: list[int] = []

    def __call__(self, picture: PictureArray, _check: object) -> Iterator[Band]:
        self.looked_at.append(picture.width)
        share = picture.width / self._width
        x, y, wide, high = (value * share for value in (100.0, 50.0, 600.0, self._height))
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
