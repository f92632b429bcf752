"""Layers that take fewer passes over memory on a processor: what is between the steps of one stays in its cache.

The classes are transformers' (and those of `families`), known by what they are made of. Each layer is tried on a few
numbers when it is loaded, and stays as it was where what it gives then is another. In FP32 all numbers are the same; in
BF16 what is fused with a packed linear layer is rounded once, where it was rounded after each step before.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import Event
from typing import Any

from eyebox_models.vision import compat
from eyebox_models.vision.packed import is_packed, linear_then, linear_times, pack_linears
from eyebox_models.vision.parts import LoadedCheckpoint

PIECE = 1 << 18
"""Numbers that are taken at a time. Four bytes each, and there are a few of them between the steps, which stay in the
processor's own cache."""
LONG = 256
"""Queries from which on attention leaves out what its mask hides."""
_MULTIPLIED = (
    ("linear_fc1", "act_fn", "linear_fc2"), ("fc1", "activation_fn", "fc2"), ("fc1", "act", "fc2"), ("c_fc", "act", "c_proj"),
)  # fmt: skip
"""What the parts of two linear layers with an activation between them are called."""
_GATED = {"gate_proj", "up_proj", "down_proj", "act_fn"}


def suit_processor(parts: LoadedCheckpoint, stop: Event) -> None:
    """Makes a model that was just loaded fast on a processor; nothing elsewhere, and for layers on disk. Raises Stopped."""
    if parts.device != "cpu" or parts.options.offload:
        return
    pack_linears(parts.model, stop)
    compat.attend_by(attend)
    tried: dict[Any, Any] = {}
    for module in list(parts.model.modules()):
        kind = type(module), repr(module), *(each.dtype for each in module.parameters())
        if kind not in tried:
            tried[kind] = None
            with suppress(AttributeError, RuntimeError, TypeError, ValueError):  # made of other parts
                tried[kind] = _faster(module)
        if tried[kind] is not None:
            cls: Any = type(module)
            module.__class__ = _with_forward(cls, tried[kind])


