"""What a review of many boxes costs: python tests/bench/review_scale.py [PICTURES ...]

20 boxes a picture. A fresh process for each number starts the program without a window (offscreen), begins a review,
closes the program, opens the review again and goes through a part of it. Prints seconds (the slowest where there are
several; "work" is what the processor had to do, whatever else it does meanwhile) and the memory in use. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

BOXES, LABELS = 20, 12
DECISIONS = 300
PATIENCE_S = 300.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[50, 5000])
    parser.add_argument("--home", type=Path, help="measure in this process, with the session that lies here")
    options = parser.parse_args()
    if options.home:
        print(json.dumps(measure(options.home)))
        return
    results: dict[int, dict[str, float]] = {}
    for count in options.counts:
        with tempfile.TemporaryDirectory() as place:
            fill(Path(place), count)
            first, again = child(Path(place)), child(Path(place))
            results[count] = {"begin, s": first["open, s"]} | again
    print(f"{'pictures':28}" + "".join(f"{count:>12,}" for count in results))
    print(f"{'boxes':28}" + "".join(f"{count * BOXES:>12,}" for count in results))
    for name in next(iter(results.values())):
        print(f"{name:28}" + "".join(f"{result[name]:12.4f}" for result in results.values()))


def fill(home: Path, count: int) -> None:
    from eyebox.folders import Folders
    from eyebox.session.store import Store
    from eyebox.session.types import PictureContent, PictureRecord
    from eyebox_models.protocol.box import Box

    folders = Folders.under(home)
    folders.make()
    with Store.open(folders.sessions) as store, store.together():
        session = store.new_session("many")
        store.add_session(session)
        store.add_pictures(
            session.id,
            (
                PictureContent(
                    PictureRecord(f"picture{n}", session.id, f"/nowhere/{n}.png", f"{n}.png", "", 640, 480, n),
                    tuple(
                        Box(
                            f"label {(n + m) % LABELS}", m, m, m + 9.5 + n % 7, m + 9, (n * 31 + m * 17) % 1000 / 1000,
                            "model", f"{n:016x}{m:016x}",
                        )
                        for m in range(BOXES)
                    ),
                )
                for n in range(count)
            ),
        )  # fmt: skip
        store.set_state("", "session", session.id)


def child(home: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--home", str(home)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def measure(home: Path) -> dict[str, float]:
    from PySide6.QtGui import QGuiApplication

    from eyebox.folders import Folders
    from eyebox.program import Program
    from eyebox.session.review import ReviewFilter, ReviewOrder

    application = QGuiApplication(sys.argv[:1])
    program = Program(Folders.under(home))
    program.begin()
    workspace, review = program.workspace, program.workspace.review

    def until(is_done: Callable[[], object]) -> float:
        start = time.perf_counter()
        while not is_done():
            application.processEvents()
            if time.perf_counter() - start > PATIENCE_S:
                raise SystemExit("took too long")
        return time.perf_counter() - start

    def timed(do: Callable[[], object]) -> float:
        start = time.perf_counter()
        do()
        return time.perf_counter() - start

    result: dict[str, float] = {}
    start, worked = time.perf_counter(), time.process_time()
    review.start(workspace.sessions.current)
    until(lambda: review.current is not None)
    result["open, s"] = time.perf_counter() - start
    result["open, work, s"] = time.process_time() - worked
    until(lambda: not workspace.write_queue.is_alone)
    result["memory, MB"] = resident()

    def next_picture() -> None:
        before = review.current
        while review.current is not None and before is not None and review.current.picture == before.picture:
            review.decide("accepted")
        workspace.annotations.show(review.current.picture if review.current else None)

    for kind in ("label", "picture", "crowded", "random"):
        result[f"order: {kind}, s"] = timed(lambda k=kind: review.set_order(ReviewOrder(k)))  # type: ignore[misc]
    review.set_order(ReviewOrder())
    worked = time.process_time()
    decisions = sorted(timed(next_picture) for _ in range(min(DECISIONS, review.counts.waiting - 1)))
    worked = time.process_time() - worked
    result["next picture, slowest, s"] = decisions[-1]
    result["next picture, 95 %, s"] = decisions[len(decisions) * 95 // 100]
    result["next picture, median, s"] = decisions[len(decisions) // 2]
    result["next picture, work, s"] = worked / len(decisions)
    result["counts, s"] = max(timed(lambda: review.counts.waiting) for _ in range(20))
    session = workspace.sessions.current
    result["counts from the file, s"] = max(
        timed(lambda: workspace.store.review_counts(session)) for _ in range(5)
    )
    result["page of the table, s"] = max(
        timed(lambda n=n: review.rows(n * 97 % review.total, 50)) for n in range(50)
    )  # type: ignore[misc]
    result["filter, s"] = timed(lambda: review.set_filter(ReviewFilter(labels=("label 3",), lowest=0.5)))
    result["undo, s"] = max(timed(workspace.history.undo) for _ in range(20))
    result["memory after, MB"] = resident()
    ended: list[bool] = []
    program.ended.connect(lambda: ended.append(True))
    program.end()
    until(lambda: ended)
    program.close()
    return result


def resident() -> float:
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    main()
