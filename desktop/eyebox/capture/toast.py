"""A quiet word at the edge of the screen, which goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from eyebox.theme import Theme

LINGERS_MS = 2600
MS_A_LETTER = 40
"""So much longer stays what is longer than two lines of letters."""
WORDS = 60
"""So many letters of what was copied are shown."""
FLOATING = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.BypassWindowManagerHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)
WIDEST = 528
"""Pixels: a longer sentence has several lines."""
_WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
RADIUS = 8
_AWAY = 12


class Floating(QWidget):
    """A small card over everything, with round corners on desktops that can't blend windows, too."""

    def __init__(self, theme: Theme, flags: Qt.WindowType) -> None:
        super().__init__(None, flags)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._round()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.Show):
            self._round()
        return super().event(event)

    def _round(self) -> None:
        """Cuts the corners off; on a screen of another scale again, since Qt leaves the old cut as it was."""
        self.clearMask()
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("raised"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class Toast(Floating):
    """One sentence below a place on the screen, or above it where there is no room. It takes no focus and no clicks.

    Signals:
        gone: it went.
    """

    gone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, FLOATING | Qt.WindowType.WindowTransparentForInput)
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=LINGERS_MS)
        self._timer.timeout.connect(self.hide)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text

    def say(self, text: str, place: QRect) -> None:
        """Says something at a place in Qt's coordinates."""
        self._text = text
        self.setAccessibleName(text)
        self.setFont(self._theme.font("body"))
        metrics = self.fontMetrics()
        words = metrics.boundingRect(QRect(0, 0, WIDEST, 1000), _WRAPPED, text)
        self.resize(words.width() + 33, words.height() + 18)
        self.move(beside(place, self.rect()))
        self.show()
        self.update()
        self._timer.start(LINGERS_MS + MS_A_LETTER * max(0, len(text) - 2 * WORDS))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.gone.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.color("text"))
        inside = self.rect().adjusted(16, 0, -16, 0)
        painter.drawText(inside, _WRAPPED, self._text)


def beside(place: QRect, what: QRect, *, above: bool = False) -> QPoint:
    """Where something of this size stands below a place (or above it) on the place's screen, wholly on that."""
    screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry().adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
    below, over = place.bottom() + _AWAY, place.top() - _AWAY - what.height()
    y = over if above else below
    if y + what.height() > room.bottom():
        y = over
    if y < room.top():
        y = below if below + what.height() <= room.bottom() else room.bottom() - what.height()
    x = min(max(place.left(), room.left()), room.right() - what.width())
    return QPoint(x, y)


def first_words(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= WORDS else line[: WORDS - 1] + "…"
