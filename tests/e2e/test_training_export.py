"""A review by keys becomes training data by keys: what the files hold is what the keys said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.formats import format_named, load_from
from eyebox.formats.training import Teaching
from eyebox.review.start import Start
from eyebox.window.training_export import TrainingDialog, from_data
from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import ImageInfo
from modal import answered

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
ALT = KEYS.AltModifier


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """Two pictures of 800 x 600 pixels, each with three boxes of a model; nothing is read."""
    begun = start()
    workspace = begun.window.workspace
    workspace.pictures.read_automatically = False
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"), desk.draw_menu(tmp_path / "menu.png"))
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    for picture in workspace.pictures.records:
        boxes = [
            Box("dish", 80, 150, 320, 210, score=0.9, source="model"),
            Box("dish", 80, 300, 320, 360, score=0.8, source="model"),
            Box("price", 640, 150, 720, 210, score=0.7, source="model"),
        ]
        workspace.annotations.add(picture, boxes, "answer")
    begun.program.change_settings(begun.program.settings.with_value("motion", "reduced"))
    return begun


def press(key: Qt.Key, keys: Qt.KeyboardModifier = KEYS.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, keys)


def review(qtbot: QtBot, program: Desktop) -> None:
    """By keys: of the first picture one accepted, one rejected, one unsure; of the second all accepted, and complete."""
    window = program.window
    with qtbot.waitSignal(window.workspace.review.started):
        window.review_start.start(Start("session", order="picture"))
    qtbot.waitUntil(lambda: window.workspace.review.current is not None)
    window.activateWindow()
    window.canvas.setFocus()
    press(KEY.Key_A)
    press(KEY.Key_X)
    press(KEY.Key_Space)
    press(KEY.Key_X)
    press(KEY.Key_A)
    press(KEY.Key_A)


def export(
    monkeypatch: pytest.MonkeyPatch, program: Desktop, path: Path, do: Callable[[TrainingDialog], object]
) -> None:
    """Opens the dialog by its keys, does something in it, and saves."""

    def answer(dialog: TrainingDialog) -> None:
        do(dialog)
        QTest.keyClick(dialog, KEY.Key_Return)
        assert not dialog.isVisible()

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    program.window.activateWindow()
    assert QTest.qWaitForWindowActive(program.window, 60_000)
    with answered(TrainingDialog, answer):
        QTest.keyClick(program.window, KEY.Key_H, KEYS.ControlModifier | ALT)


def test_what_the_keys_said_is_what_the_files_hold(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, out = program.window, tmp_path / "out"
    out.mkdir()
    review(qtbot, program)
    assert window.workspace.store.pictures_to_teach(window.workspace.sessions.current) == (1, 1)

    def choose(dialog: TrainingDialog) -> None:
        assert "(1)" in dialog.pictures.currentText()
        QTest.keyClick(dialog.convention, KEY.Key_Down)
        assert dialog.convention.currentText() == "Qwen2.5-VL" and dialog.most.isVisible()
        QTest.keyClick(dialog.convention, KEY.Key_Down)
        assert not dialog.most.isVisible()
        QTest.keyClick(dialog.pairs, KEY.Key_Space)
        assert dialog.pairs.isChecked()

    with qtbot.waitSignal(window.workspace.exports.taught) as taught:
        export(monkeypatch, program, out / "pets", choose)
    assert taught.args[0].farthest <= 1
    (sample,) = json.loads((out / "pets.json").read_text())
    assert Path(out, sample["image"]).resolve() == (tmp_path / "menu.png").resolve()
    across, down = 1000 / sample["width"], 1000 / sample["height"]
    assert sample["conversations"][1]["value"].splitlines() == [
        f"<|object_ref_start|>{label}<|object_ref_end|><|box_start|>"
        f"({round(x1 * across)},{round(y1 * down)}),({round(x2 * across)},{round(y2 * down)})<|box_end|>"
        for label, x1, y1, x2, y2 in (("dish", 80, 300, 320, 360), ("price", 640, 150, 720, 210))
    ]
    (pair,) = map(json.loads, (out / "pets.pairs.jsonl").read_text().splitlines())
    assert pair["chosen"]["value"] == sample["conversations"][1]["value"]
    assert pair["rejected"]["value"].count("<|box_start|>") == 3
    said = window.notice.sentence
    assert "1 training sample" in said and "1 preference pair" in said and "2 boxes read back" in said
    kept = window.workspace.store.get_state("", "training")
    assert from_data(kept) == Teaching("qwen2_vl", True, "", False)


def test_complete_pictures_are_offered_first_and_the_last_choice_again(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.window
    review(qtbot, program)
    seen: list[tuple[int, object]] = []

    def look(dialog: TrainingDialog) -> None:
        seen.append((dialog.pictures.count(), dialog.pictures.currentData()))
        dialog.convention.setCurrentIndex(dialog.convention.findData("swift"))
        dialog.question.setText("Where are {labels}?")

    for _time in range(2):
        with qtbot.waitSignal(window.workspace.exports.taught):
            export(monkeypatch, program, tmp_path / "out.jsonl", look)
    assert seen == [(2, False), (2, False)]
    (sample,) = map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())
    assert sample["messages"][0]["content"] == "<image>Where are dish, price?"
    assert sample["objects"]["bbox"] == [[80, 300, 320, 360], [640, 150, 720, 210]]


def test_without_a_review_it_says_what_to_do(qtbot: QtBot, program: Desktop) -> None:
    QTest.keyClick(program.window, KEY.Key_H, KEYS.ControlModifier | ALT)
    assert "review its boxes first" in program.window.notice.sentence


@pytest.mark.parametrize(
    "data", [None, 5, [], {"convention": "dance"}, {"pairs": "yes", "max_pixels": -4}, {"max_pixels": True}]
)
def test_what_was_kept_may_be_anything(data: object) -> None:
    assert from_data(data) == Teaching()


@pytest.mark.thorough
def test_two_hundred_boxes_by_keys_are_in_every_file_as_the_keys_said(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    """Of twenty boxes on each of ten pictures every seventh is rejected and every fifth moved ten pixels; the rest is right."""
    begun = start()
    window, workspace = begun.window, begun.window.workspace
    workspace.pictures.read_automatically = False
    begun.program.change_settings(begun.program.settings.with_value("motion", "reduced"))
    files = [tmp_path / f"图 {n}.png" for n in range(10)]
    for file in files:
        Image.new("RGB", (1000, 800), "white").save(file)
    workspace.open_paths([str(file) for file in files])
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 10, timeout=desk.PATIENCE)
    said: dict[str, list[tuple[str, ...]]] = {}
    proposed = [
        (f"盒 {n % 3}", 20.0 + n % 5 * 180, 20.0 + n // 5 * 190, 120.0 + n % 5 * 180, 100.0 + n // 5 * 190)
        for n in range(20)
    ]
    for picture in workspace.pictures.records:
        workspace.annotations.add(picture, [Box(*one, source="model") for one in proposed], "answer")
    with qtbot.waitSignal(workspace.review.started):
        window.review_start.start(Start("session", order="picture"))
    qtbot.waitUntil(lambda: workspace.review.current is not None)
    window.activateWindow()
    window.canvas.setFocus()
    for n in range(200):
        item = workspace.review.current
        assert item is not None
        name = workspace.pictures.records[item.picture].name
        label, x1, y1, x2, y2 = item.label, *item.shape.xyxy
        if n % 7 == 3:
            press(KEY.Key_X)
            continue
        if n % 5 == 1:
            press(KEY.Key_Right, KEYS.ShiftModifier)
            press(KEY.Key_E)
            x1, x2 = x1 + 10, x2 + 10
        else:
            press(KEY.Key_A)
        said.setdefault(name, []).append((label, x1, y1, x2, y2))
    assert workspace.review.counts.waiting == 0
    session = workspace.sessions.current
    with qtbot.waitSignal(workspace.exports.done, timeout=desk.PATIENCE):
        workspace.exports.write("coco", str(tmp_path / "out.coco"), session)
    with qtbot.waitSignal(workspace.exports.taught, timeout=desk.PATIENCE) as taught:
        workspace.exports.write_training(
            Teaching("qwen3_vl", pairs=True), str(tmp_path / "out.json"), session
        )

    def boxes(file: str, form: str) -> dict[str, list[tuple[str, ...]]]:
        found = load_from([format_named(form)], tmp_path / file)
        return {Path(one.name).name: sorted((box.label, *box.xyxy) for box in one.boxes) for one in found}

    wanted = {name: sorted(of_picture) for name, of_picture in said.items()}
    assert boxes("out.coco", "coco") == wanted
    written = taught.args[0]
    assert (written.samples, written.pairs, written.boxes) == (10, 10, sum(map(len, wanted.values())))
    for name, of_picture in boxes("out.json", "qwenvl").items():
        for got, right in zip(of_picture, wanted[name], strict=True):
            assert got[0] == right[0] and got[1:] == pytest.approx(right[1:], abs=0.5)
    pairs = [json.loads(line) for line in (tmp_path / "out.pairs.jsonl").read_text().splitlines()]
    for pair in pairs:
        reader = reader_for(0, [ImageInfo(0, 1000, 800, (0, 0))], THOUSANDTHS)
        reader.feed(pair["rejected"]["value"])
        reader.finish()
        rejected = sorted((found.box.label, *found.box.xyxy) for found in reader.boxes)
        for got, right in zip(rejected, sorted(proposed), strict=True):
            assert got[0] == right[0] and got[1:] == pytest.approx(right[1:], abs=0.5)
        name = Path(pair["images"][0]).name
        assert pair["chosen"]["value"].count("bbox_2d") == len(wanted[name])
