"""Rewrites a model into a new folder: in the layout of transformers, or with a LoRA merged into its weights.

A merged one has the files and the names of the old one; what the adapter adds to query, key and value is put into their
rows of a fused projection. Tensor by tensor, from one mapped file into another; the numbers stay in the dtype they have.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from math import prod
from pathlib import Path
from threading import Event
from typing import Any, Protocol

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.checkpoint.find import folder_of
from eyebox_models.checkpoint.headers import ITEM_BYTES
from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.files.atomic_write import synced
from eyebox_models.files.new_folder import new_folder
from eyebox_models.library.cards import inspect
from eyebox_models.protocol.cards import ModelCard
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.vision.adapter import check_adapter, read_adapter

STEP = 0.01
"""Progress is reported when it moved so much."""
_DTYPES = {
    "torch.float32": "F32", "torch.float16": "F16", "torch.bfloat16": "BF16", "torch.float64": "F64",
    "torch.int64": "I64", "torch.int32": "I32", "torch.int16": "I16", "torch.int8": "I8", "torch.uint8": "U8",
    "torch.bool": "BOOL", "torch.float8_e4m3fn": "F8_E4M3", "torch.float8_e5m2": "F8_E5M2",
}  # fmt: skip
_LEFT_OUT = re.compile(
    r"\..*|.*\.(py|pyc|safetensors|bin|pt|pth|ckpt|gguf|onnx|h5|msgpack)(\.index\.json)?|adapter_config\.json",
    re.I,
)
"""Weights, code, and what others keep beside a model."""


def convert(folder: str, target: str, emit: Emit, stop: Event) -> ModelCard:
    """Rewrites a model of an original layout in that of transformers, once, so that it loads without being translated.

    Emits Progress("converting", 0..1). Raises EyeboxError, Stopped; then nothing is left of the new folder.
    """
    checkpoint = usable(folder)
    with new_folder(Path(target), checkpoint.weight_bytes) as made:
        family_of(checkpoint).convert(checkpoint, made, emit, stop)
        made.chmod(0o755)
    return inspect(str(Path(target).expanduser().absolute()))


def usable(folder: str) -> Checkpoint:
    """The checkpoint in a folder. Raises EyeboxError for none, and for one with problems."""
    source = folder_of(folder)
    if source is None:
        raise EyeboxError(
            "no-model-folder-chosen", "{folder} is no folder of a model; choose one.", folder=folder
        )
    checkpoint = checkpoint_at(source)
    if checkpoint.problems:
        raise EyeboxError.of(checkpoint.problems[0], "\n".join(checkpoint.problems))
    return checkpoint


def merge(folder: str, adapter: str, target: str, emit: Emit, stop: Event) -> ModelCard:
    """Merges the LoRA in `adapter` into a model. Emits Progress("merging", 0..1).

    Raises EyeboxError, Stopped; then nothing is left of the new folder.
    """
    checkpoint = usable(folder)
    if checkpoint.quantization:
        raise EyeboxError(
            "merge-quantized",
            "{folder} is quantized, and nothing can be merged into quantized weights; choose the model "
            "in 16 bit.",
            folder=checkpoint.folder,
        )
    check_adapter(adapter)
    with new_folder(Path(target), checkpoint.weight_bytes) as made:
        emit(Progress("merging", 0.0))
        write_changed(checkpoint, _Changes(checkpoint, adapter), made, emit, stop)
        made.chmod(0o755)
    emit(Progress("merging", 1.0))
    return inspect(str(Path(target).expanduser().absolute()))


def copy_small_files(source: Path, made: Path) -> None:
    """Copies what stands beside the weights of a model and is no code, where the new folder has no such file."""
    for path in source.iterdir():
        if path.is_file() and not _LEFT_OUT.fullmatch(path.name) and not (made / path.name).exists():
            shutil.copyfile(path, made / path.name)


class _Changes:
    """What an adapter does to each tensor of a checkpoint, by the names in its files."""

    def __init__(self, checkpoint: Checkpoint, folder: str) -> None:
        """Raises EyeboxError for an adapter that does not go with the checkpoint."""
        self._map_weights = family_of(checkpoint).map_weights
        self._adapter = read_adapter(folder, checkpoint, self._map_weights)
        self._parts: dict[str, list[tuple[str, Any]]] = {}
        self._find(checkpoint)

    def merged(self, name: str, tensor: Any) -> Any:
        """A tensor with what the adapter changes of it."""
        parts = self._parts.get(name)
        if not parts:
            return tensor
        made = tensor.float() if tensor.dtype.itemsize < 8 else tensor.clone()
        made = made.clone() if made is tensor else made
        for place, rows in parts:
            saved = self._adapter.saved.get(place)
            low = self._adapter.layers.get(place.removesuffix(".weight"))
            if saved is not None:
                made[rows] = saved.to(made.dtype)
            if low is not None and place.endswith(".weight"):
                made[rows] += low.delta().to(made.dtype)
        return made.to(tensor.dtype)

    def _find(self, checkpoint: Checkpoint) -> None:
        """Which rows of which tensors are changed. Raises EyeboxError for what stands nowhere, or has other sizes."""
        import torch

        left = {f"{path}.weight": low.shape for path, low in self._adapter.layers.items()}
        left |= {path: tuple(tensor.shape) for path, tensor in self._adapter.saved.items()}
        wanted = dict(left)
        for path in checkpoint.weight_files:
            with opened(path) as tensors:
                for name in tensors:
                    shape = tensors.kind(name)[0]
                    if not shape:
                        continue
                    for place, rows in self._map_weights(checkpoint, name, torch.arange(shape[0])).items():
                        if place not in wanted:
                            continue
                        if wanted[place] != (len(rows), *shape[1:]):
                            raise self._adapter.strange(f"{self._called(place)} has other sizes")
                        self._parts.setdefault(name, []).append((place, rows))
                        left.pop(place, None)
        for place in left:
            raise self._adapter.strange(f"there is no {self._called(place)} in this one")

    def _called(self, place: str) -> str:
        low = self._adapter.layers.get(place.removesuffix(".weight"))
        return low.name if low is not None else place


class Changing(Protocol):
    """What becomes of the tensors of a checkpoint."""

    def merged(self, name: str, tensor: Any) -> Any:
        """A tensor as it is written, in the dtype that it has in the file of this name."""
        ...


def write_changed(checkpoint: Checkpoint, changes: Changing, target: Path, emit: Emit, stop: Event) -> None:
    """A safetensors file for each weight file there was, their index, and the other files of a model as they are.

    Emits Progress("merging", 0..1). Raises EyeboxError, Stopped.
    """
    files, done, reported, size = checkpoint.weight_files, 0, 0.0, 0
    total = sum(path.stat().st_size for path in files) or 1
    places: dict[str, str] = {}
    for path in files:
        new = re.sub(r"^pytorch_", "", path.stem) + ".safetensors"
        with opened(path) as tensors, synced(target / new) as file:
            header = tensors.header()
            file.write(len(header).to_bytes(8, "little") + header)
            for name in tensors:
                if stop.is_set():
                    raise Stopped
                data = _bytes(changes.merged(name, tensors[name]))
                file.write(data)
                places[name] = new
                done, size = done + len(data), size + len(data)
                if done / total - reported >= STEP:
                    reported = done / total
                    emit(Progress("merging", min(1.0, reported)))
    if set(places.values()) != {"model.safetensors"}:
        index = {"metadata": {"total_size": size}, "weight_map": dict(sorted(places.items()))}
        text = json.dumps(index, indent=2, ensure_ascii=False) + "\n"
        (target / "model.safetensors.index.json").write_text(text, encoding="utf-8")
    copy_small_files(checkpoint.folder, target)


class Tensors:
    """The tensors of one weight file, in the order they are written in; each is read when it is asked for."""

    def __init__(self, names: list[str], file: Any, found: Mapping[str, Any] | None) -> None:
        self._names, self._file, self._found = names, file, found

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __getitem__(self, name: str) -> Any:
        return self._file.get_tensor(name) if self._found is None else self._found[name]

    def kind(self, name: str) -> tuple[tuple[int, ...], str]:
        """Shape and dtype of a tensor, which is not read for it."""
        if self._found is None:
            part = self._file.get_slice(name)
            return tuple(part.get_shape()), str(part.get_dtype())
        tensor = self._found[name]
        return tuple(tensor.shape), _DTYPES[str(tensor.dtype)]

    def header(self) -> bytes:
        """The header of a safetensors file of these tensors."""
        entries: dict[str, Any] = {"__metadata__": {"format": "pt"}}
        at = 0
        for name in self._names:
            shape, dtype = self.kind(name)
            size = prod(shape) * ITEM_BYTES[dtype]
            entries[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [at, at + size]}
            at += size
        text = json.dumps(entries, separators=(",", ":")).encode()
        return text + b" " * (-len(text) % 8)


@contextmanager
def opened(path: Path) -> Iterator[Tensors]:
    """A weight file, mapped. Raises EyeboxError for one that can't be opened."""
    import pickle

    import torch
    from safetensors import safe_open

    if path.suffix == ".safetensors":
        with safe_open(path, framework="pt", device="cpu") as file:
            yield Tensors(list(file.keys()), file, None)
        return
    try:
        found = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except pickle.UnpicklingError as error:
        raise EyeboxError(
            "pickle-refused",
            "{path} holds more than numbers and is not opened.",
            detail=str(error),
            path=path,
        ) from None
    except (OSError, EOFError, RuntimeError, ValueError) as error:
        raise EyeboxError(
            "file-broken", "{path} is cut or broken; fetch it again.", detail=str(error), path=path
        ) from None
    names = [name for name, value in found.items() if isinstance(value, torch.Tensor)]
    yield Tensors(names, None, found)


def _bytes(tensor: Any) -> Any:
    """A tensor's bytes as they stand in a file."""
    import torch

    return tensor.detach().contiguous().reshape(-1).view(torch.uint8).numpy().data
