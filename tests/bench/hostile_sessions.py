"""Damaged session files, each opened by the real program: 200 with other bytes, 200 with rows that make no sense.

    python tests/bench/hostile_sessions.py [COUNT] [--seed N] [--samples FOLDER] [--verbose]

In each the window is shown, every session opened, a box drawn, and the program ended. Prints how many opened whole or
after a repair (and which share of the rows was there then), crashed, took over 5 s of the processor at a time, took
over 2 GB or kept the window from opening. FOLDER keeps the files for a run of another version.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
HANG_SECONDS = 5.0
WAIT_SECONDS = 60
LIMIT = 2_000_000_000
FILES_OF_A_CHILD = 40
"""What windows of one process leave behind must not count for the files after them."""
KEYS = {
    "session": "id", "picture": "id", "box": "picture, id", "extra": "picture, box", "page": "picture", "chat": "id",
    "turn": "id", "state": "owner, key",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--samples", type=Path)
    parser.add_argument("--verbose", action="store_true", help="also tells what became of each")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        serve()
        return
    with tempfile.TemporaryDirectory() as name:
        samples = given.samples or Path(name, "samples")
        if not samples.exists():
            make(samples, given.count, given.seed)
        judge(samples, Path(name, "home"), given.verbose)


def make(samples: Path, count: int, seed: int) -> None:
    sys.path.append(str(ROOT / "tests" / "helpers"))
    import session_damage

    samples.mkdir(parents=True)
    whole = samples / "whole.sqlite"
    session_damage.make_rich(whole)
    from eyebox.session.store import Store

    with Store.open(whole) as store:  # so that there is a write-ahead log to damage
        store.rename_session(store.sessions()[0].id, "Renamed")
        for n in range(count):
            target = samples / f"{n:03} {'bytes' if n % 2 else 'rows'}.sqlite"
            session_damage.copy(whole, target)
            (session_damage.flip if n % 2 else session_damage.damage_rows)(target, seed * 1000 + n // 2)


def judge(samples: Path, home: Path, verbose: bool) -> None:
    with closing(sqlite3.connect(samples / "whole.sqlite")) as whole:
        known = keys(whole)
    counts: Counter[str] = Counter()
    shares: list[float] = []
    child = Child()
    for number, sample in enumerate(sorted(samples.glob("* *.sqlite"))):
        if number % FILES_OF_A_CHILD == 0:
            child.end()
        shutil.rmtree(home, ignore_errors=True)
        (home / "data").mkdir(parents=True)
        path = home / "data" / "sessions.sqlite"
        for ending in ("", "-wal"):
            with_ending = sample.with_name(sample.name + ending)
            if with_ending.exists():
                shutil.copyfile(with_ending, path.with_name(path.name + ending))
        told = child.ask(home)
        outcome = told["outcome"]
        if outcome == "opened":
            repaired = any((home / "data").glob("*.aside"))
            outcome = "repaired" if repaired else "whole"
            if "bytes" in sample.name:
                with closing(sqlite3.connect(path)) as raw:
                    shares.append(len(known & keys(raw)) / len(known))
        bad = [what for what, is_so in (
            ("hung", told["seconds"] > HANG_SECONDS and outcome != "crashed"),
            ("over 2 GB", told["bytes"] > LIMIT), ("unexpected", bool(told["unexpected"])),
        ) if is_so]  # fmt: skip
        counts.update([outcome, *bad])
        if verbose or bad or outcome in ("crashed", "shut"):
            share = f"{shares[-1]:.4f}" if shares and "bytes" in sample.name else ""
            print(f"{sample.name}: {outcome} {share} {', '.join(bad)} {told}"[:700], flush=True)
    child.end()
    print(
        f"{counts['whole'] + counts['repaired'] + counts['crashed'] + counts['shut']} session files: "
        f"{counts['whole']} opened whole, {counts['repaired']} with a repair "
        f"(of those with other bytes all together {sum(shares) / max(1, len(shares)):.2%} of the rows, at least "
        f"{min(shares, default=0):.2%}), {counts['crashed']} crashed, {counts['hung']} hung over 5 s, "
        f"{counts['over 2 GB']} over 2 GB, {counts['shut']} kept the window from opening, "
        f"{counts['unexpected']} with an error that nobody caught"
    )


def keys(raw: sqlite3.Connection) -> set[tuple[Any, ...]]:
    found: set[tuple[Any, ...]] = set()
    for table, names in KEYS.items():
        try:
            for row in raw.execute(f"SELECT {names} FROM {table}"):
                found.add((table, *row))
        except sqlite3.Error:
            continue
    return found


class Child:
    """The program in a process of its own, which is started again when it crashed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def ask(self, home: Path) -> dict[str, Any]:
        lost = {"outcome": "crashed", "seconds": 0.0, "bytes": 0, "unexpected": []}
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, __file__, "--child"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )  # fmt: skip
        process = self._process
        assert process.stdin and process.stdout
        process.stdin.write(f"{home}\n")
        process.stdin.flush()
        ready, _, _ = select.select([process.stdout], [], [], WAIT_SECONDS)
        line = process.stdout.readline() if ready else ""
        if not line:
            self.end()
            return {**lost, **({} if ready else {"outcome": "shut", "seconds": float(WAIT_SECONDS)})}
        told: dict[str, Any] = json.loads(line)
        if told["outcome"] == "shut":  # half a window may be left of it
            self.end()
        return told

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def serve() -> None:
    """The child: opens the program in each folder that it is told."""
    import gc
    import time

    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from eyebox import app
    from eyebox.annotations.commands import AddBoxes
    from eyebox.folders import Folders
    from eyebox.jobs.lane import Lane
    from eyebox_models.protocol.box import Box

    application = QApplication([])
    Lane._next = lambda _lane: None  # type: ignore[method-assign]  # no engine starts: the pictures are not there
    for line in sys.stdin:
        unexpected: list[str] = []
        sys.excepthook = lambda kind, error, _trace, to=unexpected: to.append(
            f"{kind.__name__}: {error}"[:200]
        )
        began = time.process_time()
        slowest = 0.0
        outcome = "opened"
        Path("/proc/self/clear_refs").write_text("5")
        program = None
        try:
            program = app.build(Folders.under(Path(line.strip())))
            window = program.window
            window.show()
            application.processEvents()
            slowest = time.process_time() - began

            def settle(window: Any = window) -> float:
                longest = 0.0
                until = time.monotonic() + 30
                while time.monotonic() < until:
                    before = time.process_time()
                    application.processEvents()
                    longest = max(longest, time.process_time() - before)
                    file = getattr(window, "session_file", None)
                    if file is None or not (file.is_repairing or window.workspace.write_queue.pending):
                        break
                    time.sleep(0.005)
                return longest

            if hasattr(window, "session_file"):
                window.workspace.session_file.check()
                window.workspace.background.wait(WAIT_SECONDS * 1000)
                application.processEvents()
            slowest = max(slowest, settle())
            for info in window.workspace.store.sessions()[:8]:
                before = time.process_time()
                window.workspace.open_session(info.id)
                slowest = max(slowest, time.process_time() - before, settle())
                picture = window.workspace.pictures.current
                if picture:
                    annotated = window.workspace.annotations.of(picture)
                    annotated.stack.push(AddBoxes(annotated.model, [Box("drawn", 1, 2, 30, 40)]))
                    annotated.stack.undo()
                slowest = max(slowest, settle())
        except Exception as error:
            outcome = "shut" if program is None else "opened"
            unexpected.append(f"{type(error).__name__}: {error}"[:200])
        finally:
            if program is not None:
                program.close()
                program.window.close()
                program.window.deleteLater()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()
        peak = next(
            int(row.split()[1]) * 1024
            for row in Path("/proc/self/status").read_text().splitlines()
            if row.startswith("VmHWM")
        )
        print(
            json.dumps({"outcome": outcome, "seconds": slowest, "bytes": peak, "unexpected": unexpected[:3]}),
            flush=True,
        )


if __name__ == "__main__":
    main()
