"""The folders that were added in the picker are known to the command line and to the doctor too."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from eyebox.cli import main
from eyebox.doctor import examine
from eyebox.doctor.facts import Engine
from eyebox.folders import Folders
from eyebox.session.added_folders import added_folders
from eyebox.session.store import Store


@pytest.fixture
def folders() -> Folders:
    folders = Folders.of_user()
    folders.make()
    return folders


def keep(folders: Folders, value: Any) -> None:
    with closing(Store.open(folders.sessions)) as store:
        store.set_state("", "models", value)


def around(folders: Folders) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folders.data.iterdir()}


def test_what_the_window_added_is_listed(folders, tmp_path, capsys, monkeypatch):
    for name in ("HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / "no cache"))
    model = tmp_path / "模型" / "one"
    model.mkdir(parents=True)
    (model / "config.json").write_text('{"model_type": "qwen2_vl", "vision_config": {}}')
    keep(folders, {"folders": [str(model.parent)]})
    assert main(["models", "list", "--folder", str(model.parent), "--json"]) == 0
    _reader, listed = json.loads(capsys.readouterr().out)
    assert (listed["folder"], listed["source"]) == (str(model), "added")


def test_the_doctor_looks_where_the_picker_does(folders):
    keep(folders, {"folders": ["/one", "/两"]})
    asked: list[tuple[Path, tuple[str, ...]]] = []

    def library(home: Path, added: tuple[str, ...]) -> Engine:
        asked.append((home, added))
        return Engine("library", answer="13")

    (engine,) = examine._tried("library", folders, SimpleNamespace(stopped=False, library=library))
    assert engine.answer == "13"
    assert asked == [(folders.data / "models", ("/one", "/两"))]


def test_reading_changes_nothing_and_sees_what_a_window_has_just_written(folders):
    assert added_folders(folders.sessions) == () and not around(folders)
    with closing(Store.open(folders.sessions)) as store:
        store.set_state("", "models", {"folders": ["/now"]})
        assert added_folders(folders.sessions) == ("/now",)
    before = around(folders)
    assert added_folders(folders.sessions) == ("/now",)
    assert around(folders) == before


@pytest.mark.parametrize("kept", [None, 3, [], {"folders": "/one"}, {"folders": {"a": 1}}, {}])
def test_odd_values_are_none(folders, kept):
    keep(folders, kept)
    assert added_folders(folders.sessions) == ()


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 900])
def test_a_damaged_file_is_none(folders, content):
    folders.sessions.write_bytes(content)
    assert added_folders(folders.sessions) == ()
    assert folders.sessions.read_bytes() == content
