"""Boxes that are dashed, on the picture but not in its list: of an answer that still streams, or before a correction."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRectF, QTimer, Slot
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.box_item import BoxItem
from eyebox.canvas.outline import fill, outline_path, rect_of, stroke_path
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

BREATH_MS = 2400
STEP_MS = 66
PALEST = 0.45
FILL = 0.10
MANY = 60
"""From so many ghosts on the whole picture is repainted instead of each one's place."""
REACH = 24.0


class Ghosts(BoxItem):
    """Paints ghosts. A timer runs only while there are any, and not at all without motion.

    Those that are not `alive` (where a box was before it was corrected) don't breathe, and have a label only on demand.
    """

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None, *, alive: bool = True) -> None:
        super().__init__(theme, parent)
        self._alive = alive
        self._has_labels = alive
        self._boxes: tuple[Box, ...] = ()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._breathe)
        self._opacity = 1.0

    @property
    def boxes(self) -> tuple[Box, ...]:
        return self._boxes

    @property
    def is_breathing(self) -> bool:
        return self._timer.isActive()

    def set_boxes(self, boxes: Sequence[Box], *, labelled: bool = False) -> None:
        """`labelled` gives a label also to those that are not alive."""
        self._boxes = tuple(boxes)
        self._has_labels = self._alive or labelled
        self._run()
        self.update()

    def _run(self) -> None:
        if not (self._alive and self._boxes and self._theme.motion):
            self._timer.stop()
        elif not self._timer.isActive():
            self._clock.start()
            self._timer.start()

    @Slot()
    def _breathe(self) -> None:
        phase = self._clock.elapsed() % BREATH_MS / BREATH_MS
        self._opacity = PALEST + (1 - PALEST) * (0.5 + 0.5 * math.cos(2 * math.pi * phase))
        self._update_boxes()

    def _update_boxes(self) -> None:
        scale = max((view.transform().m11() for view in self.scene().views()), default=1.0)
        reach = REACH / scale
        if len(self._boxes) > MANY:
            self.update()
            return
        for box in self._boxes:
            across = max(reach, (self.label_painter.width(box.label) + REACH) / scale)
            self.update(rect_of(box).adjusted(-across, -reach, across, reach))

    def boundingRect(self) -> QRectF:
        return super().boundingRect() if self._boxes else QRectF()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        transform = painter.worldTransform()
        scale = transform.m11()
        if scale <= 0:
            return
        painter.setOpacity(self._opacity if self.is_breathing else 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self._boxes:
            path, color = outline_path(box, scale), self._theme.label_color(box.label)
            if self._alive:
                fill(painter, path, color, FILL)
            stroke_path(painter, path, color, self._theme.halo_color(box.label), dashed=True)
        if not self._has_labels:
            return
        painter.setWorldTransform(QTransform())
        for box in self._boxes:
            self.paint_label(painter, box, transform)
