"""The boxes under the hand: which are selected, and the commands that edits become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QMimeData, QObject, QPointF, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QGuiApplication, QUndoStack

from eyebox.annotations.box_model import BoxModel
from eyebox.annotations.clipboard import boxes_from_mime, boxes_to_mime, placed_in
from eyebox.annotations.commands import AddBoxes, RemoveBoxes, SetBox, SetBoxes
from eyebox.annotations.hidden import HiddenBoxes
from eyebox.canvas.hit import Grid, moved
from eyebox.canvas.label_completion import RecentLabels
from eyebox.canvas.label_editor import LabelEditor
from eyebox.canvas.marks import Marks
from eyebox.canvas.outline import rect_of
from eyebox.canvas.scene import CanvasScene
from eyebox.canvas.zoom_view import ZoomView
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box, new_id

DUPLICATE_OFFSET = 12.0
NUDGES_APART_MS = 1000
"""Arrow nudges further apart than this are separate steps of the undo history."""


class BoxEditor(QObject):
    """What the tools and keys of a canvas work on; `marks` show what they are about.

    Signals:
        selection_changed: ids of the selected boxes, a tuple.
        noticed: a sentence about why nothing, or not all, was done.
        duplicated: copies were made of boxes: ids of the copies by those of the originals.
        line_corrected: a line of the picture's text (its number) is to have another text.
        line_left: that line was done by Enter (0), Tab (1) or Shift and Tab (-1).
    """

    selection_changed = Signal(object)
    noticed = Signal(str)
    duplicated = Signal(object)
    line_corrected = Signal(int, str)
    line_left = Signal(int, int)

    def __init__(self, theme: Theme, scene: CanvasScene, view: ZoomView) -> None:
        super().__init__(view)
        self.scene = scene
        self.view = view
        self.marks = Marks(theme, scene, view)
        self.label_for_new = ""
        self.recent_labels = RecentLabels()
        self.offered: Callable[[], Iterable[str]] = tuple
        """Gives the labels of the session, the most used first."""
        self._model: BoxModel | None = None
        self._stack: QUndoStack | None = None
        self._selected: tuple[str, ...] = ()
        self._edited: tuple[str, ...] = ()
        self._line: tuple[int, QRectF] | None = None
        """The line of text that is being corrected, and where it stands."""
        self._line_done = -1
        self._hidden = HiddenBoxes(self)
        self._hidden.changed.connect(self._hidden_changed)
        self._burst = 0
        self._since_nudge = QElapsedTimer()
        self._editor = LabelEditor(theme, view)
        self._editor.accepted.connect(self._label_given)
        self._editor.cancelled.connect(self._label_refused)
        self._editor.went_on.connect(self._go_on)
        view.view_changed.connect(self._follow_view)

    @property
    def grid(self) -> Grid:
        """The boxes that can be hit; none while boxes are hidden."""
        layer = self.scene.box_layer
        return layer.grid if layer.isVisible() else Grid((), 1, 1)

    def label_at(self, x: float, y: float) -> Box | None:
        """The box whose label is shown at a point of the picture."""
        layer = self.scene.box_layer
        return layer.label_at(x, y) if layer.isVisible() else None

    def is_over_text(self, at: QPointF) -> bool:
        """Whether text can be selected at a point of the picture."""
        layer = self.scene.text_layer
        return layer.isVisible() and layer.contains(at)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All boxes that can be seen, later ones on top."""
        return (
            tuple(box for box in self.all_boxes if box not in self._hidden)
            if self._hidden
            else self.all_boxes
        )

    @property
    def all_boxes(self) -> tuple[Box, ...]:
        """All boxes of the picture, hidden ones too."""
        return self._model.boxes() if self._model is not None else ()

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected boxes, in the order they were selected."""
        return self._selected

    @property
    def selected_boxes(self) -> list[Box]:
        return [box for box_id in self._selected if (box := self._box(box_id)) is not None]

    @property
    def hidden(self) -> HiddenBoxes:
        """The boxes that are neither painted nor hit."""
        return self._hidden

    def set_hidden(self, hidden: HiddenBoxes) -> None:
        """Leaves out what `hidden` says, now and when it changes; it stays its owner's."""
        self._hidden.changed.disconnect(self._hidden_changed)
        self._hidden = hidden
        hidden.changed.connect(self._hidden_changed)
        self._boxes_changed()

    @Slot()
    def _hidden_changed(self) -> None:
        self.select(box.id for box in self.selected_boxes if box not in self._hidden)
        self._boxes_changed()

    def set_boxes(self, model: BoxModel | None, stack: QUndoStack | None) -> None:
        """Works on another picture's boxes; both stay their owner's. The selection is dropped."""
        if self._model is not None:
            self._model.changed.disconnect(self._boxes_changed)
        self.select(())
        self._model, self._stack = model, stack
        if model is not None:
            model.changed.connect(self._boxes_changed)
        self.scene.box_layer.set_boxes(self.boxes)

    def select(self, ids: Iterable[str]) -> None:
        """Selects exactly these boxes; unknown ids are left out."""
        chosen = tuple(box_id for box_id in ids if self._box(box_id) is not None)
        if chosen != self._selected:
            self._selected = chosen
            self._burst += 1
            self._mark_selected()
            self.selection_changed.emit(chosen)

    @Slot()
    def select_all(self) -> None:
        self.select(box.id for box in self.boxes)

    def step_through(self, by: int) -> Box | None:
        """Selects the next or previous box in the list's order; gives it, or None when there is none."""
        boxes = self.boxes
        if not boxes:
            return None
        places = {box.id: place for place, box in enumerate(boxes)}
        start = places.get(self._selected[-1] if self._selected else "", -1 if by > 0 else 0)
        box = boxes[(start + by) % len(boxes)]
        self.select([box.id])
        return box

    def unlocked(self, boxes: Iterable[Box]) -> list[Box]:
        """The boxes that may be changed by hand; says so where there are none."""
        boxes = list(boxes)
        free = [box for box in boxes if not box.locked]
        if boxes and not free:
            self.noticed.emit(self.tr("%n selected box(es) are locked. L unlocks them.", "", len(boxes)))
        return free

    @Slot()
    def delete_selected(self) -> None:
        self._remove_selected("")

    def _remove_selected(self, text: str) -> None:
        free = self.unlocked(self.selected_boxes)
        if self._model is not None and self._stack is not None and free:
            self._stack.push(RemoveBoxes(self._model, [box.id for box in free], text))

    def copy_selected(self) -> bool:
        """Puts the selected boxes on the clipboard; False when there are none."""
        boxes = self.selected_boxes
        if boxes:
            QGuiApplication.clipboard().setMimeData(boxes_to_mime(boxes))
        return bool(boxes)

    @Slot()
    def cut_selected(self) -> None:
        """Puts the selected boxes on the clipboard and takes them away."""
        free = self.unlocked(self.selected_boxes)
        if free:
            QGuiApplication.clipboard().setMimeData(boxes_to_mime(free))
            self._remove_selected(self.tr("Cut %n box(es)", "", len(free)))

    def paste(self, mime: QMimeData) -> bool:
        """Adds the boxes of a clipboard where they were on their own picture; False when it holds none.

        They are cut to this picture, and put aside where they would cover the same boxes.
        """
        boxes = boxes_from_mime(mime)
        if self._model is None or self._stack is None or not boxes:
            return False
        rect = self.scene.picture_rect
        placed = placed_in(boxes, self._model.boxes(), rect.width(), rect.height(), DUPLICATE_OFFSET)
        if placed:
            self._stack.push(AddBoxes(self._model, placed, self.tr("Paste %n box(es)", "", len(placed))))
            self._hidden.show(placed)
            self.select(box.id for box in placed)
        if outside := len(boxes) - len(placed):
            self.noticed.emit(self.tr("%n copied box(es) lie outside of this picture.", "", outside))
        return True

    @Slot()
    def lock_selected(self) -> None:
        """Locks the selected boxes, or unlocks them where all are locked."""
        self._lock(self.selected_boxes)

    @Slot()
    def lock_all(self) -> None:
        """Locks all boxes of the picture, or unlocks them where all are locked."""
        self._lock(self.all_boxes)

    def _lock(self, boxes: Sequence[Box]) -> None:
        locked = not all(box.locked for box in boxes)
        others = [replace(box, locked=locked) for box in boxes if box.locked != locked]
        count = len(others)
        text = self.tr("Lock %n box(es)", "", count) if locked else self.tr("Unlock %n box(es)", "", count)
        self.push(others, text)

    @Slot()
    def hide_selected(self) -> None:
        """Hides the selected boxes, or shows them where all are hidden."""
        self._hidden.toggle(self.selected_boxes)

    @Slot()
    def show_all(self) -> None:
        """Shows all boxes that were hidden."""
        self._hidden.show_all()

    @Slot()
    def duplicate_selected(self) -> None:
        """Copies the selected boxes a little aside and selects the copies."""
        boxes = self.selected_boxes
        if self._model is None or self._stack is None or not boxes:
            return
        rect, step = self.scene.picture_rect, DUPLICATE_OFFSET
        aside = moved(boxes, step, step, rect.width(), rect.height())
        if aside[0].xyxy == boxes[0].xyxy:
            aside = moved(boxes, -step, -step, rect.width(), rect.height())
        copies = [replace(box, id=new_id(), source="user", score=None, locked=False) for box in aside]
        self._stack.push(AddBoxes(self._model, copies, self.tr("Duplicate %n box(es)", "", len(copies))))
        self.duplicated.emit({box.id: copy.id for box, copy in zip(boxes, copies, strict=True)})
        self.select(box.id for box in copies)

    def nudge(self, dx: float, dy: float) -> None:
        """Moves the selected boxes by picture pixels; quick nudges are one step of the history."""
        before = self.unlocked(self.selected_boxes)
        after = moved(before, dx, dy, self.scene.picture_rect.width(), self.scene.picture_rect.height())
        if after != before:
            self.push(after, self.tr("Move %n box(es)", "", len(after)), self.nudge_key("nudge"))

    def nudge_key(self, of: str) -> str:
        """The same key for steps that follow each other quickly."""
        if not self._since_nudge.isValid() or self._since_nudge.hasExpired(NUDGES_APART_MS):
            self._burst += 1
        self._since_nudge.start()
        return f"{of} {self._burst}"

    def rename(self, box_id: str) -> None:
        """Opens a box's label for typing."""
        self.select([box_id])
        self.rename_selected()

    @Slot()
    def rename_selected(self) -> None:
        """Opens the label of the selected boxes for typing, at the last one; it is empty where they have several.

        That of one box around a text is the text, which is typed below it.
        """
        boxes = self.unlocked(self.selected_boxes)
        if boxes:
            self._edited = tuple(box.id for box in boxes)
            if len(boxes) == 1 and boxes[0].source == "text":
                self._editor.open_text(self._on_screen(rect_of(boxes[0])), boxes[0].label)
                return
            label = boxes[0].label if len({box.label for box in boxes}) == 1 else ""
            self._editor.open(self._on_screen(rect_of(boxes[-1])), label, self.labels(), len(boxes))

    def correct(self, line: int, rect: QRectF, text: str, part: tuple[int, int] | None = None) -> None:
        """Opens a line of the picture's text for typing, below it; a part of it may be selected."""
        self._editor.cancel()
        self._edited, self._line = (), (line, rect)
        self._editor.open_text(self._on_screen(rect), text, part)

    def change(self, boxes: Sequence[Box], what: Literal["move", "resize"]) -> None:
        """Puts changed boxes into the model as one step of the history."""
        moves = what == "move"
        self.push(boxes, self.tr("Move %n box(es)", "", len(boxes)) if moves else self.tr("Resize a box"))

    def new_box(self, x1: float, y1: float, x2: float, y2: float) -> Box:
        return Box(self.label_for_new, x1, y1, x2, y2)

    def add(self, box: Box) -> None:
        """Adds a box and selects it."""
        if self._model is not None and self._stack is not None:
            rect = self.scene.picture_rect
            self._stack.push(AddBoxes(self._model, [box.inside(rect.width(), rect.height())]))
            self.select([box.id])

    def finish_drawing(self, box: Box) -> None:
        """Asks for the label of a drawn box, then adds it."""
        self.marks.show_drawn(box)
        self._edited = ()
        self._editor.open(self._on_screen(rect_of(box)), self.label_for_new, self.labels())

    def stop_editing(self) -> bool:
        """Gives up a label that is being typed; False when there is none."""
        return self._editor.cancel()

    def _box(self, box_id: str) -> Box | None:
        return self._model.box(box_id) if self._model is not None else None

    def push(self, boxes: Sequence[Box], text: str, key: str = "") -> None:
        """Puts changed boxes into the model as a step of the history called `text`; steps with the same `key` are one."""
        model, stack = self._model, self._stack
        if model is None or stack is None:
            return
        boxes = [box for box in boxes if box.id in model]
        if len(boxes) == 1:
            stack.push(SetBox(model, boxes[0], text, key))
        elif boxes:
            stack.push(SetBoxes(model, boxes, text, key))

    @Slot(str)
    def _label_given(self, label: str) -> None:
        line, self._line = self._line, None
        self._line_done = -1 if line is None else line[0]
        if line is not None:
            self.line_corrected.emit(line[0], label)
            return
        drawn = self.marks.drawn
        edited = [box for box_id in self._edited if (box := self._box(box_id)) is not None]
        self.marks.show_drawn(None)
        if drawn is not None and self._model is not None and self._stack is not None:
            self.label_for_new = label = label or self.label_for_new or self.tr("box")
            box = replace(drawn, label=label)
            self._stack.push(AddBoxes(self._model, [box]))
            self._hidden.show([box])
            self.select([drawn.id])
        elif label:
            self.rename_to(label, edited)
        if not edited or edited[0].source != "text":
            self.recent_labels.use(label)

    @Slot(int)
    def _go_on(self, by: int) -> None:
        if self._line_done >= 0:
            self.line_left.emit(self._line_done, by)

    def rename_to(self, label: str, boxes: Iterable[Box]) -> None:
        """Gives boxes this label, those that are locked left out, as one step of the history."""
        renamed = [replace(box, label=label) for box in boxes if box.label != label and not box.locked]
        one = len(renamed) == 1
        self.push(renamed, self.tr("Rename a box") if one else self.tr("Rename %n box(es)", "", len(renamed)))
        self._hidden.show(renamed)

    @Slot()
    def _label_refused(self) -> None:
        self._line = None
        self.marks.show_drawn(None)

    def labels(self) -> list[str]:
        """The labels that are offered where one is typed, those used last first."""
        of_picture = sorted({box.label for box in self.boxes}, key=str.casefold)
        return self.recent_labels.with_all([*self.offered(), *of_picture])

    @Slot()
    def _boxes_changed(self) -> None:
        self.scene.box_layer.set_boxes(self.boxes)
        self.marks.keep_up(self._seen)
        self.select(self._selected)
        self._mark_selected()

    def _seen(self, box_id: str) -> Box | None:
        box = self._box(box_id)
        return box if box is not None and box not in self._hidden else None

    def _mark_selected(self) -> None:
        self.marks.show_selected([box for box in self.selected_boxes if box not in self._hidden])

    def _on_screen(self, rect: QRectF) -> QRect:
        return self.view.viewportTransform().mapRect(rect).toRect()

    @Slot()
    def _follow_view(self) -> None:
        box = self.marks.drawn or self._box(self._edited[-1] if self._edited else "")
        rect = self._line[1] if self._line is not None else rect_of(box) if box is not None else None
        if self._editor.is_open and rect is not None:
            self._editor.place(self._on_screen(rect))
