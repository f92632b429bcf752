"""What a session costs at 50, 500 and 5,000 pictures: python tests/bench/scale.py [COUNTS ...]

Each picture has 60 read lines and 20 boxes. A fresh process for each count starts the program (offscreen) with such a session,
goes through it, renames a label in all of it, exports it, imports it into another and opens a folder of as many pictures.
Prints seconds, longest gaps of the window's event loop, and the window's resident memory. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

BOXES, LINES, LABELS = 20, 60, 5
LABEL, RENAMED = "label 3", "something else"
LIMIT_S = 1800.0
STEPS = 15
"""Presses of Page Down that are timed."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[50, 500, 5000])
    parser.add_argument("--home", type=Path, help="measure in this process, with the session that lies here")
    parser.add_argument("--begun", type=float, help="when that process was started")
    options = parser.parse_args()
    if options.home:
        print(json.dumps(measure(options.home, options.begun, options.counts[0])))
        return
    results = {}
    for count in options.counts:
        with tempfile.TemporaryDirectory() as place:
            home = Path(place)
            fill(home, count)
            results[count] = child(home, count)
            print(count, json.dumps(results[count]), flush=True)
    print(f"\n{'':34}" + "".join(f"{count:>12,}" for count in results))
    for name in next(iter(results.values())):
        print(f"{name:34}" + "".join(f"{result[name]:12.3f}" for result in results.values()))


