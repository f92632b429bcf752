"""The colour table as a palette and a style sheet, and the colours of labels.

Labels have nine colours that people with any kind of colour vision can tell apart (after Okabe and Ito).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from zlib import crc32

from PySide6.QtGui import QColor, QFont, QPalette

from eyebox.theme.fonts import FontRole
from eyebox.theme.grown import grown
from eyebox_resources import path

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "on_tooltip",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "shadow",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def build_palette(colors: Mapping[str, QColor]) -> QPalette:
    """A palette of the colours by role."""
    palette = QPalette()
    for palette_role, role in _ROLES.items():
        palette.setColor(palette_role, colors[role])
    for palette_role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, palette_role, colors["disabled"])
    return palette


_PICTURES = ("chevron", "chevron_up", "chevron_right", "check", "check_text", "dash")


def build_style_sheet(
    colors: Mapping[str, QColor], font: Callable[[FontRole], QFont], dark: bool, high_contrast: bool = False
) -> str:
    """The style sheet for a colour table. Raises KeyError when the sheet names what the table lacks."""
    values = {role: _css(color) for role, color in colors.items()}
    values |= {"dot": f"{grown(5)}px", "round": f"{grown(16) // 2 + 1}px"}
    values |= {"small": _size(font("small")), "title": _size(font("title"))}
    for name in _PICTURES:
        values[name] = path("icons", "style", f"{name}-{'dark' if dark else 'light'}.svg").as_posix()
    source = _read("window.qss") + (_read("contrast.qss", inset=4) if high_contrast else "")
    return re.sub(r"@(\w+)", lambda match: values[match[1]], source)


def _read(file: str, inset: int = 0) -> str:
    """A style sheet without its comments; what holds text or stands beside it grows with the text, lines and bars don't.

    `inset`: its heights and widths are so much less than those of window.qss, for thicker borders.
    """

    def grow(match: re.Match[str]) -> str:
        length = int(match[2]) + inset
        return f"{match[1]}{(grown(length) if length >= 8 else length) - inset}px"

    source = re.sub(r"/\*.*?\*/", "", path("themes", file).read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"((?:height|width): )(\d+)px", grow, source)


def _css(color: QColor) -> str:
    return (
        color.name()
        if color.alpha() == 255
        else f"rgba({color.red()},{color.green()},{color.blue()},{color.alpha()})"
    )


def _size(font: QFont) -> str:
    return f"{font.pointSizeF():g}pt" if font.pointSizeF() > 0 else f"{font.pixelSize()}px"


PALETTE = (
    "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#f0e442", "#cc79a7", "#882255", "#5d3a9b",
)  # fmt: skip


def label_key(label: str) -> str:
    """What is the same for labels that have the same colour."""
    return label.strip().casefold()


def label_color(label: str) -> QColor:
    """The colour of a label, whatever its case; it depends on nothing but the label."""
    return QColor(PALETTE[crc32(label_key(label).encode("utf-8", "surrogatepass")) % len(PALETTE)])


def on_color(color: QColor) -> QColor:
    """Black or white for text that stands on a colour."""
    return QColor("#000000" if luminance(color) > 0.179 else "#ffffff")


def far_apart(color: QColor) -> QColor:
    """A colour made lighter or darker until black or white on it has a contrast of at least 7:1."""
    lighter = on_color(color) == QColor("#000000")
    hue, saturation, lightness = color.hslHueF(), color.hslSaturationF(), color.lightnessF()
    while (luminance(color) < 0.3) if lighter else (luminance(color) > 0.1):
        lightness += 0.02 if lighter else -0.02
        color = QColor.fromHslF(max(hue, 0.0), saturation, min(max(lightness, 0.0), 1.0))
    return color


def luminance(color: QColor) -> float:
    """The relative luminance 0..1 by WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
