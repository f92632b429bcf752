"""Unpacks a model pack into a new folder, believing nothing of it, and goes on where it was interrupted."""

from __future__ import annotations

import hashlib
import os
import tarfile
from io import BufferedReader
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.files.atomic_write import atomic_write, file_stem
from eyebox_models.files.new_folder import resumed_folder
from eyebox_models.files.regular_file import open_regular, read_regular
from eyebox_models.library.cards import inspect
from eyebox_models.library.pack import PIECE, Meter
from eyebox_models.library.pack_format import (
    BLOCK,
    KEPT_LIST,
    LARGEST_LIST,
    LARGEST_SIGNATURE,
    LIST,
    SIGNATURE,
    Entry,
    Listed,
    key_of,
    no_pack,
    padding,
    read_list,
    signer,
)
from eyebox_models.protocol.cards import Unpacked
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped, os_reason
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.requests import UnpackModel

_PLAIN = (tarfile.REGTYPE, tarfile.AREGTYPE)
_KINDS = {
    tarfile.SYMTYPE: Sentence("pack-link", "a link"),
    tarfile.LNKTYPE: Sentence("pack-link", "a link"),
    tarfile.DIRTYPE: Sentence("pack-folder", "a folder"),
    tarfile.CHRTYPE: Sentence("pack-device", "a device"),
    tarfile.BLKTYPE: Sentence("pack-device", "a device"),
    tarfile.FIFOTYPE: Sentence("pack-pipe", "a pipe"),
}


def unpack(request: UnpackModel, emit: Emit, stop: Event) -> Unpacked:
    """Unpacks it. All is checked before the folder has its name: the list, the signature, each file's size and SHA-256.

    Raises EyeboxError: nothing is left of a pack that is wrong. Stopped: what was unpacked is kept, and taken up again.
    """
    name = Path(request.file).name
    try:
        with open_regular(request.file) as file:
            pack = _Pack(file, name)
            signed_by, note = _signature(pack, request.key)
            target = Path(request.target) if request.target else _place(request.home, pack.listed.name)
            with resumed_folder(target, pack.listed.total) as (made, keep):
                _take_up(made, pack.listed)
                meter = Meter("unpacking", emit, pack.listed.total)
                try:
                    for entry in pack.listed.entries:
                        pack.unpack(entry, made, meter, stop)
                    pack.end()
                except (Stopped, OSError):
                    keep()
                    raise
    except tarfile.TarError as error:
        raise no_pack(name) from error
    except OSError as error:
        raise EyeboxError(
            "pack-not-unpacked", "{file} can't be unpacked: {reason}.", file=name, reason=os_reason(error)
        ) from error
    return Unpacked(inspect(str(target.expanduser().absolute())), signed_by, note)


