"""What a test leaves open is not there in the next one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QCompleter, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

LEFT: list[QWidget] = []


@pytest.mark.parametrize("turn", [1, 2])
def test_a_window_that_is_left_is_deleted(qtbot: QtBot, turn: int) -> None:
    assert QApplication.allWidgets() == []
    LEFT.append(QWidget())
    QLabel("in it", LEFT[-1])
    LEFT[-1].show()


COMPLETERS: list[QCompleter] = []


@pytest.mark.parametrize("turn", range(5))  # widgets are deleted in no certain order
def test_a_list_of_a_completer_is_deleted_once(qtbot: QtBot, turn: int) -> None:
    """By its completer: deleted twice it would end the process, now or much later."""
    assert QApplication.allWidgets() == []
    LEFT.append(field := QLineEdit())
    COMPLETERS.append(completer := QCompleter(["one"], field))
    LEFT.append(completer.popup())
