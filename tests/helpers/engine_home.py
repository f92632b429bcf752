"""A home for the model engine in tests, and a Python of the program's own that has no torch."""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.environment import running
from eyebox_models.environment.add import add
from eyebox_models.environment.place import Place, own_home
from eyebox_models.environment.pythons import triple
from eyebox_models.protocol.environment import EnvironmentState, Source
from tiny_wheels import fill, uv_program

_HIDES = """
import sys
class NoTorch:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "torch" and "site-packages" not in str(sys.prefix) and "model-engine" not in sys.prefix:
            raise ModuleNotFoundError("torch is hidden")
sys.meta_path.insert(0, NoTorch)
"""


def without_torch(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """The program's own Python has no torch now, here and in its engines."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(_HIDES)
    monkeypatch.setenv("PYTHONPATH", os.fspath(folder))
    monkeypatch.setattr(running, "has_torch", lambda: False)


def home() -> Path:
    """The user's own place, with uv there already."""
    place = Place(own_home())
    place.tools.mkdir(parents=True, exist_ok=True)
    if not place.uv.exists():
        place.uv.symlink_to(uv_program())
    return place.home


def add_from(folder: Path, events: list[Any] | None = None, stop: Event | None = None) -> EnvironmentState:
    """Adds from a folder of wheels."""
    told = events.append if events is not None else (lambda _event: None)
    return add(str(home()), Source(str(folder)), told, stop or Event())


def folder_of_wheels(tmp_path: Path, **changed: Any) -> Path:
    return fill(tmp_path / "wheels 轮", **changed)


def archive(folder: Path) -> Path:
    """A standalone Python that is only a script which starts this one."""
    inside = folder / "made" / "python" / "bin"
    inside.mkdir(parents=True)
    program = inside / "python3"
    program.write_text(f'#!/bin/sh\nexec "{sys._base_executable}" "$@"\n')  # type: ignore[attr-defined]
    program.chmod(0o755)
    file = folder / f"cpython-3.{sys.version_info[1]}.9+20260101-{triple()}-install_only.tar.gz"
    with tarfile.open(file, "w:gz") as tar:
        tar.add(folder / "made" / "python", "python")
    shutil.rmtree(folder / "made")
    return file
