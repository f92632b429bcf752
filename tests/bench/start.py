"""How long the window takes to its first paint: python tests/bench/start.py [COMMAND] [--against COMMAND] [--rounds N].

Starts the commands in turn (by default the packaged program in build/ and the one of this environment) on a virtual screen of
its own (Xvfb), and looks at the screen's memory until something is painted. Prints medians and their ratio.
"""

from __future__ import annotations

import argparse
import mmap
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FROZEN = ROOT / "build/frozen/eyebox/eyebox"
DISPLAY = ":93"
WIDTH, HEIGHT = 1400, 900


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("command", nargs="?", default=str(FROZEN))
    parser.add_argument("--against", default=str(Path(sys.executable).parent / "eyebox"))
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    commands = [options.command, options.against]
    took: dict[str, list[float]] = {command: [] for command in commands}
    with tempfile.TemporaryDirectory() as place:
        for count in range(options.rounds + 1):
            for command in commands:
                seconds = first_paint(shlex.split(command), Path(place))
                if count:  # the first round only warms the disk's cache
                    took[command].append(seconds)
    medians = [statistics.median(took[command]) for command in commands]
    for command, median in zip(commands, medians, strict=True):
        print(f"{median:.3f} s  ({min(took[command]):.3f} to {max(took[command]):.3f})  {command}")
    pairs = [a / b for a, b in zip(*took.values(), strict=True)]
    print(f"ratio of medians {medians[0] / medians[1]:.2f}, median of pairs {statistics.median(pairs):.2f}")


def first_paint(command: list[str], place: Path) -> float:
    """Seconds from the start of a program to the first pixel in the middle of the screen that is not black."""
    folder = Path(tempfile.mkdtemp(dir=place))
    screen = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder], stderr=subprocess.DEVNULL
    )
    try:
        buffer = _framebuffer(folder / "Xvfb_screen0")
        environment = {**os.environ, "DISPLAY": DISPLAY, "EYEBOX_HOME": str(folder / "home")}
        environment.pop("QT_QPA_PLATFORM", None)
        middle = len(buffer) // 2 // (WIDTH * 4) * WIDTH * 4
        black = bytes(WIDTH * 4)
        begun = time.perf_counter()
        program = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while buffer[middle : middle + WIDTH * 4] == black and program.poll() is None:
            time.sleep(0.001)
        seconds = time.perf_counter() - begun
        if program.poll() is not None:
            raise SystemExit(f"{command[0]} ended before it painted")
        program.terminate()
        program.wait()
        return seconds
    finally:
        screen.terminate()
        screen.wait()


def _framebuffer(file: Path) -> mmap.mmap:
    """The screen's memory, once Xvfb has made it."""
    for _ in range(500):
        if (
            file.exists()
            and file.stat().st_size > WIDTH * HEIGHT * 4
            and Path(f"/tmp/.X11-unix/X{DISPLAY[1:]}").exists()
        ):
            with file.open("rb") as stream:
                return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        time.sleep(0.01)
    raise SystemExit("Xvfb does not start")


if __name__ == "__main__":
    main()
