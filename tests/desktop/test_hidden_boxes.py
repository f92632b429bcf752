from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from boxes import Bench, make_box
from eyebox.annotations.box_model import BoxModel
from eyebox.annotations.hidden import HiddenBoxes
from eyebox.canvas.label_editor import LabelEditor
from eyebox.canvas.view import CanvasView
from eyebox.theme.theme import Theme

Key, Keys = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    theme = Theme()
    theme.set_motion(False)
    view = CanvasView(theme)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    model, stack = BoxModel(view), QUndoStack(view)
    model.insert(
        [
            make_box("a", 100, 100, label="dish"),
            make_box("b", 300, 100, label="dish"),
            make_box("c", 300, 300),
        ]
    )
    view.set_picture_rect(800, 600)
    view.set_boxes(model, stack)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return Bench(view, model, stack, theme)


def test_labels_and_boxes_are_hidden_each_for_themselves() -> None:
    a, b, c = make_box("a", 0, 0, label="dish"), make_box("b", 0, 0, label="dish"), make_box("c", 0, 0)
    hidden = HiddenBoxes()
    changes = QSignalSpy(hidden.changed)
    hidden.toggle([c])
    hidden.toggle_label("dish")
    assert [box in hidden for box in (a, b, c)] == [True] * 3 and changes.count() == 2
    again = HiddenBoxes()
    again.set_data(hidden.to_data())
    assert [box in again for box in (a, b, c)] == [True] * 3
    hidden.toggle([c])
    assert c not in hidden and a in hidden
    hidden.show_all()
    assert not hidden
    for odd in (None, 5, {"labels": 3, "boxes": [1, "x"]}):
        again.set_data(odd)
        assert a not in again


def test_a_hidden_box_is_neither_hit_nor_selected_nor_stepped_to(bench: Bench) -> None:
    editor = bench.view.editor
    bench.click(150, 130)
    editor.hide_selected()
    assert editor.selection == () and len(bench.model) == 3
    bench.click(150, 130)
    assert editor.selection == ()
    editor.select_all()
    assert editor.selection == ("b", "c")
    editor.select(())
    bench.key(Key.Key_Tab)
    assert editor.selection == ("b",)
    editor.show_all()
    bench.click(150, 130)
    assert editor.selection == ("a",)


def test_a_box_drawn_with_a_hidden_label_shows_it(bench: Bench) -> None:
    editor = bench.view.editor
    editor.hidden.toggle_label("dish")
    assert len(editor.boxes) == 1
    bench.view.set_tool("draw")
    bench.drag((500, 400), (600, 500))
    field = bench.view.findChild(LabelEditor)
    QTest.keyClicks(field, "dish")
    QTest.keyClick(field, Key.Key_Return)
    assert len(editor.boxes) == 4


def test_a_locked_box_is_only_looked_at(bench: Bench) -> None:
    editor, before = bench.view.editor, bench.model.boxes()
    sentences = QSignalSpy(editor.noticed)
    bench.click(150, 130)
    editor.lock_selected()
    locked = bench.model.boxes()
    assert [box.locked for box in locked] == [True, False, False]
    bench.drag((150, 130), (250, 230))
    bench.click(150, 130)
    assert editor.selection == ("a",)
    bench.drag((100, 100), (80, 80))  # a handle, if it had any
    bench.click(150, 130)
    for key in (Key.Key_Delete, Key.Key_F2, Key.Key_Right):
        bench.key(key)
    editor.cut_selected()
    assert bench.model.boxes() == locked and not bench.view.findChild(LabelEditor).is_open
    assert sentences.count() == 4
    editor.select_all()
    bench.key(Key.Key_Right)
    assert [box.x1 for box in bench.model.boxes()] == [100, 301, 301]
    bench.stack.undo()
    editor.select(["a"])
    editor.lock_selected()
    assert bench.model.boxes() == before
    bench.stack.undo()
    bench.stack.undo()
    assert bench.model.boxes() == before


def test_lock_all_and_unlock_all(bench: Bench) -> None:
    bench.view.editor.lock_all()
    assert all(box.locked for box in bench.model.boxes()) and bench.stack.count() == 1
    bench.view.editor.lock_all()
    assert not any(box.locked for box in bench.model.boxes())


def test_several_boxes_get_one_name_in_one_step(bench: Bench) -> None:
    before = bench.model.boxes()
    bench.view.editor.select_all()
    bench.key(Key.Key_F2)
    field = bench.view.findChild(LabelEditor)
    assert field.text() == "" and field.placeholderText()
    QTest.keyClick(field, Key.Key_Return)
    assert bench.stack.count() == 0
    bench.key(Key.Key_F2)
    QTest.keyClicks(field, "food")
    QTest.keyClick(field, Key.Key_Return)
    assert bench.labels() == ["food"] * 3 and bench.view.editor.selection == ("a", "b", "c")
    bench.key(Key.Key_F2)
    assert field.text() == "food"
    QTest.keyClick(field, Key.Key_Escape)
    bench.stack.undo()
    assert bench.model.boxes() == before and bench.stack.count() == 1


def test_cut_and_paste_are_a_step_each(bench: Bench) -> None:
    before, editor = bench.model.boxes(), bench.view.editor
    editor.select(["a", "c"])
    editor.cut_selected()
    assert bench.labels() == ["dish"]
    assert editor.paste(QGuiApplication.clipboard().mimeData())
    pasted = bench.model.boxes()[1:]
    assert [(box.label, box.xyxy) for box in pasted] == [
        (box.label, box.xyxy) for box in (before[0], before[2])
    ]
    assert editor.selection == tuple(box.id for box in pasted)
    editor.paste(QGuiApplication.clipboard().mimeData())
    assert bench.model.boxes()[3].xyxy == before[0].moved(12, 12).xyxy
    for _ in range(3):
        bench.stack.undo()
    assert bench.model.boxes() == before
    assert replace(before[0], locked=True) != before[0]
