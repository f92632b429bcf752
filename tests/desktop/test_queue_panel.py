"""The queue panel, used by mouse and by keyboard, on lanes whose engines wait for ever."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QToolButton, QWidget

from engines import HELLO, engine_of
from eyebox.jobs.lane import Lane
from eyebox.theme import Theme
from eyebox.window.queue_panel import QueuePanel
from eyebox_models.protocol.requests import Unload

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DEAF = engine_of(f"say({HELLO!r})\nfor line in sys.stdin: pass")


@pytest.fixture
def theme(qapp):
    return Theme()


@pytest.fixture
def lanes(qtbot, tmp_path):
    lanes = [Lane(role, tmp_path / role, DEAF) for role in ("reader", "model")]
    yield lanes
    for lane in lanes:
        lane.close()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def anchor(window):
    anchor = QPushButton("queue", window)
    anchor.setGeometry(600, 574, 160, 26)
    return anchor


@pytest.fixture
def panel(qtbot, lanes, theme, window, anchor):
    panel = QueuePanel(lanes, theme, window)
    window.show()
    window.activateWindow()
    anchor.setFocus()
    return panel


def filled(lane, *titles, quiet=False):
    """Jobs that go on stopping until they have been looked at."""
    return [lane.submit(Unload(), title, quiet=quiet, patience=60_000) for title in titles]


def rows(panel):
    """What the rows say, from top to bottom."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    found = [row for row in panel.findChildren(QWidget, "row") if row.isVisible()]
    return [row.accessibleName() for row in sorted(found, key=lambda row: row.y())]


def button(panel, name):
    return next(b for b in panel.findChildren(QToolButton) if b.accessibleName() == name)


def row(panel, title):
    return next(r for r in panel.findChildren(QWidget, "row") if r.accessibleName().startswith(f"{title},"))


def test_the_jobs_of_all_lanes_are_listed(qtbot, panel, lanes, anchor):
    filled(lanes[0], "Read a", "Read b")
    filled(lanes[0], "Thumbnail", quiet=True)
    filled(lanes[1], "Ask")
    panel.show_above(anchor)
    assert rows(panel) == ["Read a, Running", "Read b, Waiting", "Ask, Running"]
    filled(lanes[1], "Ask more")
    qtbot.waitUntil(lambda: rows(panel)[-1] == "Ask more, Waiting")


def test_a_job_is_stopped_by_its_button(qtbot, panel, lanes, anchor):
    filled(lanes[0], "a", "b")
    panel.show_above(anchor)
    qtbot.waitUntil(lambda: bool(lanes[0]._engine._sent))  # what the engine does not have yet ends at once
    qtbot.mouseClick(button(panel, "Stop: b"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(panel) == ["a, Running"])
    qtbot.mouseClick(button(panel, "Stop: a"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(panel) == ["a, Stopping"])
    assert not button(panel, "Stop: a").isEnabled()


def test_waiting_jobs_change_places(qtbot, panel, lanes, anchor):
    _a, b, c, d = filled(lanes[0], "a", "b", "c", "d")
    panel.show_above(anchor)
    assert not button(panel, "Earlier: b").isEnabled()
    assert not button(panel, "Later: d").isEnabled()
    qtbot.mouseClick(button(panel, "Earlier: d"), Qt.MouseButton.LeftButton)
    assert lanes[0].waiting() == (b, d, c)
    qtbot.keyClick(row(panel, "b"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert lanes[0].waiting() == (d, b, c)
    assert rows(panel) == ["a, Running", "d, Waiting", "b, Waiting", "c, Waiting"]


def test_a_move_steps_over_jobs_that_are_not_shown(qtbot, panel, lanes, anchor):
    filled(lanes[0], "a")
    (b,) = filled(lanes[0], "b")
    (quiet,) = filled(lanes[0], "Thumbnail", quiet=True)
    (c,) = filled(lanes[0], "c")
    panel.show_above(anchor)
    qtbot.mouseClick(button(panel, "Later: b"), Qt.MouseButton.LeftButton)
    assert lanes[0].waiting() == (quiet, c, b)


def test_the_keyboard_reaches_and_stops_every_job(qtbot, panel, lanes, anchor, window):
    filled(lanes[0], "a", "b", "c")
    panel.show_above(anchor)
    qtbot.waitUntil(lambda: window.focusWidget() is row(panel, "a"))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget() is row(panel, "b")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows(panel) == ["a, Running", "c, Waiting"])
    assert window.focusWidget() is row(panel, "c")


def test_stop_all_empties_the_queue(qtbot, panel, lanes, anchor):
    filled(lanes[0], "a", "b")
    filled(lanes[1], "c")
    panel.show_above(anchor)
    stop_all = panel.findChild(QPushButton)
    assert stop_all.text() == "Stop all"
    stop_all.click()
    panel.refresh()  # at once: they may have stopped when the event loop has its turn
    assert rows(panel) == ["a, Stopping", "c, Stopping"]


def test_an_empty_queue_says_so(panel, anchor):
    panel.show_above(anchor)
    assert rows(panel) == []
    assert not panel.findChild(QPushButton).isEnabled()
    assert any(
        "Nothing runs" in label.text() for label in panel.findChildren(QWidget) if hasattr(label, "text")
    )


def test_a_long_queue_is_cut(qtbot, panel, lanes, anchor):
    filled(lanes[0], *(str(n) for n in range(130)))
    panel.show_above(anchor)
    assert len(rows(panel)) == 100
    assert any(
        "30" in label.text()
        for label in panel.findChildren(QWidget)
        if hasattr(label, "text") and "more" in label.text()
    )


def test_it_opens_above_its_button_inside_the_window(qtbot, panel, lanes, anchor, window):
    filled(lanes[0], "a", "b")
    panel.show_above(anchor)
    card = panel.findChild(QFrame)
    assert card.geometry().bottom() < anchor.geometry().top()
    assert card.geometry().right() == anchor.geometry().right()
    filled(lanes[0], *(str(n) for n in range(20)))
    qtbot.waitUntil(lambda: len(rows(panel)) == 22)
    assert card.geometry().bottom() < anchor.geometry().top()
    assert panel.rect().contains(card.geometry())


def test_escape_a_click_beside_it_and_a_new_size_close_it(qtbot, panel, lanes, anchor, window):
    filled(lanes[0], "a")
    panel.show_above(anchor)
    qtbot.waitUntil(lambda: window.focusWidget() is row(panel, "a"))
    qtbot.keyClick(row(panel, "a"), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.focusWidget() is anchor
    panel.show_above(anchor)
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not panel.isVisible()
    panel.show_above(anchor)
    window.resize(700, 500)
    assert not panel.isVisible()
