"""Brings the installer uv and the wheels of an environment, going on from what came before; the wheels count as one download."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.environment.place import Place
from eyebox_models.environment.resolve import Wheel
from eyebox_models.environment.simple import offered, sized
from eyebox_models.environment.sources import From
from eyebox_models.environment.wheels import fits, named, newest
from eyebox_models.files.download import Meter, fetch_file, have
from eyebox_models.files.fetch import RemoteFile
from eyebox_models.files.place import missing, require_room
from eyebox_models.protocol.cards import Transfer
from eyebox_models.protocol.environment import OnProgress, SetupProgress
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.family import Emit

UNPACKED = 2.2
"""About how much larger wheels are once they are installed; they say it themselves when they are here."""
COMPILED = 1.15
"""About how much larger packages are with what Python compiles of them."""

_ENGINE = Sentence("the-model-engine", "The model engine")


class Shelf:
    """Where wheels lie under their own names, and as NAME.part while they come."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def blob(self, file: RemoteFile) -> Path:
        return self.folder / file.path

    def part(self, file: RemoteFile) -> Path:
        return self.folder / f"{file.path}.part"

    def keep_only(self, files: Sequence[RemoteFile]) -> None:
        """Deletes what belongs to other wheels."""
        names = {
            name for file in files for name in (file.path, f"{file.path}.part", f"{file.path}.part.json")
        }
        for path in self.folder.iterdir():
            if path.name not in names:
                path.unlink()


def as_progress(emit: OnProgress) -> Emit:
    """Passes bytes of a download on as progress of the setup."""

    def forward(event: Any) -> None:
        if isinstance(event, Transfer):
            speed, left = event.bytes_per_second, event.seconds_left
            emit(SetupProgress("fetching", event.done_bytes, event.total_bytes, speed, left, event.file))

    return forward


def bring_uv(place: Place, origin: From, emit: OnProgress, stop: Event) -> Path:
    """The program uv, out of its wheel if it is not here yet. Raises EyeboxError, Stopped, OSError."""
    if place.uv.is_file():
        return place.uv
    if origin.folder is not None:
        found = newest(wheel for wheel in origin.wheels if wheel.package == "uv")
        if found is not None:
            origin.sums.check([found.path], stop)
            return _unpack_uv(found.path, place)
        here = shutil.which("uv")
        if here is None:
            raise EyeboxError(
                "wheels-without-uv",
                "{folder} holds no wheel of uv for this machine, which installs the others: download uv into "
                "it too.",
                folder=origin.folder,
            )
        return Path(here)
    wheel = _download_uv(origin, place.tools, emit, stop)
    program = _unpack_uv(wheel, place)
    wheel.unlink()
    return program


def bring_wheels(
    wheels: Sequence[Wheel], place: Place, origin: From, emit: OnProgress, stop: Event
) -> tuple[Path, ...]:
    """All wheels as files. Raises EyeboxError (the disk is too small, a checksum is wrong), Stopped, OSError."""
    shelf = Shelf(place.wheels)
    remote = [wheel.remote() for wheel in wheels if not wheel.path]
    total = sum(file.size for file in remote)
    require_room(_ENGINE, missing(remote, shelf) + round(UNPACKED * total), place.home)
    if remote:
        place.wheels.mkdir(parents=True, exist_ok=True)
        shelf.keep_only(remote)
        meter = Meter("", as_progress(emit))
        meter.total = total
        web = origin.web()
        for file in sorted(remote, key=lambda file: (file.size, file.path)):
            meter.file = file.path
            if not have(file, shelf, meter, stop):
                fetch_file(file, shelf, web, meter, stop)
        meter.report("fetching")
    files = tuple(Path(wheel.path) if wheel.path else place.wheels / wheel.name for wheel in wheels)
    origin.sums.check(files, stop)
    require_room(_ENGINE, sum(map(unpacked, files)), place.home)
    return files


def unpacked(wheel: Path) -> int:
    """Bytes of a wheel once it is installed, with what Python compiles of it. Raises EyeboxError, OSError."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            return round(COMPILED * sum(entry.file_size for entry in archive.infolist()))
    except zipfile.BadZipFile as error:
        raise EyeboxError(
            "wheel-damaged", "{wheel} is damaged: fetch it again.", detail=repr(error), wheel=wheel.name
        ) from error


def _download_uv(origin: From, shelf: Path, emit: OnProgress, stop: Event) -> Path:
    web = origin.web()
    files = {file.name: file for file in offered("uv", web, stop)}
    wheels = [wheel for name in files if (wheel := named(name)) is not None and fits(wheel.platforms)]
    chosen = newest(wheel for wheel in wheels if wheel.version.replace(".", "").isdigit())
    if chosen is None:
        raise EyeboxError(
            "index-without-uv",
            "{host} has no uv for this machine: try another index, or a folder of wheels.",
            host=web.host,
        )
    found = files[chosen.path.name]
    if not found.sha256:
        raise EyeboxError(
            "uv-no-checksum",
            "{host} gives no checksum for {file}: try another index.",
            host=web.host,
            file=found.name,
        )
    remote = RemoteFile(found.name, found.size, "sha256", found.sha256, found.url)
    if not remote.size:
        remote = replace(remote, size=sized(remote, web, stop))
    target = Shelf(shelf)
    shelf.mkdir(parents=True, exist_ok=True)
    if not target.blob(remote).is_file():
        meter = Meter("", as_progress(emit))
        meter.file, meter.total = remote.path, remote.size
        fetch_file(remote, target, web, meter, stop)
    return target.blob(remote)


def _unpack_uv(wheel: Path, place: Place) -> Path:
    """The program alone, out of its wheel."""
    place.tools.mkdir(parents=True, exist_ok=True)
    fresh = place.uv.with_name(place.uv.name + ".new")
    try:
        with zipfile.ZipFile(wheel) as archive:
            inside = next(
                name
                for name in archive.namelist()
                if name.endswith(f".data/scripts/{place.uv.name}") and ".." not in name
            )
            with archive.open(inside) as source, fresh.open("wb") as target:
                shutil.copyfileobj(source, target)
    except (StopIteration, zipfile.BadZipFile, EOFError, ValueError) as error:
        fresh.unlink(missing_ok=True)
        raise EyeboxError(
            "uv-damaged",
            "{wheel} is damaged, or no wheel of uv: fetch it again.",
            detail=repr(error),
            wheel=wheel.name,
        ) from error
    fresh.chmod(0o755)
    fresh.replace(place.uv)
    return place.uv
