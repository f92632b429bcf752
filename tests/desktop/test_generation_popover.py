"""The card of a chat's settings: what a model can use, whose defaults they are, and how the card is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from eyebox.chat.generation_popover import AdapterChoice, GenerationPopover, Uses
from eyebox.theme import Theme
from eyebox_models.protocol.ask import Options


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(900, 800)
    QVBoxLayout(window)
    anchor = QToolButton(window)
    anchor.move(800, 40)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def opened(window, options=None, uses=None):
    popover = GenerationPopover(Theme(), options or Options(), uses or Uses("one"), window)
    popover.open_below(window.findChild(QToolButton))
    return popover


def test_the_checkpoints_own_numbers_are_shown(window):
    popover = opened(window, uses=Uses("one", defaults={"repetition_penalty": 1.05}))
    assert popover.rows["repetition_penalty"].control.placeholderText() == "1.05: the checkpoint's"
    assert popover.rows["max_new_tokens"].control.placeholderText() == "the checkpoint's own"


def test_a_model_that_takes_no_system_prompt_says_so(window):
    popover = opened(window, uses=Uses("Qwen-VL", takes_system=False))
    row = popover.rows["system"]
    assert not row.isEnabled() and "Qwen-VL only goes on with a text" in row.hint.text()
    assert row.control.accessibleDescription() == row.hint.text()
    assert popover.rows["temperature"].control.hasFocus()


def test_the_detail_of_pictures_is_chosen_and_reset(qtbot, window):
    popover = opened(window)
    row = popover.rows["detail"]
    choice = row.control
    assert choice.currentText() == "As the model wants" and not row.hint.text()
    choice.setFocus()
    with qtbot.waitSignal(popover.changed) as signal:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert signal.args[0].detail == "less"
    assert "never for boxes or text" in row.hint.text() and row.reset.isVisible()
    with qtbot.waitSignal(popover.changed) as signal:
        QTest.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert signal.args[0].detail == "full" and choice.currentIndex() == 0


def test_a_model_of_one_size_has_no_detail_to_choose(window):
    row = opened(window, uses=Uses("Qwen-VL", one_size=True)).rows["detail"]
    assert not row.isEnabled() and row.hint.text() == "Qwen-VL is shown all pictures at one size."


def test_a_stop_text_and_a_schema_together_are_warned_of(window):
    popover = opened(window, Options(schema="{}", stop=("END",)))
    assert "before its JSON is whole" in popover.rows["schema"].hint.text()
    assert "Edit the schema" in popover.rows["schema"].control.text()


def test_an_adapter_that_is_not_listed_is_shown_all_the_same(window):
    popover = opened(window, Options(adapter="/some/where/mine"))
    popover.set_adapters([AdapterChoice("/loras/a", "a")])
    choice = popover.rows["adapter"].control
    assert choice.currentText() == "mine" and choice.currentData() == "/some/where/mine"


def test_tab_goes_round_in_the_card_and_every_part_has_a_name(window, qapp):
    other = QToolButton(window)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    popover = opened(window)
    seen = []
    for _ in range(60):
        focus = window.focusWidget()
        assert focus is not None and popover.isAncestorOf(focus)
        assert focus.accessibleName() or getattr(focus, "text", str)()
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert popover.rows["adapter"].control in seen and popover.presets.choice in seen
    assert seen.index(popover.rows["temperature"].control) < seen.index(popover.rows["num_beams"].control)


@pytest.mark.parametrize("how", ["escape", "beside"])
def test_it_is_left_by_escape_and_by_a_click_beside(qtbot, window, how):
    popover = opened(window)
    with qtbot.waitSignal(popover.closed):
        if how == "escape":
            QTest.keyClick(popover.rows["system"].control, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(popover.card, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
            assert popover.isVisible()
            QTest.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_card_is_as_high_as_its_content(qtbot, window):
    popover = opened(window, uses=Uses())
    qtbot.waitUntil(lambda: popover.card.height() > 400)
    popover.close()


def test_a_small_window_scrolls_the_card(window):
    window.resize(500, 360)
    popover = opened(window)
    assert popover.card.geometry().bottom() <= window.height()
    assert popover.card.geometry().left() >= 0
