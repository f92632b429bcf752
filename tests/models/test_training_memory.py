"""What teaching is told to take of memory: what it is made of, and what is refused; and how taken memory is measured."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.fit.machine import Machine, machine
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.teaching import TeachSettings
from eyebox_models.training import estimate
from lessons import lessons
from memory_of_process import Watched
from tiny_models import build_tiny

pytest.importorskip("torch")
LORA = TeachSettings(targets="all")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    """A tiny Qwen2-VL, its family, and two lessons."""
    root = tmp_path_factory.mktemp("memory of teaching")
    checkpoint = checkpoint_at(build_tiny("qwen2_vl", root / "qwen2_vl"))
    return checkpoint, family_of(checkpoint), lessons(root)[:2]


def poor(available: int) -> Machine:
    """This machine with so many bytes free, and no card."""
    return replace(machine(), available_bytes=available, accelerators=())


def test_each_method_is_told_for_what_it_holds(asked: tuple[Any, ...]) -> None:
    checkpoint, _family, _lessons = asked

    def told(**more: Any) -> estimate.Need:
        return estimate.need(*asked, replace(LORA, **more))

    numbers = {name: tensor for name, tensor in checkpoint.tensors.items() if "visual" not in name}
    full = told(method="full")
    assert full.trained == 12 * sum(one.bytes // 4 for one in numbers.values())
    largest = max(one.bytes for one in numbers.values())
    assert full.activations >= 2 * largest  # the optimizer computes with two copies of a tensor
    low = told()
    assert low.trained < full.trained and told(targets="qkv").trained < low.trained
    assert told(rank=16).trained == 2 * low.trained
    assert told(freeze_vision=False).activations > low.activations
    assert told(batch=2).activations > low.activations
    assert told(max_pixels=56 * 56).activations < low.activations
    assert full.weights == sum(one.bytes for one in checkpoint.tensors.values())  # in rows, none packed


def test_what_does_not_fit_is_refused_with_the_nearest_that_does(
    asked: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(available: int) -> None:
        monkeypatch.setattr(estimate, "machine", lambda: poor(available))

    whole = replace(LORA, method="full", batch=2, freeze_vision=False)
    here(1 << 40)
    total = {
        name: estimate.need(*asked, settings).total
        for name, settings in {
            "full": whole,
            "--batch 1": replace(whole, batch=1),
            "--freeze-vision": replace(whole, freeze_vision=True),
        }.items()
    }
    here(total["full"])
    assert estimate.admitted(*asked, whole).total == total["full"]
    for nearest in ("--batch 1", "--freeze-vision"):
        here(total[nearest])
        with pytest.raises(EyeboxError, match=nearest) as refused:
            estimate.admitted(*asked, whole)
        assert "takes about" in str(refused.value)
    here(0)
    with pytest.raises(EyeboxError, match="smaller model"):
        estimate.admitted(*asked, whole)


READS = """
import mmap, sys
held = bytearray(b"x") * (24 << 20)
file = open(sys.argv[1], "rb")
mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
read = sum(mapped[at] for at in range(0, 16 << 20, 4096))
print("read", flush=True)
input()
read = sum(mapped[at] for at in range(0, 4 << 20, 4096))
print("again", flush=True)
input()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="by /proc")
def test_of_a_mapped_file_only_what_is_read_again_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.mapped"
    file.write_bytes(bytes(16 << 20))
    command = [sys.executable, "-c", READS, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin and child.stdout and child.stdout.readline() == "read\n"
        with Watched(child.pid) as watched:
            assert watched.read_of(".mapped") == 16 << 20
            watched.forget_read()
            child.stdin.write("\n")
            child.stdin.flush()
            assert child.stdout.readline() == "again\n"
            assert watched.read_of(".mapped") == 4 << 20
            assert 24 << 20 < watched.anonymous < 40 << 20
            assert watched.resident > 40 << 20
        child.communicate("\n")
