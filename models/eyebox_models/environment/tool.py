"""Brings the installer uv: out of a wheel of it, which lies in the folder of wheels or on the index."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path
from threading import Event

from eyebox_models.environment.bringing import Shelf, as_progress
from eyebox_models.environment.place import Place
from eyebox_models.environment.simple import offered, sized
from eyebox_models.environment.sources import From
from eyebox_models.environment.wheels import fits, named, newest
from eyebox_models.files.download import Meter, fetch_file
from eyebox_models.files.fetch import RemoteFile
from eyebox_models.protocol.environment import OnProgress
from eyebox_models.protocol.errors import EyeboxError

NAME = "uv.exe" if sys.platform == "win32" else "uv"


def bring_uv(place: Place, origin: From, emit: OnProgress, stop: Event) -> Path:
    """The program uv, brought if it is not here yet.

    Raises EyeboxError, Stopped, OSError.
    """
    if place.uv.is_file():
        return place.uv
    if origin.folder is not None:
        found = newest(wheel for wheel in origin.wheels if wheel.package == "uv")
        if found is not None:
            origin.sums.check([found.path], stop)
            return _unpack(found.path, place)
        here = shutil.which("uv")
        if here is None:
            raise EyeboxError(
                "wheels-without-uv",
                "{folder} holds no wheel of uv for this machine, which installs the others: download uv into "
                "it too.",
                folder=origin.folder,
            )
        return Path(here)
    wheel = _download(origin, place.tools, emit, stop)
    program = _unpack(wheel, place)
    wheel.unlink()
    return program


def _download(origin: From, shelf: Path, emit: OnProgress, stop: Event) -> Path:
    web = origin.web()
    files = {file.name: file for file in offered("uv", web, stop)}
    wheels = [wheel for name in files if (wheel := named(name)) is not None and fits(wheel.platforms)]
    plain = [wheel for wheel in wheels if wheel.version.replace(".", "").isdigit()]
    chosen = newest(plain)
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
        remote = RemoteFile(found.name, sized(remote, web, stop), "sha256", found.sha256, found.url)
    target = Shelf(shelf)
    shelf.mkdir(parents=True, exist_ok=True)
    if not target.blob(remote).is_file():
        meter = Meter("", as_progress(emit))
        meter.file, meter.total = remote.path, remote.size
        fetch_file(remote, target, web, meter, stop)
    return target.blob(remote)


def _unpack(wheel: Path, place: Place) -> Path:
    """The program alone, out of its wheel."""
    place.tools.mkdir(parents=True, exist_ok=True)
    fresh = place.uv.with_name(place.uv.name + ".new")
    try:
        with zipfile.ZipFile(wheel) as archive:
            inside = next(
                name
                for name in archive.namelist()
                if name.endswith(f".data/scripts/{NAME}") and ".." not in name
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
