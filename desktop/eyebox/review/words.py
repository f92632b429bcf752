"""What is said of judged boxes: verdicts, how far a box was moved, where it lies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from eyebox.session.review import ReviewItem, ReviewOrder, Verdict
from eyebox_models.evaluation.matching import iou
from eyebox_models.protocol.box import Box

translate = QCoreApplication.translate

ORDERS = ("label", "score", "-score", "doubt", "smallest", "crowded", "picture", "random")
SEED = 1
ICONS: dict[Verdict, tuple[str, str]] = {
    "": ("", "muted"),
    "accepted": ("check", "ok"),
    "fixed": ("edit", "accent"),
    "rejected": ("close", "danger"),
    "missed": ("draw", "accent"),
    "unsure": ("info", "warn"),
}
"""Verdict -> its icon and the role of its colour."""


def verdict_name(verdict: Verdict) -> str:
    """A verdict as one word."""
    names: dict[Verdict, str] = {
        "": translate("Review", "waiting"),
        "accepted": translate("Review", "accepted"),
        "fixed": translate("Review", "fixed"),
        "rejected": translate("Review", "rejected"),
        "missed": translate("Review", "missed"),
        "unsure": translate("Review", "unsure"),
    }
    return names[verdict]


def origin_name(origin: str) -> str:
    """Where judged boxes come from, as a list has it: a model or file by its name, where that is known."""
    names = {
        "": translate("Review", "Drawn by hand"),
        "user": translate("Review", "Drawn by hand"),
        "model": translate("Review", "A model"),
        "text": translate("Review", "Text reading"),
        "import": translate("Review", "A file"),
    }
    return names.get(origin, origin)


def overlap(item: ReviewItem) -> float | None:
    """The IoU of the model's box and what it is now; None where there is only one of them."""
    if item.box is None or item.proposed is None:
        return None
    return iou(item.proposed.xyxy, item.box.xyxy)


def shift(item: ReviewItem) -> float:
    """How far the edge that was moved most lies from where the model put it, in pixels of the picture."""
    if item.box is None or item.proposed is None:
        return 0.0
    return max(abs(a - b) for a, b in zip(item.proposed.xyxy, item.box.xyxy, strict=True))


def size_text(box: Box) -> str:
    return f"{box.width:.0f} × {box.height:.0f}"


def place_name(box: Box, width: float, height: float) -> str:
    """Where the middle of a box lies on its picture of `width` x `height` pixels, in words; "" where that has no size."""
    if width <= 0 or height <= 0:
        return ""
    across = min(max(int((box.x1 + box.x2) / 2 / width * 3), 0), 2)
    down = min(max(int((box.y1 + box.y2) / 2 / height * 3), 0), 2)
    names = (
        (
            translate("Review", "top left"),
            translate("Review", "top"),
            translate("Review", "top right"),
        ),
        (
            translate("Review", "left"),
            translate("Review", "middle"),
            translate("Review", "right"),
        ),
        (
            translate("Review", "bottom left"),
            translate("Review", "bottom"),
            translate("Review", "bottom right"),
        ),
    )
    return names[down][across]


def describe(item: ReviewItem, place: str, picture: str) -> str:
    """A judged box as a screen reader says it."""
    parts = [item.label, verdict_name(item.verdict)]
    if item.score is not None:
        parts.append(translate("Review", "score") + f" {item.score:.2f}")
    common = overlap(item)
    if common is not None and common < 1:
        parts.append(f"IoU {common:.2f}")
    parts += [size_text(item.shape), place, picture]
    return ", ".join(part for part in parts if part)


def order_of(name: str, share: float = 100.0) -> ReviewOrder:
    """The order with a name of ORDERS; of a random one `share` per cent of the boxes, the same ones each time."""
    return ReviewOrder(name.removeprefix("-"), name.startswith("-"), share, SEED)  # type: ignore[arg-type]


def name_of(order: ReviewOrder) -> str:
    """The name of ORDERS that an order has."""
    return f"-{order.kind}" if order.backwards else order.kind


def order_name(order: str) -> str:
    """What an order of ORDERS is called by users."""
    return {
        "label": translate("Review", "One label at a time, likeliest first"),
        "score": translate("Review", "Surest first"),
        "-score": translate("Review", "Least sure first"),
        "doubt": translate("Review", "Where two models disagree"),
        "smallest": translate("Review", "Smallest first"),
        "crowded": translate("Review", "Most crowded pictures first"),
        "picture": translate("Review", "Picture by picture"),
        "random": translate("Review", "At random"),
    }.get(order, order)
