"""Files of boxes are read in the background, a part at a time; what is added stays when it is stopped."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from eyebox.jobs.background import Background
from eyebox.picture_map import encoded_png
from eyebox.session.assets import Assets
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.session.write_log import WriteLog
from eyebox.session.writes import AddPictures
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.imported_file import AT_ONCE, OPENED
from eyebox.workspace.importing import Importing
from eyebox.workspace.picture_list import PictureList
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box
from session_samples import create_session

PICTURES = 2 * AT_ONCE + 7


class Pictures(QObject):
    """Takes the place of the session's pictures; engines are not needed here."""

    added = Signal(object)

    def __init__(self, store: Store, session: str) -> None:
        super().__init__()
        self.session = session
        self.records = PictureList(store)
        self.records.load(session)
        self.current = next(iter(self.records))
        self.coming: list[str] = []
        self.meanwhile: Callable[[], object] = lambda: None
        self.content_of: Callable[[PictureRecord], PictureContent | None] = lambda _record: None
        self.opened: list[tuple[list[str], list[tuple[str, str]]]] = []
        self.owned: list[tuple[str, str]] = []
        self.assets = Assets(Path(self.records[self.current].path).parent / "data")

    def show(self, picture: str) -> None:
        self.current = picture

    def open(
        self,
        paths: list[str],
        *,
        failed: list[tuple[str, str]] | None = None,
        for_boxes: bool = False,
        may_be_empty: bool = False,
        owned: bool = False,
        name: str = "",
    ) -> None:
        if owned:
            self.owned += [(path, name) for path in paths]
        else:
            self.opened.append((paths, failed or []))

    @Slot()
    def on_progress(self) -> None:
        self.meanwhile()

    def on_way(self) -> tuple[set[str], int]:
        return set(self.coming), self.records.next_position

    def list_many(self, records: list[PictureRecord], *, show: bool) -> None:
        self.records.put(*records)

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
def queue(store: Store, tmp_path: Path) -> WriteQueue:
    return WriteQueue(store, WriteLog(tmp_path / "waiting"), WriteLog(tmp_path / "not-saved"))


@pytest.fixture
def annotations(store: Store, queue: WriteQueue) -> Annotations:
    return Annotations(store, queue)


@pytest.fixture
def importing(
    store: Store, queue: WriteQueue, pictures: Pictures, annotations: Annotations
) -> Iterator[Importing]:
    background = Background()
    yield Importing(store, queue, pictures, pictures, annotations, background)  # type: ignore[arg-type]
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
        with qtbot.waitSignal(importing.ended):
            importing.open([], [coco(PICTURES + 2)])
        assert counted(store) == [2] * PICTURES
    assert len(progress) > 20 and max(progress) == PICTURES + 2 and not importing.is_busy
    ((_, failed), _) = pictures.opened
    assert "2 picture" in failed[0][0]
    assert pictures.current == str(PICTURES - 1)


def test_a_file_that_lies_elsewhere_is_about_open_pictures_of_its_names_and_sizes(
    qtbot: QtBot, store: Store, pictures: Pictures, importing: Importing, coco, tmp_path: Path
) -> None:
    content = json.loads(Path(coco(4)).read_text())
    content["images"][1] |= {"width": 61}
    content["images"][2]["file_name"] = "C:\\train\\2.png"
    content["images"][3] |= {"width": 40, "height": 60}
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "boxes.json").write_text(json.dumps(content))
    twin = store.picture("0")
    assert twin is not None
    store.add_picture(replace(twin, id="twin", path=str(tmp_path / "sub" / "0.png"), position=PICTURES))
    pictures.records.load(pictures.session)
    with qtbot.waitSignal(importing.ended):
        importing.open([], [str(tmp_path / "elsewhere" / "boxes.json")])
    assert counted(store)[:5] == [0, 0, 2, 2, 0], "several are called 0.png, and 1.png has another size"
    ((_, failed),) = pictures.opened
    assert "2 picture" in failed[0][0] and pictures.current == "3"


