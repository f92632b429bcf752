"""Turns a checkpoint into one that is quantized on disk, in the layout that AutoGPTQ wrote (version 1, 4 bit, symmetric)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

GROUP = 32


def pack_gptq(source: Path, target: Path, group: int = GROUP) -> Path:
    """Writes `source` into `target` with the linear layers of its language model rounded to 4 bit."""
    said = {
        "quant_method": "gptq", "bits": 4, "group_size": group, "desc_act": False, "sym": True, "damp_percent": 0.01,
        "true_sequential": True, "checkpoint_format": "gptq", "static_groups": False,
    }  # fmt: skip
    return _written(source, target, lambda weight: pack(weight, group), said)


def pack_awq(source: Path, target: Path, group: int = GROUP) -> Path:
    """The same in the layout of AutoAWQ ("gemm"), which names what it left in 16 bit by short names."""
    said = {
        "quant_method": "awq", "bits": 4, "group_size": group, "zero_point": True, "version": "gemm",
        "modules_to_not_convert": ["visual"],
    }  # fmt: skip
    return _written(source, target, lambda weight: _awq(weight, group), said)


def _written(
    source: Path, target: Path, packed_of: Callable[[Any], dict[str, Any]], said: dict[str, Any]
) -> Path:
    from safetensors.torch import load_file, save_file

    shutil.copytree(source, target)
    tensors: dict[str, Any] = load_file(source / "model.safetensors")
    packed: dict[str, Any] = {}
    for name, tensor in tensors.items():
        if (
            ".layers." in name
            and "visual" not in name
            and "vision" not in name
            and name.endswith("_proj.weight")
        ):
            stem = name.removesuffix(".weight")
            packed |= {f"{stem}.{part}": value for part, value in packed_of(tensor).items()}
        else:
            packed[name] = tensor.half() if tensor.is_floating_point() else tensor
    save_file(packed, target / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((target / "config.json").read_text())
    config |= {"dtype": "float16", "quantization_config": said}
    (target / "config.json").write_text(json.dumps(config, indent=2))
    return target


def pack(weight: Any, group: int = GROUP, version: int = 1) -> dict[str, Any]:
    """One weight (out, in) as qweight (in / 8, out), qzeros (groups, out / 8), scales (groups, out), g_idx (in,).

    Version 1 wrote its zero points less one.
    """
    import torch

    out, into = weight.shape
    grouped = weight.float().reshape(out, into // group, group)
    scales = (grouped.abs().amax(-1) / 7).clamp(min=1e-6).half().float()
    levels = (grouped / scales[..., None]).round().clamp(-8, 7) + 8
    levels = levels.reshape(out, into).t().to(torch.int64)
    zeros = torch.full(
        (into // group, out), 7 if version == 1 else 8, dtype=torch.int64, device=weight.device
    )
    return {
        "qweight": _nibbles(levels.reshape(into // 8, 8, out).transpose(1, 2)),
        "qzeros": _nibbles(zeros.reshape(into // group, out // 8, 8)),
        "scales": scales.t().half().contiguous(),
        "g_idx": (torch.arange(into, device=weight.device) // group).to(torch.int32),
    }


def _awq(weight: Any, group: int) -> dict[str, Any]:
    """One weight (out, in) as qweight (in, out / 8), qzeros (groups, out / 8), scales (groups, out)."""
    import torch

    out, into = weight.shape
    grouped = weight.float().reshape(out, into // group, group)
    scales = (grouped.abs().amax(-1) / 7).clamp(min=1e-6).half().float()
    levels = ((grouped / scales[..., None]).round().clamp(-8, 7) + 8).reshape(out, into).t().to(torch.int64)
    zeros = torch.full((into // group, out), 8, dtype=torch.int64)
    order = [0, 2, 4, 6, 1, 3, 5, 7]
    return {
        "qweight": _nibbles(levels.reshape(into, out // 8, 8)[..., order]),
        "qzeros": _nibbles(zeros.reshape(into // group, out // 8, 8)[..., order]),
        "scales": scales.t().half().contiguous(),
    }


def unpack(weight: Any, group: int = GROUP) -> Any:
    """What `pack` leaves of a weight, as it should multiply: (out, in) in FP32."""
    import torch

    out, into = weight.shape
    grouped = weight.float().reshape(out, into // group, group)
    scales = (grouped.abs().amax(-1) / 7).clamp(min=1e-6).half().float()[..., None]
    rounded: torch.Tensor = (grouped / scales).round().clamp(-8, 7) * scales
    return rounded.reshape(out, into)


def _nibbles(values: Any) -> Any:
    """Eight 4-bit numbers (last axis) in each int32, the first in the lowest bits."""
    import torch

    shifts = torch.arange(0, 32, 4, device=values.device)
    whole = (values << shifts).sum(-1)
    return torch.where(whole >= 2**31, whole - 2**32, whole).to(torch.int32).contiguous()
