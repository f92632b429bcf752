"""One setting of a chat's answers a row: its title, its control, a button that resets it, and a sentence below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from eyebox.chat.controls import icon_button, label, name_button
from eyebox.chat.generation_words import (
    RANGES,
    TITLES,
    number_of,
    stops_of,
    text_of,
    tr,
    typed_stops,
)
from eyebox.theme import Theme, set_kind
from eyebox.theme.grown import grown

NUMBER_WIDTH = 176


class Row(QWidget):
    """What all rows have. A subclass adds its control and says what it shows.

    Signals: changed: name and new value, after the user changed it.
    """

    changed = Signal(str, object)

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.title = label(tr(TITLES[name]), "", self)
        self.hint = label("", "hint", self)
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.reset = icon_button(theme, "undo", "", parent=self)
        name_button(self.reset, self.tr("Reset: %1").replace("%1", tr(TITLES[name])))
        keep = self.reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keep)
        self.reset.clicked.connect(self._reset)
        self._why = ""
        self._fault = ""

    def lay_out(self, control: QWidget, *, beside: bool) -> None:
        """The control beside the title, or below it."""
        control.setObjectName(self.name)
        control.setAccessibleName(tr(TITLES[self.name]))
        self.title.setBuddy(control)
        QWidget.setTabOrder(control, self.reset)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        if beside:
            head.addWidget(control)
        head.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        if not beside:
            column.addWidget(control)
        column.addWidget(self.hint)
        self.control = control

    def show_value(self, value: object) -> None:
        """Shows a value that is sound."""
        raise NotImplementedError

    def usual(self) -> object:
        """The default."""
        return None

    def set_why(self, why: str, *, usable: bool = True) -> None:
        """A sentence about the setting now, and whether it does anything."""
        self._why = why
        self.setEnabled(usable)
        self._show_hint()

    def set_fault(self, fault: str) -> None:
        """What is wrong with what was typed, "" for nothing."""
        self._fault = fault
        if isinstance(self.control, QLineEdit):
            set_kind(self.control, "error" if fault else "")
        self._show_hint()

    def _show_hint(self) -> None:
        text = self._fault or self._why
        set_kind(self.hint, "danger" if self._fault else "hint")
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        self.control.setAccessibleDescription(text)

    @Slot()
    def _reset(self) -> None:
        self.show_value(self.usual())
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.name, self.usual())


class NumberRow(Row):
    """A number; empty for the default, which it names."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(theme, name, parent)
        self.field = QLineEdit(self)
        self.field.setFixedWidth(grown(NUMBER_WIDTH))
        self.field.textEdited.connect(self._typed)
        self.field.editingFinished.connect(self._finished)
        self._held = self._value = self.usual()
        self.lay_out(self.field, beside=True)
        self.show_value(self.usual())

    def usual(self) -> object:
        return {"temperature": 0.0, "num_beams": 1}.get(self.name)

    def show_default(self, text: str) -> None:
        """What holds while nothing is typed."""
        self.field.setPlaceholderText(text)
        self.field.setToolTip(text)

    def show_value(self, value: object) -> None:
        self.set_fault("")
        self.reset.setVisible(value != self.usual())
        self._held = self._value = value
        number = value if isinstance(value, int | float) and value != self.usual() else None
        self.field.setText(text_of(number))

    @Slot(str)
    def _typed(self, text: str) -> None:
        try:
            value = number_of(self.name, text)
        except ValueError:
            self.set_fault(tr(RANGES[self.name]))
            self.reset.show()
            self._give(self._held)  # and not what the first letters of it mean
            return
        self.set_fault("")
        given = self.usual() if value is None else value
        self.reset.setVisible(given != self.usual())
        self._give(given)

    def _give(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(self.name, value)

    @Slot()
    def _finished(self) -> None:
        self._held = self._value


class ChoiceRow(Row):
    """One of a few values, the first of which is the default."""

    def __init__(self, theme: Theme, name: str, choices: Mapping[Any, str], parent: QWidget) -> None:
        super().__init__(theme, name, parent)
        self._usual = next(iter(choices))
        self.choice = QComboBox(self)
        self.choice.setFixedWidth(grown(NUMBER_WIDTH))
        for value, text in choices.items():
            self.choice.addItem(tr(text), value)
        self.choice.activated.connect(self._chosen)
        self.lay_out(self.choice, beside=True)
        self.show_value(self.usual())

    def usual(self) -> object:
        return self._usual

    def show_value(self, value: object) -> None:
        self.choice.setCurrentIndex(max(0, self.choice.findData(value)))
        self.reset.setVisible(self.choice.currentData() != self.usual())

    @Slot()
    def _chosen(self) -> None:
        self.reset.setVisible(self.choice.currentData() != self.usual())
        self.changed.emit(self.name, self.choice.currentData())


class TextRow(Row):
    """A text of several lines; empty for the default."""

    def __init__(self, theme: Theme, name: str, lines: int, parent: QWidget) -> None:
        super().__init__(theme, name, parent)
        self.field = QPlainTextEdit(self)
        set_kind(self.field, "framed")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(lines * self.field.fontMetrics().lineSpacing() + 18)
        self.lay_out(self.field, beside=False)
        self._showing = False
        self.field.textChanged.connect(self._typed)
        self.show_value(None)

    def value(self) -> object:
        """What is typed, as Options have it."""
        return self.field.toPlainText() if self.field.toPlainText().strip() else None

    def written(self, value: object) -> str:
        return value if isinstance(value, str) else ""

    def show_default(self, text: str) -> None:
        """What holds while nothing is typed."""
        self.field.setPlaceholderText(text)

    def show_value(self, value: object) -> None:
        self._showing = True
        if value != self.value():
            self.field.setPlainText(self.written(value))
        self._showing = False
        self.reset.setVisible(value != self.usual())

    @Slot()
    def _typed(self) -> None:
        if not self._showing:
            value = self.value()
            self.reset.setVisible(value != self.usual())
            self.changed.emit(self.name, value)


class StopsRow(TextRow):
    """Stop texts, one a line."""

    def usual(self) -> object:
        return ()

    def value(self) -> object:
        return stops_of(self.field.toPlainText())

    def written(self, value: object) -> str:
        return typed_stops(value) if isinstance(value, tuple) else ""
