"""What a model pack is: one file that holds a model, for machines that are never online.

It is a tar archive without compression (weights do not compress), which any tar can list and unpack:

1. `eyebox-pack.json`, the list: `{"eyebox_pack": 1, "name": .., "files": [{"path": .., "bytes": .., "sha256": ..}, ..]}`
2. `eyebox-pack.sig`, in a signed pack only: `{"algorithm": "ed25519", "key": .., "signature": ..}`, both in Base64; what is
   signed are the bytes of the list.
3. the files of the list, in its order, each with its path and size; plain headers, no links, no extensions of tar.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from eyebox_models.files.hub import belongs_to_model
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError, os_reason

VERSION = 1
LIST, SIGNATURE = "eyebox-pack.json", "eyebox-pack.sig"
KEPT_LIST = ".eyebox-pack.json"
"""Where an unpacked model keeps the list, which `verify` compares it with."""
BLOCK = 512
LARGEST_LIST, LARGEST_SIGNATURE, LONGEST_PATH = 4_000_000, 4_000, 100
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the model: its path with slashes, bytes, and SHA-256."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A pack's list, and its bytes as they are signed."""

    name: str
    entries: tuple[Entry, ...]
    raw: bytes

    @property
    def total(self) -> int:
        return sum(entry.bytes for entry in self.entries)


def list_of(name: str, entries: tuple[Entry, ...]) -> Listed:
    """The list of a new pack."""
    files = [{"path": one.path, "bytes": one.bytes, "sha256": one.sha256} for one in entries]
    data = {"eyebox_pack": VERSION, "name": name, "files": files}
    return Listed(name, entries, json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n")


def header(path: str, size: int) -> bytes:
    """The block before a file of an archive."""
    info = tarfile.TarInfo(path)
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT)


def padding(size: int) -> int:
    """The bytes after a file that fill its last block."""
    return -size % BLOCK


def read_list(raw: bytes, file: str) -> Listed:
    """Takes a list apart and trusts nothing in it. Raises EyeboxError."""
    try:
        data = json.loads(raw)
        version, name, files = data["eyebox_pack"], data["name"], data["files"]
        if not isinstance(name, str) or not isinstance(files, list) or not files:
            raise ValueError("no name or no files")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise no_pack(file) from error
    if version != VERSION:
        raise EyeboxError(
            "pack-newer", "{file} was made by another version of Eyebox: update Eyebox first.", file=file
        )
    entries = tuple(_entry(one, file) for one in files)
    seen: set[str] = set()
    for entry in entries:
        if entry.path.casefold() in seen:
            raise EyeboxError(
                "pack-twice",
                "{file} holds {path} twice, so nothing of it is unpacked.",
                file=file,
                path=entry.path,
            )
        seen.add(entry.path.casefold())
    return Listed(name, entries, raw)


def no_pack(file: str) -> EyeboxError:
    """What is said of a file that is something else, or broken at its beginning."""
    return EyeboxError("no-pack", "{file} is no model pack, or it is damaged: fetch it again.", file=file)


def _entry(data: Any, file: str) -> Entry:
    try:
        path, size, sha256 = data["path"], data["bytes"], data["sha256"]
        if (
            not isinstance(path, str)
            or type(size) is not int
            or size < 0
            or not re.fullmatch("[0-9a-f]{64}", sha256)
        ):
            raise ValueError("no path, size or checksum")
    except (ValueError, KeyError, TypeError) as error:
        raise no_pack(file) from error
    check_path(path, file)
    return Entry(path, size, sha256)


def check_path(path: str, file: str) -> None:
    """Raises EyeboxError for a path that leads elsewhere, and for what no model needs."""
    parts = PurePosixPath(path).parts
    outside = path.startswith("/") or "\\" in path or ":" in path or ".." in parts or "/".join(parts) != path
    if outside or not path.isprintable() or len(path.encode()) > LONGEST_PATH:
        raise EyeboxError(
            "pack-path", "{file} holds the path {path}, which is not allowed, so nothing of it is unpacked.",
            file=file, path=ascii(path[:LONGEST_PATH]),
        )  # fmt: skip
    if not belongs_to_model(path) or any(_RESERVED.fullmatch(part) or part.endswith(".") for part in parts):
        raise EyeboxError(
            "pack-not-of-model",
            "{file} holds {path}, which no model needs (code and pickled objects are never taken), so nothing of it is unpacked.",
            file=file, path=path,
        )  # fmt: skip


def sign(listed: Listed, key: str) -> tuple[bytes, str]:
    """The signature file of a list by the private key in a file (PEM), and the key's name. Raises EyeboxError."""
    private = _library().load_pem_private_key(_key_file(key), None)
    if not hasattr(private, "sign") or not hasattr(private.public_key(), "public_bytes_raw"):
        raise _bad_key(key)
    public = private.public_key().public_bytes_raw()
    try:
        signature = private.sign(listed.raw)
    except TypeError as error:  # of another kind of key
        raise _bad_key(key) from error
    data = {"algorithm": "ed25519", "key": _text(public), "signature": _text(signature)}
    return json.dumps(data).encode() + b"\n", key_name(public)


def signer(listed: Listed, raw: bytes, file: str) -> str:
    """The name of the key that signed a list. Raises EyeboxError for a wrong signature, ImportError without `cryptography`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        data = json.loads(raw)
        if data["algorithm"] != "ed25519":
            raise ValueError("another algorithm")
        public, signature = (base64.b64decode(data[name], validate=True) for name in ("key", "signature"))
        Ed25519PublicKey.from_public_bytes(public).verify(signature, listed.raw)
    except (ValueError, KeyError, TypeError, RecursionError, InvalidSignature) as error:
        raise EyeboxError(
            "pack-signature", "The signature of {file} is wrong, so nothing of it is unpacked.", file=file
        ) from error
    return key_name(public)


def key_of(file: str) -> str:
    """The name of the public key in a file (PEM). Raises EyeboxError."""
    public = _library().load_pem_public_key(_key_file(file))
    if not hasattr(public, "public_bytes_raw"):
        raise _bad_key(file)
    return key_name(public.public_bytes_raw())


def key_name(public: bytes) -> str:
    """What a key is called: the beginning of its SHA-256."""
    return f"ed25519:{hashlib.sha256(public).hexdigest()[:16]}"


def _key_file(file: str) -> bytes:
    try:
        raw = read_regular(file, 100_000)
    except OSError as error:
        raise EyeboxError(
            "key-unreadable", "The key {file} can't be read: {reason}.", file=file, reason=os_reason(error)
        ) from error
    try:
        load = _library()
        (load.load_pem_public_key(raw) if b"PUBLIC KEY" in raw else load.load_pem_private_key(raw, None))
    except (ValueError, TypeError) as error:
        raise _bad_key(file) from error
    return raw


def _library() -> Any:
    try:
        from cryptography.hazmat.primitives import serialization
    except ImportError as error:
        raise EyeboxError(
            "signing-missing",
            "Signatures need the package cryptography, which is not installed: add it, or leave the key out.",
            detail=str(error),
        ) from error
    return serialization


def _bad_key(file: str) -> EyeboxError:
    return EyeboxError(
        "key-unusable", "{file} is no Ed25519 key without a password, in PEM form.", file=Path(file).name
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
