"""What a model's vision tower makes of pictures: computed once, then taken from memory or disk in place of their pixels.

All that shows pictures to models goes through `look`. What is known by a key is what the same tower made of the same
pixels: the key holds the picture's file and how it is shown, what the image processor is told, the weights of the tower
as they are loaded (so checkpoint, precision, quantization, an adapter), the kind of device and the versions of
transformers and torch. It does not hold which kernels multiplied: they differ by rounding.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from eyebox_models.vision import feature_cache
from eyebox_models.vision.compat import (
    PIXELS,
    VIDEO_GRID,
    as_output,
    compute_features,
    features_of,
    takes_features,
    transformers_version,
)
from eyebox_models.vision.compat_cache import tensor_bytes
from eyebox_models.vision.generate import decoder_layers
from eyebox_models.vision.packed import sample
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.prompt import PromptImage

if TYPE_CHECKING:
    from eyebox_models.vision.family import VisionFamily

IN_MEMORY = 128_000_000
"""Bytes of features that a loaded model keeps beside those on disk."""
_VERSION = 1
"""To be raised when a tower of this package, or what pictures are made into before it, gives other numbers."""


@dataclass(frozen=True, slots=True)
class Features:
    """What a tower made of a picture (or of several together), or what it is to look at.

    `made` are the fields that the language model reads, by transformers' names: tensors, or lists of them. None where a
    model can't take them: then `inputs` has the pixels, too. `inputs` are what else `generate` is given of the picture.
    """

    made: dict[str, Any] | None
    inputs: dict[str, Any]

    @property
    def bytes(self) -> int:
        return tensor_bytes([self.made, self.inputs])


@dataclass(slots=True)
class Looked:
    """The pictures of a prompt that are new to the language model. `known` of them had been looked at before."""

    features: list[Features] = field(default_factory=list)
    known: int = 0
    fresh: list[tuple[str, str, Features]] = field(default_factory=list)
    """What was computed now and can be kept: key, name on disk ("" for none), features."""


class KnownPictures:
    """The features that a loaded model keeps in memory, the least recently used of which go first; behind them the disk."""

    def __init__(self, most: int = IN_MEMORY, *, on_disk: bool = True) -> None:
        self.most = most
        self.on_disk = on_disk
        self._kept: OrderedDict[str, Features] = OrderedDict()

    def get(self, key: str, name: str) -> Features | None:
        """What is known by a key, or on disk by a name."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        content = feature_cache.read(name) if name and self.on_disk and feature_cache.limit() else None
        if content is None:
            return None
        try:
            found = _unpacked(content)
        except (ValueError, KeyError, TypeError):  # of another version
            return None
        self._put(key, found)
        return found

    def keep(self, looked: Looked) -> None:
        """Keeps what was computed; it is written to disk on another thread. Call it when the answer has begun."""
        fresh, looked.fresh = looked.fresh, []
        kept = [(key, name, _moved(features, "cpu")) for key, name, features in fresh]
        for key, _name, features in kept:
            self._put(key, features)
        to_write = [(name, features) for _key, name, features in kept if name]
        if to_write and self.on_disk and feature_cache.limit():
            size = sum(features.bytes for _name, features in to_write)
            feature_cache.write_aside(((name, _packed(features)) for name, features in to_write), size)

    def clear(self) -> None:
        self._kept.clear()

    def _put(self, key: str, features: Features) -> None:
        self._kept[key] = features
        while self._kept and sum(one.bytes for one in self._kept.values()) > self.most:
            self._kept.popitem(last=False)


def look(
    parts: LoadedCheckpoint, family: VisionFamily, shown: Sequence[PromptImage], known: KnownPictures
) -> Looked:
    """Has the tower look at those of the pictures that it has not looked at before.

    A picture that is known is neither decoded nor prepared. `known.keep` is to be called with the result, when the answer
    has begun. Raises EyeboxError for a picture that can't be shown, Stopped.
    """
    import torch

    from eyebox_models.vision.adapter import applied_key

    looked = Looked()
    tower = _tower(parts) if shown else ""
    if not tower:
        return Looked([Features(None, family.pixels(parts, shown))] if shown else [])
    found: list[Features | None] = []
    unknown: list[tuple[int, str, str, Sequence[PromptImage]]] = []
    for what, pictures in family.looked_at(parts, shown):
        key = f"{tower} {what}"
        name = feature_cache.name_of([one for picture in pictures for one in picture.sums], key)
        features = known.get(key, name)
        if features is None:
            unknown.append((len(found), key, name, pictures))
        else:
            looked.known += len(pictures)
            features = _moved(features, parts.device)
        found.append(features)
    for start in range(0, len(unknown), family.pictures_at_once):
        group = unknown[start : start + family.pictures_at_once]
        inputs = family.pixels(parts, [picture for *_, pictures in group for picture in pictures])
        with torch.inference_mode():
            made = features_of(compute_features(parts.model, inputs))
        if made is None:
            parts.extra["tower"] = (applied_key(parts), "")
            return look(parts, family, shown, known)
        others = {name: value for name, value in inputs.items() if name not in PIXELS}
        for (place, key, name, _pictures), features in zip(
            group, _each(Features(made, others), len(group)), strict=True
        ):
            found[place] = features
            looked.fresh.append((key, name, features))
    looked.features = [features for features in found if features is not None]
    return looked


