"""The settings dialog, made from the table of settings; every change holds at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eyebox import amounts
from eyebox.settings.schema import Settings, Spec, Value, specs
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, label, number_field
from eyebox.theme.controls import line as row_of
from eyebox.theme.grown import grown
from eyebox.theme.searched_page import SearchedPage, folded, show


class SettingsDialog(SearchedPage):
    """Shows all settings, finds them by word, and resets each by itself.

    Signals:
        changed: the new Settings, after each change.
        emptied: the name of a setting that bounds something on disk, all of which is to be removed.
    """

    changed = Signal(object)
    emptied = Signal(str)

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("settings")
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._settings = settings
        self._groups: dict[str, QLabel] = {}
        self._rows: list[SettingRow] = []
        for spec in (spec for spec in specs() if spec.group):
            if spec.group not in self._groups:
                self._groups[spec.group] = self.heading()
            row = SettingRow(spec, theme, self.page)
            row.set_value(getattr(settings, spec.name))
            row.changed.connect(self._take)
            row.emptied.connect(self.emptied)
            self._rows.append(row)
            self.inner.addWidget(row)
        self.finish(600)

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self._settings

    def show_taken(self, name: str, size: int) -> None:
        """Says how many bytes of what a setting bounds are on disk."""
        for row in self._rows:
            if row.spec.name == name:
                row.show_taken(size)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.nothing.setText(self.tr("No setting has this word."))
        for group, heading in self._groups.items():
            heading.setText(_translated(group))
        for row in self._rows:
            row.retranslate()

    @Slot(str, object)
    def _take(self, name: str, value: Value) -> None:
        settings = self._settings.with_value(name, value)
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def show_found(self, words: list[str]) -> bool:
        shown_groups = set()
        for row in self._rows:
            found = all(word in row.words for word in words)
            show(row, found)
            if found:
                shown_groups.add(row.spec.group)
        for group, heading in self._groups.items():
            show(heading, group in shown_groups)
        return bool(shown_groups)


class SettingRow(QWidget):
    """One setting: its title and help, its control, and a button that resets it.

    Signals:
        changed: name and new value, after the user changed it.
        emptied: its name, when what it bounds is to be removed from disk.
    """

    changed = Signal(str, object)
    emptied = Signal(str)

    def __init__(self, spec: Spec, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self.words = ""
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._help = QLabel(self)
        self._help.setWordWrap(True)
        set_kind(self._help, "hint")
        self._control = self._make_control()
        self._control.setObjectName(spec.name)
        self._title.setBuddy(self._control)
        self._reset = QToolButton(self)
        self._reset.setObjectName(f"reset_{spec.name}")
        self._reset.setIcon(theme.icon("undo", "muted"))
        self._reset.setIconSize(QSize(18, 18))
        self._reset.clicked.connect(self._reset_value)
        keep = self._reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(keep)

        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._help)
        self._on_disk = _OnDisk(spec.name) if spec.on_disk else None
        if self._on_disk is not None:
            self._on_disk.empty.clicked.connect(self._emptied)
            texts.addWidget(self._on_disk)
        line = QHBoxLayout()
        line.setContentsMargins(0, 12, 0, 12)
        line.setSpacing(8)
        line.addLayout(texts, 1)
        line.addWidget(self._reset)
        line.addWidget(self._control)
        set_kind(self, "ruled")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 1)
        outer.setSpacing(0)
        outer.addLayout(line)

    def value(self) -> Value:
        """What the control shows."""
        control = self._control
        if isinstance(control, QCheckBox):
            return control.isChecked()
        if isinstance(control, QSpinBox):
            return control.value()
        if isinstance(control, QLineEdit):
            return control.text().strip()
        return str(control.currentData())

    def set_value(self, value: Value) -> None:
        """Shows a value."""
        control = self._control
        if isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QSpinBox):
            control.setValue(int(str(value)))
        elif isinstance(control, QLineEdit):
            control.setText(str(value))
        else:
            control.setCurrentIndex(control.findData(value))
        self._reset.setVisible(value != self.spec.default)

    def show_taken(self, size: int) -> None:
        """Says how much of what the setting bounds is on disk."""
        if self._on_disk is not None:
            self._on_disk.taken = size
            self._on_disk.retranslate(_translated(self.spec.title))

    def retranslate(self) -> None:
        """Puts the texts in the program's language."""
        title, help = _translated(self.spec.title), _translated(self.spec.help)
        self._title.setText(title)
        self._help.setText(help)
        self._control.setAccessibleName(title)
        self._control.setAccessibleDescription(help)
        self._reset.setToolTip(self.tr("Reset to the default"))
        self._reset.setAccessibleName(self.tr("Reset: %1").replace("%1", title))
        if self._on_disk is not None:
            self._on_disk.retranslate(title)
        choices = [_translated(text) for _, text in self.spec.choices]
        if isinstance(self._control, QComboBox):
            for index, text in enumerate(choices):
                self._control.setItemText(index, text)
        self.words = folded(" ".join((title, help, *choices, self.spec.name)))

    def _make_control(self) -> QCheckBox | QSpinBox | QLineEdit | QComboBox:
        spec = self.spec
        if isinstance(spec.default, bool):
            check = QCheckBox(self)
            set_kind(check, "bare")
            check.toggled.connect(self._take)
            return check
        if isinstance(spec.default, int):
            spin = number_field(spec.lowest, spec.highest, spec.default, parent=self)
            spin.valueChanged.connect(self._take)
            return spin
        if not spec.choices:
            edit = QLineEdit(self)
            edit.setFixedWidth(grown(220))
            edit.setPlaceholderText(spec.example)
            edit.textChanged.connect(self._take)
            return edit
        combo = QComboBox(self)
        combo.setMinimumWidth(grown(180))
        for choice, text in spec.choices:
            combo.addItem(text, choice)
        combo.currentIndexChanged.connect(self._take)
        return combo

    @Slot()
    def _take(self) -> None:
        value = self.value()
        self._reset.setVisible(value != self.spec.default)
        allowed = self.spec.allows(value)
        if isinstance(self._control, QLineEdit):
            set_kind(self._control, "" if allowed else "error")
        if allowed:
            self.changed.emit(self.spec.name, value)

    @Slot()
    def _emptied(self) -> None:
        self.emptied.emit(self.spec.name)

    @Slot()
    def _reset_value(self) -> None:
        self._control.setFocus()
        self.set_value(self.spec.default)


class _OnDisk(QWidget):
    """How much there is of what a setting bounds on disk, and a button that removes it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.taken: int | None = None
        self.empty = button("link")
        self.empty.setObjectName(f"empty_{name}")
        self._size = label("hint")
        row_of(self._size, self.empty, None, inside=self, spacing=8)

    def retranslate(self, title: str) -> None:
        """Says it in the language of now; `title` is the setting's."""
        known = self.taken is not None
        self._size.setText(
            self.tr("On disk now: %1").replace("%1", amounts.size(self.taken or 0)) if known else ""
        )
        self.empty.setText(self.tr("Empty"))
        self.empty.setAccessibleName(self.tr("Empty: %1").replace("%1", title))
        self.empty.setVisible(bool(self.taken))


def _translated(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
