"""What can be wrong with a model folder apart from its files' bytes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from eyebox_models.checkpoint.family_info import FamilyTable
from eyebox_models.checkpoint.folder import Checkpoint
from eyebox_models.checkpoint.headers import Fault, Tensor
from eyebox_models.checkpoint.whole import TRACES
from eyebox_models.protocol.errors import os_reason

TEXTS = (".json", ".jinja", ".txt", ".model", ".tiktoken", ".yaml")
LARGEST_TEXT = 200_000_000
"""Bytes of such a file; libraries read it whole."""
TEMPLATES = "additional_chat_templates"
"""The one folder in a model's that transformers reads from."""
VISION = re.compile(
    r"(^|\.)(visual|vision_tower|vision_model|vision|image_encoder|multi_modal_projector|mlp1|mtp)\."
)
_LAYER = re.compile(r"(?P<before>(^|.*\.)layers)\.(?P<number>\d{1,6})\.(?P<rest>.+)")
_BLOCK = re.compile(r"(^|\.)visual\.blocks\.(\d{1,6})\.|(^|\.)vision_tower\.encoder\.layer\.(\d{1,6})\.")


def unfinished(names: Iterable[str]) -> Iterator[Fault]:
    """Files that a download was not finished with."""
    half = sorted(name for name in names if name.endswith(TRACES) or name == "._____temp")
    if half:
        yield Fault(
            "download-unfinished",
            "The download is not finished ({file} is there); let it go on.",
            missing=True,
            file=half[0],
        )


def wrong_shape(name: str, shape: Iterable[Any], wanted: Iterable[Any]) -> Fault:
    """A tensor of another shape than config.json asks for."""
    has, wants = (
        " by ".join(f"{n:,}" if isinstance(n, int) else str(n) for n in one) for one in (shape, wanted)
    )
    return Fault(
        "tensor-shape-wrong",
        '"{tensor}" is {shape}, but config.json wants {wanted}: the config belongs to another model; '
        "fetch config and weights of one model.",
        tensor=name,
        shape=has,
        wanted=wants,
    )


def faults_of_entries(folder: Path, names: dict[str, os.DirEntry[str]]) -> Iterator[Fault]:
    """What is no file and no folder, which libraries would wait for; texts that are far too large; and links that
    lead nowhere, to no file, or out of the hub cache."""
    home = _repository(folder)
    for name, entry in names.items():
        link = entry.is_symlink()
        try:
            found = entry.stat()
        except (FileNotFoundError, NotADirectoryError):
            if link:
                yield Fault(
                    "link-broken",
                    "{name} is a link to a file that is not there; fetch it again.",
                    missing=True,
                    name=name,
                )
            continue
        except OSError as error:
            yield Fault(
                "link-unfollowable",
                "{name} is a link that cannot be followed: {reason}.",
                name=name,
                reason=os_reason(error),
            )
            continue
        if stat.S_ISDIR(found.st_mode):
            if name == TEMPLATES:
                yield from _templates(entry.path)
        elif not stat.S_ISREG(found.st_mode):
            if link:
                yield Fault(
                    "link-to-no-file",
                    "{name} is a link to something that is no file; fetch it again.",
                    name=name,
                )
            else:
                yield Fault(
                    "no-file",
                    "{name} is a pipe or a device and no file; remove it and fetch the model again.",
                    name=name,
                )
        elif found.st_size > LARGEST_TEXT and name.endswith(TEXTS):
            yield Fault(
                "file-too-large", "{name} is far too large to belong to a model; fetch it again.", name=name
            )
        elif link and home is not None and not Path(os.path.realpath(entry.path)).is_relative_to(home):
            yield Fault(
                "link-leads-out",
                "{name} is a link that leads out of the cache of this model; fetch it again.",
                name=name,
            )


def _templates(folder: str) -> Iterator[Fault]:
    try:
        with os.scandir(folder) as entries:
            strange = sorted(entry.name for entry in entries if not entry.is_file())
    except OSError:
        return
    if strange:
        yield Fault(
            "template-no-file",
            "{folder}/{file} is no file; remove it and fetch the model again.",
            folder=TEMPLATES,
            file=strange[0],
        )


def _repository(folder: Path) -> Path | None:
    """The folder models--.. of a hub cache that a snapshot is in."""
    real = Path(os.path.realpath(folder))
    parents = (real, *real.parents)
    for below, above in pairwise(parents):
        if below.name == "snapshots" and above.name.startswith("models--"):
            return above
    return None


def faults_of_type(checkpoint: Checkpoint, table: FamilyTable) -> Iterator[Fault]:
    """Model types that nothing here can run, and what their families say is wrong with this one."""
    kind = checkpoint.model_type
    if table.family_of(kind) is not None:
        if checkpoint.kind.faults is not None:
            yield from checkpoint.kind.faults(checkpoint)
        if checkpoint.kind.marks and not checkpoint.processor:
            yield Fault(
                "preprocessor-missing", "preprocessor_config.json is missing; fetch it again.", missing=True
            )
    elif kind in table.other_types:
        return
    elif kind in table.text_types:
        yield Fault(
            "text-model",
            'This is a model for text alone ("{kind}"); choose one that looks at pictures.',
            kind=kind,
        )
    elif "auto_map" in checkpoint.config:
        yield Fault(
            "model-needs-own-code",
            'This model ("{kind}") works only with program code of its own, which Eyebox never runs; '
            'choose a version for transformers (often its name ends in "-hf").',
            kind=kind or "unknown",
        )
    elif kind:
        yield Fault(
            "model-type-unknown",
            'Eyebox does not know models of the type "{kind}"; choose another model.',
            kind=kind[:80],
        )
    else:
        yield Fault(
            "model-type-missing", "config.json does not say which type of model this is; fetch it again."
        )


