"""The doctor looks at this very machine: children that fail are told, nothing is changed, nobody is called."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from threading import enumerate as threads

import pytest

import desk
from eyebox.cli.doctor import doctor
from eyebox.doctor import children as room
from eyebox.doctor.check import Check, Sentence
from eyebox.doctor.children import Children
from eyebox.doctor.examine import STEPS, examine
from eyebox.doctor.facts import About
from eyebox.doctor.fix import Fixes
from eyebox.doctor.judge import judge_window
from eyebox.doctor.look import cards_on_the_bus, look_at_eyebox, look_at_folder
from eyebox.folders import Folders
from eyebox_models.environment import running


@pytest.fixture
def fakes(tmp_path, monkeypatch):
    """A folder whose packages are found before the real ones, in all child processes."""
    folder = tmp_path / "fakes"
    folder.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(folder))

    def put(name: str, code: str) -> None:
        (folder / f"{name}.py").write_text(code)

    return put


GUARD = """
import os, socket, sys
def tell(name, arguments):
    if name in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        if name == "socket.connect" and arguments[0].family == getattr(socket, "AF_UNIX", None):
            return
        with open(os.environ["EYEBOX_TEST_CALLS"], "a") as file:
            file.write(f"{name} {arguments!r} in {sys.argv}\\n")
sys.addaudithook(tell)
"""
"""A sitecustomize that notes every connection a Python of the doctor tries."""


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.timeout(900)
@pytest.mark.slow
@pytest.mark.parametrize(
    "broken",
    [
        (
            "torch",
        ),  # most of the time goes into importing it and what stands on it; test_probe.py has it compute
        pytest.param((), marks=pytest.mark.thorough),
    ],
    ids=["quick", "all"],
)
def test_this_machine_is_looked_at_without_a_change_or_a_connection(broken, tmp_path, fakes, monkeypatch):
    home, calls = tmp_path / "home", tmp_path / "calls"
    for name in broken:
        fakes(name, "raise ImportError('not for this machine')")
    (home / ".cache" / "huggingface").mkdir(parents=True)
    (home / ".cache" / "huggingface" / "note").write_text("mine")
    fakes("sitecustomize", GUARD)
    monkeypatch.setenv("EYEBOX_TEST_CALLS", str(calls))
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HF_HOME", "HF_HUB_CACHE"):
        monkeypatch.delenv(name, raising=False)
    before = contents(home)
    code = """
import sys
from eyebox.__main__ import main
status = main(["doctor", "--json"])
heavy = ("PySide6", "shiboken6", "torch", "transformers", "onnxruntime", "cv2", "numpy", "PIL")
print("loaded", [name for name in heavy if name in sys.modules], status)"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    line, loaded = done.stdout.splitlines()
    report = json.loads(line)
    assert loaded == f"loaded [] {0 if report['ok'] else 1}"
    assert done.stderr == ""
    assert {"version", "python", "platform", "edition", "ok", "checks"} <= set(report)
    assert report["ok"] == all(check["state"] != "fail" for check in report["checks"])
    by_name = {check["name"]: check for check in report["checks"]}
    assert len(by_name) == len(report["checks"])
    assert {"eyebox.version", "computer.processor", "folders.data", "screen.window", "engine.reader"} <= set(
        by_name
    )
    for check in report["checks"]:
        assert check["found"]
        assert check["state"] == "pass" or (check["meaning"] and (check["advice"] or check["mend"]))
    assert by_name["engine.reader"]["state"] == by_name["engine.picture"]["state"] == "pass"
    assert contents(home) == before
    assert not Path(os.environ["EYEBOX_HOME"]).exists()
    assert not calls.exists() or calls.read_text() == ""


def looked(tmp_path, **how) -> dict[str, Check]:
    return {check.name: check for check in examine(Folders.under(tmp_path / "e"), lambda _check: None, **how)}


NO_READER = "raise ImportError('importing it would take longer than all else')"


@pytest.fixture
def own_engine(monkeypatch):
    """Model engines run in this Python, whether or not torch is installed here."""
    monkeypatch.setattr(running, "place_of", lambda: "own")
    monkeypatch.setattr(running, "chosen", lambda: None)


