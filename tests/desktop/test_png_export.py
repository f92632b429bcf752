from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from boxes import make_box
from eyebox.canvas.png_export import render_annotated
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box


def blank(width: int, height: int, format: QImage.Format = QImage.Format.Format_RGB32) -> QImage:
    image = QImage(width, height, format)
    image.fill(QColor("#ffffff"))
    return image


def test_boxes_are_painted_at_the_picture_s_size_and_the_source_stays(qtbot: QtBot) -> None:
    theme, source = Theme(), blank(800, 600)
    box = make_box("dish", 200, 200, 300, 200)
    image = render_annotated(lambda: source, [box], theme)
    assert (image.width(), image.height()) == (800, 600)
    assert image.pixelColor(200, 300) == theme.label_color("dish")
    assert image.pixelColor(350, 300) == QColor("#ffffff")
    assert source == blank(800, 600)


def test_lines_grow_with_the_picture(qtbot: QtBot) -> None:
    theme = Theme()
    image = render_annotated(lambda: blank(5600, 600), [make_box("dish", 1000, 100, 500, 400)], theme)
    across = [image.pixelColor(x, 300) == theme.label_color("dish") for x in range(980, 1020)]
    assert sum(across) == 8


def test_chinese_labels_have_glyphs(qtbot: QtBot) -> None:
    theme = Theme()

    def tab(label: str) -> QImage:
        box = Box(label, 100, 100, 300, 200)
        return render_annotated(lambda: blank(400, 300), [box], theme).copy(100, 70, 60, 30)

    assert len({tab(label).bits().tobytes() for label in ("招牌", "收据", "米饭")}) == 3


def test_a_label_at_the_top_edge_hangs_inside(qtbot: QtBot) -> None:
    theme = Theme()
    image = render_annotated(lambda: blank(400, 300), [make_box("dish", 100, 0, 200, 100)], theme)
    assert sum(image.pixelColor(x, 6) == theme.label_color("dish") for x in range(100, 130)) > 5


def test_any_thread_will_do(qtbot: QtBot) -> None:
    theme, boxes = Theme(), [make_box("a", 10, 60), make_box("收据", 150, 60)]
    here = render_annotated(lambda: blank(400, 300), boxes, theme)
    with ThreadPoolExecutor(1) as pool:
        there = pool.submit(render_annotated, lambda: blank(400, 300), boxes, theme).result()
    assert there == here


def test_every_kind_of_shape(qtbot: QtBot) -> None:
    theme = Theme()
    square = ((50.0, 20.0), (90.0, 60.0), (50.0, 100.0), (10.0, 60.0))
    shapes = [
        Box("polygon", 10, 20, 90, 100, points=square, kind="polygon"),
        Box("circle", 110, 20, 190, 100, points=((150, 60), (190, 60)), kind="circle"),
        Box("line", 210, 20, 290, 100, points=((210, 20), (290, 100)), kind="line"),
        Box("point", 350, 60, 350, 60, points=((350, 60),), kind="point"),
    ]
    image = render_annotated(lambda: blank(400, 300), shapes, theme)
    for label, x, y in (("polygon", 30, 40), ("circle", 190, 60), ("line", 250, 60), ("point", 346, 60)):
        near = {image.pixelColor(x + dx, y + dy).name() for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
        assert theme.label_color(label).name() in near


def test_what_is_transparent_stays_so(qtbot: QtBot) -> None:
    source = QImage(400, 300, QImage.Format.Format_ARGB32)
    source.fill(QColor(0, 0, 0, 0))
    image = render_annotated(lambda: source, [make_box("dish", 200, 100, 100, 100)], Theme())
    assert image.pixelColor(20, 20).alpha() == 0
    assert image.pixelColor(200, 150) == Theme().label_color("dish")
