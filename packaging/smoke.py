#!/usr/bin/env python3
"""Tries an artifact where nothing else is: python3 packaging/smoke.py ARTIFACT (.deb or .tar.zst). As root, on Debian or Ubuntu.

Installs it into an empty Debian (debootstrap), works with the real window on a virtual screen by keyboard and mouse, without
any network, and takes it away again. Prints what it saw; pictures of the window go to build/smoke/. Exit status 1 at the
first thing that is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from project import ROOT, version
from smoke_root import Root, Screen, Wrong, tools

SAMPLE = ROOT / "resources/eyebox_resources/sample.png"
SHOTS = ROOT / "build" / "smoke"
NOT_IN_THE_WINDOW = re.compile(r"onnxruntime|/numpy|/cv2|libvips|libpdfium|/PIL/")
NOT_IN_AN_ENGINE = re.compile(r"libQt6|PySide6")

BOX = "SELECT x1, y1, x2, y2 FROM box"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("artifact", type=Path)
    parser.add_argument("--suite", default="bookworm", help="the Debian to install into (bookworm)")
    parser.add_argument("--mirror", default="http://deb.debian.org/debian")
    parser.add_argument(
        "--wheels", type=Path, help="also add the model engine from this folder, with Debian's Python"
    )
    parser.add_argument(
        "--model", type=Path, default=ROOT / "tests/data/parity/qwen_vl_chat", help="and ask this model"
    )
    options = parser.parse_args()
    tools("debootstrap", "xvfb", "xdotool", "openbox", "x11-utils", "imagemagick", "zstd")
    SHOTS.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="eyebox-smoke-", dir="/var/tmp") as place:
        root = Root(Path(place), options.suite, options.mirror)
        try:
            say("an empty Debian", f"{options.suite}, {len(root.files())} files")
            artifact = Deb if options.artifact.suffix == ".deb" else Portable
            artifact(root, options.artifact.resolve(), options.wheels, options.model).run()
        except Wrong as error:
            print(f"WRONG  {error}")
            return 1
        finally:
            root.close()
    print(f"smoke: {options.artifact.name} works ({time.monotonic() - begun:.0f} s)")
    return 0


def say(what: str, found: object = "") -> None:
    print(f"ok     {what}{': ' if found != '' else ''}{found}", flush=True)


def expect(condition: object, what: str, found: object = "") -> None:
    """Says what is so, or ends the run."""
    if not condition:
        raise Wrong(f"{what}: {found}")
    say(what, found)


class Artifact:
    """What is done with any artifact. `program` is its path in the root, `home` where it keeps things there."""

    program = ""
    home = "/root/data of mine"

    def __init__(self, root: Root, file: Path, wheels: Path | None, model: Path) -> None:
        self.root, self.file, self.wheels, self.model = root, file, wheels, model

    def run(self) -> None:
        needs = [*self.needs(), *(["python3"] if self.wheels else [])]
        self.root.apt("install", *needs)
        say("apt brought what it depends on", " ".join(needs))
        before = self.root.files()
        self.install()
        say("installed", f"{len(self.root.files()) - len(before)} files")
        self.command_line()
        self.window()
        self.chinese()
        if self.wheels:
            self.model_engine(self.wheels)
        self.doctor()
        kept = [name for name in self.root.files() - before if name.startswith(self.home)]
        expect(kept, "what the user made lies in one place", f"{self.home}, {len(kept)} files")
        self.remove()
        left = sorted(self.root.files() - before)
        foreign = [name for name in left if not name.startswith((self.home, "/root/in", "/root/out"))]
        say("of the user's files stay", len([name for name in left if name.startswith(self.home)]))
        expect(not foreign, "nothing else is left", foreign[:20] or "no file")

    def needs(self) -> list[str]:
        """The Debian packages that have to be there before."""
        raise NotImplementedError

    def install(self) -> None:
        raise NotImplementedError

    def remove(self) -> None:
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        return {"EYEBOX_HOME": self.home}

    def eyebox(self, *arguments: str, status: int | None = 0) -> str:
        """Runs the program without a network; returns what it printed."""
        done = self.root.run(self.program, *arguments, env=self.environment(), network=False)
        if status is not None and done.returncode != status:
            raise Wrong(
                f"eyebox {' '.join(arguments)} gave {done.returncode}: {done.stdout[-1500:]}{done.stderr[-1500:]}"
            )
        return done.stdout

    def command_line(self) -> None:
        expect(self.eyebox("--version").strip() == f"eyebox {version()}", "eyebox --version", version())
        self.root.put(SAMPLE, "/root/in/a picture 图.png")
        text = self.eyebox("read", "/root/in/a picture 图.png")
        expect("Salmon" in text or len(text.split()) > 5, "eyebox read", " ".join(text.split())[:60])
        word = max(re.findall(r"[A-Za-z]{4,}", text), key=len)
        printed = self.eyebox("ask", "-p", f"find {word}", "/root/in/a picture 图.png", "--json")
        end = json.loads(printed.splitlines()[-1])
        expect(end["outcome"] == "done" and end["boxes"], f'eyebox ask -p "find {word}"', end["boxes"][0])
        expect(
            json.loads(self.eyebox("models", "list", "--json")), "eyebox models list", "the reader is there"
        )

    def model_engine(self, wheels: Path) -> None:
        """Adds the model engine from a folder of wheels, asks a tiny model, removes the engine again. All without a network."""
        shutil.copytree(wheels, self.root.path("/root/in/wheels"))
        shutil.copytree(self.model, self.root.path("/root/in/model"))
        ask = (
            "ask",
            "--model",
            "/root/in/model",
            "--precision",
            "fp32",
            "--max-new-tokens",
            "8",
            "-p",
            "What is it?",
        )
        without = self.root.run(
            self.program, *ask, "/root/in/a picture 图.png", env=self.environment(), network=False
        )
        expect(
            without.returncode == 1,
            "without the model engine a model says what to do",
            without.stderr.strip(),
        )
        say(
            "eyebox models engine add",
            " / ".join(self.eyebox("models", "engine", "add", "--wheels", "/root/in/wheels").split("\n")),
        )
        printed = self.eyebox(*ask, "--json", "/root/in/a picture 图.png")
        end = json.loads(printed.splitlines()[-1])
        expect(
            end["outcome"] == "done", "the tiny model answers", f"{end['text']!r}, {end['tokens_out']} tokens"
        )
        say("eyebox models engine remove", self.eyebox("models", "engine", "remove").strip())
        left = [name for name in self.root.files() if "/model-engine/" in name]
        expect(not left, "nothing of the model engine is left", left or "no file")

    def doctor(self) -> None:
        with Screen(SHOTS) as screen:
            self.root.show(screen)
            try:
                report = json.loads(self.eyebox("doctor", "--json", status=None))
            finally:
                self.root.hide()
        states = [check["state"] for check in report["checks"]]
        for check in report["checks"]:
            if check["state"] != "pass":
                print(
                    f"         {check['state']}  {check['title']}: {check['found']}  [{check['mend'] or check['advice']}]"
                )
        expect(
            "fail" not in states, "eyebox doctor", f"{states.count('pass')} pass, {states.count('warn')} warn"
        )
        names = {check["name"]: check["state"] for check in report["checks"]}
        for name in ("screen.window", "screen.files", "engine.picture", "engine.reader"):
            expect(names.get(name) == "pass", f"doctor's check {name}", names.get(name, "is missing"))

    @contextmanager
    def shown(self, *arguments: str) -> Iterator[tuple[Screen, str]]:
        """The program's window on a screen, until Ctrl+Q ends it."""
        with Screen(SHOTS) as screen:
            self.root.show(screen)
            running = self.root.start(self.program, *arguments, env=self.environment())
            try:
                window = screen.window("Eyebox")
                yield screen, window
                screen.key(window, "ctrl+q")
                expect(running.wait(timeout=30) == 0, "Ctrl+Q ends it", f"status {running.returncode}")
            except Wrong:
                screen.shoot("wrong.png")
                raise
            finally:
                running.kill()
                running.wait()
                self.root.hide()
        self.wait("no engine is left", lambda: not self.root.processes() or None)

    def window(self) -> None:
        """Opens a picture, reads it, draws a box, exports it, and closes: by keyboard and mouse only."""
        with self.shown("/root/in/a picture 图.png") as (screen, window):
            say("the window opens", screen.title(window))
            self.wait("the picture is read", lambda: self.store("SELECT length(data) FROM page"))
            self.look_into()
            self.draw(screen, window)
            self.export(screen, window)
            screen.shoot(f"{self.file.name}-window.png")

    def draw(self, screen: Screen, window: str) -> None:
        screen.key(window, "b")
        screen.drag(window, (0.30, 0.40), (0.42, 0.52))
        time.sleep(0.5)  # the field for its label opens
        screen.enter("smoke")
        box = self.wait("a box is drawn and named", lambda: self.store(f"{BOX} WHERE label = 'smoke'"))
        say("the box on disk", box)

    def export(self, screen: Screen, window: str) -> None:
        self.root.path("/root/out").mkdir(exist_ok=True)
        screen.key(window, "ctrl+e")
        dialog = screen.window("^Export")
        screen.key(dialog, "alt+f")
        screen.enter("COCO")
        screen.other_window("^Export", dialog)
        screen.key(None, "ctrl+a")
        screen.enter("/root/out/boxes.json")
        written = self.root.path("/root/out/boxes.json")
        self.wait("the export is written", lambda: written.exists() or None)
        box = json.loads(written.read_text())["annotations"][0]["bbox"]
        x1, y1, x2, y2 = self.store(BOX) or (0, 0, 0, 0)
        same = all(abs(a - b) < 0.1 for a, b in zip(box, (x1, y1, x2 - x1, y2 - y1), strict=True))
        expect(same, "the exported box is the drawn one", box)

    def chinese(self) -> None:
        """Starts it again in Chinese: the session is there, and the catalogue loads."""
        config = self.root.path(f"{self.home}/config")
        config.mkdir(parents=True, exist_ok=True)
        (config / "settings.json").write_text(json.dumps({"language": "zh_CN", "theme": "dark"}))
        with self.shown() as (screen, window):
            screen.key(window, "ctrl+e")
            title = screen.title(screen.window("导出"))
            expect(title.startswith("导出"), "the Chinese catalogue loads: the title of a dialog", title)
            screen.shoot(f"{self.file.name}-chinese.png")
            screen.key(None, "Escape")

    def look_into(self) -> None:
        """What the running processes have loaded."""
        for pid, name in self.root.processes():
            libraries = Path(f"/proc/{pid}/maps").read_text()
            never = NOT_IN_AN_ENGINE if name == "eyebox-engine" else NOT_IN_THE_WINDOW
            found = never.search(libraries)
            files = len(set(re.findall(r"\S+\.so[.\d]*$", libraries, re.MULTILINE)))
            expect(not found, f"{name} {pid} holds nothing of the other side", f"{files} libraries")

    def store(self, query: str) -> tuple[object, ...] | None:
        """The first row of a query to the session file; None where there is none yet."""
        import sqlite3

        file = self.root.path(f"{self.home}/data/sessions.sqlite")
        if not file.exists():
            return None
        try:
            with sqlite3.connect(
                f"file:{str(file).replace(' ', '%20')}?mode=ro", uri=True, timeout=1
            ) as connection:
                row: tuple[object, ...] | None = connection.execute(query).fetchone()
                return row
        except sqlite3.OperationalError:
            return None

    def wait(self, what: str, look: Callable[[], object | None], seconds: float = 60) -> object:
        until = time.monotonic() + seconds
        while (found := look()) is None:
            if time.monotonic() > until:
                raise Wrong(f"{what}: not within {seconds:.0f} s")
            time.sleep(0.1)
        say(what)
        return found


