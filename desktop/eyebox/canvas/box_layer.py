"""All boxes of a picture as one item, painted in batches of one colour; labels where they can be read."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import field
from typing import cast

from PySide6.QtCore import QRect, QRectF, Slot
from PySide6.QtGui import QColor, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.box_item import BoxItem
from eyebox.canvas.hit import Grid, shape_of
from eyebox.canvas.labels import LEGIBLE, LabelRequest, PlacedLabel, place_labels
from eyebox.canvas.outline import corners, faded, outline_path, rect_of, stroke_path, stroke_rects
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass

REACH = 24.0
"""How far lines and labels stick out of a box, in screen pixels."""
AHEAD = 0.15
"""Labels are laid out for this share of the view beyond its sides, so that panning finds them ready."""
FEW_PARTS = 8
"""Up to so many separate parts to repaint are looked at one by one."""
CROWD = 2500
"""So many small boxes in sight lie on each other: halos would only hide neighbours, and take half of the time."""
MANY_BOXES = 500
SMALL = 20.0
"""Where there are many boxes and half of them are smaller than this on the screen, lines are thin."""
MANY_SHAPES = 300
"""From so many leaning shapes in sight on they are painted without smoothing."""


@dataclass(slots=True)
class _Batches:
    """What one painting needs: rectangles by colour, other shapes, and the same for dimmed boxes."""

    rects: defaultdict[int, list[QRectF]] = field(default_factory=lambda: defaultdict(list))
    dimmed: defaultdict[int, list[QRectF]] = field(default_factory=lambda: defaultdict(list))
    shapes: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Tabs placed for a scale and a part of the picture."""

    scale: float
    region: QRectF
    labels: tuple[PlacedLabel, ...]


