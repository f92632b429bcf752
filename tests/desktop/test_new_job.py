"""A kind of job that the desktop has never heard of: one request class is all it takes on this side."""

from __future__ import annotations

from dataclasses import dataclass

from engines import HELLO, engine_of
from eyebox.jobs.lane import Lane
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import Request

COUNTING = f"""
say({HELLO!r})
for line in sys.stdin:
    message = json.loads(line)
    if "request" in message:
        kind, job = message["request"]["is"], message["job"]
        for at in range(message["request"]["number"]):
            say(json.dumps({{"job": job, "event": {{"is": "Progress", "stage": kind, "fraction": at}}}}))
        say(json.dumps({{"job": job, "event": {{"is": "End", "outcome": "done"}}}}))
"""


def test_a_new_kind_of_request_comes_to_its_engine_and_its_events_by_the_handle(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(Request, "kinds", dict(Request.kinds))

    @dataclass(frozen=True, slots=True)
    class CountTo(Request):
        number: int

    lane = Lane("model", tmp_path / "log", engine_of(COUNTING))
    events = []
    job = lane.submit(CountTo(3), "Count")
    job.happened.connect(events.append)
    with qtbot.waitSignal(job.ended) as ended:
        pass
    lane.close()
    assert ended.args == [End("done")]
    assert [(event.stage, event.fraction) for event in events] == [
        ("CountTo", 0),
        ("CountTo", 1),
        ("CountTo", 2),
    ]
