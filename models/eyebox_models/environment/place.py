"""Where an environment lies: one folder with a receipt, and everything that making it needs.

`environment.json`, the receipt, is written last and names the folder in use, so an environment is there as a whole or
not at all, and the one before it can be used until the moment when the new one is there. All else may be half:
`env-N/` without a receipt, `wheels/` (`.part` while they come), `python/`, `tools/`, `cache/`, `wanted.json`.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from eyebox_models.files.atomic_write import TEMPORARY, atomic_write, describe_os_error, file_lock
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

FORMAT = 1
RECEIPT = "environment.json"
LOCK = "environment.lock"
COMPILED = "compiled"
"""Where its Python keeps what it compiled: nothing is written into the program's own folder, which goes with its package."""
_OWN = (
    "wheels", "python", "tools", "cache", "source", COMPILED, "wanted.json", "wanted.json.tmp", f"{RECEIPT}.tmp", RECEIPT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is there. `folder` is a name in the place, `digest` that of its wheels.

    `base` is the Python it was made with; of Eyebox's own the path inside the place, which may be moved as a whole.
    `bytes` is its size on disk, Python included where that is Eyebox's own.
    """

    folder: str
    build: str
    base: str
    version: str
    digest: str
    bytes: int
    packages: tuple[tuple[str, str], ...]


class Place:
    """The folder `home` of an environment."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.wheels = home / "wheels"
        self.pythons = home / "python"
        self.tools = home / "tools"
        self.cache = home / "cache"
        self.wanted = home / "wanted.json"

    @property
    def uv(self) -> Path:
        """The installer, once it was brought."""
        return self.tools / ("uv.exe" if sys.platform == "win32" else "uv")

    def receipt(self) -> Receipt | None:
        """What the receipt says; None where there is none, or none that this version understands."""
        try:
            data = json.loads(read_regular(self.home / RECEIPT))
            if data["format"] != FORMAT or not str(data["folder"]).startswith("env-"):
                return None
            packages = tuple((str(name), str(version)) for name, version in data["packages"].items())
            texts = {key: str(data[key]) for key in ("folder", "build", "base", "version", "digest")}
            return Receipt(bytes=int(data["bytes"]), packages=packages, **texts)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def write(self, receipt: Receipt) -> None:
        """Puts an environment in the place of the one before. Raises OSError."""
        data = {"format": FORMAT, **asdict(receipt), "packages": dict(receipt.packages)}
        atomic_write(self.home / RECEIPT, json.dumps(data, ensure_ascii=False, indent=1))

    def settle(self, receipt: Receipt) -> Path:
        """The folder of the environment, set right about its Python if the place was moved. Never raises OSError."""
        folder = self.home / receipt.folder
        if not Path(receipt.base).is_absolute():
            with suppress(OSError, UnicodeError):
                settle(folder, self.home / receipt.base)
        return folder

    def base_of(self, python: Path) -> str:
        """A Python as a receipt names it."""
        inside = python.is_relative_to(self.home)
        return python.relative_to(self.home).as_posix() if inside else str(python)

    def fresh(self) -> Path:
        """A folder for an environment that is being made; nobody uses it."""
        numbers = [int(name.removeprefix("env-")) for name in self._names() if name[4:].isdigit()]
        return self.home / f"env-{max(numbers, default=0) + 1}"

    def left_over(self) -> list[Path]:
        """Environments without a receipt: half made ones, and those that a newer one replaced."""
        receipt = self.receipt()
        used = receipt.folder if receipt is not None else ""
        return [self.home / name for name in self._names() if name[4:].isdigit() and name != used]

    def own(self) -> list[Path]:
        """Everything here that Eyebox made, but for the lock; what others put beside it is not among it."""
        names = [name for name in self._names() if name[4:].isdigit()]
        names += [path.name for path in self.home.glob(f"{TEMPORARY}*.tmp")]
        return [path for name in (*names, *_OWN) if os.path.lexists(path := self.home / name)]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else makes or removes an environment here meanwhile. Raises EyeboxError at once when somebody does."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise describe_os_error(error, self.home) from error
        with file_lock(self.home / LOCK) as alone:
            if not alone:
                raise EyeboxError(
                    "engine-being-changed",
                    "The model engine is being added or removed already, by another window or command: wait for "
                    "that one.",
                )
            yield

    def _names(self) -> list[str]:
        try:
            return [path.name for path in self.home.iterdir() if path.name.startswith("env-")]
        except OSError:
            return []


def own_home() -> Path:
    """The folder of the environment that this user added, where none is given."""
    return own_folder("data") / "model-engine"


def python_of(environment: Path) -> Path:
    """The Python of an environment made by `uv venv`, or of a standalone one with packages in itself."""
    if sys.platform == "win32":
        inside = environment / "Scripts" / "python.exe"
        return inside if inside.exists() else environment / "python.exe"
    return environment / "bin" / "python3"


def stands_on(environment: Path) -> Path:
    """The folder of the Python that an environment was made with, as it says itself. Raises OSError."""
    lines = (environment / "pyvenv.cfg").read_text("utf-8").splitlines()
    return Path(next((line.partition("=")[2].strip() for line in lines if line.startswith("home")), ""))


def settle(environment: Path, base: Path) -> None:
    """Makes an environment use a Python beside it, wherever both were moved together. Raises OSError."""
    settings = environment / "pyvenv.cfg"
    lines = settings.read_text("utf-8").splitlines()
    right = [f"home = {base.parent}" if line.partition("=")[0].strip() == "home" else line for line in lines]
    if right != lines:
        atomic_write(settings, "\n".join(right) + "\n")
    link = environment / "bin" / "python"
    target = os.path.relpath(base, link.parent)
    if link.is_symlink() and os.fspath(link.readlink()) != target:
        fresh = link.with_name("python.new")
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(target)
        fresh.replace(link)


def packages_of(environment: Path) -> Path | None:
    """The folder of an environment's packages; None where there is none."""
    places = [environment / "Lib" / "site-packages", *environment.glob("lib/python3.*/site-packages")]
    return next((place for place in places if place.is_dir()), None)


def size_of(paths: Iterable[Path]) -> int:
    """Bytes of files and of what is in folders, a file with several names once. What can't be looked at counts nothing."""
    seen: set[tuple[int, int]] = set()
    waiting = [Path(path) for path in paths]
    total = 0
    while waiting:
        path = waiting.pop()
        with suppress(OSError):
            facts = path.lstat()
            if stat.S_ISDIR(facts.st_mode):
                waiting += path.iterdir()
            elif (facts.st_dev, facts.st_ino) not in seen:
                seen.add((facts.st_dev, facts.st_ino))
                total += facts.st_size
    return total
