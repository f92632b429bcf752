"""Layers that do not fit live in memory or on disk, moved in when their turn comes (by accelerate)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eyebox_models.checkpoint import Checkpoint

if TYPE_CHECKING:
    from eyebox_models.precision import Choice


class Place:
    """Where a model's layers go, and the folder of those that live on disk."""

    def __init__(self) -> None:
        self.folder: Path | None = None

    def spread(
        self, checkpoint: Checkpoint, config: Any, cls: Any, choice: Choice, how: dict[str, Any]
    ) -> tuple[str, ...]:
        """Fills in the arguments of `from_pretrained` so that layers spread over card, memory and disk."""
        return ()

    def remove(self) -> None:
        """Removes the folder."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
