"""From one word that the reader is unsure of to the next: corrected or confirmed, on the picture and in the Text tab."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.canvas.label_editor import LabelEditor
from eyebox.theme.sentence import as_tip
from proof_desk import open_doubtful, texts

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    return open_doubtful(qtbot, start(), tmp_path)


def field(inside) -> LabelEditor:
    return next(one for one in inside.findChildren(LabelEditor) if one.isVisible())


def test_unsure_words_by_keys_on_the_picture(qtbot: QtBot, start, program: Desktop, tmp_path: Path) -> None:
    window, canvas, workspace = program.window, program.window.canvas, program.window.workspace
    layer, picture = canvas.text_layer, workspace.pictures.current
    assert len(layer.marks.unsure()) == 2
    QTest.keyClick(canvas, KEY.Key_F4)
    first = layer.selected_text()
    QTest.keyClick(canvas, KEY.Key_F4)
    assert {first, layer.selected_text()} == {"Gardem", "$74"}
    QTest.keyClick(canvas, KEY.Key_F4, KEYS.ShiftModifier)
    assert layer.selected_text() == first
    while layer.selected_text() != "Gardem":
        QTest.keyClick(canvas, KEY.Key_F4)
    QTest.keyClick(canvas, KEY.Key_Return)
    opened = field(canvas)
    assert opened.text() == "Gardem Pizza" and opened.selectedText() == "Gardem"
    QTest.keyClicks(opened, "Garden")
    QTest.keyClick(opened, KEY.Key_Tab)
    opened = field(canvas)
    assert opened.selectedText() == opened.text() == "$74", "Tab goes on to the next unsure word"
    QTest.keyClick(opened, KEY.Key_Escape)
    assert "Garden Pizza" in texts(program) and "$74" in texts(program)
    QTest.keyClick(canvas, KEY.Key_F4, KEYS.ControlModifier)
    assert layer.marks.unsure() == [] and "$74" in texts(program), "confirmed as it is"
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert len(layer.marks.unsure()) == 1
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert "Gardem Pizza" in texts(program) and len(layer.marks.unsure()) == 2
    for _ in range(2):
        QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier | KEYS.ShiftModifier)
    with qtbot.waitSignal(workspace.pictures.reading.ended, timeout=desk.PATIENCE):
        QTest.keyClick(canvas, KEY.Key_R, KEYS.ControlModifier)
    page = workspace.pictures.page(picture)
    pizza = next(line for line in page.lines if line.text == "Garden Pizza")
    assert pizza.read is not None, "the correction outlives another reading"
    window.close()
    program.close()
    again = start().window
    qtbot.waitUntil(lambda: bool(again.canvas.text_layer.page.lines), timeout=desk.PATIENCE)
    assert pizza in again.canvas.text_layer.page.lines


def test_lines_are_corrected_in_the_text_tab_and_everywhere(
    qtbot: QtBot, program: Desktop, tmp_path: Path
) -> None:
    window, workspace = program.window, program.window.workspace
    QTest.keyClick(window.canvas, KEY.Key_3, KEYS.AltModifier)
    panel = window.reading_controller.text_panel
    rows, page = panel.rows, workspace.pictures.page(workspace.pictures.current)
    line = next(n for n, line in enumerate(page.lines) if line.text == "Gardem Pizza")
    rows.show_line(line)
    rows.setFocus()
    QTest.mouseDClick(rows.viewport(), LEFT, pos=rows.cursorRect().center())
    opened = field(rows)
    assert opened.text() == "Gardem Pizza" and opened.selectedText() == "Gardem"
    QTest.keyClicks(opened, "Margherita")
    QTest.keyClick(opened, KEY.Key_Return)
    assert rows.hasFocus() and "Margherita Pizza" in rows.toPlainText()
    QTest.keyClick(rows, KEY.Key_F2)
    QTest.keyClicks(field(rows), "nonsense")
    QTest.keyClick(field(rows), KEY.Key_Escape)
    assert "nonsense" not in "".join(texts(program))
    layer = window.canvas.text_layer
    assert layer.find("margherita") == 1 and window.canvas.text_layer.find("gardem") == 0
    place = layer.line_rect(line).center()
    layer.hover_at(place)
    assert layer.toolTip() == as_tip("The reader had: Gardem Pizza")
    qtbot.waitUntil(lambda: not workspace.write_queue.pending)
    assert [hit.kind for hit in workspace.store.search("Margherita")] == ["text"]
    for name in ("json", "hocr", "text", "markdown", "tsv", "csv"):
        out = tmp_path / f"out.{name}"
        with qtbot.waitSignal(workspace.exports.done, timeout=desk.PATIENCE):
            workspace.exports.write(name, str(out), workspace.sessions.current)
        assert "Margherita" in out.read_text("utf-8"), name
        assert name == "json" or "Gardem" not in out.read_text("utf-8"), name
    picture = json.loads((tmp_path / "out.json").read_text())["pictures"][0]
    assert (
        next(one for one in picture["read"]["lines"] if one["text"] == "Margherita Pizza")["read"]
        == "Gardem Pizza"
    )
    answer = desk.ask(qtbot, program, "find Margherita")
    assert "Margherita" in answer.text and answer.answer.boxes
    rows.setFocus()
    rows.show_part(texts(program).index("$74"), 0, 0)
    window.commands["confirm_word"].trigger()
    assert layer.marks.unsure() == [], "the word that the caret stands in"
    window.commands["undo"].trigger()
    assert len(layer.marks.unsure()) == 1
    menu: list[QMenu] = []
    layer.menu_opening.connect(lambda opened, _line: menu.append(opened))
    layer.show_menu(window.canvas.viewport(), window.canvas.mapToGlobal(window.canvas.rect().center()), line)
    entry = next(action for action in menu[0].actions() if action.objectName() == "take_back")
    assert entry.text() == "Take back: Gardem Pizza"
    entry.trigger()
    menu[0].close()
    assert "Gardem Pizza" in texts(program)


def test_marks_are_switched_off_also_for_later_runs(qtbot: QtBot, start, program: Desktop) -> None:
    window = program.window
    window.commands["show_unsure"].trigger()
    assert not window.canvas.text_layer.marks.shown
    _ = window.reading_controller.text_panel
    assert window.reading_controller.rows.extraSelections() == []
    window.close()
    program.close()
    again = start().window
    assert not again.canvas.text_layer.marks.shown and not again.commands["show_unsure"].isChecked()
