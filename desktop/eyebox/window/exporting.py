"""The dialog that asks what to export, and in which format."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from eyebox.formats import MODULES, format_named
from eyebox_models.files.atomic_write import file_stem

PNG = "png"
SELECTED = "selected"


class ExportDialog(QDialog):
    """Asks for format and pictures; `begin_with` is chosen to begin with, where there is such a format.

    `selected` is how many pictures are selected; they are offered where they are several, and chosen to begin with.
    """

    def __init__(
        self, has_picture: bool, parent: QWidget, begin_with: str = "", *, selected: int = 0
    ) -> None:
        super().__init__(parent)
        self._has_picture = has_picture
        self._selected = selected
        self.what = QComboBox(self)
        self.extent = QComboBox(self)
        self._labels = (QLabel(self), QLabel(self))
        form = QFormLayout()
        form.setSpacing(12)
        form.addRow(self._labels[0], self.what)
        form.addRow(self._labels[1], self.extent)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(400)
        self.what.currentIndexChanged.connect(self._adapt)
        self._retranslate()
        self.what.setCurrentIndex(max(self.what.findData(begin_with), 0))

    @property
    def format(self) -> str:
        return str(self.what.currentData())

    @property
    def whole_session(self) -> bool:
        return self.extent.currentData() is True

    @property
    def of_selected(self) -> bool:
        """Whether the selected pictures are to be exported, which are several."""
        return bool(self.extent.currentData() == SELECTED)

    def ask_path(self, folder: str, name: str) -> str:
        """Asks where to, with a folder and a name to begin with; empty when it was cancelled."""
        suffix = f".{PNG}" if self.format == PNG else format_named(self.format).SUFFIXES[0]
        path, _ = QFileDialog.getSaveFileName(
            self.parentWidget(), self.windowTitle(), str(Path(folder, file_stem(name) + suffix)), f"*{suffix}"
        )
        if not path or Path(path).suffix:
            return path
        path += suffix
        return path if not Path(path).exists() or self._may_replace(path) else ""

    def _may_replace(self, path: str) -> bool:
        """The file dialog asked for the name without its ending."""
        text = self.tr("%1 is there already. Replace it?").replace("%1", Path(path).name)
        answer = QMessageBox.question(self.parentWidget(), self.windowTitle(), text)
        return answer == QMessageBox.StandardButton.Yes

    @property
    def to_folder(self) -> bool:
        """Whether this makes one file a picture."""
        return (
            self.format != PNG
            and (self.whole_session or self.of_selected)
            and format_named(self.format).SCOPE == "picture"
        )

    def _adapt(self) -> None:
        png = self.format == PNG
        self.extent.setEnabled(self._has_picture and not png)
        if png or not self._has_picture:
            self.extent.setCurrentIndex(0 if png else self.extent.count() - 1)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        names = {name: QCoreApplication.translate("Format", format_named(name).TITLE) for name in MODULES}
        names[PNG] = self.tr("Picture with its boxes (PNG)")
        self._labels[0].setText(self.tr("&Format"))
        self._labels[1].setText(self.tr("&Pictures"))
        for label, box in zip(self._labels, (self.what, self.extent), strict=True):
            label.setBuddy(box)
        for name, title in names.items():
            if name != PNG or self._has_picture:
                self.what.addItem(title, name)
        if self._has_picture:
            self.extent.addItem(self.tr("This picture"), False)
        self.extent.addItem(self.tr("The whole session"), True)
        if self._selected > 1:
            self.extent.addItem(self.tr("The selected pictures (%n)", "", self._selected), SELECTED)
            self.extent.setCurrentIndex(self.extent.count() - 1)
        self._adapt()
