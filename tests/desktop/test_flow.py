"""Buttons that flow into as many lines as they need."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from eyebox.theme.flow import Flow


def sized(width: int, height: int = 20) -> QLabel:
    made = QLabel()
    made.setFixedSize(width, height)
    return made


def test_what_has_no_room_goes_into_the_next_line(qtbot: QtBot) -> None:
    inside = QWidget()
    qtbot.addWidget(inside)
    parts = [sized(100), sized(100, 40), sized(100)]
    flow = Flow(*parts, spacing=10)
    inside.setLayout(flow)
    assert flow.sizeHint().width() == 320
    assert [flow.heightForWidth(width) for width in (320, 319, 109)] == [40, 70, 100]
    inside.resize(219, 200)
    inside.show()
    assert [(part.x(), part.y()) for part in parts] == [(0, 10), (110, 0), (0, 50)]
    parts[1].hide()
    flow.activate()
    assert (parts[2].x(), parts[2].y()) == (110, 0)
