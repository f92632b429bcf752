"""Fields for what is said of the selected boxes beside their labels: a choice of values, or a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QSizePolicy, QWidget

from eyebox.session.labels import Attribute
from eyebox.theme.controls import label
from eyebox.theme.retranslated import Retranslated

LONGEST = 1000
"""Letters of a value."""


class AttributeFields(Retranslated, QWidget):
    """There is nothing to see where no attribute belongs to the boxes.

    Signals: edited: name of an attribute and its new value, "" for none.
    """

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[Attribute, str], ...] = ()
        self._fields: list[QLineEdit | QComboBox] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 4, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.setVisible(False)

    def show_attributes(self, attributes: Sequence[tuple[Attribute, str]]) -> None:
        """Attributes with their values, "" where they have none or boxes differ."""
        before, self._shown = self._shown, tuple(attributes)
        if [one for one, _value in before] != [one for one, _value in self._shown]:
            self._build()
        for (_attribute, value), field in zip(self._shown, self._fields, strict=True):
            _show_value(field, value)
        self.setVisible(bool(self._shown))

    def _build(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._fields = []
        if self._shown:
            line = QFrame()
            line.setProperty("kind", "hline")
            self._form.addRow(line)
        for attribute, _value in self._shown:
            field = self._field(attribute)
            field.setAccessibleName(attribute.name)
            title = label("muted")
            title.setText(attribute.name)
            title.setBuddy(field)
            title.setMinimumHeight(field.sizeHint().height())
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._form.addRow(title, field)
            self._fields.append(field)

    def focus_first(self) -> bool:
        """Gives the first field the focus; False where there is none."""
        if self._fields:
            self._fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self._fields)

    def _field(self, attribute: Attribute) -> QLineEdit | QComboBox:
        if not attribute.values:
            text = QLineEdit()
            text.setMaxLength(LONGEST)
            text.editingFinished.connect(partial(self._on_text, attribute.name, text))
            return text
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(6)
        choice.addItems(["", *attribute.values])
        choice.textActivated.connect(partial(self.edited.emit, attribute.name))
        return choice

    def _on_text(self, name: str, field: QLineEdit) -> None:
        was = next((value for attribute, value in self._shown if attribute.name == name), "")
        if field.text().strip() != was:
            self.edited.emit(name, field.text().strip())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Attributes of the box"))


def _show_value(field: QLineEdit | QComboBox, value: str) -> None:
    if isinstance(field, QLineEdit):
        if field.text() != value:
            field.setText(value)
        return
    if field.findText(value) < 0:
        field.addItem(value)  # one that a file has, whatever the label's attributes say
    field.setCurrentIndex(field.findText(value))
