"""A review by keys becomes training data by keys: what the files hold is what the keys said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.formats.training import Teaching
from eyebox.review.start import Start
from eyebox.window.training_export import TrainingDialog, from_data
from eyebox_models.protocol.box import Box

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
        window.review_controller.start(Start("session", order="picture"))
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
    monkeypatch: pytest.MonkeyPatch, program: Desktop, path: Path, *do: object
) -> list[TrainingDialog]:
    """Opens the dialog by its keys, does something in it, and saves."""
    dialogs: list[TrainingDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, TrainingDialog) or not dialog.isActiveWindow():  # it is still on its way
            QTimer.singleShot(5, answer)
            return
        dialogs.append(dialog)
        try:
            for one in do:
                one(dialog)  # type: ignore[operator]
        finally:
            QTest.keyClick(dialog, KEY.Key_Return)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    QTimer.singleShot(0, answer)
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window)
    QTest.keyClick(program.window, KEY.Key_H, KEYS.ControlModifier | ALT)
    return dialogs


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

    with qtbot.waitSignal(window.workspace.exports.taught, timeout=10_000) as taught:
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
    assert "1 training sample" in said and "1 preference pair" in said and "2 box(es) read back" in said
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
        with qtbot.waitSignal(window.workspace.exports.taught, timeout=10_000):
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
