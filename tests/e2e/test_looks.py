"""What the window looks like at its edges: long names, a scroll bar, a text that was not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.theme.menus import give_menu
from eyebox.theme.sentence import Sentence


def plain(path: Path) -> str:
    Image.new("RGB", (60, 40), "white").save(path)
    return str(path)


def words(widget: QWidget) -> list[str]:
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return [part.text() for part in parts if part.isVisibleTo(widget) and part.text()]


@pytest.mark.parametrize(
    "name", [pytest.param("x" * 200, marks=pytest.mark.thorough), "很长的会话名称 W & W\n" * 30]
)
def test_a_long_name_of_a_session_makes_nothing_wider(start, name: str) -> None:
    window = start().window
    window.resize(900, 600)
    before = window.header.minimumSizeHint().width()
    window.workspace.sessions.rename(window.workspace.sessions.current, name)
    assert window.header.minimumSizeHint().width() <= before and window.width() == 900
    assert window.header.session.text().endswith("…") and len(window.windowTitle()) < 100
    assert name.split()[0] in window.header.session.toolTip().replace("\u200b", "")
    window.resize(1400, 800)
    assert 200 < window.header.session.width() < 320


def test_pictures_are_whole_beside_the_scroll_bar(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    window.workspace.pictures.read_automatically = False
    window.resize(900, 600)
    window.workspace.open_paths([plain(tmp_path / f"p{n}.png") for n in range(9)])
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 9, timeout=desk.PATIENCE)
    view = window.filmstrip.focusProxy()
    assert view.verticalScrollBar().isVisible() and view.viewport().width() < window.filmstrip.width()
    row = view.visualRect(view.model().index(0, 0))
    assert QRect(QPoint(), view.viewport().size()).contains(row.left(), row.top()) and row.left() >= 0
    assert row.right() < view.viewport().width()
    image = view.viewport().grab().toImage()
    accent = window.theme.color("accent").rgb()
    ratio = image.devicePixelRatio()
    lit = [x for x in range(image.width()) if image.pixelColor(x, round(40 * ratio)).rgb() == accent]
    assert lit and lit[0] > 0 and image.width() - lit[-1] > 1 and lit[-1] - lit[0] > 70 * ratio


def test_an_unread_picture_says_so_and_offers_to_be_read(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    window.program.change_settings(window.program.settings.with_value("read_on_open", False))
    window.panel.tabs.setCurrentIndex(2)
    assert "Open a picture and its text appears here." in words(window.reading_controller.text_panel)
    assert not any("read at once" in text for text in words(window.welcome))
    window.workspace.open_paths([str(desk.draw_menu(tmp_path / "menu.png"))])
    qtbot.waitUntil(lambda: bool(window.workspace.pictures.current), timeout=desk.PATIENCE)
    said = words(window.reading_controller.text_panel)
    assert "The text of this picture has not been read yet." in said and "Read" in said
    window.commands["find"].trigger()
    window.reading_controller.find_bar._field.setText("salmon")
    window.reading_controller.find_bar._search()
    assert "not read yet" in words(window.reading_controller.find_bar) and "no hits" not in words(
        window.reading_controller.find_bar
    )
    (read,) = [b for b in window.reading_controller.find_bar.findChildren(QPushButton) if b.text() == "Read"]
    read.click()
    assert "reading…" in words(window.reading_controller.find_bar) and not read.isVisible()
    desk.wait_read(qtbot, program)
    assert "1 of 1" in words(window.reading_controller.find_bar)


def test_a_picture_that_opens_is_about_to_be_read(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    window.panel.tabs.setCurrentIndex(2)
    told: list[list[str]] = []
    window.workspace.pictures.shown.connect(
        lambda _record: told.append(words(window.reading_controller.text_panel))
    )
    window.workspace.open_paths([str(desk.draw_menu(tmp_path / "menu.png"))])
    qtbot.waitUntil(lambda: bool(told), timeout=desk.PATIENCE)
    assert "Reading the text…" in told[0]
    window.commands["find"].trigger()
    assert "reading…" in words(window.reading_controller.find_bar)
    window.commands["stop"].trigger()
    qtbot.waitUntil(
        lambda: not window.workspace.pictures.reading.is_reading(window.workspace.pictures.current),
        timeout=desk.PATIENCE,
    )
    assert "not read yet" in words(window.reading_controller.find_bar) or window.workspace.pictures.page(
        window.workspace.pictures.current
    )


def test_nothing_is_cut_in_a_narrow_window(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    window.program.change_settings(window.program.settings.with_value("read_on_open", False))
    window.resize(900, 600)
    buttons = [b for b in window.welcome.findChildren(QPushButton) if b.isVisible()]
    assert len(buttons) == 3
    qtbot.waitUntil(lambda: all(b.width() >= b.sizeHint().width() for b in buttons))
    window.workspace.open_paths([plain(tmp_path / "a.png")])
    qtbot.waitUntil(lambda: bool(window.workspace.pictures.current), timeout=desk.PATIENCE)
    window.commands["find"].trigger()
    bar = window.reading_controller.find_bar
    assert window.canvas.rect().contains(bar.geometry()) and bar.width() >= bar.sizeHint().width()
    notice = window.notice
    for _ in range(2):
        notice.show_error("\n".join(["A sentence that is too long for one line of a narrow window."] * 3))
        notice.layout().activate()
        assert notice.text.height() >= notice.text.heightForWidth(notice.text.width())
        window.resize(1280, 800)


def test_a_sentence_has_room_for_all_its_lines(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    sentence = Sentence(280)
    column.addWidget(sentence, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    page.resize(450, 300)
    page.show()
    for text in ("鱼" * 25, "short", "one two three " * 12):
        sentence.setText(text)
        column.activate()
        assert sentence.width() == 280 and sentence.height() >= sentence.heightForWidth(280)


def test_a_button_is_not_lit_when_its_menu_has_closed(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    menu = QMenu(button)
    give_menu(button, menu)
    QCursor.setPos(500, 500)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as X11 leaves it
    menu.aboutToHide.emit()
    qtbot.waitUntil(lambda: not button.underMouse())
