"""The page of batches where there is little room for it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from eyebox.batch_page.page import BatchPage
from eyebox.batches.job import BatchJob
from eyebox.batches.queue_file import STATES
from eyebox.theme import Theme
from eyebox.workspace.batch_info import BatchInfo


def test_long_texts_of_buttons_are_whole_and_beside_or_below_each_other(qtbot: QtBot, tmp_path: Path) -> None:
    page = BatchPage(Theme(), lambda _name, _first, _most, _states: [])
    qtbot.addWidget(page)
    job = BatchJob("read", "reader", sources=(str(tmp_path),), output=str(tmp_path / "out.csv"))
    page.set_batches([BatchInfo("invoices", job, "paused", dict.fromkeys(STATES, 3))], "invoices")
    buttons = [button for button in page.findChildren(QPushButton) if button is not page.new]
    for button in buttons:
        button.setText(f"{button.text()} and some more words")
    page.resize(page.minimumSize())
    page.show()
    qtbot.waitExposed(page)

    def places() -> list[tuple[QPushButton, QRect]]:
        shown = [button for button in buttons if button.isVisible()]
        return [(button, QRect(button.mapTo(page, QPoint(0, 0)), button.size())) for button in shown]

    qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button, _place in places()))
    assert len(places()) >= 6
    assert not [one for one, other in combinations(places(), 2) if one[1].intersects(other[1])]
