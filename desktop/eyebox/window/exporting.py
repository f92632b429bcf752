"""The dialog that asks what to export, and in which format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from eyebox.formats import MODULES, format_named
from eyebox.formats.losses import COVERED, losses
from eyebox.language import translated
from eyebox.window.question import with_ending
from eyebox_models.files.atomic_write import file_stem

PNG = "png"
REDACTED = "redacted"
"""What is written of one picture by its pixels alone."""
SELECTED = "selected"
GROUPS = ("coco", "swift")
"""The formats that begin another kind: after those of texts come those of boxes, and what models are taught with."""

LINES = 5
"""So many lines there are always for what is left out, so that the dialog seldom grows."""

Count = Callable[[object, Callable[[Mapping[str, int]], object]], Event]
"""Counts what there is to export of an extent (see `ExportDialog.extent`), and gives it to a function later."""


class ExportDialog(QDialog):
    """Asks for format and pictures; `begin_with` is chosen to begin with, where there is such a format.

    `is_redacted`: something on the picture is blacked out. `selected` is how many pictures are selected; they are offered
    where they are several, and chosen to begin with.
    What the format has no place for is said below, by what `count` finds. Saved before it has, the dialog stays until then,
    and where something is lost until it is saved again.
    """

    def __init__(
        self,
        has_picture: bool,
        parent: QWidget,
        begin_with: str = "",
        *,
        is_redacted: bool = False,
        selected: int = 0,
        count: Count | None = None,
    ) -> None:
        super().__init__(parent)
        self._count = count
        self._counting = Event()
        self._found: Mapping[str, int] | None = None
        self._counted: object = self
        self._is_wanted = False
        self._has_picture = has_picture
        self._is_redacted = has_picture and is_redacted
        self._selected = selected
        self.what = QComboBox(self)
        self.extent = QComboBox(self)
        self._labels = (QLabel(self), QLabel(self))
        self.lost = QLabel(self)
        self.lost.setProperty("kind", "hint")
        self.lost.setWordWrap(True)
        self.lost.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lost.setMinimumHeight(LINES * self.lost.fontMetrics().lineSpacing())
        self.lost.setVisible(count is not None)
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
        layout.addWidget(self.lost, 1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(460)
        self.what.currentIndexChanged.connect(self._adapt)
        self.extent.currentIndexChanged.connect(self._say)
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
        is_picture = self.format in (PNG, REDACTED)
        suffix = f".{PNG}" if is_picture else format_named(self.format).SUFFIXES[0]
        kinds = "*.png *.jpg *.jpeg" if self.format == REDACTED else f"*{suffix}"
        proposed = Path(folder, file_stem(name.removesuffix(suffix)) + suffix)
        path, _ = QFileDialog.getSaveFileName(self.parentWidget(), self.windowTitle(), str(proposed), kinds)
        if not path or Path(path).suffix:
            return path
        return with_ending(self.parentWidget(), path, suffix)

    @property
    def to_folder(self) -> bool:
        """Whether this makes files in a folder."""
        if self.format in (PNG, REDACTED):
            return False
        scope = format_named(self.format).SCOPE
        return scope == "folder" or (scope == "picture" and (self.whole_session or self.of_selected))

    def _adapt(self) -> None:
        png = self.format in (PNG, REDACTED)
        self.extent.setEnabled(self._has_picture and not png)
        if png or not self._has_picture:
            self.extent.setCurrentIndex(0 if png else self.extent.count() - 1)
        self._say()

    @Slot()
    def _say(self) -> None:
        """Says what the format has no place for, as soon as that is known."""
        extent = self.extent.currentData()
        if self._count is None or not self.extent.count() or self.what.currentIndex() < 0:
            return
        if extent != self._counted:
            self._counting.set()
            self._counted, self._found = extent, None
            self._counting = self._count(extent, self._take)
        of_pixels = self.format in (PNG, REDACTED)
        found = {} if of_pixels and not self._is_redacted else self._found
        if found is None:
            self.lost.setText(self.tr("Looking at what there is to export…"))
            return
        left_out = [] if of_pixels else [translated(one) for one in losses(self.format, found)]
        covered = self._say_covered(found)
        self.lost.setProperty("kind", "warn" if left_out or covered else "hint")
        self.lost.style().polish(self.lost)
        heading = self.tr("What this format loses:") if left_out else ""
        self.lost.setText("\n".join((covered, heading, *(f"• {one}" for one in left_out))).strip())
        self.lost.setAccessibleName(self.lost.text())
        layout = self.layout()
        if layout is not None and (wanted := layout.totalHeightForWidth(self.width())) > self.height():
            self.resize(self.width(), wanted)

    def _say_covered(self, found: Mapping[str, int]) -> str:
        """What becomes of what is blacked out."""
        count = found.get(COVERED, 0)
        if not count:
            return ""
        if self.format in (PNG, REDACTED):
            return self.tr("%n region(s) are blacked out for good.", "", count)
        form = format_named(self.format)
        if self.format == "pdf":
            return self.tr("%n region(s) are blacked out for good, with their text.", "", count)
        if form.READS_TEXT:
            text = self.tr("Text that is blacked out is written as ████.")
            return text + " " + self.tr("Chats are written as they are.") if found.get("chats") else text
        return self.tr("Only boxes are written: in the picture files themselves nothing is blacked out.")

    def _take(self, found: Mapping[str, int]) -> None:
        self._found = found
        self._say()
        if self._is_wanted and not self.lost.text():
            super().accept()
        self._is_wanted = False

    def accept(self) -> None:
        is_quick = self.format == PNG and not self._is_redacted
        self._is_wanted = self._count is not None and self._found is None and not is_quick
        if not self._is_wanted:
            super().accept()

    def done(self, result: int) -> None:
        self._counting.set()
        super().done(result)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        names = {name: QCoreApplication.translate("Format", format_named(name).TITLE) for name in MODULES}
        names[PNG] = self.tr("Picture with its boxes (PNG)")
        if self._is_redacted:
            names[REDACTED] = self.tr("Blacked out picture (PNG or JPEG)")
        self._labels[0].setText(self.tr("&Format"))
        self._labels[1].setText(self.tr("&Pictures"))
        for label, box in zip(self._labels, (self.what, self.extent), strict=True):
            label.setBuddy(box)
        for name, title in names.items():
            if name in GROUPS or (name == PNG and self._has_picture):
                self.what.insertSeparator(self.what.count())
            if name != PNG or self._has_picture:
                self.what.addItem(title, name)
        if self._has_picture:
            self.extent.addItem(self.tr("This picture"), False)
        self.extent.addItem(self.tr("The whole session"), True)
        if self._selected > 1:
            self.extent.addItem(self.tr("The selected pictures (%n)", "", self._selected), SELECTED)
            self.extent.setCurrentIndex(self.extent.count() - 1)
        self._adapt()
