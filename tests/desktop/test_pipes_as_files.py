"""Pipes in the place of files that the user names, or of the settings: one sentence, and nobody waits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from eyebox.cli.ask_options import read_schema
from eyebox.formats import json_input
from eyebox.formats.chat_file import read_question
from eyebox.settings.schema import Settings
from eyebox.settings.store import SettingsStore
from eyebox_models.protocol.errors import EyeboxError

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX"),
    pytest.mark.timeout(120),
]


@pytest.fixture(params=["pipe", "link to a pipe", "device"])
def no_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "no file.json"
    if request.param == "pipe":
        os.mkfifo(path)
    elif request.param == "device":
        path.symlink_to("/dev/zero")
    else:
        os.mkfifo(tmp_path / "pipe")
        path.symlink_to(tmp_path / "pipe")
    return path


def test_what_is_imported_is_a_regular_file(no_file: Path) -> None:
    with pytest.raises(EyeboxError, match=r"no file\.json is no regular file: choose a file of boxes\."):
        json_input.read_json(no_file)


def test_a_chat_and_a_schema_are_regular_files(no_file: Path) -> None:
    with pytest.raises(
        EyeboxError, match=r"cannot be read: no file\.json is a (pipe|device), no regular file"
    ):
        read_question(str(no_file))
    with pytest.raises(
        EyeboxError, match=r"cannot be read: no file\.json is a (pipe|device), no regular file"
    ):
        read_schema(str(no_file))


def test_settings_that_are_no_file_are_told(no_file: Path) -> None:
    store = SettingsStore(no_file)
    assert store.load() == Settings()
    assert "cannot be read (no file.json is a" in store.problem


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(json_input.MAX_BYTES + 1)
    with pytest.raises(EyeboxError, match="is larger than 256 MB"):
        json_input.read_json(tmp_path / "large.json")


def test_a_picture_that_became_a_pipe_is_told(no_file: Path, tmp_path: Path) -> None:
    from eyebox.session.assets import find_moved, sha256_of

    with pytest.raises(OSError, match="no regular file"):
        sha256_of(no_file)
    assert find_moved(str(no_file), "ab" * 32, []) is None, "nor is it waited for"
