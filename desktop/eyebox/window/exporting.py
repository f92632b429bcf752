"""Exports of a picture or the session, and boxes read from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
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

from eyebox.canvas.png_export import render_annotated
from eyebox.formats import MODULES, format_named
from eyebox.formats.export import FileNames, FileSink, FolderSink, gather
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.picture_map import PixelMap
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.theme import Theme
from eyebox_models.files.atomic_write import file_stem, save_file
from eyebox_models.protocol.ask import Pixels
from eyebox_models.protocol.errors import EyeboxError

PNG = "png"


class Exporting(QObject):
    """Gathers what to export on the GUI thread, and writes it in the background.

    Signals:
        done: path of what was written. failed: one sentence.
        progressed: how many files of how many are written. folder_done: the folder, how many files were written.
    """

    done = Signal(str)
    failed = Signal(str)
    progressed = Signal(int, int)
    folder_done = Signal(str, int)

    def __init__(
        self, store: Store, background: Background, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._background = background
        self._theme = theme
        self._running = 0

    def write(self, name: str, path: str, session: str, picture: str | None = None) -> None:
        """Writes a session, or one picture of it, in the format called `name` to `path`, atomically."""
        try:
            only = None if picture is None else {picture}
            export = gather(self._store, session, only, chats=picture is None, folder=str(Path(path).parent))
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return
        self._start(lambda: format_named(name).dump(export, FileSink(Path(path))), path)

    def write_folder(
        self, name: str, folder: str, session: str, may_replace: Callable[[int], bool | None]
    ) -> None:
        """Writes one file a picture of a session into a folder, in the format called `name`.

        `may_replace` is asked when files of these names are there (how many): True replaces them, False leaves
        them as they are, None gives the export up.
        """
        form = format_named(name)
        try:
            export = gather(self._store, session, chats=False, folder=folder)
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return
        names = FileNames(form.SUFFIXES[0])
        files = [names.of(picture.record) for picture in export.pictures]
        there = frozenset(file for file in files if Path(folder, file).exists())
        kept: frozenset[str] = frozenset()
        if there:
            replaces = may_replace(len(there))
            if replaces is None:
                return
            kept = frozenset() if replaces else there
        total = len(files) - len(kept)

        def work() -> None:
            form.dump(export, FolderSink(Path(folder), kept, lambda n: self.progressed.emit(n, total)))

        self._start(work, folder, lambda: self.folder_done.emit(folder, total))

    def write_png(self, record: PictureRecord, pixels: Pixels, path: str) -> None:
        """Paints a picture with its boxes into a PNG."""
        boxes = self._store.boxes(record.id)
        theme = self._theme

        def work() -> None:
            from eyebox.picture_map import encoded_png

            pixel_map = PixelMap(pixels)
            try:
                image = render_annotated(lambda: pixel_map.image(pixel_map.levels[0]).copy(), boxes, theme)
            finally:
                pixel_map.close()
            save_file(Path(path), encoded_png(image))

        self._start(work, path)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._running > 0

    def _start(self, work: Callable[[], object], path: str, tell: Callable[[], object] | None = None) -> None:
        self._running += 1

        def ended(error: EyeboxError | None = None) -> None:
            self._running -= 1
            if error is not None:
                self.failed.emit(translated(error.sentence))
            elif tell is not None:
                tell()
            else:
                self.done.emit(path)

        self._background.run(work, lambda _none: ended(), ended)


class ExportDialog(QDialog):
    """Asks for format and extent."""

    def __init__(self, has_picture: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_picture = has_picture
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

    @property
    def format(self) -> str:
        return str(self.what.currentData())

    @property
    def whole_session(self) -> bool:
        return bool(self.extent.currentData())

    def ask_path(self, name: str) -> str:
        """Asks where to, with a name to begin with; empty when it was cancelled."""
        suffix = f".{PNG}" if self.format == PNG else format_named(self.format).SUFFIXES[0]
        path, _ = QFileDialog.getSaveFileName(
            self.parentWidget(), self.windowTitle(), file_stem(name) + suffix, f"*{suffix}"
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
        return self.format != PNG and self.whole_session and format_named(self.format).SCOPE == "picture"

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
        self._labels[1].setText(self.tr("&Extent"))
        for label, box in zip(self._labels, (self.what, self.extent), strict=True):
            label.setBuddy(box)
        for name, title in names.items():
            if name != PNG or self._has_picture:
                self.what.addItem(title, name)
        if self._has_picture:
            self.extent.addItem(self.tr("This picture"), False)
        self.extent.addItem(self.tr("The whole session"), True)
        self._adapt()
