"""What can't be saved holds up nothing, closing always ends, and what ends late is still saved."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from eyebox.annotations.commands import AddBoxes
from eyebox.app import Desktop
from eyebox.folders import Folders
from eyebox_models.protocol.box import Box


def sessions(tmp_path: Path) -> Path:
    return Folders.under(tmp_path / "home").data / "sessions.sqlite"


def open_picture(qtbot: QtBot, program: Desktop, path: Path) -> str:
    program.window.workspace.pictures.read_automatically = False
    Image.new("RGB", (200, 150), "white").save(path)
    with qtbot.waitSignal(program.window.workspace.pictures.decoded, timeout=desk.PATIENCE):
        program.window.workspace.open_paths([str(path)])
    assert program.window.workspace.pictures.current
    return program.window.workspace.pictures.current


def draw(program: Desktop, picture: str, *labels: str) -> None:
    annotated = program.window.workspace.annotations.of(picture)
    for n, label in enumerate(labels):
        annotated.stack.push(AddBoxes(annotated.model, [Box(label, n, n, n + 9, n + 9)]))


def type_draft(program: Desktop, text: str) -> None:
    edit = program.window.chat_controller.pane(program.window.chat_controller.active).composer.edit
    edit.setFocus()
    QTest.keyClicks(edit, text)


def on_disk(path: Path) -> tuple[set[str], set[str]]:
    """Labels of boxes and drafts."""
    with closing(sqlite3.connect(path)) as connection:
        labels = {row[0] for row in connection.execute("SELECT label FROM box")}
        return labels, {row[0] for row in connection.execute("SELECT draft FROM chat WHERE draft <> ''")}


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_write_that_can_never_be_done_blocks_no_other(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    picture = open_picture(qtbot, program, tmp_path / "p.png")
    draw(program, picture, "before")
    window.workspace.annotations.of(picture).stack.push(
        AddBoxes(window.workspace.annotations.of(picture).model, [Box("impossible", 0, 0, 1, 1, score=2**70)])
    )
    draw(program, picture, "after")
    type_draft(program, "half a question")
    qtbot.waitUntil(lambda: "half a question" in on_disk(sessions(tmp_path))[1])
    assert not window.workspace.write_queue.pending
    kept = sessions(tmp_path).with_name("sessions.sqlite.not-saved.jsonl")
    assert "impossible" in kept.read_text() and kept.name in window.notice.text.text()
    assert window.notice.button.isVisible()
    with qtbot.waitSignal(window.program.ended, timeout=desk.PATIENCE):
        assert window.close()
    program.close()
    assert on_disk(sessions(tmp_path)) == ({"before", "after"}, {"half a question"})


@pytest.mark.parametrize("step", ["keep_shape", "close", pytest.param("flush", marks=pytest.mark.thorough)])
def test_closing_ends_whatever_fails_on_the_way(
    qtbot: QtBot, start, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    program = start()
    window = program.window
    said: list[object] = []

    def fail(*_arguments: object) -> None:
        raise sqlite3.IntegrityError("no")

    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: said.append(error))
    if step == "keep_shape":
        monkeypatch.setattr(window.shape, "keep", fail)
    else:
        monkeypatch.setattr(
            window.workspace.chats if step == "close" else window.workspace.write_queue, step, fail
        )
    with qtbot.waitSignal(window.program.ended, timeout=desk.PATIENCE):
        assert window.close()
    assert not window.isVisible() and said
    program.close()


def test_what_waits_at_the_end_is_done_at_the_next_start(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    picture = open_picture(qtbot, program, tmp_path / "p.png")
    with write_lock(sessions(tmp_path)):
        draw(program, picture, "one", "two")
        type_draft(program, "waits")
        assert program.window.workspace.write_queue.pending
        with qtbot.waitSignal(program.window.program.ended, timeout=desk.PATIENCE):
            assert program.window.close()
        program.close()
    assert on_disk(sessions(tmp_path)) == (set(), set())
    program = start()
    assert on_disk(sessions(tmp_path)) == ({"one", "two"}, {"waits"})
    assert {box.label for box in desk.boxes(program)} == {"one", "two"}
    assert not sessions(tmp_path).with_name("sessions.sqlite.waiting").exists()


def test_an_answer_that_ends_while_the_window_closes_is_saved_with_its_boxes(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    window = program.window
    picture = open_picture(qtbot, program, tmp_path / "p.png")
    desk.use_script(
        program,
        tmp_path / "s.json",
        [{"text": "Here "}, {"box": [1, 2, 30, 40], "label": "found"}, {"wait": None}],
    )
    with qtbot.waitSignal(window.workspace.answers.box, timeout=desk.PATIENCE):
        pane = window.chat_controller.pane(window.chat_controller.active)
        QTest.keyClicks(pane.composer.edit, "where")
        QTest.keyClick(pane.composer.edit, Qt.Key.Key_Return)
    monkeypatch.setattr(window.closing, "confirm", lambda _at_work: True)
    with qtbot.waitSignal(window.program.ended, timeout=desk.PATIENCE):
        window.close()
    program.close()
    with closing(sqlite3.connect(sessions(tmp_path))) as connection:
        assert connection.execute("SELECT picture, label FROM box").fetchall() == [(picture, "found")]
        state, answer = connection.execute(
            "SELECT state, answer FROM turn WHERE role = 'assistant'"
        ).fetchone()
        assert state == "stopped" and json.loads(answer)["boxes"]
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == (0,)


def test_thumbnails_of_pictures_that_are_gone_go(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    window = program.window
    folder = Folders.under(tmp_path / "home").cache / "thumbnails"
    kept, removed = (open_picture(qtbot, program, tmp_path / f"{name}.png") for name in "ab")
    qtbot.waitUntil(lambda: len(list(folder.glob("*.png"))) == 2, timeout=desk.PATIENCE)
    window.workspace.pictures.remove([removed])
    (folder / "0123456789abcdef.png").write_bytes(b"gone long ago")
    (folder / "fedcba.png").write_bytes(b"just made")
    for name in (kept, removed, "0123456789abcdef"):
        os.utime(folder / f"{name}.png", (0, 0))
    monkeypatch.setattr("eyebox.workspace.workspace.SETTLE_MS", 0)
    window.workspace.tidy_later()
    qtbot.waitUntil(lambda: not (folder / "0123456789abcdef.png").exists())
    assert {file.stem for file in folder.iterdir()} == {kept, removed, "fedcba"}


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_all_that_a_run_makes_is_for_the_user_alone(qtbot: QtBot, start, tmp_path: Path) -> None:
    umask = os.umask(0o022)
    try:
        program = start()
        window = program.window
        picture = open_picture(qtbot, program, tmp_path / "a.png")
        with qtbot.waitSignal(window.workspace.pictures.added, timeout=desk.PATIENCE):
            window.workspace.opening.add_data((tmp_path / "a.png").read_bytes(), "Pasted")
        thumbnail = Folders.under(tmp_path / "home").cache / "thumbnails" / f"{picture}.png"
        qtbot.waitUntil(thumbnail.exists, timeout=desk.PATIENCE)
        window.program.change_settings(replace(window.program.settings, recent_count=3))
        made = [path for path in (tmp_path / "home").rglob("*") if path.name != "running.lock"]
        wrong = [path for path in made if path.stat().st_mode & 0o777 != (0o700 if path.is_dir() else 0o600)]
        assert len(made) > 12 and not wrong
        with qtbot.waitSignal(window.workspace.exports.done, timeout=desk.PATIENCE):
            window.workspace.exports.write(
                "json", str(tmp_path / "out.json"), window.workspace.sessions.current
            )
        assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(umask)
