"""What is open stays when its window goes, and a later window shows it."""

from __future__ import annotations

import json
from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

import desk
from eyebox import app
from eyebox.folders import Folders
from eyebox.program import Program
from eyebox.review.start import Start
from eyebox.theme import Theme
from eyebox.window.main_window import MainWindow
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import LinesFound
from eyebox_models.protocol.page import Line


def test_a_later_window_shows_what_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    desktop = app.build(Folders.under(tmp_path / "home"))
    desktop.window.show()
    program, workspace = desktop.program, desktop.program.workspace
    workspace.pictures.read_automatically = False
    Image.new("RGB", (60, 40), "white").save(tmp_path / "a.png")
    with qtbot.waitSignal(workspace.pictures.opened, timeout=desk.PATIENCE):
        workspace.open_paths([str(tmp_path / "a.png")])
    picture = workspace.pictures.current or ""
    workspace.annotations.add(picture, [Box("cup", 1, 2, 30, 20)], "draw")
    desktop.window.leave()
    with qtbot.waitSignal(desktop.window.destroyed):
        desktop.window.hide()
        desktop.window.deleteLater()
    workspace.annotations.add(picture, [Box("plate", 5, 6, 30, 20)], "draw")
    window = MainWindow(program, Theme())
    window.show()
    assert [item.name for item in window.filmstrip.model.items()] == ["a.png"]
    assert [box.label for box in workspace.annotations.of(picture).model.boxes()] == ["cup", "plate"]
    assert window.parts.stage.currentWidget() is window.canvas and window.commands["undo"].isEnabled()
    assert list(window.chat_controller.all) == list(workspace.chats.chats)
    window.commands["undo"].trigger()
    assert [box.label for box in workspace.annotations.of(picture).model.boxes()] == ["cup"]
    window.leave()
    program.close()
    window.deleteLater()
    program.deleteLater()
    qtbot.wait(1)


def test_a_window_that_comes_while_an_answer_streams_shows_what_streamed_before(
    qtbot: QtBot, tmp_path: Path
) -> None:
    go_on = tmp_path / "go on"
    script = tmp_path / "script.json"
    script.write_text(
        json.dumps(
            [
                {"progress": "thinking"},
                {"text": "A cup"},
                {"box": [1, 2, 30, 20], "label": "cup"},
                {"note": "Fewer pixels were used."},
                {"wait_for": str(go_on)},
                {"text": " and a plate"},
                {"box": [5, 6, 50, 30], "label": "plate"},
            ]
        )
    )
    Image.new("RGB", (60, 40), "white").save(tmp_path / "a.png")
    program = Program(Folders.under(tmp_path / "home"))
    program.begin()
    workspace = program.workspace
    workspace.pictures.read_automatically = False
    with qtbot.waitSignal(workspace.pictures.opened, timeout=desk.PATIENCE):
        workspace.open_paths([str(tmp_path / "a.png")])
    picture, chat = workspace.pictures.current or "", next(iter(workspace.chats.chats))
    workspace.chats.change_chat(chat, model=f"scripted:{script}")
    with qtbot.waitSignal(workspace.answers.note, timeout=desk.PATIENCE):
        workspace.chats.ask(chat, "What is there?", (picture,))
    turn = workspace.answers.running(chat)[0].turn.id
    windows = [MainWindow(program, Theme()), MainWindow(program, Theme())]
    for window in windows:
        window.show()
        pane = window.chat_controller.pane(chat)
        qtbot.waitUntil(lambda transcript=pane.transcript: transcript.answer_view(turn) is not None)
        answer = pane.transcript.answer_view(turn)
        assert answer.body.text == "A cup" and "Fewer pixels" in answer._notes.text()
        assert pane.answering and list(window.chat_controller.all) == [chat]
        assert [box.label for box in window.canvas.ghosts.boxes] == ["cup"]
    with qtbot.waitSignal(workspace.answers.ended, timeout=desk.PATIENCE):
        go_on.touch()
    for window in windows:
        answer = window.chat_controller.pane(chat).transcript.answer_view(turn)
        assert answer.body.text == "A cup and a plate"
        assert not window.canvas.ghosts.boxes and not window.chat_controller.pane(chat).answering
    assert [box.label for box in workspace.annotations.of(picture).model.boxes()] == ["cup", "plate"]
    for window in windows:
        window.leave()
    program.close()
    for window in windows:
        window.deleteLater()
    program.deleteLater()
    qtbot.wait(1)


def test_a_window_that_comes_while_a_picture_is_read_shows_the_lines_so_far(
    qtbot: QtBot, tmp_path: Path
) -> None:
    Image.new("RGB", (60, 40), "white").save(tmp_path / "a.png")
    program = Program(Folders.under(tmp_path / "home"))
    program.begin()
    pictures = program.workspace.pictures
    pictures.read_automatically = False
    with qtbot.waitSignal(pictures.opened, timeout=desk.PATIENCE):
        program.workspace.open_paths([str(tmp_path / "a.png")])
    pictures.reading.read(pictures.current or "")
    job = program.lanes["reader"].running()
    assert job is not None
    job.happened.emit(LinesFound((Line("tea", 0.9, (1, 2, 30, 12), ((1, 2), (30, 2), (30, 12), (1, 12))),)))
    window = MainWindow(program, Theme())
    window.show()
    assert len(window.canvas.text_layer._streamed._polygons) == 1
    with qtbot.waitSignal(pictures.reading.ended, timeout=desk.PATIENCE):
        pass
    assert len(window.canvas.text_layer._streamed._polygons) == 0
    window.leave()
    program.close()
    window.deleteLater()
    program.deleteLater()
    qtbot.wait(1)


def test_a_later_window_goes_on_with_the_review(qtbot: QtBot, tmp_path: Path) -> None:
    desktop = app.build(Folders.under(tmp_path / "home"))
    desktop.window.show()
    program, workspace = desktop.program, desktop.program.workspace
    workspace.pictures.read_automatically = False
    Image.new("RGB", (60, 40), "white").save(tmp_path / "a.png")
    with qtbot.waitSignal(workspace.pictures.opened, timeout=desk.PATIENCE):
        workspace.open_paths([str(tmp_path / "a.png")])
    picture = workspace.pictures.current or ""
    boxes = [Box("cup", 1, 2, 30, 20, source="model"), Box("cup", 5, 6, 30, 20, source="model")]
    workspace.annotations.add(picture, boxes, "answer")
    with qtbot.waitSignal(workspace.review.started):
        desktop.window.review_start.start(Start("session", order="picture"))
    desktop.window.commands["review_accept"].trigger()
    desktop.window.leave()
    with qtbot.waitSignal(desktop.window.destroyed):
        desktop.window.hide()
        desktop.window.deleteLater()
    window = MainWindow(program, Theme())
    window.show()
    item = workspace.review.current
    assert item is not None and item.box is not None and window.canvas.editor.selection == (item.box_id,)
    assert window.review_controller.bar.isVisible() and window.commands["review_accept"].isEnabled()
    window.commands["review_reject"].trigger()
    assert [item.verdict for item in workspace.review.rows(0, 2)] == ["accepted", "rejected"]
    window.leave()
    program.close()
    window.deleteLater()
    program.deleteLater()
    qtbot.wait(1)