def test_a_torch_that_crashes_hides_nothing_else(tmp_path, fakes, own_engine, monkeypatch):
    monkeypatch.setattr(room, "path", lambda _sample: desk.draw_menu(tmp_path / "menu.png"))
    fakes("torch", "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)")
    told = looked(tmp_path)
    assert told["torch.works"].state == "fail"
    assert "SIGSEGV" in str(told["torch.works"].found)
    assert told["engine.reader"].state == "pass"
    assert told["models.packages"].state in ("pass", "warn", "fail")


def test_a_torch_that_hangs_is_ended_by_its_limit(tmp_path, fakes, own_engine):
    fakes("torch", "import threading\nthreading.Event().wait()")
    fakes("onnxruntime", NO_READER)
    told = looked(tmp_path, children=Children(limit=lambda what: 0.5 if what == "torch" else 60.0))
    assert told["torch.works"].state == "fail"
    assert "did not end in time" in str(told["torch.works"].found)


def test_stopping_ends_what_runs_and_keeps_what_was_told(tmp_path, fakes, own_engine):
    fifo = tmp_path / "begun"
    os.mkfifo(fifo)
    fakes("torch", f"import threading\nopen({str(fifo)!r}, 'w').close()\nthreading.Event().wait()")
    fakes("onnxruntime", NO_READER)
    stop, told, steps = Event(), [], []
    thread = Thread(
        target=examine,
        args=(Folders.under(tmp_path / "e"), told.append, stop, lambda *step: steps.append(step)),
    )
    thread.start()
    with fifo.open() as begun:
        begun.read()
    stop.set()
    thread.join()
    names = [check.name for check in told]
    assert names[0] == "eyebox.version" and "engine.reader" in names
    assert not any(name.startswith("torch.") for name in names)
    assert [done for done, _steps, _what in steps] == list(range(len(steps)))
    assert all(count == STEPS and what for _done, count, what in steps)


def test_stopped_before_it_began_nothing_is_told(tmp_path):
    stop = Event()
    stop.set()
    assert examine(Folders.under(tmp_path), lambda _check: None, stop) == []


def test_an_engine_that_cannot_read_is_told(tmp_path, fakes):
    fakes("onnxruntime", "raise ImportError('libstrange.so.3: cannot open shared object file')")
    with Children() as children:
        engine = children.reader()
    assert engine.ending == "crashed"
    assert engine.message


