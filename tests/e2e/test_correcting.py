"""Text that was read wrongly is corrected where it stands on the picture: a line of the page, or the text of a box."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.canvas.label_editor import LabelEditor
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Line, Word
from eyebox_models.text.proof import with_text

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
SOUP = Box("Tomatoe Soup", 60, 370, 300, 410, source="text", score=0.7)


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    begun = start()
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"))
    desk.wait_read(qtbot, begun)
    begun.window.canvas.setFocus()
    return begun


def field(program: Desktop) -> LabelEditor:
    return next(one for one in program.window.canvas.findChildren(LabelEditor) if one.isVisible())


def line_of(program: Desktop, word: str) -> int:
    lines = program.window.canvas.text_layer.page.lines
    return next(at for at, line in enumerate(lines) if word in line.text)


def test_a_line_of_the_page_is_corrected_and_taken_back(qtbot: QtBot, start, program: Desktop) -> None:
    window, canvas, pictures = program.window, program.window.canvas, program.window.workspace.pictures
    picture, line = pictures.current, line_of(program, "Garden")
    before = pictures.page(picture)
    place = canvas.mapFromScene(canvas.text_layer.line_rect(line).center())
    QTest.mouseMove(canvas.viewport(), place)
    QTest.mouseDClick(canvas.viewport(), LEFT, pos=place)
    assert canvas.text_layer.selected_text() in before.lines[line].text
    QTest.keyClick(canvas, KEY.Key_F2)
    opened = field(program)
    assert opened.text() == before.lines[line].text and opened.accessibleName() == "Text that was read"
    on_screen = canvas.viewportTransform().mapRect(canvas.text_layer.line_rect(line)).toRect()
    assert (
        opened.geometry().top() >= on_screen.bottom() and abs(opened.geometry().left() - on_screen.left()) < 8
    )
    QTest.keyClick(opened, KEY.Key_A, KEYS.ControlModifier)
    QTest.keyClicks(opened, "Garden Pizzas")
    QTest.keyClick(opened, KEY.Key_Return)
    assert canvas.hasFocus()
    assert (
        pictures.page(picture).lines[line].text == canvas.text_layer.page.lines[line].text == "Garden Pizzas"
    )
    qtbot.waitUntil(lambda: not window.workspace.write_queue.pending)
    assert window.workspace.store.page(picture).lines[line].text == "Garden Pizzas"
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert pictures.page(picture) == before
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier | KEYS.ShiftModifier)
    canvas.correct_line(line)
    QTest.keyClicks(field(program), "nonsense")
    QTest.keyClick(field(program), KEY.Key_Escape)
    assert pictures.page(picture).lines[line].text == "Garden Pizzas"
    window.close()
    program.close()
    again = start().window
    qtbot.waitUntil(lambda: bool(again.canvas.text_layer.page.lines), timeout=desk.PATIENCE)
    assert again.canvas.text_layer.page.lines[line].text == "Garden Pizzas"


def test_the_text_of_a_box_is_corrected_below_it_and_fixes_it_in_a_review(
    qtbot: QtBot, program: Desktop
) -> None:
    window, canvas = program.window, program.window.canvas
    review, pictures = window.workspace.review, window.workspace.pictures
    window.workspace.annotations.add(pictures.current, [SOUP], "answer")
    with qtbot.waitSignal(review.started, timeout=desk.PATIENCE):
        review.start(pictures.session)
    canvas.editor.select([SOUP.id])
    canvas.setFocus()
    QTest.keyClick(canvas, KEY.Key_F2)
    opened = field(program)
    assert opened.text() == "Tomatoe Soup"
    assert opened.geometry().top() >= canvas.mapFromScene(QPointF(SOUP.x1, SOUP.y2)).y()
    QTest.keyClick(opened, KEY.Key_End)
    for _ in range(6):
        QTest.keyClick(opened, KEY.Key_Backspace)
    QTest.keyClicks(opened, " Soup")
    QTest.keyClick(opened, KEY.Key_Return)
    assert desk.boxes(program)[0].label == "Tomato Soup"
    assert review.current.verdict == "fixed" and review.current.proposed.label == "Tomatoe Soup"
    assert canvas.editor.label_for_new == "" and "Tomato Soup" not in canvas.editor.recent_labels.with_all([])
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert desk.boxes(program)[0] == SOUP


def test_words_keep_their_places_where_there_are_as_many() -> None:
    words = (Word("Gardem", (0, 0, 10, 5)), Word("Pizza", (12, 0, 20, 5)))
    line = Line("Gardem Pizza", 0.6, (0, 0, 20, 5), ((0, 0), (20, 0), (20, 5), (0, 5)), words)
    corrected = with_text(line, "Garden Pizza")
    assert [(word.text, word.box) for word in corrected.words] == [
        ("Garden", words[0].box),
        ("Pizza", words[1].box),
    ]
    assert corrected.score == 1.0 and corrected.read == line
    assert with_text(line, "GardenPizza").words == (Word("GardenPizza", (0, 0, 20, 5), 1.0),)
