"""A card over the window, below a button: as a popover, but dialogs can stand over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

from eyebox.theme.theme import set_kind

BESIDE = 8
"""Points between a card and the edge of the window."""


class Card(QWidget):
    """Covers a window; only its `card` is seen. Esc and a click beside it close it, and the window's keys rest.

    Signals: closed: it is gone; the focus is back where it was.
    """

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._over = over
        self._anchor: QWidget | None = None
        self.fit_soon = QTimer(self, singleShot=True, interval=0)
        """Gives the card the height of its content, once that is laid out anew."""
        self.fit_soon.timeout.connect(self.fit)
        self._before: QWidget | None = None
        self.card = QFrame(self)
        set_kind(self.card, "popup")
        shadow = QGraphicsDropShadowEffect(self.card)
        shadow.setBlurRadius(36)
        shadow.setOffset(0, 10)
        self.card.setGraphicsEffect(shadow)

    def wanted_height(self) -> int:
        """How high the card would be with all of its content."""
        return self.card.sizeHint().height()

    def open_below(self, anchor: QWidget) -> None:
        """Shows the card below a widget of the window, the right edges in line where there is room."""
        self._anchor = anchor
        self._before = self._over.window().focusWidget()
        self._over.installEventFilter(self)
        self._place()
        self.raise_()
        self.show()

    @Slot()
    def fit(self) -> None:
        """Gives the card the height that its content has by now."""
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        assert self._anchor is not None
        self.setGeometry(self._over.rect())
        corner = self._anchor.mapTo(self._over, QPoint(self._anchor.width(), self._anchor.height() + 4))
        left = max(BESIDE, min(corner.x(), self.width() - BESIDE) - self.card.width())
        room = self.height() - corner.y() - BESIDE
        self.card.setFixedHeight(max(min(self.wanted_height(), room), 160))
        self.card.move(left, corner.y())

    def focusNextPrevChild(self, forth: bool) -> bool:
        """Tab goes round within the card."""
        widget = self.focusWidget() or self
        for _ in range(1000):
            step = widget.nextInFocusChain() if forth else widget.previousInFocusChain()
            if step is None:
                return False
            widget = step
            if (
                self.card.isAncestorOf(widget)
                and widget.isVisible()
                and widget.isEnabled()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            ):
                reason = Qt.FocusReason.TabFocusReason if forth else Qt.FocusReason.BacktabFocusReason
                widget.setFocus(reason)
                return True
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._over.removeEventFilter(self)
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