class Deb(Artifact):
    """A Debian package."""

    program = "/usr/bin/eyebox"

    def needs(self) -> list[str]:
        done = subprocess.run(
            ["dpkg-deb", "--field", self.file, "Depends"], capture_output=True, text=True, check=True
        )
        return re.findall(r"(?:^|, )([^ ,]+)", done.stdout.strip())

    def install(self) -> None:
        self.name = self.file.name.partition("_")[0]
        self.root.put(self.file, f"/tmp/{self.file.name}")
        before = self.root.packages()
        self.root.apt("install", f"/tmp/{self.file.name}")
        self.root.path(f"/tmp/{self.file.name}").unlink()
        brought = self.root.packages() - before
        expect(
            brought == {self.name}, "apt install", f"{self.name}; what it names as its needs is all it needs"
        )
        for name in (
            "applications/eyebox.desktop",
            "man/man1/eyebox.1.gz",
            "icons/hicolor/48x48/apps/eyebox.png",
        ):
            expect(
                self.root.path(f"/usr/share/{name}").stat().st_size > 100, f"/usr/share/{name}", "is there"
            )

    def remove(self) -> None:
        self.root.apt("purge", self.name)
        expect(self.name not in self.root.packages(), "apt purge", "gone")


class Portable(Artifact):
    """The archive: unpacked anywhere, with its data beside itself."""

    folder = f"/opt/a stick/eyebox-{version()}"
    program = f"{folder}/eyebox"
    home = f"{folder}/eyebox-data"

    def environment(self) -> dict[str, str]:
        return {}

    def needs(self) -> list[str]:
        note = ["tar", "-xOf", self.file, f"eyebox-{version()}/README.txt"]
        done = subprocess.run(note, capture_output=True, text=True, check=True)
        needed = re.search(r"apt install (.*)", done.stdout)
        assert needed is not None
        return needed[1].split()

    def install(self) -> None:
        place = self.root.path("/opt/a stick")
        place.mkdir()
        subprocess.run(["tar", "-xf", self.file, "-C", place], check=True)
        self.root.path(f"{self.folder}/portable").touch()

    def remove(self) -> None:
        subprocess.run(["rm", "-r", self.root.path(self.folder).parent], check=True)


if __name__ == "__main__":
    sys.exit(main())
