"""The settings file keeps what differs from the defaults, and survives whatever happens to it."""

from __future__ import annotations

import json
import os
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox.settings.schema import Settings, from_overrides, specs
from eyebox.settings.store import SettingsStore
from eyebox_models.protocol.errors import EyeboxError


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "deep" / "settings.json")


def test_without_a_file_there_are_defaults_and_no_problem(store: SettingsStore) -> None:
    assert store.load() == Settings()
    assert store.problem == ""


def test_only_what_differs_is_written(store: SettingsStore) -> None:
    settings = Settings().with_value("theme", "dark").with_value("recent_count", 3)
    store.save(settings)
    assert json.loads(store.file.read_text("utf-8")) == {"theme": "dark", "recent_count": 3}
    assert store.load() == settings
    store.save(Settings())
    assert json.loads(store.file.read_text("utf-8")) == {}
    assert [file.name for file in store.file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"nonsense", b"[" * 100_000])
def test_a_damaged_file_is_kept_aside(store: SettingsStore, content: bytes) -> None:
    store.file.parent.mkdir()
    store.file.write_bytes(content)
    assert store.load() == Settings()
    aside = store.file.with_name("settings.json.damaged")
    assert aside.read_bytes() == content
    assert str(aside) in store.problem
    assert not store.file.exists()
    store.save(Settings(theme="light"))
    assert store.load() == Settings(theme="light")
    assert store.problem == ""


def test_a_name_with_half_a_character_is_kept_and_written_back(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    store.file.write_text(r'{"\ud800": "\udfff 图", "mirror": "http://a\ud800", "recent_count": 3}', "utf-8")
    settings = store.load()
    assert settings == Settings(recent_count=3) and store.problem == ""
    store.save(settings)
    assert json.loads(store.file.read_bytes()) == {"\ud800": "\udfff 图", "recent_count": 3}
    assert "图" in store.file.read_text("utf-8")


def test_what_is_read_can_be_written_again(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    store.file.write_text('{"later": ' + "[" * 400 + "]" * 400 + ', "theme": "dark"}')
    store.save(store.load())
    assert store.load() == Settings()
    assert store.file.with_name("settings.json.damaged").exists()


def test_a_byte_order_mark_is_no_damage(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    store.file.write_bytes(b'\xef\xbb\xbf{"theme": "dark"}')
    assert store.load() == Settings(theme="dark") and store.problem == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_a_pipe_is_not_waited_for(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    os.mkfifo(store.file)
    assert store.load() == Settings()
    assert "cannot be read" in store.problem


def test_settings_that_could_not_be_read_are_not_lost_with_the_next_change(
    store: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(Settings(theme="dark"))

    def gone(*_given: object) -> bytes:
        raise OSError(116, "Stale file handle")

    with monkeypatch.context() as patched:
        patched.setattr("eyebox.settings.store.read_regular", gone)
        assert store.load() == Settings() and "Stale" in store.problem
    for language in ("de", "ja"):
        store.save(Settings(language=language))
    kept = store.file.with_name("settings.json.damaged")
    assert json.loads(kept.read_text("utf-8")) == {"theme": "dark"}
    assert store.load() == Settings(language="ja")


def test_a_huge_file_is_kept_aside(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    store.file.write_bytes(b'{"later": "' + b"x" * 2_000_000 + b'"}')
    assert store.load() == Settings()
    assert store.file.with_name("settings.json.damaged").stat().st_size > 2_000_000


def test_wrong_values_fall_back_one_by_one(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    store.file.write_text(
        '{"theme": "mauve", "recent_count": true, "read_on_open": false, "language": 7}', "utf-8"
    )
    assert store.load() == Settings(read_on_open=False)


def test_settings_of_a_newer_version_are_kept(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    store.file.write_text('{"hotkey": "Ctrl+Alt+E"}', "utf-8")
    store.save(store.load().with_value("theme", "dark"))
    assert json.loads(store.file.read_text("utf-8")) == {"hotkey": "Ctrl+Alt+E", "theme": "dark"}


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    with pytest.raises(EyeboxError, match="cannot be saved"):
        store.save(Settings(theme="dark"))


def test_a_failed_write_leaves_the_old_file(store: SettingsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(Settings(theme="dark"))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EyeboxError, match="No space left"):
        store.save(Settings(theme="light"))
    assert store.load() == Settings(theme="dark")
    assert [file.name for file in store.file.parent.iterdir()] == ["settings.json"]


def test_values_out_of_range_are_refused() -> None:
    with pytest.raises(ValueError, match="recent_count"):
        Settings().with_value("recent_count", 31)
    with pytest.raises(ValueError, match="nothing"):
        Settings().with_value("nothing", 1)


def test_every_setting_is_described() -> None:
    assert [spec.name for spec in specs()] == [field.name for field in fields(Settings)]
    assert all(spec.allows(spec.default) for spec in specs())
    assert all(spec.title and spec.help for spec in specs() if spec.group)


@given(
    st.dictionaries(
        st.sampled_from([s.name for s in specs()]), st.none() | st.booleans() | st.integers() | st.text()
    )
)
def test_any_override_gives_allowed_settings(data: dict[str, object]) -> None:
    settings = from_overrides(data)
    assert all(spec.allows(getattr(settings, spec.name)) for spec in specs())


def test_hostile_files_are_used_or_told_and_can_be_written_again(tmp_path: Path) -> None:
    from bad_settings import hostile_settings

    for kind, path in hostile_settings(tmp_path, 54, seed=2):
        store = SettingsStore(path)
        settings = store.load()
        assert store.problem or settings == SettingsStore(path).load(), kind
        if not path.is_dir():
            store.save(settings)
            assert SettingsStore(path).load() == settings, kind
