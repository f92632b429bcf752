"""The summary of a review through the real window: it opens by itself when the last box has its verdict."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import desk
from eyebox.review.summary import SummaryPage
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def test_the_summary_of_a_review(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    window = program.window
    window.workspace.pictures.read_automatically = False
    desk.drop(program, desk.draw_menu(tmp_path / "bill.png"))
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 1, timeout=desk.PATIENCE)
    picture = window.workspace.pictures.current
    dishes = [Box("dish", 60, 150 + 110 * n, 300, 200 + 110 * n, source="model") for n in range(3)]
    window.workspace.annotations.add(picture, dishes, "")
    review = window.workspace.review
    with qtbot.waitSignal(review.started, timeout=desk.PATIENCE):
        review.start(window.workspace.sessions.current)
    review.decide("accepted")
    assert review.current is not None
    annotated = window.workspace.annotations.of(picture)
    second = annotated.model.box(review.current.box_id)
    window.canvas.editor.change([replace(second, x2=204)], "resize")
    review.step(1)
    assert not window.findChildren(SummaryPage)
    review.decide("rejected")
    pages = window.findChildren(SummaryPage)
    assert len(pages) == 1 and pages[0].isVisible()
    page = pages[0]
    qtbot.waitUntil(lambda: page.summary is not None, timeout=desk.PATIENCE)
    assert page.hint.text() == "Boxes: 3 judged, 0 waiting, on 1 picture"
    shown = {card.about.whole: card.value.text() for card in page.cards}
    assert shown["Precision"] == "66.7 %" and shown["Recall"] == "100.0 %", (
        "the picture is complete by itself"
    )
    assert shown["Mean IoU of fixed boxes"] == "60.0 %" and shown["Rejected"] == "33.3 %"
    model = page.view.model()
    assert [model.index(0, column).data() for column in range(4)] == ["dish", "3", "66.7 %", "100.0 %"]
    QTest.mouseClick(page.choice.button(1), LEFT)
    assert [model.index(0, column).data() for column in range(7)] == ["dish", "3", "1", "1", "1", "0", "0"]
    page.markdown.actions()[0].trigger()
    assert "- Fixed: 1 (33.3 %)" in QApplication.clipboard().text()
    saved = tmp_path / "summary.md"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "summary"), "Markdown (*.md)")
    )
    QTest.mouseClick(page.save, LEFT)
    qtbot.waitUntil(saved.exists, timeout=desk.PATIENCE)
    QTest.keyClick(page, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(SummaryPage), timeout=desk.PATIENCE)
    window.workspace.history.undo()
    review.decide("accepted")
    assert not window.findChildren(SummaryPage), "it comes by itself only once"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=desk.PATIENCE)
    QTest.keyClick(window, KEY.Key_Y, KEYS.ControlModifier | KEYS.AltModifier)
    page = window.findChildren(SummaryPage)[0]
    qtbot.waitUntil(lambda: page.summary is not None, timeout=desk.PATIENCE)
    assert page.cards[0].value.text() == "100.0 %"


def test_there_is_none_before_a_verdict(qtbot: QtBot, start) -> None:
    window = start().window
    window.commands["review_summary"].trigger()
    page = window.findChildren(SummaryPage)[0]
    qtbot.waitUntil(lambda: page.summary is not None, timeout=desk.PATIENCE)
    assert not page.copy.isEnabled() and not page.cards


def test_planted_boxes_that_were_caught(qtbot: QtBot, start, tmp_path: Path) -> None:
    """Half of what is judged is planted; all of it is rejected, what is real accepted: attention is full."""
    program = start()
    window = program.window
    workspace = window.workspace
    workspace.pictures.read_automatically = False
    desk.drop(program, desk.draw_menu(tmp_path / "bill.png"))
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 1, timeout=desk.PATIENCE)
    dishes = [Box("dish", 60, 150 + 110 * n, 300, 200 + 110 * n, source="model") for n in range(3)]
    workspace.annotations.add(workspace.pictures.current, dishes, "")
    review = workspace.review
    with qtbot.waitSignal(review.started, timeout=desk.PATIENCE):
        review.start(workspace.sessions.current, planted=1.0)
    qtbot.waitUntil(lambda: review.total == 6, timeout=desk.PATIENCE)
    real = {box.id for box in dishes}
    while (item := review.current) is not None and not window.findChildren(SummaryPage):
        review.decide("accepted" if item.box_id in real else "rejected")
    page = window.findChildren(SummaryPage)[0]
    qtbot.waitUntil(lambda: page.summary is not None, timeout=desk.PATIENCE)
    shown = {card.about.whole: card.value.text() for card in page.cards}
    assert shown["Planted boxes caught"] == "3 / 3" and shown["Precision"] == "100.0 %"
    assert page.summary is not None and page.summary.all.total == 3
