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


def context_length(parts: LoadedCheckpoint) -> int | None:
    """The most ids that a model can take, prompt and answer together."""
    known = getattr(parts.checkpoint, "context_length", None)
    length = known or getattr(parts.model.config.get_text_config(), "max_position_embeddings", None)
    return int(length) if length else None


_STRETCHED = ("dynamic", "longrope")
"""Rotary positions that stretch with the length of a chat (dynamic NTK, as InternLM2 and others have it)."""


def trained_length(parts: LoadedCheckpoint) -> int | None:
    """Ids from which on positions are stretched by how many there are; None where they never are."""
    text = parts.model.config.get_text_config()
    rope = getattr(text, "rope_parameters", None) or {}
    kind = str(rope.get("rope_type", ""))
    if not any(name in kind for name in _STRETCHED):
        return None
    if kind == "longrope":
        length = rope.get("original_max_position_embeddings") or getattr(
            text, "original_max_position_embeddings", None
        )
        if length:
            return int(length)
    return int(text.max_position_embeddings)
