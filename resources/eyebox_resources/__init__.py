"""Files that the window shows: icons, themes, translations."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Where a file of the resources lies, as `path("icons", "open.svg")`."""
    return _ROOT.joinpath(*parts)
