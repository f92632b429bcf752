"""Original InternVL checkpoints for tests: the recorded ones, and random ones written from a model of transformers."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from eyebox_models.protocol.ask import Message, Picture
from originals import DATA
from tiny_originals import save

INTERNLM2, QWEN2 = "internvl2_internlm2", "internvl3_qwen2"
RECORDED = (INTERNLM2, QWEN2)
_BACK = (
    (r"^model\.vision_tower\.embeddings\.cls_token$", "vision_model.embeddings.class_embedding"),
    (r"^model\.vision_tower\.embeddings\.position_embeddings$", "vision_model.embeddings.position_embedding"),
    (
        r"^model\.vision_tower\.embeddings\.patch_embeddings\.projection",
        "vision_model.embeddings.patch_embedding",
    ),
    (r"^model\.vision_tower\.encoder\.layer\.", "vision_model.encoder.layers."),
    (r"\.attention\.projection_layer\.", ".attn.proj."),
    (r"\.attention\.(q|k)_norm\.", r".attn.\1_norm."),
    (r"\.layernorm_before\.", ".norm1."),
    (r"\.layernorm_after\.", ".norm2."),
    (r"\.lambda_(\d)$", r".ls\1"),
    (r"^model\.multi_modal_projector\.layer_norm\.", "mlp1.0."),
    (r"^model\.multi_modal_projector\.linear_1\.", "mlp1.1."),
    (r"^model\.multi_modal_projector\.linear_2\.", "mlp1.3."),
    (r"^model\.language_model\.", "language_model.model."),
    (r"^lm_head\.", "language_model.lm_head."),
)
_INTERNLM2 = (
    ("embed_tokens", "tok_embeddings"), ("self_attn.o_proj", "attention.wo"), ("input_layernorm", "attention_norm"),
    ("post_attention_layernorm", "ffn_norm"), ("mlp.gate_proj", "feed_forward.w1"), ("mlp.up_proj", "feed_forward.w3"),
    ("mlp.down_proj", "feed_forward.w2"), ("lm_head", "output"),
)  # fmt: skip
_SMALL = ("tokenizer_config.json", "added_tokens.json", "vocab.json", "merges.txt", "generation_config.json")


def messages(case: dict[str, Any], form: str = "places") -> tuple[Message, ...]:
    """The chat of a recorded case: pictures where its texts say `<image>`, or ("text") the texts as they are."""
    paths = iter(entry["image"] for entry in case["images"])
    chat: list[Message] = []
    for question, answer in case["history"] or []:
        chat += [Message("user", _parts(question, paths)), Message("assistant", (answer,))]
    question = case["question"]
    left = len(case["images"]) - sum(text.count("<image>") for text, _answer in case["history"] or [])
    if form == "places" and question.count("<image>") == left:
        return (*chat, Message("user", _parts(question, paths)))
    return (*chat, Message("user", (*map(Picture, paths), question)))


def _parts(text: str, paths: Any) -> tuple[str | Picture, ...]:
    first, *rest = text.split("<image>")
    parts: list[str | Picture] = [first] if first else []
    for after in rest:
        parts += [Picture(next(paths)), after] if after else [Picture(next(paths))]
    return tuple(parts)


def most_tiles(case: dict[str, Any]) -> int | None:
    return max((entry["max_num"] for entry in case["images"]), default=None)


def wanted_ids(case: dict[str, Any]) -> list[int]:
    """The recorded answer up to where the conversation's end token would end it."""
    ids: list[int] = case["greedy16_ids"]
    return ids[: ids.index(case["eos_token_id"])] if case["eos_token_id"] in ids else ids


def prompt_ids(case: dict[str, Any]) -> list[int]:
    return [number for number, count in case["input_ids_rle"] for _ in range(count)]


def random_model(kind: str, hidden: int = 128, layers: int = 2, style: str = "300m", seed: int = 3) -> Any:
    """A model of transformers' own with random weights, by its language model and the style of its vision tower."""
    import torch
    import transformers as t

    torch.manual_seed(seed)
    text: dict[str, Any] = {
        "model_type": kind, "vocab_size": 527, "hidden_size": hidden, "intermediate_size": 2 * hidden,
        "num_hidden_layers": layers, "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": hidden // 4,
        "max_position_embeddings": 4096, "rms_norm_eps": 1e-6, "tie_word_embeddings": False,
        "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0},
        "bos_token_id": 496, "eos_token_id": 496, "pad_token_id": 496,
    }  # fmt: skip
    if kind == "qwen3_moe":
        text |= {"num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32}
    vision = {
        "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
        "image_size": [448, 448], "patch_size": [14, 14], "use_mean_pooling": True, "attention_bias": style == "300m",
        "use_qk_norm": style == "6b", "norm_type": "layer_norm" if style == "300m" else "rms_norm",
    }  # fmt: skip
    config = t.InternVLConfig(
        text_config=text, vision_config=vision, image_token_id=520, tie_word_embeddings=False
    )
    model = t.InternVLForConditionalGeneration(config).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.05)
            parameter.copy_(parameter.bfloat16())
    return model


