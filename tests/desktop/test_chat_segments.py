"""Cutting answers into pieces, and marks that change nothing of what Markdown means."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eyebox.chat.segments import Cut, clean, mark, markdown_cuts, marks_in, plain_cuts, without_marks

MARKDOWN = "".join
LINES = st.lists(
    st.sampled_from(
        [
            "words\n",
            "\n",
            "- item\n",
            "  more\n",
            "1. one\n",
            "```py\n",
            "```\n",
            "~~~\n",
            "# Head\n",
            "> q\n",
            "    x\n",
            "|a|b|\n",
            "|-|-|\n",
        ]
    ),
    max_size=30,
).map(MARKDOWN)


def cut_markdown(source: str, start: int = 0) -> list[int]:
    return [cut.offset for cut in markdown_cuts(source, Cut(start))]


def cut_plain(source: str, start: int = 0) -> list[int]:
    return [cut.offset for cut in plain_cuts(source, Cut(start))]


def pieces(source: str, cuts: list[int]) -> list[str]:
    return [source[a:b] for a, b in zip([0, *cuts], [*cuts, len(source)], strict=True)]


def test_paragraphs_lists_and_code_are_pieces_of_their_own() -> None:
    source = "One\nline.\n\nTwo.\n\n- a\n\n- b\n\n  still b\n\nThree\n```py\nx\n\ny\n```\nFour\n"
    assert pieces(source, cut_markdown(source)) == [
        "One\nline.\n\n",
        "Two.\n\n",
        "- a\n\n- b\n\n  still b\n\n",
        "Three\n",
        "```py\nx\n\ny\n```\n",
        "Four\n",
    ]


def test_a_long_list_is_cut_between_its_items() -> None:
    source = "- " + "word " * 400 + "\n- b\n- c\n"
    assert len(pieces(source, cut_markdown(source))) == 2


def test_an_open_fence_stays_one_piece() -> None:
    source = "```py\na\n\n# b\n\n- c\n\n"
    assert cut_markdown(source) == []


@given(LINES, st.lists(st.integers(0, 400), max_size=8))
def test_cutting_while_text_arrives_cuts_as_cutting_at_the_end(source: str, stops: list[int]) -> None:
    starts = [0]
    for stop in sorted(min(stop, len(source)) for stop in [*stops, len(source)]):
        starts += cut_markdown(source[:stop], starts[-1])
    assert starts[1:] == cut_markdown(source)
    assert all(piece.strip() for piece in pieces(source, cut_markdown(source))[1:-1])


@given(st.text(alphabet="ab \n", max_size=4000))
def test_plain_text_is_cut_at_the_start_of_lines(source: str) -> None:
    cuts = cut_plain(source)
    assert "".join(pieces(source, cuts)) == source
    assert all(source[cut - 1] == "\n" for cut in cuts)


def test_marks_move_past_the_syntax_around_a_phrase() -> None:
    for source, phrase, inner in (
        ("a **bold** word", "**bold**", "bold"),
        ("- item one", "- item one", "item one"),
        ("## Title", "## Title", "Title"),
        ("see [here](https://a.b)", "[here](https://a.b)", "here"),
        ("`code`", "`code`", "code"),
        (" plain ", " plain ", "plain"),
        ("> - *x*", "> - *x*", "x"),
    ):
        start = source.index(phrase)
        marked = mark(source, 0, len(source), [(0, start, start + len(phrase))], markdown=True)
        (first, _, _), (last, _, _) = marks_in(marked)
        assert marked[first + 1 : last] == inner


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5),
    st.booleans(),
)
def test_marks_come_in_pairs_and_leave_the_text_alone(
    source: str, spans: list[tuple[int, int]], markdown: bool
) -> None:
    source = clean(source)
    numbered = [(number, *sorted(span)) for number, span in enumerate(spans)]
    marked = mark(source, 0, len(source), numbered, markdown)
    assert without_marks(marked) == source
    found = marks_in(marked)
    begun = sorted(number for _, number, begins in found if begins)
    assert begun == sorted(number for _, number, begins in found if not begins)


@given(st.text(max_size=200))
def test_cleaning_keeps_every_offset(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert marks_in(clean(text)) == []
