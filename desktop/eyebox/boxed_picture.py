"""A small picture with boxes on it: what a model said, and dashed what is true."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eyebox.theme.theme import Theme
from eyebox_models.protocol.page import Rect

LEAST = 110
"""The least width, in points, of what stands beside it."""
LINE, HALO = 2.0, 1.0
LABEL = 140
HIGHEST = 420


class BoxedPicture(QWidget):
    """A picture with a model's boxes; the true ones are dashed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._boxes: Sequence[tuple[str, Rect]] = ()
        self._truth: Sequence[tuple[str, Rect]] = ()
        self._size = (0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(LEAST - 10, 80)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def heightForWidth(self, width: int) -> int:
        """As high as the picture is at this width, as far as there is room for text below."""
        wide, high = self._size if self._size[0] else (self._image.width(), self._image.height())
        return min(round(width * (high / wide if wide and high else 0.75)), HIGHEST)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.updateGeometry()
        self.update()

    def show_boxes(
        self, boxes: Sequence[tuple[str, Rect]], truth: Sequence[tuple[str, Rect]], size: tuple[int, int]
    ) -> None:
        self._boxes, self._truth, self._size = boxes, truth, size
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.fillRect(self.rect(), self._theme.color("hover"))
            return
        scale = min(self.width() / self._image.width(), self.height() / self._image.height())
        wide, high = self._image.width() * scale, self._image.height() * scale
        place = QRectF((self.width() - wide) / 2, 0, wide, high)
        painter.drawImage(place, self._image)
        painter.setFont(self._theme.font("small"))
        across = wide / (self._size[0] or self._image.width())
        down = high / (self._size[1] or self._image.height())
        for boxes, style in ((self._truth, Qt.PenStyle.DashLine), (self._boxes, Qt.PenStyle.SolidLine)):
            for name, (x1, y1, x2, y2) in boxes:
                rect = QRectF(
                    place.x() + x1 * across, place.y() + y1 * down, (x2 - x1) * across, (y2 - y1) * down
                )
                color = self._theme.label_color(name)
                for ink, width in ((self._theme.halo_color(name), LINE + 2 * HALO), (color, LINE)):
                    painter.setPen(QPen(ink, width, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
                    painter.drawRect(rect)
                if style == Qt.PenStyle.SolidLine and name:
                    self._paint_label(painter, name, rect, place)

    def _paint_label(self, painter: QPainter, name: str, rect: QRectF, place: QRectF) -> None:
        """A small tag on the box, inside of it where there is no room above."""
        metrics = painter.fontMetrics()
        high = float(metrics.height())
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, LABEL)
        left = max(min(rect.left(), place.right() - metrics.horizontalAdvance(shown) - 8), place.left())
        top = rect.top() - high if rect.top() - high >= place.top() else rect.top()
        tag = QRectF(left - LINE / 2, top, metrics.horizontalAdvance(shown) + 8, high)
        painter.fillRect(tag, self._theme.label_color(name))
        painter.setPen(self._theme.on_label_color(name))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, shown)
