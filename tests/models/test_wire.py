"""Values become JSON and are themselves again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.protocol import ask, events, page, picture_requests, requests, wire
from eyebox_models.protocol.box import Box

numbers = st.floats(allow_nan=False, allow_infinity=False)
corners = st.tuples(numbers, numbers, numbers, numbers)
points = st.tuples(numbers, numbers)
texts = st.text()
boxes = st.builds(
    lambda label, c, score, shape: Box(label, *c, score=score, source="model", points=tuple(shape)),
    texts, corners, st.none() | numbers, st.lists(points),
)  # fmt: skip
found = st.builds(events.BoxFound, st.integers(), st.integers(), boxes, st.integers(), st.integers())
words = st.builds(page.Word, texts, corners)
lines = st.builds(
    page.Line, texts, numbers, corners, st.tuples(points, points, points, points), st.tuples(words)
)
cells = st.builds(page.Cell, st.integers(), st.integers(), texts, corners, lines=st.tuples(st.integers()))
tables = st.builds(page.Table, corners, st.integers(), st.integers(), st.lists(cells).map(tuple))
pages = st.builds(
    page.Page, texts, st.integers(), st.integers(), numbers, st.lists(lines).map(tuple),
    st.lists(st.lists(st.integers()).map(tuple)).map(tuple), tables=st.lists(tables).map(tuple),
)  # fmt: skip
sizes = st.tuples(st.integers(), st.integers())
seen = st.builds(events.ImageInfo, st.integers(), st.integers(), st.integers(), sizes)
answers = st.builds(
    events.Answer, st.integers(), texts, boxes=st.lists(found).map(tuple),
    token_ids=st.lists(st.integers()).map(tuple), seen=st.tuples(seen),
)  # fmt: skip
ends = st.builds(
    events.End, st.sampled_from(["done", "stopped", "failed"]), texts, texts, st.none() | pages | answers
)  # fmt: skip
messages = st.builds(
    ask.Message, st.sampled_from(["system", "user", "assistant"]),
    st.lists(texts | st.builds(ask.Picture, texts)).map(tuple),
)  # fmt: skip
requests = st.one_of(
    st.builds(picture_requests.Read, texts),
    st.builds(picture_requests.Decode, texts, texts),
    st.builds(picture_requests.MakeThumbnail, texts, texts, st.integers()),
    st.builds(requests.Answering, st.builds(ask.Ask, st.lists(messages).map(tuple), texts)),
    st.just(requests.Unload()),
    st.builds(requests.Load, texts, st.just(ask.Options(precision="int4"))),
)


@given(st.one_of(requests, ends, found, st.builds(events.LinesFound, st.lists(lines).map(tuple))))
def test_a_value_survives_the_wire(value):
    assert wire.unpack(json.loads(json.dumps(wire.pack(value)))) == value


json_data = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(texts | st.just("is"), inner | st.sampled_from(["Box", "End", "Ask"]))
    ),
)


@given(json_data)
def test_anything_else_is_a_value_error(data: Any):
    try:
        wire.unpack(data)
    except ValueError:
        pass


@pytest.mark.parametrize(
    "data",
    [
        None, {}, [], "Box", {"is": "Path"}, {"is": []}, {"is": "Read"},
        {"is": "End", "outcome": "maybe"},
        {"is": "Box", "label": "x", "x1": 0, "y1": 0, "x2": 1, "y2": 1, "points": [[1]]},
        {"is": "Read", "path": ["a"]}, {"is": "Read", "path": []},
        {"is": "End", "outcome": "done", "result": [1]},
    ],
)  # fmt: skip
def test_broken_messages_are_value_errors(data):
    with pytest.raises(ValueError):
        wire.unpack(data)
