"""What chats say of pictures and boxes that are elsewhere, gone or not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from eyebox import app
from eyebox.folders import Folders
from eyebox.window.main_window import MainWindow
from eyebox_models.protocol.box import Box

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    program = app.build(Folders.under(tmp_path / "home"))
    window = program.window
    window.workspace.pictures.read_automatically = False
    window.show()
    qtbot.waitExposed(window)
    yield window
    program.close()
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def open_pictures(qtbot: QtBot, window: MainWindow, folder: Path) -> tuple[str, str]:
    for name in ("one", "two"):
        image = QImage(60, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        assert image.save(str(folder / f"{name}.png"))
    window.workspace.open_paths([str(folder / "one.png"), str(folder / "two.png")])
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 2)
    first, second = window.workspace.pictures.records
    return first, second


def test_a_link_to_a_box_that_is_not_here_dims_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first, second = open_pictures(qtbot, window, tmp_path)
    window.workspace.annotations.add(
        first, [Box("dog", 1, 1, 9, 9, id="dog"), Box("cat", 20, 1, 29, 9, id="cat")], ""
    )
    window.workspace.annotations.add(second, [Box("far", 1, 1, 9, 9, id="far")], "")
    window.workspace.pictures.show(first)
    lit: list[list[str]] = []
    set_lit = window.canvas.set_lit
    window.canvas.set_lit = lambda ids: (lit.append(list(ids)), set_lit(ids))  # type: ignore[method-assign,assignment,func-returns-value]
    pane = window.chat_controller.pane(window.chat_controller.active)
    for box in ("dog", "far", "never", ""):
        pane.transcript.signals.phrase_hovered.emit(box)
    window.workspace.annotations.of(first).model.remove(["dog"])
    pane.transcript.signals.phrase_hovered.emit("dog")
    assert lit == [["dog"], [], [], [], []]

    pane.transcript.signals.phrase_clicked.emit("dog")
    assert window.notice.isVisible() and window.notice.text.text() == "This box was deleted."
    assert window.workspace.pictures.current == first


def test_a_link_leads_to_a_picture_that_was_not_looked_at_in_this_run(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first, second = open_pictures(qtbot, window, tmp_path)
    window.workspace.annotations.add(second, [Box("far", 1, 1, 9, 9, id="far")], "")
    qtbot.waitUntil(lambda: len(window.workspace.store.boxes(second)) == 1)
    window.workspace.sessions.create()
    window.workspace.sessions.open(
        next(
            info.id
            for info in window.workspace.store.sessions()
            if info.id != window.workspace.sessions.current
        )
    )
    window.workspace.pictures.show(first)
    window.workspace.annotations._open.pop(second, None)
    window.chat_controller.pane(window.chat_controller.active).transcript.signals.phrase_clicked.emit("far")
    assert window.workspace.pictures.current == second and window.canvas.editor.selection == ("far",)


def test_an_empty_chat_asks_for_a_picture_while_there_is_none(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    def said() -> str:
        welcome = window.chat_controller.pane(window.chat_controller.active).welcome
        return welcome._title.text() if welcome.isVisible() else ""

    assert said() == "No picture to ask about yet"
    open_pictures(qtbot, window, tmp_path)
    qtbot.waitUntil(lambda: said() == "Ask about the picture")
    window.workspace.pictures.remove(list(window.workspace.pictures.records))
    assert said() == "No picture to ask about yet"
