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
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1,7,0")
    assert [c.name for c in facts._visible(cards)] == ["b"]
    named = [Accelerator("a", 0, uuid="GPU-12ab"), Accelerator("b", 1, uuid="GPU-34cd")]
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "GPU-34")
    assert [(c.name, c.device) for c in facts._visible(named)] == [("b", "cuda:0")]


class Driver:
    """NVML of two cards; the second is parted into two instances, and its own memory can't be asked for."""

    NAMES = {1: b"A10", 2: b"A100", 21: b"A100 MIG 1g.5gb", 22: b"A100 MIG 2g.10gb"}
    UUIDS = {1: b"GPU-1", 2: b"GPU-2", 21: b"MIG-21", 22: b"MIG-22"}
    FREE = {1: 20, 21: 4, 22: 9}

    def nvmlInit_v2(self):
        return 0

    def nvmlShutdown(self):
        return 0

    def nvmlSystemGetDriverVersion(self, name, _size):
        name.value = b"580.1"
        return 0

    def nvmlSystemGetCudaDriverVersion_v2(self, number):
        number._obj.value = 13000
        return 0

    def nvmlDeviceGetCount_v2(self, count):
        count._obj.value = 2
        return 0

    def nvmlDeviceGetHandleByIndex_v2(self, index, handle):
        handle._obj.value = index + 1
        return 0

    def nvmlDeviceGetMemoryInfo(self, handle, sizes):
        if handle.value not in self.FREE:
            return 4
        sizes._obj.free, sizes._obj.total = self.FREE[handle.value], self.FREE[handle.value] + 1
        return 0

    def nvmlDeviceGetName(self, handle, name, _size):
        name.value = self.NAMES[handle.value]

    def nvmlDeviceGetUUID(self, handle, uuid, _size):
        uuid.value = self.UUIDS[handle.value]

    def nvmlDeviceGetCudaComputeCapability(self, _handle, major, _minor):
        major._obj.value = 8

    def nvmlDeviceGetMigMode(self, handle, current, _pending):
        current._obj.value = int(handle.value == 2)
        return 3 * (handle.value == 1)

    def nvmlDeviceGetMaxMigDeviceCount(self, _handle, count):
        count._obj.value = 7

    def nvmlDeviceGetMigDeviceHandleByIndex(self, _handle, place, part):
        part._obj.value = 21 + place
        return 0 if place < 2 else 6


@pytest.mark.parametrize(
    ("visible", "seen"),
    [
        (None, [("A100 MIG 1g.5gb", 4, "cuda:0")]),
        ("MIG-22", [("A100 MIG 2g.10gb", 9, "cuda:0")]),
        ("0", [("A10", 20, "cuda:0")]),
        ("", []),
    ],
)
def test_of_a_parted_card_an_instance_is_seen(monkeypatch, visible, seen):
    monkeypatch.setattr(facts, "_load", lambda _name: Driver())
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    if visible is not None:
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    cards, driver, cuda = facts._nvidia()
    assert [(card.name, card.free_bytes, card.device) for card in cards] == seen
    assert all(card.capability == (8, 0) for card in cards)
    assert (driver, cuda) == ("580.1", (13, 0))


def test_an_engine_that_shares_the_processors_sees_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(system_memory.CORES, "1")
    assert system_memory.cores() == 1
    monkeypatch.delenv(system_memory.CORES)
    assert system_memory.cores() >= 1
