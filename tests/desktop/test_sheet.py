"""The contact sheet as a widget: walked and marked by keys and clicks, read out, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from eyebox.crop_images import CropImage, CropOf
from eyebox.review.sheet import Sheet, SheetPage
from eyebox.review.sheet_crop import SheetItem
from eyebox.theme import Theme

Key = Qt.Key


class Told:
    """A sheet with 24 boxes of a label, and what it tells."""

    def __init__(self, qtbot: QtBot) -> None:
        self.images: dict[CropOf, CropImage] = {}
        self.problems: dict[CropOf, str] = {}
        self.is_cold = False
        self.sheet = Sheet(Theme(), self.image_of, lambda crop: self.problems.get(crop, ""))
        qtbot.addWidget(self.sheet)
        self.decided: list[dict[int, str]] = []
        self.turned: list[int] = []
        self.escaped: list[bool] = []
        self.passed: list[bool] = []
        self.resized: list[int] = []
        self.chosen: list[str] = []
        self.sheet.decided.connect(self.decided.append)
        self.sheet.turned.connect(self.turned.append)
        self.sheet.escaped.connect(lambda: self.escaped.append(True))
        self.sheet.passed.connect(lambda: self.passed.append(True))
        self.sheet.resized.connect(self.resized.append)
        self.sheet.label_chosen.connect(self.chosen.append)
        self.sheet.resize(880, 640)
        self.sheet.set_labels([("person", 24), ("car", 3)], 27)
        self.show(items_of(24))
        self.sheet.show()
        qtbot.waitExposed(self.sheet)
        self.sheet.setFocus()

    def image_of(self, crop: CropOf) -> CropImage | None:
        if self.is_cold or crop in self.problems:
            return None
        return self.images.get(crop) or CropImage(QImage(8, 8, QImage.Format.Format_RGB32), (0, 0, 50, 50))

    def show(self, items: tuple[SheetItem, ...], page: int = 0, current: int | None = None) -> None:
        self.sheet.show_page(SheetPage("person", items, page, 2, len(items), 48), current)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.sheet.view, key)

    def row(self) -> int:
        return self.sheet.view.currentIndex().row()


def items_of(count: int, first: int = 0, verdict: str = "") -> tuple[SheetItem, ...]:
    return tuple(
        SheetItem(
            first + n, f"p{n % 5}", f"{n % 5}.jpg", (10 + n, 10, 40 + n, 40), "person", 0.9 - n / 100, verdict
        )
        for n in range(count)
    )


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[Told]:
    yield Told(qtbot)


def test_arrows_walk_x_marks_and_enter_decides_the_page(told: Told) -> None:
    columns = told.sheet.view.columns()
    assert 24 % columns == 0 and not told.sheet.view.verticalScrollBar().isVisible()
    told.press(Key.Key_Right, Key.Key_X)
    told.press(Key.Key_Down, Key.Key_X, Key.Key_X)
    assert told.row() == 1 + columns
    told.press(Key.Key_End, Key.Key_Right, Key.Key_X)
    assert told.row() == 23
    told.press(Key.Key_Home, Key.Key_Left, Key.Key_Up)
    assert told.row() == 0
    told.press(*[Key.Key_Right] * columns)
    assert told.row() == columns  # from the end of a line to the beginning of the next one
    told.press(Key.Key_Return)
    verdicts = dict.fromkeys(range(24), "accepted") | {1: "rejected", 23: "rejected"}
    assert told.decided == [verdicts]


def test_all_are_marked_at_once(told: Told) -> None:
    told.show((*items_of(3), *items_of(2, 3, "accepted")))
    told.press(Key.Key_X)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(told.sheet.view, Key.Key_X, shift)
    assert told.sheet.view.sheet.marks == dict.fromkeys(range(3), "rejected")
    told.press(Key.Key_X)
    QTest.keyClick(told.sheet.view, Key.Key_X, shift)
    QTest.keyClick(told.sheet.view, Key.Key_X, shift)
    assert not told.sheet.view.sheet.marks
    QTest.keyClick(told.sheet.view, Key.Key_X, shift)
    told.press(Key.Key_Return)
    assert told.decided == [dict.fromkeys(range(3), "rejected")]


def test_clicks_mark_and_a_double_click_opens(told: Told) -> None:
    view = told.sheet.view
    places = [view.visualRect(view.sheet.index(row)).center() for row in range(3)]
    for at in places[:2]:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    assert view.sheet.marks == {1: "rejected"}
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places[2])
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places[2])
    assert view.sheet.marks == {1: "rejected"} and told.sheet.opened.isVisible()
    QTest.mouseClick(told.sheet.opened, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert not told.sheet.opened.isVisible() and view.sheet.marks == {1: "rejected"}
    QTest.mouseClick(told.sheet.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert told.decided == [dict.fromkeys(range(24), "accepted") | {1: "rejected"}]


def test_a_crop_opens_in_place_and_is_wanted_first(told: Told) -> None:
    told.press(Key.Key_Right, Key.Key_Z)
    opened = told.sheet.opened
    assert opened.isVisible() and told.sheet.wanted()[0] == opened.crop
    assert opened.crop is not None and (opened.crop.picture, opened.crop.context) == ("p1", 1.0)
    told.press(Key.Key_Right, Key.Key_X)
    assert opened.crop.picture == "p2" and told.sheet.view.sheet.marks == {2: "rejected"}
    told.press(Key.Key_Return)  # closes what is opened and decides nothing
    assert not opened.isVisible() and not told.decided
    told.press(Key.Key_Z)
    told.press(Key.Key_Escape)
    assert not opened.isVisible() and not told.escaped
    told.press(Key.Key_Escape)
    assert told.escaped == [True]


def test_what_was_not_seen_is_not_accepted(told: Told) -> None:
    told.is_cold = True
    told.sheet.refresh()
    button = told.sheet.findChild(QPushButton)
    assert button.text() == "Loading: 24" and not button.isEnabled()
    told.press(Key.Key_X, Key.Key_Return)
    assert not told.decided and told.sheet.view.sheet.marks == {0: "rejected"}
    told.is_cold = False
    wanted = told.sheet.wanted()
    told.images[wanted[3]] = CropImage(QImage(), (0, 0, 0, 0))
    told.problems |= {wanted[4]: "It is gone.", wanted[5]: "It is gone."}
    told.sheet.refresh()
    told.sheet.view.choose(5)
    told.press(Key.Key_X)
    assert button.text() == "Accept: 20 · Reject: 2 · Not seen: 2" and button.isEnabled()
    told.press(Key.Key_Return)
    verdicts = dict.fromkeys(range(24), "accepted") | {0: "rejected", 5: "rejected"}
    assert told.decided == [{number: verdict for number, verdict in verdicts.items() if number not in (3, 4)}]


def test_what_was_judged_before_stays_unless_it_is_marked(told: Told) -> None:
    items = (*items_of(2, 0, "fixed"), *items_of(2, 2, "rejected"), *items_of(2, 4))
    told.show(items)
    told.press(Key.Key_Home, Key.Key_X, Key.Key_Right, Key.Key_X, Key.Key_X, Key.Key_Right, Key.Key_X)
    told.press(Key.Key_Return)
    assert told.decided == [{0: "rejected", 2: "accepted", 4: "accepted", 5: "accepted"}]
    told.show(items_of(2, 0, "accepted"))
    told.press(Key.Key_Return)  # nothing is left to decide
    assert told.passed == [True] and len(told.decided) == 1


def test_pages_labels_and_sizes_are_asked_for(told: Told) -> None:
    told.press(Key.Key_PageDown, Key.Key_PageUp, Key.Key_Plus, Key.Key_Minus, Key.Key_Minus, Key.Key_Minus)
    assert told.turned == [1, -1] and told.resized == [20, 24, 30, 40]
    box = told.sheet.findChild(QComboBox)
    texts = ["All labels · 27", "person · 24", "car · 3"]
    assert [box.itemText(n) for n in range(box.count())] == texts and box.currentIndex() == 1
    for row in (2, 0):
        box.activated.emit(row)
    assert told.chosen == ["car", None]
    told.sheet.set_labels([("person", 0), ("car", 3)], 3)
    assert [box.itemText(n) for n in range(box.count())] == ["All labels · 3", "person ✓", "car · 3"]
    told.sheet.show_page(SheetPage(None, items_of(3)))
    assert box.currentIndex() == 0 and told.sheet.view.shows_labels
    told.sheet.show_page(SheetPage(None))
    assert any("Nothing waits" in each.text() for each in told.sheet.findChildren(QLabel))
    told.press(Key.Key_Return)
    assert not told.decided


def test_it_is_read_out(told: Told) -> None:
    told.press(Key.Key_Right, Key.Key_X)
    table = QAccessible.queryAccessibleInterface(told.sheet.view)
    assert "Page 1 of 2" in table.text(QAccessible.Text.Name) and "person" in table.text(
        QAccessible.Text.Name
    )
    texts = [table.child(n).text(QAccessible.Text.Name) for n in range(3)]
    assert texts[0] == "person, 0.90, 0.jpg, 1 of 24"
    assert texts[1] == "person, wrong, 0.89, 1.jpg, 2 of 24"


def test_the_page_stays_where_it_is_when_its_boxes_change(told: Told) -> None:
    told.press(Key.Key_Right, Key.Key_Right, Key.Key_X)
    changed = list(items_of(24))
    changed[5] = SheetItem(5, "p0", "0.jpg", (11, 10, 44, 40), "person", 0.85)
    told.show(tuple(changed))
    assert told.row() == 2 and told.sheet.view.sheet.marks == {2: "rejected"}
    told.press(Key.Key_Z)
    told.show((*changed[1:], SheetItem(24, "p1", "1.jpg", (9, 9, 40, 40), "person", 0.1)))
    assert (
        told.row() == 1 and told.sheet.view.sheet.marks == {2: "rejected"} and told.sheet.opened.isVisible()
    )
    told.show(items_of(24, 200))
    assert told.row() == 0 and not told.sheet.opened.isVisible()
    told.show(items_of(24, 100), 1, current=103)
    assert told.row() == 3 and not told.sheet.view.sheet.marks


def test_crops_and_why_there_are_none_are_painted(told: Told, qtbot: QtBot) -> None:
    before = told.sheet.grab().toImage()
    crops = told.sheet.wanted()
    image = QImage(64, 32, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF00)
    told.images[crops[0]] = CropImage(image, (0, 0, 64, 32))
    told.images[crops[1]] = CropImage(QImage(), (0, 0, 0, 0))
    told.problems[crops[2]] = "“a_very_long_name_without_any_place_to_break_it.jpg” is not there any more."
    told.sheet.refresh()
    after = told.sheet.grab().toImage()
    assert after != before
    at = told.sheet.view.visualRect(told.sheet.view.sheet.index(0)).center()
    ratio = after.devicePixelRatio()
    where = told.sheet.view.viewport().mapTo(told.sheet, at) * ratio
    assert after.pixelColor(where).name() == "#00ff00"
    told.press(Key.Key_Z)
    assert told.sheet.opened.grab().toImage().size().width() > 400  # painted from the small one meanwhile
