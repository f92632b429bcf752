"""Two hundred captures in a row: python tests/bench/many_captures.py [COUNT]

The real program on a virtual screen is asked for a region that has a name, again and again. Prints the memory of the program and
its engines early and at the end, what files are left, and whether clipboard and sessions are whole after the program was killed
in the middle of a capture. Linux; needs Xvfb, ImageMagick and xclip.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

EARLY = 20
PATIENCE_S = 60.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=200)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        measure(Path(place), count)


def measure(place: Path, count: int) -> None:
    from PIL import Image, ImageDraw, ImageFont

    display, home, temporary = ":95", place / "home", place / "tmp"
    temporary.mkdir()
    environment = os.environ | {
        "DISPLAY": display, "EYEBOX_HOME": str(home), "TMPDIR": str(temporary), "XDG_RUNTIME_DIR": str(place / "run"),
        "XDG_SESSION_TYPE": "x11",
    }  # fmt: skip
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    (place / "run").mkdir(mode=0o700)
    page = Image.new("RGB", (1280, 800), "white")
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 24)
    ImageDraw.Draw(page).text((40, 60), "Total amount 12.50\npaid by card", "black", font)
    page.save(place / "page.png")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1280x800x24", "-noreset"], **quiet)  # type: ignore[call-overload]
    time.sleep(1)
    subprocess.Popen(["display", "-window", "root", str(place / "page.png")], **quiet).wait()  # type: ignore[call-overload]
    try:
        name_region(home)
        program = start(environment)
        early = 0.0
        for number in range(1, count + 1):
            capture(environment, home, number)
            if number == EARLY:
                early = memory(program)
        time.sleep(1)
        late = memory(program)
        print(
            f"memory after {EARLY} captures {early:.1f} MB, after {count} {late:.1f} MB: ratio {late / early:.3f}"
        )
        pixels = list(home.rglob("*.pixels"))
        print(f"files left: {len(pixels)} of pixels, {len(list(temporary.rglob('*')))} temporary")
        subprocess.run([*EYEBOX, "capture", "--region", "till"], env=environment, check=True)
        time.sleep(0.05)
        for process in [program, *program.children(recursive=True)]:
            process.kill()
        subprocess.run(
            ["xclip", "-selection", "clipboard"], env=environment, input=b"still works", check=True
        )
        again = start(environment)
        before = kept(home)
        capture(environment, home, before + 1)
        with sqlite3.connect(home / "data" / "sessions.sqlite") as file:
            whole = file.execute("PRAGMA integrity_check").fetchone()[0]
        print(
            f"killed in the middle of a capture: sessions {whole}, {before} captures kept, the next one is read"
        )
        again.terminate()
        again.wait(60)
    finally:
        server.terminate()
        server.wait()


EYEBOX = [str(Path(sys.executable).parent / "eyebox")]


def name_region(home: Path) -> None:
    """Gives a region its name, as the bar does."""
    from eyebox.folders import Folders
    from eyebox.session.store import Store
    from eyebox.session.writes import SetState

    folders = Folders.under(home)
    folders.make()
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "settings.json").write_text(json.dumps({"stay_in_tray": "no"}))
    with Store.open(folders.sessions) as store:
        SetState("", "capture_regions", {"till": [20, 40, 500, 100]}).apply(store)


def start(environment: dict[str, str]) -> psutil.Popen:
    program = psutil.Popen(EYEBOX, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait(lambda: any(Path(environment["XDG_RUNTIME_DIR"]).glob("eyebox-*")), "the socket")
    time.sleep(3)
    return program


def capture(environment: dict[str, str], home: Path, number: int) -> None:
    """One capture, until its text is in the file of sessions."""
    subprocess.run([*EYEBOX, "capture", "--region", "till"], env=environment, check=True)
    wait(lambda: kept(home) >= number, f"capture {number}")


def kept(home: Path) -> int:
    """How many captures have their text in the file of sessions."""
    with sqlite3.connect(f"file:{home / 'data' / 'sessions.sqlite'}?mode=ro", uri=True) as file:
        return int(file.execute("SELECT count(*) FROM page").fetchone()[0])


def memory(program: psutil.Process) -> float:
    """Megabytes of a program and its engines that nobody else has."""
    return (
        sum(process.memory_full_info().uss for process in (program, *program.children(recursive=True))) / 1e6
    )


def wait(what: Callable[[], object], name: str) -> None:
    begun = time.monotonic()
    while not what():
        if time.monotonic() - begun > PATIENCE_S:
            raise SystemExit(f"{name} did not come")
        time.sleep(0.02)


if __name__ == "__main__":
    main()
