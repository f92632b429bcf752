"""How a row of the picker looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from eyebox.amounts import size
from eyebox.picker import words
from eyebox.picker.model_list import ROW_ROLE, Index, ModelList, Row
from eyebox.theme import Theme
from eyebox.theme.grown import grown

HEADING = 36
MARGIN = 12
GUTTER = 28
DOT = 8
RADIUS = 8
GAP = 12

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE, _END = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight


class RowDelegate(QStyledItemDelegate):
    """Paints title and size, facts and verdict, and what is known of the boxes or of the download."""

    def __init__(self, theme: Theme, model: ModelList, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._small = theme.font("small")
        self._body = theme.font("body")
        self._strong = QFont(self._body)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._title_high = _up_to_grid(QFontMetrics(self._strong).height())
        self._line_high = _up_to_grid(QFontMetrics(self._small).height())

    @property
    def row_height(self) -> int:
        return 8 + self._title_high + 2 * self._line_high + 8

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row | None = index.data(ROW_ROLE)
        return QSize(240, grown(HEADING) if row is None or row.kind == "heading" else self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(ROW_ROLE)
        if row is None:
            return
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == "heading":
            painter.setFont(self._small)
            painter.setPen(self._theme.color("muted"))
            painter.drawText(rect.adjusted(MARGIN, 8, -MARGIN, 0), _LEFT, row.title)
        else:
            self._paint_ground(painter, option.state, rect)
            self._paint_mark(painter, rect, row)
            self._paint_words(painter, rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, state: QStyle.StateFlag, rect: QRect) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground = QRectF(rect).adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.color("selection" if selected else "hover"))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.focus_pen())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _paint_mark(self, painter: QPainter, rect: QRect, row: Row) -> None:
        middle = rect.top() + 8 + self._title_high // 2
        icon = {"reader": "read", "offer": "download", "server": "link"}.get(row.kind, "")
        if row.kind == "model" and not row.usable:
            icon = "warning"
        if icon:
            role = "danger" if icon == "warning" or row.failed else "muted"
            self._theme.icon(icon, role).paint(painter, QRect(rect.left() + MARGIN - 4, middle - 8, 16, 16))
            return
        dot = QRectF(rect.left() + MARGIN, middle - DOT / 2, DOT, DOT)
        if row.estimate is None:
            painter.setPen(QPen(self._theme.color("muted"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(words.VERDICT_ROLES[row.estimate.verdict]))
            painter.drawEllipse(dot)

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        left, width = rect.left() + MARGIN + GUTTER - 8, rect.width() - 2 * MARGIN - GUTTER + 8
        title = QRect(left, rect.top() + 8, width, self._title_high)
        facts = QRect(left, title.bottom() + 1, width, self._line_high)
        below = QRect(left, facts.bottom() + 1, width, self._line_high)
        said, last = self._model.lines(row)
        self._pair(painter, title, row.title, self._sized(row), self._strong, "text", _MIDDLE)
        verdict, role = self._verdict(row)
        self._pair(painter, facts, said, verdict, self._small, "muted", _END, role)
        if row.transfer is not None:
            self._paint_bar(painter, below, row)
        wrong = bool(row.failed) or (row.kind == "model" and not row.usable)
        mark = " · ".join(self._model.marks(row))
        self._pair(painter, below, last, mark, self._small, "danger" if wrong else "muted", _END, "accent")

    def _paint_bar(self, painter: QPainter, line: QRect, row: Row) -> None:
        """A thin bar under the lines, for a download on its way."""
        share = words.transfer_share(row.transfer) if row.transfer is not None else None
        bar = QRectF(line.left(), line.bottom() + 3, line.width(), 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("border"))
        painter.drawRoundedRect(bar, 1, 1)
        painter.setBrush(self._theme.color("accent"))
        bar.setWidth(bar.width() * (share or 0.0))
        painter.drawRoundedRect(bar, 1, 1)

    def _pair(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        beside: str,
        font: QFont,
        role: str,
        elide: Qt.TextElideMode,
        role_beside: str = "muted",
    ) -> None:
        """A text at the left and a short one at the right, which keeps its room."""
        room = 0
        painter.setFont(self._small)
        if beside:
            room = QFontMetrics(self._small).horizontalAdvance(beside) + GAP
            painter.setPen(self._theme.color(role_beside))
            painter.drawText(rect, _RIGHT, beside)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        painter.drawText(rect, _LEFT, QFontMetrics(font).elidedText(text, elide, rect.width() - room))

    def _sized(self, row: Row) -> str:
        if row.card is not None and row.card.bytes_on_disk:
            return size(row.card.bytes_on_disk)
        if row.offer is not None and row.offer.bytes:
            return size(row.offer.bytes[0][1])
        return ""

    def _verdict(self, row: Row) -> tuple[str, str]:
        """The word at the right of the facts, and the role of its colour."""
        known = row.estimate if row.usable or row.kind == "offer" else None
        if known is not None:
            return words.verdict(known.verdict), words.VERDICT_ROLES[known.verdict]
        return "", "muted"


def _up_to_grid(height: int) -> int:
    return -(-height // 4) * 4
