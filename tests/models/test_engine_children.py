"""What an engine starts ends with it, and the program that started the engine does not."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import psutil
import pytest

from engines import asking, with_children, write_script
from eyebox_models.engine.child import heap_variables
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.events import TextDelta

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="process groups of POSIX")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EngineProcess]:
    engine = EngineProcess("model", tmp_path / "log", with_children())
    yield engine
    engine.close()


@pytest.fixture
def script(tmp_path: Path) -> str:
    """An engine with a child that sleeps, and with an engine that has another."""
    steps = [{"child": True}, {"text": os.sep}, {"ignore_stop": 600}]
    inner = write_script(tmp_path, steps, "inner.json").removeprefix("scripted:")
    return write_script(tmp_path, [{"child": True}, {"engine": inner}], "outer.json")


def kill(engine: EngineProcess) -> None:
    engine.kill()


def close(engine: EngineProcess) -> None:
    engine.close()


def hang_up(engine: EngineProcess) -> None:
    engine.hang_up()


def kill_from_outside(engine: EngineProcess) -> None:
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGKILL)


def kill_its_group(engine: EngineProcess) -> None:
    assert engine.pid is not None
    group = os.getpgid(engine.pid)
    assert group != os.getpgrp()
    os.killpg(group, signal.SIGKILL)


@pytest.mark.parametrize("end", [kill, close, hang_up, kill_from_outside, kill_its_group])
def test_what_an_engine_started_ends_with_it(
    engine: EngineProcess, script: str, end: Callable[[EngineProcess], None]
) -> None:
    said = ""
    started: list[psutil.Process] = []

    def on_event(event: object) -> None:
        nonlocal said
        if isinstance(event, TextDelta):
            said += event.text
        if os.sep in said and not started:
            assert engine.pid is not None
            started.extend(psutil.Process(engine.pid).children(recursive=True))
            thread = Thread(target=end, args=(engine,))
            thread.start()
            thread.join()

    engine.run("job", asking(script), on_event)
    assert {process.pid for process in started} > set(map(int, said.replace(os.sep, "").split()))
    assert len(started) == 3
    assert not psutil.wait_procs(started, timeout=240)[1]


def test_a_program_that_is_killed_takes_its_engines_and_their_children_along(
    script: str, tmp_path: Path
) -> None:
    code = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parents[1] / "helpers")!r})
from pathlib import Path
from engines import asking, with_children
from eyebox_models.engine.process import EngineProcess
engine = EngineProcess("model", Path({str(tmp_path / "log")!r}), with_children())
engine.run("job", asking({script!r}), lambda event: print(event.text, end="", flush=True))
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        while parent.stdout.read(1).decode() != os.sep:
            pass
        engines = psutil.Process(parent.pid).children(recursive=True)
        parent.kill()
    assert len(engines) == 4
    assert not psutil.wait_procs(engines, timeout=240)[1]


def test_an_engine_leads_a_session_of_its_own(engine: EngineProcess) -> None:
    engine.start()
    assert engine.pid is not None
    assert os.getsid(engine.pid) == os.getpgid(engine.pid) == engine.pid
    assert engine.pid not in (os.getsid(0), os.getpgrp())


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another heap than glibc's")
def test_the_place_of_a_freed_tensor_is_taken_again() -> None:
    """What an answer does, layer by layer: tensors of a few sizes, some of which live on, and small blocks between them."""
    script = """
import ctypes, random
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.malloc.argtypes, libc.free.argtypes = [ctypes.c_size_t], [ctypes.c_void_p]
libc.mallopt(-1, (1 << 31) - 1), libc.mallopt(-4, 0)  # as reusing_memory has it
class Told(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena a b c d e f used free top".split()]
libc.mallinfo2.restype = Told
def tensor(size):
    place = ctypes.c_void_p()
    assert libc.posix_memalign(ctypes.byref(place), ctypes.c_size_t(64), ctypes.c_size_t(size)) == 0
    return place
small, before, most = [], libc.mallinfo2(), 0
draw = random.Random(1)
def others():
    small.extend(libc.malloc(draw.choice((24, 40, 72, 100, 200, 700))) for _ in range(20))
    for _ in range(18):
        libc.free(small.pop(draw.randrange(len(small))))
for layer in range(24):
    given, key, value, normed = (tensor(size << 20) for size in (8, 1, 1, 8))
    others()
    gate = tensor(40 << 20)
    others()
    up = tensor(40 << 20)
    others()
    most = max(most, libc.mallinfo2().used - before.used)
    libc.free(gate)
    made = tensor(8 << 20)
    others()
    for one in (up, normed, made, given):
        libc.free(one)
print((libc.mallinfo2().arena - before.arena) / most)
"""
    env = {**os.environ, **heap_variables({}, "model")}
    ran = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True)
    assert float(ran.stdout) < 2  # 5 where small blocks are kept apart (glibc 2.36)


@pytest.mark.skipif(
    not Path("/sys/kernel/mm/transparent_hugepage/enabled").exists()
    or "[madvise]" not in Path("/sys/kernel/mm/transparent_hugepage/enabled").read_text()
    or platform.libc_ver()[0] != "glibc"
    or tuple(map(int, platform.libc_ver()[1].split("."))) < (2, 35),
    reason="large pages are not given on request here",
)
def test_engines_of_models_ask_for_large_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.perturb=0")
    assert "GLIBC_TUNABLES" not in heap_variables(os.environ, "reader")
    variables = heap_variables(os.environ, "model")
    first, *_others, last = variables["GLIBC_TUNABLES"].split(":")
    assert (first, last) == ("glibc.malloc.hugetlb=1", "glibc.malloc.perturb=0")
    script = "held = bytes(1 << 26); print(sum('hg' in line for line in open('/proc/self/smaps') if line.startswith('VmFlags')))"
    command = [sys.executable, "-c", script]
    asked, usual = (
        int(subprocess.run(command, env={**os.environ, **more}, capture_output=True, check=True).stdout)
        for more in (variables, {"GLIBC_TUNABLES": ""})
    )
    assert asked > usual
