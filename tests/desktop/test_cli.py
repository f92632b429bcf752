"""The command line as a new user meets it: what it prints, where, and how it exits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from eyebox.__main__ import main


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def complaint(captured):
    """The one line that a command complained with."""
    lines = captured.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("eyebox: ")
    return lines[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["read"],
        ["read", "a.png", "--format", "doc"],
        ["read", "a.png", "--extract", "email,shoe"],
        ["read", "a.png", "--find", " "],
        ["read", "a.png", "--find", "x", "--table"],
        ["read", "a.png", "--table", "--format", "hocr"],
        ["read", "a.png", "--form", "text"],
        ["ask", "a.png"],
        ["ask", "-p", "hi"],
        ["ask", "--messages", "chat.json", "-p", "hi"],
        ["ask", "--messages", "chat.json", "a.png"],
        ["ask", "--each", "-p", "a", "-p", "b", "a.png"],
        ["ask", "-p", "hi", "a.png", "--precision", "int2"],
        ["ask", "-p", "hi", "a.png", "--device", "tpu"],
        ["ask", "-p", "hi", "a.png", "--temperature", "-1"],
        ["ask", "-p", "hi", "a.png", "--temperature", "nan"],
        ["ask", "-p", "hi", "a.png", "--top-p", "0"],
        ["ask", "-p", "hi", "a.png", "--num-beams", "0"],
        ["ask", "-p", "hi", "a.png", "--seed", "x"],
        ["ask", "-p", "hi", "a.png", "--adapter", "folder"],
        ["ask", "-p", "hi", "a.png", "--schema", "file"],
        ["ask", "-p", "hi", "a.png", "--offload"],
        ["models"],
        ["models", "dance"],
        ["models", "list", "--dance"],
        ["capture", "--dance"],
        ["capture", "--delay", "soon"],
        ["doctor", "--dance"],
    ],
)
def test_wrong_usage_is_one_line_and_status_2(capsys, arguments):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    complaint(captured)
    assert captured.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["-h"],
        ["--version"],
        *([command, "--help"] for command in ("read", "ask", "models", "capture", "doctor")),
    ],
)
def test_help_and_version_are_printed(capsys, arguments):
    assert main(arguments) == 0
    captured = capsys.readouterr()
    assert "eyebox" in captured.out
    assert captured.err == ""


def test_a_missing_file_is_named_on_one_line(capsys, tmp_path):
    assert main(["read", str(tmp_path / "no\nsuch.png")]) == 1
    assert r"no\nsuch.png" in complaint(capsys.readouterr())


def test_an_output_that_is_a_folder_is_said_before_the_work(capsys, tmp_path):
    assert main(["read", str(tmp_path / "missing.png"), "-o", str(tmp_path)]) == 1
    assert complaint(capsys.readouterr()).endswith("is a folder: choose another name.")


def test_an_output_that_cannot_be_written_is_said_before_the_work(capsys, tmp_path):
    assert main(["read", "a.png", "-o", str(tmp_path / "no" / "out.txt")]) == 1
    assert "its folder does not exist" in complaint(capsys.readouterr())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["read", "no.png"],
        ["ask", "-p", "hi", "no.png"],
        ["models", "list"],
        ["capture", "--help"],
        ["btach", "a.png"],
        ["missing.png"],
    ],
)
def test_no_command_imports_qt_or_a_model(arguments):
    code = f"""
