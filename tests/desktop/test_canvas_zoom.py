from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QUndoStack, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from eyebox.annotations.box_model import BoxModel
from eyebox.canvas.view import CanvasView
from eyebox.canvas.zoom_pill import ZoomPill
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

MIDDLE, NONE = Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton


@pytest.fixture
def view(qtbot: QtBot) -> CanvasView:
    theme = Theme()
    theme.set_motion(False)
    view = CanvasView(theme)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.set_picture_rect(4000, 3000)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


def wheel(
    view: CanvasView,
    at: QPoint,
    angle: QPoint,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    pixels: QPoint | None = None,
) -> None:
    place = QPointF(view.viewport().mapToGlobal(at))
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(QPointF(at), place, pixels or QPoint(), angle, NONE, keys, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def test_a_picture_is_fitted_and_stays_so_until_zoomed(view: CanvasView) -> None:
    assert view.visible_rect().contains(0, 0)
    assert view.visible_rect().contains(4000, 3000)
    before = view.zoom
    view.resize(500, 400)
    assert view.zoom < before
    assert view.visible_rect().contains(4000, 3000)
    view.set_zoom(0.5)
    view.resize(1000, 800)
    assert view.zoom == 0.5
    assert not view.is_fitted


def test_a_small_picture_is_not_enlarged_unless_asked_for(view: CanvasView) -> None:
    view.set_picture_rect(100, 80)
    assert view.zoom == 1
    view.fit()
    assert view.zoom == 8
    assert view.visible_rect().contains(100, 80)


@pytest.mark.parametrize("size", [(1, 1), (1080, 30000), (20000, 10000)])
def test_any_size_fits_and_centres(view: CanvasView, size: tuple[int, int]) -> None:
    view.set_picture_rect(*size)
    if size == (1080, 30000):  # a long one is shown by its width at first
        view.fit()
    seen = view.visible_rect()
    assert seen.contains(0, 0)
    assert seen.contains(*size)
    assert seen.center().x() == pytest.approx(size[0] / 2, abs=2 / view.pixel_scale)
    assert seen.center().y() == pytest.approx(size[1] / 2, abs=2 / view.pixel_scale)


def test_the_wheel_zooms_to_the_cursor(view: CanvasView) -> None:
    view.set_zoom(0.5)
    at = QPoint(300, 250)
    before = view.to_scene(QPointF(at))
    zooms = QSignalSpy(view.zoom_changed)
    for _ in range(3):
        wheel(view, at, QPoint(0, 120))
    after = view.to_scene(QPointF(at))
    assert view.zoom > 0.8
    assert zooms.count() == 3
    assert abs(after.x() - before.x()) < 3
    assert abs(after.y() - before.y()) < 3


def test_zoom_has_ends(view: CanvasView) -> None:
    for _ in range(80):
        wheel(view, QPoint(500, 400), QPoint(0, 480))
    assert view.zoom == 64
    for _ in range(80):
        wheel(view, QPoint(500, 400), QPoint(0, -480))
    assert view.zoom * 4000 == pytest.approx(24)


def test_a_touchpad_pans_and_zooms_with_control(view: CanvasView) -> None:
    view.set_zoom(1)
    before = view.visible_rect()
    wheel(view, QPoint(500, 400), QPoint(0, -40), pixels=QPoint(0, -40))
    assert view.zoom == 1
    assert view.visible_rect().top() == pytest.approx(before.top() + 40)
    wheel(view, QPoint(500, 400), QPoint(0, 40), Qt.KeyboardModifier.ControlModifier, pixels=QPoint(0, 40))
    assert view.zoom > 1


def test_shift_and_alt_wheel_scroll(view: CanvasView) -> None:
    view.set_zoom(1)
    before = view.visible_rect()
    wheel(view, QPoint(500, 400), QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    wheel(view, QPoint(500, 400), QPoint(0, -120), Qt.KeyboardModifier.AltModifier)
    assert view.visible_rect().topLeft() == before.topLeft() + QPointF(60, 60)


def test_the_middle_button_pans_and_the_pill_steps_aside(view: CanvasView, qtbot: QtBot) -> None:
    view.set_zoom(1)
    before = view.visible_rect()
    pill = view.findChild(ZoomPill)
    QTest.mousePress(view.viewport(), MIDDLE, pos=QPoint(500, 400))
    QTest.mouseMove(view.viewport(), QPoint(450, 430))
    assert not pill.isVisible()
    QTest.mouseRelease(view.viewport(), MIDDLE, pos=QPoint(450, 430))
    assert view.visible_rect().topLeft() == before.topLeft() + QPointF(50, -30)
    qtbot.waitUntil(pill.isVisible)


def test_space_and_drag_pan(view: CanvasView) -> None:
    view.set_zoom(1)
    before = view.visible_rect()
    QTest.keyPress(view, Qt.Key.Key_Space)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 400))
    QTest.mouseMove(view.viewport(), QPoint(480, 400))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(480, 400))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert view.visible_rect().left() == before.left() + 20
    assert not view.is_panning


