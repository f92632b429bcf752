"""What was learned, as files: a LoRA by the names that its model's own files have, or a whole checkpoint."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.files.atomic_write import save_file
from eyebox_models.library.rewrite import opened, write_changed
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.family import Emit
from eyebox_models.training.trained import Trained
from eyebox_models.vision.adapter.folder import CONFIG, WEIGHTS
from eyebox_models.vision.family import VisionFamily

if TYPE_CHECKING:
    import torch

CARD = "teaching.json"
"""Beside the adapter: what it was taught with, and how it does."""


def write_adapter(target: Path, trained: Trained, family: VisionFamily, checkpoint: Checkpoint) -> None:
    """Writes the LoRA as peft does. Of an original by the names of its own code, fused where that is: both read it."""
    from safetensors.torch import save

    settings = trained.settings
    tensors = trained.tensors()
    layers = {name: (tensors[f"{name}.lora_A"], tensors[f"{name}.lora_B"]) for name in trained.layers}
    ranks = {}
    if type(trained.model).__module__.startswith("eyebox_models."):
        layers = _in_original_names(layers, family, checkpoint)
        ranks = {name: len(low[0]) for name, low in layers.items() if len(low[0]) != settings.rank}
    named: dict[str, Any] = {}
    for name, (down, up) in layers.items():
        named[f"base_model.model.{name}.lora_A.weight"] = down.contiguous()
        named[f"base_model.model.{name}.lora_B.weight"] = up.contiguous()
    config = {
        "peft_type": "LORA", "task_type": "CAUSAL_LM", "base_model_name_or_path": checkpoint.name,
        "r": settings.rank, "lora_alpha": settings.alpha, "lora_dropout": settings.dropout, "bias": "none",
        "target_modules": _pattern(layers), "rank_pattern": ranks,
        "alpha_pattern": {name: settings.alpha * rank / settings.rank for name, rank in ranks.items()},
        "inference_mode": True, "fan_in_fan_out": False,
    }  # fmt: skip
    save_file(target / WEIGHTS, save(named, {"format": "pt"}))
    save_file(target / CONFIG, json.dumps(config, indent=2) + "\n")


def _pattern(layers: Iterable[str]) -> str:
    """A regular expression that these layers' names match and no others, as peft takes it: beside a layer may stand an
    activation that differs from it by its number only."""
    kinds: dict[str, list[dict[str, None]]] = {}
    for name in layers:
        numbers = re.findall(r"(?<=\.)\d+(?=\.|$)", name)
        kind = re.sub(r"(?<=\.)\d+(?=\.|$)", "#", name)
        for seen, number in zip(kinds.setdefault(kind, [{} for _ in numbers]), numbers, strict=True):
            seen[number] = None
    made = []
    for kind, places in kinds.items():
        first, *others = map(re.escape, kind.split("#"))
        choices = [f"(?:{'|'.join(seen)})" for seen in places]
        made.append(first + "".join(choice + text for choice, text in zip(choices, others, strict=True)))
    return "|".join(made)


Low = tuple["torch.Tensor", "torch.Tensor"]


def _in_original_names(
    layers: dict[str, Low], family: VisionFamily, checkpoint: Checkpoint
) -> dict[str, Low]:
    """The LoRAs by the names in a checkpoint's files. Those of a fused layer are one of their ranks' sum: the rows of B that
    are not a part's own are zero."""
    import torch

    found: dict[str, Low] = {}
    for name, shape in _shapes(checkpoint):
        if not name.endswith(".weight"):
            continue
        places = family.map_weights(checkpoint, name, torch.arange(shape[0]))
        parts = [(rows, layers[place.removesuffix(".weight")]) for place, rows in places.items()
                 if place.removesuffix(".weight") in layers]  # fmt: skip
        if not parts:
            continue
        up = torch.zeros(shape[0], sum(len(low[0]) for _rows, low in parts))
        at = 0
        for rows, (down, own) in parts:
            up[rows, at : at + len(down)] = own
            at += len(down)
        found[name.removesuffix(".weight")] = torch.cat([low[0] for _rows, low in parts]), up
    return found


def _shapes(checkpoint: Checkpoint) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Names and shapes of all tensors of a checkpoint's files that have rows."""
    for path in checkpoint.weight_files:
        with opened(path) as tensors:
            for name in tensors:
                if shape := tensors.kind(name)[0]:
                    yield name, shape


class Weights:
    """The trained weights by the tensors of a checkpoint's files that they are part of."""

    def __init__(self, trained: Trained, family: VisionFamily, checkpoint: Checkpoint) -> None:
        """Raises EyeboxError where one of them would be written nowhere."""
        import torch

        by_place = dict(trained.model.named_parameters(remove_duplicate=False))
        own = {id(weights) for weights in trained.weights.values()}
        self._parts: dict[str, list[tuple[Any, Any]]] = {}
        written = set()
        for name, shape in _shapes(checkpoint):
            for place, rows in family.map_weights(checkpoint, name, torch.arange(shape[0])).items():
                weights = by_place.get(place)
                if weights is not None and id(weights) in own:
                    self._parts.setdefault(name, []).append((rows, weights))
                    written.add(id(weights))
        if own - written:
            raise EyeboxError(
                "teach-full-layout",
                "{name} has weights that can't be written back into its own files; choose a LoRA (--method lora).",
                name=checkpoint.name,
            )

    def merged(self, name: str, tensor: Any) -> Any:
        """A tensor with its trained rows in place."""
        parts = self._parts.get(name)
        if not parts:
            return tensor
        made = tensor.clone()
        for rows, weights in parts:
            made[rows] = weights.detach().to("cpu", made.dtype)
        return made


def write_whole(
    target: Path, weights: Weights, checkpoint: Checkpoint, work: Path, emit: Emit, stop: Event
) -> None:
    """Writes the whole checkpoint with what was learned; its configuration is there last."""
    made = work / "written"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    write_changed(checkpoint, weights, made, emit, stop)
    for path in sorted(made.iterdir(), key=lambda one: one.name == "config.json"):
        path.replace(target / path.name)
    made.rmdir()
