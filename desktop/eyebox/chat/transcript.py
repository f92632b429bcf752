"""The scrolling list of messages; only those near the screen have a view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QWidget

from eyebox.chat.chips import PictureNames, plain_names
from eyebox.chat.entry import MARGIN, Entry, MessageSignals
from eyebox.theme.grown import grown
from eyebox.theme.theme import Theme, give_viewport
from eyebox_models.protocol.dataclass import dataclass

if TYPE_CHECKING:
    from eyebox.chat.answer_view import AnswerView
    from eyebox.chat.question_view import QuestionView
# Views are imported with the first message: a window that opens without one does not wait for Markdown.

_GAP = 16
_SLICE_MS = 12
_KEPT_VIEWS = 12
_NARROWEST = 200
_STEP = 48
"""Pixels an arrow key scrolls."""
_LATEST = 32
"""Height in pixels of the button that leads to the latest message, in a strip below the messages."""


@dataclass(slots=True, eq=False)
class _Row:
    entry: Entry
    height: int
    y: int = -1
    """Where it begins; -1 before its first place."""
    view: AnswerView | QuestionView | None = None
    width: int = 0
    """The width that `height` was measured for; 0 while it is a guess."""

    @property
    def question(self) -> QuestionView | None:
        """The view of a question, where this is one that has a view."""
        if self.view is None:
            return None
        from eyebox.chat.question_view import QuestionView

        return self.view if isinstance(self.view, QuestionView) else None

    @property
    def answer(self) -> AnswerView | None:
        """The view of an answer, where this is one that has a view."""
        if self.view is None:
            return None
        from eyebox.chat.answer_view import AnswerView

        return self.view if isinstance(self.view, AnswerView) else None


class Transcript(QScrollArea):
    """Shows entries from the first to the last, and stays at the end while it is there.

    `signals` say what is done with the messages.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.signals = MessageSignals(self)
        self._names: PictureNames = plain_names
        self._rows: list[_Row] = []
        self._lit = ""
        self._at_end = True
        self._placing = False
        give_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        self._latest = self._make_latest()
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._prepare_neighbours)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._place)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_theme_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        self.setAccessibleName(self.tr("Messages"))
        self._latest.setText(self.tr("Latest"))
        self._latest.setToolTip(self.tr("Jump to the latest message  (End)"))
        self._latest.setAccessibleName(self.tr("Jump to the latest message"))
        for row in self._rows:
            if not (row.question and row.question.editor):
                self._drop_view(row)
        self._place()

    def _make_latest(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "floating")
        button.setIcon(self._theme.icon("chevron-down"))
        button.setIconSize(QSize(grown(14), grown(14)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(self.scroll_to_end)
        button.hide()
        return button

    @property
    def at_end(self) -> bool:
        """Whether the end is shown, so that what comes is followed."""
        return self._at_end

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown, from the first to the last."""
        return tuple(row.entry for row in self._rows)

    @property
    def settled(self) -> bool:
        """Whether everything near the screen has its place and its text."""
        busy = any(row.view.body.busy for row in self._rows if row.view)
        return not busy and not self._idle.isActive() and not self._settle.isActive()

    def set_names(self, names: PictureNames) -> None:
        """Names pictures in another way."""
        self._names = names
        for row in self._rows:
            if row.view:
                row.view.set_names(names)
                row.width = 0 if row.entry.turn.pictures else row.width
        self._settle.start()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these entries; views of turns that stay are kept."""
        known = {row.entry.id: row for row in self._rows}
        rows = []
        for entry in entries:
            row = known.pop(entry.id, None)
            if row is None:
                row = _Row(entry, self._guess(entry))
            elif row.entry != entry:
                row.entry = entry
                row.width = 0
                if row.view:
                    row.view.set_entry(entry)
            rows.append(row)
        for row in known.values():
            self._drop_view(row)
        self._rows = rows
        self._place()

    def view_of(self, turn_id: str) -> AnswerView | QuestionView | None:
        """The view of a turn, None while it is far from the screen."""
        return next((row.view for row in self._rows if row.entry.id == turn_id), None)

    def answer_view(self, turn_id: str) -> AnswerView | None:
        """The view of an answer, None while it is far from the screen."""
        return next((row.answer for row in self._rows if row.entry.id == turn_id), None)

    def edit(self, turn_id: str) -> None:
        """Starts editing a question."""
        for row in self._rows:
            if row.entry.id == turn_id:
                self._make_view(row)
                self._place()
                self.ensureVisible(0, row.y, 0, 64)
                if row.question:
                    row.question.start_edit()

    def set_lit(self, box_id: str) -> None:
        """Lights the phrase of a box in every message, "" for none."""
        if box_id == self._lit:
            return
        self._lit = box_id
        for row in self._rows:
            if row.view:
                row.view.set_lit(box_id)

    @Slot()
    def show_regions(self) -> None:
        """Regions of pictures have come that answers wait for."""
        for row in self._rows:
            if row.answer:
                row.answer.show_regions()

    @Slot()
    def scroll_to_end(self) -> None:
        """Shows the latest message and follows what comes."""
        self._at_end = True
        self._place()

    def scroll_to(self, turn_id: str) -> None:
        """Shows a message from its beginning; nothing happens when it is not among the entries."""
        row = next((row for row in self._rows if row.entry.id == turn_id), None)
        if row:
            bar = self.verticalScrollBar()
            bar.setValue(row.y)
            bar.setValue(row.y - _GAP)

    def _guess(self, entry: Entry) -> int:
        """About how high an entry will be, in pixels."""
        metrics = QFontMetrics(self._theme.font())
        per_line = max(self.viewport().width() - 2 * MARGIN, 200) // max(metrics.averageCharWidth(), 1)
        text = entry.turn.text[:4000]
        lines = text.count("\n") + len(text) // per_line + 1
        return round(lines * metrics.height() * 1.3) + (48 if entry.turn.pictures else 0) + 32

    def _make_view(self, row: _Row) -> None:
        if row.view:
            return
        from eyebox.chat.answer_view import AnswerView
        from eyebox.chat.question_view import QuestionView

        make = QuestionView if row.entry.turn.role == "user" else AnswerView
        view = row.view = make(self._theme, row.entry, self._names, self.signals, self._content)
        view.resized.connect(self._on_resized)
        view.body.selected_to.connect(self._follow_selection)
        view.set_lit(self._lit)
        row.width = 0

    def _order_focus(self) -> None:
        """The Tab key goes through messages in their order, whenever their views were made."""
        before: QWidget | None = None
        for row in self._rows:
            for stop in row.view.focus_stops() if row.view else ():
                if before:
                    QWidget.setTabOrder(before, stop)
                before = stop

    def _drop_view(self, row: _Row) -> None:
        if row.view:
            row.view.hide()
            row.view.deleteLater()
            row.view = None

    def _measure(self, row: _Row, width: int) -> None:
        self._make_view(row)
        if row.view and row.width != width:
            row.height = row.view.place(width)
            row.width = width

    @Slot()
    def _place(self) -> None:
        """Gives every message its place; measures those on the screen; keeps in place what is looked at."""
        width = self.viewport().width()
        if self._placing or width < _NARROWEST:
            return
        self._placing = True
        self._settle.stop()
        bar = self.verticalScrollBar()
        anchor, offset = self._anchor(bar.value())
        made = False
        for _ in range(8):
            total = self._stack()
            top = self._top_for(anchor, offset, total)
            stale = self._stale(top, top + self.viewport().height(), width)
            if not stale:
                break
            made = made or any(row.view is None for row in stale)
            for row in stale:
                self._measure(row, width)
        if made:
            self._order_focus()
        total = self._stack()
        for row in self._rows:
            if row.view:
                row.view.setGeometry(0, row.y, width, row.height)
                row.view.show()
        self._content.resize(width, total)
        bar.setValue(self._top_for(anchor, offset, total))
        self._placing = False
        self._update_latest()
        self._idle.start()

    def _anchor(self, top: int) -> tuple[_Row | None, int]:
        """The first row in sight, by its place alone (its height may be another one by now), and how far above it begins."""
        row = next((row for row in reversed(self._rows) if 0 <= row.y <= top + _GAP), None)
        return row, top - (row.y if row else 0)

    def _top_for(self, anchor: _Row | None, offset: int, total: int) -> int:
        end = max(total - self.viewport().height(), 0)
        return end if self._at_end else min(max((anchor.y if anchor else 0) + offset, 0), end)

    def _stack(self) -> int:
        y = _GAP
        for row in self._rows:
            row.y = y
            y += row.height + _GAP
        return y

    def _between(self, top: int, bottom: int) -> list[_Row]:
        return [row for row in self._rows if row.y < bottom and row.y + row.height > top]

    def _stale(self, top: int, bottom: int, width: int) -> list[_Row]:
        return [row for row in self._between(top, bottom) if row.view is None or row.width != width]

    @Slot()
    def _prepare_neighbours(self) -> None:
        """Measures messages above and below the screen before they are scrolled to, and drops far ones."""
        clock = QElapsedTimer()
        clock.start()
        width, high = self.viewport().width(), self.viewport().height()
        top = self.verticalScrollBar().value()
        near = self._between(top - high, top + 2 * high)
        stale = self._stale(top - high, top + 2 * high, width)
        for row in stale:
            self._measure(row, width)
            if clock.elapsed() > _SLICE_MS:
                break
        if stale:
            self._order_focus()
            self._place()
            return
        kept = {id(row) for row in near}
        spare = [row for row in self._rows if row.view and id(row) not in kept and not row.view.pinned]
        spare.sort(key=lambda row: abs(row.y - top))
        for row in spare[_KEPT_VIEWS:]:
            self._drop_view(row)

    def _update_latest(self) -> None:
        """Shows the button below the messages, where it covers none of them, while their end is out of sight."""
        bar, strip = self.verticalScrollBar(), self.viewportMargins().bottom()
        shown = not self._at_end and bar.maximum() - strip - bar.value() > 40
        self._latest.setVisible(shown)
        wide, high = self._latest.sizeHint().width(), grown(_LATEST)
        self._latest.setGeometry((self.width() - wide) // 2, self.height() - 4 - high, wide, high)
        if shown != bool(strip):
            self.setViewportMargins(0, 0, 0, 8 + high if shown else 0)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if not self._placing:
            self._at_end = value >= self.verticalScrollBar().maximum() - 8
            self._place()

    @Slot(int)
    def _follow_selection(self, y: int) -> None:
        """Scrolls along when the mouse selects past the edge."""
        body = self.sender()
        if isinstance(body, QWidget):
            self.ensureVisible(0, body.mapTo(self._content, QPoint(0, y)).y(), 0, 0)

    @Slot()
    def _on_resized(self) -> None:
        for row in self._rows:
            if row.view is self.sender():
                row.width = 0
        if not self._placing:
            self._settle.start()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Renders what is in sight anew; other views are made again when there is time."""
        top = self.verticalScrollBar().value()
        in_sight = {id(row) for row in self._between(top, top + self.viewport().height())}
        for row in self._rows:
            row.width = 0
            if row.view and (id(row) in in_sight or row.view.pinned):
                row.view.rerender()
            else:
                self._drop_view(row)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -_STEP,
            Qt.Key.Key_Down: _STEP,
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
        else:
            bar.setValue(bar.value() + step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def viewportSizeHint(self) -> QSize:
        return QSize(320, 240)
