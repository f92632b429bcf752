"""A JSON schema as fields and back, what says more than fields, and where a schema is wrong."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox.chat.generation_words import number_of, stops_of, text_of, typed_stops
from eyebox.chat.schema_fields import KINDS, Fault, Field, fault_of, fields_of, schema_of

fields = st.lists(
    st.builds(
        Field, st.text(min_size=1, max_size=6), st.sampled_from(KINDS), st.booleans(), st.text(max_size=6)
    ),
    max_size=4,
    unique_by=lambda field: field.name,
).map(tuple)

letters = st.characters(exclude_characters="\\\r\u2028\u2029")
stop_texts = st.text(letters, min_size=1)


@given(fields)
def test_fields_survive_the_schema(given_fields):
    schema = schema_of(given_fields)
    assert fields_of(schema) == given_fields
    assert fault_of(schema) is None


def test_a_schema_is_what_the_engine_takes():
    schema = json.loads(
        schema_of((Field("total", "number", True, "with tax"), Field("dishes", "boxes", False)))
    )
    assert schema["properties"]["total"] == {"type": "number", "description": "with tax"}
    assert schema["required"] == ["total"] and schema["additionalProperties"] is False
    assert schema["properties"]["dishes"]["items"]["required"] == ["label", "bbox_2d"]


@pytest.mark.parametrize(
    "schema",
    [
        '{"type": "array"}', '{"type": "object", "properties": {"a": {"type": "string", "maxLength": 3}}}',
        '{"type": "object", "properties": {}, "required": ["a"]}', "{", "5", '{"anyOf": []}',
        '{"type": "object", "properties": {"a": 5}}', '{"type": "object", "properties": {"a": {}}, "required": 5}',
        '{"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": true}',
    ],
)  # fmt: skip
def test_what_says_more_than_fields_is_none(schema):
    assert fields_of(schema) is None


@pytest.mark.parametrize(
    ("schema", "fault"),
    [
        ('{"a": 1,\n  "b" 2}', Fault("json", 2, 7)),
        ("[1]", Fault("object", found="[1]")),
        ('{"type": "txt"}', Fault("type", place="type", found='"txt"')),
        ('{"properties": {"a": {"items": 5}}}', Fault("schema", place="properties.a.items", found="5")),
        ('{"anyOf": [{}, {"type": ["string", 7]}]}', Fault("type", place="anyOf[1].type", found="7")),
        ('{"required": "a"}', Fault("names", place="required", found='"a"')),
        ('{"anyOf": {}}', Fault("list", place="anyOf", found="{}")),
        ('{"properties": []}', Fault("schema", place="properties", found="[]")),
        ("", None),
        ('{"items": true, "not": {}}', None),
    ],
)
def test_where_a_schema_is_wrong(schema, fault):
    assert fault_of(schema) == fault


@given(st.text())
def test_any_text_is_looked_at(text):
    fault_of(text)
    fields_of(text)


@given(st.lists(stop_texts, unique=True))
def test_stop_texts_are_typed_and_read(stops):
    assert stops_of(typed_stops(tuple(stops))) == tuple(stops)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("temperature", "0,7", 0.7), ("temperature", " ", None), ("top_p", "1", 1.0), ("seed", "-5", -5),
        ("max_new_tokens", "2,048", 2048), ("num_beams", "4", 4),
    ],
)  # fmt: skip
def test_numbers_are_read(name, text, value):
    assert number_of(name, text) == value
    assert number_of(name, text_of(value)) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("temperature", "-1"), ("temperature", "nan"), ("temperature", "inf"), ("top_p", "0"), ("top_p", "1.5"),
        ("repetition_penalty", "x"), ("seed", "1.5"), ("seed", str(1 << 64)), ("seed", "9" * 400),
        ("max_new_tokens", "0"), ("num_beams", "17"),
    ],
)  # fmt: skip
def test_numbers_out_of_range_are_refused(name, text):
    with pytest.raises(ValueError, match=r".*"):
        number_of(name, text)
