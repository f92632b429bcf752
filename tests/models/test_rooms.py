"""Each room is imported afresh, all of it, and brings in nothing heavy: what is heavy is imported by what needs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import eyebox_models

HEAVY = [
    "PIL", "PySide6", "cv2", "eyebox", "huggingface_hub", "numpy", "onnxruntime", "pyvips", "rapidocr", "tokenizers",
    "torch", "transformers",
]  # fmt: skip
MODEL_CLASSES = (
    "internvl.model",
    "qwen_vl.decoder",
    "qwen_vl.model",
    "qwen_vl.vision",
)
"""Modules that are classes of torch."""
ROOMS = sorted(path.parent.name for path in Path(eyebox_models.__file__).parent.glob("*/__init__.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_brings_in_nothing_heavy(room: str) -> None:
    code = f"""
import sys
from importlib import import_module
from pkgutil import walk_packages
room = import_module("eyebox_models.{room}")
names = [room.__name__, *(found.name for found in walk_packages(room.__path__, room.__name__ + "."))]
for name in names:
    if not name.endswith((".__main__", *{MODEL_CLASSES!r})):
        import_module(name)
print(sorted(sys.modules.keys() & set({HEAVY!r})))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=240)
    assert done.stdout.strip() == "[]", done.stderr[-400:] or done.stdout
