"""The palette finds actions by letters and runs them; the shortcuts page lists them all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from eyebox.palette import CommandPalette, match
from eyebox.shortcut_rows import ShortcutRow
from eyebox.shortcuts_page import ShortcutsPage
from eyebox.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAMES = {
    "open": ("&Open pictures…", "Ctrl+O"),
    "copy_page": ("Copy all text", "Ctrl+Shift+C"),
    "zoom_in": ("Zoom in", "Ctrl++"),
    "capture": ("截取屏幕区域", "Ctrl+Shift+S"),
    "undo": ("Undo", "Ctrl+Z"),
}


class Bench:
    """A window with a field, some actions and a palette over it."""

    def __init__(self, qtbot, qapp) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(800, 600)
        self.elsewhere = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.elsewhere)
        self.theme = Theme(qapp)
        self.palette = CommandPalette(self.theme, self.window)
        self.actions = []
        for name, (text, keys) in NAMES.items():
            action = QAction(text, self.window)
            action.setObjectName(name)
            action.setShortcut(keys)
            self.actions.append(action)
        self.window.show()
        self.window.activateWindow()
        self.elsewhere.setFocus()
        self.palette.open(self.actions)

    @property
    def field(self) -> QLineEdit:
        return self.palette.findChild(QLineEdit)

    @property
    def rows(self) -> list[str]:
        rows = self.palette.findChild(QListWidget)
        return [rows.item(index).text() for index in range(rows.count())]

    def type(self, text: str) -> None:
        self.field.clear()
        self.qtbot.keyClicks(self.field, text)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.field, key)


@pytest.fixture
def bench(qtbot, qapp) -> Bench:
    return Bench(qtbot, qapp)


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        ("", "Open", ()),
        ("op", "Open", (0, 1)),
        ("OPE", "Réopen open", (7, 8, 9)),
        ("cafe", "Café", (0, 1, 2, 3)),
        ("ａｌｌ", "Copy all", (5, 6, 7)),
        ("zi", "Zoom in", (0, 5)),
        ("zoomin", "Zoom in", (0, 1, 2, 3, 5, 6)),
        ("屏幕", "截取屏幕区域", (2, 3)),
    ],
)
def test_letters_are_found(query: str, text: str, places: tuple[int, ...]) -> None:
    found = match(query, text)
    assert found is not None
    assert found[1] == places


def test_closer_finds_cost_less() -> None:
    texts = ["Capture", "Screen capture", "Recapture", "Copy a text to read up"]
    costs = [found[0] for found in (match("capt", text) for text in texts[:3]) if found]
    assert costs == sorted(set(costs))
    scattered = match("capt", "copy and paste")
    assert scattered is not None
    assert scattered[0] > costs[-1]
    assert match("xyz", "Open") is None
    assert match("nepo", "Open") is None


def test_all_actions_are_listed_by_name(bench: Bench) -> None:
    assert bench.rows == ["Open pictures…", "Copy all text", "Zoom in", "截取屏幕区域", "Undo"]
    assert bench.field.hasFocus()


def test_enter_runs_and_gives_the_focus_back(bench: Bench, qtbot) -> None:
    bench.type("unod")
    assert bench.rows == []
    bench.type("udo")
    assert bench.rows == ["Undo"]
    with qtbot.waitSignal(bench.actions[4].triggered):
        bench.press(Qt.Key.Key_Return)
    assert bench.palette.isHidden()
    assert bench.elsewhere.hasFocus()


def test_recently_run_actions_come_first(bench: Bench, qtbot) -> None:
    with qtbot.waitSignal(bench.actions[2].triggered):
        bench.type("zoom")
        bench.press(Qt.Key.Key_Return)
    bench.palette.open(bench.actions)
    assert bench.rows[:2] == ["Zoom in", "Open pictures…"]
    assert bench.palette.recent == ["zoom_in"]


def test_arrows_skip_what_cannot_run(bench: Bench, qtbot) -> None:
    bench.palette.dismiss()
    bench.actions[0].setEnabled(False)
    bench.palette.open(bench.actions)
    assert bench.rows[-1] == "Open pictures…"
    bench.press(Qt.Key.Key_Up)
    with qtbot.waitSignal(bench.actions[4].triggered), qtbot.assertNotEmitted(bench.actions[0].triggered):
        bench.press(Qt.Key.Key_Return)


def test_escape_and_a_click_beside_it_close(bench: Bench, qtbot) -> None:
    bench.press(Qt.Key.Key_Escape)
    assert bench.palette.isHidden()
    assert bench.elsewhere.hasFocus()
    bench.palette.open(bench.actions)
    qtbot.mouseClick(bench.palette, Qt.MouseButton.LeftButton, pos=bench.palette.rect().bottomLeft())
    assert bench.palette.isHidden()


def test_it_covers_a_window_that_grows(bench: Bench, qtbot) -> None:
    bench.window.resize(1000, 700)
    qtbot.waitUntil(lambda: bench.palette.size() == bench.window.size())


def test_the_shortcuts_page_finds_names_and_keys(bench: Bench, qtbot) -> None:
    groups = {"File": [bench.actions[0], None, bench.actions[3]], "Edit": [bench.actions[4]]}
    defaults = {name: (keys,) for name, (_text, keys) in NAMES.items()}
    page = ShortcutsPage(
        groups, defaults, bench.theme, extra={"Mouse": [("Pan", ["Space", "Middle button"])]}
    )
    qtbot.addWidget(page)
    page.show()

    def shown() -> list[str]:
        return [row.name for row in page.findChildren(ShortcutRow) if row.isVisible()]

    assert shown() == ["Open pictures…", "截取屏幕区域", "Undo", "Pan"]
    field = page.findChild(QLineEdit)
    field.setText("ctrl+z")
    assert shown() == ["Undo"]
    field.setText("middle")
    assert shown() == ["Pan"]
    field.setText("截取")
    assert shown() == ["截取屏幕区域"]
    field.setText("file open")
    assert shown() == ["Open pictures…"]
