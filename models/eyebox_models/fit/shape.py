"""The sizes of a model that its memory depends on, from any family's config."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from eyebox_models.checkpoint import Checkpoint


@dataclass(frozen=True, slots=True)
class Linear:
    """The states that a layer with linear attention keeps: a window of inputs, and one matrix a head (in FP32)."""

    channels: int
    window: int
    heads: int
    key: int
    value: int


@dataclass(frozen=True, slots=True)
class Shape:
    """`kinds` names the attention of each layer; `window` is that of sliding ones. `patch_values`: numbers a patch.
    `turned`: the vision tower turns queries and keys by their position (rotary embeddings).
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


def shape_of(checkpoint: Checkpoint) -> Shape:
    """What the config says, with the usual values where it is silent."""
    text, vision = checkpoint.text_config, checkpoint.vision_config or _visual(checkpoint)
    hidden = size(text, 4096, "hidden_size")
    heads = size(text, 32, "num_attention_heads")
    layers = size(text, 32, "num_hidden_layers")
    told = text.get("layer_types")
    kinds = tuple(str(kind) for kind in told[:layers]) if isinstance(told, list) else ()
    window = size(text, 0, "sliding_window") if text.get("use_sliding_window", True) else 0
    if (
        not kinds
        and window
        and "use_sliding_window" not in text
        and checkpoint.model_type not in ("qwen2_vl",)
    ):
        kinds = ("sliding_attention",) * layers
    kinds += ("full_attention",) * (layers - len(kinds))
    wide = size(vision, 1024, "embed_dim", "width") if "embed_dim" in vision or "width" in vision else 0
    wide = wide or size(vision, 1024, "hidden_size")
    ratio = vision.get("mlp_ratio")
    ratio = float(ratio) if isinstance(ratio, int | float) and 0 < ratio < 64 else 4.0
    patch = _side(vision.get("patch_size"), 14)
    return Shape(
        hidden=hidden,
        intermediate=_intermediate(checkpoint, text, hidden),
        layers=layers,
        heads=heads,
        kv_heads=size(text, heads, "num_key_value_heads"),
        head_dim=size(text, max(1, hidden // max(1, heads)), "head_dim", "kv_channels"),
        vocabulary=size(text, 152_000, "vocab_size"),
        kinds=kinds,
        window=window,
        linear=_linear(text) if "linear_attention" in kinds else None,
        vision_hidden=wide,
        vision_intermediate=size(vision, int(wide * ratio), "intermediate_size"),
        patch_values=size(vision, 3, "in_channels", "num_channels")
        * patch**2
        * size(
            vision, 2 if checkpoint.model_type.startswith(("qwen2", "qwen3")) else 1, "temporal_patch_size"
        ),
        turned=checkpoint.model_type.startswith(("qwen2", "qwen3")),
    )


def size(config: dict[str, Any], default: int, *names: str) -> int:
    """The first of these fields that holds a sensible whole number."""
    for name in names:
        value = config.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 32:
            return value
    return default


def _visual(checkpoint: Checkpoint) -> dict[str, Any]:
    part = checkpoint.config.get("visual")
    return part if isinstance(part, dict) else {}


def _side(value: Any, default: int) -> int:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 4096 else default


def _intermediate(checkpoint: Checkpoint, text: dict[str, Any], hidden: int) -> int:
    wide = size(text, 4 * hidden, "intermediate_size")
    if checkpoint.model_type == "qwen":  # counts gate and up together
        return wide // 2
    experts = size(text, 0, "moe_intermediate_size") * size(text, 0, "num_experts_per_tok")
    return max(experts + size(text, 0, "shared_expert_intermediate_size"), 1) if experts else wide


def _linear(text: dict[str, Any]) -> Linear:
    key_heads, heads = size(text, 16, "linear_num_key_heads"), size(text, 32, "linear_num_value_heads")
    key, value = size(text, 128, "linear_key_head_dim"), size(text, 128, "linear_value_head_dim")
    channels = 2 * key_heads * key + heads * value
    return Linear(channels, size(text, 4, "linear_conv_kernel_dim"), heads, key, value)
