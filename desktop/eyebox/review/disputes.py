"""The bar of disputes, below the picture: who said what of a box, and whose word counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from eyebox.amounts import decimal
from eyebox.review.bar import VerdictButton
from eyebox.review.words import verdict_name
from eyebox.session.agreement import Dispute
from eyebox.session.review_summary import DRAWN, Judged
from eyebox.theme.controls import ElidedLabel, Mark, button, column, hairline, label, line, step_button
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme

CHOICES = ("dispute_mine", "dispute_theirs", "dispute_neither", "dispute_edit")
STEPS = ("dispute_previous", "dispute_next")
WIDE = 520
"""Below this width, in points, who said what stands below each other."""


class DisputeBar(Retranslated, QWidget):
    """Two lines, one of what is disputed and one of what can be done.

    Signals: end_wanted: leave the disputes.
    """

    end_wanted = Signal()

    def __init__(self, theme: Theme, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """`actions` by name, those in CHOICES and STEPS among them."""
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dispute: Dispute | None = None
        self._at = (0, 0, 0)
        self._is_settled = False
        self._reviewer = ""
        self.what = ElidedLabel("")
        self._mark = Mark(theme, "check", "ok")
        self._position = label("muted", parent=self)
        self.mine, self.theirs = _Side(theme, Qt.PenStyle.SolidLine), _Side(theme, Qt.PenStyle.DashLine)
        self._end = button("quiet", self)
        self._end.clicked.connect(self.end_wanted)
        self.buttons = {name: VerdictButton(theme, actions[name], self) for name in CHOICES}
        steps = [step_button(actions[name], self) for name in STEPS]
        self._sides = line((self.mine, 1), (self.theirs, 1), spacing=16, margins=(16, 2, 16, 4))
        column(
            hairline(),
            line(
                self._mark,
                (self.what, 1),
                self._position,
                *steps,
                self._end,
                spacing=8,
                margins=(16, 4, 8, 0),
            ),
            self._sides,
            line(*self.buttons.values(), None, spacing=4, margins=(12, 0, 16, 8)),
            inside=self,
            spacing=2,
        )
        self._retranslate()

    def show_dispute(
        self, dispute: Dispute | None, is_settled: bool, place: int, total: int, unsettled: int, reviewer: str
    ) -> None:
        """Shows a dispute, the `place`-th (from 0) of `total`, of which so many are not settled."""
        self._dispute, self._is_settled, self._reviewer = dispute, is_settled, reviewer
        self._at = place, total, unsettled
        self._show()

    def _show(self) -> None:
        dispute, (place, total, unsettled) = self._dispute, self._at
        self._mark.setVisible(self._is_settled)
        position = self.tr("%1 of %2").replace("%1", str(place + 1)).replace("%2", str(total))
        left = " · " + self.tr("%n not settled", "", unsettled) if self.width() >= grown(WIDE) else ""
        self._position.setText(position + left if dispute else "")
        if dispute is None:
            self.what.set_whole(self.tr("There is nothing to settle."))
            return
        them = self._reviewer or self.tr("they")
        said = {
            "label": self.tr("Another label"),
            "place": self.tr("Another place: IoU %1").replace("%1", decimal(dispute.iou, 2)),
            "mine": self.tr("Only you have this box"),
            "theirs": self.tr("Only %1 has this box").replace("%1", them),
        }[dispute.kind]
        self.what.set_whole(self.tr("Settled: %1").replace("%1", said) if self._is_settled else said)
        self.mine.show_said(self.tr("You"), dispute.mine, self._words(dispute.mine))
        self.theirs.show_said(them, dispute.theirs, self._words(dispute.theirs))
        self.setAccessibleDescription(
            f"{said}. {self.mine.accessibleName()}. {self.theirs.accessibleName()}."
        )

    def _words(self, said: Judged | None) -> str:
        if said is None:
            return self.tr("no box here")
        if said.verdict == DRAWN:
            return self.tr("drawn")
        return verdict_name(said.verdict)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = sum(one.wide for one in self.buttons.values()) + 60
        for one in self.buttons.values():
            one.show_words(self.width() >= words)
        is_wide = self.width() >= grown(WIDE)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._sides.setSpacing(16 if is_wide else 2)
        self._show()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Disputes"))
        self._end.setText(self.tr("End"))
        self._end.setToolTip(self.tr("Leave the disputes; what was settled stays"))
        for name, text in zip(
            CHOICES,
            (self.tr("Mine"), self.tr("Theirs"), self.tr("Neither"), self.tr("Change it")),
            strict=True,
        ):
            self.buttons[name].set_name(text)
        self._show()


class _Side(QWidget):
    """Who, how their box is drawn, what they call it and what they did with it."""

    def __init__(self, theme: Theme, style: Qt.PenStyle) -> None:
        super().__init__()
        self._sample = _Sample(theme, style)
        self._who = label("muted")
        self._label = ElidedLabel("")
        column(line(self._sample, self._who, (self._label, 1), spacing=8), inside=self)

    def show_said(self, who: str, said: Judged | None, words: str) -> None:
        box = (said.now or said.proposed) if said else None
        self._who.setText(who if len(who) <= 24 else who[:23] + "…")
        self._label.set_whole(f"{box.label} · {words}" if box else words)
        self._sample.show_label(said.now.label if said and said.now else None)
        self.setAccessibleName(f"{who}: {self._label.whole}")


class _Sample(QWidget):
    """A piece of the line that a box is drawn with."""

    def __init__(self, theme: Theme, style: Qt.PenStyle) -> None:
        super().__init__()
        self._theme = theme
        self._style = style
        self._label: str | None = None
        self.setFixedSize(24, 12)

    def show_label(self, label: str | None) -> None:
        self._label = label
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._label is not None:
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.label_color(self._label), 3, self._style))
            painter.drawLine(QPointF(1, 6), QPointF(23, 6))
