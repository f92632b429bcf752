"""An original's config.json in the words of transformers' InternVL. Without torch."""

from __future__ import annotations

from typing import Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.checkpoint.numbers import LARGEST_SIDE
from eyebox_models.families.internvl.templates import conversation
from eyebox_models.protocol.errors import Sentence

TEXT_TYPES = {
    "internlm2": "llama",
    "internlm3": "llama",
    "llama": "llama",
    "qwen2": "qwen2",
    "qwen3": "qwen3",
    "qwen3_moe": "qwen3_moe",
    "phi3": "phi3",
}
"""Language models as the originals name them, and which of transformers' they are."""
_KEPT = frozenset(
    {
        "vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads",
        "num_key_value_heads", "head_dim", "hidden_act", "max_position_embeddings", "initializer_range",
        "rms_norm_eps", "attention_bias", "mlp_bias", "use_sliding_window", "sliding_window", "max_window_layers",
        "original_max_position_embeddings", "bos_token_id", "eos_token_id", "pad_token_id", "decoder_sparse_step",
        "moe_intermediate_size", "num_experts", "num_experts_per_tok", "norm_topk_prob", "mlp_only_layers",
    }
)  # fmt: skip
_SIZES = ("force_image_size", "downsample_ratio", "min_dynamic_patch", "max_dynamic_patch")
_VISION_SIZES = ("image_size", "patch_size")
"""What tiles are computed by; where one says nothing, it is as usual."""
_MEAN, _STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_BICUBIC = 3
_EPS = 1e-6
"""What transformers takes for the norms of queries and keys in the vision tower."""


def refusal(checkpoint: Checkpoint) -> str:
    """ "" for an original that can be run, else one sentence that says why not."""
    config, vision = checkpoint.config, checkpoint.vision_config
    text = config.get("llm_config")
    kind = str(text.get("model_type", "")) if isinstance(text, dict) else ""
    if kind not in TEXT_TYPES:
        return Sentence(
            "internvl-language-model",
            'This InternVL has a language model of the type "{kind}", which Eyebox reads only from a version '
            'for transformers; choose one whose name ends in "-hf".',
            kind=kind[:80],
        )
    if conversation(config) is None:
        named = str(config.get("template", ""))[:80]
        return Sentence(
            "internvl-conversation",
            'Eyebox does not know the conversation template "{template}" of this InternVL; choose another version.',
            template=named,
        )
    if config.get("ps_version", "v2") != "v2" or vision.get("model_type", "intern_vit_6b") != "intern_vit_6b":
        return Sentence(
            "internvl-old",
            "This InternVL is older than InternVL2, which Eyebox does not run; choose InternVL2 or newer.",
        )
    if vision.get("use_moe") or config.get("pad2square"):
        return Sentence(
            "internvl-vision",
            "Eyebox does not run this kind of InternVL's vision tower; choose another version.",
        )
    sizes = {key: config.get(key) for key in _SIZES} | {key: vision.get(key) for key in _VISION_SIZES}
    for key, value in sizes.items():
        value = value or 1
        if not isinstance(value, int | float) or not 0 < value <= LARGEST_SIDE:
            return Sentence(
                "config-no-size",
                '{file} says that "{key}" is {value}, which is no size; fetch it again.',
                file="config.json",
                key=key,
                value=repr(str(value)[:40]),
            )
    return ""


def model_config(checkpoint: Checkpoint, image_token_id: int) -> dict[str, Any]:
    """What transformers' InternVLConfig is made from."""
    config = checkpoint.config
    vision = checkpoint.vision_config
    return {
        "model_type": "internvl",
        "architectures": ["InternVLForConditionalGeneration"],
        "text_config": text_config(checkpoint),
        "vision_config": vision_config(config, vision),
        "image_token_id": image_token_id,
        "image_seq_length": tile_tokens(config, vision),
        "downsample_ratio": config.get("downsample_ratio", 0.5),
        "projector_hidden_act": "gelu",
        "vision_feature_layer": config.get("select_layer", -1),
        "vision_feature_select_strategy": "default",
        "tie_word_embeddings": tied(checkpoint),
    }


