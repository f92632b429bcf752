"""From a key to the next box drawn: a scripted review through the real window, by key events alone.

    python tests/bench/review_keys.py [--boxes 200] [--pictures 40] [--size 1600x1200] [--order label] [--pause 0]

A box counts as drawn when the canvas has painted it selected, and in sight. `pixels` is when its picture was under it,
too. `--pause` is how long the hand waits before each key, in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eyebox import app
from eyebox.app import Desktop
from eyebox.canvas.outline import rect_of
from eyebox.canvas.view import CanvasView
from eyebox.folders import Folders
from eyebox.review.start import Start
from eyebox_models.protocol.box import Box

KEY = Qt.Key
SCRIPT = (KEY.Key_A, KEY.Key_A, KEY.Key_X, KEY.Key_A, KEY.Key_Space, KEY.Key_A, KEY.Key_Right, KEY.Key_E)
"""Pressed over and over: mostly accepted, some rejected, unsure, corrected."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--boxes", type=int, default=200)
    parser.add_argument("--pictures", type=int, default=40)
    parser.add_argument("--size", default="1600x1200")
    parser.add_argument("--order", default="label")
    parser.add_argument("--pause", type=int, default=0)
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    application = QApplication(sys.argv)
    with tempfile.TemporaryDirectory(prefix="eyebox-review-") as folder:
        paths = draw(Path(folder, "pictures"), options.pictures, width, height)
        desktop = app.build(Folders.under(Path(folder, "home")))
        try:
            review(application, desktop, paths, options)
        finally:
            desktop.close()
            desktop.window.close()


def draw(folder: Path, count: int, width: int, height: int) -> list[str]:
    """Photograph-like JPEGs: blurred noise with rectangles."""
    folder.mkdir()
    rng = np.random.default_rng(1)
    paths = []
    for number in range(count):
        small = rng.integers(0, 255, (height // 16, width // 16, 3), dtype=np.uint8)
        image = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
        path = folder / f"{number:04}.jpg"
        image.save(path, quality=90)
        paths.append(str(path))
    return paths


def review(
    application: QApplication, desktop: Desktop, paths: list[str], options: argparse.Namespace
) -> None:
    window = desktop.window
    workspace = window.workspace
    desktop.program.change_settings(desktop.program.settings.with_value("read_on_open", False))
    window.resize(1280, 800)
    window.show()
    workspace.open_paths(paths)
    until(application, lambda: len(workspace.pictures.records) == len(paths), 120)
    width, height = map(int, options.size.split("x"))
    rnd = random.Random(2)
    pictures = list(workspace.pictures.records)
    for number, picture in enumerate(pictures):
        share = options.boxes // len(pictures) + (number < options.boxes % len(pictures))
        boxes = [any_box(rnd, width, height) for _ in range(share)]
        workspace.annotations.add(picture, boxes, "answer")
    canvas = window.canvas
    drawn = Drawn(canvas)
    window.review_start.start(Start("session", order=options.order))
    until(application, lambda: workspace.review.current is not None, 30)
    window.activateWindow()
    canvas.setFocus()
    until(application, lambda: canvas.picture_item._map is not None, 30)
    times, pixels, computed, began = [], [], [], time.perf_counter()
    step = 0
    while workspace.review.counts.waiting:
        if options.pause:
            until(
                application,
                lambda end=time.perf_counter() + options.pause / 1000: time.perf_counter() > end,
                60,
            )
        key = SCRIPT[step % len(SCRIPT)]
        step += 1
        start, before = time.perf_counter(), time.thread_time()
        drawn.wanted = None
        QTest.keyClick(canvas, key)
        item = workspace.review.current
        if item is None or not workspace.review.counts.waiting:
            break
        drawn.wanted = item.box_id, rect_of(item.shape)
        until(application, lambda: drawn.wanted is None, 30)
        if key not in (KEY.Key_Right,):
            times.append((time.perf_counter() - start) * 1000)
            computed.append((time.thread_time() - before) * 1000)
        until(application, lambda: canvas.picture_item._map is not None, 30)
        if key not in (KEY.Key_Right,):
            pixels.append((time.perf_counter() - start) * 1000)
    took = time.perf_counter() - began
    for name, of in (
        ("key to next box drawn", times),
        ("of which the window computed", computed),
        ("with its picture", pixels),
    ):
        of = sorted(of)
        print(
            f"{name}: median {statistics.median(of):.1f} ms, 95 % within {of[int(len(of) * 0.95)]:.1f}, "
            f"most {of[-1]:.1f} ({len(of)} boxes)"
        )
    print(f"{took / options.boxes:.3f} s a box")


class Drawn:
    """Notes when the canvas has painted a box that is wanted: selected, and in sight."""

    def __init__(self, canvas: CanvasView) -> None:
        self.wanted: tuple[str, object] | None = None
        paint = canvas.paintEvent

        def painted(event: QPaintEvent) -> None:
            paint(event)
            if self.wanted is not None:
                box_id, rect = self.wanted
                if canvas.editor.selection == (box_id,) and canvas.visible_rect().intersects(rect):  # type: ignore[arg-type]
                    self.wanted = None

        canvas.paintEvent = painted  # type: ignore[method-assign]


def any_box(rnd: random.Random, width: int, height: int) -> Box:
    x, y = rnd.randrange(width - 200), rnd.randrange(height - 120)
    return Box(
        rnd.choice(["price", "dish", "total"]),
        x,
        y,
        x + rnd.randrange(40, 200),
        y + rnd.randrange(20, 120),
        score=rnd.random(),
        source="model",
    )


def until(application: QApplication, done: Callable[[], object], seconds: float) -> None:
    """Lets the program work until something is so."""
    end = time.perf_counter() + seconds
    while not done():
        application.processEvents()
        if time.perf_counter() > end:
            raise TimeoutError("the program did not come so far in time")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
