"""What a YOLO dataset says of itself: the names of its classes, where its pictures lie. `data.yaml`, or a plain list of names."""

from __future__ import annotations

import json
import os
import re
from itertools import islice
from pathlib import Path
from typing import Any

from eyebox.formats.imported import is_elsewhere
from eyebox.formats.json_input import (
    HEAD_BYTES,
    Malformed,
    head_of,
    kept,
    mapping,
    read_lines,
    readable,
    text,
)
from eyebox_models.files.regular_file import read_regular

CONFIG = "data.yaml"
_SPLITS = ("train", "val", "test")
PLAIN = ("classes.txt", "labels/classes.txt", "obj.names", "predefined_classes.txt")
"""Files of names that other programs write, a name a line."""
_OWN = {"path", "names", "nc", *_SPLITS}


def config_in(folder: Path) -> Path | None:
    """The YAML file of a dataset."""
    usual = [folder / CONFIG, folder / "dataset.yaml"]
    for file in [*usual, *islice(sorted(folder.glob("*.y*ml")), 10)]:
        if file.is_file() and re.search(rb"(?m)^names\s*:", head_of(file)):
            return file
    return None


def _plain(folder: Path) -> Path | None:
    """The file of names that other programs write, a name a line."""
    return next((folder / name for name in PLAIN if (folder / name).is_file()), None)


def dataset_of(folder: Path) -> Path:
    """The folder itself or one of those above it in which the names of the classes are."""
    return next((one for one in (folder, *folder.parents[:3]) if config_in(one) or _plain(one)), folder)


def described(folder: Path, config: Path | None) -> tuple[list[str], dict[str, Any], dict[str, list[str]]]:
    """The names of the classes, what else the YAML file says, and where the pictures of each part lie."""
    if config is None:
        plain = _plain(folder)
        return ([line.strip() for _n, line in read_lines(plain)] if plain else []), {}, {}
    content = mapping(_read_yaml(config), config.name)
    root = content.get("path")
    places: dict[str, list[str]] = {}
    for split in _SPLITS:
        given = content.get(split)
        entries = [one for one in (given if isinstance(given, list) else [given]) if isinstance(one, str)]
        there = []
        for entry in entries:
            if not is_elsewhere(entry):
                there.append(_place(config.parent, root if isinstance(root, str) else "", entry))
        if there and there not in places.values():
            places[split] = there
    members = kept({str(k): v for k, v in content.items() if k not in _OWN}, config.name)
    # dates and the like as texts: what is kept is JSON
    plain_members = json.loads(json.dumps(members, default=str, skipkeys=True))
    return _names(content.get("names")), plain_members, places


def _place(folder: Path, root: str, entry: str) -> str:
    """Where an entry of the YAML file leads: from its own folder, by `path`, or as Roboflow writes it, from one below."""
    spelled = ["" if is_elsewhere(root) else root, "", ".."]
    tried = [Path(os.path.normpath(folder / one / entry)) for one in spelled]
    tried.append(Path(os.path.normpath(folder / entry.removeprefix("../"))))
    return str(next((one for one in tried if os.path.exists(one)), tried[0]))  # noqa: PTH110


def _names(value: Any) -> list[str]:
    if isinstance(value, dict):
        numbered = {n: name for n, name in value.items() if type(n) is int and 0 <= n < 100_000}
        if len(numbered) != len(value):
            raise Malformed("value-no-list", "{what} is not a list", what="names")
        return [str(numbered.get(n, n)) for n in range(max(numbered, default=-1) + 1)]
    if isinstance(value, list):
        return [text(name, "names") if isinstance(name, str) else str(name) for name in value]
    raise Malformed("value-no-list", "{what} is not a list", what="names")


def _read_yaml(path: Path) -> Any:
    """The content of a YAML file of plain values. One that refers to parts of itself is refused: a short file may be endless."""
    import yaml  # type: ignore[import-untyped]

    class Plain(yaml.SafeLoader):  # type: ignore[misc]
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise Malformed("yaml-alias", "{what} refers to parts of itself", what=path.name)
            return super().compose_node(parent, index)

    with readable(path):
        data = read_regular(path, 16 * HEAD_BYTES)
    try:
        return yaml.load(data, Plain)  # a SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise Malformed(
            "yaml-unsound", "line {line} is no sound YAML", detail=str(error), line=line
        ) from error
    except (RecursionError, ValueError) as error:
        if isinstance(error, Malformed):
            raise
        raise Malformed("yaml-unsound", "line {line} is no sound YAML", detail=str(error), line=1) from error
