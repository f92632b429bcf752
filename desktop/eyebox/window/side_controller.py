"""Sides of the selected box by keys: its edges come from the picture engine, the canvas puts the sides onto them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from eyebox.canvas.sides import SIDES, Side
from eyebox.canvas.view import CanvasView
from eyebox.jobs.job import Priority
from eyebox.session.review import ReviewItem
from eyebox.workspace.edges import Edges
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.review import Review
from eyebox_models.protocol.box import Box, BoxEdges
from eyebox_models.protocol.pixels import Pixels

AHEAD = 3
"""So many of the next boxes have their edges looked for while one is reviewed."""


class SideController(QObject):
    """`by_name`: what the actions do (`snap_left`, `grow_left`, `shrink_left` ... of all four sides, and `snap_all`)."""

    def __init__(
        self,
        pictures: Pictures,
        edges: Edges,
        review: Review,
        canvas: CanvasView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._edges = edges
        self._review = review
        self._editor = canvas.editor
        self.sides = canvas.sides
        self.by_name: dict[str, Callable[..., None]] = {"snap_all": self._snap_all}
        for side in SIDES:
            self.by_name[f"snap_{side}"] = partial(self._snap, side)
            self.by_name[f"grow_{side}"] = partial(self._nudge, side, 1.0)
            self.by_name[f"shrink_{side}"] = partial(self._nudge, side, -1.0)
        self.sides.edges_wanted.connect(self._on_wanted)
        edges.found.connect(self._on_found)
        pictures.decoded.connect(self._on_decoded)
        review.current_changed.connect(self._look_ahead)

    def _known(self) -> BoxEdges | None:
        boxes = self._editor.selected_boxes
        return self._edges.of(self._pictures.current or "", boxes[0]) if len(boxes) == 1 else None

    def _snap(self, side: Side, *_checked: bool) -> None:
        self.sides.snap(side, self._known())

    def _snap_all(self, *_checked: bool) -> None:
        self.sides.snap_all(self._known())

    def _nudge(self, side: Side, outwards: float, *_checked: bool) -> None:
        self.sides.nudge(side, outwards)

    @Slot(object)
    def _on_wanted(self, box: Box) -> None:
        self._edges.want(self._pictures.current or "", [box])

    @Slot(object, object)
    def _on_decoded(self, _record: object, pixels: Pixels) -> None:
        """A side may wait for a picture that was still being opened."""
        if pixels.preview:
            return
        if (waiting := self.sides.waiting) is not None:
            self._on_wanted(waiting)
        self._look_ahead(self._review.current)

    @Slot(object)
    def _look_ahead(self, item: ReviewItem | None) -> None:
        """Has the edges of the box in review looked for, and those of the next ones, before a key asks for them."""
        if item is None or item.box is None:
            return
        self._edges.want(item.picture, [item.box], Priority.NEXT)
        following = self._review.rows(item.position + 1, AHEAD) if item.position >= 0 else []
        boxes: dict[str, list[Box]] = {}
        for other in following:
            if other.box is not None:
                boxes.setdefault(other.picture, []).append(other.box)
        for picture, group in boxes.items():
            self._edges.want(picture, group, Priority.BATCH)

    @Slot(str, str, object)
    def _on_found(self, picture: str, box_id: str, edges: BoxEdges) -> None:
        if picture == self._pictures.current:
            self.sides.take(box_id, edges)
