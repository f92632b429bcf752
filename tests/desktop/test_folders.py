"""Where the program keeps its things, installed and carried along on a stick."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from eyebox.folders import Folders, settle_home


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
