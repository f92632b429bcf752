"""What quantizing a model takes, and what speaks against it: from its files alone, before anything is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod
from pathlib import Path
from time import perf_counter
from typing import Literal

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.families.registry import family_of
from eyebox_models.files.new_folder import check_target
from eyebox_models.fit.machine import machine
from eyebox_models.fit.precision import Choice, size_text
from eyebox_models.fit.predict import is_linear, predict
from eyebox_models.fit.shape import shape_of
from eyebox_models.library.rewrite import usable
from eyebox_models.protocol.advice import how_to_install
from eyebox_models.protocol.cards import QuantizePlan
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import PlanQuantize
from eyebox_models.vision.family import VisionFamily

To = Literal["gptq-int4", "nf4"]
GROUPS = (128, 64, 32)
"""Weights that share a scale in GPTQ, the widest first: it has to divide what every layer takes in."""
NEEDS: dict[To, tuple[str, ...]] = {"gptq-int4": ("torch", "gptqmodel"), "nf4": ("torch", "bitsandbytes")}
DRAWN = 20
"""Chats about drawn shapes, where there are no others."""
TOKENS = 1200
"""Of a chat about a picture, about."""
PASSES = 5
"""How often GPTQ sends all chats through a layer: once for each of its four parts, and once through what came out."""
STARTING = {"gptq-int4": 25.0, "nf4": 12.0}
"""Seconds until libraries are imported, about."""
NF4_RATE = 60e6
"""Weights a second that a processor rounds to NF4, about."""


def sixteen_bit(folder: str, to: To) -> tuple[Checkpoint, VisionFamily]:
    """The model in a folder, if it can be quantized so. Raises EyeboxError."""
    checkpoint = usable(folder)
    family = family_of(checkpoint)
    if checkpoint.quantization:
        raise EyeboxError(
            "quantized-already",
            "{folder} is quantized already; choose the model in 16 bit.",
            folder=checkpoint.folder,
        )
    if family.native(checkpoint, Choice("bf16", "cpu", "bfloat16", "")) is not None:
        raise EyeboxError(
            "quantize-original",
            "{folder} has an original layout, which can't be quantized: choose the model in the layout of transformers, which "
            "“eyebox models convert” writes for families that can be; or load this one with the precision Int4.",
            folder=checkpoint.folder,
        )
    if to == "gptq-int4":
        shape = shape_of(checkpoint)
        group_width(checkpoint, (shape.hidden, shape.intermediate, shape.heads * shape.head_dim))
    missing = [name for name in NEEDS[to] if not machine().has(name)]
    if missing:
        raise EyeboxError(
            "quantize-package",
            "Quantizing to {to} needs {packages}: {install}",
            to=to,
            packages=", ".join(missing),
            install=how_to_install(*missing),
        )
    return checkpoint, family


def group_width(checkpoint: Checkpoint, wide: Iterable[int]) -> int:
    """How many weights share a scale, of layers that take in so many numbers. Raises EyeboxError where no group divides them."""
    widths = set(wide)
    found = next((group for group in GROUPS if all(one % group == 0 for one in widths)), 0)
    if not found:
        raise EyeboxError(
            "quantize-widths",
            "GPTQ can't quantize {folder}: its layers' widths are no multiples of {group}; choose nf4.",
            folder=checkpoint.folder,
            group=GROUPS[-1],
        )
    return found


def require_memory(checkpoint: Checkpoint, takes: int, free: int) -> None:
    """Raises EyeboxError where quantizing takes more bytes than are free."""
    if takes > free:
        raise EyeboxError(
            "quantize-memory",
            "Quantizing {folder} takes about {takes} of memory, and {free} are free; close other programs, or take a "
            "smaller model.",
            folder=checkpoint.folder,
            takes=size_text(takes),
            free=size_text(free),
        )


def quantizing_device() -> str:
    """Where it is done: "cuda" where there is a card, else "cpu"."""
    return "cuda" if machine().cuda else "cpu"


def memory_needed(checkpoint: Checkpoint, to: To, device: str) -> int:
    """Bytes that quantizing takes at most, about.

    For GPTQ the weights in 16 bit, what a picture takes on its way through, and of the layer at hand the inputs of its
    widest product multiplied with themselves, in FP32, three times (sum, damped, inverse).
    """
    if to == "nf4":
        return predict(checkpoint, (), Choice("int4", device, "bfloat16", "nf4"), 0, 0).weights * 2
    shape = shape_of(checkpoint)
    whole = predict(checkpoint, (), Choice("bf16", device, "bfloat16", ""), 2048, 1)
    return whole.weights + whole.activations + 3 * 4 * max(shape.hidden, shape.intermediate) ** 2


def plan_quantize(request: PlanQuantize) -> QuantizePlan:
    """Says what a model would take. Nothing is loaded or written."""
    try:
        checkpoint, _family = sixteen_bit(request.folder, request.to)
    except EyeboxError as error:
        return QuantizePlan(problem=error.sentence)
    free = machine().available_bytes + request.idle_bytes
    takes = memory_needed(checkpoint, request.to, quantizing_device())
    on_disk = predict(checkpoint, (), Choice("int4", "cpu", "bfloat16", "nf4"), 0, 0).weights
    seconds = _seconds(checkpoint, request.to, request.chats or DRAWN)
    problem = ""
    try:
        require_memory(checkpoint, takes, free)
        check_target(Path(request.target), checkpoint.weight_bytes)
    except EyeboxError as error:
        problem = error.sentence
    return QuantizePlan(takes, free, on_disk, seconds, problem)


def _seconds(checkpoint: Checkpoint, to: To, chats: int) -> float:
    """About how long it takes on a processor, from how fast this one multiplies."""
    layers = [tensor.shape for tensor in checkpoint.tensors.values() if is_linear(tensor)]
    weights = sum(prod(shape) for shape in layers)
    if to == "nf4":
        return STARTING[to] + weights / NF4_RATE
    tokens = chats * TOKENS
    through = 2.0 * PASSES * tokens * weights
    squares = sum(2.0 * tokens * wide**2 for _out, wide in layers)
    solved = sum(2.0 * wide**3 + 2.0 * out * wide**2 for out, wide in layers)
    return STARTING[to] + (through + squares + solved) / _multiplications()


def _multiplications() -> float:
    """How many multiplications and additions a second this processor does in FP32."""
    import numpy

    one = numpy.ones((1024, 1024), numpy.float32)
    one @ one  # threads begin
    begun = perf_counter()
    one @ one
    return float(2 * 1024**3 / max(perf_counter() - begun, 1e-6))
