"""What the left mouse button does: selecting, moving and resizing boxes, or drawing new ones.

Tools get points in picture pixels. They show what would happen while the mouse is dragged and ask for one
edit at its release, so that a drag is one step of the undo history.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt

from eyebox.canvas.hit import Grid, Handle, Hit, hit, moved, resized, within
from eyebox_models.protocol.box import Box

ToolName = Literal["select", "draw"]

DRAG_FROM = 3.0
"""A press becomes a drag after so many screen pixels."""
Modifiers = Qt.KeyboardModifier

_CURSORS = {
    Handle.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Handle.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Handle.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Handle.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    Handle.LEFT: Qt.CursorShape.SizeHorCursor,
    Handle.RIGHT: Qt.CursorShape.SizeHorCursor,
    Handle.TOP: Qt.CursorShape.SizeVerCursor,
    Handle.BOTTOM: Qt.CursorShape.SizeVerCursor,
}


class Desk(Protocol):
    """What a tool works on: the canvas view."""

    @property
    def pixel_scale(self) -> float: ...
    @property
    def picture_rect(self) -> QRectF: ...
    @property
    def grid(self) -> Grid: ...
    @property
    def selection(self) -> tuple[str, ...]: ...
    @property
    def selected_boxes(self) -> list[Box]: ...
    def label_at(self, x: float, y: float) -> Box | None:
        """The box whose label is shown at a point."""

    def is_over_text(self, at: QPointF) -> bool: ...
    def select(self, ids: Iterable[str]) -> None: ...
    def preview(self, boxes: Sequence[Box]) -> None:
        """Shows boxes as they would be, in place of those with the same ids."""

    def show_band(self, band: tuple[float, float, float, float] | None) -> None: ...
    def show_drawn(self, box: Box | None) -> None: ...
    def show_hovered(self, box: Box | None) -> None: ...
    def show_cursor(self, shape: Qt.CursorShape | None) -> None: ...
    def change(self, boxes: Sequence[Box], what: Literal["move", "resize"]) -> None: ...
    def finish_drawing(self, box: Box) -> None:
        """Asks for the label of a drawn box, then adds it."""

    def rename(self, box_id: str) -> None: ...
    def new_box(self, x1: float, y1: float, x2: float, y2: float) -> Box: ...


@dataclass(slots=True)
class _Press:
    """A press that may become a drag. `hit` None: on nothing that moves; `kept`: the selection before."""

    at: QPointF
    hit: Hit | None
    kept: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    toggles: bool = False
    is_drag: bool = False


class SelectTool:
    """Selects by click or rubber band, moves and resizes. Alt reaches what lies under the boxes.

    Inside an unselected box only a click means the box: a drag selects the text there, or is a rubber band.
    """

    name: ToolName = "select"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._press: _Press | None = None
        self._result: list[Box] = []

    @property
    def is_busy(self) -> bool:
        return self._press is not None

    def activate(self) -> None:
        self._desk.show_cursor(None)

    def press(self, at: QPointF, keys: Modifiers) -> bool:
        """Takes a press on a box that it can move; False when there is none."""
        found = self._hit(at, keys)
        if found is None:
            return False
        desk, box = self._desk, found.box
        adds = _adds(keys)
        was_selected = box.id in desk.selection
        if found.part == "body" and not was_selected:
            if adds:
                self.press_empty(at, keys)
            return adds
        if not was_selected:
            desk.select([*desk.selection, box.id] if adds else [box.id])
        self._press = _Press(at, found, desk.selection, tuple(desk.selected_boxes), adds and was_selected)
        return True

    def press_empty(self, at: QPointF, keys: Modifiers) -> None:
        """Takes a press where nothing is to be moved: the start of a rubber band, or a click."""
        self._press = _Press(at, None, self._desk.selection if _adds(keys) else ())
        if self._hit(at, keys) is None:
            self._desk.select(self._press.kept)

    def click(self, at: QPointF, keys: Modifiers) -> None:
        """Selects the box at a point, or adds it; where there is none, nothing is selected."""
        found = self._hit(at, keys)
        kept = self._desk.selection if _adds(keys) else ()
        self._desk.select(dict.fromkeys([*kept, found.box.id]) if found else kept)

    def drag(self, to: QPointF, _keys: Modifiers) -> None:
        press = self._press
        if press is None:
            return
        away = to - press.at
        if not press.is_drag and not is_drag(away, self._desk.pixel_scale):
            return
        press.is_drag = True
        if press.hit is None:
            self._band(press, to)
            return
        size = self._desk.picture_rect.size()
        if press.hit.handle is not None:
            box = press.hit.box
            x, y = self._handle_goal(press.hit.handle.place(box), away)
            self._result = [resized(box, press.hit.handle, x, y, size.width(), size.height())]
        else:
            dx, dy = round(away.x()), round(away.y())
            self._result = moved(press.boxes, dx, dy, size.width(), size.height())
        self._desk.preview(self._result)

    def release(self, to: QPointF, keys: Modifiers) -> None:
        press = self._press
        if press is None:
            return
        self.drag(to, keys)
        self._press = None
        result, self._result = self._result, []
        desk = self._desk
        desk.show_band(None)
        desk.preview(())
        if press.hit is None:
            if not press.is_drag:
                self.click(press.at, keys)
            return
        if press.is_drag:
            before = {box.id: box for box in (*press.boxes, press.hit.box)}
            what: Literal["move", "resize"] = "move" if press.hit.handle is None else "resize"
            desk.change([box for box in result if box != before[box.id]], what)
        elif press.toggles:
            desk.select(box_id for box_id in press.kept if box_id != press.hit.box.id)
        elif not _adds(keys):
            desk.select([press.hit.box.id])

    def cancel(self) -> bool:
        """Gives up a drag; False when there is none."""
        press, self._press = self._press, None
        self._result = []
        if press is None:
            return False
        self._desk.show_band(None)
        self._desk.preview(())
        if press.hit is None:
            self._desk.select(press.kept)
        return True

    def double_click(self, at: QPointF, keys: Modifiers) -> bool:
        found = self._hit(at, keys)
        if found is not None:
            self._desk.rename(found.box.id)
        return found is not None

    def hover(self, at: QPointF, keys: Modifiers) -> None:
        found = self._hit(at, keys)
        self._desk.show_hovered(found.box if found else None)
        if found is None:
            self._desk.show_cursor(None)
        elif found.handle is not None:
            self._desk.show_cursor(_CURSORS[found.handle])
        elif found.part != "body" or found.box.id in self._desk.selection:
            self._desk.show_cursor(Qt.CursorShape.SizeAllCursor)
        elif self._desk.is_over_text(at):
            self._desk.show_cursor(Qt.CursorShape.IBeamCursor)
        else:
            self._desk.show_cursor(Qt.CursorShape.PointingHandCursor)

    def _hit(self, at: QPointF, keys: Modifiers) -> Hit | None:
        if keys & Modifiers.AltModifier:
            return None
        desk = self._desk
        active = desk.selected_boxes if len(desk.selection) == 1 else []
        return hit(desk.grid, at.x(), at.y(), desk.pixel_scale, active, desk.label_at)

    def _handle_goal(self, handle: tuple[float, float], away: QPointF) -> tuple[float, float]:
        return (round(handle[0] + away.x()), round(handle[1] + away.y()))

    def _band(self, press: _Press, to: QPointF) -> None:
        band = _span(press.at, to)
        self._desk.show_band(band)
        caught = [box.id for box in within(self._desk.grid, band)]
        self._desk.select(dict.fromkeys([*press.kept, *caught]))


class DrawTool:
    """Draws a box from corner to corner in whole pixels, inside the picture."""

    name: ToolName = "draw"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._from: QPointF | None = None
        self._drawn: Box | None = None

    @property
    def is_busy(self) -> bool:
        return self._from is not None

    def activate(self) -> None:
        self._desk.show_hovered(None)
        self._desk.show_cursor(Qt.CursorShape.CrossCursor)

    def press(self, at: QPointF, _keys: Modifiers) -> bool:
        self._desk.select(())
        self._from = at
        return True

    def press_empty(self, at: QPointF, keys: Modifiers) -> None:
        self.press(at, keys)

    def drag(self, to: QPointF, _keys: Modifiers) -> None:
        if self._from is None:
            return
        x1, y1, x2, y2 = (float(round(v)) for v in _span(self._from, to))
        rect = self._desk.picture_rect
        box = self._desk.new_box(x1, y1, x2, y2).inside(rect.width(), rect.height())
        least = DRAG_FROM / self._desk.pixel_scale
        away = to - self._from
        is_drag = abs(away.x()) >= least and abs(away.y()) >= least
        self._drawn = box if is_drag and box.width >= 1 and box.height >= 1 else None
        self._desk.show_drawn(self._drawn)

    def release(self, to: QPointF, keys: Modifiers) -> None:
        self.drag(to, keys)
        self._from = None
        drawn, self._drawn = self._drawn, None
        if drawn is not None:
            self._desk.finish_drawing(drawn)

    def cancel(self) -> bool:
        """Gives up a drawing; False when there is none."""
        was_busy, self._from, self._drawn = self.is_busy, None, None
        self._desk.show_drawn(None)
        return was_busy

    def double_click(self, _at: QPointF, _keys: Modifiers) -> bool:
        return True

    def click(self, _at: QPointF, _keys: Modifiers) -> None:
        """A click draws nothing."""

    def hover(self, _at: QPointF, _keys: Modifiers) -> None:
        self._desk.show_cursor(Qt.CursorShape.CrossCursor)


Tool = SelectTool | DrawTool


def is_drag(away: QPointF, scale: float) -> bool:
    """Whether the mouse has gone far enough from where it was pressed, in picture pixels."""
    return max(abs(away.x()), abs(away.y())) * scale >= DRAG_FROM


def _adds(keys: Modifiers) -> bool:
    return bool(keys & (Modifiers.ShiftModifier | Modifiers.ControlModifier))


def _span(a: QPointF, b: QPointF) -> tuple[float, float, float, float]:
    return (min(a.x(), b.x()), min(a.y(), b.y()), max(a.x(), b.x()), max(a.y(), b.y()))
