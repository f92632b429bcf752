"""The session file in use by another program, or damaged: the window opens, and nothing is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
import session_damage
from eyebox.annotations.commands import AddBoxes
from eyebox.app import Desktop
from eyebox.folders import Folders
from eyebox.session.errors import StoreError
from eyebox.session.journal import Journal
from eyebox.session.store import Store
from eyebox_models.protocol.box import Box

NONSENSE = {
    "session": "changed = 'x'", "picture": "width = 'x', path = x'ff00'",
    "box": "x1 = 9e999, x2 = 4e18, y1 = 900, points = '['",
    "page": "data = '[1]'", "chat": "position = 'x'", "turn": "role = 7, pictures = '{}'",
    "journal": "chat = 'gone', begun = '{}'", "state": "value = '[{}]'",
}  # fmt: skip
"""Table -> what is written into all its rows."""

KILLED = Path(__file__).parents[1] / "helpers" / "work_and_wait.py"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = Folders.under(tmp_path / "home").data
    folder.mkdir(parents=True)
    return folder / "sessions.sqlite"


@contextmanager
def held(path: Path, *, exclusive: bool = False) -> Iterator[sqlite3.Connection]:
    """Another program that uses the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        if exclusive:
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE" if exclusive else "BEGIN IMMEDIATE")
        yield other
        other.execute("ROLLBACK")


def open_picture(qtbot: QtBot, program: Desktop, path: Path) -> str:
    program.window.workspace.pictures.read_automatically = False
    Image.new("RGB", (200, 150), "white").save(path)
    with qtbot.waitSignal(program.window.workspace.pictures.added, timeout=desk.PATIENCE):
        program.window.workspace.open_paths([str(path)])
    assert program.window.workspace.pictures.current
    return program.window.workspace.pictures.current


def draw(program: Desktop, picture: str, label: str) -> None:
    annotated = program.window.workspace.annotations.of(picture)
    annotated.stack.push(AddBoxes(annotated.model, [Box(label, 1, 2, 30, 40)]))


def is_sound(store: Store) -> bool:
    try:
        store.check()
    except StoreError:
        return False
    return all(store.session(info.id) for info in store.sessions())


def type_draft(program: Desktop, text: str) -> None:
    edit = program.window.chat_controller.pane(program.window.chat_controller.active).composer.edit
    edit.setFocus()
    QTest.keyClicks(edit, text)


def everything(path: Path) -> tuple[set[str], set[str]]:
    """Labels of all boxes and all drafts on the disk."""
    with closing(sqlite3.connect(path)) as raw:
        labels = {row[0] for row in raw.execute("SELECT label FROM box")}
        return labels, {row[0] for row in raw.execute("SELECT draft FROM chat WHERE draft <> ''")}


def test_a_lock_at_the_start_hides_no_session_and_loses_nothing(
    qtbot: QtBot, start, path: Path, tmp_path: Path
) -> None:
    session_damage.make_rich(path, pictures=3, boxes=3, turns=2)
    with Store.open(path) as store:
        Journal(store).begin(
            session_damage.Turn(session_damage.id_of("chat", 0, 0), "assistant", "", "begun")
        )
    with held(path):
        program = start()
        window = program.window
        assert window.workspace.store.path == path and len(window.workspace.store.sessions()) == 3
        assert (
            window.workspace.sessions.name.startswith("Session 2")
            and len(window.workspace.pictures.records) == 1
        )
        picture = open_picture(qtbot, program, tmp_path / "p.png")
        draw(program, picture, "while locked")
        type_draft(program, " and more")
        assert window.workspace.write_queue.pending
    qtbot.waitUntil(lambda: not window.workspace.write_queue.pending)
    qtbot.waitUntil(lambda: any("and more" in draft for draft in everything(path)[1]))
    assert "while locked" in everything(path)[0]
    assert not list(path.parent.glob("*.pending*")) and not list(path.parent.glob("*.waiting"))


