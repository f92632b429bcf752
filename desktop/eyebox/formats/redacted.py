"""What is given away of a picture on which regions are blacked out: blocks instead of the text there."""

from __future__ import annotations

from dataclasses import replace

from eyebox.session.types import PictureContent
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Rect

_INSIDE = 0.3
"""A box of a text loses its label with such a share of it in a region."""


def given_away(picture: PictureContent) -> PictureContent:
    """A picture whose lines, words, tables, codes and boxes of text show nothing of what is blacked out."""
    if not picture.covered:
        return picture
    from eyebox_models.text.redact import redacted

    page = redacted(picture.page, picture.covered) if picture.page else None
    hidden = (
        "".join(
            f"\n{_squeezed(line.text)}"
            for line, shown in zip(
                (*picture.page.lines, *picture.page.left_out), (*page.lines, *page.left_out), strict=True
            )
            if line.text != shown.text
        )
        if picture.page and page
        else ""
    )
    boxes = tuple(
        _given_away(box, picture.covered, hidden if picture.page else None) for box in picture.boxes
    )
    changed = {box.id for box, before in zip(boxes, picture.boxes, strict=True) if box is not before}
    extras = {id: extra for id, extra in picture.extras.items() if id not in changed}
    return replace(picture, boxes=boxes, page=page, extras=extras)


def _given_away(box: Box, covered: tuple[Rect, ...], hidden: str | None) -> Box:
    """Labels that are the text there; others say what kind of thing it is. `hidden` is None where nothing was read."""
    from eyebox_models.text.redact import blocked

    is_said = not box.label.isidentifier() if hidden is None else _squeezed(box.label) in hidden
    is_text = box.source == "text" or is_said
    if box.label and is_text and any(_share(box, rect) >= _INSIDE for rect in covered):
        return replace(box, label=blocked(box.label))
    return box


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _share(box: Box, rect: Rect) -> float:
    width = min(box.x2, rect[2]) - max(box.x1, rect[0])
    height = min(box.y2, rect[3]) - max(box.y1, rect[1])
    return width * height / max(box.area, 1e-6) if width > 0 and height > 0 else 0.0
