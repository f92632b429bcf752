"""The labels of a session through the real window: edited in their dialog, typed with completion, given by digits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLineEdit, QListView, QMenu
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.canvas.label_editor import LabelEditor
from eyebox.review.label_set import NAME, LabelSetDialog
from eyebox.session.labels import Attribute, Label
from eyebox_models.protocol.box import Box
from modal import answered

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
DISHES = [Box("dish", 60, 150, 300, 200), Box("dish", 60, 260, 300, 310), Box("price", 640, 150, 720, 200)]


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """Two pictures with boxes each; nothing is read."""
    begun = start()
    begun.window.workspace.pictures.read_automatically = False
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"), desk.draw_menu(tmp_path / "vegetables.png"))
    pictures = begun.window.workspace.pictures
    qtbot.waitUntil(lambda: len(pictures.records) == 2, timeout=desk.PATIENCE)
    first, second = list(pictures.records)
    begun.window.workspace.annotations.add(first, DISHES, "draw")
    begun.window.workspace.annotations.add(second, [Box("dish", 60, 150, 300, 200)], "draw")
    begun.window.canvas.setFocus()
    return begun


def in_dialog(program: Desktop, do) -> None:  # type: ignore[no-untyped-def]
    """Opens the dialog by its key, does something in it and accepts it."""

    def work(dialog: LabelSetDialog) -> None:
        do(dialog)
        ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
        assert not dialog.isVisible()

    with answered(LabelSetDialog, work):
        QTest.keyClick(program.window.canvas, KEY.Key_F2, KEYS.ShiftModifier)
    program.window.activateWindow()


def test_labels_are_ordered_coloured_and_renamed_everywhere(qtbot: QtBot, start, program: Desktop) -> None:
    window, labels = program.window, program.window.workspace.labels
    canvas, pictures = window.canvas, window.workspace.pictures

    def edit(dialog: LabelSetDialog) -> None:
        assert [label.name for label in dialog.labels] == ["dish", "price"]
        dialog.table.setCurrentCell(0, NAME)
        dialog.set_color("#112233")
        dialog.table.item(0, NAME).setText("food")
        QTest.keyClick(dialog.table, KEY.Key_Down, KEYS.AltModifier)

    with qtbot.waitSignal(window.workspace.relabeling.ended, timeout=desk.PATIENCE):
        in_dialog(program, edit)
    assert labels.labels == (Label("price"), Label("food", "#112233"))
    assert [box.label for box in desk.boxes(program)] == ["food", "food", "price"]
    qtbot.waitUntil(lambda: not window.workspace.write_queue.pending)
    other = [picture for picture in pictures.records if picture != pictures.current]
    assert window.workspace.store.boxes(other[0])[0].label == "food"
    assert window.theme.label_color("food").name() == "#112233"

    canvas.editor.select([desk.boxes(program)[0].id])
    QTest.keyClick(canvas, KEY.Key_1)
    assert desk.boxes(program)[0].label == "price"
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert desk.boxes(program)[0].label == "food"
    with qtbot.waitSignal(window.workspace.relabeling.ended, timeout=desk.PATIENCE):
        QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert desk.boxes(program)[0].label == "dish" and labels.labels[1].name == "dish"
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert labels.labels == () and window.theme.label_color("dish").name() != "#112233"
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier | KEYS.ShiftModifier)
    assert labels.labels == (Label("price"), Label("dish", "#112233"))
    window.close()
    program.close()
    again = start().window
    assert again.workspace.labels.labels == (Label("price"), Label("dish", "#112233"))
    assert again.theme.label_color("dish").name() == "#112233"
    again.commands["new_session"].trigger()
    assert again.workspace.labels.labels == () and again.theme.label_color("dish").name() != "#112233"


def test_a_label_is_typed_with_what_the_session_has(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    window.workspace.labels.change([Label("teacup"), Label("cup")], {})
    window.canvas.editor.select([DISHES[2].id])
    QTest.keyClick(window.canvas, KEY.Key_F2)
    field = window.canvas.findChild(LabelEditor)
    assert field.isVisible()
    QTest.keyClicks(field, "cu")
    model = field.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["cup", "teacup"]
    popup = field.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, KEY.Key_Down)
    QTest.keyClick(popup, KEY.Key_Return)
    QApplication.processEvents()
    QTest.keyClick(field, KEY.Key_Return)
    assert desk.boxes(program)[2].label == "cup"


def test_a_file_of_boxes_brings_its_labels(qtbot: QtBot, program: Desktop, tmp_path: Path) -> None:
    window = program.window
    coco = {
        "images": [{"id": 1, "file_name": "bill.png", "width": 800, "height": 520}],
        "categories": [{"id": 5, "name": "table"}, {"id": 9, "name": "chair"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 9, "bbox": [10, 10, 50, 40]}],
    }
    (tmp_path / "coco.json").write_text(json.dumps(coco), "utf-8")
    with qtbot.waitSignal(window.workspace.labels.changed, timeout=desk.PATIENCE):
        desk.drop(program, tmp_path / "coco.json")
    assert [label.name for label in window.workspace.labels.labels] == ["table", "chair"]


def test_what_is_said_of_a_box_beside_its_label_is_kept_and_exported(
    qtbot: QtBot, start, program: Desktop
) -> None:
    window, attributes = program.window, program.window.workspace.attributes
    picture, canvas = window.workspace.pictures.current, window.canvas
    size = Attribute("size", ("small", "large"))
    window.workspace.labels.change([Label("dish", "", (size, Attribute("remark"))), Label("price")], {})
    canvas.editor.select([DISHES[0].id, DISHES[1].id])
    QTest.keyClick(canvas, KEY.Key_Return, KEYS.AltModifier)
    fields = window.box_controller.box_list.attributes
    choice, text = fields.findChild(QComboBox), fields.findChild(QLineEdit)
    assert choice.hasFocus() and choice.accessibleName() == "size" and text.accessibleName() == "remark"
    QTest.keyClick(choice, KEY.Key_Down)
    QTest.keyClick(choice, KEY.Key_Down)
    QTest.keyClick(choice, KEY.Key_Tab)
    assert text.hasFocus()
    QTest.keyClicks(text, "with ")
    text.insert("米饭")  # as an input method does
    QTest.keyClick(text, KEY.Key_Return)
    both = {"size": "large", "remark": "with 米饭"}
    assert [dict(attributes.of(picture, box.id)) for box in DISHES] == [both, both, {}]
    canvas.setFocus()
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert attributes.of(picture, DISHES[0].id) == {"size": "large"}
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier | KEYS.ShiftModifier)
    canvas.editor.select([DISHES[0].id])
    QTest.keyClick(canvas, KEY.Key_D, KEYS.ControlModifier)
    assert attributes.of(picture, canvas.editor.selection[0]) == both
    pictures = window.workspace.pictures
    QTest.keyClick(canvas, KEY.Key_D, KEYS.ControlModifier | KEYS.ShiftModifier)
    assert pictures.current != picture
    assert attributes.of(pictures.current, canvas.editor.selection[0]) == both
    pictures.show(picture)
    qtbot.waitUntil(lambda: not program.program.at_work(), timeout=desk.PATIENCE)  # or closing asks
    canvas.editor.select([DISHES[2].id])
    assert not fields.isVisible()
    canvas.editor.rename_to("dish", canvas.editor.selected_boxes)
    assert fields.isVisible() and fields.findChild(QComboBox).currentText() == ""
    window.close()
    program.close()
    again = start().window
    assert dict(again.workspace.attributes.of(picture, DISHES[0].id)) == both
    assert again.workspace.store.extras(picture)[DISHES[1].id]["attributes"] == both


def test_a_label_is_given_by_the_menu_and_typed_in_the_list(qtbot: QtBot, program: Desktop) -> None:
    window, canvas = program.window, program.window.canvas
    window.workspace.labels.change([Label("table"), Label("price"), Label("tea & cake")], {})
    at = canvas.mapFromScene(QPointF(680, 175))
    viewport = canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    menu = next(menu for menu in canvas.findChildren(QMenu) if menu.isVisible())
    labels = next(entry for entry in menu.actions() if entry.text() == "Label").menu()
    assert [entry.text() for entry in labels.actions()] == [
        "table\t1",
        "price\t2",
        "tea && cake\t3",
        "dish\t4",
    ]
    labels.actions()[2].trigger()
    menu.close()
    assert desk.boxes(program)[2].label == "tea & cake"
    window.panel.tabs.setCurrentIndex(1)
    listed = window.box_controller.box_list.findChild(QListView)
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(2, 0))
    QTest.keyClick(listed, KEY.Key_F2)
    field = listed.viewport().findChild(QLineEdit)
    QTest.keyClicks(field, "ta")
    model = field.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["table"]
    QTest.keyClick(field.completer().popup(), KEY.Key_Down)
    QTest.keyClick(field.completer().popup(), KEY.Key_Return)
    QTest.keyClick(field, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.boxes(program)[2].label == "table")
