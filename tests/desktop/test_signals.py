"""Ctrl+C in the terminal and `kill` end the window in order; a second one ends it at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from eyebox import app
from eyebox.program import Program

def ask(single, window):
    QTimer.singleShot(0, lambda: print("asking", flush=True))
    QDialog(window).exec()
    print("answered", flush=True)

def work(single, window):
    print("working", flush=True)
    while True:
        pass

app._listen = {"ask": ask, "work": work}[sys.argv[1]]
close = Program.close
Program.close = lambda program: print("closed", flush=True) or close(program)
sys.exit(app.run())
"""


@contextmanager
def running(home: Path, *does: str) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "EYEBOX_HOME": str(home)}
    command = [sys.executable, "-c", PROGRAM, *does]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(
    "number",
    [
        "SIGINT",
        pytest.param("SIGTERM", marks=pytest.mark.thorough),
        pytest.param("SIGHUP", marks=pytest.mark.thorough),
    ],
)
def test_it_ends_in_order_also_under_a_dialog(tmp_path: Path, number: str) -> None:
    with running(tmp_path, "ask") as process:
        assert process.stdout is not None and process.stdout.readline() == "asking\n"
        process.send_signal(getattr(signal, number))
        assert process.stdout.read() == "answered\nclosed\n"
        assert process.wait(60) == 0


def test_a_second_one_ends_it_at_once(tmp_path: Path) -> None:
    with running(tmp_path, "work") as process:
        assert process.stdout is not None and process.stdout.readline() == "working\n"
        while process.poll() is None:  # one that is told while another waits to be handled is none
            process.send_signal(signal.SIGTERM)
        assert process.returncode == -signal.SIGTERM
