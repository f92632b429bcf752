"""The list of sessions with a search over everything they hold, and what was removed from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eyebox.session.types import Hit, Removed, SessionInfo
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.window.sessions_list import ROW, WIDTH, SessionList

WIDEST = 760
ROWS_IN_SIGHT = 8


class SessionsPage(Retranslated, QFrame):
    """A popup: sessions by last change, and hits while something is typed; or what was removed.

    F2 changes the name of a session where it stands, Enter keeps the new one, Esc the old one.

    Signals:
        session_chosen: id. hit_chosen: Hit. new_clicked. renamed: id, name. delete_clicked: id. restore_clicked: Removed.
    """

    session_chosen = Signal(str)
    hit_chosen = Signal(object)
    new_clicked = Signal()
    renamed = Signal(str, str)
    delete_clicked = Signal(str)
    restore_clicked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        sessions: Callable[[], Sequence[SessionInfo]],
        search: Callable[[str], Sequence[Hit]],
        removed: Callable[[], Sequence[Removed]],
        thumbnail: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`thumbnail` gives the file of a picture's, "" where there is none yet."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._room = QSize(grown(WIDTH), grown(ROW))
        self._current = ""
        self._of_removed = False
        self.setProperty("kind", "popup")
        self._theme = theme
        self._sessions = sessions
        self._search = search
        self._removed = removed
        self._names: dict[str, str] = {}
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._activate_current)
        self.list = SessionList(theme, thumbnail, self)
        self.list.name_given.connect(self._end_edit)
        self.list.restore_clicked.connect(self._restore)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.itemActivated.connect(self._activate)
        self.list.itemClicked.connect(self._clicked)
        self.empty = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("kind", "muted")
        self.empty.setMinimumHeight(grown(ROW))
        self.new = QPushButton(self)
        self.new.clicked.connect(self.new_clicked)
        self.new.clicked.connect(self.hide)
        self.switch = QPushButton(self)
        self.switch.setProperty("kind", "quiet")
        self.switch.clicked.connect(self._switch)
        self._pause = QTimer(self, singleShot=True, interval=80)
        self._pause.timeout.connect(self.refresh)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty)
        layout.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._retranslate()

    def open_at(self, below: QPoint, room: QSize, current: str, *, removed: bool = False) -> None:
        """Shows the popup with its top left at a global position, no larger than the room there."""
        self._current = current
        self._room = room.boundedTo(QSize(WIDEST, room.height()))
        self.list.room = self._room.width()
        self.field.clear()
        self._show(removed)
        self.move(below)
        self.show()
        self.field.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Fills the list anew from what is typed."""
        typed = self.field.text().strip()
        self.list.clear()
        if self._of_removed:
            self._fill_removed(typed)
            self._show_filled()
            return
        infos = self._sessions()
        self._names = {info.id: info.name for info in infos}
        if typed:
            for hit in self._search(typed):
                self.list.add_hit(hit, self._names.get(hit.session, ""))
            self.empty.setText(self.tr("Nothing found in pictures' text, chats and names."))
        else:
            for info in infos:
                self.list.add_session(info, current=info.id == self._current)
            self.empty.setText(self.tr("No session yet."))
        self._show_filled()

    def _fill_removed(self, typed: str) -> None:
        found = [one for one in self._removed() if typed.casefold() in one.name.casefold()]
        for one in found:
            self.list.add_removed(one)
        self.empty.setText(
            self.tr("Nothing that was removed has this name.")
            if typed
            else self.tr("Nothing was removed in the last 30 days.")
        )

    def edit_name(self, session: str) -> None:
        """Turns the row of a session into a field for its name."""
        item = self.list.select(session)
        if item is not None:
            self.list.edit_name(item, self._names[session])

    @Slot(str, str)
    def _end_edit(self, session: str, name: str) -> None:
        """Keeps a name ("" keeps the one before); the list has the focus again."""
        if name.strip():
            self.renamed.emit(session, name)
        self.refresh()
        self.list.setFocus()
        self.list.select(session)

    def _show_filled(self) -> None:
        rows = min(max(self.list.count(), 3), ROWS_IN_SIGHT)
        wanted = rows * grown(ROW) + 100 if self._of_removed or not self.field.text() else self._room.height()
        self.resize(self._room.width(), min(wanted, self._room.height()))
        self.empty.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.list.make_in_sight()

    @Slot(QListWidgetItem)
    def _restore(self, item: QListWidgetItem) -> None:
        """Brings one thing back and stays, at the next one."""
        row = self.list.row(item)
        self.restore_clicked.emit(item.data(Qt.ItemDataRole.UserRole))
        self.refresh()
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    @Slot()
    def _switch(self) -> None:
        self.field.clear()
        self._show(not self._of_removed)
        self.field.setFocus()

    def _show(self, removed: bool) -> None:
        self._of_removed = removed
        self.new.setVisible(not removed)
        self._retranslate()
        self.refresh()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._pause.start()

    @Slot()
    def _activate_current(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.refresh()
        if self.list.currentItem():
            self._activate(self.list.currentItem())

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        if not isinstance(item.data(Qt.ItemDataRole.UserRole), Removed):
            self._activate(item)

    @Slot(QListWidgetItem)
    def _activate(self, item: QListWidgetItem) -> None:
        if not self.isVisible():
            return
        data = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(data, Removed):
            self._restore(item)
            return
        self.hide()
        if isinstance(data, Hit):
            self.hit_chosen.emit(data)
        else:
            self.session_chosen.emit(data)

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at)
        data = item.data(Qt.ItemDataRole.UserRole) if item else None
        if item is None or not isinstance(data, str):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(self._theme.icon("edit"), self.tr("Rename"))
        rename.triggered.connect(lambda: self.edit_name(data))
        delete = menu.addAction(self._theme.icon("trash"), self.tr("Delete"))
        delete.triggered.connect(lambda: self._delete(data))
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _delete(self, session: str) -> None:
        self.hide()
        self.delete_clicked.emit(session)

    def _retranslate(self) -> None:
        removed = self._of_removed
        self.field.setPlaceholderText(
            self.tr("Search what was removed")
            if removed
            else self.tr("Search pictures' text, chats and names")
        )
        self.field.setAccessibleName(self.tr("Search"))
        self.list.setAccessibleName(self.tr("Removed") if removed else self.tr("Sessions"))
        self.new.setText(self.tr("New session"))
        self.switch.setText(self.tr("Back to the sessions") if removed else self.tr("Removed"))
        self.switch.setIcon(self._theme.icon("chevron-left" if removed else "trash", "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.count():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self.list.currentItem():
            data = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
            if isinstance(data, str):
                self._delete(data)
        elif event.key() == Qt.Key.Key_F2 and (item := self.list.currentItem()) is not None:
            session = item.data(Qt.ItemDataRole.UserRole)
            if isinstance(session, str):
                self.list.edit_name(item, self._names[session])
        else:
            super().keyPressEvent(event)
