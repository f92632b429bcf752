"""A picture that changed since its boxes were made is asked about, by mouse and by keys, before any is judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.review.start import Start
from eyebox_models.protocol.box import Box


@pytest.fixture
def changed(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """A review that is begun again after the file of one of two pictures has changed."""
    begun: Desktop = start()
    workspace = begun.window.workspace
    workspace.pictures.read_automatically = False
    files = desk.draw_menu(tmp_path / "bill.png"), desk.draw_menu(tmp_path / "vegetables.png")
    desk.drop(begun, *files)
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    for picture in workspace.pictures.records:
        workspace.annotations.add(picture, [Box("dish", 60, 150, 300, 200, source="model")], "answer")
    begin(qtbot, begun)
    qtbot.waitUntil(lambda: not workspace.write_queue.is_alone)
    workspace.review.stop()
    Image.new("RGB", (900, 700), "red").save(files[0])
    begin(qtbot, begun)
    qtbot.waitUntil(lambda: begun.window.changed_pictures.question is not None, timeout=desk.PATIENCE)
    return begun


def begin(qtbot: QtBot, program: Desktop) -> None:
    review = program.window.workspace.review
    with qtbot.waitSignal(review.started):
        program.window.review_start.start(Start("session", order="picture"))
    qtbot.waitUntil(lambda: review.current is not None)


def button(program: Desktop, text: str) -> QAbstractButton:
    question = program.window.changed_pictures.question
    assert question is not None
    return next(one for one in question.buttons() if one.text() == text)


def test_they_are_judged_all_the_same(qtbot: QtBot, changed: Desktop) -> None:
    review = changed.window.workspace.review
    question = changed.window.changed_pictures.question
    assert question is not None
    assert question.informativeText() == "bill.png"
    review.decide("accepted")
    assert review.counts.waiting == 2
    QTest.mouseClick(button(changed, "Judge them all the same"), Qt.MouseButton.LeftButton)
    assert changed.window.changed_pictures.question is None
    review.decide("accepted")
    assert review.counts.waiting == 1


def test_they_are_left_out(qtbot: QtBot, changed: Desktop) -> None:
    review = changed.window.workspace.review
    QTest.mouseClick(button(changed, "Leave them out"), Qt.MouseButton.LeftButton)
    assert (review.total, review.counts.total) == (1, 1)


def test_escape_puts_the_question_off_until_something_is_judged(qtbot: QtBot, changed: Desktop) -> None:
    review = changed.window.workspace.review
    QTest.keyClick(changed.window.changed_pictures.question, Qt.Key.Key_Escape)
    assert changed.window.changed_pictures.question is None
    assert review.counts.waiting == 2
    review.decide("accepted")
    assert changed.window.changed_pictures.question is not None
    review.stop()
    assert changed.window.changed_pictures.question is None
