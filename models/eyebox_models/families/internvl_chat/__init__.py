"""InternVL2, 2.5, 3 and 3.5 from their own files, read into transformers' InternVL, without their code."""

from __future__ import annotations

from eyebox_models.families.internvl_chat.family import InternVLChat

__all__ = ["InternVLChat"]
