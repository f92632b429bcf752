"""`eyebox doctor`: what this machine can run, what is broken and how to mend it."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from importlib.util import find_spec
from pathlib import Path

from eyebox.cli.terminal import Output, Parser
from eyebox.folders import Folders
from eyebox_models.box import new_id
from eyebox_models.engine_process import EngineProcess
from eyebox_models.page import Page
from eyebox_models.wire import Read

PACKAGES = ("PySide6-Essentials", "pillow", "numpy", "pyvips", "rapidocr", "onnxruntime", "platformdirs")
LIBRARIES = {
    "EGL": "libegl1",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
}
"""System libraries that Qt loads on Linux -> the Debian package that has them."""


@dataclass(frozen=True, slots=True)
class Check:
    """Something that was looked at. `mend` says what to do when it is not `ok`."""

    name: str
    ok: bool
    found: str
    mend: str = ""


def version() -> str:
    """The version of Eyebox."""
    try:
        return version_of("eyebox")
    except PackageNotFoundError:
        return "unknown"


def doctor(arguments: Sequence[str]) -> int:
    """Runs the command; exit status 1 when something is broken."""
    parser = Parser("doctor", "Looks at what this machine can run.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options: argparse.Namespace = parser.parse_args(arguments)
    output = Output("-")
    checks = []
    if not options.json:
        output.write(f"Eyebox {version()}, Python {platform.python_version()}, {platform.platform()}\n")
    for check in _checks():
        checks.append(check)
        if not options.json:
            mend = f"\n     {check.mend}" if check.mend and not check.ok else ""
            output.write(f"{'ok ' if check.ok else 'BAD'}  {check.name}: {check.found}{mend}\n")
    fine = all(check.ok for check in checks)
    if options.json:
        report = {
            "version": version(),
            "python": platform.python_version(),
            "platform": platform.platform(),
            "ok": fine,
            "checks": [asdict(check) for check in checks],
        }
        output.write(json.dumps(report, ensure_ascii=False) + "\n")
    return 0 if fine else 1


def _checks() -> Iterator[Check]:
    for package in PACKAGES:
        yield _package(package)
    yield from _folders()
    yield _reader()
    if sys.platform == "linux":
        yield from _libraries()
        shown_on = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
        yield Check("display", True, shown_on or "none: the window needs one, read and ask do not")
    yield Check("vision-language models", True, _vlm())


def _package(name: str) -> Check:
    try:
        return Check(name, True, version_of(name))
    except PackageNotFoundError:
        return Check(name, False, "missing", f"pip install {name}")


def _folders() -> Iterator[Check]:
    folders = Folders.of_user()
    for name, folder in asdict(folders).items():
        nearest = next(place for place in (folder, *folder.parents) if place.exists())
        ok = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
        yield Check(f"{name} folder", ok, str(folder), f"mend the rights of {nearest}, or set EYEBOX_HOME")


def _reader() -> Check:
    """Starts the reader's engine and has it read an empty picture."""
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "white.pgm"
        picture.write_bytes(b"P5 64 32 255\n" + b"\xff" * (64 * 32))
        engine = EngineProcess("reader", Path(folder) / "log")
        try:
            end = engine.run(new_id(), Read(str(picture)), lambda _event: None)
        finally:
            engine.close()
    if end.outcome == "done" and isinstance(end.result, Page):
        return Check("reader", True, "its engine starts and reads")
    return Check("reader", False, end.message, "pip install --force-reinstall eyebox")


def _libraries() -> Iterator[Check]:
    from ctypes.util import find_library

    for library, package in LIBRARIES.items():
        found = find_library(library)
        yield Check(f"lib{library}", found is not None, found or "missing", f"sudo apt install {package}")


def _vlm() -> str:
    have = [name for name in ("torch", "transformers") if find_spec(name) is not None]
    return f"{' and '.join(have) or 'neither torch nor transformers'} installed"
