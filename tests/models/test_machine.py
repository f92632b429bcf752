"""What is told of this machine."""

from __future__ import annotations

import subprocess
import sys

import pytest

from eyebox_models.files import system_memory
from eyebox_models.fit import machine as facts
from eyebox_models.fit.machine import Accelerator, machine


def test_this_machine():
    here = machine()
    assert 0 < here.available_bytes <= here.memory_bytes
    assert here.cores >= 1
    assert here.has("transformers") == bool(here.packages.get("transformers"))


def test_torch_is_not_imported():
    code = "import sys; from eyebox_models.fit.machine import machine; machine(); assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("2.15.0+cpu", (2, 15, 0)), ("5.0.0rc1", (5, 0, 0)), ("", ()), ("x", ()), ("7", (7,))],
)
def test_versions(text, numbers):
    assert facts.release(text) == numbers


def test_a_containers_limit_counts(tmp_path, monkeypatch):
    group = tmp_path / "memory.max"
    groups = [(group, tmp_path / "memory.current", "inactive_file")]
    monkeypatch.setattr(system_memory, "_groups", lambda _root: groups)
    group.write_text("max\n")
    assert system_memory._within(1000, 800, tmp_path) == (1000, 800)
    group.write_text("500\n")
    (tmp_path / "memory.current").write_text("400\n")
    (tmp_path / "memory.stat").write_text("anon 1\ninactive_file 150\n")
    assert system_memory._within(1000, 800, tmp_path) == (500, 250)
    group.write_text("nonsense")
    assert system_memory._within(1000, 800, tmp_path) == (1000, 800)


def test_cards_are_numbered_as_torch_sees_them(monkeypatch):
    cards = [Accelerator("a", 0), Accelerator("b", 1), Accelerator("c", 2)]
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "2,0")
    assert [(c.name, c.device) for c in facts._visible(cards)] == [("c", "cuda:0"), ("a", "cuda:1")]
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    assert facts._visible(cards) == ()
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    assert len(facts._visible(cards)) == 3


def test_an_engine_that_shares_the_processors_sees_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(system_memory.CORES, "1")
    assert system_memory.cores() == 1
    monkeypatch.delenv(system_memory.CORES)
    assert system_memory.cores() >= 1
