"""Short ways to make turns and found boxes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextCursor

from eyebox.chat.body import MessageBody
from eyebox.session.conversation import Conversation
from eyebox.session.types import Turn
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import BoxFound


def question(turn_id: str, text: str = "What is this?", parent: str = "", **more: Any) -> Turn:
    return Turn("chat", "user", text, id=turn_id, parent=parent, **more)


def answer(turn_id: str, text: str, parent: str, **more: Any) -> Turn:
    return Turn("chat", "assistant", text, id=turn_id, parent=parent, model="reader", **more)


def found(text: str, phrase: str, box_id: str, nth: int = 0) -> BoxFound:
    """A box whose phrase is the `nth` occurrence of `phrase` in `text`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return BoxFound(0, 0, Box(phrase.strip("*_`"), 0, 0, 10, 10, id=box_id), start, start + len(phrase))


def chat_of(count: int) -> Conversation:
    """A chat of `count` questions with answers of three paragraphs."""
    turns = []
    for number in range(count):
        parent = f"a{number - 1}" if number else ""
        turns.append(question(f"q{number}", f"Question {number}", parent))
        text = "\n\n".join(f"Paragraph {n} of answer **{number}** with a few more words." for n in range(3))
        turns.append(answer(f"a{number}", text, f"q{number}"))
    return Conversation(turns)


def phrase_rects(body: MessageBody, box_id: str) -> list[QRectF]:
    """Where the phrase of a box stands, a rectangle a part, in pixels of the widget."""
    rects = []
    for _, start, end in body._rendered.phrases(body._source.phrases.with_box(box_id)):
        first, last = QTextCursor(body.document()), QTextCursor(body.document())
        first.setPosition(start)
        last.setPosition(end)
        rects.append(QRectF(body.cursorRect(first).united(body.cursorRect(last))))
    return rects
