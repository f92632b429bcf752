"""A metric of several models as dots with whiskers: how large, and how sure."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eyebox import evaluation_words as words
from eyebox.theme.grown import grown
from eyebox.theme.theme import Theme
from eyebox_models.protocol.evaluation import EvaluationReport, Figure

ROW = 36
AXIS = 28
DOT, CAP = 4.5, 5.0
NAMES, FIGURES = 0.32, 150
"""The share of the width for names, and the room for values, in points."""
STEPS = 4


class EvaluationChart(QWidget):
    """Paints by itself, in the colours of the theme; what it shows is its accessible name too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._metric = ""
        self._rows: list[tuple[str, Figure]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_metric(self, report: EvaluationReport, metric: str) -> None:
        """Shows this metric of all models."""
        self._metric = metric
        self._rows = [
            (name, one)
            for name, model in zip(words.names(report), report.models, strict=True)
            for one in model.figures
            if one.metric == metric
        ]
        self.setAccessibleName(words.metric(metric))
        self.setAccessibleDescription(words.spoken_figures(report, metric))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, grown(ROW) * max(len(self._rows), 1) + grown(AXIS))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def _span(self) -> tuple[float, float]:
        """What the axis goes from and to: shares as far as they reach, points too."""
        if self._metric not in words.OF_ONE and self._metric != "cer":
            return 0.0, 1.0
        most = max((one.high or one.value or 0 for _name, one in self._rows), default=0.0)
        return 0.0, max(most * 1.05, 0.01)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        small = self._theme.font("small")
        names = min(self.width() * NAMES, 260.0)
        plot = QRectF(names + 12, 0, self.width() - names - 24 - grown(FIGURES), self.height() - grown(AXIS))
        low, high = self._span()

        def x(value: float) -> float:
            return plot.left() + (value - low) / (high - low) * plot.width()

        painter.setFont(small)
        widest = QFontMetricsF(small).horizontalAdvance(_tick(self._metric, high))
        steps = STEPS if plot.width() / STEPS > 1.25 * widest else STEPS // 2
        for step in range(steps + 1):
            value = low + (high - low) * step / steps
            painter.setPen(QPen(color("hairline"), 1))
            painter.drawLine(QPointF(x(value), 0), QPointF(x(value), plot.bottom()))
            painter.setPen(color("muted"))
            place = QRectF(x(value) - 40, plot.bottom() + 4, 80, grown(AXIS) - 4)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, _tick(self._metric, value))
        for row, (name, one) in enumerate(self._rows):
            middle = row * grown(ROW) + grown(ROW) / 2
            painter.setFont(self._theme.font("body"))
            painter.setPen(color("text"))
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, names)
            side = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                QRectF(0, row * grown(ROW), names, grown(ROW)), side | Qt.AlignmentFlag.AlignRight, shown
            )
            painter.setFont(small)
            room = QRectF(plot.right() + 12, row * grown(ROW), grown(FIGURES), grown(ROW))
            painter.setPen(color("muted"))
            painter.drawText(room, side | Qt.AlignmentFlag.AlignLeft, words.figure(one))
            if one.value is None:
                continue
            painter.setPen(QPen(color("accent"), 2, c=Qt.PenCapStyle.FlatCap))
            if one.low is not None and one.high is not None:
                painter.drawLine(QPointF(x(one.low), middle), QPointF(x(one.high), middle))
                for end in (one.low, one.high):
                    painter.drawLine(QPointF(x(end), middle - CAP), QPointF(x(end), middle + CAP))
            painter.setPen(QPen(color("surface"), 1.5))
            painter.setBrush(color("accent"))
            painter.drawEllipse(QPointF(x(one.value), middle), DOT + 1, DOT + 1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.end()


def _tick(metric: str, value: float) -> str:
    text = words.value(metric, value)
    return text.replace(".0 %", " %").replace(",0 %", " %")
