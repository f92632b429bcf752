"""The measurement on a card runs: here with tiny models on the processor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[1] / "bench" / "gpu.py"
WAYS = ["generate", "Eyebox", "Eyebox, graphs"]

pytest.importorskip("torch")
pytest.importorskip("transformers")


def measured(*arguments: str) -> str:
    command = [sys.executable, str(BENCH), *arguments, "--device", "cpu", "--new", "8", "--runs", "1"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1", "USE_HUB_KERNELS": "0"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(table: str) -> list[list[str]]:
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


@pytest.mark.thorough
@pytest.mark.slow
def test_every_family_is_measured_beside_plain_generate_and_the_bars_are_told() -> None:
    table = measured("--tiny", "--precision", "bf16")
    found = rows(table)
    shapes = ("tiny", "tiny-qwen2.5", "tiny-qwen3", "tiny-internvl", "tiny-qwen-vl")
    assert [row[:3] for row in found] == [[shape, "bf16", way] for shape in shapes for way in WAYS]
    for row in found:
        assert float(row[3]) > 0
        assert float(row[4]) > 0
    for shape in shapes:
        assert f"* {shape}, prefill of 1,280 visual tokens" in table
        assert f"* {shape}, BF16 against plain generate" in table


@pytest.mark.thorough
@pytest.mark.slow
def test_what_was_measured_is_kept_and_not_measured_again(tmp_path: Path) -> None:
    kept, again = tmp_path / "gpu.json", tmp_path / "again.json"
    measured("tiny", "--precision", "bf16", "--out", str(kept))
    first = json.loads(kept.read_text("utf-8"))["rows"]
    more = ("--minutes", "0", "--resume", str(kept), "--out", str(again))
    table = rows(measured("tiny", "tiny-qwen3", "--precision", "bf16", *more))
    assert json.loads(again.read_text("utf-8"))["rows"][: len(first)] == first
    assert [row[:3] for row in table] == [
        *(["tiny", "bf16", way] for way in WAYS),
        ["tiny-qwen3", "bf16", ""],
    ]
    assert table[-1][3] == "no time was left"