@pytest.mark.parametrize("can_keep", [True, False])
def test_a_picture_inside_of_a_file_is_kept_and_opened(
    qtbot: QtBot, pictures: Pictures, importing: Importing, tmp_path: Path, can_keep: bool
) -> None:
    data = encoded_png(QImage(60, 40, QImage.Format.Format_RGB32))
    if not can_keep:
        (tmp_path / "data").touch()
    shape = {"label": "cup", "points": [[1, 1], [11, 11]], "shape_type": "rectangle"}
    content = {"shapes": [shape], "imagePath": "..\\cups.png", "imageData": b64encode(data).decode()}
    (tmp_path / "cups.json").write_text(json.dumps(content | {"imageWidth": 60, "imageHeight": 40}))
    with qtbot.waitSignal(importing.ended):
        importing.open([], [str(tmp_path / "cups.json")])
    if not can_keep:
        ((_, failed),) = pictures.opened
        assert not pictures.owned and "can't be used" in failed[0][0]
        return
    ((path, name),) = pictures.owned
    assert name == "cups.png" and Path(path).read_bytes() == data and pictures.opened == [([], [])]
    assert [box.label for box in importing._waiting[path].boxes] == ["cup"]


@pytest.mark.parametrize("waits", [False, True], ids=["", "the write waits"])
def test_a_picture_not_in_the_session_is_opened_and_written_with_its_boxes(
    qtbot: QtBot,
    store: Store,
    queue: WriteQueue,
    pictures: Pictures,
    annotations: Annotations,
    importing: Importing,
    coco,
    waits: bool,
) -> None:
    record = pictures.records["3"]
    pictures.records.remove(["3"])
    with qtbot.waitSignal(importing.ended):
        importing.open(["other.png"], [coco(5)])
    assert pictures.opened == [(["other.png", record.path], [])]
    assert counted(store)[:5] == [2, 2, 2, 0, 2]
    if waits:
        queue.alone(lambda: None)
    record = replace(record, id="new")
    content = pictures.content_of(record)
    assert content is not None and len(content.boxes) == 2
    queue.do(AddPictures(pictures.session, (content,)))
    pictures.added.emit(record)
    assert annotations.is_open("new") and annotations.of("new").stack.undoText() == "Import boxes"
    assert annotations.of("new").model.boxes() == content.boxes and queue.pending == waits  # one write
    if waits:
        queue.end_alone()
    assert store.boxes("new") == content.boxes and pictures.content_of(record) is None
    annotations.of("new").stack.undo()
    assert not store.boxes("new")


def test_a_picture_not_in_the_session_is_opened_while_others_write(
    qtbot: QtBot, queue: WriteQueue, pictures: Pictures, importing: Importing, coco
) -> None:
    record = pictures.records["0"]
    pictures.records.remove(["0"])
    queue.hold()
    with qtbot.waitSignal(importing.ended, timeout=30_000):
        importing.open([], [coco(1)])
    assert pictures.opened == [([record.path], [])] and importing._waiting[record.path].boxes


def test_a_small_file_after_a_large_one_has_its_pictures_taken_too(
    qtbot: QtBot, store: Store, pictures: Pictures, importing: Importing, coco, tmp_path: Path
) -> None:
    many = [*pictures.records][: OPENED + 5]
    pictures.records.remove(many[:-1])
    large = Path(coco(len(many) - 1)).rename(tmp_path / "large.json")
    pictures.records.remove(many[-1:])
    small = json.loads(Path(coco(len(many))).read_text())
    small |= {"images": small["images"][-1:], "annotations": small["annotations"][-2:]}
    (tmp_path / "boxes.json").write_text(json.dumps(small))
    with qtbot.waitSignal(importing.ended, timeout=30_000):
        importing.open([], [str(large), str(tmp_path / "boxes.json")])
    assert pictures.opened == [([], [])], "none is opened by itself"
    assert {f"{name}.png" for name in many} <= {
        Path(pictures.records[id].path).name for id in pictures.records
    }


def test_stopped_in_the_middle_it_keeps_what_it_has_added(
    qtbot: QtBot, store: Store, pictures: Pictures, importing: Importing, coco
) -> None:
    importing._reported.connect(importing.stop, Qt.ConnectionType.BlockingQueuedConnection)
    with qtbot.waitSignal(importing.ended):
        importing.open([], [coco(PICTURES)])
    assert 0 < sum(map(bool, counted(store))) < AT_ONCE
    assert pictures.opened == [] and not importing.is_busy


