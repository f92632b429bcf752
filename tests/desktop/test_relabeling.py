"""A label gets another name in all pictures of a session, as one step, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from eyebox.jobs.background import Background
from eyebox.session.store import Store
from eyebox.session.types import PictureContent
from eyebox.session.write_log import WriteLog
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.history import History
from eyebox.workspace.relabeling import Relabeling
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box
from session_samples import create_session, make_picture

COUNT = 120


class Room:
    """A session in which every picture has a cup, a plate and a cup."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.session = create_session(store, "s").id
        self.pictures = [make_picture(self.session, f"{n}.png", position=n) for n in range(COUNT)]
        labels = ("cup", "plate", "cup")
        store.add_pictures(
            self.session,
            [
                PictureContent(picture, tuple(Box(label, 1, 2, 3, 4) for label in labels))
                for picture in self.pictures
            ],
        )
        self.queue = WriteQueue(store, WriteLog(folder / "waiting"), WriteLog(folder / "not-saved"))
        self.annotations = Annotations(store, self.queue)
        self.history = History(self.annotations.group)
        self.background = Background()
        self.relabeling = Relabeling(store, self.queue, self.history, self.annotations, self.background)
        self.history.open_session(self.session)

    def labels(self) -> set[tuple[str, ...]]:
        return {tuple(box.label for box in self.store.boxes(picture.id)) for picture in self.pictures}


@pytest.fixture(params=[False, True], ids=["on disk", "in memory"])
def room(request: pytest.FixtureRequest, tmp_path: Path, qapp: object) -> Iterator[Room]:
    store = Store.in_memory() if request.param else Store.open(tmp_path / "sessions.sqlite")
    with store:
        made = Room(store, tmp_path)
        yield made
        made.background.wait(20_000)


def test_all_pictures_get_the_new_label_and_ctrl_z_takes_it_back(qtbot: QtBot, room: Room) -> None:
    model = room.annotations.of(room.pictures[7].id).model
    with qtbot.waitSignal(room.relabeling.ended):
        room.relabeling.rename(room.session, "cup", "mug")
    assert room.labels() == {("mug", "plate", "mug")}
    assert [box.label for box in model.boxes()] == ["mug", "plate", "mug"]
    assert len(room.store.search("mug", COUNT * 2)) == COUNT and not room.store.search("cup")
    for step, label in ((room.history.undo, "cup"), (room.history.redo, "mug"), (room.history.undo, "cup")):
        with qtbot.waitSignal(room.relabeling.ended):
            step()
        assert room.labels() == {(label, "plate", label)}
        assert [box.label for box in model.boxes()] == [label, "plate", label]
    assert not room.history.can_undo and not room.queue.pending


def test_a_picture_that_is_open_is_not_written_once_more(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = room.annotations.of(room.pictures[7].id).model
    writes: list[object] = []
    monkeypatch.setattr(room.queue, "do", writes.append)
    with qtbot.waitSignal(room.relabeling.ended):
        room.relabeling.rename(room.session, "cup", "mug")
    assert [box.label for box in model.boxes()] == ["mug", "plate", "mug"] and writes == []


def hold(room: Room, monkeypatch: pytest.MonkeyPatch) -> Event:
    """The thread in the background begins when this is set."""
    begin, for_writing = Event(), room.store.for_writing
    monkeypatch.setattr(room.store, "for_writing", lambda: for_writing() if begin.wait(60) else None)
    return begin


def test_what_is_written_meanwhile_waits_and_counts(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    if room.store.is_in_memory:
        pytest.skip("it is done at once")
    first = room.pictures[0].id
    box = room.store.boxes(first)[0]
    begin = hold(room, monkeypatch)
    with qtbot.waitSignal(room.relabeling.ended):
        room.relabeling.rename(room.session, "cup", "mug")
        model = room.annotations.of(first).model
        model.replace(model.boxes()[0].placed(5, 6, 7, 8))
        begin.set()
    assert room.store.boxes(first)[0].xyxy == (5, 6, 7, 8) and room.store.boxes(first)[0].id == box.id
    assert room.labels() == {("mug", "plate", "mug")}


def test_stopped_in_the_middle_nothing_is_changed(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    if room.store.is_in_memory:
        pytest.skip("it is done at once")
    begin = hold(room, monkeypatch)
    with qtbot.waitSignal(room.relabeling.ended):
        room.relabeling.rename(room.session, "cup", "mug")
        room.relabeling.stop()
        begin.set()
    assert room.labels() == {("cup", "plate", "cup")} and not room.history.can_undo