class _Pack:
    """An open pack. Its list is read at once."""

    def __init__(self, file: BufferedReader, name: str) -> None:
        """Raises EyeboxError, OSError, tarfile.TarError."""
        self._file, self._name = file, name
        self._size = os.fstat(file.fileno()).st_size
        self.listed: Listed = read_list(self._small(self._header(), LIST, LARGEST_LIST), name)
        self.signature = b""
        if self.listed.total > self._size:
            raise self._cut()
        self._next: Any = self._header()
        if self._next.name == SIGNATURE:
            self.signature = self._small(self._next, SIGNATURE, LARGEST_SIGNATURE)
            self._next = None

    def unpack(self, entry: Entry, folder: Path, meter: Meter, stop: Event) -> None:
        """The file that comes next, which must be this one. Raises EyeboxError, OSError, Stopped."""
        info = self._next or self._header()
        self._next = None
        self._check(info, entry.path, entry.bytes)
        begin = self._file.tell()
        path = folder / entry.path
        path.parent.mkdir(exist_ok=True)
        if not self._write(entry, path, begin, meter, stop, going_on=True) and not self._write(
            entry, path, begin, meter, stop, going_on=False
        ):
            raise EyeboxError(
                "pack-damaged", "{path} in {file} is damaged (its checksum is another one): fetch it again.",
                path=entry.path, file=self._name,
            )  # fmt: skip
        self._file.seek(padding(entry.bytes), os.SEEK_CUR)
        meter.report()

    def end(self) -> None:
        """Nothing comes after the last file. Raises EyeboxError."""
        while data := self._file.read(PIECE):
            if data.strip(b"\0"):
                raise self._more()

    def _write(
        self, entry: Entry, path: Path, begin: int, meter: Meter, stop: Event, *, going_on: bool
    ) -> bool:
        """Writes it, `going_on` after the bytes of it that are there; whether its checksum is right."""
        digest, done = hashlib.sha256(), 0
        going_on = going_on and path.is_file()
        if going_on:
            with open_regular(path) as there:
                while done < entry.bytes and (data := there.read(min(PIECE, entry.bytes - done))):
                    if stop.is_set():
                        raise Stopped
                    digest.update(data)
                    done += len(data)
        self._file.seek(begin + done)
        meter.move(done)
        with path.open("r+b" if going_on else "wb") as target:
            target.truncate(done)
            target.seek(done)
            while done < entry.bytes:
                if stop.is_set():
                    raise Stopped
                data = self._file.read(min(PIECE, entry.bytes - done))
                if not data:
                    raise self._cut()
                target.write(data)
                digest.update(data)
                done += len(data)
                meter.move(len(data))
            target.flush()
            os.fsync(target.fileno())
        right = digest.hexdigest() == entry.sha256
        if not right:
            meter.move(-done)
        return right

    def _header(self) -> tarfile.TarInfo:
        block = self._file.read(BLOCK)
        if len(block) < BLOCK:
            raise self._cut()
        if not block.strip(b"\0"):
            raise self._cut()
        return tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")

    def _check(self, info: tarfile.TarInfo, path: str, size: int) -> None:
        shown = ascii(info.name)[1:-1]
        if info.type not in _PLAIN:
            what = _KINDS.get(info.type, Sentence("pack-extension", "an extension of tar"))
            raise EyeboxError(
                "pack-no-file", "{file} holds {path}, which is {what}, so nothing of it is unpacked.",
                file=self._name, path=shown, what=what,
            )  # fmt: skip
        if info.name != path or info.size != size:
            raise self._more(shown)

    def _small(self, info: tarfile.TarInfo, path: str, largest: int) -> bytes:
        self._check(info, path, info.size)
        if not 0 <= info.size <= largest:
            raise no_pack(self._name)
        data = self._file.read(info.size)
        self._file.seek(padding(info.size), os.SEEK_CUR)
        return data

    def _cut(self) -> EyeboxError:
        return EyeboxError("pack-cut", "{file} is cut off: fetch it again.", file=self._name)

    def _more(self, path: str = "") -> EyeboxError:
        if not path:
            return EyeboxError(
                "pack-more",
                "{file} holds more than its list says, so nothing of it is unpacked.",
                file=self._name,
            )
        return EyeboxError(
            "pack-not-as-listed",
            "{file} holds {path}, which is not what its list says comes there, so nothing of it is unpacked.",
            file=self._name,
            path=path,
        )


def _signature(pack: _Pack, key: str) -> tuple[str, str]:
    """The verified key that signed it, and what is said where there is none. Raises EyeboxError."""
    wanted = key_of(key) if key else ""
    if not pack.signature:
        if wanted:
            raise EyeboxError("pack-unsigned", "This pack is not signed, but a key was asked for.")
        return "", Sentence("not-signed", "It is not signed; its files are as its list says.")
    try:
        found = signer(pack.listed, pack.signature, pack._name)
    except ImportError:
        return "", Sentence(
            "not-verified", "It is signed, but not verified: the package cryptography is not installed."
        )
    if wanted and found != wanted:
        raise EyeboxError(
            "pack-other-key", "This pack was signed by {found}, not by {wanted}.", found=found, wanted=wanted
        )
    return found, ""


def _place(home: str, name: str) -> Path:
    """Where a model of this name comes in the library. Raises OSError."""
    place = Path(home)
    place.mkdir(parents=True, exist_ok=True)
    return place / (file_stem(name.rpartition("/")[2].removeprefix("models--")).lstrip(".") or "model")


def _take_up(made: Path, listed: Listed) -> None:
    """Keeps what was unpacked of the same pack, and nothing else. The list stays with the model, for `verify`."""
    there, wanted = made / KEPT_LIST, {KEPT_LIST, *(entry.path for entry in listed.entries)}
    same = there.is_file() and read_regular(there, LARGEST_LIST) == listed.raw
    for path in list(made.rglob("*")):
        known = same and path.relative_to(made).as_posix() in wanted and not path.is_symlink()
        if not known and (path.is_symlink() or not path.is_dir()):
            path.unlink()
    atomic_write(there, listed.raw)
