"""Looks at the frozen folder before it is packed: what it holds, how large it is, which systems it runs on."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

LOWEST_GLIBC = (2, 36)
"""Debian 12, Ubuntu 24.04, Fedora 38 and newer. The build has to be made on a system that is no newer."""
LARGEST = 455_000_000
"""Bytes of the reader edition, installed."""
NEVER = {
    "eyebox": (
        "torch",
        "transformers",
        "onnxruntime",
        "rapidocr",
        "cv2",
        "numpy",
        "PIL",
        "pyvips",
        "pypdfium2",
    ),
    "eyebox-engine": ("torch", "transformers", "PySide6", "shiboken6", "eyebox"),
}
"""Packages that a program's archive of modules must not hold."""
ALWAYS = {
    "eyebox": (
        "eyebox.app",
        "eyebox.program",
        "eyebox.window.main_window",
        "eyebox.cli.read",
        "PySide6",
        "eyebox_models.engine.process",
    ),
    "eyebox-engine": (
        "eyebox_models.engine.main",
        "eyebox_models.families.reader",
        "onnxruntime",
        "numpy",
        "PIL",
        "pyvips",
        "pypdfium2",
        "pypdfium2_raw",
    ),
}
FILES = (
    *(f"_internal/eyebox_resources/i18n/eyebox_{code}.qm" for code in ("de", "en", "ja", "zh_CN")),
    "_internal/eyebox_resources/icons/open.svg",
    "_internal/eyebox_resources/themes/window.qss",
    "_internal/eyebox_resources/sample.png",
    "_internal/rapidocr/models",
    "_internal/cv2/cv2.abi3.so",
    "_internal/pypdfium2_raw/libpdfium.so",
    "_internal/engine_source/eyebox_models/engine/main.py",
    "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
    "_internal/PySide6/Qt/plugins/imageformats/libqsvg.so",
)


def inspect(frozen: Path) -> list[str]:
    """Prints what was found, and returns what is wrong as sentences."""
    faults = [f"{name} is missing" for name in FILES if not (frozen / name).exists()]
    for program in NEVER:
        names = modules(frozen / program)
        packages = {name.partition(".")[0] for name in names}
        faults += [
            f"{program} holds {name}, which it must not" for name in NEVER[program] if name in packages
        ]
        faults += [f"{program} lacks {name}" for name in ALWAYS[program] if name not in names]
        print(f"{program}: {len(names)} modules of {len(packages)} packages")
    lowest, whose = glibc(frozen)
    print(f"glibc: {lowest[0]}.{lowest[1]} is the lowest that will do ({whose})")
    if lowest > LOWEST_GLIBC:
        faults.append(
            f"{whose} needs glibc {lowest[0]}.{lowest[1]}; build on a system with {LOWEST_GLIBC[0]}.{LOWEST_GLIBC[1]}"
        )
    size = bytes_in(frozen)
    print(f"installed: {size / 1e6:.1f} MB")
    if size > LARGEST and not (frozen / "_internal" / "model-engine").is_dir():
        faults.append(
            f"{size / 1e6:.0f} MB are more than the {LARGEST / 1e6:.0f} MB that the reader edition may take"
        )
    return faults


def modules(program: Path) -> set[str]:
    """The modules in a program's archive, as PyInstaller's own reader lists them."""
    viewer = program.parents[2] / "environment" / "bin" / "pyi-archive_viewer"
    printed = subprocess.run(
        [viewer, "--recursive", "--brief", program], capture_output=True, text=True, check=True
    )
    return set(re.findall(r"^ ?'?([A-Za-z_][\w.]*)'?,?$", printed.stdout, re.MULTILINE))


def bytes_in(folder: Path) -> int:
    """Bytes of all files, links not counted."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_symlink() and file.is_file())


def glibc(folder: Path) -> tuple[tuple[int, int], str]:
    """The newest version of glibc that any file asks for, and which file that is."""
    newest, whose = (2, 0), ""
    for file in elf_files(folder):
        printed = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
        for major, minor in re.findall(r"\bGLIBC_(\d+)\.(\d+)", printed):
            if (int(major), int(minor)) > newest:
                newest, whose = (int(major), int(minor)), str(file.relative_to(folder))
    return newest, whose


def needed(files: Iterable[Path]) -> set[str]:
    """The names of all libraries that files ask for."""
    found: set[str] = set()
    for file in files:
        printed = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
        found |= set(re.findall(r"^\s+NEEDED\s+(\S+)$", printed, re.MULTILINE))
    return found


def elf_files(folder: Path) -> Iterator[Path]:
    """Programs and libraries, links not counted."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    yield file
