"""How much memory a question takes: weights, the cache of keys and values, and what is computed on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.fit.precision import Choice
from eyebox_models.fit.shape import Shape, shape_of
from eyebox_models.fit.weights import weights_bytes

if TYPE_CHECKING:
    from eyebox_models.vision.family import ImageLayout


@dataclass(frozen=True, slots=True)
class Prediction:
    """In bytes. `activations` is the most that is held at once besides weights and cache."""

    weights: int
    cache: int
    activations: int

    @property
    def total(self) -> int:
        return self.weights + self.cache + self.activations


def predict(
    checkpoint: Checkpoint,
    sights: Sequence[ImageLayout],
    choice: Choice,
    prompt_tokens: int,
    new_tokens: int,
    batch: int = 1,
) -> Prediction:
    """What a prompt of `prompt_tokens` besides the pictures' takes, answered with `new_tokens`; of `batch` chats at once."""
    shape = shape_of(checkpoint)
    prompt = prompt_tokens + sum(sight.visual_tokens for sight in sights)
    return Prediction(
        weights_bytes(checkpoint, choice),
        batch * cache_bytes(shape, choice, prompt + max(0, new_tokens - 1)),  # the last is not fed again
        batch * activation_bytes(shape, choice, sights, prompt) if prompt or sights else 0,
    )


def cache_bytes(shape: Shape, choice: Choice, length: int) -> int:
    """Of the cache's tensors when it holds `length` tokens."""
    item = choice.item_bytes
    total = 0
    for kind in shape.kinds if length > 0 else ():
        if kind == "linear_attention" and shape.linear is not None:
            linear = shape.linear
            total += linear.channels * linear.window * item + 4 * linear.heads * linear.key * linear.value
            continue
        sliding = kind in ("sliding_attention", "chunked_attention") and shape.window > 1
        kept = min(length, shape.window - 1) if sliding else length
        total += 2 * shape.kv_heads * shape.head_dim * kept * item
    return total


def activation_bytes(shape: Shape, choice: Choice, sights: Sequence[ImageLayout], prompt: int) -> int:
    """The most that is held at once besides weights and cache: preparing pixels, the vision tower, or the prefill.

    Counted from the tensors that one layer of transformers' implementations holds at once, with attention computed
    in blocks (SDPA); all layers use the same memory one after the other.
    """
    item = choice.item_bytes
    patches = sum(sight.patches for sight in sights)
    pixels = patches * shape.patch_values
    wide, inner = shape.vision_hidden, shape.vision_intermediate
    prepare = 4 * pixels * 4  # resized, normalised, cut into patches, and copied into one batch, in FP32
    turned = 40 if shape.turned else 0  # queries and keys are turned by their position in FP32, in ten copies
    tower = patches * max((3 * inner + 3 * wide) * item, wide * (8 * item + turned))
    vision = pixels * (4 + item) + tower if patches else 0
    hidden, between = shape.hidden, shape.intermediate
    layer = max((4 * hidden + 3 * between) * item, (8 * hidden + 2 * shape.heads * shape.head_dim) * item)
    prefill = pixels * (4 + item) + prompt * layer + shape.vocabulary * (item + 4)
    return max(prepare, vision, prefill)
