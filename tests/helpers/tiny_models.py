"""Tiny checkpoints with random weights, built from the real configuration and processor classes of transformers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
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
    "llama": (
        "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<image>", "<fake_token_around_image>", "<global-img>",
        "<end_of_utterance>", "<video>", *(f"<row_{row}_col_{column}>" for row in range(1, 7) for column in range(1, 7)),
    ),
    "gemma": (
        "<pad>", "<eos>", "<bos>", "<start_of_turn>", "<end_of_turn>", "<start_of_image>", "<end_of_image>",
        "<image_soft_token>",
    ),
}  # fmt: skip

CHATML = (
    "{% for message in messages %}{% if loop.first and message['role'] != 'system' %}<|im_start|>system\n"
    "You are a helpful assistant.<|im_end|>\n{% endif %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}<|im_end|>\n{% else %}"
    "{% for content in message['content'] %}{% if content['type'] == 'image' %}PICTURE{% elif content['type'] == 'video' %}VIDEO"
    "{% elif 'text' in content %}{{ content['text'] }}{% endif %}{% endfor %}<|im_end|>\n{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
QWEN_TEMPLATE = CHATML.replace("PICTURE", "<|vision_start|><|image_pad|><|vision_end|>").replace(
    "VIDEO", "<|vision_start|><|video_pad|><|vision_end|>"
)
INTERNVL_TEMPLATE = CHATML.replace("PICTURE", "<IMG_CONTEXT>\n").replace("VIDEO", "<video>\n")
LLAVA_TEMPLATE = CHATML.replace("PICTURE", "<image>\n").replace("VIDEO", "<video>\n")
SMOLVLM_TEMPLATE = (
    "<|im_start|>{% for message in messages %}{{ message['role'] | capitalize }}"
    "{% if message['content'][0]['type'] == 'image' %}{{ ':' }}{% else %}{{ ': ' }}{% endif %}"
    "{% for line in message['content'] %}{% if line['type'] == 'text' %}{{ line['text'] }}"
    "{% elif line['type'] == 'image' %}{{ '<image>' }}{% endif %}{% endfor %}<end_of_utterance>\n{% endfor %}"
    "{% if add_generation_prompt %}{{ 'Assistant:' }}{% endif %}"
)
GEMMA_TEMPLATE = (
    "{{ bos_token }}{%- if messages[0]['role'] == 'system' -%}"
    "{%- set first_user_prefix = messages[0]['content'][0]['text'] + '\n\n' -%}{%- set loop_messages = messages[1:] -%}"
    "{%- else -%}{%- set first_user_prefix = '' -%}{%- set loop_messages = messages -%}{%- endif -%}"
    "{%- for message in loop_messages -%}"
    "{%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) -%}"
    "{{ raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}{%- endif -%}"
    "{%- set role = 'model' if message['role'] == 'assistant' else message['role'] -%}"
    "{{ '<start_of_turn>' + role + '\n' + (first_user_prefix if loop.first else '') }}"
    "{%- if message['content'] is string -%}{{ message['content'] | trim }}{%- else -%}"
    "{%- for item in message['content'] -%}{%- if item['type'] == 'image' -%}{{ '<start_of_image>' }}"
    "{%- elif item['type'] == 'text' -%}{{ item['text'] | trim }}{%- endif -%}{%- endfor -%}{%- endif -%}"
    "{{ '<end_of_turn>\n' }}{%- endfor -%}{%- if add_generation_prompt -%}{{ '<start_of_turn>model\n' }}{%- endif -%}"
)

CORPUS = (
    "What is in the picture? Find the red square and the blue circle. 图里有什么？请提取所有价格。 "
    '```json\n[{"bbox_2d": [10, 20, 300, 400], "label": "dog"}]\n``` {"name": "A", "total": 12.5} 0123456789 '
    "A second question: who, where, when, how many? The quick brown fox jumps over the lazy dog. 你好，世界。\n"
)


@cache
def byte_level(corpus: str = CORPUS, entries: int = 480) -> str:
    """A byte-level tokenizer of so many entries, as JSON."""
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
        vocab_size=entries, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator([corpus], trainer)
    return tokenizer.to_str()


def tokenizer(kind: str, *trained: Any) -> Any:
    """A fast tokenizer with the special tokens of "qwen", "internvl", "llama" or "gemma"; `trained`: see `byte_level`."""
    from tokenizers import Tokenizer, processors
    from transformers import PreTrainedTokenizerFast

    own = {
        "internvl": {
            "start_image_token": "<img>", "end_image_token": "</img>", "context_image_token": "<IMG_CONTEXT>",
            "video_token": "<video>",
        },
        "gemma": {
            "boi_token": "<start_of_image>", "eoi_token": "<end_of_image>", "image_token": "<image_soft_token>",
        },
    }.get(kind, {})  # fmt: skip
    gemma = kind == "gemma"
    made = PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer.from_str(byte_level(*trained)),
        eos_token="<eos>" if gemma else "<|im_end|>",
        pad_token="<pad>" if gemma else "<|endoftext|>",
        bos_token="<bos>" if gemma else None,
        extra_special_tokens=list(SPECIALS[kind]),
        model_specific_special_tokens=own,
        model_max_length=32768,
    )
    if gemma:
        start = ("<bos>", made.bos_token_id)
        made.backend_tokenizer.post_processor = processors.TemplateProcessing(
            single="<bos> $A", pair="<bos> $A $B", special_tokens=[start]
        )
    return made


@dataclass(frozen=True)
class Size:
    """How large a language model is built."""

    hidden: int
    layers: int


def _text(size: Size, vocab: int, **more: Any) -> dict[str, Any]:
    return {
        "hidden_size": size.hidden, "intermediate_size": 2 * size.hidden, "num_hidden_layers": size.layers,
        "vocab_size": vocab, "num_attention_heads": 4, "num_key_value_heads": 2, "max_position_embeddings": 32768,
        "tie_word_embeddings": False, **more,
    }  # fmt: skip


@dataclass(frozen=True)
class Build:
    """What all builders are given: the size, the tokenizer, its entries, and what ends and pads."""

    size: Size
    tokenizer: Any
    vocab: int
    eos: int
    pad: int

    def ids(self, **names: str) -> dict[str, int]:
        return {key: self.tokenizer.convert_tokens_to_ids(token) for key, token in names.items()}

    def text(self, **more: Any) -> dict[str, Any]:
        return (
            _text(self.size, self.vocab, eos_token_id=self.eos, pad_token_id=self.pad, bos_token_id=None)
            | more
        )


ROPE = {"rope_type": "default", "mrope_section": [2, 3, 3], "rope_theta": 10000.0}
QWEN_IDS = {
    "image_token_id": "<|image_pad|>", "video_token_id": "<|video_pad|>", "vision_start_token_id": "<|vision_start|>",
    "vision_end_token_id": "<|vision_end|>",
}  # fmt: skip


def _qwen2_vl(build: Build, family: str) -> tuple[Any, Any]:
    import transformers as t

    text = build.text(rope_parameters=ROPE)
    vision: dict[str, Any]
    if family == "qwen2_vl":
        vision = {
            "depth": 2, "embed_dim": 64, "hidden_size": build.size.hidden, "num_heads": 4, "mlp_ratio": 2, "patch_size": 14,
        }  # fmt: skip
        config: Any = t.Qwen2VLConfig(text_config=text, vision_config=vision, **build.ids(**QWEN_IDS))
        model: Any = t.Qwen2VLForConditionalGeneration(config)
        kind: Any = t.Qwen2VLProcessor
    else:
        vision = {
            "depth": 2, "hidden_size": 64, "out_hidden_size": build.size.hidden, "num_heads": 4,
            "intermediate_size": 128, "patch_size": 14, "window_size": 112, "fullatt_block_indexes": [1],
        }  # fmt: skip
        config = t.Qwen2_5_VLConfig(text_config=text, vision_config=vision, **build.ids(**QWEN_IDS))
        model = t.Qwen2_5_VLForConditionalGeneration(config)
        kind = t.Qwen2_5_VLProcessor
    images = t.Qwen2VLImageProcessor(min_pixels=56 * 56, max_pixels=28 * 28 * 64)
    return model, kind(images, build.tokenizer, t.Qwen2VLVideoProcessor(), chat_template=QWEN_TEMPLATE)


def _qwen3_vl(build: Build, family: str) -> tuple[Any, Any]:
    import transformers as t

    vision = {
        "depth": 2, "hidden_size": 64, "out_hidden_size": build.size.hidden, "num_heads": 4, "intermediate_size": 128,
        "patch_size": 16, "num_position_embeddings": 256, "deepstack_visual_indexes": [0],
    }  # fmt: skip
    text = build.text(head_dim=16, rope_parameters=ROPE)
    if family.endswith("_moe"):
        text |= {
            "num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32, "shared_expert_intermediate_size": 32,
        }  # fmt: skip
    if family.startswith("qwen3_5"):
        del vision["deepstack_visual_indexes"]
        text |= {
            "layer_types": ["linear_attention", "full_attention"] * (build.size.layers // 2), "linear_num_key_heads": 2,
            "linear_num_value_heads": 4, "linear_key_head_dim": 16, "linear_value_head_dim": 16,
        }  # fmt: skip
    if family == "qwen3_vl_moe":
        del text["shared_expert_intermediate_size"]
    kinds = {
        "qwen3_vl": (t.Qwen3VLConfig, t.Qwen3VLForConditionalGeneration),
        "qwen3_vl_moe": (t.Qwen3VLMoeConfig, t.Qwen3VLMoeForConditionalGeneration),
        "qwen3_5": (t.Qwen3_5Config, t.Qwen3_5ForConditionalGeneration),
        "qwen3_5_moe": (t.Qwen3_5MoeConfig, t.Qwen3_5MoeForConditionalGeneration),
    }
    config_kind, model_kind = kinds[family]
    model = model_kind(config_kind(text_config=text, vision_config=vision, **build.ids(**QWEN_IDS)))
    half = [0.5] * 3
    images = t.Qwen2VLImageProcessor(
        patch_size=16, min_pixels=64 * 64, max_pixels=32 * 32 * 64, image_mean=half, image_std=half
    )
    return model, t.Qwen3VLProcessor(
        images, build.tokenizer, t.Qwen3VLVideoProcessor(), chat_template=QWEN_TEMPLATE
    )


def _internvl(build: Build, family: str) -> tuple[Any, Any]:
    import transformers as t

    text: Any = {
        "internvl": t.Qwen2Config, "internvl_qwen3": t.Qwen3Config, "internvl_llama": t.LlamaConfig,
    }[family](**build.text(head_dim=16))  # fmt: skip
    config = t.InternVLConfig(
        text_config=text,
        vision_config={
            "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
            "image_size": [56, 56], "patch_size": [14, 14],
        },
        downsample_ratio=0.5,
        tie_word_embeddings=False,
        **build.ids(image_token_id="<IMG_CONTEXT>"),
    )  # fmt: skip
    images = t.GotOcr2ImageProcessor(
        size={"height": 56, "width": 56}, crop_to_patches=True, min_patches=1, max_patches=6
    )
    processor = t.InternVLProcessor(
        images,
        build.tokenizer,
        t.InternVLVideoProcessor(size={"height": 56, "width": 56}),
        image_seq_length=4,
        chat_template=INTERNVL_TEMPLATE,
    )
    return t.InternVLForConditionalGeneration(config), processor


def _llava(build: Build, family: str) -> tuple[Any, Any]:
    import transformers as t

    config = t.LlavaConfig(
        text_config=t.LlamaConfig(**build.text()),
        vision_config=t.CLIPVisionConfig(
            hidden_size=64,
            intermediate_size=128,
            num_hidden_layers=2,
            num_attention_heads=4,
            image_size=56,
            patch_size=14,
        ),
        vision_feature_layer=-1,
        image_seq_length=16,
        image_token_index=build.ids(image="<image>")["image"],
    )
    images = t.CLIPImageProcessor(size={"shortest_edge": 56}, crop_size={"height": 56, "width": 56})
    processor = t.LlavaProcessor(
        images, build.tokenizer, patch_size=14, vision_feature_select_strategy="default",
        num_additional_image_tokens=1, chat_template=LLAVA_TEMPLATE,
    )  # fmt: skip
    return t.LlavaForConditionalGeneration(config), processor


def _smolvlm(build: Build, family: str) -> tuple[Any, Any]:
    import transformers as t

    config = t.SmolVLMConfig(
        text_config=t.LlamaConfig(**build.text()),
        vision_config={
            "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
            "image_size": 56, "patch_size": 14,
        },
        scale_factor=2,
        **build.ids(image_token_id="<image>"),
    )  # fmt: skip
    edges: dict[str, Any] = {"size": {"longest_edge": 112}, "max_image_size": {"longest_edge": 56}}
    processor = t.SmolVLMProcessor(
        t.SmolVLMImageProcessor(**edges), build.tokenizer, t.SmolVLMVideoProcessor(**edges), image_seq_len=4,
        chat_template=SMOLVLM_TEMPLATE,
    )  # fmt: skip
    return t.SmolVLMForConditionalGeneration(config), processor


def _gemma3(build: Build, family: str) -> tuple[Any, Any]:
    import transformers as t

    names = {
        "boi_token_index": "<start_of_image>", "eoi_token_index": "<end_of_image>",
        "image_token_index": "<image_soft_token>",
    }  # fmt: skip
    text = build.text(head_dim=16, query_pre_attn_scalar=16, sliding_window=32)
    config = t.Gemma3Config(
        text_config=text | {"layer_types": ["sliding_attention", "full_attention"] * (build.size.layers // 2)},
        vision_config={
            "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
            "image_size": 56, "patch_size": 14, "vision_use_head": False,
        },
        mm_tokens_per_image=4,
        tie_word_embeddings=False,
        **build.ids(**names),
    )  # fmt: skip
    images = t.Gemma3ImageProcessor(size={"height": 56, "width": 56})
    processor = t.Gemma3Processor(images, build.tokenizer, chat_template=GEMMA_TEMPLATE, image_seq_length=4)
    return t.Gemma3ForConditionalGeneration(config), processor


BUILDERS: dict[str, tuple[str, Callable[[Build, str], tuple[Any, Any]]]] = {
    "qwen2_vl": ("qwen", _qwen2_vl),
    "qwen2_5_vl": ("qwen", _qwen2_vl),
    "qwen3_vl": ("qwen", _qwen3_vl),
    "qwen3_vl_moe": ("qwen", _qwen3_vl),
    "qwen3_5": ("qwen", _qwen3_vl),
    "qwen3_5_moe": ("qwen", _qwen3_vl),
    "internvl": ("internvl", _internvl),
    "internvl_qwen3": ("internvl", _internvl),
    "internvl_llama": ("internvl", _internvl),
    "llava": ("llama", _llava),
    "smolvlm": ("llama", _smolvlm),
    "gemma3": ("gemma", _gemma3),
}
"""What can be built -> its tokenizer, and how."""


def build_tiny(
    family: str, folder: Path, *, seed: int = 0, hidden: int = 64, layers: int = 2, dtype: str = "float32"
) -> Path:
    """Writes a checkpoint of one of BUILDERS into `folder`: the same for the same seed, with answers that vary."""
    import torch
    import transformers as t

    t.utils.logging.disable_progress_bar()
    if family not in BUILDERS:
        raise ValueError(family)
    kind, make = BUILDERS[family]
    tok = tokenizer(kind)
    ends = ("<end_of_turn>", "<pad>") if kind == "gemma" else ("<|im_end|>", "<|endoftext|>")
    eos, pad = (tok.convert_tokens_to_ids(token) for token in ends)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model, processor = make(
            Build(Size(hidden, layers), tok, (len(tok) + 63) // 64 * 64, eos, pad), family
        )
        _enliven(model)
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


def _enliven(model: Any) -> None:
    """Weights so large that what a model says depends on all it was given, and is not one id again and again."""
    import torch

    with torch.no_grad():
        for name, weights in model.named_parameters():
            if weights.ndim < 2:
                continue
            if "embed_tokens" in name:
                weights.normal_(0, 1)
            elif "lm_head" in name:
                weights.normal_(0, 4 / weights.shape[-1] ** 0.5)
            else:
                width = weights[0].numel() if weights.ndim != 3 else weights.shape[-1]
                weights.normal_(0, 1.5 / width**0.5)
