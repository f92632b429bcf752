"""Boxes by hand through the real window: copied, cut, pasted, hidden, locked, sorted, asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QToolButton
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.session.types import whole_picture
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
DISHES = [Box("dish", 60, 150, 300, 200), Box("dish", 60, 260, 300, 310), Box("price", 640, 150, 720, 200)]


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """Two pictures, the one shown with three boxes; nothing is read."""
    begun = start()
    begun.window.workspace.pictures.read_automatically = False
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"), desk.draw_menu(tmp_path / "vegetables.png"))
    qtbot.waitUntil(lambda: len(begun.window.workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    picture = begun.window.workspace.pictures.current
    assert picture
    begun.window.workspace.annotations.add(picture, DISHES, "draw")
    begun.window.canvas.setFocus()
    return begun


def at(program: Desktop, box: Box) -> QPoint:
    canvas = program.window.canvas
    return canvas.mapFromScene(QPointF((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2))


def open_menu(program: Desktop, box: Box) -> QMenu:
    """Opens the menu of a box with the mouse."""
    viewport = program.window.canvas.viewport()
    place = at(program, box)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return next(menu for menu in program.window.canvas.findChildren(QMenu) if menu.isVisible())


def choose(menu: QMenu, name: str) -> None:
    entry = next(action for action in menu.actions() if action.objectName() == name)
    assert entry.isEnabled() and "\t" in entry.text()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())


def labels(program: Desktop) -> list[str]:
    return [box.label for box in desk.boxes(program)]


def test_boxes_go_to_another_picture_and_to_another_session(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas, pictures = window.canvas, window.workspace.pictures
    first = pictures.current
    QTest.keyClick(canvas, KEY.Key_A, KEYS.ControlModifier)
    assert len(canvas.editor.selection) == 3
    QTest.keyClick(canvas, KEY.Key_C, KEYS.ControlModifier)
    assert QApplication.clipboard().text().splitlines()[0] == "dish\t60\t150\t300\t200"
    QTest.keyClick(canvas, KEY.Key_PageDown)
    assert pictures.current != first and not desk.boxes(program)
    QTest.keyClick(canvas, KEY.Key_V, KEYS.ControlModifier)
    assert [box.xyxy for box in desk.boxes(program)] == [box.xyxy for box in DISHES]
    QTest.keyClick(canvas, KEY.Key_V, KEYS.ControlModifier)
    assert desk.boxes(program)[3].xyxy == DISHES[0].moved(12, 12).xyxy
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert not desk.boxes(program) and len(pictures.records) == 2
    window.commands["new_session"].trigger()
    QTest.keyClick(window, KEY.Key_V, KEYS.ControlModifier)
    assert "Open a picture first" in window.notice.sentence
    window.workspace.pictures.read_automatically = False
    desk.drop(program, Path(window.workspace.store.picture(first).path))
    qtbot.waitUntil(lambda: pictures.current is not None, timeout=desk.PATIENCE)
    QTest.keyClick(window.canvas, KEY.Key_V, KEYS.ControlModifier)
    assert labels(program) == ["dish", "dish", "price"]


def test_text_and_pictures_in_the_clipboard_are_still_theirs(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    window.canvas.editor.select([DISHES[0].id])
    composer = window.chat_controller.pane(window.chat_controller.active).composer.edit
    composer.setFocus()
    QTest.keyClicks(composer, "words")
    QTest.keyClick(composer, KEY.Key_A, KEYS.ControlModifier)
    QTest.keyClick(composer, KEY.Key_C, KEYS.ControlModifier)
    assert QApplication.clipboard().text() == "words"
    QTest.keyClick(composer, KEY.Key_X, KEYS.ControlModifier)
    assert len(desk.boxes(program)) == 3
    QApplication.clipboard().setImage(window.canvas.grab().toImage())
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, KEY.Key_V, KEYS.ControlModifier)
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 3, timeout=desk.PATIENCE)


def test_the_menu_of_a_box(program: Desktop) -> None:
    window = program.window
    box = desk.boxes(program)[0]
    choose(open_menu(program, box), "lock_boxes")
    assert desk.boxes(program)[0].locked
    QTest.keyClick(window.canvas, KEY.Key_X, KEYS.ControlModifier)
    assert len(desk.boxes(program)) == 3 and "locked" in window.notice.sentence
    QTest.keyClick(window.canvas, KEY.Key_L)
    assert not desk.boxes(program)[0].locked
    choose(open_menu(program, box), "hide_boxes")
    assert box in window.workspace.annotations.hidden and not window.canvas.editor.selection
    window.box_controller.light(box.id)
    assert not window.canvas.editor.scene.box_layer._lit  # nothing is dimmed for one that is not seen
    QTest.keyClick(window.canvas, KEY.Key_H, KEYS.ShiftModifier)
    choose(open_menu(program, box), "cut")
    assert labels(program) == ["dish", "price"]


def test_the_list_by_mouse_and_keys(program: Desktop) -> None:
    window = program.window
    QTest.keyClick(window.canvas, KEY.Key_B, KEYS.ControlModifier | KEYS.AltModifier)
    rows = window.box_controller.box_list
    menu = rows.findChild(QMenu)
    assert menu.isVisible()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.actions()[-1]).center())
    view = rows.findChild(QListView)
    shown = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert shown == ["dish: 2", "dish", "dish", "price: 1", "price"]
    view.setFocus()
    QTest.keyClick(view, KEY.Key_A, KEYS.ControlModifier)
    assert len(window.canvas.editor.selection) == 3
    QTest.keyClick(view, KEY.Key_C, KEYS.ControlModifier)
    assert len(QApplication.clipboard().text().splitlines()) == 3
    QTest.keyClick(view, KEY.Key_H)
    assert not window.canvas.editor.boxes
    QTest.keyClick(view, KEY.Key_H, KEYS.ShiftModifier)
    price = view.visualRect(view.model().index(3, 0))
    QTest.mouseClick(view.viewport(), LEFT, pos=view.itemDelegate()._mark(price, 0).center())
    assert [box.label for box in window.canvas.editor.boxes] == ["dish", "dish"]
    buttons = [button for button in rows.findChildren(QToolButton) if button.isVisible()]
    show_all = next(button for button in buttons if button.accessibleName() == "Show all hidden boxes")
    QTest.mouseClick(show_all, LEFT)
    assert len(window.canvas.editor.boxes) == 3
    QTest.keyClick(view, KEY.Key_L, KEYS.ShiftModifier)
    assert all(box.locked for box in desk.boxes(program))


def test_hidden_locked_and_sorted_the_next_time(start, qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    annotations, picture = window.workspace.annotations, window.workspace.pictures.current
    annotations.hidden.toggle_label("price")
    window.canvas.editor.select([DISHES[1].id])
    window.canvas.editor.hide_selected()
    window.canvas.editor.lock_all()
    window.box_controller.box_list.set_order(["size", True])
    window.box_controller.box_list._on_order()
    window.close()
    again = start().window
    again.workspace.pictures.show(picture)
    assert [box.label for box in again.canvas.editor.boxes] == ["dish"]
    assert all(box.locked for box in again.workspace.annotations.of(picture).model.boxes())
    assert again.box_controller.box_list._rows.sorting == "size"
    again.workspace.sessions.create()
    assert not again.workspace.annotations.hidden


def test_the_reader_says_what_is_inside_of_a_box(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    picture = desk.wait_read(qtbot, program)
    window.workspace.annotations.add(picture, [Box("dish", 50, 140, 500, 200)], "draw")
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        choose(open_menu(program, desk.boxes(program)[0]), "ask_box")
    assert ended.args is not None and ended.args[1].text.strip() == "Salmon Burger"
    assert window.panel.tabs.currentIndex() == 0
    chat = window.chat_controller.active
    (question, _) = window.workspace.chats.conversation(chat).path()
    assert "dish" in question.text and question.pictures == (f"{picture}/50,140,500,200/dish",)
    found = desk.ask(qtbot, program, "find garden pizza")  # what is asked next is asked about all of it
    assert found.answer is not None and len(found.answer.boxes) == 1


@pytest.mark.parametrize("turns", [pytest.param(0, marks=pytest.mark.thorough), 1])
def test_what_a_model_finds_in_a_box_lies_on_the_picture(
    qtbot: QtBot, program: Desktop, tmp_path: Path, turns: int
) -> None:
    window = program.window
    pictures = window.workspace.pictures
    picture = pictures.current
    assert picture
    qtbot.waitUntil(lambda: bool(pictures.records[picture].width), timeout=desk.PATIENCE)
    for _ in range(turns):
        window.commands["turn_right"].trigger()
    box = desk.boxes(program)[0]
    steps = [{"text": "a dog "}, {"box": [1, 2, 31, 42], "label": "dog", "image": 1}]
    whole = [{"text": "a cat "}, {"box": [1, 2, 31, 42], "label": "cat", "image": 0}]
    desk.use_script(program, tmp_path / "s.json", {"answers": [{"steps": steps}, {"steps": whole}]})
    window.canvas.editor.select([box.id])
    QTest.keyClick(window.canvas, KEY.Key_L, KEYS.ControlModifier | KEYS.AltModifier)
    composer = window.chat_controller.pane(window.chat_controller.active).composer
    first, part = composer.attached
    assert first == picture and whole_picture(part) == picture
    assert window.chat_controller._face(part)[0] == f"{pictures.records[picture].name} · {box.label}"

    def seen() -> tuple[int, int]:
        file = window.chat_controller._face(part)[1]
        image = QImage(file) if file else QImage()
        return image.width(), image.height()

    qtbot.waitUntil(lambda: seen() == (round(box.width), round(box.height)), timeout=desk.PATIENCE)
    answer = desk.ask(qtbot, program, "what is it")
    assert answer.answer is not None
    dog = desk.boxes(program)[-1]
    assert dog.xyxy == (box.x1 + 1, box.y1 + 2, box.x1 + 31, box.y1 + 42)
    assert answer.answer.boxes[0].box == dog
    asked = pictures.parts.picture_of(part)
    assert asked is not None and asked.part == tuple(map(round, box.xyxy))
    window.commands["turn_left"].trigger()
    window.commands["turn_right"].trigger()
    assert pictures.parts.picture_of(part) == asked
    desk.ask(qtbot, program, "and on all of it")
    assert desk.boxes(program)[-1].xyxy == (1, 2, 31, 42)
