"""The labels of a session: kept with it, renamed in all boxes, offered where one is typed, shown in their colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from eyebox.canvas.label_completion import matching
from eyebox.formats.label_files import labels_in, labels_said
from eyebox.review.label_set import NAME, LabelSetDialog
from eyebox.session.labels import (
    Attribute,
    Label,
    attributes_from_text,
    attributes_text,
    labels_from_data,
    labels_to_data,
    with_names,
)
from eyebox.theme import Theme
from eyebox_models.protocol.errors import EyeboxError

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
SIDE = Attribute("side", ("left", "right"))
LABELS = (Label("cup", "#d55e00", (SIDE, Attribute("remark"))), Label("plate"), Label("勺子"))


def test_labels_are_kept_as_data() -> None:
    assert labels_from_data(labels_to_data(LABELS)) == LABELS
    for nothing in (None, 3, {"cup": 1}, [["", "", []]], [["cup"]], [[1, "", []]]):
        assert labels_from_data(nothing) == ()
    odd = [["cup", "red", [["side", "left"], ["", []], ["n", [1, "a"]]]], ["cup", "#000000", []]]
    assert labels_from_data(odd) == (Label("cup", "", (Attribute("n", ("a",)),)),)


def test_attributes_are_written_as_text() -> None:
    assert attributes_text(LABELS[0].attributes) == "side: left, right; remark"
    assert attributes_from_text(" side:left , right,left;; remark ; side: up") == LABELS[0].attributes
    assert attributes_from_text("方向：左，右；备注") == (Attribute("方向", ("左", "右")), Attribute("备注"))


@given(some.lists(some.text()))
def test_any_names_can_be_added(names: list[str]) -> None:
    labels = with_names(LABELS, names)
    assert labels[:3] == LABELS and len({label.name for label in labels}) == len(labels)
    assert labels_from_data(labels_to_data(labels)) == labels


def test_what_begins_as_it_is_typed_is_offered_first() -> None:
    labels = ["tea cup", "teacup", "cup", "Cupboard", "hiccup", "plate"]
    assert matching(labels, "cup") == ["cup", "Cupboard", "tea cup", "teacup", "hiccup"]
    assert matching(labels, "") == labels and matching(labels, "zzz") == []


def test_names_are_read_from_the_files_that_datasets_have(tmp_path: Path) -> None:
    def read(name: str, text: str) -> list[str]:
        (tmp_path / name).write_text(text, "utf-8")
        return labels_in(tmp_path / name)

    assert read("classes.txt", "cup\n\n plate \ncup\n勺子\n") == ["cup", "plate", "勺子"]
    assert read("data.yaml", "nc: 2\nnames:\n  1: plate\n  0: cup\n") == ["cup", "plate"]
    assert read("list.yaml", "names: [cup, 3]") == ["cup", "3"]
    assert read("long.yaml", f"names: [cup, 0x{'f' * 5000}]") == ["cup"]
    coco = '{"images": [], "categories": [{"id": 7, "name": "cup"}, {"id": 9}, {"name": "plate"}], "annotations": []}'
    assert read("coco.json", coco) == ["cup", "plate"]
    for name, text in (("a.yaml", "names: &a [*a]"), ("b.json", "[]"), ("c.yaml", "names: ["), ("d.txt", "")):
        with pytest.raises(EyeboxError):
            read(name, text)


def test_a_file_of_boxes_says_its_labels() -> None:
    assert labels_said({"": {"yolo": {"file": {"names": ["cup", "plate"]}}}, "box": {}}) == ["cup", "plate"]
    assert labels_said({"": {"coco": {"file": {"categories": [{"name": "cup"}]}}}}) == ["cup"]
    assert labels_said({"": {"checked": True, "coco": [1]}}) == labels_said({}) == []


@pytest.fixture
def dialog(qtbot: QtBot) -> LabelSetDialog:
    made = LabelSetDialog(Theme(), LABELS, {"fork": 3, "cup": 12})
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def names(dialog: LabelSetDialog) -> list[str]:
    return [dialog.table.item(row, NAME).text() for row in range(dialog.table.rowCount())]


def editor(dialog: LabelSetDialog) -> QLineEdit:
    """The field in which a cell is being edited."""
    return next(field for field in dialog.table.findChildren(QLineEdit) if field.isVisible())


def type_name(dialog: LabelSetDialog, row: int, text: str) -> None:
    dialog.table.setCurrentCell(row, NAME)
    QTest.keyClick(dialog.table, KEY.Key_F2)
    field = editor(dialog)
    QTest.keyClick(field, KEY.Key_A, KEYS.ControlModifier)
    QTest.keyClicks(field, text)
    accept(field)


def accept(field: QLineEdit) -> None:
    """Presses Enter; what was typed is taken when the event loop has its turn."""
    QTest.keyClick(field, KEY.Key_Return)
    QApplication.processEvents()


def test_the_dialog_lists_the_set_and_what_boxes_have_beside_it(dialog: LabelSetDialog) -> None:
    assert names(dialog) == ["cup", "plate", "勺子", "fork"]
    assert [dialog.table.item(row, 0).text() for row in range(4)] == ["1", "2", "3", "4"]
    assert [dialog.table.item(row, 3).text() for row in range(4)] == ["12", "0", "0", "3"]
    assert dialog.labels == (*LABELS, Label("fork")) and dialog.renamed == {}


def test_by_keys_labels_are_moved_renamed_added_and_taken_out(dialog: LabelSetDialog) -> None:
    table = dialog.table
    table.setCurrentCell(3, NAME)
    QTest.keyClick(table, KEY.Key_Up, KEYS.AltModifier)
    assert names(dialog) == ["cup", "plate", "fork", "勺子"]
    QTest.keyClick(table, KEY.Key_Delete)
    assert names(dialog)[2] == "fork" and "3 box" in dialog._hint.text()
    QTest.keyClick(table, KEY.Key_Down)
    QTest.keyClick(table, KEY.Key_Delete)
    assert names(dialog) == ["cup", "plate", "fork"]
    type_name(dialog, 0, "mug")
    type_name(dialog, 1, "dish")
    QTest.keyClick(table, KEY.Key_Insert)
    QTest.keyClicks(editor(dialog), "knife")
    accept(editor(dialog))
    dialog.set_color("#009e73")
    assert [label.name for label in dialog.labels] == ["cup", "dish", "fork", "knife"]
    assert dialog.labels[3].color == "#009e73" and dialog.renamed == {"cup": "mug"}
    dialog._unused.click()
    assert names(dialog) == ["mug", "fork"]


def test_a_label_without_a_name_is_none(dialog: LabelSetDialog) -> None:
    QTest.keyClick(dialog.table, KEY.Key_Insert)
    accept(editor(dialog))
    type_name(dialog, 0, "")
    assert dialog.labels == (*LABELS, Label("fork")) and dialog.renamed == {}


def test_colours_that_were_chosen_hold_whatever_the_case() -> None:
    theme = Theme()
    usual = theme.label_color("cup")
    theme.set_label_colors({"Cup": "#123456"})
    assert theme.label_color(" cup").name() == "#123456" and theme.on_label_color("CUP").name() == "#ffffff"
    theme.set_label_colors({})
    assert theme.label_color("cup") == usual