def test_a_file_held_by_another_program_is_waited_for_in_one_beside_it(
    qtbot: QtBot, start, path: Path, tmp_path: Path
) -> None:
    session_damage.make_rich(path, pictures=3, boxes=3, turns=2)
    before = everything(path)
    with held(path, exclusive=True):
        program = start()
        window = program.window
        assert "Another program" in window.notice.text.text() and not window.workspace.store.is_in_memory
        picture = open_picture(qtbot, program, tmp_path / "p.png")
        draw(program, picture, "beside")
        type_draft(program, "a question")
        beside = path.with_name("sessions.sqlite.pending")
        qtbot.waitUntil(lambda: everything(beside) == ({"beside"}, {"a question"}))
    with qtbot.waitSignal(window.workspace.session_file.came_back):
        pass
    assert "here again" in window.notice.text.text()
    assert window.workspace.pictures.current == picture and [box.label for box in desk.boxes(program)] == [
        "beside"
    ]
    assert len(window.workspace.store.sessions()) == 4
    draw(program, picture, "afterwards")
    assert everything(path) == (before[0] | {"beside", "afterwards"}, before[1] | {"a question"})
    assert not list(path.parent.glob("*.pending*"))


def test_an_empty_session_beside_goes_and_the_last_one_is_shown(qtbot: QtBot, start, path: Path) -> None:
    session_damage.make_rich(path, pictures=3, boxes=3, turns=2)
    with held(path, exclusive=True):
        window = start().window
    qtbot.waitSignal(window.workspace.session_file.came_back).wait()
    assert len(window.workspace.store.sessions()) == 3 and window.workspace.sessions.name.startswith(
        "Session 2"
    )


def test_what_a_killed_run_left_beside_is_taken_in_at_the_next_start(
    qtbot: QtBot, start, path: Path, tmp_path: Path
) -> None:
    session_damage.make_rich(path, pictures=3, boxes=3, turns=2)
    before = everything(path)
    Image.new("RGB", (200, 150), "white").save(tmp_path / "p.png")
    with held(path, exclusive=True):
        command = [sys.executable, str(KILLED), str(tmp_path / "home"), str(tmp_path / "p.png")]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
            assert run.stdout and run.stdout.readline() == b"written\n"
            os.kill(run.pid, signal.SIGKILL)
    program = start()
    window = program.window
    qtbot.waitUntil(lambda: len(window.workspace.store.sessions()) == 4)
    assert everything(path) == (before[0] | {"drawn"}, before[1] | {"typed"})
    assert not list(path.parent.glob("*.pending*"))


def test_what_waits_for_a_lock_outlives_a_kill(qtbot: QtBot, start, path: Path, tmp_path: Path) -> None:
    start().close()
    Image.new("RGB", (200, 150), "white").save(tmp_path / "p.png")
    with held(path):
        command = [sys.executable, str(KILLED), str(tmp_path / "home"), str(tmp_path / "p.png")]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
            assert run.stdout and run.stdout.readline() == b"written\n"
            os.kill(run.pid, signal.SIGKILL)
    assert everything(path) == (set(), set())
    program = start()
    assert everything(path) == ({"drawn"}, {"typed"})
    assert [box.label for box in desk.boxes(program)] == ["drawn"]


# Damage


