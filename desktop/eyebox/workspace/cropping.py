"""A part of a picture as a picture of its own, with the boxes and the text that lie in it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QImage

from eyebox.picture_map import PixelMap, blacked_out
from eyebox.session.types import PictureRecord
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.history import History, Step
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.redactions import Redactions
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Page, Rect

INSIDE = 0.5
"""A box with this share of its area in a part belongs to it, as far as it lies in it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What comes along with a part that is being opened. `source` is the picture that it was cut from."""

    source: str
    boxes: tuple[Box, ...]
    page: Page | None


class Cropping(QObject):
    """A part opens beside its picture and belongs to Eyebox; taking the step back removes it."""

    def __init__(
        self,
        pictures: Pictures,
        opening: Opening,
        annotations: Annotations,
        history: History,
        redactions: Redactions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._opening = opening
        self._annotations = annotations
        self._history = history
        self._redactions = redactions
        self._coming: dict[str, _Part] = {}
        """By the files that they are kept in."""
        pictures.added.connect(self._on_added)

    def image(self, picture: str, rect: Rect | None = None) -> QImage:
        """The pixels of a picture or of a part of it, grown to whole pixels; empty where they are not at hand.

        What is blacked out is black.

        Raises EyeboxError when the decoded picture is gone.
        """
        pixels = self._pictures.pixels.get(picture)
        if pixels is None:
            return QImage()
        part = _whole(rect) if rect else QRect(0, 0, pixels.width, pixels.height)
        pixel_map = PixelMap(pixels)
        try:
            image = pixel_map.crop(part)
        finally:
            pixel_map.close()
        left, top = max(part.x(), 0), max(part.y(), 0)
        covered = [one.rect for one in self._redactions.of(picture)]
        return blacked_out(image, [(x1 - left, y1 - top, x2 - left, y2 - top) for x1, y1, x2, y2 in covered])

    def crop(self, picture: str, rect: Rect, without: Collection[str] = ()) -> bool:
        """Makes a part of a picture a new one; False where its pixels are not at hand.

        `without`: ids of boxes that do not come along. Raises EyeboxError when the decoded picture is gone.
        """
        image = self.image(picture, rect)
        if image.isNull():
            return False
        record = self._pictures.records[picture]
        whole = _whole(rect).intersected(QRect(0, 0, record.width, record.height))
        part = float(whole.x()), float(whole.y()), float(whole.right() + 1), float(whole.bottom() + 1)
        boxes = [box for box in self._annotations.boxes_of(picture) if box.id not in without]
        page = self._pictures.page(picture)
        page = self._redactions.given_away(picture, page) if page is not None else None
        from eyebox_models.text.part import page_inside

        come = _Part(picture, tuple(boxes_in(boxes, part)), page_inside(page, part) if page else None)
        name = self.tr("Part of %1").replace("%1", record.name)
        self._opening.add_image(image, name, lambda file: self._coming.update({file: come}))
        return True

    @Slot(object)
    def _on_added(self, record: PictureRecord) -> None:
        part = self._coming.pop(record.path, None)
        if part is None:
            return
        pictures, id = self._pictures, record.id
        self._annotations.write(id, part.boxes)
        if part.page is not None:
            pictures.set_page(id, replace(part.page, image=record.path))
        others = [other for other in pictures.records if other != id]
        place = others.index(part.source) + 1 if part.source in others else len(others)
        pictures.arrange([*others[:place], id, *others[place:]])
        gone = [record]

        def bring_back() -> bool:
            return pictures.restore(gone, id)

        def take_away() -> bool:
            gone[:] = pictures.remove([id]) or gone
            if part.source in pictures.records:
                pictures.show(part.source)
            return True

        self._history.do(pictures.session, Step(self.tr("Crop"), bring_back, take_away))


def boxes_in(boxes: Iterable[Box], part: Rect) -> list[Box]:
    """Copies of the boxes that lie in a part of their picture, where they lie on it."""
    found = []
    width, height = part[2] - part[0], part[3] - part[1]
    for box in boxes:
        inside = box.moved(-part[0], -part[1]).inside(width, height)
        if inside.width * inside.height >= INSIDE * box.width * box.height and inside.width and inside.height:
            found.append(replace(inside, id=new_id()))
    return found


def _whole(rect: Rect) -> QRect:
    x, y = math.floor(rect[0]), math.floor(rect[1])
    return QRect(x, y, max(math.ceil(rect[2]) - x, 1), max(math.ceil(rect[3]) - y, 1))
