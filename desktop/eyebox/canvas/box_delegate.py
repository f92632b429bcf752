"""How a row of the box list looks, and typing a label in it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eyebox.annotations.box_model import BOX_ROLE, ID_ROLE
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

ROW = 48
MARGIN = 10
DOT = 10
RADIUS = 6

Index = QModelIndex | QPersistentModelIndex


class BoxDelegate(QStyledItemDelegate):
    """Paints a dot in the label's colour, the label, where the box is, and who drew it.

    Signals: renamed: a label was typed for the box with this id.
    """

    renamed = Signal(str, str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lit = ""

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
        left = row.left() + MARGIN + DOT + MARGIN
        return QRect(left, row.top() + 4, row.right() - MARGIN - left, ROW // 2 - 4)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: Box | None = index.data(BOX_ROLE)
        if box is None:
            return
        theme, row = self._theme, QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver) or box.id == self.lit
        if selected or over:
            painter.setBrush(theme.color("selection" if selected else "hover"))
            painter.drawRoundedRect(QRectF(row).adjusted(2, 1, -2, -1), RADIUS, RADIUS)
        painter.setBrush(theme.label_color(box.label))
        label = self._label_rect(row)
        painter.drawEllipse(QRectF(row.left() + MARGIN, label.center().y() - DOT / 2 + 1, DOT, DOT))
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
        painter.setPen(theme.color("text" if box.label else "muted"))
        label.setRight(label.right() - room)
        text = " ".join(box.label.split()) or self.tr("no label")
        painter.drawText(
            label, left, QFontMetrics(body).elidedText(text, Qt.TextElideMode.ElideRight, label.width())
        )
        if state & QStyle.StateFlag.State_HasFocus and not selected:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(2.5, 1.5, -2.5, -1.5), RADIUS, RADIUS)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Label of the box"))
        editor.setMaxLength(200)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        row = QRect(option.rect)
        left = row.left() + MARGIN + DOT + 2
        height = editor.sizeHint().height()
        editor.setGeometry(left, row.top() + (ROW - height) // 2, row.right() - left - 4, height)

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
