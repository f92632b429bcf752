"""An answer ends right before the first stop text, and nothing of one is ever shown; a system prompt is the user's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answered, TextDelta, Unfinished
from eyebox_models.vision.one_by_one import answer_each
from eyebox_models.vision.stop_texts import StopTexts
from one_picture import markup_reader
from originals import DATA, load_model
from quick_run import quick
from tiny_models import build_tiny, tokenizer
from tiny_originals import CHAT
from vision import Chat, load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")


from eyebox_models.vision.model import VisionModel  # noqa: E402
from eyebox_models.vision.stream import AnswerStream  # noqa: E402

letters = st.text("abc\n", max_size=30)
stops = st.lists(st.text("abc\n", min_size=1, max_size=4), max_size=3)


def cut(text: str, texts: list[str]) -> tuple[str, str]:
    """What is before the stop text that is whole first (of those the longest), and that stop text."""
    found = [(text.find(stop) + len(stop), text.find(stop), stop) for stop in texts if stop in text]
    return (text[: min(found)[1]], min(found)[2]) if found else (text, "")


@given(letters, stops, st.lists(st.integers(0, 30)))
def test_however_a_text_is_split_it_ends_right_before_the_stop_text(
    text: str, texts: list[str], places: list[int]
) -> None:
    marks = sorted({0, len(text), *(place for place in places if place < len(text))})
    wanted, by = cut(text, texts)
    one = StopTexts(texts)
    shown = ""
    for start, end in pairwise(marks):
        shown += one.feed(text[start:end])
        assert wanted.startswith(shown)
    assert (shown + one.finish(), one.found) == (wanted, by)


@given(
    st.text("aé船#\n ", max_size=12),
    st.text("aé船#\n ", max_size=6),
    st.text("é船#\n", min_size=1, max_size=3),
)
def test_a_stream_of_tokens_ends_right_before_it(before: str, after: str, stop: str) -> None:
    made = tokenizer("qwen")
    text = before + stop + after
    wanted, _by = cut(text, [stop])
    pushed: list[Any] = []
    stream = AnswerStream(
        made, markup_reader(0, lambda x, y: (x, y)), pushed.append, [0], plain=True, stop=[stop]
    )
    stream.put(torch.zeros(1, 1, dtype=torch.long))
    ids = made(text)["input_ids"]
    for number in ids:
        stream.put(torch.tensor([number]))
        assert wanted.startswith("".join(event.text for event in pushed))
    stream.finish()
    assert "".join(event.text for event in pushed) == stream.text == stream.raw == wanted
    assert stream.ended and stream.stopped_by == stop
    assert stream.ids == ids[: len(stream.ids)]
    assert wanted.startswith(made.decode(stream.ids))


@pytest.fixture(scope="module")
def shot(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    return Picture(write_picture(tmp_path_factory.mktemp("shots") / "a.png", 120, 90))


ORIGINALS = {
    "qwen_vl": CHAT,
    "internvl3": DATA / "internvl3_qwen2",
}


@pytest.fixture(scope="module", params=quick(["qwen2_vl", "internvl", *ORIGINALS], "qwen2_vl", *ORIGINALS))
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[VisionModel]:
    folder = tmp_path_factory.mktemp("stop") / "model"
    original = ORIGINALS.get(request.param)
    made = load_model(original) if original else load(build_tiny(request.param, folder))
    yield made
    made.close()


def shown(chat: Chat) -> str:
    return "".join(event.text for event in chat.events if isinstance(event, TextDelta))


def stop_text(text: str) -> str:
    """Two letters from the middle of an answer, or before, that nothing in front of them looks like."""
    places = range(len(text) // 2, 0, -1)
    return next(part for place in places if text.find(part := text[place : place + 2]) == place)


@pytest.mark.parametrize("beams", [1, 2])
def test_an_answer_ends_right_before_a_stop_text(model: VisionModel, shot: Picture, beams: int) -> None:
    usual = Options(max_new_tokens=24, num_beams=beams)
    whole = Chat(model, usual).say(shot, "What?")
    stop = stop_text(whole.raw)
    chat = Chat(model, replace(usual, stop=("nowhere", stop)))
    answer = chat.say(shot, "What?")
    assert answer.raw == whole.raw[: whole.raw.find(stop)]
    assert answer.stopped_by == stop and not answer.cut
    assert answer.token_ids == whole.token_ids[: len(answer.token_ids)]
    assert shown(chat) == answer.text
    events: list[Any] = []
    answer_each(model, [chat_ask(chat), chat_ask(chat)], events.append, Event())
    together = [event.answer for event in events if isinstance(event, Answered)]
    assert [(one.raw, one.token_ids) for one in together] == [(answer.raw, answer.token_ids)] * 2


def chat_ask(chat: Chat) -> Ask:
    return Ask(tuple(chat.messages[:1]), "", chat.options)


def test_a_chat_goes_on_after_a_stop_text_as_without_a_cache(model: VisionModel, shot: Picture) -> None:
    chat = Chat(model, Options(max_new_tokens=16))
    stop = stop_text(chat.say(shot, "What?").raw)
    chat = Chat(model, Options(max_new_tokens=16, stop=(stop,), system="Be brief."))
    chat.say(shot, "What?")
    answer = chat.say("And why?")
    assert answer.tokens_reused > 0
    assert answer.token_ids == chat.afresh().token_ids


def test_a_system_prompt_takes_the_place_of_the_familys_own(model: VisionModel, shot: Picture) -> None:
    check_system_prompt(model, shot)


def test_it_does_so_in_internvl2_too(shot: Picture) -> None:
    check_system_prompt(load_model(DATA / "internvl2_internlm2"), shot)


def check_system_prompt(model: VisionModel, shot: Picture) -> None:
    def prompt(system: str | None) -> str:
        ask = Ask((Message("user", (shot, "Hi")),), "", Options(system=system))
        ids = model.family.prompt(model.parts, ask).ids
        return str(model.parts.tokenizer.decode(list(ids)))

    usual, mine = prompt(None), prompt("Answer in rhymes.")
    assert mine.count("Answer in rhymes.") == 1 and mine.count("system") <= max(usual.count("system"), 1)
    assert "helpful assistant" not in mine and "InternVL" not in mine


def test_a_stop_text_inside_json_leaves_it_unfinished(model: VisionModel, shot: Picture) -> None:
    schema = '{"type": "object", "properties": {"a": {"const": "b"}}, "required": ["a"], "additionalProperties": false}'
    chat = Chat(model, Options(max_new_tokens=40, schema=schema, stop=('"b',)))
    with pytest.raises(Unfinished, match="stop text") as raised:
        chat.say(shot, "What?")
    assert raised.value.answer.text in ('{"a": ', '{"a":')


def test_a_model_that_only_goes_on_says_that_it_takes_no_system_prompt(tmp_path: Path) -> None:
    shutil.copytree(CHAT, tmp_path / "base")
    generation = tmp_path / "base" / "generation_config.json"
    generation.write_text('{"chat_format": "raw"}')
    made = load_model(tmp_path / "base")
    ask = Ask((Message("user", ("Hi",)),), "", Options(system="Be kind."))
    with pytest.raises(EyeboxError, match="no place for a system prompt"):
        made.family.prompt(made.parts, ask)
