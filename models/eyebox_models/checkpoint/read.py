"""Reading a model folder: what is in it, and what is missing or broken."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from eyebox_models.checkpoint.family_info import FamilyTable
from eyebox_models.checkpoint.faults import faults_of_entries, faults_of_shapes, faults_of_type, unfinished
from eyebox_models.checkpoint.folder import MOST_TOKENS, Checkpoint
from eyebox_models.checkpoint.headers import Fault, is_pointer, pointer, read_json
from eyebox_models.checkpoint.kinds import faults_of_kind, faults_of_processor
from eyebox_models.checkpoint.numbers import faults_of_numbers, faults_of_pictures
from eyebox_models.checkpoint.outside import faults_of_other_files, faults_of_references
from eyebox_models.checkpoint.shards import Shards, read_shards
from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.errors import EyeboxError, os_reason

TOKENIZERS = (
    "tokenizer.json", "tokenizer.model", "vocab.json", "sentencepiece.bpe.model", "spiece.model", "tekken.json", "qwen.tiktoken",
)  # fmt: skip
MOST_SENTENCES = 12
"""Problems that are shown; a folder with more is as useless."""


def read_checkpoint(folder: str | Path, table: FamilyTable) -> Checkpoint:
    """Reads a folder; `table` knows the model types.

    Raises EyeboxError when it is no model folder at all; other faults are its `problems`.

    Takes milliseconds: of the weights only the headers are read, and nothing in the folder is run or unpickled.
    Links within a hub cache may lead to the blobs of the same model only; elsewhere a link to any readable file is
    taken for what its owner meant.
    """
    path = Path(folder).expanduser()
    names = _names(path)
    faults = [*unfinished(names), *faults_of_entries(path, names), *faults_of_other_files(names)]
    config = _optional(path / "config.json", faults)
    weights = any(name.endswith((".safetensors", ".safetensors.index.json")) for name in names)
    if not config and "config.json" not in names and "params.json" not in names and not weights:
        raise EyeboxError(
            "no-model-folder",
            "{path} is no model folder: it has no config.json; choose the folder with that file.",
            path=path,
        )
    if "config.json" not in names:
        faults.append(Fault("config-missing", "config.json is missing; fetch it again.", missing=True))
    shards = read_shards(path, names)
    faults += [*shards.faults, *_tokenizer(path, names)]
    processor = _processor(path, names, faults)
    generation = (
        _optional(path / "generation_config.json", faults) if "generation_config.json" in names else {}
    )
    checkpoint = replace(
        _checkpoint(path, config, shards, processor, generation),
        kind=table.type_of(str(config.get("model_type") or "")),
    )
    if config:
        faults += [*faults_of_type(checkpoint, table), *faults_of_references("config.json", config)]
        if not shards.faults:
            faults += faults_of_numbers(checkpoint)
            faults += [*faults_of_kind(checkpoint, table), *faults_of_shapes(checkpoint)]
        faults += faults_of_processor(checkpoint)
    problems = tuple(dict.fromkeys(fault.sentence for fault in faults))
    complete = not any(fault.missing for fault in faults)
    return replace(checkpoint, problems=problems[:MOST_SENTENCES], complete=complete)


def _names(folder: Path) -> dict[str, os.DirEntry[str]]:
    """What lies in a folder, by name. Raises EyeboxError."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry for entry in entries}
    except FileNotFoundError as error:
        raise EyeboxError(
            "folder-missing", "{folder} does not exist; choose the folder of a model.", folder=folder
        ) from error
    except NotADirectoryError as error:
        raise EyeboxError(
            "folder-is-file", "{folder} is a file; choose the folder of a model.", folder=folder
        ) from error
    except (OSError, ValueError) as error:
        raise EyeboxError(
            "folder-denied",
            "{folder} cannot be opened; choose another folder.",
            detail=str(error),
            folder=folder,
        ) from error


def _optional(path: Path, faults: list[Fault]) -> dict[str, Any]:
    """A JSON object, or {} where there is none; a broken one is added to the faults."""
    try:
        return read_json(path)
    except Fault as fault:
        if path.is_symlink() or path.exists():
            faults.append(fault)
        return {}


