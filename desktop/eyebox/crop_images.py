"""What is seen of boxes at a glance: parts of pictures, cut out by the picture engine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Rect
from eyebox_models.protocol.pixels import Crops


@dataclass(frozen=True, slots=True)
class CropOf:
    """What is to be seen of a picture (by its id): around `rect`, at most `size` pixels long; see `MakeCrops`."""

    picture: str
    rect: Rect
    size: int
    context: float = 0.2


@dataclass(frozen=True, slots=True)
class CropImage:
    """Pixels of a crop, and which part of the picture they show; a null image where that lies outside of it."""

    image: QImage
    area: Rect

    def of(self, rect: Rect) -> QImage:
        """The pixels of a part of the picture that lies in `area`."""
        left, top, right, bottom = self.area
        across, down = self.image.width() / max(right - left, 1), self.image.height() / max(bottom - top, 1)
        x1, x2 = (round((x - left) * across) for x in (rect[0], rect[2]))
        y1, y2 = (round((y - top) * down) for y in (rect[1], rect[3]))
        return self.image.copy(x1, y1, x2 - x1, y2 - y1)


def read_crops(crops: Crops) -> list[CropImage]:
    """The crops of a file, copied out of it. Raises EyeboxError when it is gone or cut short."""
    try:
        data = Path(crops.file).read_bytes()
    except OSError as error:
        raise _unreadable(f"{crops.file}: {error}") from error
    images = []
    for crop in crops.crops:
        image = QImage()
        if crop.width and crop.height:
            stop = crop.offset + 4 * crop.width * crop.height
            if not 0 <= crop.offset < stop <= len(data):
                raise _unreadable(f"{crops.file}: {len(data)} bytes, {crop}")
            form = QImage.Format.Format_RGB32
            image = QImage(data[crop.offset : stop], crop.width, crop.height, 4 * crop.width, form).copy()
        images.append(CropImage(image, (crop.x1, crop.y1, crop.x2, crop.y2)))
    return images


def _unreadable(detail: str) -> EyeboxError:
    return EyeboxError(
        "crops-gone", "The small pictures of the boxes are gone: they will be made again.", detail=detail
    )
