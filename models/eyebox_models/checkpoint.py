"""A folder with a checkpoint, read without torch: its config, its tensors by their headers, what is missing or broken."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eyebox_models.ask import EyeboxError


@dataclass(frozen=True, slots=True)
class Tensor:
    """One tensor as its file's header tells of it. `dtype` as in safetensors ("BF16", "I32" ...)."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    bytes: int
    file: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a model folder holds. `tensors` is empty for pickled weights (their sizes come from the files).

    `processor` is preprocessor_config.json with what processor_config.json adds; `generation` is
    generation_config.json. `quantization` is "" or a method ("gptq", "awq", "bitsandbytes" ...).
    `problems` are sentences; with any of them the folder must not be loaded.
    """

    folder: Path
    config: dict[str, Any]
    model_type: str
    architectures: tuple[str, ...] = ()
    tensors: dict[str, Tensor] = field(default_factory=dict)
    weight_files: tuple[Path, ...] = ()
    processor: dict[str, Any] = field(default_factory=dict)
    generation: dict[str, Any] = field(default_factory=dict)
    quantization: str = ""
    problems: tuple[str, ...] = ()


def read_checkpoint(folder: str | Path) -> Checkpoint:
    """Reads a folder. Raises EyeboxError when it is no model folder at all; other faults are its `problems`."""
    raise EyeboxError(f"{folder} cannot be read yet.")
