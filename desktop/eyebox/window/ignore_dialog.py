"""Templates of ignored parts: applied to the picture or the session, saved under a name, deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QWidget

from eyebox.theme import Theme
from eyebox.theme.controls import button, column, label, line
from eyebox.theme.grown import resize_grown
from eyebox.workspace.ignoring import Ignoring


class IgnoreDialog(QDialog):
    """Enter applies the template that is chosen to the picture."""

    def __init__(self, theme: Theme, ignoring: Ignoring, picture: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Templates of ignored parts"))
        self._ignoring = ignoring
        self._picture = picture
        about = label("muted", wrap=True)
        about.setText(
            self.tr(
                "Parts such as page numbers and watermarks, by their place on the page: they fit pages of the same layout "
                "at any size."
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.currentRowChanged.connect(self._enable)
        self.list.itemActivated.connect(self._apply)
        self._nothing = label("muted", wrap=True)
        self._nothing.setText(
            self.tr("There is no template yet. Ignore parts of a picture, and save them under a name.")
        )
        self.apply, self.to_session = button("primary"), button()
        self.delete, self.none = button(), button()
        self.apply.setText(self.tr("Apply to this picture"))
        self.to_session.setText(self.tr("Apply to the session"))
        self.delete.setText(self.tr("Delete"))
        self.none.setText(self.tr("Ignore nothing in the session"))
        self.apply.clicked.connect(self._apply)
        self.to_session.clicked.connect(self._apply_to_session)
        self.delete.clicked.connect(self._delete)
        self.none.clicked.connect(self._ignore_nothing)
        self.name = QLineEdit()
        self.name.setMaxLength(100)
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the new template"))
        self.name.textChanged.connect(self._enable)
        self.name.returnPressed.connect(self._save)
        self.save = button()
        self.save.clicked.connect(self._save)
        count = len(ignoring.parts_of(picture))
        self._has_parts = count > 0
        self.save.setText(self.tr("Save the %n part(s) of this picture", "", count))
        column(
            about, (self.list, 1), self._nothing,
            line(self.delete, None, self.to_session, self.apply, spacing=8),
            line((self.name, 1), self.save, spacing=8), line(self.none, None),
            inside=self, spacing=12, margins=(20, 20, 20, 20),
        )  # fmt: skip
        resize_grown(self, 520, 400)
        self._fill()

    def _fill(self, chosen: str = "") -> None:
        names = sorted(self._ignoring.templates(), key=str.casefold)
        self.list.clear()
        self.list.addItems(names)
        self.list.setVisible(bool(names))
        self._nothing.setVisible(not names)
        if names:
            self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self._enable()
        (self.list if names else self.name).setFocus()

    @property
    def _chosen(self) -> str:
        item = self.list.currentItem()
        return item.text() if item is not None else ""

    @Slot()
    def _enable(self) -> None:
        for each in (self.apply, self.to_session, self.delete):
            each.setEnabled(bool(self._chosen))
        self.name.setEnabled(self._has_parts)
        self.save.setEnabled(self._has_parts and bool(self.name.text().strip()))

    @Slot()
    def _apply(self) -> None:
        if self._chosen:
            self._ignoring.apply(self._picture, self._ignoring.templates().get(self._chosen, ()))
            self.accept()

    @Slot()
    def _apply_to_session(self) -> None:
        if self._chosen:
            self._ignoring.apply_to_session(self._ignoring.templates().get(self._chosen, ()))
            self.accept()

    @Slot()
    def _ignore_nothing(self) -> None:
        self._ignoring.apply_to_session(())
        self.accept()

    @Slot()
    def _delete(self) -> None:
        if self._chosen and self._ignoring.delete_template(self._chosen):
            self._fill()

    @Slot()
    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        if name and self._has_parts and self._ignoring.save_template(name, self._picture):
            self.name.clear()
            self._fill(name)
