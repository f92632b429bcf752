"""The text over the picture: hovering, selecting and copying it, finding in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QMenu
from pytestqt.qtbot import QtBot

from eyebox.canvas.text_layer import TextLayer
from eyebox.canvas.text_selection import Position, Selection
from eyebox.theme import Theme
from eyebox_models.protocol.page import Code, Line, Page, Word

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def line(text: str, y: float) -> Line:
    """A line whose characters are 10 x 20 pixels each, from x 100 on, with its words."""
    words, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        words.append(Word(word, (100.0 + at * 10, y, 100.0 + (at + len(word)) * 10, y + 20)))
        at += len(word)
    x2 = 100.0 + len(text) * 10
    return Line(
        text, 0.99, (100.0, y, x2, y + 20), ((100.0, y), (x2, y), (x2, y + 20), (100.0, y + 20)), tuple(words)
    )


LINES = (line("Salmon burger", 50), line("with salmon", 80), line("鲑鱼汉堡", 200))
PAGE = Page("menu.png", 600, 400, 0.2, LINES, ((0, 1), (2,)))


class Stage:
    """A text layer in a view at 100 %, 600 x 400."""

    def __init__(self, qtbot: QtBot) -> None:
        self.theme = Theme()
        self.scene = QGraphicsScene(0, 0, 600, 400)
        self.layer = TextLayer(self.theme)
        self.scene.addItem(self.layer)
        self.view = QGraphicsView(self.scene)
        qtbot.addWidget(self.view)
        self.view.setFrameStyle(0)
        self.view.resize(600, 400)
        self.view.show()
        qtbot.waitExposed(self.view)

    def at(self, x: float, y: float) -> QPoint:
        return self.view.mapFromScene(QPointF(x, y))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        port = self.view.viewport()
        QTest.mousePress(port, LEFT, NONE, self.at(*start))
        for share in (0.3, 0.7, 1.0):
            x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
            QTest.mouseMove(port, self.at(x, y))
        QTest.mouseRelease(port, LEFT, NONE, self.at(*end))


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot)
    made.layer.set_page(PAGE)
    yield made
    made.scene.clear()


def test_dragging_selects_across_lines_in_reading_order(stage: Stage, qtbot: QtBot) -> None:
    heard: list[str] = []
    stage.layer.selection_changed.connect(heard.append)

    stage.drag((171, 60), (149, 90))

    assert stage.layer.selected_text() == "burger\nwith "
    assert heard[-1] == "burger\nwith "
    stage.drag((119, 210), (171, 60))
    assert stage.layer.selected_text() == "burger\nwith salmon\n\n鲑鱼"
    assert stage.layer.copy()
    assert QGuiApplication.clipboard().text() == "burger\nwith salmon\n\n鲑鱼"


def test_double_click_takes_a_word_and_triple_click_the_line(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 60_000)
    port, place = stage.view.viewport(), stage.at(180, 60)

    QTest.mouseClick(port, LEFT, NONE, place)
    QTest.mouseDClick(port, LEFT, NONE, place)
    QTest.mouseRelease(port, LEFT, NONE, place)
    assert stage.layer.selected_text() == "burger"
    QTest.mouseClick(port, LEFT, NONE, place)
    assert stage.layer.selected_text() == "Salmon burger"


def test_dragging_after_a_double_click_goes_on_by_words(stage: Stage) -> None:
    port = stage.view.viewport()
    QTest.mouseClick(port, LEFT, NONE, stage.at(180, 60))
    QTest.mouseDClick(port, LEFT, NONE, stage.at(180, 60))
    QTest.mouseMove(port, stage.at(111, 90))
    assert stage.layer.selected_text() == "burger\nwith"
    QTest.mouseMove(port, stage.at(121, 60))
    assert stage.layer.selected_text() == "Salmon burger"
    QTest.mouseRelease(port, LEFT, NONE, stage.at(121, 60))


def test_shift_click_extends_from_where_the_selection_began(stage: Stage) -> None:
    port = stage.view.viewport()
    QTest.mouseClick(port, LEFT, NONE, stage.at(171, 60))
    assert stage.layer.selected_text() == ""

    QTest.mouseClick(port, LEFT, SHIFT, stage.at(141, 90))
    assert stage.layer.selected_text() == "burger\nwith"
    QTest.mouseClick(port, LEFT, SHIFT, stage.at(101, 60))
    assert stage.layer.selected_text() == "Salmon "


def test_all_is_selected_and_cleared(stage: Stage) -> None:
    stage.layer.select_all()
    assert stage.layer.selected_text() == "Salmon burger\nwith salmon\n\n鲑鱼汉堡"
    stage.layer.clear_selection()
    assert stage.layer.selected_text() == ""
    assert not stage.layer.copy()


def test_a_new_page_forgets_selection_and_hits(stage: Stage) -> None:
    stage.layer.select_all()
    assert stage.layer.find("salmon") == 2
    stage.layer.set_page(None)
    assert stage.layer.selected_text() == ""
    assert stage.layer._hits.current == -1
    stage.layer.select_all()
    assert stage.layer._selection is None


def test_only_lines_take_the_mouse(stage: Stage) -> None:
    heard: list[int] = []
    stage.layer.line_hovered.connect(heard.append)
    port = stage.view.viewport()

    for x, y in ((20, 20), (120, 60), (120, 90), (400, 300)):
        QTest.mouseMove(port, stage.at(x, y))

    assert heard == [0, 1, -1]
    assert stage.view.itemAt(stage.at(120, 60)) is stage.layer
    assert stage.view.itemAt(stage.at(400, 300)) is None


def test_hits_are_counted_stepped_and_shown(stage: Stage, qtbot: QtBot) -> None:
    shown: list[QRectF] = []
    counts: list[tuple[int, int]] = []
    stage.layer.hit_shown.connect(shown.append)
    stage.layer.hits_changed.connect(lambda *count: counts.append(count))

    assert stage.layer.find("SALMON") == 2
    stage.layer.next_hit()
    stage.layer.next_hit()
    stage.layer.previous_hit()

    assert [rect.top() for rect in shown] == [50, 80, 50, 80]
    assert shown[1].getCoords() == (150, 80, 210, 100)
    assert counts == [(1, 2), (2, 2), (1, 2), (2, 2)]
    assert stage.layer.find("nothing like it") == 0
    assert stage.layer._hits.current == -1
    stage.layer.next_hit()
    assert counts[-1] == (0, 0)


def test_a_growing_search_stays_where_it_is(stage: Stage) -> None:
    stage.layer.find("s")
    stage.layer.next_hit()
    assert stage.layer.find("sal") == 2
    assert stage.layer._hits.current == 1
    stage.layer.find("")
    assert stage.layer.find("鲑鱼") == 1


def test_lines_light_up_while_they_are_read_and_make_room_for_the_page(stage: Stage, qtbot: QtBot) -> None:
    stage.layer.set_page(None)
    stage.layer.add_lines(PAGE.lines[:2])
    stage.layer.add_lines(PAGE.lines[2:])
    stage.layer.add_lines([])

    assert stage.layer.childrenBoundingRect().contains(QRectF(100, 50, 130, 170))
    qtbot.wait_until(lambda: bool(stage.view.grab()))
    stage.layer.set_page(PAGE)
    stage.layer.light_line(1)
    stage.layer.light_line(99)
    assert stage.layer.line_rect(2).top() == 200


def test_what_is_selected_and_found_is_painted(stage: Stage) -> None:
    def shot() -> QImage:
        image = QImage(600, 400, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        stage.scene.render(painter, QRectF(0, 0, 600, 400), QRectF(0, 0, 600, 400))
        painter.end()
        return image

    plain = shot().pixelColor(190, 60)
    stage.layer.select(Selection(Position(0, 7), Position(0, 13)))
    selected = shot().pixelColor(190, 60)
    stage.layer.clear_selection()
    stage.layer.find("burger")
    found = shot().pixelColor(190, 60)

    assert len({plain.name(), selected.name(), found.name()}) == 3
    assert shot().pixelColor(120, 60) == plain


def test_the_menu_of_a_line_copies(stage: Stage, qtbot: QtBot) -> None:
    stage.layer.select(Selection(Position(0, 0), Position(0, 6)))
    place = stage.at(120, 60)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, stage.view.viewport().mapToGlobal(place), NONE
    )
    QApplication.sendEvent(stage.view.viewport(), event)
    menu = stage.view.findChild(QMenu)
    copy = next(action for action in menu.actions() if action.text() == "Copy")

    copy.trigger()
    assert QGuiApplication.clipboard().text() == "Salmon"
    menu.close()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "ground", ["#ffffff", "#000000", "#101418", "#1f6feb", "#2563a8", "#3a56d4", "#7a7a7a", "#ffe066"]
)
def test_underlines_show_on_any_picture(stage: Stage, dark: bool, ground: str) -> None:
    stage.theme.set_mode("dark" if dark else "light")
    for lean in (0.0, 6.0):
        (x1, y1), (x2, _), _, _ = LINES[0].quad
        quad = ((x1, y1), (x2, y1 + lean), (x2, y1 + 20 + lean), (x1, y1 + 20))
        one = Line(LINES[0].text, 1.0, (x1, y1, x2, y1 + 20 + lean), quad)
        stage.layer.set_page(Page("a", 600, 400, 0.0, (one,), ((0,),)))
        image = QImage(600, 400, QImage.Format.Format_RGB32)
        image.fill(ground)
        painter = QPainter(image)
        stage.scene.render(painter, QRectF(0, 0, 600, 400), QRectF(0, 0, 600, 400))
        painter.end()
        middle = round((x1 + x2) / 2)
        around = [image.pixelColor(x, y) for x in range(middle, middle + 40) for y in range(64, 82)]
        best = max(contrast(color, QColor(ground)) for color in around)
        assert best >= 2.5, (ground, dark, lean)


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG has it, from 1 to 21."""

    def luminance(color: QColor) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_code_beside_the_text_is_found_where_it_is_painted(stage: Stage) -> None:
    code = Code("https://example.org", "QR Code", ((500, 300), (580, 300), (580, 380), (500, 380)))
    stage.layer.set_page(replace(PAGE, codes=(code,)))
    shown: list[QRectF] = []
    stage.layer.hit_shown.connect(shown.append)
    assert stage.layer.find("Example.ORG") == 1
    assert shown == [QRectF(500, 300, 80, 80)] and stage.layer.boundingRect().contains(shown[0])
