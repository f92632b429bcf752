"""A chat pane: what the user does comes out as signals, what the window tells is shown."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from chat_turns import answer, chat_of, found, phrase_rects, question
from eyebox.chat.answer_view import AnswerView
from eyebox.chat.body import MessageBody
from eyebox.chat.chips import ChipRow, PictureChip
from eyebox.chat.pane import ChatPane, Question
from eyebox.chat.presets import Welcome
from eyebox.chat.question_view import QuestionView
from eyebox.session.conversation import Conversation
from eyebox.theme import Theme
from eyebox_models.protocol.events import Answer, ImageInfo, Progress

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pane(qtbot: QtBot) -> ChatPane:
    pane = ChatPane(Theme())
    qtbot.addWidget(pane)
    pane.resize(400, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def visible(parent: QWidget, kind: type) -> list[QWidget]:
    return [child for child in parent.findChildren(kind) if child.isVisible()]


def button(parent: QWidget, name: str) -> QWidget:
    buttons = [*visible(parent, QToolButton), *visible(parent, QPushButton)]
    return next(b for b in buttons if name in (b.accessibleName(), b.text()))


def names(parent: QWidget) -> list[str]:
    return [
        b.accessibleName() or b.text() for b in [*visible(parent, QToolButton), *visible(parent, QPushButton)]
    ]


def click(qtbot: QtBot, parent: QWidget, name: str) -> None:
    qtbot.mouseClick(button(parent, name), Qt.MouseButton.LeftButton)


def answer_shown(pane: ChatPane, turn_id: str) -> AnswerView:
    view = pane.transcript.answer_view(turn_id)
    assert view is not None
    view.body.flush()
    return view


def question_shown(pane: ChatPane, turn_id: str) -> QuestionView:
    view = pane.transcript.view_of(turn_id)
    assert isinstance(view, QuestionView)
    view.body.flush()
    return view


def test_an_empty_chat_teaches_the_first_step(qtbot: QtBot, pane: ChatPane) -> None:
    with qtbot.waitSignal(pane.asked) as asked:
        click(qtbot, pane, "Read everything")
    assert asked.args == [Question("Read all text in this picture.")]


def test_a_whole_round(qtbot: QtBot, pane: ChatPane) -> None:
    chat = Conversation()
    pane.set_conversation(chat)
    pane.composer.attach("menu.jpeg")
    qtbot.keyClicks(pane.composer.edit, "find the salmon burger")
    with qtbot.waitSignal(pane.asked) as asked:
        qtbot.keyClick(pane.composer.edit, Qt.Key.Key_Return)
    assert asked.args == [Question("find the salmon burger", ("menu.jpeg",))]
    assert pane.composer.draft == ""
    assert pane.composer.attached == ()

    chat.add(question("q", "find the salmon burger", pictures=("menu.jpeg",)))
    pane.begin_answer("a", "q", plain=True)
    pane.add_progress("a", Progress("reading", 0.4))
    assert answer_shown(pane, "a").activity_text == "Reading 40 %"
    text = "Found it:\nSalmon burger  15.50"
    for piece in (text[:5], text[5:17], text[17:]):
        pane.add_text("a", piece)
    pane.add_box("a", found(text, "Salmon burger", "b"))
    assert answer_shown(pane, "a").body.text == text
    assert answer_shown(pane, "a").activity_text == ""
    with qtbot.waitSignal(pane.transcript.signals.phrase_clicked) as clicked:
        view = answer_shown(pane, "a")
        qtbot.waitUntil(lambda: pane.transcript.settled)
        rect = phrase_rects(view.body, "b")[0].toRect()
        qtbot.mouseClick(view.body.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert clicked.args == ["b"]

    done = Answer(
        0, text, boxes=(found(text, "Salmon burger", "b"),), plain=True, seconds_to_first_token=0.42
    )
    (turn,) = chat.add(answer("a", text, "q", answer=done))
    pane.end_answer(turn)
    assert not pane.answering
    assert answer_shown(pane, "a").activity_text == ""
    assert "Answer again" in names(answer_shown(pane, "a"))


def test_the_next_question_follows_the_last_answer(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(2))
    qtbot.keyClicks(pane.composer.edit, "more")
    with qtbot.waitSignal(pane.asked) as asked:
        qtbot.keyClick(pane.composer.edit, Qt.Key.Key_Return)
    assert asked.args == [Question("more", parent="a1")]


def test_while_an_answer_comes_escape_stops_and_enter_waits(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(Conversation([question("q")]))
    pane.begin_answer("a", "q")
    qtbot.keyClicks(pane.composer.edit, "next")
    with qtbot.waitSignal(pane.asked) as asked:
        qtbot.keyClick(pane.composer.edit, Qt.Key.Key_Return)
    assert asked.args == [Question("next", parent="a")]  # whose end it waits for
    qtbot.keyClicks(pane.composer.edit, "next")
    with qtbot.waitSignal(pane.stop_requested):
        qtbot.keyClick(pane.composer.edit, Qt.Key.Key_Escape)
    with qtbot.waitSignal(pane.stop_requested):
        click(qtbot, pane, "Stop")
    assert pane.composer.draft == "next"


def test_after_a_while_it_says_how_to_stop(pane: ChatPane) -> None:
    pane.set_conversation(Conversation([question("q")]))
    pane.begin_answer("a", "q")
    pane.add_progress("a", Progress("looking"))
    assert answer_shown(pane, "a").activity_text == "Looking at the picture…"
    answer_shown(pane, "a")._activity.show_hint()
    assert answer_shown(pane, "a").activity_text == "Looking at the picture… · Stop with Esc"


def test_generating_again_shows_the_alternatives(qtbot: QtBot, pane: ChatPane) -> None:
    chat = chat_of(1)
    pane.set_conversation(chat)
    with qtbot.waitSignal(pane.transcript.signals.regenerate_asked) as again:
        click(qtbot, answer_shown(pane, "a0"), "Answer again")
    assert again.args == ["a0"]
    pane.begin_answer("new", "q0")
    assert pane.transcript.view_of("a0") is None
    pane.add_text("new", "other words")
    (turn,) = chat.add(answer("new", "other words", "q0"))
    pane.end_answer(turn)
    labels = [label.text() for label in visible(answer_shown(pane, "new"), QLabel)]
    assert "2/2" in labels
    with qtbot.waitSignal(pane.alternative_chosen) as chosen:
        click(qtbot, answer_shown(pane, "new"), "Earlier version")
    assert chosen.args == ["a0"]
    chat.choose("a0")
    pane.sync()
    assert pane.transcript.view_of("new") is None
    assert answer_shown(pane, "a0").entry.count == 2


def test_an_answer_hidden_by_another_alternative_goes_on(pane: ChatPane) -> None:
    chat = chat_of(1)
    pane.set_conversation(chat)
    pane.begin_answer("new", "q0")
    pane.add_text("new", "first ")
    chat.add(question("q0b", "other"))
    pane.sync()
    assert pane.transcript.view_of("new") is None
    pane.add_text("new", "second")
    chat.choose("q0")
    pane.sync()
    assert answer_shown(pane, "new").body.text == "first second"


def test_a_question_is_edited_and_asked_again(qtbot: QtBot, pane: ChatPane) -> None:
    chat = Conversation([question("q", "old", pictures=("p1",)), answer("a", "no", "q")])
    pane.set_conversation(chat)
    qtbot.keyClick(pane.composer.edit, Qt.Key.Key_Up)
    field = question_shown(pane, "q").editor
    assert field is not None
    assert field.toPlainText() == "old"
    field.setPlainText("new")
    with qtbot.waitSignal(pane.asked) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [Question("new", ("p1",), "", "q")]


def test_escape_leaves_the_question_as_it_was(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(1))
    click(qtbot, question_shown(pane, "q0"), "Edit and ask again")
    field = question_shown(pane, "q0").editor
    assert field is not None
    with qtbot.assertNotEmitted(pane.asked):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert question_shown(pane, "q0").editor is None
    assert "Question 0" in question_shown(pane, "q0").body.toPlainText()


def test_a_failed_answer_says_why_and_tries_again(qtbot: QtBot, pane: ChatPane) -> None:
    failed = answer(
        "a", "partly", "q", state="failed", message="The engine ended.", detail="killed by signal 9"
    )
    pane.set_conversation(Conversation([question("q"), failed]))
    view = answer_shown(pane, "a")
    assert "The engine ended." in [label.text() for label in visible(view, QLabel)]
    assert "partly" in view.body.toPlainText()
    click(qtbot, view, "Details")
    click(qtbot, view, "Copy details")
    assert QGuiApplication.clipboard().text() == "The engine ended.\n\nkilled by signal 9"
    with qtbot.waitSignal(pane.transcript.signals.regenerate_asked) as again:
        click(qtbot, view, "Try again")
    assert again.args == ["a"]


def test_a_stopped_answer_says_so(pane: ChatPane) -> None:
    pane.set_conversation(Conversation([question("q"), answer("a", "half", "q", state="stopped")]))
    assert "Stopped" in [label.text() for label in visible(answer_shown(pane, "a"), QLabel)]


def test_the_reader_offers_to_choose_a_model(qtbot: QtBot, pane: ChatPane) -> None:
    turn = answer("a", "I read text.", "q", answer=Answer(0, "I read text.", plain=True, suggest_model=True))
    pane.set_conversation(Conversation([question("q"), turn]))
    with qtbot.waitSignal(pane.choose_model):
        click(qtbot, answer_shown(pane, "a"), "Choose a model…")


def test_what_the_model_saw_unfolds(qtbot: QtBot, pane: ChatPane) -> None:
    saw = Answer(
        0,
        "A cat.",
        seconds_to_first_token=0.42,
        tokens_per_second=38.0,
        seen=(ImageInfo(0, 4000, 3000, (1000, 750), 960),),
    )
    turns = [question("q", pictures=("p1",)), answer("a", "A cat.", "q", answer=saw)]
    pane.set_picture_names(lambda picture: ("menu.jpeg", ""))
    pane.set_conversation(Conversation(turns))
    view = answer_shown(pane, "a")
    before = view.height()
    click(qtbot, view, "What the model saw")
    text = "\n".join(label.text() for label in visible(view, QLabel))
    assert "menu.jpeg: 4000 × 3000 seen at 1000 × 750 · 960 visual" in text
    assert "first word 0.42 s · 38 tokens/s" in text
    qtbot.waitUntil(lambda: view.height() > before)


def test_a_lit_box_is_lit_in_every_answer(pane: ChatPane) -> None:
    text = "The cat."
    turn = answer("a", text, "q", answer=Answer(0, text, boxes=(found(text, "cat", "b"),)))
    pane.set_conversation(Conversation([question("q"), turn]))
    pane.transcript.set_lit("b")
    assert [s.cursor.selectedText() for s in answer_shown(pane, "a").body.extraSelections()] == ["cat"]
    pane.transcript.set_lit("")
    assert answer_shown(pane, "a").body.extraSelections() == []


def test_a_very_long_question_is_folded(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(Conversation([question("q", "word " * 20_000)]))
    view = question_shown(pane, "q")
    assert len(view.body.text) < 2_000
    click(qtbot, view, "Show all")
    assert len(question_shown(pane, "q").body.text) == 100_000


def test_the_title_is_edited_in_place(qtbot: QtBot, pane: ChatPane) -> None:
    pane.header.set_title("Old")
    qtbot.mouseDClick(
        pane.header,
        Qt.MouseButton.LeftButton,
        pos=pane.header.rect().center() - pane.header.rect().center() / 2,
    )
    (line,) = visible(pane.header, QLineEdit)
    line.clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "New  title")
    with qtbot.waitSignal(pane.header.title_changed) as changed:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert changed.args == ["New title"]
    assert pane.header.title == "New title"


def test_the_model_is_named_and_chosen_in_the_header(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_model("/models/Qwen2-VL-2B")
    with qtbot.waitSignal(pane.choose_model):
        click(qtbot, pane.header, "Model: Qwen2-VL-2B")


def test_late_events_are_ignored(pane: ChatPane) -> None:
    pane.set_conversation(chat_of(1))
    pane.add_text("gone", "x")
    pane.add_progress("gone", Progress("loading"))
    pane.add_box("gone", found("x", "x", "b"))
    pane.end_answer(answer("gone", "x", "q0"))
    assert [entry.id for entry in pane.transcript.entries] == ["q0", "a0"]


def test_messages_are_reached_and_read_by_keyboard(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(1))
    view = answer_shown(pane, "a0")
    view.body.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.body.accessibleName() == "Answer by Reader"
    qtbot.keyClick(view.body, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == view.entry.turn.text
    assert all(b.accessibleName() or b.text() for b in view.findChildren(QToolButton))


class _German(QTranslator):
    """Translates the few texts that the test looks at."""

    def translate(self, _context: str, text: str, _note: str | None = None, _n: int = -1) -> str:
        return {"Latest": "Neueste", "Answer again": "Nochmal", "New chat": "Neuer Chat"}.get(text, "")

    def isEmpty(self) -> bool:
        return False


def test_texts_follow_a_change_of_language(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(1))
    pane.composer.set_draft("kept")
    translator = _German()
    QCoreApplication.installTranslator(translator)
    try:
        qtbot.waitUntil(lambda: "Nochmal" in names(answer_shown(pane, "a0")))
        assert pane.header.shown_title == "Neuer Chat"
        assert pane.composer.draft == "kept"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_the_tab_key_goes_from_message_to_message(pane: ChatPane) -> None:
    pane.set_conversation(chat_of(3))
    order = []
    widget = pane.nextInFocusChain()
    while widget is not pane and widget is not None:
        if isinstance(widget, MessageBody):
            order.append(widget.text[:12])
        widget = widget.nextInFocusChain()
    shown = [view.body.text[:12] for e in pane.transcript.entries if (view := pane.transcript.view_of(e.id))]
    assert order == shown


def test_prompts_are_shown_once_and_all_can_be_had_from_an_empty_chat(qtbot: QtBot, pane: ChatPane) -> None:
    assert names(pane).count("Read everything") == 1
    assert not pane.composer.presets.isVisible()
    click(qtbot, pane, "All prompts…")
    (menu,) = pane.welcome.findChildren(QMenu)
    action = next(action for action in menu.actions() if action.text() == "Describe")
    with qtbot.waitSignal(pane.welcome.chosen):
        action.trigger()
    menu.close()
    pane.set_has_picture(False)
    assert pane.composer.presets.isVisible()
    pane.set_has_picture(True)
    pane.set_conversation(Conversation([question("q1", "Read it"), answer("a1", "Done", "q1")]))
    assert pane.composer.presets.isVisible()


def test_the_way_to_the_latest_message_covers_none(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(
        Conversation([question("q1", "?"), answer("a1", "\n\n".join(["word " * 200] * 20), "q1")])
    )
    qtbot.waitUntil(lambda: pane.transcript.settled)
    assert "Jump to the latest message" not in names(pane)
    bar = pane.transcript.verticalScrollBar()
    full = pane.transcript.viewport().height()
    bar.setValue(bar.maximum() - 300)
    latest = button(pane, "Jump to the latest message")
    shown = pane.transcript.viewport().geometry()
    assert latest.geometry().top() > shown.bottom() and shown.height() < full
    qtbot.mouseClick(latest, Qt.MouseButton.LeftButton)
    assert not latest.isVisible()
    assert pane.transcript.viewport().height() == full and bar.value() == bar.maximum()


def test_a_picture_is_named_as_far_as_there_is_room(pane: ChatPane) -> None:
    name = "a rather long name of a picture.jpeg"
    pane.set_picture_names(lambda picture: (name, ""))
    pane.composer.set_attached(["one"])
    row = pane.composer.findChildren(ChipRow)[0]
    (chip,) = row.findChildren(PictureChip)
    assert chip.width() == chip.sizeHint().width() > 176
    asked = question("q1", "Read it", pictures=("one",))
    pane.set_conversation(Conversation([asked]))
    pane.set_picture_names(lambda picture: (name, "no-thumbnail.png"))
    (chip,) = [chip for chip in question_shown(pane, "q1").findChildren(PictureChip) if chip.isVisible()]
    assert chip.width() == chip.sizeHint().width()
    pane.composer.set_attached(["one", "two", "three"])
    assert {chip.width() for chip in row.findChildren(PictureChip) if chip.isVisible()} == {176}


@pytest.mark.parametrize("name", ["menu.jpeg", "a.png", "hospital_sign.jpg", "IMG_2034.JPG"])
def test_a_name_that_has_room_is_not_cut_by_a_part_of_a_pixel(pane: ChatPane, name: str) -> None:
    pane.set_picture_names(lambda _picture: (name, ""))
    pane.composer.set_attached(["one"])
    (chip,) = pane.composer.findChildren(PictureChip)
    room = chip.width() - 4 - 32 - 8 - 28
    assert chip.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room) == name


def test_a_chip_shows_a_thumbnail_that_was_written_anew_within_the_same_second(
    qtbot: QtBot, tmp_path: Path
) -> None:
    thumbnail, shown = tmp_path / "one.bmp", []
    for colour in ("red", "blue"):
        image = QImage(64, 64, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        assert image.save(str(thumbnail))
        os.utime(thumbnail, (1, 1))
        chip = PictureChip(Theme(), "one", lambda _picture: ("one.bmp", str(thumbnail)), removable=False)
        qtbot.addWidget(chip)
        shown.append(chip.grab().toImage().pixelColor(20, 20).name())
    assert shown == ["#ff0000", "#0000ff"]


def test_no_line_of_an_empty_chat_is_cut_where_there_is_little_room(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    welcome = Welcome(Theme(), "en", over)
    over.show()
    shown = []
    for height in (*range(800, 100, -20), 800):  # where each goes depends on the size of text
        welcome.resize(300, height)
        shown.append((welcome._icon.isVisible(), welcome._hint.isVisible()))
        qtbot.waitUntil(
            lambda: (
                welcome._hint.isHidden()
                or welcome._hint.height() >= welcome._hint.heightForWidth(welcome._hint.width())
            )
        )
    assert [state for state, _same in groupby(shown)] == [
        (True, True),
        (False, True),
        (False, False),
        (True, True),
    ]
