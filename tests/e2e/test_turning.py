"""A picture turned by hand: pixels, thumbnail, text, boxes, reader and exports follow; undo and a restart keep all level."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from eyebox_models.protocol.turning import turned_box, turned_page

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_a_picture_is_turned(qtbot: QtBot, start, tmp_path: Path) -> None:
    menu = desk.draw_menu(tmp_path / "menu.png")
    before = menu.read_bytes()
    program = start()
    window = program.window
    workspace, canvas = window.workspace, window.canvas
    desk.drop(program, menu)
    picture = desk.wait_read(qtbot, program)
    desk.ask(qtbot, program, "find salmon burger")
    (box,) = desk.boxes(program)
    page = workspace.pictures.page(picture)
    assert page is not None

    def wait_turned(width: int, height: int) -> None:
        def is_there() -> bool:
            shown = workspace.pictures.pixels.get(picture)
            file = workspace.pictures.thumbnails.file_if_there(picture)
            thumbnail = QImage(file) if file else QImage()
            is_high = height > width
            return (
                shown is not None
                and (shown.width, shown.height) == (width, height)
                and not thumbnail.isNull()
                and (thumbnail.height() > thumbnail.width()) == is_high
            )

        qtbot.waitUntil(is_there, timeout=desk.PATIENCE)

    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL_ALT)
    assert canvas.scene().picture_rect.size().toTuple() == (520, 800)
    assert desk.boxes(program) == (turned_box(box, 800, 520, 1),)
    assert workspace.pictures.page(picture) == turned_page(page, 1) == canvas.text_layer.page
    wait_turned(520, 800)
    shown = workspace.pictures.pixels[picture]
    data = Path(shown.file).read_bytes()[: shown.levels[0].stride * shown.levels[0].height]
    turned = QImage(data, 520, 800, QImage.Format.Format_RGB32)
    assert turned == QImage(str(menu)).convertToFormat(QImage.Format.Format_RGB32).transformed(
        QTransform().rotate(90)
    ).convertToFormat(QImage.Format.Format_RGB32)

    # What is asked now is asked of the turned picture.
    answer = desk.ask(qtbot, program, "find garden pizza")
    assert answer.answer is not None and (answer.answer.seen[0].width, answer.answer.seen[0].height) == (
        520,
        800,
    )
    pizza = desk.boxes(program)[1]
    line = next(line for line in page.lines if line.text == "Garden Pizza")
    assert turned_box(pizza, 520, 800, 3).x1 - line.box[0] < 12 and pizza.height > pizza.width
    window.commands["undo"].trigger()

    # The file shows what it did, so what names it is exported as it shows it.
    assert menu.read_bytes() == before
    out = tmp_path / "boxes.json"
    with qtbot.waitSignal(workspace.exports.done):
        workspace.exports.write("coco", str(out), workspace.sessions.current)
    coco = json.loads(out.read_text("utf-8"))
    assert (coco["images"][0]["width"], coco["images"][0]["height"]) == (800, 520)
    assert coco["annotations"][0]["bbox"] == [box.x1, box.y1, box.width, box.height]
    workspace.importing.open([], [str(out)])
    qtbot.waitUntil(lambda: not workspace.importing.is_busy)
    assert len(desk.boxes(program)) == 1

    # Three more quarters give exactly what was there, and each is a step to undo.
    for _quarters in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert desk.boxes(program) == (box,) and workspace.pictures.page(picture) == page
    wait_turned(800, 520)
    window.commands["undo"].trigger()
    assert desk.boxes(program) == (turned_box(box, 800, 520, 3),)
    QTest.keyClick(canvas, Qt.Key.Key_Left, CONTROL_ALT)
    wait_turned(800, 520)
    window.commands["undo"].trigger()
    wait_turned(520, 800)
    window.close()

    window = start().window
    workspace = window.workspace
    wait_turned(520, 800)
    assert workspace.pictures.records[picture].turns == 3
    assert workspace.annotations.of(picture).model.boxes() == (turned_box(box, 800, 520, 3),)
    with qtbot.waitSignal(workspace.pictures.reading.ended, timeout=desk.PATIENCE):
        window.commands["read"].trigger()
    again = workspace.pictures.page(picture)
    assert again is not None and (again.width, again.height) == (520, 800)
    assert sorted(line.text for line in again.lines) == sorted(line.text for line in page.lines)


def test_boxes_and_text_of_a_turned_picture_come_back_to_its_file(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    menu = desk.draw_menu(tmp_path / "menu.png")
    program = start()
    window = program.window
    workspace = window.workspace
    desk.drop(program, menu)
    picture = desk.wait_read(qtbot, program)
    desk.ask(qtbot, program, "find salmon burger")
    (box,) = desk.boxes(program)
    page = workspace.pictures.page(picture)
    QTest.keyClick(window.canvas, Qt.Key.Key_BracketLeft)
    window.commands["remove_picture"].trigger()
    workspace.pictures.read_automatically = False
    desk.drop(program, menu)
    button = window.notice.button
    qtbot.waitUntil(lambda: button.text() == "Bring back its boxes and text", timeout=desk.PATIENCE)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (back,) = desk.boxes(program)
    assert back.xyxy == box.xyxy
    assert workspace.pictures.page(workspace.pictures.current) == page


@pytest.mark.thorough
def test_a_turn_while_it_is_read_begins_anew(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    workspace = window.workspace
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    with qtbot.waitSignal(workspace.pictures.reading.progressed, timeout=desk.PATIENCE):
        pass
    picture = workspace.pictures.current
    assert picture is not None and workspace.pictures.reading.is_reading(picture)
    QTest.keyClick(window.canvas, Qt.Key.Key_BracketRight)
    desk.wait_read(qtbot, program)
    page = workspace.pictures.page(picture)
    assert page is not None and (page.width, page.height) == (520, 800)
    assert window.canvas.text_layer.page == page and "Garden Pizza" in {line.text for line in page.lines}


def test_who_types_turns_nothing(start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    picture = desk.wait_read(qtbot, program)
    edit = window.chat_controller.pane(window.chat_controller.active).composer.edit
    edit.setFocus()
    QTest.keyClicks(edit, "[B]")
    assert edit.toPlainText() == "[B]"
    assert window.workspace.pictures.records[picture].turns == 0


def test_a_turn_during_an_answer_takes_its_boxes_along(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    workspace = window.workspace
    with Image.open(desk.draw_menu(tmp_path / "menu.png")) as menu:
        ImageOps.mirror(menu).save(tmp_path / "mirrored.png")
    desk.drop(program, tmp_path / "mirrored.png")
    desk.wait_read(qtbot, program)
    script = {"answers": [{"steps": [{"box": [10, 20, 110, 220], "label": "dog"}, {"wait": None}]}]}
    desk.use_script(program, tmp_path / "script.json", script)
    pane = window.chat_controller.pane(window.chat_controller.active)
    with qtbot.waitSignal(workspace.answers.box, timeout=desk.PATIENCE):
        QTest.keyClicks(pane.composer.edit, "Where is it?")
        QTest.keyClick(pane.composer.edit, Qt.Key.Key_Return)
    QTest.keyClick(window.canvas, Qt.Key.Key_Left, CONTROL_ALT)
    assert workspace.pictures.current is not None
    (ghost,) = workspace.answers.ghosts(workspace.pictures.current)
    assert ghost.xyxy == (20, 690, 220, 790)
    with qtbot.waitSignal(workspace.answers.ended, timeout=desk.PATIENCE):
        workspace.answers.stop()
    (box,) = desk.boxes(program)
    assert box.xyxy == ghost.xyxy
