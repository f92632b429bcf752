"""Many files are written a group at a time, each whole or not at all, wherever it ends."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from eyebox_models.files import atomic_group
from eyebox_models.files.atomic_group import GROUP, AtomicGroup
from eyebox_models.protocol.errors import EyeboxError

OLD, NEW = b"old" * 100, b"the new one" * 1000
NAMES = tuple(f"{number}.txt" for number in range(GROUP + 6))
KILLED = """
import os, signal, sys
from pathlib import Path
from eyebox_models.files.atomic_group import AtomicGroup
at, left = sys.argv[1], [int(sys.argv[2])]
def until(real):
    def counted(*given):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)
    return counted
if at == "fsync":
    os.fsync = until(lambda _file: None)
else:
    Path.replace = until(Path.replace)
folder = Path(sys.argv[3])
with AtomicGroup() as files:
    for name in sys.argv[4].split():
        with files.file(folder / name) as out:
            out.write(b"the new one" * 1000)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES[::2]:
        (tmp_path / name).write_bytes(OLD)
    return tmp_path


def write(folder: Path) -> None:
    with AtomicGroup() as files:
        for name in NAMES:
            with files.file(folder / name) as out:
                out.write(NEW)


def test_all_are_in_place_at_the_end_with_their_permissions(folder: Path) -> None:
    (folder / NAMES[0]).chmod(0o640)
    (folder / "link").symlink_to(folder / NAMES[2])
    write(folder)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == dict.fromkeys((*NAMES, "link"), NEW)
    assert (folder / NAMES[0]).stat().st_mode & 0o777 == 0o640


def test_they_take_their_places_while_others_are_written(folder: Path) -> None:
    with AtomicGroup() as files:
        for name in NAMES:
            with files.file(folder / name) as out:
                out.write(NEW)
        assert [(folder / name).exists() for name in NAMES[1::2]].count(True) == GROUP // 2


def test_what_a_killed_program_left_goes_and_what_another_one_writes_stays(folder: Path) -> None:
    left, written = folder / ".eyebox-1.tmp", folder / ".eyebox-2.tmp"
    for file in (left, written):
        file.touch()
    os.utime(left, (0, 0))
    write(folder)
    assert not left.exists() and written.exists()


def test_the_same_file_again_is_the_later_one(folder: Path) -> None:
    with AtomicGroup() as files:
        for data in (b"1", b"2"):
            with files.file(folder / "a") as out:
                out.write(data)
    assert (folder / "a").read_bytes() == b"2"


def test_what_was_written_before_an_error_stays(folder: Path) -> None:
    def fail() -> None:
        with AtomicGroup() as files:
            for name in NAMES[:3]:
                with files.file(folder / name) as out:
                    out.write(NEW)
                    if name == NAMES[2]:
                        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert [(folder / name).read_bytes() for name in NAMES[:3]] == [NEW, NEW, OLD]
    assert not list(folder.glob(".eyebox-*"))


def test_a_disk_that_is_full_at_last_is_told_and_only_that_file_stays_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []

    def sync(file: Path) -> None:
        synced.append(file)
        if len(synced) == 5:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic_group, "sync_file", sync)
    with pytest.raises(EyeboxError, match="The disk is full"):
        write(folder)
    found = [(folder / name).read_bytes() if (folder / name).exists() else OLD for name in NAMES[:GROUP]]
    assert (found.count(NEW), found.count(OLD)) == (GROUP - 1, 1)
    assert not list(folder.glob(".eyebox-*"))


@pytest.mark.parametrize(("at", "number"), [("fsync", 40), ("fsync", GROUP + 3), ("replace", 20)])
def test_a_killed_program_leaves_each_file_old_or_new(folder: Path, at: str, number: int) -> None:
    command = [sys.executable, "-c", KILLED, at, str(number), str(folder), " ".join(NAMES)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    there = {file.name: file.read_bytes() for file in folder.glob("*.txt")}
    assert there.keys() >= set(NAMES[::2]) and set(there.values()) <= {OLD, NEW}
    replaced = [*there.values()].count(NEW)
    assert replaced == (0 if at == "fsync" and number <= GROUP else GROUP if at == "fsync" else number - 1)
