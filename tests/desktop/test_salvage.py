"""What can be read of a damaged session file is in a new one, what was done beside it is added, and no file is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import session_damage
from eyebox.session.database import Database, put_in_place, resume
from eyebox.session.errors import StoreDamaged
from eyebox.session.merge import beside, merge
from eyebox.session.opening import open_store, take_in
from eyebox.session.review import ReviewStep
from eyebox.session.salvage import salvage
from eyebox.session.schema import MIGRATIONS
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord
from eyebox.session.write_log import WriteLog
from eyebox.session.writes import JudgeBoxes, SaveBoxes
from eyebox_models.protocol.box import Box
from quick_run import quick
from session_samples import create_session, fill, make_picture, make_turn

KEYS = {
    "session": "id, name", "picture": "id, path", "box": "picture, id, label, x1", "extra": "picture, box, data",
    "page": "picture, data", "chat": "id, draft", "turn": "id, text, answer", "journal": "turn, text",
    "state": "owner, key, value", "review": "picture, box, verdict, proposed, seconds", "review_step": "id, data, undone",
}  # fmt: skip


def rows(path: Path) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return {
            (table, *row)
            for table, names in KEYS.items()
            for row in raw.execute(f"SELECT {names} FROM {table}")
        }


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("rich") / "sessions.sqlite"
    session_damage.make_rich(path, pictures=6, boxes=200, turns=12)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, rich: bytes) -> Path:
    path = tmp_path / "sessions.sqlite"
    path.write_bytes(rich)
    return path


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        file.write(data)


def root_of(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0])


def page(content: bytes, number: int) -> bytes:
    return content[(number - 1) * 4096 : number * 4096]


def test_a_sound_file_is_salvaged_whole(path: Path) -> None:
    before = rows(path)
    result = salvage(path)
    assert result.whole and rows(result.file) == before == rows(path)


@pytest.mark.parametrize(
    ("at", "data"),
    [(0, b"\0" * 16), (16, b"\0\1"), (18, b"\7\7"), (44, b"\xff" * 20), (60, b"\x7f"), (100, b"\xee" * 900)],
)
def test_a_damaged_beginning_costs_nothing(path: Path, at: int, data: bytes) -> None:
    before = rows(path)
    overwrite(path, at, data)
    damaged = path.read_bytes()
    opened = open_store(path)
    opened.store.check()
    assert opened.problem is None and opened.aside is not None and opened.aside.read_bytes() == damaged
    opened.store.close()
    assert rows(path) == before


@pytest.mark.parametrize("lost", [[0], [1, 2], [0, 1, 2]])
def test_pages_that_list_the_tables_cost_nothing(path: Path, lost: list[int]) -> None:
    """The list of tables of a session file takes several pages: the inner one, which is the first, and its leaves."""
    before, content = rows(path), path.read_bytes()
    pages = [number for number in range(1, len(content) // 4096 + 1) if b"CREATE T" in page(content, number)]
    assert len(pages) >= 2
    for number in [([1, *pages])[which] for which in lost]:
        overwrite(path, (number - 1) * 4096, b"\xa5" * 4096)
    assert rows(salvage(path).file) == before


@pytest.mark.parametrize("table", quick(sorted(KEYS), "box", "picture", "review", "state", "turn"))
def test_the_first_page_of_a_table_takes_no_other_along(path: Path, table: str) -> None:
    before = rows(path)
    overwrite(path, (root_of(path, table) - 1) * 4096, b"\xa5" * 4096)
    after = rows(salvage(path).file)
    lost = before - after
    assert {str(row[0]) for row in lost} <= {table}
    with Store.open(salvage(path).file) as store:
        store.check()
        assert store.search("salmon") or table in ("turn", "page")


@pytest.mark.parametrize("seed", range(5))
def test_damage_anywhere_costs_what_lay_there(path: Path, seed: int) -> None:
    before = rows(path)
    session_damage.flip(path, 5 * seed + 3)
    result = salvage(path)
    after = rows(result.file)
    assert len(before & after) >= 0.95 * len(before)
    with Store.open(result.file) as store:
        store.check()


def test_verdicts_outlive_the_page_that_lists_the_tables_of_an_older_file(tmp_path: Path) -> None:
    """A file without tables for reviews, damaged in its search index and elsewhere, is salvaged as what it is."""
    path = tmp_path / "sessions.sqlite"
    with Store.open(path, migrations=MIGRATIONS[:5]) as store:
        session = store.new_session("old")
        store.add_session(session)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned)"
            " VALUES ('p', ?, '/p', 'p', '', 1, 1, 0, 0)",
            (session.id,),
        )
        raw.commit()
    overwrite(path, (root_of(path, "passage") - 1) * 4096, b"\xa5" * 4096)
    result = salvage(path)
    assert result.saved == 2
    with Store.open(result.file) as store:
        assert [record.id for record in store.pictures(session.id)] == ["p"]
        assert not store.has_review(session.id)


def test_what_is_left_of_a_row_is_kept(path: Path) -> None:
    """A long answer lies on pages of its own: without them the question that it answered still has its text."""
    with Store.open(path) as store:
        chat = store.chats(store.sessions()[0].id)[0].id
        store.save_turn(make_turn(chat, "short text", id="long", detail="d" * 30_000))
    content = path.read_bytes()
    overwrite(path, content.index(b"d" * 4000) - 4, b"\xff\xff\xff\xff")
    with Store.open(salvage(path).file) as store:
        (turn,) = (turn for turn in store.turns(chat) if turn.id == "long")
        assert turn.text == "short text" and turn.detail == ""


def test_rows_without_parents_get_new_ones(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DELETE FROM session")
        raw.execute("DELETE FROM picture")
        raw.execute("DELETE FROM chat")
    with Store.open(salvage(path).file) as store:
        store.check()
        (session,) = store.sessions()
        pictures = store.pictures(session.id)
        assert len(pictures) == 6 and all(len(store.boxes(picture.id)) == 200 for picture in pictures)
        assert {picture.path for picture in pictures} == {"menu.png"} and pictures[0].width == 400
        assert sum(len(store.turns(chat.id)) for chat in store.chats(session.id)) == 72


def test_a_kill_between_the_two_renames_is_made_good(path: Path) -> None:
    before = rows(path)
    salvage(path)
    path.rename(path.with_name("sessions.sqlite.aside"))
    resume(path)
    assert rows(path) == before
    salvage(path)
    resume(path)
    assert rows(path) == before and len(list(path.parent.iterdir())) == 2
    assert salvage(path) and put_in_place(path) and rows(path) == before


# Beside


def test_what_was_done_beside_is_added_once(path: Path, tmp_path: Path) -> None:
    with Store.open(beside(path)) as other:
        session, picture, chat = fill(other, "Beside")
        other.save_boxes(picture.id, [Box("beside", 1, 2, 3, 4)])
        other.save_turn(make_turn(chat.id, "asked beside"))
        other.set_state(picture.id, "zoom", 2)
        other.journal.begin(make_turn(chat.id, "", role="assistant", id="begun beside"))
        create_session(other, "nothing in it")
        with Store.open(path) as store:
            before = len(store.sessions())
            for _ in range(2):
                merge(other.database, store.database)
                assert len(store.sessions()) == before + 1
            assert store.pictures(session) == (picture,) and store.boxes(picture.id)[0].label == "beside"
            assert [turn.text for turn in store.turns(chat.id)] == ["asked beside"]
            assert store.get_state(picture.id, "zoom") == 2
            assert "begun beside" in [turn.id for turn in store.journal.interrupted()]
            assert [hit.kind for hit in store.search("beside")] == ["turn", "box", "session"]
            store.check()


def test_verdicts_come_along_with_what_was_done_beside(path: Path, tmp_path: Path) -> None:
    with Store.open(beside(path)) as other:
        session = create_session(other, "beside").id
        other.add_picture(make_picture(session, id="judged"))
        other.save_boxes("judged", [Box("cup", n, n, n + 9, n + 9, 0.5, "model", f"b{n}") for n in range(3)])
        session_damage.judge_some(other, session)
        JudgeBoxes(session, ReviewStep("mark", "complete", (), (("judged", True),))).apply(other)
        rows_before, steps_before = other.review_of_picture("judged"), other.steps(session, 10)
        with Store.open(path) as store:
            for _ in range(2):
                merge(other.database, store.database)
            rows_after = store.review_of_picture("judged")
            assert [row.state for row in rows_after] == [row.state for row in rows_before]
            assert {row.verdict for row in rows_after} == {"", "unsure", "accepted"}
            assert store.steps(session, 10) == steps_before
            assert store.is_complete("judged")
            store.check()


def test_what_was_left_beside_is_taken_in_with_what_waited(path: Path) -> None:
    left = beside(path)
    with Store.open(left) as other:
        _, picture, _ = fill(other, "Beside")
        WriteLog.waiting(left).append(
            [
                SaveBoxes(picture.id, (Box("waited", 1, 2, 3, 4),)),
                SaveBoxes("nobody", (Box("lost", 1, 2, 3, 4),)),
            ]
        )
    with Store.open(path) as store:
        assert take_in(path, store) == 1
        assert [box.label for box in store.boxes(picture.id)] == ["waited"]
    assert {file.name for file in path.parent.iterdir()} == {path.name, f"{left.name}.not-saved.jsonl"}


def test_a_damaged_file_beside_is_salvaged_and_kept(path: Path) -> None:
    left = beside(path)
    with Store.open(left) as other:
        _, picture, _ = fill(other, "Beside")
        other.save_boxes(picture.id, [Box("beside", 1, 2, 3, 4)])
    overwrite(left, 0, b"\0" * 16)
    with Store.open(path) as store:
        assert take_in(path, store) == 1 and store.boxes(picture.id)[0].label == "beside"
    assert len(list(path.parent.glob("*.aside"))) == 1 and not left.exists()


def test_without_any_file_the_store_is_in_memory_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    path.mkdir()
    opened = open_store(path)
    assert opened.store.path == beside(path) and opened.problem is not None
    opened.store.add_chat(ChatRecord("c", create_session(opened.store, "s").id))
    opened.store.close()
    beside(path).rename(tmp_path / "other")
    beside(path).mkdir()
    opened = open_store(path)
    assert opened.store.is_in_memory and opened.problem is not None
    opened.store.close()


def test_reads_that_meet_damage_tell_it_and_give_what_they_can(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("UPDATE box SET x1 = 'far' WHERE label = 'label 3'")
    with Store.open(path) as store:
        picture = store.pictures(store.sessions()[0].id)[0].id
        with pytest.raises(StoreDamaged):
            store.boxes(picture)
        told: list[StoreDamaged] = []
        store.database.on_damage = told.append
        assert len(store.boxes(picture)) == 200 - 22 and told
        store.move_to(Database.open(path))
        assert store.boxes(picture)


def test_a_version_that_no_program_has_is_damage(path: Path) -> None:
    before = rows(path)
    for version in (-7, 1 << 30):
        with closing(sqlite3.connect(path)) as raw:
            raw.execute(f"PRAGMA user_version = {version}")
        opened = open_store(path)
        opened.store.close()
        assert opened.problem is None and rows(path) == before
