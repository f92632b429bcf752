"""How much two models, or two precisions of one, disagree about the boxes of a review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from eyebox.formats import load_annotations
from eyebox.session.review import ReviewRow
from eyebox.session.store import Store
from eyebox_models.evaluation.matching import match
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.turning import turned_box, turned_size

Doubt = tuple[int, float]
"""The number of a judged box, and its doubt: 0 where another model has the very same box, 1 where none has any like it."""


def between_origins(store: Store, session: str) -> list[Doubt]:
    """The doubt of each proposal by those that other models or files made of the same picture; none on pictures that
    only one has seen."""
    found: list[Doubt] = []
    for picture in store.picture_ids_of(session) if len(store.origins(session)) > 1 else ():
        rows = _proposals(store, picture)
        for origin in {row.state.origin for row in rows}:
            mine = [row for row in rows if row.state.origin == origin]
            others = [row.state.proposed for row in rows if row.state.origin != origin and row.state.proposed]
            if others:
                found += _against(mine, others)
    return found


def with_files(store: Store, session: str, paths: Sequence[str]) -> list[Doubt]:
    """The doubt of each proposal by the boxes that files (in any format that can be read) have of the same picture.

    A picture is known by its path, or else by its name where only one has that. Raises EyeboxError.
    """
    by_path = store.picture_paths(session)
    by_name: dict[str, str] = {}
    for path, id in by_path.items():
        name = Path(path).name
        by_name[name] = "" if name in by_name else id
    found: list[Doubt] = []
    for annotated in (picture for path in paths for picture in load_annotations(path)):
        known = by_path.get(str(Path(annotated.path).absolute()) if annotated.path else "")
        picture = known or by_name.get(Path(annotated.name).name, "")
        record = store.picture(picture) if picture else None
        if record is not None:
            size = turned_size(record.width, record.height, -record.turns)
            boxes = [turned_box(box, *size, record.turns) if record.turns else box for box in annotated.boxes]
            found += _against(_proposals(store, picture), boxes)
    return found


def _proposals(store: Store, picture: str) -> list[ReviewRow]:
    return [row for row in store.review_of_picture(picture) if row.state.proposed and not row.state.planted]


def _against(rows: Sequence[ReviewRow], others: Sequence[Box]) -> Iterator[Doubt]:
    mine = [row.state.proposed for row in rows if row.state.proposed is not None]
    matches = match(
        [box.xyxy for box in mine],
        [box.xyxy for box in others],
        threshold=0.0,
        labels=([box.label for box in mine], [box.label for box in others]),
    )
    agreed = {pair.first: pair.iou for pair in matches}
    for n, row in enumerate(rows):
        yield row.number, 1.0 - agreed.get(n, 0.0)
