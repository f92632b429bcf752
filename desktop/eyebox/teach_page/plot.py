"""The course of a run, painted: its loss, smoothed and held out, and how well held-out questions are answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from eyebox.teach_page.curve import envelope, smoothed, ticks
from eyebox.teach_page.words import number, preferred
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme
from eyebox_models.protocol.teaching import HeldOut, TeachStep

LEGEND, AXIS = 20, 24
LINE, GAP = 20, 8
LEAST = QSize(360, 200)
DOT = 3.5
PAGE = 10
"""Steps that Page Up and Page Down go."""
SIDE = Qt.AlignmentFlag
OF_PAIRS = ("margin", Qt.PenStyle.SolidLine), ("preferred", Qt.PenStyle.DotLine)
"""What is shown of pairs: the reward margin by the axis at the left, the share by the one at the right."""


class LearningPlot(Retranslated, QWidget):
    """Losses by the axis at the left, shares by the one at the right. The mouse and, with the focus, Left, Right, Home and End
    point at a step, whose values are told; Esc lets it go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: Sequence[TeachStep] = ()
        self._smoothed: list[float] = []
        self._margins: list[float] = []
        self._preferred: list[float] = []
        """Of pairs; empty where there are none."""
        self._looks: Sequence[HeldOut] = ()
        self._total = 1
        self._at: int | None = None
        """Place of the step that is pointed at."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)
        self._retranslate()

    def show_run(self, steps: Sequence[TeachStep], looks: Sequence[HeldOut], total: int) -> None:
        """Shows a run that has so many steps in all. The sequences are read again at the next call only."""
        self._steps, self._total = [*steps], max(total, 1)
        # the first loss of weights that have just diverged is no number
        self._looks = [one for one in looks if isfinite(one.loss)]
        self._smoothed = smoothed([one.loss for one in self._steps])
        rewards = [one.rewards for one in self._steps if one.rewards is not None]
        self._margins = smoothed([one.margin for one in rewards])
        self._preferred = smoothed([one.accuracy for one in rewards])
        if self._at is not None and self._at >= len(self._steps):
            self._at = None
        self._say()
        self.update()

    @property
    def pointed_at(self) -> TeachStep | None:
        return None if self._at is None else self._steps[self._at]

    def sizeHint(self) -> QSize:
        return QSize(640, 280)

    def minimumSizeHint(self) -> QSize:
        return LEAST

    # What is said

    def told(self, place: int) -> list[tuple[str, str]]:
        """The values of a step, by their names."""
        step = self._steps[place]
        found = [
            (self._names["step"], f"{step.step:,}"),
            (self._names["loss"], number(step.loss)),
            (self._names["smoothed"], number(self._smoothed[place])),
        ]
        if step.rewards is not None:
            found.append((self._names["margin"], number(step.rewards.margin, 2)))
            found.append((self._names["preferred"], preferred(step.rewards)))
        before = [one for one in self._looks if one.step <= step.step]
        asked = [one for one in before if one.asked]
        if before:
            found.append((self._names["held"], number(before[-1].loss)))
        if asked:
            for name, value in (("iou", asked[-1].iou), ("anls", asked[-1].anls)):
                if value is not None:
                    found.append((self._names[name], number(value, 3)))
        return found

    def _say(self) -> None:
        place = len(self._steps) - 1 if self._at is None else self._at
        said = "; ".join(f"{name}: {value}" for name, value in self.told(place)) if self._steps else ""
        self.setAccessibleDescription(said or self._nothing)

    def _point_at(self, place: int | None) -> None:
        if place != self._at:
            self._at = place
            self._say()
            self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Course of the loss"))
        self._names = {
            "step": self.tr("Step"),
            "loss": self.tr("Loss"),
            "smoothed": self.tr("Smoothed"),
            "held": self.tr("Held out"),
            "margin": self.tr("Reward margin"),
            "preferred": self.tr("Chosen preferred"),
            "iou": "IoU",
            "anls": "ANLS",
        }
        self._nothing = self.tr("The first step is on its way.")
        self._say()
        self.update()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._steps) - 1
        at = last if self._at is None else self._at
        places: dict[int, int | None] = {
            Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1, Qt.Key.Key_PageUp: at - PAGE, Qt.Key.Key_PageDown: at + PAGE,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if event.key() in places and last >= 0:
            self._point_at(min(max(places[event.key()] or 0, 0), last))
        elif event.key() == Qt.Key.Key_Escape and self._at is not None:
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plot = self._plot()
        if not self._steps or not plot.adjusted(-4, -4, 4, 4).contains(event.position()):
            self._point_at(None)
            return
        wanted = (event.position().x() - plot.left()) / plot.width() * self._total
        place = round(wanted) - self._steps[0].step
        self._point_at(min(max(place, 0), len(self._steps) - 1))

    def leaveEvent(self, _event: object) -> None:
        if not self.hasFocus():
            self._point_at(None)

    # Painting

    def _plot(self) -> QRectF:
        """Where curves are, without the axes."""
        metrics = QFontMetricsF(self._theme.font("small"))
        left = metrics.horizontalAdvance("00.00") + 8
        right = metrics.horizontalAdvance("0.00") + 14 if self._has_shares() else 8
        top = self._legend()[-1][2].bottom() + GAP
        return QRectF(left, top, self.width() - left - right, self.height() - top - grown(AXIS))

    def _legend(self) -> list[tuple[str, QPen, QRectF]]:
        """Names of curves, each with its pen and its room: beside each other, in as many rows as that takes."""
        metrics = QFontMetricsF(self._theme.font("small"))
        found, left, top, high = [], float(GAP), 2.0, float(grown(LEGEND))
        for name, pen in self._curves():
            wide = LINE + metrics.horizontalAdvance(self._names[name]) + 2
            if left > GAP and left + wide > self.width() - GAP:
                left, top = float(GAP), top + high
            found.append((name, pen, QRectF(left, top, wide, high)))
            left += wide + 2 * GAP
        return found

    def _has_shares(self) -> bool:
        asked = any(one.iou is not None or one.anls is not None for one in self._looks)
        return asked or bool(self._preferred)

    def _curves(self) -> list[tuple[str, QPen]]:
        """Names of what is shown, each with its pen."""
        color = self._theme.color
        shown = [("loss", QPen(color("border"), 2)), ("smoothed", QPen(color("accent"), 2))]
        if self._looks:
            shown.append(("held", QPen(color("differs"), 2)))
        if self._margins:
            shown += [(name, QPen(color("ignored"), 2, style)) for name, style in OF_PAIRS]
        for name, role in (("iou", "ok"), ("anls", "text")):
            if any(getattr(one, name) is not None for one in self._looks):
                shown.append((name, QPen(color(role), 2)))
        return shown

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        plot = self._plot()
        shown = [one.loss for one in self._steps] + [one.loss for one in self._looks] + self._margins
        least = min([0.0, *self._margins])
        losses = ticks(max(shown, default=1.0), max(2, int(plot.height() // 48)), least)
        low, top = losses[0], losses[-1]

        def x(step: float) -> float:
            return plot.left() + step / self._total * plot.width()

        def y(loss: float) -> float:
            return plot.bottom() - (loss - low) / (top - low) * plot.height()

        def share(value: float) -> float:
            return plot.bottom() - value * plot.height()

        self._paint_axes(painter, plot, losses, x, y, share)
        self._paint_losses(painter, plot, x, y)
        self._paint_rewards(painter, x, y, share)
        self._paint_looks(painter, x, y, share)
        self._paint_legend(painter)
        if not self._steps:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(plot, SIDE.AlignCenter, self._nothing)
        elif self._at is not None:
            self._paint_pointer(painter, plot, x, y)
        painter.end()

    def _paint_axes(
        self, painter: QPainter, plot: QRectF, losses: Sequence[float], x: Callable[[float], float],
        y: Callable[[float], float], share: Callable[[float], float],
    ) -> None:  # fmt: skip
        color = self._theme.color
        between = losses[1] - losses[0]
        digits = 0 if between >= 1 else 1 if between >= 0.1 else 2
        for loss in losses:
            painter.setPen(QPen(color("hairline"), 1))
            painter.drawLine(QPointF(plot.left(), y(loss)), QPointF(plot.right(), y(loss)))
            painter.setPen(color("muted"))
            place = QRectF(0, y(loss) - 10, plot.left() - 8, 20)
            painter.drawText(place, SIDE.AlignVCenter | SIDE.AlignRight, number(loss, digits))
        if self._has_shares():
            for value in (0.0, 0.25, 0.5, 0.75, 1.0):
                place = QRectF(plot.right() + 8, share(value) - 10, self.width() - plot.right() - 8, 20)
                painter.drawText(place, SIDE.AlignVCenter | SIDE.AlignLeft, number(value, 2))
        whole = [one for one in ticks(self._total, max(2, int(plot.width() // 110))) if one <= self._total]
        for step in whole:
            if step == int(step):
                place = QRectF(x(step) - 40, plot.bottom() + 4, 80, grown(AXIS) - 4)
                painter.drawText(place, SIDE.AlignHCenter | SIDE.AlignTop, f"{int(step):,}")

    def _paint_losses(
        self, painter: QPainter, plot: QRectF, x: Callable[[float], float], y: Callable[[float], float]
    ) -> None:
        columns = max(int(plot.width()), 1)
        for losses, role, width in (
            ([one.loss for one in self._steps], "border", 1.0),
            (self._smoothed, "accent", 2.0),
        ):
            points = [(float(one.step), loss) for one, loss in zip(self._steps, losses, strict=True)]
            painter.setPen(QPen(self._theme.color(role), width, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline(QPolygonF([QPointF(x(a), y(b)) for a, b in envelope(points, columns)]))
            if len(points) == 1:
                painter.drawEllipse(QPointF(x(points[0][0]), y(points[0][1])), 1, 1)

    def _paint_rewards(
        self, painter: QPainter, x: Callable[[float], float], y: Callable[[float], float],
        share: Callable[[float], float],
    ) -> None:  # fmt: skip
        for (_name, style), values, place in zip(
            OF_PAIRS, (self._margins, self._preferred), (y, share), strict=True
        ):
            painter.setPen(QPen(self._theme.color("ignored"), 1.5, style))
            places = [QPointF(x(one.step), place(at)) for one, at in zip(self._steps, values, strict=False)]
            painter.drawPolyline(QPolygonF(places))

    def _paint_looks(
        self, painter: QPainter, x: Callable[[float], float], y: Callable[[float], float],
        share: Callable[[float], float],
    ) -> None:  # fmt: skip
        curves = [
            ("differs", [(one.step, y(one.loss)) for one in self._looks]),
            ("ok", [(one.step, share(one.iou)) for one in self._looks if one.iou is not None]),
            ("text", [(one.step, share(one.anls)) for one in self._looks if one.anls is not None]),
        ]
        for role, points in curves:
            color = self._theme.color(role)
            places = [QPointF(x(step), at) for step, at in points]
            painter.setPen(QPen(color, 1.5))
            painter.drawPolyline(QPolygonF(places))
            painter.setPen(QPen(self._theme.color("surface"), 1.5))
            painter.setBrush(color)
            for place in places:
                painter.drawEllipse(place, DOT, DOT)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_legend(self, painter: QPainter) -> None:
        for name, pen, room in self._legend():
            painter.setPen(pen)
            middle = room.center().y()
            painter.drawLine(QPointF(room.left(), middle), QPointF(room.left() + LINE - 6, middle))
            painter.setPen(self._theme.color("muted"))
            painter.drawText(
                room.adjusted(LINE, 0, 0, 0), SIDE.AlignVCenter | SIDE.AlignLeft, self._names[name]
            )

    def _paint_pointer(
        self, painter: QPainter, plot: QRectF, x: Callable[[float], float], y: Callable[[float], float]
    ) -> None:
        """A line at the step that is pointed at, and a card with its values."""
        assert self._at is not None
        color = self._theme.color
        step = self._steps[self._at]
        across = x(step.step)
        painter.setPen(QPen(color("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(across, plot.top()), QPointF(across, plot.bottom()))
        painter.setPen(QPen(color("surface"), 1.5))
        painter.setBrush(color("accent"))
        painter.drawEllipse(QPointF(across, y(self._smoothed[self._at])), DOT + 1, DOT + 1)
        told = self.told(self._at)
        metrics = QFontMetricsF(painter.font())
        names = max(metrics.horizontalAdvance(name) for name, _value in told)
        values = max(metrics.horizontalAdvance(value) for _name, value in told)
        row = metrics.height() + 3
        card = QRectF(across + 12, plot.top() + 4, names + values + 36, row * len(told) + 12)
        if card.right() > plot.right():
            card.moveRight(across - 12)
        card.moveLeft(max(card.left(), 2.0))
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(card, 8, 8)
        for place, (name, value) in enumerate(told):
            line = QRectF(card.left() + 10, card.top() + 6 + row * place, card.width() - 20, row)
            painter.setPen(color("muted"))
            painter.drawText(line, SIDE.AlignVCenter | SIDE.AlignLeft, name)
            painter.setPen(color("text"))
            painter.drawText(line, SIDE.AlignVCenter | SIDE.AlignRight, value)
        painter.setBrush(Qt.BrushStyle.NoBrush)
