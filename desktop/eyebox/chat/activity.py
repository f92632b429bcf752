"""What is going on before and while an answer comes."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEasingCurve, QLocale, QPointF, QRectF, QSize, Qt, QTimer, QVariantAnimation, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from eyebox.amounts import stage
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox_models.protocol.events import Progress

_HEIGHT = 24
_PATIENCE_MS = 5000


class Activity(QWidget):
    """A breathing dot, what is being done and how far, and after five seconds how to stop it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._pace = ""
        self._job_state = ""
        self._stopping = False
        self._impatient = False
        self._breath = QVariantAnimation(self, startValue=1.0, endValue=0.3, duration=900)
        self._breath.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._breath.valueChanged.connect(self.update)
        self._breath.finished.connect(self._turn_breath)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show_hint)
        self._patience.start()
        self.set_progress(Progress("starting"))

    @property
    def text(self) -> str:
        """What is shown beside the dot."""
        hint = self.tr("Stop with Esc") if self._impatient and not self._stopping else ""
        parts = [self._job_state or self._text or self._pace, hint]
        return " · ".join(part for part in parts if part)

    def set_progress(self, progress: Progress | None) -> None:
        """Says what is being done; None once the answer speaks for itself."""
        self._text = stage(progress) if progress else ""
        self.setAccessibleName(self.text)
        self.update()

    def set_pace(self, rate: float, left: float | None) -> None:
        """Says how many tokens come in a second, and in how many seconds it ends at the latest (None: unknown)."""
        number = QLocale().toString(rate, "f", 0 if rate >= 10 else 1)
        parts = [self.tr("%1 tokens/s").replace("%1", number)]
        if left is not None and left < 90:
            parts.append(self.tr("at most %1 s left").replace("%1", str(ceil(left))))
        elif left is not None:
            parts.append(self.tr("at most %1 min left").replace("%1", str(ceil(left / 60))))
        self._pace = " · ".join(parts)
        self.setAccessibleName(self.text)
        self.update()

    def set_job_state(self, state: str, behind: str) -> None:
        """Says that it waits, for the job `behind`, or is being stopped: both count more than what is being done."""
        self._stopping = state == "stopping"
        self._job_state = ""
        if self._stopping:
            self._job_state = self.tr("Stopping…")
        elif state == "waiting":
            self._job_state = (
                self.tr("Waiting for “%1”").replace("%1", behind)
                if behind
                else self.tr("Waiting for its turn") + "…"
            )
        self.setAccessibleName(self.text)
        self.update()

    @Slot()
    def show_hint(self) -> None:
        """Adds how to stop."""
        self._impatient = True
        self.setAccessibleName(self.text)
        self.update()

    @Slot()
    def _turn_breath(self) -> None:
        forward = QVariantAnimation.Direction.Forward
        back = QVariantAnimation.Direction.Backward
        self._breath.setDirection(back if self._breath.direction() == forward else forward)
        self._breath.start()

    def sizeHint(self) -> QSize:
        return QSize(160, grown(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        moving = self._breath.state() == QVariantAnimation.State.Running
        painter.setOpacity(float(self._breath.currentValue()) if moving else 1.0)
        painter.drawEllipse(QPointF(4, self.height() / 2), 4, 4)
        painter.setOpacity(1.0)
        painter.setPen(self._theme.color("muted"))
        area = QRectF(16, 0, self.width() - 16, self.height())
        text = self.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)

    def showEvent(self, event: QShowEvent) -> None:
        if self._theme.motion:
            self._breath.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._breath.stop()
        super().hideEvent(event)
