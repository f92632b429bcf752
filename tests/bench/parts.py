"""Marks of a map of 20,000 x 20,000 pixels, found by a model that sees them only where they are shown large enough.

python tests/bench/parts.py [--side 20000] [--parts 64] [--wide]

The model is `tests/helpers/mark_finder.py`, asked by `eyebox ask` as a user would; its engines' memory is what /proc says.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

from mark_finder import COLOURS, installed

DISC = 60
"""Pixels across."""


def draw(file: Path, width: int, height: int) -> dict[str, tuple[int, int, int, int]]:
    """A map of grey roads with a disc for each mark, far enough from one another; returns where they are."""
    from PIL import Image, ImageDraw

    Image.MAX_IMAGE_PIXELS = None
    chance = random.Random(19)
    picture = Image.new("P", (width, height), 0)
    palette = [255, 255, 255, 200, 200, 205]
    for colour in COLOURS.values():
        palette += colour
    picture.putpalette(palette)
    pen = ImageDraw.Draw(picture)
    for _road in range(60):
        ends = [(chance.randrange(width), chance.randrange(height)) for _end in range(2)]
        pen.line(ends, fill=1, width=14)
    places: dict[str, tuple[int, int, int, int]] = {}
    for index, name in enumerate(COLOURS):
        while True:
            x, y = chance.randrange(width - DISC), chance.randrange(height - DISC)
            if all(abs(x - a) > 3 * DISC or abs(y - b) > 3 * DISC for a, b, _c, _d in places.values()):
                break
        places[name] = (x, y, x + DISC, y + DISC)
        pen.ellipse((x, y, x + DISC - 1, y + DISC - 1), fill=2 + index)
    picture.save(file, compress_level=1)
    return places


def ask(file: Path, parts: str, home: Path) -> tuple[dict[str, Any], float, dict[str, int]]:
    """The last event of `eyebox ask`, its seconds, and the most bytes each kind of process held."""
    environment = os.environ | {"PYTHONPATH": str(home / "family"), "XDG_DATA_HOME": str(home / "data")}
    command = [sys.executable, "-m", "eyebox", "ask", "--model", "marks:map", "--parts", parts, "--json"]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, "-p", "Find all marks and give the box of each.", str(file)],
        env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    most: dict[str, int] = {}
    watch = threading.Thread(target=_watch, args=(process, most))
    watch.start()
    out, _ = process.communicate()
    watch.join()
    return json.loads(out.splitlines()[-1]), time.perf_counter() - begun, most


def _watch(process: subprocess.Popen[str], most: dict[str, int]) -> None:
    import psutil

    while process.poll() is None:
        try:
            one = psutil.Process(process.pid)
            for child in [one, *one.children(recursive=True)]:
                line = child.cmdline()
                name = line[-1] if "eyebox_models.engine" in line else "command"
                most[name] = max(most.get(name, 0), child.memory_info().rss)
        except psutil.Error:
            pass
        time.sleep(0.05)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--side", type=int, default=20_000)
    options.add_argument("--wide", action="store_true", help="50,000 pixels wide and 8,000 high instead")
    options.add_argument("--parts", default="auto")
    given = options.parse_args()
    size = (50_000, 8_000) if given.wide else (given.side, given.side)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        installed(home / "family")
        file = home / "map.png"
        places = draw(file, *size)
        print(f"{size[0]:,} x {size[1]:,} pixels, {len(places)} marks of {DISC} pixels")
        for parts in ("off", given.parts):
            end, seconds, most = ask(file, parts, home)
            print(f"--parts {parts}: {_judged(end, places)}; {seconds:.1f} s; {_memory(most)}")
            for note in end.get("notes", ()):
                print(" ", note)


def _judged(end: dict[str, Any], places: dict[str, tuple[int, int, int, int]]) -> str:
    boxes = [(box["label"], box["box"]) for box in end["boxes"]]
    found = {label for label, _box in boxes}
    errors = [max(abs(a - b) for a, b in zip(box, places[label], strict=True)) for label, box in boxes]
    worst = f", worst side {max(errors):.1f} px off" if errors else ""
    return f"{len(found)} of {len(places)} found, {len(boxes) - len(found)} found twice{worst}"


def _memory(most: dict[str, int]) -> str:
    return ", ".join(f"{name} {size / 1e6:.0f} MB" for name, size in sorted(most.items()))


if __name__ == "__main__":
    main()
