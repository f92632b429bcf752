"""What loading a checkpoint gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.protocol.ask import Options


@dataclass(slots=True)
class LoadedCheckpoint:
    """A loaded checkpoint. `model` is a transformers model that generates, `processor` its processor.

    `precision` is what was chosen ("bf16", "int4" ...), `device` where its first layer is ("cpu", "cuda:0").
    `notes` are sentences on what was done otherwise than asked.
    """

    checkpoint: Checkpoint
    model: Any
    processor: Any
    tokenizer: Any
    options: Options
    precision: str
    device: str
    notes: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
