"""A model pack dropped on the window, or chosen in the menu, becomes a model of the library."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import desk
from eyebox_models.library.pack import pack
from written_model import write_model

PATIENCE_MS = 240_000
"""Engines start, and a library looks through a model, on a machine that does other work."""


@pytest.mark.slow
def test_a_pack_that_is_dropped_is_unpacked_and_offered(start, qtbot: QtBot, tmp_path: Path) -> None:
    model, file = write_model(tmp_path / "tiny qwen"), tmp_path / "tiny.eyebox"
    pack(str(model), str(file), "", lambda _event: None, Event())
    desktop = start()
    window = desktop.window
    desk.drop(desktop, file)
    (job,) = [window.program.lanes["packs"].running() or window.program.lanes["packs"].waiting()[0]]
    assert job.title == "Unpack tiny.eyebox" and not job.quiet
    qtbot.waitUntil(lambda: "was added" in window.notice.sentence, timeout=PATIENCE_MS)
    assert "It is not signed" in window.notice.sentence
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    picker = window.picker_controller.picker
    assert picker is not None
    folder = desktop.program.folders.data / "models" / "tiny qwen"
    listed = window.workspace.models.listed
    with qtbot.waitSignal(
        listed,
        timeout=PATIENCE_MS,
        check_params_cb=lambda found: str(folder) in {one.folder for one in found.cards},
    ):
        window.workspace.models.refresh()
    picker.close()


def test_a_pack_that_is_wrong_is_refused_in_the_window(
    start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "wrong.eyebox"
    file.write_bytes(b"?" * 2000)
    desktop = start()
    window = desktop.window
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(file)))
    window.commands["add_pack"].trigger()
    said = "wrong.eyebox is no model pack, or it is damaged: fetch it again."
    qtbot.waitUntil(lambda: window.notice.sentence == said, timeout=desk.PATIENCE)
    assert not (desktop.program.folders.data / "models").exists()
