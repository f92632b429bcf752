"""How long pages of the contact sheet take: the first one, cold ones, those made ready meanwhile; and 200 boxes by keys.

    python tests/bench/review_sheet.py [FOLDER]

Pictures of 0.5 and of 12 megapixels, JPEG and PNG, are drawn into FOLDER (a temporary one by default). A page is there
when all of its crops have been painted.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eyebox import app
from eyebox.folders import Folders
from eyebox_models.protocol.box import Box

PER_PICTURE = 20
PATIENCE = 60.0
Key = Qt.Key


def draw(folder: Path, count: int, width: int, height: int, suffix: str) -> list[str]:
    """Pictures with as much detail as photographs have, at about 2 bits a pixel as JPEG."""
    random = np.random.default_rng(1)
    small = Image.fromarray(random.integers(0, 255, (height // 8, width // 8, 3), dtype=np.uint8))
    smooth = small.filter(ImageFilter.GaussianBlur(2)).resize((width, height), Image.Resampling.BICUBIC)
    files = []
    for number in range(count):
        noise = random.integers(-12, 12, (height, width, 1))
        pixels = np.roll(np.asarray(smooth), 37 * number, axis=1).astype(int) + noise
        file = folder / f"{width}-{number:03}.{suffix}"
        image = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
        image.save(file, **({"quality": 88} if suffix == "jpg" else {"compress_level": 1}))
        files.append(str(file))
    return files


def boxes_on(picture: int, width: int, height: int, spread: bool) -> list[Box]:
    """Boxes of one label; `spread`: the likeliest ones lie on as many pictures, a decode each."""
    random = np.random.default_rng(picture)
    boxes = []
    for n in range(PER_PICTURE):
        side = random.uniform(0.04, 0.2) * height
        x, y = random.uniform(0, width - side), random.uniform(0, height - side)
        score = 0.99 - (0.04 * n + 0.0001 * picture if spread else 0.0004 * (PER_PICTURE * picture + n))
        boxes.append(Box("person", x, y, x + side, y + side, score, "model"))
    return boxes


def until(condition: Callable[[], bool], what: str) -> float:
    """Seconds until something is so, while the event loop runs."""
    start = time.perf_counter()
    while not condition():
        QApplication.processEvents()
        if time.perf_counter() - start > PATIENCE:
            raise SystemExit(f"{what}: not within {PATIENCE:.0f} s")
        time.sleep(0.0005)
    return time.perf_counter() - start


def pages_of(files: list[str], width: int, height: int, spread: bool, home: Path) -> None:
    """Opens pictures with boxes in a fresh home, and prints the times of their pages."""
    program = app.build(Folders.under(home), start=["picture"])
    window, workspace = program.window, program.window.workspace
    window.resize(1280, 800)
    window.show()
    workspace.pictures.read_automatically = False
    workspace.open_paths(files)
    until(lambda: len(workspace.pictures.records) == len(files), "opening")
    for number, picture in enumerate(workspace.pictures.records):
        workspace.annotations.add(picture, boxes_on(number, width, height, spread), "model")

    def is_quiet() -> bool:
        return not any(lane.busy() for lane in program.program.lanes.values())

    until(is_quiet, "pictures")
    workspace.review.start(workspace.sessions.current)
    until(lambda: workspace.review.current is not None, "review")
    until(is_quiet, "the first picture")
    sheet_of = window.sheet_controller
    crops = workspace.crops

    def filled() -> bool:
        sheet = sheet_of.sheet
        return sheet is not None and all(map(crops.get, sheet.wanted()))

    def painted(start: float) -> float:
        window.repaint()
        QApplication.processEvents()
        return time.perf_counter() - start

    start = time.perf_counter()
    window.commands["review_sheet"].trigger()
    placeholders = painted(start)
    until(filled, "the first page")
    first = painted(start)
    sheet = sheet_of.sheet
    assert sheet is not None
    ready: list[float] = []
    while workspace.review.counts.waiting > 5 * sheet.size_of_page and len(ready) < 6:
        until(is_quiet, "the pages ahead")
        start = time.perf_counter()
        QTest.keyClick(sheet.view, Key.Key_Return)
        until(filled, "a page that was made ready")
        ready.append(painted(start))
    until(is_quiet, "the pages ahead")
    crops.clear()
    until(lambda: not program.program.lanes["crops"].alive, "rest")
    start = time.perf_counter()
    sheet.wanted_changed.emit()
    until(filled, "a cold page")
    cold = painted(start)
    pictures = len({item.picture for item in sheet.page.items})
    print(
        f"  {'spread' if spread else 'together'}, {pictures} pictures on a page of {len(sheet.page.items)}:"
        f" placeholders {placeholders * 1e3:.0f} ms, first page full {first * 1e3:.0f} ms, cold page {cold * 1e3:.0f} ms,"
        f" pages made ready: median {statistics.median(ready) * 1e3:.0f}, worst {max(ready) * 1e3:.0f} ms"
        f" (with the verdicts of the page before)",
        flush=True,
    )
    program.close()
    window.close()


def by_keys(files: list[str], width: int, height: int, home: Path) -> None:
    """200 boxes on the sheet at full speed, every seventh wrong."""
    program = app.build(Folders.under(home), start=["picture"])
    window, workspace = program.window, program.window.workspace
    window.resize(1280, 800)
    window.show()
    workspace.pictures.read_automatically = False
    workspace.open_paths(files[:10])
    until(lambda: len(workspace.pictures.records) == 10, "opening")
    for number, picture in enumerate(workspace.pictures.records):
        workspace.annotations.add(picture, boxes_on(number, width, height, True), "model")
    workspace.review.start(workspace.sessions.current)
    until(lambda: workspace.review.current is not None, "review")
    window.commands["review_sheet"].trigger()
    sheet = window.sheet_controller.sheet
    assert sheet is not None
    keys: list[float] = []
    waited = 0.0
    begun = time.perf_counter()

    def press(key: Qt.Key) -> None:
        start = time.perf_counter()
        QTest.keyClick(sheet.view, key)
        QApplication.processEvents()
        keys.append(time.perf_counter() - start)

    total, wrong = workspace.review.counts.waiting, 0
    while workspace.review.counts.waiting:
        count = len(sheet.page.items)
        for n in range(count):
            if n % 7 == 3:
                press(Key.Key_X)
                wrong += 1
            if n + 1 < count:
                press(Key.Key_Right)
        waited += until(lambda: all(map(workspace.crops.get, sheet.wanted())), "crops")
        press(Key.Key_Return)
    seconds = time.perf_counter() - begun
    counts = workspace.review.counts
    assert (counts.of("rejected"), counts.of("accepted")) == (wrong, total - wrong), counts
    keys.sort()
    print(
        f"  {total} boxes by {len(keys)} keys: {seconds:.2f} s ({waited:.2f} of it for crops),"
        f" {seconds / total * 1e3:.1f} ms a box;"
        f" a key: median {keys[len(keys) // 2] * 1e3:.1f} ms, 95 % {keys[int(len(keys) * 0.95)] * 1e3:.1f} ms,"
        f" worst {keys[-1] * 1e3:.1f} ms"
    )
    program.close()
    window.close()


def main() -> None:
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary)
        for width, height, suffix in ((800, 600, "jpg"), (4000, 3000, "jpg"), (4000, 3000, "png")):
            place = folder / f"{width}-{suffix}"
            count = 40 if suffix == "jpg" else 24
            if len(files := sorted(map(str, place.glob(f"*.{suffix}")))) < count:
                place.mkdir(parents=True, exist_ok=True)
                files = draw(place, count, width, height, suffix)
            print(f"{len(files)} pictures of {width} x {height} as {suffix}, {PER_PICTURE} boxes on each:")
            for spread in (False, True):
                pages_of(files, width, height, spread, Path(temporary) / f"{width}{suffix}{spread}")
            if suffix == "jpg":
                by_keys(files, width, height, Path(temporary) / f"{width}{suffix}keys")
    del application


if __name__ == "__main__":
    main()
