"""A crop of the contact sheet that is opened: larger, with more around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from eyebox.amounts import score_text
from eyebox.crop_images import CropOf
from eyebox.review.sheet_crop import SheetItem, paint_crop
from eyebox.review.sheet_grid import ITEM_ROLE, SheetView
from eyebox.theme.theme import Theme

OPENED_SIZE, OPENED_CONTEXT = 1024, 1.0


class OpenedCrop(QWidget):
    """The current crop of a sheet, larger and with more around it, over the others. The keys stay with the sheet."""

    def __init__(self, theme: Theme, view: SheetView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.hide()
        view.viewport().installEventFilter(self)
        theme.changed.connect(self.update)

    @property
    def _item(self) -> SheetItem | None:
        item: SheetItem | None = self._view.currentIndex().data(ITEM_ROLE)
        return item

    @property
    def crop(self) -> CropOf | None:
        """What is opened."""
        item = self._item if self.isVisible() else None
        return CropOf(item.picture, item.rect, OPENED_SIZE, OPENED_CONTEXT) if item else None

    def open_crop(self) -> None:
        self.setGeometry(self._view.viewport().geometry())
        self.show()
        self.raise_()

    def close_crop(self) -> None:
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        item, crop = self._item, self.crop
        if item is None or crop is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("canvas"))
        room = QRectF(self.rect()).adjusted(24, 20, -24, -56)
        image = self._view.image_of(crop) or self._view.image_of(self._view.crop_of(item))
        place = paint_crop(painter, self._theme, room, item, image, self._view.problem_of(crop))
        verdict = self._view.sheet.verdict_of(item)
        words = [
            " ".join(item.label.split()),
            score_text(item.score),
            item.name,
            self._view.sheet.verdict_name(verdict) if item.verdict or verdict != "accepted" else "",
        ]
        painter.setPen(self._theme.color("danger" if verdict == "rejected" else "text"))
        below = QRectF(24, place.bottom() + 10, self.width() - 48, 28)
        text = painter.fontMetrics().elidedText(
            " · ".join(filter(None, words)), Qt.TextElideMode.ElideMiddle, int(below.width())
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click closes it; nothing is marked."""
        self.close_crop()
        event.accept()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._view.viewport().geometry())
        return False
