"""The one style sheet of the application: `themes/window.qss` with colours, sizes and pictures filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from PySide6.QtGui import QColor, QFont

from eyebox.theme.fonts import FontRole
from eyebox_resources import path

_PICTURES = ("chevron", "chevron_up", "chevron_right", "check", "check_text", "dash")


def build_style_sheet(colors: Mapping[str, QColor], font: Callable[[FontRole], QFont], dark: bool) -> str:
    """The style sheet for a colour table. Raises KeyError when the sheet names what the table lacks."""
    values = {role: _css(color) for role, color in colors.items()}
    values |= {"small": _size(font("small")), "title": _size(font("title"))}
    for name in _PICTURES:
        values[name] = path("icons", "style", f"{name}-{'dark' if dark else 'light'}.svg").as_posix()
    source = re.sub(r"/\*.*?\*/", "", path("themes", "window.qss").read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"@(\w+)", lambda match: values[match[1]], source)


def _css(color: QColor) -> str:
    return (
        color.name()
        if color.alpha() == 255
        else f"rgba({color.red()},{color.green()},{color.blue()},{color.alpha()})"
    )


def _size(font: QFont) -> str:
    return f"{font.pointSizeF():g}pt" if font.pointSizeF() > 0 else f"{font.pixelSize()}px"
