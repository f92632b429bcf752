"""A table of a picture is opened, corrected in the grid, changed, copied, saved, and is there again after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desk import PATIENCE
from eyebox.app import Desktop
from eyebox.canvas.table_view import TableView
from eyebox.session.types import Redaction
from eyebox.window.panel import TEXT
from eyebox_models.protocol.page import Cell, Line, Page, Table, Word

KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier
ROWS = (("Item", "Sold", "Price"), ("Tea", "12", "3.50"), ("Rice", "", "1.20"))


def read_page(path: str) -> Page:
    """Three rows of three cells, each of 200 x 60 pixels, one of them empty."""
    lines: list[Line] = []
    cells = []
    for y, row in enumerate(ROWS):
        for x, text in enumerate(row):
            box = (200.0 * x + 20, 60.0 * y + 100, 200.0 * x + 220, 60.0 * y + 160)
            rect = (box[0] + 10, box[1] + 15, box[0] + 90, box[1] + 45)
            numbers: tuple[int, ...] = ()
            if text:
                numbers = (len(lines),)
                quad = ((rect[0], rect[1]), (rect[2], rect[1]), (rect[2], rect[3]), (rect[0], rect[3]))
                lines.append(Line(text, 0.99, rect, quad, (Word(text, rect, 0.99),)))
            cells.append(Cell(y, x, text, box, lines=numbers))
    table = Table((20, 100, 620, 280), 3, 3, tuple(cells))
    return Page(path, 640, 400, 0.1, tuple(lines), (tuple(range(len(lines))),), codes=(), tables=(table,))


@pytest.fixture
def program(start: Callable[[], Desktop], qtbot: QtBot, tmp_path: Path) -> Desktop:
    program = start()
    Image.new("RGB", (640, 400), "white").save(tmp_path / "prices.png")
    program.window.workspace.open_paths([str(tmp_path / "prices.png")])
    pictures = program.window.workspace.pictures
    qtbot.waitUntil(
        lambda: pictures.current is not None and pictures.page(pictures.current) is not None, timeout=PATIENCE
    )
    assert pictures.current
    pictures.set_page(pictures.current, read_page(pictures.records[pictures.current].path))
    return program


def shown(program: Desktop) -> list[list[str]]:
    page = program.window.workspace.pictures.page(program.window.workspace.pictures.current or "")
    assert page
    (table,) = page.tables
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


def move_to(widget: QWidget, at: QPoint) -> None:
    """Moves the mouse, whatever the platform makes of it."""
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(widget.mapToGlobal(at)), none, none, MODIFIER.NoModifier
    )
    QApplication.sendEvent(widget, event)


def opened(program: Desktop) -> TableView:
    program.window.commands["tables"].trigger()
    return program.window.table_controller.panel.view


def test_cells_are_corrected_by_keys_and_taken_back(program: Desktop, qtbot: QtBot) -> None:
    view = opened(program)
    assert view.isVisible() and view.hasFocus()
    view.select_cell(3)
    QTest.keyClicks(view, "G")
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "reen")
    QTest.keyClick(editor, KEY.Key_Return, MODIFIER.AltModifier)
    QTest.keyClicks(editor, "tea")
    QTest.keyClick(editor, KEY.Key_Tab)
    assert shown(program)[1] == ["Green\ntea", "12", "3.50"] and view.cells() == [4]
    QTest.keyClick(view, KEY.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None and editor is not view
    QTest.keyClick(editor, KEY.Key_Escape)
    QTest.keyClick(view, KEY.Key_Return)
    QTest.keyClicks(view, "7")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, KEY.Key_Return)
    page = program.window.workspace.pictures.page(program.window.workspace.pictures.current or "")
    assert page and shown(program)[2] == ["Rice", "7", "1.20"]
    assert [line.text for line in page.lines] == [
        "Item",
        "Sold",
        "Price",
        "Green tea",
        "12",
        "3.50",
        "Rice",
        "7",
        "1.20",
    ]
    program.window.commands["undo"].trigger()
    program.window.commands["undo"].trigger()
    assert shown(program) == [list(row) for row in ROWS]
    program.window.commands["redo"].trigger()
    assert shown(program)[1][0] == "Green\ntea"
    program.window.commands["undo"].trigger()
    view.setFocus()
    view.select_cell(4)
    QApplication.clipboard().setText('10\t2.00\n20\t"3\n4"\nbeyond\tit\n')
    program.window.commands["paste"].trigger()
    assert shown(program)[1:] == [["Tea", "10", "2.00"], ["Rice", "20", "3\n4"]]
    program.window.commands["undo"].trigger()
    assert shown(program) == [list(row) for row in ROWS]


def test_the_size_of_a_table_is_told_in_rows_and_columns(program: Desktop) -> None:
    view = opened(program)
    panel = program.window.table_controller.panel
    assert panel._title.whole == "Table · 3 rows, 3 columns"
    for _ in range(2):
        view.select_cell(0)
        panel.changes["no_row"].trigger()
    assert panel._title.whole == "Table · 1 row, 3 columns"


def test_the_grid_and_the_picture_show_the_same_cell(program: Desktop, qtbot: QtBot) -> None:
    window = program.window
    layer, room = window.canvas.table_layer, window.canvas.viewport().rect()
    places = [QPointF(x, y) for x in range(0, room.width(), 4) for y in range(0, room.height(), 4)]
    qtbot.waitUntil(lambda: any(layer.tab_at(place) == 0 for place in places), timeout=PATIENCE)
    tab = next(place for place in places if layer.tab_at(place) == 0).toPoint()
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=tab)
    controller = window.table_controller
    view = controller.panel.view
    assert controller.is_open
    view.select_cell(4)
    assert [rect.getRect() for rect in window.canvas.table_layer.lit] == [(220, 160, 200, 60)]
    at = view.visualRect(controller.panel.model.index_of(5)).center()
    move_to(view.viewport(), at)
    assert [rect.getRect() for rect in window.canvas.table_layer.lit] == [(420, 160, 200, 60)]
    place = window.canvas.mapFromScene(40.0, 240.0)
    move_to(window.canvas.viewport(), place)
    assert controller.panel.model.lit == 6
    window.canvas.text_layer.line_pressed.emit(1)
    assert view.cells() == [1]
    QTest.keyClick(view, KEY.Key_Escape)
    assert not controller.is_open and window.canvas.table_layer.lit == ()


def test_rows_columns_and_spans_are_changed(program: Desktop) -> None:
    view = opened(program)
    panel = program.window.table_controller.panel
    view.select_cell(0)
    QTest.keyClick(view, KEY.Key_Right, MODIFIER.ShiftModifier)
    panel.changes["merge"].trigger()
    assert shown(program)[0] == ["Item\nSold", "Price"] and view.columnSpan(0, 0) == 2
    view.select_cell(0)
    panel.changes["split"].trigger()
    assert shown(program) == [list(row) for row in ROWS] and view.columnSpan(0, 0) == 1
    view.select_cell(3)
    panel.changes["row_above"].trigger()
    assert shown(program)[1] == ["", "", ""]
    panel.changes["no_row"].trigger()
    view.select_cell(1)
    panel.changes["column_right"].trigger()
    assert shown(program)[0] == ["Item", "Sold", "", "Price"]
    panel.changes["no_column"].trigger()
    for _ in range(6):
        program.window.commands["undo"].trigger()
    assert shown(program) == [list(row) for row in ROWS]


BEGINS = {".xlsx": b"PK", ".csv": b"\xef\xbb\xbfItem,Sold", ".md": b"| Item", ".html": b"<!DOCTYPE"}


def test_a_table_is_copied_and_saved(
    program: Desktop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = opened(program)
    view.selectAll()
    program.window.commands["copy"].trigger()
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == "Item\tSold\tPrice\nTea\t12\t3.50\nRice\t\t1.20" and "<td>Tea</td>" in mime.html()
    asked = []
    endings = [*BEGINS]

    def ask(_parent: object, _title: str, begun: str, _filters: str, chosen: str) -> tuple[str, str]:
        asked.append((Path(begun).suffix, chosen))
        return str(tmp_path / f"a{endings[len(asked) - 1]}"), chosen

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    for ending in endings:
        saved = tmp_path / f"a{ending}"
        program.window.commands["save_table"].trigger()
        qtbot.waitUntil(saved.exists, timeout=PATIENCE)
        assert saved.read_bytes().startswith(BEGINS[ending])
    assert [suffix for suffix, _ in asked] == [".xlsx", ".xlsx", ".csv", ".md"]
    assert all(suffix in chosen for suffix, chosen in asked)


def test_what_is_blacked_out_is_neither_copied_nor_saved(
    program: Desktop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, workspace = opened(program), program.window.workspace
    workspace.redactions.add(workspace.pictures.current or "", [Redaction((220, 160, 420, 220))])
    view.selectAll()
    program.window.commands["copy"].trigger()
    assert QApplication.clipboard().text() == "Item\tSold\tPrice\nTea\t██\t3.50\nRice\t\t1.20"
    saved = tmp_path / "a.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    program.window.commands["save_table"].trigger()
    qtbot.waitUntil(saved.exists, timeout=PATIENCE)
    assert "Tea,██,3.50" in saved.read_text(encoding="utf-8-sig")


def test_corrections_are_there_again_and_the_text_tab_opens_the_table(
    program: Desktop, start: Callable[[], Desktop], qtbot: QtBot
) -> None:
    opened(program)
    program.window.table_controller.panel.typed.emit({4: "13", 1: ""})
    program.window.close()
    again = start()
    pictures = again.window.workspace.pictures
    qtbot.waitUntil(
        lambda: pictures.current is not None and pictures.page(pictures.current) is not None, timeout=PATIENCE
    )
    assert shown(again) == [["Item", "", "Price"], ["Tea", "13", "3.50"], ["Rice", "", "1.20"]]
    again.window.panel.tabs.setCurrentIndex(TEXT)
    text = again.window.reading_controller.text_panel
    assert text._tables.text() == "1 table"
    text._tables.click()
    assert again.window.table_controller.is_open
