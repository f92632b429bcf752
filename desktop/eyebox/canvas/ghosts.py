"""Boxes of an answer that still streams: dashed, breathing slowly, on the picture but not yet in its list."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.labels import TabPainter, place_tab
from eyebox.canvas.outline import fill, halo_of, outline_path, rect_of, stroke_path
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

BREATH_MS = 2400
STEP_MS = 66
PALEST = 0.45
FILL = 0.10
MANY = 60
"""From so many ghosts on the whole picture is repainted instead of each one's place."""
REACH = 24.0


class Ghosts(QGraphicsObject):
    """Paints ghosts. A timer runs only while there are any, and not at all without motion."""

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bounds = QRectF()
        self._boxes: tuple[Box, ...] = ()
        self._tabs: TabPainter | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._breathe)
        self._opacity = 1.0
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def boxes(self) -> tuple[Box, ...]:
        return self._boxes

    @property
    def is_breathing(self) -> bool:
        return self._timer.isActive()

    def set_bounds(self, bounds: QRectF) -> None:
        """The picture's rectangle."""
        self.prepareGeometryChange()
        self._bounds = QRectF(bounds)

    def set_boxes(self, boxes: Sequence[Box]) -> None:
        self._boxes = tuple(boxes)
        self._run()
        self.update()

    def restyle(self) -> None:
        """Colours or the font are other ones now."""
        self._tabs = None
        self.update()

    def _run(self) -> None:
        if not (self._boxes and self._theme.motion):
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
            across = max(reach, (self._tab_painter().width(box.label) + REACH) / scale)
            self.update(rect_of(box).adjusted(-across, -reach, across, reach))

    def _tab_painter(self) -> TabPainter:
        if self._tabs is None:
            self._tabs = TabPainter(self._theme)
        return self._tabs

    def boundingRect(self) -> QRectF:
        if not self._boxes:
            return QRectF()
        margin = max(self._bounds.width(), self._bounds.height())
        return self._bounds.adjusted(-margin, -margin, margin, margin)

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
            fill(painter, path, color, FILL)
            stroke_path(painter, path, color, halo_of(self._theme, box.label), dashed=True)
        tabs = self._tab_painter()
        bounds = (-1.0, -1.0, self._bounds.width() * scale, self._bounds.height() * scale)
        painter.setWorldTransform(QTransform())
        for box in self._boxes:
            if box.label:
                rect = QTransform.fromScale(scale, scale).mapRect(rect_of(box))
                at = (rect.left() - 1, rect.top() - 1, rect.right(), rect.bottom())
                x, y = place_tab(at[0], at[1], tabs.width(box.label), tabs.height, bounds)
                tabs.paint_kept(painter, x + transform.dx(), y + transform.dy(), box.label)
