"""An adapter folder as peft, ms-swift and Qwen's scripts write it, read for the model it is put on."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError, Sentence

CONFIG = "adapter_config.json"
PATTERN_SECONDS = 0.1
"""How long a pattern of an adapter may look at the name of a layer."""
WEIGHTS, PICKLED = "adapter_model.safetensors", "adapter_model.bin"
_LOW = re.compile(
    r"(?P<layer>.+)\.lora_(?P<embedding>embedding_)?(?P<side>[AB])(?:\.(?!bias)\w+)?(?:\.weight)?"
)
_WRAPPED = re.compile(r"\.modules_to_save\.(?:default\.)?|\.base_layer\.")
_ELSE: dict[str, str] = {
    "use_dora": "DoRA",
    "use_qalora": "QALoRA",
    "alora_invocation_tokens": "activated LoRA",
    "layer_replication": Sentence("layers-twice", "layers that stand twice"),
    "target_parameters": Sentence("fused-experts", "changes to fused experts"),
    "trainable_token_indices": Sentence("single-tokens", "changes to single tokens"),
    "use_bdlora": "block-diagonal LoRA",
}
"""Settings of peft that make more of an adapter than a LoRA of linear layers, and how they are called."""

MapWeights = Callable[[Checkpoint, str, Any], dict[str, Any]]
"""Where a tensor stands in the loaded model: `VisionFamily.map_weights`."""


@dataclass(frozen=True, slots=True)
class Low:
    """What a LoRA adds to a weight [out, in]: `up` [out, r] @ `down` [r, in], the scale in `up`. FP32 on the CPU.

    `name` is what the adapter itself calls the layer. Of an `embedding` the weight is [in, out].
    """

    down: Any
    up: Any
    name: str
    embedding: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        """Of the weight."""
        out, into = len(self.up), self.down.shape[1]
        return (into, out) if self.embedding else (out, into)

    def delta(self) -> Any:
        """What is added to the weight."""
        added = self.up @ self.down
        return added.t() if self.embedding else added


@dataclass(frozen=True, slots=True)
class Adapter:
    """All that an adapter changes, by the names of the loaded model: layers, and tensors that are replaced whole."""

    folder: Path
    layers: Mapping[str, Low] = field(default_factory=dict)
    saved: Mapping[str, Any] = field(default_factory=dict)

    def strange(self, reason: str) -> EyeboxError:
        """The refusal of an adapter that does not go with the model; `reason` is the first one."""
        return EyeboxError(
            "adapter-of-another-model",
            "The adapter in {folder} was made for another model: {reason}.",
            folder=self.folder,
            reason=reason,
        )


def other_size(name: str) -> Sentence:
    return Sentence("another-size", "{layer} has another size", layer=name)


def check_adapter(folder: str) -> dict[str, Any]:
    """The config of an adapter folder. Raises EyeboxError for one that holds no LoRA that can be used."""
    place = Path(folder)
    try:
        config = json.loads(read_regular(place / CONFIG))
    except (OSError, ValueError, RecursionError):
        raise EyeboxError(
            "adapter-missing",
            "{folder} holds no adapter: it has no {config} that can be read; choose the folder with that "
            "file.",
            folder=folder,
            config=CONFIG,
        ) from None
    kind = config.get("peft_type") if isinstance(config, dict) else None
    if kind != "LORA":
        raise EyeboxError(
            "adapter-no-lora",
            "{folder} is no LoRA, and other adapters can't be used; choose a LoRA.",
            folder=folder,
        )
    for key, called in _ELSE.items():
        if config.get(key):
            raise EyeboxError(
                "adapter-unsupported",
                "The adapter in {folder} uses {features}, which Eyebox does not compute; train it without, "
                "or merge it with the program that made it.",
                folder=folder,
                features=called,
            )
    if not any((place / name).is_file() for name in (WEIGHTS, PICKLED)):
        raise EyeboxError(
            "adapter-weights-missing",
            "{folder} lacks {weights}; save the adapter again.",
            folder=folder,
            weights=WEIGHTS,
        )
    return config  # type: ignore[no-any-return]


def read_adapter(folder: str, checkpoint: Checkpoint, map_weights: MapWeights) -> Adapter:
    """Reads an adapter for the model of a checkpoint, whose family maps weights so. Raises EyeboxError when it can't be used."""
    config = check_adapter(folder)
    made = Adapter(Path(folder))
    downs: dict[str, Any] = {}
    ups: dict[str, Any] = {}
    embeddings: set[str] = set()
    saved: dict[str, Any] = {}
    for name, tensor in _tensors(Path(folder)).items():
        plain = name.replace("base_model.model.", "")
        low = _LOW.fullmatch(plain)
        if low is not None:
            (downs if low["side"] == "A" else ups)[low["layer"]] = tensor.float()
            embeddings |= {low["layer"]} if low["embedding"] else set()
        else:
            plain = _WRAPPED.sub(".", plain)
            saved |= _placed(made, plain, map_weights, checkpoint, tensor)
    if not downs and not saved:
        raise EyeboxError(
            "adapter-empty", "The adapter in {folder} changes nothing; save it again.", folder=folder
        )
    if downs.keys() != ups.keys():
        first = min(downs.keys() ^ ups.keys())
        raise EyeboxError(
            "adapter-half",
            "The adapter in {folder} holds only half of {layer}; save it again.",
            folder=folder,
            layer=first,
        )
    layers: dict[str, Low] = {}
    for layer, down in downs.items():
        up = ups[layer]
        if down.dim() != 2 or up.dim() != 2 or not up.shape[1] == down.shape[0] > 0:
            raise made.strange(
                Sentence(
                    "no-lora-of-linear", "what it holds for {layer} is no LoRA of a linear layer", layer=layer
                )
            )
        scaled = up * _scale(config, layer, down.shape[0], folder)
        for weight, rows in _placed(made, f"{layer}.weight", map_weights, checkpoint, scaled).items():
            layers[weight.removesuffix(".weight")] = Low(down, rows, layer, layer in embeddings)
    return Adapter(made.folder, layers, saved)