class BoxLayer(BoxItem):
    """Paints boxes that are neither dragged nor ghosts; works changes out at the next paint or hit."""

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None) -> None:
        super().__init__(theme, parent)
        self._boxes: Sequence[Box] = ()
        self._is_quiet: Callable[[Box], bool] = lambda _box: False
        self._hidden: frozenset[str] = frozenset()
        self._lit: frozenset[str] = frozenset()
        self._grid: Grid | None = None
        self._rects: list[QRectF] = []
        self._leaning: set[int] = set()
        self._colors: list[QColor] = []
        self._rgbs: list[int] = []
        self._halos: dict[int, QColor] = {}
        self._wanted: list[LabelRequest] = []
        self._typical = math.inf
        self._whole: _Batches | None = None
        self._layout: _Layout | None = None

    @property
    def grid(self) -> Grid:
        """The boxes by place."""
        return self._grid or self._rebuild()

    def set_bounds(self, bounds: QRectF) -> None:
        if bounds != self._bounds:
            super().set_bounds(bounds)
            self._forget()

    def set_boxes(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._forget()

    def set_quiet(self, is_quiet: Callable[[Box], bool]) -> None:
        """Leaves out the labels of some boxes, which this says; what it says is asked again when boxes change."""
        self._is_quiet = is_quiet
        self._forget()

    def set_hidden(self, ids: Collection[str]) -> None:
        """Leaves out boxes that another item paints (while they are dragged)."""
        if self._hidden != frozenset(ids):
            self._hidden = frozenset(ids)
            self._repaint_all()

    def set_lit(self, ids: Collection[str]) -> None:
        """Dims all boxes but these; none: all are as usual."""
        if self._lit != frozenset(ids):
            self._lit = frozenset(ids)
            self._repaint_all()

    @Slot()
    def restyle(self) -> None:
        super().restyle()
        self._forget()

    def labelled(self) -> tuple[str, ...]:
        """Ids of the boxes whose labels are shown by the last painting."""
        layout = self._layout
        boxes = self.grid.boxes()
        return tuple(boxes[placed.key].id for placed in layout.labels) if layout else ()

    def label_at(self, x: float, y: float) -> Box | None:
        """The box whose label the last painting showed at a point of the picture."""
        layout = self._layout
        if layout is None:
            return None
        boxes, labels = self.grid.boxes(), self.label_painter
        x, y = x * layout.scale, y * layout.scale
        for placed in layout.labels:
            if placed.y <= y < placed.y + labels.height and placed.x <= x < placed.x + labels.width(
                boxes[placed.key].label
            ):
                return boxes[placed.key]
        return None

    def _forget(self) -> None:
        self._grid = None
        self._repaint_all()

    def _repaint_all(self) -> None:
        self._whole = None
        self._layout = None
        self.update()

    def _rebuild(self) -> Grid:
        boxes = list(self._boxes)
        self._grid = Grid(boxes, self._bounds.width(), self._bounds.height())
        shapes = [shape_of(box) for box in boxes]
        self._rects = [rect_of(box) for box in boxes]
        self._leaning = {at for at, shape in enumerate(shapes) if shape != "rectangle"}
        labels = {box.label for box in boxes}
        colors = {label: self._theme.label_color(label) for label in labels}
        rgbs = {label: color.rgb() for label, color in colors.items()}
        widths = {label: self.label_painter.width(label) for label in labels}
        self._colors = [colors[box.label] for box in boxes]
        self._rgbs = [rgbs[box.label] for box in boxes]
        self._halos = {rgbs[label]: self._theme.halo_color(label) for label in labels}
        self._wanted = [
            # points have no size, but are never too small for a label
            (at, box.x1, box.y1, math.inf, math.inf, widths[box.label])
            if shape == "point"
            else (at, box.x1, box.y1, box.x2, box.y2, widths[box.label])
            for at, (box, shape) in enumerate(zip(boxes, shapes, strict=True))
        ]
        self._typical = math.inf
        if len(boxes) >= MANY_BOXES:
            self._typical = sorted(min(b.x2 - b.x1, b.y2 - b.y1) for b in boxes)[len(boxes) // 2]
        return self._grid

    def _batches(self, indexes: Sequence[int]) -> _Batches:
        boxes = self.grid.boxes()
        whole = len(indexes) == len(boxes)
        if whole and self._whole is not None:
            return self._whole
        batches = _Batches()
        rects, rgbs, leaning = self._rects, self._rgbs, self._leaning
        special = bool(self._hidden or self._lit)
        for at in indexes:
            into = batches.rects
            if special:
                if boxes[at].id in self._hidden:
                    continue
                if self._is_dimmed(boxes[at]):
                    into = batches.dimmed
            if at in leaning:
                batches.shapes.append(at)
            else:
                into[rgbs[at]].append(rects[at])
        if whole:
            self._whole = batches
        return batches

    def _is_silent(self, box: Box) -> bool:
        return box.id in self._hidden or self._is_dimmed(box)

    def _is_dimmed(self, box: Box) -> bool:
        return bool(self._lit) and box.id not in self._lit

    def _laid_out(self, scale: float, visible: QRectF) -> _Layout:
        layout = self._layout
        if layout is not None and layout.scale == scale and layout.region.contains(visible):
            return layout
        before = (
            [placed.key for placed in layout.labels] if layout is not None and layout.scale == scale else []
        )
        dx, dy = visible.width() * AHEAD, visible.height() * AHEAD
        region = visible.adjusted(-dx, -dy, dx, dy)
        grid = self.grid
        boxes = grid.boxes()
        shown = set(before)
        indexes = before + [at for at in grid.inside(corners(region)) if at not in shown]
        silent = {at for at in indexes if self._is_silent(boxes[at])} if self._hidden or self._lit else ()
        least = LEGIBLE / scale  # what a text says is looked up only where there is room for a label
        wanted = (
            (key, x1, y1, x2, y2, width)
            for key, x1, y1, x2, y2, width in map(self._wanted.__getitem__, indexes)
            if key not in silent and (x2 - x1 >= least or y2 - y1 >= least) and not self._is_quiet(boxes[key])
        )
        labels = place_labels(wanted, scale, self.label_painter.height, corners(self._bounds))
        self._layout = _Layout(scale, region, tuple(labels))
        return self._layout

    def _paint_shapes(self, painter: QPainter, shapes: Sequence[int], scale: float) -> None:
        boxes = self.grid.boxes()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(shapes) < MANY_SHAPES)
        for at in shapes:
            dimmed, color = self._is_dimmed(boxes[at]), self._colors[at]
            halo = None if dimmed else self._halos[color.rgb()]
            stroke_path(painter, outline_path(boxes[at], scale), faded(color) if dimmed else color, halo)

    def _paint_labels(
        self, painter: QPainter, scale: float, visible: QRectF, parts: Sequence[QRectF]
    ) -> None:
        layout = self._laid_out(scale, visible)
        transform = painter.worldTransform()
        boxes, labels = self.grid.boxes(), self.label_painter
        painter.save()
        painter.setWorldTransform(QTransform())
        painted: set[int] = set()
        for part in parts:
            left, top, right, bottom = (edge * scale for edge in corners(part))
            for placed in layout.labels:
                if (
                    not (placed.x <= right and top - labels.height <= placed.y <= bottom)
                    or placed.key in painted
                ):
                    continue
                label = boxes[placed.key].label
                if placed.x + labels.width(label) >= left:
                    painted.add(placed.key)
                    labels.paint_cached(painter, placed.x + transform.dx(), placed.y + transform.dy(), label)
        painter.restore()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        scale = painter.worldTransform().m11()
        if not self._boxes or scale <= 0:
            return
        parts = _exposed(painter, QRectF(option.exposedRect))
        reach = REACH / scale
        indexes: list[int] = []
        for part in parts:
            indexes += self.grid.inside(corners(part.adjusted(-reach, -reach, reach, reach)))
        if len(parts) > 1:
            indexes = sorted(set(indexes))
        batches = self._batches(indexes)
        for rgb, rects in batches.dimmed.items():
            stroke_rects(painter, rects, faded(QColor.fromRgb(rgb)), None, thin=True)
        thin = self._typical * scale < SMALL
        crowded = thin and len(indexes) > CROWD
        for rgb, rects in batches.rects.items():
            stroke_rects(painter, rects, QColor.fromRgb(rgb), None if crowded else self._halos[rgb], thin)
        self._paint_shapes(painter, batches.shapes, scale)
        visible = QRectF(option.exposedRect)
        if widget is not None:
            inverse, _ = painter.worldTransform().inverted()
            visible = inverse.mapRect(QRectF(widget.rect()))
        self._paint_labels(painter, scale, visible, parts)


def _exposed(painter: QPainter, whole: QRectF) -> list[QRectF]:
    """What is to be painted, in the painter's coordinates: after a scroll the strips, not all around them."""
    engine = painter.paintEngine()
    clip = engine.systemClip() if engine is not None else QRegion()
    if not 1 < clip.rectCount() <= FEW_PARTS:
        return [whole]
    inverse, _ = painter.deviceTransform().inverted()
    return [inverse.mapRect(QRectF(rect)) for rect in cast(Iterable[QRect], clip)]
