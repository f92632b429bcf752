"""Thousands of damaged and hostile pictures, each opened and made a thumbnail of by the picture engine.

    python tests/bench/hostile_pictures.py [COUNT] [--seed N] [--verbose]

Prints how many opened, were refused with a sentence, ended their engine, took over 5 s, or took over 2 GB of
private memory (of the engine and of all it started), and every one of the last three by name.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import psutil

import eyebox_models

ROOT = Path(__file__).resolve().parent.parent.parent
HANG_SECONDS = 5.0
LIMIT = 2_000_000_000


class Watch:
    """The most private memory that a process and its children held together, in bytes, sampled every 20 ms."""

    def __init__(self) -> None:
        self.most = 0
        self.pid: int | None = None
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            time.sleep(0.02)
            if self.pid is None:
                continue
            try:
                process = psutil.Process(self.pid)
                self.most = max(self.most, sum(map(_anonymous, [process, *process.children(recursive=True)])))
            except psutil.Error:
                continue


def _anonymous(process: psutil.Process) -> int:
    try:
        for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="also tells what was said of each")
    given = parser.parse_args()

    import sys

    sys.path.append(str(ROOT / "tests" / "helpers"))
    from bad_pictures import hostile_pictures

    print(f"eyebox_models of {Path(eyebox_models.__file__).parent}")
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("files", "made"):
            (folder / part).mkdir()
        files = list(hostile_pictures(folder / "files", given.count, given.seed))
        try_all(files, folder / "made", counts, given.verbose)
    print(
        f"{given.count} pictures: {counts['opened']} opened, {counts['refused']} refused with a sentence, "
        f"{counts['crashed']} crashed, {counts['hung']} hung over 5 s, {counts['over 2 GB']} over 2 GB"
    )


def try_all(files: list[tuple[str, Path]], folder: Path, counts: Counter[str], verbose: bool) -> None:
    from eyebox_models.engine.process import EngineProcess
    from eyebox_models.protocol.picture_requests import Decode, MakeThumbnail

    engine = EngineProcess("picture", folder / "log")
    watch = Watch()
    for number, (kind, path) in enumerate(files):
        engine.start()
        watch.pid, watch.most = engine.pid, 0
        patience = threading.Timer(4 * HANG_SECONDS, engine.kill)
        patience.start()
        began = time.monotonic()
        end = engine.run(f"{number}", Decode(str(path), str(folder)), lambda _: None)
        small = engine.run(
            f"{number}-small", MakeThumbnail(str(path), str(folder / "small.png"), 96), lambda _: None
        )
        took = time.monotonic() - began
        patience.cancel()
        said = end.message or small.message
        bad = []
        if took > HANG_SECONDS:
            bad.append("hung")
        elif "ended unexpectedly" in said or "Something unexpected" in said:
            bad.append("crashed")
        if watch.most > LIMIT:
            bad.append("over 2 GB")
        outcome = {"done": "opened", "failed": "refused" if said else "crashed"}.get(end.outcome, "crashed")
        counts.update([*bad, *([] if "crashed" in bad or "hung" in bad else [outcome])])
        if bad or verbose:
            print(
                f"{', '.join(bad) or outcome}: {kind} ({path.name}), {took:.1f} s, {watch.most / 1e6:.0f} MB: {said}"
            )
        for file in folder.glob("*.pixels"):
            file.unlink()
    engine.close()


if __name__ == "__main__":
    main()
