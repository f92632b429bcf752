"""bitsandbytes and gptqmodel: do their kernels multiply, on the processor and on every card."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from eyebox_models.probe.run import COLUMNS, INNER, ROWS, attempt, devices, off
from eyebox_models.protocol.errors import brief
from eyebox_models.protocol.probe import ProbeReport

INT8_OFF, INT4_OFF = 0.05, 0.02
"""How far the results may be from those of the weights as they were (Int8), or as they were rounded (4 bit)."""
GROUP, NF4_BLOCK = 32, 64
NF4 = (
    -1.0, -0.6961928, -0.52507305, -0.3949175, -0.28444138, -0.18477343, -0.09105004, 0.0,
    0.0795803, 0.1609302, 0.2461123, 0.33791524, 0.44070983, 0.562617, 0.72295684, 1.0,
)  # fmt: skip
"""The numbers that NF4 rounds to, of the largest in each block."""


def probe_bitsandbytes(report: ProbeReport) -> ProbeReport:
    """An Int8 and an NF4 layer on each device; whether the native library was loaded, and with its CUDA part."""
    import torch

    details = {**_native_library(), "cuda available": "yes" if torch.cuda.is_available() else ""}
    tried = []
    for device in devices():
        tried.append(attempt("int8", device, partial(_int8, device)))
        tried.append(attempt("int4", device, partial(_nf4, device)))
    return replace(report, tried=tuple(tried), details=tuple(details.items()))


def probe_gptqmodel(report: ProbeReport) -> ProbeReport:
    """A layer in the layout of GPTQ, multiplied by the kernel that Eyebox picks on each device."""
    tried, kernels = [], {}
    for device in devices():
        name = _kernel(device)
        kernels[f"kernel on {device}"] = name
        tried.append(attempt("gptq", device, partial(_gptq, device, name)))
    details = {**kernels, "workers": os.environ.get("GPTQMODEL_CPU_WORKERS", "")}
    return replace(report, tried=tuple(tried), details=tuple(details.items()))


def _native_library() -> dict[str, str]:
    try:
        from bitsandbytes import cextension
    except Exception as error:
        return {"library": "", "library says": brief(error, 300)}
    library = getattr(cextension, "lib", None)
    if library is None or "Mock" in type(library).__name__:
        says = " ".join(str(getattr(library, "error_msg", "it was not loaded")).split())[:300]
        return {"library": "", "library says": says}
    native = getattr(library, "_lib", None)
    name = os.path.basename(str(getattr(native, "_name", "") or type(library).__name__))  # noqa: PTH119 (of any system)
    cuda = "yes" if getattr(library, "compiled_with_cuda", False) else ""
    return {"library": name, "library has cuda": cuda}


def _layer() -> tuple[Any, Any]:
    """A weight without luck in it, and something to multiply it with."""
    import torch

    weight = torch.sin(torch.arange(COLUMNS * INNER, dtype=torch.float32) * 0.7).reshape(COLUMNS, INNER)
    asked = torch.cos(torch.arange(ROWS * INNER, dtype=torch.float32) * 0.3).reshape(ROWS, INNER)
    return weight, asked


def _int8(device: str) -> str:
    import bitsandbytes

    from eyebox_models.vision.quantize import silence

    silence()
    weight, asked = _layer()
    layer = bitsandbytes.nn.Linear8bitLt(INNER, COLUMNS, bias=False, has_fp16_weights=False)
    layer.load_state_dict({"weight": weight})
    return _multiplied(layer, asked, asked @ weight.T, device, INT8_OFF)


def _nf4(device: str) -> str:
    import bitsandbytes
    import torch

    weight, asked = _layer()
    layer = bitsandbytes.nn.Linear4bit(
        INNER, COLUMNS, bias=False, quant_type="nf4", compute_dtype=torch.float16
    )
    layer.load_state_dict({"weight": weight})
    blocks = weight.reshape(-1, NF4_BLOCK)
    scales, levels = blocks.abs().amax(-1, keepdim=True), torch.tensor(NF4)
    nearest = ((blocks / scales)[..., None] - levels).abs().argmin(-1)
    rounded = (levels[nearest] * scales).reshape(weight.shape)
    return _multiplied(layer, asked, asked @ rounded.T, device, INT4_OFF)


def _multiplied(layer: Any, asked: Any, wanted: Any, device: str, tolerance: float) -> str:
    import torch

    layer = layer.to(device)
    with torch.inference_mode():
        found = layer(asked.to(device, torch.float16))
    return off(found, wanted, tolerance)


def _kernel(device: str) -> str:
    from eyebox_models.fit.precision import Choice
    from eyebox_models.vision.quantize import kernel

    return kernel("gptq", {"bits": 4, "group_size": GROUP}, Choice("int4", device, "bfloat16", "gptq"))


def _gptq(device: str, name: str) -> str:
    import torch
    from gptqmodel import BACKEND
    from gptqmodel.utils.importer import hf_select_quant_linear_v2

    weight, asked = _layer()
    how: dict[str, Any] = {"bits": 4, "group_size": GROUP, "desc_act": False, "sym": True}
    cls: Callable[..., Any] = hf_select_quant_linear_v2(
        **how,
        format="gptq",
        quant_method="gptq",
        device_map={"": device},
        backend=name,
        pack=False,
    )
    layer = cls(
        **how,
        in_features=INNER,
        out_features=COLUMNS,
        bias=False,
        pack_dtype=torch.int32,
        backend=BACKEND(name),
    )
    packed, rounded = _packed(weight)
    layer.load_state_dict(packed, strict=False)
    layer.qzero_format(format=2)
    layer = layer.to(device)
    layer.post_init()
    vars(layer).pop("dequantize_weight", None)  # it would be compiled, which takes a compiler and a minute
    layer.eval()
    with torch.inference_mode():
        found = layer(asked.to(device, torch.bfloat16))
    return off(found, asked @ rounded.T, INT4_OFF)


def _packed(weight: Any) -> tuple[dict[str, Any], Any]:
    """A weight rounded to 4 bit in GPTQ's layout (version 2), and what that leaves of it."""
    import torch

    columns, inner = weight.shape
    grouped = weight.reshape(columns, inner // GROUP, GROUP)
    scales = (grouped.abs().amax(-1) / 7).half().float()
    levels = (grouped / scales[..., None]).round().clamp(-8, 7)
    rounded = (levels * scales[..., None]).reshape(columns, inner)
    whole = (levels + 8).reshape(columns, inner).T.to(torch.int64)
    zeros = torch.full((inner // GROUP, columns), 8, dtype=torch.int64)
    return {
        "qweight": _nibbles(whole.reshape(inner // 8, 8, columns).transpose(1, 2)),
        "qzeros": _nibbles(zeros.reshape(inner // GROUP, columns // 8, 8)),
        "scales": scales.T.half().contiguous(),
        "g_idx": (torch.arange(inner) // GROUP).to(torch.int32),
    }, rounded


def _nibbles(values: Any) -> Any:
    """Eight 4-bit numbers (the last axis) in each int32, the first in the lowest bits."""
    import torch

    whole = (values << torch.arange(0, 32, 4)).sum(-1)
    return torch.where(whole >= 2**31, whole - 2**32, whole).to(torch.int32).contiguous()
