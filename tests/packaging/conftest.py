"""The scripts of packaging/ import each other by their plain names, as they do when they are run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = str(ROOT / "packaging")

if SCRIPTS not in sys.path:  # last, so that no script stands in for a package
    sys.path.append(SCRIPTS)


@pytest.fixture
def tool() -> Callable[[str], str]:
    """The path of a system's tool; skips the test where it is not installed."""

    def found(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not installed")
        return path

    return found