def test_the_pill_shows_and_changes_the_zoom(view: CanvasView) -> None:
    pill = view.findChild(ZoomPill)
    assert pill.isVisible()
    buttons = {button.accessibleName(): button for button in pill.findChildren(QToolButton)}
    assert all(button.toolTip() for button in buttons.values())
    QTest.mouseClick(buttons["Actual size"], Qt.MouseButton.LeftButton)
    assert view.zoom == 1
    QTest.mouseClick(buttons["Zoom in"], Qt.MouseButton.LeftButton)
    assert view.zoom == 1.25
    QTest.mouseClick(buttons["Zoom out"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(buttons["Fit the window"], Qt.MouseButton.LeftButton)
    assert view.is_fitted


def test_centring_on_a_box_at_once_without_motion_and_gliding_with_it(qtbot: QtBot) -> None:
    theme = Theme()
    view = CanvasView(theme)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.set_picture_rect(4000, 3000)
    view.set_zoom(2)
    theme.set_motion(False)
    view.center_on_box(Box("a", 1000, 1000, 1100, 1040))
    assert (view.visible_rect().center() - QPointF(1050, 1020)).manhattanLength() < 2
    theme.set_motion(True)
    view.center_on_box(Box("b", 3000, 2000, 3100, 2040))
    qtbot.waitUntil(lambda: (view.visible_rect().center() - QPointF(3050, 2020)).manhattanLength() < 2)


def test_what_is_seen_after_scrolling_is_what_a_fresh_painting_shows(view: CanvasView, qtbot: QtBot) -> None:
    model, stack = BoxModel(view), QUndoStack(view)
    places = [(x, y) for x in range(0, 3800, 210) for y in range(0, 2900, 140)]
    model.insert([Box(f"label {x}", x, y, x + 150, y + 90) for x, y in places])
    view.set_boxes(model, stack)
    view.set_zoom(0.7)
    view.panned.emit()
    view.findChild(ZoomPill)._back.stop()  # its buttons stay away, however long this takes
    QApplication.processEvents()
    for dx, dy in ((37, 0), (0, -53), (41, 29), (-300, -200)):
        view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + dx)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + dy)
        QApplication.processEvents()
    handle = view.window().windowHandle()
    shown = handle.screen().grabWindow(view.winId()).toImage()
    view.viewport().update()
    QApplication.processEvents()
    fresh = handle.screen().grabWindow(view.winId()).toImage()
    assert len({shown.pixel(x, y) for x in range(0, 300, 7) for y in range(0, 300, 7)}) > 2
    assert shown == fresh


def test_a_long_picture_is_shown_by_its_width_from_its_top(view: CanvasView) -> None:
    view.set_picture_rect(1080, 12_000)
    seen = view.visible_rect()
    assert view.zoom == pytest.approx(968 / 1080) and not view.is_fitted
    assert -25 < seen.top() < 0 and seen.left() < 0 and seen.right() > 1080
    view.resize(600, 700)
    assert view.zoom == pytest.approx(568 / 1080) and abs(view.visible_rect().top() * view.zoom + 16) < 2
    wheel(view, QPoint(300, 300), QPoint(0, -240), Qt.KeyboardModifier.AltModifier)
    top = view.visible_rect().top()
    view.resize(620, 700)
    assert abs(view.visible_rect().top() - top) < 20
    view.fit()
    assert view.is_fitted and view.visible_rect().contains(0, 12_000)


