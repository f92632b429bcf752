"""A JSON schema as a list of fields, where it is no more than that; and what is wrong with one, and where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal["text", "number", "whole", "boolean", "texts", "numbers", "boxes"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_BOX = {
    "type": "object",
    "properties": {
        "label": {"type": "string"},
        "bbox_2d": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
    },
    "required": ["label", "bbox_2d"],
    "additionalProperties": False,
}
_SCHEMAS: dict[Kind, dict[str, Any]] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "whole": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "numbers": {"type": "array", "items": {"type": "number"}},
    "boxes": {"type": "array", "items": _BOX},
}
_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")
_SCHEMA_IN = ("items", "additionalProperties", "not", "if", "then", "else", "contains")
_SCHEMAS_IN = ("properties", "$defs", "definitions", "patternProperties")
_LISTS_IN = ("anyOf", "oneOf", "allOf", "prefixItems")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the answer."""

    name: str
    kind: Kind = "text"
    required: bool = True
    description: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a schema. `line` and `column` count from 1, 0 where `place` ("properties.total.type") tells
    where; `found` is what stands there."""

    kind: Literal["json", "object", "type", "schema", "list", "names"]
    line: int = 0
    column: int = 0
    place: str = ""
    found: str = ""


def schema_of(fields: tuple[Field, ...]) -> str:
    """The schema of an object with these fields, as indented text; "" for no fields. Fields without a name are left out."""
    named = {field.name: field for field in fields if field.name}
    if not named:
        return ""
    properties = {
        name: _SCHEMAS[field.kind] | ({"description": field.description} if field.description else {})
        for name, field in named.items()
    }
    schema = {
        "type": "object",
        "properties": properties,
        "required": [name for name, field in named.items() if field.required],
        "additionalProperties": False,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False)


def fields_of(schema: str) -> tuple[Field, ...] | None:
    """The fields that a schema is made of; None where it says more than fields can."""
    if not schema.strip():
        return ()
    try:
        told = json.loads(schema)
        required = told.get("required", [])
        fields = tuple(
            [_field(name, dict(entry), name in required) for name, entry in told["properties"].items()]
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, StopIteration):
        return None
    again = json.loads(schema_of(fields) or "{}")
    again["required"] = sorted(again.get("required", []))
    told["required"] = sorted(required) if all(isinstance(name, str) for name in required) else None
    told.setdefault("additionalProperties", False)
    return fields if told == again else None


def _field(name: str, entry: dict[str, Any], required: bool) -> Field:
    description = entry.pop("description", "")
    kind = next(kind for kind, schema in _SCHEMAS.items() if schema == entry)
    return Field(name, kind, required, str(description))


def fault_of(schema: str) -> Fault | None:
    """The first thing that is wrong with a schema, None where nothing is seen ("" is none)."""
    if not schema.strip():
        return None
    try:
        told = json.loads(schema)
    except json.JSONDecodeError as error:
        return Fault("json", error.lineno, error.colno)
    except RecursionError:
        return Fault("json", 1, 1)
    if not isinstance(told, dict):
        return Fault("object", found=_brief(told))
    try:
        return next(_faults(told, ""), None)
    except RecursionError:
        return Fault("json", 1, 1)


def _faults(schema: Any, place: str) -> Iterator[Fault]:
    if isinstance(schema, bool):
        return
    if not isinstance(schema, dict):
        yield Fault("schema", place=place, found=_brief(schema))
        return
    inside = f"{place}." if place else ""
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        for one in types:
            if one not in _TYPES:
                yield Fault("type", place=f"{inside}type", found=_brief(one))
    required = schema.get("required", [])
    if not isinstance(required, list) or not all(isinstance(name, str) for name in required):
        yield Fault("names", place=f"{inside}required", found=_brief(required))
    for key in _SCHEMAS_IN:
        if key in schema and not isinstance(schema[key], dict):
            yield Fault("schema", place=f"{inside}{key}", found=_brief(schema[key]))
        elif key in schema:
            for name, inner in schema[key].items():
                yield from _faults(inner, f"{inside}{key}.{name}")
    for key in _LISTS_IN:
        if key in schema and not isinstance(schema[key], list):
            yield Fault("list", place=f"{inside}{key}", found=_brief(schema[key]))
        elif key in schema:
            for number, inner in enumerate(schema[key]):
                yield from _faults(inner, f"{inside}{key}[{number}]")
    for key in _SCHEMA_IN:
        if key in schema:
            yield from _faults(schema[key], f"{inside}{key}")


def _brief(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"
