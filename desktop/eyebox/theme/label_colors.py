"""Colours of box labels: nine that people with any kind of colour vision tell apart (after Okabe and Ito)."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtGui import QColor

PALETTE = (
    "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#f0e442", "#cc79a7", "#882255", "#5d3a9b",
)  # fmt: skip


def label_color(label: str) -> QColor:
    """The colour of a label, whatever its case; it depends on nothing but the label."""
    return QColor(PALETTE[crc32(label.strip().casefold().encode()) % len(PALETTE)])


def on_label_color(label: str) -> QColor:
    """Black or white for text that stands on `label_color(label)`."""
    return QColor("#000000" if luminance(label_color(label)) > 0.179 else "#ffffff")


def luminance(color: QColor) -> float:
    """The relative luminance 0..1 by WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
