"""Small widgets that pages are made of, and how they are put together."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme, set_kind

TOP, MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
Part = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | tuple[QWidget, int, Qt.AlignmentFlag] | None
"""A widget or layout, alone or with its stretch and alignment; a number of points; None for what is left over."""
Margins = tuple[int, int, int, int]
_Box = TypeVar("_Box", bound=QBoxLayout)


def column(
    *parts: Part, inside: QWidget | None = None, spacing: int = 0, margins: Margins = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Parts below each other; `inside` is the widget that they fill. Lengths are points."""
    return _filled(QVBoxLayout(inside) if inside is not None else QVBoxLayout(), parts, spacing, margins)


def line(
    *parts: Part, inside: QWidget | None = None, spacing: int = 0, margins: Margins = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Parts beside each other."""
    return _filled(QHBoxLayout(inside) if inside is not None else QHBoxLayout(), parts, spacing, margins)


def _filled(layout: _Box, parts: tuple[Part, ...], spacing: int, margins: Margins) -> _Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for part in parts:
        match part:
            case None:
                layout.addStretch(1)
            case int():
                layout.addSpacing(part)
            case QWidget():
                layout.addWidget(part)
            case QLayout():
                layout.addLayout(part)
            case (QLayout() as below, stretch):
                layout.addLayout(below, stretch)
            case (QWidget() as widget, stretch):
                layout.addWidget(widget, stretch)
            case (widget, stretch, alignment):
                layout.addWidget(widget, stretch, alignment)
    return layout


def scrolled(inner: QWidget) -> QScrollArea:
    """A page that scrolls up and down only, on the ground of what it stands in."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area


def label(kind: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A plain-text label of a kind that the style sheet knows; one that wraps can be selected from."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wrap:
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if kind:
        set_kind(made, kind)
    return made


def button(kind: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that Enter presses only while it has the focus."""
    made = QPushButton(parent)
    made.setAutoDefault(False)
    if kind:
        set_kind(made, kind)
    return made


def icon_button(theme: Theme, icon: str, parent: QWidget | None = None) -> QToolButton:
    made = QToolButton(parent)
    made.setIcon(theme.icon(icon, "muted"))
    made.setIconSize(QSize(grown(16), grown(16)))
    made.setFixedSize(grown(28), grown(28))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def step_button(action: QAction, parent: QWidget | None = None) -> QToolButton:
    """The icon alone of an action that goes on or back."""
    made = QToolButton(parent)
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setAutoRaise(True)
    made.setIconSize(QSize(grown(16), grown(16)))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def hairline(kind: str = "hline") -> QFrame:
    made = QFrame()
    set_kind(made, kind)
    return made


def number_field(
    least: int, most: int, value: int, suffix: str = "", parent: QWidget | None = None
) -> QSpinBox:
    """A number with arrows; its text stands as far from the left as that of other fields, where style sheets don't reach."""
    made = QSpinBox(parent)
    made.setRange(least, most)
    made.setSuffix(suffix)
    made.setValue(value)
    made.lineEdit().setTextMargins(8, 0, 0, 0)
    return made


def rows_table(rows: QAbstractItemModel) -> QTableView:
    """A table whose rows are read and chosen, whole, and not changed."""
    made = QTableView()
    made.setModel(rows)
    made.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    choose_rows(made)
    made.setWordWrap(False)
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made


def choose_rows(table: QTableView) -> None:
    """Makes the rows of a table chosen whole: no grid, no numbers before them, and Tab leaves the table."""
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)


def progress_bar() -> QProgressBar:
    """A bar without words on it."""
    made = QProgressBar()
    made.setTextVisible(False)
    return made


def form(spacing: int) -> QFormLayout:
    """Fields that fill the width, their names at the left."""
    made = QFormLayout()
    made.setSpacing(spacing)
    made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def add_named(rows: QFormLayout, text: str, field: QWidget, beside: QWidget | None = None) -> None:
    """A row of `form`: a field whose name, with its key, is also what is read out."""
    named = QLabel(text)
    named.setBuddy(field)
    named.setMinimumHeight(field.sizeHint().height())
    field.setAccessibleName(text.replace("&", ""))
    if beside is None:
        rows.addRow(named, field)
    else:
        rows.addRow(named, line((field, 1), beside, spacing=8))


def keep_room(widget: QWidget) -> None:
    """Lets a widget keep its room while it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


class ElidedLabel(QLabel):
    """One line that is shortened in the middle; the whole text is its tooltip and what is read out."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if kind:
            set_kind(self, kind)

    @property
    def whole(self) -> str:
        return self._text

    def set_whole(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self._shorten()

    def _shorten(self) -> None:
        self.ensurePolished()
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(shown)
        self.setToolTip(as_tip(self._text if shown != self._text else ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()


class Mark(QWidget):
    """An icon in a colour of the theme that is no button."""

    def __init__(self, theme: Theme, icon: str, role: str = "muted", size: int = 16) -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        self.setFixedSize(size, max(size, 20))
        self.show_icon(icon, role)
        theme.changed.connect(self.update)

    def show_icon(self, icon: str, role: str) -> None:
        self._icon = self._theme.icon(icon, role)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, 0, (self.height() - self._size) // 2, self._size, self._size)
