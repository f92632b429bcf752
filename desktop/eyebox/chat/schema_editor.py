"""A JSON schema as a table of fields, with its text beneath; both stay in step where the schema is simple."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)

from eyebox.chat.schema_fields import KINDS, Fault, Field, Kind, fault_of, fields_of, schema_of
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, label, line
from eyebox.theme.grown import grown, resize_grown

_Part = TypeVar("_Part", bound=QWidget)
NAME, KIND, REQUIRED, DESCRIPTION = range(4)
ROW_HEIGHT = 40


class SchemaEditor(QDialog):
    """Edits one schema; `schema` is what came of it when it is accepted, None for none."""

    def __init__(self, theme: Theme, schema: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("schema")
        self.setWindowTitle(self.tr("Fields of the answer"))
        resize_grown(self, 720, 640)
        self._filling = False
        self._current = -1
        intro = label("muted", wrap=True)
        intro.setText(self.tr("The answer is JSON with exactly these fields. Without any it is plain text."))
        self.table = QTableWidget(0, 4, self)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("What it is"), self.tr("Required"), self.tr("Description")]
        )
        self.table.setAccessibleName(self.tr("Fields"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(grown(ROW_HEIGHT))
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(DESCRIPTION, QHeaderView.ResizeMode.Stretch)
        for place, width in ((NAME, 168), (KIND, 152), (REQUIRED, 88)):
            header.resizeSection(place, width)
        self.add = button()
        self.add.setText(self.tr("Add a field"))
        self.add.clicked.connect(self.add_field)
        self.remove = button("quiet")
        self.remove.setText(self.tr("Remove the field"))
        self.remove.clicked.connect(self.remove_field)
        self.text = QPlainTextEdit(self)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("JSON schema"))
        self.text.setPlaceholderText(self.tr("No schema"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._text_changed)
        self.fault = label("hint", wrap=True)
        self.fault.setMinimumHeight(self.fault.fontMetrics().lineSpacing())
        cancel = button()
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.use = button("primary")
        self.use.setText(self.tr("Use it"))
        self.use.setDefault(True)
        self.use.clicked.connect(self.accept)
        column(
            intro,
            (self.table, 3),
            line(self.add, self.remove, None, spacing=8),
            (self.text, 2),
            self.fault,
            line(None, cancel, self.use, spacing=8),
            inside=self,
            spacing=12,
            margins=(20, 16, 20, 16),
        )
        self.text.setPlainText(schema or "")
        self._text_changed()
        if not self.schema:
            self.add_field()

    @property
    def schema(self) -> str | None:
        """The text as it stands, None for none."""
        text = self.text.toPlainText()
        return text if text.strip() else None

    def fields(self) -> tuple[Field, ...]:
        """The rows of the table."""
        return tuple(self._field(row) for row in range(self.table.rowCount()))

    @Slot()
    def add_field(self) -> None:
        """Adds an empty row and goes to its name."""
        self._add_row(Field(""))
        self._part(self.table.rowCount() - 1, NAME, QLineEdit).setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.scrollToBottom()
        self._show_buttons()

    @Slot()
    def remove_field(self) -> None:
        """Removes the row that has the focus, or had it last; else the last one."""
        row = self._current if 0 <= self._current < self.table.rowCount() else self.table.rowCount() - 1
        if row >= 0:
            self.table.removeRow(row)
            self._current = min(row, self.table.rowCount() - 1)
            self._fields_changed()
            following = self._part(self._current, NAME, QLineEdit) if self._current >= 0 else self.add
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, field: Field) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        name = QLineEdit(field.name)
        name.setAccessibleName(self.tr("Name"))
        name.setPlaceholderText(self.tr("total"))
        kind = QComboBox()
        kind.setAccessibleName(self.tr("What it is"))
        for one in KINDS:
            kind.addItem(self._kind(one), one)
        kind.setCurrentIndex(KINDS.index(field.kind))
        required = QCheckBox()
        required.setChecked(field.required)
        required.setAccessibleName(self.tr("Required"))
        set_kind(required, "bare")
        description = QLineEdit(field.description)
        description.setAccessibleName(self.tr("Description"))
        name.textEdited.connect(self._fields_changed)
        kind.activated.connect(self._fields_changed)
        required.clicked.connect(self._fields_changed)
        description.textEdited.connect(self._fields_changed)
        for place, part in enumerate((name, kind, required, description)):
            part.installEventFilter(self)
            holder = QWidget()
            left, right = 12 if part is required else 0, 0 if part is description else 8
            line((part, 1), inside=holder, margins=(left, 3, right, 3))
            self.table.setCellWidget(row, place, holder)

    def _field(self, row: int) -> Field:
        name, description = self._part(row, NAME, QLineEdit), self._part(row, DESCRIPTION, QLineEdit)
        required = self._part(row, REQUIRED, QCheckBox)
        chosen: Kind = self._part(row, KIND, QComboBox).currentData()
        return Field(name.text().strip(), chosen, required.isChecked(), description.text().strip())

    def _part(self, row: int, place: int, kind: type[_Part]) -> _Part:
        """The control in a cell."""
        holder = self.table.cellWidget(row, place)
        part = holder.findChild(kind) if holder is not None else None
        assert isinstance(part, kind)
        return part

    @Slot()
    def _fields_changed(self) -> None:
        """The text follows the table; the user can take that back in the text."""
        self._filling = True
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(schema_of(self.fields()))
        self._filling = False
        self._show_buttons()

    @Slot()
    def _text_changed(self) -> None:
        """The table follows the text, where that is a list of fields."""
        if self._filling:
            return
        fields = fields_of(self.text.toPlainText())
        if fields is not None and fields != tuple(one for one in self.fields() if one.name):
            self.table.setRowCount(0)
            for field in fields:
                self._add_row(field)
        self.table.setEnabled(fields is not None)
        self.add.setEnabled(fields is not None)
        self._show_buttons()

    def _show_buttons(self) -> None:
        fault = fault_of(self.text.toPlainText())
        names = [field.name for field in self.fields() if field.name]
        twice = next((name for name in names if names.count(name) > 1), "") if self.table.isEnabled() else ""
        said = self._said(fault) if fault else ""
        if twice:
            said = self.tr("Two fields are called %1.").replace("%1", twice)
        self.use.setEnabled(not said)
        set_kind(self.fault, "danger" if said else "hint")
        if not said and not self.table.isEnabled():
            said = self.tr(
                "This schema says more than a list of fields: edit its text, or empty it to start anew."
            )
        self.fault.setText(said)
        set_kind(self.text, "error" if fault else "framed")
        self.remove.setEnabled(self.table.isEnabled() and self.table.rowCount() > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            middle = watched.mapTo(self.table.viewport(), watched.rect().center())
            self._current = self.table.rowAt(middle.y())
        return super().eventFilter(watched, event)

    def _said(self, fault: Fault) -> str:
        text = {
            "json": self.tr("This is no JSON: look at line %1, column %2."),
            "object": self.tr("A schema is an object in braces, not %3."),
            "type": self.tr("%4: there is no type %3."),
            "schema": self.tr("%4 has to be a schema in braces, not %3."),
            "list": self.tr("%4 has to be a list of schemas, not %3."),
            "names": self.tr("%4 has to be a list of names, not %3."),
        }[fault.kind]
        values = (str(fault.line), str(fault.column), fault.found, fault.place)
        for number, value in enumerate(values, start=1):
            text = text.replace(f"%{number}", value)
        return text

    def _kind(self, kind: Kind) -> str:
        return {
            "text": self.tr("text"),
            "number": self.tr("number"),
            "whole": self.tr("whole number"),
            "boolean": self.tr("yes or no"),
            "texts": self.tr("list of texts"),
            "numbers": self.tr("list of numbers"),
            "boxes": self.tr("list of boxes"),
        }[kind]
