"""Boxes and steps of reviews as JSON data, as they are in the session file and in files of reviews."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eyebox.session import rows
from eyebox.session.review import BoxState, Change, ReviewStep
from eyebox_models.protocol.box import Box


def box_to_data(box: Box) -> list[Any]:
    """A box as JSON data, as `join_review` writes it too."""
    return [
        box.label, box.x1, box.y1, box.x2, box.y2, box.score, box.source, box.id, box.points, box.kind, int(box.locked),
    ]  # fmt: skip


def box_from_data(data: Any) -> Box:
    """The box that `box_to_data` made data of. Raises what a damaged file makes it raise (`database.UNREADABLE`)."""
    label, x1, y1, x2, y2, score, source, id, points, kind, locked = data
    names: Mapping[str, Any] = {
        "label": label, "x1": x1, "y1": y1, "x2": x2, "y2": y2, "score": score, "source": source, "id": id,
        "points": rows.to_json(points) if points else "[]", "kind": kind, "locked": locked,
    }  # fmt: skip
    return rows.box_from(names)  # type: ignore[arg-type]


def step_to_data(step: ReviewStep) -> dict[str, Any]:
    changes = [
        [
            change.picture,
            change.box,
            *map(_state_to_data, (change.before, change.after)),
            change.row,
            change.turns,
        ]
        for change in step.changes
    ]
    return {"kind": step.kind, "changes": changes, "complete": step.complete}


def step_from_data(id: str, data: Any) -> ReviewStep:
    changes = tuple(
        Change(picture, box, _state_from_data(before), _state_from_data(after), row, turns)
        for picture, box, before, after, row, turns in data["changes"]
    )
    return ReviewStep(
        id, data["kind"], changes, tuple((picture, bool(mark)) for picture, mark in data["complete"])
    )


def _state_to_data(state: BoxState | None) -> list[Any] | None:
    return None if state is None else [
        state.verdict, box_to_data(state.box), None if state.proposed is None else box_to_data(state.proposed),
        state.origin, state.planted, state.seconds, state.decided, state.reviewer,
    ]  # fmt: skip


def _state_from_data(data: Any) -> BoxState | None:
    if data is None:
        return None
    verdict, box, proposed, *rest = data
    return BoxState(verdict, box_from_data(box), None if proposed is None else box_from_data(proposed), *rest)
