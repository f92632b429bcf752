"""How the program is installed: what to say where a package is missing, and where its own folders are."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

from eyebox_models.protocol.errors import Sentence

ENGINE_PLACE = "EYEBOX_MODEL_ENGINE"
"""The variable by which an engine knows that it runs in an environment ("carried" or "added")."""


def how_to_install(*packages: str) -> Sentence:
    """The end of a sentence on packages that are missing; for a frozen program it names no pip."""
    if os.environ.get(ENGINE_PLACE):
        return Sentence(
            "add-again-with-them",
            "add the model engine again with them (Models, or eyebox models engine add --wheels FOLDER)",
        )
    if frozen():
        return Sentence("add-model-engine", "add the model engine (Models, or eyebox models engine add)")
    return Sentence("pip-install", "pip install {packages}", packages=" ".join(packages))


def frozen() -> bool:
    """Whether the program is a frozen one, without a Python that others could use."""
    return bool(getattr(sys, "frozen", False))


def own_folder(kind: Literal["data", "cache", "config"]) -> Path:
    """Eyebox's folder of a kind, by the same rule as the window's."""
    home = os.environ.get("EYEBOX_HOME")
    if home:
        return Path(home) / kind
    import platformdirs

    folders = platformdirs.PlatformDirs("eyebox", appauthor=False)
    path: Path = getattr(folders, f"user_{kind}_path")
    return path
