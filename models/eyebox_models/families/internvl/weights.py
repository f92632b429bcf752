"""Tensors of the originals under transformers' names; fused projections split into query, key and value."""

from __future__ import annotations

import re
from typing import Any

from eyebox_models.vision.adapter.names import QKV, renamed
from eyebox_models.vision.compat import Split, register_weights

_VISION = r"^vision_model\.encoder\.layers\.(\d+)\."
_TOWER = r"model.vision_tower.encoder.layer.\1."
_TEXT = r"^language_model\.model\.layers\.(\d+)\."
_LAYER = r"model.language_model.layers.\1."
RENAMED = (
    (r"^vision_model\.embeddings\.class_embedding$", "model.vision_tower.embeddings.cls_token"),
    (r"^vision_model\.embeddings\.position_embedding$", "model.vision_tower.embeddings.position_embeddings"),
    (
        r"^vision_model\.embeddings\.patch_embedding\.",
        "model.vision_tower.embeddings.patch_embeddings.projection.",
    ),
    (_VISION + r"attn\.proj\.", _TOWER + "attention.projection_layer."),
    (_VISION + r"attn\.qkv\.", _TOWER + "attention.qkv."),
    (_VISION + r"attn\.q_norm\.", _TOWER + "attention.q_norm."),
    (_VISION + r"attn\.k_norm\.", _TOWER + "attention.k_norm."),
    (_VISION + r"norm1\.", _TOWER + "layernorm_before."),
    (_VISION + r"norm2\.", _TOWER + "layernorm_after."),
    (_VISION + r"ls1$", _TOWER + "lambda_1"),
    (_VISION + r"ls2$", _TOWER + "lambda_2"),
    (_VISION + r"mlp\.", _TOWER + "mlp."),
    (r"^mlp1\.0\.", "model.multi_modal_projector.layer_norm."),
    (r"^mlp1\.1\.", "model.multi_modal_projector.linear_1."),
    (r"^mlp1\.3\.", "model.multi_modal_projector.linear_2."),
    (r"^language_model\.output\.", "lm_head."),
    (r"^language_model\.lm_head\.", "lm_head."),
    (r"^language_model\.model\.tok_embeddings\.", "model.language_model.embed_tokens."),
    (_TEXT + r"attention_norm\.", _LAYER + "input_layernorm."),
    (_TEXT + r"ffn_norm\.", _LAYER + "post_attention_layernorm."),
    (_TEXT + r"attention\.wo\.", _LAYER + "self_attn.o_proj."),
    (_TEXT + r"attention\.wqkv\.", _LAYER + "self_attn.wqkv."),
    (_TEXT + r"feed_forward\.w1\.", _LAYER + "mlp.gate_proj."),
    (_TEXT + r"feed_forward\.w3\.", _LAYER + "mlp.up_proj."),
    (_TEXT + r"feed_forward\.w2\.", _LAYER + "mlp.down_proj."),
    (r"^language_model\.model\.", "model.language_model."),
)
"""Patterns of names and what becomes of them, in this order."""
_FUSED = re.compile(r"(?P<before>.*)\.(?P<how>attention\.qkv|self_attn\.wqkv)\.(?P<kind>weight|bias)")


def converted(name: str, rows: Any, query_heads: int, key_heads: int) -> dict[str, Any]:
    """A tensor of the original (its rows in a torch tensor or numpy array of any kind) under transformers' names:
    one, or query, key and value."""
    new = renamed(name, RENAMED)
    fused = _FUSED.fullmatch(new)
    if fused is None:
        return {new: rows}
    if fused["how"] == "attention.qkv":
        third = len(rows) // 3
        parts = rows[:third], rows[third : 2 * third], rows[2 * third :]
    else:
        parts = split_grouped(rows, query_heads, key_heads)
    stem = f"{fused['before']}.{fused['how'].partition('.')[0]}"
    return {f"{stem}.{part}.{fused['kind']}": own for part, own in zip(QKV, parts, strict=True)}


def split_grouped(rows: Any, query_heads: int, key_heads: int) -> tuple[Any, Any, Any]:
    """Query, key and value of InternLM2's packed rows: for each key head [its queries, key, value] x head_dim."""
    group = query_heads // key_heads
    head = len(rows) // (query_heads + 2 * key_heads)
    packed = rows.reshape(key_heads, group + 2, head, *rows.shape[1:])
    query = packed[:, :group].reshape(query_heads * head, *rows.shape[1:])
    key, value = (packed[:, group + n].reshape(key_heads * head, *rows.shape[1:]) for n in (0, 1))
    return query, key, value


def register(name: str) -> None:
    """Tells transformers how the tensors of a class of this name become the model's."""
    split: dict[str, tuple[list[str], int | Split]] = {}
    for kind in ("weight", "bias"):
        split[f"attention.qkv.{kind}"] = [f"attention.{part}.{kind}" for part in QKV], 0
        split[f"self_attn.wqkv.{kind}"] = [f"self_attn.{part}.{kind}" for part in QKV], _grouped
    register_weights(name, RENAMED, split)


def _grouped(tensor: Any, config: Any) -> tuple[Any, Any, Any]:
    text = config.get_text_config()
    return split_grouped(tensor, text.num_attention_heads, text.num_key_value_heads)
