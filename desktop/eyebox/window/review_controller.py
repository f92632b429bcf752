"""Joins a review with the window: the box that is judged on the canvas, the bar below it, the table in the panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from eyebox.actions import Actions
from eyebox.canvas.outline import rect_of
from eyebox.canvas.view import CanvasView
from eyebox.session.review import ReviewItem
from eyebox.session.types import PictureRecord
from eyebox.theme import Theme
from eyebox.theme.announcing import announce
from eyebox.window.layout import Layout
from eyebox.window.notice import Notice
from eyebox.window.panel import CHAT, REVIEW, Panel
from eyebox.window.review_digits import ReviewDigits
from eyebox.window.review_start import ReviewStart
from eyebox.workspace.workspace import Workspace

if TYPE_CHECKING:
    from eyebox.review.bar import ReviewBar
    from eyebox.review.table import ReviewTable

AHEAD = 3
"""So many of the pictures that come next are decoded before they are wanted."""
AHEAD_MS = 30
"""First the box itself is painted."""


class ReviewController(QObject):
    """Follows `workspace.review`; bar and table are made when the first review begins.

    Signals: summary_wanted: the figures of the review that is on.
    """

    summary_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        starting: ReviewStart,
        theme: Theme,
        canvas: CanvasView,
        parts: Layout,
        panel: Panel,
        notice: Notice,
        commands: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._starting = starting
        self._theme = theme
        self._review = workspace.review
        self._pictures = workspace.pictures
        self._annotations = workspace.annotations
        self._canvas = canvas
        self._parts = parts
        self._panel = panel
        self._notice = notice
        self._commands = commands
        self.bar: ReviewBar | None = None
        self.table: ReviewTable | None = None
        self._shown: ReviewItem | None = None
        self._unsized = ""
        self._selecting = self._is_drawing = self._is_showing = self._is_on_sheet = False
        self._is_away = False
        """Whether a picture is looked at on which there is nothing to judge."""
        self._count_soon = QTimer(self, singleShot=True, interval=0)
        self._count_soon.timeout.connect(self._follow)
        self._ahead_soon = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead_soon.timeout.connect(self._look_ahead)
        commands.attach_to_review(canvas)
        review = self._review
        starting.asked.connect(self._show_run)
        commands["review_pause"].setEnabled(False)
        self.digits = ReviewDigits(review, workspace.labels, commands, self)
        review.started.connect(self._on_started)
        review.failed.connect(notice.show_error)
        review.ended.connect(self._on_ended)
        review.current_changed.connect(self._on_current)
        review.changed.connect(self._count_soon.start)
        canvas.editor.selection_changed.connect(self._on_selected)
        canvas.tool_changed.connect(self._on_tool)
        canvas.viewport().installEventFilter(self)
        self._pictures.decoded.connect(self._on_decoded)
        self._pictures.shown.connect(self._on_picture)

    # What keys and buttons do

    @Slot(str)
    def take_up(self, session: str) -> None:
        """Goes on with the review in which a session was left, or which another window was in."""
        if self._review.is_on:
            self._on_started()
        else:
            self._starting.take_up(session)

    def leave(self) -> None:
        """The window closes: nothing is looked up any more."""
        for soon in (self._count_soon, self._ahead_soon):
            soon.stop()
            soon.timeout.disconnect()

    @Slot()
    def go_on_fixed(self) -> None:
        """Goes on from a box that was corrected; one that was not is no fixed one."""
        item = self._review.current
        if item is None or self.come_back():
            return
        if item.verdict in ("fixed", "missed"):
            self._review.decide("accepted")
        else:
            self._notice.show_notice(
                self.tr("Nothing is corrected yet: drag an edge or corner, type a label, or accept the box.")
            )

    @Slot()
    def draw_missed(self) -> None:
        """The next box that is drawn is one that the model missed."""
        self._is_drawing = True
        self._canvas.set_tool("draw")
        self._canvas.setFocus()

    def set_label(self, digit: int, *_checked: bool) -> None:
        """Gives the box the label of a digit, and goes on judging it."""
        if self.come_back():
            return
        if digit <= len(self.digits.labels):
            self._review.set_label(self.digits.labels[digit - 1])
        else:
            self._notice.show_notice(self.tr("No label has the key %1.").replace("%1", str(digit % 10)))

    @Slot(bool)
    def set_on_sheet(self, shown: bool) -> None:
        """Whether the contact sheet stands in the place of the picture, which keeps still meanwhile, without a selected box."""
        if self.bar is None:
            return
        self.bar.set_on_sheet(shown)
        self._is_on_sheet = shown
        if shown:
            self._canvas.editor.select(())
        elif self._review.is_on:
            self._shown = None
            self._show(self._review.current)

    @Slot()
    def show_table(self) -> None:
        """Brings the table into sight, with the keys."""
        if self.table is not None:
            self._commands["show_panel"].setChecked(True)
            self._panel.tabs.setCurrentIndex(REVIEW)
            self.table.setFocus()

    @Slot()
    def _show_run(self) -> None:
        """Says in the bar how far the model is that is asked about each picture, and whether it waits."""
        asking, is_paused = self._starting.asking, self._starting.is_paused
        self._commands["review_pause"].setEnabled(bool(asking))
        self._check("review_pause", is_paused)
        if self.bar is not None:
            self.bar.show_asking(asking, is_paused)

    # The review

    @Slot()
    def _on_started(self) -> None:
        bar = self._make()[0]
        self.digits.begin()
        self._pictures.in_passing = True
        self._commands.set_in_review(True)
        self._panel.tabs.setTabVisible(REVIEW, True)
        bar.show()
        if self._review.order.kind == "doubt":
            self._review.set_order(self._review.order)  # what it goes by is measured now
        self._show_counts()
        self._show(self._review.current)
        self._show_run()
        self._starting.offer_to_go_on()
        self._canvas.setFocus()

    @Slot()
    def _on_ended(self) -> None:
        self._pictures.in_passing = False
        self._pictures.decode_ahead(())
        self._commands.set_in_review(False)
        self._shown = None
        self._is_away = False
        self._canvas.set_focused(())
        self._canvas.proposals.set_boxes(())
        if self._panel.tabs.currentIndex() == REVIEW:
            self._panel.tabs.setCurrentIndex(CHAT)
        self._panel.tabs.setTabVisible(REVIEW, False)
        if self.bar is not None:
            self.bar.hide()

    def _make(self) -> tuple[ReviewBar, ReviewTable]:
        if self.bar is None or self.table is None:
            from eyebox.review.bar import ReviewBar
            from eyebox.review.table import ReviewTable

            self.bar = ReviewBar(self._theme, self._commands.by_name)
            self.bar.summary_wanted.connect(self.summary_wanted)
            self.bar.end_wanted.connect(self._starting.end)
            self.bar.pause_wanted.connect(self._starting.pause)
            self._parts.below.addWidget(self.bar)
            self.table = ReviewTable(self._theme, self._review.rows, self._picture_of)
            self.table.chosen.connect(self._review.show)
            self.table.choice.order_chosen.connect(self._review.set_order)
            self.table.choice.filter_chosen.connect(self._review.set_filter)
            self._panel.set_page(REVIEW, self.table)
            self._commands.attach_to_review(self.table.view)
        return self.bar, self.table

    def _picture_of(self, picture: str) -> tuple[str, int, int]:
        record = self._pictures.records.get(picture)
        return (record.name, record.width, record.height) if record else ("", 0, 0)

    # The box that is judged

    @Slot(object)
    def _on_current(self, item: ReviewItem | None) -> None:
        self._announce()
        self._is_away = False
        self._show(item)

    def _announce(self) -> None:
        """Has the verdict on the box that was judged read out."""
        before = self._shown
        now = self._review.item(before.number) if before is not None else None
        if before is not None and now is not None and now.verdict != before.verdict:
            from eyebox.review.words import verdict_name

            announce(self._canvas, f"{now.label}: {verdict_name(now.verdict)}")

    @Slot(object)
    def _on_picture(self, record: PictureRecord | None) -> None:
        """Another picture was chosen: its first box that waits is judged; where it has none, one looks at it only."""
        if not self._review.is_on or self._is_showing or self._shown is None or record is None:
            return
        if record.id == self._shown.picture:
            self.come_back()
            return
        there = [item for item in self._review.of_picture(record.id) if item.position >= 0]
        first = next((item for item in there if not item.verdict), there[0] if there else None)
        if first is not None:
            self._review.show(first.number)
            return
        self._is_away = True
        self._canvas.set_focused(())
        self._canvas.proposals.set_boxes(())
        if self.bar is not None:
            self.bar.show_item(None, is_away=True)

    def come_back(self) -> bool:
        """Shows the box that is judged where another picture is looked at. Returns whether one was."""
        was_away, self._is_away = self._is_away, False
        if was_away:
            self._shown = None
            self._show(self._review.current)
        return was_away

    def _show(self, item: ReviewItem | None) -> None:
        """Shows a box: on its picture, in the bar, in the table."""
        before, self._shown = self._shown, item
        if self.bar is None or self.table is None:
            return
        if self._is_on_sheet:
            self.bar.show_item(item)
            self.table.follow(item)
            return
        if item is None:
            self._canvas.set_focused(())
            self._canvas.proposals.set_boxes(())
        else:
            is_other = before is None or before.number != item.number
            if item.picture != self._pictures.current:
                self._is_showing = True
                self._pictures.show(item.picture)
                self._is_showing = False
                is_other = True
            self._mark(item)
            if is_other:
                self._canvas.zoom_to_box(rect_of(item.shape))
                record = self._pictures.records.get(item.picture)
                self._unsized = item.picture if record and not record.width else ""
                self._count_soon.start()
                if not self._ahead_soon.isActive():
                    self._ahead_soon.start()
        self.bar.show_item(item)
        self.table.follow(item)

    def _mark(self, item: ReviewItem) -> None:
        """Selects the box, dims the others, shows where the model had it."""
        self._selecting = True
        self._canvas.editor.select([item.box_id] if item.box is not None else ())
        self._selecting = False
        self._canvas.set_focused([item.box_id])
        proposed = item.proposed
        moved = proposed is not None and (item.box is None or item.box.xyxy != proposed.xyxy)
        self._canvas.proposals.set_boxes([proposed] if proposed is not None and moved else ())

    @Slot(object, object)
    def _on_decoded(self, record: PictureRecord, _pixels: object) -> None:
        """The size of a picture was not known: its box is only now where it belongs."""
        item = self._shown
        if item is not None and record.id == self._unsized == item.picture:
            self._unsized = ""
            self._canvas.zoom_to_box(rect_of(item.shape))

    @Slot(object)
    def _on_selected(self, selection: Sequence[str]) -> None:
        """A box that is clicked on is judged; a new one was drawn, and one goes on with what was judged."""
        if self._selecting or not self._review.is_on or len(selection) != 1 or self._shown is None:
            return
        if selection[0] == self._shown.box_id:
            return
        if self._is_drawing:
            QTimer.singleShot(0, self, self._end_drawing)
            return
        picture = self._pictures.current
        if picture:
            self._review.show(self._review.number_of(picture, selection[0]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside all boxes leaves the one that is judged selected, and the keys with it."""
        if event.type() == QEvent.Type.MouseButtonRelease and self._review.is_on:
            QTimer.singleShot(0, self, self._mark_again)
        return super().eventFilter(watched, event)

    @Slot()
    def _mark_again(self) -> None:
        editor, item = self._canvas.editor, self._shown
        if item is not None and not editor.selection and self._canvas.tool == "select":
            self._mark(item)

    @Slot()
    def _end_drawing(self) -> None:
        self._is_drawing = False
        self._canvas.set_tool("select")
        if self._shown is not None:
            self._mark(self._shown)

    @Slot(str)
    def _on_tool(self, tool: str) -> None:
        self._is_drawing = self._review.is_on and tool == "draw"

    # How it goes

    @Slot()
    def _follow(self) -> None:
        """Something was decided or changed: numbers, rows, and the box itself."""
        if self._review.is_on:
            item = self._review.current
            self._show_counts()
            if self._is_away:
                return
            self._show(item)
            self._commands["review_complete"].setEnabled(item is not None)
            if item is not None:
                self._check_complete(item.picture)

    @Slot()
    def _look_ahead(self) -> None:
        if self._review.is_on:
            self._pictures.decode_ahead(self._review.upcoming(AHEAD))

    def _show_counts(self) -> None:
        review = self._review
        if not review.is_on or self.bar is None or self.table is None:
            return
        counts = review.counts
        self.table.choice.show_choice(review.order, review.filter)
        if not counts.by_label.keys() <= set(self.digits.labels):
            self.digits.order()
        self.bar.show_counts(counts, review.pace)
        self.table.read_again(review.total)
        self.table.choice.show_counts(counts, review.total)

    @Slot(bool)
    def set_complete(self, complete: bool) -> None:
        """Says whether nothing is missing on the picture shown."""
        if self._shown is not None:
            self._review.set_complete(self._shown.picture, complete)

    def _check_complete(self, picture: str) -> None:
        self._check("review_complete", self._review.is_complete(picture))

    def _check(self, name: str, checked: bool) -> None:
        """Shows an action as on or off, without doing it."""
        action = self._commands[name]
        blocked = action.blockSignals(True)
        action.setChecked(checked)
        action.blockSignals(blocked)
