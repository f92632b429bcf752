"""LoRA adapters: read from a folder as peft writes it, put on a loaded model and taken off again."""

from __future__ import annotations

from eyebox_models.vision.adapter.folder import Adapter, Low, check_adapter, read_adapter
from eyebox_models.vision.adapter.names import canonical
from eyebox_models.vision.adapter.worn import adapter_key, wear, worn_key, worn_name

__all__ = [
    "Adapter",
    "Low",
    "adapter_key",
    "canonical",
    "check_adapter",
    "read_adapter",
    "wear",
    "worn_key",
    "worn_name",
]
