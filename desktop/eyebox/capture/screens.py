"""The screens as they were when a capture began, in native pixels.

Everything that is chosen lies in native pixels of the whole desktop: native origin of the screen + place in it x its ratio.
Qt's own virtual desktop has gaps and overlaps where screens are scaled differently.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QScreen

from eyebox_models.protocol.dataclass import dataclass

_EXACT = 1e-6
"""What floating point may take off a pixel that was divided by a ratio and multiplied again."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """One screen: its picture in native pixels, where it lies among them, and the rectangle that Qt gives it."""

    image: QImage
    native: QRect
    logical: QRect
    name: str = ""

    @property
    def ratio(self) -> float:
        """Native pixels to one of Qt's."""
        return self.native.width() / max(1, self.logical.width())

    def to_native(self, local: QPointF) -> QPoint:
        """The native pixel of a place in the screen's window, also of one beside it, as during a drag."""
        return self.native.topLeft() + QPoint(
            math.floor(local.x() * self.ratio + _EXACT), math.floor(local.y() * self.ratio + _EXACT)
        )

    def to_local(self, native: QRect) -> QRectF:
        """Where native pixels lie in the screen's window."""
        corner = QPointF(native.topLeft() - self.native.topLeft()) / self.ratio
        return QRectF(corner, QSizeF(native.size()) / self.ratio)


def freeze(screen: QScreen) -> Frozen | None:
    """All that a screen shows, as X11, Windows and macOS let Qt take it; None where they don't."""
    image = screen.grabWindow(0).toImage()
    if image.isNull():
        return None
    image.setDevicePixelRatio(1)
    # Qt leaves the origin of a screen as it is and scales its size alone
    return Frozen(image, QRect(screen.geometry().topLeft(), image.size()), screen.geometry(), screen.name())


def from_whole(image: QImage) -> list[Frozen]:
    """The screens of one picture of the whole desktop, as the portal gives it.

    At mixed scales the desktop may have resampled it: then the picture's scale counts, not that of each screen.
    """
    screens = QGuiApplication.screens()
    whole = QRect()
    for screen in screens:
        whole |= screen.geometry()
    scale = image.width() / max(1, whole.width())
    found = []
    for screen in screens:
        logical = screen.geometry()
        place = QRectF(
            QPointF(logical.topLeft() - whole.topLeft()) * scale, QSizeF(logical.size()) * scale
        ).toRect()
        found.append(Frozen(image.copy(place), place, logical, screen.name()))
    return found


def cut(screens: Sequence[Frozen], region: QRect) -> QImage:
    """A region of the desktop; where it lies between screens it is black."""
    image = QImage(region.size(), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for screen in screens:
        shared = screen.native & region
        if not shared.isEmpty():
            painter.drawImage(
                shared.topLeft() - region.topLeft(),
                screen.image,
                shared.translated(-screen.native.topLeft()),
            )
    painter.end()
    return image
