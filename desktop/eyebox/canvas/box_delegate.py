"""How a row of the box list looks, and typing a label in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eyebox.annotations.box_model import BOX_ROLE, ID_ROLE
from eyebox.annotations.hidden import HiddenBoxes
from eyebox.canvas.box_rows import GROUP_ROLE, Group
from eyebox.canvas.label_completion import LabelCompleter
from eyebox.theme.grown import grown
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

ROW = 48
GROUP_ROW = 32
INDENT = 16
MARK = 16
"""Side of an eye or a lock; as much again lies around it, for the mouse."""
MARGIN = 10
DOT = 10
RADIUS = 6

Index = QModelIndex | QPersistentModelIndex


class BoxDelegate(QStyledItemDelegate):
    """Paints a dot in the label's colour, the label, where the box is, and who drew it; headings of labels.

    An eye and a lock stand at the end of a row: under the mouse, and where the box is hidden or locked.

    Signals: renamed: a label was typed for the box with this id.
    """

    renamed = Signal(str, str)

    def __init__(
        self, theme: Theme, hidden: HiddenBoxes, is_heading: Callable[[int], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hidden = hidden
        self._is_heading = is_heading
        self.lit = ""
        self.offered: Callable[[], Iterable[str]] = tuple
        """Gives the labels that are offered where one is typed."""
        self.indent = 0
        """How far boxes stand further right than headings, in pixels."""

    def origin(self, box: Box) -> str:
        """Where a box comes from, and how sure who made it was."""
        words = {
            "user": self.tr("by hand"),
            "model": self.tr("by a model"),
            "text": self.tr("from the text"),
            "import": self.tr("imported"),
        }
        sure = "" if box.score is None else f" · {box.score:.0%}".replace("%", " %")
        return words[box.source] + sure

    def _label_rect(self, row: QRect) -> QRect:
        left = row.left() + self.indent + MARGIN + DOT + MARGIN
        return QRect(left, row.top() + 4, row.right() - MARGIN - left, grown(ROW) // 2 - 4)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, grown(GROUP_ROW if self._is_heading(index.row()) else ROW))

    def _mark(self, row: QRect, place: int) -> QRect:
        """Where the eye (0) or the lock (1) of a row is."""
        right = row.right() - MARGIN - place * (MARK + 12)
        middle = row.bottom() - grown(ROW) // 4 if row.height() >= grown(ROW) else row.center().y() + 1
        return QRect(right - MARK + 1, middle - MARK // 2, MARK, MARK)

    def part_at(self, row: QRect, at: QPoint, index: Index) -> Literal["", "eye", "lock"]:
        """What of a row's marks is at a point of the list, "" for none."""
        if self._mark(row, 0).adjusted(-6, -6, 6, 6).contains(at):
            return "eye"
        is_box = index.data(BOX_ROLE) is not None
        return "lock" if is_box and self._mark(row, 1).adjusted(-6, -6, 6, 6).contains(at) else ""

    def _paint_group(self, painter: QPainter, row: QRect, state: QStyle.StateFlag, group: Group) -> None:
        theme = self._theme
        is_hidden = self._hidden.has_label(group.label)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if over or state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(row).adjusted(2, 1, -2, -1), RADIUS, RADIUS)
        chevron = QRect(row.left() + 6, row.center().y() - 6, 14, 14)
        theme.icon("chevron-down" if group.is_open else "chevron-right", "muted").paint(painter, chevron)
        painter.setBrush(theme.label_color(group.label))
        painter.drawEllipse(QRectF(row.left() + 26, row.center().y() - DOT / 2 + 1, DOT, DOT))
        right = self._mark(row, 0).left() - MARGIN
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        count = str(group.count)
        painter.drawText(
            QRect(row.left(), row.top(), right - row.left(), row.height()),
            middle | Qt.AlignmentFlag.AlignRight,
            count,
        )
        right -= QFontMetrics(theme.font("small")).horizontalAdvance(count) + MARGIN
        body = theme.font("body")
        painter.setFont(body)
        painter.setPen(theme.color("muted" if is_hidden or not group.label else "text"))
        left = row.left() + 26 + DOT + MARGIN
        text = " ".join(group.label.split()) or self.tr("no label")
        elided = QFontMetrics(body).elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, row.top(), right - left, row.height()), middle, elided)
        if is_hidden or over:
            theme.icon("eye-off" if is_hidden else "eye", "muted").paint(painter, self._mark(row, 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: Box | None = index.data(BOX_ROLE)
        group: Group | None = index.data(GROUP_ROLE)
        row = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if group is not None:
            self._paint_group(painter, row, state, group)
        elif box is not None:
            self._paint_box(painter, row, state, box)
        painter.restore()

    def _paint_box(self, painter: QPainter, row: QRect, state: QStyle.StateFlag, box: Box) -> None:
        theme, is_hidden = self._theme, box in self._hidden
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver) or box.id == self.lit
        if selected or over:
            painter.setBrush(theme.color("selection" if selected else "hover"))
            painter.drawRoundedRect(QRectF(row).adjusted(2, 1, -2, -1), RADIUS, RADIUS)
        painter.setBrush(theme.label_color(box.label))
        label = self._label_rect(row)
        painter.drawEllipse(
            QRectF(row.left() + self.indent + MARGIN, label.center().y() - DOT / 2 + 1, DOT, DOT)
        )
        small, body = theme.font("small"), theme.font("body")
        origin = self.origin(box)
        room = QFontMetrics(small).horizontalAdvance(origin) + MARGIN
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, right, origin)
        place = label.translated(0, label.height() - 2)
        painter.drawText(place, left, place_of(box))
        painter.setFont(body)
        painter.setPen(theme.color("text" if box.label and not is_hidden else "muted"))
        label.setRight(label.right() - room)
        text = " ".join(box.label.split()) or self.tr("no label")
        painter.drawText(
            label, left, QFontMetrics(body).elidedText(text, Qt.TextElideMode.ElideRight, label.width())
        )
        if state & QStyle.StateFlag.State_HasFocus and not selected:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(2.5, 1.5, -2.5, -1.5), RADIUS, RADIUS)
        if is_hidden or over:
            theme.icon("eye-off" if is_hidden else "eye", "muted").paint(painter, self._mark(row, 0))
        if box.locked or over:
            theme.icon("lock" if box.locked else "unlock", "muted").paint(painter, self._mark(row, 1))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Label of the box"))
        editor.setMaxLength(200)
        LabelCompleter(self._theme, editor).set_labels(list(self.offered()))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        row = QRect(option.rect)
        left = row.left() + self.indent + MARGIN + DOT + 2
        height = editor.sizeHint().height()
        editor.setGeometry(left, row.top() + (grown(ROW) - height) // 2, row.right() - left - 4, height)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self.renamed.emit(index.data(ID_ROLE), editor.text().strip())


def place_of(box: Box) -> str:
    """Left, top, width and height in whole pixels."""
    return f"{box.x1:.0f}, {box.y1:.0f} · {box.width:.0f} × {box.height:.0f}"
