"""Small chips that stand for pictures, in a question or waiting in the composer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from eyebox.chat.controls import icon_button
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip

PictureNames = Callable[[str], tuple[str, str]]
"""Gives the name of a picture and the path of its thumbnail ("" while there is none)."""

_HEIGHT = 40
_THUMBNAIL = 32
_WIDEST = 176
"""A chip beside others takes so much at most, where not all of them fit beside each other as they are."""
_GAP = 8


def plain_names(picture: str) -> tuple[str, str]:
    """Names a picture by the last part of its path, without a thumbnail."""
    return picture.replace("\\", "/").rsplit("/", 1)[-1], ""


class PictureChip(QWidget):
    """The thumbnail and the name of one picture.

    Signals:
        removed: its picture, when the user took it away.
    """

    removed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        picture: str,
        names: PictureNames,
        *,
        removable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.picture = picture
        self._theme = theme
        self._name, thumbnail = names(picture)
        self._name = " ".join(self._name.split())
        # QPixmap(file) would take what Qt keeps of all files: 10 MB, and stale when it was written anew within a second.
        self._pixmap = QPixmap.fromImage(QImage(thumbnail)) if thumbnail else QPixmap()
        self._button = None
        self.setToolTip(as_tip(self._name))
        self.setAccessibleName(self.tr("Picture %1").replace("%1", self._name))
        self.setFont(theme.font("small"))
        if removable:
            title = self.tr("Remove %1").replace("%1", self._name)
            self._button = icon_button(theme, "close", title, size=12, parent=self)
            self._button.clicked.connect(self._on_remove)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self.picture)

    def sizeHint(self) -> QSize:
        text = ceil(QFontMetricsF(self.font()).horizontalAdvance(self._name)) + 1
        width = 4 + _THUMBNAIL + 8 + text + 8 + (24 if self._button else 0)
        return QSize(width, grown(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(self._theme.color("hairline"))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        frame = QRectF(4, 4, _THUMBNAIL, _THUMBNAIL)
        if self._pixmap.isNull():
            icon = frame.adjusted(8, 8, -8, -8).toRect()
            self._theme.icon("picture", "muted").paint(painter, icon)
        else:
            self._paint_thumbnail(painter, frame)
        left = 4 + _THUMBNAIL + 8
        width = self.width() - left - (28 if self._button else 8)
        name = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, width)
        painter.setPen(self._theme.color("text"))
        painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_thumbnail(self, painter: QPainter, frame: QRectF) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(frame, 4, 4)
        painter.save()
        painter.setClipPath(clip)
        side = min(self._pixmap.width(), self._pixmap.height())
        source = QRectF((self._pixmap.width() - side) / 2, (self._pixmap.height() - side) / 2, side, side)
        painter.drawPixmap(frame, self._pixmap, source)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._button:
            self._button.move(self.width() - 28, (self.height() - 24) // 2)
        super().resizeEvent(event)


class ChipRow(QWidget):
    """Picture chips side by side, in as many rows as they need.

    Signals:
        removed: the picture whose chip the user took away.
    """

    removed = Signal(str)

    def __init__(self, theme: Theme, *, removable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._removable = removable
        self._chips: list[PictureChip] = []
        self._faces: list[tuple[str, str, str]] = []

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(chip.picture for chip in self._chips)

    def set_pictures(self, pictures: Sequence[str], names: PictureNames) -> None:
        """Shows these pictures instead of others; nothing happens when they look the same."""
        faces = [(picture, *names(picture)) for picture in pictures]
        if faces == self._faces:
            return
        self._faces = faces
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for picture in pictures:
            chip = PictureChip(self._theme, picture, names, removable=self._removable, parent=self)
            chip.removed.connect(self.removed)
            chip.show()
            self._chips.append(chip)
        self.place(self.width())

    def place(self, width: int) -> int:
        """Arranges the chips within a width; returns the height in pixels."""
        x = y = 0
        most = width if self.ideal_width() <= width or len(self._chips) == 1 else min(_WIDEST, width)
        for chip in self._chips:
            wide = min(chip.sizeHint().width(), most)
            if x and x + wide > width:
                x, y = 0, y + grown(_HEIGHT) + _GAP
            chip.setGeometry(x, y, wide, grown(_HEIGHT))
            x += wide + _GAP
        return y + grown(_HEIGHT) if self._chips else 0

    def ideal_width(self) -> int:
        """The width in pixels of all chips in one row."""
        return sum(chip.sizeHint().width() + _GAP for chip in self._chips) - _GAP if self._chips else 0
