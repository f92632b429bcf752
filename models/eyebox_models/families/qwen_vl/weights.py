"""Tensors of the originals under transformers' names: renamed, split, and out of GPTQ's packing where no kernel takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from eyebox_models.vision.adapter.names import QKV
from eyebox_models.vision.compat import Split, register_weights

_LAYER = r"^transformer\.h\.(\d+)\."
_OWN = r"model.language_model.layers.\1."
RENAMED = (
    (r"^transformer\.visual\.transformer\.resblocks\.", "model.visual.blocks."),
    (r"^transformer\.visual\.", "model.visual."),
    (r"^transformer\.wte\.", "model.language_model.embed_tokens."),
    (r"^transformer\.ln_f\.", "model.language_model.norm."),
    (_LAYER + r"ln_1\.", _OWN + "input_layernorm."),
    (_LAYER + r"ln_2\.", _OWN + "post_attention_layernorm."),
    (_LAYER + r"attn\.c_proj\.", _OWN + "self_attn.o_proj."),
    (_LAYER + r"mlp\.w2\.", _OWN + "mlp.gate_proj."),
    (_LAYER + r"mlp\.w1\.", _OWN + "mlp.up_proj."),
    (_LAYER + r"mlp\.c_proj\.", _OWN + "mlp.down_proj."),
    (_LAYER + r"attn\.c_attn\.", _OWN + "attn.c_attn."),
)
"""Patterns of names and what becomes of them, in this order. The fused projection is split afterwards."""
SPLIT = {"weight": 0, "bias": 0, "qweight": 1, "qzeros": 1, "scales": 1}
"""Along which axis each tensor of the fused projection holds query, key and value."""
PACKED = ("qweight", "qzeros", "scales", "g_idx")


def register(name: str) -> None:
    """Tells transformers how the tensors of a class of this name become the model's."""
    split: dict[str, tuple[list[str], int | Split]] = {
        f"attn.c_attn.{kind}": ([f"self_attn.{part}.{kind}" for part in QKV], axis)
        for kind, axis in SPLIT.items()
    }
    split["attn.c_attn.g_idx"] = [f"self_attn.{part}.g_idx" for part in QKV], _repeated
    register_weights(name, RENAMED, split)


def _repeated(tensor: Any, _config: Any) -> list[Any]:
    """The same for all: query, key and value share the groups of their inputs."""
    return [tensor.clone() for _ in QKV]


def unpacked(load: Callable[..., Any], folder: Any, rest: Any, how: dict[str, Any]) -> Any:
    """Loads a folder in GPTQ's packing as if it held plain weights: each is unpacked when its turn comes."""
    from transformers import GenerationConfig

    config = how["config"]
    how_packed = config.unpack
    bits, lowered = int(how_packed["bits"]), int(how_packed.get("checkpoint_format") != "gptq_v2")
    with ExitStack() as opened:
        tensors = Unpacked(_files(Path(folder), opened), bits, lowered)
        made = load(None, *rest, **how, state_dict=dict(tensors))
    model = made[0] if isinstance(made, tuple) else made
    if (Path(folder) / "generation_config.json").is_file():
        model.generation_config = GenerationConfig.from_pretrained(folder, local_files_only=True)
    return made


def _files(folder: Path, opened: ExitStack) -> dict[str, Any]:
    """All tensors of a folder by name, not read yet."""
    import torch
    from safetensors import safe_open

    from eyebox_models.checkpoint.shards import read_shards

    found: dict[str, Any] = {}
    for path in read_shards(folder, (entry.name for entry in folder.iterdir())).files:
        if path.suffix != ".safetensors":
            found |= torch.load(path, map_location="cpu", weights_only=True, mmap=True)
            continue
        file = opened.enter_context(safe_open(path, framework="pt", device="cpu"))
        found |= {name: file.get_slice(name) for name in file.keys()}  # noqa: SIM118 - no mapping
    return found


class Unpacked(Mapping[str, Any]):
    """Tensors by name, those in four packed parts as one `weight` that is unpacked when it is read."""

    def __init__(self, tensors: Mapping[str, Any], bits: int, lowered: int) -> None:
        self._tensors = tensors
        self._bits, self._lowered = bits, lowered
        stems = [name.removesuffix(".qweight") for name in tensors if name.endswith(".qweight")]
        self._stems = dict.fromkeys(f"{stem}.weight" for stem in stems)
        parts = {f"{stem}.{part}" for stem in stems for part in PACKED}
        self._names = [*(name for name in tensors if name not in parts), *self._stems]

    def __getitem__(self, name: str) -> Any:
        if name not in self._stems:
            return self._tensors[name]
        stem = name.removesuffix(".weight")
        return Packed(
            {part: self._tensors.get(f"{stem}.{part}") for part in PACKED}, self._bits, self._lowered
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Packed:
    """A weight in GPTQ's packing; `[...]` unpacks it. Looks like a slice of a safetensors file."""

    def __init__(self, parts: dict[str, Any], bits: int, lowered: int) -> None:
        self._parts = parts
        self._bits, self._lowered = bits, lowered

    def __getitem__(self, _all: Any) -> Any:
        parts = {name: None if part is None else part[...] for name, part in self._parts.items()}
        return unpack(**parts, bits=self._bits, lowered=self._lowered)

    def get_shape(self) -> list[int]:
        rows, columns = self._shape()
        return [columns, rows * (32 // self._bits)]

    def get_dtype(self) -> str:
        return "F32"

    def _shape(self) -> tuple[int, int]:
        packed = self._parts["qweight"]
        rows, columns = packed.get_shape() if hasattr(packed, "get_shape") else packed.shape
        return int(rows), int(columns)


def unpack(qweight: Any, qzeros: Any, scales: Any, g_idx: Any, bits: int, lowered: int = 1) -> Any:
    """The weight [out, in] of GPTQ's tensors, in FP32. AutoGPTQ wrote zero points that are `lowered` by one.

    `qweight` [in * bits / 32, out] and `qzeros` [groups, out * bits / 32] are int32, `scales` [groups, out] floats,
    `g_idx` [in] names each input's group, None for groups in order.
    """
    import torch

    per, mask = 32 // bits, 2**bits - 1
    shifts = torch.arange(0, 32, bits, dtype=torch.int32)
    into, out = qweight.shape[0] * per, qweight.shape[1]
    levels = ((qweight[:, None, :] >> shifts[None, :, None]) & mask).reshape(into, out)
    zeros = ((qzeros[:, :, None] >> shifts) & mask).reshape(len(qzeros), -1) + lowered
    if g_idx is None:
        g_idx = torch.arange(into) // (into // len(scales))
    groups = g_idx.long()
    weight = (levels - zeros[groups]).float() * scales.float()[groups]
    return weight.t().contiguous()