def write_original(model: Any, folder: Path, shards: int = 1, packed: bool = False, **config: Any) -> Path:
    """Writes a model of transformers as an original with the tokenizer of the recorded InternVL3.

    `packed`: a Llama becomes InternLM2.
    """
    folder.mkdir(parents=True)
    for name in _SMALL:
        shutil.copy(DATA / QWEN2 / name, folder / name)
    told = json.loads((DATA / QWEN2 / "config.json").read_text())
    text, vision = model.config.text_config, model.config.vision_config
    kept = ("vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads",
            "num_key_value_heads", "head_dim", "max_position_embeddings", "rms_norm_eps", "model_type", "num_experts",
            "num_experts_per_tok", "moe_intermediate_size", "norm_topk_prob")  # fmt: skip
    told["llm_config"] = {key: getattr(text, key) for key in kept if getattr(text, key, None) is not None}
    told["llm_config"] |= {"rope_theta": text.rope_parameters["rope_theta"], "torch_dtype": "bfloat16"}
    told["vision_config"] |= {
        "hidden_size": vision.hidden_size, "intermediate_size": vision.intermediate_size,
        "num_hidden_layers": vision.num_hidden_layers, "num_attention_heads": vision.num_attention_heads,
        "norm_type": vision.norm_type, "qk_normalization": vision.use_qk_norm, "qkv_bias": vision.attention_bias,
    }  # fmt: skip
    tensors = original_tensors(model)
    if packed:
        told["llm_config"] |= {"model_type": "internlm2", "bias": False}
        tensors = internlm2_tensors(tensors, text.num_attention_heads, text.num_key_value_heads)
    (folder / "config.json").write_text(json.dumps(told | config))
    save(folder, tensors, shards, safetensors=True)
    return folder


def internlm2_tensors(tensors: dict[str, Any], heads: int, key_heads: int) -> dict[str, Any]:
    """A Llama's tensors by InternLM2's names: for each key head its queries, the key, the value, one below the other."""
    import torch

    made: dict[str, Any] = {}
    for name, tensor in tensors.items():
        match = re.fullmatch(r"(.*layers\.\d+)\.self_attn\.(q|k|v)_proj\.weight", name)
        if match is None or "vision" in name:
            for old, new in _INTERNLM2:
                name = name.replace(old, new) if name.startswith("language_model.") else name
            made[name] = tensor
        elif match[2] == "q":
            stem = f"{match[1]}.self_attn"
            query = tensor.chunk(heads)
            key, value = (tensors[f"{stem}.{part}_proj.weight"].chunk(key_heads) for part in "kv")
            group = heads // key_heads
            rows = [
                part
                for head in range(key_heads)
                for part in (*query[head * group : (head + 1) * group], key[head], value[head])
            ]
            made[f"{match[1]}.attention.wqkv.weight"] = torch.cat(rows)
    return made


def original_tensors(model: Any) -> dict[str, Any]:
    """The weights in BF16 under an original's names, the vision tower's projections fused, experts apart."""
    import torch

    made: dict[str, Any] = {}
    for name, tensor in model.state_dict().items():
        if name.endswith(("experts.gate_up_proj", "experts.down_proj")):
            stem, part = re.sub(r"^model\.language_model\.", "language_model.model.", name).rsplit(".", 1)
            for number, own in enumerate(tensor):
                pieces = own.chunk(2) if part == "gate_up_proj" else (own,)
                kinds = ("gate_proj", "up_proj") if part == "gate_up_proj" else ("down_proj",)
                for kind, piece in zip(kinds, pieces, strict=True):
                    made[f"{stem}.{number}.{kind}.weight"] = piece.bfloat16().contiguous()
            continue
        match = re.fullmatch(
            r"model\.vision_tower\.encoder\.layer\.(\d+)\.attention\.(q|k|v)_proj\.(\w+)", name
        )
        if match:
            fused = f"vision_model.encoder.layers.{match[1]}.attn.qkv.{match[3]}"
            before = [made[fused]] if fused in made else []
            made[fused] = torch.cat([*before, tensor.bfloat16()])
            continue
        for old, new in _BACK:
            name = re.sub(old, new, name)
        made[name] = tensor.bfloat16().contiguous()
    return made
