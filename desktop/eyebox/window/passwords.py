"""Documents that open by a password: it is asked for, and kept as long as the program runs, in memory alone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, line
from eyebox.window.notice import Notice
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox_models.files.document_page import PASSWORDS, file_of, name_of

WIDTH = 400


class PasswordDialog(QDialog):
    """Asks for the password of one document. `wrong`: one was tried that does not open it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget, *, wrong: bool) -> None:
        super().__init__(parent)
        self.setObjectName("password")
        self.setWindowTitle(self.tr("Password"))
        text = QLabel(self.tr("“%1” is protected by a password.").replace("%1", name))
        hint = QLabel(
            self.tr("That password does not open it. Try another one.")
            if wrong
            else self.tr("It is kept until Eyebox is closed, in memory only.")
        )
        for label in (text, hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        set_kind(hint, "danger" if wrong else "hint")
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password"))
        self._eye = QAction(theme.icon("eye", "muted"), self.tr("Show the password"), self.field)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.field.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._open = button("primary")
        self._open.setText(self.tr("Open"))
        self._open.setDefault(True)
        self._open.clicked.connect(self.accept)
        cancel = button()
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(self._on_typed)
        self._on_typed("")
        below = line(None, cancel, self._open, spacing=8)
        column(text, self.field, hint, below, inside=self, spacing=12, margins=(20,) * 4)
        self.setMinimumWidth(WIDTH)
        self.field.setFocus()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._open.setEnabled(bool(text))

    @Slot(bool)
    def _show(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class Passwords(QObject):
    """Asks for one after the other, and opens what they open."""

    def __init__(
        self, theme: Theme, opening: Opening, pictures: Pictures, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._opening = opening
        self._pictures = pictures
        self._notice = notice
        self._window = window
        self._waiting: dict[str, bool] = {}
        self.dialog: PasswordDialog | None = None
        opening.locked.connect(self._ask)
        opening.signed.connect(self._say_signed)
        pictures.decoded.connect(self._on_decoded)

    @Slot(str)
    def ask_for(self, picture: str) -> None:
        """Asks for the password of the document that a page is of."""
        self._ask(file_of(self._pictures.path_of(picture)), wrong=False)

    @Slot(str, bool)
    def _ask(self, file: str, wrong: bool) -> None:
        if wrong:
            PASSWORDS.pop(file, None)
        self._waiting[file] = wrong
        if self.dialog is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        file = next(iter(self._waiting))
        wrong = self._waiting.pop(file)
        dialog = self.dialog = PasswordDialog(self._theme, name_of(file), self._window, wrong=wrong)
        dialog.finished.connect(partial(self._on_finished, file))
        dialog.open()

    def _on_finished(self, file: str, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        if result == QDialog.DialogCode.Accepted:
            PASSWORDS[file] = dialog.field.text()
            self._opening.open([file])
        dialog.deleteLater()
        self._next()

    @Slot(object, object)
    def _on_decoded(self, record: object, _pixels: object) -> None:
        """Pages of an unlocked document that could not be shown before have thumbnails now."""
        locked, path = self._pictures.locked, getattr(record, "path", "")
        if locked and file_of(path) != path:
            for page in [page for page in self._pictures.pages_of(file_of(path)) if page in locked]:
                locked.discard(page)
                self._pictures.updated.emit(self._pictures.records[page])
                self._pictures.thumbnails.need(page)

    @Slot(str)
    def _say_signed(self, file: str) -> None:
        text = self.tr("“%1” is digitally signed. What is saved from here does not carry the signature.")
        self._notice.show_notice(text.replace("%1", name_of(file)), stays=True)
