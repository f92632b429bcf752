"""A file is written whole or not at all, and what went wrong is said in one sentence."""

import resource
import shutil
import stat
import subprocess

import pytest

from eyebox_models.files.atomic_write import save_file, shown
from eyebox_models.protocol.errors import EyeboxError
from session_samples import AWKWARD_NAMES


@pytest.mark.parametrize("name", AWKWARD_NAMES)
def test_writes_text_and_bytes(tmp_path, name):
    save_file(tmp_path / name, "鮭魚\r\n🍔\udcff")
    assert (tmp_path / name).read_bytes() == "鮭魚\r\n🍔?".encode()
    save_file(str(tmp_path / name), b"\x00\xff")
    assert (tmp_path / name).read_bytes() == b"\x00\xff"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_permissions_and_links_stay(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    save_file(link, "new")
    assert link.is_symlink() and real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def failing(path, data="new"):
    with pytest.raises(EyeboxError) as error:
        save_file(path, data)
    text = str(error.value)
    assert text.endswith(".") and "\n" not in text
    return text


def test_wrong_places_get_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    assert "folder does not exist" in failing(tmp_path / "missing" / "a.txt")
    assert "folder does not exist" in failing(tmp_path / "file" / "a.txt")
    assert "is a folder" in failing(tmp_path / "folder")
    assert "too long" in failing(tmp_path / ("n" * 300))
    assert "is no name" in failing(tmp_path / "a\0b")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file", "folder"]


def test_folder_without_rights(tmp_path, monkeypatch):
    def refuse(*_arguments, **_more):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("old")
    monkeypatch.setattr("os.open", refuse)
    assert "may not be written" in failing(tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text() == "old"


def test_full_disk_keeps_the_old_file(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        text = failing(tmp_path / "a.txt", "n" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "disk is full" in text
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.txt", "old")]


def test_really_full_disk(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a tmpfs of 1 MB is not allowed here")
    try:
        save_file(folder / "a.txt", b"old" * 100_000)
        assert "disk is full" in failing(folder / "a.txt", b"n" * 1_000_000)
        assert (folder / "a.txt").read_bytes() == b"old" * 100_000
        assert len(list(folder.iterdir())) == 1
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_paths_are_shown_on_one_short_line():
    assert shown("/a b/c.png") == "/a b/c.png"
    assert shown("/two\nlines\x1b[31m\u202e\udcff.png") == "/two\\nlines\\x1b[31m\\u202e\\udcff.png"
    assert len(shown("/x" * 500)) == 161
