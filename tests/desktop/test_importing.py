"""Files of boxes are read in the background, a part at a time; what is added stays when it is stopped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from eyebox.jobs.background import Background
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.session.write_log import WriteLog
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.importing import AT_ONCE, Importing
from eyebox.workspace.picture_list import PictureList
from eyebox.workspace.write_queue import WriteQueue
from session_samples import create_session

PICTURES = 2 * AT_ONCE + 7


class Pictures(QObject):
    """Takes the place of the session's pictures; engines are not needed here."""

    added = Signal(object)

    def __init__(self, store: Store, session: str) -> None:
        super().__init__()
        self.session = "s"
        self.records = PictureList(store)
        self.records.load(session)
        self.current = next(iter(self.records))
        self.opened: list[tuple[list[str], list[tuple[str, str]]]] = []

    def show(self, picture: str) -> None:
        self.current = picture

    def open(self, paths: list[str], *, failed: list[tuple[str, str]]) -> None:
        self.opened.append((paths, failed))

    def inside(self, _picture: str, box: object) -> object:
        return box


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        session = create_session(store, "s").id
        for n in range(PICTURES):
            name = f"{n}.png"
            (tmp_path / name).touch()
            store.add_picture(PictureRecord(str(n), session, str(tmp_path / name), name, "", 60, 40, n))
        yield store


@pytest.fixture
def pictures(store: Store) -> Pictures:
    (session,) = store.sessions()
    return Pictures(store, session.id)


@pytest.fixture
def importing(store: Store, pictures: Pictures, tmp_path: Path) -> Iterator[Importing]:
    queue = WriteQueue(store, WriteLog(tmp_path / "waiting"), WriteLog(tmp_path / "not-saved"))
    background = Background()
    yield Importing(queue, pictures, pictures, Annotations(store, queue), background)  # type: ignore[arg-type]
    background.wait(20_000)


@pytest.fixture
def coco(tmp_path: Path) -> Callable[[int], str]:
    """A COCO file of so many pictures, with two boxes on each; those beyond the session's are not there."""

    def write(pictures: int) -> str:
        boxes = [
            {"id": n, "image_id": n // 2, "category_id": 1, "bbox": [n % 2, 1, 10, 10], "area": 100}
            for n in range(2 * pictures)
        ]
        images = [{"id": n, "file_name": f"{n}.png", "width": 60, "height": 40} for n in range(pictures)]
        content = {"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "cup"}]}
        (tmp_path / "boxes.json").write_text(json.dumps(content))
        return str(tmp_path / "boxes.json")

    return write


def counted(store: Store) -> list[int]:
    return [len(store.boxes(str(n))) for n in range(PICTURES)]


def test_every_picture_gets_its_boxes_once(
    qtbot: QtBot, store: Store, pictures: Pictures, importing: Importing, coco
) -> None:
    progress: list[int] = []
    importing.progressed.connect(progress.append)
    for _ in range(2):  # the second time changes nothing
        with qtbot.waitSignal(importing.ended, timeout=30_000):
            importing.open([], [coco(PICTURES + 2)])
        assert counted(store) == [2] * PICTURES
    assert len(progress) > 20 and max(progress) == PICTURES + 2 and not importing.is_busy
    ((_, failed), _) = pictures.opened
    assert "2 picture" in failed[0][0]
    assert pictures.current == str(PICTURES - 1)


def test_a_picture_not_in_the_session_is_opened_and_then_has_its_boxes(
    qtbot: QtBot, store: Store, pictures: Pictures, importing: Importing, coco
) -> None:
    record = pictures.records["3"]
    pictures.records.remove(["3"])
    with qtbot.waitSignal(importing.ended, timeout=30_000):
        importing.open(["other.png"], [coco(5)])
    assert pictures.opened == [(["other.png", record.path], [])]
    assert counted(store)[:5] == [2, 2, 2, 0, 2]
    pictures.added.emit(record)
    assert counted(store)[:5] == [2] * 5


def test_stopped_in_the_middle_it_keeps_what_it_has_added(
    qtbot: QtBot, store: Store, pictures: Pictures, importing: Importing, coco
) -> None:
    importing.progressed.connect(importing.stop)
    with qtbot.waitSignal(importing.ended, timeout=30_000):
        importing.open([], [coco(PICTURES)])
    assert 0 < sum(map(bool, counted(store))) < AT_ONCE
    assert pictures.opened == [] and not importing.is_busy
