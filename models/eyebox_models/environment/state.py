"""What there is of an environment for models: what it takes on the disk, whether it works, and its removal."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import distributions
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.environment import running
from eyebox_models.environment.kinds import KINDS
from eyebox_models.environment.place import COMPILED, LOCK, RECEIPT, Place, packages_of, python_of, size_of
from eyebox_models.environment.uv import Failed, run
from eyebox_models.fit.machine import machine
from eyebox_models.protocol.environment import EnvironmentState, Kind
from eyebox_models.protocol.errors import EyeboxError, Sentence

LIMIT = 600.0
"""Seconds that the first import may take; a cold disk and many files make it slow."""


def look_at(home: str, kind: Kind = "models") -> EnvironmentState:
    """The environment that model engines run in now, and what an interrupted adding kept in `home`; of another kind
    what was added there."""
    place = Place(Path(home))
    kept = size_of([place.wheels, *place.left_over()])
    if kind != "models":
        return added(place, kept)
    found = running.chosen(place.home)
    if found is not None and found.where == "added":
        return added(place, kept)
    if found is not None:
        names = packages(found.folder)
        version = dict(names).get("torch", "")
        return EnvironmentState(
            "carried", str(found.folder), str(found.python), _build(version), names, size_of([found.folder]), kept,
            _fault(place),
        )  # fmt: skip
    if running.has_torch():
        own = machine().packages
        names = tuple(sorted(own.items()))
        return EnvironmentState(
            "own", sys.prefix, sys.executable, _build(own.get("torch", "")), names, 0, kept
        )
    return EnvironmentState("", kept_bytes=kept, problem=_fault(place))


def added(place: Place, kept: int = 0) -> EnvironmentState:
    """The environment of a receipt."""
    receipt = place.receipt()
    if receipt is None:
        return EnvironmentState("", kept_bytes=kept, problem=_fault(place))
    folder = place.home / receipt.folder
    python = str(python_of(folder))
    return EnvironmentState(
        "added", str(folder), python, receipt.build, receipt.packages, receipt.bytes, kept, _fault(place)
    )


def _fault(place: Place) -> str:
    """A sentence on an environment that was added and can't be used."""
    receipt = place.receipt()
    if receipt is None:
        if not (place.home / RECEIPT).exists():
            return ""
        return Sentence(
            "engine-of-other-version",
            "The model engine is of another version of Eyebox, or damaged: add it again.",
        )
    if running.added(place.home) is None:
        return Sentence(
            "engine-python-gone",
            "The Python of the model engine is gone ({path}): add the model engine again.",
            path=place.home / receipt.base,
        )
    return ""


def _build(version: str) -> str:
    return version.partition("+")[2]


def check(environment: Path, stop: Event, kind: Kind = "models") -> str:
    """The build of torch, as torch names it. Raises EyeboxError with what is wrong, Stopped."""
    values = {"HF_HUB_OFFLINE": "1", "USE_HUB_KERNELS": "0", "PYTHONDONTWRITEBYTECODE": ""}
    try:
        compiled = f"pycache_prefix={environment.parent / COMPILED}"  # where engines find it later
        said = run(
            [str(python_of(environment)), "-I", "-X", compiled, "-c", KINDS[kind].code], stop, values, LIMIT
        )
        return str(json.loads(said.strip().splitlines()[-1]))
    except Failed as failure:
        lines = [line for line in str(failure).splitlines() if line.strip()]
        reason = lines[-1].strip()[:300] if lines else Sentence("without-a-word", "it ended without a word")
        raise EyeboxError(
            "engine-does-not-work",
            "The new model engine does not work ({reason}) and was not put in place: try another build "
            "or another source.",
            detail=str(failure),
            reason=reason,
        ) from failure
    except (ValueError, IndexError) as error:
        raise EyeboxError(
            "engine-does-not-answer",
            "The new model engine does not answer and was not put in place: try again.",
            detail=repr(error),
        ) from error


def packages(environment: Path) -> tuple[tuple[str, str], ...]:
    """Names and versions of what is installed, by name."""
    folder = packages_of(environment)
    if folder is None:
        return ()
    found = {
        str(d.metadata["Name"]): d.version
        for d in distributions(path=[os.fspath(folder)])
        if d.metadata["Name"]
    }
    return tuple(sorted(found.items(), key=lambda item: item[0].lower()))


def remove(home: str, kind: Kind = "models") -> EnvironmentState:
    """Removes the environment that was added, and what an interrupted adding kept. Raises EyeboxError."""
    place = Place(Path(home))
    if place.home.is_dir():
        with place.locked():
            with suppress(FileNotFoundError):
                (place.home / RECEIPT).unlink()
            left = clear(place.own())
            if sys.platform != "win32":  # there a locked file can't be deleted
                (place.home / LOCK).unlink(missing_ok=True)
        if left:
            raise EyeboxError(
                "engine-not-removed",
                "{path} could not be removed: close what uses the model engine, or take the right to delete "
                "it.",
                path=left[0],
            )
        if sys.platform == "win32":
            with suppress(OSError):
                (place.home / LOCK).unlink(missing_ok=True)
        with suppress(OSError):
            place.home.rmdir()
    return look_at(home, kind)


def clear(paths: Iterable[Path]) -> list[Path]:
    """Deletes files and folders, also read-only ones and never through links; returns what is still there."""
    left = []
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            if sys.version_info >= (3, 12):
                shutil.rmtree(path, onexc=_once_more)
            else:
                shutil.rmtree(path, onerror=_once_more)
        else:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        if os.path.lexists(path):
            left.append(path)
    return left


def _once_more(function: Any, path: str, _error: Any) -> None:
    """Gives itself the right to delete what may not be written, and tries again."""
    target = Path(path)
    with suppress(OSError):
        for place in (target.parent, target):
            if not place.is_symlink():
                place.chmod(place.stat().st_mode | stat.S_IRWXU)
        if function in (os.open, os.scandir, os.listdir):
            shutil.rmtree(target, ignore_errors=True)
        else:
            function(path)
