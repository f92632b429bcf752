"""Chooses frames of a video: a strip of them, spread over its time or where the picture changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QWidget

from eyebox.canvas.filmstrip import CELL
from eyebox.canvas.filmstrip_model import FilmstripItem, FilmstripModel
from eyebox.canvas.thumbnails import Thumbnails
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, label, line, number_field
from eyebox.window.picture_chooser import TickedGrid
from eyebox.workspace.videos import Videos
from eyebox_models.files.document_page import Moment, frame_path, moment_of, name_of
from eyebox_models.protocol.video import VideoFacts

COLUMNS = 6
USUAL, MOST = 16, 96
"""So many frames are offered at once: before the video is known, and at most."""
SOON_MS = 400
"""So long nothing is typed before the number of frames counts."""


class FrameChooser(QDialog):
    """The frames that are offered are all chosen at first; a click or Space takes one away or back.

    Signals:
        counted: how many frames are chosen, and their size (width, height).
        chosen: VideoFacts, the times of the chosen frames.
    """

    counted = Signal(int, object)
    chosen = Signal(object, list)

    def __init__(self, theme: Theme, videos: Videos, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._videos = videos
        self._path = path
        self._facts: VideoFacts | None = None
        self.setObjectName("frames")
        self.setWindowTitle(self.tr("Frames of %1").replace("%1", name_of(path)))
        self.about = label("muted")
        self.how = QComboBox()
        self.how.addItem(self.tr("Spread over its time"), False)
        self.how.addItem(self.tr("Where the picture changes"), True)
        self.count = number_field(1, MOST, USUAL, " " + self.tr("frames"))
        self.count.setKeyboardTracking(False)
        self._thumbnails = Thumbnails(self)
        self.frames = FilmstripModel(self)
        self.grid = TickedGrid(theme, self.frames, self._thumbnails)
        self.said = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        set_kind(self.said, "muted")
        self.hint = label("hint", wrap=True)
        self.takes = label("hint", wrap=True)
        self._cancel = button()
        self._cancel.clicked.connect(self.reject)
        self.take = button("primary")
        self.take.clicked.connect(self._on_take)
        choice = line(self.how, self.count, None, self.about, spacing=8)
        below = line(None, self._cancel, self.take, spacing=8)
        parts = (choice, self.said, (self.grid, 1), self.hint, self.takes, below)
        column(*parts, inside=self, spacing=12, margins=(20,) * 4)
        self.how.setAccessibleName(self.tr("Which frames are offered"))
        self.count.setAccessibleName(self.tr("How many frames are offered"))
        self.grid.setAccessibleName(self.tr("Frames of the video"))
        self.hint.setText(
            self.tr("What you take becomes pictures. Attached together, a model sees them as one video.")
        )
        self._cancel.setText(self.tr("Cancel"))
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._look)
        self.how.currentIndexChanged.connect(self._look)
        self.count.valueChanged.connect(self._soon.start)
        self._thumbnails.loaded.connect(self.grid.viewport().update)
        self.grid.selectionModel().selectionChanged.connect(self._count_chosen)
        videos.looked.connect(self._on_looked)
        videos.frame_ready.connect(self.frames.set_thumbnail)
        self.finished.connect(videos.stop)
        self.resize(COLUMNS * (CELL.width() + 8) + 60, 520)
        self._count_chosen()
        self._look()
        self.grid.setFocus()

    @property
    def times(self) -> list[float]:
        """When the chosen frames are seen, in order."""
        rows = sorted(index.row() for index in self.grid.selectedIndexes())
        paths = [path for row in rows for path in self.frames.ids(row, row)]
        return [float(moment_of(path) or 0.0) for path in paths]

    @Slot()
    def _look(self) -> None:
        """Has frames offered as the controls say; the first time as many as are usual."""
        self._soon.stop()
        self.said.setText(self.tr("Looking into the video…"))
        self.said.show()
        count = self.count.value() if self._facts is not None else None
        self._videos.look_into(self._path, count, scenes=bool(self.how.currentData()))

    @Slot(object, str)
    def _on_looked(self, facts: VideoFacts | None, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if facts is None:
            return
        self._facts = facts
        self.count.blockSignals(True)
        self.count.setValue(len(facts.times))
        self.count.blockSignals(False)
        about = f"{Moment(facts.seconds).clock} · {facts.width} × {facts.height}"
        self.about.setText(about)
        if facts.is_cut:
            self.said.setText(
                self.tr("The file is cut off: what can be seen of it ends at %1.").replace(
                    "%1", Moment(facts.seconds).clock
                )
            )
            self.said.show()
        frames = [frame_path(facts.source, time) for time in facts.times]
        self.frames.show(frames, self._item)
        self.grid.selectAll()
        self.grid.selectionModel().setCurrentIndex(
            self.frames.index(0), self.grid.selectionModel().SelectionFlag.NoUpdate
        )
        self._videos.need(frames)

    def _item(self, path: str) -> FilmstripItem:
        moment = moment_of(path)
        return FilmstripItem(path, moment.clock if moment is not None else path, path, "", "read")

    @Slot()
    def _count_chosen(self) -> None:
        count = len(self.grid.selectedIndexes())
        self.take.setText(self.tr("Take %n frame(s)", "", count))
        self.take.setEnabled(bool(count))
        facts = self._facts
        self.counted.emit(count, (facts.width, facts.height) if facts is not None else None)

    @Slot()
    def _on_take(self) -> None:
        if self._facts is not None and self.times:
            self.chosen.emit(self._facts, self.times)
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.count.hasFocus():
            self._on_take()
        else:
            super().keyPressEvent(event)
