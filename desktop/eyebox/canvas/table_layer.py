"""The tables of a picture: their outlines with a tab that opens them, and the cell that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.box_item import BoxItem
from eyebox.canvas.labels import place_labels
from eyebox.canvas.outline import corners, stroke_path
from eyebox.canvas.text_layer import TextLayer
from eyebox.canvas.text_paint import tint
from eyebox.theme.theme import Theme
from eyebox_models.protocol.page import Rect, Table

COLOR = "text_layer"
LIT_ALPHA, OUTLINE_ALPHA = 90, 150


class TableLayer(BoxItem):
    """Paints the tables of the text layer's page, is shown and hidden with it, and takes no mouse events.

    Signals: tables_changed: the page has other tables.
    """

    label_role = COLOR
    tables_changed = Signal()

    def __init__(self, theme: Theme, text_layer: TextLayer) -> None:
        super().__init__(theme, text_layer)
        self._text_layer = text_layer
        self.tables: tuple[Table, ...] = ()
        self._lit: tuple[QRectF, ...] = ()
        self._tabs: dict[int, QRectF] = {}
        text_layer.page_changed.connect(self._show_page)

    def light(self, boxes: tuple[Rect, ...]) -> None:
        """Lights places of cells; none: nothing is lit."""
        lit = tuple(QRectF(x1, y1, x2 - x1, y2 - y1) for x1, y1, x2, y2 in boxes)
        if lit != self._lit:
            self._lit = lit
            self.update()

    @property
    def lit(self) -> tuple[QRectF, ...]:
        """What is lit, in scene coordinates."""
        return self._lit

    def tab_at(self, point: QPointF) -> int:
        """The table whose tab is at a place of the viewport, as it was painted last; -1 for none."""
        if not self.isVisible():
            return -1
        return next((number for number, tab in self._tabs.items() if tab.contains(point)), -1)

    def rect(self, table: int) -> QRectF:
        """The rectangle around a table, in scene coordinates."""
        x1, y1, x2, y2 = self.tables[table].box
        return QRectF(x1, y1, x2 - x1, y2 - y1)

    @Slot()
    def _show_page(self) -> None:
        page = self._text_layer.page
        self.set_bounds(QRectF(0, 0, page.width, page.height))
        self.tables = page.tables
        self._lit = ()
        self._tabs = {}
        self.update()
        self.tables_changed.emit()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        transform = painter.worldTransform()
        scale = transform.m11()
        if not self.tables or scale <= 0:
            return
        color, halo = QColor(self._theme.color(COLOR).rgb()), self._theme.color("text_halo")
        for lit in self._lit:
            painter.fillRect(lit, tint(color, LIT_ALPHA))
        for number in range(len(self.tables)):
            outline = QPainterPath()
            outline.addRect(self.rect(number))
            stroke_path(painter, outline, tint(color, OUTLINE_ALPHA), halo, dashed=True)
        labels = self.label_painter
        names = [f"{table.rows} × {table.columns}" for table in self.tables]
        wanted = []
        for number, name in enumerate(names):
            x1, y1, x2, y2 = corners(self.rect(number))
            wide = labels.width(name)  # at the right: titles stand at the left
            wanted.append((number, max(x1, x2 - wide / scale), y1, x2, y2, wide))
        self._tabs = {}
        painter.setWorldTransform(QTransform())
        for placed in place_labels(wanted, scale, labels.height, corners(self._bounds)):
            x, y = placed.x + transform.dx(), placed.y + transform.dy()
            labels.paint_cached(painter, x, y, names[placed.key])
            self._tabs[placed.key] = QRectF(x, y, labels.width(names[placed.key]), labels.height)
        painter.setWorldTransform(transform)
