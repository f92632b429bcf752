"""Where the parts of the window stand, and how large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eyebox.chat.pane import NARROWEST
from eyebox.window.panel import Panel

CANVAS_WIDTH, PANEL_WIDTH = 240, 400
CANVAS_KEPT = 480
"""So much of the picture stays in sight, where there was as much, however many chats there are."""
BELOW = 260
"""The height of a table below the picture, to begin with."""


class Layout(QWidget):
    """Bar, filmstrip, stage and panel side by side, status line.

    `stage` shows the canvas, or the welcome while there is no picture, or a page over both; bars are put `below` it.
    """

    def __init__(self, parent: QWidget) -> None:
        """Empty. What `fill` puts into it is made inside of it: the style sheet dresses a widget again, and all that is in it,
        when it is given another parent."""
        super().__init__(parent)
        self._chats = 1
        self._widths: dict[int, int] = {}
        """By how many chats there were, how wide the panel was before another one came."""
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self._page: QWidget | None = None
        self._has_picture = False
        picture = QWidget(self.splitter)
        self.below = QVBoxLayout(picture)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(0)
        self._upper = QSplitter(Qt.Orientation.Vertical, picture)
        self._upper.setHandleWidth(1)
        self._upper.setChildrenCollapsible(False)
        self.below.addWidget(self._upper, 1)
        self.stage = QStackedWidget(self._upper)
        self.stage.setProperty("surface", "canvas")
        self.stage.setMinimumWidth(CANVAS_WIDTH)

    def fill(
        self,
        header: QWidget,
        filmstrip: QWidget,
        welcome: QWidget,
        canvas: QWidget,
        panel: Panel,
        status: QWidget,
    ) -> None:
        """Puts the parts in their places: `welcome` and `canvas` on the stage, `panel` beside it."""
        self._panel = panel
        self.stage.addWidget(welcome)
        self.stage.addWidget(canvas)
        panel.setMinimumWidth(NARROWEST)
        self.splitter.addWidget(panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(filmstrip)
        middle.addWidget(_line("vline", self))
        middle.addWidget(self.splitter, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(_line("hline", self))
        layout.addLayout(middle, 1)
        layout.addWidget(_line("hline", self))
        layout.addWidget(status)

    def put_beside(self, part: QWidget) -> None:
        """Puts something that is looked at together with the picture below it; its height can be dragged."""
        self._upper.addWidget(part)
        self._upper.setStretchFactor(0, 1)
        self._upper.setStretchFactor(1, 0)
        part.hide()

    def give_room(self, part: QWidget) -> None:
        """Gives what stands below the picture a part of its height, where it has too little."""
        whole = self._upper.height()
        if part.height() < min(BELOW, whole // 3):
            self._upper.setSizes([whole - min(BELOW, whole // 2), min(BELOW, whole // 2)])

    @Slot(bool)
    def show_picture(self, there: bool) -> None:
        """Whether there is a picture for the canvas to show."""
        self._has_picture = there
        if self._page is None:
            self.stage.setCurrentIndex(int(there))

    def show_page(self, page: QWidget | None) -> None:
        """Puts a page in the place of the picture, which goes on being kept there; None: the picture is back."""
        before, self._page = self._page, page
        if before is not None and before is not page:
            self.stage.removeWidget(before)
            before.hide()
        if page is None:
            self.stage.setCurrentIndex(int(self._has_picture))
        else:
            if self.stage.indexOf(page) < 0:
                self.stage.addWidget(page)
            self.stage.setCurrentWidget(page)

    @property
    def page(self) -> QWidget | None:
        """What stands in the place of the picture."""
        return self._page

    @Slot(int)
    def fit_panel(self, chats: int) -> None:
        """Gives another chat width that the picture can spare, and takes it back when it is closed.

        Chats that are there before the window is shown have the width that they were left with.
        """
        if not self.isVisible():
            self._chats = chats
            return
        wide, picture = self._panel.width(), self.stage.width()
        if chats > self._chats:
            self._widths[self._chats] = wide
            kept = min(picture, max(picture // 2, CANVAS_KEPT))
            wanted = max(wide, min(PANEL_WIDTH * chats, wide + picture - kept))
        else:
            wanted = min(wide, self._widths.pop(chats, PANEL_WIDTH * chats))
        if wanted != wide:
            self.splitter.setSizes([picture + wide - wanted, wanted])
        self._chats = chats


def _line(kind: str, parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("kind", kind)
    return line
