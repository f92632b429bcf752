"""The dialog for the labels of a session: their order (and so their keys), colours, attributes and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidget,
)

from eyebox.session.labels import Label, attributes_from_text, attributes_text, with_names
from eyebox.theme.colors import PALETTE
from eyebox.theme.controls import button, choose_rows, column, icon_button, label, line
from eyebox.theme.icons import swatch
from eyebox.theme.menus import give_menu
from eyebox.theme.theme import Theme

KEYS = "1234567890"
"""What the first labels have, in a review and for selected boxes."""
KEY, NAME, ATTRIBUTES, BOXES = range(4)
SIZE = (640, 480)
MARGIN = 60
SWATCH = 14
_LABEL = Qt.ItemDataRole.UserRole


class LabelSetDialog(QDialog):
    """Nothing is changed before it is accepted; then `labels` and `renamed` say what is wanted.

    Signals: import_wanted: names are to be taken from a file.
    """

    import_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        labels: Sequence[Label],
        counts: Mapping[str, int],
        parent: QWidget | None = None,
    ) -> None:
        """`counts`: how many boxes have each label; those that only boxes have come after the others."""
        super().__init__(parent)
        self.setObjectName("label_set")
        self._theme = theme
        self._counts = counts
        self.table = QTableWidget(0, 4)
        choose_rows(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.table.setIconSize(QSize(SWATCH, SWATCH))
        self.table.setWordWrap(False)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for section in (NAME, ATTRIBUTES):
            head.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        self.table.installEventFilter(self)
        self._add = button()
        self._color = QToolButton()
        self._color.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._color.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._up, self._down = icon_button(theme, "chevron-up"), icon_button(theme, "chevron-down")
        self._delete = icon_button(theme, "trash")
        self._unused, self._import = button(), button()
        self._hint = label("hint", wrap=True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        tools = line(
            self._add,
            self._color,
            self._up,
            self._down,
            self._delete,
            None,
            self._unused,
            self._import,
            spacing=8,
        )
        column(
            tools,
            (self.table, 1),
            self._hint,
            self._buttons,
            inside=self,
            spacing=12,
            margins=(16, 16, 16, 16),
        )
        self._retranslate()
        for one in with_names(labels, counts):
            self._append(one)
        self._number()
        self.table.itemChanged.connect(self._on_edited)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self._add.clicked.connect(self.add)
        self._up.clicked.connect(lambda: self.move_by(-1))
        self._down.clicked.connect(lambda: self.move_by(1))
        self._delete.clicked.connect(self.delete)
        self._unused.clicked.connect(self.delete_unused)
        self._import.clicked.connect(self.import_wanted)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        give_menu(self._color, self._color_menu())
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - QSize(MARGIN, MARGIN)))
        self.table.selectRow(0)
        self._on_selected()
        self.table.setFocus()

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels in their new order; one that boxes have keeps its name, the new one is in `renamed`."""
        found: dict[str, Label] = {}
        for row in range(self.table.rowCount()):
            made = self._label(row)
            name = made.name if made.name in self._counts else self._text(row, NAME)
            if name:
                found.setdefault(name, replace(made, name=name))
        return tuple(found.values())

    @property
    def renamed(self) -> dict[str, str]:
        """The labels that boxes have, with other names that these are to get."""
        pairs = ((self._label(row).name, self._text(row, NAME)) for row in range(self.table.rowCount()))
        return {old: new for old, new in pairs if old in self._counts and new and new != old}

    def take_names(self, labels: Sequence[Label]) -> None:
        """Adds labels that a file has."""
        there = {self._text(row, NAME) for row in range(self.table.rowCount())}
        new = [one for one in labels if one.name not in there]
        for one in new:
            self._append(one)
        self._number()
        self._hint.setText(self.tr("%n label(s) added.", "", len(new)))

    def say(self, sentence: str) -> None:
        """Shows a sentence below the labels."""
        self._hint.setText(sentence)

    @Slot()
    def add(self) -> None:
        """Adds a label and opens its name for typing."""
        self._append(Label(""))
        self._number()
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, NAME)
        self.table.editItem(self._item(row, NAME))

    def move_by(self, by: int) -> None:
        """Moves the selected label up (-1) or down (1)."""
        row = self.table.currentRow()
        if row >= 0 and 0 <= row + by < self.table.rowCount():
            self.table.blockSignals(True)
            for place in range(self.table.columnCount()):
                here, there = self.table.takeItem(row, place), self.table.takeItem(row + by, place)
                self.table.setItem(row, place, there)
                self.table.setItem(row + by, place, here)
            self.table.blockSignals(False)
            self._number()
            self.table.setCurrentCell(row + by, NAME)

    @Slot()
    def delete(self) -> None:
        """Takes the selected label out, unless boxes have it."""
        row = self.table.currentRow()
        if row < 0:
            return
        if count := self._counts.get(self._label(row).name, 0):
            self._hint.setText(
                self.tr("%n box(es) have this label: rename it, or delete them first.", "", count)
            )
            return
        self.table.removeRow(row)
        self._number()

    @Slot()
    def delete_unused(self) -> None:
        """Takes out all labels that no box has."""
        unused = [row for row in range(self.table.rowCount()) if not self._counts.get(self._label(row).name)]
        for row in reversed(unused):
            self.table.removeRow(row)
        self._number()
        self._hint.setText(self.tr("%n unused label(s) removed.", "", len(unused)))

    def set_color(self, color: str) -> None:
        """Gives the selected label a colour; "" the one that it has by its name."""
        row = self.table.currentRow()
        if row >= 0:
            self._put(row, replace(self._label(row), color=color))
            self._on_selected()

    def _color_menu(self) -> QMenu:
        menu = QMenu(self._color)
        menu.addAction(self.tr("Automatic")).triggered.connect(lambda: self.set_color(""))
        menu.addSeparator()
        names = (
            self.tr("Blue"), self.tr("Orange"), self.tr("Green"), self.tr("Red"), self.tr("Light blue"),
            self.tr("Yellow"), self.tr("Pink"), self.tr("Wine"), self.tr("Violet"),
        )  # fmt: skip
        for color, name in zip(PALETTE, names, strict=True):
            entry = menu.addAction(self._swatch(QColor(color)), name)
            entry.triggered.connect(lambda _on, color=color: self.set_color(color))
        menu.addSeparator()
        menu.addAction(self.tr("Another colour…")).triggered.connect(self._ask_color)
        return menu

    @Slot()
    def _ask_color(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            color = QColorDialog.getColor(
                self._color_of(self._label(row)), self, self.tr("Colour of the label")
            )
            if color.isValid():
                self.set_color(color.name())

    def _append(self, made: Label) -> None:
        row = self.table.rowCount()
        self.table.blockSignals(True)
        self.table.insertRow(row)
        for place in range(self.table.columnCount()):
            item = QTableWidgetItem()
            if place in (KEY, BOXES):
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.table.setItem(row, place, item)
        self._item(row, NAME).setText(made.name)
        self._item(row, ATTRIBUTES).setText(attributes_text(made.attributes))
        self._item(row, BOXES).setText(self.locale().toString(self._counts.get(made.name, 0)))
        self.table.blockSignals(False)
        self._put(row, made)

    def _put(self, row: int, made: Label) -> None:
        self.table.blockSignals(True)
        self._item(row, NAME).setData(_LABEL, made)
        self._item(row, NAME).setIcon(self._swatch(self._color_of(replace(made, name=self._text(row, NAME)))))
        self.table.blockSignals(False)

    def _number(self) -> None:
        """Shows which key each label has."""
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            self._item(row, KEY).setText(KEYS[row] if row < len(KEYS) else "")
        self.table.blockSignals(False)
        self._on_selected()

    def _item(self, row: int, place: int) -> QTableWidgetItem:
        item = self.table.item(row, place)
        assert item is not None
        return item

    def _label(self, row: int) -> Label:
        made = self._item(row, NAME).data(_LABEL)
        assert isinstance(made, Label)
        return made

    def _text(self, row: int, place: int) -> str:
        return " ".join(self._item(row, place).text().split())

    @Slot(QTableWidgetItem)
    def _on_edited(self, item: QTableWidgetItem) -> None:
        row = item.row()
        made = self._label(row)
        if item.column() == ATTRIBUTES:
            made = replace(made, attributes=attributes_from_text(item.text()))
            self.table.blockSignals(True)
            item.setText(attributes_text(made.attributes))
            self.table.blockSignals(False)
        elif item.column() == NAME and not self._text(row, NAME) and made.name:
            item.setText(made.name)
        self._put(row, made)

    @Slot()
    def _on_selected(self) -> None:
        row, last = self.table.currentRow(), self.table.rowCount() - 1
        for part, on in (
            (self._up, row > 0),
            (self._down, 0 <= row < last),
            (self._color, row >= 0),
            (self._delete, row >= 0),
        ):
            part.setEnabled(on)
        if row >= 0:
            self._color.setIcon(self._item(row, NAME).icon())

    def _color_of(self, made: Label) -> QColor:
        return QColor(made.color) if made.color else self._theme.label_color(made.name)

    def _swatch(self, color: QColor) -> QIcon:
        return swatch(color, self.devicePixelRatioF(), SWATCH)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Labels of the session"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Key"), self.tr("Label"), self.tr("Attributes"), self.tr("Boxes")]
        )
        for place in (NAME, ATTRIBUTES):
            if title := self.table.horizontalHeaderItem(place):
                title.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setAccessibleName(self.tr("Labels"))
        self.table.setAccessibleDescription(
            self.tr("F2 renames a label, Insert adds one, Alt and arrows move it, Delete takes it out.")
        )
        self._add.setText(self.tr("Add"))
        self._color.setText(self.tr("Colour"))
        self._unused.setText(self.tr("Remove unused"))
        self._import.setText(self.tr("Import…"))
        self._hint.setText(
            self.tr(
                "Attributes are written like this: side: left, right; remark. One without values takes any text."
            )
        )
        for part, name in (
            (self._up, self.tr("Up")),
            (self._down, self.tr("Down")),
            (self._delete, self.tr("Delete")),
        ):
            part.setToolTip(name)
            part.setAccessibleName(name)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            match event.key():
                case Qt.Key.Key_Insert:
                    self.add()
                case Qt.Key.Key_Delete:
                    self.delete()
                case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                    self.move_by(-1 if event.key() == Qt.Key.Key_Up else 1)
                case _:
                    return False
            return True
        return False
