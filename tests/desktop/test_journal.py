"""What was not finished when the program ended is there when it starts again."""

from dataclasses import replace

import pytest

from eyebox.session.journal import Journal
from eyebox.session.store import Store
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import BoxFound
from session_samples import fill, make_answer, make_turn


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "eyebox.db") as store:
        yield store


def test_draft_is_kept(store):
    session, _, chat = fill(store)
    changed = store.session(session).changed
    Journal(store).put_draft(chat.id, "half a quest\n\udcff")
    assert store.chats(session) == (replace(chat, draft="half a quest\n\udcff"),)
    assert store.session(session).changed == changed


def test_finished_answer_leaves_no_journal(store):
    _, _, chat = fill(store)
    journal = Journal(store)
    turn = make_turn(chat.id, "", role="assistant", model="reader")
    journal.begin(turn)
    journal.append(turn.id, "Here")
    assert store.turns(chat.id) == ()
    done = replace(turn, text="Here it is", answer=make_answer("Here it is"))
    journal.finish(done)
    assert store.turns(chat.id) == (done,) and journal.recover() == ()
    assert [hit.target for hit in store.search("here it")] == [turn.id]


def test_interrupted_answer_comes_back_with_text_and_boxes(store):
    _, picture, chat = fill(store)
    question = make_turn(chat.id, "find salmon")
    store.save_turn(question)
    turn = make_turn(
        chat.id, "", role="assistant", parent=question.id, chosen=4, model="reader", pictures=(picture.id,)
    )
    boxes = (BoxFound(0, 0, Box("salmon", 1, 2, 3, 4, kind="hologram", source="model"), 0, 6),)
    journal = Journal(store)
    journal.begin(turn)
    journal.append(turn.id, "sal")
    journal.append(turn.id, "salmon \udcff 鮭魚", boxes)
    store.close()

    again = Store.open(store.path)
    (found,) = Journal(again).recover()
    assert replace(found, answer=None) == replace(turn, text="salmon \udcff 鮭魚", state="interrupted")
    assert found.answer.text == found.text and found.answer.boxes == boxes
    assert again.turns(chat.id) == (question, found)
    assert Journal(again).recover() == ()
    again.close()


def test_repeated_calls_change_nothing(store):
    _, _, chat = fill(store)
    journal = Journal(store)
    turn = make_turn(chat.id, "", role="assistant")
    for _ in range(2):
        journal.begin(turn)
    journal.append(turn.id, "text")
    journal.begin(turn)
    for _ in range(2):
        journal.finish(replace(turn, text="text"))
    assert store.turns(chat.id) == (replace(turn, text="text"),)
    journal.append(turn.id, "too late")
    assert journal.recover() == ()
