"""The portable archive: one folder that runs from anywhere. With a file `portable` in it, it keeps its data beside itself."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

README = """\
Eyebox {version}, portable ({edition} edition, Linux {machine}, glibc {glibc} or newer)

Start ./eyebox in this folder. It needs what nearly every desktop has; `./eyebox doctor` names what is missing. All of it, on
Debian and Ubuntu:

    sudo apt install {packages}

Sessions, settings and models are kept in your home folder. To keep them beside the program instead, on a stick for
example, make an empty file called "portable" in this folder:  touch portable
"""


def build(frozen: Path, output: Path, version: str, edition: str) -> Path:
    """Packs the folder; the archive unpacks into one folder called eyebox-VERSION. $ZSTD_LEVEL, like -3, makes it quicker."""
    from deb import depends
    from inspection import LOWEST_GLIBC

    name = f"eyebox-{version}" if edition == "reader" else f"eyebox-{edition}-{version}"
    note = frozen.parent / "README.txt"
    glibc = ".".join(map(str, LOWEST_GLIBC))
    packages = " ".join(
        entry.partition(" ")[0] for entry in depends(frozen).split(", ") if not entry.startswith("libc6")
    )
    text = README.format(
        version=version, edition=edition, machine=platform.machine(), glibc=glibc, packages=packages
    )
    note.write_text(text, encoding="utf-8")
    file = output / f"{name}-linux-{platform.machine()}.tar.zst"
    steady = [
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        f"--mtime=@{os.environ['SOURCE_DATE_EPOCH']}",
    ]
    tar = subprocess.Popen(
        ["tar", "--create", *steady, f"--transform=s,^eyebox,{name},SH", f"--transform=s,^README.txt,{name}/README.txt,",
         "-C", frozen.parent, "eyebox", "README.txt"],
        stdout=subprocess.PIPE,
    )  # fmt: skip
    with file.open("wb") as packed:
        subprocess.run(
            ["zstd", os.environ.get("ZSTD_LEVEL", "-19"), "--long=27", "-T0", "-q"],
            stdin=tar.stdout,
            stdout=packed,
            check=True,
        )
    if tar.wait():
        raise SystemExit("build: tar failed")
    return file
