"""Engines that need no network have none, by the kernel; what others reach is what was asked for; every attempt is recorded."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eyebox_models.engine.main import ROLES, WITHOUT_NETWORK
from eyebox_models.engine.process import EngineProcess
from eyebox_models.offline import attempts, seccomp
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.probe import ProbeReport, Tried
from eyebox_models.protocol.requests import Probe

by_kernel = pytest.mark.skipif(
    not seccomp.available(), reason="this kernel has no seccomp filters, or none for this machine"
)


def run(code: str, *arguments: str) -> str:
    """Runs Python in a process of its own, whose guard would stay in this one for good."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def reported(role: str, log: Path) -> ProbeReport:
    engine = EngineProcess(role, log)
    try:
        end = engine.run("1", Probe("network"), lambda _event: None)
    finally:
        engine.close()
    assert isinstance(end.result, ProbeReport), end.detail
    return end.result


@by_kernel
@pytest.mark.parametrize("role", WITHOUT_NETWORK)
def test_an_engine_gets_no_socket_by_python_natively_or_in_a_child(role: str, tmp_path: Path) -> None:
    attempts.attempts_file().parent.mkdir(parents=True)
    report = reported(role, tmp_path / "log")
    assert report.detail("kernel") == "yes"
    assert report.tried == tuple(
        Tried(*way) for way in [("python", "IPv4"), ("python", "IPv6"), ("native", "IPv4"), ("native", "IPv6"), ("child", "IPv4")]
    )  # fmt: skip
    assert {(one.process, one.kind, one.allowed, one.reason) for one in attempts.attempts()} == {
        (role, "socket", False, "The doctor tried whether this is refused.")
    }


def test_engines_with_network_are_those_that_reach_what_was_asked_for() -> None:
    assert set(ROLES) - set(WITHOUT_NETWORK) == {"download", "setup", "endpoint", "server"}


FILTERED = """
import ctypes, os, socket, subprocess, sys, threading
from eyebox_models.offline import seccomp

libc = ctypes.CDLL(None, use_errno=True)
begin, answers = threading.Event(), []

def older():
    begin.wait()
    answers.append(seccomp.native_socket(socket.AF_INET))

thread = threading.Thread(target=older)
thread.start()
assert seccomp.close_network()
begin.set()
thread.join()
families = [socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET, 40, socket.AF_INET + 2**32]
answers += [seccomp.native_socket(family) for family in families]
pair = (ctypes.c_int * 2)()
answers.append("" if libc.socketpair(socket.AF_INET, 1, 0, pair) == 0 else "EPERM" * (ctypes.get_errno() == 1))
answers.append("" if libc.syscall(425, 8, ctypes.c_void_p(0)) >= 0 else "EPERM" * (ctypes.get_errno() == 1))
child = "from eyebox_models.offline.seccomp import native_socket; print(native_socket(), end='')"
answers.append(subprocess.run([sys.executable, "-c", child], capture_output=True, text=True).stdout)
left, right = socket.socketpair()
left.sendall(b"local")
print(set(answers), right.recv(5).decode(), seccomp.native_socket(socket.AF_UNIX) or "given")
"""


@by_kernel
def test_the_filter_holds_in_older_threads_and_children_and_leaves_local_sockets() -> None:
    assert run(FILTERED) == "{'EPERM'} local given\n"


X32 = """
import ctypes
from eyebox_models.offline import seccomp
assert seccomp.close_network()
ctypes.CDLL(None).syscall(0x40000000 + 41, 2, 1, 0)
"""


@by_kernel
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="x32 is of x86-64")
def test_a_call_of_another_architecture_ends_the_process() -> None:
    assert subprocess.run([sys.executable, "-c", X32], timeout=240, check=False).returncode == -31  # SIGSYS


@by_kernel
def test_what_is_started_without_network_has_none_and_who_starts_it_keeps_it() -> None:
    code = "import sys; from eyebox_models.offline.seccomp import native_socket; sys.stdout.write(native_socket() or 'given')"

    def start() -> subprocess.Popen[str]:
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)

    child = seccomp.started_without_network(start)
    assert child.communicate(timeout=240)[0] == "EPERM" and seccomp.native_socket() == ""
    with pytest.raises(FileNotFoundError):
        seccomp.started_without_network(lambda: subprocess.Popen(["/nowhere"]))


def test_programs_of_other_architectures_have_numbers_of_their_own() -> None:
    x86, arm = (seccomp.program(seccomp._SYSTEMS[name]) for name in ("x86_64", "aarch64"))
    assert len(x86) == len(arm) + 16 and len(arm) % 8 == 0


