#!/usr/bin/env python3
"""Builds what users install: python3 packaging/build.py {deb,portable} ... [--output FOLDER].

Needs Python 3.11 or newer with a shared libpython. Everything else it fetches itself: an environment in build/ with Eyebox and
PyInstaller, and on Debian and Ubuntu the tools of the system. What is frozen is checked before it is packed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import deb
import inspection
import portable
from project import ROOT, commit_time, version

BUILD = ROOT / "build"
FROZEN = BUILD / "frozen" / "eyebox"
PYINSTALLER = "pyinstaller>=6.16,<7"
TARGETS = {"deb": deb.build, "portable": portable.build}
TOOLS = {
    "deb": ("binutils", "dpkg-dev", "xz-utils"),
    "portable": ("binutils", "dpkg-dev", "zstd"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "targets", nargs="+", choices=sorted(TARGETS), metavar="TARGET", help=", ".join(sorted(TARGETS))
    )
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="folder for the artifacts (dist)")
    parser.add_argument(
        "--model-engine",
        type=Path,
        metavar="FOLDER",
        help="full edition: carry a copy of this standalone Python, with the packages for models put into it",
    )
    parser.add_argument(
        "--wheels", type=Path, metavar="FOLDER", help="take those packages from a folder only"
    )
    parser.add_argument("--keep-frozen", action="store_true", help="pack what was frozen before")
    options = parser.parse_args()
    os.environ["SOURCE_DATE_EPOCH"] = str(commit_time())
    _tools({tool for target in options.targets for tool in TOOLS[target]})
    if not options.keep_frozen:
        freeze()
    if options.model_engine and not (options.keep_frozen and edition(FROZEN) == "full"):
        carry(options.model_engine, options.wheels)
    faults = inspection.inspect(FROZEN)
    if faults:
        print("\n".join(f"build: {fault}" for fault in faults), file=sys.stderr)
        return 1
    options.output.mkdir(parents=True, exist_ok=True)
    for target in options.targets:
        with tempfile.TemporaryDirectory(
            dir=options.output
        ) as fresh:  # a build that is cut leaves no half artifact
            made = TARGETS[target](FROZEN, Path(fresh), version(), edition(FROZEN))
            file = made.replace(options.output / made.name)
        print(f"{file}  {file.stat().st_size / 1e6:.1f} MB")
    return 0


def freeze() -> None:
    """Makes the folder with both programs."""
    python = environment()
    shutil.rmtree(FROZEN.parent, ignore_errors=True)
    command = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", FROZEN.parent]
    subprocess.run(
        [*command, "--workpath", BUILD / "pyinstaller", ROOT / "packaging" / "eyebox.spec"], check=True
    )
    if sys.platform != "linux":
        return
    for file in (*FROZEN.glob("_internal/libpython*"), *FROZEN.glob("_internal/python3*/lib-dynload/*.so")):
        subprocess.run(
            ["strip", "--strip-unneeded", file], check=True
        )  # only Python's own: others break (NumPy's OpenBLAS)


def environment() -> Path:
    """The Python of an environment with Eyebox, from this checkout, and PyInstaller."""
    if not sysconfig.get_config_var("Py_ENABLE_SHARED") and not _shared_libpython():
        raise SystemExit(
            "build: this Python has no shared libpython; on Debian and Ubuntu: sudo apt install libpython3-dev"
        )
    folder = BUILD / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, PYINSTALLER, f"{ROOT}[serve]"], check=True)
    return python


def carry(python: Path, wheels: Path | None) -> None:
    """Makes it the full edition: a relocatable Python with what models need, which engines of models run in."""
    folder = FROZEN / "_internal" / "model-engine"
    shutil.rmtree(folder, ignore_errors=True)
    needless = shutil.ignore_patterns(
        "test", "tests", "__pycache__", "idlelib", "tkinter", "turtledemo", "*.a"
    )
    shutil.copytree(python, folder, symlinks=True, ignore=needless)
    asked = "from eyebox_models.environment.requirements import wanted; print(*wanted({names!r}).requirements, sep='\\n')"
    names = {file.name.partition("-")[0].lower() for file in wheels.glob("*.whl")} if wheels else None
    listed = subprocess.run(
        [BUILD / "environment" / "bin" / "python", "-c", asked.format(names=names)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    source = ["--no-index", "--find-links", wheels] if wheels else []
    install = [
        folder / "bin" / "python3",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-cache-dir",
        "--no-warn-script-location",
    ]
    subprocess.run(
        [*install, *source, *listed.stdout.split("\n")[:-1]],
        check=True,
        env={**os.environ, "PYTHONNOUSERSITE": "1"},
    )


def edition(frozen: Path) -> str:
    return "full" if (frozen / "_internal" / "model-engine").is_dir() else "reader"


def _shared_libpython() -> bool:
    name = (
        sysconfig.get_config_var("INSTSONAME")
        or f"libpython{sys.version_info[0]}.{sys.version_info[1]}.so.1.0"
    )
    folders = (sysconfig.get_config_var("LIBDIR"), f"/usr/lib/{sysconfig.get_config_var('MULTIARCH')}")
    return (
        any(folder and Path(folder, str(name).replace(".a", ".so")).exists() for folder in folders)
        or os.name == "nt"
    )


def _tools(packages: set[str]) -> None:
    if sys.platform == "linux":  # the libraries too: what a file asks for is looked up among them
        script = """source packaging/environment.sh; command -v dpkg-query >/dev/null || exit 0
            need "$@" "${window_packages[@]}" libwayland-client0 libwayland-cursor0 libwayland-egl1"""
        subprocess.run(["bash", "-c", script, "bash", *sorted(packages)], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
