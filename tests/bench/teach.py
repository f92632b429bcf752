"""Memory and time that teaching is told to take, beside what it takes: python tests/bench/teach.py [CASE ...]

A shape of half a billion random weights is written to a folder and taught by an engine of its own for each case: `lora`
(queries, keys and values), `lora-all`, `full`, `qlora`; with `-tower` behind it the vision tower is taught too. Each is taught
with pictures of 400 and of 1,200 visual tokens, one conversation a step. Taken is the most memory that the engine had in use,
less what it has for a tiny model of the same family, which is that of its libraries. Linux only.

    python tests/bench/teach.py [lora lora-all full qlora lora-tower] [--shape qwen2_vl] [--tokens 400,1200] [--threads 2]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

CASES = ("lora", "lora-all", "qlora", "lora-tower", "lora-all-tower", "full")
ANSWER = "A quick brown fox, and a lazy dog that it jumps over, again and again, on a field of noise. " * 2
SIDES = {400: (20, 20), 1200: (40, 30)}
"""Visual tokens, and how many of them stand beside and above each other."""
PIXELS = {"qwen2_vl": 28, "qwen2_5_vl": 28, "qwen3_vl": 32}
"""Pixels at the side of one visual token."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", nargs="*", default=list(CASES))
    parser.add_argument("--shape", default="qwen2_vl", choices=PIXELS)
    parser.add_argument("--tokens", default="400,1200")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument(
        "--checkpoints", type=Path, help="where a checkpoint is kept from one run to the next"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["EYEBOX_HOME"] = place
        measure(given, Path(place))


def measure(given: argparse.Namespace, place: Path) -> None:
    """Prints a line for each case and size."""
    from half_billion import build_half_billion
    from tiny_models import build_tiny

    folder = (given.checkpoints or place) / given.shape
    if not folder.exists():
        build_half_billion(folder, shape=given.shape)
    tiny = build_tiny(given.shape, place / "tiny")
    print(
        f"{given.shape}, {given.threads} threads: MB told / taken (ratio); seconds in all told / taken (ratio); a step, and its"
        " seconds of processors"
    )
    libraries: dict[str, int] = {}
    for case in given.cases:
        for tokens in map(int, given.tokens.split(",")):
            data = lessons(place, tokens, PIXELS[given.shape], given.steps)
            if case not in libraries:
                libraries[case] = taught(tiny, data, place, case, given.threads)["peak"]
            found = taught(folder, data, place, case, given.threads)
            taken = found["peak"] - libraries[case]
            steps = found["steps"]
            print(
                f"{case}, {tokens:,} visual tokens: {found['told'] / 1e6:,.0f} / {taken / 1e6:,.0f}"
                f" ({taken / found['told']:.3f}); {found['seconds']:.1f} / {sum(steps):.1f}"
                f" ({sum(steps) / found['seconds']:.2f}); {median(steps):.2f}, {median(found['processors']):.2f} s",
                flush=True,
            )


def lessons(place: Path, tokens: int, pixels: int, count: int) -> Path:
    """A file of conversations about pictures of so many visual tokens each."""
    from PIL import Image

    from eyebox_models.protocol.ask import Message, Picture
    from eyebox_models.protocol.teaching import Lesson
    from eyebox_models.protocol.wire import pack

    lines = []
    for number in range(count):
        shot = place / f"{tokens}-{number}.png"
        across, down = SIDES[tokens]
        Image.effect_noise((across * pixels, down * pixels), 60 + number).convert("RGB").save(shot)
        said = Message("user", (Picture(str(shot)), "What is this?")), Message("assistant", (ANSWER,))
        lines.append(json.dumps(pack(Lesson(shot.name, said))) + "\n")
    file = place / "lessons.jsonl"
    file.write_text("".join(lines))
    return file


def taught(model: Path, data: Path, place: Path, case: str, threads: int) -> dict[str, Any]:
    """Teaches in a new engine: what was told (bytes, seconds), its peak of memory (bytes) and the seconds of its steps."""
    import psutil

    from eyebox_models.engine.process import EngineProcess
    from eyebox_models.protocol.requests import Teach
    from eyebox_models.protocol.teaching import TeachPlan, TeachSettings, TeachStep

    method, *more = case.split("-")
    settings = TeachSettings(
        method=method,  # type: ignore[arg-type]
        targets="all" if "all" in more or method == "full" else "qkv",
        freeze_vision="tower" not in more,
        accumulate=1,
        held_out=0,
        general=0,
        threads=threads,
        lr=1e-5 if method == "full" else 1e-4,
    )
    events: list[Any] = []
    busy: list[float] = []

    def note(event: Any) -> None:
        if isinstance(event, TeachPlan | TeachStep):
            events.append(event)
            busy.append(sum(psutil.Process(engine.pid).cpu_times()[:2]))

    engine = EngineProcess("train", place / "log")
    with tempfile.TemporaryDirectory(dir=place) as made:
        request = Teach(str(model), str(data), str(Path(made) / "made"), settings, False)
        end = engine.run(case, request, note)
        peak = _peak(engine.pid)
    engine.close()
    assert end.outcome == "done", (end.message, end.detail)
    plan, *steps = events
    return {
        "told": plan.bytes, "seconds": plan.seconds, "peak": peak, "steps": [one.seconds for one in steps],
        "processors": [after - before for before, after in pairwise(busy)],
    }  # fmt: skip


def _peak(pid: int | None) -> int:
    """The most memory that a process had in use until now, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) * 1024


if __name__ == "__main__":
    begun = perf_counter()
    main()
    print(f"{perf_counter() - begun:.0f} s", file=sys.stderr)
