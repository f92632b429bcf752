from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eyebox.annotations.box_model import BoxModel
from eyebox.canvas.repeating import RepeatingLabels, repeats
from eyebox.canvas.text_selection import TextMap
from eyebox.canvas.view import CanvasView
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Line, Page
from lines import line


def page(*lines: Line) -> Page:
    return Page("", 800, 600, 0.0, lines)


@pytest.mark.parametrize(
    ("label", "text", "same"),
    [
        ("Salmon Burger", "salmon  burger", True),
        ("$12", "$12", True),
        ("total", "$12", False),
        ("", "", False),
        ("dish", "", False),
        ("Total: 12", "Total 12", True),
        ("burger", "Salmon Burger with fries and a very long rest", False),
        ("鲑鱼", "鲑鱼", True),
        ("…", "…", True),
    ],
)
def test_what_repeats_a_text(label: str, text: str, same: bool) -> None:
    assert repeats(label, text) is same


def test_the_text_inside_of_a_rectangle() -> None:
    text = TextMap(page(line("Total 12", 100, 100), line("Cash", 100, 140), line("far", 100, 400)))
    assert text.text_in((90, 90, 310, 170)) == "Total 12\nCash"
    assert text.text_in((90, 90, 151, 130)) == "Total"
    assert text.text_in((500, 500, 600, 600)) == ""


def test_a_part_of_a_word_that_was_found_repeats_it_too(qtbot: QtBot) -> None:
    view = CanvasView(Theme())
    qtbot.addWidget(view)
    view.text_layer.set_page(page(line("Cheeseburger", 100, 100)))
    labels = RepeatingLabels(view.text_layer)
    assert labels.has(Box("burger", 148, 98, 206, 122, source="text"))
    assert not labels.has(Box("burger", 148, 98, 206, 122, source="model"))
    assert not labels.has(Box("bread", 148, 98, 206, 122, source="text"))


def test_a_label_that_repeats_the_text_shows_under_the_mouse(qtbot: QtBot) -> None:
    view = CanvasView(Theme())
    qtbot.addWidget(view)
    view.resize(1000, 800)
    model = BoxModel(view)
    model.insert(
        [
            Box("Total 12", 98, 98, 302, 122, source="text", id="found"),
            Box("sum", 98, 138, 302, 162, source="text", id="named"),
            Box("far", 98, 398, 302, 422, id="drawn"),
        ]
    )
    view.set_picture_rect(800, 600)
    view.set_boxes(model, None)
    with qtbot.waitExposed(view):
        view.show()
    layer = view.editor.scene.box_layer
    view.grab()
    assert set(layer.labelled()) == {"found", "named", "drawn"}
    view.text_layer.set_page(page(line("Total 12", 100, 100), line("Cash", 100, 140), line("far", 100, 400)))
    view.grab()
    assert set(layer.labelled()) == {"named", "drawn"}
    before = view.grab().toImage()
    QTest.mouseMove(view.viewport(), view.mapFromScene(200, 110))
    over = view.grab().toImage()
    above = view.mapFromScene(105, 90) + QPoint(0, 0)
    assert over.pixelColor(above) != before.pixelColor(above)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(200, 110))
    QTest.mouseMove(view.viewport(), view.mapFromScene(600, 500))
    assert view.grab().toImage().pixelColor(above) != before.pixelColor(above)
    view.editor.select_all()  # with several, they would cover each other's text again
    assert view.grab().toImage().pixelColor(above) == before.pixelColor(above)
    view.editor.select(())
    model.replace(Box("Total 13 euros", 98, 98, 302, 122, source="text", id="found"))
    view.grab()
    assert "found" in layer.labelled()
