"""The labels of a session: their order, colours and attributes. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from eyebox_models.protocol.dataclass import dataclass

MOST = 10_000
"""Labels of a session."""
_COLOR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something that is said of a box beside its label: one of `values`, or any text where there are none."""

    name: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A label that boxes can have. `color` is like "#0072b2", or "" for the one that it has by its name."""

    name: str
    color: str = ""
    attributes: tuple[Attribute, ...] = ()


def labels_to_data(labels: Iterable[Label]) -> list[Any]:
    """Labels as JSON data."""
    return [
        [label.name, label.color, [[one.name, list(one.values)] for one in label.attributes]]
        for label in labels
    ]


def labels_from_data(data: Any) -> tuple[Label, ...]:
    """The labels that `labels_to_data` made data of, each name once; what is none is left out."""
    found: dict[str, Label] = {}
    for one in data if isinstance(data, list) else ():
        match one:
            case [str(name), str(color), list(attributes)] if name.strip():
                made = tuple(
                    Attribute(title, tuple(value for value in values if isinstance(value, str)))
                    for title, values in (pair for pair in attributes if _is_attribute(pair))
                )
                found.setdefault(name, Label(name, color if _COLOR.fullmatch(color) else "", made))
    return tuple(found.values())[:MOST]


def _is_attribute(pair: object) -> bool:
    match pair:
        case [str(name), list(_values)]:
            return bool(name)
    return False


def attributes_text(attributes: Sequence[Attribute]) -> str:
    """Attributes as one writes them: `side: left, right; remark`."""
    return "; ".join(f"{one.name}: {', '.join(one.values)}" if one.values else one.name for one in attributes)


def attributes_from_text(text: str) -> tuple[Attribute, ...]:
    """What `attributes_text` wrote, or a person: each name once, with each value once."""
    found: dict[str, Attribute] = {}
    for part in text.replace("；", ";").replace("：", ":").replace("，", ",").split(";"):
        name, _, values = (piece.strip() for piece in part.partition(":"))
        if name:
            each = dict.fromkeys(value.strip() for value in values.split(",") if value.strip())
            found.setdefault(name, Attribute(name, tuple(each)))
    return tuple(found.values())


def with_names(labels: Sequence[Label], names: Iterable[str]) -> tuple[Label, ...]:
    """The labels, and after them those of these names that are not among them."""
    known = dict.fromkeys(label.name for label in labels)
    new = (name for name in dict.fromkeys(map(str.strip, names)) if name and name not in known)
    return (*labels, *map(Label, new))[:MOST]
