"""Icons from SVG files, drawn in a colour of the theme, crisp at every size and device pixel ratio."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from eyebox_resources import path

_kept: dict[tuple[str, int, int, int, float], QPixmap] = {}
_KEPT_AT_MOST = 512


def palette_icon(colors: Mapping[str, QColor], name: str, role: str) -> QIcon:
    """An icon that looks its colour up at each paint. Raises FileNotFoundError when there is none of this name.

    WORKAROUND https://code.qt.io/cgit/pyside/pyside-setup.git/tree/sources/shiboken6/libshiboken/basewrapper.cpp
    (SbkObject_tp_clear): a QIcon built from an engine becomes its parent, and where both are garbage Python may clear
    the engine first, which is then deleted under the icon. A copy is no parent: the engine lives with the last copy.
    """
    return QIcon(QIcon(PaletteIconEngine(colors, name, role)))


def swatch(color: QColor, ratio: float, size: int = 14) -> QIcon:
    """A small square of a colour, the same where its row is selected; `ratio`: device pixels a point."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(0, 0, size, size), 3, 3)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint it
    return icon


class PaletteIconEngine(QIconEngine):
    """Draws one icon; `colors` must lead to no icon, or neither is ever freed."""

    def __init__(self, colors: Mapping[str, QColor], name: str, role: str) -> None:
        super().__init__()
        self._colors = colors
        self._name = name
        self._role = role
        if name not in _names():
            raise FileNotFoundError(name)

    def clone(self) -> QIconEngine:
        return PaletteIconEngine(self._colors, self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        color = self._colors["disabled" if mode == QIcon.Mode.Disabled else self._role]
        size = size * scale
        key = (self._name, color.rgba(), size.width(), size.height(), scale)
        pixmap = _kept.get(key)
        if pixmap is None:
            if len(_kept) >= _KEPT_AT_MOST:
                _kept.clear()
            pixmap = _kept[key] = render(self._name, color, size)
            pixmap.setDevicePixelRatio(scale)
        return pixmap


@cache
def _names() -> frozenset[str]:
    return frozenset(file.stem for file in path("icons").glob("*.svg"))


@cache
def icon_source(name: str) -> str:
    """The SVG text of an icon. Raises FileNotFoundError when there is none of this name."""
    return path("icons", f"{name}.svg").read_text("utf-8")


def render(name: str, color: QColor, size: QSize) -> QPixmap:
    """An icon as a picture of `size` device pixels."""
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    source = icon_source(name).replace("currentColor", color.name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    side = min(size.width(), size.height())
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side))
    painter.end()
    return pixmap
