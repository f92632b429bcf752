"""Two lines through the mouse while a box is drawn, so that its corner meets what lies far off."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.box_item import BoxItem
from eyebox.canvas.outline import cosmetic

WIDTH = 3.0
"""Of a line with its halo, in screen pixels."""


class Crosshair(BoxItem):
    """Nothing is painted while it is nowhere, or while it is not wanted."""

    _at: QPointF | None = None
    _is_wanted = False

    @property
    def at(self) -> QPointF | None:
        """Where it is seen, in picture pixels."""
        return self._at if self._is_wanted else None

    def set_wanted(self, wanted: bool) -> None:
        self._is_wanted = wanted
        self.update()

    def move_to(self, at: QPointF | None, scale: float) -> None:
        """Moves it; `scale`: screen pixels a picture pixel."""
        before, self._at = self._at, at
        if self._is_wanted and before != at:
            for place in (before, at):
                for line in self._lines(place, self.boundingRect()):
                    reach = WIDTH / scale
                    rect = QRectF(line.p1(), line.p2()).adjusted(-reach, -reach, reach, reach)
                    self.update(rect)

    def _lines(self, at: QPointF | None, area: QRectF) -> list[QLineF]:
        if at is None:
            return []
        return [
            QLineF(at.x(), area.top(), at.x(), area.bottom()),
            QLineF(area.left(), at.y(), area.right(), at.y()),
        ]

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        lines = self._lines(self.at, QRectF(option.exposedRect))
        ratio = painter.device().devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for role, width in (("halo", WIDTH), ("on_tooltip" if not self._theme.dark else "text", 1.0)):
            painter.setPen(cosmetic(self._theme.color(role), width * ratio))
            painter.drawLines(lines)
