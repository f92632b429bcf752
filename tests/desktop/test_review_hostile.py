"""A review begins with whatever a file holds, and says how much of it could not be used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from eyebox.folders import Folders
from eyebox.program import Program
from eyebox.session.review import Change, ReviewStep
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox_models.protocol.box import Box
from review_desk import Desk
from session_samples import create_session


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    program = Program(Folders.under(tmp_path / "home"))
    program.begin()
    program.workspace.pictures.read_automatically = False
    yield program
    with qtbot.waitSignal(program.ended):
        program.end()
    program.close()
    QCoreApplication.processEvents()


def annotation(id: int, image: int, *bbox: float, category: int = 1) -> dict[str, Any]:
    return {"id": id, "image_id": image, "category_id": category, "bbox": bbox, "area": 1, "iscrowd": 0}


def test_what_can_be_used_of_a_hostile_file_is_judged_and_the_rest_is_counted(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    Image.new("RGB", (200, 100), "white").save(tmp_path / "a.png")
    data = {
        "images": [
            {"id": 1, "file_name": "a.png", "width": 200, "height": 100},
            {"id": 2, "file_name": "nowhere.png", "width": 200, "height": 100},
        ],
        "categories": [{"id": 1, "name": "cup"}, {"id": 2, "name": "cup"}],
        "annotations": [
            annotation(1, 1, 10, 10, 50, 50),
            annotation(1, 1, 60, 10, 50, 50, category=2),
            annotation(2, 1, 500, 500, 50, 50),
            annotation(5, 1, -20, -20, 60, 60),
            annotation(6, 2, 10, 10, 50, 50),
            annotation(8, 1, 10, 10, 5, 5, category=77),
        ],
    }
    file = tmp_path / "boxes.json"
    file.write_text(json.dumps(data))
    workspace = program.workspace
    said: list[str] = []
    workspace.opening.refused.connect(lambda *texts: said.extend(texts))
    workspace.review_sources.files([str(file)])
    review = workspace.review
    qtbot.waitUntil(lambda: review.is_on and review.counts.total > 0 and bool(said))
    boxes = [item.shape for item in review.rows(0, 100)]
    assert all(box.width >= 0 and box.height >= 0 for box in boxes)
    assert len({box.id for box in boxes}) == len(boxes) >= 3
    assert any(character.isdigit() for sentence in said for character in sentence)
    for _ in range(review.total):
        review.decide("rejected")
    assert review.counts.waiting == 0
    workspace.store.check()


@pytest.mark.thorough
@pytest.mark.slow
def test_two_hundred_thousand_boxes_on_one_picture_are_judged(tmp_path: Path, qtbot: QtBot) -> None:
    count = 200_000
    with Store.open(tmp_path / "sessions.sqlite") as store:
        session = create_session(store, "s").id
        store.add_picture(PictureRecord("p", session, "/p.png", "p", "", 4000, 4000))
        store.save_boxes(
            "p",
            [
                Box(
                    f"label {n % 7}",
                    n % 4000,
                    n // 50,
                    n % 4000 + 9,
                    n // 50 + 9,
                    n / count,
                    "model",
                    f"{n:08x}",
                )
                for n in range(count)
            ],
        )
        desk = Desk(store, tmp_path)
        with qtbot.waitSignal(desk.review.started):
            desk.open(session)
        assert desk.review.counts.waiting == count
        for verdict in ("accepted", "rejected", "unsure"):
            desk.review.decide(verdict)
        desk.history.undo()
        desk.history.undo()
        assert desk.review.counts.waiting == count - 1
        assert desk.background.wait(60_000)


def test_rows_that_say_nothing_are_damage_and_not_a_crash(tmp_path: Path, qtbot: QtBot) -> None:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        session = create_session(store, "s").id
        store.add_picture(PictureRecord("p", session, "/p.png", "p", "", 400, 400))
        store.save_boxes("p", [Box("cup", n, n, n + 9, n + 9, n / 3, "model", f"b{n}") for n in range(3)])
        store.join_review(session)
        with store.database.write() as connection:
            connection.execute("UPDATE review SET proposed = '[1]' WHERE box = 'b2'")
            connection.execute("UPDATE review SET verdict = 'maybe' WHERE box = 'b1'")
        store.judge(session, ReviewStep("x", "accepted", (Change("p", "gone", None, None),)), undone=False)
        met: list[object] = []
        store.database.on_damage = met.append
        desk = Desk(store, tmp_path)
        desk.open(session)
        qtbot.waitUntil(lambda: not desk.writes.is_alone)
        assert [item.box_id for item in desk.review.rows(0, 10)] == ["b0"]
        desk.review.decide("accepted")
        desk.review.next_picture(1)
        assert met
        assert desk.background.wait(60_000)


def test_a_file_that_is_refused_begins_no_review(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    file = tmp_path / "boxes.json"
    file.write_text(
        json.dumps({"images": [], "categories": [], "annotations": [annotation(1, 9, 1, 1, 5, 5)]})
    )
    workspace = program.workspace
    with qtbot.waitSignals([workspace.opening.refused, workspace.review_sources.nothing_to_judge]):
        workspace.review_sources.files([str(file)])
    assert not workspace.review.is_on
