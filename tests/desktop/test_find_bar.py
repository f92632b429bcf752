"""The bar that finds text in the picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from eyebox.canvas.find_bar import FindBar
from eyebox.canvas.text_layer import TextLayer
from eyebox.theme import Theme
from eyebox_models.protocol.page import Line, Page

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def line(text: str, y: float) -> Line:
    return Line(text, 0.99, (0, y, 200, y + 20), ((0, y), (200, y), (200, y + 20), (0, y + 20)))


PAGE = Page(
    "a.png", 300, 300, 0.1, (line("salmon one", 0), line("Salmon two", 40), line("tuna", 80)), ((0, 1, 2),)
)


class Finder:
    def __init__(self, qtbot: QtBot) -> None:
        theme = Theme()
        self.scene = QGraphicsScene(0, 0, 300, 300)
        self.layer = TextLayer(theme)
        self.scene.addItem(self.layer)
        self.layer.set_page(PAGE)
        self.view = QGraphicsView(self.scene)
        qtbot.addWidget(self.view)
        self.view.resize(600, 400)
        self.bar = FindBar(theme, self.layer, self.view)
        self.view.show()
        qtbot.waitExposed(self.view)

    @property
    def field(self) -> QLineEdit:
        return self.bar.findChild(QLineEdit)

    @property
    def count(self) -> str:
        return self.bar.findChild(QLabel).text()


@pytest.fixture
def finder(qtbot: QtBot) -> Finder:
    return Finder(qtbot)


def test_typing_finds_and_keys_go_from_hit_to_hit(finder: Finder, qtbot: QtBot) -> None:
    finder.bar.open()
    assert finder.bar.isVisible()
    QTest.keyClicks(finder.field, "salmon")
    qtbot.waitUntil(lambda: finder.count == "1 of 2")

    QTest.keyClick(finder.field, KEY.Key_Return)
    assert finder.count == "2 of 2"
    QTest.keyClick(finder.field, KEY.Key_Return)
    assert finder.count == "1 of 2"
    QTest.keyClick(finder.field, KEY.Key_Return, SHIFT)
    assert finder.count == "2 of 2"


def test_enter_right_after_typing_finds_at_once(finder: Finder) -> None:
    finder.bar.open()
    finder.field.setText("tuna")
    QTest.keyClick(finder.field, KEY.Key_Return)
    assert finder.count == "1 of 1"
    finder.field.setText("xyzzy")
    QTest.keyClick(finder.field, KEY.Key_Return)
    assert finder.count == "no hits"


def test_escape_closes_puts_the_hits_out_and_keeps_the_text(finder: Finder, qtbot: QtBot) -> None:
    finder.bar.open("salmon\nand more")
    assert finder.layer._hits.current == 0
    with qtbot.waitSignal(finder.bar.closed):
        QTest.keyClick(finder.field, KEY.Key_Escape)
    assert not finder.bar.isVisible()
    assert finder.layer._hits.current == -1
    finder.bar.search_again()
    assert finder.layer._hits.current == -1
    finder.bar.open()
    assert finder.field.text() == "salmon"
    assert finder.count == "1 of 2"


def test_another_picture_is_searched_too(finder: Finder) -> None:
    finder.bar.open("tuna")
    finder.layer.set_page(None)
    assert finder.count == "no hits"
    finder.layer.set_page(PAGE)
    finder.bar.search_again()
    assert finder.count == "1 of 1"


def test_the_bar_keeps_to_the_corner(finder: Finder, qtbot: QtBot) -> None:
    finder.bar.open()
    finder.view.resize(800, 300)
    qtbot.waitUntil(lambda: finder.bar.geometry().right() > 760)
    assert finder.view.rect().contains(finder.bar.geometry())
