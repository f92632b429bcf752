"""Named templates of parts that are left out of pages of one layout, in a file of the user's own. No Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eyebox_models.files.atomic_write import save_file
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Rect

FILE = "ignored-parts.json"
LARGEST = 4_000_000
LONGEST_NAME, MOST_PARTS = 100, 1000

Templates = dict[str, tuple[Rect, ...]]
"""Parts by the template's name, as shares of the page's sides, 0..1."""


def templates_in(folder: Path) -> Templates:
    """The templates that are kept in a folder, by name; none where there is no such file. Raises EyeboxError."""
    try:
        data = read_regular(folder / FILE, LARGEST)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unusable(folder / FILE, str(error)) from error
    return _checked(folder / FILE, data)


def save_templates(folder: Path, templates: Mapping[str, tuple[Rect, ...]]) -> None:
    """Keeps templates in a folder, in the place of those that were there. Raises OSError."""
    data = {name: [list(part) for part in parts] for name, parts in sorted(templates.items())}
    save_file(folder / FILE, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def template_named(folder: Path, name: str) -> tuple[Rect, ...]:
    """The parts of a template of a folder, or of a file with a single one. Raises EyeboxError where there is none."""
    templates = templates_in(folder)
    if name in templates:
        return templates[name]
    try:
        found = _checked(Path(name), read_regular(Path(name), LARGEST))
    except OSError as error:
        known = ", ".join(sorted(templates)) or "none"
        raise EyeboxError(
            "ignore-unknown",
            "There is no template of ignored parts called {name} (there are: {known}). Save one in the window.",
            name=name,
            known=known,
        ) from error
    if len(found) != 1:
        raise _unusable(Path(name), f"{len(found)} templates")
    return next(iter(found.values()))


def _checked(path: Path, data: bytes) -> Templates:
    try:
        found = json.loads(data)
        if not isinstance(found, dict):
            raise ValueError("no object")
        return {_name(name): tuple(map(_part, parts[:MOST_PARTS])) for name, parts in found.items()}
    except (ValueError, TypeError, RecursionError) as error:
        raise _unusable(path, str(error)) from error


def _name(name: str) -> str:
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError(f"a name of {len(name)} letters")
    return name


def _part(part: Any) -> Rect:
    x1, y1, x2, y2 = (float(share) for share in part)
    if not (0 <= x1 < x2 <= 1 and 0 <= y1 < y2 <= 1):
        raise ValueError(f"{part} lies on no page")
    return x1, y1, x2, y2


def _unusable(path: Path, why: str) -> EyeboxError:
    return EyeboxError(
        "ignore-file-unusable",
        "{file} can't be read as templates of ignored parts. Move it away and save them again.",
        detail=why,
        file=str(path),
    )