def fill(home: Path, count: int) -> None:
    """Writes a session of `count` pictures, each a small file of its own, and a folder with as many others."""
    from PIL import Image

    from eyebox.folders import Folders
    from eyebox.session.store import Store
    from eyebox.session.types import PictureRecord
    from eyebox_models.protocol.box import Box
    from eyebox_models.protocol.page import Line, Page, Word

    folders = Folders.under(home / "home")
    folders.make()
    for name in ("pictures", "others"):
        (home / name).mkdir()
        for n in range(count):
            Image.new("RGB", (64, 48), (n % 256, n // 256, 99)).save(home / name / f"p{n}.png")
    with Store.open(folders.sessions) as store, store.together():
        session = store.new_session("many")
        store.add_session(session)
        for n in range(count):
            path, id = str(home / "pictures" / f"p{n}.png"), f"picture{n}"
            store.add_picture(PictureRecord(id, session.id, path, f"p{n}.png", "", 64, 48, position=n))
            store.save_boxes(
                id,
                [
                    Box(f"label {m % LABELS}", m, m, m + 9, m + 9, source="import", id=f"{n}-{m}")
                    for m in range(BOXES)
                ],
            )
            lines = []
            for m in range(LINES):
                words = ["line", str(m), "of", str(n), "needle" if n == count // 2 and m == 9 else "hay"]
                text = " ".join(words)
                box = (1.0, 2.0 * m, 40.0, 2.0 * m + 2)
                quad = ((1.0, 2.0 * m), (40.0, 2.0 * m), (40.0, 2.0 * m + 2), (1.0, 2.0 * m + 2))
                lines.append(Line(text, 0.99, box, quad, tuple(Word(word, box) for word in words)))
            store.save_page(id, Page(path, 64, 48, 0.1, tuple(lines), (tuple(range(LINES)),)))
        store.set_state("", "session", session.id)


def child(home: Path, count: int) -> dict[str, float]:
    command = [sys.executable, __file__, str(count), "--home", str(home), "--begun", str(time.perf_counter())]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def measure(home: Path, begun: float, count: int) -> dict[str, float]:
    """Seconds, but for what is named otherwise."""
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from eyebox import app
    from eyebox.folders import Folders
    from eyebox.window.sessions_page import SessionsPage

    application = QApplication(sys.argv[:1])
    program = app.build(Folders.under(home / "home"), start=["picture"])
    window = program.window
    pictures = window.workspace.pictures
    window.resize(1400, 900)

    class Paints(QObject):
        count = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    paints = Paints()
    window.installEventFilter(paints)
    window.canvas.viewport().installEventFilter(paints)
    window.show()
    window.activateWindow()
    longest, last = 0.0, time.perf_counter()

    def tick() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)

    def until(is_done: Callable[[], object]) -> float:
        nonlocal longest, last
        longest, last, start = 0.0, time.perf_counter(), time.perf_counter()
        timer.start()
        while not is_done():
            application.processEvents()
            if time.perf_counter() - start > LIMIT_S:
                raise SystemExit("took too long")
            time.sleep(0.0005)
        timer.stop()
        tick()
        return time.perf_counter() - start

    result: dict[str, float] = {}
    until(lambda: paints.count)
    result["start to first paint"] = time.perf_counter() - begun
    window.settle()
    until(lambda: pictures.current and pictures.pixels.get(pictures.current))
    rested = time.perf_counter() + 4.5
    until(lambda: time.perf_counter() > rested)
    result["resident memory, MB"] = resident()
    took = []
    for _ in range(STEPS):
        before, painted = pictures.current, paints.count
        start = time.perf_counter()
        window.commands["next_picture"].trigger()
        until(lambda b=before: pictures.current != b and pictures.pixels.get(pictures.current))
        application.processEvents()
        until(lambda p=painted: paints.count > p)
        took.append(time.perf_counter() - start)
    result["next picture"] = statistics.median(took)

    def search(text: str) -> float:
        window.file_menu.sessions()
        page = window.findChildren(SessionsPage)[-1]
        start = time.perf_counter()
        page.field.setText(text)
        page._pause.stop()
        page.refresh()
        until(page.list.count)
        application.processEvents()
        took = time.perf_counter() - start
        page.hide()
        page.deleteLater()
        return took

    for name, text in (("label", "label"), ("rare word", "needle"), ("two letters", "dl")):
        result[f"search: {name}"] = statistics.median(search(text) for _ in range(5))

    boxes = count * BOXES
    session = window.workspace.sessions.current
    coco = home / "pictures.json"
    per_box = {}

    def bulk(name: str, begin: Callable[[], object], done: Callable[[], object], of: int = boxes) -> None:
        application.processEvents()
        start = time.perf_counter()
        first: list[float] = []

        def begun_and_done() -> object:
            if not first:
                first.append(0.0)
                begin()
            return done()

        until(begun_and_done)
        result[name] = time.perf_counter() - start
        result[f"{name}: longest gap, ms"] = longest * 1000
        per_box[f"{name}: µs a box"] = result[name] / of * 1e6

    def labelled(label: str) -> int:
        rows = window.workspace.store.database.rows("SELECT count(*) FROM box WHERE label = ?", (label,))
        return int(rows[0][0])

    of_label = boxes // LABELS
    relabeling = window.workspace.relabeling
    bulk(
        "rename",
        lambda: relabeling.rename(session, LABEL, RENAMED),
        lambda: not relabeling.is_busy and labelled(RENAMED) == of_label,
        of_label,
    )
    bulk(
        "rename: undo",
        window.workspace.history.undo,
        lambda: not relabeling.is_busy and labelled(LABEL) == of_label,
        of_label,
    )
    files: list[str] = []
    window.workspace.exports.done.connect(files.append)
    bulk("export COCO", lambda: window.workspace.exports.write("coco", str(coco), session), lambda: files)
    window.workspace.sessions.create()

    def imported() -> int:
        rows = window.workspace.store.database.rows(
            "SELECT count(*) FROM box JOIN picture ON picture.id = box.picture WHERE session = ?",
            (window.workspace.sessions.current,),
        )
        return int(rows[0][0])

    bulk(
        "import COCO",
        lambda: window.workspace.open_paths([str(coco)]),
        lambda: not window.workspace.importing.is_busy and imported() == boxes,
    )
    window.workspace.sessions.create()
    pictures.read_automatically = False
    rested = time.perf_counter() + 1.0  # what comes after an import is not the folder's
    until(lambda: time.perf_counter() > rested)
    start = time.perf_counter()
    longest_of_folder = 0.0
    window.workspace.open_paths([str(home / "others")])
    until(lambda: pictures.current and pictures.pixels.get(pictures.current))
    result["a folder: first picture shown"] = time.perf_counter() - start
    longest_of_folder = longest
    until(lambda: len(pictures.records) == count)
    result["a folder: all of it in"] = time.perf_counter() - start
    result["a folder: longest gap, ms"] = max(longest, longest_of_folder) * 1000
    result |= per_box
    result["resident memory at the end, MB"] = resident()
    program.close()
    return result


def resident() -> float:
    """Megabytes of this process that are in memory."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("this system does not report resident memory")


if __name__ == "__main__":
    main()
