"""The folder of what was made of pictures: bounded, whole or not there, for two processes, and never in an answer's way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest

from eyebox.settings.schema import specs
from eyebox_models.protocol.advice import own_folder
from eyebox_models.vision import feature_cache as cache

CONTENT = bytes(range(256)) * 4


@pytest.fixture(autouse=True)
def written() -> Iterator[None]:
    yield
    cache.finish_writing(20)


def folder() -> Path:
    return own_folder("cache") / "features"


def entry(picture: str, key: str = "tower", age: float = 0.0, content: bytes = CONTENT) -> str:
    name = cache.name_of([picture], key)
    assert cache.write(name, content)
    then = time.time() - age
    os.utime(folder() / name, (then, then))
    return name


def set_limit(mb: object) -> None:
    file = own_folder("config") / "settings.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({cache.SETTING: mb}))


def names() -> set[str]:
    return {path.name for path in folder().iterdir()}


def test_what_was_written_is_read_by_its_name_only() -> None:
    one, other = entry("a"), entry("b", content=b"")
    assert cache.read(one) == CONTENT
    assert cache.read(other) == b""
    assert cache.read(cache.name_of(["a"], "another tower")) is None
    assert cache.name_of([], "tower") == cache.name_of(["a"] * (cache.MOST_PICTURES + 1), "tower") == ""
    (folder() / one).rename(folder() / other)
    assert cache.read(other) is None, "under another name it is no entry"
    if os.name == "posix":
        assert stat.S_IMODE(folder().stat().st_mode) == 0o700
        assert stat.S_IMODE((folder() / entry("c")).stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:20], lambda data: b"",
                                    lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:]])  # fmt: skip
def test_a_damaged_entry_is_found_and_removed(damage: object) -> None:
    path = folder() / entry("a")
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert cache.read(path.name) is None
    assert not path.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_regular_file_is_no_entry() -> None:
    path = folder() / entry("a")
    path.unlink()
    os.mkfifo(path)
    assert cache.read(path.name) is None


def test_the_least_recently_used_go_first() -> None:
    own = len(cache._MARK) + cache._SUM + 300_000
    content = bytes(300_000)
    set_limit(1)
    oldest, older, old = (entry(n, age=3 * cache.RECENT - i, content=content) for i, n in enumerate("abc"))
    assert cache.used_bytes() == 3 * own
    assert cache.read(oldest), "which makes it the newest"
    new = entry("d", content=content)
    assert names() == {oldest, old, new}
    assert cache.used_bytes() <= 1_000_000
    cache.trim(own)
    assert len(names()) == 1
    cache.trim(0)
    assert not names()
    assert older not in names()


def test_what_was_used_lately_gives_way_to_nothing() -> None:
    set_limit(1)
    kept = {entry(name, content=bytes(300_000)) for name in "abc"}
    assert not cache.write(cache.name_of(["d"], ""), bytes(300_000))
    assert not cache.write(cache.name_of(["e"], ""), bytes(1_000_001))
    assert names() == kept


@pytest.mark.parametrize(
    ("setting", "found"), [(0, 0), (5, 5_000_000), (-3, 0), ("much", None), (True, None), ([1], None)]
)
def test_the_limit_is_the_settings(setting: object, found: int | None) -> None:
    default = cache.DEFAULT_MB * 1_000_000
    assert cache.limit() == default
    set_limit(setting)
    assert cache.limit() == (default if found is None else found)
    (own_folder("config") / "settings.json").write_text("[")
    assert cache.limit() == default


def test_the_limit_is_a_setting_of_the_window() -> None:
    assert {spec.name: spec.default for spec in specs()}[cache.SETTING] == cache.DEFAULT_MB


def test_the_disk_keeps_some_room(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(cache.FREE + 1000))
    assert not cache.write(cache.name_of(["a"], ""), CONTENT)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(cache.FREE + 2000))
    assert cache.write(cache.name_of(["a"], ""), CONTENT)


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="who may write everywhere notices nothing"
)
def test_a_folder_that_may_not_be_written_is_no_failure() -> None:
    name = entry("a")
    folder().chmod(0o500)
    try:
        assert not cache.write(cache.name_of(["b"], ""), CONTENT)
        assert cache.read(name) == CONTENT
    finally:
        folder().chmod(0o700)


def test_a_full_disk_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache, "atomic_write", full)
    assert not cache.write(cache.name_of(["a"], ""), CONTENT)
    assert "No space left" in capfd.readouterr().err


def test_a_picture_can_be_forgotten() -> None:
    entry("a"), entry("a", "another tower")
    both = cache.name_of(["b", "a"], "tower")
    cache.write(both, CONTENT)
    kept = entry("b")
    cache.forget([])
    assert len(names()) == 4
    cache.forget(["a", "c"])
    assert names() == {kept}


def test_what_is_waited_for_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    class Begun(cache.Thread):
        def start(self) -> None:
            assert self not in cache._writing, "who waits now can't join it"
            super().start()

    monkeypatch.setattr(cache, "Thread", Begun)
    cache.write_aside(iter([(cache.name_of(["a"], ""), CONTENT)]), 10)
    cache.finish_writing(20)
    assert names() == {cache.name_of(["a"], "")}


def test_writing_aside_is_waited_for_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    go = Event()

    def slow() -> Iterator[tuple[str, bytes]]:
        go.wait(60)
        yield cache.name_of(["a"], ""), CONTENT

    cache.write_aside(slow(), 10)
    cache.finish_writing(0.0)
    assert cache.used_bytes() == 0
    monkeypatch.setattr(cache, "WAITING", 15)
    cache.write_aside(iter([(cache.name_of(["b"], ""), CONTENT)]), 10)
    go.set()
    cache.finish_writing(20)
    assert names() == {cache.name_of(["a"], "")}


WRITER = """
import sys
from eyebox_models.vision import feature_cache as cache
print("ready", flush=True)
for number in range(100_000):
    cache.write(cache.name_of([str(number % 20)], "tower"), bytes([number % 20]) * 3_000_000)
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_process_killed_while_it_writes_leaves_no_bad_entry() -> None:
    for round in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER],
            stdout=subprocess.PIPE,
            env={**os.environ, "EYEBOX_HOME": os.environ["EYEBOX_HOME"]},
        ) as writer:
            assert writer.stdout is not None
            for _ in range(round + 2):
                writer.stdout.readline()
            until = time.monotonic() + 60
            while not list(folder().glob(".eyebox-*.tmp")) and time.monotonic() < until:
                pass
            os.kill(writer.pid, signal.SIGKILL)
    left = list(folder().glob(".eyebox-*.tmp"))
    assert left, "none was killed while it wrote"
    for number in range(20):
        content = cache.read(cache.name_of([str(number)], "tower"))
        assert content in (None, bytes([number]) * 3_000_000)
    assert cache.read(cache.name_of(["0"], "tower"))
    for path in left:
        os.utime(path, (1, 1))
    entry("later")
    assert not list(folder().glob(".eyebox-*.tmp"))
