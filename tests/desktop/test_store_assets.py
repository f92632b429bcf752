"""Pictures that have no file of their own are kept, once each; files that moved or changed are noticed."""

import hashlib
import os
import resource
from pathlib import Path

import pytest

from eyebox.session.assets import Assets, Stamp, check_file, find_moved, picture_suffix, sha256_of, stamp_of
from eyebox_models.protocol.errors import EyeboxError

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 5000
JPEG = b"\xff\xd8\xff\xe0" + b"1" * 5000


@pytest.fixture
def assets(tmp_path):
    return Assets(tmp_path / "data")


def test_same_picture_is_kept_once_under_its_hash(assets):
    first, second = assets.keep(PNG), assets.keep(bytes(bytearray(PNG)))
    assert first == second and first.sha256 == hashlib.sha256(PNG).hexdigest()
    assert assets.keep(JPEG).path.endswith(".jpg") and first.path.endswith(f"{first.sha256[:32]}.png")
    assert len(list(assets.folder.iterdir())) == 2 and sha256_of(first.path) == first.sha256


def test_broken_copy_is_written_anew(assets):
    path = assets.keep(PNG).path
    Path(path).write_bytes(PNG[:100])
    assert assets.keep(PNG).path == path and sha256_of(path) == hashlib.sha256(PNG).hexdigest()


def test_file_of_another_program_is_copied(assets, tmp_path):
    source = tmp_path / "drag\n🍔.tmp"
    source.write_bytes(JPEG)
    kept = assets.keep_file(source)
    source.unlink()
    assert sha256_of(kept.path) == kept.sha256
    with pytest.raises(EyeboxError):
        assets.keep_file(source)


@pytest.mark.parametrize("data", [b"", b"<html>", b"GIF", b"\x00" * 100])
def test_other_data_is_refused(assets, data):
    assert picture_suffix(data) is None
    with pytest.raises(EyeboxError, match="not a picture"):
        assets.keep(data)
    assert not assets.folder.exists()


def test_full_disk_leaves_nothing_behind(assets):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(EyeboxError, match="disk is full"):
            assets.keep(PNG)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(assets.folder.iterdir()) == []


def test_folder_in_the_way_gets_a_sentence(tmp_path):
    (tmp_path / "pictures").write_text("")
    with pytest.raises(EyeboxError, match="can't be used"):
        Assets(tmp_path).keep(PNG)


def test_moved_and_changed_files_are_noticed(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    sha256, stamp = sha256_of(path), stamp_of(path)
    assert check_file(path, sha256) == check_file(path, sha256, stamp) == "same"
    assert check_file(path, "0" * 64, stamp) == "same", "an unchanged stamp is believed"
    os.utime(path, ns=(1, 1))
    assert check_file(path, sha256, stamp) == "same"
    path.write_bytes(JPEG)
    assert check_file(path, sha256, stamp) == check_file(path, sha256, Stamp(1, 1)) == "changed"
    moved = tmp_path / "b.png"
    path.rename(moved)
    for gone in (path, tmp_path, "a\0b"):
        assert check_file(gone, sha256, stamp) == "moved"
    assert find_moved("b.png", sha256_of(moved), [tmp_path / "no", tmp_path]) == str(moved)
    assert find_moved("b.png", sha256, [tmp_path]) is None and find_moved("b.png", "", [tmp_path]) is None
