"""How engines are started: in the program's own Python, or in the environment that has the packages for models.

Light: the window imports it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eyebox_models.environment.place import COMPILED, Place, own_home, python_of
from eyebox_models.protocol.advice import ENGINE_PLACE, frozen
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.environment import Place as Where

ROLES = ("model", "train", "library", "download")
"""Engines that need the packages for models, or look at which of them are installed."""
_LOADER = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH", "LIBPATH")
"""What a frozen program's starter changes, keeping the former value under `NAME_ORIG`."""


@dataclass(frozen=True, slots=True)
class Environment:
    """An environment that engines can be started in."""

    where: Where
    folder: Path
    python: Path


def inside() -> Path:
    """The folder of a frozen program's own files."""
    return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))


def added(home: Path | None = None) -> Environment | None:
    """The environment that was added from inside, if it is there and its Python still is."""
    place = Place(home if home is not None else own_home())
    receipt = place.receipt()
    if receipt is None:
        return None
    folder = place.settle(receipt)
    found = Environment("added", folder, python_of(folder))
    return found if found.python.is_file() else None


def carried() -> Environment | None:
    """The environment that came with a frozen program."""
    folder = inside() / "model-engine"
    found = Environment("carried", folder, python_of(folder))
    return found if frozen() and found.python.is_file() else None


def chosen(home: Path | None = None) -> Environment | None:
    """Where model engines run now: an added environment, else a carried one; None for the program's own Python."""
    if not frozen() and has_torch():
        return None
    return added(home) or carried()


def place_of(home: Path | None = None) -> Where:
    """Where model engines run now, as a word; "" where nothing has torch."""
    found = chosen(home)
    if found is not None:
        return found.where
    return "own" if has_torch() else ""


def command(role: str) -> list[str]:
    """The command line that starts an engine now; the working folder never shadows a module there (-P)."""
    found = chosen() if role in ROLES else None
    if found is not None:
        return [str(found.python), "-P", "-m", "eyebox_models.engine", role]
    if frozen():
        suffix = ".exe" if sys.platform == "win32" else ""
        return [str(Path(sys.executable).with_name(f"eyebox-engine{suffix}")), role]
    return [sys.executable, "-P", "-m", "eyebox_models.engine", role]


def variables(command: list[str], environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """The variables for such a command: those of this process, but for an environment's Python without what is ours."""
    values = dict(os.environ if environ is None else environ)
    found = chosen()
    if found is None or command[:1] != [str(found.python)]:
        return values
    values = foreign(values)
    values["PYTHONPATH"] = os.pathsep.join(sources())
    values["PYTHONPYCACHEPREFIX"] = str(own_home() / COMPILED)
    values[ENGINE_PLACE] = found.where
    return values


def foreign(environ: Mapping[str, str]) -> dict[str, str]:
    """Variables for a program that is not ours: without those of a frozen program's starter and of Python."""
    values = {
        name: value
        for name, value in environ.items()
        if not name.startswith(("PYTHON", "_PYI_", "_MEIPASS", "VIRTUAL_ENV", "CONDA_", "UV_", "PIP_"))
    }
    if frozen():
        for name in _LOADER:
            former = values.pop(f"{name}_ORIG", None)
            values.pop(name, None)
            if former:
                values[name] = former
    return {**values, "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1"}


def sources() -> list[str]:
    """Folders with the program's own sources and nothing else, so that an engine is always of the program's version."""
    if frozen():
        return [str(inside() / "engine_source")]
    return [str(_linked(own_home() / "source"))]


_PACKAGES = ("eyebox_models", "eyebox_resources", "pyvips")
"""Pure Python that engines get from the program; there is no wheel of pyvips (but one of its library)."""


def _linked(folder: Path) -> Path:
    """A folder with nothing but those, because where they lie there may be others, which are for another Python."""
    import shutil

    folder.mkdir(parents=True, exist_ok=True)
    for name in _PACKAGES:
        spec = find_spec(name)
        if spec is None or not spec.origin:
            continue
        target, link = Path(spec.origin).parent, folder / name
        if link.is_symlink() and link.readlink() == target:
            continue
        if link.is_symlink():
            link.unlink()
        else:
            shutil.rmtree(link, ignore_errors=True)
        try:
            link.symlink_to(target, target_is_directory=True)
        except OSError:
            shutil.copytree(target, link, dirs_exist_ok=True)
    return folder


@contextmanager
def systems_libraries(command: list[str]) -> Iterator[None]:
    """On Windows, a foreign program finds the system's libraries first and not those of a frozen program."""
    if sys.platform != "win32" or not frozen() or Path(command[0]).parent == Path(sys.executable).parent:
        yield
        return
    import ctypes

    library: Any = ctypes.windll
    library.kernel32.SetDllDirectoryW(None)
    try:
        yield
    finally:
        library.kernel32.SetDllDirectoryW(str(inside()))


@cache
def has_torch() -> bool:
    """Whether the program's own Python has torch; looked up once."""
    with suppress(ImportError, ValueError):
        return find_spec("torch") is not None
    return False
