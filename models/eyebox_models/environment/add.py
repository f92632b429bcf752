"""Adds the environment for models: installer, Python, wheels, installing, checking, and then it is in place.

It can be interrupted at any moment, also by kill -9: what came stays, and the same request goes on from there. The
environment before stays in use until the receipt of the new one is written.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

from eyebox_models.environment.bringing import bring_uv, bring_wheels
from eyebox_models.environment.place import COMPILED, Place, Receipt, python_of, settle, size_of, stands_on
from eyebox_models.environment.pythons import bring, choose
from eyebox_models.environment.requirements import wanted
from eyebox_models.environment.resolve import Wheel, digest, resolve
from eyebox_models.environment.sources import From, taken_apart
from eyebox_models.environment.state import check, clear, look_at, packages
from eyebox_models.environment.uv import Failed, Uv, brief
from eyebox_models.files.atomic_write import describe_os_error
from eyebox_models.fit.machine import machine
from eyebox_models.protocol.environment import EnvironmentState, Kind, OnProgress, SetupProgress, Source
from eyebox_models.protocol.errors import EyeboxError


def add(home: str, source: Source, emit: OnProgress, stop: Event, kind: Kind = "models") -> EnvironmentState:
    """Makes the environment and puts it in place. Raises EyeboxError, or Stopped; what came is then kept."""
    place = Place(Path(home))
    origin = taken_apart(source, machine(), kind)
    names = {wheel.package for wheel in origin.wheels} if origin.folder is not None else None
    requirements = wanted(names, kind).requirements
    try:
        with place.locked():
            _add(place, origin, requirements, kind, emit, stop)
    except OSError as error:
        raise describe_os_error(error, place.home) from error
    return look_at(home, kind)


def _add(
    place: Place, origin: From, requirements: tuple[str, ...], kind: Kind, emit: OnProgress, stop: Event
) -> None:
    folder = (
        place.fresh()
    )  # of a new name: an installer that lost its parent may still write into the last one
    clear(place.left_over())
    emit(SetupProgress("python"))
    base = choose(place, origin, stop)
    uv = Uv(bring_uv(place, origin, emit, stop), place, stop, origin.proxy)
    emit(SetupProgress("python", package=base.said))
    base = bring(base, place, origin, uv, stop)
    python = base.path
    assert python is not None
    emit(SetupProgress("python", package=str(python)))
    emit(SetupProgress("resolving"))
    wheels = resolve(requirements, python, place, origin, uv, stop)
    known = digest(wheels, place.base_of(python))
    receipt = place.receipt()
    if (
        receipt is None
        or receipt.digest != known
        or not _works(place.home / receipt.folder, kind, emit, stop)
    ):
        try:
            files = bring_wheels(wheels, place, origin, emit, stop)
        except EyeboxError:
            _forget_if_gone(place, wheels)
            raise
        clear([place.home / COMPILED])
        emit(SetupProgress("installing"))
        _install(files, python, folder, uv)
        base_name = str(python)
        if stands_on(folder).is_relative_to(place.home):
            base_name = place.base_of(python)
            settle(folder, python)
        emit(SetupProgress("checking"))
        try:
            build = check(folder, stop, kind)
        except EyeboxError:
            clear([folder])
            place.wanted.unlink(missing_ok=True)
            raise
        version = f"{base.version[0]}.{base.version[1]}"
        size = size_of([folder, *([place.pythons] if python.is_relative_to(place.pythons) else [])])
        place.write(Receipt(folder.name, build, base_name, version, known, size, packages(folder)))
    clear([place.wheels, place.cache, place.wanted, *place.left_over(), *_unused(place, python)])


def _works(environment: Path, kind: Kind, emit: OnProgress, stop: Event) -> bool:
    """Whether what is there already is in order."""
    if not python_of(environment).is_file():
        return False
    emit(SetupProgress("checking"))
    try:
        check(environment, stop, kind)
    except EyeboxError:
        return False
    return True


def _install(files: tuple[Path, ...], python: Path, folder: Path, uv: Uv) -> None:
    try:
        uv.run("venv", "--quiet", "--relocatable", "--no-project", "--python", str(python), str(folder))
        inside = str(python_of(folder))
        uv.run("pip", "install", "--quiet", "--no-index", "--no-deps", "--python", inside, *map(str, files))
    except Failed as failure:
        shutil.rmtree(folder, ignore_errors=True)
        raise EyeboxError(
            "packages-not-installed",
            "The packages could not be installed ({reason}): try again, or another source.",
            detail=str(failure),
            reason=brief(str(failure)),
        ) from failure


def _forget_if_gone(place: Place, wheels: tuple[Wheel, ...]) -> None:
    """Lets the next try choose anew where nothing of what was chosen has come: the index may have moved on."""
    if not any(
        (place.wheels / name).exists() for wheel in wheels for name in (wheel.name, f"{wheel.name}.part")
    ):
        place.wanted.unlink(missing_ok=True)


def _unused(place: Place, python: Path) -> list[Path]:
    """Standalone Pythons that this environment does not stand on."""
    if not python.is_relative_to(place.pythons):
        return [place.pythons]
    return [path for path in place.pythons.iterdir() if not python.is_relative_to(path)]
