"""The header of a safetensors file: which tensors it holds, and whether the file holds all their bytes."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eyebox_models.files.regular_file import open_regular, read_regular
from eyebox_models.protocol.errors import SentenceError, os_reason

ITEM_BYTES = {
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "F8_E5M2": 1, "F8_E8M0": 1, "U16": 2, "I16": 2, "F16": 2, "BF16": 2,
    "U32": 4, "I32": 4, "F32": 4, "U64": 8, "I64": 8, "F64": 8,
}  # fmt: skip
LONGEST_HEADER = 100_000_000
"""Bytes; the format's own limit."""
LARGEST_JSON = 64_000_000
_LFS = b"version https://git-lfs.github.com/spec"


@dataclass(frozen=True, slots=True)
class Tensor:
    """One tensor as its file's header lists it. `dtype` as in safetensors ("BF16", "I32" ...)."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    bytes: int
    file: str
    offset: int = -1
    """Where its bytes begin, counted from the end of the header."""


class Fault(SentenceError):
    """What is wrong with a file, as one sentence. `missing`: bytes or whole files are not there."""

    missing = False

    def __init__(
        self, code: str, template: str, /, *, missing: bool = False, detail: str = "", **values: object
    ) -> None:
        super().__init__(code, template, detail=detail, **values)
        self.missing = missing


def pointer(name: str) -> Fault:
    """That of a file which is only what git keeps in its place."""
    return Fault(
        "pointer-not-fetched",
        "{name} is only a pointer to a large file that was not fetched: run git lfs pull in the folder.",
        missing=True,
        name=name,
    )


def unreadable(name: str, error: OSError) -> Fault:
    """That of a file which the system does not give."""
    return Fault("file-unreadable", "{name} cannot be read: {reason}.", name=name, reason=os_reason(error))


def read_header(path: Path) -> dict[str, Tensor]:
    """The tensors of a safetensors file. Raises Fault."""
    name = path.name
    try:
        with open_regular(path) as file:
            size = os.fstat(file.fileno()).st_size
            start = file.read(64)
            if start.startswith(_LFS):
                raise pointer(name)
            length = int.from_bytes(start[:8], "little")
            if size < 8:
                raise Fault(
                    "file-cut-short",
                    "{name} is cut short: it has only {size} bytes; fetch it again.",
                    missing=True,
                    name=name,
                    size=size,
                )
            if start[8:9] != b"{" or length > LONGEST_HEADER or length < 2:
                raise Fault(
                    "safetensors-damaged",
                    "{name} is damaged: it does not begin as a safetensors file; fetch it again.",
                    name=name,
                )
            if length > size - 8:
                raise Fault(
                    "header-cut-short",
                    "{name} is cut short within its header; fetch it again.",
                    missing=True,
                    name=name,
                )
            file.seek(8)
            text = file.read(length)
    except OSError as error:
        raise unreadable(name, error) from error
    return _tensors(name, _parse(name, text), size - 8 - length)


def _parse(name: str, text: bytes) -> dict[str, Any]:
    try:
        header = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Fault(
            "header-unreadable", "{name} is damaged: its header cannot be read; fetch it again.", name=name
        ) from error
    if not isinstance(header, dict):
        raise Fault(
            "header-no-table",
            "{name} is damaged: its header is no table of tensors; fetch it again.",
            name=name,
        )
    return header


def _tensors(name: str, header: dict[str, Any], room: int) -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    places: list[tuple[int, int]] = []
    for key, entry in header.items():
        if key == "__metadata__":
            continue
        tensor, place = _tensor(name, key, entry)
        found[key] = tensor
        places.append(place)
    end = 0
    for first, last in sorted(places):
        if first != end:
            raise Fault(
                "tensors-overlap",
                "{name} is damaged: its tensors overlap or leave gaps; fetch it again.",
                name=name,
            )
        end = last
    if end > room:
        raise Fault(
            "file-bytes-missing",
            "{name} is cut short: {bytes:,} bytes are missing at its end; fetch it again.",
            missing=True,
            name=name,
            bytes=end - room,
        )
    if end < room:
        raise Fault(
            "file-bytes-extra",
            "{name} is damaged: {bytes:,} bytes at its end belong to no tensor; fetch it again.",
            name=name,
            bytes=room - end,
        )
    return found


def _tensor(file: str, name: str, entry: Any) -> tuple[Tensor, tuple[int, int]]:
    try:
        dtype, shape, (first, last) = entry["dtype"], entry["shape"], entry["data_offsets"]
        item = ITEM_BYTES[dtype]
        if not isinstance(shape, list) or len(shape) > 16 or not all(map(_is_size, [*shape, first, last])):
            raise ValueError
        size = item
        for width in shape:
            size *= width
        if last - first != size:
            raise ValueError
    except (KeyError, TypeError, ValueError) as error:
        raise Fault(
            "header-nonsense",
            '{file} is damaged: its header gives nonsense for the tensor "{tensor}"; fetch it again.',
            file=file,
            tensor=name if len(name) <= 80 else name[:80] + "...",
        ) from error
    return Tensor(name, dtype, tuple(shape), size, file, first), (first, last)


def _is_size(value: Any) -> bool:
    return type(value) is int and 0 <= value < 1 << 56


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object in a file. Raises Fault; `missing` when there is no such file."""
    name = path.name
    try:
        text = read_regular(path, LARGEST_JSON)
    except FileNotFoundError as error:
        raise Fault(
            "file-not-there", "{name} is missing; fetch it again.", missing=True, name=name
        ) from error
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise Fault(
                "config-too-large", "{name} is far too large to be a config; fetch it again.", name=name
            ) from error
        raise unreadable(name, error) from error
    if text.startswith(_LFS):
        raise pointer(name)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Fault(
            "file-damaged-json", "{name} is damaged: it is no JSON; fetch it again.", name=name
        ) from error
    if not isinstance(data, dict):
        raise Fault(
            "file-no-json-object", "{name} is damaged: it holds no JSON object; fetch it again.", name=name
        )
    return data


def is_pointer(path: Path) -> bool:
    """Whether a file is what git keeps in place of a large file that was not fetched."""
    try:
        with open_regular(path) as file:
            return file.read(len(_LFS)) == _LFS
    except OSError:
        return False
