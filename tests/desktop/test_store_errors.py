"""A session file locked, damaged, newer, unwritable or without space: one sentence, and nothing is lost."""

import random
import resource
import shutil
import sqlite3
import subprocess
import sys

import pytest

from eyebox.session.database import set_aside
from eyebox.session.errors import (
    StoreBusy,
    StoreDamaged,
    StoreDenied,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreNewer,
)
from eyebox.session.journal import Journal
from eyebox.session.schema import APPLICATION_ID, MIGRATIONS
from eyebox.session.store import Store
from eyebox_models.protocol.box import Box
from session_samples import create_session, fill, make_answer, make_page, make_turn


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "eyebox.db"
    with Store.open(path) as store:
        _, picture, chat = fill(store)
        store.save_page(picture.id, make_page(*[f"Salmon Burger {n}" for n in range(50)]))
        for n in range(30):
            store.save_turn(make_turn(chat.id, f"question {n}", answer=make_answer()))
        Journal(store).begin(make_turn(chat.id, ""))
        store.save_boxes(picture.id, [Box(f"box {n}", n, n, n + 5, n + 5) for n in range(500)])
    return path


def is_sentence(error, path):
    text = str(error.value)
    return "\n" not in text and text.endswith(".") and path.name in text


def test_other_writer_makes_a_write_busy_and_repeating_it_works(path):
    with Store.open(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy) as error:
            create_session(store, "waits")
        assert is_sentence(error, path)
        assert len(store.sessions()) == 1
        other.execute("ROLLBACK")
        other.close()
        create_session(store, "waits")
        assert len(store.sessions()) == 2


def test_locked_file_is_not_opened(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreLocked) as error:
        Store.open(path)
    assert is_sentence(error, path)
    other.execute("ROLLBACK")
    other.close()
    Store.open(path).close()


def test_newer_file_is_refused_and_left_alone(path):
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreNewer) as error:
        Store.open(path)
    assert is_sentence(error, path) and path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"no database at all" * 300, b"\x00" * 5000, b"SQLite format 3\x00", b"x"]
)
def test_file_that_is_no_database(tmp_path, content):
    path = tmp_path / "eyebox.db"
    path.write_bytes(content)
    with pytest.raises(StoreDamaged) as error:
        Store.open(path)
    assert is_sentence(error, path) and path.read_bytes() == content


def test_database_of_another_program(tmp_path):
    path = tmp_path / "places.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE bookmark (url)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreDamaged) as error:
        Store.open(path)
    assert is_sentence(error, path) and path.read_bytes() == before


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_truncated_file_is_damaged(path, part):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(StoreDamaged) as error:
        Store.open(path)
    assert is_sentence(error, path)


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_inside_raise_only_store_errors(path, seed):
    noise = random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(40):
        at = noise.randrange(100, len(content))
        content[at : at + 16] = noise.randbytes(16)
    path.write_bytes(content)
    try:
        with Store.open(path) as store:
            for session in store.sessions():
                for picture in store.pictures(session.id):
                    store.boxes(picture.id)
                    store.page(picture.id)
                    store.extras(picture.id)
                for chat in store.chats(session.id):
                    store.turns(chat.id)
            for query in ("b", "salmon", "box"):
                store.search(query)
            Journal(store).recover()
            store.purge()
            store.check()
    except StoreError as error:
        assert str(error).endswith(".")


def test_check_finds_damage(path):
    with Store.open(path) as store:
        store.check()
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\xa5" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    with Store.open(path) as store, pytest.raises(StoreDamaged):
        store.check()


def test_damaged_file_is_set_aside_whole(path):
    path.write_bytes(b"garbage" * 1000)
    path.with_name("eyebox.db-wal").write_bytes(b"wal")
    aside = [set_aside(path)]
    assert aside[0].read_bytes() == b"garbage" * 1000
    assert aside[0].with_name(aside[0].name + "-wal").read_bytes() == b"wal"
    Store.open(path).close()
    aside.append(set_aside(path))
    assert aside[0] != aside[1]
    with pytest.raises(StoreDenied):
        set_aside(path)


def test_folder_in_the_way(tmp_path):
    path = tmp_path / "eyebox.db"
    path.mkdir()
    with pytest.raises(StoreDenied) as error:
        Store.open(path)
    assert is_sentence(error, path)


