"""Lanes with real engine processes of the scripted family."""

from __future__ import annotations

import gc
import os
import signal
import sys
import weakref
from functools import partial

import psutil
import pytest
from PySide6.QtCore import QThread, QTimer

from engines import HELLO, asking, engine_of, write_script
from eyebox.jobs.job import Priority
from eyebox.jobs.lane import Lane
from eyebox_models.protocol.events import End, Progress, TextDelta

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

WAITS = [{"text": "so far"}, {"progress": "busy"}, {"wait": None}]
DEAF = [{"text": "so far"}, {"ignore_stop": 60, "progress": "busy"}]


class Heard:
    """Everything that a lane and the jobs submitted by this said, in the order of saying."""

    def __init__(self, lane):
        self.lane = lane
        self.events, self.ends, self.started, self.states = [], [], [], []
        self.changes = 0
        lane.started.connect(lambda job: self.started.append(job.id))
        lane.engine_state.connect(self.states.append)
        lane.changed.connect(self._on_changed)

    def submit(self, request, **how):
        job = self.lane.submit(request, "Job", **how)
        job.happened.connect(partial(self._on_happened, job.id))
        job.ended.connect(partial(self._on_ended, job.id))
        return job

    def _on_happened(self, job, event):
        self.events.append((job, event))

    def _on_ended(self, job, end):
        self.ends.append((job, end))

    def _on_changed(self):
        self.changes += 1

    def end_of(self, job):
        found = [end for ended, end in self.ends if ended == job.id]
        assert len(found) <= 1
        return found[0] if found else None

    def text_of(self, job):
        return "".join(e.text for of, e in self.events if of == job.id and isinstance(e, TextDelta))

    def is_busy(self, job):
        return any(of == job.id and isinstance(event, Progress) for of, event in self.events)


@pytest.fixture
def lane(qtbot, tmp_path):
    lane = Lane("model", tmp_path / "model.log")
    yield lane
    lane.close()
    assert not psutil.Process().children(recursive=True)
    assert not any(thread.isRunning() for thread in lane.findChildren(QThread))


@pytest.fixture
def heard(lane):
    return Heard(lane)


@pytest.fixture
def does(tmp_path):
    """Makes requests to the scripted family, by what its engine then does."""
    count = iter(range(1000))
    return lambda steps: asking(write_script(tmp_path, steps, f"{next(count)}.json"))


@pytest.fixture
def job(heard, does):
    """Submits a job that does these steps."""
    return lambda steps, **how: heard.submit(does(steps), **how)


def test_jobs_run_one_after_the_other_in_order(lane, heard, job, qtbot):
    jobs = [job([{"text": str(n)}]) for n in range(4)]
    assert lane.running() is jobs[0]
    assert lane.waiting() == tuple(jobs[1:])
    assert [each.state for each in jobs] == ["running", "waiting", "waiting", "waiting"]
    qtbot.waitUntil(lambda: not lane.busy())
    assert [ended for ended, _end in heard.ends] == heard.started == [each.id for each in jobs]
    assert [heard.text_of(each) for each in jobs] == ["0", "1", "2", "3"]
    assert all(end.outcome == "done" for _job, end in heard.ends)
    assert {each.state for each in jobs} == {"ended"}


def test_events_come_before_the_end_and_belong_to_their_job(lane, heard, job, qtbot):
    first = job([{"text": "text"}, {"box": [1, 2, 3, 4]}, {"progress": "x"}])
    order = []
    first.happened.connect(lambda event: order.append(type(event).__name__))
    first.ended.connect(lambda _end: order.append("End"))
    qtbot.waitUntil(lambda: not lane.busy())
    assert order == ["TextDelta", "BoxFound", "Progress", "End"]


def test_what_somebody_waits_for_goes_first_and_waiting_ones_can_be_moved(lane, heard, job, qtbot):
    blocker, a, b = job(WAITS), job([]), job([])
    many = [job([], priority=Priority.BATCH) for _ in range(2)]
    c = job([])
    urgent, latest = job([], priority=Priority.NOW), job([], priority=Priority.NOW)
    assert lane.waiting() == (latest, urgent, a, b, c, *many)
    lane.move(c, 0)
    lane.move(latest, 99)
    assert lane.waiting() == (c, urgent, a, b, *many, latest)
    changes = heard.changes
    lane.move(c, 0)
    lane.move(blocker, 2)
    assert heard.changes == changes
    blocker.stop()
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.started == [each.id for each in (blocker, c, urgent, a, b, *many, latest)]


def test_stopping_a_waiting_job_ends_it_soon_and_once(lane, heard, job, qtbot):
    running, waiting = job(WAITS), job([])
    waiting.stop()
    waiting.stop()
    assert heard.ends == [] and waiting.state == "ended"
    assert lane.waiting() == ()
    assert running.state == "running"
    qtbot.waitUntil(lambda: bool(heard.ends))
    waiting.stop()
    qtbot.waitUntil(lambda: heard.is_busy(running))
    assert heard.ends == [(waiting.id, End("stopped"))]


