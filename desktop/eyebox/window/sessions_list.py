"""The rows of the list of sessions: a session, a hit of the search, something that was removed, a name while it is changed."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QDateTime, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from eyebox.session.types import Hit, Removed, SessionInfo
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip

WIDTH = 440
ROW = 56
PICTURE = 40


class SessionList(QListWidget):
    """`room` is the width in pixels that texts are cut to. The data of a row is a session's id, a Hit or a Removed.

    What stands in the row of a hit is made when the row comes into sight: a search has a hundred.

    Signals:
        restore_clicked: the row of a Removed.
        name_given: id of a session and its new name, "" to keep the old one.
    """

    restore_clicked = Signal(QListWidgetItem)
    name_given = Signal(str, str)

    def __init__(self, theme: Theme, thumbnail: Callable[[str], str], parent: QWidget) -> None:
        """`thumbnail` gives the file of a picture's, "" where there is none yet."""
        super().__init__(parent)
        self._theme = theme
        self._thumbnail = thumbnail
        self.room = WIDTH
        self._to_make: dict[int, Callable[[QListWidgetItem], None]] = {}
        """Rows of hits that were not in sight yet, with what fills them."""
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def select(self, session: str) -> QListWidgetItem | None:
        """Makes a session's row the current one; None where it has none."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == session:
                self.setCurrentRow(row)
                return self.item(row)
        return None

    def edit_name(self, item: QListWidgetItem, name: str) -> None:
        """Turns the row of a session into a field for its name."""
        session = item.data(Qt.ItemDataRole.UserRole)
        field = NameField(name, self)
        field.setAccessibleName(self.tr("Name of the session"))
        field.left.connect(lambda given: self.name_given.emit(session, given))
        self.setItemWidget(item, field)
        self.scrollToItem(item)
        field.setFocus()
        field.selectAll()

    def add_session(self, info: SessionInfo, *, current: bool) -> None:
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(info.changed)), QLocale.FormatType.ShortFormat
        )
        below = self.tr("%n picture(s)", "", info.pictures) + f" · {when}"
        name = self._cut(info.name, Qt.TextElideMode.ElideRight)
        self._fill(self._add_item(info.id), escape(name), below, current, spoken=info.name)

    def add_hit(self, hit: Hit, session_name: str) -> None:
        """Adds the row of a hit; `make_in_sight` fills it."""
        self._to_make[self.count()] = lambda item: self._make_hit(item, hit, session_name)
        self._add_item(hit)

    def make_in_sight(self) -> None:
        """Fills the rows of hits that can be seen."""
        first = max(self.indexAt(QPoint(1, 1)).row(), 0)
        for row in range(first, first + self.viewport().height() // grown(ROW) + 2):
            item = self.item(row)
            if item is not None and (make := self._to_make.pop(row, None)) is not None:
                make(item)

    def clear(self) -> None:
        self._to_make.clear()
        super().clear()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.make_in_sight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_in_sight()

    def _make_hit(self, item: QListWidgetItem, hit: Hit, session_name: str) -> None:
        kinds = {
            "session": self.tr("Session"), "picture": self.tr("Picture"), "text": self.tr("Text"),
            "turn": self.tr("Chat"), "box": self.tr("Box"),
        }  # fmt: skip
        bold = self.font()
        bold.setBold(True)
        room = self.room - 104 - PICTURE
        before, found, after = fitted(hit, room, QFontMetrics(bold).horizontalAdvance)
        of = hit.name if hit.kind in ("text", "turn", "box") else ""
        below = " · ".join(filter(None, (kinds[hit.kind], of, session_name)))
        accent = self._theme.color("accent").name()
        marked = f'{escape(before)}<b style="color:{accent}">{escape(found)}</b>{escape(after)}'
        small = QFontMetrics(self._theme.font("small"))
        below = small.elidedText(below, Qt.TextElideMode.ElideRight, room)
        icon = "chat" if hit.kind == "turn" else "session" if hit.kind == "session" else "picture"
        self._fill(
            item, marked, below, False, shown=self._small_picture(hit.picture, icon), spoken=hit.snippet
        )

    def _small_picture(self, picture: str, icon: str) -> QLabel:
        """What a hit is on: the picture, or an icon."""
        label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        label.setFixedWidth(PICTURE + 8)
        ratio = self.devicePixelRatioF()
        file = self._thumbnail(picture) if picture else ""
        image = QImage(file) if file else QImage()
        if image.isNull():
            pixmap = self._theme.icon(icon, "muted").pixmap(QSize(20, 20), ratio)
        else:
            room, mode = QSize(PICTURE, PICTURE) * ratio, Qt.TransformationMode.SmoothTransformation
            pixmap = QPixmap.fromImage(image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, mode))
            pixmap.setDevicePixelRatio(ratio)
        label.setPixmap(pixmap)
        return label

    def _cut(self, text: str, how: Qt.TextElideMode) -> str:
        return self.fontMetrics().elidedText(text, how, self.room - 80)

    def add_removed(self, one: Removed) -> None:
        until = QDateTime.fromSecsSinceEpoch(int(one.until))
        days = max(0, QDateTime.currentDateTime().daysTo(until))
        left = self.tr("gone for good in %n day(s)", "", days) if days else self.tr("gone for good today")
        kinds = {"picture": self.tr("Picture"), "chat": self.tr("Chat"), "session": self.tr("Session")}
        restore = QPushButton(self.tr("Restore"))
        restore.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the row does the same
        restore.setAccessibleName(self.tr("Restore %1").replace("%1", one.name))
        room = self.room - 88 - restore.sizeHint().width()
        metrics, small = self.fontMetrics(), QFontMetrics(self._theme.font("small"))
        name = " ".join(one.name.split())
        head, tail = f"{kinds[one.kind]} · ", f" · {left}" if one.session_name else left
        rest = room - small.horizontalAdvance(head + tail)
        below = head + small.elidedText(one.session_name, Qt.TextElideMode.ElideRight, rest) + tail
        item = self._add_item(one)
        shown = escape(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room))
        self._fill(item, shown, below, False, button=restore)
        item.setToolTip(as_tip(f"{name}\n{QLocale().toString(until, QLocale.FormatType.LongFormat)}"))
        spoken = (name, kinds[one.kind], one.session_name, left, self.tr("Enter restores it"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, spoken)))
        restore.clicked.connect(lambda: self.restore_clicked.emit(item))

    def _add_item(self, data: object) -> QListWidgetItem:
        item = QListWidgetItem(self)
        item.setSizeHint(QSize(WIDTH - 40, grown(ROW)))
        item.setData(Qt.ItemDataRole.UserRole, data)
        return item

    def _fill(
        self,
        item: QListWidgetItem,
        rich: str,
        below: str,
        current: bool,
        *,
        shown: QLabel | None = None,
        button: QPushButton | None = None,
        spoken: str = "",
    ) -> None:
        label = QLabel(self)
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
            self.setItemWidget(item, label)
            return
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(8 if shown else 0, 0, 8, 0)
        line.setSpacing(0)
        if shown is not None:
            row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.addWidget(shown)
        line.addWidget(label, 1)
        if button is not None:
            line.addWidget(button)
        self.setItemWidget(item, row)


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


class NameField(QLineEdit):
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
