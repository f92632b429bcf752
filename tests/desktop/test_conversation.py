"""The tree of turns: what is shown, what is an alternative, what must be saved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox.session.conversation import Conversation
from eyebox.session.types import Turn


def question(text: str, parent: str = "", **more: object) -> Turn:
    return Turn("chat", "user", text, id=text, parent=parent, **more)  # type: ignore[arg-type]


def answer(text: str, parent: str = "", **more: object) -> Turn:
    return Turn("chat", "assistant", text, id=text, parent=parent, **more)  # type: ignore[arg-type]


def shown(conversation: Conversation) -> list[str]:
    return [turn.id for turn in conversation.path()]


@pytest.fixture
def chat() -> Conversation:
    conversation = Conversation()
    for turn in (question("q1"), answer("a1", "q1"), question("q2", "a1"), answer("a2", "q2")):
        conversation.add(turn)
    return conversation


def test_an_empty_chat_shows_nothing() -> None:
    assert Conversation().path() == ()
    assert Conversation().leaf() is None


def test_turns_are_shown_from_the_first_to_the_last(chat: Conversation) -> None:
    assert shown(chat) == ["q1", "a1", "q2", "a2"]
    assert (leaf := chat.leaf()) is not None
    assert leaf.id == "a2"


def test_an_answer_generated_again_is_an_alternative(chat: Conversation) -> None:
    (saved,) = chat.add(answer("a2'", "q2"))
    assert shown(chat) == ["q1", "a1", "q2", "a2'"]
    assert chat.turn("a2'") is saved
    assert chat.alternatives("a2") == (0, 2)
    assert chat.alternatives("a2'") == (1, 2)


def test_a_question_asked_again_hides_what_followed_the_old_one_until_chosen(chat: Conversation) -> None:
    chat.add(question("q1'"))
    chat.add(answer("a1'", "q1'"))
    assert shown(chat) == ["q1'", "a1'"]
    (saved,) = chat.choose("q1")
    assert shown(chat) == ["q1", "a1", "q2", "a2"]
    assert saved.id == "q1"
    assert saved.chosen > chat.turn("q1'").chosen


def test_choosing_what_is_shown_changes_nothing(chat: Conversation) -> None:
    assert chat.choose("a2") == ()


def test_replacing_a_turn_keeps_its_place(chat: Conversation) -> None:
    (saved,) = chat.replace(answer("a2", "elsewhere", state="stopped"))
    assert (saved.parent, saved.state) == ("q2", "stopped")
    assert chat.replace(saved) == ()
    assert shown(chat) == ["q1", "a1", "q2", "a2"]


def test_the_way_to_a_hidden_turn(chat: Conversation) -> None:
    chat.add(answer("a1'", "q1"))
    assert [turn.id for turn in chat.path_to("a2")] == ["q1", "a1", "q2", "a2"]


def test_what_cannot_be_added_leaves_the_chat_as_it_was(chat: Conversation) -> None:
    with pytest.raises(ValueError, match="there already"):
        chat.add(question("q1"))
    with pytest.raises(ValueError, match="unknown"):
        chat.add(question("q9", "nowhere"))
    assert shown(chat) == ["q1", "a1", "q2", "a2"]
    for call in (chat.turn, chat.choose, chat.alternatives, chat.path_to):
        with pytest.raises(KeyError):
            call("nowhere")


def test_damaged_parents_lose_no_turn() -> None:
    conversation = Conversation(
        [question("a", "c"), answer("b", "a"), question("c", "b"), question("d", "gone")]
    )
    reached = {turn.id for root in ("a", "b", "c", "d") for turn in conversation.path_to(root)}
    assert reached == {"a", "b", "c", "d"}
    assert shown(conversation)


def test_a_long_chat_is_no_recursion() -> None:
    turns = [question("0")] + [answer(str(i), str(i - 1)) for i in range(1, 3000)]
    assert len(Conversation(reversed(turns)).path()) == 3000


@st.composite
def histories(draw: st.DrawFn) -> list[Turn]:
    """Chats as a user makes them: every turn answers or follows an earlier one, or starts anew."""
    turns: list[Turn] = []
    for number in range(draw(st.integers(0, 12))):
        parent = draw(st.sampled_from(["", *[turn.id for turn in turns]]))
        turns.append(question(str(number), parent))
    return turns


@given(histories())
def test_what_was_returned_for_saving_restores_the_same_chat(turns: list[Turn]) -> None:
    conversation = Conversation()
    saved: dict[str, Turn] = {}
    for turn in turns:
        saved.update((kept.id, kept) for kept in conversation.add(turn))
    for turn in turns[::2]:
        saved.update((kept.id, kept) for kept in conversation.choose(turn.id))
        assert conversation.choose(turn.id) == ()
    assert Conversation(saved.values()).path() == conversation.path()


@given(histories())
def test_every_turn_can_be_brought_to_the_screen(turns: list[Turn]) -> None:
    conversation = Conversation(turns)
    for turn in turns:
        for step in conversation.path_to(turn.id):
            conversation.choose(step.id)
        assert turn.id in shown(conversation)
        index, count = conversation.alternatives(turn.id)
        assert conversation.siblings(turn.id)[index].id == turn.id
        assert count == len(conversation.siblings(turn.id))


@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(-1, 6), st.integers(0, 3)),
        max_size=7,
        unique_by=lambda t: t[0],
    )
)
def test_any_set_of_rows_gives_a_path_that_ends(rows: list[tuple[int, int, int]]) -> None:
    conversation = Conversation(
        Turn("chat", "user", "", id=str(own), parent=str(parent) if parent >= 0 else "", chosen=chosen)
        for own, parent, chosen in rows
    )
    path = conversation.path()
    assert bool(path) == bool(rows)
    assert len({turn.id for turn in path}) == len(path)
    for own, _, _ in rows:
        assert conversation.path_to(str(own))[-1].id == str(own)
