"""The picture on the canvas: scene coordinates are pixels of the upright original."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from eyebox.picture_map import PixelMap
from eyebox.theme.theme import Theme
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.pixels import Level

CRISP_FROM = 4.0
"""Device pixels per original pixel from which single pixels are shown as squares."""
SHADOW = 10
"""Width of the soft shadow in device-independent pixels."""
SHADOW_ALPHA = 6
SHADOW_RINGS = 5
MARGIN = 0.05
"""Room for the shadow around the picture, as a share of its longer side (at least one pixel)."""
ONE_TO_ONE = 1e-4
"""How far from 1 the zoom of a level may be to put its pixels exactly on the screen's."""
CHECK = 8
"""Side of the squares behind a transparent picture, in device-independent pixels at any zoom."""
OVERLAP = 2
"""Level pixels painted beyond the exposed part, so that smoothing sees its neighbours."""


class PictureItem(QGraphicsItem):
    """Paints the exposed part of a picture from the stored level that fits the zoom, on squares where it is transparent.

    A picture that cannot be read any more is painted as an empty sheet; `problem` then says why.
    """

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._map: PixelMap | None = None
        self._rect = QRectF()
        self.problem = ""
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def map(self) -> PixelMap | None:
        """The picture that is shown."""
        return self._map

    def set_map(self, pixel_map: PixelMap | None) -> None:
        """Shows a picture, or none. The map stays its owner's, who closes it after another one was set."""
        rect = QRectF() if pixel_map is None else QRectF(QPointF(), QSizeF(pixel_map.size))
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self.setTransform(QTransform())
        self._map = pixel_map
        self.problem = ""
        self.update()

    def turn(self) -> None:
        """Shows the picture turned clockwise by a quarter until another map is set."""
        height = self.transform().mapRect(self._rect).height()
        self.setTransform(QTransform(0, 1, -1, 0, height, 0), combine=True)

    def _paint_shadow(self, painter: QPainter, scale: float) -> None:
        ratio = painter.device().devicePixelRatioF()
        width = min(SHADOW * ratio / scale, self._margin() / 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, SHADOW_ALPHA))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ring in range(1, SHADOW_RINGS + 1):
            reach = width * ring / SHADOW_RINGS
            path = QPainterPath()
            path.addRoundedRect(self._rect.adjusted(-reach, -reach, reach, reach), reach, reach)
            path.translate(0, width / SHADOW_RINGS)
            path.addRect(self._rect)
            painter.drawPath(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_border(self, painter: QPainter) -> None:
        pen = QPen(self._theme.color("border"), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._rect)

    def _paint_checks(self, painter: QPainter, exposed: QRectF, dark: bool) -> None:
        """Squares that begin at the picture's corner, so that they move with it."""
        transform, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
        area = QRectF(transform.mapRect(exposed).toAlignedRect())
        corner = transform.map(self._rect.topLeft())
        side = max(round(CHECK * ratio), 1)
        tile = QPixmap(2 * side, 2 * side)
        role = "checks_dark" if dark else "checks_light"
        tile.fill(self._theme.color(role))
        on_tile = QPainter(tile)
        for x, y in ((side, 0), (0, side)):
            on_tile.fillRect(x, y, side, side, self._theme.color(f"{role}_other"))
        on_tile.end()
        tile.setDevicePixelRatio(ratio)
        period = 2 * side / ratio
        left, top = (
            (near - round(begin * ratio) / ratio) % period
            for near, begin in ((area.left(), corner.x()), (area.top(), corner.y()))
        )
        painter.save()
        painter.setClipRect(exposed, Qt.ClipOperation.IntersectClip)
        painter.resetTransform()
        painter.drawTiledPixmap(area, tile, QPointF(left, top))
        painter.restore()

    def _paint_pixels(self, painter: QPainter, exposed: QRectF, scale: float, pixel_map: PixelMap) -> None:
        level = pixel_map.level_for(scale)
        part = self._part(level, exposed)
        image = pixel_map.image(level, part)
        if pixel_map.pixels.transparent:
            self._paint_checks(painter, exposed, pixel_map.pixels.dark_ground)
        across, down = self._rect.width() / level.width, self._rect.height() / level.height
        target = QRectF(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        if abs(scale * across - 1) < ONE_TO_ONE:
            corner = painter.deviceTransform().map(target.topLeft())
            target.translate(
                (round(corner.x()) - corner.x()) / scale, (round(corner.y()) - corner.y()) / scale
            )
        smooth = scale < CRISP_FROM or pixel_map.pixels.preview
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(target, image, QRectF(image.rect()))

    def _part(self, level: Level, exposed: QRectF) -> QRect:
        across, down = level.width / self._rect.width(), level.height / self._rect.height()
        left, top = math.floor(exposed.left() * across), math.floor(exposed.top() * down)
        right, bottom = math.ceil(exposed.right() * across), math.ceil(exposed.bottom() * down)
        part = QRect(left, top, right - left, bottom - top)
        grown = part.adjusted(-OVERLAP, -OVERLAP, OVERLAP, OVERLAP)
        return grown.intersected(QRect(0, 0, level.width, level.height))

    def _margin(self) -> float:
        return max(MARGIN * max(self._rect.width(), self._rect.height()), 1.0)

    def boundingRect(self) -> QRectF:
        if self._rect.isEmpty():
            return QRectF()
        margin = self._margin()
        return self._rect.adjusted(-margin, -margin, margin, margin)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self._map is None:
            return
        transform = painter.deviceTransform()
        scale = math.hypot(transform.m11(), transform.m12())
        exposed = QRectF(option.exposedRect)
        if scale <= 0:
            return
        if not self._rect.contains(exposed):
            self._paint_shadow(painter, scale)
        exposed = exposed.intersected(self._rect)
        if not exposed.isEmpty():
            try:
                self._paint_pixels(painter, exposed, scale, self._map)
            except EyeboxError as error:
                self.problem = str(error)
                painter.fillRect(exposed, self._theme.color("raised"))
        self._paint_border(painter)
