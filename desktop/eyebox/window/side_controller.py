"""Sides of the selected box by keys: its edges come from the picture engine, the canvas puts the sides onto them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from eyebox.canvas.sides import SIDES, Side
from eyebox.canvas.view import CanvasView
from eyebox.workspace.edges import Edges
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.ask import Pixels
from eyebox_models.protocol.box import Box, BoxEdges


class SideController(QObject):
    """`by_name`: what the actions do (`snap_left`, `grow_left`, `shrink_left` ... of all four sides)."""

    def __init__(
        self, pictures: Pictures, edges: Edges, canvas: CanvasView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._edges = edges
        self._editor = canvas.editor
        self.sides = canvas.sides
        self.by_name: dict[str, Callable[..., None]] = {}
        for side in SIDES:
            self.by_name[f"snap_{side}"] = partial(self._snap, side)
            self.by_name[f"grow_{side}"] = partial(self._nudge, side, 1.0)
            self.by_name[f"shrink_{side}"] = partial(self._nudge, side, -1.0)
        self.sides.edges_wanted.connect(self._on_wanted)
        edges.found.connect(self._on_found)
        pictures.decoded.connect(self._on_decoded)

    def prefetch(self, picture: str, boxes: Sequence[Box]) -> None:
        """Has the edges near these boxes looked for while nobody waits for them, if the picture is decoded."""
        self._edges.want(picture, boxes, ahead=True)

    def _snap(self, side: Side, *_checked: bool) -> None:
        boxes = self._editor.selected_boxes
        known = self._edges.of(self._pictures.current or "", boxes[0]) if len(boxes) == 1 else None
        self.sides.snap(side, known)

    def _nudge(self, side: Side, outwards: float, *_checked: bool) -> None:
        self.sides.nudge(side, outwards)

    @Slot(object)
    def _on_wanted(self, box: Box) -> None:
        self._edges.want(self._pictures.current or "", [box])

    @Slot(object, object)
    def _on_decoded(self, _record: object, pixels: Pixels) -> None:
        """A side may wait for a picture that was still being opened."""
        if not pixels.preview and (waiting := self.sides.waiting) is not None:
            self._on_wanted(waiting)

    @Slot(str, str, object)
    def _on_found(self, picture: str, box_id: str, edges: BoxEdges) -> None:
        if picture == self._pictures.current:
            self.sides.take(box_id, edges)
