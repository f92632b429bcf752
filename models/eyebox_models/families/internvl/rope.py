"""Rotary positions that stretch with the length of a chat (dynamic NTK, as InternLM2 and others have it).

Keys stay turned as they were when they were computed, so beyond the trained length a key in a kept cache is not what
a whole prefill makes of the same id; and transformers keeps the longest stretch that it has seen.
"""

from __future__ import annotations

import itertools

from eyebox_models.vision.compat import unstretch_positions
from eyebox_models.vision.parts import LoadedCheckpoint

_STRETCHED = ("dynamic", "longrope")
_calls = itertools.count()


def begin(parts: LoadedCheckpoint) -> None:
    """Sets the positions back to the trained length, as they are in a freshly loaded model."""
    inner = getattr(parts.model, "model", None)
    unstretch_positions(getattr(getattr(inner, "language_model", None), "rotary_emb", None))


def group(parts: LoadedCheckpoint, length: int) -> str:
    """Chats within the trained length share caches and batches; one that is longer shares with none."""
    trained = trained_length(parts)
    return "" if trained is None or length <= trained else f"stretched {next(_calls)}"


def trained_length(parts: LoadedCheckpoint) -> int | None:
    """Ids from which on positions are stretched; None where they never are."""
    text = parts.model.config.get_text_config()
    told = getattr(text, "rope_parameters", None) or {}
    kind = str(told.get("rope_type", ""))
    if not any(name in kind for name in _STRETCHED):
        return None
    if kind == "longrope":
        length = told.get("original_max_position_embeddings") or getattr(
            text, "original_max_position_embeddings", None
        )
        if length:
            return int(length)
    return int(text.max_position_embeddings)