def prepared(
    parts: LoadedCheckpoint, family: VisionFamily, shown: Sequence[PromptImage], known: KnownPictures
) -> list[Features]:
    """Pictures as the tower is to look at them, for one that is trained itself and so has to look each time.

    Those that `known` keeps are neither decoded nor prepared again. Raises EyeboxError.
    """
    looked = Looked()
    for what, pictures in family.looked_at(parts, shown):
        features = known.get(what, "")
        if features is None:
            features = Features(None, family.pixels(parts, pictures))
            looked.fresh.append((what, "", features))
        looked.features.append(_moved(features, parts.device))
    known.keep(looked)
    return looked.features


def _each(features: Features, count: int) -> Sequence[Features]:
    """Features of `count` pictures apart: tensors that have a row, or as many rows, for each."""
    if count == 1:
        return [features]
    made = {name: value.chunk(count) for name, value in (features.made or {}).items()}
    inputs = {name: value.chunk(count) for name, value in features.inputs.items()}
    return [
        Features(
            {name: value[n].clone() for name, value in made.items()},
            {name: value[n].clone() for name, value in inputs.items()},
        )
        for n in range(count)
    ]


def joined(features: Sequence[Features]) -> dict[str, Any]:
    """What `generate` is given of pictures, in this order."""
    import torch

    names = dict.fromkeys(name for one in features for name in one.inputs)
    inputs: dict[str, Any] = {
        name: torch.cat([one.inputs[name] for one in features if name in one.inputs]) for name in names
    }
    made: dict[str, list[dict[str, Any]]] = {}
    for one in features:
        if one.made is not None:
            made.setdefault("video" if VIDEO_GRID in one.inputs else "image", []).append(one.made)
    if made:
        inputs["mm_encoder_outputs"] = {
            kind: as_output({name: _join([one[name] for one in own]) for name in own[0]})
            for kind, own in made.items()
        }
    return inputs


def _join(values: Sequence[Any]) -> Any:
    """Tensors one behind the other; of lists of a part each the parts; of lists of such lists each by itself."""
    import torch

    if not isinstance(values[0], list | tuple):
        return torch.cat(list(values))
    if values[0] and isinstance(values[0][0], list | tuple):
        return [_join(layer) for layer in zip(*values, strict=True)]
    return [part for value in values for part in value]


def _tower(parts: LoadedCheckpoint) -> str:
    """What stands for a model's tower as it is loaded, and for what pictures are made into before it.

    "" where it can't take features, or where weights are not at hand (on disk until they are needed).
    """
    from eyebox_models.vision.adapter import applied_key

    adapter = applied_key(parts)
    known: tuple[str, str] | None = parts.extra.get("tower")
    if known is None or known[0] != adapter:
        found = _print(parts) if takes_features(parts.model) else ""
        known = parts.extra["tower"] = (adapter, found)
    return known[1]


def _print(parts: LoadedCheckpoint) -> str:
    """Of all weights but those of the language model's layers, which have no part in what is made of a picture."""
    import torch

    from eyebox_models.vision.adapter import applied_outside

    inside = {module for layer in decoder_layers(parts.model) for module in layer.modules()}
    processor = getattr(parts.processor, "image_processor", None)
    told = (
        _VERSION, transformers_version(), torch.__version__, parts.checkpoint.digest, parts.precision,
        str(parts.model.dtype), parts.device.partition(":")[0], type(processor).__name__, parts.checkpoint.processor,
        applied_outside(parts, inside),
    )  # fmt: skip
    made = hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode("utf-8", "surrogatepass"))
    for name, module in parts.model.named_modules():
        if module not in inside:
            made.update(getattr(module, "sampled", b""))
        own = (*module.named_parameters(recurse=False), *module.named_buffers(recurse=False))
        for leaf, tensor in own if module not in inside else ():
            if tensor.device.type == "meta":
                return ""
            made.update(f"{name}.{leaf} {tensor.dtype} {tuple(tensor.shape)}".encode())
            made.update(sample(tensor))
    return made.hexdigest()


def _moved(features: Features, device: str) -> Features:
    """The same on another device; there, nothing is copied."""

    def move(value: Any) -> Any:
        if isinstance(value, list | tuple):
            return [move(one) for one in value]
        return value.to(device)

    made = None if features.made is None else {name: move(value) for name, value in features.made.items()}
    return Features(made, {name: move(value) for name, value in features.inputs.items()})


def _packed(features: Features) -> bytes:
    """Features as the bytes of a safetensors file."""
    from safetensors.torch import save

    tensors: dict[str, Any] = {}

    def laid_out(value: Any) -> Any:
        if isinstance(value, list | tuple):
            return [laid_out(one) for one in value]
        tensors[str(len(tensors))] = value.contiguous().clone()
        return str(len(tensors) - 1)

    plan = {
        "made": {name: laid_out(value) for name, value in (features.made or {}).items()},
        "inputs": {name: laid_out(value) for name, value in features.inputs.items()},
    }
    content: bytes = save(tensors, {"plan": json.dumps(plan)})
    return content


def _unpacked(content: bytes) -> Features:
    """Raises ValueError, KeyError or TypeError for bytes that are no features."""
    from safetensors import SafetensorError
    from safetensors.torch import load

    try:
        length = int.from_bytes(content[:8], "little")
        plan = json.loads(json.loads(content[8 : 8 + length])["__metadata__"]["plan"])
        tensors = load(content)
    except SafetensorError as error:
        raise ValueError(str(error)) from error

    def put_back(value: Any) -> Any:
        return [put_back(one) for one in value] if isinstance(value, list) else tensors[value]

    return Features(
        *({name: put_back(value) for name, value in plan[part].items()} for part in ("made", "inputs"))
    )
