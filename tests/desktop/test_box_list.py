from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QToolButton
from pytestqt.qtbot import QtBot

from boxes import make_box
from eyebox.annotations.box_model import BoxModel
from eyebox.annotations.hidden import HiddenBoxes
from eyebox.canvas.box_delegate import BoxDelegate
from eyebox.canvas.box_list import BoxList
from eyebox.theme.theme import Theme

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Panel:
    panel: BoxList
    view: QListView
    model: BoxModel
    stack: QUndoStack

    def at(self, row: int) -> QPoint:
        return self.view.visualRect(self.view.model().index(row, 0)).center()

    def click(self, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, keys, self.at(row))

    def shown(self) -> list[str]:
        model = self.view.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    panel = BoxList(Theme())
    qtbot.addWidget(panel)
    panel.resize(QSize(360, 500))
    model, stack = BoxModel(panel), QUndoStack(panel)
    model.insert([make_box("a", 1, 2), make_box("b", 30, 40), make_box("c", 50, 60, label="Other")])
    panel.set_model(model, stack)
    with qtbot.waitExposed(panel):
        panel.show()
    view = panel.findChild(QListView)
    view.setFocus()
    return Panel(panel, view, model, stack)


def test_rows_follow_the_model(panel: Panel) -> None:
    panel.model.remove(["b"])
    panel.model.insert([make_box("d", 0, 0)])
    assert panel.shown() == ["a", "Other", "d"]


def test_a_click_selects_and_asks_to_be_shown(panel: Panel) -> None:
    selected, activated = QSignalSpy(panel.panel.selection_changed), QSignalSpy(panel.panel.activated)
    panel.click(1)
    panel.click(0, Qt.KeyboardModifier.ControlModifier)
    assert [selected.at(i)[0] for i in range(selected.count())] == [("b",), ("a", "b")]
    assert [activated.at(i)[0] for i in range(activated.count())] == ["b"]
    QTest.keyClick(panel.view, Key.Key_Return)
    assert activated.at(1)[0] == "a"


def test_a_selection_from_outside_is_shown_and_not_told_back(panel: Panel) -> None:
    selected = QSignalSpy(panel.panel.selection_changed)
    panel.panel.set_selected(("c", "a", "nobody"))
    assert panel.panel.selection == ("a", "c")
    panel.panel.set_selected(())
    assert panel.panel.selection == ()
    assert selected.count() == 0


def test_hover_both_ways(panel: Panel) -> None:
    hovered = QSignalSpy(panel.panel.hovered)
    QTest.mouseMove(panel.view.viewport(), panel.at(0))
    QTest.mouseMove(panel.view.viewport(), panel.at(1))
    assert [hovered.at(i)[0] for i in range(hovered.count())][-1] == "b"
    before = panel.view.grab().toImage()
    panel.panel.set_lit("c")
    assert panel.view.grab().toImage() != before


def edit(panel: Panel, qtbot: QtBot, text: str) -> None:
    """Types into the current row's label, whose editor Qt closes a moment later."""
    QTest.keyClick(panel.view, Key.Key_F2)
    editor = panel.view.viewport().findChild(QLineEdit)
    editor.setText(text)
    with qtbot.waitSignal(editor.destroyed):
        QTest.keyClick(editor, Key.Key_Return)


def test_renaming_is_one_step(panel: Panel, qtbot: QtBot) -> None:
    before = panel.model.boxes()
    panel.click(1)
    edit(panel, qtbot, "dish")
    assert panel.shown() == ["a", "dish", "Other"]
    assert panel.stack.count() == 1
    panel.stack.undo()
    assert panel.model.boxes() == before


def test_an_empty_or_equal_label_changes_nothing(panel: Panel, qtbot: QtBot) -> None:
    panel.click(1)
    edit(panel, qtbot, "")
    edit(panel, qtbot, "b")
    assert panel.stack.count() == 0


def test_delete(panel: Panel) -> None:
    before = panel.model.boxes()
    panel.click(0)
    panel.click(2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.view, Key.Key_Delete)
    assert panel.shown() == ["b"]
    panel.stack.undo()
    assert panel.model.boxes() == before


def test_the_filter(panel: Panel) -> None:
    field = panel.panel.findChild(QLineEdit)
    QTest.keyClicks(field, "oth")
    assert panel.shown() == ["Other"]
    QTest.keyClicks(field, "x")
    visible = [
        label.text() for label in panel.panel.findChildren(QLabel) if label.isVisible() and label.text()
    ]
    assert visible == ["No box has this in its label."]
    panel.panel.set_selected(("a",))
    field.clear()
    assert panel.shown() == ["a", "b", "Other"]


def test_an_empty_list_teaches_how_to_begin(panel: Panel) -> None:
    for box_model in (BoxModel(panel.panel), None):
        panel.panel.set_model(box_model, panel.stack)
        visible = [
            label.text() for label in panel.panel.findChildren(QLabel) if label.isVisible() and label.text()
        ]
        assert len(visible) == 1
        assert "Press B and drag to draw a box" in visible[0]


def test_rows_are_read_out_with_label_and_place(panel: Panel) -> None:
    index = panel.view.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "b: 30, 40, 100 × 60"
    assert panel.view.accessibleName()