def in_pieces(compute: Callable[..., Any], *given: Any) -> Any:
    """`compute` of tensors piece by piece, for what treats each of their rows by itself and gives as many numbers as the
    first has, which become of its dtype. They are [rows, ...]."""
    import torch

    rows = max(1, PIECE * len(given[0]) // max(given[0].numel(), 1))
    if len(given[0]) <= rows or given[0].device.type != "cpu" or torch.is_grad_enabled():
        return compute(*given).to(given[0].dtype)
    made = torch.empty_like(given[0], memory_format=torch.contiguous_format)
    pieces = zip(*(tensor.split(rows) for tensor in given), strict=True)
    for target, piece in zip(made.split(rows), pieces, strict=True):
        target.copy_(compute(*piece))
    return made


def rotated(given: Any, cos: Any, sin: Any, *factors: Any) -> Any:
    """Queries or keys [rows, heads, width] turned by angles [rows, width], and times factors [rows], computed in FP32."""

    def turn(given: Any, cos: Any, sin: Any, *factors: Any) -> Any:
        wide, cos, sin = given.float(), cos[:, None].float(), sin[:, None].float()
        half = wide.shape[-1] // 2
        made = wide * cos
        made[..., :half].sub_(wide[..., half:] * sin[..., :half])
        made[..., half:].add_(wide[..., :half] * sin[..., half:])
        for factor in factors:
            made = made * factor[:, None, None]
        return made

    return in_pieces(turn, given, cos, sin, *factors)


def attend(plain: Any, module: Any, query: Any, key: Any, value: Any, mask: Any, **how: Any) -> Any:
    """SDPA as transformers calls it (`plain`). Where new ids of a chat see all that is kept of it and those before them,
    rows are put in their place for those that are kept, so that all that is hidden can be left out and nothing is masked.

    Queries, keys and values are [rows, heads, length, width].
    """
    new, kept = query.shape[2], key.shape[2] - query.shape[2]
    if query.device.type != "cpu" or mask is None or new < LONG or not 0 < kept <= new or query.requires_grad:
        return plain(module, query, key, value, mask, **how)
    if how.get("position_bias") is not None or not _is_causal(mask, new, kept):
        return plain(module, query, key, value, mask, **how)
    import torch

    query = torch.cat((query.new_zeros(*query.shape[:2], kept, query.shape[3]), query), dim=2)
    seen, weights = plain(module, query, key, value, None, **how | {"is_causal": True})
    return seen[:, kept:], weights


def _is_causal(mask: Any, new: int, kept: int) -> bool:
    """Whether a mask [rows, heads, new, kept + new] hides what comes later, and nothing else."""
    import torch

    if mask.dtype != torch.bool or mask.shape[-2:] != (new, kept + new):
        return False
    known = getattr(mask, "is_causal", None)  # all layers are given the same mask
    if known is None:
        wanted = torch.ones(new, kept + new, dtype=torch.bool).tril(kept)
        known = mask.is_causal = bool((mask == wanted).all())
    return bool(known)


@cache
def _with_forward(cls: type, forward: Callable[..., Any]) -> type:
    import torch

    def call(self: Any, *given: Any, **more: Any) -> Any:
        if not given or torch.is_grad_enabled() or given[0].device.type != "cpu" or not given[0].numel():
            return cls.forward(self, *given, **more)  # type: ignore[attr-defined]
        return forward(cls, self, *given, **more)

    return type(cls.__name__, (cls,), {"forward": call, "plain": cls, "__module__": cls.__module__})


def _faster(module: Any) -> Callable[..., Any] | None:
    """Another forward of a layer, (its class, the layer, ...), that was tried; None for most."""
    import torch

    names = {name for name, _child in module.named_children()}
    if compat.epsilon(module) is not None:
        rows = PIECE // module.weight.shape[0] + 1
        given = _numbers(rows, module.weight.shape[0], module)
        return _norm if _agree(module, _norm, given) else None
    if names == _GATED:
        if not _fuses(module.gate_proj):
            return None
        given = _numbers(3, module.gate_proj.in_features, module.gate_proj)
        return _gated if _agree(module, _gated, given) else None
    for first, act, _second in _MULTIPLIED:
        linear: Any = getattr(module, first, None)
        if names == {first, act, _second} and _fuses(linear):
            forward = _gelu(first, act, _second, _kind(getattr(module, act)))
            return forward if _agree(module, forward, _numbers(3, linear.in_features, linear)) else None
    if isinstance(module, torch.nn.Conv3d) and module.weight.dtype is torch.bfloat16:
        given = _numbers(2, module.weight[0].numel(), module).view(2, *module.weight.shape[1:])
        return _patches if _covers(module) and _agree(module, _patches, given) else None
    if names == {"qkv", "proj"} and compat.attends_by_sdpa(module):
        given = _numbers(16, module.qkv.in_features, module.proj)
        angles = torch.linspace(0, 3, 16 * module.head_dim).view(16, -1)
        more = {
            "cu_seqlens": torch.tensor([0, 4, 12, 16]),
            "position_embeddings": (angles.cos(), angles.sin()),
        }
        return _windows if _agree(module, _windows, given, **more) else None
    return None


def _numbers(rows: int, width: int, like: Any) -> Any:
    import torch

    generator = torch.Generator().manual_seed(0)
    return torch.randn(rows, width, generator=generator).to(like.weight.dtype)


def _agree(module: Any, forward: Callable[..., Any], *given: Any, **more: Any) -> bool:
    import torch

    with torch.inference_mode():
        wanted = module(*given, **more)
        found = forward(type(module), module, *given, **more)
        near = 0.0 if wanted.dtype is torch.float32 else 0.02
        same = found.shape == wanted.shape and found.dtype is wanted.dtype
        return bool(same and ((found - wanted).abs() <= near * wanted.abs().max()).all())


def _norm(cls: Any, module: Any, given: Any, *more: Any, **named: Any) -> Any:
    """An RMS norm of [..., width]."""
    import torch

    width, weight = given.shape[-1], module.weight
    if more or named or given.numel() <= PIECE or given.dtype is not weight.dtype or weight.shape != (width,):
        return cls.forward(module, given, *more, **named)
    rows, epsilon = PIECE // width, compat.epsilon(module)
    made = torch.empty_like(given, memory_format=torch.contiguous_format)
    wide, squares = (torch.empty(rows, width) for _ in range(2))
    pieces = given.reshape(-1, width).split(rows), made.view(-1, width).split(rows)
    for source, target in zip(*pieces, strict=True):
        piece = wide[: len(source)].copy_(source)
        mean = torch.mul(piece, piece, out=squares[: len(source)]).mean(-1, keepdim=True)
        target.copy_(piece.mul_(mean.add_(epsilon).rsqrt_())).mul_(weight)
    return made


def _gated(cls: Any, module: Any, given: Any) -> Any:
    """SwiGLU of [..., width]."""
    gate, up = module.gate_proj, module.up_proj
    if not (_fuses(gate) and _fuses(up)):
        return cls.forward(module, given)
    return module.down_proj(linear_times(up, given, linear_then(gate, given, "swish")))


def _fuses(linear: Any) -> bool:
    """Whether a layer may be followed by an activation in one pass. Not in FP32, where numbers stay as they are."""
    import torch

    return is_packed(linear) and linear.weight.dtype is torch.bfloat16


@cache
def _gelu(first: str, act: str, second: str, how: str) -> Callable[..., Any]:
    def forward(cls: Any, module: Any, given: Any) -> Any:
        linear = getattr(module, first)
        if not _fuses(linear):
            return cls.forward(module, given)
        return getattr(module, second)(linear_then(linear, given, "gelu", how))

    return forward


def _kind(activation: Any) -> str:
    """How oneDNN calls a GELU, "?" for another activation."""
    import torch

    numbers = torch.linspace(-6, 6, 97)
    for how in ("none", "tanh"):
        if torch.allclose(activation(numbers), torch.nn.functional.gelu(numbers, approximate=how), atol=1e-6):
            return how
    return "?"


def _covers(module: Any) -> bool:
    """Whether a convolution is a linear layer over patches that do not overlap."""
    return bool(module.kernel_size == module.stride and module.groups == 1 and module.padding_mode == "zeros")


def _patches(cls: Any, module: Any, given: Any) -> Any:
    """Patches [n, channels, frames, height, width], each of the size of the kernel, to [n, features, 1, 1, 1]."""
    import torch

    if given.shape[1:] != module.weight.shape[1:]:
        return cls.forward(module, given)
    made = torch.nn.functional.linear(given.flatten(1), module.weight.flatten(1), module.bias)
    return made[:, :, None, None, None]


def _windows(
    cls: Any, module: Any, given: Any, cu_seqlens: Any, position_embeddings: Any, **more: Any
) -> Any:
    """Attention of a tower over patches [n, width], which see those of their own window: from one of `cu_seqlens` to the
    next. Windows of the same length are looked at together."""
    import torch

    count = len(given)
    width = module.num_heads * 2
    both = module.qkv(given).view(count, 3 * module.num_heads, -1)
    turned = rotated(both[:, :width], *position_embeddings)
    parts = turned[:, : module.num_heads], turned[:, module.num_heads :], both[:, width:]
    starts, lengths = cu_seqlens[:-1], cu_seqlens.diff()
    seen = torch.empty_like(parts[0], memory_format=torch.contiguous_format)
    for length in filter(None, lengths.unique().tolist()):
        own = starts[lengths == length]
        places = (own[:, None] + torch.arange(length)).flatten() if len(own) < len(starts) else None
        heads = (part if places is None else part[places] for part in parts)
        query, key, value = (part.unflatten(0, (len(own), length)).transpose(1, 2) for part in heads)
        made = torch.nn.functional.scaled_dot_product_attention(query, key, value, scale=module.scaling)
        made = made.transpose(1, 2).flatten(0, 1)
        if places is None:
            seen = made
        else:
            seen[places] = made
    return module.proj(seen.reshape(count, -1))
