"""`eyebox teach` on the command line: what it prints, and what it refuses. But for one run, its engine is a script here."""

import json
import os
import random
import signal
import subprocess
import sys
from dataclasses import replace

import pytest
from PIL import Image

from eyebox.cli import main
from eyebox.cli import teach as module
from eyebox.folders import Folders
from eyebox.session.review import Change, ReviewStep
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import Teach
from eyebox_models.protocol.teaching import (
    Dropped,
    HeldOut,
    Lesson,
    Reply,
    Taught,
    TeachPlan,
    TeachStep,
    Trial,
)
from eyebox_models.protocol.wire import lines_of
from eyebox_models.training.before_after import compared

LINE = {"messages": [{"role": "user", "content": "Who?"}, {"role": "assistant", "content": "Me."}]}


class Engine:
    """Says what it is told to, and keeps what it was asked."""

    asked: list = []
    end = End("done")

    def __init__(self, role, _log):
        assert role == "train"
        self.stopped = False

    def run(self, job, request, on_event):
        lessons = list(lines_of(request.data)) if request.data else []
        self.asked.append((request, lessons))
        on_event(
            TeachPlan(
                1, 0, (Dropped("b", "it holds no answer."),), 2, 64, 1000, 2000, 0.0, ("/x/sheets/01.png",)
            )
        )
        on_event(TeachStep(1, 2.5, 1e-4, 3, 0.1))
        on_event(HeldOut(1, 2.0, exact=0.5, iou=0.25, asked=2))
        return self.end

    def stop(self, _job):
        self.stopped = True

    def close(self):
        pass


@pytest.fixture
def engine(monkeypatch):
    monkeypatch.setattr(module, "EngineProcess", Engine)
    monkeypatch.setattr(Engine, "asked", [])
    after = HeldOut(1, 2.0, exact=0.5, iou=0.25, asked=2)
    monkeypatch.setattr(Engine, "end", End("done", result=Taught("/x", True, 2, (2.5, 1.0), None, after)))
    return Engine


@pytest.fixture
def data(tmp_path):
    file = tmp_path / "talks.jsonl"
    file.write_text(json.dumps(LINE) + "\n" + json.dumps({"messages": []}) + "\n[1]\n")
    return str(file)


def test_each_step_is_a_line_and_the_last_one_names_the_adapter(engine, data, tmp_path, capfd):
    arguments = ["teach", "--model", "m", "--data", data, "-o", str(tmp_path / "a"), "--json", "--rank", "4"]
    assert main([*arguments, "--no-freeze-vision", "--method", "qlora", "--targets", "all"]) == 0
    plan, step, held, end = map(json.loads, capfd.readouterr().out.splitlines())
    assert [one["name"] for one in plan["dropped"]] == ["talks.jsonl, line 3", "b"]
    assert step == {"step": 1, "loss": 2.5, "lr": 1e-4}
    assert held == {"step": 1, "held_out": {"loss": 2.0, "exact": 0.5, "iou": 0.25, "asked": 2}}
    assert (end["end"], end["adapter"], end["held_out"]["iou"]) == ("done", "/x", 0.25)
    ((request, lessons),) = engine.asked
    assert isinstance(request, Teach) and all(isinstance(one, Lesson) for one in lessons)
    settings = request.settings
    assert (settings.rank, settings.method, settings.targets, settings.freeze_vision) == (
        4,
        "qlora",
        "all",
        False,
    )


def test_it_learns_from_the_review_of_a_session(engine, tmp_path, capfd, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path))
    arguments = ["teach", "--model", "m", "-o", str(tmp_path / "a"), "--data"]
    Folders.of_user().make()
    store = Store.open(Folders.of_user().sessions)
    session = store.new_session("Pets")
    store.add_session(session)
    record = PictureRecord("p", session.id, "/x/a.png", "a.png", width=80, height=60)
    store.add_picture(record)
    store.save_boxes("p", [Box("dog", 1, 2, 30, 40, source="model")])
    store.join_review(session.id)
    store.judge(session.id, ReviewStep("s", "complete", (), (("p", True),)), undone=False)
    store.close()
    assert main([*arguments, "pets"]) == 1  # complete, but a box waits for its verdict
    assert "a.png: it has boxes that wait" in capfd.readouterr().err
    store = Store.open(Folders.of_user().sessions)
    (row,) = store.review_of_picture("p")
    change = Change("p", row.state.box.id, row.state, replace(row.state, verdict="accepted"))
    store.judge(session.id, ReviewStep("t", "accepted", (change,)), undone=False)
    store.close()
    assert main([*arguments, "pets"]) == 0
    ((_request, (lesson,)),) = engine.asked
    assert lesson.refs == ("dog",) and lesson.boxes[0].xyxy == (1, 2, 30, 40)
    assert main([*arguments, "cats"]) == 1
    assert "no file and no session called cats" in capfd.readouterr().err


