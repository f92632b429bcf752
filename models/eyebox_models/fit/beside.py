"""Whether a model fits into memory beside the one that is loaded, so that this one is there until the other is."""

from __future__ import annotations

from typing import Any

from eyebox_models.fit.admission import pick
from eyebox_models.fit.machine import machine
from eyebox_models.fit.precision import available
from eyebox_models.fit.predict import predict
from eyebox_models.protocol.ask import Options

PLENTY = 0.5
"""Of the free memory, a second model may take so much; what questions take is to stay free."""
TOKENS = 64


def fits_beside(family: Any, model: str, options: Options) -> bool:
    """Whether there is plenty of room for a model besides all that is in memory now. Loads nothing.

    No for a family that does not work with checkpoints. Raises EyeboxError for a folder that can't be used.
    """
    if not hasattr(family, "checkpoint"):
        return False
    checkpoint = family.checkpoint(model)
    here = machine()
    choice = pick(checkpoint, family, options, here)
    needed = predict(checkpoint, (), choice, TOKENS, TOKENS).total
    return bool(max(needed, checkpoint.weight_bytes) <= PLENTY * available(choice, here))
