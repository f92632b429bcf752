"""The statistics of a session through the real window: counted, sorted, found, copied and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.review.statistics import StatisticsPage
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def open_page(qtbot: QtBot, program: Desktop) -> StatisticsPage:
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=desk.PATIENCE)
    QTest.keyClick(window, KEY.Key_T, KEYS.ControlModifier | KEYS.AltModifier)
    page = next(page for page in window.findChildren(StatisticsPage) if page.isVisible())
    qtbot.waitUntil(lambda: page.statistics is not None, timeout=desk.PATIENCE)
    return page


def test_statistics_by_keys_and_mouse(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    window = program.window
    page = open_page(qtbot, program)
    assert not page.copy.isEnabled(), "there is nothing to copy"
    QTest.keyClick(page, KEY.Key_Escape)
    window.workspace.pictures.read_automatically = False
    desk.drop(program, desk.draw_menu(tmp_path / "bill.png"), desk.draw_menu(tmp_path / "empty.png"))
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    cups = [Box("cup", 10, 10, 30 + 10 * n, 50) for n in range(3)]
    window.workspace.annotations.add(
        window.workspace.pictures.current, [*cups, Box("dish", 0, 0, 400, 300)], ""
    )
    page = open_page(qtbot, program)
    shown = [card.value.text() for card in page.cards]
    assert shown == ["4", "2", "2.0", "1"]
    model = page.view.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["cup", "dish"]
    head = page.view.horizontalHeader()
    large = head.sectionViewportPosition(5) + head.sectionSize(5) // 2
    QTest.mouseClick(head.viewport(), LEFT, pos=QPoint(large, 8))
    QTest.mouseClick(head.viewport(), LEFT, pos=QPoint(large, 8))
    assert {model.index(row, 5).data() for row in range(2)} == {"0", "1"}
    sizes = next(chip for chip in page.findChildren(QPushButton) if chip.text() == "By size of picture")
    QTest.mouseClick(sizes, LEFT)
    assert [model.index(0, column).data() for column in range(3)] == ["Up to 1.0 megapixels", "4", "2"]
    page.markdown.actions()[0].trigger()
    assert "- Boxes: 4, labels: 2" in QApplication.clipboard().text()
    saved = tmp_path / "figures.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(saved), ""))
    QTest.mouseClick(page.save, LEFT)
    qtbot.waitUntil(saved.exists, timeout=desk.PATIENCE)
    assert saved.read_bytes().startswith(b"\xef\xbb\xbfby,name,boxes")
    QTest.keyClick(page, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(StatisticsPage), timeout=desk.PATIENCE)
