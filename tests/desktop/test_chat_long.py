"""Texts that are hard to lay out are laid out in small steps, and nothing of them is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication, QTextDocument, QTextOption, QTextTable
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from chat_turns import answer, question
from eyebox.canvas.text_panel import TextPanel
from eyebox.chat import segments
from eyebox.chat.body import MessageBody
from eyebox.chat.document import MessageDocument
from eyebox.chat.edit import QuestionEdit
from eyebox.chat.pane import ChatPane
from eyebox.chat.render import Renderer
from eyebox.chat.segments import Cut, markdown_cuts, plain_cuts
from eyebox.session.conversation import Conversation
from eyebox.theme import Theme
from eyebox_models.protocol.page import Line, Page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CODE = "".join(f"value = {n}\n" for n in range(600))
HARD = {
    "pipes": "|" * 6000,
    "columns": "|" * 3000 + "\n" + "|-" * 3000 + "|\n" + "|x" * 3000 + "|",
    "wide table": "\n".join(["|h" * 300 + "|", "|-" * 300 + "|", *["|cell" * 300 + "|"] * 4]),
    "long table": "\n".join(["|a|b|c|d|", "|-|-|-|-|", *(f"|{n}|value|other|more|" for n in range(90))]),
    "backticks": " ".join("`" * n for n in range(1, 200)),
    "letters": "x" * 50_000,
    "words": "some words " * 4000,
    "Chinese": "港口咖啡馆" * 5_000,
    "code": f"```py\n{CODE}```",
    "line of code": "```\n" + "x = 1; " * 3000 + "\n```",
    "quotations": ">" * 1000 + " deep",
    "nested list": "\n".join("  " * n + f"- {n}" for n in range(120)),
}
MOST = 2 * segments.LONGEST
"""Characters in one step: a piece with what begins the block that it carries on."""


class Work:
    """Notes the largest step of all bodies."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.characters = self.cells = self.columns = self.shown_at_once = 0
        for name in ("markdown", "plain"):
            self._count(monkeypatch, name)
        put = MessageBody.setDocument

        def put_counted(body: MessageBody, document: QTextDocument) -> None:
            self.shown_at_once = max(self.shown_at_once, document.characterCount())
            put(body, document)

        monkeypatch.setattr(MessageBody, "setDocument", put_counted)

    def _count(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        render = getattr(Renderer, name)

        def counted(renderer: Renderer, marked: str, *args: object, **more: object) -> object:
            rendered = render(renderer, marked, *args, **more)
            frames = rendered.document.rootFrame().childFrames()
            tables = [frame for frame in frames if isinstance(frame, QTextTable)]
            self.characters = max(self.characters, len(marked), rendered.document.characterCount())
            self.cells = max([self.cells, *(table.rows() * table.columns() for table in tables)])
            self.columns = max([self.columns, *(table.columns() for table in tables)])
            return rendered

        monkeypatch.setattr(Renderer, name, counted)

    def assert_small(self) -> None:
        assert 0 < self.characters <= MOST
        assert self.cells <= 2 * segments.CELLS
        assert self.columns <= segments.COLUMNS
        assert self.shown_at_once <= 1


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


@pytest.fixture
def body(qtbot: QtBot) -> MessageBody:
    body = MessageBody(Theme())
    qtbot.addWidget(body)
    body.fit(360)
    return body


def pieces(source: str, cuts: list[Cut]) -> Iterator[str]:
    offsets = [0, *(cut.offset for cut in cuts), len(source)]
    return (source[start:end] for start, end in pairwise(offsets))


@pytest.mark.parametrize("name", HARD)
def test_every_step_is_small_whatever_is_done(qtbot: QtBot, work: Work, name: str) -> None:
    theme = Theme()
    pane = ChatPane(theme)
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    pane.show()

    def settle() -> None:
        qtbot.waitUntil(lambda: pane.transcript.settled)

    pane.set_conversation(Conversation([question("q")]))
    pane.begin_answer("a", "q")
    half = len(HARD[name]) // 2
    for part in (HARD[name][:half], HARD[name][half:]):
        pane.add_text("a", part)
        settle()
    turn = answer("a", HARD[name], "q")
    pane.end_answer(turn)
    pane.set_conversation(Conversation([question("q"), turn]))
    settle()
    pane.resize(520, 600)
    settle()
    theme.set_mode("light" if theme.dark else "dark")
    settle()
    pane.set_conversation(Conversation([question("q2", HARD[name])]))
    settle()
    work.assert_small()


def test_an_answer_that_is_hard_to_lay_out_holds_nothing_up(qtbot: QtBot) -> None:
    pane = ChatPane(Theme())
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    pane.show()
    longest, last = 0.0, time.thread_time()

    def tick() -> None:
        nonlocal longest, last
        now = time.thread_time()
        longest, last = max(longest, now - last), now

    timer = QTimer(pane, interval=0)
    timer.timeout.connect(tick)
    timer.start()
    for name in ("columns", "wide table", "backticks", "letters"):
        pane.set_conversation(Conversation([question("q"), answer("a", HARD[name], "q")]))
        qtbot.waitUntil(lambda: pane.transcript.settled)
    assert longest < 0.5


@pytest.mark.parametrize("name", ["letters", "words", "Chinese"])
def test_a_line_in_several_pieces_is_copied_as_one(body: MessageBody, name: str) -> None:
    body.set_text(HARD[name])
    body.flush()
    body.selectAll()
    body.copy()
    assert QGuiApplication.clipboard().text() == HARD[name].rstrip()
    body.set_text(HARD[name], plain=True)
    body.flush()
    body.selectAll()
    body.copy()
    assert QGuiApplication.clipboard().text() == HARD[name]


def test_a_long_block_of_code_is_one_block_with_one_button(body: MessageBody) -> None:
    body.set_text(f"Before.\n\n{HARD['code']}\n\nAfter.\n\n{HARD['line of code']}")
    body.flush()
    body.resize(360, body.fit(360))
    assert body.codes() == [CODE.rstrip("\n"), "x = 1; " * 3000]
    buttons = [button for button in body.findChildren(QToolButton) if not button.isHidden()]
    assert len(buttons) == 2
    buttons[0].click()
    assert QGuiApplication.clipboard().text() == CODE.rstrip("\n")


def test_a_long_table_has_every_row_once_and_its_columns_in_line(body: MessageBody) -> None:
    body.set_text(HARD["long table"])
    body.flush()
    tables = [frame for frame in body.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert len(tables) > 1
    rows = [
        table.cellAt(row, 0).firstCursorPosition().block().text()
        for table in tables
        for row in range(table.rows())
    ]
    assert rows == ["a", *(str(n) for n in range(90))]
    layout = body.document().documentLayout()
    edges = {
        round(layout.blockBoundingRect(table.cellAt(0, 2).firstCursorPosition().block()).x())
        for table in tables
    }
    assert len(edges) == 1


def test_a_table_too_wide_is_shown_as_it_was_written(body: MessageBody) -> None:
    body.set_text(HARD["wide table"])
    body.flush()
    assert body.toPlainText().strip() == HARD["wide table"]


def test_a_list_keeps_its_text_however_deep(body: MessageBody) -> None:
    body.set_text(HARD["nested list"])
    body.flush()
    assert [line.strip() for line in body.toPlainText().split("\n") if line.strip()] == [
        str(n) for n in range(120)
    ]


def test_the_selection_outlives_another_width_and_theme(qtbot: QtBot, body: MessageBody) -> None:
    body.set_text(HARD["words"])
    body.flush()
    assert body.is_long
    body.selectAll()
    chosen = body.textCursor().selectedText()
    body.fit(500)
    assert body.busy
    body.flush()
    assert body.textCursor().selectedText() == chosen
    body.rerender()
    body.flush()
    assert body.textCursor().selectedText() == chosen


def test_another_width_keeps_a_long_text_as_high_as_it_was_until_it_is_done(body: MessageBody) -> None:
    body.set_text(HARD["words"])
    body.flush()
    narrow = body.fit(360)
    assert body.fit(500) == narrow
    body.flush()
    assert body.fit(500) < narrow


LINES = st.lists(
    st.sampled_from(
        [
            "words and more words\n",
            "\n",
            "- item\n",
            "  - more\n",
            "```py\n",
            "```\n",
            "~~~~\n",
            "# Head\n",
            "> quoted\n",
            "    x\n",
            "|a|b|\n",
            "|-|-|\n",
            "||||||||\n",
            "|-|-|-|-|-|-|-|\n",
            "xxxxxxxxxx" * 12 + "\n",
            "a b c d e " * 12,
        ]
    ),
    max_size=30,
).map("".join)


@given(LINES, st.lists(st.integers(0, 900), max_size=8))
def test_pieces_are_short_and_the_same_while_text_arrives(source: str, stops: list[int]) -> None:
    kept = segments.LONGEST, segments.CELLS, segments.COLUMNS
    segments.LONGEST, segments.CELLS, segments.COLUMNS = 60, 6, 4
    try:
        for cut_up in (markdown_cuts, plain_cuts):
            whole = cut_up(source)
            arrived = [Cut(0)]
            for stop in sorted(min(stop, len(source)) for stop in [*stops, len(source)]):
                arrived += cut_up(source[:stop], arrived[-1])
            assert arrived[1:] == whole
            assert all(len(piece) <= 60 for piece in pieces(source, whole))
            assert "".join(pieces(source, whole)) == source
    finally:
        segments.LONGEST, segments.CELLS, segments.COLUMNS = kept


def page_of(*lines: str) -> Page:
    quad = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
    read = tuple(Line(line, 0.9, (0.0, 0.0, 9.0, 9.0), quad) for line in lines)
    return Page("p", 10, 10, 0.1, read, (tuple(range(len(lines))),))


def test_a_long_line_of_a_picture_is_shown_in_rows_and_copied_as_one(qtbot: QtBot) -> None:
    panel = TextPanel(Theme())
    qtbot.addWidget(panel)
    lines = ("first", "x" * 200_000, "last")
    panel.show_page(page_of(*lines))
    document = panel.rows.document()
    assert max(document.findBlockByNumber(n).length() for n in range(document.blockCount())) <= 2501
    assert panel.text() == "\n".join(lines)
    panel.copy_all()
    assert QGuiApplication.clipboard().text() == "\n".join(lines)
    panel.rows.selectAll()
    panel.rows.copy()
    assert QGuiApplication.clipboard().text() == "\n".join(lines)
    told: list[int] = []
    panel.line_activated.connect(told.append)
    panel.show_line(2)
    assert panel.rows.textCursor().block().text() == "last"


def test_much_text_is_wrapped_quickly_from_its_first_layout_on(qtbot: QtBot) -> None:
    edit = QuestionEdit(Theme())
    qtbot.addWidget(edit)
    modes: set[QTextOption.WrapMode] = set()
    edit.document().contentsChange.connect(lambda *_change: modes.add(edit.wordWrapMode()))
    data = QMimeData()
    data.setText("x" * 200_000)
    edit.insertFromMimeData(data)
    edit.selectAll()
    edit.setPlainText("y" * 200_000)
    assert modes == {QTextOption.WrapMode.WrapAnywhere}
    edit.setPlainText("short")
    assert edit.wordWrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_of_many_blocks_of_code_those_in_sight_have_buttons(qtbot: QtBot) -> None:
    pane = ChatPane(Theme())
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    pane.show()
    text = "\n\n".join(f"```\ncode {n}\n```" for n in range(200))
    pane.set_conversation(Conversation([question("q"), answer("a", text, "q")]))
    qtbot.waitUntil(lambda: pane.transcript.settled)
    view = pane.transcript.answer_view("a")
    assert view is not None

    def buttons() -> list[QToolButton]:
        found = view.body.viewport().findChildren(QToolButton)
        return [button for button in found if not button.isHidden()]

    qtbot.waitUntil(lambda: 3 < len(buttons()) < 20)
    buttons()[-1].click()
    assert QGuiApplication.clipboard().text() == "code 199"
    pane.transcript.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: bool(buttons()) and buttons()[0].y() < 100)
    buttons()[0].click()
    assert QGuiApplication.clipboard().text() == "code 0"
    assert isinstance(view.body._rendered, MessageDocument) and QApplication.instance() is not None
