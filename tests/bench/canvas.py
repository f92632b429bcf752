"""How fast the canvas is with 5,000 labelled boxes: `python tests/bench/canvas.py`, offscreen at 1600 x 1000."""

from __future__ import annotations

import os
import random
import statistics
import struct
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QUndoStack, QWheelEvent
from PySide6.QtWidgets import QApplication

from eyebox.annotations.box_model import BoxModel
from eyebox.canvas.view import CanvasView
from eyebox.picture_map import PixelMap
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.pixels import Level, Pixels

WIDTH, HEIGHT = 4000, 3000
VIEW = (1600, 1000)
BOXES, LABELS = 5000, 20
ROUNDS = 4
ZOOM_LIMIT_MS, FRAME_MS, SMOOTH = 50.0, 16.0, 0.95


def picture(folder: Path) -> Pixels:
    """A picture-like file of pixels: soft colours with grain, at full, half, quarter and eighth size."""
    file, levels, offset = folder / "pixels.raw", [], 0
    rng = random.Random(3)
    grain = [rng.randrange(24) for _ in range(WIDTH)]
    with file.open("wb") as out:
        for factor in (1, 2, 4, 8):
            width, height = WIDTH // factor, HEIGHT // factor
            levels.append(Level(factor, width, height, width * 4, offset))
            for y in range(height):
                base = 60 + 120 * y // height
                row = struct.pack(f"<{width}I", *(0xFF000000 | (base + g) * 0x010101 for g in grain[:width]))
                out.write(row)
            offset += width * height * 4
    return Pixels("bench", str(file), WIDTH, HEIGHT, tuple(levels))


def boxes() -> list[Box]:
    """Rectangles of 12 to 140 pixels all over the picture."""
    rng = random.Random(11)
    made = []
    for i in range(BOXES):
        width, height = rng.uniform(12, 140), rng.uniform(12, 140)
        x, y = rng.uniform(0, WIDTH - width), rng.uniform(0, HEIGHT - height)
        made.append(Box(f"class_{i % LABELS:02d}", x, y, x + width, y + height))
    return made


class Times:
    """Milliseconds from events to the changed picture, by the clock and of the processor alone."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.clock: list[float] = []
        self.processor: list[float] = []

    def take(self, step: Callable[[], object]) -> None:
        self._app.processEvents()
        start, used = perf_counter(), process_time()
        step()
        self._app.processEvents()
        self.clock.append((perf_counter() - start) * 1000)
        self.processor.append((process_time() - used) * 1000)

    def __str__(self) -> str:
        median, worst = statistics.median(self.clock), max(self.clock)
        return f"{median:6.1f} ms, worst {worst:6.1f} ms, of the processor {statistics.median(self.processor):6.1f} ms"


def wheel(view: CanvasView, at: QPoint, angle: int) -> None:
    point = QPointF(at)
    event = QWheelEvent(
        point,
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def drag(view: CanvasView, kind: QEvent.Type, to: QPoint) -> None:
    """The middle button pressed, moved or released."""
    middle, none = Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else middle
    held = none if kind == QEvent.Type.MouseButtonRelease else middle
    place = QPointF(view.viewport().mapToGlobal(to))
    event = QMouseEvent(kind, QPointF(to), place, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def pan(times: Times, view: CanvasView, steps: int) -> None:
    """Drags the picture about, there and back."""
    at = QPoint(800, 500)
    drag(view, QEvent.Type.MouseButtonPress, at)
    for i in range(steps):
        at += QPoint(-9, -6) if i % 60 < 30 else QPoint(9, 6)
        times.take(partial(drag, view, QEvent.Type.MouseMove, at))
    drag(view, QEvent.Type.MouseButtonRelease, at)


def main() -> int:
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app)
    view = CanvasView(theme)
    view.resize(*VIEW)
    with tempfile.TemporaryDirectory() as folder:
        pixel_map = PixelMap(picture(Path(folder)))
        view.picture_item.set_map(pixel_map)
        view.set_picture_rect(WIDTH, HEIGHT)
        model, stack = BoxModel(view), QUndoStack(view)
        model.insert(boxes())
        view.set_boxes(model, stack)
        view.show()
        first, zooms, frames = Times(app), Times(app), Times(app)
        first.take(view.viewport().update)
        for _ in range(ROUNDS):
            view.fit()
            for angle in [120] * 8 + [-120] * 8:
                zooms.take(partial(wheel, view, QPoint(700, 450), angle))
        for zoom in (0.45, 0.7, 1.0, 2.0):
            view.set_zoom(zoom)
            app.processEvents()
            pan(frames, view, 120)
        view.picture_item.set_map(None)
        pixel_map.close()
    smooth, idle = (
        sum(t < FRAME_MS for t in times) / len(times) for times in (frames.clock, frames.processor)
    )
    print(f"{BOXES} labelled boxes on {WIDTH} x {HEIGHT}, view {VIEW[0]} x {VIEW[1]}; medians")
    print(f"first paint      {first}")
    print(f"wheel-zoom step  {zooms} (at most {ZOOM_LIMIT_MS:.0f})")
    print(f"panning frame    {frames}")
    print(
        f"frames under {FRAME_MS:.0f} ms  {smooth:.1%}, of the processor {idle:.1%} (at least {SMOOTH:.0%})"
    )
    return 0 if statistics.median(zooms.clock) <= ZOOM_LIMIT_MS and smooth >= SMOOTH else 1


if __name__ == "__main__":
    sys.exit(main())
