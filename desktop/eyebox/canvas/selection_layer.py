"""What the hand is on: hovered, selected and dragged boxes, handles, rubber band, a box being drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.box_item import BoxItem
from eyebox.canvas.hit import Handle, shape_of
from eyebox.canvas.outline import (
    corners,
    cosmetic,
    fill,
    outline_path,
    rect_of,
    stroke_path,
    stroke_rects,
)
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass

HANDLE_SIZE = 8.0
SELECTED_FILL = 0.20
HOVERED_FILL = 0.12
MANY = 40
"""From so many selected boxes on they get no labels."""
REACH = 28.0
"""How far handles and labels stick out, in screen pixels."""
LOCK = 14.0
"""Side of a lock, in screen pixels."""
FLASH_SPREAD = 14.0
FLASH_LEAST = 20.0
"""The ring around a box that was looked up: how far it spreads, half its smallest size, in screen pixels."""


GUIDE = 64.0
"""How far a guide goes beyond the ends of its side, in screen pixels; the places of a side that are offered a third of it."""


@dataclass(frozen=True, slots=True)
class Guide:
    """Where a side of the selected box was put: x of an upright line, else y; and the other places that it could have."""

    is_upright: bool
    at: float
    others: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SelectionMarks:
    """What is to be painted. `flash` is a box and how far its ring has spread, 0..1."""

    selected: tuple[Box, ...] = ()
    hovered: Box | None = None
    drawn: Box | None = None
    band: tuple[float, float, float, float] | None = None
    flash: tuple[Box, float] | None = None
    guide: Guide | None = None

    def rects(self) -> list[QRectF]:
        rects = [rect_of(box) for box in self.selected]
        rects += [rect_of(box) for box in (self.hovered, self.drawn, self.flash and self.flash[0]) if box]
        if self.band:
            x1, y1, x2, y2 = self.band
            rects.append(QRectF(x1, y1, x2 - x1, y2 - y1))
        rects += [rect for rect, _is_chosen in self.guides(0.0)]
        return rects

    def guides(self, beyond: float) -> list[tuple[QRectF, bool]]:
        """The lines of the guide, as rectangles without a width, `beyond` longer; and whether each is the chosen one."""
        guide = self.guide
        if guide is None or len(self.selected) != 1:
            return []
        (x1, y1, x2, y2), lines = self.selected[0].xyxy, []
        for at, extra in (*((other, beyond / 3) for other in guide.others), (guide.at, beyond)):
            line = QRectF(at, y1 - extra, 0, y2 - y1 + 2 * extra)
            if not guide.is_upright:
                line = QRectF(x1 - extra, at, x2 - x1 + 2 * extra, 0)
            lines.append((line, at == guide.at))
        return lines


class SelectionLayer(BoxItem):
    """Paints marks over the box layer."""

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None) -> None:
        super().__init__(theme, parent)
        self._marks = SelectionMarks()
        self._is_quiet: Callable[[Box], bool] = lambda _box: False

    def set_quiet(self, is_quiet: Callable[[Box], bool]) -> None:
        """Leaves out the labels of some boxes, which this says, while several are selected."""
        self._is_quiet = is_quiet

    @property
    def marks(self) -> SelectionMarks:
        return self._marks

    def set_marks(self, marks: SelectionMarks, scale: float) -> None:
        """Shows other marks and repaints what differs; `scale`: screen pixels a picture pixel."""
        if marks == self._marks:
            return
        reach = REACH + (FLASH_LEAST + FLASH_SPREAD if marks.flash or self._marks.flash else 0.0)
        reach = (max(reach, GUIDE + 2) if marks.guide or self._marks.guide else reach) / scale
        dirty = QRectF()
        for rect in self._marks.rects() + marks.rects():
            dirty = dirty.united(rect.adjusted(-reach, -reach, reach, reach))
        for box in (*self._marks.selected, *marks.selected, self._marks.hovered, marks.hovered):
            if box is not None:
                across = self.label_painter.width(box.label) / scale
                dirty = dirty.united(QRectF(box.x1 - across, box.y1 - reach, 2 * across, 2 * reach))
        self._marks = marks
        self.update(dirty)

    def _paint_boxes(self, painter: QPainter, boxes: Sequence[Box], opacity: float, scale: float) -> None:
        by_color: dict[int, list[QRectF]] = {}
        halos: dict[int, QColor] = {}
        for box in boxes:
            color = self._theme.label_color(box.label)
            halo = halos.setdefault(color.rgb(), self._theme.halo_color(box.label))
            if shape_of(box) == "rectangle":
                by_color.setdefault(color.rgb(), []).append(rect_of(box))
                soft = QColor(color)
                soft.setAlphaF(opacity)
                painter.fillRect(rect_of(box), soft)
            else:
                path = outline_path(box, scale)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                if shape_of(box) != "line":
                    fill(painter, path, color, opacity)
                stroke_path(painter, path, color, halo)
        for rgb, rects in by_color.items():
            stroke_rects(painter, rects, QColor.fromRgb(rgb), halos[rgb])

    def _paint_handles(self, painter: QPainter, box: Box, transform: QTransform) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = HANDLE_SIZE / 2
        color = self._theme.label_color(box.label)
        painter.setBrush(QColor("#ffffff"))
        for handle in Handle:
            at = transform.map(QPointF(*handle.place(box)))
            square = QRectF(at.x() - half, at.y() - half, HANDLE_SIZE, HANDLE_SIZE)
            painter.setPen(cosmetic(self._theme.halo_color(box.label), 1))
            painter.drawRoundedRect(square.adjusted(-1, -1, 1, 1), 2.5, 2.5)
            painter.setPen(cosmetic(color, 1.5))
            painter.drawRoundedRect(square, 2, 2)

    def _paint_lock(self, painter: QPainter, box: Box, transform: QTransform) -> None:
        """A small lock inside of the upper right corner."""
        at = transform.map(QPointF(box.x2, box.y1))
        plate = QRectF(at.x() - LOCK - 7, at.y() + 3, LOCK + 4, LOCK + 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(plate, 4, 4)
        self._theme.icon("lock").paint(painter, plate.adjusted(2, 2, -2, -2).toRect())

    def _paint_band(self, painter: QPainter, rect: QRectF) -> None:
        accent = self._theme.color("accent")
        soft = QColor(accent)
        soft.setAlphaF(0.14)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(rect, soft)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(cosmetic(accent, painter.device().devicePixelRatioF()))
        painter.drawRect(rect)

    def _paint_guide(self, painter: QPainter, marks: SelectionMarks, scale: float) -> None:
        """Thin lines along the side: whole at the place that it has, dashed at the others."""
        width = painter.device().devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for line, is_chosen in marks.guides(GUIDE / scale):
            if is_chosen:
                painter.setPen(cosmetic(self._theme.color("halo"), 3 * width))
                painter.drawLine(line.topLeft(), line.bottomRight())
            pen = cosmetic(self._theme.color("accent"), width)
            if not is_chosen:
                pen.setDashPattern([4, 4])
            painter.setPen(pen)
            painter.drawLine(line.topLeft(), line.bottomRight())

    def _paint_flash(self, painter: QPainter, box: Box, spread: float, transform: QTransform) -> None:
        rect = transform.mapRect(rect_of(box))
        grow_x = max(FLASH_LEAST - rect.width() / 2, 0.0) + 4 + FLASH_SPREAD * spread
        grow_y = max(FLASH_LEAST - rect.height() / 2, 0.0) + 4 + FLASH_SPREAD * spread
        color = QColor(self._theme.label_color(box.label))
        color.setAlphaF(max(0.9 * (1 - spread), 0.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(cosmetic(color, 2.5 * painter.device().devicePixelRatioF()))
        painter.drawRoundedRect(rect.adjusted(-grow_x, -grow_y, grow_x, grow_y), 8, 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        transform = painter.worldTransform()
        scale = transform.m11()
        marks = self._marks
        if scale <= 0:
            return
        reach = REACH / scale
        x1, y1, x2, y2 = corners(QRectF(option.exposedRect).adjusted(-reach, -reach, reach, reach))
        selected = [b for b in marks.selected if b.x1 <= x2 and b.x2 >= x1 and b.y1 <= y2 and b.y2 >= y1]
        hovered = marks.hovered if marks.hovered not in marks.selected else None
        if hovered is not None:
            self._paint_boxes(painter, [hovered], HOVERED_FILL, scale)
        self._paint_boxes(painter, selected, SELECTED_FILL, scale)
        if marks.drawn is not None:
            self._paint_boxes(painter, [marks.drawn], HOVERED_FILL, scale)
        if marks.band is not None:
            bx1, by1, bx2, by2 = marks.band
            self._paint_band(painter, QRectF(bx1, by1, bx2 - bx1, by2 - by1))
        self._paint_guide(painter, marks, scale)
        painter.save()
        painter.setWorldTransform(QTransform())
        if marks.flash is not None:
            self._paint_flash(painter, *marks.flash, transform)
        if len(marks.selected) < MANY:
            for box in marks.selected:
                if len(marks.selected) == 1 or not self._is_quiet(box):
                    self.paint_label(painter, box, transform)
        if hovered is not None:
            self.paint_label(painter, hovered, transform)
        for box in (*marks.selected[:MANY], *([hovered] if hovered is not None else [])):
            if box.locked:
                self._paint_lock(painter, box, transform)
        if len(marks.selected) == 1 and not marks.selected[0].locked:
            self._paint_handles(painter, marks.selected[0], transform)
        painter.restore()
