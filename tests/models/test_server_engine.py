"""The server engine: an environment of its own, a process behind a port with a key, ended with whoever started it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Event
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from engine_home import without_torch
from eyebox_models.endpoints import known
from eyebox_models.engine.process import EngineProcess
from eyebox_models.engine.server_engine import ServerEngine, environment_of_server, fitting
from eyebox_models.environment import running
from eyebox_models.environment.add import add
from eyebox_models.environment.place import Place, own_home
from eyebox_models.environment.plan import plan
from eyebox_models.environment.state import look_at, remove
from eyebox_models.fit.machine import Accelerator, Machine
from eyebox_models.protocol.ask import Ask, Message, ModelRef
from eyebox_models.protocol.environment import EnvironmentState, Source
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.requests import Answering, LookAtEnvironment, ServeModel
from tiny_wheels import VLLM, fill, uv_program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts of a shell")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    found = Place(own_home().with_name("server-engine"))
    found.tools.mkdir(parents=True)
    found.uv.symlink_to(uv_program())
    return found


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    return fill(tmp_path / "wheels", **VLLM)


def added(place: Place, wheels: Path) -> EnvironmentState:
    return add(str(place.home), Source(str(wheels)), lambda _event: None, Event(), "server")


@pytest.fixture
def engine(place: Place, wheels: Path, tmp_path: Path) -> ServerEngine:
    added(place, wheels)
    environment = environment_of_server(place.home)
    assert environment is not None
    return ServerEngine(environment, tmp_path / "server.log")


def asked(engine: ServerEngine, key: str) -> bytes:
    request = Request(f"{engine.url}/models", headers={"Authorization": f"Bearer {key}"})
    with urlopen(request) as answer:
        return bytes(answer.read())


def test_it_is_planned_added_and_removed_beside_the_model_engine(
    place: Place, wheels: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    planned = plan(str(place.home), Source(str(wheels)), Event(), "server")
    assert not planned.problem
    assert not planned.hosts
    assert planned.disk_bytes > 0
    assert "vllm 0.15.0" in planned.why
    state = added(place, wheels)
    names = dict(state.packages)
    assert (state.place, names["vllm"], state.problem) == ("added", "0.15.0", "")
    assert names["transformers"] == "4.57.0"
    assert state.bytes_on_disk > 0
    without_torch(monkeypatch, tmp_path / "hides")
    assert look_at(str(own_home())).place == ""
    assert running.chosen() is None
    process = EngineProcess("setup", tmp_path / "log")
    try:
        end = process.run("1", LookAtEnvironment(str(place.home), "server"), lambda _event: None)
    finally:
        process.close()
    assert end.result == state
    assert remove(str(place.home), "server").place == ""
    assert environment_of_server(place.home) is None


def test_from_an_index_it_tells_whom_it_contacts_and_about_how_much_comes(place: Place) -> None:
    planned = plan(str(place.home), Source(build="cu130"), Event(), "server")
    assert planned.hosts[0] == "pypi.org"
    assert not any("pytorch" in host for host in planned.hosts)
    assert planned.download_bytes > 4e9
    assert not planned.problem
    assert "NVIDIA card" in plan(str(place.home), Source(build="cpu"), Event(), "server").problem


def test_a_folder_without_it_is_refused(place: Place, tmp_path: Path) -> None:
    folder = fill(tmp_path / "others")
    with pytest.raises(EyeboxError, match="no wheel of vllm"):
        added(place, folder)


def test_it_answers_on_a_port_of_this_machine_to_who_has_the_key(
    engine: ServerEngine, tmp_path: Path
) -> None:
    engine.start(tmp_path, "a model", Event())
    try:
        assert engine.runs()
        assert engine.url.startswith("http://127.0.0.1:")
        assert b"a model" in asked(engine, engine.key)
        with pytest.raises(HTTPError, match="401"):
            asked(engine, "another")
        first = engine.key
        engine.start(tmp_path, "another model", Event(), ("--max-model-len", "4096"))
        assert engine.key != first
        assert b"another model" in asked(engine, engine.key)
    finally:
        engine.close()
    assert not engine.runs()
    assert engine.url == ""


def test_no_code_of_a_checkpoint_is_run(engine: ServerEngine, tmp_path: Path) -> None:
    folder, ran = tmp_path / "model", tmp_path / "ran"
    folder.mkdir()
    for module in ("json", "signal", "subprocess", "vllm"):
        (folder / f"{module}.py").write_text(
            f"open({str(ran)!r}, 'w')\nraise SystemExit('code of a checkpoint')\n"
        )
    engine.start(folder, "a model", Event())
    engine.close()
    assert not ran.exists()


def test_it_takes_what_is_free_and_chats_of_a_length_that_cards_hold() -> None:
    def card(free: float) -> Machine:
        gigabytes = 1 << 30
        card = Accelerator("a card", total_bytes=24 * gigabytes, free_bytes=int(free * gigabytes))
        return Machine(0, 0, 1, (card,))

    assert fitting(32_768, card(23.5)) == ()
    assert fitting(262_144, card(23.5)) == ("--max-model-len", "32768")
    assert fitting(None, card(19)) == ("--gpu-memory-utilization", "0.75")
    assert fitting(None, card(0.5)) == ("--gpu-memory-utilization", "0.10")
    assert fitting(None, Machine(0, 0, 1)) == ()


def test_what_it_says_where_it_fails_is_told(engine: ServerEngine, tmp_path: Path) -> None:
    with pytest.raises(EyeboxError, match="it ended") as failure:
        engine.start(tmp_path, "fails", Event())
    assert "no such card" in failure.value.detail
    assert "Fatal Python error" not in failure.value.detail  # of what stands between
    assert not engine.runs()


def test_starting_it_can_be_stopped(engine: ServerEngine, tmp_path: Path) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        engine.start(tmp_path, "a model", stop)
    assert not engine.runs()


def test_an_engine_of_its_own_serves_a_checkpoint_for_as_long_as_it_is_there(
    place: Place, wheels: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "A model"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "qwen2_vl"}')
    asked = Ask((Message("user", ("Who?",)),), ModelRef("endpoint:vllm"))
    servers = EngineProcess("server", tmp_path / "log")
    asking = EngineProcess("endpoint", tmp_path / "log")
    try:
        end = servers.run("1", ServeModel(str(folder)), lambda _event: None)
        assert "was not added" in end.message
        added(place, wheels)
        end = servers.run("2", ServeModel(str(folder)), lambda _event: None)
        served = end.result
        assert (served.model, served.family) == ("A model", "qwen2_vl")
        known.add(known.Endpoint("vllm", served.url, served.model, served.family, started=True), served.key)
        answer = asking.run("1", Answering(asked), lambda _event: None).result
        assert answer.text == "A model heard: Who?"
        servers.close()
        with pytest.raises(
            ConnectionRefusedError
        ):  # until it has ended, it may take a connection and break it
            while True:
                socket.create_connection(("127.0.0.1", urlsplit(served.url).port)).close()
        gone = asking.run("2", Answering(asked), lambda _event: None)
        assert gone.message.code == "connection-refused"
    finally:
        servers.close()
        asking.close()


_PROGRAM = """
import sys, time
from pathlib import Path
from threading import Event
from eyebox_models.engine.server_engine import ServerEngine, environment_of_server, fitting
engine = ServerEngine(environment_of_server(Path(sys.argv[1])), Path(sys.argv[2]))
engine.start(Path(sys.argv[3]), "a model", Event())
print(engine.url, engine.key, flush=True)
time.sleep(600)
"""


def test_it_ends_with_the_program_however_that_ends(place: Place, wheels: Path, tmp_path: Path) -> None:
    added(place, wheels)
    command = [sys.executable, "-c", _PROGRAM, str(place.home), str(tmp_path / "log"), str(tmp_path)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        url, key = program.stdout.readline().split()
        request = Request(f"{url}/models", headers={"Authorization": f"Bearer {key}"})
        with urlopen(request) as answer:
            assert answer.status == 200
        program.send_signal(signal.SIGKILL)
        program.wait(60)
        for _ in range(1000):
            try:
                urlopen(request).close()
            except OSError:
                break
        else:
            pytest.fail("it still answers")
    finally:
        program.kill()
        program.wait(60)
        program.stdout.close()
