"""Who answers: as it is typed, stored, called, and which engine is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from eyebox_models.protocol.ask import READER, Ask, ModelRef
from eyebox_models.protocol.wire import pack, unpack


@pytest.mark.parametrize(
    ("text", "kind", "engine", "short"),
    [
        ("reader", "reader", "reader", "reader"),
        ("Qwen/Qwen2-VL-2B-Instruct", "name", "model", "Qwen2-VL-2B-Instruct"),
        ("scripted:/tmp/a.json", "name", "model", "a.json"),
        ("endpoint:at home", "endpoint", "endpoint", "at home"),
        (str(Path("models/m").absolute()), "folder", "model", "m"),
        (str(Path("hub/models--Org--Name/snapshots/0a1b").absolute()), "folder", "model", "Name"),
    ],
)
def test_what_it_stands_for(text, kind, engine, short):
    ref = ModelRef(text)
    assert (ref.kind, ref.engine, ref.short_name) == (kind, engine, short)
    assert ref == text and unpack(pack(Ask((), text))).model.kind == kind


def test_a_folder_that_is_typed_is_known_from_everywhere(tmp_path, monkeypatch):
    (tmp_path / "m").mkdir()
    (tmp_path / "reader").mkdir()
    monkeypatch.chdir(tmp_path)
    assert ModelRef.typed("m") == str(tmp_path / "m")
    assert ModelRef.typed("Org/Name").kind == "name"
    assert ModelRef.typed("reader") == READER
