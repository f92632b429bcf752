"""A part of a picture, selected or dragged over, becomes a picture beside it with its boxes and text, or is copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desk
from eyebox_models.protocol.box import Box

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_a_part_becomes_a_picture(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    workspace, canvas = window.workspace, window.canvas
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"), desk.draw_menu(tmp_path / "other.png"))
    first = desk.wait_read(qtbot, program)
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    desk.ask(qtbot, program, "find salmon burger")
    (salmon,) = desk.boxes(program)
    page = workspace.pictures.page(first)
    assert page is not None

    # By a drag: the dishes without their prices.
    canvas.setFocus()
    canvas.editor.select(())
    QTest.keyClick(canvas, Qt.Key.Key_X, CONTROL_SHIFT)
    assert canvas.tool == "crop" and window.notice.isVisible()
    a, b = canvas.mapFromScene(QPointF(40, 130)), canvas.mapFromScene(QPointF(420, 300))
    with qtbot.waitSignal(workspace.pictures.opened, timeout=desk.PATIENCE):
        QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=a)
        QTest.mouseMove(canvas.viewport(), (a + b) / 2)
        QTest.mouseMove(canvas.viewport(), b)
        QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=b)
        assert canvas.tool == "select" and not window.notice.isVisible()
    part = workspace.pictures.current
    assert part is not None and list(workspace.pictures.records)[:2] == [first, part]
    record = workspace.pictures.records[part]
    assert record.owned and record.name == "Part of menu.png"
    assert abs(record.width - 380) < 4 and abs(record.height - 170) < 4
    (box,) = desk.boxes(program)
    assert box.id != salmon.id and box.label == salmon.label
    assert abs(salmon.x1 - box.x1 - 40) < 3 and abs(salmon.y1 - box.y1 - 130) < 3
    shown = workspace.pictures.page(part)
    assert shown is not None and [line.text for line in shown.lines] == ["Salmon Burger", "Garden Pizza"]
    assert canvas.text_layer.page == shown and shown.blocks

    window.commands["undo"].trigger()
    assert workspace.pictures.current == first and part not in workspace.pictures.records
    window.commands["redo"].trigger()
    assert workspace.pictures.current == part and desk.boxes(program) == (box,)
    window.commands["undo"].trigger()

    # By a selected box, which does not come along; its pixels go to the clipboard too.
    canvas.editor.select([salmon.id])
    QTest.keyClick(canvas, Qt.Key.Key_C, CONTROL_ALT)
    image = QApplication.clipboard().image()
    assert abs(image.width() - salmon.width) < 2 and abs(image.height() - salmon.height) < 2
    with qtbot.waitSignal(workspace.pictures.opened, timeout=desk.PATIENCE):
        QTest.keyClick(canvas, Qt.Key.Key_X, CONTROL_SHIFT)
    assert desk.boxes(program) == () and workspace.pictures.page(workspace.pictures.current) is not None

    window.commands["undo"].trigger()
    canvas.editor.select(())
    QTest.keyClick(canvas, Qt.Key.Key_C, CONTROL_ALT)
    assert QApplication.clipboard().image().size().toTuple() == (800, 520)


def test_escape_ends_the_cropping(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    desk.wait_read(qtbot, program)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_X, CONTROL_SHIFT)
    assert window.canvas.tool == "crop"
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.canvas.tool == "select" and not window.notice.isVisible()


def test_words_of_a_line_that_is_cut() -> None:
    from eyebox.workspace.cropping import boxes_in
    from eyebox_models.protocol.page import Line, Page, Word
    from eyebox_models.text.part import page_inside

    words = tuple(
        Word(text, (x, 10.0, x + 30, 30.0)) for text, x in (("one", 10.0), ("two,", 50.0), ("three", 90.0))
    )
    line = Line("one two, three", 1.0, (10, 10, 120, 30), ((10, 10), (120, 10), (120, 30), (10, 30)), words)
    far = Line("far", 1.0, (10, 90, 120, 99), ((10, 90), (120, 90), (120, 99), (10, 99)))
    page = page_inside(Page("a", 200, 100, 0.0, (far, line), ((0,), (1,))), (45, 5, 125, 50))
    assert [line.text for line in page.lines] == ["two, three"] and page.blocks == ((0,),)
    assert page.lines[0].box == (5, 5, 75, 25) and (page.width, page.height) == (80, 45)
    assert [
        box.xyxy for box in boxes_in([Box("a", 40, 0, 60, 20), Box("b", 0, 0, 50, 50)], (45, 5, 125, 50))
    ] == [(0, 0, 15, 15)]
