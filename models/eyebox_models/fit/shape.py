"""What a model's config says of its sizes: those that decide how much memory it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from eyebox_models.checkpoint import Checkpoint


@dataclass(frozen=True, slots=True)
class Shape:
    """`kinds` names the attention of each layer; `window` is that of sliding ones. `patch_values`: numbers a patch.
    `turned`: the vision tower turns queries and keys by their position (rotary embeddings). `deep`: so many of its inner
    layers give features of their own.
    """

    hidden: int
    intermediate: int
    layers: int
    heads: int
    kv_heads: int
    head_dim: int
    vocabulary: int
    kinds: tuple[str, ...]
    window: int
    linear: Linear | None
    vision_hidden: int
    vision_intermediate: int
    patch_values: int
    turned: bool
    deep: int


@dataclass(frozen=True, slots=True)
class Linear:
    """The states that a layer with linear attention keeps: a window of inputs, and one matrix a head (in FP32)."""

    channels: int
    window: int
    heads: int
    key: int
    value: int


def shape_of(checkpoint: Checkpoint) -> Shape:
    """What the config says, with the usual values where it is silent."""
    text, vision = checkpoint.text_config, checkpoint.vision_config
    hidden = _size(text, 4096, "hidden_size")
    heads = _size(text, 32, "num_attention_heads")
    layers = _size(text, 32, "num_hidden_layers")
    types = text.get("layer_types")
    kinds = tuple(str(kind) for kind in types[:layers]) if isinstance(types, list) else ()
    window = _size(text, 0, "sliding_window") if text.get("use_sliding_window", True) else 0
    if not kinds and window and "use_sliding_window" not in text and checkpoint.kind.slides:
        kinds = ("sliding_attention",) * layers
    kinds += ("full_attention",) * (layers - len(kinds))
    wide = _size(vision, 1024, "embed_dim", "width") if "embed_dim" in vision or "width" in vision else 0
    wide = wide or _size(vision, 1024, "hidden_size")
    ratio = vision.get("mlp_ratio")
    ratio = float(ratio) if isinstance(ratio, int | float) and 0 < ratio < 64 else 4.0
    patch = _side(vision.get("patch_size"), 14)
    deep = vision.get("deepstack_visual_indexes")
    return Shape(
        hidden=hidden,
        intermediate=_intermediate(checkpoint, text, hidden),
        layers=layers,
        heads=heads,
        kv_heads=_size(text, heads, "num_key_value_heads"),
        head_dim=_size(text, max(1, hidden // max(1, heads)), "head_dim", "kv_channels"),
        vocabulary=_size(text, 152_000, "vocab_size"),
        kinds=kinds,
        window=window,
        linear=_linear(text) if "linear_attention" in kinds else None,
        vision_hidden=wide,
        vision_intermediate=_size(vision, int(wide * ratio), "intermediate_size"),
        patch_values=_size(vision, 3, "in_channels", "num_channels")
        * patch**2
        * _size(vision, checkpoint.kind.frames, "temporal_patch_size"),
        turned=checkpoint.kind.turned,
        deep=len(deep) if isinstance(deep, list) else 0,
    )


def _size(config: dict[str, Any], default: int, *names: str) -> int:
    """The first of these fields that holds a sensible whole number."""
    for name in names:
        value = config.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 32:
            return value
    return default


def _side(value: Any, default: int) -> int:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 4096 else default


def _intermediate(checkpoint: Checkpoint, text: dict[str, Any], hidden: int) -> int:
    wide = _size(text, 4 * hidden, "intermediate_size")
    if checkpoint.kind.fused_gate:
        return wide // 2
    experts = _size(text, 0, "moe_intermediate_size") * _size(text, 0, "num_experts_per_tok")
    return max(experts + _size(text, 0, "shared_expert_intermediate_size"), 1) if experts else wide


def _linear(text: dict[str, Any]) -> Linear:
    key_heads, heads = _size(text, 16, "linear_num_key_heads"), _size(text, 32, "linear_num_value_heads")
    key, value = _size(text, 128, "linear_key_head_dim"), _size(text, 128, "linear_value_head_dim")
    channels = 2 * key_heads * key + heads * value
    return Linear(channels, _size(text, 4, "linear_conv_kernel_dim"), heads, key, value)