import sys
from eyebox.__main__ import main
main({arguments!r})
heavy = ("PySide6", "shiboken6", "torch", "transformers", "onnxruntime", "rapidocr", "cv2", "numpy", "PIL")
print("loaded", [name for name in heavy if name in sys.modules])"""
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.endswith("loaded []\n")


def test_a_reader_of_the_output_who_leaves_is_no_error(tmp_path):
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "eyebox", "models", "list", "--json"]
    result = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    assert result.stderr == b""
    assert result.returncode == 1


def test_a_full_disk_is_one_sentence():
    device = Path("/dev/full")
    if not device.exists():
        pytest.skip("needs /dev/full")
    with device.open("wb") as full:
        command = [sys.executable, "-m", "eyebox", "models", "list", "--json"]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert result.returncode == 1
    assert result.stderr.startswith("eyebox: ") and result.stderr.count("\n") == 1


def test_images_open_the_window(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("a.png", "b c.png", "-odd.png"):
        Path(name).touch()
    opened = []
    window = SimpleNamespace(run=lambda paths, **_begun: opened.append(list(paths)) or 0)
    monkeypatch.setitem(sys.modules, "eyebox.app", window)
    assert main(["a.png", "b c.png"]) == main(["--", "-odd.png"]) == main([]) == 0
    assert opened == [["a.png", "b c.png"], ["-odd.png"], []]


@pytest.fixture
def no_window(monkeypatch, tmp_path):
    """The folder to start in; the test fails where a window would open."""

    def run(_paths, **_begun):
        pytest.fail("a window opened")

    monkeypatch.setitem(sys.modules, "eyebox.app", SimpleNamespace(run=run))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (["raed", "a.png"], "did you mean eyebox read?"),
        (["Capture"], "did you mean eyebox capture?"),
        (["merge"], "did you mean eyebox models merge?"),
        (["btach", "a.png"], "eyebox --help lists the commands."),
        (["文件\n"], "eyebox --help lists the commands."),
        ([""], "eyebox --help lists the commands."),
    ],
)
def test_what_is_neither_a_command_nor_a_file_is_refused(capsys, no_window, words, nearest):
    (no_window / "a.png").touch()
    assert main(words) == 2
    assert nearest in complaint(capsys.readouterr())


@pytest.mark.parametrize(
    "words",
    [["missing.png"], ["folder/missing"], ["missing.png", "also.png"], ["--", "read"], ["--", "-x.png"]],
)
def test_files_that_are_not_there_open_no_window(capsys, no_window, words):
    assert main(words) == 1
    assert "There is no file" in complaint(capsys.readouterr())


def test_a_file_without_a_suffix_and_one_among_missing_ones_open_the_window(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    opened = []
    monkeypatch.setitem(
        sys.modules, "eyebox.app", SimpleNamespace(run=lambda paths, **_begun: opened.append(paths) or 0)
    )
    for name in ("picture", "read", "a.png"):
        Path(name).touch()
    for words in (["picture"], ["--", "read"], ["missing.png", "a.png"], ["."]):
        assert main(words) == 0
    assert opened == [["picture"], ["read"], ["missing.png", "a.png"], ["."]]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a screen")
def test_without_a_screen_one_sentence_says_so(capsys, no_window, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    (no_window / "a.png").touch()
    for words in ([], ["a.png"], ["capture"], ["capture", "--read"]):
        assert main(words) == 1
        assert "There is no screen here" in complaint(capsys.readouterr())
    taken = []
    monkeypatch.setattr("eyebox.asking.open_in_running", lambda paths: taken.append(paths) or True)
    assert main(["a.png"]) == 0
    assert taken == [[str(no_window / "a.png")]]


@pytest.mark.skipif(sys.platform != "linux", reason="X11")
def test_a_screen_that_does_not_answer_is_one_sentence(tmp_path):
    environ = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environ |= {"DISPLAY": ":97531", "EYEBOX_HOME": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-m", "eyebox"], env=environ, capture_output=True, text=True)
    assert ran.returncode == 1
    [line] = ran.stderr.splitlines()
    assert line.startswith("eyebox: No window can be opened here (") and "eyebox doctor" in line


LOST = """
from PySide6.QtCore import qWarning
from eyebox.screen import telling_of_a_lost_screen
with telling_of_a_lost_screen():
    qWarning("something else")
    qWarning("The {} connection broke. Did the {} die?")
"""


@pytest.mark.parametrize("names", [("X11", "X11 server"), ("Wayland", "Wayland compositor")])
def test_a_screen_that_goes_away_is_one_sentence(names):
    ran = subprocess.run([sys.executable, "-c", LOST.format(*names)], capture_output=True, text=True)
    assert ran.returncode == 1
    [other, line] = ran.stderr.splitlines()
    assert other == "something else" and line.startswith(
        "eyebox: The screen is gone, and the window with it (The "
    )


@pytest.mark.parametrize(
    "files", [["a.png", "--", "-x.png"], ["--", "-x.png", "a.png"], ["--", "-x.png", "--"]]
)
def test_what_follows_two_dashes_is_a_file(capsys, no_window, files):
    for words in (["read", *files], ["ask", "-p", "hi", *files]):
        assert main(words) == 1
        assert "There is no file" in capsys.readouterr().err


def test_capture_is_handed_over(monkeypatch):
    asked = []
    window = SimpleNamespace(capture=lambda options, words: asked.append((options.read, words)) or 0)
    monkeypatch.setitem(sys.modules, "eyebox.app", window)
    assert main(["capture"]) == main(["capture", "--read"]) == 0
    assert asked == [(False, []), (True, ["--read"])]
