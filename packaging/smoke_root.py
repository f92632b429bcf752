"""An empty Debian in a folder, and a virtual screen, for packaging/smoke.py."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

from project import ROOT

CACHE = ROOT / "build"
NOISE = ("/proc", "/sys", "/dev", "/run", "/var/lib/dpkg", "/var/lib/apt", "/var/cache", "/var/log", "/tmp")
"""Where the system itself writes while packages come and go."""
ALSO_NOISE = ("/etc/ld.so.cache", "/etc/machine-id", "/root/.cache", "/var/lib/systemd")
TERM = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "HOME": "/root",
    "DEBIAN_FRONTEND": "noninteractive",
}


class Wrong(Exception):
    """Something is not as it should be."""


class Root:
    """A Debian of nothing but what every Debian has. It is unpacked from a cached archive after the first time."""

    def __init__(self, folder: Path, suite: str, mirror: str) -> None:
        self.folder = folder / "root"
        self._screen: Screen | None = None
        archive = CACHE / f"debian-{suite}.tar"
        if not archive.exists():
            CACHE.mkdir(exist_ok=True)
            _run("debootstrap", "--variant=minbase", "--include=ca-certificates", suite, self.folder, mirror)
            _run("tar", "-C", self.folder, "-cf", f"{archive}.new", "--exclude=./dev/*", ".")
            Path(f"{archive}.new").rename(archive)
            shutil.rmtree(self.folder)
        self.folder.mkdir()
        _run("tar", "-C", self.folder, "-xf", archive)
        for name in ("proc", "sys", "dev"):
            _run("mount", "--bind", f"/{name}", self.folder / name)
        shutil.copy("/etc/resolv.conf", self.folder / "etc/resolv.conf")
        certificates = self.folder / "etc/ssl/certs/ca-certificates.crt"
        if certificates.exists():
            shutil.copy("/etc/ssl/certs/ca-certificates.crt", certificates)
        self.apt("update", wanted=False)

    def close(self) -> None:
        """Ends what still runs in it and lets go of it."""
        self.hide()
        for pid, _name in self.processes():
            os.kill(pid, 9)
        for name in ("dev", "sys", "proc"):
            subprocess.run(["umount", "--lazy", self.folder / name], check=False)

    def path(self, inside: str) -> Path:
        """A path of the root as the outside sees it."""
        return self.folder / inside.lstrip("/")

    def put(self, file: Path, inside: str) -> None:
        self.path(inside).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, self.path(inside))

    def files(self) -> set[str]:
        """All files but those that the system keeps books in."""
        found = set()
        for folder, folders, names in os.walk(self.folder):
            inside = "/" + os.path.relpath(folder, self.folder).removeprefix(".")
            if inside in NOISE:
                folders.clear()
                continue
            found |= {f"{inside.rstrip('/')}/{name}" for name in names}
        return {name for name in found if not name.startswith(ALSO_NOISE)}

    def packages(self) -> set[str]:
        printed = self.run("dpkg-query", "-W", "-f", "${Package} ${db:Status-Abbrev}\n").stdout
        return {line.split()[0] for line in printed.splitlines() if line.split()[1:2] == ["ii"]}

    def apt(self, *arguments: str, wanted: bool = True) -> None:
        done = self.run("apt-get", "-y", "-qq", "--no-install-recommends", *arguments)
        if done.returncode and wanted:
            raise Wrong(f"apt-get {' '.join(arguments)}: {done.stdout[-800:]}{done.stderr[-1500:]}")

    def run(
        self, *command: str, env: dict[str, str] | None = None, network: bool = True
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self._command(command, network),
            env=self._environment(env),
            capture_output=True,
            text=True,
            timeout=600,
        )

    def start(self, *command: str, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
        """Starts a program without a network, and without waiting for it."""
        return subprocess.Popen(self._command(command, False), env=self._environment(env), text=True)

    def show(self, screen: Screen) -> None:
        """Programs in the root appear on this screen from now on."""
        self._screen = screen
        place = self.path("/tmp/.X11-unix")
        place.mkdir(parents=True, exist_ok=True)
        _run("mount", "--bind", "/tmp/.X11-unix", place)

    def hide(self) -> None:
        if self._screen is not None:
            self._screen = None
            subprocess.run(["umount", "--lazy", self.path("/tmp/.X11-unix")], check=False)

    def processes(self) -> list[tuple[int, str]]:
        """Process id and name of what runs from the root."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    program = (entry / "exe").readlink()
                except OSError:
                    continue
                if program.is_relative_to(self.folder):
                    found.append((int(entry.name), program.name))
        return found

    def _command(self, command: tuple[str, ...], network: bool) -> list[str | Path]:
        apart = [] if network else ["unshare", "--net"]
        return [*apart, "chroot", self.folder, *command]

    def _environment(self, env: dict[str, str] | None) -> dict[str, str]:
        proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        shown = {"DISPLAY": self._screen.display} if self._screen is not None else {}
        return {**TERM, **proxies, **shown, **(env or {})}


