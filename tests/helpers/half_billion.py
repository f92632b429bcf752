"""Checkpoints of half a billion random weights in BF16, in the shapes of six families: large enough to measure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tiny_models import INTERNVL_TEMPLATE, QWEN_IDS, QWEN_TEMPLATE, tokenizer
from tiny_originals import build_original

VOCAB = 64_000


@dataclass(frozen=True, slots=True)
class Shown:
    """Pictures that together are 1,280 visual tokens to a shape: how many, and their size."""

    size: tuple[int, int]
    pictures: int = 1


SHAPES = {
    "qwen2_vl": Shown((40 * 28, 32 * 28)),
    "qwen2_5_vl": Shown((40 * 28, 32 * 28)),
    "qwen3_vl": Shown((40 * 32, 32 * 32)),
    "qwen3_5": Shown((40 * 32, 32 * 32)),
    "internvl3": Shown((896, 896)),
    "qwen_vl": Shown((640, 448), 5),
}
"""Shapes, and what they are shown."""


def build_half_billion(
    folder: Path, seed: int = 0, shape: str = "qwen2_vl", trained: tuple[Any, ...] = ()
) -> Path:
    """Writes a checkpoint into `folder` (1.1 GB): the language model of Qwen2-0.5B with a part of a family's vision tower.

    Layers, not widths, are fewer than in the smallest model of the family. Qwen-VL has a language model of its own.
    `trained` are a corpus and the entries of a larger tokenizer, for the other shapes.
    """
    if shape == "qwen_vl":
        return build_original(folder, hidden=1024, width=1664, layers=24, tower=8, heads=16, safetensors=True)
    import torch
    import transformers as t

    t.utils.logging.disable_progress_bar()
    tok = tokenizer("internvl" if shape == "internvl3" else "qwen", *trained)
    end, pad = (tok.convert_tokens_to_ids(token) for token in ("<|im_end|>", "<|endoftext|>"))
    text = {
        "hidden_size": 896, "intermediate_size": 4864, "num_hidden_layers": 24, "num_attention_heads": 14,
        "num_key_value_heads": 2, "head_dim": 64, "vocab_size": VOCAB, "max_position_embeddings": 32768,
        "tie_word_embeddings": True, "bos_token_id": None, "eos_token_id": end, "pad_token_id": pad,
    }  # fmt: skip
    cls, config, processor = _internvl(tok, text) if shape == "internvl3" else _qwen(shape, tok, text)
    torch.manual_seed(seed)
    with torch.device("meta"):
        model = cls(config)
    model = model.to(torch.bfloat16).to_empty(device="cpu")
    model.tie_weights()
    with torch.no_grad():
        for weights in model.parameters():
            weights.normal_(0, 0.02) if weights.ndim > 1 else weights.fill_(1.0)
        for name, weights in model.named_parameters():
            if name.endswith("bias"):
                weights.zero_()
    model.generation_config = t.GenerationConfig(eos_token_id=[end, pad], pad_token_id=pad)
    model.save_pretrained(folder)
    processor.save_pretrained(folder)
    return folder


def _qwen(shape: str, tok: Any, text: dict[str, Any]) -> tuple[Any, Any, Any]:
    import transformers as t

    ids = {key: tok.convert_tokens_to_ids(token) for key, token in QWEN_IDS.items()}
    text = text | {
        "rope_parameters": {"rope_type": "default", "mrope_section": [8, 12, 12], "rope_theta": 1e6}
    }
    vision: dict[str, Any] = {"depth": 10, "num_heads": 16, "patch_size": 14}
    pixels: dict[str, Any] = {"min_pixels": 56 * 56, "max_pixels": 28 * 28 * 16384}
    if shape == "qwen2_vl":
        vision |= {"embed_dim": 1280, "hidden_size": 896, "mlp_ratio": 4}
        kinds: Any = t.Qwen2VLConfig, t.Qwen2VLForConditionalGeneration, t.Qwen2VLProcessor
    elif shape == "qwen2_5_vl":
        vision |= {
            "hidden_size": 1280, "out_hidden_size": 896, "intermediate_size": 3420, "window_size": 112,
            "fullatt_block_indexes": [7],
        }  # fmt: skip
        kinds = t.Qwen2_5_VLConfig, t.Qwen2_5_VLForConditionalGeneration, t.Qwen2_5_VLProcessor
    else:
        vision |= {
            "depth": 14, "hidden_size": 1024, "out_hidden_size": 896, "intermediate_size": 4096, "patch_size": 16,
            "num_position_embeddings": 2304, "deepstack_visual_indexes": [3, 7, 11],
        }  # fmt: skip
        pixels = {
            "patch_size": 16, "min_pixels": 64 * 64, "max_pixels": 32 * 32 * 16384, "image_mean": [0.5] * 3,
            "image_std": [0.5] * 3,
        }  # fmt: skip
        kinds = t.Qwen3VLConfig, t.Qwen3VLForConditionalGeneration, t.Qwen3VLProcessor
    if shape == "qwen3_5":
        del vision["deepstack_visual_indexes"]
        text |= {
            "hidden_size": 1024, "intermediate_size": 3584, "num_attention_heads": 8, "head_dim": 256,
            "layer_types": [*["linear_attention"] * 3, "full_attention"] * 6, "linear_num_value_heads": 16,
            "linear_num_key_heads": 16, "linear_key_head_dim": 128, "linear_value_head_dim": 128,
        }  # fmt: skip
        text["rope_parameters"] |= {"partial_rotary_factor": 0.25}
        vision["out_hidden_size"] = 1024
        kinds = t.Qwen3_5Config, t.Qwen3_5ForConditionalGeneration, t.Qwen3VLProcessor
    config = kinds[0](text_config=text, vision_config=vision, tie_word_embeddings=True, **ids)
    videos = (t.Qwen3VLVideoProcessor if shape.startswith("qwen3") else t.Qwen2VLVideoProcessor)()
    images = t.Qwen2VLImageProcessor(**pixels)
    return kinds[1], config, kinds[2](images, tok, videos, chat_template=QWEN_TEMPLATE)


def _internvl(tok: Any, text: dict[str, Any]) -> tuple[Any, Any, Any]:
    import transformers as t

    config = t.InternVLConfig(
        text_config=t.Qwen2Config(
            **text, rope_parameters={"rope_type": "default", "rope_theta": 1e6}
        ),
        vision_config={
            "hidden_size": 1024, "intermediate_size": 4096, "num_hidden_layers": 14, "num_attention_heads": 16,
            "image_size": [448, 448], "patch_size": [14, 14], "attention_bias": True, "use_qk_norm": False,
        },
        tie_word_embeddings=True,
        image_token_id=tok.convert_tokens_to_ids("<IMG_CONTEXT>"),
    )  # fmt: skip
    images = t.GotOcr2ImageProcessor(
        size={"height": 448, "width": 448}, crop_to_patches=True, min_patches=1, max_patches=12
    )
    videos = t.InternVLVideoProcessor()
    more: dict[str, Any] = {"image_seq_length": 256, "chat_template": INTERNVL_TEMPLATE}
    return t.InternVLForConditionalGeneration, config, t.InternVLProcessor(images, tok, videos, **more)
