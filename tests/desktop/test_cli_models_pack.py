"""`eyebox models pack` and `unpack`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eyebox.__main__ import main
from eyebox.folders import Folders


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = main(["models", *map(str, words)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_model_is_packed_unpacked_into_the_library_and_refused_when_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, file = tmp_path / "my model", tmp_path / "my model.eyebox"
    model.mkdir()
    (model / "config.json").write_text('{"model_type": "qwen2_vl", "vision_config": {}}')
    (model / "model.safetensors").write_bytes(b"\0" * 100)
    status, out, _ = run(capsys, "pack", model, "-o", file, "--json")
    assert status == 0 and json.loads(out) == {
        "file": str(file), "name": "my model", "bytes": file.stat().st_size, "files": 2, "signed_by": "",
    }  # fmt: skip
    status, out, err = run(capsys, "unpack", file, "--json")
    new = Folders.of_user().data / "models" / "my model"
    told = json.loads(out)
    assert (told["folder"], told["signed_by"], told["note"][:16]) == (str(new), "", "It is not signed")
    assert status == 1 and "model.safetensors" in err  # no real weights: unpacked, and said
    assert sorted(path.name for path in new.iterdir()) == [
        ".eyebox-pack.json",
        "config.json",
        "model.safetensors",
    ]
    file.write_bytes(file.read_bytes()[:-1500])
    status, out, err = run(capsys, "unpack", file, "-o", tmp_path / "other")
    assert (status, out) == (1, "") and "my model.eyebox is cut off: fetch it again." in err
    assert not (tmp_path / "other").exists()
