"""Pages of figures: a few that count on cards, the others in tables, copied and saved as Markdown and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QTableView,
    QWidget,
)

from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import ElidedLabel, button, choose_rows, column, hairline, label, line
from eyebox.theme.grown import grown, resize_grown
from eyebox.theme.menus import give_menu
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import Sentence, as_tip

Form = Literal["count", "percent", "pixels", "text"]
"""How the figures of a column are written; None among them is a dash."""
Written = Literal["markdown", "csv"]
Cell = str | float | None
Index = QModelIndex | QPersistentModelIndex
CARDS = 4
"""So many cards stand beside each other."""
SENTENCE = 420
SIZE = (980, 680)
LABEL = 160
"""The least width of the first column, in points."""
SEARCHED = 12
"""A table with more rows has a field to find a label in."""
VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class CardText:
    """A figure on a card, as it is read, with what it is about and what it comes from."""

    value: str
    about: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, how its figures are written, and what the heading means in full."""

    title: str
    form: Form = "count"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of figures, the first column of each a text; `has_labels` says that these are labels of boxes."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    has_labels: bool = False


def written(value: Cell, form: Form) -> str:
    """A figure as people read it."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    locale = QLocale()
    if form == "percent":
        return locale.toString(value * 100, "f", 1) + " %"
    return locale.toString(int(value)) if form == "count" else locale.toString(float(value), "f", 1)


class FiguresPage(Retranslated, QDialog):
    """A subclass says what is shown: `texts` and what it makes of its values when the language changes.

    Signals:
        text_wanted: the figures as "markdown" or "csv", to be copied (`put`).
        save_wanted: they are to be saved as a file.
    """

    text_wanted = Signal(str)
    save_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tables: Sequence[Table] = ()
        self.title = ElidedLabel("title")
        self.hint = label("muted", wrap=True)
        self.cards: list[FigureCard] = []
        self.choice = QButtonGroup(self)
        self.choice.idClicked.connect(self._show_table)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = FiguresModel(theme, self)
        self._sorted = _Sorted(self)
        self._sorted.setSourceModel(self.model)
        self.search.textChanged.connect(self._sorted.setFilterFixedString)
        self.view = _TableView()
        self.view.setModel(self._sorted)
        self._sentence = Sentence(SENTENCE)
        set_kind(self._sentence, "muted")
        self.copy = button("quiet")
        self.markdown = QMenu(self.copy)
        self._copies = {form: self.markdown.addAction("") for form in ("markdown", "csv")}
        for form, action in self._copies.items():
            action.triggered.connect(partial(self.text_wanted.emit, form))
        give_menu(self.copy, self.markdown)
        self.save = button()
        self.save.clicked.connect(self.save_wanted)
        self.copied = label("hint")
        self.leave = button("primary")
        self.leave.setDefault(True)
        self.leave.clicked.connect(self.reject)
        self._quiet = QTimer(self, singleShot=True, interval=4000)
        self._quiet.timeout.connect(self.copied.clear)
        self._lay_out()
        resize_grown(self, *SIZE)
        self.setMinimumSize(460, 380)

    def _lay_out(self) -> None:
        view = self.view
        view.setSortingEnabled(True)
        choose_rows(view)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setWordWrap(False)
        view.setIconSize(QSize(10, 10))
        view.verticalHeader().setDefaultSectionSize(30)
        head = view.horizontalHeader()
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(56)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._chips = line(spacing=8)
        self._filled = QWidget()
        column(
            self._grid,
            line(self._chips, None, self.search, spacing=8, margins=(0, 16, 0, 8)),
            (view, 1),
            inside=self._filled,
            margins=(24, 0, 24, 0),
        )
        self.search.setFixedWidth(grown(200))
        empty = QWidget()
        column(None, (self._sentence, 0, Qt.AlignmentFlag.AlignHCenter), None, None, inside=empty)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._filled)
        self._pages.addWidget(empty)
        top = column(self.title, self.hint, spacing=4, margins=(24, 20, 24, 16))
        self.more = line(spacing=8)
        """Buttons of a subclass."""
        foot = line(
            self.copy,
            self.copied,
            None,
            self.more,
            self.save,
            self.leave,
            spacing=8,
            margins=(16, 12, 24, 12),
        )
        column(top, (self._pages, 1), hairline(), foot, inside=self)

    def show_sentence(self, sentence: str) -> None:
        """Shows a sentence in place of figures: that they are counted, or why there are none."""
        self._sentence.setText(sentence)
        self._pages.setCurrentIndex(1)
        for each in (self.copy, self.save):
            each.setEnabled(False)

    def show_progress(self, done: int, total: int) -> None:
        """Shows how many pictures were counted, of how many (0: not known)."""
        count, of = QLocale().toString(done), QLocale().toString(total)
        said = self.tr("%1 of %2 pictures") if total else self.tr("%1 pictures")
        self.show_sentence(said.replace("%1", count).replace("%2", of))

    def show_figures(self, cards: Sequence[CardText], tables: Sequence[Table]) -> None:
        """Shows figures; the table that was looked at before stays, if there still is one in its place."""
        for card in self.cards[len(cards) :]:
            self._grid.removeWidget(card)
            card.deleteLater()
        del self.cards[len(cards) :]
        while len(self.cards) < len(cards):
            self.cards.append(FigureCard(self._theme))
            self._grid.addWidget(
                self.cards[-1], (len(self.cards) - 1) // CARDS, (len(self.cards) - 1) % CARDS
            )
        for card, text in zip(self.cards, cards, strict=True):
            card.show_text(text)
        self._tables = tables
        chosen = max(self.choice.checkedId(), 0)
        for chip in self.choice.buttons():
            self.choice.removeButton(chip)
            self._chips.removeWidget(chip)
            chip.deleteLater()
        for place, table in enumerate(tables):
            chip = QPushButton(table.title)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            set_kind(chip, "chip")
            self.choice.addButton(chip, place)
            self._chips.addWidget(chip)
            chip.setVisible(len(tables) > 1)
        chosen = chosen if chosen < len(tables) else 0
        self.choice.button(chosen).setChecked(True)
        self._show_table(chosen)
        self._pages.setCurrentIndex(0)
        for each in (self.copy, self.save):
            each.setEnabled(True)

    @Slot(int)
    def _show_table(self, place: int) -> None:
        table = self._tables[place]
        self.search.clear()
        self.search.setVisible(len(table.rows) > SEARCHED)
        self.model.show_table(table)
        self.view.setAccessibleName(table.title)
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.view.resizeColumnsToContents()
        self.view.fit()
        if self.model.rowCount():
            self.view.setCurrentIndex(self._sorted.index(0, 0))

    def put(self, text: str) -> None:
        """Puts the figures, written as a text, into the clipboard, and says so."""
        QGuiApplication.clipboard().setText(text)
        self.copied.setText(self.tr("Copied"))
        self._quiet.start()

    def _retranslate(self) -> None:
        self.copy.setText(self.tr("Copy"))
        self._copies["markdown"].setText(self.tr("As Markdown"))
        self._copies["csv"].setText(self.tr("As a table (CSV)"))
        self.save.setText(self.tr("Save…"))
        self.leave.setText(self.tr("Close"))
        self.search.setPlaceholderText(self.tr("Find a label"))
        self.search.setAccessibleName(self.tr("Find a label"))


class _TableView(QTableView):
    """Gives its first column the width that the others leave."""

    def fit(self) -> None:
        head = self.horizontalHeader()
        others = sum(head.sectionSize(n) for n in range(1, head.count()))
        if head.count():
            head.resizeSection(0, max(self.viewport().width() - others, LABEL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class FigureCard(QFrame):
    """One figure, large, and what it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_kind(self, "card")
        self.value = label("title")
        self.about = ElidedLabel("hint")
        column(self.value, self.about, inside=self, spacing=2, margins=(16, 12, 16, 12))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_text(self, text: CardText) -> None:
        self.value.setText(text.value)
        self.about.set_whole(text.about)
        self.setToolTip(as_tip(text.hint))
        self.setAccessibleName(f"{text.about}: {text.value}")


