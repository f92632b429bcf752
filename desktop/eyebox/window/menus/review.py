"""The review menu: verdicts on boxes, one key each."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from eyebox.actions import MENUS
from eyebox.window.figures_controller import FiguresController
from eyebox.window.side_controller import SideController


class ReviewMenu(QObject):
    """One method an action, of the same name."""

    def __init__(self, sides: SideController, figures: FiguresController, window: QWidget) -> None:
        super().__init__(window)
        for row in MENUS["Review"]:
            setattr(self, row.name, lambda *_given: None)
        self.review_summary = figures.open_summary
        for name, move_side in sides.by_name.items():
            setattr(self, f"review_{name}", move_side)
