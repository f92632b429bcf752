"""Reading pictures: Eyebox beside RapidOCR called bare, in one process each and taking turns.

    python tests/bench/read.py PICTURE...

Starting and loading are not counted; each reader reads each picture once before. Prints the best of several
rounds, the ratio of the totals, and, when it is installed, what tesseract needs for the same pictures.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pictures", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--serve", choices=("eyebox", "rapidocr"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve(eyebox() if given.serve == "eyebox" else rapidocr())
        return
    if not given.pictures:
        parser.error("name some pictures")
    compare([picture.resolve() for picture in given.pictures], given.rounds)


def compare(pictures: list[Path], rounds: int) -> None:
    readers = {name: start(name) for name in ("eyebox", "rapidocr")}
    best: dict[tuple[str, Path], dict[str, float]] = {}
    for number in range(rounds + 1):
        for picture in pictures:
            for name, process in readers.items():
                took = ask(process, picture)
                if number:
                    kept = best.setdefault((name, picture), took)
                    if took["seconds"] < kept["seconds"]:
                        best[name, picture] = took
    totals = dict.fromkeys(readers, 0.0)
    print(f"{'picture':<28}{'eyebox':>10}{'rapidocr':>10}{'ratio':>8}{'lines':>12}")
    for picture in pictures:
        ours, theirs = best["eyebox", picture], best["rapidocr", picture]
        totals["eyebox"] += ours["seconds"]
        totals["rapidocr"] += theirs["seconds"]
        print(
            row(picture.name, ours["seconds"], theirs["seconds"])
            + f"{ours['lines']:>6.0f}{theirs['lines']:>6.0f}"
        )
    print(row("total", totals["eyebox"], totals["rapidocr"]))
    for name, process in readers.items():
        assert process.stdin
        process.stdin.close()
        process.wait()
        print(f"{name}: {best[name, pictures[-1]]['megabytes']:.0f} MB at its peak")
    if shutil.which("tesseract"):
        print(f"{'tesseract, with its start':<28}{sum(map(tesseract, pictures)):>10.2f}")


def row(name: str, ours: float, theirs: float) -> str:
    return f"{name:<28}{ours:>9.2f}s{theirs:>9.2f}s{ours / theirs:>8.2f}"


def start(name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, __file__, "--serve", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def ask(process: subprocess.Popen[str], picture: Path) -> dict[str, float]:
    assert process.stdin and process.stdout
    process.stdin.write(f"{picture}\n")
    process.stdin.flush()
    answer: dict[str, float] = json.loads(process.stdout.readline())
    return answer


def serve(read: Callable[[str], int]) -> None:
    """Reads the pictures named on standard input, one a line."""
    import resource

    answers = sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        began = time.perf_counter()
        lines = read(line.rstrip("\n"))
        seconds = time.perf_counter() - began
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            json.dumps({"seconds": seconds, "lines": lines, "megabytes": megabytes}), file=answers, flush=True
        )


def eyebox() -> Callable[[str], int]:
    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.ocr import networks
    from eyebox_models.ocr.reader import read_page, warm_up
    from eyebox_models.picture import decoder

    decoder.use(PICTURES)
    warm_up()

    def read(path: str) -> int:
        lines = read_page(path, lambda _: None, lambda _: None, threading.Event()).lines
        networks.rest()  # as an engine does after each page
        return len(lines)

    return read


def rapidocr() -> Callable[[str], int]:
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "critical"})
    return lambda path: len(engine(path).txts or ())


def tesseract(picture: Path) -> float:
    """Seconds of one run of the program, its start counted."""
    began = time.perf_counter()
    command = ["tesseract", str(picture), "-", "--psm", "11"]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
