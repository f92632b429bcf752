"""The Python that an environment is made with: a standalone one where there is one, else one of this machine.

A standalone Python (python-build-standalone) stays when the system's is upgraded, and has the headers that kernels are
compiled with at run time. It comes from an archive that lies there, from before, or by uv; one of this machine serves
where only a folder of wheels is given without it, and where the download fails.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Literal
from urllib.parse import urlsplit

from eyebox_models.environment.place import Place, python_of
from eyebox_models.environment.sources import From
from eyebox_models.environment.sums import sums_in
from eyebox_models.environment.uv import Failed, Uv, brief, run
from eyebox_models.environment.wheels import PYTHONS, architecture, glibc
from eyebox_models.files.regular_file import is_regular
from eyebox_models.protocol.advice import frozen
from eyebox_models.protocol.errors import EyeboxError, Sentence

How = Literal["archive", "kept", "download", "found"]
Version = tuple[int, int]

_ARCHIVE = re.compile(r"cpython-(3)\.(\d+)\.\d+\+\d+-(.+)-install_only(_stripped)?\.tar\.gz")
_KEPT = re.compile(r"cpython-(3)\.(\d+)\.\d+.*")
_ASK = (
    "import json, sys, sysconfig; print(json.dumps([sys.implementation.name, sys.version_info[:3], "
    "getattr(sys, '_base_executable', sys.executable), bool(sysconfig.get_config_var('Py_GIL_DISABLED'))]))"
)
ASK_LIMIT = 20.0
"""Seconds that a Python may take to say what it is."""


@dataclass(frozen=True, slots=True)
class Base:
    """The Python to be used. `path` is the archive or the program; None for one to be downloaded."""

    how: How
    version: Version
    path: Path | None = None
    said: str = ""


def choose(place: Place, origin: From, stop: Event) -> Base:
    """Which Python it will be; starts those of this machine, connects to nobody. Raises EyeboxError, Stopped."""
    versions = origin.main.pythons() if origin.main is not None else PYTHONS
    for base in (*_archives(origin.python_folder), *_kept(place)):
        if base.version in versions:
            return base
    if origin.python_address or (origin.online and not origin.python):
        host = urlsplit(origin.python_address).netloc or "github.com"
        version = _dotted(versions[0])
        said = Sentence(
            "python-downloaded", "Python {version} is downloaded from {host}.", version=version, host=host
        )
        return Base("download", versions[0], None, said)
    if (found := of_this_machine(versions, stop)) is not None:
        return found
    raise EyeboxError(
        "python-missing",
        "There is no Python {version} here for these wheels: install it, or put a standalone one "
        "(cpython-*-install_only.tar.gz) into {folder}.",
        version=" or ".join(_dotted(version) for version in sorted(versions)),
        folder=origin.python_folder or origin.python,
    )


def bring(base: Base, place: Place, origin: From, uv: Uv, stop: Event) -> Base:
    """The chosen Python as a program, unpacked or downloaded; one of this machine where the download fails.

    Raises EyeboxError, Stopped, OSError.
    """
    if base.how == "archive":
        assert base.path is not None
        sums_in(base.path.parent).check([base.path], stop)
        return replace(base, path=_unpack(base.path, place))
    return _download(base, place, origin, uv, stop) if base.how == "download" else base


def of_this_machine(versions: Sequence[Version], stop: Event) -> Base | None:
    """The best of the Pythons on the PATH, or the program's own; None where none is of these versions."""
    found: dict[Version, Base] = {}
    for candidate in _candidates(versions):
        with suppress(Failed, EyeboxError, ValueError, TypeError):
            name, version, program, free = json.loads(run([candidate, "-I", "-c", _ASK], stop, {}, ASK_LIMIT))
            short = (int(version[0]), int(version[1]))
            if name == "cpython" and not free and short in versions and short not in found:
                said = Sentence(
                    "python-of-machine",
                    "Python {version} of this machine ({program}) is used.",
                    version=".".join(map(str, version)),
                    program=program,
                )
                found[short] = Base("found", short, Path(program), said)
                if short == versions[0]:
                    break
    return next((found[version] for version in versions if version in found), None)


