"""A download in a real engine process: killed in the middle, started again, stopped, offline for all else."""

from __future__ import annotations

import os
import random
import signal
import threading
from pathlib import Path

import pytest

from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.cards import ModelCard, ModelCards, Transfer
from eyebox_models.protocol.requests import Discard, Download, ListModels, Verify
from hub_server import HubServer

pytest.importorskip("huggingface_hub")

NAME = "Some-Org/Tiny-VL"
FILES = {
    "config.json": b'{"model_type": "qwen2_vl", "vision_config": {}}',
    "model-00001-of-00002.safetensors": random.Random(3).randbytes(12_000_000),
    "model-00002-of-00002.safetensors": random.Random(4).randbytes(12_500_000),
    "model.safetensors.index.json": (
        b'{"weight_map": {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}}'
    ),
}
SECOND = "model-00002-of-00002.safetensors"


@pytest.fixture
def hub(monkeypatch):
    for name in ("HF_TOKEN", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with HubServer({NAME: FILES}) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.endpoint)
        yield server


@pytest.fixture
def start(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.setenv("MODELSCOPE_CACHE", str(tmp_path / "ms"))
    engines = []

    def make():
        engines.append(EngineProcess("download", tmp_path / "log"))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


def coverage(hub, file):
    """How often each byte range of a file went out: its ranges must join without a gap or an overlap."""
    return sorted(span for span in hub.served[file] if span[0] != span[1])


def test_killed_in_the_middle_and_started_again(hub, start, tmp_path):
    home = str(tmp_path / "models")
    go_on = threading.Event()
    hub.faults.hold[SECOND] = (6_000_000, go_on)
    engine = start()

    def kill_in_the_middle():
        hub.held.wait()
        while not any(part.stat().st_size > 1_000_000 for part in Path(home).rglob("*.part")):
            hub.wait(0.01)
        os.kill(engine.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill_in_the_middle)
    killer.start()
    end = engine.run("1", Download(NAME, home), lambda _event: None)
    killer.join()
    assert end.outcome == "failed" and "\n" not in end.message
    [part] = Path(home).rglob("*.part")
    kept = part.stat().st_size
    assert 0 < kept < len(FILES[SECOND])
    listed = start().run("2", ListModels(home), lambda _event: None)
    assert isinstance(listed.result, ModelCards)
    [half] = listed.result.cards
    assert not half.complete and half.problems
    served = {file: list(spans) for file, spans in hub.served.items()}
    hub.served.clear()
    hub.faults.hold.clear()
    go_on.set()

    end = start().run("3", Download(NAME, home), lambda _event: None)
    assert end.outcome == "done", end.message
    assert isinstance(end.result, ModelCard) and end.result.complete
    assert {p.name: p.read_bytes() for p in Path(end.result.folder).iterdir()} == FILES
    assert hub.served == {SECOND: [(kept, len(FILES[SECOND]))]}
    assert served["model-00001-of-00002.safetensors"] == [(0, 12_000_000)]
    assert start().run("4", Verify(end.result.folder), lambda _event: None).result.complete


def test_every_fault_in_one_download(hub, start, tmp_path):
    hub.faults.drop_after[SECOND] = [5_000_000, 2_000_000]
    hub.faults.status[SECOND] = [(503, {"Retry-After": "0"})]
    hub.faults.wrong_byte["model-00001-of-00002.safetensors"] = 1
    hub.faults.always["model.safetensors.index.json"] = (404, {})
    engine = start()
    end = engine.run("1", Download(NAME, str(tmp_path)), lambda _event: None)
    assert end.outcome == "failed"
    assert "model.safetensors.index.json is not on" in end.message
    hub.faults.always.clear()
    end = engine.run("2", Download(NAME, str(tmp_path)), lambda _event: None)
    assert end.outcome == "done", end.message
    assert coverage(hub, SECOND) == [(0, 5_000_000), (5_000_000, 7_000_000), (7_000_000, 12_500_000)]
    assert coverage(hub, "model-00001-of-00002.safetensors") == [(0, 12_000_000)] * 2
    assert coverage(hub, "config.json") == [(0, len(FILES["config.json"]))]


def test_a_stop_is_heard_while_the_server_says_nothing(hub, start, tmp_path):
    hub.faults.hold[SECOND] = (0, threading.Event())
    engine = start()

    def stop(event):
        if isinstance(event, Transfer) and event.file == "model-00001-of-00002.safetensors":
            engine.stop("1")

    end = engine.run("1", Download(NAME, str(tmp_path)), stop)
    assert end.outcome == "stopped"
    assert engine.alive
    [half] = engine.run("2", ListModels(str(tmp_path)), lambda _event: None).result.cards
    assert not half.complete
    assert engine.run("3", Discard(NAME, str(tmp_path)), lambda _event: None).outcome == "done"
    assert engine.run("4", ListModels(str(tmp_path)), lambda _event: None).result.cards == ()
    assert engine.run("5", Discard("Some-Org/Nobody", str(tmp_path)), lambda _event: None).outcome == "done"
