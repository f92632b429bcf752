"""The order of the session's pictures: moved by hand, taken back by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from eyebox.workspace.history import History, Step
from eyebox.workspace.pictures import Pictures


class Ordering(QObject):
    """Moves pictures of the open session (by their ids), several together; each move is one step of the history."""

    def __init__(self, pictures: Pictures, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._history = history

    @Slot(list, str)
    def before(self, moved: Sequence[str], other: str) -> None:
        """Moves pictures to stand before another one ("": at the end), in the order that they have."""
        ids, chosen = list(self._pictures.records), set(moved)
        while other in chosen:
            other = self._pictures.records.step(other, 1)
        stay = [id for id in ids if id not in chosen]
        at = stay.index(other) if other else len(stay)
        order = [*stay[:at], *(id for id in ids if id in chosen), *stay[at:]]
        if order == ids:
            return
        arrange = self._pictures.arrange
        text = self.tr("%n picture(s) moved.", "", len(chosen))
        self._history.do(self._pictures.session, Step(text, lambda: arrange(order), lambda: arrange(ids)))

    def to_top(self, moved: Sequence[str]) -> None:
        self.before(moved, next(iter(self._pictures.records), ""))

    def to_bottom(self, moved: Sequence[str]) -> None:
        self.before(moved, "")

    def earlier(self, moved: Sequence[str]) -> None:
        """Moves pictures to stand before the one that comes before the first of them."""
        records = self._pictures.records
        first = next(id for id in records if id in moved)
        self.before(moved, records.step(first, -1) or first)

    def later(self, moved: Sequence[str]) -> None:
        """Moves pictures to stand after the one that comes after the last of them."""
        records = self._pictures.records
        last = next(id for id in reversed(list(records)) if id in moved)
        self.before(moved, records.step(last, 2))
