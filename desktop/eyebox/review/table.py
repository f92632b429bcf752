"""A review as a table: every judged box a row, read a hundred at a time, to be walked by keys and read out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from eyebox.amounts import decimal, score_text
from eyebox.review.choice import QueueChoice
from eyebox.review.words import ICONS, describe, overlap, place_name, size_text, verdict_name
from eyebox.session.review import ReviewItem
from eyebox.theme.controls import choose_rows, hairline, label
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme, give_viewport

PAGE, PAGES = 100, 20
"""So many rows are read at once, so many of these pages are kept."""
VERDICT, LABEL, SCORE, IOU, SIZE, PLACE, PICTURE = range(7)
_NUMBERS = (SCORE, IOU, SIZE)
_WIDTHS = (104, 92, 58, 54, 92, 96, 120)

Index = QModelIndex | QPersistentModelIndex
Rows = Callable[[int, int], Sequence[ReviewItem]]
"""The judged boxes from a place of the queue on, so many."""
PictureOf = Callable[[str], tuple[str, int, int]]
"""Name, width and height of a picture by its id, in pixels."""


class ReviewModel(QAbstractTableModel):
    """The queue of a review; `rows` is asked for what is looked at."""

    def __init__(
        self, theme: Theme, rows: Rows, picture_of: PictureOf, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        pixmap = QPixmap(16, 16)
        pixmap.fill(Qt.GlobalColor.transparent)
        self._no_icon = QIcon(pixmap)
        self._read = rows
        self._picture_of = picture_of
        self._total = 0
        self._pages: OrderedDict[int, Sequence[ReviewItem]] = OrderedDict()

    def read_again(self, total: int) -> None:
        """The queue is another one, or has other rows."""
        self._pages.clear()
        if total != self._total:
            self.beginResetModel()
            self._total = total
            self.endResetModel()
        elif total:
            self.dataChanged.emit(self.index(0, 0), self.index(total - 1, PICTURE))

    def item(self, row: int) -> ReviewItem | None:
        """The box in a row; None where it went meanwhile."""
        page, place = divmod(row, PAGE)
        if page not in self._pages:
            self._pages[page] = self._read(page * PAGE, PAGE)
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        found = self._pages[page]
        return found[place] if place < len(found) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else PICTURE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return (
            self.tr("Verdict"),
            self.tr("Label"),
            self.tr("Score"),
            "IoU",
            self.tr("Size"),
            self.tr("Where"),
            self.tr("Picture"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._text(item, column)) if column in (LABEL, PICTURE) else None
        if role == Qt.ItemDataRole.DecorationRole and column == VERDICT:
            return self._theme.icon(*ICONS[item.verdict]) if item.verdict else self._no_icon
        if (
            role == Qt.ItemDataRole.ForegroundRole
            and (not item.verdict or column == PICTURE)
            and column != LABEL
        ):
            return self._theme.color("muted")
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column == VERDICT:
                return self.describe(item)
            name = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{name}: {self._text(item, column) or '–'}"
        return None

    def describe(self, item: ReviewItem) -> str:
        """A row as a screen reader says it."""
        return describe(item, self._text(item, PLACE), self._text(item, PICTURE))

    def _text(self, item: ReviewItem, column: int) -> str:
        if column == VERDICT:
            return verdict_name(item.verdict)
        if column == LABEL:
            return item.label
        if column == SCORE:
            return score_text(item.score)
        if column == IOU:
            common = overlap(item)
            return "" if common is None else decimal(common, 2)
        if column == SIZE:
            return size_text(item.shape)
        name, width, height = self._picture_of(item.picture)
        return name if column == PICTURE else place_name(item.shape, width, height)


class ReviewTable(Retranslated, QWidget):
    """Which boxes, in which order (`choice`), and their rows; the one that is selected is the box that is judged.

    Signals: chosen: the number of a box that the user went to.
    """

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, rows: Rows, picture_of: PictureOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = ReviewModel(theme, rows, picture_of, self)
        self.choice = QueueChoice(self)
        self._nothing = label("muted", wrap=True, parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = _Table(self)
        self.view.setModel(self.model)
        for column, width in enumerate(_WIDTHS):
            self.view.setColumnWidth(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self._following = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.choice)
        outer.addWidget(hairline())
        outer.addWidget(self.view, 1)
        outer.addWidget(self._nothing, 1)
        self.setFocusProxy(self.view)
        theme.changed.connect(self.view.viewport().update)
        self._retranslate()
        self._nothing.hide()

    def read_again(self, total: int) -> None:
        """The queue is another one, or has other rows: so many."""
        self._following = True
        self.model.read_again(total)
        self._following = False
        self.view.setVisible(bool(total))
        self._nothing.setVisible(not total)
        self._say_nothing()

    def follow(self, item: ReviewItem | None) -> None:
        """Selects the row of the box that is judged now."""
        self._following = True
        if item is None:
            self.view.clearSelection()
        elif item.position != self.view.currentIndex().row() and item.position < self.model.rowCount():
            column = max(self.view.currentIndex().column(), 0)
            self.view.setCurrentIndex(self.model.index(item.position, column))
        self._following = False

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, row: QModelIndex, _before: QModelIndex) -> None:
        item = self.model.item(row.row()) if row.isValid() and not self._following else None
        if item is not None:
            self.chosen.emit(item.number)

    def _say_nothing(self) -> None:
        if self.choice.is_all:
            self._nothing.setText(self.tr("There are no boxes to review."))
        else:
            self._nothing.setText(self.tr("No box fits what is chosen above."))

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Boxes of the review"))
        self.view.setAccessibleDescription(
            self.tr("Up and down go to another box; the keys of the review give it its verdict.")
        )
        self._say_nothing()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, PICTURE)


class _Table(QTableView):
    """Rows without a grid; letters are keys of the review, not searched for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        give_viewport(self)
        choose_rows(self)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(28)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing is searched."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.ignore()
            return True
        return super().event(event)
