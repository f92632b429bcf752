"""The dialog that asks for picture files: pictures first among the types, with a look at the one that is chosen.

On Windows and macOS the system's own dialog is asked, which shows pictures itself and knows the user's places. Elsewhere
it is Qt's: the dialogs of desktops show no picture to other programs, and where there is no desktop there are none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QByteArray,
    QLocale,
    QObject,
    QSize,
    QStandardPaths,
    Qt,
    QTemporaryDir,
    QTimer,
    Slot,
)
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHeaderView,
    QLabel,
    QListView,
    QSizePolicy,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.picture_folders import SUFFIXES, VIDEO_SUFFIXES, natural
from eyebox.session.writes import SetState
from eyebox.theme import Theme, set_kind
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import MakeThumbnail
from eyebox_models.protocol.pixels import Thumbnail

SIDE = 220
"""Of the picture beside the list, in points."""
SOON_MS = 80
"""Files that are only passed by keys are not opened."""
SIZE = (900, 560)
ICONS = {"backButton": "chevron-left", "forwardButton": "chevron-right", "toParentButton": "chevron-up"}
"""Of buttons whose icons in Qt's style are black on dark colours too."""

PLACES = 120
NAME, BYTES, TYPE, CHANGED = range(4)
"""Columns of Qt's list of files."""


class PictureFiles(QObject):
    """Asks for pictures without holding up the window. Folder, size and looks of the dialog are kept."""

    def __init__(self, workspace: Workspace, lane: Lane, theme: Theme, window: QWidget) -> None:
        """`lane` is that of pictures; it decodes what is looked at."""
        super().__init__(window)
        self._workspace = workspace
        self._lane = lane
        self._theme = theme
        self._window = window

    def ask(self, title: str, chosen: Callable[[list[str]], object], *, one: bool = False) -> QFileDialog:
        """Opens the dialog; `chosen` is called with the files, in the natural order of their names."""
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mode = QFileDialog.FileMode
        dialog.setFileMode(mode.ExistingFile if one else mode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform not in ("win32", "darwin"))
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        endings = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES | VIDEO_SUFFIXES))
        pictures, everything = self.tr("Pictures and documents"), self.tr("All files")
        dialog.setNameFilters([f"{pictures} ({endings})", f"{everything} (*)"])
        state = self._workspace.store.get_state("", "file_dialog")
        width, height = SIZE
        if isinstance(state, list) and len(state) == 3:
            shape, width, height = state
            dialog.restoreState(QByteArray.fromBase64(str(shape).encode()))
        dialog.setDirectory(self._folder())
        if dialog.testOption(QFileDialog.Option.DontUseNativeDialog):
            for name, icon in ICONS.items():
                if isinstance(button := dialog.findChild(QToolButton, name), QToolButton):
                    button.setIcon(self._theme.icon(icon))
            if isinstance(files := dialog.findChild(QTreeView), QTreeView):
                files.setColumnHidden(TYPE, True)  # the names say it, and beside a preview there is no room
                files.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
                for section in (BYTES, CHANGED):
                    files.header().setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
            if isinstance(places := dialog.findChild(QListView, "sidebar"), QListView):
                places.setMinimumWidth(PLACES)
            # Qt's own catalogues lack these two.
            dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Look in:"))
            dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Type:"))
            preview = Preview(self._lane, dialog)
            dialog.currentChanged.connect(preview.look_at)
            layout = dialog.layout()
            if isinstance(layout, QGridLayout):
                layout.addWidget(preview, 1, layout.columnCount(), 1, 1)
            dialog.resize(int(width), int(height))
        dialog.filesSelected.connect(lambda files: self._on_chosen(files, chosen))
        dialog.finished.connect(partial(self._keep_shape, dialog))
        dialog.open()
        return dialog

    def _folder(self) -> str:
        """The folder to begin in: the one used last, that of the picture shown, the user's pictures."""
        pictures = self._workspace.pictures
        shown = pictures.path_of(pictures.current or "")
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.PicturesLocation)
        folders = (
            str(self._workspace.store.get_state("", "folder", "")),
            *([str(Path(shown).parent)] if shown else []),
            *places,
        )
        return next((folder for folder in folders if folder and Path(folder).is_dir()), str(Path.home()))

    def _on_chosen(self, files: list[str], chosen: Callable[[list[str]], object]) -> None:
        self._workspace.write_queue.do(SetState("", "folder", str(Path(files[0]).parent)))
        chosen(sorted(files, key=natural))

    def _keep_shape(self, dialog: QFileDialog, _result: int) -> None:
        shape = bytes(dialog.saveState().toBase64().data()).decode()
        value = [shape, dialog.width(), dialog.height()]
        self._workspace.write_queue.do(SetState("", "file_dialog", value))


class Preview(QWidget):
    """The picture that is chosen in the list, made small by an engine; its size in pixels and bytes below."""

    def __init__(self, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self._lane = lane
        self._path = ""
        self._job: JobHandle | None = None
        self._folder = QTemporaryDir()
        self.picture, self.text = QLabel(self), QLabel(self)
        self.picture.setFixedSize(SIDE, SIDE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(self.tr("Preview"))
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        set_kind(self.text, "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.picture)
        layout.addWidget(self.text, 1)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._begin)

    @Slot(str)
    def look_at(self, path: str) -> None:
        """Shows a file, soon; what was on its way is given up."""
        self._path = path
        self._stop()
        self.picture.clear()
        self.text.clear()
        self._soon.start()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None

    @Slot()
    def _begin(self) -> None:
        path = Path(self._path)
        if path.suffix.lower() not in SUFFIXES | VIDEO_SUFFIXES or not path.is_file():
            return
        self.text.setText(self.tr("Opening…"))
        side = round(SIDE * self.devicePixelRatioF())
        request = MakeThumbnail(str(path), str(Path(self._folder.path(), "preview.png")), side)
        job = self._job = self._lane.submit(request, quiet=True, priority=Priority.NOW)
        job.ended.connect(partial(self._on_ended, job.id))

    def _on_ended(self, job_id: str, end: End) -> None:
        if self._job is None or self._job.id != job_id:
            return
        self._job = None
        if not isinstance(end.result, Thumbnail):
            self.text.setText(translated(end.message))
            return
        pixmap = QPixmap.fromImage(QImage(end.result.file))  # QPixmap(file) may be stale: chat/chips.py
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        small = QSize(SIDE, SIDE) * self.devicePixelRatioF()
        if pixmap.width() > small.width() or pixmap.height() > small.height():
            pixmap = pixmap.scaled(small, Qt.AspectRatioMode.KeepAspectRatio)
        self.picture.setPixmap(pixmap)
        size = QLocale().formattedDataSize(Path(self._path).stat().st_size, 0)
        self.text.setText(f"{Path(self._path).name}\n{end.result.width} × {end.result.height} · {size}")
