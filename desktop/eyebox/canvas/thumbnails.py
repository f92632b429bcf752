"""Thumbnails as pixmaps: loaded a few at a time between paints, and the latest kept."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QPixmap

KEPT = 256
BUDGET_MS = 6
"""Time for loading before the window gets its turn again."""
RADIUS = 6
ENLARGED_AT_MOST = 2.0

_Key = tuple[str, int, int]


class Thumbnails(QObject):
    """Gives pixmaps for thumbnail files once they are loaded; `loaded`: there are more."""

    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[_Key, float] = OrderedDict()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._load_some)

    def get(self, file: str, size: QSize, ratio: float) -> QPixmap | None:
        """The picture's part that fills `size` (device-independent pixels), its corners round.

        None while it is being loaded; a null pixmap when the file cannot be read.
        """
        key = (file, round(size.width() * ratio), round(size.height() * ratio))
        pixmap = self._kept.get(key)
        if pixmap is None:
            self._wanted[key] = ratio
            self._wanted.move_to_end(key)
            self._next.start()
            return None
        self._kept.move_to_end(key)
        return pixmap

    def forget(self, file: str) -> None:
        """Loads a file anew the next time, since it was written again."""
        for key in [key for key in self._kept if key[0] == file]:
            del self._kept[key]

    @Slot()
    def _load_some(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._wanted and clock.elapsed() < BUDGET_MS:
            (file, width, height), ratio = self._wanted.popitem()
            pixmap = _rounded(_filling(QImageReader(file).read(), width, height), ratio)
            self._kept[file, width, height] = pixmap
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if self._wanted:
            self._next.start()
        self.loaded.emit()


def _filling(image: QImage, width: int, height: int) -> QImage:
    """The image made as large as `width` x `height`, the rest cut off: at the sides, or at the bottom."""
    if image.isNull():
        return image
    grow = min(max(width / image.width(), height / image.height()), ENLARGED_AT_MOST)
    size = QSize(max(round(image.width() * grow), 1), max(round(image.height() * grow), 1))
    ratio, mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(size, ratio, mode)
    return scaled.copy(
        max(scaled.width() - width, 0) // 2, 0, min(scaled.width(), width), min(scaled.height(), height)
    )


def _rounded(image: QImage, ratio: float) -> QPixmap:
    if image.isNull():
        return QPixmap()
    pixmap = QPixmap(image.size())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(QRectF(pixmap.rect()), RADIUS * ratio, RADIUS * ratio)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
