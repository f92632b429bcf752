"""Where the program keeps its things, installed and carried along on a stick."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eyebox.folders import Folders, settle_home
from eyebox_models.protocol.errors import EyeboxError


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a packaged program, without a home of its own being set."""
    folder = tmp_path / "a stick" / "eyebox"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "eyebox"))
    monkeypatch.delenv("EYEBOX_HOME")
    yield folder
    os.environ.pop("EYEBOX_HOME", None)


def test_a_program_with_the_file_portable_keeps_its_data_beside_itself(packaged):
    (packaged / "portable").touch()
    settle_home()
    assert Folders.of_user() == Folders.under(packaged / "eyebox-data")
    assert os.environ["EYEBOX_HOME"] == str(packaged / "eyebox-data"), (
        "engines and the model library go there too"
    )


def test_without_that_file_it_uses_the_folders_of_the_user(packaged):
    settle_home()
    assert packaged not in Folders.of_user().data.parents


def test_a_home_that_the_user_has_set_goes_first(packaged, monkeypatch, tmp_path):
    (packaged / "portable").touch()
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "mine"))
    settle_home()
    assert Folders.of_user() == Folders.under(tmp_path / "mine")


def test_a_program_from_source_is_never_portable(packaged, monkeypatch):
    (packaged / "portable").touch()
    monkeypatch.setattr(sys, "frozen", False)
    settle_home()
    assert "EYEBOX_HOME" not in os.environ


def without_rights(function: Callable[[], object]) -> str:
    """What the function raises for a user without special rights: in a child process where the tests are root's."""
    if os.geteuid() != 0:
        with pytest.raises(EyeboxError) as refused:
            function()
        return str(refused.value)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgid(1)
            os.setuid(1)
            function()
            sentence = "nothing was raised"
        except BaseException as error:
            sentence = f"{error}"
        os.write(writer, sentence.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as answer:
        sentence = answer.read()
    os.waitpid(child, 0)
    return sentence


@pytest.fixture
def locked_home() -> Iterator[Path]:
    """A home with its folders, none of which can be written."""
    home = Path(tempfile.mkdtemp(dir="/tmp"))
    Folders.under(home).make()
    for folder in (*home.iterdir(), home):
        folder.chmod(0o555)
    yield home
    for folder in (home, *home.iterdir()):
        folder.chmod(0o755)
    shutil.rmtree(home)


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_a_home_that_cannot_be_written_is_named_with_what_to_do(locked_home):
    sentence = without_rights(Folders.under(locked_home).make)
    assert f"can't write to {locked_home / 'data'}: Permission denied" in sentence
    assert "EYEBOX_HOME" in sentence


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_a_lock_that_cannot_be_written_is_no_running_program(locked_home):
    from eyebox.single import Single

    sentence = without_rights(Single(locked_home / "data").is_first)
    assert f"can't write to {locked_home / 'data'}" in sentence


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_settings_and_logs_that_cannot_be_written_stop_nothing(tmp_path):
    (tmp_path / "file").touch()
    nowhere = tmp_path / "file" / "folder"
    Folders(tmp_path / "data", nowhere, tmp_path / "cache", nowhere).make()
    assert (tmp_path / "data").is_dir() and (tmp_path / "cache").is_dir()


def test_why_the_program_does_not_start_is_shown_in_the_language_of_the_user(tmp_path):
    (tmp_path / "file").touch()
    code = """
from PySide6.QtWidgets import QApplication, QMessageBox
from eyebox.app import run
QApplication.platformName = staticmethod(lambda: "xcb")
QMessageBox.critical = staticmethod(lambda _parent, _title, text: print(text))
raise SystemExit(run())
"""
    home = {
        "EYEBOX_HOME": str(tmp_path / "file" / "home"),
        "LC_ALL": "zh_CN.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        env=os.environ | home,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
    )
    assert done.returncode == 1 and "无法写入" in done.stdout
    assert f"eyebox: Eyebox can't write to {tmp_path / 'file'}" in done.stderr
