"""What loading a checkpoint takes in an engine that has only just started, in parts, and what is read from the disk.

    python tests/bench/loading.py [--precision bf16 fp32 int8 int4] [--rounds 3] [--folder FOLDER] [--before PYTHON]

Each load is a process of its own: once with nothing of the weights in the system's memory ("cold": Linux is asked to
drop them), once with all of them there. `--before` is the Python of another version of Eyebox, which takes turns with
this one. Printed are medians of seconds (libraries, the rest before weights, weights, all) and bytes read from the disk
beside the size of the weights, as a table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

KEYS = ("libraries", "before weights", "weights", "all", "processor seconds", "read")


def one(folder: Path, precision: str) -> dict[str, float]:
    """Loads in this process."""
    begun, times = perf_counter(), os.times()
    from threading import Event

    from eyebox_models.families.registry import checkpoint_at, family_of
    from eyebox_models.protocol.ask import Options
    from eyebox_models.protocol.events import Progress
    from eyebox_models.vision.load import load_parts

    read, marks = _read_bytes(), {}

    def emit(event: Any) -> None:
        if isinstance(event, Progress):
            marks.setdefault((event.stage, event.what), perf_counter() - begun)

    checkpoint = checkpoint_at(folder)
    load_parts(checkpoint, family_of(checkpoint), Options(precision=precision, device="cpu"), emit, Event())
    whole, now = perf_counter() - begun, os.times()
    libraries, weights = marks["loading", ""], marks["loading", "weights"]
    worked = now.user + now.system - times.user - times.system
    values = (libraries, weights - libraries, whole - weights, whole, worked, _read_bytes() - read)
    return dict(zip(KEYS, values, strict=True))


def _read_bytes() -> int:
    """Bytes that this process had read from the disk."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("read_bytes"))


def drop(folder: Path) -> None:
    """Has the system forget what it holds of the weights."""
    for path in (*folder.glob("*.safetensors"), *folder.glob("*.bin")):
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--precision", nargs="+", default=["bf16", "fp32", "int8", "int4"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--folder", type=Path, help="a checkpoint that is there; else half a billion random weights"
    )
    parser.add_argument("--before", help="the Python of another version, to take turns with")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(one(Path(asked.one[0]), asked.one[1])))
        return
    with tempfile.TemporaryDirectory() as place:
        folder = asked.folder or _build(Path(place) / "model")
        size = sum(path.stat().st_size for path in (*folder.glob("*.safetensors"), *folder.glob("*.bin")))
        versions = {"now": sys.executable} | ({"before": asked.before} if asked.before else {})
        print(f"| precision | weights | version | {' | '.join(KEYS[:-1])} | of {size / 1e6:,.0f} MB read |")
        print("|-|-|-|" + "-:|" * len(KEYS), flush=True)
        for precision in asked.precision:
            for state in ("cold", "warm"):
                took: dict[str, list[dict[str, float]]] = {name: [] for name in versions}
                for _round in range(asked.rounds):
                    for name, python in versions.items():
                        if state == "cold":
                            drop(folder)
                        took[name].append(_measured(python, folder, precision))
                for name, runs in took.items():
                    *seconds, read = (median(run[key] for run in runs) for key in KEYS)
                    told = " | ".join(f"{value:.2f}" for value in seconds)
                    print(f"| {precision} | {state} | {name} | {told} | {read / size:.2f} |", flush=True)


def _build(folder: Path) -> Path:
    from half_billion import build_half_billion

    folder.mkdir()
    return build_half_billion(folder)


def _measured(python: str, folder: Path, precision: str) -> dict[str, float]:
    command = [python, __file__, "--one", str(folder), precision]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
