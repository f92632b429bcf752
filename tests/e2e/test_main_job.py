"""The main job through the real application: drop, read, ask, stream, drag, undo, redo, export, close, open again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

import desk
from eyebox_models.protocol.events import TextDelta
from modal import answered


def test_main_job(qtbot: QtBot, start, tmp_path: Path) -> None:
    before = {m.split(".")[0] for m in sys.modules}
    menu = desk.draw_menu(tmp_path / "lunch menu.png")
    program = start()
    window = program.window
    pieces: list[str] = []

    def note(event: object) -> None:
        if isinstance(event, TextDelta):
            pieces.append(event.text)

    window.program.lanes["reader"].started.connect(lambda job: job.happened.connect(note))

    desk.drop(program, menu)
    picture = desk.wait_read(qtbot, program)
    page = window.workspace.pictures.page(picture)
    assert page and [line.text for line in page.lines][:3] == ["LUNCH MENU", "Salmon Burger", "$12"]
    assert window.canvas.text_layer.page == page
    assert window.parts.stage.currentWidget() is window.canvas

    answer = desk.ask(qtbot, program, "find salmon burger")
    assert answer.state == "done" and "".join(pieces) == answer.text
    (found,) = desk.boxes(program)
    salmon = next(line for line in page.lines if line.text == "Salmon Burger")
    assert all(abs(a - b) < 12 for a, b in zip(found.xyxy, salmon.box, strict=True))
    assert window.workspace.answers.ghosts(picture) == []

    desk.drag_box(program, found, 40, 25)
    (moved,) = desk.boxes(program)
    scale = window.canvas.zoom
    assert abs(moved.x1 - found.x1 - 40 / scale) < 1.5 and abs(moved.y1 - found.y1 - 25 / scale) < 1.5
    window.commands["undo"].trigger()
    assert desk.boxes(program) == (found,)
    window.commands["undo"].trigger()
    assert desk.boxes(program) == ()
    window.commands["redo"].trigger()
    window.commands["redo"].trigger()
    assert desk.boxes(program) == (moved,)

    out = tmp_path / "boxes.json"
    with qtbot.waitSignal(window.workspace.exports.done):
        window.workspace.exports.write("coco", str(out), window.workspace.sessions.current)
    coco = json.loads(out.read_text("utf-8"))
    assert coco["images"][0]["width"] == 800 and coco["images"][0]["height"] == 520
    (annotation,) = coco["annotations"]
    assert annotation["bbox"] == [moved.x1, moved.y1, moved.width, moved.height]

    heavy = {"torch", "transformers", "onnxruntime", "rapidocr", "cv2", "pyvips"}
    assert not heavy & ({m.split(".")[0] for m in sys.modules} - before)
    QTest.keyClicks(
        window.chat_controller.pane(window.chat_controller.active).composer.edit, "half a question"
    )
    turns = [
        (t.role, t.text, t.state)
        for t in window.workspace.chats.conversation(window.chat_controller.active).path()
    ]
    session = window.workspace.sessions.current
    window.close()

    window = start().window
    assert window.workspace.sessions.current == session and window.workspace.pictures.current == picture
    qtbot.waitUntil(lambda: window.workspace.pictures.pixels.get(picture) is not None, timeout=desk.PATIENCE)
    assert window.workspace.annotations.of(picture).model.boxes() == (moved,)
    assert window.workspace.pictures.page(picture) == page and window.canvas.text_layer.page == page
    assert [
        (t.role, t.text, t.state)
        for t in window.workspace.chats.conversation(window.chat_controller.active).path()
    ] == turns
    assert window.chat_controller.pane(window.chat_controller.active).composer.draft == "half a question"


def test_engine_killed_in_the_middle(qtbot: QtBot, start, tmp_path: Path) -> None:
    """Its answer fails with what came so far; the button tries again and the next job works."""
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    desk.wait_read(qtbot, program)
    desk.use_script(
        program,
        tmp_path / "script.json",
        {
            "answers": [
                {
                    "steps": [
                        {"text": "a dog "},
                        {"box": [10, 20, 110, 220], "label": "dog"},
                        {"crash": "kill"},
                    ]
                },
                {"steps": [{"text": "a cat "}, {"box": [30, 40, 90, 80], "label": "cat"}]},
            ]
        },
    )
    failed = desk.ask(qtbot, program, "what is it")
    assert failed.state == "failed" and failed.text == "a dog " and failed.message
    assert [box.label for box in desk.boxes(program)] == ["dog"]

    chat = window.chat_controller.active
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        window.chat_controller.pane(chat).transcript.signals.regenerate_asked.emit(failed.id)
    assert ended.args is not None and ended.args[1].state in ("done", "failed")
    assert desk.ask(qtbot, program, "and now").state in ("done", "failed")
    assert window.workspace.chats.conversation(chat).alternatives(ended.args[1].id)[1] == 2


def test_stop_is_heard_at_once(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.use_script(program, tmp_path / "script.json", [{"text": "thinking "}, {"wait": None}])
    chat = window.chat_controller.active
    with qtbot.waitSignal(window.workspace.answers.text, timeout=desk.PATIENCE):
        window.workspace.chats.ask(chat, "hello")
    engines = set(psutil.Process().children(recursive=True))
    with qtbot.waitSignal(window.workspace.answers.ended) as ended:
        window.chat_controller.pane(chat).stop_requested.emit()
    assert ended.args is not None and (ended.args[1].state, ended.args[1].text) == ("stopped", "thinking ")
    assert set(psutil.Process().children(recursive=True)) == engines  # it stopped, nobody had to kill it


def test_close_asks_once_while_something_runs(qtbot: QtBot, start, tmp_path: Path, monkeypatch) -> None:
    program = start()
    window = program.window
    desk.use_script(program, tmp_path / "script.json", [{"text": "one two "}, {"wait": None}])
    with qtbot.waitSignal(window.workspace.answers.text, timeout=desk.PATIENCE):
        window.workspace.chats.ask(window.chat_controller.active, "hello")
    asked: list[bool] = []
    monkeypatch.setattr(window.closing, "confirm", lambda _at_work: bool(asked.append(True)))
    assert not window.close() and asked == [True]
    monkeypatch.setattr(window.closing, "confirm", lambda _at_work: not asked.append(True))
    assert window.close() and asked == [True, True]
    QCoreApplication.processEvents()
    turns = start().window.workspace.chats.conversation(window.chat_controller.active).path()
    assert [(turn.role, turn.text, turn.state) for turn in turns] == [
        ("user", "hello", "done"),
        ("assistant", "one two ", "stopped"),
    ]


def test_the_question_names_what_runs_and_enter_keeps_working(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    window = program.window
    desk.use_script(program, tmp_path / "script.json", [{"text": "one "}, {"wait": None}])
    with qtbot.waitSignal(window.workspace.answers.text, timeout=desk.PATIENCE):
        window.workspace.chats.ask(window.chat_controller.active, "What <b>is</b> this?")
    seen: list[str] = []

    def answer(box: QMessageBox) -> None:
        seen.extend((box.text(), box.informativeText(), box.defaultButton().text()))
        QTest.keyClick(box.defaultButton(), Qt.Key.Key_Return)

    monkeypatch.delattr(window.closing, "confirm")
    with answered(QMessageBox, answer):
        assert not window.close()
    assert seen[0].startswith("Close Eyebox and stop 1 job")
    assert "What <b>is</b> this?" in seen[1] and seen[1].endswith("kept.")
    assert seen[2] == "Keep working"
    assert program.program.at_work()


def test_a_reader_that_dies_is_told_and_tried_again(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    lane = window.program.lanes["reader"]
    lane.start_engine()
    qtbot.waitUntil(lambda: lane.alive, timeout=desk.PATIENCE)
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    with qtbot.waitSignal(lane.started, timeout=desk.PATIENCE):
        pass
    with qtbot.waitSignal(window.workspace.pictures.reading.ended, timeout=desk.PATIENCE) as ended:
        psutil.Process(lane._engine.pid).kill()
    assert ended.args is not None and ended.args[1].outcome == "failed"
    assert window.notice.isVisible() and window.notice.button.text() == "Try again"
    window.notice.button.click()
    desk.wait_read(qtbot, program)
