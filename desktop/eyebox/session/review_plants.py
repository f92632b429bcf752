"""Boxes that are wrong on purpose, among those to be judged: who does not see them does not look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from eyebox.session.review import BoxState, Change, ReviewRow
from eyebox_models.protocol.box import Box

if TYPE_CHECKING:
    import random

KINDS = ("shifted", "label", "doubled")
"""A copy beside the box, one with another label, or one at the same place."""
_SHIFT = 0.55
"""How far, as a share of its sides: what is left of the overlap is an IoU of about 0.3."""
_BESIDE = 0.06
"""How far a double lies from its box, so that two are to be seen."""


def plants(
    rows: Iterable[ReviewRow],
    labels: Sequence[str],
    share: float,
    seed: int,
    *,
    known: frozenset[str] = frozenset(),
) -> list[Change]:
    """Wrong copies of a share (0..1) of the proposals among `rows`, as changes that put them into the review.

    Which ones, and how they are wrong, depends on the seed and the ids of the boxes alone. `known`: plants that there are.
    """
    import hashlib
    import random

    made = []
    for row in rows:
        proposed = row.state.proposed
        if proposed is None or row.state.planted:
            continue
        if not is_chosen(proposed.id, share, seed):
            continue
        dice = random.Random(f"{seed}/{proposed.id}")
        id = hashlib.blake2b(
            f"{seed}/{proposed.id}".encode("utf-8", "surrogatepass"), digest_size=16
        ).hexdigest()
        if id not in known:
            kind, wrong = _wrong(proposed, labels, dice)
            wrong = replace(wrong, id=id, locked=False)
            planted = f"{kind}:{proposed.id}"
            made.append(Change(row.picture, id, None, BoxState("", wrong, wrong, row.state.origin, planted)))
    return made


def is_chosen(box: str, share: float, seed: int) -> bool:
    """Whether a box, by its id, is among the share (0..1) of those that get a wrong copy."""
    return crc32(f"{box}/{seed}".encode("utf-8", "surrogatepass")) < share * (1 << 32)


def original_of(planted: str) -> str:
    """The id of the box that a planted one was made from."""
    return planted.partition(":")[2]


def _wrong(box: Box, labels: Sequence[str], dice: random.Random) -> tuple[str, Box]:
    others = [label for label in labels if label != box.label]
    kind = dice.choice(KINDS if others else ("shifted", "doubled"))
    if kind == "label":
        return kind, replace(box, label=dice.choice(others))
    far = _SHIFT if kind == "shifted" else _BESIDE
    dx, dy = (dice.choice((-far, far)) * side for side in (box.width, box.height))
    if kind == "shifted":
        dy *= dice.random() / 2
    # Into the picture, whose size may not be known: not over its left and upper edge.
    dx, dy = (-shift if low + shift < 0 else shift for low, shift in ((box.x1, dx), (box.y1, dy)))
    return kind, box.moved(dx, dy)


def share_of(data: Any) -> tuple[float, int]:
    """The share of planted boxes and their seed, as they were kept; none where that is something else."""
    match data:
        case [float() | int() as share, int() as seed]:
            return min(max(float(share), 0.0), 1.0), seed
    return 0.0, 0
