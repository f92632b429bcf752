"""The review menu: a verdict on one key, and what goes with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from eyebox.window.figures_controller import FiguresController
from eyebox.window.review_controller import DIGITS, ReviewController
from eyebox.window.side_controller import SideController
from eyebox.workspace.workspace import Workspace


class ReviewMenu(QObject):
    """One method an action, of the same name: its own, or that of the review or of what shows it."""

    def __init__(
        self,
        workspace: Workspace,
        controller: ReviewController,
        sides: SideController,
        figures: FiguresController,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        review = self._review = workspace.review
        self.review, self.review_tab = controller.open_start, controller.show_table
        self.review_end, self.review_undo = review.stop, workspace.history.undo
        self.review_accept = lambda: review.decide("accepted")
        self.review_reject = lambda: review.decide("rejected")
        self.review_unsure = lambda: review.decide("unsure")
        self.review_fixed, self.review_missed = controller.go_on_fixed, controller.draw_missed
        self.review_next_box, self.review_previous_box = (lambda: review.step(1)), (lambda: review.step(-1))
        self.review_next_picture = lambda: review.next_picture(1)
        self.review_previous_picture = lambda: review.next_picture(-1)
        self.review_complete = controller.set_complete
        self.review_summary = figures.open_summary
        for digit in range(1, DIGITS + 1):
            setattr(self, f"review_label_{digit}", partial(controller.set_label, digit))
        for name, move_side in sides.by_name.items():
            setattr(self, f"review_{name}", move_side)

    @Slot()
    def review_flag(self) -> None:
        """The box is unsure, and one stays with it."""
        if item := self._review.current:
            self._review.decide_these({item.number: "unsure"})

    @Slot()
    def review_accept_rest(self) -> None:
        if item := self._review.current:
            self._review.accept_rest(item.picture)
