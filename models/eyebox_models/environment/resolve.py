"""Which wheels an environment gets: uv works it out for its Python, and it is kept until they are installed."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from eyebox_models.environment.place import Place
from eyebox_models.environment.simple import sized
from eyebox_models.environment.sources import From
from eyebox_models.environment.uv import Failed, Uv, brief
from eyebox_models.files.atomic_write import atomic_write
from eyebox_models.files.fetch import RemoteFile
from eyebox_models.protocol.errors import EyeboxError

TORCHES = ("torch", "torchvision")
"""What comes from PyTorch's index; its dependencies come from the other one."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel to install: a file that is here (`path`), or one to be fetched (`url`). Size in bytes."""

    name: str
    sha256: str
    path: str = ""
    url: str = ""
    size: int = 0

    def remote(self) -> RemoteFile:
        return RemoteFile(self.name, self.size, "sha256", self.sha256, self.url)


def resolve(
    requirements: Sequence[str], python: Path, place: Place, origin: From, uv: Uv, stop: Event
) -> tuple[Wheel, ...]:
    """The wheels for these requirements; the same ones as before where an adding of the same was interrupted.

    Raises EyeboxError, Stopped, OSError.
    """
    key = repr(
        (sorted(requirements), str(python), origin.index, origin.torch_index, str(origin.folder or ""))
    )
    kept = None if origin.folder is not None else _kept(place, key)
    if kept is not None:
        return kept
    wheels = _resolve(requirements, python, place, origin, uv)
    if origin.folder is None:
        web = origin.web()
        wheels = tuple(
            wheel if wheel.size or wheel.path else replace(wheel, size=sized(wheel.remote(), web, stop))
            for wheel in wheels
        )
        data = {"key": key, "wheels": [astuple(wheel) for wheel in wheels]}
        atomic_write(place.wanted, json.dumps(data, ensure_ascii=False))
    return wheels


def digest(wheels: Sequence[Wheel], base: str) -> str:
    """What an environment of these wheels is known by."""
    text = "\n".join([base, *sorted(f"{wheel.name} {wheel.sha256}" for wheel in wheels)])
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _kept(place: Place, key: str) -> tuple[Wheel, ...] | None:
    try:
        data = json.loads(place.wanted.read_text("utf-8"))
        return tuple(Wheel(*entry) for entry in data["wheels"]) if data["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _resolve(
    requirements: Sequence[str], python: Path, place: Place, origin: From, uv: Uv
) -> tuple[Wheel, ...]:
    folder = place.cache / "wanted"
    folder.mkdir(parents=True, exist_ok=True)
    project, lock = folder / "pyproject.toml", folder / "pylock.toml"
    project.write_text(_project(requirements, origin), encoding="utf-8")
    if origin.folder is not None:
        where = ["--no-index", "--find-links", str(origin.folder)]
    else:
        where = ["--default-index", origin.index]
    asked = ["--format", "pylock.toml", "--no-header", "--no-build", "--quiet", "--python", str(python)]
    try:
        command = ["pip", "compile", str(project), *asked, *where, "--output-file", str(lock)]
        uv.run(*command, hosts=origin.hosts())
        return _read(lock)
    except Failed as failure:
        where_from = str(origin.folder) if origin.folder is not None else " and ".join(origin.hosts())
        raise EyeboxError(
            "packages-not-chosen",
            "The packages could not be chosen from {source}: {reason}.",
            detail=str(failure),
            source=where_from,
            reason=brief(str(failure)),
        ) from failure


def _project(requirements: Sequence[str], origin: From) -> str:
    """A project with these requirements; the index of torch is asked for torch alone."""
    wanted = list(requirements)
    if origin.main is not None:
        wanted.append(f"{origin.main.package}=={origin.main.version}")
    lines = ["[project]", 'name = "model-engine"', 'version = "0"', 'requires-python = ">=3.11"']
    lines.append(f"dependencies = {json.dumps(wanted)}")
    if origin.torch_index:
        lines += ["[tool.uv.sources]", *(f'{name} = {{ index = "pytorch" }}' for name in TORCHES)]
        lines += ["[[tool.uv.index]]", 'name = "pytorch"', f"url = {json.dumps(origin.torch_index)}"]
        lines.append("explicit = true")
    return "\n".join(lines) + "\n"


def _read(lock: Path) -> tuple[Wheel, ...]:
    packages = tomllib.loads(lock.read_text("utf-8")).get("packages", [])
    return tuple(_wheel(package, lock.parent) for package in packages)


def _wheel(package: dict[str, Any], folder: Path) -> Wheel:
    entries = package.get("wheels") or []
    if not entries:
        raise EyeboxError(
            "no-wheel",
            "There is no wheel of {package} for this machine: try another source.",
            package=package.get("name"),
        )
    entry = entries[0]
    url, path = str(entry.get("url", "")), str(entry.get("path", ""))
    parts = urlsplit(url)
    if parts.scheme == "file":
        url, path = "", url2pathname(parts.path)
    elif path:
        path = str((folder / path).resolve())
    name = Path(path).name if path else unquote(parts.path.rpartition("/")[2])
    sha256 = str(entry.get("hashes", {}).get("sha256", ""))
    if not path and len(sha256) != 64:
        raise EyeboxError(
            "index-no-checksum", "The index gives no checksum for {name}: try another mirror.", name=name
        )
    if Path(name).name != name or not name.endswith(".whl"):
        raise EyeboxError(
            "index-no-wheel-file",
            "The index names a file that is no wheel ({name}): try another mirror.",
            name=name[:80],
        )
    return Wheel(name, sha256, path, url, int(entry.get("size", 0)))
