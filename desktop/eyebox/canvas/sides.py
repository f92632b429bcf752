"""The sides of a box by keys: put onto edges that the picture has near them, moved by single pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from eyebox.canvas.box_editor import BoxEditor
from eyebox.canvas.selection_layer import Guide
from eyebox.theme.announcing import announce
from eyebox_models.protocol.box import Box, BoxEdges
from eyebox_models.protocol.dataclass import dataclass

Side = Literal["left", "top", "right", "bottom"]
SIDES: tuple[Side, ...] = get_args(Side)
SAME = 0.5
"""A side so near to an edge, in pixels, is on it already."""
LEAST = 1.0
"""A box stays so many pixels wide and high."""
GUIDE_MS = 1500
_ARROWS: dict[int, Side] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "top",
    Qt.Key.Key_Down: "bottom",
}
_OUTWARDS = {
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier: 1.0,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier: -1.0,
}
"""How far a side moves by its arrow."""


@dataclass(frozen=True, slots=True)
class _Round:
    """A side on its way around: over its edges, then back to where it was. `stops` ends with that; `at` is the present one."""

    box: str
    side: Side
    stops: tuple[float, ...]
    at: int
    key: str


class Sides(QObject):
    """Works on the one box that is selected; every key is an edit of it, those of one round or burst a single step.

    Signals:
        edges_wanted: a box whose side is to be put onto an edge, and whose edges are not known.
    """

    edges_wanted = Signal(object)

    def __init__(self, editor: BoxEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._round: _Round | None = None
        self._waiting: list[tuple[str, Side | None]] = []
        """Boxes and their sides (None: all of them) that are to go onto edges once these are known."""
        self._rounds = 0
        self._guide_over = QTimer(self, singleShot=True, interval=GUIDE_MS)
        self._guide_over.timeout.connect(self._hide_guide)
        editor.selection_changed.connect(self._forget)

    def snap(self, side: Side, edges: BoxEdges | None) -> None:
        """Puts a side onto the likeliest edge near it; again: onto the next one, at last back to where it was.

        `edges` None: they are not known yet. It is done as soon as `take` brings them.
        """
        box = self._box()
        if box is None:
            return
        going = self._going(box, side)
        if going is None:
            if edges is None:
                self._wait(box, side)
                return
            going = self._begin(box, side, edges)
        if going is None:
            self._editor.noticed.emit(self._nothing(side))
            return
        self._round = going = replace(going, at=(going.at + 1) % len(going.stops))
        self._editor.push([_placed(box, side, going.stops[going.at])], self._text(side), going.key)
        self._show_guide(going)

    def snap_all(self, edges: BoxEdges | None) -> None:
        """Puts all sides onto the likeliest edges near them, as one step; they can be put onto others one by one then."""
        box = self._box()
        if box is None:
            return
        if edges is None:
            self._wait(box, None)
            return
        changed = box
        for side in SIDES:
            found = next(iter(getattr(edges, side)), None)
            if found is not None and self._fits(changed, side, found.position):
                changed = _placed(changed, side, found.position)
        if changed != box:
            self._round = None
            self._hide_guide()
            self._editor.push([changed], self.tr("Put a box onto edges"))
        else:
            self._editor.noticed.emit(self.tr("There are no other edges near this box."))

    @property
    def waiting(self) -> Box | None:
        """The box of which a side waits for edges."""
        box = next(iter(self._editor.selected_boxes), None)
        return box if box is not None and any(box.id == waits for waits, _side in self._waiting) else None

    def take(self, box_id: str, edges: BoxEdges) -> None:
        """The edges near a box are known: its sides that wait for them are put onto them."""
        waiting, self._waiting = self._waiting, [one for one in self._waiting if one[0] != box_id]
        for waits, side in waiting:
            if waits == box_id and self._editor.selection == (box_id,):
                self.snap_all(edges) if side is None else self.snap(side, edges)

    def _wait(self, box: Box, side: Side | None) -> None:
        self._waiting.append((box.id, side))
        self.edges_wanted.emit(box)

    def take_key(self, key: int, keys: Qt.KeyboardModifier) -> bool:
        """Moves a side where that is what the key means; False where it isn't."""
        if key not in _ARROWS or keys not in _OUTWARDS or not self._editor.selection:
            return False
        self.nudge(_ARROWS[key], _OUTWARDS[keys])
        return True

    def nudge(self, side: Side, outwards: float) -> None:
        """Moves a side by so many pixels, away from the box's middle or (negative) towards it."""
        box = self._box()
        if box is None:
            return
        self._hide_guide()
        self._round = None
        rect = self._editor.scene.picture_rect
        way = -outwards if side in ("left", "top") else outwards
        changed = _placed(box, side, _of(box, side) + way).inside(rect.width(), rect.height())
        if changed.width >= LEAST and changed.height >= LEAST and changed != box:
            self._editor.push([changed], self._text(side), self._editor.nudge_key(f"{side} side"))

    def _box(self) -> Box | None:
        """The box that is worked on; says why there is none."""
        boxes = self._editor.selected_boxes
        if len(boxes) != 1:
            self._editor.noticed.emit(self.tr("Select one box: its side is put onto an edge of the picture."))
            return None
        free = self._editor.unlocked(boxes)
        return free[0] if free else None

    def _going(self, box: Box, side: Side) -> _Round | None:
        """The round that a side is on, unless it was moved otherwise since."""
        going = self._round
        if going is None or (going.box, going.side) != (box.id, side):
            return None
        return going if _of(box, side) == going.stops[going.at] else None

    def _begin(self, box: Box, side: Side, edges: BoxEdges) -> _Round | None:
        now = _of(box, side)
        fitting = (edge.position for edge in getattr(edges, side) if self._fits(box, side, edge.position))
        stops = [place for place in fitting if abs(place - now) > SAME]
        self._rounds += 1
        going = _Round(box.id, side, (*stops, now), len(stops), f"{side} edge {self._rounds}")
        return going if stops else None

    def _fits(self, box: Box, side: Side, at: float) -> bool:
        """Whether a side can be there: before the other one, and on the picture."""
        rect = self._editor.scene.picture_rect
        placed = _placed(box, side, at)
        is_box = placed.width >= LEAST and placed.height >= LEAST and _of(placed, side) == at
        return is_box and placed == placed.inside(rect.width(), rect.height())

    def _show_guide(self, going: _Round) -> None:
        is_upright = going.side in ("left", "right")
        *others, origin = (stop for stop in going.stops if stop != going.stops[going.at])
        self._editor.marks.show_guide(Guide(is_upright, going.stops[going.at], (*others, origin)))
        self._guide_over.start()
        last = len(going.stops) - 1
        said = self.tr("Back where it was") if going.at == last else self.tr("Edge %1 of %2")
        announce(self._editor.view, said.replace("%1", str(going.at + 1)).replace("%2", str(last)))

    def _hide_guide(self) -> None:
        self._guide_over.stop()
        self._editor.marks.show_guide(None)

    def _forget(self) -> None:
        self._round, self._waiting = None, []
        self._hide_guide()

    def _text(self, side: Side) -> str:
        """What the step is called."""
        return {
            "left": self.tr("Move the left side"),
            "top": self.tr("Move the top side"),
            "right": self.tr("Move the right side"),
            "bottom": self.tr("Move the bottom side"),
        }[side]

    def _nothing(self, side: Side) -> str:
        return {
            "left": self.tr("There is no edge near the left side."),
            "top": self.tr("There is no edge near the top side."),
            "right": self.tr("There is no edge near the right side."),
            "bottom": self.tr("There is no edge near the bottom side."),
        }[side]


def _of(box: Box, side: Side) -> float:
    return box.xyxy[SIDES.index(side)]


def _placed(box: Box, side: Side, at: float) -> Box:
    """The box with that side elsewhere."""
    corners: Sequence[float] = [at if one == side else _of(box, one) for one in SIDES]
    x1, y1, x2, y2 = corners
    return box.placed(x1, y1, x2, y2)
