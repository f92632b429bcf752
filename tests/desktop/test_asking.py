"""`eyebox capture` with a running program: what it takes along, what it prints, and how little it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from eyebox.asking import _quoted
from eyebox.folders import Folders
from eyebox.meeting import data_folder, socket_name
from eyebox.single import CaptureAsked, Single

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sockets with a path")

ASK = "import sys; from eyebox.__main__ import main; sys.exit(main(['capture', *sys.argv[1:]]))"


@pytest.fixture
def running(qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Single]:
    """A running program, as later starts find it."""
    login = tmp_path / "l"
    login.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(login))
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("eyebox.meeting.LONGEST", 100)
    (tmp_path / "home" / "data").mkdir(parents=True)
    single = Single(tmp_path / "home" / "data")
    assert single.is_first()
    single.listen()
    yield single
    single.release()


def ask(qtbot: QtBot, *words: str, **environment: str) -> tuple[int, bytes]:
    """The exit status and the output of `eyebox capture` with these options."""
    code = "import eyebox.meeting; eyebox.meeting.LONGEST = 100; " + ASK
    program = subprocess.Popen(
        [sys.executable, "-c", code, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
    )
    told: list[tuple[bytes, bytes]] = []
    waiter = threading.Thread(target=lambda: told.append(program.communicate()))
    waiter.start()
    qtbot.waitUntil(lambda: bool(told))
    waiter.join()
    return program.returncode, told[0][0]


def answering(running: Single, answer: Callable[[CaptureAsked], object]) -> list[list[str]]:
    asked: list[list[str]] = []
    running.capture_asked.connect(lambda one: (asked.append(one.words), answer(one)))
    return asked


def test_a_capture_is_asked_with_its_options(running: Single, qtbot: QtBot, monkeypatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    asked = answering(running, CaptureAsked.accept)
    words = ["--region", 'a "fixed"\\ one, 发票 🧾']
    assert ask(qtbot, *words, XDG_ACTIVATION_TOKEN="token/1@2") == (0, b"")
    assert asked == [words]
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "token/1@2"


def test_the_text_is_printed(running: Single, qtbot: QtBot) -> None:
    def answer(asked: CaptureAsked) -> None:
        asked.accept()
        asked.give("第一行\nsecond\n")

    asked = answering(running, answer)
    assert ask(qtbot, "--read") == (0, "第一行\nsecond\n".encode())
    assert asked == [["--read"]]


def test_one_that_ended_meanwhile_gets_nothing(running: Single, qtbot: QtBot) -> None:
    import socket

    told: list[CaptureAsked] = []
    running.capture_asked.connect(told.append)
    with socket.socket(socket.AF_UNIX) as link:
        link.connect(f"{os.environ['XDG_RUNTIME_DIR']}/{socket_name(data_folder())}")
        link.sendall(b'{"capture": ["--read"]}\n')
        qtbot.waitUntil(lambda: bool(told))
        gone = told[0]._link.destroyed
    with qtbot.waitSignal(gone):
        pass
    told[0].give("text")


def test_what_does_not_begin_is_said(running: Single, qtbot: QtBot) -> None:
    answering(running, lambda asked: asked.fail("没有 region."))
    status, printed = ask(qtbot, "--region", "nowhere")
    assert (status, printed) == (1, b"")


def test_no_region_is_an_interruption(running: Single, qtbot: QtBot) -> None:
    answering(running, lambda asked: (asked.accept(), asked.give(None)))
    assert ask(qtbot, "--read") == (130, b"")


def test_options_that_are_none_are_explained_by_the_start(running: Single, qtbot: QtBot) -> None:
    answering(running, CaptureAsked.refuse)
    assert ask(qtbot, "--nonsense") == (2, b"")


def test_every_line_of_a_packet_is_answered(running: Single, qtbot: QtBot) -> None:
    import socket

    asked = answering(running, CaptureAsked.accept)
    opened: list[object] = []
    running.requested.connect(opened.append)
    with socket.socket(socket.AF_UNIX) as link:
        link.connect(f"{os.environ['XDG_RUNTIME_DIR']}/{socket_name(data_folder())}")
        link.sendall(b'{"capture": []}\nnonsense\n{"open": ["a.png"]}\n{"capture": ["--read"]}\n')
        qtbot.waitUntil(lambda: len(asked) == 2)
        assert link.recv(100) == b"ok\nok\nok\n"
    assert opened == [{"open": ["a.png"]}]


def test_without_a_running_program_the_start_goes_on(tmp_path: Path) -> None:
    code = "from eyebox.asking import ask_running; print(ask_running([]))"
    environment = {**os.environ, "EYEBOX_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=240
    )
    assert done.stdout == "None\n", done.stderr


def test_little_is_imported_before_the_running_program_is_asked(running: Single, qtbot: QtBot) -> None:
    answering(running, CaptureAsked.accept)
    code = (
        "import sys; before = set(sys.modules); import eyebox.meeting; eyebox.meeting.LONGEST = 100\n"
        "from eyebox.__main__ import main; status = main(['capture'])\n"
        "print(status, *sorted(set(sys.modules) - before))"
    )
    program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env={
        **os.environ, "PYTHONPATH": os.pathsep.join(sys.path),
    })  # fmt: skip
    qtbot.waitUntil(lambda: program.poll() is not None)
    output = program.communicate()[0].decode()
    assert output.split() == [
        "0",
        "__future__",
        "_socket",
        "eyebox",
        "eyebox.__main__",
        "eyebox.asking",
        "eyebox.meeting",
    ]


@pytest.mark.parametrize("variables", [{}, {"XDG_DATA_HOME": "/somewhere/else"}, {"EYEBOX_HOME": "/a/stick"}])
def test_it_is_looked_for_where_the_program_keeps_its_data(monkeypatch, variables: dict[str, str]) -> None:
    for name in ("EYEBOX_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert data_folder() == str(Folders.of_user().data)


def test_other_systems_keep_it_where_platformdirs_says(monkeypatch) -> None:
    from platformdirs.macos import MacOS

    monkeypatch.delenv("EYEBOX_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert data_folder() == MacOS("eyebox", appauthor=False).user_data_dir
    assert platformdirs.PlatformDirs  # the program asks it


@pytest.mark.parametrize("text", ["", "plain", 'quote " and \\', "发票", "🧾 emoji", "a\nb\t\x00\x7f"])
def test_texts_are_quoted_as_json(text: str) -> None:
    assert json.loads(_quoted(text)) == text
