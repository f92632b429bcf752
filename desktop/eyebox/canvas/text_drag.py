"""A selection of text as the mouse makes it: from where it was begun, by characters, words or lines."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QGraphicsSceneMouseEvent, QGraphicsView

from eyebox.canvas.text_selection import Position, Selection, TextMap
from eyebox_models.protocol.box import Point

Unit = Literal["character", "word", "line"]


class TextDrag:
    """What was pressed, and how far it was taken. Each method returns what is selected now; None without any text."""

    def __init__(self) -> None:
        self._pressed: Selection | None = None
        self._unit: Unit = "character"

    def begin(self, text: TextMap, place: Point, extended: Selection | None) -> Selection | None:
        """Begins at a place, or goes on to there from the anchor of `extended`; by characters when dragged."""
        position = text.position_at(place)
        if position is None:
            return None
        anchor = extended.anchor if extended is not None else position
        self._unit = "character"
        self._pressed = Selection(anchor, anchor)
        return Selection(anchor, position)

    def begin_unit(self, text: TextMap, place: Point, unit: Unit) -> Selection | None:
        """Begins with the word or line at a place, and goes on by such when dragged."""
        position = text.position_at(place)
        if position is None:
            return None
        self._unit = unit
        self._pressed = self._unit_at(text, place, position)
        return self._pressed

    def drag_to(self, text: TextMap, place: Point) -> Selection | None:
        position = text.position_at(place)
        if position is None or self._pressed is None:
            return None
        return self._pressed.widened(self._unit_at(text, place, position))

    def end(self) -> None:
        """Nothing is pressed any more, whatever is dragged."""
        self._pressed = None

    def _unit_at(self, text: TextMap, place: Point, position: Position) -> Selection:
        if self._unit == "line":
            return text.line_selection(position.line)
        nothing = Selection(position, position)
        return (text.word_at(place) or nothing) if self._unit == "word" else nothing


def keep_in_view(event: QGraphicsSceneMouseEvent) -> None:
    """Scrolls the view along when the mouse is dragged out of it."""
    viewport = event.widget()
    view = viewport.parentWidget() if viewport is not None else None
    if isinstance(view, QGraphicsView) and not viewport.rect().contains(view.mapFromScene(event.scenePos())):
        view.ensureVisible(QRectF(event.scenePos(), QSizeF(1, 1)), 0, 0)