def text_config(checkpoint: Checkpoint) -> dict[str, Any]:
    """The language model's part."""
    given = dict(checkpoint.config.get("llm_config") or {})
    kind = str(given.get("model_type", ""))
    made = {key: value for key, value in given.items() if key in _KEPT and value is not None}
    made["model_type"] = TEXT_TYPES[kind]
    made["tie_word_embeddings"] = tied(checkpoint)
    if kind == "internlm2":
        made["attention_bias"] = bool(given.get("bias", True))
    if kind == "internlm3":
        made["attention_bias"] = bool(given.get("qkv_bias", False))
        made["mlp_bias"] = bool(given.get("bias", False))
    if kind == "phi3" and "original_max_position_embeddings" not in made:
        made["original_max_position_embeddings"] = made.get("max_position_embeddings", 4096)
    made["rope_parameters"] = rope(given)
    made.setdefault("num_key_value_heads", made.get("num_attention_heads"))
    made.setdefault("pad_token_id", None)
    return made


def rope(given: dict[str, Any]) -> dict[str, Any]:
    """How positions are turned, and stretched beyond what was trained."""
    scaling = given.get("rope_scaling")
    made = dict(scaling) if isinstance(scaling, dict) else {}
    kind = made.pop("type", None)
    made["rope_type"] = made.get("rope_type") or kind or "default"
    if made["rope_type"] in ("su", "yarn") and "short_factor" in made:
        made["rope_type"] = "longrope"
    made["rope_theta"] = given.get("rope_theta") or 10000.0
    if made["rope_type"] == "longrope" and given.get("original_max_position_embeddings"):
        made["original_max_position_embeddings"] = given["original_max_position_embeddings"]
    return made


def vision_config(config: dict[str, Any], vision: dict[str, Any]) -> dict[str, Any]:
    """The vision tower's part. Means are taken over nothing here: `use_mean_pooling` leaves out a norm at the end."""
    kept = (
        "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "hidden_act",
        "layer_norm_eps", "patch_size", "num_channels", "norm_type", "initializer_range",
    )  # fmt: skip
    made = {key: vision[key] for key in kept if vision.get(key) is not None}
    made["image_size"] = tile_size(config, vision)
    made["attention_bias"] = bool(vision.get("qkv_bias", False))
    made["use_qk_norm"] = bool(vision.get("qk_normalization", False))
    made["use_mean_pooling"] = True
    made["use_absolute_position_embeddings"] = True
    made["model_type"] = "internvl_vision"
    return made


def processor_config(config: dict[str, Any], vision: dict[str, Any]) -> dict[str, Any]:
    """What the image processor is made from; `preprocessor_config.json` of the originals is never read by them."""
    side = tile_size(config, vision)
    dynamic = bool(config.get("dynamic_image_size", True))
    most = max(1, int(config.get("max_dynamic_patch") or 12)) if dynamic else 1
    fewest = max(1, int(config.get("min_dynamic_patch") or 1)) if dynamic else 1
    return {
        "image_processor_type": "GotOcr2ImageProcessorPil",
        "processor_class": "InternVLProcessor",
        "crop_to_patches": dynamic,
        "do_convert_rgb": True,
        "do_normalize": True,
        "do_rescale": True,
        "do_resize": True,
        "image_mean": list(_MEAN),
        "image_std": list(_STD),
        "resample": _BICUBIC,
        "size": {"height": side, "width": side},
        "min_patches": min(fewest, most),
        "max_patches": most,
        "image_seq_length": tile_tokens(config, vision),
    }


def tile_size(config: dict[str, Any], vision: dict[str, Any]) -> int:
    """Width and height of a tile in pixels."""
    return int(config.get("force_image_size") or vision.get("image_size") or 448)


def tile_tokens(config: dict[str, Any], vision: dict[str, Any]) -> int:
    """Visual tokens of a tile."""
    patches = (tile_size(config, vision) // int(vision.get("patch_size") or 14)) ** 2
    return int(patches * float(config.get("downsample_ratio", 0.5)) ** 2)


def thumbnail(config: dict[str, Any]) -> bool:
    """Whether a picture of several tiles is also shown whole. The first config class had no such key, and False."""
    return bool(config.get("use_thumbnail", False))


def norms_differ(vision: dict[str, Any]) -> bool:
    """Whether queries and keys of the vision tower have a norm with another epsilon than transformers takes."""
    return bool(vision.get("qk_normalization")) and vision.get("layer_norm_eps", _EPS) != _EPS


def tied(checkpoint: Checkpoint) -> bool:
    """Whether the output layer is the embeddings: as the weights have it, whatever the config says."""
    names = ("language_model.lm_head.weight", "language_model.output.weight")
    return not any(name in checkpoint.tensors for name in names) if checkpoint.tensors else False
