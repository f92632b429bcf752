"""How large a picture, or a part of it, is shown in a view. No widgets: parts in picture pixels, views in screen pixels."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize

PADDING = 16
"""Room around a fitted picture, in screen pixels."""
OVERPAN = 0.3
"""How far beyond its edge a large picture can be panned, as a share of the view."""
CONTEXT = 1.5
"""How much of what is around a box is shown with it, on each side, in its own sizes."""
CONTEXT_PIXELS = 48
"""At least so many pixels of the picture are shown around it."""
CLOSEST = 4.0
"""A small box is enlarged up to so many screen pixels a picture pixel."""
LARGE, TINY = 0.6, 0.12
"""Where a box takes a share of the view between these, the zoom stays as it is."""
LONG = 2.5
"""A picture that is so many times higher than wide is a long one."""

Fit = Literal["window", "width", ""]
"""What is kept in view when the view's size changes."""


def fitting(picture: QRectF, view: QSize, to: Fit) -> float:
    """Screen pixels a picture pixel at which all of a picture, or its width, is seen. It isn't empty."""
    across = max(view.width() - 2 * PADDING, 1) / picture.width()
    down = max(view.height() - 2 * PADDING, 1) / picture.height()
    return across if to == "width" else min(across, down)


def with_context(part: QRectF, view: QSize) -> float:
    """Screen pixels a picture pixel at which a part is seen with what is around it."""
    across = part.width() + 2 * max(CONTEXT * part.width(), CONTEXT_PIXELS)
    down = part.height() + 2 * max(CONTEXT * part.height(), CONTEXT_PIXELS)
    return min(view.width() / across, view.height() / down, CLOSEST)


def is_long(picture: QRectF) -> bool:
    """Whether a picture is read from its top down rather than seen at once."""
    return picture.height() > LONG * picture.width()


def is_seen_well(part: QRectF, seen: QRectF) -> bool:
    """Whether a part takes about as much of what is in sight as one can work at."""
    return TINY <= max(part.width() / seen.width(), part.height() / seen.height()) <= LARGE


def has_room(part: QRectF, seen: QRectF) -> bool:
    """Whether a part is in sight with some room around it."""
    room = 0.25 * max(part.width(), part.height())
    return seen.contains(part.adjusted(-room, -room, room, room))


def reach(picture: QRectF, view: QSize, scale: float) -> QRectF:
    """How far a picture can be panned at this scale: not at all in a direction in which all of it is seen."""
    across, down = (
        min(OVERPAN * there, max(shown * scale - there + 2 * PADDING, 0.0)) / scale
        for shown, there in ((picture.width(), view.width()), (picture.height(), view.height()))
    )
    return picture.adjusted(-across, -down, across, down)
