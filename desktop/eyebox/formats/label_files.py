"""Names of labels, in the order that files have them: those that a dataset says beside its boxes, or files of names alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from eyebox.formats.extras import FILE
from eyebox.formats.json_input import Malformed, read_members, readable
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError

PATTERNS = ("*.yaml", "*.yml", "*.txt", "*.names", "*.json")
MAX_BYTES = 4_000_000
"""Of a file of names alone."""
MOST = 10_000
LONGEST = 200
"""Letters of a label."""


def labels_in(path: Path) -> list[str]:
    """The labels of a YOLO dataset's YAML file, of a COCO file, or of a text with one a line. Raises EyeboxError."""
    suffix = path.suffix.lower()
    try:
        if suffix == ".json":
            found = _named(
                next((list(value) for key, value in read_members(path) if key == "categories"), ())
            )
        elif suffix in (".yaml", ".yml"):
            found = _named(_yaml(path))
        else:
            with readable(path):
                found = iter(read_regular(path, MAX_BYTES).decode("utf-8-sig").splitlines())
        names = _clean(found)
    except Malformed:
        names = []
    if not names:
        raise EyeboxError("labels-none", "{name} holds no names of labels.", name=shown(path))
    return names


def labels_said(extras: Mapping[str, Any]) -> list[str]:
    """The labels that the file which a picture came from lists, whatever boxes it holds; see `extras`."""
    found: list[Any] = []
    of_picture = extras.get("", {})
    for of_format in of_picture.values() if isinstance(of_picture, Mapping) else ():
        said = of_format.get(FILE) if isinstance(of_format, Mapping) else None
        if isinstance(said, Mapping):
            found += [*_named(said.get("names", ())), *_named(said.get("categories", ()))]
    return _clean(iter(found))


def _named(listed: Any) -> Iterator[Any]:
    """Names: in a list, by their numbers, or as the members `name` of a list of objects."""
    if isinstance(listed, Mapping):
        numbered = sorted((key, value) for key, value in listed.items() if isinstance(key, int))
        return (value for _number, value in numbered)
    listed = listed if isinstance(listed, list | tuple) else ()
    return (one.get("name") if isinstance(one, Mapping) else one for one in listed)


def _clean(found: Iterator[Any]) -> list[str]:
    names = (" ".join(str(name).split())[:LONGEST] for name in found if _is_name(name))
    return [*islice(dict.fromkeys(filter(None, names)), MOST)]


def _is_name(value: Any) -> bool:
    """Whether it is a text, or a number that can be one (Python refuses to write very long ones)."""
    return isinstance(value, str) or (isinstance(value, int) and abs(value) < 10**LONGEST)


def _yaml(path: Path) -> Any:
    """The names of a YAML file; one that refers to parts of itself, which may be endless, has none."""
    import yaml  # type: ignore[import-untyped]

    with readable(path):
        text = read_regular(path, MAX_BYTES).decode("utf-8-sig")
        try:
            if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
                return ()
            content = yaml.safe_load(text)
        except (yaml.YAMLError, RecursionError) as error:
            raise ValueError(str(error)) from error
    return content.get("names") if isinstance(content, dict) else ()
