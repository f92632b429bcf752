"""What a test leaves open is not there in the next one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

LEFT: list[QWidget] = []


@pytest.mark.parametrize("turn", [1, 2])
def test_a_window_that_is_left_is_deleted(qtbot: QtBot, turn: int) -> None:
    assert QApplication.allWidgets() == []
    LEFT.append(QWidget())
    QLabel("in it", LEFT[-1])
    LEFT[-1].show()
