"""A LoRA on top of a loaded model."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eyebox_models.ask import EyeboxError
from eyebox_models.vision.quantize import import_gptqmodel

WEIGHTS = "adapter_model.safetensors"


def check_adapter(folder: str) -> None:
    """Raises EyeboxError for a folder that holds no LoRA that can be used; loads nothing."""
    try:
        config = json.loads((Path(folder) / "adapter_config.json").read_text("utf-8"))
    except (OSError, ValueError):
        raise EyeboxError(
            f"{folder} holds no adapter: it has no adapter_config.json that can be read."
        ) from None
    if not isinstance(config, dict) or config.get("peft_type") != "LORA":
        raise EyeboxError(f"{folder} is no LoRA, and other adapters can't be used.")
    if not (Path(folder) / WEIGHTS).is_file():
        raise EyeboxError(f"{folder} lacks {WEIGHTS}; save the adapter again as safetensors.")
    if find_spec("peft") is None:
        raise EyeboxError("An adapter needs the package peft: pip install peft")


def put_on_top(model: Any, folder: str) -> None:
    """Adds the LoRA of a folder to a model. Raises EyeboxError when it is not one for this model."""
    if find_spec("gptqmodel"):
        import_gptqmodel()  # peft would, with all that it changes
    try:
        found = model.load_adapter(folder)
    except (ValueError, KeyError, TypeError) as error:
        raise EyeboxError(f"The adapter in {folder} was made for another model.", str(error)) from None
    names = (*(getattr(found, "missing_keys", None) or ()), *(getattr(found, "unexpected_keys", None) or ()))
    if names or getattr(found, "mismatched_keys", None):
        raise EyeboxError(f"The adapter in {folder} was made for another model.", "\n".join(sorted(names)))
