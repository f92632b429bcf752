"""An engine process, driven as a lane or the command line drives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import psutil
import pytest

from engines import HELLO, asking, engine_of, write_script
from eyebox_models.engine.main import main
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.events import Answered, BoxFound, End, Progress, TextDelta
from eyebox_models.protocol.requests import AnsweringEach, Load, Unload

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def engine(tmp_path):
    engine = EngineProcess("model", tmp_path / "logs" / "model.log")
    yield engine
    engine.close()
    assert not engine.alive


def run(engine, model, question="", job="job"):
    events = []
    end = engine.run(job, asking(model, question), events.append)
    return events, end


def run_until(engine, model, act, awaited=Progress):
    """Runs a job and calls `act` from the event of that class, as another thread would."""
    events = []

    def on_event(event):
        events.append(event)
        if isinstance(event, awaited):
            thread = Thread(target=act)
            thread.start()
            thread.join()

    return engine.run("job", asking(model), on_event), events


def test_the_wait_for_the_first_word_counts_from_the_engine_s_start(engine, tmp_path):
    numbers = {"first_word": {"see": 0.0, "read": 1000.0}}
    script = {"load": [], "answers": [{"steps": [{"text": "a dog"}], "numbers": numbers}]}
    model = write_script(tmp_path, script)
    cold, warm = (run(engine, model)[1].result.first_word for _ in range(2))
    assert cold.load > warm.load >= 0
    assert (cold.queue, cold.read, cold.first_token) == (0, 1000, 0)
    script["answers"][0]["numbers"] = {"first_word": {"see": 0.0}}
    word = run(engine, write_script(tmp_path, script, "other"))[1].result.first_word
    assert word.first_token > 0


def test_text_and_boxes_come_in_order_and_end_with_the_answer(engine, tmp_path):
    model = write_script(
        tmp_path, [{"text": "a dog"}, {"box": [1, 2, 3, 4], "label": "dog"}, {"text": " barks"}]
    )
    events, end = run(engine, model)
    assert [type(event) for event in events] == [TextDelta, BoxFound, TextDelta]
    assert (events[1].start, events[1].end) == (2, 5)
    assert end.outcome == "done"
    assert end.result.text == "a dog barks"
    assert end.result.boxes[0].box.xyxy == (1, 2, 3, 4)


def test_one_process_does_all_jobs_and_keeps_the_model(engine, tmp_path):
    model = write_script(
        tmp_path,
        {
            "load": [{"progress": "loading"}],
            "answers": [{"steps": [{"text": "one"}]}, {"steps": [{"text": "two"}]}],
        },
    )
    first, end = run(engine, model, job="1")
    pid = engine.pid
    second, other = run(engine, model, job="2")
    assert (end.result.text, other.result.text) == ("one", "two")
    assert first[0] == Progress("loading") and second == [TextDelta(0, "two")]
    assert engine.run("3", Unload(), lambda _event: None) == End("done")
    again, end = run(engine, model, job="4")
    assert again[0] == Progress("loading") and end.result.text == "one"
    assert engine.pid == pid


def test_a_model_is_loaded_before_anything_is_asked(engine, tmp_path):
    model = write_script(
        tmp_path, {"load": [{"progress": "loading"}], "answers": [{"steps": [{"text": "hi"}]}]}
    )
    events = []
    assert engine.run("1", Load(model), events.append) == End("done") and events == [Progress("loading")]
    assert engine.run("2", Load(model), events.append) == End("done") and events == [Progress("loading")]
    events, end = run(engine, model, job="3")
    assert events == [TextDelta(0, "hi")] and end.result.text == "hi"


def test_a_flood_of_text_is_packed_and_complete(engine, tmp_path):
    events, end = run(engine, write_script(tmp_path, [{"flood": 20_000, "text": "x "}]))
    assert "".join(event.text for event in events) == end.result.text == "x " * 20_000
    assert len(events) < 2_000


def test_text_that_waits_for_more_is_sent_without_it(engine, tmp_path):
    steps = [{"text": "one "}, {"text": "two"}, {"wait": None}]
    end = engine.run("job", asking(write_script(tmp_path, steps)), StopAfter(engine, "one two"))
    assert end.outcome == "stopped"


class StopAfter:
    """Stops the job when its text is there."""

    def __init__(self, engine, text):
        self.engine, self.text, self.got = engine, text, ""

    def __call__(self, event):
        self.got += event.text
        if self.got == self.text:
            self.engine.stop("job")


def test_a_stop_keeps_what_was_said(engine, tmp_path):
    model = write_script(
        tmp_path, [{"text": "some"}, {"progress": "thinking"}, {"wait": None}, {"text": " more"}]
    )
    end, _events = run_until(engine, model, lambda: engine.stop("job"))
    assert (end.outcome, end.result.text) == ("stopped", "some")
    assert run(engine, write_script(tmp_path, [{"text": "next"}], "b.json"))[1].result.text == "next"


def test_a_stop_before_the_job_is_sent_counts(engine, tmp_path):
    engine.stop("job")
    assert run(engine, write_script(tmp_path, [{"wait": None}]))[1] == End("stopped")


def test_a_stop_while_loading_counts(engine, tmp_path):
    model = write_script(tmp_path, {"load": [{"progress": "loading"}, {"wait": None}], "answers": []})
    end, _events = run_until(engine, model, lambda: engine.stop("job"))
    assert end == End("stopped")


def test_an_engine_killed_after_a_stop_has_stopped(engine, tmp_path):
    def stop_and_kill():
        engine.stop("job")
        engine.kill()

    model = write_script(tmp_path, [{"ignore_stop": 60, "progress": "busy"}])
    end, _events = run_until(engine, model, stop_and_kill)
    assert end == End("stopped")
    assert run(engine, write_script(tmp_path, [{"text": "ok"}], "b.json"))[1].outcome == "done"


@pytest.mark.parametrize(
    ("step", "message", "detail"),
    [
        ({"fail": "No.", "detail": "why"}, "No.", "why"),
        ({"raise": "a\nbug"}, "Something unexpected went wrong (RuntimeError: a bug).", "Traceback"),
        (
            {"raise": "memory"},
            "There is not enough memory; close other programs and try again.",
            "MemoryError",
        ),
        ({"nonsense": 1}, 'The script has a step that does not exist: {"nonsense": 1}.', ""),
    ],
)
def test_failures_are_sentences_and_the_engine_goes_on(engine, tmp_path, step, message, detail):
    events, end = run(engine, write_script(tmp_path, [{"text": "so far"}, step]))
    assert events == [TextDelta(0, "so far")]
    assert (end.outcome, end.message) == ("failed", message)
    assert detail in end.detail
    pid = engine.pid
    assert run(engine, write_script(tmp_path, [{"text": "ok"}], "b.json"))[1].outcome == "done"
    assert engine.pid == pid


@posix
@pytest.mark.parametrize(("crash", "words"), [("kill", "SIGKILL"), ("exit", "exit code 3")])
def test_a_crash_fails_the_job_and_the_next_one_works(engine, tmp_path, crash, words):
    steps = [{"print": "last words"}, {"text": "so far"}, {"progress": "x"}, {"crash": crash}]
    events, end = run(engine, write_script(tmp_path, steps))
    assert events[0] == TextDelta(0, "so far")
    assert end.outcome == "failed"
    assert words in end.message and end.message.startswith("The model's engine ended unexpectedly")
    assert "last words" in end.detail
    assert run(engine, write_script(tmp_path, [{"text": "ok"}], "b.json"))[1].outcome == "done"


CARD = {"raise": "CUDA error: device-side assert triggered"}


def test_an_error_of_the_card_ends_its_engine_and_the_next_job_has_a_fresh_one(engine, tmp_path):
    events, end = run(engine, write_script(tmp_path, [{"text": "so far"}, CARD]))
    assert events == [TextDelta(0, "so far")]
    assert (end.outcome, end.message.code) == ("failed", "card-failed")
    assert "device-side assert triggered" in end.detail
    assert not engine.alive
    assert run(engine, write_script(tmp_path, [{"text": "ok"}], "b.json"))[1].outcome == "done"
    full = write_script(tmp_path, [{"raise": "CUDA error: out of memory"}], "c.json")
    assert run(engine, full)[1].message.code == "unexpected" and engine.alive


def test_an_error_of_the_card_is_no_page_s_own(engine, tmp_path):
    script = {"load": [], "answers": [{"question": "first", "steps": [{"text": "ok"}]}, {"steps": [CARD]}]}
    model = write_script(tmp_path, script)
    asks = [asking(model, question).ask for question in ("first", "second", "third")]
    events = []
    end = engine.run("job", AnsweringEach(tuple(asks)), events.append)
    assert [event.index for event in events if isinstance(event, Answered)] == [0]
    assert (end.outcome, end.message.code) == ("failed", "card-failed")


def test_an_unknown_model_is_one_sentence(engine):
    end = run(engine, "nobody")[1]
    assert end.outcome == "failed"
    assert '"nobody"' in end.message and "\n" not in end.message


def test_a_path_that_is_no_text_crosses(engine, tmp_path):
    folder = tmp_path / os.fsdecode(b"na\xefve \xe4\xb8\xad\n")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system wants text")
    assert run(engine, write_script(folder, [{"text": "read"}]))[1].result.text == "read"


def test_a_module_in_the_working_folder_is_not_imported(engine, tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert run(engine, write_script(tmp_path, [{"text": "ok"}]))[1].outcome == "done"


def test_closing_ends_a_job_as_stopped(engine, tmp_path):
    model = write_script(tmp_path, [{"ignore_stop": 60, "progress": "busy"}])
    end, _events = run_until(engine, model, lambda: engine.close(0.2))
    assert end == End("stopped")
    assert run(engine, model)[1] == End("stopped")


def test_a_program_that_cannot_be_started(tmp_path):
    engine = EngineProcess("reader", tmp_path / "log", ["/nonexistent/program"])
    end = run(engine, "x")[1]
    assert end.outcome == "failed"
    assert end.message.startswith("The reader's engine could not be started: ")
    engine.close()


@pytest.mark.parametrize("first", ['{"is": "Hello", "version": 99, "role": "model", "pid": 1}', "{}"])
def test_another_version_is_refused(tmp_path, first):
    engine = EngineProcess("model", tmp_path / "log", engine_of(f"say({first!r})\nsys.stdin.read()"))
    end = run(engine, "x")[1]
    assert "another version" in end.message
    engine.close()


def test_nonsense_from_an_engine_is_passed_over(tmp_path):
    lines = f"""
