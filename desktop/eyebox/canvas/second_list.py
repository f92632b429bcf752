"""Where a second reading differs: both texts of each line, what differs in them marked, and a choice between them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from eyebox.theme.controls import (
    ElidedLabel,
    button,
    column,
    hairline,
    icon_button,
    label,
    line,
    progress_bar,
)
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.text.second import Parts, differing

ROW = 58
MOST_ROWS = 5
SHOWN = 36
"""Letters of a line that are shown, around the first that differ; of larger text fewer."""
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEEP = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

Difference = tuple[str, str]
"""The text of a line, "" where it was missed, and what the second reading has."""


class SecondList(Retranslated, QWidget):
    """Arrows walk, Enter takes the second reading of a line, Delete keeps the first.

    Signals:
        chosen: the place in the list of what is to be shown on the picture.
        taken, kept: places in the list of what is decided, a list of int.
        closed: the list is not wanted any more; while it is being read that stops.
    """

    chosen = Signal(int)
    taken = Signal(object)
    kept = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._source = ""
        self._count = -1
        self._differences: list[Difference] = []
        self._title = ElidedLabel()
        self._close = icon_button(theme, "close")
        self._close.clicked.connect(self.closed)
        self._progress = progress_bar()
        self._nothing = label("muted", wrap=True)
        self.rows = _Rows()
        self.rows.setItemDelegate(_Blank(self.rows))
        self.rows.currentRowChanged.connect(self._show)
        self.rows.itemClicked.connect(lambda item: self._show(self.rows.row(item)))
        self.rows.take.connect(lambda at: self.taken.emit([at]))
        self.rows.keep.connect(lambda at: self.kept.emit([at]))
        self._take_all, self._keep_all = button("link"), button("link")
        self._take_all.clicked.connect(lambda: self.taken.emit([*range(len(self._differences))]))
        self._keep_all.clicked.connect(lambda: self.kept.emit([*range(len(self._differences))]))
        below = line(self._keep_all, None, self._take_all, spacing=8)
        part = column(
            line((self._title, 1), self._close, spacing=4),
            self._progress, self._nothing, self.rows, below, spacing=4, margins=(12, 8, 8, 8),
        )  # fmt: skip
        column(hairline(), part, inside=self)
        theme.changed.connect(self._fill)
        self._retranslate()
        self.hide()

    def show_reading(self, source: str, fraction: float) -> None:
        """It is being read again by `source`, a scale or a model; so far by `fraction` (-1: unknown)."""
        self._source, self._count = source, -1
        self._differences = []
        self._progress.setRange(0, 0 if fraction < 0 else 100)
        self._progress.setValue(round(max(fraction, 0) * 100))
        self._fill()

    def show_differences(self, source: str, differences: Sequence[Difference]) -> None:
        """It was read; these lines differ. The one after a decided one is the current one then."""
        at, before = self.rows.currentRow(), len(self._differences)
        self._source, self._count = source, len(differences)
        self._differences = list(differences)
        self._fill()
        if differences:
            at = min(max(at, 0), len(differences) - 1)
            self.rows.setCurrentRow(at)
            if before == 0:
                self._show(at)

    def select(self, at: int) -> None:
        """Makes a row the current one, without showing it on the picture."""
        if at >= 0:
            self.rows.blockSignals(True)
            self.rows.setCurrentRow(at)
            self.rows.blockSignals(False)

    @property
    def current(self) -> int:
        """The place in the list of the current difference, -1 without any."""
        return self.rows.currentRow()

    @Slot(int)
    def _show(self, at: int) -> None:
        if 0 <= at < len(self._differences):
            self.chosen.emit(at)

    @Slot()
    def _fill(self) -> None:
        current = self.rows.currentRow()
        self.rows.blockSignals(True)
        self.rows.clear()
        for first, second in self._differences:
            item = QListWidgetItem(first)
            said = self.tr("Read as %1, the second time as %2")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said.replace("%1", first).replace("%2", second))
            item.setSizeHint(QSize(0, grown(ROW)))
            self.rows.addItem(item)
            self.rows.setItemWidget(item, self._row(first, second))
        self.rows.setCurrentRow(min(current, self.rows.count() - 1))
        self.rows.blockSignals(False)
        self.rows.setFixedHeight(min(len(self._differences), MOST_ROWS) * grown(ROW) + 2)
        is_reading = self._count < 0
        self._progress.setVisible(is_reading)
        self._nothing.setVisible(self._count == 0)
        for part in (self.rows, self._take_all, self._keep_all):
            part.setVisible(self._count > 0)
        self._say()

    def _row(self, first: str, second: str) -> QWidget:
        row = QWidget()
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)  # which tells I from l
        mono.setPointSizeF(self.font().pointSizeF())
        grid = QGridLayout(row)
        grid.setContentsMargins(4, 6, 4, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for at, (text, parts) in enumerate(zip((first, second), differing(first, second), strict=True)):
            number, words = label("hint"), QLabel()
            number.setText(str(at + 1))
            words.setFont(mono)
            words.setTextFormat(Qt.TextFormat.RichText)
            missed = "<i>" + escape(self.tr("not read the first time")) + "</i>"
            words.setText(marked(text, parts, self._theme) if text else missed)
            words.setToolTip(as_tip(text))
            grid.addWidget(number, at, 0)
            grid.addWidget(words, at, 1)
        keep, take = button("link"), button("link")
        keep.setText(self.tr("Keep"))
        take.setText(self.tr("Take"))
        keep.clicked.connect(lambda: self.kept.emit([self._at(row)]))
        take.clicked.connect(lambda: self.taken.emit([self._at(row)]))
        for at, one in enumerate((keep, take)):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            grid.addWidget(one, at, 2)
        grid.setColumnStretch(1, 1)
        return row

    def _at(self, row: QWidget) -> int:
        widgets = [self.rows.itemWidget(self.rows.item(at)) for at in range(self.rows.count())]
        return widgets.index(row)

    def _retranslate(self) -> None:
        self._fill()

    def _say(self) -> None:
        by = {
            "2": self.tr("read at twice the size"),
            "0.5": self.tr("read at half the size"),
        }.get(self._source, self._source)
        title = self.tr("Second opinion, %1").replace("%1", by)
        count = self.tr("%n difference(s)", "", self._count) if self._count > 0 else ""
        self._title.set_whole(" · ".join(filter(None, (title, count))))
        stop = self.tr("Stop") if self._count < 0 else self.tr("Close")
        self._close.setToolTip(stop)
        self._close.setAccessibleName(stop)
        self._nothing.setText(self.tr("The second reading has the same text."))
        self._take_all.setText(self.tr("Take all"))
        self._keep_all.setText(self.tr("Keep all"))
        self.rows.setAccessibleName(self.tr("Differences of the second reading"))
        self._progress.setAccessibleName(self.tr("Reading"))


class _Rows(QListWidget):
    take = Signal(int)
    keep = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "bare")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing is searched: letters are the window's."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in (*_TAKE, *_KEEP) and not event.modifiers())
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TAKE and self.currentRow() >= 0:
            self.take.emit(self.currentRow())
        elif event.key() in _KEEP and self.currentRow() >= 0:
            self.keep.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class _Blank(QStyledItemDelegate):
    """Paints the ground of a row; its widget stands on it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        super().initStyleOption(option, index)
        option.text = ""


def marked(text: str, parts: Parts, theme: Theme) -> str:
    """A text as HTML with some parts marked, cut to what stands around the first of them."""
    most = SHOWN * SHOWN // grown(SHOWN)
    begin = 0 if len(text) <= most or not parts else max(0, min(parts[0][0] - most // 3, len(text) - most))
    until = min(len(text), begin + most)
    ground = theme.color("differs_ground").name()
    pieces, at = ["…" if begin else ""], begin
    for start, end in parts:
        if end < begin or start > until:
            continue
        pieces.append(_html(text[at:start]))
        inside = _html(text[start : min(end, until)]) or "&#8201;"
        pieces.append(f'<span style="background-color:{ground}"><b><u>{inside}</u></b></span>')
        at = min(end, until)
    return "".join([*pieces, _html(text[at:until]), "…" if until < len(text) else ""])


def _html(text: str) -> str:
    return escape(text).replace(" ", "&nbsp;")
