"""What the rest of the program knows of InternVL2, 2.5, 3 and 3.5 in their own layout."""

from __future__ import annotations

from collections.abc import Iterator

from eyebox_models.checkpoint import Checkpoint, FamilyInfo, ModelType
from eyebox_models.checkpoint.headers import Fault
from eyebox_models.families.internvl.config import refusal
from eyebox_models.protocol.cards import SizeRule


def faults(checkpoint: Checkpoint) -> Iterator[Fault]:
    """Originals that can't be run."""
    reason = refusal(checkpoint)
    if reason:
        yield Fault.of(reason)


INFO = FamilyInfo(
    "internvl_chat",
    "InternVL",
    "eyebox_models.families.internvl.original:InternVLChat",
    (ModelType("internvl_chat", faults=faults),),
    SizeRule("tiles"),
    "Please detect and label {shapes} in the following image and mark their positions.",
)
