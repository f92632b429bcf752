"""Only regular files are opened."""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import pytest

from eyebox_models.files.regular_file import (
    NotRegularFileError,
    check_regular,
    is_regular,
    open_regular,
    read_regular,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices with names are POSIX's")


def test_a_regular_file_and_a_link_to_one_are_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a\r\nb\x1a")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for name in ("file", "link"):
        assert read_regular(tmp_path / name) == b"a\r\nb\x1a"
        assert is_regular(tmp_path / name)
    with open_regular(tmp_path / "file") as file:
        assert not os.get_inheritable(file.fileno())


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(OSError, match="larger than 1,000 bytes") as caught:
        read_regular(tmp_path / "file", 1_000)
    assert caught.value.errno == errno.EFBIG
    (tmp_path / "small").write_bytes(b"x" * 1_000)
    assert len(read_regular(tmp_path / "small", 1_000)) == 1_000


@posix
@pytest.mark.timeout(120)
def test_pipes_sockets_and_devices_are_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("to-a-pipe").symlink_to("pipe")
    Path("zero").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        for name, kind in (("pipe", "pipe"), ("to-a-pipe", "pipe"), ("zero", "device"), ("socket", "socket")):
            for use in (check_regular, open_regular, read_regular):
                with pytest.raises(NotRegularFileError, match=f"{name} is a {kind}, no regular file"):
                    use(name)
            assert not is_regular(name)


def test_what_is_not_there_and_folders_are_reported_as_usual(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for name in ("none", "dangling", "nul\0l"):
        with pytest.raises(FileNotFoundError):
            open_regular(tmp_path / name)
    for use in (check_regular, open_regular, read_regular):
        with pytest.raises(IsADirectoryError):
            use(tmp_path)