class FiguresModel(QAbstractTableModel):
    """The rows of a table; `VALUE` is what they are sorted by."""

    def __init__(self, theme: Theme, parent: FiguresPage) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = Table("", (), ())
        self._dots: dict[str, QIcon] = {}

    def show_table(self, table: Table) -> None:
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._table.columns):
            return None
        column = self._table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(column.hint) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value, column = self._table.rows[index.row()][index.column()], self._table.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(written(value, column.form).split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {written(value, column.form)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(value) if isinstance(value, str) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == VALUE:
            return -1.0 if value is None else value.casefold() if isinstance(value, str) else float(value)
        if (
            role == Qt.ItemDataRole.DecorationRole
            and self._table.has_labels
            and isinstance(value, str)
            and value
        ):
            return self._dot(value)
        return None

    def _dot(self, text: str) -> QIcon:
        color = self._theme.label_color(text)
        if color.name() not in self._dots:
            picture = QPixmap(20, 20)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QRectF(1, 1, 18, 18))
            painter.end()
            icon = self._dots[color.name()] = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint it
        return self._dots[color.name()]


class _Sorted(QSortFilterProxyModel):
    """Rows in the order that was clicked, of those whose first text was asked for."""

    def __init__(self, parent: FiguresPage) -> None:
        super().__init__(parent)
        self.setSortRole(VALUE)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterKeyColumn(0)


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column.form == "text" else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