def _placed(
    made: Adapter, name: str, map_weights: MapWeights, checkpoint: Checkpoint, tensor: Any
) -> dict[str, Any]:
    """A tensor (or its parts, where a fused layer is split) by the loaded model's names."""
    try:
        return map_weights(checkpoint, name, tensor)
    except (ValueError, RuntimeError, ZeroDivisionError):
        raise made.strange(other_size(name.rpartition(".")[0])) from None


def _scale(config: dict[str, Any], layer: str, rank: int, folder: str) -> float:
    """What the product of a layer is multiplied by. The patterns are the adapter's: one that takes long is refused."""
    import regex  # transformers needs it; of the standard library's matches none can be ended

    patterns = config.get("alpha_pattern") or {}
    try:
        found = next(
            (p for p in patterns
             if regex.fullmatch(rf"(.*\.)?({p.removeprefix('^')})", layer, timeout=PATTERN_SECONDS)), None,
        )  # fmt: skip
        alpha = float(config.get("lora_alpha", 8) if found is None else patterns[found])
        if not math.isfinite(alpha):
            raise ValueError(alpha)
    except (regex.error, AttributeError, OverflowError, TimeoutError, TypeError, ValueError):
        raise EyeboxError(
            "adapter-alpha",
            "{config} in {folder} has no usable lora_alpha; save the adapter again.",
            config=CONFIG,
            folder=folder,
        ) from None
    return alpha / (math.sqrt(rank) if config.get("use_rslora") else rank)


def _tensors(folder: Path) -> dict[str, Any]:
    """All tensors of an adapter, by their names. Raises EyeboxError."""
    import pickle

    import torch
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    path = folder / WEIGHTS
    try:
        if path.is_file():
            return dict(load_file(path))
        path = folder / PICKLED
        found = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise EyeboxError(
            "adapter-pickle-refused",
            "{path} holds more than numbers and is not opened; save the adapter as safetensors.",
            detail=str(error),
            path=path,
        ) from None
    except (OSError, EOFError, RuntimeError, ValueError, SafetensorError) as error:
        raise EyeboxError(
            "file-broken", "{path} is cut or broken; fetch it again.", detail=str(error), path=path
        ) from None
    if not isinstance(found, dict) or not all(isinstance(value, torch.Tensor) for value in found.values()):
        raise EyeboxError(
            "adapter-no-weights", "{path} holds no weights of an adapter; save it as safetensors.", path=path
        )
    return {str(name): tensor for name, tensor in found.items()}