say('not json'); say('[1]'); say({HELLO!r})
job = json.loads(input())["job"]
say(''); say('{{'); say('"text"'); say('{{"job": 5}}')
say(json.dumps({{"job": job, "event": {{"is": "Unheard"}}}}))
say(json.dumps({{"job": "another", "event": {{"is": "End", "outcome": "failed"}}}}))
say(json.dumps({{"job": job, "event": {{"is": "TextDelta", "turn": 0, "text": "hi", "newer": 1}}}}))
say(json.dumps({{"job": job, "event": {{"is": "End", "outcome": "done"}}}}))
sys.stdin.read()"""
    engine = EngineProcess("model", tmp_path / "log", engine_of(lines))
    assert run(engine, "x") == ([TextDelta(0, "hi")], End("done"))
    engine.close()


def test_an_end_that_is_not_understood_ends_the_job(tmp_path):
    lines = f"""
say({HELLO!r}); job = json.loads(input())["job"]
say(json.dumps({{"job": job, "event": {{"is": "End", "outcome": "maybe"}}}})); sys.stdin.read()"""
    engine = EngineProcess("model", tmp_path / "log", engine_of(lines))
    assert run(engine, "x")[1].outcome == "failed"
    engine.close()


def test_a_stop_never_waits_for_an_engine_that_does_not_read(tmp_path):
    engine = EngineProcess("model", tmp_path / "log", engine_of(f"say({HELLO!r}); time.sleep(60)"))
    engine.start()
    ended = []
    thread = Thread(target=lambda: ended.append(run(engine, "x", "long " * 200_000)[1]))
    thread.start()
    for _ in range(5_000):
        engine.stop("job")
    engine.kill()
    thread.join()
    assert ended == [End("stopped")]
    engine.close()


def test_a_long_log_is_emptied_at_the_start(tmp_path):
    log = tmp_path / "log"
    log.write_bytes(b"x" * 1_000_001)
    engine = EngineProcess("model", log)
    engine.start()
    engine.close()
    assert log.stat().st_size < 1000


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    engine = EngineProcess("model", tmp_path / "file" / "log")
    assert run(engine, write_script(tmp_path, [{"text": "ok"}]))[1].outcome == "done"
    engine.close()


@posix
def test_a_parent_that_is_killed_takes_its_engine_along(tmp_path):
    model = write_script(tmp_path, [{"ignore_stop": 60, "progress": "busy"}])
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"""
import sys; sys.path.insert(0, {str(Path(__file__).parents[1] / "helpers")!r})
from pathlib import Path
from engines import asking
from eyebox_models.engine.process import EngineProcess
engine = EngineProcess("model", Path({str(tmp_path / "log")!r}))
engine.run("job", asking({model!r}), lambda event: print(engine.pid, flush=True))
""",
        ],
        stdout=subprocess.PIPE,
    )
    with parent:
        child = psutil.Process(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
    assert not psutil.wait_procs([child], timeout=240)[1]


def test_a_role_that_does_not_exist(capsys):
    assert main(["cook"]) == 2
    assert "usage" in capsys.readouterr().err
