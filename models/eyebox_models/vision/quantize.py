"""Int8 and Int4: which layers are quantized, and with what settings; checkpoints that are quantized on disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from eyebox_models.checkpoint import Checkpoint

if TYPE_CHECKING:
    from eyebox_models.precision import Choice

ALWAYS_16_BIT = ("model.visual", "model.vision_tower", "model.multi_modal_projector", "lm_head")
"""Names in full: transformers 5 compares whole paths, and a short "visual" would skip nothing, silently."""


def arguments(checkpoint: Checkpoint, config: Any, cls: Any, choice: Choice) -> dict[str, Any]:
    """What `from_pretrained` needs for this precision; "notes" are sentences for the user."""
    return {}


@contextmanager
def adapted(cls: Any, config: Any, choice: Choice) -> Iterator[None]:
    yield
