"""What to say where a package is missing: pip for a program from its sources, the model engine for a frozen one."""

from __future__ import annotations

import os

from eyebox_models.environment.running import TOLD, frozen


def how_to_install(*packages: str) -> str:
    """The end of a sentence on packages that are missing; for a frozen program it names no pip."""
    if os.environ.get(TOLD):
        return "add the model engine again with them (Models, or eyebox models engine add --wheels FOLDER)"
    if frozen():
        return "add the model engine (Models, or eyebox models engine add)"
    return f"pip install {' '.join(packages)}"
