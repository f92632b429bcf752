"""Hours of use, and whether anything grows: python tests/bench/soak.py [--minutes 120] [--every 5] [--settle 10] [--pause 6]

The real program (offscreen, with its engines of pictures and reading and a scripted model) opens, reads, asks, corrects,
reviews, exports, captures, looks at other sessions and changes its window, round after round. Prints every few minutes what each
process holds (megabytes: its own, without pages of files, and in brackets all that is resident) and how many threads,
descriptors and files there are. At the end: whether memory stayed within 5 % after the first minutes, and whether anything was
left. The exit status is 1 where not.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from soaking import Held, Soak

FLAT = 1.05
COUNTED = ("threads", "descriptors", "processes", "pixel files", "widgets")
"""Of these none may become more. Python's objects are only told: caches of known size fill up slowly."""


def heed(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Prints what Qt says, but for what a platform without a screen can't do."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--every", type=float, default=5, help="minutes between two lines")
    parser.add_argument("--settle", type=float, default=10, help="minutes that are not judged")
    parser.add_argument("--pause", type=float, default=0, help="seconds between two rounds")
    options = parser.parse_args()
    qInstallMessageHandler(heed)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(Path(folder))
        samples = run(soak, options.minutes * 60, options.every * 60, options.pause)
        left = soak.close()
    del application
    judged = [held for when, held in samples if when >= options.settle * 60]
    if len(judged) < 2:
        print("too short to be judged")
        return 1
    bad = [*grown(judged), *more(judged), *(f"left: {one}" for one in left)]
    print(f"{len(samples)} rounds. " + ("flat within 5 %, nothing left" if not bad else "; ".join(bad)))
    return 1 if bad else 0


def run(soak: Soak, seconds: float, every: float, pause: float) -> list[tuple[float, Held]]:
    """Rounds, with a pause after each, until the time is over: when each ended, in seconds, and what was held then."""
    begun = time.monotonic()
    samples: list[tuple[float, Held]] = []
    told = -every
    while (now := time.monotonic() - begun) < seconds:
        soak.round()
        samples.append((now, held := soak.held()))
        if now - told >= every:
            told = now
            print(line(now, len(samples), held), flush=True)
        QTest.qWait(round(pause * 1000))
    print(line(samples[-1][0], len(samples), samples[-1][1]), flush=True)
    return samples


def line(seconds: float, rounds: int, held: Held) -> str:
    memory = "  ".join(
        f"{name} {megabytes:.1f} ({held.resident[name]:.1f})" for name, megabytes in held.memory.items()
    )
    counts = "  ".join(f"{name} {count}" for name, count in held.counts.items())
    return f"{seconds / 60:6.1f} min  round {rounds:4}  {memory}  {counts}"


def ends(values: list[float]) -> tuple[list[float], list[float]]:
    """The first and the last fifth."""
    part = max(1, len(values) // 5)
    return values[:part], values[-part:]


def grown(judged: list[Held]) -> list[str]:
    """Processes that hold over 5 % more at the end than in the beginning, by medians."""
    found = []
    for name in judged[0].memory:
        first, last = (
            statistics.median(part) for part in ends([held.memory.get(name, 0.0) for held in judged])
        )
        if last > first * FLAT:
            found.append(f"{name} grew from {first:.1f} to {last:.1f} MB ({last / first:.3f})")
    return found


def more(judged: list[Held]) -> list[str]:
    """What there is always more of at the end than ever in the beginning."""
    found = []
    for name in COUNTED:
        first, last = ends([float(held.counts[name]) for held in judged])
        if min(last) > max(first):
            new = judged[-1].names - judged[0].names
            found.append(f"{name}: {max(first):.0f}, then {min(last):.0f} (new: {', '.join(new.elements())})")
    return found


if __name__ == "__main__":
    sys.exit(main())