def triple() -> str:
    """The platform as standalone Pythons name it."""
    machine = architecture()
    if sys.platform == "win32":
        return f"{machine}-pc-windows-msvc"
    if sys.platform == "darwin":
        return f"{machine}-apple-darwin"
    return f"{machine}-unknown-linux-{'gnu' if glibc() != (0, 0) else 'musl'}"


def _archives(folder: Path | None) -> list[Base]:
    if folder is None:
        return []
    bases = []
    with suppress(OSError):
        for file in sorted(folder.iterdir(), reverse=True):
            match = _ARCHIVE.fullmatch(file.name)
            if match is not None and match[3] == triple() and is_regular(file):
                said = Sentence("python-unpacked", "{file} is unpacked.", file=file.name)
                bases.append(Base("archive", (3, int(match[2])), file, said))
    return sorted(bases, key=_rank)


def _kept(place: Place) -> list[Base]:
    bases = []
    with suppress(OSError):
        for folder in sorted(place.pythons.iterdir(), reverse=True):
            match, program = _KEPT.fullmatch(folder.name), python_of(folder)
            if match is not None and not folder.is_symlink() and program.is_file():
                version = (3, int(match[2]))
                said = Sentence("python-here", "Python {version} is here already.", version=_dotted(version))
                bases.append(Base("kept", version, program, said))
    return sorted(bases, key=_rank)


def _rank(base: Base) -> int:
    return PYTHONS.index(base.version) if base.version in PYTHONS else len(PYTHONS)


def _candidates(versions: Sequence[Version]) -> Iterator[str]:
    names = [f"python{_dotted(version)}" for version in versions]
    for name in (*names, "python3", "python"):
        if program := shutil.which(name):
            yield program
    if not frozen():
        yield sys.executable


def _dotted(version: Version) -> str:
    return f"{version[0]}.{version[1]}"


def _unpack(archive: Path, place: Place) -> Path:
    name = archive.name.removesuffix(".tar.gz")
    target = place.pythons / name
    if python_of(target).is_file():
        return python_of(target)
    fresh = place.pythons / "unpacking"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        with tarfile.open(archive) as tar:
            tar.extractall(fresh, filter="data")
        if not python_of(fresh / "python").is_file():
            raise tarfile.TarError("there is no Python in it")
    except (tarfile.TarError, EOFError, ValueError, UnicodeError) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise EyeboxError(
            "python-damaged",
            "{file} is damaged, or no standalone Python: fetch it again.",
            detail=repr(error),
            file=archive.name,
        ) from error
    (fresh / "python").rename(target)
    shutil.rmtree(fresh, ignore_errors=True)
    return python_of(target)


def _download(base: Base, place: Place, origin: From, uv: Uv, stop: Event) -> Base:
    mirror = ["--mirror", origin.python_address] if origin.python_address else []
    version = _dotted(base.version)
    try:
        host = urlsplit(origin.python_address).netloc or "github.com"
        uv.run("python", "install", version, "--no-bin", *mirror, hosts=[host], downloads=True)
    except Failed as failure:
        here = None if origin.python_address else of_this_machine(PYTHONS, stop)
        if here is not None:
            return here
        raise EyeboxError(
            "python-not-found",
            "Python {version} could not be downloaded ({reason}): install Python {version} on this machine, or "
            "give a folder or an address with a standalone one.",
            detail=str(failure),
            version=version,
            reason=brief(str(failure)),
        ) from failure
    fitting = [kept for kept in _kept(place) if kept.version == base.version]
    if not fitting:
        raise EyeboxError(
            "python-not-placed",
            "Python {version} was downloaded, but is not in {folder}: try again.",
            version=version,
            folder=place.pythons,
        )
    return fitting[0]
