"""The boxes of open pictures reach the store: one write a change, in the order that the model has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eyebox.annotations.box_model import BoxModel
from eyebox.annotations.commands import AddBoxes, RemoveBoxes, SetBoxes
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.session.write_log import WriteLog
from eyebox.session.writes import SaveBoxes, Write
from eyebox.workspace.annotations import OPEN_PICTURES, Annotations
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box
from session_samples import create_session

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        store.add_picture(PictureRecord("picture", create_session(store, "s").id, "/a.png", "a.png"))
        yield store


@pytest.fixture
def writes() -> list[Write]:
    return []


@pytest.fixture
def annotations(store: Store, writes: list[Write], tmp_path: Path) -> Annotations:
    class Queue(WriteQueue):
        def do(self, write: Write) -> None:
            writes.append(write)
            super().do(write)

    logs = (WriteLog(tmp_path / "waiting"), WriteLog(tmp_path / "not-saved"))
    return Annotations(store, Queue(store, *logs))


def boxes(count: int) -> list[Box]:
    return [Box("even" if n % 2 == 0 else "odd", n, n, n + 9, n + 9) for n in range(count)]


def test_boxes_that_do_not_lie_together_are_renamed_by_one_write(
    store: Store, annotations: Annotations, writes: list[Write]
) -> None:
    annotations.add("picture", boxes(400), "add")
    annotated = annotations.of("picture")
    renamed = [replace(box, label="cup") for box in annotated.model.boxes() if box.label == "odd"]
    writes.clear()
    annotated.stack.push(SetBoxes(annotated.model, renamed))
    assert [type(write) for write in writes] == [SaveBoxes]
    assert store.boxes("picture") == annotated.model.boxes()
    annotated.stack.undo()
    assert len(writes) == 2
    assert store.boxes("picture") == annotated.model.boxes()


@pytest.mark.parametrize("step", [2, 3])
def test_removed_boxes_come_back_to_their_places_by_one_write(
    store: Store, annotations: Annotations, writes: list[Write], step: int
) -> None:
    annotations.add("picture", boxes(400), "add")
    annotated = annotations.of("picture")
    before = annotated.model.boxes()
    writes.clear()
    annotated.stack.push(RemoveBoxes(annotated.model, [box.id for box in before[1::step]]))
    assert store.boxes("picture") == annotated.model.boxes()
    annotated.stack.undo()
    assert len(writes) == 2
    assert store.boxes("picture") == annotated.model.boxes() == before


def test_boxes_that_are_in_the_store_already_are_not_written_again(
    store: Store, annotations: Annotations, writes: list[Write]
) -> None:
    counted = []
    annotations.box_count_changed.connect(counted.append)
    annotations.add("picture", boxes(3), "an answer's", saved=True)
    assert (writes, counted) == ([], ["picture"])
    annotated = annotations.of("picture")
    annotated.stack.push(AddBoxes(annotated.model, [Box("cup", 1, 2, 3, 4)]))
    assert len(writes) == 1 and counted == ["picture"] * 2


def test_of_pictures_looked_at_only_the_latest_stay_open(qtbot: QtBot, annotations: Annotations) -> None:
    annotations.of("picture")
    annotations.add("picture", boxes(1), "add")
    for n in range(3 * OPEN_PICTURES):
        annotations.show(f"other {n}")
    qtbot.waitUntil(lambda: len(annotations.findChildren(BoxModel)) <= OPEN_PICTURES + 2)
    assert annotations.is_open("picture") and not annotations.is_open("other 0")
    assert annotations.is_open(f"other {3 * OPEN_PICTURES - 1}")


def test_boxes_of_a_picture_nobody_has_seen_are_written_without_opening_it(
    store: Store, annotations: Annotations, writes: list[Write]
) -> None:
    store.save_boxes("picture", [Box("before", 1, 2, 3, 4)])
    annotations.add("picture", boxes(2), "import")
    assert len(writes) == 1 and not annotations.is_open("picture")
    assert (
        annotations.boxes_of("picture") == store.boxes("picture") == annotations.of("picture").model.boxes()
    )
    stack = annotations.of("picture").stack
    assert len(writes) == 1 and stack.undoText() == "import"
    stack.undo()
    assert [box.label for box in store.boxes("picture")] == ["before"]
    stack.redo()
    assert store.boxes("picture") == annotations.of("picture").model.boxes() and stack.count() == 1
