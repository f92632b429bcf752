"""What is saved comes back, in order, after closing and opening again."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from eyebox.session import page_rows, rows
from eyebox.session.assets import Assets
from eyebox.session.boxes import MANY
from eyebox.session.schema import MIGRATIONS
from eyebox.session.store import Store
from eyebox.session.trash import DAY, KEPT_SECONDS
from eyebox.session.types import ChatRecord, PictureContent
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Cell, Code, Table, Word
from session_samples import (
    AWKWARD_NAMES,
    create_session,
    fill,
    make_answer,
    make_page,
    make_picture,
    make_turn,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


class Clock:
    def __init__(self):
        self.now = 1_000_000.0

    def __call__(self):
        self.now += 1
        return self.now


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "eyebox.db"


@pytest.fixture
def store(path):
    store = Store.open(path, clock=Clock())
    yield store
    store.close()


def reopened(store):
    store.close()
    return Store.open(store.path)


def test_sessions_are_listed_latest_change_first(store):
    first = create_session(store, "First")
    second = create_session(store, "Second")
    store.add_picture(make_picture(first.id))
    assert [(s.name, s.pictures) for s in store.sessions()] == [("First", 1), ("Second", 0)]
    assert store.sessions()[0].changed > second.changed
    store.rename_session(second.id, "Renamed\n🍔")
    assert [s.name for s in store.sessions()] == ["Renamed\n🍔", "First"]
    assert store.session(first.id).created == first.created


def test_deleted_session_comes_back_whole(store):
    session, picture, chat = fill(store)
    store.save_page(picture.id, make_page("Salmon Burger"))
    store.delete_session(session)
    assert store.sessions() == () and store.search("salmon") == ()
    store.restore_session(session)
    assert [s.id for s in store.sessions()] == [session]
    assert store.pictures(session) == (picture,) and store.chats(session) == (chat,)
    assert len(store.search("salmon")) == 1


@pytest.mark.parametrize("name", AWKWARD_NAMES)
def test_awkward_names_come_back_exactly(store, name):
    session = create_session(store, name).id
    record = make_picture(session, name, path=f"/folder\n/{name}", sha256="ab" * 32, owned=True)
    store.add_picture(record)
    store.save_boxes(record.id, [Box(name, 1, 2, 3, 4, kind=name)])
    with reopened(store) as again:
        assert again.pictures(session) == (record,)
        assert again.session(session).name == name
        assert again.boxes(record.id)[0].label == name
        again.check()


def test_pictures_keep_their_order(store):
    session = create_session(store, "s").id
    a, b, c, d = (make_picture(session, name, position=n) for n, name in enumerate("abcd"))
    for picture in (c, a, b, a):
        store.add_picture(picture)
    assert store.pictures(session) == (a, b, c)
    for position, picture in enumerate((c, a, b)):
        store.update_picture(replace(picture, position=position))
    store.add_picture(d)
    assert [p.name for p in store.pictures(session)] == ["c", "a", "b", "d"]
    store.remove_picture(a.id)
    assert [p.name for p in store.pictures(session)] == ["c", "b", "d"]
    store.restore_picture(a.id)
    assert [p.name for p in store.pictures(session)] == ["c", "a", "b", "d"]
    store.update_picture(replace(d, path="/elsewhere/d.png", width=7))
    assert store.picture(d.id).path == "/elsewhere/d.png"
    assert store.session(session).pictures == 4


def test_lists_know_what_was_read_without_its_pages(store):
    session, picture, _ = fill(store)
    assert store.picture(picture.id).lines is None
    store.save_page(picture.id, make_page("Salmon Burger", "Pizza"))
    with reopened(store) as again:
        assert again.picture_ids_of(session) == [picture.id]
        assert again.picture_records([picture.id, "unknown"])[picture.id].lines == 2
        again.update_picture(picture)
        assert again.picture(picture.id).lines == 2


def test_pages_of_an_older_file_are_counted(path):
    with Store.open(path, migrations=MIGRATIONS[:1]) as store, store.together() as _:
        connection = store.database._connection
        connection.execute("INSERT INTO session (id, name, created, changed) VALUES ('s', 's', 1, 1)")
        for id, data in (
            ("a", page_rows.page_to_json(make_page("x", "y"))),
            ("b", b"\xff"),
            ("c", "{"),
            ("d", None),
        ):
            connection.execute(
                """INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned)
                VALUES (?, 's', '/p', 'p', '', 1, 1, 0, 0)""",
                (id,),
            )
            if data is not None:
                connection.execute("INSERT INTO page VALUES (?, ?)", (id, data))
    with Store.open(path) as store:
        assert {record.id: record.lines for record in store.pictures("s")} == {
            "a": 2,
            "b": 0,
            "c": 0,
            "d": None,
        }
    assert path.with_name(path.name + ".v1.backup").is_file()


def test_pictures_of_an_older_file_are_not_turned(path):
    with Store.open(path, migrations=MIGRATIONS[:4]) as store, store.together() as _:
        connection = store.database._connection
        connection.execute("INSERT INTO session (id, name, created, changed) VALUES ('s', 's', 1, 1)")
        connection.execute(
            """INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned)
            VALUES ('a', 's', '/p', 'p', '', 3, 2, 0, 0)"""
        )
    with Store.open(path) as store:
        (record,) = store.pictures("s")
        assert (record.turns, record.width, record.height) == (0, 3, 2)
        turned = replace(record, turns=1, width=2, height=3)
        box = Box("b", 0, 1, 2, 3)
        store.turn_picture(turned, (box,), make_page("x"))
        assert store.pictures("s") == (turned,) and store.boxes("a") == (box,)
        assert store.page("a") == make_page("x")


@pytest.mark.parametrize("in_memory", [False, True])
def test_another_thread_reads_all_pictures_as_they_were(store, in_memory):
    store = Store.in_memory() if in_memory else store
    session = create_session(store, "s").id
    pictures = [make_picture(session, f"{n}.png", position=-n) for n in range(250)]
    for picture in pictures:
        store.add_picture(picture)
    box, page = Box("a", 1, 2, 3, 4), make_page("Salmon Burger")
    store.save_boxes(pictures[7].id, [box])
    store.save_page(pictures[7].id, page)
    store.save_extras(pictures[7].id, {"": {"flag": True}})
    reader = store.for_reading()
    assert next(reader.contents(session)).record == pictures[-1]
    store.remove_picture(pictures[0].id)
    store.save_boxes(pictures[7].id, [], [box.id])
    with ThreadPoolExecutor() as threads:
        found = threads.submit(lambda: list(reader.contents(session))).result()
        only = threads.submit(lambda: list(reader.contents(session, {pictures[7].id}, pages=False))).result()
        threads.submit(reader.close).result()
    assert [content.record for content in found] == pictures[::-1]
    assert found[-8] == PictureContent(pictures[7], (box,), page, {"": {"flag": True}})
    assert only == [PictureContent(pictures[7], (box,), None, {"": {"flag": True}})]


@pytest.mark.parametrize("count", [MANY - 1, MANY])
def test_search_follows_the_labels_of_many_boxes(store, count):
    session = create_session(store, "Animals")
    picture = make_picture(session.id)
    store.add_picture(picture)
    boxes = [Box("zebra", 1, 2, 3, 4) for _n in range(count)]
    store.save_boxes(picture.id, boxes)
    assert len(store.search("zebra")) == 1
    store.save_boxes(picture.id, [replace(box, label="giraffe") for box in boxes])
    assert store.search("zebra") == () and len(store.search("giraffe")) == 1
    store.save_boxes(picture.id, [Box("okapi", 1, 2, 3, 4)], [box.id for box in boxes])
    assert store.search("giraffe") == () and [box.label for box in store.boxes(picture.id)] == ["okapi"]


def test_boxes_are_saved_one_by_one_in_order(store):
    _, picture, _ = fill(store)
    a, b, c = (Box(label, 1, 2, 30.125, 40, score=0.25, source="model") for label in "abc")
    store.save_boxes(picture.id, [a, b])
    store.save_boxes(picture.id, [c])
    moved = a.placed(0.1, 0.2, 0.30000000000000004, 7)
    store.save_boxes(picture.id, [moved], [b.id])
    assert store.boxes(picture.id) == (moved, c)
    store.save_boxes(picture.id, [b], order=[a.id, b.id, c.id])
    with reopened(store) as again:
        assert again.boxes(picture.id) == (moved, b, c)


def test_box_kinds_of_other_programs_survive(store):
    _, picture, _ = fill(store)
    odd = Box("x", 0, 0, 9, 9, points=((0.0, 0.0), (9.0, 4.5), (3.25, 9.0)), kind="hologram")
    store.save_boxes(picture.id, [odd])
    extras = {odd.id: {"group_id": 3, "flags": {"hard": True}}, "": {"version": "5.5.0"}}
    store.save_extras(picture.id, extras)
    store.save_boxes(picture.id, [], [odd.id])
    store.save_boxes(picture.id, [odd])
    with reopened(store) as again:
        assert again.boxes(picture.id) == (odd,)
        assert again.extras(picture.id) == extras


def test_page_comes_back_exactly(store):
    _, picture, _ = fill(store)
    assert store.page(picture.id) is None
    store.save_page(picture.id, make_page("old"))
    page = make_page("    def f(x):", "鮭魚 burger", "naïve \udcff")
    store.save_page(picture.id, page)
    with reopened(store) as again:
        assert again.page(picture.id) == page


def test_scores_of_words_and_what_the_reader_had_come_back(store):
    _, picture, _ = fill(store)
    page = make_page("Garden Pizza", "soup")
    words = (
        Word("Garden", (0, 0, 40, 10), 0.61),
        Word("Pizza", (50, 0, 90, 10)),
        Word("菜单", (91, 0, 99, 10), 0.5, (0.5, 0.9)),
    )
    read = replace(page.lines[0], text="Gardem Pizza", score=0.6, words=words)
    corrected = replace(page.lines[0], words=(replace(words[0], score=1.0), *words[1:]), read=read)
    page = replace(page, lines=(corrected, page.lines[1]))
    store.save_page(picture.id, page)
    with reopened(store) as again:
        assert again.page(picture.id) == page


def test_line_numbers_of_a_listing_are_kept(store):
    _, picture, _ = fill(store)
    page = make_page("a = 1", "b = 2", "c = 3")
    first, second, third = page.lines
    second = replace(second, number="12", words=(Word("b", (0, 0, 5, 9), 0.5),))
    page = replace(page, lines=(replace(first, number="11"), replace(second, read=second), third))
    store.save_page(picture.id, page)
    read = replace(second, number="")  # what the reader had says nothing of the gutter
    kept = replace(page, lines=(page.lines[0], replace(second, read=read), third))
    with reopened(store) as again:
        assert again.page(picture.id) == kept


def test_pages_of_older_sessions_are_read_without_a_count_of_unread_lines() -> None:
    page = replace(make_page("old"), unread=4)
    now = page_rows.page_to_json(page)
    assert page_rows.page_from({"data": now}) == page  # type: ignore[arg-type]
    for members in (6, 7, 8):
        older = rows.to_json(rows.from_json(now)[:members])
        assert page_rows.page_from({"data": older}) == replace(page, unread=page.unread * (members > 6))  # type: ignore[arg-type]


def test_tables_of_a_page_are_kept(store):
    _, picture, _ = fill(store)
    cells = (
        Cell(0, 0, "both", (0, 0, 10, 5), column_span=2, lines=(0,), corrected=True),
        Cell(1, 0, "a\nb", (0, 5, 5, 9.5)),
        Cell(1, 1, "", (5, 5, 10, 9.5)),
    )
    page = replace(make_page("both"), tables=(Table((0, 0, 10, 9.5), 2, 2, cells),))
    store.save_page(picture.id, page)
    with reopened(store) as again:
        assert again.page(picture.id) == page
    for broken in (cells[1:], (*cells, cells[1]), (replace(cells[0], lines=(1,)), *cells[1:])):
        damaged = page_rows.page_to_json(replace(page, tables=(Table((0, 0, 10, 9.5), 2, 2, broken),)))
        with pytest.raises(ValueError):
            page_rows.page_from({"data": damaged})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "codes", [None, (), (Code("发票 \udcff", "QR Code", ((1, 2.5), (3, 2), (3, 4), (1, 4))),)]
)
def test_codes_come_back_and_are_searched(store, codes) -> None:
    _, picture, _ = fill(store)
    store.save_page(picture.id, replace(make_page("text"), codes=codes))
    with reopened(store) as again:
        assert (found := again.page(picture.id)) is not None and found.codes == codes
        assert bool(again.search("发票")) is bool(codes)


def test_turns_come_back_in_order_and_change_in_place(store):
    _, picture, chat = fill(store)
    question = make_turn(chat.id, "find <|image_pad|> \udcff", pictures=(picture.id,))
    answer = make_turn(
        chat.id, "Here", role="assistant", parent=question.id, model="reader", answer=make_answer()
    )
    store.save_turn(question)
    store.save_turn(answer)
    store.save_turn(replace(question, chosen=1_700_000_000_000_000_000))
    with reopened(store) as again:
        assert again.turns(chat.id) == (replace(question, chosen=1_700_000_000_000_000_000), answer)


def test_answer_of_a_newer_program_is_kept(store):
    _, _, chat = fill(store)
    turn = make_turn(chat.id, "Here", role="assistant", answer=make_answer())
    store.save_turn(turn)
    with store.database.write() as connection:
        connection.execute("""UPDATE turn SET answer = replace(answer, '"model"', '"oracle"')""")
    (shown,) = store.turns(chat.id)
    assert shown.answer is None and shown.text == "Here"
    store.save_turn(replace(shown, chosen=5))
    assert "oracle" in store.database.rows("SELECT answer FROM turn")[0][0]


def test_chats_change_and_come_back(store):
    session, _, chat = fill(store)
    other = replace(chat, id="other", position=1)
    store.add_chat(other)
    store.add_chat(other)
    changed = replace(chat, title="Prices", model="/models/Qwen2-VL-2B", draft="half a ques", position=2)
    store.update_chat(changed)
    assert store.chats(session) == (other, changed)
    store.remove_chat(other.id)
    assert store.chats(session) == (changed,)
    store.restore_chat(other.id)
    assert len(store.chats(session)) == 2


def test_state_is_kept_without_counting_as_a_change(store):
    session, picture, _ = fill(store)
    before = store.session(session).changed
    assert store.get_state(picture.id, "zoom", 1.0) == 1.0
    store.set_state(picture.id, "zoom", {"scale": 0.1, "centre": [3, 4.5]})
    store.set_state("", "session", session)
    with reopened(store) as again:
        assert again.get_state(picture.id, "zoom") == {"scale": 0.1, "centre": [3, 4.5]}
        assert again.get_state("", "session") == session
        assert again.session(session).changed == before


def test_writes_made_together_stand_or_fall_together(store):
    session, picture, _ = fill(store)
    with pytest.raises(ZeroDivisionError), store.together():
        store.rename_session(session, "never")
        store.save_boxes(picture.id, [Box("never", 0, 0, 1, 1)])
        raise ZeroDivisionError
    assert store.session(session).name == "Receipts" and store.boxes(picture.id) == ()
    with store.together():
        store.rename_session(session, "both")
        store.save_boxes(picture.id, [Box("both", 0, 0, 1, 1)])
    assert store.session(session).name == "both" and len(store.boxes(picture.id)) == 1


def run_for_days(store, days):
    """One run a day; returns how many files were purged in all."""
    gone = 0
    for _ in range(days):
        store._clock.now += DAY
        gone += store.purge()
    return gone


def test_purge_waits_thirty_days_and_spares_shared_files(store, tmp_path):
    assets = Assets(store.path.parent)
    shared, alone, foreign = assets.keep(PNG), assets.keep(PNG + b"1"), tmp_path / "foreign.png"
    foreign.write_bytes(PNG)
    doomed, kept = create_session(store, "doomed").id, create_session(store, "kept").id
    for place in (shared.path, alone.path):
        store.add_picture(make_picture(doomed, path=place, owned=True))
    store.add_picture(make_picture(doomed, path=str(foreign)))
    store.add_picture(make_picture(kept, path=shared.path, owned=True))
    store.set_state(doomed, "tab", "chat")
    store.delete_session(doomed)
    assert store.purge() == 0 and store.session(doomed) is not None
    assert run_for_days(store, 29) == 0 and run_for_days(store, 3) == 1
    assert store.session(doomed) is None and store.get_state(doomed, "tab") is None
    assert not Path(alone.path).exists() and Path(shared.path).exists() and foreign.exists()
    assert store.search("doomed") == () and len(store.search("kept")) == 1
    store.check()


def test_purge_names_the_pictures_that_are_shown_nowhere_any_more(store, tmp_path):
    doomed, kept = create_session(store, "doomed").id, create_session(store, "kept").id
    for number, (session, sha256) in enumerate([(doomed, "a"), (doomed, "b"), (kept, "b"), (doomed, "")]):
        store.add_picture(replace(make_picture(session, str(number)), sha256=sha256))
    store.delete_session(doomed)
    gone = []
    for _ in range(32):
        store._clock.now += DAY
        store.purge(gone.append)
    assert gone == [["a"]]


def removed_file(store, path, name="p"):
    """A picture that was removed, with a row that says that Eyebox owns the file."""
    session = create_session(store, "s").id
    picture = make_picture(session, name, path=str(path), owned=True)
    store.add_picture(picture)
    store.remove_picture(picture.id)
    return picture


def test_purge_deletes_nothing_outside_of_the_programs_folder(store, tmp_path):
    assets = Assets(store.path.parent)
    inside, elsewhere = Path(assets.keep(PNG).path), tmp_path / "home" / "letter.png"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(PNG)
    (assets.folder / "below").mkdir()
    below = assets.folder / "below" / "x.png"
    below.write_bytes(PNG)
    link, loop = assets.folder / "link.png", assets.folder / "door"
    link.symlink_to(elsewhere)
    loop.symlink_to(elsewhere.parent)
    hostile = (
        elsewhere, link, loop / "letter.png", below, assets.folder, store.path,
        f"{assets.folder}/../../home/letter.png", "letter.png", "", "/", "a\0b", "x" * 5000, f"{assets.folder}/..",
    )  # fmt: skip
    for path in hostile:
        removed_file(store, path)
    removed_file(store, f"{assets.folder}/../pictures/{inside.name}")
    assert run_for_days(store, 32) == 1 and not inside.exists()
    assert (
        elsewhere.exists() and below.exists() and link.is_symlink() and loop.exists() and store.path.exists()
    )


def test_a_file_that_a_kept_picture_names_in_another_way_stays(store):
    assets = Assets(store.path.parent)
    path = Path(assets.keep(PNG).path)
    removed_file(store, path)
    kept = create_session(store, "kept").id
    store.add_picture(make_picture(kept, path=f"{path.parent}/../pictures/{path.name}", owned=True))
    assert run_for_days(store, 40) == 0 and path.exists()


def test_a_clock_that_jumps_empties_no_trash(store):
    session, picture, _ = fill(store)
    store.remove_picture(picture.id)
    for jump in (KEPT_SECONDS + DAY, -KEPT_SECONDS, 400 * DAY, -400 * DAY, KEPT_SECONDS):
        store._clock.now += jump
        store.purge()
        store.purge()
        store.restore_picture(picture.id)
        assert store.pictures(session) == (picture,)
        store.remove_picture(picture.id)


def test_nothing_is_written_where_nothing_is_to_be_purged(store):
    fill(store)
    store.purge()
    with sqlite3.connect(store.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.purge() == 0 and store.journal.recover() == ()
        Store.open(store.path).close()
        other.execute("ROLLBACK")
    other.close()


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_what_is_made_is_for_the_user_alone_and_what_is_there_stays(tmp_path):
    umask = os.umask(0o022)
    try:
        there = tmp_path / "there"
        there.mkdir(mode=0o755)
        path = there / "new" / "data" / "sessions.sqlite"
        with Store.open(path, migrations=MIGRATIONS) as store:
            fill(store)
            asset = Assets(path.parent).keep(PNG)
            made = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm")), Path(asset.path)]
            assert [file.stat().st_mode & 0o777 for file in made] == [0o600] * 4
        with Store.open(path, migrations=(*MIGRATIONS, ("SELECT 1",))):
            backup = path.with_name(f"{path.name}.v{len(MIGRATIONS)}.backup")
            assert backup.stat().st_mode & 0o777 == 0o600
        for folder in (path.parent, path.parent.parent, Path(asset.path).parent):
            assert folder.stat().st_mode & 0o777 == 0o700
        assert there.stat().st_mode & 0o777 == 0o755
        path.chmod(0o644)
        Store.open(path, migrations=(*MIGRATIONS, ("SELECT 1",))).close()
        assert path.stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(umask)


def test_store_in_memory_works_without_a_file():
    with Store.in_memory() as store:
        session, picture, _ = fill(store)
        store.save_page(picture.id, make_page("Salmon"))
        assert store.search("salmon")[0].session == session


def test_a_chat_keeps_the_options_of_its_model(tmp_path):
    path = tmp_path / "sessions.sqlite"
    chosen = Options(
        precision="int4", device="cuda:0", max_pixels=1_003_520, offload=True, max_tiles=6, temperature=0.5,
        system="Sei kurz.\n简短。", stop=("END", "\n\n"), schema="{}", adapter="/lora",
    )  # fmt: skip
    with Store.open(path) as store:
        session = create_session(store, "s").id
        store.add_chat(ChatRecord("a", session, model="/模型/one", options=chosen))
        store.add_chat(ChatRecord("b", session, position=1))
        store.update_chat(ChatRecord("a", session, title="t", model="/模型/one", options=chosen))
    with Store.open(path) as store:
        one, other = store.chats(session)
        assert (one.model, one.title, one.options) == ("/模型/one", "t", chosen)
        assert other.options == Options()


def test_options_of_another_version_and_chats_without_any_are_opened(tmp_path):
    path = tmp_path / "sessions.sqlite"
    with Store.open(path) as store:
        session = create_session(store, "s").id
        store.add_chat(ChatRecord("a", session))
        store.set_state("a", "options", {"precision": "int8", "of_tomorrow": 1, "stop": [1], "system": 5})
        store.add_chat(ChatRecord("b", session, position=1))
        with store.database.write() as connection:
            connection.execute("DELETE FROM state WHERE owner = 'b'")
        first, second = store.chats(session)
        assert first.options == Options(precision="int8") and second.options == Options()


def test_boxes_of_an_older_file_are_not_locked(path):
    with Store.open(path, migrations=MIGRATIONS[:3]) as store, store.together() as _:
        connection = store.database._connection
        connection.execute("INSERT INTO session (id, name, created, changed) VALUES ('s', 's', 1, 1)")
        connection.execute(
            """INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned)
            VALUES ('p', 's', '/p', 'p', '', 1, 1, 0, 0)"""
        )
        connection.execute(
            "INSERT INTO box VALUES ('p', 'b', 1, 'cat', 1, 2, 3, 4, NULL, 'user', 'rectangle', '[]')"
        )
    with Store.open(path) as store:
        (box,) = store.boxes("p")
        assert not box.locked
        store.save_boxes("p", [replace(box, locked=True)])
    with Store.open(path) as store:
        assert store.boxes("p") == (replace(box, locked=True),)