def test_parent_that_is_a_file(tmp_path):
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreDenied):
        Store.open(tmp_path / "data" / "eyebox.db")


def test_file_without_the_right_to_write(path):
    raw = Store.open(path)
    raw.database._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreDenied) as error:
        create_session(raw, "never")
    assert is_sentence(error, path)
    raw.close()


def fill_up(store, picture, limit=4000):
    """Writes until something raises; returns how many boxes were acknowledged, and the error."""
    for n in range(limit):
        try:
            store.save_boxes(picture, [Box(f"label {n} " * 20, n, 0, n + 1, 1, id=str(n))])
        except StoreError as error:
            return n, error
    raise AssertionError("the disk never became full")


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a tmpfs of 1 MB is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_full_disk_keeps_what_was_there(small_disk):
    path = small_disk / "eyebox.db"
    store = Store.open(path)
    session, picture, _ = fill(store)
    count, error = fill_up(store, picture.id)
    assert isinstance(error, StoreFull) and path.name in str(error)
    assert len(store.boxes(picture.id)) == count and store.sessions()[0].id == session
    store.close()
    with Store.open(path) as store:
        store.check()
        assert len(store.boxes(picture.id)) == count


def test_file_size_limit_counts_as_a_full_disk(path):
    """Works without root: the system refuses to let any file of this process grow."""
    with Store.open(path) as store:
        picture = store.pictures(store.sessions()[0].id)[0]
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, limits[1]))
        try:
            count, error = fill_up(store, picture.id)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert isinstance(error, StoreFull)
        assert len(store.boxes(picture.id)) == 500 + count
        store.save_boxes(picture.id, [Box("again", 0, 0, 1, 1)])
        store.check()


def test_importing_the_store_stays_light():
    code = """if True:
        import sys, eyebox.session.store, eyebox.session.journal
        sys.exit(bool({'numpy', 'PIL', 'PySide6'} & set(sys.modules)))"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_is_written_outlives_a_power_cut(tmp_path):
    """Tests themselves write without waiting for the disk."""
    code = """if True:
        import sys
        from pathlib import Path
        from eyebox.session.database import Database
        file = Path(sys.argv[1])
        for opened in Database.open(file), Database.open_again(file, to_write=True):
            print([*opened.rows("PRAGMA synchronous")[0]], [*opened.rows("PRAGMA journal_mode")[0]])"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.db")], capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("[2] ['wal']\n" * 2, "")


# Migrations


def add_column(connection):
    connection.execute("ALTER TABLE session ADD COLUMN note TEXT NOT NULL DEFAULT 'migrated'")


def test_migrations_run_in_order_with_a_backup_before_each(path):
    migrations = (*MIGRATIONS, (add_column,), ("UPDATE session SET note = note || ' twice'",))
    with Store.open(path, migrations=migrations) as store:
        assert store.database.rows("SELECT note FROM session")[0][0] == "migrated twice"
        assert len(store.boxes(store.pictures(store.sessions()[0].id)[0].id)) == 500
        store.check()
    for version in (len(MIGRATIONS), len(MIGRATIONS) + 1):
        backup = sqlite3.connect(path.with_name(f"{path.name}.v{version}.backup"))
        assert backup.execute("PRAGMA user_version").fetchone()[0] == version
        assert backup.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert backup.execute("SELECT count(*) FROM box").fetchone()[0] == 500
        backup.close()
    with pytest.raises(StoreNewer):
        Store.open(path)


def test_failed_migration_leaves_the_old_file(path):
    with pytest.raises(ZeroDivisionError):
        Store.open(path, migrations=(*MIGRATIONS, (add_column, lambda _: 1 / 0)))
    with Store.open(path) as store:
        assert len(store.sessions()) == 1
        assert "note" not in [row["name"] for row in store.database.rows("PRAGMA table_info(session)")]


def test_new_file_runs_all_migrations_without_backups(tmp_path):
    path = tmp_path / "new" / "eyebox.db"
    with Store.open(path, migrations=(*MIGRATIONS, (add_column,))) as store:
        create_session(store, "s")
    assert [file.name for file in path.parent.iterdir()] == ["eyebox.db"]