@pytest.mark.parametrize("size", [(4000, 6000), (1080, 2400), (200, 600), (12_000, 900)])
def test_other_pictures_are_shown_whole(view: CanvasView, size: tuple[int, int]) -> None:
    view.set_picture_rect(*size)
    assert view.is_fitted


def test_fitting_the_width(view: CanvasView) -> None:
    view.set_picture_rect(400, 3000)
    view.fit_width()
    assert view.zoom == pytest.approx(968 / 400)
    assert abs(view.visible_rect().center().x() - 200) < 1


def test_small_text_is_enlarged_where_it_is(view: CanvasView) -> None:
    view.show_text(QRectF(3000, 2000, 200, 20), 20)
    assert 20 * view.pixel_scale == pytest.approx(14)
    assert (view.visible_rect().center() - QPointF(3100, 2010)).manhattanLength() < 4
    before = view.visible_rect()
    view.show_text(QRectF(3010, 2040, 200, 20), 20)
    assert view.visible_rect() == before
    view.show_text(QRectF(100, 100, 200, 40), 40)
    assert 20 * view.pixel_scale == pytest.approx(14) and view.visible_rect().contains(100, 100)


def test_a_zoom_is_chosen_or_typed(qtbot: QtBot, view: CanvasView) -> None:
    pill = view.findChild(ZoomPill)
    percent = next(b for b in pill.findChildren(QToolButton) if b.accessibleName() == "Zoom in percent")

    def choose(text: str) -> None:
        QTest.mouseClick(percent, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entries = {action.text().split("\t")[0]: action for action in menu.actions()}
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entries[text]).center())

    choose("200 %")
    assert view.zoom == 2 and percent.text() == "200 %"
    choose("Fit the width")
    assert view.zoom == pytest.approx(968 / 4000)
    choose("Other…")
    field = pill.findChild(QLineEdit)
    assert field.hasFocus() and field.selectedText() == "24"
    QTest.keyClicks(field, "37,5 %")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view.zoom == 0.375 and view.hasFocus()
    view.zoom_to()
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    choose("Other…")
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert view.zoom == 0.375 and not field.isVisible()


def test_a_box_is_shown_with_what_is_around_it(view: CanvasView) -> None:
    far, near = QRectF(3600, 2700, 200, 100), QRectF(3620, 2740, 200, 100)
    view.zoom_to_box(far)
    seen = view.visible_rect()
    assert seen.contains(far.adjusted(-200, -100, 200, 100)) and seen.width() < 1600
    zoom = view.zoom
    view.zoom_to_box(near)
    assert view.visible_rect() == seen  # it is seen well already
    view.zoom_to_box(QRectF(100, 100, 200, 100))
    assert view.zoom == zoom and view.visible_rect().contains(QRectF(100, 100, 200, 100))
    view.zoom_to_box(QRectF(0, 0, 4000, 3000))
    assert view.visible_rect().contains(QRectF(0, 0, 4000, 3000))
    view.zoom_to_box(QRectF(2000, 1500, 4, 4))
    assert view.pixel_scale == 4


def test_a_box_is_in_sight_before_the_view_glides_to_it(qtbot: QtBot) -> None:
    theme = Theme()
    theme.set_motion(True)
    view = CanvasView(theme)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.set_picture_rect(4000, 3000)
    view.show()
    first, second = QRectF(100, 100, 200, 100), QRectF(3600, 2700, 200, 100)
    view.zoom_to_box(first)
    qtbot.waitUntil(lambda: view.visible_rect().width() < 1600)
    view.zoom_to_box(second)
    assert view.visible_rect().contains(second)
    qtbot.waitUntil(lambda: view.visible_rect().width() < 1600 and view.visible_rect().contains(second))
