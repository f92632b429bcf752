"""Chooses pictures of the session, to be attached to a question."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QStyle, QWidget

from eyebox.canvas.filmstrip import CELL, RING, FilmstripDelegate
from eyebox.canvas.filmstrip_model import FilmstripItem, FilmstripModel
from eyebox.canvas.list_view import ListView
from eyebox.canvas.thumbnails import RADIUS, Thumbnails
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, line
from eyebox.theme.searched_page import folded
from eyebox.window.picture_controller import item_of
from eyebox.workspace.pictures import Pictures

COLUMNS = 5
TICK = 18


class PictureChooser(QDialog):
    """A grid of the session's pictures, found by their names; a click or Space chooses one more or one less.

    Signals:
        chosen: ids of pictures in the order of the session.
    """

    chosen = Signal(list)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._ticked: set[str] = set()
        self._filling = False
        self._thumbnails = Thumbnails(self)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._fill)
        self._model = FilmstripModel(self)
        self.grid = TickedGrid(theme, self._model, self._thumbnails)
        self.grid.doubleClicked.connect(self._take_one)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        set_kind(self._nothing, "muted")
        self._attach = button("primary")
        self._attach.clicked.connect(self._take)
        self._cancel = button()
        self._cancel.clicked.connect(self.reject)
        below = line(None, self._cancel, self._attach, spacing=8)
        column(self.search, self._nothing, (self.grid, 1), below, inside=self, spacing=12, margins=(20,) * 4)
        self._thumbnails.loaded.connect(self.grid.viewport().update)
        pictures.thumbnails.ready.connect(self._model.set_thumbnail)
        self.grid.selectionModel().selectionChanged.connect(self._on_selected)
        self.setWindowTitle(self.tr("Pictures of the session"))
        self.search.setPlaceholderText(self.tr("Find by name"))
        self.search.setAccessibleName(self.tr("Find by name"))
        self.grid.setAccessibleName(self.tr("Pictures of the session"))
        self._nothing.setText(self.tr("No picture has this in its name."))
        self._cancel.setText(self.tr("Cancel"))
        self._fill()
        self._count()
        self.resize(COLUMNS * (CELL.width() + 8) + 60, 460)

    @Slot()
    def _fill(self) -> None:
        """Shows the pictures whose names hold every word that is searched for; what is chosen stays chosen."""
        records = self._pictures.records
        words = folded(self.search.text()).split()
        found = [id for id in records if all(word in folded(records[id].name) for word in words)]
        self._filling = True
        self._model.show(found, self._item)
        flag = self.grid.selectionModel().SelectionFlag.Select
        for row, id in enumerate(found):
            if id in self._ticked:
                self.grid.selectionModel().select(self._model.index(row), flag)
        self._filling = False
        self._nothing.setVisible(not found)

    def _item(self, picture: str) -> FilmstripItem:
        record = self._pictures.records[picture]
        item = item_of(record)
        return FilmstripItem(item.id, item.name, item.path, self._pictures.thumbnails.get(picture), "read")

    @Slot()
    def _on_selected(self) -> None:
        if not self._filling:
            selected = {self._model.ids(i.row(), i.row())[0] for i in self.grid.selectedIndexes()}
            shown = set(self._model.ids(0, self._model.rowCount()))
            self._ticked = (self._ticked - shown) | selected
            self._count()

    def _count(self) -> None:
        self._attach.setText(self.tr("Attach %n picture(s)", "", len(self._ticked)))
        self._attach.setEnabled(bool(self._ticked))

    @Slot()
    def _take_one(self) -> None:
        """A double click has chosen its picture, and taken that back."""
        row = self.grid.currentIndex().row()
        self._ticked.update(self._model.ids(row, row))
        self._take()

    @Slot()
    def _take(self) -> None:
        if self._ticked:
            self.chosen.emit([id for id in self._pictures.records if id in self._ticked])
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.grid.setFocus()
            if not self.grid.currentIndex().isValid():
                selection = self.grid.selectionModel()
                selection.setCurrentIndex(self._model.index(0), selection.SelectionFlag.NoUpdate)
        else:
            super().keyPressEvent(event)


class TickedGrid(ListView):
    """Small pictures side by side, of which several are chosen by a click or Space each."""

    def __init__(self, theme: Theme, model: FilmstripModel, thumbnails: Thumbnails) -> None:
        super().__init__((Qt.Key.Key_Space,))
        self.setModel(model)
        self.setItemDelegate(TickedDelegate(theme, thumbnails, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL + QSize(8, 4))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.MultiSelection)
        self.setDragDropMode(QListView.DragDropMode.NoDragDrop)
        self.setMouseTracking(True)


class TickedDelegate(FilmstripDelegate):
    """What is chosen has a ring and a tick."""

    def _paint_ring(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, current: bool) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = current and bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or focused or hovered:
            role = "accent" if chosen else "muted" if focused else "border"
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(role), 2))
            painter.drawRoundedRect(box.adjusted(-RING, -RING, RING, RING), RADIUS + RING, RADIUS + RING)
        if chosen:
            tick = QRect(box.right() - TICK + 5, box.top() - 5, TICK, TICK)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(tick)
            self._theme.icon("check", "on_accent").paint(painter, tick.adjusted(3, 3, -3, -3))
