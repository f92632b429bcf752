"""The page of what was tried to be reached: how many connections there were, what keeps them off, and each attempt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QWidget,
)

from eyebox.connections.rows import COLUMNS, AttemptRows, as_csv, process_name
from eyebox.connections.words import words
from eyebox.language import translated
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, hairline, label, line, rows_table, scrolled
from eyebox.theme.copying import CopiedMark
from eyebox.theme.grown import resize_grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import Sentence as Paragraph
from eyebox_models.offline.attempts import Attempt
from eyebox_models.protocol.errors import Sentence

SIZE = (1040, 640)
PROMISES = 560
"""The width of what is promised where nothing was tried, in points."""


class ConnectionsPage(Retranslated, QDialog):
    """Shows attempts, the newest first. Signals: save_wanted, with those that are listed. forget_wanted."""

    save_wanted = Signal(object)
    forget_wanted = Signal()

    def __init__(self, theme: Theme, promises: Sequence[Sentence], parent: QWidget | None = None) -> None:
        """`promises` are what holds on this system, the most important first."""
        super().__init__(parent)
        self.setObjectName("connections")
        self._promises = promises
        self._counts = 0, 0
        self.title = label("title")
        self.counts = label("hint", wrap=True)
        self.promise = label("hint", wrap=True)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.every, self.allowed, self.refused = button("chip"), button("chip"), button("chip")
        self.choice = QButtonGroup(self)
        self.process = QComboBox()
        self.rows = AttemptRows(self)
        self.table = rows_table(self.rows)
        self.nothing = label("muted")
        self.copy, self.save, self.forget, self.close_page = (
            button(),
            button(),
            button("quiet"),
            button("primary"),
        )
        CopiedMark(theme, self.copy)
        self._icon = QLabel()
        self._icon.setPixmap(theme.icon("offline", "muted").pixmap(QSize(40, 40)))
        self.empty = label("title")
        self.said = [Paragraph(PROMISES) for _ in promises]
        for part in self.said:
            set_kind(part, "muted")
            part.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._wire()
        resize_grown(self, *SIZE)
        self.setMinimumSize(640, 420)
        self._retranslate()

    def show_counts(self, connections: int, refused: int) -> None:
        """How many there were since the program was opened."""
        self._counts = connections, refused
        self.title.setText(words(connections, refused))
        self._list()

    def add(self, attempts: Sequence[Attempt]) -> None:
        """Adds newer attempts, the oldest first."""
        self.rows.add(attempts)
        for process in sorted({one.process for one in attempts}):
            if self.process.findData(process) < 0:
                self.process.addItem(process_name(process), process)
        self._list()

    def clear(self) -> None:
        """Nothing is kept any more."""
        self.rows.clear()
        while self.process.count() > 1:
            self.process.removeItem(1)
        self.search.clear()
        self.every.setChecked(True)
        self._list()

    def _lay_out(self) -> None:
        for place, chip in enumerate((self.every, self.allowed, self.refused)):
            chip.setCheckable(True)
            self.choice.addButton(chip, place)
        self.every.setChecked(True)
        self.process.addItem("", "")
        self.process.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        table = self.table
        head = table.horizontalHeader()
        head.setStretchLastSection(True)
        metrics = table.fontMetrics()
        head.resizeSection(0, metrics.horizontalAdvance("0000/00/00 00:00:00") + 32)
        for place, wide in enumerate((14, 9, 15, 34), start=1):
            head.resizeSection(place, wide * metrics.averageCharWidth() + 24)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        listed = QWidget()
        column(
            self.promise, 12,
            line((self.search, 1), self.process, self.every, self.allowed, self.refused, spacing=8), 12,
            (self.table, 1), (self.nothing, 1),
            inside=listed,
        )  # fmt: skip
        waiting = QWidget()
        middle = QWidget()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column(self._icon, self.empty, *self.said, inside=middle, spacing=12)
        column(None, (middle, 0, Qt.AlignmentFlag.AlignHCenter), None, None, inside=waiting)
        holder = QWidget()
        self._parts = QStackedLayout(holder)
        for part in (scrolled(waiting), listed):
            self._parts.addWidget(part)
        top = column(self.title, self.counts, spacing=2, margins=(24, 20, 24, 12))
        below = line(
            self.copy, self.save, self.forget, None, self.close_page, spacing=8, margins=(24, 12, 24, 16)
        )
        column(top, (column((holder, 1), margins=(24, 0, 24, 16)), 1), hairline(), below, inside=self)

    def _wire(self) -> None:
        self._soon.timeout.connect(self._filter)
        self.search.textChanged.connect(self._soon.start)
        self.process.currentIndexChanged.connect(self._soon.start)
        self.choice.idToggled.connect(self._soon.start)
        self.copy.clicked.connect(self._copy)
        QShortcut(
            QKeySequence.StandardKey.Copy, self.table, self._copy, context=Qt.ShortcutContext.WidgetShortcut
        )
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.rows.shown))
        self.forget.clicked.connect(self.forget_wanted)
        self.close_page.clicked.connect(self.accept)

    @Slot()
    def _filter(self) -> None:
        allowed = {0: None, 1: True, 2: False}[self.choice.checkedId()]
        self.rows.filter(allowed, self.process.currentData() or "", self.search.text())
        self._list()

    def _list(self) -> None:
        """Shows the table, that nothing in it fits, or that nothing was tried at all."""
        some = bool(self.rows.every)
        self._parts.setCurrentIndex(int(some))
        self.table.setVisible(bool(self.rows.shown))
        self.nothing.setVisible(not self.rows.shown)
        self.copy.setEnabled(bool(self.rows.shown))
        self.save.setEnabled(bool(self.rows.shown))
        self.forget.setEnabled(some)
        self.counts.setVisible(some)
        kept = self.tr("Since Eyebox was opened. Attempts that are kept, also from before: %1")
        kept = kept.replace("%1", f"{len(self.rows.every):,}")
        self.counts.setText(kept)

    @Slot()
    def _copy(self) -> None:
        """Copies the selected rows, or all that are listed."""
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        found = [self.rows.shown[row] for row in chosen] or self.rows.shown
        QGuiApplication.clipboard().setText(as_csv(found))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Connections"))
        self.search.setPlaceholderText(self.tr("Search by process, host or reason"))
        self.search.setAccessibleName(self.tr("Search by process, host or reason"))
        self.every.setText(self.tr("All"))
        self.allowed.setText(self.tr("Allowed"))
        self.refused.setText(self.tr("Refused"))
        self.process.setAccessibleName(self.tr("Process"))
        self.process.setItemText(0, self.tr("All processes"))
        for place in range(1, self.process.count()):
            self.process.setItemText(place, process_name(self.process.itemData(place)))
        self.table.setAccessibleName(self.tr("Attempts to connect"))
        self.nothing.setText(self.tr("No attempt is like this."))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copies the selected attempts, or all that are listed, as a table."))
        self.save.setText(self.tr("Export…"))
        self.forget.setText(self.tr("Clear the list"))
        self.close_page.setText(self.tr("Close"))
        self.empty.setText(self.tr("Nothing has tried to connect"))
        said = [translated(one) for one in self._promises]
        self.promise.setText(said[0])
        self.promise.setToolTip("\n\n".join(said[1:]))
        for part, text in zip(self.said, said, strict=True):
            part.setText(text)
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.show_counts(*self._counts)
