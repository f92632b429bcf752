"""What a model folder holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from math import prod
from pathlib import Path
from typing import Any

from eyebox_models.checkpoint.family_info import UNKNOWN, ModelType
from eyebox_models.checkpoint.headers import ITEM_BYTES, Tensor

PRECISIONS = {
    "F64": "fp64", "F32": "fp32", "F16": "fp16", "BF16": "bf16", "F8_E4M3": "fp8", "F8_E5M2": "fp8", "I8": "int8",
}  # fmt: skip
MOST_TOKENS = 1 << 30
"""No context is longer: a number beyond all sense stands for none."""
_DTYPES = {"float64": "F64", "float32": "F32", "float16": "F16", "half": "F16", "bfloat16": "BF16"}
_OF_QUANTIZED = re.compile(
    r"\.(qzeros|scales|g_idx|SCB|weight_format|absmax|quant_map|nested_absmax|nested_quant_map|quant_state\..*)$"
)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a model folder holds. `tensors` is empty for pickled weights (their sizes come from the files).

    `processor` is preprocessor_config.json with what processor_config.json adds; `generation` is
    generation_config.json. `quantization` is "" or a method ("gptq", "awq", "bitsandbytes" ...).
    `problems` are sentences; with any of them the folder must not be loaded. `complete` is False when files are
    missing, cut short or still being downloaded. `digest` stands for config and weights: sha256 over the config, the
    tensors of all headers and the files' sizes, so it takes milliseconds for any size.
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
    complete: bool = True
    bytes_on_disk: int = 0
    weight_bytes: int = 0
    """Of the weight files alone."""
    digest: str = ""
    tokenizer_length: int | None = None
    """The longest text by tokenizer_config.json. None when it does not say."""
    kind: ModelType = UNKNOWN
    """What is known of its `model_type`."""

    @property
    def name(self) -> str:
        """The name on the hub where the folder has it (in both caches), else the folder's own."""
        return name_of(self.folder)

    @property
    def text_config(self) -> dict[str, Any]:
        """The part of the config for the language model (older configs have it on top)."""
        for key in ("text_config", "llm_config"):
            part = self.config.get(key)
            if isinstance(part, dict) and part:
                return part
        return self.config

    @property
    def vision_config(self) -> dict[str, Any]:
        """The part of the config for the vision tower; empty where there is none."""
        for key in ("vision_config", "visual"):
            part = self.config.get(key)
            if isinstance(part, dict) and part:
                return part
        return {}

    @property
    def quantization_config(self) -> dict[str, Any]:
        part = self.config.get("quantization_config")
        return part if isinstance(part, dict) else {}

    @property
    def dtype(self) -> str:
        """The dtype on disk, as safetensors says it: of most bytes, or of the config for pickled weights."""
        sizes: dict[str, int] = {}
        for tensor in self.tensors.values():
            if tensor.dtype in PRECISIONS:
                sizes[tensor.dtype] = sizes.get(tensor.dtype, 0) + tensor.bytes
        if sizes:
            return max(sizes, key=lambda dtype: sizes[dtype])
        named = self.config.get("dtype") or self.config.get("torch_dtype") or self.text_config.get("dtype")
        return _DTYPES.get(str(named).removeprefix("torch."), "F32")

    @property
    def bits(self) -> int:
        """Bits a quantized weight has on disk; 0 when nothing is quantized."""
        if not self.quantization:
            return 0
        config = self.quantization_config
        if self.quantization == "bitsandbytes":
            return 4 if config.get("load_in_4bit") or config.get("_load_in_4bit") else 8
        bits = config.get("bits", config.get("w_bit"))
        if isinstance(bits, int) and not isinstance(bits, bool) and 1 <= bits <= 16:
            return bits
        return 8 if self.quantization == "fp8" else 4

    @property
    def precision_on_disk(self) -> str:
        """ "bf16", "fp16", "fp32", "fp8", or "int4 (gptq)" and the like."""
        if self.quantization == "fp8":
            return "fp8"
        if self.quantization:
            return f"int{self.bits} ({self.quantization})"
        return PRECISIONS.get(self.dtype, self.dtype.lower())

    @property
    def parameters(self) -> int | None:
        """Weights of the whole model, those that are packed on disk counted one by one. None when unknown."""
        if not self.tensors:
            return self.weight_bytes // ITEM_BYTES[self.dtype] or None
        return sum(self._count(tensor) for tensor in self.tensors.values())

    def _count(self, tensor: Tensor) -> int:
        if not self.quantization:
            return prod(tensor.shape)
        if _OF_QUANTIZED.search(tensor.name):
            return 0
        if tensor.dtype == "I32":
            return prod(tensor.shape) * 32 // self.bits
        if tensor.dtype == "U8" and self.bits == 4:
            return prod(tensor.shape) * 2
        return prod(tensor.shape)

    @property
    def context_length(self) -> int | None:
        """Tokens that prompt and answer may have together. None when the config does not say."""
        for part in (self.text_config, self.config):
            for key in ("max_position_embeddings", "model_max_length", "seq_length"):
                value = part.get(key)
                if isinstance(value, int) and not isinstance(value, bool) and 0 < value < MOST_TOKENS:
                    return max(value, self._stretched(part, value))
        return None

    def _stretched(self, part: dict[str, Any], trained: int) -> int:
        """What dynamic positions reach beyond the trained length: no number is their end, so the larger one counts."""
        for key in ("rope_scaling", "rope_parameters"):
            scaling = part.get(key)
            if isinstance(scaling, dict) and "dynamic" in (scaling.get("type"), scaling.get("rope_type")):
                factor = scaling.get("factor")
                if not isinstance(factor, int | float) or not 1 < factor < MOST_TOKENS / trained:
                    factor = 1
                return max(int(trained * factor), self.tokenizer_length or 0)
        return trained

    @property
    def tied(self) -> bool:
        """Whether the config asks for one tensor as input and output embeddings, by its type's own default."""
        if self.config.get("tie_word_embeddings"):
            return True
        if self.kind.tied_by_text:
            return bool(self.text_config.get("tie_word_embeddings"))
        return "tie_word_embeddings" not in self.config and self.kind.tied


def name_of(folder: Path) -> str:
    """The name on the hub of a folder in one of the caches, else the folder's own name."""
    parts = folder.parts
    for above, part in pairwise(parts):
        if above.startswith("models--") and part == "snapshots":
            return above.removeprefix("models--").replace("--", "/")
    if "modelscope" in parts and len(parts) > 2:
        return "/".join(parts[-2:]).replace("___", ".")
    return folder.name or str(folder)
