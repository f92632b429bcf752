"""Linear layers in BF16 and FP32 on a processor, with weights in the order that oneDNN multiplies in.

torch keeps weights row by row. In BF16 it has oneDNN reorder them at each multiplication: a new token, which reads every
weight once, spends a third of its time on that; the results are the same. In FP32 it multiplies by MKL, to which the rows of
a few ids are no better than one after the other; oneDNN adds up in another order, so that results differ by rounding.
"""

from __future__ import annotations

import ctypes
import mmap
import platform
import sys
from collections import Counter
from contextlib import suppress
from functools import cache
from threading import Event
from typing import Any

from eyebox_models.fit.predict import PACKED_FROM
from eyebox_models.protocol.errors import Stopped

NARROWEST = PACKED_FROM
_DONT_NEED = 4
_BLOCKS, _BLOCK = 8, 256
"""Of each tensor of a tower so many stretches of so many numbers tell it from others; training changes nearly all."""


def pack_linears(model: Any, stop: Event) -> None:
    """Packs all linear layers of a loaded model that are in BF16 or FP32.

    They take memory of their own then, and what was mapped from a file is dropped, layer by layer. Of layers that share
    their weights only the head is packed, which an answer multiplies by at each id: the table of ids keeps the rows.
    Where this torch or processor does not pack nothing changes. Raises Stopped between two layers.
    """
    import torch

    linear = torch.nn.Linear
    every = (weights for module in model.modules() for weights in module.parameters(recurse=False))
    uses = Counter(weights.data_ptr() for weights in every)
    head = model.get_output_embeddings() if hasattr(model, "get_output_embeddings") else None
    for module in model.modules():
        weight = getattr(module, "weight", None)
        if type(module) is not linear or weight is None:
            continue
        shared = uses[weight.data_ptr()] > 1
        wide = min(module.in_features, module.out_features) >= NARROWEST
        known = weight.device.type == "cpu" and weight.dtype in (torch.bfloat16, torch.float32)
        if wide and known and packs(weight.dtype) and (module is head or not shared):
            if stop.is_set():
                raise Stopped
            module.packed = torch.ops.mkldnn._reorder_linear_weight(weight.detach())
            module.__class__ = _packed_linear()
            if not shared:
                module.sampled = sample(weight)
                module.weight = torch.nn.Parameter(weight.new_empty(0), requires_grad=False)
                _forget(weight)


def sample(tensor: Any) -> bytes:
    """Some of a tensor's numbers, evenly spread, as bytes."""
    import torch

    flat = tensor.detach().reshape(-1)
    if flat.numel() > _BLOCKS * _BLOCK:
        step = (flat.numel() - _BLOCK) // (_BLOCKS - 1)
        flat = torch.cat([flat[start : start + _BLOCK] for start in range(0, _BLOCKS * step, step)])
    data: bytes = flat.contiguous().cpu().view(torch.uint8).numpy().tobytes()
    return data


def unpack_linear(module: Any) -> None:
    """Puts the weights of a packed layer back into rows; nothing for other modules."""
    import torch

    if isinstance(module, torch.nn.Linear) and hasattr(module, "packed"):
        if not module.weight.numel():
            module.weight = torch.nn.Parameter(module.packed.to_dense(), requires_grad=False)
        del module.packed
        module.__class__ = torch.nn.Linear


def is_packed(module: Any) -> bool:
    """Whether a layer is packed, and nothing is added to what it gives (by hooks, as adapters do)."""
    return (
        isinstance(module, _packed_linear()) and not module._forward_hooks and not module._forward_pre_hooks
    )


def linear_then(module: Any, given: Any, activation: str, how: str = "") -> Any:
    """What a packed layer makes of `given`, through an activation ("swish", or "gelu" with `how` "none" or "tanh") before
    it is rounded to 16 bits."""
    import torch

    return torch.ops.mkldnn._linear_pointwise(given, module.packed, module.bias, activation, [], how)


def linear_times(module: Any, given: Any, other: Any) -> Any:
    """What a packed layer makes of `given`, times `other`, rounded once."""
    import torch

    return torch.ops.mkldnn._linear_pointwise.binary(given, other, module.packed, module.bias, "mul")


@cache
def _packed_linear() -> Any:
    import torch

    class PackedLinear(torch.nn.Linear):  # type: ignore[misc, unused-ignore]
        packed: Any

        def forward(self, given: Any) -> Any:
            if not given.numel():
                return given.new_empty(*given.shape[:-1], self.out_features)
            return linear_then(self, given, "none")

    return PackedLinear


@cache
def packs(dtype: Any) -> bool:
    """Whether packed weights of a dtype multiply here, as rows do."""
    import torch

    if platform.machine() not in ("x86_64", "AMD64"):
        return False
    generator = torch.Generator().manual_seed(0)
    given, weight = (torch.randn(48, 64, generator=generator).to(dtype) for _ in range(2))
    with torch.inference_mode(), suppress(AttributeError, RuntimeError):
        packed = torch.ops.mkldnn._reorder_linear_weight(weight)
        wanted = torch.nn.functional.linear(given, weight)
        found = torch.ops.mkldnn._linear_pointwise(given, packed, None, "none", [], "")
        right = bool(((found - wanted).abs() <= 0.01 * wanted.abs().max()).all())
        return right and torch.equal(packed.to_dense(), weight)
    return False


def _forget(weight: Any) -> None:
    """Has the system drop the pages of a weight that nobody reads any more: mapped ones would count until all are."""
    if sys.platform == "linux" and weight.is_contiguous():
        start = -(-weight.data_ptr() // mmap.PAGESIZE) * mmap.PAGESIZE
        end = (weight.data_ptr() + weight.nbytes) // mmap.PAGESIZE * mmap.PAGESIZE
        if end > start:
            ctypes.CDLL(None).madvise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), _DONT_NEED)