def faults_of_shapes(checkpoint: Checkpoint) -> Iterator[Fault]:
    """Tensors that do not fit the config, or are not there."""
    if checkpoint.kind.faults_of_tensors is not None:
        yield from checkpoint.kind.faults_of_tensors(checkpoint)
    if not checkpoint.kind.marks or not checkpoint.tensors:
        return
    yield from _embeddings(checkpoint)
    yield from _layers(checkpoint)
    yield from _vision(checkpoint)


def _embeddings(checkpoint: Checkpoint) -> Iterator[Fault]:
    text = checkpoint.text_config
    wanted = (text.get("vocab_size"), text.get("hidden_size"))
    table = _one(checkpoint, "embed_tokens.weight")
    head = _one(checkpoint, "lm_head.weight")
    if table is None and not (head is not None and checkpoint.tied):
        yield Fault(
            "embeddings-missing",
            "The weights have no input embeddings (embed_tokens); fetch them again.",
            missing=True,
        )
    if head is None and not checkpoint.tied:
        yield Fault(
            "output-layer-missing",
            "The weights have no output layer (lm_head); fetch them again.",
            missing=True,
        )
    for tensor in (table, head):
        if tensor is None or tensor.dtype in ("U8", "I32"):
            continue
        if all(isinstance(n, int) for n in wanted) and tensor.shape != wanted:
            yield wrong_shape(tensor.name, tensor.shape, wanted)
            return


def _layers(checkpoint: Checkpoint) -> Iterator[Fault]:
    wanted = checkpoint.text_config.get("num_hidden_layers")
    if not isinstance(wanted, int):
        return
    found: dict[int, set[str]] = {}
    for name in checkpoint.tensors:
        match = None if VISION.search(name) else _LAYER.fullmatch(name)
        if match:
            found.setdefault(int(match["number"]), set()).add(match["rest"])
    if found and max(found) + 1 != wanted:
        yield Fault(
            "layers-wrong",
            "The weights have {found} layers, but config.json wants {wanted}: the config belongs to "
            "another model; fetch config and weights of one model.",
            missing=max(found) + 1 < wanted,
            found=max(found) + 1,
            wanted=wanted,
        )
        return
    if len(found) != wanted:
        gone = next((n for n in range(wanted) if n not in found), 0)
        yield Fault(
            "layer-missing",
            "The weights of layer {layer} are missing; fetch them again.",
            missing=True,
            layer=gone,
        )
        return
    yield from _gaps(checkpoint, found)
    hidden = checkpoint.text_config.get("hidden_size")
    for name in ("mlp.down_proj.weight", "input_layernorm.weight"):
        tensor = _one(checkpoint, f"layers.0.{name}")
        if tensor is not None and isinstance(hidden, int) and tensor.dtype not in ("U8", "I32"):
            other = checkpoint.text_config.get("intermediate_size")
            sizes = (hidden, other) if len(tensor.shape) == 2 else (hidden,)
            if all(isinstance(n, int) for n in sizes) and tensor.shape != sizes:
                yield wrong_shape(tensor.name, tensor.shape, sizes)
                return


def _gaps(checkpoint: Checkpoint, found: dict[int, set[str]]) -> Iterator[Fault]:
    """A tensor that one layer lacks and all others of its kind have (mixtures of experts may differ by layer)."""
    if any("experts" in key for key in checkpoint.text_config):
        return
    kinds = checkpoint.text_config.get("layer_types")
    groups: dict[str, list[int]] = {}
    for number in sorted(found):
        kind = str(kinds[number]) if isinstance(kinds, list) and number < len(kinds) else ""
        groups.setdefault(kind, []).append(number)
    for numbers in groups.values():
        every = set().union(*(found[n] for n in numbers))
        for number in numbers:
            gone = sorted(every - found[number])
            if gone and len(gone) < len(every) and checkpoint.quantization in ("", "bitsandbytes"):
                yield Fault(
                    "layer-incomplete",
                    "Layer {number} lacks {tensor}; fetch the weights again.",
                    missing=True,
                    number=number,
                    tensor=gone[0],
                )
                return


def _vision(checkpoint: Checkpoint) -> Iterator[Fault]:
    vision = checkpoint.vision_config
    wanted = vision.get("depth", vision.get("num_hidden_layers"))
    numbers = {int(m[2] or m[4]) for m in map(_BLOCK.search, checkpoint.tensors) if m}
    if not numbers:
        yield Fault("vision-missing", "The weights have no vision tower; fetch them again.", missing=True)
    elif isinstance(wanted, int) and len(numbers) != wanted:
        yield Fault(
            "vision-layers-wrong",
            "The vision tower has {found} layers, but config.json wants {wanted}: the config belongs to "
            "another model; fetch config and weights of one model.",
            found=len(numbers),
            wanted=wanted,
        )


def _one(checkpoint: Checkpoint, ending: str) -> Tensor | None:
    """The tensor of the language model whose name ends so."""
    for name, tensor in checkpoint.tensors.items():
        if (name == ending or name.endswith("." + ending)) and not VISION.search(name):
            return tensor
    return None
