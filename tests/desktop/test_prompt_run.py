"""A prompt over many pictures: boxes join the review as they come, it pauses, and goes on after a restart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from engines import write_script
from eyebox.folders import Folders
from eyebox.program import Program
from eyebox.session.rows import SAID, said_from_data
from eyebox_models.protocol.ask import ModelRef, Options

NAMES = ("a", "b", "c", "d")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in NAMES:
        Image.new("RGB", (200, 100), "white").save(folder / f"{name}.png")
    return folder


def begin(home: Path) -> Program:
    program = Program(Folders.under(home))
    program.workspace.pictures.read_automatically = False
    program.begin()
    program.workspace.pictures.read_automatically = False
    return program


def end(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.ended):
        program.end()
    program.close()
    QCoreApplication.processEvents()


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    program = begin(tmp_path / "home")
    yield program
    end(qtbot, program)


def model(folder: Path) -> ModelRef:
    steps = [
        {"text": "seen"},
        {"box": [5, 6, 70, 80], "label": "cup"},
        {"box": [5, 6, 70, 80], "label": "cup"},
    ]
    return ModelRef(write_script(folder, steps))


def test_boxes_of_answers_join_the_review_while_it_goes_on(
    qtbot: QtBot, program: Program, folder: Path, tmp_path: Path
) -> None:
    workspace = program.workspace
    review = workspace.review
    with qtbot.waitSignal(review.current_changed):
        workspace.review_sources.prompt("Find cups", model(tmp_path), Options(), str(folder))
    assert review.is_on
    assert review.current is not None and review.current.label == "cup"
    review.decide("rejected")
    qtbot.waitUntil(lambda: review.counts.total == len(NAMES))
    assert review.counts.of("rejected") == 1
    for picture in workspace.pictures.records:
        (said,) = map(said_from_data, workspace.store.get_state(picture, SAID, []))
        assert said is not None
        question, answer, turns = said
        (row,) = workspace.store.review_of_picture(picture)
        assert (question, turns) == ("Find cups", 0) and answer.boxes[0].box.id == row.state.box.id
    assert not workspace.prompt_run.is_busy
    assert workspace.prompt_run.kept() is None


def test_it_pauses_and_goes_on_where_it_was_after_a_restart(
    qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    first = begin(tmp_path / "home")
    run = first.workspace.prompt_run
    with qtbot.waitSignal(first.workspace.review.current_changed):
        first.workspace.review_sources.prompt("Find cups", model(tmp_path), Options(seed=3), str(folder))
    run.pause()
    qtbot.waitUntil(lambda: not run._under_way)
    done = first.workspace.review.counts.total
    end(qtbot, first)
    again = begin(tmp_path / "home")
    run = again.workspace.prompt_run
    kept = run.kept()
    if kept is not None:
        assert (kept.text, kept.options, kept.done, kept.total) == (
            "Find cups",
            Options(seed=3),
            done,
            len(NAMES),
        )
        with qtbot.waitSignal(run.ended):
            run.go_on()
    pictures = again.workspace.store.picture_ids_of(again.workspace.sessions.current)
    assert [len(again.workspace.store.boxes(picture)) for picture in pictures] == [1] * len(NAMES)
    end(qtbot, again)


def test_it_waits_where_nothing_can_be_answered(
    qtbot: QtBot, program: Program, folder: Path, tmp_path: Path
) -> None:
    workspace = program.workspace
    bad = ModelRef(write_script(tmp_path, [{"fail": "No."}], "bad.json"))
    with qtbot.waitSignal(workspace.prompt_run.failed) as failed:
        workspace.review_sources.prompt("Find cups", bad, Options(), str(folder))
    assert failed.args[0]
    assert workspace.prompt_run.is_paused
    workspace.prompt_run.stop()
    assert not workspace.prompt_run.is_busy


def test_a_dataset_is_reviewed_in_a_session_of_its_own(qtbot: QtBot, program: Program, folder: Path) -> None:
    workspace = program.workspace
    before = workspace.sessions.current
    (folder / "boxes.csv").unlink(missing_ok=True)
    (folder / "labels.json").write_text(
        '{"images": [{"id": 1, "file_name": "a.png", "width": 200, "height": 100}], "categories": [{"id": 1, "name": "cup"}],'
        ' "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 30, 40], "area": 1200, "iscrowd": 0}]}'
    )
    workspace.review_sources.files([str(folder / "labels.json")])
    qtbot.waitUntil(lambda: workspace.review.counts.total == 1)
    assert workspace.review.current is not None and workspace.review.current.origin == "import"
    assert before
    with qtbot.waitSignal(workspace.review_sources.nothing_to_judge):
        workspace.review_sources.files([str(folder / "a.png")])


def test_boxes_of_a_large_file_join_the_review_that_is_on(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    workspace, review = program.workspace, program.workspace.review
    names = [f"p{n}.png" for n in range(30)]
    for name in names:
        Image.new("RGB", (20, 10)).save(folder / name)
    coco = {
        "images": [{"id": n, "file_name": name, "width": 20, "height": 10} for n, name in enumerate(names)],
        "categories": [{"id": 1, "name": "cup"}],
        "annotations": [
            {"id": n, "image_id": n, "category_id": 1, "bbox": [1, 2, 8, 6]} for n in range(len(names))
        ],
    }
    (folder / "many.json").write_text(json.dumps(coco))
    review.start(workspace.sessions.current)
    qtbot.waitUntil(lambda: review.is_on)
    workspace.importing.open([], [str(folder / "many.json")])
    qtbot.waitUntil(lambda: review.counts.total == len(names))
    assert review.current is not None
