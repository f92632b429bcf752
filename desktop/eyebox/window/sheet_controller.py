"""Joins the contact sheet with the review: which page it shows, what is decided on it, which crops come next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from eyebox.actions import Actions
from eyebox.canvas.view import CanvasView
from eyebox.session.review import ReviewItem, Verdict
from eyebox.session.types import PictureRecord
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.window.layout import Layout
from eyebox.workspace.workspace import Workspace

if TYPE_CHECKING:
    from eyebox.review.sheet import Sheet
    from eyebox.review.sheet_crop import SheetItem

PAGES_AHEAD = 2
FEW = 4
"""Where labels have fewer boxes than this by the average (as read text has) they are not shown one at a time."""
MOST_LABELS = 300
"""So many can be chosen, the most frequent."""
KEYS = (
    *("review_sheet", "review_accept", "review_reject", "review_unsure", "review_flag", "review_accept_rest"),
    *(
        "review_undo",
        "review_next_box",
        "review_previous_box",
        "review_next_picture",
        "review_previous_picture",
    ),
    *(f"review_label_{digit}" for digit in range(1, 11)),
)
"""Actions whose keys work on the sheet; the others are for a picture."""
ALL: tuple[Verdict, ...] = ("", "accepted", "fixed", "rejected", "missed", "unsure")


class SheetController(QObject):
    """Shows the review's queue as pages of crops in the place of the picture, one label at a time.

    While it is shown the queue is that of the sheet's label alone. The box that is looked at in the review becomes the
    sheet's one when the picture is shown again: the canvas has nothing to do meanwhile.

    Signals: switched: whether the sheet is shown.
    """

    switched = Signal(bool)

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        canvas: CanvasView,
        parts: Layout,
        commands: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._review = workspace.review
        self._crops = workspace.crops
        self._theme = theme
        self._canvas = canvas
        self._parts = parts
        self._commands = commands
        self.sheet: Sheet | None = None
        self._page = 0
        self._taken: str | None = None
        """The label that is shown, None for all."""
        self._labels_before: tuple[str, ...] = ()
        self._is_at_it = False
        self._following: tuple[object, list[ReviewItem]] = (None, [])
        """The page after the last one of a label, by what it depends on."""
        self._decided: list[int] = []
        """Of each page that was decided one box, by its number."""
        self._passed: set[int] = set()
        """Boxes that could not be seen, by their numbers."""
        self._review.ended.connect(self.hide)
        self._review.changed.connect(self._on_changed)
        self._review.current_changed.connect(self._on_current)
        self._crops.changed.connect(self._refresh)
        workspace.pictures.updated.connect(self._on_picture)

    @property
    def is_shown(self) -> bool:
        return self.sheet is not None and self._parts.page is self.sheet

    # In and out

    @Slot(bool)
    def show(self, wanted: bool) -> None:
        """Shows the sheet where the review is, or the picture again where the sheet is."""
        if not wanted:
            self.hide()
        elif self._review.is_on and not self.is_shown:
            sheet = self._make()
            item = self._review.current
            label = item.label if item is not None else None
            if len(self._review.labels) * FEW > self._review.counts.total:
                label = None
            self._labels_before = self._review.filter.labels
            self._decided.clear()
            self._passed.clear()
            self._following = (None, [])
            self._parts.show_page(sheet)
            self.switched.emit(True)
            self._take(label, item)
            sheet.setFocus()
        self._commands["review_sheet"].setChecked(self.is_shown)

    @Slot()
    def hide(self) -> None:
        """Shows the picture again, at the box that the sheet's arrows are on."""
        if self.is_shown and self.sheet is not None:
            number = self.sheet.current
            self._parts.show_page(None)
            self._crops.want(())
            if self._review.is_on:
                self._review.set_filter(replace(self._review.filter, labels=self._labels_before))
                if number is not None:
                    self._review.show(number)
            self.switched.emit(False)
            self._canvas.setFocus()
        self._commands["review_sheet"].setChecked(False)

    def _make(self) -> Sheet:
        if self.sheet is None:
            from eyebox.review.sheet import Sheet

            sheet = self.sheet = Sheet(self._theme, self._crops.get, self._crops.problem)
            size = self._workspace.store.get_state("", "sheet_size", sheet.size_of_page)
            sheet.set_size_of_page(size if isinstance(size, int) else sheet.size_of_page)
            sheet.decided.connect(self._on_decided)
            sheet.passed.connect(self._on_passed)
            sheet.turned.connect(self.turn)
            sheet.label_chosen.connect(self._take)
            sheet.resized.connect(self._resize)
            sheet.wanted_changed.connect(self._want)
            sheet.escaped.connect(self.hide)
            for name in KEYS:
                sheet.addAction(self._commands[name])
        return self.sheet

    # What the review's actions do on it. Each says whether it is shown

    def mark(self, verdict: Verdict) -> bool:
        """Marks the box that the arrows are on, or takes the mark back."""
        if self.is_shown and self.sheet is not None:
            self.sheet.mark(verdict)
        return self.is_shown

    def walk(self, by: int) -> bool:
        """Goes on to the next box (1) or back to the one before (-1)."""
        if self.is_shown and self.sheet is not None:
            self.sheet.view.choose(self.sheet.view.currentIndex().row() + by)
        return self.is_shown

    @Slot(int)
    def turn(self, by: int) -> bool:
        """Shows the next page or the previous one; after the last one that of the next label with boxes that wait."""
        if self.is_shown and self.sheet is not None:
            if by > 0 and (self._page + 1) * self.sheet.size_of_page >= self._review.total:
                self._go_on()
            else:
                self._show(self._page + by)
        return self.is_shown

    def look_at_current(self) -> None:
        """Makes the box that the arrows are on the one that is looked at in the review."""
        if self.is_shown and self.sheet is not None and self.sheet.current is not None:
            with self._alone():
                self._review.show(self.sheet.current)

    # Pages

    @Slot(object)
    def _take(self, label: str | None, item: ReviewItem | None = None) -> None:
        """Shows the boxes of a label, or of all (None): at `item`, or at the first one that waits."""
        self._taken = label
        with self._alone():
            self._review.set_filter(replace(self._review.filter, labels=self._filtered))
        if item is not None:
            item = self._review.item(item.number)
        place = item.position if item is not None and item.position >= 0 else self._next_place(0)
        assert self.sheet is not None
        self._show(max(place, 0) // self.sheet.size_of_page, item.number if item is not None else None)

    def _show(self, page: int, current: int | None = None) -> None:
        from eyebox.review.sheet import SheetPage

        sheet, review = self.sheet, self._review
        assert sheet is not None
        pages = -(-review.total // sheet.size_of_page)
        self._page = min(max(page, 0), max(pages - 1, 0))
        counts, label = review.counts, self._taken
        labels = self._labels
        offered = [(each, counts.of("", label=each)) for each in labels[:MOST_LABELS]]
        named = labels if label is None else [label]
        waiting = sum(counts.of("", label=each) for each in labels)
        sheet.set_labels(offered, waiting)
        sheet.show_page(
            SheetPage(
                label,
                tuple(map(self._as_shown, self._rows(self._page))),
                self._page,
                pages,
                counts.of("", label=label) if label is not None else waiting,
                sum(counts.of(*ALL, label=each) for each in named),
            ),
            current,
        )

    @property
    def _filtered(self) -> tuple[str, ...]:
        """The labels that the review's filter has while the sheet is shown."""
        return self._labels_before if self._taken is None else (self._taken,)

    @property
    def _labels(self) -> list[str]:
        """The labels to go through: all, or those that the review's filter left."""
        wanted = self._labels_before
        return [label for label in self._review.labels if not wanted or label in wanted]

    def _rows(self, page: int) -> list[ReviewItem]:
        assert self.sheet is not None
        size = self.sheet.size_of_page
        return self._review.rows(page * size, size)

    def _as_shown(self, item: ReviewItem) -> SheetItem:
        from eyebox.review.sheet_crop import SheetItem

        record = self._workspace.pictures.records.get(item.picture)
        name = record.name if record else ""
        return SheetItem(
            item.number, item.picture, name, item.shape.xyxy, item.label, item.score, item.verdict
        )

    @Slot(object)
    def _on_decided(self, verdicts: Mapping[int, Verdict]) -> None:
        """One step for the page, and the next page on which a box waits."""
        with self._alone():
            self._review.decide_these(verdicts)
        if self._review.is_read_only:  # it has said so
            return
        self._decided.append(next(iter(verdicts)))
        self._on_passed()

    @Slot()
    def _on_passed(self) -> None:
        """What is left on the page can't be judged: one does not come to it again by going on."""
        self._passed.update(item.number for item in self._rows(self._page) if item.verdict == "")
        self._go_on()

    def _go_on(self) -> None:
        """Shows the next boxes that wait: of this label, of the next label, or nothing."""
        assert self.sheet is not None
        size = self.sheet.size_of_page
        for first in ((self._page + 1) * size, 0):
            if (place := self._next_place(first)) >= 0:
                self._show(place // size)
                return
        for label in self._next_labels():
            self._take(label)
            if self._next_place(0) >= 0:
                return
        if waiting := self._review.counts.waiting:
            from eyebox.review.sheet import SheetPage

            self.sheet.show_page(SheetPage(None, waiting=waiting))
        else:
            self._show(self._page)
            self._review.finished.emit()

    def _next_place(self, first: int) -> int:
        """The place of the next box that waits and was not passed by, -1 where there is none."""
        while (place := self._review.waiting_place(first)) >= 0:
            if not self._passed.issuperset(item.number for item in self._review.rows(place, 1)):
                return place
            first = place + 1
        return -1

    def _next_labels(self) -> list[str]:
        """The labels with boxes that wait, those after the sheet's own one first."""
        if self._taken is None:
            return []
        counts, labels = self._review.counts, self._labels
        here = labels.index(self._taken) + 1 if self._taken in labels else 0
        return [label for label in (*labels[here:], *labels[:here]) if counts.of("", label=label)]

    @Slot(int)
    def _resize(self, size: int) -> None:
        self._workspace.write_queue.do(SetState("", "sheet_size", size))
        assert self.sheet is not None
        item = self._review.item(self.sheet.current) if self.sheet.current is not None else None
        if item is not None:
            self._show(max(item.position, 0) // size, item.number)

    @Slot()
    def _want(self) -> None:
        """Has the crops of this page made, then those of the pages that come next."""
        if not self.is_shown or self.sheet is None:
            return
        size, page = self.sheet.size_of_page, self._page
        pages: list[list[ReviewItem]] = []
        while len(pages) < PAGES_AHEAD and (place := self._next_place((page + 1) * size)) >= 0:
            page = place // size
            pages.append(self._rows(page))
        if len(pages) < PAGES_AHEAD:
            pages.append(self._first_of_next_label())
        ahead = [self._as_shown(item) for rows in pages for item in rows]
        self._crops.want(self.sheet.wanted(), self.sheet.wanted(ahead))

    def _first_of_next_label(self) -> list[ReviewItem]:
        """The page that follows the last one of this label, as far as it is known before."""
        review = self._review
        label = next((one for one in self._next_labels() if one != self._taken), None)
        if label is None or review.order.kind == "random" or self.sheet is None:
            return []
        known = (self._taken, label, self.sheet.size_of_page)
        if self._following[0] != known:
            wanted = replace(review.filter, labels=(label,))
            session = self._workspace.sessions.current
            numbers, waiting = self._workspace.store.review_queue(session, wanted, review.order)
            start = max(waiting.find(1), 0) // self.sheet.size_of_page * self.sheet.size_of_page
            items = map(review.item, numbers[start : start + self.sheet.size_of_page])
            self._following = (known, [item for item in items if item is not None])
        return self._following[1]

    # What others do

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """What the review says meanwhile is no news."""
        self._is_at_it = True
        try:
            yield
        finally:
            self._is_at_it = False

    @Slot()
    def _refresh(self) -> None:
        if self.is_shown and self.sheet is not None:
            self.sheet.refresh()

    @Slot()
    def _on_changed(self) -> None:
        """Something was taken back, or boxes came or changed."""
        if not self.is_shown or self._is_at_it:
            return
        labels = self._review.filter.labels
        if labels != self._filtered:  # another filter was chosen
            self._labels_before = labels
            is_left = not labels or self._taken is None or self._taken in labels
            self._take(self._taken if is_left else labels[0])
            return
        item = self._review.item(self._decided[-1]) if self._decided else None
        if item is not None and item.verdict == "":
            self._decided.pop()
            self._follow(item)
        else:
            self._show(self._page)

    @Slot(object)
    def _on_picture(self, _record: PictureRecord) -> None:
        """A picture was found again, or turned: what could not be seen may be seen now."""
        self._passed.clear()
        if self.is_shown:
            self._show(self._page)

    @Slot(object)
    def _on_current(self, item: ReviewItem | None) -> None:
        """Another box is looked at: something on its page was done again, or it was chosen in the table."""
        if item is not None and self.is_shown and not self._is_at_it:
            self._follow(item)

    def _follow(self, item: ReviewItem) -> None:
        """Shows the page on which a box is."""
        assert self.sheet is not None
        if (self._taken is not None and item.label != self._taken) or item.position < 0:
            self._take(None if self._taken is None else item.label, item)
        else:
            self._show(item.position // self.sheet.size_of_page, item.number)
