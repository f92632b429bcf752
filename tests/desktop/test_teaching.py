"""A run of teaching as the program keeps it: checked, learned, paused, ended early, gone on with after a restart, discarded."""

from __future__ import annotations

import json

import pytest

import train_engine as said
from eyebox.jobs.background import Background
from eyebox.jobs.lane import Lane
from eyebox.session.store import Store
from eyebox.workspace.session_file import SessionFile
from eyebox.workspace.teaching import Teaching
from eyebox_models.protocol.teaching import Taught, TeachChoice, TeachSettings
from eyebox_models.protocol.wire import lines_of, pack
from train_engine import WAIT, checked, ended, look, plan, steps, taught, train_engine

PATIENCE = 240_000
LINE = {"messages": [{"role": "user", "content": "Who?"}, {"role": "assistant", "content": "Me."}]}


class Idle:
    """The lane of models, which is told to let go of memory."""

    def __init__(self):
        self.unloaded = 0

    def unload(self):
        self.unloaded += 1
        return True


class Made:
    def __init__(self, qtbot, folder):
        self.qtbot, self.folder = qtbot, folder
        self.store = Store.open(folder / "sessions.sqlite")
        self.background = Background()
        self.queue = SessionFile(folder / "sessions.sqlite", self.store, self.background).write_queue
        self.lane, self.heard = None, folder / "heard.jsonl"
        self.picture = str(folder / "a.png")
        self.target = str(folder / "adapters" / "Stars")
        (folder / "data.jsonl").write_text(json.dumps(LINE) + "\n[1]\n")
        self.choice = TeachChoice(
            "/models/Tiny", self.target, files=(str(folder / "data.jsonl"),), settings=TeachSettings(rank=4)
        )

    def run(self, **runs):
        if self.lane is not None:
            self.lane.close()
        command, self.heard = train_engine(self.folder, **runs)
        self.lane = Lane("train", self.folder / "train.log", command)
        self.idle = Idle()
        teaching = Teaching(
            self.store,
            self.queue,
            {"train": self.lane, "model": self.idle},
            self.background,
            self.folder,
            self.folder,
        )
        self.states = []
        teaching.changed.connect(lambda: self.states.append(teaching.state))
        self.teaching = teaching
        return teaching

    def until(self, state):
        self.qtbot.waitUntil(lambda: self.teaching.state == state, timeout=PATIENCE)

    def asked(self):
        return [json.loads(line) for line in self.heard.read_text().splitlines()]

    def leave(self, *noted, result=None):
        """What a run leaves on the disk."""
        place = self.folder / "adapters" / "Stars" / "teaching"
        place.mkdir(parents=True)
        begun = {"version": 1, "model": "/models/Tiny", "digest": "x", "settings": pack(TeachSettings())}
        (place / "begun.json").write_text(json.dumps(begun))
        (place / "plan.json").write_text(json.dumps(pack(plan(self.picture))))
        (place / "steps.jsonl").write_text("".join(json.dumps(pack(one)) + "\n" for one in noted) + '{"cut')
        if result is None:
            (place / "state.pt").write_bytes(b"state")
        else:
            (place / "taught.json").write_text(json.dumps(pack(result)))
        return place


@pytest.fixture
def made(qtbot, tmp_path):
    made = Made(qtbot, tmp_path)
    yield made
    if made.lane is not None:
        made.lane.close()
    made.background.wait(PATIENCE)
    made.queue.flush()
    made.store.close()


def test_it_is_checked_first_then_learned_and_the_end_is_kept(made):
    picture, target = made.picture, made.target
    end = taught(target, picture)
    teaching = made.run(
        check=[[said.LOADING, plan(picture), ended(checked(target))]],
        learn=[[plan(picture), look(0, picture, 45), *steps(1, 4), look(4, picture, 2), ended(end)]],
    )
    teaching.check(made.choice)
    made.until("checked")
    assert teaching.plan == plan(picture) and [one.name for one in teaching.dropped] == ["data.jsonl, line 2"]
    (request,) = made.asked()
    assert (request["model"], request["target"], request["settings"]["rank"]) == ("/models/Tiny", target, 4)
    (lesson,) = lines_of(request["data"])
    assert lesson.messages[1].text == "Me." and made.idle.unloaded == 1
    teaching.go_on()
    made.until("done")
    assert made.asked()[1]["resume"] and teaching.taught == end
    assert [one.step for one in teaching.steps] == [1, 2, 3, 4] and [one.step for one in teaching.looks] == [
        0,
        4,
    ]
    assert made.states == ["preparing", "checking", "checking", "checked", "learning", "learning", "done"]
    again = made.run()  # the next start of the program knows what was chosen
    assert again.choice == made.choice and again.state == ""


