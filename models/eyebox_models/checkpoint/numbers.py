"""Numbers of a config that nothing in the files goes with, before anything is built by them: they would take all memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from eyebox_models.checkpoint.folder import Checkpoint
from eyebox_models.checkpoint.headers import Fault

SPARE_LAYERS = 128
"""So many more layers than the weights have do no harm: parts that a config names may not be there."""
MOST_LAYERS = 1024
"""Of weights whose names are not known."""
MOST_EXPERTS = 4096
LARGEST_SIZE = 1 << 19
"""That any config may name, whatever the weights are."""
LARGEST_SIDE = 16_384
"""Pixels that a processor may make of a side."""
MOST_TOKENS = 1 << 16
"""Of one picture."""
MOST_TILES = 256
LEAST_PIXELS = 1 << 26
"""Pixels that a small picture may be enlarged to."""
LARGEST = 1 << 50
_LAYERS = re.compile(r"(layers?|depths?|blocks?)(_num|_count)?$|^n_layers?$")
_NO_LAYERS = re.compile(r"max_|window|feature_layer|_idx|index|norm")
_TOKENS = re.compile(
    r"image_seq_len|tokens_per_image|num_image_tokens|num_additional_image_tokens|query_num|num_quer"
)
_NO_SIZE = re.compile(
    r"position|length|seq|window|token|theta|_ids?$|pixels|seed|version|scale|base|chunk|context|ctx|max_|rate|bytes|budget|limit|clip"
)
_NUMBER = re.compile(r"\.(\d{1,6})(?=\.)")
_BY_SIDES = re.compile(
    r"CLIP|Siglip|Llava|Idefics|SmolVLM|Gemma|Pixtral|Fuyu|Donut|Blip|ViT|Bit|Deit|Ovis|InternVL|GotOcr|Aya|Mllama"
)
"""Image processors to which an edge is a side, and not the root of a number of pixels."""
_OF_TILES = ("max_patches", "min_patches")
"""Of processors that cut pictures into tiles and call these patches."""
_COUNTS = re.compile(
    r"(min|max)_(pixels|patches|dynamic_patch|image_tiles|num_tiles)|(merge|patch|temporal_patch)_size"
    r"|height|width|shortest_edge|longest_edge"
)
_TILES = re.compile(r"tiles|dynamic_patch|crops")


def faults_of_numbers(checkpoint: Checkpoint) -> Iterator[Fault]:
    """The first number of config.json that is far beyond what the weights hold."""
    numbers = [int(found[-1]) for name in checkpoint.tensors if (found := _NUMBER.findall(name))]
    layers = 2 * (max(numbers) + 1) + SPARE_LAYERS if numbers else MOST_LAYERS
    widest = max((max(tensor.shape, default=0) for tensor in checkpoint.tensors.values()), default=0)
    size = max(8 * widest, LARGEST_SIZE) if checkpoint.tensors else max(checkpoint.weight_bytes, LARGEST_SIZE)
    for key, value in _numbers(checkpoint.config):
        if isinstance(value, float):
            continue
        if _LAYERS.search(key) and not _NO_LAYERS.search(key):
            most = layers
        elif "expert" in key and not _NO_SIZE.search(key) and "size" not in key:
            most = MOST_EXPERTS
        elif _TOKENS.search(key):
            most = MOST_TOKENS
        elif _TILES.search(key):
            most = MOST_TILES
        elif _NO_SIZE.search(key):
            most = LARGEST
        else:
            most = size
        if value > most:
            yield Fault(
                "config-value-far-off",
                'config.json says that "{key}" is {value}, far beyond its weights: config and weights belong '
                "to different models; fetch both of one model.",
                key=key[:60],
                value=_shown(value),
            )
            return


def faults_of_pictures(file: str, processor: dict[str, Any]) -> Iterator[Fault]:
    """The first number of an image processor's file that no picture can have."""
    by_sides = _BY_SIDES.search(
        str(processor.get("image_processor_type") or processor.get("processor_class"))
    )
    in_tiles = "crop_to_patches" in processor
    for key, value in _entries(processor):
        if not _is_sound(key, value):
            yield Fault(
                "config-no-size",
                '{file} says that "{key}" is {value}, which is no size; fetch it again.',
                file=file,
                key=key[:60],
                value=repr(str(value)[:40]),
            )
            return
    for key, value in _numbers(processor):
        if value > (MOST_TILES if in_tiles and key in _OF_TILES else _most(key, bool(by_sides))):
            yield Fault(
                "config-no-number",
                '{file} says that "{key}" is {value}, which is no sensible number; fetch it again.',
                file=file,
                key=key[:60],
                value=_shown(value),
            )
            return


def _is_sound(key: str, value: Any) -> bool:
    """Whether a value is of the kind that such a key has."""
    if key in ("size", "crop_size"):
        return value is None or isinstance(value, dict | int | list)
    if (
        not _COUNTS.fullmatch(key)
        or value is None
        or (key == "patch_size" and isinstance(value, dict | list))
    ):
        return True
    least = 0 if key.startswith("min_") else 1
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= least


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """All keys with their values, also of what lies deeper."""
    waiting = [data]
    while waiting:
        for key, value in waiting.pop().items():
            yield str(key), value
            if isinstance(value, dict):
                waiting.append(value)


def _most(key: str, by_sides: bool) -> int:
    if key == "min_pixels" or (key == "shortest_edge" and not by_sides):
        return LEAST_PIXELS
    if "pixels" in key or (key == "longest_edge" and not by_sides):
        return LARGEST
    if _TILES.search(key):
        return MOST_TILES
    if _TOKENS.search(key) or "patches" in key:
        return MOST_TOKENS
    if re.search(r"edge|height|width|size|pinpoints", key):
        return LARGEST_SIDE
    return LARGEST


def _numbers(data: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """All numbers, with the nearest key above them."""
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(str(name), inner) for name, inner in value.items()]
        elif isinstance(value, list):
            waiting += [(key, inner) for inner in value]
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield key, value


def _shown(value: float) -> str:
    return f"{value:,}" if value < 10**18 else "a number of many digits"
