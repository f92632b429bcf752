"""The longest gap of the window's event loop while it works: python tests/bench/gaps.py [HUGE.png]

A timer of 5 ms notes how late it comes during each phase. Without an argument a picture of 108 megapixels is drawn first.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

from PIL import Image
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

import desk
from eyebox import app
from eyebox.folders import Folders


class Gaps:
    """Notes the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        self.last = time.perf_counter()
        self.longest = 0.0
        self.timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.tick)
        self.timer.start()

    def tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self.last)
        self.last = now

    def during(
        self, name: str, begin: Callable[[], object], done: Callable[[], object], limit: float = 240
    ) -> None:
        loop = QEventLoop()
        self.tick()
        self.longest = 0.0
        started = time.perf_counter()
        begin()
        poll = QTimer(interval=20)
        poll.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() - started > limit else None)
        poll.start()
        loop.exec()
        self.tick()
        print(
            f"{name:34} {time.perf_counter() - started:7.2f} s   longest gap {self.longest * 1000:6.1f} ms",
            flush=True,
        )


def main(huge: str | None) -> None:
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if huge is None:
            huge = str(home / "huge.png")
            Image.effect_noise((3000, 2250), 40).resize((12_000, 9_000)).convert("RGB").save(
                huge, compress_level=1
            )
        menu = str(desk.draw_menu(home / "menu.png"))
        program = app.build(Folders.under(home / "home"))
        window = program.window
        window.resize(1600, 1000)
        window.show()
        pictures, lanes = window.workspace.pictures, program.program.lanes
        gaps = Gaps()
        states: dict[str, str] = {}
        for role, lane in lanes.items():
            lane.engine_state.connect(lambda state, role=role: states.__setitem__(role, state))
        gaps.during("idle for a second", lambda: None, lambda: False, 1)
        gaps.during(
            "engines start",
            lambda: [lanes[role].start_engine() for role in ("picture", "reader")],
            lambda: all(states.get(role) == "ready" for role in ("picture", "reader")),
        )
        gaps.during(
            "a picture is opened and read",
            lambda: window.workspace.open_paths([menu]),
            lambda: pictures.current and pictures.page(pictures.current),
        )
        pane = window.chat_controller.pane(window.chat_controller.active)

        def ask() -> None:
            pane.composer.set_draft("read everything")
            pane.composer.send()

        gaps.during("a question is answered", ask, lambda: not window.workspace.answers.running())
        pictures.read_automatically = False
        menu_id = pictures.current
        gaps.during(
            "108 megapixels are opened",
            lambda: window.workspace.open_paths([huge]),
            lambda: pictures.current != menu_id and pictures.pixels.get(pictures.current or ""),
        )
        ended: list[bool] = []
        window.program.ended.connect(lambda: ended.append(True))
        gaps.during("the window closes", window.close, lambda: ended)
        program.close()
    del application


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
