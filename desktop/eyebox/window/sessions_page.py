"""The list of sessions with a search over everything they hold, and what was removed from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QDateTime, QEvent, QLocale, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eyebox.session.types import Hit, Removed, SessionInfo
from eyebox.theme import Theme

WIDTH, WIDEST = 440, 760
ROW = 56
ROWS_IN_SIGHT = 8
PICTURE = 40


class SessionsPage(QFrame):
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
        self._thumbnail = thumbnail
        self._room = QSize(WIDTH, ROW)
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
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.itemActivated.connect(self._activate)
        self.list.itemClicked.connect(self._clicked)
        self.empty = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("kind", "muted")
        self.empty.setMinimumHeight(ROW)
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
                self._add_hit(hit)
            self.empty.setText(self.tr("Nothing found in pictures' text, chats and names."))
        else:
            for info in infos:
                self._add_session(info)
            self.empty.setText(self.tr("No session yet."))
        self._show_filled()

    def _fill_removed(self, typed: str) -> None:
        found = [one for one in self._removed() if typed.casefold() in one.name.casefold()]
        for one in found:
            self._add_removed(one)
        self.empty.setText(
            self.tr("Nothing that was removed has this name.")
            if typed
            else self.tr("Nothing was removed in the last 30 days.")
        )

    def edit_name(self, session: str) -> None:
        """Turns the row of a session into a field for its name."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == session:
                self.list.setCurrentRow(row)
                self._edit(self.list.item(row))

    def _edit(self, item: QListWidgetItem) -> None:
        session = item.data(Qt.ItemDataRole.UserRole)
        field = _NameField(self._names[session], self.list)
        field.setAccessibleName(self.tr("Name of the session"))
        field.left.connect(lambda name: self._end_edit(session, name))
        self.list.setItemWidget(item, field)
        self.list.scrollToItem(item)
        field.setFocus()
        field.selectAll()

    def _end_edit(self, session: str, name: str) -> None:
        """Keeps a name ("" keeps the one before); the list has the focus again."""
        if name.strip():
            self.renamed.emit(session, name)
        self.refresh()
        self.list.setFocus()
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == session:
                self.list.setCurrentRow(row)

    def _show_filled(self) -> None:
        rows = min(max(self.list.count(), 3), ROWS_IN_SIGHT)
        wanted = rows * ROW + 100 if self._of_removed or not self.field.text() else self._room.height()
        self.resize(self._room.width(), min(wanted, self._room.height()))
        self.empty.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _add_session(self, info: SessionInfo) -> None:
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(info.changed)), QLocale.FormatType.ShortFormat
        )
        below = self.tr("%n picture(s)", "", info.pictures) + f" · {when}"
        name = self._cut(info.name, Qt.TextElideMode.ElideRight)
        self._add(escape(name), below, info.id, info.id == self._current, spoken=info.name)

    def _add_hit(self, hit: Hit) -> None:
        kinds = {
            "session": self.tr("Session"), "picture": self.tr("Picture"), "text": self.tr("Text"),
            "turn": self.tr("Chat"), "box": self.tr("Box"),
        }  # fmt: skip
        bold = self.list.font()
        bold.setBold(True)
        room = self._room.width() - 104 - PICTURE
        before, found, after = fitted(hit, room, QFontMetrics(bold).horizontalAdvance)
        of = hit.name if hit.kind in ("text", "turn", "box") else ""
        below = " · ".join(filter(None, (kinds[hit.kind], of, self._names.get(hit.session, ""))))
        accent = self._theme.color("accent").name()
        marked = f'{escape(before)}<b style="color:{accent}">{escape(found)}</b>{escape(after)}'
        small = QFontMetrics(self._theme.font("small"))
        below = small.elidedText(below, Qt.TextElideMode.ElideRight, room)
        icon = "chat" if hit.kind == "turn" else "session" if hit.kind == "session" else "picture"
        self._add(marked, below, hit, False, shown=self._small_picture(hit.picture, icon), spoken=hit.snippet)

    def _small_picture(self, picture: str, icon: str) -> QLabel:
        """What a hit is on: the picture, or an icon."""
        label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        label.setFixedWidth(PICTURE + 8)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self._thumbnail(picture)) if picture else QPixmap()
        if pixmap.isNull():
            pixmap = self._theme.icon(icon, "muted").pixmap(QSize(20, 20), ratio)
        else:
            pixmap = pixmap.scaled(
                QSize(PICTURE, PICTURE) * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap.setDevicePixelRatio(ratio)
        label.setPixmap(pixmap)
        return label

    def _cut(self, text: str, how: Qt.TextElideMode) -> str:
        return self.list.fontMetrics().elidedText(text, how, self._room.width() - 80)

    def _add_removed(self, one: Removed) -> None:
        until = QDateTime.fromSecsSinceEpoch(int(one.until))
        days = max(0, QDateTime.currentDateTime().daysTo(until))
        left = self.tr("gone for good in %n day(s)", "", days) if days else self.tr("gone for good today")
        kinds = {"picture": self.tr("Picture"), "chat": self.tr("Chat"), "session": self.tr("Session")}
        restore = QPushButton(self.tr("Restore"))
        restore.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the row does the same
        restore.setAccessibleName(self.tr("Restore %1").replace("%1", one.name))
        room = self._room.width() - 88 - restore.sizeHint().width()
        metrics, small = self.list.fontMetrics(), QFontMetrics(self._theme.font("small"))
        name = " ".join(one.name.split())
        head, tail = f"{kinds[one.kind]} · ", f" · {left}" if one.session_name else left
        rest = room - small.horizontalAdvance(head + tail)
        below = head + small.elidedText(one.session_name, Qt.TextElideMode.ElideRight, rest) + tail
        item = self._add(
            escape(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)),
            below,
            one,
            False,
            button=restore,
        )
        item.setToolTip(f"{name}\n{QLocale().toString(until, QLocale.FormatType.LongFormat)}")
        spoken = (name, kinds[one.kind], one.session_name, left, self.tr("Enter restores it"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, spoken)))
        restore.clicked.connect(lambda: self._restore(item))

    def _add(
        self,
        rich: str,
        below: str,
        data: object,
        current: bool,
        *,
        shown: QLabel | None = None,
        button: QPushButton | None = None,
        spoken: str = "",
    ) -> QListWidgetItem:
        item = QListWidgetItem(self.list)
        item.setSizeHint(QSize(WIDTH - 40, ROW))
        item.setData(Qt.ItemDataRole.UserRole, data)
        label = QLabel(self.list)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setTextFormat(Qt.TextFormat.RichText)
        muted = self._theme.color("muted").name()
        mark = f' <span style="color:{self._theme.color("accent").name()}">●</span>' if current else ""
        small = self._theme.font("small").pointSizeF()
        label.setText(
            f'{rich}{mark}<br><span style="color:{muted};font-size:{small}pt">{escape(below)}</span>'
        )
        label.setContentsMargins(8, 0, 8, 0)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}, {below}")
        if button is None and shown is None:
            self.list.setItemWidget(item, label)
            return item
        row = QWidget(self.list)
        line = QHBoxLayout(row)
        line.setContentsMargins(8 if shown else 0, 0, 8, 0)
        line.setSpacing(0)
        if shown is not None:
            row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.addWidget(shown)
        line.addWidget(label, 1)
        if button is not None:
            line.addWidget(button)
        self.list.setItemWidget(item, row)
        return item

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
        rename = menu.addAction(self._theme.icon("edit"), self.tr("Rename"))
        delete = menu.addAction(self._theme.icon("trash"), self.tr("Delete"))
        chosen = menu.exec(self.list.viewport().mapToGlobal(at))
        if chosen is rename:
            self._edit(item)
        elif chosen is not None:
            self.hide()
            self.delete_clicked.emit(data)
        delete.deleteLater()

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
                self.hide()
                self.delete_clicked.emit(data)
        elif event.key() == Qt.Key.Key_F2 and (item := self.list.currentItem()) is not None:
            if isinstance(item.data(Qt.ItemDataRole.UserRole), str):
                self._edit(item)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def fitted(hit: Hit, room: int, width: Callable[[str], int]) -> tuple[str, str, str]:
    """What stands before the hit, the hit, and what stands after it, cut so that all of it has room; "…" where it was.

    `width` measures a text in pixels. What is before gives way first, down to a third of the room.
    """
    before, found, after = hit.snippet[: hit.start], hit.snippet[hit.start : hit.end], hit.snippet[hit.end :]
    while len(before) > 1 and width(before) > room // 3 and width(before + found + after) > room:
        before = "…" + before.lstrip("…")[max(1, len(before) // 8) :]
    while len(after) > 1 and width(before + found + after) > room:
        after = after.rstrip("…")[: -max(1, len(after) // 8)] + "…"
    while len(found) > 1 and width(before + found + after) > room:
        found = found.rstrip("…")[: -max(1, len(found) // 8)] + "…"
    return before, found, after


class _NameField(QLineEdit):
    """The name of a session while it is changed. Signals: left: the new name, "" to keep the old one; once."""

    left = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._has_left = False

    def _leave(self, name: str) -> None:
        if not self._has_left:
            self._has_left = True
            self.left.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave(self.text())
        else:
            super().keyPressEvent(event)
            event.accept()  # nothing that is typed here is for the list

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave(self.text())
