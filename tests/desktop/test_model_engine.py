"""The environment of models is looked at, planned, added, paused and removed through a lane with an engine of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk import PATIENCE
from engines import HELLO, asking, engine_of, write_script
from eyebox.jobs.lane import Lane
from eyebox.picker.engine_page import EnginePage
from eyebox.theme import Theme
from eyebox.window.engine_controller import EngineController
from eyebox.window.notice import Notice
from eyebox.workspace.model_engine import USERS, ModelEngine
from eyebox_models.protocol.environment import EnvironmentPlan, EnvironmentState, SetupProgress, Source
from eyebox_models.protocol.events import End
from eyebox_models.protocol.wire import pack

ABSENT, KEPT = EnvironmentState(""), EnvironmentState("", kept_bytes=1_200_000_000)
ADDED = EnvironmentState(
    "added", "/data/model-engine", "/python3", "cpu", (("torch", "2.9.1"),), 7_000_000_000
)
PLAN = EnvironmentPlan("cpu", "No card.", "", 600_000_000, 2_500_000_000, 10**11, ("pypi.org",))
FETCHING = SetupProgress("fetching", 1_200_000_000, 2_900_000_000)
CHECKING = SetupProgress("checking")
PAUSED = "paused"
"""Ends the events of an adding that goes on until it is stopped."""

ENGINE = """
script = json.load(open(sys.argv[1]))
say(script.pop("hello"))
for line in sys.stdin:
    message = json.loads(line)
    if "job" not in message:
        continue
    job, name = message["job"], message["request"]["is"]
    with open(script["heard"], "a") as heard:
        heard.write(json.dumps(message["request"]) + "\\n")
    steps = script[name].pop(0) if len(script[name]) > 1 else script[name][0]
    for event in steps:
        if event == "paused":
            while json.loads(sys.stdin.readline()) != {"stop": job}:
                pass
            event = {"is": "End", "outcome": "stopped", "message": "", "detail": "", "result": None}
        say(json.dumps({"job": job, "event": event}))
