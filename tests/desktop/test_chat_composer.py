"""Where questions are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from eyebox.batches.presets import built_in
from eyebox.chat.composer import Composer
from eyebox.chat.presets import LANGUAGES, in_order, presets
from eyebox.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    composer = Composer(Theme())
    qtbot.addWidget(composer)
    composer.resize(400, composer.sizeHint().height())
    composer.show()
    qtbot.waitExposed(composer)
    return composer


def paste(qtbot: QtBot, composer: Composer, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(composer.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_enter_sends_and_shift_enter_breaks_the_line(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(composer.edit, "one")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(composer.edit, "two")
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.edit, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert sent.args == ["one\ntwo", ()]


def test_nothing_but_space_is_not_sent(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(composer.edit, "  ")
    with qtbot.assertNotEmitted(composer.sent):
        qtbot.keyClick(composer.edit, Qt.Key.Key_Return)


def test_enter_belongs_to_the_input_method_while_it_composes(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(composer.edit, "a")
    QApplication.sendEvent(composer.edit, QInputMethodEvent("ni hao", []))
    with qtbot.assertNotEmitted(composer.sent):
        qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    commit = QInputMethodEvent("", [])
    commit.setCommitString("你好")
    QApplication.sendEvent(composer.edit, commit)
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    assert sent.args is not None
    assert "你好" in sent.args[0]


def test_it_grows_to_eight_lines_and_then_scrolls(composer: Composer) -> None:
    heights = []
    for lines in (1, 4, 8, 20):
        composer.set_draft("\n".join("x" * lines))
        heights.append(composer.edit.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]
    assert composer.edit.verticalScrollBar().maximum() > 0
    composer.set_draft("一行\nline\n三行")
    assert composer.edit.verticalScrollBar().maximum() == 0


def test_only_plain_text_is_pasted(qtbot: QtBot, composer: Composer) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    paste(qtbot, composer, data)
    assert composer.draft == "bold"


@pytest.mark.parametrize("text", ["x" * 100_000, "word " * 20_000, "中文" * 50_000, "line\n" * 20_000])
def test_a_huge_paste_arrives_whole(qtbot: QtBot, composer: Composer, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    paste(qtbot, composer, data)
    assert composer.draft == text


def test_pictures_are_pasted_and_dropped_as_signals(qtbot: QtBot, composer: Composer, tmp_path: Path) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    with qtbot.waitSignal(composer.edit.image_pasted) as pasted:
        paste(qtbot, composer, data)
    assert pasted.args is not None
    assert (pasted.args[0].width(), pasted.args[0].height()) == (4, 3)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.png")), QUrl("https://a.b/c.png")])
    where, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    keys = (files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(composer.edit.files_dropped) as dropped:
        QApplication.sendEvent(composer, QDragEnterEvent(where, copy, *keys))
        QApplication.sendEvent(composer, QDropEvent(where, copy, *keys))
    assert dropped.args == [[str(tmp_path / "a b.png")]]
    assert composer.draft == ""


def test_a_text_dropped_anywhere_on_the_composer_is_typed(composer: Composer) -> None:
    data = QMimeData()
    data.setText("what is this?")
    where, copy = QPoint(5, composer.height() - 2), Qt.DropAction.CopyAction
    keys = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(where, copy, *keys)
    QApplication.sendEvent(composer, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(composer, QDropEvent(where, copy, *keys))
    assert composer.draft == "what is this?"


def test_pictures_are_attached_once_and_taken_away(qtbot: QtBot, composer: Composer) -> None:
    for picture in ("a.png", "b.png", "a.png"):
        composer.attach(picture)
    assert composer.attached == ("a.png", "b.png")
    (remove,) = [
        b
        for b in composer.findChildren(QToolButton)
        if b.accessibleName() == "Remove a.png" and b.isVisible()
    ]
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert composer.attached == ("b.png",)
    composer.set_draft("what?")
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    assert sent.args == ["what?", ("b.png",)]


def test_a_draft_is_told_when_typed_but_not_when_restored(qtbot: QtBot, composer: Composer) -> None:
    with qtbot.assertNotEmitted(composer.draft_changed):
        composer.set_draft("half a ques")
    with qtbot.waitSignal(composer.draft_changed) as changed:
        qtbot.keyClicks(composer.edit, "t")
    assert changed.args == ["half a quest"]


def test_up_recalls_the_last_question_only_when_empty(qtbot: QtBot, composer: Composer) -> None:
    with qtbot.waitSignal(composer.edit.recalled):
        qtbot.keyClick(composer.edit, Qt.Key.Key_Up)
    composer.set_draft("x")
    with qtbot.assertNotEmitted(composer.edit.recalled):
        qtbot.keyClick(composer.edit, Qt.Key.Key_Up)


def test_a_preset_with_a_blank_selects_it(composer: Composer) -> None:
    preset = next(preset for preset in presets("en") if preset.id == "find")
    composer.use_preset(preset)
    assert composer.draft == "Find text"
    assert composer.edit.textCursor().selectedText() == "text"


def test_a_preset_is_added_to_what_is_typed(qtbot: QtBot, composer: Composer) -> None:
    composer.set_draft("Please:")
    with qtbot.assertNotEmitted(composer.sent):
        composer.use_preset(presets("en")[0])
    assert composer.draft == "Please:\n" + presets("en")[0].prompt


def test_presets_follow_language_and_model(composer: Composer) -> None:
    def chips() -> list[str]:
        return [chip.text() for chip in composer.presets.findChildren(QPushButton) if chip.isVisible()]

    assert chips()[0] == "Read everything"
    composer.presets.set_language("zh_CN")
    assert chips()[0] == "读取全部文字"
    composer.presets.set_reader(False)
    assert chips()[0] == "描述图片"
    titles = [action.text() for action in composer.presets.menu().actions() if action.data()]
    assert len(titles) == len(presets("zh"))


def test_all_languages_have_the_same_presets() -> None:
    english = presets("en")
    for language in LANGUAGES:
        assert [(p.id, p.needs_model, bool(p.blank)) for p in presets(language)] == [
            (p.id, p.needs_model, bool(p.blank)) for p in english
        ]
        assert all(preset.title and preset.blank in preset.prompt for preset in presets(language))
        assert language == "en" or not {p.title for p in presets(language)} & {p.title for p in english}
        assert len(built_in(language)) == len(built_in("en"))
    assert presets("fr") == english
    assert not in_order("en", reader=True)[0].needs_model
    assert in_order("en", reader=False)[0].needs_model


def test_the_first_letter_is_whole(composer: Composer) -> None:
    composer.set_draft("jjj")
    composer.edit.clearFocus()
    image = composer.edit.viewport().grab().toImage()
    ground = image.pixelColor(image.width() - 1, image.height() - 1)
    assert {image.pixelColor(0, y).name() for y in range(image.height())} == {ground.name()}
    assert any(
        image.pixelColor(x, y) != ground for x in range(1, image.width()) for y in range(image.height())
    )


def test_what_the_field_is_for_stays_on_one_line_however_narrow(qtbot: QtBot, composer: Composer) -> None:
    edit = composer.edit
    edit.set_hint("Ask about this picture, " * 20)
    for wide in (200, 300):
        composer.resize(wide, composer.height())
        qtbot.waitUntil(lambda: edit.width() < composer.width())
        shown = edit.placeholderText()
        assert shown.endswith("…") and shown.startswith("Ask")
        assert edit.fontMetrics().horizontalAdvance(shown) <= edit.viewport().width()
    edit.set_hint("Ask")
    assert edit.placeholderText() == "Ask"
