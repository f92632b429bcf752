"""`eyebox ask` with scripted models."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import psutil
import pytest

from engines import write_script
from eyebox.__main__ import main


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "a picture 图.png"
    file.write_bytes(b"anything")
    return str(file)


@pytest.fixture
def ask(tmp_path, capsysbinary):
    """Asks a scripted model; returns the exit status, standard output and standard error."""

    def run(script, *arguments):
        status = main(["ask", "--model", write_script(tmp_path, script), *arguments])
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return run


def events_of(out):
    return [json.loads(line) for line in out.splitlines()]


def test_the_text_is_streamed(ask, picture):
    assert ask([{"text": "a "}, {"text": "dog"}], "-p", "what?", picture) == (0, "a dog\n", "")


def test_json_events_are_those_of_the_contract(ask, picture):
    script = {
        "load": [{"progress": "loading", "fraction": 0.4}],
        "answers": [
            {
                "steps": [{"text": "the "}, {"text": "狗"}, {"box": [1.5, 2, 3, 4], "label": "狗"}],
                "numbers": {
                    "tokens_in": 431,
                    "seconds_to_first_token": 0.41,
                    "peak_bytes": 123,
                    "precision": "bf16",
                    "device": "cpu",
                },
            }
        ],
    }
    status, out, err = ask(script, "-p", "what?", picture, "--json")
    assert (status, err) == (0, "")
    assert "狗" in out
    progress, *texts, box, end = events_of(out)
    assert progress == {"event": "progress", "stage": "loading", "fraction": 0.4}
    assert "".join(text["text"] for text in texts) == "the 狗"
    assert all({**text, "text": ""} == {"event": "text", "turn": 0, "text": ""} for text in texts)
    assert box == {"event": "box", "turn": 0, "image": 0, "label": "狗", "box": [1.5, 2, 3, 4]}
    assert end == {
        "event": "end", "turn": 0, "outcome": "done", "text": "the 狗", "raw": "the 狗",
        "boxes": [{"image": 0, "label": "狗", "box": [1.5, 2, 3, 4]}], "token_ids": [0, 1],
        "tokens_in": 431, "tokens_reused": 0, "tokens_out": 2, "seconds_to_first_token": 0.41,
        "tokens_per_second": 0.0, "peak_bytes": 123, "precision": "bf16", "device": "cpu", "seen": [],
    }  # fmt: skip


def test_the_first_word_is_told_in_parts(ask, picture):
    numbers = {
        "seconds_to_first_token": 1000.6,
        "first_word": {"see": 1000.0, "read": 0.5, "first_token": 0.1},
    }
    script = {"answers": [{"steps": [{"text": "a dog"}], "numbers": numbers}]}
    _status, out, _err = ask(script, "-p", "what?", picture, "--json")
    seconds = events_of(out)[-1]["seconds"]
    assert {**seconds, "load": 0} == {"queue": 0, "load": 0, "see": 1000, "read": 0.5, "first_token": 0.1}
    assert seconds["load"] > 0


def test_each_prompt_is_a_turn_and_the_history_grows(ask, picture):
    script = [{"history": True}]
    status, out, _err = ask(script, "-p", "one", picture, "--system", "be kind", "-p", "two", "--json")
    ends = [event for event in events_of(out) if event["event"] == "end"]
    assert status == 0
    assert [end["turn"] for end in ends] == [0, 1]
    assert ends[0]["text"] == "system: be kind\nuser: one"
    assert ends[1]["text"] == "system: be kind\nuser: one\nassistant: system: be kind\nuser: one\nuser: two"


def test_a_turn_that_fails_ends_the_chat_with_what_there_is(ask, picture):
    script = [{"text": "so far"}, {"box": [0, 0, 1, 1]}, {"fail": "The model is tired."}]
    status, out, err = ask(script, "-p", "one", "-p", "two", picture, "--json")
    end = events_of(out)[-1]
    assert status == 1
    assert err == "eyebox: The model is tired.\n"
    assert (end["turn"], end["outcome"], end["text"], len(end["boxes"])) == (0, "failed", "so far", 1)
    assert end["message"] == "The model is tired."


def test_answers_of_several_turns_stand_apart(ask, picture):
    script = {"answers": [{"steps": [{"text": "one\n"}]}, {"steps": [{"text": "two"}]}]}
    assert ask(script, "-p", "a", "-p", "b", picture) == (0, "one\n\ntwo\n", "")


def test_each_picture_by_itself(ask, picture, tmp_path):
    script = [{"text": "hi"}, {"box": [0, 0, 1, 1], "label": "x"}]
    status, out, err = ask(
        script, "-p", "what?", "--each", picture, str(tmp_path / "no.png"), picture, "--json"
    )
    events = events_of(out)
    ends = [event for event in events if event["event"] == "end"]
    assert status == 1
    assert [(end["image"], end["turn"], end["outcome"]) for end in ends] == [
        (0, 0, "done"), (1, 0, "failed"), (2, 0, "done"),
    ]  # fmt: skip
    assert [event["image"] for event in events if event["event"] == "box"] == [0, 2]
    assert [box["image"] for end in ends for box in end["boxes"]] == [0, 2]
    assert "no.png" in err


def test_a_whole_chat_from_a_file(ask, picture, tmp_path):
    chat = [
        {"role": "system", "content": "be kind"},
        {"role": "user", "content": [{"type": "image", "path": picture}, {"type": "text", "text": "one"}]},
        {"role": "assistant", "content": "two"},
        {"role": "user", "content": [{"type": "text", "text": "three"}]},
    ]
    file = tmp_path / "chat.json"
    file.write_text(json.dumps(chat), encoding="utf-8")
    status, out, _err = ask([{"history": True}], "--messages", str(file))
    assert (status, out) == (0, "system: be kind\nuser: one\nassistant: two\nuser: three\n")


@pytest.mark.parametrize(
    "content",
    [
        None, "{", "[]", "5", '[{"role": "cook", "content": "x"}]', '[{"role": "user"}]', '["x"]',
        '[{"role": "assistant", "content": "x"}]', '[{"role": "user", "content": [{"type": "video"}]}]',
        '[{"role": "user", "content": [{"type": "image", "path": "/no/such.png"}]}]',
    ],
)  # fmt: skip
def test_a_chat_that_is_none_is_one_sentence(ask, tmp_path, content):
    file = tmp_path / "chat.json"
    if content is not None:
        file.write_text(content)
    status, _out, err = ask([], "--messages", str(file))
    assert status == 1
    assert err.startswith("eyebox: ") and err.count("\n") == 1


def test_an_unknown_model_is_one_sentence(capsys, picture):
    assert main(["ask", "--model", "nobody", "-p", "hi", picture]) == 1
    assert capsys.readouterr().err.startswith('eyebox: No model is called "nobody"')


def test_debug_shows_the_detail(ask, picture):
    assert "why" not in ask([{"fail": "No.", "detail": "why"}], "-p", "x", picture)[2]
    assert "why" in ask([{"fail": "No.", "detail": "why"}], "-p", "x", picture, "--debug")[2]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_the_engine_and_tells_the_end(tmp_path, picture):
    model = write_script(tmp_path, [{"text": "so far"}, {"ignore_stop": 60, "progress": "busy"}])
    command = [sys.executable, "-m", "eyebox", "ask", "--model", model, "-p", "x", picture, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while b"busy" not in process.stdout.readline():
            pass
        engines = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=240)
    assert process.returncode == 130
    assert err == b""
    end = json.loads(out)
    assert (end["outcome"], end["text"]) == ("stopped", "so far")
    assert len(engines) == 1
    assert not psutil.wait_procs(engines, timeout=240)[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_reader_of_the_answer_who_leaves_ends_it(tmp_path, picture):
    model = write_script(tmp_path, [{"flood": 1_000_000, "text": "text "}])
    command = [sys.executable, "-m", "eyebox", "ask", "--model", model, "-p", "x", picture]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.read(10) == b"text text "
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=240) == 1
