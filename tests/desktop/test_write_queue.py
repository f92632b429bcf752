"""Writes wait for a busy or full store, in their order, and none is lost; what can never be saved holds up nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from pytestqt.qtbot import QtBot

from eyebox.session.errors import StoreBusy, StoreFull
from eyebox.session.review import BoxState, Change, ReviewStep
from eyebox.session.store import Store
from eyebox.session.write_log import WriteLog, from_line, to_line
from eyebox.session.writes import (
    AddPicture,
    AddToReview,
    AppendTurn,
    CreateSession,
    FinishTurn,
    JudgeBoxes,
    PutDraft,
    RenameSession,
    SaveBoxes,
    SaveExtras,
    SavePage,
    SetState,
    Write,
)
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import BoxFound, ImageInfo
from eyebox_models.protocol.wire import pack, unpack
from session_samples import AWKWARD_NAMES, fill, make_answer, make_page, make_picture, make_turn


@pytest.fixture
def make(tmp_path: Path) -> Callable[[Store | Callable[[Write], object]], WriteQueue]:
    store = tmp_path / "sessions.sqlite"

    def make(apply: Store | Callable[[Write], object]) -> WriteQueue:
        """On a store, or on one that does what `apply` does with a renaming."""
        on = apply if isinstance(apply, Store) else Mock()
        if on is not apply:
            on.rename_session = lambda session, name: apply(RenameSession(session, name))
        return WriteQueue(on, WriteLog.waiting(store), WriteLog.not_saved(store))

    return make


def rename(name: str) -> RenameSession:
    return RenameSession("s", name)


def test_writes_keep_their_order_while_the_store_is_busy(qtbot: QtBot, make) -> None:
    done: list[str] = []
    busy = [True, True, False]

    def apply(write: RenameSession) -> None:
        if write.name == "first" and busy.pop(0):
            raise StoreBusy("busy", "busy")
        done.append(write.name)

    saver = make(apply)
    saver.do(rename("first"))
    saver.do(rename("second"))
    assert done == [] and saver.pending == 2
    qtbot.waitUntil(lambda: done == ["first", "second"])


def test_a_full_disk_is_told_once_and_nothing_is_lost(qtbot: QtBot, make) -> None:
    room = False
    done: list[str] = []

    def apply(write: RenameSession) -> None:
        if not room:
            raise StoreFull("full", "The disk is full: free some space.")
        done.append(write.name)

    saver = make(apply)
    said: list[str] = []
    saver.failed.connect(said.append)
    for number in range(5):
        saver.do(rename(str(number)))
    assert not saver.flush() and said == ["The disk is full: free some space."]
    room = True
    with qtbot.waitSignal(saver.recovered):
        saver.flush()
    assert done == ["0", "1", "2", "3", "4"] and not saver.pending


@pytest.mark.parametrize("error", [sqlite3.IntegrityError("NOT NULL"), TypeError("no JSON"), KeyError("bug")])
def test_what_can_never_be_saved_is_set_aside_and_the_others_go_on(make, tmp_path: Path, error) -> None:
    done: list[str] = []

    def apply(write: RenameSession) -> None:
        if write.name.startswith("bad"):
            raise error
        done.append(write.name)

    saver = make(apply)
    told: list[str] = []
    saver.refused.connect(told.append)
    for name in ("one", "bad", "two", "bad again", "three"):
        saver.do(rename(name))
    assert done == ["one", "two", "three"] and not saver.pending
    kept = tmp_path / "sessions.sqlite.not-saved.jsonl"
    assert told == [str(kept)] and kept.stat().st_mode & 0o777 == 0o600
    lines = [json.loads(line) for line in kept.read_text().splitlines()]
    assert [from_line(json.dumps(line["write"])) for line in lines] == [rename("bad"), rename("bad again")]
    assert lines[0]["refused"] == repr(error)


def test_what_depends_on_something_refused_goes_with_it(make, tmp_path: Path) -> None:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        session, picture, _ = fill(store)
        saver = make(store)
        lost = make_picture(session, width=None)
        saver.do(AddPicture(lost))
        saver.do(SaveBoxes(lost.id, (Box("of the lost one", 0, 0, 1, 1),)))
        saver.do(SaveBoxes(picture.id, (Box("kept", 0, 0, 1, 1),)))
        assert [box.label for box in store.boxes(picture.id)] == ["kept"]
        found = WriteLog.not_saved(store.path).path.read_text()
        assert found.count("\n") == 2 and "of the lost one" in found
        found_again = make_picture(session)
        saver.do(AddPicture(found_again))
        saver.do(SaveBoxes(found_again.id, (Box("new", 0, 0, 1, 1),)))
        assert len(store.boxes(found_again.id)) == 1


def test_what_is_done_together_is_one_transaction(make, tmp_path: Path) -> None:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        _, picture, _ = fill(store)
        before = len(store.boxes(picture.id))
        saver = make(store)
        commits: list[str] = []
        store.database._connection.set_trace_callback(
            lambda statement: commits.append(statement) if statement == "COMMIT" else None
        )
        with saver.together():
            for n in range(20):
                saver.do(SaveBoxes(picture.id, (Box(str(n), 0, 0, 1, 1),)))
            assert saver.pending == 20 and not commits
        assert not saver.pending and len(commits) == 1
        assert [box.label for box in store.boxes(picture.id)[before:]] == [str(n) for n in range(20)]


def test_one_that_can_never_be_saved_keeps_none_of_its_company_back(make, tmp_path: Path) -> None:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        session, picture, _ = fill(store)
        before = len(store.boxes(picture.id))
        saver = make(store)
        lost = make_picture(session, width=None)
        with saver.together():
            saver.do(SaveBoxes(picture.id, (Box("first", 0, 0, 1, 1),)))
            saver.do(AddPicture(lost))
            saver.do(SaveBoxes(lost.id, (Box("of the lost one", 0, 0, 1, 1),)))
            saver.do(SaveBoxes(picture.id, (Box("last", 0, 0, 1, 1),)))
        assert [box.label for box in store.boxes(picture.id)[before:]] == ["first", "last"]
        assert WriteLog.not_saved(store.path).path.read_text().count("\n") == 2 and not saver.pending


def test_what_waits_longer_is_on_the_disk_and_done_by_the_next_run(
    qtbot: QtBot, make, tmp_path: Path
) -> None:
    log = tmp_path / "sessions.sqlite.waiting"

    def busy(_write: Write) -> None:
        raise StoreBusy("busy", "busy")

    saver = make(busy)
    saver.do(rename("first"))
    qtbot.waitUntil(log.exists)
    saver.do(rename("second"))
    qtbot.waitUntil(lambda: len(log.read_bytes().splitlines()) == 2)
    log.write_bytes(log.read_bytes() + b'{"is":"RenameSession","sess')  # a kill in the middle of a line
    done: list[Write] = []
    later = make(done.append)
    later.recover()
    later.do(rename("third"))
    assert done == [rename("first"), rename("second"), rename("third")] and not log.exists()
    saver.flush()


def test_a_cut_line_does_not_take_the_next_one_along(tmp_path: Path) -> None:
    log = WriteLog(tmp_path / "log")
    log.append([rename("one")])
    log.path.write_bytes(log.path.read_bytes() + b'{"is":"Ren')
    log.append([rename("two")])
    assert log.read() == [rename("one"), rename("two")]


def test_writes_come_back_from_a_line_exactly() -> None:
    box = Box(AWKWARD_NAMES[4], 0.1, 0.30000000000000004, 3, 4, points=((0.0, 1.5), (2.0, 3.0)))
    turn = make_turn("c", "text \udcff\n", pictures=("p",), answer=make_answer())
    with Store.open(":memory:") as store:
        info = store.new_session("naïve \udcff")
    change = Change(
        "p", "b", BoxState("", box, box), BoxState("fixed", box, box, seconds=0.1, decided=1e9), 3
    )
    for write in (
        CreateSession(info),
        AddPicture(make_picture("s", AWKWARD_NAMES[2])),
        SaveBoxes("p", (box,), ("gone",), ("b", "a")),
        SaveBoxes("p", removed=("gone",)),
        SavePage("p", make_page("a line", "鮭魚")),
        SaveExtras("p", {"": {"is": "labelme", "list": [1, [2]]}}),
        PutDraft("c", "half"),
        AppendTurn("c", "t", "so far", (BoxFound(0, 0, box, 1, 2),)),
        FinishTurn(turn, (("p", (box,)),)),
        SetState("", "recent", ["a", {"b": [1]}]),
        AddToReview("p", ("b",), "a model"),
        JudgeBoxes(
            "s", ReviewStep("1", "missed", (change,), (("p", True),)), (SaveBoxes("p", (box,)),), True
        ),
    ):
        line = to_line(write)
        assert "\n" not in line and line.isascii() and from_line(line) == write
    for line in ("", "{}", "[1]", '{"is":"Store"}', '{"is":"Box"}', '{"is":"PutDraft","nobody":1}', "7"):
        with pytest.raises(ValueError):
            from_line(line)


def test_an_answer_and_its_boxes_stand_or_fall_together(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        _, picture, chat = fill(store)
        turn = make_turn(chat.id, "Here", role="assistant", answer=make_answer())
        store.journal.begin(turn)
        boxes = (Box("fine", 0, 0, 1, 1), Box("impossible", float("nan"), 0, 1, 1))
        with pytest.raises(sqlite3.IntegrityError):
            FinishTurn(turn, ((picture.id, boxes),)).apply(store)
        assert store.turns(chat.id) == () and store.boxes(picture.id) == ()
        assert len(store.journal.interrupted()) == 1
        FinishTurn(turn, ((picture.id, boxes[:1]),)).apply(store)
        assert store.turns(chat.id) == (turn,) and store.boxes(picture.id) == boxes[:1]
        assert store.journal.interrupted() == ()


def test_a_begun_answer_without_its_chat_is_recovered(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        store.database._connection.execute("PRAGMA foreign_keys = OFF")
        store.journal.begin(make_turn("gone", "", role="assistant", id="t"))
        store.journal.append("t", "half an answer")
        store.database._connection.execute("PRAGMA foreign_keys = ON")
        (turn,) = store.journal.interrupted()
        FinishTurn(turn).apply(store)
        (session,) = store.sessions()
        (chat,) = store.chats(session.id)
        assert store.turns(chat.id) == (turn,) and turn.text == "half an answer"
        store.check()


def test_a_log_of_an_older_version_is_read() -> None:
    answer = make_answer()
    line = to_line(FinishTurn(make_turn("c", "", role="assistant", answer=answer)))
    assert from_line(line.replace('"ImageInfo"', '"Seen"')) == from_line(line)


def test_a_stored_answer_of_an_older_version_is_read() -> None:
    seen = ImageInfo(0, 40, 30, (28, 28), 1)
    assert unpack(pack(seen) | {"is": "Seen"}) == seen
