"""What to say where a package is missing: pip for a program from its sources, the model engine for a frozen one."""

from __future__ import annotations

import os
import sys

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
