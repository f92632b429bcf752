"""What must never be imported where."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import eyebox

HEAVY = ["torch", "transformers", "onnxruntime", "rapidocr", "cv2", "pyvips", "numpy", "PIL"]
ROOM = Path(eyebox.__file__).parent


def test_the_window_imports_nothing_heavy() -> None:
    code = f"import sys, eyebox.app; print([m for m in {HEAVY!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_a_lane_needs_nothing_of_qt_but_its_core() -> None:
    tree = ast.parse((ROOM / "jobs" / "lane.py").read_text("utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    assert {m for m in modules if m.startswith("PySide6")} == {"PySide6.QtCore"}


def test_parts_that_are_made_later_are_imported_later() -> None:
    late = [f"eyebox.window.{name}" for name in ("queue_panel", "sessions_page")]
    late += ["eyebox.doctor", "eyebox.picker", "importlib.metadata"]
    code = f"import sys, eyebox.app; print([m for m in {late!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
