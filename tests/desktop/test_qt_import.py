"""PySide6 is imported without its tools, and has them as soon as they are wanted; in a fresh process."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import builtins, sys
imported = builtins.__import__
{begin}
from PySide6.QtCore import QPoint, QObject
from PySide6.support.signature import get_signature
print("tools", "argparse" in sys.modules, builtins.__import__ is imported, file=sys.stderr)
for call in (lambda: QPoint("a"), lambda: QObject().setObjectName(1), lambda: QPoint(1, 2, 3)):
    try:
        call()
    except TypeError as error:
        print(error)
print(QPoint.setX.__doc__, get_signature(QPoint.setX))
from PySide6.support.signature.lib import enum_sig, pyi_generator
print(enum_sig.HintingEnumerator, pyi_generator.Formatter)
"""


def test_errors_and_help_are_the_same_with_and_without() -> None:
    outputs = []
    for begin in ("import PySide6", "from eyebox.qt_import import import_qt; import_qt()"):
        done = subprocess.run(
            [sys.executable, "-c", CODE.format(begin=begin)], capture_output=True, text=True, timeout=240
        )
        assert done.returncode == 0, done.stderr
        outputs.append(done.stdout)
    assert "called with wrong argument types" in outputs[0]
    assert outputs[0] == outputs[1]
    assert done.stderr.strip() == "tools False True"
