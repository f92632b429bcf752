"""What the names of wheels say: package, version, Python and platform; and what a folder of them holds."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eyebox_models.files.regular_file import is_regular
from eyebox_models.fit.machine import release

PYTHONS = ((3, 12), (3, 13), (3, 11), (3, 14))
"""Versions of Python that torch and the others have wheels for, the one to be preferred first."""


@dataclass(frozen=True, slots=True)
class Named:
    """A wheel by its name. `tags` are those of Pythons (py3, cp311), `platforms` those of platforms."""

    path: Path
    package: str
    version: str
    tags: tuple[str, ...]
    abis: tuple[str, ...]
    platforms: tuple[str, ...]

    @property
    def build(self) -> str:
        """The local part of the version, which names a build of torch: "cpu", "cu130", or ""."""
        return self.version.partition("+")[2]

    def pythons(self) -> tuple[tuple[int, int], ...]:
        """The versions of Python that it is for, of those that are used at all, the best first."""
        return tuple(version for version in PYTHONS if self._takes(version))

    def _takes(self, version: tuple[int, int]) -> bool:
        for tag in self.tags:
            found = re.fullmatch(r"(py|cp)3(\d*)", tag)
            if found is None:
                continue
            minor = int(found[2] or 0)
            if found[1] == "py" or "abi3" in self.abis:
                if minor <= version[1]:
                    return True
            elif minor == version[1] and tag in self.abis:
                return True
        return False


def named(file: str | Path) -> Named | None:
    """A wheel's name taken apart; None for what is no wheel's name."""
    path = Path(file)
    parts = path.name.removesuffix(".whl").split("-")
    if path.suffix != ".whl" or len(parts) not in (5, 6):
        return None
    tags, abis, platforms = (tuple(part.split(".")) for part in parts[-3:])
    return Named(path, normal(parts[0]), parts[1], tags, abis, platforms)


def normal(name: str) -> str:
    """A package's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def in_folder(folder: Path) -> tuple[Named, ...]:
    """The wheels of a folder that are for this platform. Nothing where it can't be read."""
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return ()
    found = (named(file) for file in files)
    return tuple(
        wheel for wheel in found if wheel is not None and fits(wheel.platforms) and is_regular(wheel.path)
    )


def newest(wheels: Iterable[Named]) -> Named | None:
    """The one of the highest version."""
    return max(wheels, key=lambda wheel: release(wheel.version), default=None)


def fits(platforms: Iterable[str]) -> bool:
    """Whether a wheel for these platforms runs here."""
    return any(tag == "any" or _matches(tag) for tag in platforms)


def architecture() -> str:
    """The processor's architecture as wheels of Linux name it."""
    name = platform.machine().lower()
    return {"amd64": "x86_64", "arm64": "aarch64"}.get(name, name)


@cache
def glibc() -> tuple[int, int]:
    """The version of the C library; (0, 0) where that is not glibc."""
    try:
        text = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, ValueError, OSError):
        return (0, 0)
    numbers = release(text.removeprefix("glibc").strip())
    return (numbers[0], numbers[1]) if len(numbers) > 1 else (0, 0)


def _matches(tag: str) -> bool:
    machine = architecture()
    if sys.platform == "win32":
        return tag == {"x86_64": "win_amd64", "aarch64": "win_arm64", "x86": "win32"}.get(machine, "")
    if sys.platform == "darwin":
        mac = "arm64" if machine == "aarch64" else machine
        return tag.startswith("macosx_") and tag.endswith((f"_{mac}", "_universal2"))
    if not tag.endswith(f"_{machine}"):
        return False
    return any(glibc() >= needed for needed in _manylinux(tag)) or (glibc() == (0, 0) and "musllinux" in tag)


def _manylinux(tag: str) -> Iterator[tuple[int, int]]:
    if found := re.match(r"manylinux_(\d+)_(\d+)_", tag):
        yield (int(found[1]), int(found[2]))
    for name, version in (("manylinux2014_", (2, 17)), ("manylinux2010_", (2, 12)), ("manylinux1_", (2, 5))):
        if tag.startswith(name):
            yield version
    if tag.startswith("linux_"):
        yield (0, 1)
