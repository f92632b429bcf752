"""What Eyebox needs of transformers that its documentation does not promise: only this file and `compat_cache` ask for it.

Private names, and public ones that may move or be renamed between minor versions (`tests/models/test_compat.py`
holds both, and lists what the other files import). A class of ours that derives from one of transformers' sets and
overrides what its base asks for where it stands. Which versions Eyebox asks for stands in pyproject.toml (with those
before 5.21 packed weights of Qwen-VL fail and layers on disk warn); the doctor compares what is installed with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from inspect import signature
from pathlib import Path
from typing import Any

# ---- types of models, read without importing transformers


@cache
def image_text_types() -> frozenset[str]:
    """Model types that transformers maps to image-text-to-text; none where it is not installed."""
    return _mapped("MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES")


@cache
def text_types() -> frozenset[str]:
    """Model types that transformers knows as language models without pictures."""
    return _mapped("MODEL_FOR_CAUSAL_LM_MAPPING_NAMES") - image_text_types()


@cache
def _mapped(table: str) -> frozenset[str]:
    source = _source()
    start = source.find(f"\n{table} = OrderedDict(")
    block = "" if start < 0 else source[start : source.find("\n)\n", start)]
    return frozenset(re.findall(r'\(\s*"([^"]+)",', block))


@cache
def _source() -> str:
    try:
        spec = find_spec("transformers")
        if spec is None or not spec.origin:
            return ""
        place = Path(spec.origin).parent / "models" / "auto" / "modeling_auto.py"
        return place.read_text(encoding="utf-8")
    except (OSError, ValueError, ImportError):
        return ""


def mapped_classes(config: Any) -> Any:
    """The class, or a tuple of classes, that answers questions on pictures for a configuration. Raises KeyError for none.

    The table behind `AutoModelForImageTextToText`.
    """
    from transformers import AutoModelForImageTextToText

    return AutoModelForImageTextToText._model_mapping[type(config)]


# ---- loading


def supports_flash_attention(cls: type) -> bool:
    """Whether a model class says that it runs with FlashAttention 2."""
    return bool(getattr(cls, "_supports_flash_attn", False))


Split = Callable[[Any, Any], Sequence[Any]]
"""(a tensor of the checkpoint, the model's config) -> the tensors that are made from it, in order."""


def register_weights(
    cls_name: str,
    renamed: Iterable[tuple[str, str]],
    split: Mapping[str, tuple[Sequence[str], int | Split]],
) -> None:
    """Tells transformers how the tensors of a checkpoint become those of the model class of this name.

    `renamed` are patterns and what becomes of them, in this order. `split`: the end of a renamed tensor's name -> the
    ends of the names of what is made from it, and the axis it is cut along in equal parts, or a function that cuts it.
    """
    from transformers.conversion_mapping import register_checkpoint_conversion_mapping
    from transformers.core_model_loading import Chunk, ConversionOps, WeightConverter, WeightRenaming

    class Cut(ConversionOps):  # type: ignore[misc, unused-ignore]
        def __init__(self, how: Split) -> None:
            self.how = how

        def convert(
            self,
            input_dict: Any,
            source_patterns: Any,
            target_patterns: Any,
            *,
            config: Any = None,
            **_more: Any,
        ) -> dict[str, Any]:
            (found,) = input_dict.values()
            tensor = found[0] if isinstance(found, list) else found
            return dict(zip(target_patterns, self.how(tensor, config), strict=True))

    mapping: list[Any] = [WeightRenaming(old, new) for old, new in renamed]
    for source, (targets, how) in split.items():
        operation = Chunk(dim=how) if isinstance(how, int) else Cut(how)
        mapping.append(WeightConverter(source, list(targets), operations=[operation]))
    register_checkpoint_conversion_mapping(cls_name, mapping, overwrite=True)


Entries = Iterable[tuple[str, Any]]
"""The parts of a model that get their weights one after the other: the first parameter's name, what is known of it."""


@contextmanager
def weights_through(through: Callable[[Entries], Iterator[tuple[str, Any]]]) -> Iterator[None]:
    """While inside, the parts of a model that loads pass through a generator, in place of transformers' progress bar."""
    from transformers.utils import logging

    def bar(factory: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if kwargs.get("desc") != "Loading weights" or not args:
            return factory(*args, **kwargs)
        return through(args[0])

    before = logging.set_tqdm_hook(bar)
    try:
        yield
    finally:
        logging.set_tqdm_hook(before)


def collected_tensors(part: Any) -> dict[str, list[Any]]:
    """The tensors that a part of a model is made from, by their patterns: each as it is, a Future of it, or a function
    that reads it. A list that is changed changes what is loaded."""
    return getattr(part, "collected_tensors", None) or {}


# ---- positions


def begin_positions(
    model: Any,
    device: str,
    ids: Any,
    kinds: Any,
    grids: Any,
    mask: Any,
    videos: Any = None,
    seconds: Any = None,
) -> Any:
    """Positions [3, rows, length] (time, row, column) of the Qwen line for prompts [rows, length] with pictures of
    `grids` and videos of the grids `videos`, whose steps are so many `seconds` apart; and what the model keeps of them for
    the ids that it will generate."""
    inner = model.model
    positions, delta = inner.get_rope_index(
        ids,
        mm_token_type_ids=kinds,
        image_grid_thw=grids,
        video_grid_thw=videos,
        second_per_grid_ts=seconds,
        attention_mask=mask,
    )
    inner.rope_deltas = delta.to(device)
    return positions


def forget_positions(model: Any) -> None:
    """Drops what a model of any kind keeps of the positions of an earlier prompt."""
    inner = getattr(model, "model", model)
    if getattr(inner, "rope_deltas", None) is not None:
        inner.rope_deltas = None


def unstretch_positions(rotary: Any) -> None:
    """Sets rotary positions that stretch with a prompt's length back to those of a freshly loaded model."""
    if "dynamic" not in str(getattr(rotary, "rope_type", "")):
        return
    device = rotary.inv_freq.device
    rotary.register_buffer("inv_freq", rotary.original_inv_freq.to(device), persistent=False)
    rotary.max_seq_len_cached = rotary.original_max_seq_len


def forget_rope_init(package: str) -> None:
    """Drops the ways of computing rotary positions that another package put into transformers' table."""
    from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

    for name, function in list(ROPE_INIT_FUNCTIONS.items()):
        if function.__module__.startswith(package):
            del ROPE_INIT_FUNCTIONS[name]


# ---- what vision towers make of pictures

PIXELS = ("pixel_values", "pixel_values_images", "image_patches", "pixel_values_videos")
"""The inputs of models that are pictures themselves; the others say something of them."""
VIDEO_GRID = "video_grid_thw"
"""The input that only videos have."""


def process_frames(processor: Any, frames: Any, size: tuple[int, int]) -> Any:
    """What a video processor makes of frames [n, 3, height, width] that are all of the video to it, at this size (width,
    height): it chooses none of them and no other size."""
    from transformers.image_utils import SizeDict
    from transformers.video_processing_utils import BaseVideoProcessor

    width, height = size
    resized = BaseVideoProcessor.resize(
        processor, image=frames, size=SizeDict(height=height, width=width), resample=processor.resample
    )
    known = {"cap_pixels_per_frame": False} if hasattr(processor, "cap_pixels_per_frame") else {}
    return processor(videos=[resized], do_resize=False, do_sample_frames=False, return_tensors="pt", **known)


def transformers_version() -> str:
    from transformers import __version__

    return str(__version__)


def takes_features(model: Any) -> bool:
    """Whether `generate` takes what the vision tower makes of pictures in place of their pixels (`mm_encoder_outputs`)."""
    return (
        "mm_encoder_outputs" in signature(model.forward).parameters
        and hasattr(getattr(model, "base_model", None), "get_image_features")
        and "image" in model.input_modalities
        and not model.config.is_encoder_decoder
    )


def compute_features(model: Any, inputs: Mapping[str, Any]) -> Any:
    """What the vision tower makes of pictures, as a ModelOutput. `inputs` are pixels and what goes along with them."""
    base = model.base_model
    look = base.get_video_features if "pixel_values_videos" in inputs else base.get_image_features
    wanted = signature(look).parameters
    return look(**{name: value for name, value in inputs.items() if name in wanted}, return_dict=True)


def features_of(output: Any) -> dict[str, Any] | None:
    """Those of its fields that a language model reads: tensors, and lists of them. None where it may read others, too.

    What is passed on inside of a tower is left out. Without a `pooler_output` a model reads some of that.
    """
    inner = ("last_hidden_state", "hidden_states", "attentions")
    found = {name: value for name, value in output.items() if name not in inner and value is not None}
    return found if "pooler_output" in found and all(map(_of_tensors, found.values())) else None


def _of_tensors(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(map(_of_tensors, value))
    return hasattr(value, "element_size")


def as_output(features: Mapping[str, Any]) -> Any:
    """Fields of `features_of` as the ModelOutput that `generate` takes, which may change it."""
    from transformers.modeling_outputs import BaseModelOutputWithPooling

    made = BaseModelOutputWithPooling()
    for name, value in features.items():
        setattr(made, name, value)
    return made


# ---- training


def recompute_layers(model: Any) -> None:
    """Has layers keep nothing but their inputs for the way back, and compute the rest again then (in training only)."""
    enable = getattr(model, "activation_checkpointing_enable", None) or model.gradient_checkpointing_enable
    with suppress(ValueError):  # a model whose class does not say that it can
        enable()


# ---- layers


def set_epsilon(norm: Any, epsilon: float) -> None:
    """Sets what an RMS norm adds to the variance; nothing for other modules."""
    if hasattr(norm, "variance_epsilon"):
        norm.variance_epsilon = epsilon


def set_quick_gelu(model: Any, function: Callable[[Any], Any]) -> None:
    """Has all modules of a model that are quick GELU compute by this function."""
    from transformers.activations import QuickGELUActivation

    for module in model.modules():
        if isinstance(module, QuickGELUActivation):
            module.forward = function


def qwen2_layers() -> Any:
    """The module with Qwen2Attention, Qwen2DecoderLayer and Qwen2RMSNorm, which the language model of Qwen-VL is made of."""
    from transformers.models.qwen2 import modeling_qwen2

    return modeling_qwen2


def attention_of(config: Any) -> Callable[..., Any]:
    """The attention that a model was loaded with: (module, query, key, value, mask, ...) -> (what is seen, weights)."""
    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS
    from transformers.models.qwen2.modeling_qwen2 import eager_attention_forward

    found: Callable[..., Any] = ALL_ATTENTION_FUNCTIONS.get_interface(
        config._attn_implementation, eager_attention_forward
    )
    return found


def epsilon(norm: Any) -> float | None:
    """What an RMS norm adds to the variance; None for other modules."""
    found: float | None = getattr(norm, "variance_epsilon", None)
    return found


def attends_by_sdpa(module: Any) -> bool:
    """Whether an attention of a vision tower calls torch's `scaled_dot_product_attention`."""
    return getattr(getattr(module, "config", None), "_attn_implementation", "") == "sdpa"


def attend_by(function: Callable[..., Any]) -> None:
    """Has `function(plain, module, query, key, value, mask, ...)` called in place of transformers' SDPA, which is `plain`."""
    from transformers import AttentionInterface
    from transformers.integrations.sdpa_attention import sdpa_attention_forward

    def attend(module: Any, query: Any, key: Any, value: Any, attention_mask: Any = None, **how: Any) -> Any:
        return function(sdpa_attention_forward, module, query, key, value, attention_mask, **how)

    AttentionInterface.register("sdpa", attend)


# ---- chat templates


def render_template(template: str, chat: list[dict[str, Any]], more: dict[str, Any]) -> str:
    """What a template makes of a chat up to where the answer begins. `more` are its other variables. Raises what
    jinja raises."""
    from transformers.utils.chat_template_utils import render_jinja_template

    texts, _places = render_jinja_template(
        conversations=[chat], chat_template=template, add_generation_prompt=True, **more
    )
    return str(texts[0])


@contextmanager
def templates_rendered_by(render: Callable[..., tuple[list[str], list[Any]]]) -> Iterator[None]:
    """While inside, `apply_chat_template` renders by `render(conversations, chat_template, ...)` and does not look into
    the template. Both names are replaced only where a version has them."""
    from transformers import processing_utils, tokenization_utils_base

    replaced: list[tuple[Any, str, Any]] = []
    for module in (processing_utils, tokenization_utils_base):
        for name, value in (("render_jinja_template", render), ("_get_template_variables", _no_variables)):
            if hasattr(module, name):
                replaced.append((module, name, getattr(module, name)))
                setattr(module, name, value)
    try:
        yield
    finally:
        for module, name, value in replaced:
            setattr(module, name, value)


def _no_variables(_template: str) -> frozenset[str]:
    return frozenset()
