"""Fetches the wheels of an environment, going on from what came before, and tells of it as one whole."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.environment.place import Place
from eyebox_models.environment.resolve import Wheel
from eyebox_models.environment.sources import From
from eyebox_models.files.download import Meter, fetch_file, have
from eyebox_models.files.fetch import RemoteFile
from eyebox_models.files.place import SPARE, gigabytes
from eyebox_models.protocol.cards import Transfer
from eyebox_models.protocol.environment import OnProgress, SetupProgress
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.family import Emit

UNPACKED = 2.2
"""About how much larger wheels are once they are installed; they say it themselves when they are here."""
COMPILED = 1.15
"""About how much larger packages are with what Python compiles of them."""


class Shelf:
    """Where wheels lie under their own names, and as NAME.part while they come."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def blob(self, file: RemoteFile) -> Path:
        return self.folder / file.path

    def part(self, file: RemoteFile) -> Path:
        return self.folder / f"{file.path}.part"

    def missing(self, files: Sequence[RemoteFile]) -> int:
        """Bytes that are still to come."""
        return sum(max(0, file.size - self._size(file)) for file in files)

    def keep_only(self, files: Sequence[RemoteFile]) -> None:
        """Deletes what is of other wheels."""
        names = {
            name for file in files for name in (file.path, f"{file.path}.part", f"{file.path}.part.json")
        }
        for path in self.folder.iterdir():
            if path.name not in names:
                path.unlink()

    def _size(self, file: RemoteFile) -> int:
        for path in (self.blob(file), self.part(file)):
            with suppress(OSError):
                return path.stat().st_size
        return 0


def as_progress(emit: OnProgress) -> Emit:
    """Tells of bytes as the setup does."""

    def forward(event: Any) -> None:
        if isinstance(event, Transfer):
            speed, left = event.bytes_per_second, event.seconds_left
            emit(SetupProgress("fetching", event.done_bytes, event.total_bytes, speed, left, event.file))

    return forward


def bring_wheels(
    wheels: Sequence[Wheel], place: Place, origin: From, emit: OnProgress, stop: Event
) -> tuple[Path, ...]:
    """All wheels as files. Raises EyeboxError (also for a disk that is too small, and for a wheel that is not as
    the checksums beside it say), Stopped, OSError."""
    shelf = Shelf(place.wheels)
    remote = [wheel.remote() for wheel in wheels if not wheel.path]
    total = sum(file.size for file in remote)
    require_room(place, shelf.missing(remote) + round(UNPACKED * total))
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
    require_room(place, sum(map(unpacked, files)))
    return files


def require_room(place: Place, needed: int) -> None:
    """Raises EyeboxError when the disk has no room for so many bytes more."""
    with suppress(OSError):
        free = shutil.disk_usage(place.home).free
        if needed + SPARE > free:
            raise EyeboxError(
                "disk-too-small-engine",
                "The model engine needs {needed} more and {free} are free on the disk of {folder}: free "
                "{missing_space} first.",
                needed=gigabytes(needed),
                free=gigabytes(free),
                folder=place.home,
                missing_space=gigabytes(needed + SPARE - free),
            )


def unpacked(wheel: Path) -> int:
    """Bytes of a wheel once it is installed, with what Python compiles of it. Raises EyeboxError, OSError."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            return round(COMPILED * sum(entry.file_size for entry in archive.infolist()))
    except zipfile.BadZipFile as error:
        raise EyeboxError(
            "wheel-damaged", "{wheel} is damaged: fetch it again.", detail=repr(error), wheel=wheel.name
        ) from error
