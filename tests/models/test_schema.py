"""Answers by a JSON schema parse, whatever the model would rather say; a bad schema is told before anything is computed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answered, TextDelta, Unfinished
from eyebox_models.vision.one_by_one import answer_each
from tiny_models import build_tiny
from vision import Chat, load, write_picture

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("llguidance")

from eyebox_models.vision.model import VisionModel

SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {
            "name": {"enum": ["Anna", "Bob", "店"]},
            "paid": {"type": "boolean"},
            "total": {"type": "integer", "minimum": 0, "maximum": 99},
        },
        "required": ["name", "paid", "total"],
        "additionalProperties": False,
    }
)
ENDLESS = json.dumps({"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 500})


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VisionModel]:
    made = load(build_tiny("qwen2_vl", tmp_path_factory.mktemp("schema") / "model"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    root = tmp_path_factory.mktemp("shots")
    return [write_picture(root / f"{n}.png", 100 + 60 * n, 90, seed=n) for n in range(3)]


def check(text: str) -> None:
    value = json.loads(text)
    assert set(value) == {"name", "paid", "total"}
    assert value["name"] in ("Anna", "Bob", "店")
    assert isinstance(value["paid"], bool)
    assert 0 <= value["total"] <= 99


@pytest.mark.parametrize("options", [{}, {"temperature": 1.5, "seed": 4}, {"num_beams": 3}])
def test_an_answer_parses(model: VisionModel, shots: list[str], options: dict[str, Any]) -> None:
    chat = Chat(model, Options(max_new_tokens=80, schema=SCHEMA, **options))
    answer = chat.say(Picture(shots[0]), "Who paid?")
    check(answer.text)
    assert answer.raw == answer.text
    assert answer.plain
    assert "".join(e.text for e in chat.events if isinstance(e, TextDelta)) == answer.text


def test_with_a_kept_cache_the_answer_is_that_of_a_full_prefill(model: VisionModel, shots: list[str]) -> None:
    chat = Chat(model)
    chat.say(Picture(shots[0]), "What is it?")
    chat.options = Options(max_new_tokens=80, schema=SCHEMA, temperature=1.0, seed=9)
    answer = chat.say("Who paid?")
    check(answer.text)
    assert answer.tokens_reused > 20
    assert answer.token_ids == chat.afresh().token_ids


def test_an_answer_that_the_limit_cuts_is_unfinished_with_what_there_is(
    model: VisionModel, shots: list[str]
) -> None:
    chat = Chat(model, Options(max_new_tokens=9, schema=ENDLESS))
    with pytest.raises(Unfinished, match="9 tokens") as raised:
        chat.say(Picture(shots[0]), "All of them.")
    assert raised.value.answer.cut
    assert raised.value.answer.text.startswith("[")
    assert raised.value.answer.tokens_out == 9


def test_batches_parse_too(model: VisionModel, shots: list[str]) -> None:
    options = Options(max_new_tokens=80, schema=SCHEMA)
    asks = [Ask((Message("user", (Picture(path), "Who?")),), "", options) for path in shots]
    events: list[Any] = []
    answer_each(model, asks, events.append, Event())
    endings = {event.index: event.answer for event in events if isinstance(event, Answered)}
    for index, ask in enumerate(asks):
        check(endings[index].text)
        assert endings[index].token_ids == model.answer(ask, lambda _event: None, Event()).token_ids


@pytest.mark.parametrize(
    "schema", ["{", "[1]", '{"type": "nonsense"}', '{"$ref": "#/no/where"}', "[" * 100_000]
)
def test_a_bad_schema_is_one_sentence(model: VisionModel, schema: str) -> None:
    chat = Chat(model, Options(schema=schema))
    with pytest.raises(EyeboxError, match="schema") as raised:
        chat.say("Who?")
    assert str(raised.value).endswith(".")
    assert "\n" not in str(raised.value)
    assert chat.events == []
