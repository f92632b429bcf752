"""Every edit of boxes as a small command. Commands touch the model only; its views follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from eyebox.annotations.box_model import BoxModel, Placed
from eyebox_models.protocol.box import Box

SET_BOXES = 1
"""Qt asks commands of the same kind whether they merge."""


class AddBoxes(QUndoCommand):
    """Adds boxes on top: a drawn or duplicated one, or all boxes of an answer."""

    def __init__(self, model: BoxModel, boxes: Sequence[Box], text: str = "") -> None:
        super().__init__(text or _tr("Add %n box(es)", len(boxes)))
        self._model = model
        self._boxes = tuple(boxes)
        self._rows: tuple[int, ...] | None = None

    @property
    def is_by_hand(self) -> bool:
        """Whether a human made all of them, and no model or file."""
        return all(box.source == "user" for box in self._boxes)

    def redo(self) -> None:
        self._model.insert(self._boxes, self._rows)

    def undo(self) -> None:
        removed = self._model.remove(box.id for box in self._boxes)
        self._rows = tuple(row for row, _ in removed)
        self._boxes = tuple(box for _, box in removed)


class RemoveBoxes(QUndoCommand):
    """Removes boxes; undoing puts them back where they were in the order."""

    def __init__(self, model: BoxModel, ids: Iterable[str], text: str = "") -> None:
        self._ids = tuple(ids)
        super().__init__(text or _tr("Delete %n box(es)", len(self._ids)))
        self._model = model
        self._removed: list[Placed] = []

    def redo(self) -> None:
        self._removed = self._model.remove(self._ids)

    def undo(self) -> None:
        self._model.insert([box for _, box in self._removed], [row for row, _ in self._removed])


class SetBoxes(QUndoCommand):
    """Changes boxes that are there: moved, resized, renamed.

    Commands with the same `key` (not empty) on the same boxes merge into one step: arrow nudges, renames.
    A merged step that ends where it began takes itself off the stack. Raises KeyError for an unknown id.
    """

    def __init__(self, model: BoxModel, boxes: Sequence[Box], text: str = "", key: str = "") -> None:
        super().__init__(text or _tr("Change %n box(es)", len(boxes)))
        self._model = model
        self._key = key
        self._after = tuple(boxes)
        self._before = tuple(_known(model, box.id) for box in boxes)

    def redo(self) -> None:
        self._model.replace(*self._after)

    def undo(self) -> None:
        self._model.replace(*self._before)

    def id(self) -> int:
        return SET_BOXES

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, SetBoxes) or not self._key or other._key != self._key:
            return False
        if [box.id for box in other._after] != [box.id for box in self._after]:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True


class SetBox(SetBoxes):
    """Changes one box."""

    def __init__(self, model: BoxModel, box: Box, text: str = "", key: str = "") -> None:
        super().__init__(model, (box,), text, key)


def _known(model: BoxModel, box_id: str) -> Box:
    box = model.box(box_id)
    if box is None:
        raise KeyError(box_id)
    return box


def _tr(text: str, count: int) -> str:
    return QCoreApplication.translate("Commands", text, "", count)
