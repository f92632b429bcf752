"""The scripted family, called as a family."""

from __future__ import annotations

from threading import Event

import pytest

from engines import asking, write_script
from eyebox_models.families.scripted import Scripted
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import BoxFound, Progress, TextDelta


def play(model, question="", stop=None, load=None):
    events = []
    stop = stop or Event()
    loaded = load or Scripted().load(model, Options(), events.append, stop)
    return loaded.answer(asking(model, question).ask, events.append, stop), events


def test_steps_become_events_and_the_answer(tmp_path):
    steps = [
        {"progress": "looking", "fraction": 0.5},
        {"text": "cat "},
        {"box": [0, 1, 2, 3], "label": "cat", "image": 1},
    ]
    answer, events = play(write_script(tmp_path, steps))
    assert events[:2] == [Progress("looking", 0.5), TextDelta(0, "cat ")]
    found = events[2]
    assert isinstance(found, BoxFound)
    assert (found.image, found.start, found.end, found.box.source) == (1, 0, 3, "model")
    assert (answer.text, answer.token_ids, answer.boxes) == ("cat ", (0,), (found,))


def test_answers_are_chosen_by_question_or_in_turn(tmp_path):
    model = write_script(
        tmp_path,
        {
            "answers": [
                {"steps": [{"text": "first"}]},
                {"question": "Salmon", "steps": [{"text": "fish"}], "numbers": {"tokens_in": 7}},
                {"steps": [{"text": "last"}]},
            ]
        },
    )
    loaded = Scripted().load(model, Options(), lambda _event: None, Event())
    answers = [play(model, question, load=loaded)[0] for question in ("a", "find SALMON burger", "b", "c")]
    assert [answer.text for answer in answers] == ["first", "fish", "last", "last"]
    assert answers[1].tokens_in == 7


def test_the_history_is_told(tmp_path):
    assert play(write_script(tmp_path, [{"history": True}]), "why?")[0].text == "user: why?"


def test_a_stop_ends_a_wait_and_what_follows(tmp_path):
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        play(write_script(tmp_path, [{"wait": None}, {"text": "no"}]), stop=stop)


@pytest.mark.parametrize("content", ["{", None])
def test_a_script_that_cannot_be_read_is_a_sentence(tmp_path, content):
    file = tmp_path / "script.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(EyeboxError, match="The script"):
        play(f"scripted:{file}")
