"""What is open stays when its window goes, and a later window shows it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

import desk
from eyebox import app
from eyebox.folders import Folders
from eyebox.theme import Theme
from eyebox.window.main_window import MainWindow
from eyebox_models.protocol.box import Box


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
    assert [film.name for film in window.filmstrip.model.films()] == ["a.png"]
    assert [box.label for box in workspace.annotations.of(picture).model.boxes()] == ["cup", "plate"]
    assert window.stage.currentWidget() is window.canvas and window.commands["undo"].isEnabled()
    assert list(window.chat_controller.all) == list(workspace.chats.chats)
    window.commands["undo"].trigger()
    assert [box.label for box in workspace.annotations.of(picture).model.boxes()] == ["cup"]
    window.leave()
    program.close()
    window.deleteLater()
    program.deleteLater()
    qtbot.wait(1)