"""


@pytest.fixture
def over(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def start(qtbot, qapp, tmp_path: Path, over: QWidget) -> Iterator[Callable[..., ModelEngine]]:
    """Begins with an engine that answers each request by the next of its lists of events, the last one again and again."""
    lanes: dict[str, Lane] = {}
    heard = tmp_path / "heard"

    def begin(**answers: list[list[object]]) -> ModelEngine:
        usual = {
            "LookAtEnvironment": [[End("done", result=ABSENT)]],
            "PlanEnvironment": [[End("done", result=PLAN)]],
        }
        script: dict[str, object] = {
            name: [[pack(event) if event != PAUSED else event for event in steps] for steps in lists]
            for name, lists in {**usual, **answers}.items()
        }
        file = tmp_path / "engine.json"
        file.write_text(json.dumps({**script, "hello": HELLO, "heard": str(heard)}))
        heard.touch()
        lanes.update({name: Lane(name, tmp_path / f"{name}.log") for name in USERS})
        lanes["setup"] = Lane("setup", tmp_path / "setup.log", [*engine_of(ENGINE), str(file)])
        engine = ModelEngine(lanes, tmp_path / "model-engine", over)
        notice = Notice(Theme(qapp), over)
        engine.test_notice = notice  # type: ignore[attr-defined]
        engine.test_pages = EngineController(Theme(qapp), engine, notice, lambda: "http://proxy:1", over)  # type: ignore[attr-defined]
        engine.test_lanes = lanes  # type: ignore[attr-defined]
        engine.test_heard = lambda: [json.loads(line) for line in heard.read_text().splitlines()]  # type: ignore[attr-defined]
        return engine

    yield begin
    for page in over.findChildren(EnginePage):
        page.close()
    for lane in lanes.values():
        lane.close()
    assert not psutil.Process().children(recursive=True)


def opened(engine: ModelEngine, qtbot):
    engine.test_pages.open()
    page = engine.test_pages.page
    qtbot.waitUntil(
        lambda: page.mode != "looking" and (page.mode != "offer" or page.go.isEnabled()), timeout=PATIENCE
    )
    return page


def test_opening_the_page_looks_and_plans(start, qtbot, tmp_path: Path) -> None:
    engine = start()
    page = opened(engine, qtbot)
    assert page.mode == "offer" and engine.state == ABSENT and not engine.connecting
    look, plan = engine.test_heard()
    assert look == {"is": "LookAtEnvironment", "home": str(tmp_path / "model-engine"), "kind": "models"}
    assert plan["source"]["proxy"] == "http://proxy:1"
    engine.test_pages.open()
    assert engine.test_pages.page is page


def test_adding_shows_its_stages_and_ends_with_what_is_there(start, qtbot) -> None:
    engine = start(AddEnvironment=[[FETCHING, CHECKING, End("done", result=ADDED)]])
    page = opened(engine, qtbot)
    stages, connecting = [], []
    engine.connecting_changed.connect(connecting.append)
    with qtbot.waitSignal(engine.changed, timeout=PATIENCE):
        page.go.click()
        engine.test_lanes["setup"].running().happened.connect(lambda event: stages.append(event.stage))
    assert stages == ["fetching", "checking"] and connecting == [True, False]
    assert page.mode == "there" and engine.state == ADDED and not engine.adding


def test_an_adding_is_shown_in_the_queue(start, qtbot) -> None:
    engine = start(AddEnvironment=[[FETCHING, PAUSED]])
    page = opened(engine, qtbot)
    page.go.click()
    job = engine.test_lanes["setup"].running()
    assert job.title == "Adding the model engine" and not job.quiet


def test_pausing_keeps_what_came_and_it_goes_on(start, qtbot) -> None:
    engine = start(
        LookAtEnvironment=[[End("done", result=ABSENT)], [End("done", result=KEPT)]],
        AddEnvironment=[[FETCHING, PAUSED], [CHECKING, End("done", result=ADDED)]],
    )
    page = opened(engine, qtbot)
    page.go.click()
    qtbot.waitUntil(lambda: page.steps.bar.value() > 0, timeout=PATIENCE)
    page.go.click()
    qtbot.waitUntil(lambda: page.mode == "offer" and page.go.isEnabled(), timeout=PATIENCE)
    assert page.go.text() == "Go on" and engine.state == KEPT and not engine.connecting
    page.go.click()
    qtbot.waitUntil(lambda: page.mode == "there", timeout=PATIENCE)


def test_closing_the_page_lets_it_go_on(start, qtbot) -> None:
    engine = start(AddEnvironment=[[FETCHING, PAUSED]])
    page = opened(engine, qtbot)
    page.go.click()
    qtbot.waitUntil(lambda: page.steps.bar.value() > 0, timeout=PATIENCE)
    page.close()
    assert engine.test_pages.page is None and engine.adding and engine.connecting
    engine.test_pages.open()
    assert engine.test_pages.page.mode == "adding" and engine.test_pages.page.steps.bar.value() > 0
    engine.test_pages.page.close()
    with qtbot.waitSignal(engine.looked, timeout=PATIENCE):
        engine.pause()


def test_what_ends_behind_a_closed_page_is_told(start, qtbot) -> None:
    engine = start(
        AddEnvironment=[[End("failed", "The disk is full.", "errno 28")], [End("done", result=ADDED)]]
    )
    with qtbot.waitSignal(engine.failed, timeout=PATIENCE) as failed:
        engine.add(Source())
    assert failed.args == ["The disk is full.", "errno 28"]
    assert engine.test_notice.sentence == "The disk is full."
    with qtbot.waitSignal(engine.added, timeout=PATIENCE):
        engine.add(Source())
    assert engine.test_notice.sentence == "The model engine was added: models run now."


def test_a_failure_stands_on_the_page_with_its_details(start, qtbot) -> None:
    engine = start(AddEnvironment=[[FETCHING, End("failed", "The connection broke off.", "reset")]])
    page = opened(engine, qtbot)
    page.go.click()
    qtbot.waitUntil(
        lambda: page.mode == "offer" and page.failure.isVisible() and page.go.isEnabled(), timeout=PATIENCE
    )
    assert page.failure.details.text == "reset" and page.go.text() == "Try again"


def test_engines_are_unloaded_before_the_last_step_and_before_a_removal(start, qtbot, tmp_path: Path) -> None:
    engine = start(
        LookAtEnvironment=[[End("done", result=ADDED)]],
        AddEnvironment=[[CHECKING, PAUSED]],
        RemoveEnvironment=[[End("done", result=ABSENT)]],
    )
    model = engine.test_lanes["model"]

    def answered() -> None:
        model.submit(asking(write_script(tmp_path, [{"text": "ok"}])), "question")
        qtbot.waitUntil(lambda: not model.busy() and model.alive, timeout=PATIENCE)

    page = opened(engine, qtbot)
    answered()
    engine.add(Source())
    qtbot.waitUntil(lambda: not model.alive, timeout=PATIENCE)
    with qtbot.waitSignal(engine.looked, timeout=PATIENCE):
        engine.pause()
    answered()
    page.remove.click()
    with qtbot.waitSignal(engine.changed, timeout=PATIENCE):
        page.sure.click()
    assert not model.alive and page.mode == "offer"
    assert [request["is"] for request in engine.test_heard()].count("RemoveEnvironment") == 1


def test_nothing_is_removed_under_a_model_that_works(start, qtbot, tmp_path: Path) -> None:
    engine = start(LookAtEnvironment=[[End("done", result=ADDED)]])
    model = engine.test_lanes["model"]
    page = opened(engine, qtbot)
    model.submit(asking(write_script(tmp_path, [{"progress": "busy"}, {"wait": None}])), "question")
    qtbot.waitUntil(lambda: model.alive, timeout=PATIENCE)
    page.remove.click()
    page.sure.click()
    assert page.mode == "there" and "A model still works" in page.failure.fact.text.text()
    assert model.busy()


def test_a_busy_engine_is_unloaded_when_its_job_has_ended(start, qtbot, tmp_path: Path) -> None:
    engine = start(AddEnvironment=[[End("done", result=replace(ADDED, build="cu130"))]])
    model = engine.test_lanes["model"]
    job = model.submit(asking(write_script(tmp_path, [{"progress": "busy"}, {"wait": None}])), "question")
    qtbot.waitUntil(lambda: model.alive, timeout=PATIENCE)
    with qtbot.waitSignals([engine.changed, engine.added], timeout=PATIENCE):
        engine.add(Source())
    assert model.alive and model.busy()
    job.stop()
    qtbot.waitUntil(lambda: not model.alive, timeout=PATIENCE)


def test_a_plan_that_is_asked_for_again_is_the_only_one_that_counts(start, qtbot) -> None:
    other = replace(PLAN, build="cu130")
    engine = start(PlanEnvironment=[[End("done", result=PLAN)], [End("done", result=other)]])
    page = opened(engine, qtbot)
    engine.plan(Source(wheels="/one"))
    engine.plan(Source(wheels="/two"))
    qtbot.waitUntil(
        lambda: page.offer.facts["build"].text.text() == "PyTorch for CUDA 13.0", timeout=PATIENCE
    )


def test_closing_the_program_while_it_adds_leaves_nothing(start, qtbot) -> None:
    engine = start(AddEnvironment=[[FETCHING, PAUSED]])
    page = opened(engine, qtbot)
    page.go.click()
    qtbot.waitUntil(lambda: page.steps.bar.value() > 0, timeout=PATIENCE)
    engine.test_lanes["setup"].close()
    assert not engine.adding and not engine.connecting


def test_a_closed_page_needs_no_engine(start, qtbot) -> None:
    engine = start()
    page = opened(engine, qtbot)
    assert engine.test_lanes["setup"].alive
    page.close()
    qtbot.waitUntil(lambda: not engine.test_lanes["setup"].alive, timeout=PATIENCE)


def test_what_is_asked_of_a_program_that_ends_comes_to_nothing(start, qtbot) -> None:
    engine = start()
    page = opened(engine, qtbot)
    engine.test_lanes["setup"].close()
    engine.plan(Source())
    engine.look()
    engine.add(Source())
    qtbot.waitUntil(lambda: not engine.adding)
    assert page.isVisible()


def test_the_server_engine_has_a_page_of_its_own_behind_a_row_of_the_first(
    start, qtbot, qapp, over: QWidget, tmp_path: Path
) -> None:
    removed = EnvironmentState("")
    engine = start(
        LookAtEnvironment=[[End("done", result=ADDED)]],
        RemoveEnvironment=[[End("done", result=removed)]],
    )
    lanes = engine.test_lanes
    server = ModelEngine(lanes, tmp_path / "server-engine", over, "server")
    second = EngineController(Theme(qapp), server, engine.test_notice, lambda: "", over)
    first = EngineController(Theme(qapp), engine, engine.test_notice, lambda: "", over, second)
    first.open()
    page = first.page
    assert page is not None
    qtbot.waitUntil(lambda: page.mode == "there", timeout=PATIENCE)
    assert page.server.isVisible()
    page.server.setFocus()
    qtbot.keyClick(page.server, Qt.Key.Key_Return)
    other = second.page
    assert other is not None
    qtbot.waitUntil(lambda: other.mode == "there", timeout=PATIENCE)
    assert other.windowTitle() == "Server engine"
    assert not other.server.isVisible()
    other.remove.click()
    assert "server engine" in other.question.text()
    other.sure.click()
    qtbot.waitUntil(lambda: other.mode == "offer", timeout=PATIENCE)
    requests = [request for request in engine.test_heard() if request.get("kind") == "server"]
    assert [request["is"] for request in requests][:2] == ["LookAtEnvironment", "RemoveEnvironment"]
    assert {request["home"] for request in requests} == {str(tmp_path / "server-engine")}
    other.close()
    page.close()
