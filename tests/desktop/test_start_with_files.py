"""A start with files shows these at once, and not before them the picture that was shown last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from tests.helpers import desk

from eyebox import app
from eyebox.folders import Folders
from eyebox.jobs.lane import Lane
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.workspace import workspace
from eyebox_models.protocol.box import Box
from eyebox_resources import path
from session_samples import create_session

Start = Callable[..., app.Desktop]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts with these files on a session with a.png and b.png, the second one, which has a box, shown last."""
    monkeypatch.setattr(workspace, "COMING_MS", 0)
    folders = Folders.under(tmp_path / "home")
    folders.make()
    with Store.open(folders.data / "sessions.sqlite") as store:
        session = create_session(store, "Lunch").id
        for place, name in enumerate(("a.png", "b.png")):
            file = tmp_path / name
            file.write_bytes(path("sample.png").read_bytes())
            store.add_picture(PictureRecord(name, session, str(file), name, "", 60, 40, place))
        store.save_boxes("b.png", [Box("dish", 1, 2, 30, 40)])
        store.set_state(session, "picture", "b.png")
    begun: list[app.Desktop] = []

    def begin(*paths: Path | str) -> app.Desktop:
        begun.append(app.build(folders, paths=[str(path) for path in paths]))
        return begun[0]

    yield begin
    for desktop in begun:
        desktop.program.close()
        desktop.window.close()
        desktop.window.deleteLater()
    qtbot.wait(1)


def offers_prompts(desktop: app.Desktop) -> bool:
    """Whether the chat does not say that there is no picture to ask about."""
    chats = desktop.window.chat_controller
    return chats.pane(chats.active).welcome.offers


def shown_from_now_on(desktop: app.Desktop) -> list[str]:
    names: list[str] = []
    desktop.program.workspace.pictures.shown.connect(
        lambda record: names.append(record.name if record else "")
    )
    return names


def test_the_last_picture_is_not_shown_while_another_one_comes(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lane, "_next", lambda _lane: None)  # it comes for ever
    desktop = start(path("sample.png"))
    later: list[bool] = []
    QTimer.singleShot(1, desktop.window, lambda: later.append(True))
    qtbot.waitUntil(lambda: bool(later), timeout=desk.PATIENCE)
    pictures, parts = desktop.program.workspace.pictures, desktop.window.parts
    assert pictures.current is None and [*pictures.records] == ["a.png", "b.png"]
    assert parts.stage.currentWidget() is desktop.window.canvas  # no invitation to open something
    assert [item.name for item in desktop.window.filmstrip.model.items()] == ["a.png", "b.png"]
    assert (
        offers_prompts(desktop) and desktop.window.status.number.isHidden()
    )  # nothing that is about to be false


def test_the_picture_of_a_file_of_boxes_is_the_first_one_shown(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "c.png").write_bytes(path("sample.png").read_bytes())
    (tmp_path / "c.json").write_text('{"shapes": [], "imagePath": "c.png"}')
    monkeypatch.setattr(workspace, "COMING_MS", desk.PATIENCE)
    desktop = start(tmp_path / "c.json")
    names = shown_from_now_on(desktop)
    qtbot.waitUntil(lambda: bool(names), timeout=desk.PATIENCE)
    assert names == ["c.png"]


def test_a_new_name_counts_while_writes_wait(start: Start) -> None:
    open = start().program.workspace
    with open.write_queue.together():
        open.sessions.rename(open.sessions.current, "Dinner")
        assert open.sessions.name == "Dinner" and open.write_queue.pending
    assert open.sessions.name == "Dinner" == open.store.sessions()[0].name


@pytest.mark.parametrize("kind", ["nothing in a folder", "no picture", "a file that is gone"])
def test_where_nothing_comes_the_last_picture_is_shown(
    start: Start, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    asked = tmp_path / ("asked" if kind.endswith("folder") else "asked.png")
    if kind.endswith("folder"):
        asked.mkdir()
    elif kind == "no picture":
        asked.write_text("this is no picture")
    desktop = start(asked)
    pictures = desktop.program.workspace.pictures
    qtbot.waitUntil(lambda: pictures.current == "b.png", timeout=desk.PATIENCE)
    assert [box.label for box in desktop.program.workspace.annotations.of("b.png").model.boxes()] == ["dish"]
    qtbot.waitUntil(lambda: not desktop.window.status.number.isHidden(), timeout=desk.PATIENCE)
    desktop.program.workspace.open_session(desktop.program.workspace.sessions.make())
    assert not offers_prompts(desktop)


def test_where_there_is_no_picture_and_none_comes_that_is_said(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "home" / "data" / "sessions.sqlite") as store:
        for picture in ("a.png", "b.png"):
            store.remove_picture(picture)
    (tmp_path / "asked").mkdir()
    desktop = start(tmp_path / "asked")
    assert offers_prompts(desktop)
    qtbot.waitUntil(lambda: not offers_prompts(desktop), timeout=desk.PATIENCE)


def test_the_picture_looked_at_is_kept_before_the_window_is_closed(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "PLACE_MS", 0)
    open = start().program.workspace
    open.pictures.show("a.png")
    qtbot.waitUntil(lambda: open.store.get_state(open.sessions.current, "picture") == "a.png")
