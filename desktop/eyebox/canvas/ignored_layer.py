"""The parts of a picture whose text is left out, hatched."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.text_layer import TextLayer
from eyebox.canvas.text_paint import faded, hairline, rectangle
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme
from eyebox_models.protocol.page import Line, Rect

VEIL, HATCH = 90, 150
"""How strongly a part is veiled and hatched, 0..255."""


class IgnoredLayer:
    """An item for each part of the text layer's page, shown and hidden with that layer, or by itself."""

    def __init__(self, theme: Theme, text_layer: TextLayer) -> None:
        self._theme = theme
        self._text_layer = text_layer
        self._items: list[_Part] = []
        self._shown = True
        text_layer.page_changed.connect(self._show_page)

    def set_shown(self, shown: bool) -> None:
        self._shown = shown
        for item in self._items:
            item.setVisible(shown)

    @property
    def parts(self) -> list[Rect]:
        """The parts that are shown, in pixels of the picture."""
        return [item.part for item in self._items] if self._shown else []

    def part_at(self, x: float, y: float) -> Rect | None:
        """The part that is shown at a point of the picture."""
        return next(
            (part for part in self.parts if part[0] <= x <= part[2] and part[1] <= y <= part[3]), None
        )

    @Slot()
    def _show_page(self) -> None:
        page = self._text_layer.page
        for item in self._items:
            if item.scene() is not None:
                item.scene().removeItem(item)
        self._items = [_Part(self._theme, self._text_layer, part, page.left_out) for part in page.ignored]
        self.set_shown(self._shown)


class _Part(QGraphicsItem):
    """Leaves the mouse to the tools; its tip says what is left out."""

    def __init__(self, theme: Theme, parent: QGraphicsItem, part: Rect, lines: tuple[Line, ...]) -> None:
        super().__init__(parent)
        self._theme = theme
        self.part = part
        self._rect = rectangle(part)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        said = "\n".join(line.text.strip() for line in lines if self._rect.contains(_middle(line).center()))
        self.setToolTip(as_tip(said))
        self.setZValue(-1)

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        color = self._theme.color("ignored")
        painter.fillRect(self._rect, faded(self._theme.color("text_halo"), VEIL))
        on_screen = painter.worldTransform().mapRect(self._rect)
        painter.save()
        painter.resetTransform()  # lines of the hatching are as dense at any zoom
        painter.setBrush(Qt.BrushStyle.BDiagPattern)
        brush = painter.brush()
        brush.setColor(faded(color, HATCH))
        painter.fillRect(on_screen, brush)
        painter.restore()
        pen = hairline(color, 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._rect)


def _middle(line: Line) -> QRectF:
    return rectangle(line.box)
