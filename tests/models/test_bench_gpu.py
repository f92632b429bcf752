"""The measurement on a card runs: here with a tiny model on the processor."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[1] / "bench" / "gpu.py"

pytest.importorskip("torch")
pytest.importorskip("transformers")


def rows(*arguments: str) -> list[list[str]]:
    command = [sys.executable, str(BENCH), *arguments, "--device", "cpu", "--windows", "1"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1", "USE_HUB_KERNELS": "0"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    table = [line for line in done.stdout.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1:]]


@pytest.mark.slow
def test_each_precision_is_measured_beside_plain_generate() -> None:
    pytest.importorskip("bitsandbytes")
    found = rows("tiny", "--lengths", "96", "--precision", "bf16", "int8", "nf4")
    assert [row[:3] for row in found] == [
        [precision, way, "96"] for precision in ("bf16", "int8", "nf4") for way in ("generate", "Eyebox")
    ]
    for row in found:
        assert float(row[3]) > 0
        assert float(row[4]) > 0


@pytest.mark.slow
def test_internvl_is_measured_too() -> None:
    found = rows("tiny-internvl", "--lengths", "330", "--precision", "bf16")
    assert [row[1] for row in found] == ["generate", "Eyebox"]
    assert all(float(row[4]) > 0 for row in found)
