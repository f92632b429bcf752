"""What the left mouse button does: selecting, moving and resizing boxes, or drawing new ones.

Tools get points in picture pixels. They show what would happen while the mouse is dragged and ask for one
edit at its release, so that a drag is one step of the undo history.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, Qt

from eyebox.canvas.box_editor import BoxEditor
from eyebox.canvas.hit import Handle, Hit, hit, moved, resized, within
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass

ToolName = Literal["select", "draw", "crop", "redact", "ignore"]

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

    def __init__(self, editor: BoxEditor) -> None:
        self._editor = editor
        self._press: _Press | None = None
        self._result: list[Box] = []

    @property
    def is_busy(self) -> bool:
        return self._press is not None

    def activate(self) -> None:
        self._editor.view.show_cursor(None)

    def press(self, at: QPointF, keys: Modifiers) -> bool:
        """Takes a press on a box that it can move; False when there is none."""
        found = self._hit(at, keys)
        if found is None:
            return False
        editor, box = self._editor, found.box
        adds = _adds(keys)
        was_selected = box.id in editor.selection
        if box.locked or (found.part == "body" and not was_selected):
            if adds:
                self.press_empty(at, keys)
            return adds
        if not was_selected:
            editor.select([*editor.selection, box.id] if adds else [box.id])
        self._press = _Press(
            at,
            found,
            editor.selection,
            tuple(b for b in editor.selected_boxes if not b.locked),
            adds and was_selected,
        )
        return True

    def press_empty(self, at: QPointF, keys: Modifiers) -> None:
        """Takes a press where nothing is to be moved: the start of a rubber band, or a click."""
        self._press = _Press(at, None, self._editor.selection if _adds(keys) else ())
        if self._hit(at, keys) is None:
            self._editor.select(self._press.kept)

    def click(self, at: QPointF, keys: Modifiers) -> None:
        """Selects the box at a point, or adds it; where there is none, nothing is selected."""
        found = self._hit(at, keys)
        kept = self._editor.selection if _adds(keys) else ()
        self._editor.select(dict.fromkeys([*kept, found.box.id]) if found else kept)

    def drag(self, to: QPointF, _keys: Modifiers) -> None:
        press = self._press
        if press is None:
            return
        away = to - press.at
        if not press.is_drag and not is_drag(away, self._editor.view.pixel_scale):
            return
        press.is_drag = True
        if press.hit is None:
            self._band(press, to)
            return
        size = self._editor.scene.picture_rect.size()
        if press.hit.handle is not None:
            box = press.hit.box
            x, y = press.hit.handle.place(box)
            x, y = round(x + away.x()), round(y + away.y())
            self._result = [resized(box, press.hit.handle, x, y, size.width(), size.height())]
        else:
            dx, dy = round(away.x()), round(away.y())
            self._result = moved(press.boxes, dx, dy, size.width(), size.height())
        self._editor.marks.preview(self._result)

    def release(self, to: QPointF, keys: Modifiers) -> None:
        press = self._press
        if press is None:
            return
        self.drag(to, keys)
        self._press = None
        result, self._result = self._result, []
        editor = self._editor
        editor.marks.show_band(None)
        editor.marks.preview(())
        if press.hit is None:
            if not press.is_drag:
                self.click(press.at, keys)
            return
        if press.is_drag:
            before = {box.id: box for box in (*press.boxes, press.hit.box)}
            what: Literal["move", "resize"] = "move" if press.hit.handle is None else "resize"
            editor.change([box for box in result if box != before[box.id]], what)
        elif press.toggles:
            editor.select(box_id for box_id in press.kept if box_id != press.hit.box.id)
        elif not _adds(keys):
            editor.select([press.hit.box.id])

    def cancel(self) -> bool:
        """Gives up a drag; False when there is none."""
        press, self._press = self._press, None
        self._result = []
        if press is None:
            return False
        self._editor.marks.show_band(None)
        self._editor.marks.preview(())
        if press.hit is None:
            self._editor.select(press.kept)
        return True

    def double_click(self, at: QPointF, keys: Modifiers) -> bool:
        found = self._hit(at, keys)
        if found is not None:
            self._editor.rename(found.box.id)
        return found is not None

    def hover(self, at: QPointF, keys: Modifiers) -> None:
        found = self._hit(at, keys)
        self._editor.marks.show_hovered(found.box if found else None)
        if found is None:
            self._editor.view.show_cursor(None)
        elif found.box.locked:
            self._editor.view.show_cursor(Qt.CursorShape.PointingHandCursor)
        elif found.handle is not None:
            self._editor.view.show_cursor(_CURSORS[found.handle])
        elif found.part != "body" or found.box.id in self._editor.selection:
            self._editor.view.show_cursor(Qt.CursorShape.SizeAllCursor)
        elif self._editor.is_over_text(at):
            self._editor.view.show_cursor(Qt.CursorShape.IBeamCursor)
        else:
            self._editor.view.show_cursor(Qt.CursorShape.PointingHandCursor)

    def _hit(self, at: QPointF, keys: Modifiers) -> Hit | None:
        if keys & Modifiers.AltModifier:
            return None
        editor = self._editor
        active = (
            [box for box in editor.selected_boxes if not box.locked] if len(editor.selection) == 1 else []
        )
        return hit(editor.grid, at.x(), at.y(), editor.view.pixel_scale, active, editor.label_at)

    def _band(self, press: _Press, to: QPointF) -> None:
        band = _span(press.at, to)
        self._editor.marks.show_band(band)
        caught = [box.id for box in within(self._editor.grid, band)]
        self._editor.select(dict.fromkeys([*press.kept, *caught]))


class DrawTool:
    """Draws a box from corner to corner in whole pixels, inside the picture; `finish` gets it.

    By a drag, or by two clicks; between them the box follows the mouse.
    """

    def __init__(self, editor: BoxEditor, name: ToolName, finish: Callable[[Box], object]) -> None:
        self.name = name
        self._editor = editor
        self._finish = finish
        self._corner: QPointF | None = None
        """The first corner, of a drag or of the first click."""
        self._pressed: QPointF | None = None
        self._drawn: Box | None = None

    @property
    def is_busy(self) -> bool:
        return self._corner is not None

    def activate(self) -> None:
        self._editor.marks.show_hovered(None)
        self._editor.view.show_cursor(Qt.CursorShape.CrossCursor)

    def press(self, at: QPointF, _keys: Modifiers) -> bool:
        self._editor.select(())
        self._pressed = at
        if self._corner is None:
            self._corner = at
        return True

    def press_empty(self, at: QPointF, keys: Modifiers) -> None:
        self.press(at, keys)

    def drag(self, to: QPointF, _keys: Modifiers) -> None:
        pressed = self._pressed
        if pressed is not None and is_drag(to - pressed, self._editor.view.pixel_scale):
            self._corner = pressed  # whatever was clicked before
        if self._corner is None:
            return
        x1, y1, x2, y2 = (float(round(v)) for v in _span(self._corner, to))
        rect = self._editor.scene.picture_rect
        box = self._editor.new_box(x1, y1, x2, y2).inside(rect.width(), rect.height())
        least = DRAG_FROM / self._editor.view.pixel_scale
        away = to - self._corner
        is_box = abs(away.x()) >= least and abs(away.y()) >= least
        self._drawn = box if is_box and box.width >= 1 and box.height >= 1 else None
        self._editor.marks.show_drawn(self._drawn)

    def release(self, to: QPointF, keys: Modifiers) -> None:
        self.drag(to, keys)
        pressed, self._pressed = self._pressed, None
        drawn = self._drawn
        was_dragged = pressed is not None and is_drag(to - pressed, self._editor.view.pixel_scale)
        if drawn is not None or was_dragged:
            self._corner = self._drawn = None
        if drawn is not None:
            self._finish(drawn)

    def cancel(self) -> bool:
        """Gives up a drawing; False when there is none."""
        was_busy, self._corner, self._pressed, self._drawn = self.is_busy, None, None, None
        self._editor.marks.show_drawn(None)
        return was_busy

    def double_click(self, _at: QPointF, _keys: Modifiers) -> bool:
        return True

    def click(self, _at: QPointF, _keys: Modifiers) -> None:
        """A click on text is none here."""

    def hover(self, _at: QPointF, _keys: Modifiers) -> None:
        self._editor.view.show_cursor(Qt.CursorShape.CrossCursor)


Tool = SelectTool | DrawTool


def is_drag(away: QPointF, scale: float) -> bool:
    """Whether the mouse has gone far enough from where it was pressed, in picture pixels."""
    return max(abs(away.x()), abs(away.y())) * scale >= DRAG_FROM


def _adds(keys: Modifiers) -> bool:
    return bool(keys & (Modifiers.ShiftModifier | Modifiers.ControlModifier))


def _span(a: QPointF, b: QPointF) -> tuple[float, float, float, float]:
    return (min(a.x(), b.x()), min(a.y(), b.y()), max(a.x(), b.x()), max(a.y(), b.y()))
