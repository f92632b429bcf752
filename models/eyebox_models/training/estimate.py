"""What teaching takes, before a weight is loaded: how it is loaded, and memory by config and file headers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.checkpoint.faults import VISION
from eyebox_models.fit.admission import PIXELS, pick
from eyebox_models.fit.machine import Machine, machine
from eyebox_models.fit.precision import Choice, available, size_text
from eyebox_models.fit.predict import ImageLayout, activation_bytes, weights_bytes
from eyebox_models.fit.runs import why_not
from eyebox_models.fit.shape import Shape, shape_of
from eyebox_models.protocol.ask import Options, Picture
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.teaching import Lesson, TeachSettings
from eyebox_models.training.loss import PIECE
from eyebox_models.vision.family import VisionFamily
from eyebox_models.vision.pictures import facts

LETTERS = 3
"""Of a text make a token, about."""
TEMPLATE = 64
"""Tokens of a chat besides what is said."""
ON_A_PROCESSOR = 3, 5
"""How often what a layer of the language model makes is held on the way back, and bytes a number of what LoRAs take in: in
FP32, and which of them dropout left. It is held twice, as it is and its gradients; whole pages, large ones too, and what the
allocator keeps take half as much again (measured: 118 MB of tensors in 160)."""
ON_A_CARD = 2, 32
"""The same on a card, whose allocator keeps what was freed: a guess, which no card has confirmed."""
_QKV = re.compile(r"\.(?:[qkv]_proj|c_attn|wqkv|qkv|in_proj|in_proj_qkvz?)\.weight$")
_LINEAR = re.compile(r"(?:^|\.)(?:layers|h|blocks|layer|resblocks)\.\d+\..*\.weight$")


@dataclass(frozen=True, slots=True)
class Need:
    """Bytes that teaching takes at its most, and how the model is loaded for it."""

    options: Options
    choice: Choice
    weights: int
    trained: int
    activations: int
    free: int

    @property
    def total(self) -> int:
        return self.weights + self.trained + self.activations


def need(
    checkpoint: Checkpoint, family: VisionFamily, lessons: Sequence[Lesson], settings: TeachSettings
) -> Need:
    """What teaching with these lessons takes. Raises EyeboxError for what can't be taught so."""
    here = machine()
    options = _loading(checkpoint, family, settings, here)
    choice = pick(checkpoint, family, options, here)
    shape = shape_of(checkpoint)
    layouts, tokens = _largest(checkpoint, family, lessons, settings)
    trained, largest = _trained(checkpoint, settings)
    activations = _activations(shape, checkpoint, choice, layouts, tokens, settings)
    return Need(
        replace(options, device=choice.device),
        choice,
        weights_bytes(checkpoint, choice, packed=False),
        trained * (12 if settings.method == "full" else 16),
        max(activations, 2 * 4 * largest),
        available(choice, here),
    )


def admitted(
    checkpoint: Checkpoint, family: VisionFamily, lessons: Sequence[Lesson], settings: TeachSettings
) -> Need:
    """The same. Raises EyeboxError where it does not fit, naming the nearest that does."""
    found = need(checkpoint, family, lessons, settings)
    if found.total <= found.free:
        return found
    advice: str = Sentence("teach-smaller-model", "Choose a smaller model")
    for less, other in _nearer(checkpoint, settings):
        nearer = need(checkpoint, family, lessons, other)
        if nearer.total <= nearer.free:
            advice = less
            break
    raise EyeboxError(
        "teach-does-not-fit",
        "Teaching {name} so takes about {needed}, and {free} are free. {advice}.",
        name=checkpoint.name,
        needed=size_text(found.total),
        free=size_text(found.free),
        advice=advice,
    )


def _nearer(checkpoint: Checkpoint, settings: TeachSettings) -> Iterator[tuple[str, TeachSettings]]:
    if settings.batch > 1:
        yield (
            Sentence("teach-batch-one", "Choose one conversation at once (--batch 1)"),
            replace(settings, batch=1),
        )
    for pixels in PIXELS:
        if settings.max_pixels is None or pixels < settings.max_pixels:
            less = Sentence(
                "teach-pixels",
                "Choose pictures of {pixels:,} pixels at most (--max-pixels {pixels})",
                pixels=pixels,
            )
            yield less, replace(settings, max_pixels=pixels)
    small = replace(settings, max_pixels=min(settings.max_pixels or PIXELS[2], PIXELS[2]))
    if not settings.freeze_vision:
        yield (
            Sentence("teach-freeze", "Choose to leave what looks at pictures as it is (--freeze-vision)"),
            replace(settings, freeze_vision=True),
        )
    if settings.method == "full":
        yield Sentence("teach-lora", "Choose a LoRA (--method lora)"), replace(small, method="lora")
    if settings.method not in ("qlora", "dpo") and not why_not(checkpoint, "int4", machine()):
        yield Sentence("teach-qlora", "Choose QLoRA (--method qlora)"), replace(small, method="qlora")