def shadow_damage(path: Path) -> None:
    """Damages the search index and nothing else."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE passage_index_data SET block = x'00ff00ff00ff' WHERE id = 10")
        raw.commit()


def box_page_damage(path: Path) -> None:
    """Overwrites a page in the middle of the boxes."""
    content = bytearray(path.read_bytes())
    found = [
        at
        for at in range(0, len(content), 4096)
        if content[at : at + 1] == b"\x0a" and b"rectangle" in content[at : at + 4096]
    ]
    at = found[len(found) // 2]
    content[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_a_damaged_search_index_is_rebuilt_while_writes_wait(
    qtbot: QtBot, start, path: Path, tmp_path: Path
) -> None:
    session_damage.make_rich(path, pictures=3, boxes=30, turns=4)
    shadow_damage(path)
    program = start()
    window = program.window
    said: list[tuple[str, str]] = []
    window.workspace.session_file.failed.connect(lambda *told: said.append(told))
    with qtbot.waitSignal(window.workspace.session_file.repaired):
        picture = open_picture(qtbot, program, tmp_path / "p.png")
        draw(program, picture, "during the repair")
    type_draft(program, " typed")
    qtbot.waitUntil(lambda: not window.workspace.write_queue.pending)
    qtbot.waitUntil(lambda: any("typed" in draft for draft in everything(path)[1]))
    (aside,) = path.parent.glob("*.aside")
    assert len(said) == 1 and "Everything" in said[0][0] and said[0][1] == str(aside)
    assert "during the repair" in everything(path)[0] and len(everything(path)[0]) == 10
    assert window.workspace.store.search("repair") and window.workspace.store.search("Salmon")
    window.workspace.store.check()


def test_damage_met_in_the_run_is_repaired_without_a_restart(qtbot: QtBot, start, path: Path) -> None:
    session_damage.make_rich(path, pictures=3, boxes=300, turns=4)
    box_page_damage(path)
    program = start()
    window = program.window
    with qtbot.waitSignal(window.workspace.session_file.repaired):
        for info in window.workspace.store.sessions():
            window.workspace.sessions.open(info.id)
    assert "damaged" in window.notice.text.text() and window.notice.button.isVisible()
    window.workspace.store.check()
    boxes = sum(
        len(window.workspace.store.boxes(p.id))
        for s in window.workspace.store.sessions()
        for p in window.workspace.store.pictures(s.id)
    )
    assert 840 <= boxes < 900
    assert len(list(path.parent.glob("*.aside"))) == 1 and not list(path.parent.glob("*.salvag*"))
    QTest.keyClick(window, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    "tables",
    [(*NONSENSE,), *(pytest.param((table,), marks=pytest.mark.thorough) for table in NONSENSE)],
    ids=["all", *NONSENSE],
)
def test_rows_that_make_no_sense_never_keep_the_window_from_opening(
    qtbot: QtBot, start, path: Path, tables: tuple[str, ...]
) -> None:
    session_damage.make_rich(path, pictures=3, boxes=3, turns=2)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        for table in tables:
            raw.execute(f"UPDATE {table} SET {NONSENSE[table]}")
    window = start().window
    assert window.isVisible() and len(window.workspace.store.sessions()) <= 4
    qtbot.waitUntil(lambda: is_sound(window.workspace.store))
    qtbot.waitUntil(lambda: len(window.workspace.store.sessions()) >= 3)
    if len(tables) == 1:  # with all of them it is not known either which session was open
        qtbot.waitUntil(lambda: window.workspace.sessions.name.startswith("Session"))


def test_damage_that_hides_rows_without_an_error_is_found_after_the_start(
    qtbot: QtBot, start, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session_damage.make_rich(path, pictures=3, boxes=300, turns=4)
    content = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'turn_of_chat'").fetchone()[0]
    at = (root - 1) * 4096
    content[at + 3 : at + 5] = b"\0\1"  # the page says that it holds one entry
    path.write_bytes(content)
    monkeypatch.setattr("eyebox.workspace.workspace.SETTLE_MS", 0)
    window = start().window
    with qtbot.waitSignal(window.workspace.session_file.repaired):
        window.workspace.tidy_later()
    window.workspace.store.check()
    assert (
        sum(
            len(window.workspace.store.turns(c.id))
            for s in window.workspace.store.sessions()
            for c in window.workspace.store.chats(s.id)
        )
        >= 24
    )


def test_without_any_file_it_is_said_asked_on_close_and_saved_once_it_can_be(
    qtbot: QtBot, start, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = path.with_name("sessions.sqlite.pending")
    path.mkdir()
    beside.mkdir()
    program = start()
    window = program.window
    assert (
        "nothing is kept beyond this run" in window.notice.text.text() and window.workspace.store.is_in_memory
    )
    picture = open_picture(qtbot, program, tmp_path / "p.png")
    draw(program, picture, "in memory")
    monkeypatch.setattr(window.closing, "confirm", lambda _at_work: True)
    assert not window.close() and "Nothing of this run is on the disk" in window.notice.text.text()
    path.rmdir()
    qtbot.waitUntil(lambda: window.workspace.store.path == path)
    assert everything(path)[0] == {"in memory"} and beside.is_dir()
    with qtbot.waitSignal(window.program.ended, timeout=desk.PATIENCE):
        assert window.close()