def test_qt_starts_without_a_screen_and_paints(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with Children() as children:
        window = children.window()
    assert (window.ending, window.error) == ("done", "")
    assert window.platform == "offscreen" if sys.platform == "linux" else window.platform
    assert window.qt.startswith("6.")
    assert window.icons and window.translations


@pytest.mark.skipif(sys.platform != "linux", reason="X11")
def test_a_display_that_is_not_there_is_told(monkeypatch):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    with Children() as children:
        window = children.window()
    assert window.ending == "crashed"
    about = About(distribution="debian")
    (failed,) = [c for c in judge_window(window, about, Fixes(about)) if c.state == "fail"]
    assert failed.name == "screen.window"
    assert failed.advice


def test_a_library_that_qt_lacks_is_named_with_its_package(fakes):
    fakes(
        "PySide6",
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')",
    )
    with Children() as children:
        window = children.window()
    about = About(distribution="debian")
    (failed,) = [c for c in judge_window(window, about, Fixes(about)) if c.state == "fail"]
    assert failed.fix == "sudo apt install libegl1"


def test_qt_that_hangs_is_ended(fakes, monkeypatch):
    fakes("PySide6", "import threading\nthreading.Event().wait()")
    monkeypatch.setattr(room, "WINDOW_LIMIT", 0.5)
    with Children() as children:
        assert children.window().ending == "hung"


def test_cards_are_found_on_the_bus_also_without_a_driver(tmp_path):
    for slot, vendor, kind, driver in (
        ("01", "0x10de", "0x030000", ""),
        ("02", "0x10de", "0x030200", "nouveau"),
        ("03", "0x1002", "0x030000", "amdgpu"),
        ("04", "0x8086", "0x020000", "e1000e"),
        ("05", "0x10de", "0x040300", "snd_hda_intel"),
    ):
        device = tmp_path / "devices" / f"0000:{slot}:00.0"
        device.mkdir(parents=True)
        (device / "vendor").write_text(vendor + "\n")
        (device / "class").write_text(kind + "\n")
        if driver:
            (tmp_path / driver).mkdir(exist_ok=True)
            (device / "driver").symlink_to(tmp_path / driver)
    assert cards_on_the_bus(tmp_path / "devices") == (
        ("nvidia", ""),
        ("nvidia", "nouveau"),
        ("amd", "amdgpu"),
    )
    assert cards_on_the_bus(tmp_path / "nowhere") == ()


def test_a_folder_that_is_not_made_yet_is_judged_by_the_one_above(tmp_path):
    found = look_at_folder("data", tmp_path / "a" / "b")
    assert (found.nearest, found.is_folder, found.there) == (str(tmp_path), True, False)
    (tmp_path / "a").write_text("")
    assert not look_at_folder("data", tmp_path / "a" / "b").is_folder
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_where_eyebox_is_installed_is_known():
    about = look_at_eyebox()
    assert about.edition in ("source", "installed")
    assert (Path(about.sources) / "pyproject.toml").exists() if about.sources else True
    assert about.python == sys.executable


@pytest.fixture
def found(monkeypatch):
    """What the doctor finds instead of this machine."""
    checks = []

    def play(_folders, tell, *_rest, **_more):
        for check in checks:
            tell(check)
        return checks

    monkeypatch.setattr("eyebox.doctor.examine.examine", play)
    return checks


def a_check(state, **more):
    made = {"name": f"a.{state}", "group": "Group", "title": "Title", "found": "this %1", **more}
    values = {
        key: Sentence(text, ("here",)) if key != "name" and key != "fix" else text
        for key, text in made.items()
    }
    return Check(state=state, **values)


def test_it_is_printed_in_groups_with_the_remedy_below_what_is_broken(found, capsys):
    found += [
        a_check("pass"),
        a_check("warn", meaning="It is slow.", advice="Wait."),
        a_check("fail", meaning="It does not run.", advice="Install it.", fix="sudo apt install it"),
        a_check("pass", group="Another"),
    ]
    assert doctor([]) == 1
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith("Eyebox ")
    title = "Title".ljust(28)
    assert lines == [
        "",
        "Group",
        f"  ok    {title} this here",
        f"  warn  {title} this here",
        "        It is slow.",
        "        Wait.",
        f"  FAIL  {title} this here",
        "        It does not run.",
        "        Install it.",
        "        $ sudo apt install it",
        "",
        "Another",
        f"  ok    {title} this here",
        "",
        "2 ok, 1 warning, 1 failure",
    ]


def test_values_that_look_like_places_stay_as_they_are():
    sentence = Sentence("%1: %2, of which %3 are free", ("a%2", "b%1", "5%"))
    assert str(sentence) == "a%2: b%1, of which 5% are free"


def test_warnings_are_no_failure(found, capsys):
    found.append(a_check("warn", meaning="m", advice="a"))
    assert doctor([]) == 0
    assert capsys.readouterr().out.endswith("0 ok, 1 warning, 0 failures\n")


def test_json_says_how_eyebox_is_installed_and_what_failed(found, capsys):
    found.append(a_check("fail", meaning="m", fix="do it"))
    assert doctor(["--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is False and report["edition"] == look_at_eyebox().edition
    assert report["checks"] == [
        {"name": "a.fail", "group": "Group", "title": "Title", "state": "fail", "found": "this here", "meaning": "m",
         "advice": "", "mend": "do it"}
    ]  # fmt: skip


def test_other_scripts_are_one_line_and_need_not_be_there():
    from eyebox.doctor.facts import Scripts
    from eyebox.doctor.judge import judge_scripts

    states = {
        Scripts(False, "pip install tesserocr"): ("pass", "pip install tesserocr"),
        Scripts(True): ("pass", "no language data"),
        Scripts(True, languages=("kor", "rus")): ("pass", "kor, rus"),
        Scripts(True, languages=("rus",), damaged=("/data/kor.traineddata",)): ("warn", "kor.traineddata"),
    }
    for scripts, (state, said) in states.items():
        (check,) = judge_scripts(scripts)
        assert check.state == state and said in str(check.found)


def test_without_room_for_its_files_no_thread_stays(monkeypatch) -> None:
    def full(**_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(room.tempfile, "TemporaryDirectory", full)
    with pytest.raises(OSError, match="No space"):
        Children()
    assert not [thread for thread in threads() if thread.name == "doctor-stop"]
