"""Lays out what makes Eyebox part of a desktop: icons, manual, completions, and its entries in menus and software centres.

`python packaging/integration.py ROOT [VERSION]` puts it all under ROOT/usr/share. It needs Eyebox and PySide6 installed;
`install_into` does it from any Python, with that of the build's environment.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import project
from listing import COMPONENT, DESKTOP, date, desktop_entry, metainfo

ENVIRONMENT = (
    project.ROOT / "build" / "environment" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
)


def install_into(root: Path, version: str) -> None:
    """Writes all files under `root`, which stands for /. The same sources give the same bytes."""
    if find_spec("PySide6") and find_spec("eyebox"):
        _lay_out(root, version)
        return
    command = [ENVIRONMENT, Path(__file__).resolve(), root, version]
    subprocess.run(command, check=True)


def _lay_out(root: Path, version: str) -> None:
    from completions import completions
    from icons import icons
    from manual import man_page

    share = root / "usr" / "share"
    texts = {
        f"applications/{DESKTOP}": desktop_entry(),
        f"metainfo/{COMPONENT}.metainfo.xml": metainfo(version, date()),
        **completions(),
    }
    for name, text in texts.items():
        _write(share / name, text.encode())
    _write(share / "man" / "man1" / "eyebox.1.gz", gzip.compress(man_page(version).encode(), 9, mtime=0))
    icons(share / "icons" / "hicolor")


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


if __name__ == "__main__":
    _lay_out(Path(sys.argv[1]), sys.argv[2] if sys.argv[2:] else project.version())