def _processor(path: Path, names: dict[str, Any], faults: list[Fault]) -> dict[str, Any]:
    """preprocessor_config.json with what processor_config.json adds; its part image_processor on top, the settings for videos
    as `video_processor`."""
    made: dict[str, Any] = {}
    if "preprocessor_config.json" in names:
        made |= _optional(path / "preprocessor_config.json", faults)
        faults += faults_of_pictures("preprocessor_config.json", made)
    if "processor_config.json" in names:
        more = _optional(path / "processor_config.json", faults)
        faults += faults_of_references("processor_config.json", more)
        images = more.pop("image_processor", None)
        images = images if isinstance(images, dict) else {}
        faults += faults_of_pictures("processor_config.json", more | images)
        made = more | made | images
    if "video_preprocessor_config.json" in names and "video_processor" not in made:
        made["video_processor"] = _optional(path / "video_preprocessor_config.json", faults)
    return made


def _tokenizer(path: Path, names: dict[str, Any]) -> Iterator[Fault]:
    found = [name for name in TOKENIZERS if name in names]
    if not found:
        yield Fault(
            "tokenizer-missing",
            "The tokenizer is missing: fetch tokenizer.json and tokenizer_config.json.",
            missing=True,
        )
    pointers = [pointer(name) for name in found if is_pointer(path / name)]
    yield from pointers
    try:
        if not pointers and "tokenizer.json" in names:
            with open_regular(path / "tokenizer.json") as file:
                size = os.fstat(file.fileno()).st_size
                first = file.read(64).lstrip()
                file.seek(max(0, size - 64))
                last = file.read().rstrip()
            if not first.startswith(b"{") or not last.endswith(b"}"):
                yield Fault("tokenizer-damaged", "tokenizer.json is damaged or cut short; fetch it again.")
    except OSError as error:
        yield Fault(
            "tokenizer-unreadable", "tokenizer.json cannot be read: {reason}.", reason=os_reason(error)
        )


def _checkpoint(
    path: Path, config: dict[str, Any], shards: Shards, processor: dict[str, Any], generation: dict[str, Any]
) -> Checkpoint:
    named = config.get("architectures")
    return Checkpoint(
        folder=path,
        config=config,
        model_type=str(config.get("model_type") or ""),
        architectures=tuple(str(a) for a in named) if isinstance(named, list) else (),
        tensors=shards.tensors,
        weight_files=shards.files,
        processor=processor,
        generation=generation,
        quantization=_quantization(config),
        bytes_on_disk=_bytes(path),
        weight_bytes=shards.bytes,
        digest=_digest(config, shards),
        tokenizer_length=_tokenizer_length(path),
    )


def _tokenizer_length(path: Path) -> int | None:
    """The longest text by the tokenizer's config."""
    try:
        value = read_json(path / "tokenizer_config.json").get("model_max_length")
    except Fault:
        return None
    return (
        value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < MOST_TOKENS else None
    )


def _quantization(config: dict[str, Any]) -> str:
    value = config.get("quantization_config")
    if not isinstance(value, dict):
        return ""
    method = str(value.get("quant_method") or "").lower()
    if not method and (value.get("load_in_4bit") or value.get("load_in_8bit")):
        return "bitsandbytes"
    return method or "unknown"


def _bytes(folder: Path) -> int:
    """Of all files of a folder, those that links lead to counted too."""
    total = 0
    try:
        for number, (place, folders, files) in enumerate(os.walk(folder)):
            folders[:] = [name for name in folders if not name.startswith(".")] if number < 200 else []
            for name in files:
                try:
                    total += Path(place, name).stat().st_size
                except OSError:
                    continue
    except OSError:
        pass
    return total


def _digest(config: dict[str, Any], shards: Shards) -> str:
    """Of the config (without names and versions), of all tensors, and of the files' sizes."""
    made = hashlib.sha256()
    kept = {k: v for k, v in config.items() if k not in ("_name_or_path", "transformers_version")}
    try:
        made.update(json.dumps(kept, sort_keys=True).encode("utf-8", "surrogatepass"))
    except RecursionError:
        made.update(b"nested too deeply")
    for tensor in sorted(shards.tensors.values(), key=attrgetter("name")):
        made.update(f"{tensor.name} {tensor.dtype} {tensor.shape}\n".encode("utf-8", "surrogatepass"))
    made.update(str(shards.sizes).encode("utf-8", "surrogatepass"))
    return made.hexdigest()
