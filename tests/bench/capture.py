"""A screen capture beside its rivals: python tests/bench/capture.py [--rounds N] [--normcap COMMAND] [--eyebox COMMAND]

On a virtual screen of 1920 x 1080 with a page of text, in turn: `eyebox capture` with a running program, its own key, Flameshot
(resident on a bus of its own), and NormCap where its command is given. Prints medians from the command or key press to the
painted overlay (the screen's memory is watched), and from the release of the mouse to the text on the clipboard (NormCap: its
standard output), with the character errors of the regions that were read.

Linux; needs Xvfb, openbox, ImageMagick, xdotool, xclip and flameshot.
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import random
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

DISPLAY = ":94"
WIDTH, HEIGHT = 1920, 1080
PATIENCE_S = 20.0
BAR_S = 6.5
"""When the bar of a capture is gone: while it stands the next one waits until what it covers is painted (80 ms)."""
WATCHED = (1, 540)
"""A pixel that every overlay changes: NormCap draws a frame and dims nothing."""
LINES = [
    "Invoice 2024-0117 for Meier & Sons", "The quick brown fox jumps over 13 lazy dogs.", "Total: 1,284.50 EUR (VAT 19 %)",
    "ssh admin@host.example.org -p 2222", "def area(width, height): return width * height", "Please reply by 30 November 2026.",
    "Order no. A-5531-XZ shipped to Leipzig", "error: file 'config.yaml' not found (line 42)", "Password: correct-horse-battery",
    "Temperature 21.5 °C, humidity 48 %",
]  # fmt: skip
FIRST, STEP = 80, 90


class Desk:
    """The virtual screen, its window manager, and a page of text on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "DISPLAY": DISPLAY,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder / "run"),
        }
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
            self.environment.pop(name, None)
        (folder / "run").mkdir(mode=0o700)
        self.processes: list[subprocess.Popen[bytes]] = []
        self.start(
            ["Xvfb", DISPLAY, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset", "-fbdir", str(folder)]
        )
        self.pixels = self._framebuffer(folder / "Xvfb_screen0")
        self.start(["openbox"])
        page = folder / "page.png"
        self._draw(page)
        self.start(
            ["display", "-window", "root", str(page)]
        )  # as a window it would lie over NormCap's overlay
        self.wait(lambda: self.pixel(WIDTH // 2, 10) == b"\xff\xff\xff", "the page of text")

    def start(self, command: list[str], **more: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command, env=self.environment | more, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.processes.append(process)
        return process

    def xdotool(self, *words: str | int) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)

    def pixel(self, x: int, y: int) -> bytes:
        at = self.offset + (y * WIDTH + x) * 4
        return self.pixels[at : at + 3]

    def wait(self, what: Callable[[], bool], name: str) -> float:
        """When it came true. Ends the bench where it does not."""
        begun = time.perf_counter()
        while not what():
            if time.perf_counter() - begun > PATIENCE_S:
                raise SystemExit(f"{name} did not come")
            time.sleep(0.0005)
        return time.perf_counter()

    def overlay(self, x: int, y: int) -> bool:
        """Whether the white of the page is covered there."""
        return self.pixel(x, y) != b"\xff\xff\xff"

    def clipboard(self) -> str:
        done = subprocess.run(
            ["xclip", "-o", "-selection", "clipboard"], env=self.environment, capture_output=True, timeout=5
        )
        return done.stdout.decode(errors="replace")

    def close(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)

    def _framebuffer(self, file: Path) -> mmap.mmap:
        for _ in range(500):
            if (
                file.exists()
                and file.stat().st_size > WIDTH * HEIGHT * 4
                and Path(f"/tmp/.X11-unix/X{DISPLAY[1:]}").exists()
            ):
                self.offset = file.stat().st_size - WIDTH * HEIGHT * 4
                with file.open("rb") as stream:
                    return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            time.sleep(0.01)
        raise SystemExit("Xvfb does not start")

    def _draw(self, page: Path) -> None:
        from PIL import Image, ImageDraw, ImageFont

        image = Image.new("RGB", (WIDTH, HEIGHT), "white")
        draw = ImageDraw.Draw(image)
        font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 22)
        for number, line in enumerate(LINES):
            draw.text((120, FIRST + number * STEP), line, "black", font)
        image.save(page)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--eyebox", default=str(Path(sys.executable).parent / "eyebox"))
    parser.add_argument("--normcap", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        desk = Desk(Path(place))
        try:
            measure(desk, shlex.split(options.eyebox), shlex.split(options.normcap), options.rounds)
        finally:
            desk.close()


def measure(desk: Desk, eyebox: list[str], normcap: list[str], rounds: int) -> None:
    home = desk.folder / "eyebox"
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.json").write_text(
        json.dumps({"capture_keys": "Ctrl+Alt+S", "stay_in_tray": "no"})
    )
    desk.environment["EYEBOX_HOME"] = str(home)
    desk.start(eyebox)
    desk.wait(lambda: desk.overlay(WIDTH // 2, HEIGHT // 2), "the window")
    time.sleep(4)
    window = subprocess.run(
        ["xdotool", "search", "--name", "Eyebox$"], env=desk.environment, capture_output=True, text=True
    )
    for found in window.stdout.split():
        desk.xdotool("windowminimize", found)
    time.sleep(1)
    bus = subprocess.run(
        ["dbus-daemon", "--session", "--fork", "--print-address"], capture_output=True, text=True, check=True
    )
    desk.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.strip()
    desk.start(["flameshot"])
    time.sleep(2)
    painted: dict[str, list[float]] = {}
    read: dict[str, list[float]] = {}
    errors: dict[str, int] = {}
    copied = 0.0
    for count in range(rounds + 1):
        line = count % len(LINES)
        time.sleep(max(0.0, copied + BAR_S - time.perf_counter()))
        for name, begin in (
            ("eyebox capture", lambda: desk.start([*eyebox, "capture"])),
            ("eyebox, its own key", lambda: desk.xdotool("key", "--delay", 0, "ctrl+alt+s")),
            ("flameshot gui", lambda: desk.start(["flameshot", "gui"])),
            ("normcap", lambda: normcap_start(desk, normcap)),
        ):
            if name == "normcap" and not normcap:
                continue
            time.sleep(random.uniform(0.3, 0.5))
            desk.xdotool("mousemove", 1500, 900)
            desk.wait(lambda: not desk.overlay(*WATCHED), f"the end of {name}")
            begun = time.perf_counter()
            process = begin()
            seconds = desk.wait(lambda: desk.overlay(*WATCHED), f"the overlay of {name}") - begun
            if count:
                painted.setdefault(name, []).append(seconds)
            time.sleep(0.3)
            if name in ("eyebox, its own key", "normcap"):
                text, seconds = drag(desk, line, name, process)
                copied = time.perf_counter() if process is None else copied
                if count:
                    read.setdefault(name, []).append(seconds)
                if count <= len(LINES) and count:
                    errors[name] = errors.get(name, 0) + distance(" ".join(text.split()), LINES[line])
            else:
                desk.xdotool("key", "Escape")
    for name, seconds_all in painted.items():
        print(f"to the painted overlay: {report(seconds_all)}  {name}")
    for name, seconds_all in read.items():
        print(
            f"release to text: {report(seconds_all)}  {name}, {errors.get(name, 0)} character errors on {len(LINES)} regions"
        )


def report(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    return f"{statistics.median(ordered):.3f} s, 95th percentile {ordered[int(len(ordered) * 0.95)]:.3f}"


def normcap_start(desk: Desk, command: list[str]) -> subprocess.Popen[bytes]:
    words = ["--cli-mode", "--show-introduction", "False", "-n", "False", "--screenshot-handler", "qt"]
    process = subprocess.Popen(
        [*command, *words], env=desk.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    desk.processes.append(process)
    return process


def drag(desk: Desk, line: int, name: str, process: subprocess.Popen[bytes] | None) -> tuple[str, float]:
    """Chooses a line of the page; gives its text and the seconds from the release."""
    y = FIRST + line * STEP
    if process is None:
        subprocess.run(
            ["xclip", "-selection", "clipboard"], env=desk.environment, input=b"before", check=True
        )
    desk.xdotool("mousemove", 100, y - 14, "mousedown", 1, "mousemove", 400, y + 10, "mousemove", 900, y + 44)
    time.sleep(0.15)
    desk.xdotool("mouseup", 1)
    begun = time.perf_counter()
    if process is not None:
        out, _ = process.communicate(timeout=PATIENCE_S)
        return out.decode(errors="replace"), time.perf_counter() - begun
    while (text := desk.clipboard()) == "before":
        if time.perf_counter() - begun > PATIENCE_S:
            raise SystemExit(f"no text of {name}")
    return text, time.perf_counter() - begun


def distance(a: str, b: str) -> int:
    """Levenshtein's distance."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b)


if __name__ == "__main__":
    main()
