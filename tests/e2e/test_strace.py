"""The kernel's own account of whole stories: no process of Eyebox connects to anything but local sockets."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

import desk
from tiny_models import build_tiny

STRACE = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "signal=none", "-e", "trace=network", "-o"]
PATIENCE = 500
"""Seconds for a story that takes ten, on a busy machine."""
CALL = re.compile(r"\b(socket|connect|bind|sendto|sendmsg)\(.*?\b(AF_\w+)")
STORY = Path(__file__).with_name("test_main_job.py")
CONTROL = "import socket; link = socket.socket(); link.connect_ex(('127.0.0.1', 9))"


def traced(command: Sequence[str], folder: Path) -> Counter[tuple[str, str]]:
    """Which network calls a command and all it starts made, by name and family of addresses."""
    file = folder / "trace"
    done = subprocess.run(
        [*STRACE, str(file), *command], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return Counter(found.groups() for line in file.read_text().splitlines() if (found := CALL.search(line)))


@pytest.fixture(autouse=True)
def strace(tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    if subprocess.run([*STRACE, str(tmp_path / "try"), "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace may not look at processes here, or is older than 5.3")


def outside(calls: Counter[tuple[str, str]]) -> dict[tuple[str, str], int]:
    return {call: number for call, number in calls.items() if call[1] not in ("AF_UNIX", "AF_UNSPEC")}


def test_strace_sees_a_connection(tmp_path: Path) -> None:
    calls = traced([sys.executable, "-c", CONTROL], tmp_path)
    assert set(outside(calls)) == {("socket", "AF_INET"), ("connect", "AF_INET")}


@pytest.mark.slow
@pytest.mark.timeout(PATIENCE + 20)
def test_a_window_opens_reads_answers_and_exports_without_a_connection(tmp_path: Path) -> None:
    """The story of `test_main_job`, and a scripted model in an engine of models."""
    stories = [f"{STORY}::{name}" for name in ("test_main_job", "test_stop_is_heard_at_once")]
    calls = traced([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *stories], tmp_path)
    assert calls["connect", "AF_UNIX"] and not outside(calls)


@pytest.mark.thorough
@pytest.mark.slow
@pytest.mark.timeout(PATIENCE + 20)
def test_a_model_on_torch_answers_without_a_connection(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    model, picture = tmp_path / "model", desk.draw_menu(tmp_path / "menu.png")
    build_tiny("qwen2_vl", model)
    ask = ["ask", "--model", str(model), "--max-new-tokens", "4", "-p", "what is it?", str(picture)]
    calls = traced([sys.executable, "-m", "eyebox", *ask], tmp_path)
    assert not outside(calls)
