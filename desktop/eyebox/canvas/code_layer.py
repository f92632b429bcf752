"""The QR and bar codes of a picture: their outlines with their kinds, and what they say under the mouse."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform
from PySide6.QtWidgets import (
    QGraphicsSceneContextMenuEvent,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from eyebox.canvas.box_item import BoxItem
from eyebox.canvas.labels import place_labels
from eyebox.canvas.outline import corners, stroke_path
from eyebox.canvas.text_layer import TextLayer
from eyebox.canvas.text_paint import quads_path, tint
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme
from eyebox_models.protocol.page import Code

LOWEST = 6.0
"""A bar code is found along a single line of it; its outline is at least so high, in pixels of the picture."""
LIT_ALPHA = 120
COLOR = "text_layer"
_LINK = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)


def link_of(code: Code) -> str:
    """The web address that a code is, "" where it says something else."""
    text = code.text.strip()
    return text if _LINK.fullmatch(text) and QUrl(text).host() else ""


class CodeLayer(BoxItem):
    """Paints the codes of the text layer's page, is shown and hidden with it, and leaves the mouse's buttons to the tools.

    Signals: menu_wanted: of a Code, at a point of the screen.
    """

    label_role = COLOR
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme, text_layer: TextLayer) -> None:
        super().__init__(theme, text_layer)
        self._text_layer = text_layer
        self._codes: tuple[Code, ...] = ()
        self._outlines: list[QPainterPath] = []
        self._shape = QPainterPath()
        self._hovered = self.lit = -1
        self.setAcceptHoverEvents(True)
        text_layer.page_changed.connect(self._show_page)

    def light(self, code: int) -> None:
        """Lights one code of the page from outside; -1 lights none. `lit` is that one."""
        self.lit = code if code < len(self._codes) else -1
        self.update()

    def rect(self, code: int) -> QRectF:
        """The upright rectangle around a code, in scene coordinates."""
        return self._outlines[code].boundingRect()

    def code_at(self, point: QPointF) -> int:
        """The code at a place of the picture, -1 for none."""
        return next((n for n, outline in enumerate(self._outlines) if outline.contains(point)), -1)

    @Slot()
    def _show_page(self) -> None:
        page = self._text_layer.page
        self.set_bounds(QRectF(0, 0, page.width, page.height))
        self._codes = page.codes or ()
        self._outlines = [_outline(code) for code in self._codes]
        self._shape = QPainterPath()
        for outline in self._outlines:
            self._shape.addPath(outline)
        self._shape.setFillRule(Qt.FillRule.WindingFill)
        self._hovered = self.lit = -1
        self.setToolTip("")
        self.update()

    def _hover(self, code: int) -> None:
        if code != self._hovered:
            self._hovered = code
            self.setToolTip(as_tip(self._codes[code].text if code >= 0 else ""))
            self.update()

    def shape(self) -> QPainterPath:
        return self._shape

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        transform = painter.worldTransform()
        scale = transform.m11()
        if not self._codes or scale <= 0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, halo = QColor(self._theme.color(COLOR).rgb()), self._theme.color("text_halo")
        for number, outline in enumerate(self._outlines):
            if number in (self._hovered, self.lit):
                painter.fillPath(outline, tint(color, LIT_ALPHA))
            stroke_path(painter, outline, color, halo)
        labels = self.label_painter
        wanted = [
            (number, *corners(self.rect(number)), labels.width(code.kind))
            for number, code in enumerate(self._codes)
        ]
        painter.setWorldTransform(QTransform())
        for placed in place_labels(wanted, scale, labels.height, corners(self._bounds)):
            kind = self._codes[placed.key].kind
            labels.paint_cached(painter, placed.x + transform.dx(), placed.y + transform.dy(), kind)
        painter.setWorldTransform(transform)

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hover(self.code_at(event.pos()))

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        self._hover(-1)

    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        code = self.code_at(event.pos())
        event.setAccepted(code >= 0)
        if code >= 0:
            self.menu_wanted.emit(self._codes[code], event.screenPos())


def _outline(code: Code) -> QPainterPath:
    """The corners of a code, or what lies around the line that a bar code was read along."""
    outline = quads_path([code.quad])
    sides = [*pairwise((*code.quad, code.quad[0]))]
    longest = max(math.dist(a, b) for a, b in sides)
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in sides)
    if abs(twice) / 2 >= LOWEST * longest:
        return outline
    return QPainterPathStroker(QPen(QColor(), LOWEST)).createStroke(outline).simplified()
