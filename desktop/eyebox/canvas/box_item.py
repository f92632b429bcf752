"""What all layers of boxes have in common."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject

from eyebox.canvas.labels import TabPainter, place_tab
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box


class BoxItem(QGraphicsObject):
    """Paints boxes over a picture, with tabs for their labels. It takes no mouse events: the tools do."""

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bounds = QRectF()
        self._tabs: TabPainter | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        theme.changed.connect(self.restyle)

    @property
    def tabs(self) -> TabPainter:
        if self._tabs is None:
            self._tabs = TabPainter(self._theme)
        return self._tabs

    def set_bounds(self, bounds: QRectF) -> None:
        """The picture's rectangle."""
        self.prepareGeometryChange()
        self._bounds = QRectF(bounds)

    @Slot()
    def restyle(self) -> None:
        """Colours or the font are other ones now."""
        self._tabs = None
        self.update()

    def paint_tab(self, painter: QPainter, box: Box, transform: QTransform) -> None:
        """Paints a box's label; `transform` is the one to the pixels that the painter counts in now."""
        if box.label:
            scale = transform.m11()
            bounds = (-1.0, -1.0, self._bounds.width() * scale, self._bounds.height() * scale)
            x, y = place_tab(
                box.x1 * scale - 1, box.y1 * scale - 1, self.tabs.width(box.label), self.tabs.height, bounds
            )
            self.tabs.paint_kept(painter, x + transform.dx(), y + transform.dy(), box.label)

    def boundingRect(self) -> QRectF:
        margin = max(self._bounds.width(), self._bounds.height())
        return self._bounds.adjusted(-margin, -margin, margin, margin)
