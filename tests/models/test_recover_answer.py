"""Memory that runs out while a loaded model answers: it is loaded again with less, and the chat goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, Answered, Note, Progress
from eyebox_models.vision import load as loading
from eyebox_models.vision import model as answering
from quick_run import quick
from tiny_models import build_tiny
from vision import Chat, load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision.model import VisionModel  # noqa: E402

pytestmark = pytest.mark.skipif(not find_spec("bitsandbytes"), reason="bitsandbytes is not installed")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("recovering")
    return {name: build_tiny(name, root / name) for name in ("qwen2_vl", "internvl")}


@pytest.fixture(scope="module")
def shot(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    return Picture(write_picture(tmp_path_factory.mktemp("shots") / "a.png", 448, 336))


@pytest.fixture(params=quick(["qwen2_vl", "internvl"], "qwen2_vl"))
def model(request: pytest.FixtureRequest, folders: dict[str, Path]) -> Iterator[VisionModel]:
    made = load(folders[request.param])
    yield made
    made.close()


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch, model: VisionModel) -> Callable[[Callable[[Any], bool]], None]:
    """Lets memory run out in calls of `generate` for which a condition holds."""
    true = answering.generate

    def when(condition: Callable[[Any], bool]) -> None:
        def generate(model: Any, call: Any, device: str) -> Any:
            if condition(call):
                raise torch.OutOfMemoryError("out of memory")
            return true(model, call, device)

        monkeypatch.setattr(answering, "generate", generate)

    return when


def notes(chat: Chat) -> list[str]:
    return [event.text for event in chat.events if isinstance(event, Note)]


@pytest.mark.parametrize("model", ["qwen2_vl", "internvl"], indirect=True)
def test_a_smaller_picture_fits_and_stays_small(model: VisionModel, shot: Picture, no_room: Any) -> None:
    options = Options(max_new_tokens=8, max_pixels=400_000)
    large = Chat(model, options).say(shot, "What is it?")
    picture, most = model.parts.model.config.image_token_id, large.seen[0].visual_tokens
    no_room(lambda call: call.ids[0].count(picture) >= most)
    chat = Chat(model, options)
    answer = chat.say(shot, "What is it?")
    assert answer.seen[0].visual_tokens < most
    assert answer.notes == tuple(notes(chat))
    assert "smaller" in answer.notes[-1]
    second = chat.say("Where?")
    assert second.seen == answer.seen
    assert second.tokens_reused >= answer.tokens_in
    assert second.made_with == large.made_with


def test_the_model_is_loaded_again_in_int8(model: VisionModel, shot: Picture, no_room: Any) -> None:
    chat = Chat(model)
    before = chat.say(shot, "What is it?")
    no_room(lambda _call: model.parts.precision == "fp32")
    answer = chat.say("Where?")
    assert model.parts.precision == "int8"
    assert answer.made_with == before.made_with.replace("fp32", "int8")
    assert any("int8" in note for note in answer.notes)
    assert [event.fraction for event in chat.events if event == Progress("loading", 1.0)]
    going_on = chat.say("And?")
    assert going_on.made_with == answer.made_with
    assert going_on.tokens_reused >= answer.tokens_in
    # further ids may differ: what was read before and what is read at once round otherwise in 16 bit
    assert going_on.token_ids[:1] == chat.afresh().token_ids[:1]


def test_a_schema_is_kept_to_by_the_model_that_was_loaded_again(
    model: VisionModel, shot: Picture, no_room: Any
) -> None:
    pytest.importorskip("llguidance")
    options = Options(max_new_tokens=30, schema='{"enum": ["left", "right"]}')
    assert Chat(model, options).say(shot, "Where?").text in ('"left"', '"right"')
    no_room(lambda _call: model.parts.precision == "fp32")
    answer = Chat(model, options).say(shot, "Where?")
    assert answer.text in ('"left"', '"right"')
    assert "int8" in answer.made_with


@pytest.mark.slow
def test_what_never_fits_is_one_sentence_and_the_next_question_is_answered(
    model: VisionModel, shot: Picture, no_room: Any
) -> None:
    wanted = Chat(model).say(shot, "What is it?")
    full = [True]
    no_room(lambda _call: full[0])
    with pytest.raises(EyeboxError, match="not enough memory"):
        Chat(model).say(shot, "What is it?")
    full[0] = False
    answer: Answer = Chat(model).say("Hello?")
    assert answer.token_ids
    assert wanted.token_ids


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.slow
def test_after_a_reload_that_failed_the_model_is_loaded_as_it_was(
    together: bool, model: VisionModel, shot: Picture, no_room: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Chat(model).say(shot, "What is it?")
    full = [True]
    no_room(lambda _call: full[0])
    true = loading.load_parts

    def load_parts(*given: Any) -> Any:
        if full[0]:
            raise EyeboxError("no-fit", "It does not fit.")
        return true(*given)

    monkeypatch.setattr(loading, "load_parts", load_parts)
    with pytest.raises(EyeboxError, match="memory"):
        Chat(model).say(shot, "What is it?")
    full[0] = False
    if together:
        events: list[Any] = []
        ask = Ask((Message("user", (shot, "What is it?")),), "", Options(max_new_tokens=8))
        model.answer_each([ask, ask], events.append, Event())
        answers = [event.answer for event in events if isinstance(event, Answered)]
    else:
        answers = [Chat(model).say(shot, "What is it?")]
    assert {answer.made_with for answer in answers} == {wanted.made_with}
    assert {answer.token_ids for answer in answers} == {wanted.token_ids}
