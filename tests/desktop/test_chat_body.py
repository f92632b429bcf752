"""The text of a message is data that nothing runs, loads or opens; phrases that have boxes are links."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextTable
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from chat_turns import found, phrase_rects
from eyebox.chat.body import MessageBody
from eyebox.chat.decor import CODE_PADDING
from eyebox.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WIDTH = 360


@pytest.fixture
def body(qtbot: QtBot) -> MessageBody:
    body = MessageBody(Theme())
    qtbot.addWidget(body)
    return body


def show(body: MessageBody, text: str, *boxes: object, plain: bool = False) -> str:
    body.set_text(text, boxes, plain=plain)  # type: ignore[arg-type]
    body.flush()
    body.resize(WIDTH, body.fit(WIDTH))
    return body.toPlainText()


def linked(body: MessageBody) -> list[tuple[str, str]]:
    """Text and address of every run of linked text."""
    links = []
    block = body.document().firstBlock()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if href := fragment.charFormat().anchorHref():
                links.append((fragment.text(), href))
            fragments += 1
        block = block.next()
    return links


def click_on(qtbot: QtBot, body: MessageBody, box_id: str) -> None:
    rect = phrase_rects(body, box_id)[0].toRect()
    qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


@pytest.mark.parametrize(
    "html",
    [
        "<ref>a cat</ref>",
        "<script>alert(1)</script>",
        '<img src="http://x.y/z.png">',
        "<b>bold</b>",
        "a < b > c",
        "<!-- x -->",
    ],
)
def test_html_is_shown_as_it_is_written(body: MessageBody, html: str) -> None:
    assert html in show(body, f"before {html} after")
    assert html in show(body, f"{html}\n\nparagraph")


def test_markdown_is_formatted(body: MessageBody) -> None:
    shown = show(
        body, "# Title\n\nSome **bold** text.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd"
    )
    for text in ("Title", "Some bold text.", "one", "two", "1", "2", "End"):
        assert text in shown
    assert "#" not in shown
    assert "|" not in shown


def test_plain_text_keeps_its_lines_and_signs(body: MessageBody) -> None:
    text = "# 1\n  two  **x**\n\n- three <b>"
    assert show(body, text, plain=True).strip("\n") == text


def test_pictures_of_markdown_are_words_and_nothing_is_loaded(body: MessageBody) -> None:
    shown = show(body, "![a cat](https://evil.example/cat.png) and ![b](file:///etc/passwd)")
    assert "![a cat](https://evil.example/cat.png) and ![b](file:///etc/passwd)" in shown
    assert "\ufffc" not in body.document().toRawText()
    for name in ("https://evil.example/cat.png", "file:///etc/passwd", "/etc/hostname"):
        assert body.document().resource(2, QUrl(name)) is None


def test_only_web_and_mail_addresses_are_links(body: MessageBody) -> None:
    show(
        body,
        "[a](https://a.b) [b](javascript:alert(1)) [c](file:///etc) [d](box:0) "
        "[e](mailto:x@y.z) [f](data:x) [g](rel)",
    )
    assert linked(body) == [("a", "https://a.b"), ("e", "mailto:x@y.z")]


def test_a_click_on_a_link_only_tells(qtbot: QtBot, body: MessageBody) -> None:
    text = "[word](https://a.b/c?d=e)"
    show(body, text)
    body.show()
    with qtbot.waitSignal(body.link_clicked) as clicked:
        qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert clicked.args == ["https://a.b/c?d=e"]
    assert body.toPlainText().strip() == "word"


@pytest.mark.parametrize(
    ("text", "phrase", "nth", "shown"),
    [
        ("a salmon burger and a salmon", "salmon", 1, "salmon"),
        ("the **salmon burger** is 15.50", "**salmon burger**", 0, "salmon burger"),
        ("the **salmon** burger", "**salmon** burger", 0, "salmon burger"),
        ("🎉🎉 一个 `code` 三文鱼汉堡 end", "三文鱼汉堡", 0, "三文鱼汉堡"),
        ("see [the menu](https://a.b) now", "menu", 0, "menu"),
        ("- one\n- two\n- three", "- two", 0, "two"),
        ("# The title", "# The title", 0, "The title"),
        ("| a | b |\n|---|---|\n| fish | chips |", "chips", 0, "chips"),
        ("A &amp; B <ref>cat</ref>", "cat", 0, "cat"),
        ("```\nx = cat\n```", "cat", 0, "cat"),
        ("go to https://a.b/cat today", "https://a.b/cat", 0, "https://a.b/cat"),
    ],
)
def test_a_phrase_is_a_link_wherever_it_stands(
    body: MessageBody, text: str, phrase: str, nth: int, shown: str
) -> None:
    show(body, text, found(text, phrase, "box", nth))
    assert "".join(text for text, href in linked(body) if href.startswith("box:")) == shown
    assert "\U00100000" not in body.document().toRawText()


def test_the_right_one_of_equal_phrases_is_linked(body: MessageBody) -> None:
    text = "cat, **cat**, `cat`"
    show(body, text, found(text, "cat", "b", 1))
    (rect,) = phrase_rects(body, "b")
    plain = body.document().toRawText()
    cursor = body.cursorForPosition(rect.center().toPoint())
    assert plain[1:].index("cat", 2) <= cursor.position() - 1 <= plain[1:].index("cat", 2) + 3


def test_phrases_of_plain_text_are_counted_in_characters(body: MessageBody) -> None:
    text = "🎉 first\n第二行 total **15.50**\n"
    show(body, text, found(text, "**15.50**", "b"), plain=True)
    assert linked(body) == [("**15.50**", "box:0")]


def test_pointing_and_clicking_tell_the_box(qtbot: QtBot, body: MessageBody) -> None:
    text = "The salmon burger is here."
    show(body, text, found(text, "salmon burger", "b1"))
    body.show()
    with qtbot.waitSignal(body.phrase_clicked) as clicked:
        click_on(qtbot, body, "b1")
    assert clicked.args == ["b1"]
    heard: list[str] = []
    body.phrase_hovered.connect(heard.append)
    qtbot.mouseMove(body.viewport(), phrase_rects(body, "b1")[0].toRect().center())
    qtbot.waitUntil(lambda: heard == ["b1"])
    qtbot.mouseMove(body.viewport(), QPoint(WIDTH - 4, 8))
    qtbot.waitUntil(lambda: heard == ["b1", ""])


def test_clicks_go_round_the_boxes_of_one_phrase(qtbot: QtBot, body: MessageBody) -> None:
    text = "Two burgers."
    show(body, text, found(text, "burgers", "b1"), found(text, "burgers", "b2"))
    body.show()
    heard: list[str] = []
    body.phrase_clicked.connect(heard.append)
    for _ in range(3):
        click_on(qtbot, body, "b1")
    assert heard == ["b1", "b2", "b1"]


def test_a_lit_box_lights_its_phrase(body: MessageBody) -> None:
    text = "The salmon burger."
    show(body, text, found(text, "salmon burger", "b1"))
    body.set_lit("b1")
    assert [s.cursor.selectedText() for s in body.extraSelections()] == ["salmon burger"]
    body.set_lit("other")
    assert body.extraSelections() == []


def test_code_has_its_language_and_a_button_that_copies_it(qtbot: QtBot, body: MessageBody) -> None:
    show(body, "Text\n\n```python\ndef f():\n\n    return 1\n```\n\nmore\n\n```\nplain\n```\n")
    assert body.codes() == ["def f():\n\n    return 1", "plain"]
    body.show()
    buttons = [button for button in body.findChildren(QToolButton) if button.isVisible()]
    assert [button.accessibleName() for button in buttons] == ["Copy code"] * 2
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "plain"


def test_copying_without_a_selection_copies_the_message(qtbot: QtBot, body: MessageBody) -> None:
    show(body, "Some **bold** text")
    body.show()
    qtbot.keyClick(body, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Some **bold** text"
    body.selectAll()
    qtbot.keyClick(body, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Some bold text"
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


ANSWER = (
    "# Order\n\nThe **salmon burger** 🎉 costs `15.50`.\n\n- one\n- two\n\n```py\nx = 1\n\ny\n```\n\n"
    "| a | b |\n|---|---|\n| 三文鱼 | 2 |\n\n> quote\n\n---\n\nEnd of it, salmon burger.\n"
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, len(ANSWER) - 1), max_size=12, unique=True), st.integers(0, 12))
def test_streamed_in_any_pieces_it_ends_as_if_shown_at_once(
    qtbot: QtBot, stops: list[int], late: int
) -> None:
    boxes = [
        found(ANSWER, "**salmon burger**", "b1"),
        found(ANSWER, "三文鱼", "b2"),
        found(ANSWER, "salmon burger", "b3", 1),
    ]
    whole, streamed = MessageBody(Theme()), MessageBody(Theme())
    for body in (whole, streamed):
        qtbot.addWidget(body)
    show(whole, ANSWER, *boxes)
    streamed.fit(WIDTH)
    begin = 0
    for number, stop in enumerate(sorted([*stops, len(ANSWER)])):
        streamed.append(ANSWER[begin:stop])
        begin = stop
        if number % 2:
            streamed.flush()
        if number == late:
            streamed.add_box(boxes.pop(0))
    for box in boxes:
        streamed.add_box(box)
    streamed.flush()
    assert streamed.document().toRawText() == whole.document().toRawText()
    assert [text for text, _ in linked(streamed)] == [text for text, _ in linked(whole)]
    assert streamed.codes() == whole.codes()
    assert streamed.fit(WIDTH) == whole.fit(WIDTH)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_no_text_whatever_breaks_it(qtbot: QtBot, text: str, start: int, end: int) -> None:
    body = MessageBody(Theme())
    qtbot.addWidget(body)
    box = found("x", "x", "b")
    show(body, text, replace(box, start=min(start, end), end=max(start, end)))
    raw = body.document().toRawText()
    assert not any(ord(character) >= 0x100000 for character in raw)


def test_a_long_answer_stays_in_slices(qtbot: QtBot, body: MessageBody) -> None:
    text = "\n\n".join(f"Paragraph {n} with **bold** words." for n in range(1000))
    body.fit(WIDTH)
    body.set_text(text)
    assert body.busy
    qtbot.waitUntil(lambda: not body.busy)
    assert "Paragraph 999 with bold words." in body.toPlainText()


def test_the_theme_can_change_under_a_text(qtbot: QtBot, body: MessageBody) -> None:
    before = show(body, ANSWER, found(ANSWER, "三文鱼", "b"))
    body.rerender()
    body.flush()
    assert body.toPlainText() == before
    assert len(phrase_rects(body, "b")) == 1


@pytest.mark.parametrize("above", ["words", "```py\nwords\n```", "- words", "> words", "# words"])
def test_a_table_keeps_its_distance_from_what_is_above(body: MessageBody, above: str) -> None:
    show(body, f"{above}\n\n| cell | b |\n|---|---|\n| 1 | 2 |")
    document = body.document()
    top = document.documentLayout().blockBoundingRect(document.find("cell").block()).top()
    words = document.find("words").block()
    bottom = words.layout().position().y() + words.blockFormat().lineHeight()
    if above.startswith("```"):
        bottom += CODE_PADDING
    assert 8 <= top - bottom <= 20


def test_the_first_letter_of_a_line_is_whole(body: MessageBody) -> None:
    body.setStyleSheet("background: white; color: black")
    show(body, "jjj")
    image = body.viewport().grab().toImage()
    assert {image.pixelColor(0, y).lightness() for y in range(image.height())} == {255}


def test_the_head_of_a_column_stands_as_its_cells_do(body: MessageBody) -> None:
    show(body, "| Dish | Price of it |\n|:---|---:|\n| Salmon | 15 |")
    document = body.document()
    head, cell = (document.find(text).blockFormat().alignment() for text in ("Price of it", "15"))
    assert head == cell and cell & Qt.AlignmentFlag.AlignRight


TABLE = "| Dish | Price |\n| --- | ---: |\n| Salmon \\| rice | 12 |\n| =1+1 | **7** |"
TSV = "Dish\tPrice\nSalmon | rice\t12\n'=1+1\t7"
HTML = (
    "<table><tr><th>Dish</th><th>Price</th></tr><tr><td>Salmon | rice</td><td>12</td></tr>"
    "<tr><td>&#x27;=1+1</td><td>7</td></tr></table>"
)


def clipboard() -> tuple[str, str]:
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html() if data.hasHtml() else ""


def select(body: MessageBody, start: int, end: int) -> None:
    cursor = body.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def test_a_table_of_an_answer_is_copied_as_one(qtbot: QtBot, body: MessageBody) -> None:
    show(body, f"The menu:\n\n{TABLE}\n\nThat is all.")
    body.copy_all()
    assert clipboard() == (
        f"The menu:\n\n{TABLE}\n\nThat is all.",
        f"<p>The menu:</p>{HTML}<p>That is all.</p>",
    )
    body.selectAll()
    body.copy()
    assert clipboard() == (f"The menu:\n{TSV}\nThat is all.", f"<p>The menu:</p>{HTML}<p>That is all.</p>")
    assert body.copy_as("table")
    assert clipboard() == (TSV, HTML)
    select(body, 0, 0)
    assert body.copy_as("table")
    assert clipboard() == (TSV, HTML)
    show(body, TABLE)
    body.copy_all()
    assert clipboard() == (TSV, HTML)
    show(body, "No table")
    assert not body.copy_as("table")


def test_some_cells_of_a_table_are_copied_as_rows_and_words_of_one_as_words(body: MessageBody) -> None:
    show(body, TABLE)
    (table,) = [f for f in body.document().rootFrame().childFrames() if isinstance(f, QTextTable)]
    select(body, table.cellAt(0, 1).firstPosition(), table.cellAt(1, 1).lastPosition())
    body.copy()
    assert clipboard() == ("Price\n12", "<table><tr><td>Price</td></tr><tr><td>12</td></tr></table>")
    start = table.cellAt(1, 0).firstPosition()
    select(body, start, start + len("Salmon"))
    body.copy()
    assert clipboard() == ("Salmon", "")


def test_a_table_in_many_pieces_is_one_when_it_is_copied(body: MessageBody) -> None:
    rows = "".join(f"| a{n} | b{n} |\n" for n in range(200))
    show(body, f"| A | B |\n| --- | --- |\n{rows}\n| C |\n| --- |\n| c |\n")
    body.flush()
    body.selectAll()
    body.copy()
    text, html = clipboard()
    assert text.split("\n") == ["A\tB", *(f"a{n}\tb{n}" for n in range(200)), "C", "c"]
    assert html.count("<table>") == 2
    assert html.count("<th>") == 3


def test_prose_is_copied_on_one_line(body: MessageBody) -> None:
    show(body, "One line of words.\n\nAnother.")
    body.selectAll()
    assert body.copy_as("line")
    assert clipboard() == ("One line of words. Another.", "")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"Area: \(a_1 * b_2 * \pi\), so *big*.", r"Area: \(a_1 * b_2 * \pi\), so big."),
        ("Then\n\n\\[\n\\frac{1}{2}\n= x_i\n\\]\n\nand", "Then\n\\[ \\frac{1}{2} = x_i \\]\nand"),
        ("$$E = mc^2$$ and $x_1 + y_1$", "$$E = mc^2$$ and $x_1 + y_1$"),
        ("From $10 to $12, *and* $7_000", "From $10 to $12, and $7_000"),
        (r"A `\(code\)` stays", r"A \(code\) stays"),
    ],
)
def test_formulas_stay_as_they_were_written(body: MessageBody, source: str, shown: str) -> None:
    assert show(body, source).strip("\n") == shown


def test_a_phrase_inside_a_formula_is_a_link(body: MessageBody) -> None:
    text = r"It is \(a_1 + apple\) here"
    show(body, text, found(text, "apple", "b"))
    assert [said for said, _ in linked(body)] == ["apple"]


@pytest.mark.parametrize("around", ["{}", "```html\n{}\n```", "Read:\n\n{}"])
def test_a_table_written_as_html_is_copied_as_one(body: MessageBody, around: str) -> None:
    html = (
        '<table>\n<tr><td colspan="2">Menu &amp; more</td></tr>\n<tr><td>Tea</td><td>$2</td></tr>\n</table>'
    )
    show(body, around.format(html))
    assert body.copy_as("table")
    made = '<table><tr><td colspan="2">Menu &amp; more</td></tr><tr><td>Tea</td><td>$2</td></tr></table>'
    assert clipboard() == ("Menu & more\t\nTea\t$2", made)
    body.copy_all()
    assert clipboard() == (around.format(html), made)
