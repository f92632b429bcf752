"""A few rounds of what tests/bench/soak.py does for hours: nothing becomes more by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eyebox.chat.render import InertDocument
from eyebox.theme import Theme
from eyebox.window.main_window import MainWindow
from soaking import Soak

KINDS = (MainWindow, Theme, InertDocument)


@pytest.mark.thorough
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_rounds_of_everything_leave_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    soak = Soak(tmp_path)
    soak.round()
    before, kinds = soak.held(), soak.alive(*KINDS)
    soak.round()
    after = soak.held()
    assert soak.alive(*KINDS) == kinds
    for name in ("threads", "descriptors", "processes", "pixel files", "widgets"):
        assert after.counts[name] <= before.counts[name], name
    assert soak.close() == []
