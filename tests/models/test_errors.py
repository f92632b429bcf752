"""A sentence is English text that keeps what it was made of."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as some

from eyebox_models.protocol import wire
from eyebox_models.protocol.errors import EyeboxError, Sentence, fill, joined, os_reason
from eyebox_models.protocol.events import End

INNER = Sentence("no-space", "No space left on device")
LONG = Sentence(
    "too-long", "{name} has {count:,} letters ({reason}), {{more}}.", name="a", count=1234, reason=INNER
)


def test_an_error_says_its_sentence_in_english_and_keeps_code_template_and_values() -> None:
    error = EyeboxError("too-long", "{name} has {count:,} letters.", detail="log", name="a", count=1234)
    assert str(error) == error.sentence == "a has 1,234 letters."
    assert isinstance(error.sentence, Sentence)
    assert error.sentence.code == "too-long" and error.detail == "log"
    assert error.sentence.values == {"name": "a", "count": 1234}


def test_a_sentence_crosses_the_wire_with_those_inside_of_it() -> None:
    end = wire.unpack(json.loads(json.dumps(wire.pack(End("failed", LONG, "log")))))
    assert end.message == "a has 1,234 letters (No space left on device), {more}."
    assert (end.message.code, end.message.template) == (LONG.code, LONG.template)
    assert end.message.values["reason"].code == "no-space"


def test_a_plain_message_stays_as_it_was() -> None:
    end = wire.unpack(wire.pack(End("failed", "It was said before.")))
    assert end.message == "It was said before." and type(end.message) is str


@pytest.mark.parametrize("again", [copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_keeps_it_too(again) -> None:
    assert again(LONG) == LONG and again(LONG).values["reason"].template == INNER.template


@given(some.text(alphabet="{}a:,! \\n"), some.dictionaries(some.text(alphabet="ab"), some.text()))
def test_no_translation_is_so_wrong_that_it_fails(template: str, values: dict[str, str]) -> None:
    fill(template, values)


def test_a_name_without_a_value_stays_as_it_is() -> None:
    assert fill("{a} and {b:,} {{c}}", {"a": 1}) == "1 and {b:,} {c}"


@pytest.mark.parametrize(
    "data",
    [
        {"is": "Sentence"},
        {"is": "Sentence", "code": "a", "template": 1, "values": {}},
        {"is": "Sentence", "code": "a", "template": "{a}" * 30, "values": {"a": "b"}},
        {"is": "Sentence", "code": "a", "template": "{a}", "values": {"a": "b" * 200_000}},
        {"is": "Sentence", "code": "a", "template": "{a}", "values": []},
    ],
)
def test_what_is_no_sentence_is_refused(data) -> None:
    with pytest.raises(ValueError):
        wire.unpack(data)


def test_what_the_system_says_is_a_sentence_where_it_is_known() -> None:
    known = os_reason(OSError(28, "No space left on device"))
    assert isinstance(known, Sentence) and known.code == "no-space"
    assert os_reason(OSError(22, "a is a pipe")) == "a is a pipe"


def test_several_sentences_are_joined() -> None:
    assert joined(()) == "" and joined((INNER,)) is INNER
    assert joined((INNER, "b", "c")) == "No space left on device b c"
