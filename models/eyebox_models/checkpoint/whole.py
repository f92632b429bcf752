"""Whether a model folder is whole, by its file names alone: shards, indexes, broken links, traces of a download."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from eyebox_models.files.place import read_receipt, receipt_files
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import Sentence

CONFIG_LIMIT = 4_000_000
TRACES = (".incomplete", ".part", ".aria2", ".crdownload", ".download", ".partial")
"""Ends of names that programs give to files which are still coming."""
INDEXES = ("model.safetensors.index.json", "pytorch_model.bin.index.json")

_SHARD = re.compile(r"(.+)-(\d+)-of-(\d+)\.(safetensors|bin)")


def read_json(path: Path) -> dict[str, Any]:
    """A small JSON file; empty when it is not there, or not understood. Never raises."""
    try:
        data = json.loads(read_regular(path, CONFIG_LIMIT * (10 if path.name in INDEXES else 1)))
    except (OSError, ValueError, RecursionError, MemoryError):
        return {}
    return data if isinstance(data, dict) else {}


def names_in(folder: Path) -> tuple[str, ...]:
    """The names in a folder, sorted; none where it may not be read."""
    try:
        return tuple(sorted(path.name for path in folder.iterdir()))
    except (OSError, ValueError):
        return ()


def exists(path: Path) -> bool:
    """Whether there is something behind a path, over links. Never raises."""
    return os.access(path, os.F_OK) if "\0" not in str(path) else False


A_FILE_IS_COMING = Sentence("a-file-coming", "a file is still coming")
DOWNLOAD_NOT_ENDED = Sentence("download-not-ended", "its download has not ended")


def _absent(file: str) -> Sentence:
    return Sentence("file-is-missing", "{file} is missing", file=file)


def _coming(file: str) -> Sentence:
    return Sentence("file-coming", "{file} is still coming", file=file)


def missing(folder: Path, names: Iterable[str] | None = None) -> str:
    """What a model folder still lacks, as a few words ("" when it is whole). Opens no weights."""
    names = names_in(folder) if names is None else tuple(names)
    for name in names:
        if name.endswith(TRACES):
            return _coming(name)
        if not exists(folder / name):
            return _absent(name)
    if "config.json" not in names:
        return _absent("config.json")
    if any(name.endswith(TRACES) for name in names_in(folder / ".cache" / "huggingface" / "download")):
        return A_FILE_IS_COMING
    for name in names_in(folder / "._____temp"):
        if not exists(folder / name):
            return _coming(name)
    return _missing_weights(folder, names)


def _missing_weights(folder: Path, names: tuple[str, ...]) -> str:
    present = set(names)
    shards: dict[tuple[str, int, str], set[int]] = {}
    weights = [name for name in names if name.endswith(".safetensors")]
    index = next((name for name in INDEXES if name in present), "")
    if index == INDEXES[1] and weights:
        index = ""
    if index:
        mapping = read_json(folder / index).get("weight_map")
        if isinstance(mapping, Mapping):
            lacking = sorted({str(name) for name in mapping.values()} - present)
            return _absent(lacking[0]) if lacking else ""
    for name in weights or [n for n in names if n.startswith("pytorch_model")]:
        if found := _SHARD.fullmatch(name):
            shards.setdefault((found[1], int(found[3]), found[4]), set()).add(int(found[2]))
    for (stem, count, kind), there in shards.items():
        if len(there) < count <= 10_000:
            number = min(set(range(1, count + 1)) - there)
            return _absent(f"{stem}-{number:05d}-of-{count:05d}.{kind}")
    if not weights and not any(name.startswith("pytorch_model") and name.endswith(".bin") for name in names):
        return Sentence("its-weights-missing", "its weights are missing")
    return ""


def missing_by_receipt(root: Path, commit: str, folder: Path) -> str | None:
    """The same for a download of Eyebox's own, by its receipt; None when that knows nothing of the commit."""
    receipt = read_receipt(root)
    files = receipt_files(receipt, commit)
    if files is None:
        return None
    if receipt["snapshots"][commit].get("complete") is not True:
        return DOWNLOAD_NOT_ENDED
    for file in files:
        try:
            if (folder / file.path).stat().st_size != file.size:
                return Sentence(
                    "file-of-wrong-size", "{file} has not the size that it should have", file=file.path
                )
        except OSError:
            return _absent(file.path)
    return ""
