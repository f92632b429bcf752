"""The review menu: a verdict on one key, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from eyebox.session.review import Verdict
from eyebox.window.evaluation_controller import EvaluationController
from eyebox.window.figures_controller import FiguresController
from eyebox.window.merge_controller import MergeController
from eyebox.window.review_controller import ReviewController
from eyebox.window.review_digits import DIGITS
from eyebox.window.review_start import ReviewStart
from eyebox.window.sheet_controller import SheetController
from eyebox.window.side_controller import SideController
from eyebox.window.teach_controller import TeachController
from eyebox.workspace.workspace import Workspace


class ReviewMenu(QObject):
    """One method an action, of the same name: its own, or that of the review or of what shows it."""

    def __init__(
        self,
        workspace: Workspace,
        starting: ReviewStart,
        controller: ReviewController,
        sheet: SheetController,
        sides: SideController,
        figures: FiguresController,
        merging: MergeController,
        evaluation: EvaluationController,
        teaching: TeachController,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        review = self._review = workspace.review
        self._controller, self._sheet = controller, sheet
        self.review, self.review_tab = starting.open, controller.show_table
        self.review_sheet, self.review_compare = sheet.show, starting.compare
        self.review_end, self.review_undo = starting.end, workspace.history.undo
        self.review_accept = self._decider("accepted")
        self.review_reject = self._decider("rejected")
        self.review_unsure = self._decider("unsure")
        self.review_fixed, self.review_missed = controller.go_on_fixed, controller.draw_missed
        self.review_next_box = _either(partial(sheet.walk, 1), partial(review.step, 1))
        self.review_previous_box = _either(partial(sheet.walk, -1), partial(review.step, -1))
        self.review_next_picture = _either(partial(sheet.turn, 1), partial(review.next_picture, 1))
        self.review_previous_picture = _either(partial(sheet.turn, -1), partial(review.next_picture, -1))
        self.review_pause = starting.pause
        self.review_complete = controller.set_complete
        self.review_summary = figures.open_summary
        self.review_merge, self.review_export = merging.choose, merging.write
        self.dispute_mine, self.dispute_theirs = (
            partial(merging.settle, "mine"),
            partial(merging.settle, "theirs"),
        )
        self.dispute_neither, self.dispute_edit = partial(merging.settle, "neither"), merging.edit
        self.dispute_next, self.dispute_previous = partial(merging.step, 1), partial(merging.step, -1)
        self.disputes_end = workspace.review_merge.end
        self.evaluate, self.teach = evaluation.open, teaching.open
        for digit in range(1, DIGITS + 1):
            setattr(self, f"review_label_{digit}", partial(self._label, digit))
        for name, move_side in sides.by_name.items():
            setattr(self, f"review_{name}", move_side)

    def _decider(self, verdict: Verdict) -> Callable[[], None]:
        """What gives a verdict: on the sheet where that is shown, else to the box that is in sight."""
        decide = _either(self._controller.come_back, partial(self._review.decide, verdict))
        return _either(partial(self._sheet.mark, verdict), decide)

    def _label(self, digit: int) -> None:
        self._sheet.look_at_current()
        self._controller.set_label(digit)

    @Slot()
    def review_flag(self) -> None:
        """The box is unsure, and one stays with it."""
        item = self._review.current
        if not self._sheet.mark("unsure") and not self._controller.come_back() and item is not None:
            self._review.decide_these({item.number: "unsure"})

    @Slot()
    def review_accept_rest(self) -> None:
        item = self._review.current
        if self._sheet.sheet is not None and self._sheet.is_shown:
            self._sheet.sheet.accept()
        elif not self._controller.come_back() and item is not None:
            self._review.accept_rest(item.picture)


def _either(first: Callable[[], bool], then: Callable[[], None]) -> Callable[[], None]:
    """What an action does: on the sheet, say, or where that is not shown, on the picture."""

    def act() -> None:
        if not first():
            then()

    return act
