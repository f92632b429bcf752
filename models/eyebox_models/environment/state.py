"""What there is of an environment for models, and what it takes on the disk."""

from __future__ import annotations

import sys
from pathlib import Path

from eyebox_models.environment import running
from eyebox_models.environment.check import packages
from eyebox_models.environment.place import RECEIPT, Place, python_of, size_of
from eyebox_models.fit.machine import machine
from eyebox_models.protocol.environment import EnvironmentState
from eyebox_models.protocol.errors import Sentence


def look_at(home: str) -> EnvironmentState:
    """The environment that model engines run in now, and what an interrupted adding kept in `home`."""
    place = Place(Path(home))
    kept = size_of([place.wheels, *place.left_over()])
    found = running.chosen(place.home)
    if found is not None and found.where == "added":
        return added(place, kept)
    if found is not None:
        names = packages(found.folder)
        version = dict(names).get("torch", "")
        return EnvironmentState(
            "carried", str(found.folder), str(found.python), _build(version), names, size_of([found.folder]), kept,
            _trouble(place),
        )  # fmt: skip
    if running.has_torch():
        own = machine().packages
        names = tuple(sorted(own.items()))
        return EnvironmentState(
            "own", sys.prefix, sys.executable, _build(own.get("torch", "")), names, 0, kept
        )
    return EnvironmentState("", kept_bytes=kept, problem=_trouble(place))


def added(place: Place, kept: int = 0) -> EnvironmentState:
    """The environment of a receipt."""
    receipt = place.receipt()
    if receipt is None:
        return EnvironmentState("", kept_bytes=kept, problem=_trouble(place))
    folder = place.home / receipt.folder
    python = str(python_of(folder))
    return EnvironmentState(
        "added", str(folder), python, receipt.build, receipt.packages, receipt.bytes, kept, _trouble(place)
    )


def _trouble(place: Place) -> str:
    """A sentence on an environment that was added and can't be used."""
    receipt = place.receipt()
    if receipt is None:
        unread = (place.home / RECEIPT).exists()
        if not unread:
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
