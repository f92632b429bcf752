"""A slim bar over the picture's top right corner that finds text in the read page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from eyebox.canvas.text_layer import TextLayer
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme, set_kind

ReadState = Literal["read", "reading", "unread"]

DEBOUNCE_MS = 80
MARGIN = 12
FIELD_WIDTH, LEAST_FIELD = 200, 80


class FindBar(Retranslated, QFrame):
    """Searches `layer` while its user types. Hidden until `open`; it keeps to the corner of its parent."""

    closed = Signal()
    black_out_wanted = Signal()
    read_requested = Signal()

    def __init__(self, theme: Theme, layer: TextLayer, parent: QWidget) -> None:
        super().__init__(parent)
        self._layer = layer
        self._theme = theme
        self._canvas = parent
        self._hits = 0, 0
        self._state: ReadState = "read"
        set_kind(self, "popup")
        self._field = QLineEdit()
        set_kind(self._field, "bare")
        self._field.setFixedWidth(FIELD_WIDTH)
        self._count = QLabel()
        set_kind(self._count, "hint")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance("999 / 999"))
        self._read = QPushButton()
        set_kind(self._read, "link")
        self._read.clicked.connect(self.read_requested)
        self._previous = self._button("chevron-up", layer.previous_hit)
        self._next = self._button("chevron-down", layer.next_hit)
        self._black_out = self._button("redact", self.black_out_wanted.emit)
        self._close = self._button("close", self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(4)
        for widget in (
            self._field,
            self._count,
            self._read,
            self._previous,
            self._next,
            self._black_out,
            self._close,
        ):
            row.addWidget(widget)
        self._wait = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._wait.timeout.connect(self._search)
        self._field.textChanged.connect(self._typed)
        self._field.installEventFilter(self)
        for key, slot in (("F3", layer.next_hit), ("Shift+F3", layer.previous_hit)):
            QShortcut(QKeySequence(key), self, slot, context=Qt.ShortcutContext.WindowShortcut)
        layer.hits_changed.connect(self._show_count)
        self.setFocusProxy(self._field)
        self._retranslate()
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is searched."""
        return self._field.text().strip()

    def open(self, text: str = "") -> None:
        """Shows the bar with the keyboard in it; a `text` given, say the selected one, is searched."""
        if text:
            self._field.setText(text.split("\n", 1)[0])
        self._place()
        self.show()
        self.raise_()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    @Slot()
    def close_bar(self) -> None:
        """Hides the bar and puts the hits out; the text stays for the next time."""
        if self.isHidden():
            return
        self._wait.stop()
        self.hide()
        self._layer.find("")
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    @Slot()
    def search_again(self) -> None:
        """Searches once more, as after another picture was shown; does nothing while the bar is closed."""
        if not self.isHidden():
            self._search()

    def show_state(self, state: ReadState) -> None:
        """Whether there is a text to search, it is being read, or nobody has asked for it."""
        self._state = state
        self._show_count(*self._hits)

    @Slot()
    def _typed(self) -> None:
        self._wait.start()

    @Slot()
    def _search(self) -> None:
        self._wait.stop()
        self._layer.find(self._field.text())

    @Slot(int, int)
    def _show_count(self, current: int, total: int) -> None:
        self._hits = current, total
        missing = total == 0 and bool(self._field.text().strip()) and self._state == "read"
        if self._state != "read":
            text = self.tr("not read yet") if self._state == "unread" else self.tr("reading…")
        elif missing:
            text = self.tr("no hits")
        else:
            text = self.tr("{0} of {1}").format(current, total) if total else ""
        self._count.setText(text)
        set_kind(self._count, "danger" if missing else "hint")
        for button in (self._previous, self._next):
            button.setEnabled(total > 1)
        self._black_out.setEnabled(total > 0)
        self._read.setVisible(self._state == "unread")
        if self.isVisible():
            self._place()

    def _button(self, icon: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(grown(16), grown(16)))
        button.clicked.connect(slot)
        return button

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Find"))
        self._read.setText(self.tr("Read"))
        self._field.setPlaceholderText(self.tr("Find text in the picture"))
        self._field.setAccessibleName(self.tr("Find text in the picture"))
        self._count.setAccessibleName(self.tr("Number of the hit"))
        for button, name, keys in (
            (self._previous, self.tr("Previous hit"), "Shift+Enter, Shift+F3"),
            (self._next, self.tr("Next hit"), "Enter, F3"),
            (self._black_out, self.tr("Black out all hits"), "Ctrl+Alt+Shift+F"),
            (self._close, self.tr("Close"), "Esc"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
        self._show_count(*self._hits)

    def _place(self) -> None:
        self._field.setFixedWidth(FIELD_WIDTH)
        room = self._canvas.width() - 2 * MARGIN
        lacking = self.sizeHint().width() - room
        self._field.setFixedWidth(max(FIELD_WIDTH - max(lacking, 0), LEAST_FIELD))
        self.adjustSize()
        self.move(max(MARGIN + room - self.width(), 0), MARGIN)

    def _pressed(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._wait.isActive():
                self._search()
            elif shift:
                self._layer.previous_hit()
            else:
                self._layer.next_hit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        if watched is self._canvas and event.type() == QEvent.Type.Resize:
            self._place()
        return False