def _loading(checkpoint: Checkpoint, family: VisionFamily, settings: TeachSettings, here: Machine) -> Options:
    """How a model is loaded to be taught. Raises EyeboxError for what can't be."""
    if checkpoint.quantization:
        raise EyeboxError(
            "teach-quantized", "{name} is quantized; choose the model in 16 bit, and QLoRA (--method qlora) to "
            "quantize it while it is taught.", name=checkpoint.name,
        )  # fmt: skip
    options = Options(device=settings.device, max_pixels=settings.max_pixels)
    if settings.method == "qlora":
        return replace(options, precision="int4")
    if settings.method == "full":
        return replace(options, precision="fp32")
    if settings.precision != "auto":
        return replace(options, precision=settings.precision)
    usual = pick(checkpoint, family, options, here)
    if usual.precision in ("fp32", "bf16") and (usual.device != "cpu" or checkpoint.dtype != "F32"):
        return replace(options, precision=usual.precision)
    return replace(
        options, precision="fp32" if checkpoint.dtype == "F32" or usual.precision == "fp16" else "bf16"
    )


def _largest(
    checkpoint: Checkpoint, family: VisionFamily, lessons: Sequence[Lesson], settings: TeachSettings
) -> tuple[list[ImageLayout], int]:
    """How the pictures of the largest lesson are shown, and about how many tokens it has. What can't be looked at is none,
    and what is far longer than the model's context will be left out."""
    options = Options(max_pixels=settings.max_pixels)
    most: tuple[list[ImageLayout], int] = ([], TEMPLATE)
    for lesson in lessons:
        layouts, letters = [], 0
        for message in lesson.messages:
            letters += len(message.text)
            for part in message.parts:
                if isinstance(part, Picture):
                    try:
                        known = facts(part.path, part.turns, part.part)
                        layouts.append(family.see(checkpoint, known.width, known.height, options))
                    except EyeboxError:
                        continue
        letters += max(0, len(lesson.rejected) - len(lesson.messages[-1].text))
        tokens = TEMPLATE + letters // LETTERS + sum(layout.visual_tokens for layout in layouts)
        left_out = checkpoint.context_length is not None and tokens > 2 * checkpoint.context_length
        if tokens > most[1] and not left_out:
            most = layouts, tokens
    return most


def _trained(checkpoint: Checkpoint, settings: TeachSettings) -> tuple[int, int]:
    """How many numbers are trained, and the most of them in one tensor."""
    count = largest = 0
    for tensor in checkpoint.tensors.values():
        of_vision = VISION.search(tensor.name) is not None
        own = 0
        if of_vision and settings.freeze_vision:
            continue
        if settings.method == "full":
            own = prod(tensor.shape)
        elif len(tensor.shape) == 2 and _LINEAR.search(tensor.name):
            wanted = settings.targets == "all" or _QKV.search(tensor.name)
            own = settings.rank * sum(tensor.shape) if wanted else 0
        count, largest = count + own, max(largest, own)
    return count, largest


def _activations(
    shape: Shape, checkpoint: Checkpoint, choice: Choice, layouts: Sequence[ImageLayout], tokens: int,
    settings: TeachSettings,
) -> int:  # fmt: skip
    """The most that is held at once besides: inputs of all layers, one layer's inside on the way back, logits; or pictures.

    Both answers of a pair are held until the way back, which they go one by one, as the pairs of a batch do. The way back goes
    through the layers of the language model, whose memory is free again when it comes to those of the tower.
    """
    pairs = settings.method == "dpo"
    held = settings.batch * (2 if pairs else 1)
    at_once = tokens * (1 if pairs else settings.batch)
    item = choice.item_bytes
    hidden, between = shape.hidden, shape.intermediate
    inputs = (shape.layers + 2) * tokens * held * hidden * item
    kept, copied = ON_A_PROCESSOR if choice.device == "cpu" else ON_A_CARD
    beside = (
        0 if settings.method == "full" else 3 * hidden if settings.targets == "qkv" else 6 * hidden + between
    )
    inside = at_once * (kept * ((12 * hidden + 5 * between) * item + 6 * hidden * 4) + copied * beside)
    logits = PIECE * shape.vocabulary * (item + 3 * 4)
    text = inputs + max(inside, logits)
    if settings.freeze_vision:
        return max(text, activation_bytes(shape, choice, layouts, 0) if layouts else 0)
    patches = sum(layout.patches for layout in layouts) * held
    depth = int(
        checkpoint.vision_config.get("depth") or checkpoint.vision_config.get("num_hidden_layers") or 24
    )
    wide, inner = shape.vision_hidden, shape.vision_intermediate
    beside = 0 if settings.method == "full" else wide if settings.targets == "qkv" else 3 * wide + inner
    # what LoRAs of the tower take in is held with its gradients (measured)
    block = patches * ((12 * wide + 5 * inner) * item + 8 * wide * 4 + 2 * copied * beside)
    seen = patches * (depth * wide * item + 2 * shape.patch_values * 4)
    return seen + max(text, block)