class Screen:
    """A virtual screen with a window manager, and hands to work on it."""

    def __init__(self, shots: Path) -> None:
        self.display = ""
        self._shots = shots
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Screen:
        """Starts both on a free display. Without `-noreset` the server begins anew when its first client leaves,
        which throws out a window manager that is just coming."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        reader, writer = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(writer),
            "-screen",
            "0",
            "1500x950x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]
        try:
            server = subprocess.Popen(command, pass_fds=[writer], **quiet)  # type: ignore[call-overload]
        finally:
            os.close(writer)
        self._processes.append(server)
        try:
            with os.fdopen(reader) as printed:
                number = printed.readline().strip()
            if not number:
                raise Wrong(f"the virtual screen ended with status {server.wait()}")
            self.display = f":{number}"
            manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": self.display}, **quiet)  # type: ignore[call-overload]
            self._processes.append(manager)
            managed = ("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
            self._until(
                lambda: "window id" in (self._do(*managed) or "") or manager.poll() is not None,
                "the window manager starts",
            )
            if manager.poll() is not None:
                raise Wrong(f"the window manager ended with status {manager.returncode}")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exception: object) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait()
        self._processes.clear()

    def window(self, title: str) -> str:
        """The id of the visible window whose title matches, once it is there."""
        return self.other_window(title, "")

    def other_window(self, title: str, than: str) -> str:
        """The same, but for another window of that title."""
        found: list[str] = []

        def look() -> bool:
            printed = self._do("xdotool", "search", "--onlyvisible", "--name", title) or ""
            found[:] = [one for one in printed.split() if one != than]
            return bool(found)

        self._until(look, f'a window "{title}" shows')
        self._do("xdotool", "windowactivate", "--sync", found[-1])
        time.sleep(0.5)  # the window manager has moved the focus; a toolkit needs a moment to take it
        return found[-1]

    def title(self, window: str) -> str:
        return (self._do("xdotool", "getwindowname", window) or "").strip()

    def key(self, window: str | None, keys: str) -> None:
        if window:
            self._do("xdotool", "windowactivate", "--sync", window)
        self._do("xdotool", "key", "--delay", "60", keys)

    def enter(self, text: str) -> None:
        """Types a text and the Enter key."""
        self._do("xdotool", "type", "--delay", "40", text)
        self.key(None, "Return")

    def drag(self, window: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drags the mouse; places are parts of the window's width and height."""
        printed = self._do("xdotool", "getwindowgeometry", "--shell", window) or ""
        size = dict(line.split("=") for line in printed.split() if "=" in line)
        width, height = int(size["WIDTH"]), int(size["HEIGHT"])
        steps = 12
        self._move(window, width * start[0], height * start[1])
        self._do("xdotool", "mousedown", "1")
        for step in range(1, steps + 1):
            part = step / steps
            x, y = (start[n] + (end[n] - start[n]) * part for n in (0, 1))
            self._move(window, width * x, height * y)
        self._do("xdotool", "mouseup", "1")

    def shoot(self, name: str) -> None:
        """Writes a picture of the screen."""
        self._do("import", "-window", "root", str(self._shots / name))

    def _move(self, window: str, x: float, y: float) -> None:
        self._do("xdotool", "mousemove", "--sync", "--window", window, str(round(x)), str(round(y)))

    def _do(self, *command: str) -> str | None:
        done = subprocess.run(
            command, env={**os.environ, "DISPLAY": self.display}, capture_output=True, text=True, timeout=60
        )
        return done.stdout if done.returncode == 0 else None

    @staticmethod
    def _until(look: object, what: str, seconds: float = 60) -> None:
        assert callable(look)
        until = time.monotonic() + seconds
        while not look():
            if time.monotonic() > until:
                raise Wrong(f"{what}: not within {seconds:.0f} s")
            time.sleep(0.1)


def tools(*packages: str) -> None:
    """Installs what is missing of these on Debian and Ubuntu."""
    script = 'source packaging/environment.sh; need "$@"'
    _run("bash", "-c", script, "bash", *packages, cwd=ROOT)


def _run(*command: object, cwd: Path | None = None) -> None:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        raise Wrong(f"{command[0]}: {(done.stderr or done.stdout)[-1500:]}")
