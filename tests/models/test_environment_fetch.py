"""Adding the environment for models from an index: every byte once, whatever goes wrong on the way."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from engine_home import archive, home, without_torch
from eyebox_models.environment.add import add
from eyebox_models.environment.place import Place, own_home
from eyebox_models.environment.plan import plan
from eyebox_models.environment.state import look_at
from eyebox_models.files import fetch
from eyebox_models.protocol.environment import EnvironmentState, SetupProgress, Source
from eyebox_models.protocol.errors import EyeboxError, Stopped
from index_server import IndexServer
from tiny_wheels import PACKAGES, TORCH, all_wheels, uv_program, uv_wheel

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts of a shell")

LARGE = "torch-2.13.0+cpu-py3-none-any.whl"
HELD = 300_000


@pytest.fixture(autouse=True)
def no_torch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    without_torch(monkeypatch, tmp_path / "hides")
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(fetch, "BACKOFF", 0.01)


@pytest.fixture
def python(tmp_path: Path) -> str:
    """A folder with a standalone Python, which is only a script that starts this one."""
    folder = tmp_path / "pythons"
    folder.mkdir()
    archive(folder)
    return str(folder)


@pytest.fixture
def index() -> Iterator[IndexServer]:
    """With a torch of 600 kB."""
    files = {"torch/__init__.py": TORCH, "torch/lib.bin": "weights!" * 75_000}
    with IndexServer(all_wheels(torch=("2.13.0+cpu", files, ("filelock",)))) as server:
        yield server


def source(index: IndexServer, python: str) -> Source:
    return Source(index.simple, index.torch, python, build="cpu")


def add_it(
    index: IndexServer, python: str, events: list[SetupProgress] | None = None, stop: Event | None = None
) -> EnvironmentState:
    said = events.append if events is not None else (lambda _event: None)
    return add(str(home()), source(index, python), said, stop or Event())


def test_every_wheel_is_fetched_once_and_reported_as_one_whole(index: IndexServer, python: str) -> None:
    events: list[SetupProgress] = []
    state = add_it(index, python, events)
    assert state.place == "added" and {name for name, _version in state.packages} == set(PACKAGES)
    assert index.served == {name: [(0, len(data))] for name, (data, _metadata) in index.wheels.items()}
    fetching = [event for event in events if event.stage == "fetching"]
    whole = sum(len(data) for data, _metadata in index.wheels.values())
    assert {event.total_bytes for event in fetching} == {whole} == {fetching[-1].done_bytes}
    assert [event.done_bytes for event in fetching] == sorted(event.done_bytes for event in fetching)
    assert not Place(home()).wheels.exists() and not Place(home()).cache.exists()
    index.served.clear()
    assert add_it(index, python) == state and not index.served


def test_torch_comes_from_its_own_index_and_the_rest_does_not(index: IndexServer, python: str) -> None:
    add_it(index, python)
    asked = {path for path, _agent in index.requests if path.endswith("/")}
    assert {path for path in asked if path.startswith("/whl/")} == {
        "/whl/cpu/torch/",
        "/whl/cpu/torchvision/",
    }
    assert not {"/simple/torch/", "/simple/torchvision/"} & asked


def test_the_installer_comes_from_the_index_too(index: IndexServer, python: str) -> None:
    place = Place(own_home())
    name, data = uv_wheel()
    index.wheels[name] = (data, b"")
    index.wheels["uv-0.1.0-py3-none-any.whl"] = (b"old", b"")
    assert add(str(place.home), source(index, python), lambda _event: None, Event()).place == "added"
    assert place.uv.is_file() and index.served[name] == [(0, len(data))]
    assert [path.name for path in place.tools.iterdir()] == [place.uv.name]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_was_killed_goes_on_with_exactly_the_missing_bytes(index: IndexServer, python: str) -> None:
    go_on = Event()
    index.faults.hold[LARGE] = (HELD, go_on)
    code = (
        "import sys; from threading import Event; from eyebox_models.environment.add import add\n"
        "from eyebox_models.protocol.environment import Source\n"
        "def told(e): print(e.stage, e.package, e.done_bytes, flush=True)\n"
        "add(sys.argv[1], Source(sys.argv[2], sys.argv[3], sys.argv[4], '', 'cpu'), told, Event())"
    )
    command = [sys.executable, "-c", code, str(home()), index.simple, index.torch, python]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        assert index.held.wait(60)
        part = Place(home()).wheels / f"{LARGE}.part"
        while not part.exists() or part.stat().st_size < HELD - 100_000:
            assert process.poll() is None
            go_on.wait(0.01)
        process.send_signal(signal.SIGKILL)
    kept = part.stat().st_size
    others = {name: list(ranges) for name, ranges in index.served.items() if name != LARGE}
    index.faults.hold.clear()
    go_on.set()
    assert look_at(str(home())).kept_bytes >= kept
    index.requests.clear()
    assert add_it(index, python).place == "added"
    assert index.served[LARGE][1:] == [(kept, len(index.wheels[LARGE][0]))]
    assert {name: ranges for name, ranges in index.served.items() if name != LARGE} == others
    assert all(path.startswith("/files/") for path, _agent in index.requests)


def test_a_stop_keeps_what_came(index: IndexServer, python: str) -> None:
    stop, go_on = Event(), Event()
    index.faults.hold[LARGE] = (HELD, go_on)

    def stop_when_held() -> None:
        index.held.wait()
        stop.set()

    watcher = Thread(target=stop_when_held)
    watcher.start()
    with pytest.raises(Stopped):
        add_it(index, python, stop=stop)
    watcher.join()
    part = Place(home()).wheels / f"{LARGE}.part"
    kept = part.stat().st_size if part.exists() else 0
    state = look_at(str(home()))
    assert state.place == "" and state.kept_bytes > kept
    index.faults.hold.clear()
    go_on.set()
    assert add_it(index, python).kept_bytes == 0
    assert index.served[LARGE][1:] == [(kept, len(index.wheels[LARGE][0]))]


def test_a_damaged_byte_is_fetched_again_and_always_damaged_is_reported(
    index: IndexServer, python: str
) -> None:
    index.faults.wrong_byte[LARGE] = 1
    assert add_it(index, python).place == "added"
    assert len(index.served[LARGE]) == 2
    name = next(name for name in index.wheels if name.startswith("numpy"))
    index.faults.wrong_byte[name] = 9
    shutil.rmtree(home())
    with pytest.raises(EyeboxError, match=r"numpy.* arrived damaged"):
        add_it(index, python)
    assert look_at(str(home())).place == ""


def test_a_wheel_that_is_gone_from_the_index_is_chosen_anew(index: IndexServer, python: str) -> None:
    name = next(name for name in index.wheels if name.startswith("accelerate"))
    index.faults.status[name] = 404
    with pytest.raises(EyeboxError, match="accelerate"):
        add_it(index, python)
    index.faults.status.clear()
    assert add_it(index, python).place == "added"


def test_an_index_that_is_none_or_refuses_is_reported(index: IndexServer, python: str) -> None:
    for wheels, match in (
        (f"{index.base}/nothing", "uv is not on"),
        ("http://127.0.0.1:1/simple", "refuses the connection"),
        ("ftp://somewhere/simple", "no address of packages"),
    ):
        with pytest.raises(EyeboxError, match=match):
            add(
                str(own_home()),
                Source(wheels, index.torch, python, build="cpu"),
                lambda _event: None,
                Event(),
            )


def test_a_python_that_can_not_be_downloaded_is_one_of_this_machine(index: IndexServer) -> None:
    place = Place(home())
    place.uv.unlink()
    place.uv.write_text(
        f'#!/bin/sh\n[ "$1" = python ] && {{ echo "error: no way to there" >&2; exit 2; }}\nexec "{uv_program()}" "$@"\n'
    )
    place.uv.chmod(0o755)
    events: list[SetupProgress] = []
    state = add_it(index, "", events)
    receipt = place.receipt()
    assert state.place == "added" and receipt is not None
    [version] = {path.parent.name for path in Path(state.folder).glob("lib/python3.*/site-packages")}
    assert version == f"python{receipt.version}" and receipt.base in [event.package for event in events]
    assert not place.pythons.exists()
    with pytest.raises(EyeboxError, match=r"Python 3.12 could not be downloaded \(no way to there\)"):
        add_it(index, "https://a.example/pythons")


def test_a_plan_connects_to_nobody_and_names_who_would_be(
    python: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    planned = plan(str(home()), Source(build="cu130"), Event())
    assert planned.hosts == ("pypi.org", "files.pythonhosted.org", "download.pytorch.org", "github.com")
    assert planned.build == "cu130" and planned.download_bytes > 1e9 and not planned.problem
    mirrored = plan(str(home()), Source("https://a.example/simple", "https://b.example/whl", python), Event())
    assert mirrored.hosts == ("a.example", "b.example")
    plain = plan(
        str(home()), Source("https://me:secret@a.example/simple", python=python, build="pypi"), Event()
    )
    assert plain.hosts == ("a.example",)
    assert "no build of torch" in plan(str(home()), Source(build="cuda"), Event()).problem
