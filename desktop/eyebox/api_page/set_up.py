"""Address and key of the local API, and what is chosen before it is switched on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QToolButton,
    QWidget,
)

from eyebox.server.hosted import State, Wanted
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, icon_button, label, line, number_field
from eyebox.theme.copying import CopiedMark
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated

FOLDERS = 84
"""The height of the list of folders, in points."""


class SetUp(Retranslated, QWidget):
    """Signals: changed: something else is chosen. folder_wanted, new_key_wanted."""

    changed = Signal()
    folder_wanted = Signal()
    new_key_wanted = Signal()

    def __init__(self, theme: Theme, wanted: Wanted) -> None:
        super().__init__()
        self._theme = theme
        self.wanted = wanted
        self._models: Sequence[tuple[str, str]] = ()
        self.url, self.key = QLineEdit(readOnly=True), QLineEdit(readOnly=True)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.copy_url, self.copy_key = icon_button(theme, "copy"), icon_button(theme, "copy")
        self.reveal = icon_button(theme, "eye")
        self.reveal.setCheckable(True)
        self.new_key = button()
        self.port = number_field(1024, 65535, wanted.port)
        self.model = QComboBox()
        self.model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.folders = QListWidget()
        self.folders.setFixedHeight(grown(FOLDERS))
        set_kind(self.folders, "framed")
        self.folders.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.folders.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.folders.addItems([*wanted.folders])
        self.add, self.remove = button(), button("quiet")
        self.keeps_token, self.at_start = QCheckBox(), QCheckBox()
        self.keeps_token.setChecked(wanted.keeps_token)
        self.at_start.setChecked(wanted.at_start)
        self.note = label("hint", wrap=True)
        self._names = {name: label("hint") for name in ("url", "key", "port", "model", "folders")}
        for name, field in (
            ("url", self.url), ("key", self.key), ("port", self.port), ("model", self.model), ("folders", self.folders),
        ):  # fmt: skip
            self._names[name].setBuddy(field)
        self._lay_out()
        self._wire()
        self.set_models(())

    @property
    def model_name(self) -> str:
        """What the chosen model is called in a request; "" where each names its own."""
        return next(
            (shown for folder, shown in self._models if folder == self.wanted.model), self.wanted.model
        )

    def set_models(self, models: Sequence[tuple[str, str]]) -> None:
        """What can be chosen besides the reader: folders, and the names that requests use."""
        self._models = models
        self._fill_models()
        self._retranslate()

    def show_state(self, state: State, url: str, key: str) -> None:
        """Shows where it answers and its key while it is on; what is chosen can be changed while it is off."""
        self.url.setText(url)
        self.key.setText(key)
        self._address.setVisible(bool(url))
        for part in (self.port, self.model, self.folders, self.add, self.remove, self.keeps_token):
            part.setEnabled(state == "off")
        self.note.setVisible(state != "off")
        self._show_remove()

    def add_folder(self, folder: str) -> None:
        """One more whose files may be named."""
        if folder and folder not in self.wanted.folders:
            self._take(replace(self.wanted, folders=(*self.wanted.folders, folder)))
            self.folders.addItem(folder)

    def _lay_out(self) -> None:
        self._address = QWidget()
        column(
            self._names["url"], 4, line((self.url, 1), self.copy_url, spacing=4), 12,
            self._names["key"], 4, line((self.key, 1), self.reveal, self.copy_key, self.new_key, spacing=4), 20,
            inside=self._address,
        )  # fmt: skip
        buttons = column(self.add, self.remove, None, spacing=8)
        column(
            self._address, self.note,
            line(column(self._names["port"], 4, self.port), (column(self._names["model"], 4, self.model), 1), spacing=16), 16,
            self._names["folders"], 4, line((self.folders, 1), buttons, spacing=8), 16,
            self.keeps_token, 8, self.at_start, None,
            inside=self, margins=(24, 4, 24, 20),
        )  # fmt: skip
        self.note.setContentsMargins(0, 0, 0, 12)

    def _wire(self) -> None:
        for copier, field in ((self.copy_url, self.url), (self.copy_key, self.key)):
            CopiedMark(self._theme, copier)
            copier.clicked.connect(lambda _checked=False, field=field: _copy(field))
        self.reveal.toggled.connect(self._on_reveal)
        self.new_key.clicked.connect(self.new_key_wanted)
        self.port.valueChanged.connect(lambda port: self._take(replace(self.wanted, port=port)))
        self.model.activated.connect(
            lambda: self._take(replace(self.wanted, model=self.model.currentData() or ""))
        )
        self.add.clicked.connect(self.folder_wanted)
        self.remove.clicked.connect(self._on_remove)
        self.folders.itemSelectionChanged.connect(self._show_remove)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self.folders, self._on_remove,
            context=Qt.ShortcutContext.WidgetShortcut,
        )  # fmt: skip
        self.keeps_token.toggled.connect(lambda on: self._take(replace(self.wanted, keeps_token=on)))
        self.at_start.toggled.connect(lambda on: self._take(replace(self.wanted, at_start=on)))

    def _take(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.changed.emit()

    @Slot(bool)
    def _on_reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.key.setEchoMode(mode)
        self.reveal.setIcon(self._theme.icon("eye-off" if shown else "eye", "muted"))
        self._retranslate()

    @Slot()
    def _on_remove(self) -> None:
        gone = {item.text() for item in self.folders.selectedItems()}
        for item in self.folders.selectedItems():
            self.folders.takeItem(self.folders.row(item))
        if gone:
            self._take(
                replace(self.wanted, folders=tuple(one for one in self.wanted.folders if one not in gone))
            )

    @Slot()
    def _show_remove(self) -> None:
        self.remove.setEnabled(self.folders.isEnabled() and bool(self.folders.selectedItems()))

    def _fill_models(self) -> None:
        self.model.clear()
        self.model.addItem(self.tr("The one that a request names"), "")
        self.model.addItem(self.tr("Reader"), "reader")
        for folder, shown in self._models:
            self.model.addItem(shown, folder)
        if self.model.findData(self.wanted.model) < 0:
            self.model.addItem(Path(self.wanted.model).name, self.wanted.model)
        self.model.setCurrentIndex(self.model.findData(self.wanted.model))

    def _retranslate(self) -> None:
        self._fill_models()
        texts = {
            "url": (self.tr("Address"), self.url),
            "key": (self.tr("API key"), self.key),
            "port": (self.tr("Port"), self.port),
            "model": (self.tr("Model"), self.model),
            "folders": (self.tr("Folders whose pictures may be named by their path"), self.folders),
        }
        for name, (text, field) in texts.items():
            self._names[name].setText(text)
            field.setAccessibleName(text)
        self.model.setToolTip(
            self.tr(
                "It is loaded at once, and answers where a request names none. Others can be named all the same."
            )
        )
        self.note.setText(self.tr("Switch it off to change what follows."))
        _name(self.copy_url, self.tr("Copy the address"))
        _name(self.copy_key, self.tr("Copy the key"))
        _name(self.reveal, self.tr("Hide the key") if self.reveal.isChecked() else self.tr("Show the key"))
        self.new_key.setText(self.tr("New key"))
        self.new_key.setToolTip(
            self.tr("The old one is no longer good, and what is asked at the moment ends.")
        )
        self.add.setText(self.tr("Add…"))
        self.remove.setText(self.tr("Remove"))
        self.keeps_token.setText(self.tr("Use the same key each time"))
        self.keeps_token.setToolTip(
            self.tr("It is kept in a file for you alone. Otherwise there is a new one each time.")
        )
        self.at_start.setText(self.tr("Switch it on when Eyebox starts"))


def _copy(field: QLineEdit) -> None:
    QGuiApplication.clipboard().setText(field.text())


def _name(of: QToolButton, text: str) -> None:
    of.setToolTip(text)
    of.setAccessibleName(text)
