"""What a model did with tools, as cards of its answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from chat_turns import answer, question
from eyebox.chat.entry import StreamingAnswer
from eyebox.chat.pane import ChatPane
from eyebox.chat.tool_card import ToolCard
from eyebox.session.conversation import Conversation
from eyebox.theme import Theme
from eyebox_models.protocol.events import Answer
from eyebox_models.protocol.tool_use import LOOK_AGAIN, READ_REGION, Round, ToolUse, ToolUsed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LOOK = ToolUse(LOOK_AGAIN, '{"box": [1, 2, 3, 4]}', image=0, box=(10, 20, 210, 120))
READ = ToolUse(READ_REGION, "{}", image=0, box=(0, 0, 50, 50), result="Total 12.50", seconds=0.4)
BAD = ToolUse("rm", "{", result="There is no tool rm.", failed=True)


@pytest.fixture
def pane(qtbot: QtBot) -> ChatPane:
    pane = ChatPane(Theme())
    qtbot.addWidget(pane)
    pane.resize(400, 600)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def cards(pane: ChatPane, turn: str) -> list[ToolCard]:
    view = pane.transcript.answer_view(turn)
    assert view is not None
    return [card for card in view.findChildren(ToolCard) if not card.isHidden()]


def test_a_call_that_is_under_way_becomes_what_it_brought(qtbot: QtBot, pane: ChatPane) -> None:
    pane.set_conversation(Conversation([question("q", pictures=("menu.png",))]))
    pane.show_answer(StreamingAnswer("a", "q", text="Let me look."))
    pane.add_use("a", ToolUsed(0, 0, LOOK))
    qtbot.waitUntil(lambda: pane.transcript.settled)
    (card,) = cards(pane, "a")
    assert card.head.text() == "Looking again at menu.png…"
    high = card.height()
    pane.add_use("a", ToolUsed(0, 0, replace(LOOK, result="That region.", seconds=1.25)))
    pane.add_use("a", ToolUsed(0, 1, BAD))
    qtbot.waitUntil(lambda: pane.transcript.settled and len(cards(pane, "a")) == 2)
    done, bad = cards(pane, "a")
    assert done is card and done.head.text() == "Looked again at menu.png"
    assert (
        bad.head.text() == "A call that could not be done"
        and "no tool rm" in bad.head.accessibleDescription()
    )
    assert done.geometry().bottom() < bad.geometry().top() and bad.height() == high


def test_it_unfolds_with_its_region(qtbot: QtBot, pane: ChatPane) -> None:
    there: list[QImage] = []
    asked: list[tuple[str, tuple[int, int, int, int]]] = []

    def region(picture: str, box: tuple[int, int, int, int]) -> QImage:
        asked.append((picture, box))
        return there[0] if there else QImage()

    pane.transcript.signals.region = region
    use = replace(LOOK, result="That region.")
    told = Answer(0, "It is 12.50", rounds=(Round("a", (), (use,)), Round("b", (), (READ,))))
    turns = [question("q", pictures=("menu.png",)), answer("a", "It is 12.50", "q", answer=told)]
    pane.set_conversation(Conversation(turns))
    qtbot.waitUntil(lambda: pane.transcript.settled)
    look, read = cards(pane, "a")
    view = pane.transcript.answer_view("a")
    assert view is not None and look.height() == read.height() and view.body.y() > read.geometry().bottom()
    folded = read.y()
    look.head.click()
    qtbot.waitUntil(lambda: pane.transcript.settled)
    assert asked == [("menu.png", (10, 20, 210, 120))]
    bare = look.height()
    there.append(QImage(200, 100, QImage.Format.Format_RGB32))
    pane.transcript.show_regions()
    qtbot.waitUntil(lambda: pane.transcript.settled and look.height() > bare + 90)
    assert read.y() > folded + bare - 40 and look.grab().toImage().isNull() is False
    pane.transcript.show_regions()
    assert len(asked) == 2, "what is there is not asked for again"
    read.head.click()
    look.head.click()
    qtbot.waitUntil(lambda: pane.transcript.settled and read.y() == folded)
