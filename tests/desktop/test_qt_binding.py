"""The binding does not steal references: PySide6 6.12.0 on Python below 3.12 aborts the process after some thousand calls."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_references_to_none_stay() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 1_000
