"""One step of the tour: a few words on a card beside the control that they are about, which has a ring."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from eyebox.theme import Theme
from eyebox.theme.announcing import announce
from eyebox.theme.controls import button, column, label, line
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import set_kind

WIDTH = 320
GAP = 10
"""Points between the ring and the card."""
EDGE = 8
"""Points that stay free at the edges of the window."""
AROUND = 6
"""Points between a control and its ring."""


class Callout(Retranslated, QFrame):
    """It stands over the window without keeping anything else from being used. Enter goes on, Esc ends the tour.

    Signals: next_wanted, skipped.
    """

    next_wanted = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._anchor: QWidget | None = None
        self._at, self._count = 0, 0
        set_kind(self, "popup")
        self.setAccessibleName("")
        self._number, self._title, self._text = label("hint"), label("title"), label(wrap=True)
        self._title.setWordWrap(True)
        self.skip, self.next = button("quiet"), button("primary")
        column(
            self._number, 2, self._title, 6, self._text, 12, line(None, self.skip, self.next, spacing=8),
            inside=self, margins=(16, 12, 16, 14),
        )  # fmt: skip
        self.setFixedWidth(grown(WIDTH))
        self.ring = _Ring(theme, over)
        self._place_soon = QTimer(self, singleShot=True, interval=0)
        self._place_soon.timeout.connect(self._place)
        self.skip.clicked.connect(self.skipped)
        self.next.clicked.connect(self.next_wanted)
        over.installEventFilter(self)
        self._retranslate()
        self.hide()

    def show_step(self, anchor: QWidget, at: int, count: int, title: str, text: str, *, focus: bool) -> None:
        """Shows the step `at` of `count` (from 0) beside a control. `focus`: Enter goes on from here."""
        if self._anchor is not anchor:
            self._leave_anchor()
            self._anchor = anchor
            anchor.installEventFilter(self)
        self._at, self._count = at, count
        self._title.setText(title)
        self._text.setText(text)
        self._retranslate()
        self.show()
        self.ring.show()
        self._place()
        if focus:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{title}. {text}")

    def leave(self) -> None:
        """Takes it away."""
        self._leave_anchor()
        self.ring.hide()
        self.hide()

    def _leave_anchor(self) -> None:
        if self._anchor is not None:
            self._anchor.removeEventFilter(self)
        self._anchor = None

    @Slot()
    def _place(self) -> None:
        """Below the control where there is room, else above, else beside it."""
        if self._anchor is None:
            return
        anchor = QRect(self._anchor.mapTo(self._over, QPoint(0, 0)), self._anchor.size())
        is_seen = self._anchor.isVisible()
        self.ring.setVisible(is_seen)
        self.ring.surround(anchor)
        high = self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height()
        self.resize(self.width(), high)
        room = self._over.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        card = QRect(QPoint(0, 0), self.size())
        far = AROUND + GAP
        places = [
            QPoint(anchor.center().x() - card.width() // 2, anchor.bottom() + far),
            QPoint(anchor.center().x() - card.width() // 2, anchor.top() - far - card.height()),
            QPoint(anchor.left() - far - card.width(), anchor.center().y() - card.height() // 2),
            QPoint(anchor.right() + far, anchor.center().y() - card.height() // 2),
        ]
        if not is_seen:
            places = [room.center() - card.center()]
        for place in places:
            inside = QPoint(
                min(max(place.x(), room.left()), room.right() - card.width()),
                min(max(place.y(), room.top()), room.bottom() - card.height()),
            )
            card.moveTopLeft(inside)
            if not card.intersects(anchor):
                break
        self.move(card.topLeft())
        self.ring.raise_()
        self.raise_()

    def _retranslate(self) -> None:
        self._number.setText(
            self.tr("Tour · %1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(self._count))
        )
        self.skip.setText(self.tr("Skip"))
        self.skip.setAccessibleName(self.tr("Skip the tour"))
        is_last = self._at + 1 >= self._count
        self.skip.setVisible(not is_last)
        self.next.setText(self.tr("Done") if is_last else self.tr("Next"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.skip if self.skip.hasFocus() else self.next).click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._place_soon.start()
        return super().eventFilter(watched, event)


class _Ring(QWidget):
    """Around a control; the mouse goes through it."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)
        self.hide()

    def surround(self, control: QRect) -> None:
        self.setGeometry(control.adjusted(-AROUND, -AROUND, AROUND, AROUND) & self._over.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 3 if self._theme.high_contrast else 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 9, 9)