GUARDED = """
import socket, sys
from eyebox_models.offline import guard
from eyebox_models.protocol.errors import Sentence
guard.watch("download")
port = int(sys.argv[1])

def tried(host, port):
    try:
        socket.create_connection((host, port), timeout=5).close()
    except PermissionError:
        return "refused"
    return "connected"

print(tried("127.0.0.1", port), tried("outside.invalid", 443))
with guard.allowed("127.0.0.1", port, Sentence("asked", "A test of {what}.", what="permits")):
    print(tried("127.0.0.1", port), tried("127.0.0.1", port + 1), tried("127.0.0.2", port))
print(tried("127.0.0.1", port))
"""


@pytest.fixture
def listening() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_python_reaches_just_what_is_allowed_and_all_of_it_is_recorded(listening: int) -> None:
    said = run(GUARDED, str(listening)).split()
    assert said == ["refused", "refused", "connected", "refused", "refused", "refused"]
    kept = attempts.attempts()
    assert [(one.kind, one.host or one.address, one.port, one.allowed) for one in kept] == [
        ("connect", "127.0.0.1", listening, False),
        ("look-up", "outside.invalid", 0, False),
        ("connect", "127.0.0.1", listening, True),
        ("connect", "127.0.0.1", listening + 1, False),
        ("connect", "127.0.0.2", listening, False),
        ("connect", "127.0.0.1", listening, False),
    ]
    assert kept[2].reason == "A test of permits." and kept[2].reason.values == {"what": "permits"}
    assert {one.process for one in kept} == {"download"} and sum(one.is_connection for one in kept) == 1


def test_the_record_is_private_bounded_and_survives_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "LARGEST", 5_000)
    for number in range(100):
        attempts.record("reader", "connect", "", f"10.0.0.{number}", 80, False, Sentence("no", "No."))
    file = attempts.attempts_file()
    assert file.stat().st_mode & 0o777 == 0o600
    sizes = [path.stat().st_size for path in file.parent.glob("connections*")]
    assert len(sizes) == 2 and max(sizes) < 5_500
    kept = [one.address for one in attempts.attempts()]
    assert kept == [f"10.0.0.{number}" for number in range(100 - len(kept), 100)] and len(kept) > 20
    with file.open("ab") as stream:
        stream.write(b'{"time": 1}\n[1]\n\xff\n{"time": 9, "process": "cut')
    attempts.record("reader", "send", "last", "10.0.0.9", 53, True, Sentence("yes", "Yes."))
    assert attempts.attempts()[-1].host == "last" and len(attempts.attempts()) == len(kept) + 1
    attempts.forget()
    assert attempts.attempts() == []


ADDING = """
import sys
from eyebox_models.offline import attempts
from eyebox_models.protocol.errors import Sentence
attempts.LARGEST = 20_000
sys.stdin.read(1)
for number in range(200):
    attempts.record(sys.argv[1], "connect", "", "10.0.0.1", number, False, Sentence("no", "No."))
"""


def test_several_processes_add_to_the_record_and_no_line_is_torn() -> None:
    adding = [
        subprocess.Popen([sys.executable, "-c", ADDING, str(number)], stdin=subprocess.PIPE)
        for number in range(3)
    ]
    for process in adding:
        process.communicate(b"!", timeout=240)
    file = attempts.attempts_file()
    lines = [line for path in file.parent.glob("connections*") for line in path.read_bytes().splitlines()]
    assert all(json.loads(line)["process"] in "012" for line in lines)
    ports = {name: [one.port for one in attempts.attempts() if one.process == name] for name in "012"}
    assert any(found and found[-1] == 199 for found in ports.values())
    assert all(found == sorted(found) for found in ports.values())


@pytest.mark.parametrize("given", [None, "libcuda"])
def test_device_files_are_made_before_the_filter_where_some_are_missing(
    given: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    class Driver:
        cuInit = staticmethod(made.append)

    def library(_name: str) -> object:
        if given is None:
            raise OSError("not there")
        return Driver

    there: Callable[[Path], bool] = lambda path: path.name != "nvidia-uvm"  # noqa: E731
    monkeypatch.setattr(Path, "exists", there)
    monkeypatch.setattr(seccomp.ctypes, "CDLL", library)
    seccomp.make_devices()
    assert made == ([] if given is None else [0] * (sys.platform == "linux"))
