"""A run of teaching as its files tell it, without an engine: for whoever shows one that was begun, interrupted or ended."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.teaching import HeldOut, Taught, TeachPlan, TeachSettings, TeachStep
from eyebox_models.protocol.wire import unpack
from eyebox_models.training.state import BEGUN, FOLDER, PLAN, STATE, STEPS, TAUGHT


@dataclass(frozen=True, slots=True)
class KeptRun:
    """What is on the disk of a run. `goes_on`: it has a state that it can go on from; `taught` is there at its end."""

    model: str
    settings: TeachSettings
    goes_on: bool
    plan: TeachPlan | None
    steps: tuple[TeachStep, ...]
    looks: tuple[HeldOut, ...]
    taught: Taught | None


def kept_run(target: Path) -> KeptRun | None:
    """The run whose adapter is or would be in this folder; None where none was begun, or its files can't be read."""
    place = target / FOLDER
    begun = _json(place / BEGUN)
    try:
        model, settings = str(begun["model"]), unpack(begun["settings"])
    except (KeyError, TypeError, ValueError):
        return None
    noted = []
    with suppress(OSError):
        for line in read_regular(place / STEPS).splitlines():
            with suppress(ValueError, TypeError, KeyError):
                noted.append(unpack(json.loads(line)))
    plan, taught = _value(place / PLAN), _value(place / TAUGHT)
    return KeptRun(
        model,
        settings if isinstance(settings, TeachSettings) else TeachSettings(),
        (place / STATE).is_file(),
        plan if isinstance(plan, TeachPlan) else None,
        tuple(one for one in noted if isinstance(one, TeachStep)),
        tuple(one for one in noted if isinstance(one, HeldOut)),
        taught if isinstance(taught, Taught) else None,
    )


def discard_run(target: Path) -> None:
    """Removes what a run that did not come to its end has left, and its folder where nothing else is in it."""
    place = target / FOLDER
    if not (place / BEGUN).is_file() or (place / TAUGHT).exists():
        return
    shutil.rmtree(place, ignore_errors=True)
    with suppress(OSError):
        target.rmdir()


def _value(path: Path) -> Any:
    with suppress(ValueError, TypeError, KeyError):
        return unpack(_json(path))
    return None


def _json(path: Path) -> Any:
    with suppress(OSError, ValueError):
        return json.loads(read_regular(path))
    return {}