def test_where_a_box_comes_from_is_said(qtbot: QtBot) -> None:
    delegate = BoxDelegate(Theme(), HiddenBoxes(), lambda _row: False, QObject())
    box = make_box("a", 0, 0)
    words = [delegate.origin(replace(box, source=source)) for source in ("user", "model", "text", "import")]
    assert words == ["by hand", "by a model", "from the text", "imported"]
    assert delegate.origin(replace(box, source="text", score=0.934)) == "from the text · 93 %"


def marks(panel: Panel, row: int) -> dict[str, QPoint]:
    """Where the eye and the lock of a row are."""
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, BoxDelegate)
    rect = panel.view.visualRect(panel.view.model().index(row, 0))
    return {"eye": delegate._mark(rect, 0).center(), "lock": delegate._mark(rect, 1).center()}


def press(panel: Panel, at: QPoint) -> None:
    QTest.mouseClick(panel.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)


def test_an_eye_hides_and_shows_and_selects_nothing(panel: Panel) -> None:
    hidden = panel.panel._hidden
    panel.click(2)
    press(panel, marks(panel, 0)["eye"])
    assert [box in hidden for box in panel.model.boxes()] == [True, False, False]
    assert panel.panel.selection == ("c",)
    panel.click(1)
    panel.click(2, Qt.KeyboardModifier.ShiftModifier)
    press(panel, marks(panel, 2)["eye"])
    assert all(box in hidden for box in panel.model.boxes())
    buttons = panel.panel.findChildren(QToolButton)
    everything = next(button for button in buttons if button.accessibleName() == "Show all hidden boxes")
    QTest.mouseClick(everything, LEFT)
    assert not hidden and not everything.isVisible()


def test_a_lock_is_a_step(panel: Panel) -> None:
    press(panel, marks(panel, 1)["lock"])
    assert [box.locked for box in panel.model.boxes()] == [False, True, False]
    index = panel.view.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "b: 30, 40, 100 × 60, locked"
    panel.click(1)
    QTest.keyClick(panel.view, Key.Key_Delete)
    assert len(panel.model) == 3
    panel.stack.undo()
    assert not any(box.locked for box in panel.model.boxes())


def test_several_rows_get_one_name_in_one_step(panel: Panel, qtbot: QtBot) -> None:
    panel.click(0)
    panel.click(2, Qt.KeyboardModifier.ControlModifier)
    edit(panel, qtbot, "dish")
    assert panel.shown() == ["dish", "b", "dish"] and panel.stack.count() == 1


def test_orders(panel: Panel) -> None:
    panel.model.insert([make_box("z", 0, 0, 10, 10, label="apple")])
    panel.model.replace(replace(panel.model.boxes()[1], score=0.9))
    panel.panel.set_selected(("b",))
    for order, shown in {
        "label": ["a", "apple", "b", "Other"], "position": ["apple", "a", "b", "Other"],
        "size": ["a", "b", "Other", "apple"], "score": ["b", "a", "Other", "apple"],
        "drawn": ["a", "b", "Other", "apple"],
    }.items():  # fmt: skip
        panel.panel.set_order([order, False])
        assert panel.shown() == shown and panel.panel.selection == ("b",)
    for odd in (None, [], ["?", 1], "label"):
        panel.panel.set_order(odd)
        assert panel.shown() == ["a", "b", "Other", "apple"]


def test_groups_are_folded_by_mouse_and_keys(panel: Panel) -> None:
    panel.model.insert([make_box("d", 0, 0, label="Other")])
    panel.panel.set_selected(("b",))
    panel.panel.set_order(["drawn", True])
    assert panel.shown() == ["a: 1", "a", "b: 1", "b", "Other: 2", "Other", "Other"]
    rects = [panel.view.visualRect(panel.view.model().index(row, 0)) for row in range(7)]
    assert all(one.bottom() + 1 == below.top() for one, below in pairwise(rects))
    panel.click(4)
    assert panel.shown() == ["a: 1", "a", "b: 1", "b", "Other: 2"]
    panel.panel.set_selected(("d",))  # one that is selected elsewhere is seen
    assert panel.shown()[4:] == ["Other: 2", "Other", "Other"] and panel.panel.selection == ("d",)
    panel.view.setCurrentIndex(panel.view.model().index(0, 0))
    QTest.keyClick(panel.view, Key.Key_Left)
    assert panel.shown()[0:2] == ["a: 1", "b: 1"]
    QTest.keyClick(panel.view, Key.Key_Left)
    QTest.keyClick(panel.view, Key.Key_Right)
    assert panel.shown()[0:2] == ["a: 1", "a"]
    press(panel, marks(panel, 4)["eye"])
    assert panel.panel._hidden.has_label("Other") and len(panel.shown()) == 7


def test_a_selection_outlives_changes_of_other_rows(panel: Panel) -> None:
    panel.panel.set_order(["label", True])
    panel.click(3)
    selected = QSignalSpy(panel.panel.selection_changed)
    panel.model.remove(["a"])
    panel.model.insert([make_box("d", 0, 0, label="aa")])
    assert panel.panel.selection == ("b",) and selected.count() == 0
