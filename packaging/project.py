"""What is known of the project in one place: where it lies, its version, the time of its last commit. Standard library only."""

from __future__ import annotations

import subprocess
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def version() -> str:
    """The version in pyproject.toml, from which all others are made."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def commit_time() -> int:
    """Seconds since 1970 of the last commit, so that the same sources give the same artifacts; now without git."""
    try:
        printed = subprocess.run(
            ["git", "-C", ROOT, "log", "-1", "--format=%ct"], capture_output=True, text=True, check=True
        )
        return int(printed.stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return int(time.time())
