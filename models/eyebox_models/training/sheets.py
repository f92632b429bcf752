"""Answers of lessons as they are read back from their tokens, to look at before a run begins: on pictures, and as files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.teaching import Reply, Trial
from eyebox_models.training.rows import Row, boxes_of
from eyebox_models.vision.family import VisionFamily
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.tokens import Tokens

SHEETS = 10


def drawn_of(rows: Sequence[Row], family: VisionFamily, parts: LoadedCheckpoint) -> tuple[Trial, ...]:
    """The first answers with boxes on a picture, or pairs of them."""
    found: list[Trial] = []
    for row in rows:
        if len(found) < SHEETS and row.prompt.spans:
            one = read_back(row, family, parts)
            found += [one] if one.said.boxes or (one.before and one.before.boxes) else []
    return tuple(found)


def write_sheets(drawn: Sequence[Trial], place: Path) -> tuple[str, ...]:
    """Files of the boxes that are wanted, each on its picture, in this folder."""
    place.mkdir(exist_ok=True)
    boxed = [one for one in drawn if one.said.boxes]
    made = [place / f"{number:02}.png" for number in range(1, len(boxed) + 1)]
    for one, target in zip(boxed, made, strict=True):
        draw_boxes(one, target)
    return tuple(map(str, made))


def read_back(row: Row, family: VisionFamily, parts: LoadedCheckpoint) -> Trial:
    """A row's last answer with its boxes, read back from its ids; and the rejected one, where it has such."""
    reply = _reply(row, family, parts)
    rejected = None if row.rejected is None else _reply(row.rejected, family, parts)
    pictures = tuple(Picture(one.path, one.turns, one.part) for one in row.ask.shown)
    return Trial(row.name, "boxes", pictures, row.ask.messages[-1].text, reply, reply, rejected)


def _reply(row: Row, family: VisionFamily, parts: LoadedCheckpoint) -> Reply:
    start = row.learned[-1]
    while start - 1 in row.learned:
        start -= 1
    text = Tokens.of(parts).decode(row.prompt.ids[start : row.learned[-1]])
    return Reply(text, tuple(boxes_of(text, row, family)), 1.0)


def draw_boxes(one: Trial, target: Path) -> None:
    """Draws the boxes of an answer on the picture of the first, as a PNG.

    Raises EyeboxError for a picture that can't be decoded.
    """
    from PIL import ImageDraw

    from eyebox_models.vision.pictures import upright

    image = one.said.boxes[0].image
    place = one.pictures[image]
    picture = upright(place.path, place.turns, place.part)
    draw = ImageDraw.Draw(picture)
    for found in one.said.boxes:
        if found.image == image:
            draw.rectangle(found.box.xyxy, outline=(255, 0, 80), width=max(1, min(picture.size) // 200))
            draw.text((found.box.x1 + 2, found.box.y1 + 2), found.box.label, fill=(255, 0, 80))
    picture.save(target, "PNG")
