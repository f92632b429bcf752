"""Writes an original once as transformers' own checkpoint: tensor by tensor, from one mapped file into another."""

from __future__ import annotations

import json
from math import prod
from pathlib import Path
from shutil import copyfile
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.checkpoint import Checkpoint, Tensor
from eyebox_models.families.internvl.config import norms_differ, refusal, thumbnail
from eyebox_models.families.internvl.templates import conversation
from eyebox_models.families.internvl.weights import converted
from eyebox_models.files.atomic_write import synced
from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEP = 0.01
"""Progress is reported when it moved so much."""
_ALSO = ("LICENSE", "LICENSE.md", "LICENSE.txt", "NOTICE")


def convert(checkpoint: Checkpoint, target: Path, emit: Emit, stop: Event) -> None:
    """See `VisionFamily.convert`. The new files hold the same numbers in the same dtype."""
    reason = refusal(checkpoint) or _unlike(checkpoint)
    if reason:
        raise EyeboxError.of(reason)
    from eyebox_models.families.internvl import model
    from eyebox_models.families.internvl.tokenizer import read_tokenizer

    emit(Progress("converting", 0.0))
    tokenizer = read_tokenizer(checkpoint.folder)
    config = model.configuration(checkpoint, tokenizer)
    config.architectures = ["InternVLForConditionalGeneration"]
    config.dtype = str(checkpoint.config.get("torch_dtype") or checkpoint.config.get("dtype") or "bfloat16")
    config.save_pretrained(target)
    model.processor(checkpoint, tokenizer).save_pretrained(target)
    ends = tokenizer.convert_tokens_to_ids(conversation(checkpoint.config).end)  # type: ignore[union-attr]
    _write_json(target / "generation_config.json", {**checkpoint.generation, "eos_token_id": int(ends)})
    for name in _ALSO:
        if (checkpoint.folder / name).is_file():
            copyfile(checkpoint.folder / name, target / name)
    text = config.text_config
    _weights(checkpoint, target, (text.num_attention_heads, text.num_key_value_heads), emit, stop)
    emit(Progress("converting", 1.0))


def _unlike(checkpoint: Checkpoint) -> str:
    """ "" for an original that transformers' own files can express, else the sentence that says why not."""
    if checkpoint.quantization or not checkpoint.tensors:
        return Sentence(
            "convert-not-plain",
            "The weights in {folder} are quantized or pickled; only plain safetensors are converted.",
            folder=checkpoint.folder,
        )
    if not thumbnail(checkpoint.config) and checkpoint.config.get("max_dynamic_patch", 12) != 1:
        return Sentence(
            "convert-no-thumbnail",
            "{folder} shows no small whole picture beside its tiles, which a converted model can't do; use it as it is.",
            folder=checkpoint.folder,
        )
    if norms_differ(checkpoint.vision_config):
        return Sentence(
            "convert-norms",
            "{folder} has norms in its vision tower that a converted model can't have; use it as it is.",
            folder=checkpoint.folder,
        )
    return ""


def _weights(checkpoint: Checkpoint, target: Path, heads: tuple[int, int], emit: Emit, stop: Event) -> None:
    """As many weight files as there were, and their index."""
    count, done, reported = len(checkpoint.weight_files), 0, 0.0
    total = sum(tensor.bytes for tensor in checkpoint.tensors.values()) or 1
    places: dict[str, str] = {}
    for number, source in enumerate(checkpoint.weight_files, 1):
        name = "model.safetensors" if count == 1 else f"model-{number:05d}-of-{count:05d}.safetensors"
        own = [tensor for tensor in checkpoint.tensors.values() if tensor.file == source.name]
        own.sort(key=_offset)
        data = _mapped(source)
        with synced(target / name) as file:
            header, places_here = _header(own, heads)
            places |= dict.fromkeys(places_here, name)
            file.write(len(header).to_bytes(8, "little") + header)
            for tensor in own:
                if stop.is_set():
                    raise Stopped
                for rows in _split(tensor, data, heads).values():
                    file.write(_packed(rows).data)
                done += tensor.bytes
                if done / total - reported >= STEP:
                    reported = done / total
                    emit(Progress("converting", min(1.0, reported)))
    if count > 1:
        _write_json(
            target / "model.safetensors.index.json",
            {"metadata": {"total_size": total}, "weight_map": dict(sorted(places.items()))},
        )


def _header(tensors: list[Tensor], heads: tuple[int, int]) -> tuple[bytes, list[str]]:
    """A file's header for the tensors as they will be written, and their names."""
    entries: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    at = 0
    for tensor in tensors:
        item = tensor.bytes // max(1, prod(tensor.shape))
        for name, rows in _split(tensor, None, heads).items():
            shape = (len(rows), *tensor.shape[1:]) if tensor.shape else ()
            size = prod(shape) * item
            entries[name] = {
                "dtype": tensor.dtype,
                "shape": list(shape),
                "data_offsets": [at, at + size],
            }
            at += size
    header = json.dumps(entries, separators=(",", ":")).encode()
    return header + b" " * (-len(header) % 8), [name for name in entries if name != "__metadata__"]


def _split(
    tensor: Tensor, data: NDArray[np.uint8] | None, heads: tuple[int, int]
) -> dict[str, NDArray[np.uint8]]:
    """A tensor's rows as bytes, under its new names. Without `data` the rows are empty: only their number counts."""
    import numpy as np

    count = tensor.shape[0] if tensor.shape else 1
    width = tensor.bytes // max(1, count)
    rows: NDArray[np.uint8]
    if data is None:
        rows = np.empty((count, 0), np.uint8)
    else:
        rows = data[tensor.offset : tensor.offset + tensor.bytes].reshape(count, width)
    return converted(tensor.name, rows, *heads)


def _packed(rows: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import numpy as np

    return np.ascontiguousarray(rows).reshape(-1)


def _mapped(path: Path) -> NDArray[np.uint8]:
    """The bytes behind a safetensors file's header, in the file itself."""
    import numpy as np

    with open_regular(path) as file:
        length = int.from_bytes(file.read(8), "little")
    return np.memmap(path, np.uint8, "r", 8 + length)


def _offset(tensor: Tensor) -> int:
    return tensor.offset


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
