"""Each room imported in a fresh process: what must not come along with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import eyebox

ROOT = Path(eyebox.__file__).parent

QT = ("PySide6", "shiboken6")
WITHOUT_WIDGETS = ("PySide6.QtWidgets", "eyebox.window", "eyebox.canvas", "eyebox.chat", "eyebox.theme")
WIDGETS = ("batch_page", "teach_page", "canvas", "chat", "review", "capture", "picker", "doctor")
ROOMS = {
    "annotations": (*WITHOUT_WIDGETS, "eyebox.workspace", "eyebox.jobs"),
    "jobs": (*WITHOUT_WIDGETS, "PySide6.QtGui", "eyebox.workspace", "eyebox.session"),
    "workspace": WITHOUT_WIDGETS,
    "session": (*QT, "eyebox.formats"),
    "formats": QT,
    "batches": (*QT, "eyebox.workspace", "eyebox.jobs", "numpy", "xlsxwriter"),
    "cli": QT,
    **{
        room: (
            "eyebox.jobs",
            "eyebox.workspace",
            "eyebox.window",
            *(f"eyebox.{each}" for each in WIDGETS if each != room),
        )
        for room in WIDGETS
    },
}
"""Rooms, and what no module of each brings along."""


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_brings_along_nothing_it_must_not_know(room: str) -> None:
    modules = [
        ".".join(("eyebox", *file.relative_to(ROOT).with_suffix("").parts))
        for file in sorted((ROOT / room).rglob("*.py"))
        if file.stem != "__init__"
    ]
    unwanted = ROOMS[room]
    code = (
        f"import sys\nimport {', '.join(modules)}\n"
        f"print(sorted(m for m in sys.modules if any(m == u or m.startswith(u + '.') for u in {unwanted!r})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
