"""What all layers of boxes have in common."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject

from eyebox.canvas.labels import LabelPainter, place_label
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box


class BoxItem(QGraphicsObject):
    """Paints boxes over a picture, with their labels. It takes no mouse events: the tools do."""

    label_role = ""
    """The colour of the theme for all labels; without it each box has its own."""

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bounds = QRectF()
        self._label_painter: LabelPainter | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        theme.changed.connect(self.restyle)

    @property
    def label_painter(self) -> LabelPainter:
        if self._label_painter is None:
            self._label_painter = LabelPainter(self._theme, role=self.label_role)
        return self._label_painter

    def set_bounds(self, bounds: QRectF) -> None:
        """The picture's rectangle."""
        self.prepareGeometryChange()
        self._bounds = QRectF(bounds)

    @Slot()
    def restyle(self) -> None:
        """Colours or the font are other ones now."""
        self._label_painter = None
        self.update()

    def paint_label(self, painter: QPainter, box: Box, transform: QTransform) -> None:
        """Paints a box's label; `transform` is the one to the pixels that the painter counts in now."""
        if box.label:
            scale = transform.m11()
            bounds = (-1.0, -1.0, self._bounds.width() * scale, self._bounds.height() * scale)
            x, y = place_label(
                box.x1 * scale - 1,
                box.y1 * scale - 1,
                self.label_painter.width(box.label),
                self.label_painter.height,
                bounds,
            )
            self.label_painter.paint_cached(painter, x + transform.dx(), y + transform.dy(), box.label)

    def boundingRect(self) -> QRectF:
        margin = max(self._bounds.width(), self._bounds.height())
        return self._bounds.adjusted(-margin, -margin, margin, margin)
