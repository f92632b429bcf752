"""The command palette: all actions by name in the user's language, with their keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from unicodedata import combining, normalize

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from eyebox.theme import Theme, set_kind
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated

_ACTION = Qt.ItemDataRole.UserRole
_MARKS = Qt.ItemDataRole.UserRole + 1
_ROW = 36
_ROWS = 10
_WIDTH = 580
_TOP = 64


def match(query: str, text: str) -> tuple[int, tuple[int, ...]] | None:
    """How well `query` finds `text`: a cost (0 is best) and the places of its letters; None when it does not.

    Case, accents and width do not count. A piece of the text beats letters that are scattered over it.
    """
    wanted = [_folded(letter) for letter in query if not letter.isspace()]
    letters = [_folded(letter) for letter in text]
    joined = [(index, letter) for index, letter in enumerate(letters) if not letter.isspace()]
    plain = [letter for _, letter in joined]
    if not wanted:
        return 0, ()
    for first_of_word in (True, False):
        for start in range(len(plain) - len(wanted) + 1):
            place = joined[start][0]
            begins = place == 0 or not text[place - 1].isalnum()
            if plain[start : start + len(wanted)] == wanted and (begins or not first_of_word):
                cost = 0 if place == 0 else 1 if begins else 2
                return cost, tuple(index for index, _ in joined[start : start + len(wanted)])
    places: list[int] = []
    rest = iter(joined)
    for letter in wanted:
        place = next((index for index, other in rest if other == letter), -1)
        if place < 0:
            return None
        places.append(place)
    return 3 + places[-1] - places[0], tuple(places)


def shown_text(action: QAction) -> str:
    """The name of an action without its mnemonic."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def key_text(action: QAction) -> str:
    """The first key of an action as this system writes it; empty when it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


class CommandPalette(Retranslated, QWidget):
    """Lies over a window: type a few letters of a name, Enter runs it. Recently run actions come first.

    Signals:
        ran: the action, right before it is triggered.
    """

    ran = Signal(QAction)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._theme = theme
        self._over = parent
        self._actions: list[QAction] = []
        self._recent: list[str] = []
        self._focus_before: QWidget | None = None

        self._card = QFrame(self)
        set_kind(self._card, "popup")
        self._shadow = QGraphicsDropShadowEffect(self._card)
        self._shadow.setBlurRadius(36)
        self._shadow.setOffset(0, 10)
        self._card.setGraphicsEffect(self._shadow)
        self._field = QLineEdit()
        set_kind(self._field, "palette")
        self._field.textChanged.connect(self._fill)
        self._field.returnPressed.connect(self._run_current)
        self._field.installEventFilter(self)
        hairline = QFrame()
        set_kind(hairline, "hline")
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setItemDelegate(_ActionDelegate(theme, self._list))
        self._list.itemEntered.connect(self._list.setCurrentItem)
        self._list.itemClicked.connect(self._run_item)
        self._nothing = QLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(2 * grown(_ROW))
        set_kind(self._nothing, "muted")

        inside = self._inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._field)
        inside.addWidget(hairline)
        inside.addWidget(self._nothing)
        listed = QVBoxLayout()
        listed.setContentsMargins(5, 5, 5, 5)
        listed.addWidget(self._list)
        inside.addLayout(listed)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._retranslate()
        self.hide()

    @property
    def recent(self) -> list[str]:
        """Object names of the actions that ran last, the latest first."""
        return list(self._recent)

    @recent.setter
    def recent(self, names: Sequence[str]) -> None:
        self._recent = list(names)[:_ROWS]

    def open(self, actions: Sequence[QAction]) -> None:
        """Shows these actions over the whole parent; goes away when it is open already."""
        if self.isVisible():
            self.dismiss()
            return
        self._actions = [action for action in actions if action.text() and action.isVisible()]
        self._focus_before = self.window().focusWidget()
        self._over.installEventFilter(self)
        self.setGeometry(self._over.rect())
        self._field.clear()
        self._fill()
        self.show()
        self.raise_()
        self._field.setFocus()

    @Slot()
    def dismiss(self) -> None:
        """Goes away and gives the focus back."""
        if self.isHidden():
            return
        self._over.removeEventFilter(self)
        self.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus()
        self._focus_before = None

    def _retranslate(self) -> None:
        self._field.setPlaceholderText(self.tr("Type the name of an action"))
        self._field.setAccessibleName(self.tr("Actions"))
        self._list.setAccessibleName(self.tr("Actions found"))
        self._nothing.setText(self.tr("No action is called that."))

    def _place_card(self) -> None:
        rows = min(self._list.count(), _ROWS)
        self._list.setFixedHeight(rows * grown(_ROW))
        self._list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        width = min(grown(_WIDTH), self.width() - 32)
        self._inside.activate()
        height = min(self._card.sizeHint().height(), self.height() - 16)
        top = min(_TOP, max(8, (self.height() - height) // 2))
        self._card.setGeometry((self.width() - width) // 2, top, width, height)

    @Slot()
    def _recolor(self) -> None:
        self._shadow.setColor(self._theme.color("shadow"))
        self._list.viewport().update()

    @Slot()
    def _fill(self) -> None:
        found = []
        for order, action in enumerate(self._actions):
            hit = match(self._field.text(), shown_text(action))
            if hit is not None:
                name = action.objectName()
                used = self._recent.index(name) if name in self._recent else len(self._recent)
                found.append((not action.isEnabled(), hit[0], used, order, hit[1], action))
        found.sort(key=lambda row: row[:4])
        self._list.clear()
        for *_, marks, action in found:
            item = QListWidgetItem(shown_text(action))
            item.setData(_ACTION, action)
            item.setData(_MARKS, marks)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, key_text(action))
            if not action.isEnabled():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._list.setCurrentRow(0 if found and not found[0][0] else -1)
        self._place_card()

    def _step(self, by: int) -> None:
        rows = [
            row
            for row in range(self._list.count())
            if self._list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled
        ]
        if rows:
            now = self._list.currentRow()
            at = rows.index(now) if now in rows else -1
            self._list.setCurrentRow(rows[(at + by) % len(rows)])

    @Slot()
    def _run_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._run_item(item)

    @Slot(QListWidgetItem)
    def _run_item(self, item: QListWidgetItem) -> None:
        action = cast(QAction, item.data(_ACTION))
        if not action.isEnabled():
            return
        name = action.objectName()
        self.dismiss()
        if name:
            self.recent = [name, *(other for other in self._recent if other != name)]
        self.ran.emit(action)
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self._place_card()
        if watched is self._field and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _ROWS - 1,
                Qt.Key.Key_PageUp: 1 - _ROWS,
                Qt.Key.Key_Tab: 1,
                Qt.Key.Key_Backtab: -1,
            }.get(Qt.Key(cast(QKeyEvent, event).key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()


class _ActionDelegate(QStyledItemDelegate):
    """Paints an action: its icon, its name with the letters that were found, and its key at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def _paint_name(
        self, painter: QPainter, rect: QRect, text: str, marks: Sequence[int], color: QColor
    ) -> None:
        plain, strong = self._theme.font("body"), self._theme.font("body")
        strong.setBold(True)
        shown = QFontMetrics(plain).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        x = rect.x()
        marked = {place for place in marks if place < len(shown)}
        start = 0
        while start < len(shown):
            end = start + 1
            while end < len(shown) and (end in marked) == (start in marked):
                end += 1
            painter.setFont(strong if start in marked else plain)
            painter.setPen(self._theme.color("accent") if start in marked else color)
            piece = shown[start:end]
            painter.drawText(
                QRect(x, rect.y(), rect.right() - x + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, piece
            )
            x += painter.fontMetrics().horizontalAdvance(piece)
            start = end

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        action = cast(QAction, index.data(_ACTION))
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("selection"))
            painter.drawRoundedRect(rect, 6, 6)
        enabled = action.isEnabled()
        if not action.icon().isNull():
            mode = action.icon().Mode.Normal if enabled else action.icon().Mode.Disabled
            action.icon().paint(
                painter, rect.x() + 10, rect.y() + (rect.height() - 18) // 2, 18, 18, mode=mode
            )
        key = key_text(action)
        color = self._theme.color("text" if enabled else "disabled")
        key_width = QFontMetrics(self._theme.font("small")).horizontalAdvance(key)
        names = rect.adjusted(40, 0, -key_width - 28, 0)
        self._paint_name(painter, names, str(index.data()), index.data(_MARKS) or (), color)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted" if enabled else "disabled"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, -12, 0), right, key)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, grown(_ROW))


def _folded(letter: str) -> str:
    parts = normalize("NFKD", letter).casefold()
    return next((part for part in parts if not combining(part)), letter)
