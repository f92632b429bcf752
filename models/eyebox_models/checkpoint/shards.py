"""The weight files of a folder: one or many safetensors files, or pickled ones of which only the size is looked at."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

from eyebox_models.checkpoint.headers import (
    Fault,
    Tensor,
    is_pointer,
    pointer,
    read_header,
    read_json,
    unreadable,
)
from eyebox_models.checkpoint.whole import INDEXES
from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.errors import Sentence

SINGLE = ("model.safetensors", "pytorch_model.bin")
_NUMBERED = re.compile(r"(?P<stem>.*)-(?P<number>\d{5})-of-(?P<count>\d{5})\.(?P<kind>safetensors|bin)")
_AHEAD = 8 << 20
"""Bytes that the system is asked for at a time: it does not answer before it has begun to read them."""
_OLD_PICKLE = b"\x80\x02"


@dataclass(slots=True)
class Shards:
    """The weight files that would be loaded, in order, and all their tensors by name."""

    files: tuple[Path, ...] = ()
    tensors: dict[str, Tensor] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    sizes: tuple[tuple[str, int], ...] = ()

    @property
    def bytes(self) -> int:
        return sum(size for _name, size in self.sizes)


def read_shards(folder: Path, names: Iterable[str]) -> Shards:
    """Looks at the weights as transformers chooses them: safetensors first, one file before many."""
    shards = Shards()
    shards.faults = [*_look(shards, folder, set(names))]
    return shards


@contextmanager
def read_ahead(files: Iterable[Path], most: int) -> Iterator[None]:
    """While inside, the system reads weight files into free memory in the background: the first `most` bytes, in order.

    What is there already is passed over. Does nothing where the system can't be asked to (Linux can).
    """
    if not hasattr(os, "posix_fadvise"):
        yield
        return
    over = Event()

    def ask() -> None:
        left = most
        for path in files:
            with suppress(OSError), open_regular(path) as file:
                size = min(os.fstat(file.fileno()).st_size, left)
                left -= size
                for start in range(0, size, _AHEAD):
                    if over.is_set():
                        return
                    os.posix_fadvise(file.fileno(), start, min(_AHEAD, size - start), os.POSIX_FADV_WILLNEED)

    thread = Thread(target=ask, name="read-ahead", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _look(shards: Shards, folder: Path, there: set[str]) -> Iterator[Fault]:
    for single, index in zip(SINGLE, INDEXES, strict=True):
        if single in there:
            yield from _read(shards, folder, [single])
            return
        if index in there:
            yield from _read_index(shards, folder, index)
            return
    numbered = [match for match in map(_NUMBERED.fullmatch, sorted(there)) if match]
    if not numbered:
        yield _none(there)
    elif faults := _read(shards, folder, _all_of(numbered[0])):
        yield from faults
    else:
        stem, kind = numbered[0]["stem"], numbered[0]["kind"]
        yield Fault(
            "index-missing",
            "The index of the weights is missing: fetch {index}.",
            missing=True,
            index=f"{stem}.{kind}.index.json",
        )


def _none(there: set[str]) -> Fault:
    others = sorted(
        name for name in there if name.endswith((".safetensors", ".bin", ".gguf", ".pt", ".pth", ".onnx"))
    )
    if any(name.endswith(".gguf") for name in others):
        return Fault(
            "gguf",
            "The weights are in the GGUF format, which Eyebox does not run; choose the safetensors version.",
        )
    if "adapter_config.json" in there:
        return Fault(
            "adapter-alone",
            "This is only an adapter (LoRA): load its base model and give this folder as the adapter.",
        )
    if others:
        return Fault(
            "weights-missing-other",
            "The weights are missing: {file} is no model.safetensors; fetch the model again.",
            missing=True,
            file=others[0],
        )
    return Fault(
        "weights-missing",
        "The weights are missing: there is no model.safetensors; fetch the model again.",
        missing=True,
    )


def _all_of(match: re.Match[str]) -> list[str]:
    count = min(int(match["count"]), 10_000)
    return [f"{match['stem']}-{n:05d}-of-{match['count']}.{match['kind']}" for n in range(1, count + 1)]


def _read_index(shards: Shards, folder: Path, index: str) -> Iterator[Fault]:
    try:
        places = read_json(folder / index).get("weight_map")
    except Fault as fault:
        yield fault
        return
    if not isinstance(places, dict) or not places or not all(isinstance(v, str) for v in places.values()):
        yield Fault(
            "index-damaged",
            "{index} is damaged: it does not say where the weights are; fetch it again.",
            index=index,
        )
        return
    files = sorted(set(places.values()))
    outside = [
        name
        for name in files
        if Path(name).name != name or "\\" in name or "\0" in name or name in ("", "..")
    ]
    if outside:
        yield Fault(
            "index-leads-out",
            "{index} names a file outside of the folder ({file}); fetch the model again.",
            index=index,
            file=repr(outside[0][:80]),
        )
        return
    faults = _read(shards, folder, files)
    yield from faults
    if index.startswith("model.safetensors") and not faults:
        yield from _compare(shards, index, places)


def _compare(shards: Shards, index: str, places: dict[str, Any]) -> Iterator[Fault]:
    """Each tensor is where the index says, and the index lists each."""
    for name, file in places.items():
        tensor = shards.tensors.get(name)
        if tensor is None or tensor.file != file:
            where = (
                Sentence("in-no-file", "no file has it")
                if tensor is None
                else Sentence("in-other-file", "it is in {file}", file=tensor.file)
            )
            yield Fault(
                "index-wrong",
                '{index} is wrong: "{tensor}" is not in {file} ({where}); fetch index and weights again.',
                index=index,
                tensor=name[:80],
                file=file,
                where=where,
            )
            return
    unknown = next((name for name in shards.tensors if name not in places), None)
    if unknown is not None:
        yield Fault(
            "index-incomplete",
            '{index} is wrong: it leaves out "{tensor}"; fetch index and weights again.',
            index=index,
            tensor=unknown[:80],
        )


def _read(shards: Shards, folder: Path, files: list[str]) -> list[Fault]:
    faults: list[Fault] = []
    sizes, absent, paths = [], [], []
    for name in files:
        path = folder / name
        try:
            sizes.append((name, path.stat().st_size))
        except (OSError, ValueError):
            absent.append(name)
            continue
        paths.append(path)
        try:
            if name.endswith(".safetensors"):
                shards.tensors |= read_header(path)
            else:
                _check_pickled(path)
        except Fault as fault:
            faults.append(fault)
    shards.files, shards.sizes = tuple(paths), tuple(sizes)
    return [_absent(absent, len(files)), *faults] if absent else faults


def _absent(names: list[str], wanted: int) -> Fault:
    first, more = names[0], len(names) - 1
    if wanted == 1:
        return Fault("weights-file-missing", "{file} is missing; fetch it again.", missing=True, file=first)
    if not more:
        return Fault(
            "one-weights-file-missing",
            "{file} of {wanted} weight files is missing; fetch it again.",
            missing=True,
            file=first,
            wanted=wanted,
        )
    return Fault(
        "weights-files-missing",
        "{file} and {more} more of {wanted} weight files are missing; fetch them again.",
        missing=True,
        file=first,
        more=more,
        wanted=wanted,
    )


def _check_pickled(path: Path) -> None:
    """A pickled file is a zip with a list at its end (so a cut shows), or of the old kind; it is never unpickled.

    Raises Fault.
    """
    name = path.name
    if is_pointer(path):
        raise pointer(name)
    try:
        with open_regular(path) as file:
            if file.read(4).startswith(_OLD_PICKLE):
                return
            with zipfile.ZipFile(file) as archive:
                whole = any(entry.endswith("data.pkl") for entry in archive.namelist())
    except OSError as error:
        raise unreadable(name, error) from error
    except Exception as error:  # zipfile raises many kinds on hostile files
        raise Fault(
            "file-cut-or-damaged", "{name} is cut short or damaged; fetch it again.", missing=True, name=name
        ) from error
    if not whole:
        raise Fault("no-weights-in-file", "{name} holds no weights; fetch it again.", name=name)
