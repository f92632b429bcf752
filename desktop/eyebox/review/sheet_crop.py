"""How a crop of a picture is painted: what it shows, the box in it, or in words why there is nothing to see."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextOption

from eyebox.crop_images import CropImage
from eyebox.theme.theme import Theme
from eyebox_models.protocol.page import Rect

RADIUS = 6.0
ENLARGED_AT_MOST = 6.0
LINE, HALO = 2.0, 1.0
ICON = 20
LEAST_OUTLINE = 6.0
"""A box that is smaller on the screen gets an outline as large: of its own one nothing would be left inside."""


@dataclass(frozen=True, slots=True)
class SheetItem:
    """A box to be judged: its `number` in the review, where it is (in pixels of the upright picture), and what it is.

    `name` is that of its picture; `verdict` is "" while it waits for one.
    """

    number: int
    picture: str
    name: str
    rect: Rect
    label: str
    score: float | None = None
    verdict: str = ""


def paint_crop(
    painter: QPainter, theme: Theme, room: QRectF, item: SheetItem, crop: CropImage | None, problem: str
) -> QRectF:
    """Paints a crop as large as there is room for, with its box. Returns where; all of the room without one.

    `problem` is why there is no crop, "" while it may come.
    """
    if crop is None or crop.image.isNull():
        if crop is not None:
            problem = QCoreApplication.translate("Sheet", "The box lies outside of the picture.")
        _paint_instead(painter, theme, room, problem)
        return room
    place = _fitted(crop, room)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    rounded = QPainterPath()
    rounded.addRoundedRect(place, RADIUS, RADIUS)
    painter.setClipPath(rounded)
    painter.drawImage(place, crop.image)
    left, top, right, _bottom = crop.area
    scale = place.width() / (right - left)
    x1, y1, x2, y2 = item.rect
    box = QRectF(
        place.left() + (x1 - left) * scale,
        place.top() + (y1 - top) * scale,
        (x2 - x1) * scale,
        (y2 - y1) * scale,
    )
    more_x, more_y = (max(LEAST_OUTLINE - side, 0) / 2 for side in (box.width(), box.height()))
    box.adjust(-more_x, -more_y, more_x, more_y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in (
        (theme.halo_color(item.label), LINE + 2 * HALO),
        (theme.label_color(item.label), LINE),
    ):
        painter.setPen(QPen(color, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(box)
    painter.restore()
    return place


def _fitted(crop: CropImage, room: QRectF) -> QRectF:
    """The place of a crop in the middle of a room; its part of the picture is not enlarged beyond measure."""
    left, top, right, bottom = crop.area
    width, height = max(right - left, 1), max(bottom - top, 1)
    scale = min(room.width() / width, room.height() / height, ENLARGED_AT_MOST)
    place = QRectF(0, 0, max(width * scale, 1), max(height * scale, 1))
    place.moveCenter(room.center())
    place.moveTopLeft(QPointF(round(place.left()), round(place.top())))
    return place


def _paint_instead(painter: QPainter, theme: Theme, room: QRectF, problem: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("hover"))
    painter.drawRoundedRect(room, RADIUS, RADIUS)
    painter.setFont(theme.font("small"))
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text = room.adjusted(8, 8, -8, -8)
    height = painter.boundingRect(text, problem, option).height() if problem else 0.0
    above = max(room.center().y() - (ICON + (6 + height if problem else 0)) / 2, room.top() + 6)
    icon = QRect(round(room.center().x() - ICON / 2), round(above), ICON, ICON)
    theme.icon("warning" if problem else "picture", "warn" if problem else "muted").paint(painter, icon)
    if problem:
        painter.setPen(theme.color("muted"))
        text.setTop(icon.bottom() + 6)
        painter.setClipRect(text)
        painter.drawText(text, problem, option)
    painter.restore()
