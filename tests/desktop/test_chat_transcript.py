"""The scrolling transcript: few views for long chats, and it stays where the reader is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from chat_turns import answer, chat_of, question
from eyebox.chat.message import MessageView
from eyebox.chat.pane import ChatPane
from eyebox.chat.question_view import QuestionView
from eyebox.session.conversation import Conversation
from eyebox.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pane(qtbot: QtBot) -> ChatPane:
    pane = ChatPane(Theme())
    qtbot.addWidget(pane)
    pane.resize(400, 600)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def settle(qtbot: QtBot, pane: ChatPane) -> None:
    qtbot.waitUntil(lambda: pane.transcript.settled)


def top_left_of(pane: ChatPane, turn: str) -> QPoint | None:
    """Where a message begins, in pixels of the transcript; None while it has no view."""
    view = pane.transcript.view_of(turn)
    return view.mapTo(pane.transcript.viewport(), QPoint()) if view else None


def views(pane: ChatPane) -> int:
    return len(pane.transcript.findChildren(MessageView))


def test_a_long_chat_opens_at_its_end_with_few_views(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(100))
    settle(qtbot, pane)
    bar = pane.transcript.verticalScrollBar()
    assert bar.value() == bar.maximum() > 10_000
    assert pane.transcript.view_of("a99") is not None
    assert pane.transcript.view_of("a0") is None
    assert views(pane) < 40


def test_scrolling_to_the_beginning_shows_it_and_lets_far_views_go(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(100))
    settle(qtbot, pane)
    bar = pane.transcript.verticalScrollBar()
    for value in range(bar.maximum(), -1, -1500):
        bar.setValue(value)
        settle(qtbot, pane)
    bar.setValue(0)
    settle(qtbot, pane)
    qtbot.waitUntil(lambda: views(pane) < 80)
    assert top_left_of(pane, "q0") == QPoint(0, 16)
    assert pane.transcript.view_of("q0") is not None
    assert pane.transcript.view_of("a99") is None
    pane.transcript.scroll_to_end()
    settle(qtbot, pane)
    last = pane.transcript.answer_view("a99")
    assert last is not None
    assert "Paragraph 2 of answer 99" in last.body.toPlainText()


def test_a_turn_is_scrolled_to(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(100))
    settle(qtbot, pane)
    pane.transcript.scroll_to("q40")
    settle(qtbot, pane)
    assert top_left_of(pane, "q40") == QPoint(0, 16)
    assert not pane.transcript.at_end
    pane.transcript.scroll_to("nowhere")
    assert top_left_of(pane, "q40") == QPoint(0, 16)


def test_a_long_question_is_edited_with_its_lines_in_sight(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(Conversation([question("q", "many words " * 30)]))
    settle(qtbot, pane)
    pane.transcript.edit("q")
    settle(qtbot, pane)
    view = pane.transcript.view_of("q")
    assert isinstance(view, QuestionView) and view.editor is not None
    lines = view.editor.document().firstBlock().lineCount()
    assert lines > 3
    assert view.editor.height() >= lines * view.editor.fontMetrics().height()
    assert view.rect().contains(view.editor.mapTo(view, view.editor.rect().bottomRight()))


@pytest.mark.parametrize("guess", [10, 1000])
def test_what_is_looked_at_stays_while_what_is_above_gets_its_height(
    qtbot: QtBot, pane: ChatPane, monkeypatch: pytest.MonkeyPatch, guess: int
) -> None:
    monkeypatch.setattr(pane.transcript, "_guess", lambda _entry: guess)
    pane.set_conversation(chat_of(100))
    settle(qtbot, pane)
    pane.transcript.scroll_to("q40")
    settle(qtbot, pane)
    assert top_left_of(pane, "q40") == QPoint(0, 16)


def test_messages_stand_below_each_other_without_overlap(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(40))
    settle(qtbot, pane)
    for width in (400, 320, 700):
        pane.resize(width, 600)
        settle(qtbot, pane)
        shown = sorted(pane.transcript.findChildren(MessageView), key=lambda view: view.y())
        for upper, lower in pairwise(shown):
            assert upper.geometry().bottom() < lower.y()


def test_messages_are_as_high_as_their_text(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(20))
    for width in (340, 400, 366):
        pane.resize(width, 600)
        settle(qtbot, pane)
        bodies = [view.body for view in pane.transcript.findChildren(MessageView)]
        assert [body.height() for body in bodies] == [
            round(body.document().size().height()) for body in bodies
        ]


def test_it_follows_an_answer_only_while_at_the_end(qtbot: QtBot, pane: ChatPane) -> None:
    chat = chat_of(20)
    chat.add(question("q", "more", "a19"))
    pane.set_conversation(chat)
    pane.begin_answer("a", "q")
    settle(qtbot, pane)
    bar = pane.transcript.verticalScrollBar()
    for _ in range(30):
        pane.add_text("a", "Another paragraph.\n\n")
    qtbot.waitUntil(lambda: "paragraph" in pane.transcript.answer_view("a").body.toPlainText())  # type: ignore[union-attr]
    settle(qtbot, pane)
    assert bar.value() == bar.maximum()

    bar.setValue(bar.maximum() - 400)
    settle(qtbot, pane)
    here = top_left_of(pane, "q")
    high = bar.maximum()
    for _ in range(30):
        pane.add_text("a", "Another paragraph.\n\n")
    qtbot.waitUntil(lambda: bar.maximum() > high)
    settle(qtbot, pane)
    assert top_left_of(pane, "q") == here
    (latest,) = [b for b in pane.transcript.findChildren(QToolButton) if b.text() == "Latest"]
    assert latest.isVisible()
    qtbot.mouseClick(latest, Qt.MouseButton.LeftButton)
    assert bar.value() == bar.maximum()
    assert not latest.isVisible()


def test_what_is_looked_at_stays_while_messages_above_are_measured(qtbot: QtBot, pane: ChatPane) -> None:
    turns = []
    for n in range(60):
        turns.append(question(f"q{n}", "?", f"a{n - 1}" if n else ""))
        turns.append(answer(f"a{n}", "# H\n\n" + "- item\n" * (n % 7) + "\n\n```\ncode\n```\n", f"q{n}"))
    pane.set_conversation(Conversation(turns))
    settle(qtbot, pane)
    bar = pane.transcript.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    shown = next(e.id for e in pane.transcript.entries if (p := top_left_of(pane, e.id)) and p.y() >= 0)
    before = top_left_of(pane, shown)
    settle(qtbot, pane)
    after = top_left_of(pane, shown)
    assert before is not None
    assert after is not None
    assert abs(before.y() - after.y()) <= 1


def test_keys_scroll(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(chat_of(30))
    settle(qtbot, pane)
    bar = pane.transcript.verticalScrollBar()
    view = pane.transcript.answer_view("a29")
    assert view is not None
    view.body.setFocus()
    qtbot.keyClick(view.body, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    qtbot.keyClick(view.body, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_the_theme_changes_under_a_chat(qtbot: QtBot) -> None:
    theme = Theme()
    pane = ChatPane(theme)
    qtbot.addWidget(pane)
    pane.resize(400, 600)
    pane.show()
    pane.set_conversation(chat_of(10))
    settle(qtbot, pane)
    theme.set_mode("light" if theme.dark else "dark")
    settle(qtbot, pane)
    assert pane.transcript.at_end


def test_selecting_past_the_edge_scrolls_along(qtbot: QtBot, pane: ChatPane) -> None:
    text = "\n\n".join(f"Paragraph {n}" for n in range(100))
    pane.set_conversation(Conversation([question("q"), answer("a", text, "q")]))
    settle(qtbot, pane)
    bar = pane.transcript.verticalScrollBar()
    view = pane.transcript.answer_view("a")
    assert view is not None and bar.value() == bar.maximum()
    ground = view.body.viewport()
    seen = bar.value() - view.y()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=QPoint(40, seen + 200))
    QTest.mouseMove(ground, QPoint(60, seen + 100))
    assert bar.value() == bar.maximum()
    QTest.mouseMove(ground, QPoint(60, seen - 30))
    assert bar.value() < bar.maximum()
    here = bar.value()
    QTest.mouseMove(ground, QPoint(60, seen - 300))
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=QPoint(60, seen - 300))
    assert bar.value() < here - 100
    assert view.body.textCursor().selectedText().count("Paragraph") > 10


def test_another_theme_renders_at_once_only_what_is_in_sight(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Theme()
    pane = ChatPane(theme)
    qtbot.addWidget(pane)
    pane.resize(400, 600)
    pane.show()
    pane.set_conversation(chat_of(30))
    settle(qtbot, pane)
    bar = pane.transcript.verticalScrollBar()
    for value in [*range(bar.maximum(), 0, -400), 0]:
        bar.setValue(value)
        settle(qtbot, pane)
    here = top_left_of(pane, "q0")
    made = views(pane)
    rendered: list[str] = []
    rerender = MessageView.rerender

    def noted(view: MessageView) -> None:
        rendered.append(view.entry.id)
        rerender(view)

    monkeypatch.setattr(MessageView, "rerender", noted)
    theme.set_mode("light" if theme.dark else "dark")
    assert "q0" in rendered and len(rendered) < made / 2
    settle(qtbot, pane)
    assert top_left_of(pane, "q0") == here
    bar.setValue(bar.maximum())
    settle(qtbot, pane)
    view = pane.transcript.answer_view("a29")
    assert view is not None and "Paragraph 2" in view.body.toPlainText()
