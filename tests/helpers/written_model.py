"""A tiny Qwen2-VL as files alone: for tests that need a folder with a model, and not torch, which takes seconds to import."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tiny_models import QWEN_IDS, QWEN_TEMPLATE, ROPE, SPECIALS, byte_level

HIDDEN, WIDE, LAYERS, VOCABULARY = 64, 128, 2, 448


def _shapes() -> Iterator[tuple[str, tuple[int, ...]]]:
    """Name and shape of each tensor."""
    yield "visual.patch_embed.proj.weight", (HIDDEN, 3, 2, 14, 14)
    for layer in range(LAYERS):
        block = f"visual.blocks.{layer}"
        for norm in ("norm1", "norm2"):
            yield from _biased(f"{block}.{norm}", HIDDEN)
        yield from _biased(f"{block}.attn.qkv", 3 * HIDDEN, HIDDEN)
        yield from _biased(f"{block}.attn.proj", HIDDEN, HIDDEN)
        yield from _biased(f"{block}.mlp.fc1", WIDE, HIDDEN)
        yield from _biased(f"{block}.mlp.fc2", HIDDEN, WIDE)
    yield from _biased("visual.merger.ln_q", HIDDEN)
    yield from _biased("visual.merger.mlp.0", 4 * HIDDEN, 4 * HIDDEN)
    yield from _biased("visual.merger.mlp.2", HIDDEN, 4 * HIDDEN)
    for name in ("model.embed_tokens.weight", "lm_head.weight"):
        yield name, (VOCABULARY, HIDDEN)
    for layer in range(LAYERS):
        block = f"model.layers.{layer}"
        for norm in ("input_layernorm", "post_attention_layernorm"):
            yield f"{block}.{norm}.weight", (HIDDEN,)
        yield from _biased(f"{block}.self_attn.q_proj", HIDDEN, HIDDEN)
        for name in "kv":
            yield from _biased(f"{block}.self_attn.{name}_proj", HIDDEN // 2, HIDDEN)
        yield f"{block}.self_attn.o_proj.weight", (HIDDEN, HIDDEN)
        for name in ("gate", "up"):
            yield f"{block}.mlp.{name}_proj.weight", (WIDE, HIDDEN)
        yield f"{block}.mlp.down_proj.weight", (HIDDEN, WIDE)
    yield "model.norm.weight", (HIDDEN,)


def _biased(name: str, *shape: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.weight", shape
    yield f"{name}.bias", shape[:1]


def write_model(folder: Path, dtype: str = "float32", most_tokens: int = 64) -> Path:
    """Writes the checkpoint into `folder`: random weights, the same each time. `dtype`: "float32" or "bfloat16".
    A picture is at most `most_tokens` visual tokens.
    """
    from tokenizers import AddedToken, Tokenizer

    folder.mkdir(parents=True)
    numbers = np.random.default_rng(0)
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    data = bytearray()
    for name, shape in _shapes():
        one = (
            np.ones(shape)
            if "norm" in name or "ln_q" in name
            else numbers.normal(0, shape[-1] ** -0.5, shape)
        )
        whole = one.astype("<f4")
        begin = len(data)
        data += (whole if dtype == "float32" else (whole.view("<u4") >> 16).astype("<u2")).tobytes()
        kind = {"float32": "F32", "bfloat16": "BF16"}[dtype]
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": (begin, len(data))}
    lines = json.dumps(header).encode()
    lines += b" " * (-len(lines) % 8)
    (folder / "model.safetensors").write_bytes(len(lines).to_bytes(8, "little") + lines + data)
    tokenizer = Tokenizer.from_str(byte_level())
    # in the order in which transformers adds them
    first = ("<|im_end|>", "<|endoftext|>")
    special = [*first, *(token for token in SPECIALS["qwen"] if token not in first)]
    tokenizer.add_special_tokens([AddedToken(token, normalized=False, special=True) for token in special])
    ids = {token: tokenizer.token_to_id(token) for token in special}
    eos, pad = (ids[token] for token in first)
    tokenizer.save(str(folder / "tokenizer.json"))
    images = {
        "image_mean": [0.48145466, 0.4578275, 0.40821073], "image_std": [0.26862954, 0.26130258, 0.27577711],
        "merge_size": 2, "patch_size": 14, "temporal_patch_size": 2, "do_convert_rgb": True, "resample": 3,
        "size": {"shortest_edge": 56 * 56, "longest_edge": 28 * 28 * most_tokens},
    }  # fmt: skip
    files: dict[str, dict[str, Any]] = {
        "config.json": {
            "architectures": ["Qwen2VLForConditionalGeneration"], "model_type": "qwen2_vl", "dtype": dtype,
            "tie_word_embeddings": False,
            "text_config": {
                "model_type": "qwen2_vl_text", "hidden_size": HIDDEN, "intermediate_size": WIDE, "num_hidden_layers": LAYERS,
                "vocab_size": VOCABULARY, "num_attention_heads": 4, "num_key_value_heads": 2, "max_position_embeddings": 32768,
                "tie_word_embeddings": False, "eos_token_id": eos, "pad_token_id": pad, "bos_token_id": None,
                "rope_parameters": ROPE,
            },
            "vision_config": {
                "model_type": "qwen2_vl_vision", "depth": LAYERS, "embed_dim": HIDDEN, "hidden_size": HIDDEN, "num_heads": 4,
                "mlp_ratio": 2, "patch_size": 14,
            },
            **{name: ids[token] for name, token in QWEN_IDS.items()},
        },
        "generation_config.json": {
            "do_sample": True, "temperature": 0.7, "top_p": 0.8, "repetition_penalty": 1.05, "eos_token_id": [eos, pad],
            "pad_token_id": pad,
        },
        "processor_config.json": {
            "processor_class": "Qwen2VLProcessor",
            "image_processor": {"image_processor_type": "Qwen2VLImageProcessor", **images},
            "video_processor": {"video_processor_type": "Qwen2VLVideoProcessor", **images},
        },
        "tokenizer_config.json": {
            "tokenizer_class": "TokenizersBackend", "backend": "tokenizers", "processor_class": "Qwen2VLProcessor",
            "eos_token": first[0], "pad_token": first[1], "bos_token": None, "extra_special_tokens": [*SPECIALS["qwen"]],
            "model_specific_special_tokens": {}, "model_max_length": 32768,
        },
    }  # fmt: skip
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    (folder / "chat_template.jinja").write_text(QWEN_TEMPLATE, encoding="utf-8")
    return folder