def test_what_is_stopped_while_another_ends_waits_for_the_event_loop(lane, heard, job, qtbot):
    first, second, third = job([]), job(WAITS), job([])
    within = []

    def on_end(_end):
        third.stop()
        second.stop()
        heard.submit(second.request).stop()
        within.extend(heard.ends[1:])

    first.ended.connect(on_end)
    lane._backlog.extend([(first.id, End("done")), ("nobody", None)])
    lane._handle()
    assert heard.ends == [(first.id, End("done"))] and within == []
    qtbot.waitUntil(lambda: len(heard.ends) == 4)
    assert {end.outcome for _job, end in heard.ends[1:]} == {"stopped"}


def test_a_handle_that_nobody_holds_still_ends_and_is_then_gone(lane, does, qtbot):
    ends, handles = [], []
    for steps in ([{"text": "one"}], [{"text": "two"}]):
        job = lane.submit(does(steps))
        job.ended.connect(ends.append)
        handles.append(weakref.ref(job))
    stopped = lane.submit(does([]))
    stopped.ended.connect(ends.append)
    handles.append(weakref.ref(stopped))
    stopped.stop()
    del job, stopped
    gc.disable()
    try:
        qtbot.waitUntil(lambda: len(ends) == 3)
        qtbot.waitUntil(lambda: not any(handle() for handle in handles))
    finally:
        gc.enable()
    assert sorted(end.outcome for end in ends) == ["done", "done", "stopped"]


def test_stopping_the_running_job_keeps_its_text(lane, heard, job, qtbot):
    running, after = job(WAITS), job([{"text": "next"}])
    qtbot.waitUntil(lambda: heard.is_busy(running))
    running.stop()
    running.stop()
    assert running.state == "stopping"
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.end_of(running).outcome == "stopped"
    assert heard.end_of(running).result.text == heard.text_of(running) == "so far"
    assert heard.end_of(after).outcome == "done"


def test_a_job_stopped_before_its_engine_is_up(lane, heard, job, qtbot):
    first = job(WAITS)
    first.stop()
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.ends == [(first.id, End("stopped"))]


def test_an_engine_that_does_not_stop_is_killed_and_the_job_has_stopped(lane, heard, job, qtbot):
    deaf, after = job(DEAF), job([{"text": "next"}])
    qtbot.waitUntil(lambda: heard.is_busy(deaf))
    deaf.stop()
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.end_of(deaf) == End("stopped")
    assert heard.text_of(deaf) == "so far"
    assert heard.end_of(after).outcome == "done"


def test_stop_all_ends_every_job(lane, heard, job, qtbot):
    jobs = [job(WAITS) for _ in range(3)]
    lane.stop_all()
    qtbot.waitUntil(lambda: not lane.busy())
    assert sorted(ended for ended, _end in heard.ends) == sorted(each.id for each in jobs)
    assert heard.started == [jobs[0].id]


@posix
def test_a_killed_engine_fails_its_job_and_the_next_one_works(lane, heard, job, qtbot):
    broken, after = job(WAITS), job([{"text": "next"}])
    qtbot.waitUntil(lambda: heard.is_busy(broken))
    os.kill(psutil.Process().children()[0].pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: not lane.busy())
    end = heard.end_of(broken)
    assert end.outcome == "failed"
    assert "ended unexpectedly" in end.message
    assert heard.end_of(after).result.text == "next"
    assert heard.states == ["starting", "ready", "off", "starting", "ready"]


@posix
def test_an_idle_engine_that_died_is_started_again(lane, heard, job, qtbot):
    with qtbot.waitSignal(lane.engine_state, check_params_cb=lambda state: state == "ready"):
        lane.start_engine()
    engine = psutil.Process().children()[0]
    engine.kill()
    gone = os.WEXITED | os.WNOWAIT | os.WNOHANG
    qtbot.waitUntil(lambda: os.waitid(os.P_PID, engine.pid, gone) is not None)
    first = job([{"text": "ok"}])
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.end_of(first).outcome == "done"


def test_a_failure_is_an_ending_as_any_other(lane, heard, job, qtbot):
    first = job([{"fail": "No.", "detail": "why"}])
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.ends == [(first.id, End("failed", "No.", "why"))]


def test_an_engine_that_cannot_be_started(qtbot, does, tmp_path):
    lane = Lane("reader", tmp_path / "log", ["/nonexistent/program"])
    heard = Heard(lane)
    first = heard.submit(does([]))
    qtbot.waitUntil(lambda: not lane.busy())
    lane.close()
    assert heard.end_of(first).outcome == "failed"
    assert heard.states == ["starting", "off"]


def test_the_engine_can_be_started_before_any_job(lane, heard, job, qtbot):
    lane.start_engine()
    lane.start_engine()
    qtbot.waitUntil(lambda: heard.states == ["starting", "ready"])
    pid = psutil.Process().children()[0].pid
    job([])
    qtbot.waitUntil(lambda: not lane.busy())
    assert psutil.Process().children()[0].pid == pid
    assert heard.states == ["starting", "ready"]


