"""What is blacked out on a picture, as it will be in what is given away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsSceneContextMenuEvent, QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.box_item import BoxItem
from eyebox.theme.theme import Theme

BLACK = QColor(0, 0, 0)
EDGE = QColor(128, 128, 128)
"""Around a region: it is seen on black, too."""


class RedactionLayer(BoxItem):
    """Paints regions black, and leaves the mouse's buttons to the tools.

    Signals: menu_wanted: of the number of a region, at a point of the screen.
    """

    menu_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rects: tuple[QRectF, ...] = ()
        self._shape = QPainterPath()

    @property
    def rects(self) -> tuple[QRectF, ...]:
        return self._rects

    def set_rects(self, rects: Iterable[QRectF]) -> None:
        """Shows these regions, in pixels of the picture, as far as they lie in it."""
        self._rects = tuple(rect & self._bounds for rect in rects)
        self._shape = QPainterPath()
        self._shape.setFillRule(self._shape.fillRule().WindingFill)
        for rect in self._rects:
            self._shape.addRect(rect)
        self.update()

    def shape(self) -> QPainterPath:
        return self._shape

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        pen = QPen(EDGE, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(BLACK)
        painter.drawRects(list(self._rects))

    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        numbers = [number for number, rect in enumerate(self._rects) if rect.contains(event.pos())]
        event.setAccepted(bool(numbers))
        if numbers:
            self.menu_wanted.emit(numbers[-1], event.screenPos())
