"""LoRA adapters: read from a folder as peft writes it, put on a loaded model and taken off again."""

from __future__ import annotations

from eyebox_models.vision.adapter.applied import (
    adapter_key,
    applied_key,
    applied_name,
    applied_outside,
    apply,
)
from eyebox_models.vision.adapter.folder import Adapter, Low, check_adapter, read_adapter
from eyebox_models.vision.adapter.names import canonical

__all__ = [
    "Adapter",
    "Low",
    "adapter_key",
    "applied_key",
    "applied_name",
    "applied_outside",
    "apply",
    "canonical",
    "check_adapter",
    "read_adapter",
]
