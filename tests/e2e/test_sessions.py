"""The list of sessions: named by time and first picture, renamed in place, searched with the picture and the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.session.types import Hit, PictureRecord
from eyebox.window.sessions_list import NameField, fitted
from eyebox.window.sessions_page import SessionsPage

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def press(
    program: Desktop, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    program.window.activateWindow()
    assert QTest.qWaitForWindowActive(program.window, 60_000)
    QTest.keyClick(program.window, key, modifiers)


def shown_page(program: Desktop) -> SessionsPage:
    (page,) = [page for page in program.window.findChildren(SessionsPage) if page.isVisible()]
    return page


def texts(page: SessionsPage) -> list[str]:
    rows = [page.list.itemWidget(page.list.item(row)) for row in range(page.list.count())]
    labels = [[row] if isinstance(row, QLabel) else row.findChildren(QLabel) for row in rows]
    return [re.sub("<[^>]*>", "|", "".join(label.text() for label in of)) for of in labels]


def test_sessions_of_one_day_are_told_apart(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    sessions = program.window.workspace.sessions
    made = sessions.name
    assert re.search(r"\d", made) and ":" in made
    for name in ("menu.png", "second.png"):
        desk.drop(program, desk.draw_menu(tmp_path / name))
    qtbot.waitUntil(lambda: len(program.window.workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    assert sessions.name == f"{made} · menu.png"
    assert program.window.windowTitle() == f"{made} · menu.png – Eyebox"
    press(program, KEY.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    desk.drop(program, desk.draw_menu(tmp_path / "third.png"))
    qtbot.waitUntil(lambda: sessions.name.endswith(" · third.png"), timeout=desk.PATIENCE)


def test_a_session_is_renamed_in_place_and_the_name_taken_back(start) -> None:
    program = start()
    sessions = program.window.workspace.sessions
    made = sessions.name
    press(program, KEY.Key_F2, CONTROL)
    page = shown_page(program)
    (field,) = page.findChildren(NameField)
    assert field.text() == made and field.selectedText() == made
    QTest.keyClicks(field, "Receipts")
    QTest.keyClick(field, KEY.Key_Return)
    assert sessions.name == "Receipts"
    assert page.isVisible() and texts(page)[0].startswith("Receipts")
    QTest.keyClick(page.list, KEY.Key_F2)
    (field,) = [field for field in page.findChildren(NameField) if field.isVisible()]
    QTest.keyClicks(field, "Nothing")
    QTest.keyClick(field, KEY.Key_Escape)
    assert page.isVisible() and sessions.name == "Receipts"
    page.hide()
    press(program, KEY.Key_Z, CONTROL)
    assert sessions.name == made
    press(program, KEY.Key_Y, CONTROL)
    assert sessions.name == "Receipts"


def test_a_search_shows_the_picture_and_the_line_with_the_hit(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    picture = desk.wait_read(qtbot, program)
    thumbnails = window.workspace.pictures.thumbnails
    qtbot.waitUntil(lambda: bool(thumbnails.file_if_there(picture)), timeout=desk.PATIENCE)
    press(program, KEY.Key_P, CONTROL)
    page = shown_page(program)
    QTest.keyClicks(page.field, "pizza")
    page.refresh()
    assert page.height() > window.height() - 120
    (found,) = [text for text in texts(page) if "Pizza" in text]
    assert "Garden |Pizza|" in found
    assert "Tomato" not in found and "menu.png" in found
    row = page.list.itemWidget(page.list.item(0))
    small = [label for label in row.findChildren(QLabel) if not label.pixmap().isNull()]
    assert small and small[0].pixmap().deviceIndependentSize().width() == 40


def test_the_menu_of_a_session_renames_and_deletes_it(start) -> None:
    program = start()
    sessions = program.window.workspace.sessions
    press(program, KEY.Key_P, CONTROL)
    page = shown_page(program)
    row = page.list.visualItemRect(page.list.item(0)).center()

    def choose(text: str) -> None:
        page.list.customContextMenuRequested.emit(row)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (entry,) = [one for one in menu.actions() if one.text() == text]
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())

    choose("Rename")
    (field,) = page.findChildren(NameField)
    QTest.keyClicks(field, "Receipts")
    QTest.keyClick(field, KEY.Key_Return)
    assert sessions.name == "Receipts" and page.isVisible()
    choose("Delete")
    assert sessions.name != "Receipts" and not page.isVisible()


@pytest.mark.parametrize("room", [40, 100, 200, 400, 1000])
def test_a_line_is_cut_to_its_room_around_the_hit(room: int) -> None:
    snippet = "…the quick brown fox jumps over the needle and runs away from the lazy dog…"
    start = snippet.index("needle")
    parts = fitted(Hit("", "text", "", snippet, start, start + 6), room, lambda text: 8 * len(text))
    assert 8 * len("".join(parts)) <= room
    if room >= 100:
        assert parts[1] == "needle"
    if room == 1000:
        assert "".join(parts) == snippet
    for part, cut in zip(parts, (snippet[:start], "needle", snippet[start + 6 :]), strict=True):
        assert part == cut or "…" in part


def test_dates_follow_the_language_that_was_chosen(start) -> None:
    program = start()
    before = QLocale()
    settings = program.program.settings
    program.program.change_settings(settings.with_value("language", "zh_CN"))
    try:
        assert QLocale().language() == QLocale.Language.Chinese
        program.window.workspace.sessions.opened.emit(program.window.workspace.sessions.make())
        assert re.match(r"\d+月\d+日", program.window.workspace.sessions.name)
    finally:
        program.program.change_settings(settings)
        QLocale.setDefault(before)


def test_a_hundred_hits_are_filled_as_they_come_into_sight(qtbot: QtBot, start) -> None:
    """Also by the keys, from the field."""
    program = start()
    store, session = program.window.workspace.store, program.window.workspace.sessions.current
    with store.together():
        for n in range(100):
            path = f"/nowhere/p{n}.png"
            store.add_picture(
                PictureRecord(f"picture{n}", session, path, f"needle {n}.png", "", 64, 48, position=n)
            )
    press(program, KEY.Key_P, CONTROL)
    page = shown_page(program)
    QTest.keyClicks(page.field, "needle")
    page.refresh()
    qtbot.waitUntil(lambda: page.list.itemWidget(page.list.item(0)) is not None)
    assert page.list.count() == 100
    assert page.list.itemWidget(page.list.item(60)) is None
    for _ in range(99):
        QTest.keyClick(page.field, KEY.Key_Down)
        current = page.list.currentItem()
        assert current and page.list.itemWidget(current) is not None
    assert page.list.currentRow() == 99
