"""What config.json and generation_config.json of an original say, checked. Without torch."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError

SPAN = 256
"""Ids between <img> and </img>: the path's bytes, filled up; 256 vectors of the picture replace them."""
LONGEST_PATH = SPAN - 2
"""Bytes of a path that can stand in a span."""
WINDOW = 6144
"""Ids of system message and history at most, where generation_config.json does not say."""
_MORE_BIASES = re.compile(r"transformer\.h\.\d+\.(attn\.c_proj|mlp\.(w1|w2|c_proj))\.bias")
"""Tensors that AutoGPTQ wrote (zeros) for layers that have no bias."""


@dataclass(frozen=True, slots=True)
class Visual:
    """Sizes of the vision tower. Pictures are `image_size` pixels wide and high, patches `patch_size`."""

    image_size: int
    patch_size: int
    width: int
    layers: int
    heads: int
    mlp_width: int
    output_dim: int
    start_id: int
    """The id of <img>; those of </img> and <imgpad> follow."""

    @property
    def patches(self) -> int:
        return (self.image_size // self.patch_size) ** 2


@dataclass(frozen=True, slots=True)
class Decoder:
    """Sizes of the language model, and the two ways in which it is stretched beyond `seq_length` tokens."""

    vocab_size: int
    hidden_size: int
    intermediate_size: int
    """Of one half: the original counts gate and up together."""
    layers: int
    heads: int
    head_dim: int
    eps: float
    rotary_base: float
    seq_length: int
    context: int
    dynamic_ntk: bool
    logn: bool
    all_biases: bool
    """Whether the projections besides query, key and value have a bias too."""


def visual(checkpoint: Checkpoint) -> Visual:
    """Raises EyeboxError for a config without one."""
    part = checkpoint.config.get("visual")
    if not isinstance(part, dict):
        raise EyeboxError(
            "text-model-qwen-folder",
            "{folder} is a Qwen model for text alone; choose Qwen-VL or Qwen-VL-Chat.",
            folder=checkpoint.folder,
        )
    read = _Reader(checkpoint, part)
    return Visual(
        read.whole("image_size"),
        read.whole("patch_size"),
        read.whole("width"),
        read.whole("layers"),
        read.whole("heads"),
        int(read.whole("width") * read.number("mlp_ratio")),
        read.whole("output_dim"),
        read.whole("image_start_id"),
    )


def decoder(checkpoint: Checkpoint) -> Decoder:
    """Raises EyeboxError for what the family cannot compute."""
    config = checkpoint.config
    read = _Reader(checkpoint, config)
    if config.get("rotary_pct", 1.0) != 1.0:
        raise EyeboxError(
            "rotary-part-unknown",
            "{folder} turns only a part of each head (rotary_pct), which Eyebox does not compute; choose "
            "Qwen-VL or Qwen-VL-Chat as they were published.",
            folder=checkpoint.folder,
        )
    hidden, heads = read.whole("hidden_size"), read.whole("num_attention_heads")
    context = read.whole("max_position_embeddings", 8192)
    return Decoder(
        read.whole("vocab_size"),
        hidden,
        read.whole("intermediate_size") // 2,
        read.whole("num_hidden_layers"),
        heads,
        read.whole("kv_channels", hidden // heads),
        read.number("layer_norm_epsilon", 1e-6),
        read.number("rotary_emb_base", 10000.0),
        read.whole("seq_length", context),
        context,
        config.get("use_dynamic_ntk", True) is True,
        config.get("use_logn_attn", True) is True,
        not config.get("no_bias", True) or any(map(_MORE_BIASES.fullmatch, tensor_names(checkpoint))),
    )


def chat_format(checkpoint: Checkpoint) -> str:
    """ "chatml", or "raw" of the base model."""
    return "raw" if checkpoint.generation.get("chat_format") == "raw" else "chatml"


def window(checkpoint: Checkpoint) -> int:
    """Ids that system message and history may have together."""
    most = checkpoint.generation.get("max_window_size")
    return most if isinstance(most, int) and most > 0 else WINDOW


def alpha(tokens: int, seq_length: int) -> int:
    """How much dynamic NTK stretches the rotary base for a prompt of so many tokens: 1, 3, 7, 15 ..."""
    doublings = 0
    while seq_length << doublings < tokens:
        doublings += 1
    return max(2 ** (doublings + 1) - 1, 1) if tokens > seq_length else 1


def tensor_names(checkpoint: Checkpoint) -> tuple[str, ...]:
    """The names of all tensors that headers or an index name; of one pickled file none."""
    if checkpoint.tensors:
        return tuple(checkpoint.tensors)
    try:
        index = json.loads(read_regular(checkpoint.folder / "pytorch_model.bin.index.json"))
        return tuple(map(str, index["weight_map"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


class _Reader:
    """Numbers of a config, above 0. Raises EyeboxError for one that is none, or missing where there is no `usual` one."""

    def __init__(self, checkpoint: Checkpoint, part: Mapping[str, Any]) -> None:
        self._folder = checkpoint.folder
        self._part = part

    def whole(self, key: str, usual: int | None = None) -> int:
        value = self._part.get(key) or usual
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 31:
            return value
        raise EyeboxError(
            "config-key-unusable",
            'config.json in {folder} has no usable "{key}"; fetch it again.',
            folder=self._folder,
            key=key,
        )

    def number(self, key: str, usual: float | None = None) -> float:
        value = self._part.get(key) or usual
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1 << 31:
            return float(value)
        raise EyeboxError(
            "config-key-unusable",
            'config.json in {folder} has no usable "{key}"; fetch it again.',
            folder=self._folder,
            key=key,
        )
