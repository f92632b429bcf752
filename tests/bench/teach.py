"""Memory and time that teaching is told to take, beside what it takes: python tests/bench/teach.py [CASE ...]

A shape of half a billion random weights is written to a folder and taught by an engine of its own for each case: `lora`
(queries, keys and values), `lora-all`, `full`, `qlora`; with `-tower` behind it the vision tower is taught too. Each is taught
with pictures of 400 and of 1,200 visual tokens, one conversation a step; what it learns by heart first is a small one. Taken are
the most anonymous memory that the engine had and the pages of the mapped checkpoint that it read once it was loaded, less the
same of a tiny model of that family, which is that of its libraries. Pages that only loading reads can be dropped by the
system; with them, resident is the most that was in memory at once. Linux only.

    python tests/bench/teach.py [lora lora-all full qlora lora-tower] [--shape qwen2_vl] [--tokens 400,1200] [--threads 2]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

CASES = ("lora", "lora-all", "qlora", "lora-tower", "lora-all-tower", "full")
ANSWER = "A quick brown fox, and a lazy dog that it jumps over, again and again, on a field of noise. " * 2
SMALL, SHORT = 4, "Noise."
SIDES = {SMALL: (2, 2), 400: (20, 20), 1200: (40, 30)}
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
    parser.add_argument("--steps", type=int, default=1)
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
        f"{given.shape}, {given.threads} threads: MB told / taken (taken / told); anonymous by phase, read of the file, resident;"
        " seconds of a large step, and those of processors"
    )
    libraries: dict[str, Taken] = {}
    for case in given.cases:
        for tokens in map(int, given.tokens.split(",")):
            data = lessons(place, tokens, PIXELS[given.shape], given.steps)
            method = case.partition("-")[0]
            if method not in libraries:
                libraries[method] = taught(tiny, data, place, case, given.threads)
            own = libraries[method]
            found = taught(folder, data, place, case, given.threads)
            taken = found.bytes - own.bytes
            phases = ", ".join(
                f"{name} {(peak - own.anonymous) / 1e6:,.0f}" for name, peak in found.phases.items()
            )
            print(
                f"{case}, {tokens:,} visual tokens: {found.told / 1e6:,.0f} / {taken / 1e6:,.0f}"
                f" ({taken / found.told:.3f}); {phases}; {(found.read - own.read) / 1e6:,.0f},"
                f" {(found.resident - own.resident) / 1e6:,.0f}; {max(found.steps):.2f}, {max(found.processors):.2f} s",
                flush=True,
            )


def lessons(place: Path, tokens: int, pixels: int, count: int) -> Path:
    """A file of so many conversations about pictures of so many visual tokens each, and one about a small picture."""
    from PIL import Image

    from eyebox_models.protocol.ask import Message, Picture
    from eyebox_models.protocol.teaching import Lesson
    from eyebox_models.protocol.wire import pack

    lines = []
    for number, shown in enumerate([SMALL] + [tokens] * count):
        shot = place / f"{tokens}-{number}.png"
        across, down = SIDES[shown]
        Image.effect_noise((across * pixels, down * pixels), 60 + number).convert("RGB").save(shot)
        said = (
            Message("user", (Picture(str(shot)), "What is this?")),
            Message("assistant", (ANSWER if number else SHORT,)),
        )
        lines.append(json.dumps(pack(Lesson(shot.name, said))) + "\n")
    file = place / "lessons.jsonl"
    file.write_text("".join(lines))
    return file


@dataclass(frozen=True, slots=True)
class Taken:
    """What was told (bytes), and taken: anonymous bytes by phase, bytes read of the mapped checkpoint once it was loaded, all
    that was resident; and the seconds of each step, also of processors."""

    told: int
    phases: dict[str, int]
    read: int
    resident: int
    steps: list[float]
    processors: list[float]

    @property
    def anonymous(self) -> int:
        return max(self.phases.values())

    @property
    def bytes(self) -> int:
        return self.anonymous + self.read


def taught(model: Path, data: Path, place: Path, case: str, threads: int) -> Taken:
    """Teaches in a new engine."""
    import psutil

    from eyebox_models.engine.process import EngineProcess
    from eyebox_models.protocol.events import Progress
    from eyebox_models.protocol.requests import Teach
    from eyebox_models.protocol.teaching import TeachPlan, TeachSettings, TeachStep
    from memory_of_process import Watched

    method, *more = case.split("-")
    settings = TeachSettings(
        method=method,  # type: ignore[arg-type]
        targets="all" if "all" in more or method == "full" else "qkv",
        freeze_vision="tower" not in more,
        accumulate=1,
        held_out=0,
        general=0,
        seed=1,  # the small one first
        threads=threads,
        lr=1e-5 if method == "full" else 1e-4,
    )
    events: list[Any] = []
    busy: list[float] = []

    read = 0

    def note(event: Any) -> None:
        nonlocal read
        if isinstance(event, Progress) and event.stage not in ("importing", *watched.peaks):
            if event.stage == "checking":
                watched.forget_read()
            watched.phase(event.stage)
        if isinstance(event, TeachStep):
            read = max(read, watched.read_of(".safetensors"))
        if isinstance(event, TeachPlan | TeachStep):
            watched.phase("steps")
            events.append(event)
            busy.append(sum(psutil.Process(engine.pid).cpu_times()[:2]))

    engine = EngineProcess("train", place / "log")
    engine.start()
    assert engine.pid is not None
    with tempfile.TemporaryDirectory(dir=place) as made, Watched(engine.pid) as watched:
        request = Teach(str(model), str(data), str(Path(made) / "made"), settings, False)
        end = engine.run(case, request, note)
        resident = watched.resident
    engine.close()
    assert end.outcome == "done", (end.message, end.detail)
    plan, *steps = events
    processors = [after - before for before, after in pairwise(busy)]
    return Taken(plan.bytes, watched.peaks, read, resident, [one.seconds for one in steps], processors)


if __name__ == "__main__":
    begun = perf_counter()
    main()
    print(f"{perf_counter() - begun:.0f} s", file=sys.stderr)
