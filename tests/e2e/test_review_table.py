"""A review by the table alone: no picture is looked at, every row can be read out and gets its verdict by a key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.review.start import Start
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """A picture with three boxes of a model; nothing is read."""
    begun = start()
    workspace = begun.window.workspace
    workspace.pictures.read_automatically = False
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"))
    qtbot.waitUntil(lambda: bool(workspace.pictures.current), timeout=desk.PATIENCE)
    boxes = [
        Box("dish", 60, 150, 300, 200, score=0.9, source="model"),
        Box("price", 640, 150, 720, 200, score=0.75, source="model"),
        Box("a dish, too", 300, 240, 500, 290, source="import"),
    ]
    workspace.annotations.add(workspace.pictures.current, boxes, "answer")
    return begun


def said(model: QAbstractItemModel, row: int, column: int = 0) -> str:
    return str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_review_by_the_table_alone(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    review = window.workspace.review
    with qtbot.waitSignal(review.started):
        window.review_start.start(Start("session", order="picture"))
    window.activateWindow()
    QTest.keyClick(window, KEY.Key_4, KEYS.AltModifier)
    view = QApplication.focusWidget()
    assert isinstance(view, QTableView) and view.accessibleName() == "Boxes of the review"
    model = view.model()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    assert view.currentIndex().row() == 0
    assert said(model, 0) == "dish, waiting, score 0.90, 240 × 50, left, bill.png"
    assert said(model, 1) == "price, waiting, score 0.75, 80 × 50, right, bill.png"
    assert said(model, 2) == "a dish, too, waiting, 200 × 50, middle, bill.png"
    assert said(model, 1, 2) == "Score: 0.75" and said(model, 2, 2) == "Score: –"
    QTest.keyClick(view, KEY.Key_A)
    qtbot.waitUntil(lambda: said(model, 0).startswith("dish, accepted"))
    assert view.currentIndex().row() == 1 and view.hasFocus()
    QTest.keyClick(view, KEY.Key_X)
    qtbot.waitUntil(lambda: said(model, 1).startswith("price, rejected"))
    assert len(desk.boxes(program)) == 2
    QTest.keyClick(view, KEY.Key_Up)
    assert review.current.label == "price" and review.current.verdict == "rejected"
    QTest.keyClick(view, KEY.Key_Space)
    qtbot.waitUntil(lambda: said(model, 1).startswith("price, unsure"))
    assert len(desk.boxes(program)) == 3 and view.currentIndex().row() == 2
    digit = window.review_controller.digits.labels.index("dish") + 1
    QTest.keyClick(view, KEY(KEY.Key_0.value + digit))
    qtbot.waitUntil(lambda: said(model, 2) == "dish, fixed, 200 × 50, middle, bill.png")
    QTest.keyClick(view, KEY.Key_Backspace)
    qtbot.waitUntil(lambda: said(model, 2).startswith("a dish, too, waiting"))
    QTest.keyClick(view, KEY.Key_A)
    assert [item.verdict for item in review.rows(0, 3)] == ["accepted", "unsure", "accepted"]
    assert {box.label for box in desk.boxes(program)} == {"dish", "price", "a dish, too"}


def test_a_screen_reader_hears_rows_and_columns(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    with qtbot.waitSignal(window.workspace.review.started):
        window.review_start.start(Start("session", order="picture"))
    window.review_controller.show_table()
    qtbot.waitUntil(lambda: window.review_controller.table.model.rowCount() == 3)
    accessible = QAccessible.queryAccessibleInterface(window.review_controller.table.view)
    assert accessible.role() == QAccessible.Role.Table
    names = [accessible.child(at).text(QAccessible.Text.Name) for at in range(accessible.childCount())]
    assert names[1:4] == ["Verdict", "Label", "Score"]
    row = names.index("price, waiting, score 0.75, 80 × 50, right, bill.png")
    assert names[row + 1 : row + 3] == ["Label: price", "Score: 0.75"] and names[row + 5] == "Where: right"
    bar = window.review_controller.bar
    assert bar.buttons["review_accept"].accessibleName() == "Accept (A)"
    assert bar._progress.accessibleName() == "0 of 3 boxes judged"


def test_rows_are_read_where_they_are_looked_at(qtbot: QtBot, program: Desktop) -> None:
    """Order and filter are chosen by keys in the lists above the rows, which say how many there are of each."""
    window = program.window
    review = window.workspace.review
    with qtbot.waitSignal(review.started):
        window.review_start.start(Start("session", order="picture"))
    window.review_controller.show_table()
    choice, model = window.review_controller.table.choice, window.review_controller.table.model
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    window.activateWindow()
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_X)
    texts = [choice.verdict.itemText(row) for row in range(choice.verdict.count())]
    qtbot.waitUntil(lambda: choice.verdict.itemText(3 + 1) == "rejected (1)")
    assert texts[0] == "All verdicts (3)"
    choice.verdict.setFocus()
    QTest.keyClick(choice.verdict, KEY.Key_End)
    QTest.keyClick(choice.verdict, KEY.Key_Up)
    QTest.keyClick(choice.verdict, KEY.Key_Up)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert said(model, 0).startswith("dish, rejected") and review.filter.verdicts == ("rejected",)
    choice.verdict.setFocus()
    QTest.keyClick(choice.verdict, KEY.Key_End)
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    assert window.review_controller.table._nothing.isVisible()
    QTest.keyClick(choice.verdict, KEY.Key_Home)
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    choice.order.setFocus()
    QTest.keyClick(choice.order, KEY.Key_Home)
    qtbot.waitUntil(
        lambda: [item.label for item in review.rows(0, 3)] == sorted(item.label for item in review.rows(0, 3))
    )
    assert review.order.kind == "label"


def test_boxes_are_filtered_by_score_and_origin_by_keys(qtbot: QtBot, program: Desktop) -> None:
    """Beside verdict and label; how many there are of each origin, and how many are left, follows what is decided."""
    window = program.window
    workspace = window.workspace
    review = workspace.review
    with qtbot.waitSignal(review.started):
        window.review_start.start(Start("session", order="picture"))
    later = [Box("bowl", 20, 20, 60, 60, score=0.3, source="model")]
    workspace.annotations.add(workspace.pictures.current, later, "answer", origin="Qwen3-VL-2B")
    window.review_controller.show_table()
    choice, model = window.review_controller.table.choice, window.review_controller.table.model
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    assert [choice.origin.itemText(row) for row in range(choice.origin.count())] == [
        "All origins",
        "A model (2)",
        "Qwen3-VL-2B (1)",
        "A file (1)",
    ]
    window.activateWindow()
    choice.label.setFocus()
    QTest.keyClick(choice.label, KEY.Key_Tab)
    assert choice.origin.hasFocus() and choice.origin.accessibleName() == "Origin"
    QTest.keyClick(choice.origin, KEY.Key_Down)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert review.filter.origins == ("model",) and choice._count.whole == "2 of 4 boxes"
    QTest.keyClick(choice.origin, KEY.Key_End)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert said(model, 0).startswith("a dish, too")
    QTest.keyClick(choice.origin, KEY.Key_Tab)
    assert choice.lowest.hasFocus() and choice.lowest.accessibleName() == "Lowest score"
    QTest.keyClick(choice.lowest, KEY.Key_Up)
    qtbot.waitUntil(lambda: model.rowCount() == 0)  # the file's box has no score
    assert window.review_controller.table._nothing.text() == "No box fits what is chosen above."
    QTest.keyClick(choice.lowest, KEY.Key_Down)
    choice.origin.setFocus()
    QTest.keyClick(choice.origin, KEY.Key_Home)
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    choice.lowest.setFocus()
    choice.lowest.selectAll()
    QTest.keyClicks(choice.lowest, "0.5")
    QTest.keyClick(choice.lowest, KEY.Key_Tab)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert choice.highest.hasFocus() and (review.filter.lowest, review.filter.highest) == (0.5, None)
    QTest.keyClicks(choice.highest, "0.4")
    QTest.keyClick(choice.highest, KEY.Key_Return)
    qtbot.waitUntil(lambda: review.filter.highest == 0.4)
    assert review.filter.lowest == 0.4 == choice.lowest.value()
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    choice.lowest.setFocus()
    QTest.keyClick(choice.lowest, KEY.Key_A, KEYS.ControlModifier)
    QTest.keyClicks(choice.lowest, "0")
    QTest.keyClick(choice.lowest, KEY.Key_Return)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert said(model, 0).startswith("bowl, waiting, score 0.30")
    assert all(item.verdict == "" for item in review.of_picture(workspace.pictures.current))