def test_what_got_better_and_worse_is_said(engine, data, tmp_path, capfd, monkeypatch):
    def trial(number, text, score):
        return Trial(
            f"count {number}", "count", (Picture(f"{number}.png"),), "?", Reply("3"), Reply(text, (), score)
        )

    before = [trial(n, "3", 1.0) for n in range(8)]
    after = [trial(n, "3" if n > 6 else "7\nof them", 0.0 + (n > 6)) for n in range(8)]
    general = compared(before, after, "bf16")
    monkeypatch.setattr(engine, "end", End("done", result=Taught("/x", True, 2, (2.5, 1.0), general=general)))
    arguments = ["teach", "--model", "m", "--data", data, "-o", str(tmp_path / "a"), "--general", "8"]
    assert main(arguments) == 0
    out = capfd.readouterr().out
    assert "General, count: exact 1.000 (1.000 to 1.000) before, 0.125" in out
    assert "better on 0 pictures, worse on 7, p 0.0156: it got worse" in out
    assert 'count 0: wanted "3", before "3" (1.00), now "7 of them" (0.00)' in out
    assert main([*arguments, "--json"]) == 0
    told = json.loads(capfd.readouterr().out.splitlines()[-1])["general"]
    assert told["kinds"]["count"]["verdict"] == "worse" and len(told["worse"]) == 7
    assert engine.asked[-1][0].settings.general == 8


def test_a_pause_says_how_to_go_on(engine, data, tmp_path, capfd, monkeypatch):
    monkeypatch.setattr(engine, "end", End("stopped", result=Taught("/x", False, 1)))
    assert main(["teach", "--model", "m", "--data", data, "-o", str(tmp_path / "a")]) == 130
    said = capfd.readouterr()
    assert "--resume goes on" in said.err and "b is left out: it holds no answer.\n" in said.err
    assert main(["teach", "-o", str(tmp_path / "a"), "--resume"]) == 130
    assert engine.asked[-1][0].resume and not engine.asked[-1][0].model


def test_wrong_usage_and_no_data(engine, tmp_path, capfd):
    assert main(["teach", "-o", str(tmp_path / "a")]) == 2
    assert main(["teach", "--model", "m", "--data", "x", "-o", "a", "--rank", "0"]) == 2
    (tmp_path / "none.jsonl").write_text("[1]\n")
    assert (
        main(["teach", "--model", "m", "--data", str(tmp_path / "none.jsonl"), "-o", str(tmp_path / "a")])
        == 1
    )
    assert "no conversation to learn from" in capfd.readouterr().err
    assert engine.asked == []


@pytest.mark.thorough
@pytest.mark.timeout(900)
@pytest.mark.skipif(os.name != "posix", reason="kills a group of processes")
def test_killed_and_resumed_it_goes_on_exactly(tmp_path):
    """The real command and its engine, killed at once (SIGKILL) at five of its steps, one after the other."""
    pytest.importorskip("torch")
    from tiny_models import build_tiny

    build_tiny("qwen2_vl", tmp_path / "model")
    Image.new("RGB", (60, 60), "red").save(tmp_path / "a.png")
    turns = [
        {"role": "user", "content": "<image>Where?"}, {"role": "assistant", "content": "<ref-object><bbox>"},
    ]  # fmt: skip
    one = {"messages": turns, "images": ["a.png"], "objects": {"ref": ["dog"], "bbox": [[5, 5, 30, 40]]}}
    (tmp_path / "data.jsonl").write_text((json.dumps(one) + "\n") * 8)
    command = [
        sys.executable, "-m", "eyebox", "teach", "--model", str(tmp_path / "model"), "--data", str(tmp_path / "data.jsonl"),
        "--epochs", "3", "--every", "2", "--threads", "1", "--accumulate", "2", "--lr", "5e-3", "--general", "1", "--json",
        "-o",
    ]  # fmt: skip

    def curve(name):
        lines = (tmp_path / name / "teaching" / "steps.jsonl").read_text().splitlines()
        return [
            (one["step"], one.get("loss"), [trial["said"]["text"] for trial in one.get("trials", ())])
            for one in map(json.loads, lines)
        ]

    subprocess.run([*command, str(tmp_path / "whole")], check=True, capture_output=True)
    again = []
    for step in sorted(random.Random(18).sample(range(1, 12), 5)):
        with subprocess.Popen(
            [*command, str(tmp_path / "killed"), *again],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if json.loads(line).get("step") == step:
                    os.killpg(process.pid, signal.SIGKILL)
                    break
        again = ["--resume"]
        print("killed at step", step)
    subprocess.run([*command, str(tmp_path / "killed"), "--resume"], check=True, capture_output=True)
    assert curve("killed") == curve("whole")
