"""Which boxes are not to be seen: by their labels, and one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from eyebox_models.protocol.box import Box


class HiddenBoxes(QObject):
    """What the user does not want to see of a session's boxes. A view: nothing else about the boxes changes.

    Signals: changed: something is hidden or shown that was not before.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: frozenset[str] = frozenset()
        self._ids: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self._labels or self._ids)

    def __contains__(self, box: Box) -> bool:
        return box.id in self._ids or box.label in self._labels

    def has_label(self, label: str) -> bool:
        """Whether all boxes with a label are hidden."""
        return label in self._labels

    def hide(self, boxes: Iterable[Box]) -> None:
        self._set(self._labels, self._ids | {box.id for box in boxes})

    def show(self, boxes: Iterable[Box]) -> None:
        """Shows boxes; where all of their label were hidden, that label is shown with them."""
        boxes = list(boxes)
        self._set(self._labels - {box.label for box in boxes}, self._ids - {box.id for box in boxes})

    def toggle(self, boxes: Iterable[Box]) -> None:
        """Hides boxes, or shows them where none of them is to be seen."""
        boxes = list(boxes)
        self.show(boxes) if all(box in self for box in boxes) else self.hide(boxes)

    def toggle_label(self, label: str) -> None:
        """Hides all boxes with a label, or shows them."""
        self._set(self._labels ^ {label}, self._ids)

    def show_only(self, label: str, labels: Iterable[str]) -> None:
        """Hides the boxes of all these labels but one."""
        self._set(frozenset(labels) - {label}, frozenset())

    def show_all(self) -> None:
        self._set(frozenset(), frozenset())

    def to_data(self) -> dict[str, list[str]]:
        """What `set_data` takes, as JSON data."""
        return {"labels": sorted(self._labels), "boxes": sorted(self._ids)}

    def set_data(self, data: Any) -> None:
        """Hides what was hidden when `to_data` was called; nothing where the data is of another kind."""
        data = data if isinstance(data, dict) else {}
        labels, ids = (data.get(name) for name in ("labels", "boxes"))
        self._set(_texts(labels), _texts(ids))

    def _set(self, labels: frozenset[str], ids: frozenset[str]) -> None:
        if (labels, ids) != (self._labels, self._ids):
            self._labels, self._ids = labels, ids
            self.changed.emit()


def _texts(data: Any) -> frozenset[str]:
    return (
        frozenset(text for text in data if isinstance(text, str)) if isinstance(data, list) else frozenset()
    )
