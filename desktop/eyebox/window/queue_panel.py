"""The queue as a small panel: what runs and what waits, to be stopped or put in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from eyebox.amounts import stage
from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import ElidedLabel, button, column, icon_button, label, line, scrolled
from eyebox.theme.grown import grown
from eyebox_models.protocol.events import Progress

WIDTH = 440
ROW_HEIGHT = 44
ROWS_IN_SIGHT = 7
MOST_ROWS = 100
"""Rows beyond this number are only counted."""


class QueuePanel(QWidget):
    """Running and waiting jobs of some lanes, quiet ones left out, on a card over the window.

    Esc and a click beside the card close it. In a row Del stops the job, Alt+Up and Alt+Down move it, Up and
    Down go to its neighbours.
    """

    def __init__(self, lanes: Sequence[Lane], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._card = QFrame(self)
        self._card.setFixedWidth(grown(WIDTH))
        set_kind(self._card, "popup")
        self._shadow = QGraphicsDropShadowEffect(self._card)
        self._shadow.setBlurRadius(36)
        self._shadow.setOffset(0, 10)
        self._card.setGraphicsEffect(self._shadow)
        self._corner = QPoint()
        self._before: QWidget | None = None
        self._lanes = tuple(lanes)
        self._theme = theme
        self._rows: dict[str, _Row] = {}
        self._title = label("title")
        self._stop_all = button("quiet")
        self._stop_all.clicked.connect(self.stop_all)
        self._empty, self._more = label("hint"), label("hint")
        for hint in (self._empty, self._more):
            hint.setContentsMargins(12, 4, 12, 8)
        self._list = QWidget()
        self._list_layout = column(inside=self._list)
        self._scroll = scrolled(self._list)
        head = line((self._title, 1), self._stop_all, margins=(12, 8, 8, 4))
        column(head, self._empty, self._scroll, self._more, inside=self._card, margins=(0, 0, 0, 4))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        for lane in self._lanes:
            lane.changed.connect(self._on_changed)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._retranslate()
        self.hide()

    def show_above(self, anchor: QWidget) -> None:
        """Opens the card above a widget of the window, their right edges in line; closes it when open."""
        if self.isVisible():
            self.dismiss()
            return
        self.setGeometry(self._over.rect())
        self._corner = anchor.mapTo(self._over, QPoint(anchor.width(), -4))
        self._before = self.window().focusWidget()
        self._over.installEventFilter(self)
        self.raise_()
        self.show()

    @Slot()
    def dismiss(self) -> None:
        """Closes the panel; the focus goes back to where it was."""
        self._over.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    @Slot()
    def stop_all(self) -> None:
        """Stops all jobs of all lanes, the quiet ones included."""
        for lane in self._lanes:
            lane.stop_all()

    @Slot()
    def refresh(self) -> None:
        """Shows the jobs as they are now; rows that stay keep the focus."""
        entries = [entry for lane in self._lanes for entry in _shown_jobs(lane)]
        shown = entries[:MOST_ROWS]
        focus = self._focused_index()
        for gone in set(self._rows) - {job.id for _lane, job in shown}:
            row = self._rows.pop(gone)
            self._list_layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, (lane, job) in enumerate(shown):
            row = self._rows.get(job.id) or self._new_row(job)
            if self._list_layout.indexOf(row) != at:
                self._list_layout.insertWidget(at, row)
                row.show()
            waiting = [other for other in lane.waiting() if not other.quiet]
            row.show_state(waiting.index(job) if job in waiting else -1, len(waiting))
        hidden = len(entries) - len(shown)
        self._more.setText(self.tr("and %n more", "", hidden))
        self._more.setVisible(hidden > 0)
        self._empty.setVisible(not entries)
        self._scroll.setVisible(bool(entries))
        self._scroll.setFixedHeight(min(len(shown), ROWS_IN_SIGHT) * grown(ROW_HEIGHT))
        self._stop_all.setEnabled(any(lane.busy() for lane in self._lanes))
        self._keep_focus(focus)
        self._place_card()

    def _place_card(self) -> None:
        self._card.adjustSize()
        room = self.rect().adjusted(8, 8, -8, -8)
        left = min(self._corner.x(), room.right() + 1) - self._card.width()
        top = min(self._corner.y(), room.bottom() + 1) - self._card.height()
        self._card.move(max(room.left(), left), max(room.top(), top))

    def _new_row(self, job: JobHandle) -> _Row:
        row = self._rows[job.id] = _Row(job, self._theme, self._list)
        row.move_wanted.connect(self._on_move)
        row.neighbour_wanted.connect(self._on_neighbour)
        return row

    def _order(self) -> list[_Row]:
        return sorted(self._rows.values(), key=self._list_layout.indexOf)

    def _focused_index(self) -> int:
        focused = self.focusWidget()
        return next(
            (at for at, row in enumerate(self._order()) if row is focused or row.isAncestorOf(focused)), -1
        )

    def _keep_focus(self, index: int) -> None:
        """Moves the focus on when its row has gone."""
        rows = self._order()
        if index < 0 or not self.isVisible() or self._focused_index() >= 0:
            return
        target: QWidget = rows[min(index, len(rows) - 1)] if rows else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_changed(self) -> None:
        if self.isVisible():
            self._later.start()

    @Slot(str, int)
    def _on_move(self, job_id: str, step: int) -> None:
        """Moves a job past its neighbour among the jobs that are shown."""
        for lane in self._lanes:
            order = [job for job in lane.waiting() if not job.quiet]
            at = next((at for at, job in enumerate(order) if job.id == job_id), None)
            if at is not None and 0 <= at + step < len(order):
                lane.move(order[at], lane.waiting().index(order[at + step]))
                self.refresh()
                self._scroll.ensureWidgetVisible(self._rows[job_id])

    @Slot(str, int)
    def _on_neighbour(self, job_id: str, step: int) -> None:
        rows = self._order()
        at = rows.index(self._rows[job_id]) + step
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(rows[at])

    @Slot()
    def _recolor(self) -> None:
        self._shadow.setColor(self._theme.color("shadow"))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Queue"))
        self._title.setText(self.tr("Queue"))
        self._stop_all.setText(self.tr("Stop all"))
        self._stop_all.setToolTip(self.tr("Stop everything that runs or waits"))
        self._empty.setText(self.tr("Nothing runs and nothing waits."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.dismiss()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        rows = self._order()
        (rows[0] if rows else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()
        super().hideEvent(event)


class _Row(QFrame):
    """One job: its title, where it stands, and what can be done about it."""

    move_wanted = Signal(str, int)
    neighbour_wanted = Signal(str, int)

    def __init__(self, job: JobHandle, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._job = job
        self._said = ""
        self.setFixedHeight(grown(ROW_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setObjectName("row")
        self._theme = theme
        self._title = label()
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.setToolTip(job.title)
        self._hint = ElidedLabel("hint")
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 1000)
        self._bar.setFixedSize(96, 4)
        self._bar.hide()
        self._up = self._button("chevron-up", self._move_up)
        self._down = self._button("chevron-down", self._move_down)
        self._stop = self._button("stop", job.stop)
        below = line((self._hint, 1), self._bar, spacing=8, margins=(0, 0, 8, 0))
        words = column(None, self._title, below, None)
        line((words, 1), self._up, self._down, self._stop, inside=self, margins=(12, 0, 8, 0))
        self._dress()
        theme.changed.connect(self._dress)
        job.happened.connect(self._on_event)

    def show_state(self, index: int, waiting: int) -> None:
        """Shows where the job stands; `index` is its place among the `waiting` ones, or -1."""
        state = self._job.state
        self._up.setVisible(index >= 0 and waiting > 1)
        self._down.setVisible(index >= 0 and waiting > 1)
        self._up.setEnabled(index > 0)
        self._down.setEnabled(0 <= index < waiting - 1)
        self._stop.setEnabled(state != "stopping")
        if state == "waiting":
            self._bar.hide()
        self._retranslate()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        """Shows how far the job is, when that is known."""
        if isinstance(event, Progress):
            self._said = stage(event)
            self._retranslate()
            self._bar.setVisible(event.fraction is not None)
            if event.fraction is not None:
                self._bar.setValue(round(event.fraction * 1000))

    def _button(self, icon: str, pressed: object) -> QToolButton:
        made = icon_button(self._theme, icon, self)
        made.clicked.connect(pressed)
        return made

    @Slot()
    def _dress(self) -> None:
        hover, ring = self._theme.color("hover").name(), self._theme.color("accent").name()
        self.setStyleSheet(
            "QFrame#row { border: 1px solid transparent; border-radius: 8px; }"
            f"QFrame#row:hover {{ background: {hover}; }} QFrame#row:focus {{ border-color: {ring}; }}"
        )

    @Slot()
    def _move_up(self) -> None:
        self.move_wanted.emit(self._job.id, -1)

    @Slot()
    def _move_down(self) -> None:
        self.move_wanted.emit(self._job.id, 1)

    def _retranslate(self) -> None:
        words = {
            "running": self.tr("Running"),
            "stopping": self.tr("Stopping"),
            "waiting": self.tr("Waiting"),
        }
        state = words.get(self._job.state, "")
        self._hint.set_whole((self._said if self._job.state == "running" else "") or state)
        self.setAccessibleName(f"{self._job.title}, {state}")
        for control, name, key in (
            (self._up, self.tr("Earlier"), "Alt+Up"),
            (self._down, self.tr("Later"), "Alt+Down"),
            (self._stop, self.tr("Stop"), "Del"),
        ):
            control.setAccessibleName(f"{name}: {self._job.title}")
            control.setToolTip(f"{name}  ({key})")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Delete)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._job.stop()
        elif key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(self._job.id, steps[key])
        elif key in steps:
            self.neighbour_wanted.emit(self._job.id, steps[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = QFontMetrics(self._title.font())
        room = self._title.width()
        self._title.setText(metrics.elidedText(self._job.title, Qt.TextElideMode.ElideMiddle, room))


def _shown_jobs(lane: Lane) -> Iterator[tuple[Lane, JobHandle]]:
    running = lane.running()
    for job in ((running,) if running is not None else ()) + lane.waiting():
        if not job.quiet:
            yield lane, job