@pytest.mark.parametrize("by", ["a rename", "a repair"])
def test_a_file_imported_twice_while_writes_wait_adds_its_boxes_once(
    qtbot: QtBot, store: Store, queue: WriteQueue, importing: Importing, coco, by: str
) -> None:
    file = coco(PICTURES)
    ended: list[None] = []
    importing.ended.connect(lambda: ended.append(None))
    _ = queue.alone(lambda: None) if by == "a rename" else queue.hold()
    for _ in range(2):
        importing.open([], [file])
    importing._background.wait(20_000)
    assert not any(counted(store)) and importing.is_busy
    _ = queue.end_alone() if by == "a rename" else queue.release()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert counted(store) == [2] * PICTURES and not importing.is_busy


def test_pictures_opened_while_writes_wait_get_the_boxes_of_a_file_once(
    qtbot: QtBot,
    store: Store,
    queue: WriteQueue,
    pictures: Pictures,
    annotations: Annotations,
    importing,
    coco,
) -> None:
    """As one file of few new pictures after the other: their boxes wait until they are opened."""
    record = pictures.records["3"]
    pictures.records.remove(["3"])
    for _ in range(2):
        with qtbot.waitSignal(importing.ended):
            importing.open([], [coco(5)])
        queue.alone(lambda: None)
        pictures.added.emit(record)
        model = annotations.of("3").model
        assert len(model) == 2
        queue.end_alone()
        assert store.boxes("3") == model.boxes()


def test_a_picture_opened_while_it_is_imported_shows_its_boxes(
    qtbot: QtBot, store: Store, pictures: Pictures, annotations: Annotations, importing: Importing, coco
) -> None:
    pictures.meanwhile = lambda: annotations.of("5")
    importing._reported.connect(pictures.on_progress, Qt.ConnectionType.BlockingQueuedConnection)
    drawn = annotations.of("4").model
    drawn.insert([Box("drawn", 1, 2, 3, 4)])
    with qtbot.waitSignal(importing.ended):
        importing.open([], [coco(PICTURES)])
    assert [box.label for box in drawn.boxes()] == ["drawn", "cup", "cup"]
    for picture in ("4", "5", "6"):
        annotated = annotations.of(picture)
        assert (
            annotated.model.boxes() == store.boxes(picture) and annotated.stack.undoText() == "Import boxes"
        )
        annotated.stack.undo()
        assert len(annotated.model) == len(store.boxes(picture)) == (picture == "4")


@pytest.mark.parametrize("coming", [False, True], ids=["opened meanwhile", "being opened"])
def test_new_pictures_that_are_opened_meanwhile_come_once(
    qtbot: QtBot, store: Store, pictures: Pictures, importing: Importing, coco, coming: bool
) -> None:
    record = pictures.records["3"]
    pictures.records.remove(str(n) for n in range(PICTURES))
    for n in range(PICTURES):
        store.remove_picture(str(n))
    written = importing._on_written

    def on_written(file: object, none: None) -> None:
        if coming:
            pictures.coming.append(record.path)
        else:
            pictures.records.put(record)
        store.restore_picture("3")
        written(file, none)  # type: ignore[arg-type]

    importing._on_written = on_written  # type: ignore[method-assign,assignment]
    with qtbot.waitSignal(importing.ended):
        importing.open([], [coco(PICTURES)])
    if coming:
        pictures.records.put(record)
        pictures.added.emit(record)
    assert [len(store.boxes(picture)) for picture in pictures.records] == [2] * PICTURES
    stored = store.pictures(pictures.session)
    assert len({picture.path for picture in stored}) == len(stored) == len(pictures.records) == PICTURES


KILLED = """
import os, signal, sys
from eyebox.formats import load_annotations
from pathlib import Path
from eyebox.session.assets import Assets
from eyebox.session.store import Store
from eyebox.workspace.imported_file import ImportedFile, ImportRequest

path, session, boxes, known = sys.argv[1:]
request = ImportRequest(session, [], [])
file = ImportedFile(request, boxes, load_annotations(boxes), Assets(Path(path).parent))
with Store.open(path) as store:
    file.know(store.picture_paths(session) if known else {})
    with store.for_writing() as writing:
        file.write(writing, [], lambda read: read < 100 or os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.mark.parametrize("known", ["known", ""])
def test_killed_in_the_middle_nothing_of_a_file_is_there(
    store: Store, pictures: Pictures, coco, known: str
) -> None:
    command = [sys.executable, "-c", KILLED, str(store.path), pictures.session, coco(PICTURES), known]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert not any(counted(store)) and len(store.pictures(pictures.session)) == PICTURES
    store.check()
