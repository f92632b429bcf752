"""The dialog that finds what may be blacked out, and shows it before anything is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from threading import Event

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from eyebox.session.types import Redaction
from eyebox.theme import Theme
from eyebox.workspace.redactions import MOST, Place

KINDS = ("email", "phone", "id", "amount", "date", "url")
CHOSEN = ("email", "phone", "id")
DEBOUNCE_MS = 200
PLACE = Qt.ItemDataRole.UserRole
Find = Callable[
    [Collection[str], Sequence[str], Collection[str] | None, Callable[[list[Place]], object]], Event
]
"""Looks for kinds and texts on pictures (None: all of the session), and gives what it found to a function later."""


class RedactionDialog(QDialog):
    """Kinds and a text at the top, what was found of them below, with check marks.

    What is blacked out already stands there too, checked: without its mark it is shown again.

    Signals: place_chosen: of a picture (its id), a Redaction: it is to be looked at.
    """

    place_chosen = Signal(str, object)

    def __init__(
        self, theme: Theme, picture: str | None, find: Find, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._find = find
        self._looking = Event()
        self._places: list[Place] = []
        self._unchecked: set[tuple[str, Redaction]] = set()
        self.setWindowTitle(self.tr("Find and black out"))
        self.kinds = {kind: QCheckBox(title) for kind, title in self._titles().items() if kind in KINDS}
        for kind, box in self.kinds.items():
            box.setChecked(kind in CHOSEN and not text)
            box.toggled.connect(self._look_soon)
        self.text = QLineEdit(text)
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText(self.tr("A name, an address…"))
        self.text.textChanged.connect(self._look_soon)
        self.extent = QComboBox()
        if picture is not None:
            self.extent.addItem(self.tr("This picture"), False)
        self.extent.addItem(self.tr("The whole session"), True)
        self.extent.currentIndexChanged.connect(self._look_soon)
        self.list = QTreeWidget()
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([self.tr("Text"), self.tr("Kind"), self.tr("Picture")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("What is blacked out"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemChanged.connect(self._on_checked)
        self.list.currentItemChanged.connect(self._on_current)
        self.count = QLabel()
        self.count.setProperty("kind", "hint")
        self.count.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.black_out = self._buttons.addButton(self.tr("Black out"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._soon.timeout.connect(self._look)
        self._look()

    def _lay_out(self) -> None:
        kinds = QGridLayout()
        kinds.setHorizontalSpacing(24)
        kinds.setVerticalSpacing(8)
        for number, box in enumerate(self.kinds.values()):
            kinds.addWidget(box, number // 3, number % 3)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for title, field, stretch in (
            (self.tr("&Text"), self.text, 1),
            (self.tr("&Pictures"), self.extent, 0),
        ):
            label = QLabel(title)
            label.setBuddy(field)
            fields.addWidget(label)
            fields.addWidget(field, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(kinds)
        layout.addLayout(fields)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        layout.addWidget(self._buttons)
        room = self.screen().availableSize()
        self.resize(min(560, room.width() - 40), min(520, room.height() - 60))

    def wanted(self) -> dict[str, list[Redaction]]:
        """What is to be blacked out, by the pictures that were looked at and have, or had, something."""
        found: dict[str, list[Redaction]] = {}
        for place in self._places:
            regions = found.setdefault(place.picture, [])
            if (place.picture, place.redaction) not in self._unchecked:
                regions.append(place.redaction)
        return found

    @Slot()
    def _look_soon(self) -> None:
        self.black_out.setEnabled(False)
        self._soon.start()

    @Slot()
    def _look(self) -> None:
        self._looking.set()
        kinds = [kind for kind, box in self.kinds.items() if box.isChecked()]
        texts = [self.text.text()] if self.text.text().strip() else []
        whole = self.extent.currentData() is True or self._picture is None
        only = None if whole else [self._picture or ""]
        self.black_out.setEnabled(False)
        self.count.setText(self.tr("Looking…"))
        self._looking = self._find(kinds, texts, only, self._take)

    def _take(self, places: list[Place]) -> None:
        self._places = places
        titles = self._titles()
        self.list.blockSignals(True)
        self.list.clear()
        self.list.setColumnHidden(2, self.extent.currentData() is not True)
        for place in places:
            one = place.redaction
            kind = titles.get(one.kind, titles[""])
            row = QTreeWidgetItem([one.text or self.tr("A region"), kind, place.name])
            row.setData(0, PLACE, place)
            row.setToolTip(0, one.text)
            checked = (place.picture, one) not in self._unchecked
            row.setCheckState(0, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
            self.list.addTopLevelItem(row)
        self.list.blockSignals(False)
        self._say()

    @Slot(QTreeWidgetItem, int)
    def _on_checked(self, row: QTreeWidgetItem, _column: int) -> None:
        """All selected rows follow the one whose mark was set."""
        state = row.checkState(0)
        rows = self.list.selectedItems() if row.isSelected() else [row]
        self.list.blockSignals(True)
        for one in rows:
            one.setCheckState(0, state)
            place = one.data(0, PLACE)
            known = (place.picture, place.redaction)
            self._unchecked.discard(known) if state == Qt.CheckState.Checked else self._unchecked.add(known)
        self.list.blockSignals(False)
        self._say()

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current(self, row: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if row is not None:
            place = row.data(0, PLACE)
            self.place_chosen.emit(place.picture, place.redaction)

    def _say(self) -> None:
        checked = sum((place.picture, place.redaction) not in self._unchecked for place in self._places)
        changes = any(
            place.is_covered == ((place.picture, place.redaction) in self._unchecked)
            for place in self._places
        )
        if not self._places:
            text = self.tr("Nothing was found. Only what has been read can be found.")
        else:
            said = (
                self.tr("{0} of {1} will be blacked out.")
                if changes
                else self.tr("{0} of {1} are blacked out.")
            )
            text = said.format(checked, len(self._places))
            if len(self._places) >= MOST:
                text += " " + self.tr("There is more: black these out and look again.")
        self.count.setText(text)
        self.black_out.setEnabled(changes)

    def _titles(self) -> dict[str, str]:
        return {
            "email": self.tr("E-mail addresses"),
            "phone": self.tr("Phone numbers"),
            "id": self.tr("Numbers and IDs"),
            "amount": self.tr("Amounts"),
            "date": self.tr("Dates"),
            "url": self.tr("Web addresses"),
            "text": self.tr("Text"),
            "": self.tr("By hand"),
        }

    def done(self, result: int) -> None:
        self._looking.set()
        super().done(result)