def test_a_job_may_be_submitted_when_another_ends(lane, heard, job, qtbot):
    later = []
    job([]).ended.connect(lambda _end: later.append(job([{"text": "second"}])))
    qtbot.waitUntil(lambda: bool(later) and heard.end_of(later[0]) is not None)
    assert heard.text_of(later[0]) == "second"


@pytest.mark.parametrize("steps", [WAITS, DEAF])
def test_closing_with_a_running_job_ends_everything(lane, heard, job, qtbot, steps):
    running, waiting = job(steps), job([])
    qtbot.waitUntil(lambda: heard.is_busy(running))
    lane.close()
    assert heard.ends == [(waiting.id, End("stopped")), (running.id, End("stopped"))]
    assert not psutil.Process().children(recursive=True)
    lane.close()
    late = job([])
    lane.start_engine()
    assert heard.end_of(late) is None and not lane.busy()
    qtbot.waitUntil(lambda: heard.end_of(late) == End("stopped"))


@pytest.mark.parametrize("steps", [WAITS, DEAF])
def test_shutting_does_not_wait(lane, heard, job, qtbot, steps):
    running, waiting = job(steps), job([])
    qtbot.waitUntil(lambda: heard.is_busy(running))
    with qtbot.waitSignal(lane.closed):
        lane.shut()
        assert heard.ends == []
        assert lane.running() is running
    assert heard.ends == [(waiting.id, End("stopped")), (running.id, End("stopped"))]
    assert heard.states == ["starting", "ready", "off"]
    assert not psutil.Process().children(recursive=True)
    lane.shut()
    assert len(heard.ends) == 2


@pytest.mark.parametrize("close", [Lane.close, Lane.shut])
def test_an_engine_that_hears_nothing_is_killed_when_the_lane_closes(qtbot, does, tmp_path, close):
    lane = Lane("model", tmp_path / "log", engine_of(f"say({HELLO!r}); time.sleep(60)"))
    heard = Heard(lane)
    first = heard.submit(does([]))
    qtbot.waitUntil(lambda: "ready" in heard.states)
    with qtbot.waitSignal(lane.closed):
        close(lane)
    lane.close()
    assert heard.ends == [(first.id, End("stopped"))]
    assert not psutil.Process().children(recursive=True)


def test_a_lane_that_was_never_used_closes_at_once(qtbot, tmp_path):
    lane = Lane("model", tmp_path / "log")
    with qtbot.waitSignal(lane.closed):
        lane.shut()
    lane.close()


def test_closing_while_the_engine_starts_leaves_nothing(lane, heard, job):
    first = job(WAITS)
    lane.close()
    assert heard.ends == [(first.id, End("stopped"))]


def test_closing_from_the_end_of_a_job(lane, heard, job, qtbot):
    first, second = job([]), job([])
    first.ended.connect(lambda _end: lane.close())
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.end_of(first).outcome == "done"
    assert heard.end_of(second) == End("stopped")


def test_a_flood_leaves_the_event_loop_its_turns(lane, heard, job, qtbot):
    turns = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(len(heard.events)))
    timer.start()
    flood = job([step for _ in range(3_000) for step in ({"box": [0, 0, 1, 1]}, {"text": "x"})])
    qtbot.waitUntil(lambda: not lane.busy())
    timer.stop()
    assert heard.text_of(flood) == "x" * 3_000
    assert len([turn for turn in set(turns) if 0 < turn < 6_000]) > 3


def test_text_that_piled_up_comes_as_one_piece(lane, heard, job, qtbot):
    flood = job([{"flood": 50_000, "text": "ab "}])
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.text_of(flood) == heard.end_of(flood).result.text == "ab " * 50_000
    assert len(heard.events) < 500


def test_unloading_ends_the_engine_and_the_next_job_starts_a_fresh_one(lane, heard, job, qtbot):
    job([{"text": "one"}])
    qtbot.waitUntil(lambda: not lane.busy())
    (first,) = psutil.Process().children()
    assert lane.alive and lane.unload()
    qtbot.waitUntil(lambda: not lane.alive)
    assert not first.is_running()
    assert heard.states == ["starting", "ready", "off"]
    again = job([{"text": "two"}])
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.end_of(again).outcome == "done" and heard.text_of(again) == "two"


def test_a_busy_lane_is_not_unloaded_and_an_unstarted_one_needs_not(lane, heard, job, qtbot):
    assert lane.unload() and not lane.alive
    running = job(WAITS)
    qtbot.waitUntil(lambda: heard.is_busy(running))
    assert not lane.unload()
    running.stop()
    after = job([{"text": "after"}])
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.text_of(after) == "after"


def test_a_job_right_behind_an_unload_is_answered(lane, heard, job, qtbot):
    job([{"text": "one"}])
    qtbot.waitUntil(lambda: not lane.busy())
    assert lane.unload()
    again = job([{"text": "two"}])
    qtbot.waitUntil(lambda: not lane.busy())
    assert heard.end_of(again).outcome == "done" and heard.text_of(again) == "two"
