"""Tiny checkpoints with random weights, built from the real configuration and processor classes of transformers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

SPECIALS = {
    "qwen": (
        "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>",
        "<|box_end|>", "<|quad_start|>", "<|quad_end|>", "<|vision_start|>", "<|vision_end|>", "<|vision_pad|>",
        "<|image_pad|>", "<|video_pad|>",
    ),
    "internvl": (
        "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<img>", "</img>", "<IMG_CONTEXT>", "<video>", "<quad>", "</quad>",
        "<ref>", "</ref>", "<box>", "</box>",
    ),
}  # fmt: skip

CHATML = (
    "{% for message in messages %}{% if loop.first and message['role'] != 'system' %}<|im_start|>system\n"
    "You are a helpful assistant.<|im_end|>\n{% endif %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}<|im_end|>\n{% else %}"
    "{% for content in message['content'] %}{% if content['type'] == 'image' %}PICTURE"
    "{% elif 'text' in content %}{{ content['text'] }}{% endif %}{% endfor %}<|im_end|>\n{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
QWEN_TEMPLATE = CHATML.replace("PICTURE", "<|vision_start|><|image_pad|><|vision_end|>")
INTERNVL_TEMPLATE = CHATML.replace("PICTURE", "<IMG_CONTEXT>\n")

CORPUS = (
    "What is in the picture? Find the red square and the blue circle. 图里有什么？请提取所有价格。 "
    '```json\n[{"bbox_2d": [10, 20, 300, 400], "label": "dog"}]\n``` {"name": "A", "total": 12.5} 0123456789 '
    "A second question: who, where, when, how many? The quick brown fox jumps over the lazy dog. 你好，世界。\n"
)


@cache
def _trained(kind: str) -> str:
    """A byte-level tokenizer of about 500 entries, as JSON."""
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE())
    pattern = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(pattern), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=480, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator([CORPUS], trainer)
    return tokenizer.to_str()


def tokenizer(kind: str) -> Any:
    """A fast tokenizer with the special tokens of "qwen" or "internvl"."""
    from tokenizers import Tokenizer
    from transformers import PreTrainedTokenizerFast

    names = SPECIALS[kind]
    own = {
        "start_image_token": "<img>", "end_image_token": "</img>", "context_image_token": "<IMG_CONTEXT>",
        "video_token": "<video>",
    }  # fmt: skip
    return PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer.from_str(_trained(kind)),
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        extra_special_tokens=list(names),
        model_specific_special_tokens=own if kind == "internvl" else {},
        model_max_length=32768,
    )


def _ids(made: Any, **names: str) -> dict[str, int]:
    return {key: made.convert_tokens_to_ids(token) for key, token in names.items()}


def _text(hidden: int, layers: int, vocab: int, **more: Any) -> dict[str, Any]:
    return {
        "hidden_size": hidden, "intermediate_size": 2 * hidden, "num_hidden_layers": layers, "vocab_size": vocab,
        "num_attention_heads": 4, "num_key_value_heads": 2, "max_position_embeddings": 32768, **more,
    }  # fmt: skip


def build_tiny(
    family: str, folder: Path, *, seed: int = 0, hidden: int = 64, layers: int = 2, dtype: str = "float32"
) -> Path:
    """Writes a checkpoint of "qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_5" or "internvl" into `folder`."""
    import torch
    import transformers as t

    torch.manual_seed(seed)
    kind = "internvl" if family == "internvl" else "qwen"
    tok = tokenizer(kind)
    vocab = (len(tok) + 63) // 64 * 64
    eos, pad = tok.convert_tokens_to_ids("<|im_end|>"), tok.convert_tokens_to_ids("<|endoftext|>")
    rope = {"rope_type": "default", "mrope_section": [2, 3, 3], "rope_theta": 10000.0}
    qwen_ids = _ids(
        tok, image_token_id="<|image_pad|>", video_token_id="<|video_pad|>", vision_start_token_id="<|vision_start|>",
        vision_end_token_id="<|vision_end|>",
    )  # fmt: skip
    images: Any
    if family == "qwen2_vl":
        config = t.Qwen2VLConfig(
            text_config=_text(hidden, layers, vocab, rope_parameters=rope, eos_token_id=eos, pad_token_id=pad),
            vision_config={
                "depth": 2, "embed_dim": 64, "hidden_size": hidden, "num_heads": 4, "mlp_ratio": 2, "patch_size": 14,
            },
            **qwen_ids,
        )  # fmt: skip
        model: Any = t.Qwen2VLForConditionalGeneration(config)
        images = t.Qwen2VLImageProcessor(min_pixels=56 * 56, max_pixels=28 * 28 * 64)
        processor: Any = t.Qwen2VLProcessor(
            images, tok, t.Qwen2VLVideoProcessor(), chat_template=QWEN_TEMPLATE
        )
    elif family == "qwen2_5_vl":
        config = t.Qwen2_5_VLConfig(
            text_config=_text(hidden, layers, vocab, rope_parameters=rope, eos_token_id=eos, pad_token_id=pad),
            vision_config={
                "depth": 2, "hidden_size": 64, "out_hidden_size": hidden, "num_heads": 4, "intermediate_size": 128,
                "patch_size": 14, "window_size": 112, "fullatt_block_indexes": [1],
            },
            **qwen_ids,
        )  # fmt: skip
        model = t.Qwen2_5_VLForConditionalGeneration(config)
        images = t.Qwen2VLImageProcessor(min_pixels=56 * 56, max_pixels=28 * 28 * 64)
        processor = t.Qwen2_5_VLProcessor(images, tok, t.Qwen2VLVideoProcessor(), chat_template=QWEN_TEMPLATE)
    elif family in ("qwen3_vl", "qwen3_5"):
        vision = {
            "depth": 2, "hidden_size": 64, "out_hidden_size": hidden, "num_heads": 4, "intermediate_size": 128,
            "patch_size": 16, "num_position_embeddings": 256, "deepstack_visual_indexes": [0],
        }  # fmt: skip
        text = _text(
            hidden, layers, vocab, head_dim=16, rope_parameters=rope, eos_token_id=eos, pad_token_id=pad
        )
        if family == "qwen3_vl":
            config = t.Qwen3VLConfig(text_config=text, vision_config=vision, **qwen_ids)
            model = t.Qwen3VLForConditionalGeneration(config)
        else:
            del vision["deepstack_visual_indexes"]
            text |= {
                "layer_types": ["linear_attention", "full_attention"] * (layers // 2), "linear_num_key_heads": 2,
                "linear_num_value_heads": 4, "linear_key_head_dim": 16, "linear_value_head_dim": 16,
            }  # fmt: skip
            config = t.Qwen3_5Config(text_config=text, vision_config=vision, **qwen_ids)
            model = t.Qwen3_5ForConditionalGeneration(config)
        images = t.Qwen2VLImageProcessor(
            patch_size=16,
            min_pixels=64 * 64,
            max_pixels=32 * 32 * 64,
            image_mean=[0.5] * 3,
            image_std=[0.5] * 3,
        )
        processor = t.Qwen3VLProcessor(images, tok, t.Qwen3VLVideoProcessor(), chat_template=QWEN_TEMPLATE)
    elif family == "internvl":
        config = t.InternVLConfig(
            text_config=t.Qwen2Config(**_text(hidden, layers, vocab, eos_token_id=eos, pad_token_id=pad)),
            vision_config={
                "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
                "image_size": [56, 56], "patch_size": [14, 14],
            },
            image_token_id=tok.convert_tokens_to_ids("<IMG_CONTEXT>"),
            downsample_ratio=0.5,
        )  # fmt: skip
        model = t.InternVLForConditionalGeneration(config)
        images = t.GotOcr2ImageProcessor(
            size={"height": 56, "width": 56}, crop_to_patches=True, min_patches=1, max_patches=6
        )
        processor = t.InternVLProcessor(
            images, tok, t.InternVLVideoProcessor(), image_seq_length=4, chat_template=INTERNVL_TEMPLATE
        )
    else:
        raise ValueError(family)
    model.generation_config = t.GenerationConfig(
        eos_token_id=[eos, pad],
        pad_token_id=pad,
        do_sample=True,
        temperature=0.7,
        top_p=0.8,
        repetition_penalty=1.05,
    )
    model.to(getattr(torch, dtype)).save_pretrained(folder)
    processor.save_pretrained(folder)
    (folder / "built.json").write_text(json.dumps({"family": family, "seed": seed}))
    return folder
