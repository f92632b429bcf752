"""Quantizes a model to 4 bit, once, into a new folder: by GPTQ, calibrated with chats about pictures, or as NF4.

GPTQ is gptqmodel's (https://github.com/ModelCloud/GPTQModel), with its own definitions of the models; what they are
calibrated with is prepared as this package prepares questions. The vision tower and the head stay in 16 bit. A quantized
model has the file format that AutoGPTQ had, or bitsandbytes' own, and is asked like any other.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.files.new_folder import new_folder
from eyebox_models.fit.machine import machine
from eyebox_models.library.cards import inspect
from eyebox_models.library.quantize_plan import (
    group_width,
    memory_needed,
    quantizing_device,
    require_memory,
    sixteen_bit,
)
from eyebox_models.library.rewrite import copy_small_files
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.cards import ModelCard
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.requests import Quantize
from eyebox_models.vision.libraries import import_libraries

if TYPE_CHECKING:
    from eyebox_models.vision.family import VisionFamily
    from eyebox_models.vision.parts import LoadedCheckpoint

DAMPING = 0.05


def quantize(request: Quantize, emit: Emit, stop: Event) -> ModelCard:
    """Writes the model. Emits Progress("loading"), Progress("quantizing", 0..1), which says first what it takes.

    Raises EyeboxError, Stopped; then nothing is left of the new folder.
    """
    checkpoint, family = sixteen_bit(request.folder, request.to)
    device = quantizing_device()
    takes = memory_needed(checkpoint, request.to, device)
    emit(Progress("quantizing", 0.0, total_bytes=takes))
    require_memory(checkpoint, takes, machine().available_bytes)
    # only the end of the process stops imports: before there is a folder that would be left
    import_libraries(emit, stop)
    if request.to == "gptq-int4":
        from eyebox_models.vision.quantize import import_gptqmodel

        emit(Progress("importing"))
        import_gptqmodel()
    target = Path(request.target)
    with new_folder(target, checkpoint.weight_bytes) as made:
        if request.to == "nf4":
            _to_nf4(checkpoint, family, made, emit, stop)
        else:
            _to_gptq(checkpoint, family, request.chats, made, device, emit, stop)
        copy_small_files(checkpoint.folder, made)
        for file in made.iterdir():
            file.chmod(0o644)
        made.chmod(0o755)
    emit(Progress("quantizing", 1.0))
    return inspect(str(target.expanduser().absolute()))


def _to_nf4(checkpoint: Checkpoint, family: VisionFamily, made: Path, emit: Emit, stop: Event) -> None:
    from eyebox_models.vision.load import load_parts, release

    parts = load_parts(checkpoint, family, Options(precision="int4", device="cpu"), emit, stop)
    try:
        emit(Progress("quantizing", 0.5))
        with as_os_errors():
            parts.model.save_pretrained(made)
    finally:
        release(parts)


def _to_gptq(
    checkpoint: Checkpoint,
    family: VisionFamily,
    chats: Sequence[tuple[Message, ...]],
    made: Path,
    device: str,
    emit: Emit,
    stop: Event,
) -> None:
    import torch
    from gptqmodel import DEVICE_THREAD_POOL, GPTQModel, QuantizeConfig
    from gptqmodel.models.auto import SUPPORTED_MODELS

    from eyebox_models.vision.quantize import restore_rope_init

    kind = str(checkpoint.config.get("model_type", ""))
    if kind not in SUPPORTED_MODELS:
        raise EyeboxError(
            "quantize-family",
            "gptqmodel can't quantize models of the type {kind}; choose nf4, or a model of a Qwen or InternVL family.",
            kind=kind,
        )
    samples, layers, width = _prepared(checkpoint, family, chats, emit, stop)

    def on_layer(layer_idx: int, submodule_finalized: bool) -> None:
        if stop.is_set():
            raise Stopped
        if submodule_finalized:
            emit(Progress("quantizing", (layer_idx + 1) / (layers + 1)))

    # it prints banners, tables and bars, and writes a log into the current folder
    with (
        TemporaryDirectory(prefix=".layers-", dir=made) as kept,
        redirect_stdout(sys.stderr),
        chdir(kept),
        as_os_errors(),
    ):
        settings = QuantizeConfig(
            bits=4, group_size=width, desc_act=False, sym=True, damp_percent=DAMPING, device=device,
            offload_to_disk=True, offload_to_disk_path=kept,
        )  # fmt: skip
        model = GPTQModel.load(
            str(checkpoint.folder), settings, trust_remote_code=False, dtype=torch.bfloat16
        )
        model.layer_callback = on_layer
        model.prepare_dataset = lambda calibration_dataset, **_how: list(calibration_dataset)
        try:
            model.quantize(samples, batch_size=1)
        finally:
            DEVICE_THREAD_POOL.wait()  # what writes layers to the disk
            restore_rope_init()
        if stop.is_set():
            raise Stopped
        model.save(str(made))
    for left in ("quant_log.csv", "quantize_config.json"):
        (made / left).unlink(missing_ok=True)


def _prepared(
    checkpoint: Checkpoint,
    family: VisionFamily,
    chats: Sequence[tuple[Message, ...]],
    emit: Emit,
    stop: Event,
) -> tuple[list[dict[str, Any]], int, int]:
    """What the model is shown of each chat; how many layers it has; and the width of a group.

    Raises EyeboxError for pictures that can't be opened, and for a model whose layers no group divides.
    """
    import torch

    from eyebox_models.vision.load import load_parts, release
    from eyebox_models.vision.quantize import decoder_layers

    parts = load_parts(checkpoint, family, Options(precision="bf16", device="cpu"), emit, stop)
    try:
        inside = parts.model.get_submodule(decoder_layers(parts.model))
        wide = {one.in_features for one in inside.modules() if isinstance(one, torch.nn.Linear)}
        width = group_width(checkpoint, wide)
        with _drawn() as drawn:
            samples = []
            for chat in chats or drawn:
                if stop.is_set():
                    raise Stopped
                samples.append(_sample(parts, family, chat))
        return samples, len(inside), width
    finally:
        release(parts)


def _sample(parts: LoadedCheckpoint, family: VisionFamily, chat: tuple[Message, ...]) -> dict[str, Any]:
    """A chat as the model is given it: the ids up to its last question, those of the answer, and the pixels."""
    import torch

    from eyebox_models.vision.prompt import Prompt
    from eyebox_models.vision.tokens import Tokens

    *before, last = chat
    asked = tuple(before) if last.role == "assistant" and before else chat
    prompt = family.prompt(parts, Ask(asked, options=parts.options))
    if asked is not chat:
        text = "".join(part for part in last.parts if isinstance(part, str))
        ids = last.token_ids or tuple(Tokens.of(parts).split([(text, False)], first=False))
        prompt = Prompt((*prompt.ids, *ids), prompt.spans)
    numbers = torch.tensor([prompt.ids])
    return {
        "input_ids": numbers,
        "attention_mask": torch.ones_like(numbers),
        **family.pixels(parts, [span.shown for span in prompt.spans]),
        **family.inputs(parts, [prompt], [0]),
    }


@contextmanager
def as_os_errors() -> Iterator[None]:
    """What safetensors says of a file that it can't write is an OSError, as of all others. Raises that."""
    from safetensors import SafetensorError

    try:
        yield
    except SafetensorError as error:
        number = re.search(r"os error (\d+)", str(error))
        if number is None:
            raise
        raise OSError(int(number[1]), os.strerror(int(number[1]))) from error


@contextmanager
def _drawn() -> Iterator[Sequence[tuple[Message, ...]]]:
    """Questions about drawn shapes, for who gives no chats."""
    from eyebox_models.checkpoint.family_info import QUESTION
    from eyebox_models.grounding.ask_shapes import question
    from eyebox_models.grounding.shape_cards import CARDS, draw

    with TemporaryDirectory() as folder:
        chats = []
        for number, card in enumerate(CARDS):
            file = Path(folder) / f"{number}.png"
            draw(card, file)
            chats.append((Message("user", (Picture(str(file)), question(card, QUESTION))),))
        yield chats
