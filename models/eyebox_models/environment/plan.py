"""What adding the model engine would take: who is contacted, how many bytes, which Python. Connects to nobody."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from eyebox_models.environment import running
from eyebox_models.environment.bringing import unpacked
from eyebox_models.environment.build_of_torch import PLAIN
from eyebox_models.environment.kinds import KINDS
from eyebox_models.environment.place import Place, size_of
from eyebox_models.environment.pythons import Base, choose
from eyebox_models.environment.requirements import wanted
from eyebox_models.environment.sources import From, taken_apart
from eyebox_models.environment.wheels import Named
from eyebox_models.files.place import SPARE, gigabytes
from eyebox_models.fit.machine import machine
from eyebox_models.protocol.advice import frozen
from eyebox_models.protocol.environment import EnvironmentPlan, Kind, Source
from eyebox_models.protocol.errors import EyeboxError, Sentence, joined

PYTHON = (35_000_000, 130_000_000)
"""About how many bytes a standalone Python is, to download and on the disk."""
UV = (20_000_000, 60_000_000)


def plan(home: str, source: Source, stop: Event, kind: Kind = "models") -> EnvironmentPlan:
    """Works out what `add` would do; what it can't do is the plan's problem. Raises Stopped."""
    place = Place(Path(home))
    free = _free(place)
    try:
        origin = taken_apart(source, machine(), kind)
    except EyeboxError as error:
        return EnvironmentPlan(source.build, "", "", 0, 0, free, problem=error.sentence)
    why = origin.suited.why
    if kind == "server":
        if origin.online:
            why = joined((why, Sentence("server-engine-versions", "vLLM brings a torch of its own.")))
    elif running.has_torch() and not frozen():
        goes_on = Sentence(
            "own-torch-goes-on",
            "The program's own Python has torch already, and models go on running there.",
        )
        why = joined((why, goes_on))
    base, problem = None, ""
    try:
        names = {wheel.package for wheel in origin.wheels} if origin.folder is not None else None
        if left_out := wanted(names, kind).left_out:
            why = joined((why, _lacking(left_out)))
        base = choose(place, origin, stop)
    except EyeboxError as error:
        problem = error.sentence
    if kind == "server" and origin.online and origin.suited.build == "cpu" and not problem:
        problem = Sentence("server-needs-card", "vLLM needs an NVIDIA card, and none was found here.")
    download, disk = _sizes(origin, base, place, KINDS[kind].about)
    hosts = origin.hosts()
    if base is not None and base.how == "download":
        address = urlsplit(origin.python_address).netloc.rpartition("@")[2]
        hosts = tuple(dict.fromkeys((*hosts, address or "github.com")))
    if not problem and free and disk + SPARE > free:
        problem = Sentence(
            "engine-needs-space",
            "It needs about {needed} and {free} are free: free some space first.",
            needed=gigabytes(disk),
            free=gigabytes(free),
        )
    said = base.said if base is not None else ""
    return EnvironmentPlan(
        origin.suited.build, why, said, download, disk, free, hosts, problem, len(origin.wheels),
        origin.sums.unknown(origin.wheels),
    )  # fmt: skip


def _lacking(packages: tuple[str, ...]) -> Sentence:
    first, last = ", ".join(packages[:-1]), packages[-1]
    if not first:
        return Sentence("folder-lacks", "It lacks {package}: what needs it will not work.", package=last)
    return Sentence(
        "folder-lacks-several",
        "It lacks {packages} and {last}: what needs them will not work.",
        packages=first,
        last=last,
    )


def _sizes(
    origin: From, base: Base | None, place: Place, about: Mapping[str, tuple[int, int]]
) -> tuple[int, int]:
    """About how many bytes come, and how many more the disk holds at the most."""
    python = PYTHON if base is None or base.how in ("download", "archive") else (0, 0)
    if origin.folder is not None:
        return 0, sum(map(_unpacked, origin.wheels)) + python[1]
    build = origin.suited.build
    if build == PLAIN and sys.platform == "linux":
        build = "cu130"
    download, installed = about.get(build, about["cu130"])
    kept = size_of([place.wheels])
    uv = UV if not place.uv.is_file() else (0, 0)
    fetched = python[0] if base is not None and base.how == "download" else 0
    return max(0, download - kept) + fetched + uv[0], max(0, download - kept) + installed + python[1] + uv[1]


def _unpacked(wheel: Named) -> int:
    try:
        return unpacked(wheel.path)
    except (EyeboxError, OSError):
        return 0


def _free(place: Place) -> int:
    folder = next((path for path in (place.home, *place.home.parents) if path.exists()), None)
    try:
        return shutil.disk_usage(folder).free if folder is not None else 0
    except OSError:
        return 0
