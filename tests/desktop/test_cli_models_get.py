"""`eyebox models list`, `get` and `verify` as a new user meets them."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from eyebox.__main__ import main
from hub_server import HubServer

NAME = "Some-Org/Tiny-VL"
HEADER = json.dumps(
    {
        name: {
            "dtype": "U8",
            "shape": [1_000_000],
            "data_offsets": [start * 1_000_000, (start + 1) * 1_000_000],
        }
        for start, name in enumerate(
            ("model.embed_tokens.weight", "lm_head.weight", "visual.blocks.0.norm1.weight")
        )
    }
).encode()
WEIGHTS = struct.pack("<Q", len(HEADER)) + HEADER + b"w" * 3_000_000
FILES = {
    "config.json": b'{"model_type": "qwen2_vl", "vision_config": {}}',
    "tokenizer.json": b"{}",
    "preprocessor_config.json": b'{"patch_size": 14}',
    "model.safetensors": WEIGHTS,
}
FIELDS = {
    "family", "name", "parameters", "precision_on_disk", "bytes_on_disk", "runs", "problems", "folder", "source", "complete",
}  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home 图"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hf"))
    monkeypatch.setenv("MODELSCOPE_CACHE", str(tmp_path / "ms"))
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    return tmp_path / "home 图"


@pytest.fixture
def hub(monkeypatch):
    pytest.importorskip("huggingface_hub")
    with HubServer({NAME: FILES}) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.endpoint)
        yield server


def outcome(capsys, *arguments):
    status = main(["models", *arguments])
    captured = capsys.readouterr()
    assert all(line.startswith("eyebox: ") for line in captured.err.splitlines()), captured.err
    return status, captured.out, captured.err


def test_the_list_has_the_reader_first(capsys):
    status, out, err = outcome(capsys, "list", "--json")
    assert (status, err) == (0, "")
    [reader] = json.loads(out)
    assert reader["family"] == "reader" and set(reader) >= FIELDS
    status, out, _err = outcome(capsys, "list")
    assert status == 0 and "PP-OCR" in out and "ready" in out


def test_get_then_list_then_verify(capsys, hub, home):
    status, out, _err = outcome(capsys, "get", NAME, "--json")
    assert status == 0
    card = json.loads(out)
    assert set(card) >= FIELDS
    assert card["name"] == NAME and card["complete"] and card["source"] == "eyebox"
    folder = Path(card["folder"])
    assert folder.is_relative_to(home / "data" / "models")
    assert (folder / "model.safetensors").read_bytes() == WEIGHTS
    _status, out, _err = outcome(capsys, "list", "--json")
    [_reader, listed] = json.loads(out)
    assert (listed["name"], listed["folder"], listed["complete"]) == (NAME, str(folder), True)
    Path(os.path.realpath(folder / "model.safetensors")).write_bytes(WEIGHTS[:-1] + b"x")
    status, out, err = outcome(capsys, "verify", str(folder), "--json")
    assert status == 1
    assert json.loads(out)["problems"][0].startswith("model.safetensors is damaged")
    assert "model.safetensors is damaged" in err
    hub.served.clear()
    assert outcome(capsys, "get", NAME)[0] == 0
    assert hub.served == {"model.safetensors": [(0, len(WEIGHTS))]}


def test_what_cannot_be_fetched_is_one_line(capsys, hub, monkeypatch):
    status, out, err = outcome(capsys, "get", "Some-Org/Nobody", "--json")
    assert (status, out) == (1, "") and "There is no model Some-Org/Nobody" in err and err.count("\n") == 1
    status, _out, err = outcome(capsys, "get", NAME, "--endpoint", "http://127.0.0.1:1")
    assert status == 1 and "refuses the connection" in err
    status, _out, err = outcome(capsys, "get", NAME, "--revision", "v9")
    assert status == 1 and "v9" in err


def test_half_a_download_is_listed_as_such(capsys, hub):
    hub.faults.always["model.safetensors"] = (404, {})
    assert outcome(capsys, "get", NAME)[0] == 1
    _status, out, _err = outcome(capsys, "list", "--json")
    [_reader, half] = json.loads(out)
    assert half["name"] == NAME and not half["complete"] and half["problems"]


def test_verify_needs_a_folder(capsys, tmp_path):
    status, out, err = outcome(capsys, "verify", str(tmp_path / "gone"), "--json")
    assert (status, out) == (1, "") and "There is no folder" in err


@pytest.mark.parametrize(
    "arguments", [["get"], ["get", "a", "b"], ["verify"], ["list", "x"], ["get", "a", "--x"]]
)
def test_wrong_usage(capsys, arguments):
    status, out, err = outcome(capsys, *arguments)
    assert (status, out) == (2, "") and err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is another thing there")
def test_ctrl_c_keeps_what_came_and_says_how_to_go_on(capsys, hub, home):
    go_on = threading.Event()
    hub.faults.hold["model.safetensors"] = (1_500_000, go_on)
    process = subprocess.Popen(
        [sys.executable, "-m", "eyebox", "models", "get", NAME],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert hub.held.wait(60)
    while not any(part.stat().st_size > 1_000_000 for part in home.rglob("*.part")):
        hub.wait(0.01)
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=240)
    assert process.returncode == 130
    assert f"eyebox models get {NAME} goes on" in err and err.count("\n") == 1
    [part] = home.rglob("*.part")
    kept = part.stat().st_size
    hub.faults.hold.clear()
    go_on.set()
    assert outcome(capsys, "get", NAME)[0] == 0
    assert hub.served["model.safetensors"][-1] == (kept, len(WEIGHTS))
