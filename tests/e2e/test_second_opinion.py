"""A second opinion: read again at another size or by a model, what differs is taken or kept line by line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox_models.protocol.ask import ModelRef, Options
from eyebox_models.protocol.page import Page
from proof_desk import open_doubtful, texts

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    return open_doubtful(qtbot, start(), tmp_path)


def second_list(program: Desktop):
    return program.window.second_controller._list


def wait_for_differences(qtbot: QtBot, program: Desktop) -> list[tuple[str, str]]:
    second = program.window.workspace.second_opinion
    qtbot.waitUntil(lambda: second.is_done, timeout=desk.PATIENCE)
    return [(one.first, one.second) for one in second.differences()]


def test_another_size_finds_what_was_read_wrongly(qtbot: QtBot, program: Desktop) -> None:
    window, canvas = program.window, program.window.canvas
    QTest.keyClick(canvas, KEY.Key_2, KEYS.ControlModifier | KEYS.AltModifier)
    shown = second_list(program)
    assert shown.isVisible() and "twice the size" in shown._title.toolTip() + shown._title.text()
    found = wait_for_differences(qtbot, program)
    assert found == [("Gardem Pizza", "Garden Pizza"), ("$74", "$7")]
    assert list(canvas.text_layer.marks.differing.values()) == [[(5, 6)], [(2, 3)]]
    assert shown.rows.hasFocus() and shown.rows.count() == 2 and shown.current == 0

    def words() -> set[str]:
        rows = [shown.rows.itemWidget(shown.rows.item(at)) for at in range(shown.rows.count())]
        return {one.text() for row in rows for one in row.findChildren(QPushButton)}

    for language, wanted in (("de", {"Behalten", "Übernehmen"}), ("en", {"Keep", "Take"})):
        window.program.change_settings(window.program.settings.with_value("language", language))
        qtbot.waitUntil(lambda wanted=wanted: words() == wanted, timeout=10_000)
    assert shown.rows.hasFocus() and shown.current == 0
    QTest.keyClick(shown.rows, KEY.Key_Return)
    assert "Garden Pizza" in texts(program) and shown.rows.count() == 1
    assert len(canvas.text_layer.marks.differing) == 1
    QTest.keyClick(shown.rows, KEY.Key_Z, KEYS.ControlModifier)
    assert "Gardem Pizza" in texts(program) and shown.rows.count() == 2, "taken back, it differs again"
    QTest.keyClick(shown.rows, KEY.Key_Down)
    QTest.keyClick(shown.rows, KEY.Key_Delete)
    assert shown.rows.count() == 1 and "$74" in texts(program)
    QTest.mouseClick(shown._take_all, LEFT)
    assert "Garden Pizza" in texts(program) and shown.rows.count() == 0 and shown._nothing.isVisible()
    QTest.mouseClick(shown._close, LEFT)
    assert not shown.isVisible() and window.workspace.second_opinion.picture == ""


def test_only_the_selected_lines_are_read_again(qtbot: QtBot, program: Desktop) -> None:
    canvas, layer = program.window.canvas, program.window.canvas.text_layer
    line = next(n for n, line in enumerate(layer.page.lines) if line.text == "$74")
    layer.select(layer._map.line_selection(line))
    program.window.commands["reread"].trigger()
    assert wait_for_differences(qtbot, program) == [("$74", "$7")]
    program.window.commands["take_second"].trigger()
    assert "$7" in texts(program) and "Gardem Pizza" in texts(program)
    program.window.commands["undo"].trigger()
    menus: list[QMenu] = []
    layer.menu_opening.connect(lambda menu, _line: menus.append(menu))
    layer.clear_selection()
    layer.show_menu(canvas.viewport(), canvas.mapToGlobal(canvas.rect().center()), line)
    (entry,) = [one for one in menus[0].actions() if one.objectName() == "take_second"]
    assert entry.text() == "Take: $7"
    entry.trigger()
    menus[0].close()
    assert "$7" in texts(program)
    assert canvas.text_layer.marks.differing == {}


def test_a_model_reads_it_and_another_picture_hides_it(
    qtbot: QtBot, program: Desktop, tmp_path: Path
) -> None:
    window = program.window
    window.commands["reread_model"].trigger()
    assert "No model" in window.notice.sentence, "the chat's model is the reader"
    answer = "LUNCH MENU\nSalmon Burger $12\nGarden Pizza $14\nTomato Soup $7"
    desk.use_script(program, tmp_path / "script.json", {"answers": [{"steps": [{"text": answer}]}]})
    window.commands["reread_model"].trigger()
    assert wait_for_differences(qtbot, program) == [("Gardem Pizza", "Garden Pizza"), ("$74", "$7")]
    shown = second_list(program)
    assert "script.json" in shown._title.text() + shown._title.toolTip()
    desk.drop(program, desk.draw_menu(tmp_path / "other.png"))
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=desk.PATIENCE)
    QTest.keyClick(window.canvas, KEY.Key_PageUp)
    qtbot.waitUntil(lambda: shown.isVisible() and shown.rows.count() == 2, timeout=desk.PATIENCE)
    window.commands["keep_all_first"].trigger()
    assert window.workspace.second_opinion.differences() == [] and "Gardem Pizza" in texts(program)


def test_a_line_that_was_missed_is_added(qtbot: QtBot, program: Desktop) -> None:
    window, pictures = program.window, program.window.workspace.pictures
    page = pictures.page(pictures.current)
    gone = next(n for n, line in enumerate(page.lines) if line.text == "Tomato Soup")
    pictures.set_page(pictures.current, page_inside_without(page, gone))
    before = texts(program)
    window.commands["reread"].trigger()
    assert ("", "Tomato Soup") in wait_for_differences(qtbot, program)
    shown = second_list(program)
    assert len(window.canvas.text_layer.marks.missed) == 1 and shown.rows.count() == 3
    shown.taken.emit([2])
    assert texts(program) == [line.text for line in page.lines] and shown.rows.count() == 2
    window.commands["undo"].trigger()
    assert texts(program) == before and shown.rows.count() == 3


def page_inside_without(page: Page, gone: int) -> Page:
    kept = [line for n, line in enumerate(page.lines) if n != gone]
    return replace(page, lines=tuple(kept), blocks=tuple((n,) for n in range(len(kept))))


def test_a_server_is_asked_where_servers_are_reached(program: Desktop) -> None:
    workspace = program.window.workspace
    workspace.second_opinion.ask(
        workspace.pictures.current or "", None, (0,), ModelRef("endpoint:none"), Options()
    )
    (job,) = workspace.second_opinion._job.values()
    assert job.lane is program.program.lanes["endpoint"]  # models' engines reach nobody
    workspace.second_opinion.close()


def test_reading_again_stops(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    window.commands["reread"].trigger()
    shown = second_list(program)
    assert window.workspace.second_opinion.is_busy and shown._progress.isVisible()
    QTest.mouseClick(shown._close, LEFT)
    assert not window.workspace.second_opinion.is_busy and not shown.isVisible()
    qtbot.waitUntil(lambda: not window.program.lanes["reader"].busy(), timeout=desk.PATIENCE)
    assert "Gardem Pizza" in texts(program)
