"""The Text tab: what was read as text, and what stands there when there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from eyebox.canvas.code_layer import link_of
from eyebox.canvas.code_list import CodeList
from eyebox.canvas.text_panel import TextPanel
from eyebox.language import Language
from eyebox.theme import Theme
from eyebox_models.protocol.page import Code, Line, Page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def line(text: str, score: float = 0.99, x: int = 0, y: int = 0) -> Line:
    box = (x, y, x + 10, y + 10)
    return Line(text, score, box, ((x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10)))


LINES = (line("Kitchen"), line("    indented", 0.6), line("鲑鱼汉堡"))
UNREAD = "3 lines look like text in a script that the reader does not know. Ask a model about them in a chat."
PAGE = Page("a.png", 100, 100, 0.1, LINES, ((0, 1), (2,)))


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Iterator[TextPanel]:
    language = Language(qapp)
    language.use("en")
    made = TextPanel(Theme())
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    yield made
    language.remove()


def editor(panel: TextPanel) -> QPlainTextEdit:
    return next(e for e in panel.findChildren(QPlainTextEdit) if e.accessibleName() == "Text of the picture")


def sentences(panel: TextPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel) and label.text()]


def button(panel: TextPanel, name: str) -> QPushButton:
    found = [b for b in panel.findChildren(QPushButton) if b.text() == name and b.isVisibleTo(panel)]
    assert found, f"no button {name}"
    return found[0]


def test_the_page_is_shown_by_blocks_and_copied(panel: TextPanel) -> None:
    panel.show_page(PAGE)

    assert panel.text() == "Kitchen\n    indented\n\n鲑鱼汉堡"
    assert editor(panel).isReadOnly()
    assert any("3" in text and "86 %" in text for text in sentences(panel))
    next(b for b in panel.findChildren(QToolButton) if b.text() == "Copy all").click()
    assert QGuiApplication.clipboard().text() == panel.text()


def test_the_caret_names_its_line(panel: TextPanel) -> None:
    heard: list[int] = []
    panel.line_activated.connect(heard.append)
    panel.show_page(PAGE)
    cursor = editor(panel).textCursor()

    for row in (1, 2, 3):
        cursor.setPosition(editor(panel).document().findBlockByNumber(row).position())
        editor(panel).setTextCursor(cursor)

    assert heard == [1, -1, 2]


def test_a_line_pointed_at_on_the_picture_is_shown_without_an_echo(panel: TextPanel) -> None:
    heard: list[int] = []
    panel.show_page(PAGE)
    panel.line_activated.connect(heard.append)

    panel.show_line(2)
    assert editor(panel).textCursor().block().text() == "鲑鱼汉堡"
    panel.show_line(99)
    panel.show_line(-1)
    assert heard == []


def test_lines_read_with_little_certainty_are_marked(panel: TextPanel, qtbot: QtBot) -> None:
    panel.show_page(PAGE)

    marks = [
        mark.cursor.selectedText()  # type: ignore[attr-defined]
        for mark in editor(panel).extraSelections()
        if mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline  # type: ignore[attr-defined]
    ]
    assert marks == ["    indented"]
    port = editor(panel).viewport()
    cursor = editor(panel).textCursor()
    cursor.setPosition(12)
    place = editor(panel).cursorRect(cursor).center()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, place, port.mapToGlobal(place)))
    assert "60 %" in QToolTip.text()
    QToolTip.hideText()


def test_every_state_says_what_it_is_and_what_next(panel: TextPanel, qtbot: QtBot) -> None:
    assert sentences(panel) == ["Open a picture and its text appears here."]
    panel.show_reading()
    panel.show_reading(0.5)
    assert sentences(panel) == ["Reading the text…"]
    panel.show_page(Page("a.png", 10, 10, 0.1))
    assert sentences(panel) == ["No text was found in this picture."]
    with qtbot.waitSignal(panel.read_requested):
        button(panel, "Read again").click()
    panel.show_page(Page("a.png", 10, 10, 0.1, unread=3))
    assert sentences(panel) == [UNREAD]
    panel.show_failed("The reader stopped: read again.", "exit code 9")
    assert sentences(panel) == ["The reader stopped: read again."]
    button(panel, "Show details").click()
    details = next(e for e in panel.findChildren(QPlainTextEdit) if e.accessibleName() == "Details")
    assert details.isVisibleTo(panel)
    assert details.toPlainText() == "exit code 9"
    button(panel, "Hide details").click()
    assert not details.isVisibleTo(panel)
    panel.show_page(PAGE)
    assert panel.text().startswith("Kitchen")


def test_lines_of_an_unknown_script_are_told_beside_the_text(panel: TextPanel) -> None:
    panel.show_page(replace(PAGE, unread=3))
    assert UNREAD in sentences(panel) and panel.text().startswith("Kitchen")
    panel.show_page(PAGE)
    assert UNREAD not in sentences(panel)


def test_a_new_language_reaches_every_word(panel: TextPanel, qtbot: QtBot) -> None:
    class Shouting(QTranslator):
        def translate(self, _context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
            return source.upper()

        def isEmpty(self) -> bool:
            return False

    panel.show_page(PAGE)
    shouting = Shouting()
    QApplication.installTranslator(shouting)
    try:
        qtbot.waitUntil(lambda: any("LINE" in text for text in sentences(panel)))
        assert "COPY ALL" in [b.text() for b in panel.findChildren(QToolButton)]
        panel.show_empty()
        assert sentences(panel) == ["OPEN A PICTURE AND ITS TEXT APPEARS HERE."]
    finally:
        QApplication.removeTranslator(shouting)
    qtbot.waitUntil(lambda: sentences(panel) == ["Open a picture and its text appears here."])


def test_rows_with_columns_are_copied_as_a_table(panel: TextPanel) -> None:
    rows = ((line("Soup 🍲", x=10), line("$7", x=200)), (line("Tea", x=10, y=40), line("=1", x=200, y=40)))
    panel.show_page(Page("a.png", 300, 100, 0.1, (*rows[0], *rows[1]), ((0, 1, 2, 3),)))
    panel.copy_all()
    assert QGuiApplication.clipboard().text() == "Soup 🍲\t$7\nTea\t'=1"
    assert "<td>Soup 🍲</td><td>$7</td>" in QGuiApplication.clipboard().mimeData().html()
    text = editor(panel)
    cursor = text.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.copy()
    assert QGuiApplication.clipboard().text() == "🍲\t$"


def code(text: str, kind: str = "QR Code") -> Code:
    return Code(text, kind, ((10, 10), (60, 10), (60, 60), (10, 60)))


def test_codes_stand_below_the_text_and_leave_room_for_it(panel: TextPanel, qtbot: QtBot) -> None:
    rows = panel.findChild(CodeList)
    panel.show_page(PAGE)
    assert not rows.isVisible()
    long = "中文内容：" + "很长" * 900
    panel.show_page(replace(PAGE, codes=(code(long), code("a\nb <b>c</b>"), code("4006381333931", "EAN-13"))))
    assert rows.isVisible()
    qtbot.waitUntil(lambda: rows.height() > 100 and rows.verticalScrollBar().maximum() == 0)
    assert rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"QR Code: {long}"
    shown = [label for label in rows.findChildren(QLabel) if label.text() not in ("QR Code", "EAN-13")]
    assert "…" in shown[0].text() and shown[0].accessibleName() == long
    assert len(shown[0].toolTip()) < 1000
    assert shown[1].text() == "a b <b>c</b>"

    panel.show_page(replace(PAGE, codes=tuple(code(f"https://e.org/{n}") for n in range(50))))
    qtbot.waitUntil(lambda: rows.verticalScrollBar().maximum() > 0)
    assert rows.count() == 50 and rows.height() <= 0.4 * panel.height()
    assert panel.minimumSizeHint().height() < 300
    panel.show_page(Page("b.png", 100, 100, 0.1, codes=(code("x"),)))
    assert rows.count() == 1 and "No text was found in this picture, only codes." in sentences(panel)
    panel.show_page(Page("b.png", 100, 100, 0.1, codes=()))
    assert not rows.isVisible() and "No text was found in this picture." in sentences(panel)
    panel.show_reading(0.5)
    assert not rows.isVisible()


def test_a_row_shows_its_code_until_the_caret_is_put_into_the_text(panel: TextPanel) -> None:
    heard: list[int] = []
    panel.code_activated.connect(heard.append)
    panel.show_page(replace(PAGE, codes=(code("one"), code("two"))))
    assert heard == []
    rows = panel.findChild(CodeList)
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert heard == [1, 1]
    editor(panel).setTextCursor(QTextCursor(editor(panel).document().findBlockByNumber(1)))
    assert heard == [1, 1, -1] and rows.currentRow() == -1


@pytest.mark.parametrize(
    "text, link",
    [
        ("https://example.org/a?b=c", True),
        (" HTTP://EXAMPLE.ORG \n", True),
        ("https://例子.test/路径", True),
        ("https://", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://a.org b.org", False),
        ("https://a.org\nhttps://b.org", False),
    ],
)
def test_only_web_addresses_are_links(text: str, link: bool) -> None:
    assert link_of(code(text)) == (text.strip() if link else "")
