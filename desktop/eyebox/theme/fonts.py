"""Three sizes of the system's font, with fallbacks that put Chinese or Japanese and Latin on one baseline."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

FontRole = Literal["small", "body", "title"]

_SCALE: dict[FontRole, float] = {"small": 0.875, "body": 1.0, "title": 1.25}
_CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "WenQuanYi Micro Hei",
)
_JAPANESE = (
    "Noto Sans CJK JP",
    "Source Han Sans JP",
    "Hiragino Sans",
    "Yu Gothic UI",
    "Meiryo UI",
    "IPAexGothic",
)


@cache
def base_font(*, japanese: bool = False) -> QFont:
    """The system's font followed by families for Simplified Chinese, so that no Japanese shapes slip in, or the other way round.

    A name that only stands for a family ("Sans Serif") is replaced by that family: Qt would pass over it, and quotation
    marks would come from a font in which they are as wide as a Chinese character. Looked up once; nobody changes it.
    """
    font = QFont(_system_font())
    shapes = (*_JAPANESE, *_CHINESE) if japanese else _CHINESE
    font.setFamilies(list(dict.fromkeys((QFontInfo(font).family(), *font.families(), *shapes))))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _system_font() -> QFont:
    """The system's font, as it was first."""
    return QGuiApplication.font()


def sized(font: QFont, role: FontRole, factor: float = 1.0) -> QFont:
    """A copy of `font` in the size of `role`, so many times as large; titles are semibold."""
    copy = QFont(font)
    factor *= _SCALE[role]
    if font.pointSizeF() > 0:
        copy.setPointSizeF(font.pointSizeF() * factor)
    else:
        copy.setPixelSize(round(font.pixelSize() * factor))
    if role == "title":
        copy.setWeight(QFont.Weight.DemiBold)
    return copy
