"""A review as a file, for somebody who reviews the same pictures on another machine: JSON lines, a picture each.

The first line says whose it is. Boxes are where the picture's file shows them once upright; planted ones are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from eyebox.formats.export import FileSink, text_file
from eyebox.formats.json_input import (
    Malformed,
    from_json,
    items,
    line_number,
    mapping,
    number,
    read_lines,
    text,
    whole,
)
from eyebox.session.merging import Reviewed, upright
from eyebox.session.review_data import box_from_data, box_to_data
from eyebox.session.review_summary import Judged
from eyebox.session.review_tables import VERDICTS
from eyebox.session.types import PictureRecord
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError

_VERSION = 1
_KNOWN = (*VERDICTS, "drawn")


def dump(pictures: Iterable[Reviewed], path: Path, reviewer: str, session: str) -> int:
    """Writes a review picture by picture; the file is there once all of it is. Returns how many pictures. Raises EyeboxError."""
    count = 0
    with text_file(FileSink(path)) as out:
        out.write(_line({"eyebox_review": _VERSION, "reviewer": reviewer, "session": session}))
        for record, boxes in map(upright, pictures):
            count += 1
            out.write(
                _line(
                    {
                        "name": record.name,
                        "sha256": record.sha256,
                        "width": record.width,
                        "height": record.height,
                        "complete": record.complete,
                        "boxes": [_to_data(box) for box in boxes if not box.is_planted],
                    }
                )
            )
    return count


def load(path: Path) -> tuple[str, Iterator[Reviewed]]:
    """Whose review it is, and its pictures as they are read, each with an empty id. Raises EyeboxError, also late."""
    lines = read_lines(path)
    try:
        n, first = next(lines, (0, "{}"))
        head = mapping(from_json(first, line_number(n)), line_number(n))
        if head.get("eyebox_review") != _VERSION:
            raise Malformed("review-version", "it is no review of Eyebox, or one of a newer version")
        return text(head.get("reviewer", ""), "reviewer"), _pictures(path, lines)
    except Malformed as error:
        raise _unreadable(path, error) from error


def _pictures(path: Path, lines: Iterator[tuple[int, str]]) -> Iterator[Reviewed]:
    try:
        for n, line in lines:
            what = line_number(n)
            data = mapping(from_json(line, what), what)
            record = PictureRecord(
                "", "", "", text(data.get("name", ""), what), text(data.get("sha256", ""), what),
                whole(data.get("width", 0), what), whole(data.get("height", 0), what),
                complete=data.get("complete") is True,
            )  # fmt: skip
            boxes = [_from_data(box, record.complete, what) for box in items(data.get("boxes"), what)]
            yield record, boxes
    except Malformed as error:
        raise _unreadable(path, error) from error


def _to_data(box: Judged) -> dict[str, Any]:
    data: dict[str, Any] = {"verdict": box.verdict}
    for name, one in (("proposed", box.proposed), ("now", box.now)):
        if one is not None:
            data[name] = box_to_data(one)
    return data | ({"seconds": round(box.seconds, 3)} if box.seconds else {})


def _from_data(value: Any, is_complete: bool, what: str) -> Judged:
    data = mapping(value, what)
    verdict = text(data.get("verdict"), what)
    if verdict not in _KNOWN:
        raise Malformed(
            "review-verdict", "{what} has the verdict {verdict}, which is none", what=what, verdict=verdict
        )
    proposed, now = (_box(data.get(name), what) for name in ("proposed", "now"))
    if proposed is None and now is None:
        raise Malformed("review-no-box", "{what} has a verdict on no box", what=what)
    return Judged("", verdict, proposed, now, number(data.get("seconds", 0), what), is_complete=is_complete)


def _box(data: Any, what: str) -> Box | None:
    if data is None:
        return None
    for value in items(data, what)[1:5]:
        number(value, what)
    try:
        return box_from_data(data)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Malformed("review-box", "{what} has a box that can't be read", what=what) from error


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _unreadable(path: Path, error: Malformed) -> EyeboxError:
    return EyeboxError(
        "review-unreadable",
        "{name} can't be read as a review: {reason}; choose a file that Eyebox has written.",
        detail=str(error),
        name=path.name,
        reason=error.sentence,
    )
