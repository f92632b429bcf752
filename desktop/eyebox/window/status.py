"""The line at the bottom: what is known of the picture, what is at work."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from eyebox.amounts import decimal, time_left
from eyebox.connections.words import words
from eyebox.jobs.lane import Lane
from eyebox.theme import Theme, set_kind
from eyebox.theme.announcing import announce
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.window.panel import Panel
from eyebox.window.picture_number import PictureNumber
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.pictures import Pictures

HEIGHT = 26
BRIEF_MS = 2000
COPIED_CHARACTERS = 60
"""So many of what was copied are shown."""


class Status(Retranslated, QWidget):
    """Signals: queue_clicked, stop_clicked, connections_clicked, api_clicked."""

    queue_clicked = Signal()
    connections_clicked = Signal()
    api_clicked = Signal()
    stop_clicked = Signal()

    def __init__(self, theme: Theme, lanes: tuple[Lane, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(grown(HEIGHT))
        self._theme = theme
        self._lanes = lanes
        self.number = PictureNumber(theme, self)
        self.text = QLabel(self)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.reading = QLabel(self)
        self.reading.setFont(theme.font("small"))
        self.reading.hide()
        self.queue = QToolButton(self)
        self.queue.setAutoRaise(True)
        self.queue.clicked.connect(self.queue_clicked)
        self.stop = QToolButton(self)
        self.stop.setAutoRaise(True)
        self.stop.clicked.connect(self.stop_clicked)
        self.connections = QToolButton(self)
        self.connections.setAutoRaise(True)
        set_kind(self.connections, "muted")
        self.connections.clicked.connect(self.connections_clicked)
        self.api = QToolButton(self)
        self.api.setAutoRaise(True)
        self.api.clicked.connect(self.api_clicked)
        self.api.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.number)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.reading)
        layout.addWidget(self.queue)
        layout.addWidget(self.stop)
        layout.addWidget(self.api)
        layout.addWidget(self.connections)
        self.text.setProperty("kind", "hint")
        for button in (self.queue, self.stop, self.api, self.connections):
            button.setFont(theme.font("small"))
        self._said = ""
        self._connections = 0, 0
        self._api = ""
        self._brief = QTimer(self, singleShot=True, interval=BRIEF_MS)
        self._brief.timeout.connect(self._end_brief)
        self._busy: set[str] = set()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._count)
        for lane in lanes:
            lane.changed.connect(self._later.start)
        self._retranslate()

    def show_text(self, text: str) -> None:
        self._said = text
        if not self._brief.isActive():
            self._show(text)

    def show_briefly(self, text: str) -> None:
        """Shows a text for a moment, then again what was last to be shown."""
        self._show(text)
        self._brief.start()

    @Slot()
    def _end_brief(self) -> None:
        self._show(self._said)

    def _show(self, text: str) -> None:
        self.text.setText(text)
        self.text.setToolTip(text)

    def set_busy(self, what: str, busy: bool) -> None:
        """Shows the stop button for work that is no job of a lane."""
        self._busy.add(what) if busy else self._busy.discard(what)
        self._count()

    @Slot(int, int, float)
    def show_reading(self, done: int, total: int, seconds: float) -> None:
        """Says how many pictures of many are read, and how long the others take (below 0: not known)."""
        text = self.tr("Reading %1 of %2").replace("%1", str(done + 1)).replace("%2", str(total))
        self.reading.setText(text if seconds < 0 else f"{text} · {time_left(seconds)}")

    @Slot(int, int)
    def show_exporting(self, done: int, total: int) -> None:
        self.show_text(self.tr("Exporting… %1 of %2").replace("%1", str(done)).replace("%2", str(total)))

    @Slot(int)
    def show_importing(self, pictures: int) -> None:
        self.show_text(self.tr("Importing… %n picture(s)", "", pictures))

    @Slot(int, int)
    def show_connections(self, made: int, refused: int) -> None:
        """Says how many connections were made and refused since the program was opened."""
        self._connections = made, refused
        self.connections.setText(words(made, refused))
        tip = self.tr("What was tried to be reached, and what keeps Eyebox offline (Ctrl+Shift+F2)")
        self.connections.setToolTip(tip)

    @Slot(str)
    def show_api(self, address: str) -> None:
        """Says where the local API answers; "" for not at all."""
        self._api = address
        self.api.setText(self.tr("API on %1").replace("%1", address))
        tip = self.tr("Programs on this machine that have its key can ask here (Ctrl+Shift+F3)")
        self.api.setToolTip(tip)
        self.api.setVisible(bool(address))

    @Slot()
    def _count(self) -> None:
        jobs = [job for lane in self._lanes if (job := lane.running()) is not None and not job.quiet]
        running = len(jobs)
        waiting = sum(1 for lane in self._lanes for job in lane.waiting() if not job.quiet)
        self.queue.setText(
            self.tr("%1 running, %2 waiting").replace("%1", str(running)).replace("%2", str(waiting))
        )
        ends = (
            bool(running) and not waiting and not self._busy and all(job.state == "stopping" for job in jobs)
        )
        self.stop.setText(self.tr("Stopping…") if ends else self.tr("Stop"))
        self.stop.setEnabled(not ends)
        self.queue.setVisible(bool(running or waiting))
        self.stop.setVisible(bool(running or waiting or self._busy))

    def _retranslate(self) -> None:
        self.queue.setToolTip(self.tr("Show the queue (Ctrl+J)"))
        self.queue.setAccessibleName(self.tr("Queue"))
        self.stop.setToolTip(self.tr("Stop all work (Ctrl+.)"))
        self.show_connections(*self._connections)
        self.show_api(self._api)
        self._count()


class CopyReport(QObject):
    """Says in the status line, and to a screen reader, what was copied in a window or one of its pages."""

    def __init__(self, status: Status, window: QWidget) -> None:
        super().__init__(window)
        self._status = status
        self._window = window
        QGuiApplication.clipboard().dataChanged.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        clipboard = QGuiApplication.clipboard()
        active = QApplication.activeWindow() or self._window  # none while a dialog that has copied closes
        ours = active is self._window or self._window.isAncestorOf(active)
        if not (ours and clipboard.ownsClipboard()):
            return
        data = clipboard.mimeData()
        text = " ".join(data.text()[: 4 * COPIED_CHARACTERS].split()) if data.hasText() else ""
        if len(text) > COPIED_CHARACTERS:
            text = text[:COPIED_CHARACTERS].rstrip() + "…"
        said = self.tr("Copied: %1").replace("%1", text) if text else self.tr("Copied")
        self._status.show_briefly(said)
        announce(active, said)


class Summary(QObject):
    """Keeps the number of the current picture and the sentence about it in the status line, and the numbers on the tabs."""

    def __init__(
        self,
        pictures: Pictures,
        annotations: Annotations,
        status: Status,
        panel: Panel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._annotations = annotations
        self._status = status
        self._panel = panel
        self._number_soon = QTimer(self, singleShot=True, interval=0)
        self._number_soon.timeout.connect(self._show_number)
        for changed in (
            pictures.loaded, pictures.added, pictures.many_added, pictures.removed, pictures.arranged, pictures.shown,
        ):  # fmt: skip
            changed.connect(self._number_soon.start)
        pictures.shown.connect(self.show)
        pictures.decoded.connect(self.show)
        for changed in (
            pictures.not_decoded, pictures.page_ready, pictures.reading.ended, annotations.box_count_changed,
        ):  # fmt: skip
            changed.connect(self._on_change)

    @Slot()
    def _show_number(self) -> None:
        pictures, records = self._pictures, self._pictures.records
        count = 0 if pictures.is_coming else len(records)  # which one of how many is not known yet
        self._status.number.show_number(records.number(pictures.current or ""), count)

    @Slot(str)
    def _on_change(self, picture: str) -> None:
        if picture == self._pictures.current:
            self.show()

    @Slot()
    def show(self) -> None:
        """Says what is known of the current picture."""
        pictures = self._pictures
        record = pictures.records.get(pictures.current or "")
        if record is None:
            self._panel.set_counts(0, 0)
            self._status.show_text(self.tr("Ready"))
            return
        page = pictures.page(record.id)
        boxes = len(self._annotations.of(record.id).model)
        parts = []
        if record.width:
            parts.append(f"{record.width} × {record.height}")
        if page is not None:
            seconds = self.tr("%1 s").replace("%1", decimal(page.seconds, 1))
            if page.text_from == "layer":
                parts.append(self.tr("%n line(s) of the document's own text", "", len(page.lines)))
            else:
                parts.append(self.tr("%n line(s) read in", "", len(page.lines)) + " " + seconds)
            if page.text_from == "both":
                parts.append(self.tr("some of the document's own text"))
            if page.unread:
                parts.append(self.tr("%n line(s) in an unknown script", "", page.unread))
        parts.append(self.tr("%n box(es)", "", boxes))
        self._panel.set_counts(boxes, len(page.lines) if page else 0)
        self._status.show_text(" · ".join(parts))