def test_a_pause_waits_for_its_step_and_it_goes_on_or_ends_there(made):
    picture, target = made.picture, made.target
    paused = Taught(target, False, 2)
    teaching = made.run(
        check=[[plan(picture), ended(checked(target))]],
        learn=[
            [plan(picture), *steps(1, 2), WAIT, ended(paused, "stopped")],
            [plan(picture), *steps(2, 3), WAIT, ended(Taught(target, False, 3), "stopped")],
        ],
        finish=[[said.LOADING, ended(taught(target, picture, 3))]],
    )
    teaching.check(made.choice)
    made.until("checked")
    teaching.go_on()
    made.qtbot.waitUntil(lambda: teaching.step == 2, timeout=PATIENCE)
    teaching.pause()
    assert teaching.state == "pausing"
    made.until("paused")
    teaching.go_on()
    made.qtbot.waitUntil(lambda: teaching.step == 3, timeout=PATIENCE)
    assert [one.step for one in teaching.steps] == [1, 2, 3]  # the second one was made again
    teaching.finish()
    made.until("done")
    assert [one["only"] for one in made.asked()] == ["check", "", "", "finish"]
    assert teaching.taught.steps == 3


def test_what_goes_wrong_is_said_and_what_was_learned_stays(made):
    picture, target = made.picture, made.target
    teaching = made.run(
        check=[[ended(None, "failed", "It does not fit.")], [plan(picture), ended(checked(target))]],
        learn=[
            [*steps(1, 2), ended(None, "failed", "Out of memory.")],
            [*steps(3, 4), ended(taught(target, picture))],
        ],
    )
    teaching.check(made.choice)
    made.qtbot.waitUntil(lambda: bool(teaching.problem), timeout=PATIENCE)
    assert (teaching.state, teaching.problem) == ("", "It does not fit.")
    teaching.check(made.choice)
    made.until("checked")
    assert teaching.problem == ""
    teaching.go_on()
    made.until("paused")
    assert teaching.problem == "Out of memory." and teaching.step == 2
    teaching.go_on()
    made.until("done")


def test_data_that_can_not_be_used_is_one_sentence_and_begins_nothing(made):
    teaching = made.run()
    empty = made.folder / "empty.jsonl"
    empty.write_text("[1]\n")
    teaching.check(TeachChoice("m", made.target, files=(str(empty),)))
    made.qtbot.waitUntil(lambda: bool(teaching.problem), timeout=PATIENCE)
    assert "no conversation to learn from (empty.jsonl, line 1" in teaching.problem and teaching.state == ""
    teaching.check(TeachChoice("m", made.target, files=(str(made.folder / "gone.jsonl"),)))
    made.qtbot.waitUntil(lambda: "gone" in teaching.problem, timeout=PATIENCE)
    teaching.check(TeachChoice("m", made.target, session="none"))
    made.qtbot.waitUntil(lambda: "session is gone" in teaching.problem, timeout=PATIENCE)
    assert not made.heard.exists()


def test_a_run_that_was_interrupted_is_there_after_a_restart(made):
    picture = made.picture
    made.run()
    made.store.set_state("", "teaching", pack(made.choice))
    place = made.leave(*steps(1, 3), look(2, picture, 20))
    teaching = made.run(learn=[[*steps(3, 4), ended(taught(made.target, picture))]])
    teaching.look()
    made.until("paused")
    assert (teaching.step, teaching.plan, teaching.looks) == (3, plan(picture), [look(2, picture, 20)])
    teaching.discard()
    made.qtbot.waitUntil(lambda: not place.parent.exists(), timeout=PATIENCE)
    assert teaching.state == ""
    made.leave(*steps(1, 4), result=taught(made.target, picture))
    (place.parent / "adapter_model.safetensors").write_bytes(b"learned")
    teaching = made.run()
    teaching.look()
    made.until("done")
    teaching.discard()
    made.background.wait(PATIENCE)
    assert teaching.state == "" and (place / "taught.json").exists()  # what was learned is never removed


def test_a_check_that_was_stopped_takes_nothing_of_the_next_one_along(made):
    picture = made.picture
    teaching = made.run(
        check=[
            [said.LOADING, WAIT, ended(None, "stopped")],
            [plan(picture), ended(checked(f"{made.target} 2"))],
        ]
    )
    teaching.check(made.choice)
    made.qtbot.waitUntil(lambda: teaching.progress is not None, timeout=PATIENCE)
    first = made.leave(*steps(1, 1))
    teaching.pause()
    assert teaching.state == ""
    teaching.check(made.choice)
    made.until("checked")
    made.qtbot.waitUntil(lambda: not first.exists(), timeout=PATIENCE)
    assert teaching.choice.target == f"{made.target} 2" and teaching.state == "checked"


def test_another_run_never_takes_a_folder_in_which_something_is(made):
    picture = made.picture
    (made.folder / "adapters" / "Stars").mkdir(parents=True)
    (made.folder / "adapters" / "Stars" / "mine.txt").write_text("mine")
    teaching = made.run(check=[[plan(picture), ended(checked(f"{made.target} 2"))]])
    teaching.check(made.choice)
    made.until("checked")
    assert made.asked()[0]["target"] == f"{made.target} 2" == teaching.choice.target


def test_values_of_a_run_pass_the_wire(made):
    from eyebox_models.protocol.wire import unpack

    for value in (made.choice, plan("a.png"), taught("/x", "a.png"), look(3, "a.png", 5), *steps(1, 1)):
        assert unpack(json.loads(json.dumps(pack(value)))) == value
