"""What files say beyond what a Box holds: common to several formats, or of one format alone.

`PictureContent.extras` and `AnnotatedPicture.extras` hold a dict by the box's id, and one of the picture under "". In it stand
the common members by their own names (`COMMON`), and under a format's short name what only that format has. What is true of a
whole file (`FILE`) stands in the first picture of it. Older sessions hold members of labelme's files without its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NOTES = ("description", "group_id", "flags")
COMMON = frozenset(("crowd", "difficult", "attributes", "checked", *NOTES))
"""Flags `crowd` and `difficult`, `attributes` (by name: texts, numbers, flags) and notes of a box; `checked`: whether
somebody has been through the whole picture."""
FILE = "file"

Extras = Mapping[str, Any]


def of_format(extras: Extras, id: str, name: str) -> dict[str, Any]:
    """What only the format called `name` says of a box, or of the picture ("")."""
    found = extras.get(id, {}).get(name, {})
    return dict(found) if isinstance(found, Mapping) else {}


def common(extras: Extras, id: str) -> dict[str, Any]:
    """What several formats say of a box, or of the picture (""), by the names in `COMMON`; `attributes` only as an object."""
    found = {key: value for key, value in extras.get(id, {}).items() if key in COMMON}
    if not isinstance(found.get("attributes", {}), Mapping):
        del found["attributes"]
    return found


def extra(name: str, own: Mapping[str, Any], **shared: Any) -> dict[str, Any]:
    """An entry of extras, {} where nothing is to be kept: what is `own` to a format, and common members that say something."""
    kept = {key: value for key, value in shared.items() if says(value)}
    return kept | ({name: dict(own)} if own else {})


def says(value: Any) -> bool:
    """Whether a member says something; the number 0 does."""
    return bool(value) or (value == 0 and not isinstance(value, bool))
