"""Pictures that have no file of their own are kept, once each; files that moved or changed are noticed."""

import hashlib
import resource
from pathlib import Path

import pytest

from eyebox.session.assets import Assets, find_moved, picture_suffix, sha256_of
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


def test_moved_files_are_found_by_their_content(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    path = old / "a.png"
    path.write_bytes(PNG)
    (new / "a.png").write_bytes(PNG + b"of the same name")
    sha256 = sha256_of(path)
    path.rename(old / "renamed.png")
    assert find_moved(str(path), sha256, []) == str(old / "renamed.png")
    (old / "renamed.png").rename(new / "b.png")
    assert find_moved(str(path), sha256, []) is None
    assert find_moved(str(path), sha256, [tmp_path / "no", new]) == str(new / "b.png")
    assert find_moved("a\0b.png", sha256, [new]) == str(new / "b.png")
