"""Planted boxes that are taken for real ones: no real box is lost by that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from eyebox.session.review import Change, kept_verdict
from eyebox.session.review_plants import original_of
from eyebox.session.store import Store
from eyebox.workspace.review_queue import ReviewQueue


def swapped(
    changes: Sequence[Change], queue: ReviewQueue, store: Store, turns_of: Callable[[str], int]
) -> tuple[Change, ...]:
    """What is to be done besides so that no real box is lost: one that was rejected while its planted copy stays is
    what the copy is, in its place. `turns_of`: how a picture (id) is turned."""
    states = {change.box: change.after for change in changes if change.after is not None}
    pairs: dict[str, tuple[str, str]] = {}
    for change in changes:
        after = change.after
        if after is not None and after.planted:
            pairs[change.box] = change.picture, original_of(after.planted)
        elif after is not None and after.verdict == "rejected" and queue.planted.total():
            for row in store.planted_from(change.picture, change.box):
                pairs[row.state.box.id] = change.picture, change.box
    besides = []
    for planted, (picture, original) in pairs.items():
        rows = queue.of_boxes(picture, (planted, original))
        if len(rows) < 2:
            continue
        copy, real = (states.get(id, rows[id].state) for id in (planted, original))
        if real.verdict != "rejected" or copy.verdict not in ("accepted", "fixed"):
            continue
        box = replace(copy.box, id=original)
        back = replace(real, verdict=kept_verdict(box, real.proposed), box=box)
        besides.append(Change(picture, original, real, back, turns=turns_of(picture)))
        if copy.verdict == "fixed" or copy.planted.startswith("doubled"):
            gone = replace(copy, verdict="rejected")
            besides.append(Change(picture, planted, copy, gone, turns=turns_of(picture)))
    return tuple(besides)
