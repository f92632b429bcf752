"""What is asked through the local API: how many there were, those under way, and an end to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QWidget

from eyebox.api_page.rows import Asked, RequestRows
from eyebox.theme.controls import button, column, label, line, rows_table
from eyebox.theme.retranslated import Retranslated


class Requests(Retranslated, QWidget):
    """Signals: stop_wanted: the ids of jobs. queue_wanted: all that is at work is to be seen."""

    stop_wanted = Signal(object)
    queue_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked = 0
        self.counts = label("muted")
        self.rows = RequestRows(self)
        self.table = rows_table(self.rows)
        self.empty = label("muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stop, self.queue = button(), button("quiet")
        table = self.table
        head = table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, 14 * table.fontMetrics().averageCharWidth() + 24)
        column(
            self.counts, 8, (table, 1), (self.empty, 1), 12, line(self.stop, self.queue, None, spacing=8),
            inside=self, margins=(24, 4, 24, 20),
        )  # fmt: skip
        self.stop.clicked.connect(self._stop)
        self.queue.clicked.connect(self.queue_wanted)
        table.selectionModel().selectionChanged.connect(self._retranslate)
        for keys in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            QShortcut(QKeySequence(keys), table, self._stop, context=Qt.ShortcutContext.WidgetShortcut)
        self._retranslate()

    def show_rows(self, rows: Sequence[Asked], asked: int) -> None:
        """Shows what is under way; `asked` is how many requests there were."""
        self._asked = asked
        self.rows.show(rows)
        self._retranslate()

    @Slot()
    def _stop(self) -> None:
        """Stops the selected ones, or all where none is."""
        chosen = self.table.selectionModel().selectedRows()
        places = [index.row() for index in chosen] or range(len(self.rows.rows))
        self.stop_wanted.emit([self.rows.rows[place].job for place in places])

    @Slot()
    def _retranslate(self) -> None:
        some = bool(self.rows.rows)
        counts = self.tr("Since Eyebox was opened: %1 · under way or waiting: %2")
        counts = counts.replace("%1", f"{self._asked:,}").replace("%2", f"{len(self.rows.rows):,}")
        self.counts.setText(counts)
        self.table.setVisible(some)
        self.table.setAccessibleName(self.tr("Requests under way"))
        self.empty.setVisible(not some)
        self.empty.setText(self.tr("Nothing is asked at the moment."))
        chosen = self.table.selectionModel().hasSelection()
        self.stop.setText(self.tr("Stop") if chosen else self.tr("Stop all"))
        self.stop.setEnabled(some)
        self.queue.setText(self.tr("Show the queue"))
