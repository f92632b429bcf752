from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from boxes import make_box
from eyebox.annotations.box_model import BoxModel
from eyebox.annotations.commands import AddBoxes, RemoveBoxes, SetBox, SetBoxes


@pytest.fixture
def model(qtbot: QtBot) -> BoxModel:
    model = BoxModel()
    model.insert([make_box(name, at * 10, 0) for at, name in enumerate("abcd")])
    return model


@pytest.fixture
def stack(model: BoxModel) -> QUndoStack:
    return QUndoStack(model)


def test_add(model: BoxModel, stack: QUndoStack) -> None:
    before = model.boxes()
    stack.push(AddBoxes(model, [make_box("x", 1, 2), make_box("y", 3, 4)]))
    after = model.boxes()
    assert [box.id for box in after] == [*"abcdxy"]
    stack.undo()
    assert model.boxes() == before
    stack.redo()
    assert model.boxes() == after


def test_add_comes_back_where_it_was_after_others_were_taken_away(model: BoxModel, stack: QUndoStack) -> None:
    stack.push(AddBoxes(model, [make_box("x", 1, 2)]))
    stack.push(RemoveBoxes(model, ["b"]))
    after = model.boxes()
    stack.undo()
    stack.undo()
    stack.redo()
    stack.redo()
    assert model.boxes() == after


def test_remove(model: BoxModel, stack: QUndoStack) -> None:
    before = model.boxes()
    stack.push(RemoveBoxes(model, ["d", "b"]))
    assert [box.id for box in model.boxes()] == ["a", "c"]
    stack.undo()
    assert model.boxes() == before
    stack.redo()
    assert [box.id for box in model.boxes()] == ["a", "c"]


def test_set_one(model: BoxModel, stack: QUndoStack) -> None:
    before = model.boxes()
    moved = model.boxes()[1].moved(5, 5)
    stack.push(SetBox(model, moved, "Move"))
    assert model.box("b") == moved
    assert stack.undoText() == "Move"
    stack.undo()
    assert model.boxes() == before
    stack.redo()
    assert model.box("b") == moved


def test_set_several(model: BoxModel, stack: QUndoStack) -> None:
    before = model.boxes()
    stack.push(SetBoxes(model, [box.moved(1, 1) for box in before[:3]]))
    assert [box.x1 for box in model.boxes()] == [1, 11, 21, 30]
    stack.undo()
    assert model.boxes() == before


def test_setting_an_unknown_box_is_an_error(model: BoxModel) -> None:
    with pytest.raises(KeyError):
        SetBox(model, make_box("nobody", 0, 0))


def test_commands_of_one_key_merge(model: BoxModel, stack: QUndoStack) -> None:
    before = model.boxes()
    for _ in range(3):
        stack.push(SetBox(model, model.boxes()[0].moved(1, 0), key="nudge"))
    assert stack.count() == 1
    assert model.boxes()[0].x1 == 3
    stack.undo()
    assert model.boxes() == before
    stack.redo()
    assert model.boxes()[0].x1 == 3


@pytest.mark.parametrize("key", ["", "other"])
def test_others_do_not_merge(model: BoxModel, stack: QUndoStack, key: str) -> None:
    stack.push(SetBox(model, model.boxes()[0].moved(1, 0), key=key))
    stack.push(SetBox(model, model.boxes()[0].moved(1, 0), key="" if not key else "nudge"))
    stack.push(SetBox(model, model.boxes()[1].moved(1, 0), key="" if not key else "nudge"))
    assert stack.count() == 3


def test_a_merged_step_back_to_the_start_leaves_no_trace(model: BoxModel, stack: QUndoStack) -> None:
    first = model.boxes()[0]
    stack.push(SetBox(model, replace(first, label="typo"), key="rename"))
    stack.push(SetBox(model, first, key="rename"))
    assert stack.count() == 0
    assert model.box("a") == first
