"""A review through the real window by key events alone: verdicts, corrections, labels, undo, over many pictures."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.canvas.outline import rect_of
from eyebox.formats.training import Teaching, write_training
from eyebox.review.start import Start, StartDialog
from eyebox.review.summary import SummaryPage
from eyebox.session.labels import Attribute, Label
from eyebox.session.review import ReviewFilter, ReviewItem
from eyebox_models.protocol.box import Box
from modal import answered

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def boxes_of_a_model() -> list[Box]:
    return [
        Box("dish", 60, 150, 300, 200, score=0.9, source="model"),
        Box("dish", 60, 260, 300, 310, score=0.8, source="model"),
        Box("price", 640, 150, 720, 200, score=0.7, source="model"),
    ]


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """Two pictures with three boxes of a model each; nothing is read."""
    begun = start()
    workspace = begun.window.workspace
    workspace.pictures.read_automatically = False
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"), desk.draw_menu(tmp_path / "vegetables.png"))
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    for picture in workspace.pictures.records:
        workspace.annotations.add(picture, boxes_of_a_model(), "answer")
    begun.program.change_settings(begun.program.settings.with_value("motion", "reduced"))
    return begun


def begin(qtbot: QtBot, program: Desktop, order: str = "picture") -> None:
    """Begins a review of the session, and gives the picture the keys."""
    review = program.window.workspace.review
    with qtbot.waitSignal(review.started):
        program.window.review_start.start(Start("session", order=order))
    qtbot.waitUntil(lambda: review.current is not None)
    program.window.activateWindow()
    program.window.canvas.setFocus()


def press(program: Desktop, key: Qt.Key, keys: Qt.KeyboardModifier = KEYS.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, keys)


def current(program: Desktop) -> ReviewItem:
    item = program.window.workspace.review.current
    assert item is not None
    return item


def verdicts(program: Desktop) -> list[tuple[str, str]]:
    review = program.window.workspace.review
    return [(item.verdict, item.label) for item in review.rows(0, 100)]


def test_one_key_a_box(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    review, canvas = window.workspace.review, window.canvas
    begin(qtbot, program)
    first = current(program)
    assert canvas.editor.selection == (first.box_id,) and first.picture == window.workspace.pictures.current
    press(program, KEY.Key_A)
    press(program, KEY.Key_X)
    assert current(program).label == "price" and len(desk.boxes(program)) == 2
    press(program, KEY.Key_Space)
    assert current(program).picture != first.picture == next(iter(window.workspace.pictures.records))
    assert window.workspace.pictures.current == current(program).picture
    press(program, KEY.Key_F)
    assert [one for one, _label in verdicts(program)] == ["accepted", "rejected", "unsure", "unsure", "", ""]
    press(program, KEY.Key_A, KEYS.ShiftModifier)
    assert review.counts.waiting == 0 and review.counts.of("accepted") == 3
    for _step in range(4):
        press(program, KEY.Key_Backspace)
    assert [one for one, _label in verdicts(program)] == ["accepted", "", "", "", "", ""]
    assert window.workspace.pictures.current == first.picture and len(desk.boxes(program)) == 3
    press(program, KEY.Key_Z, KEYS.ControlModifier)
    assert current(program).number == first.number and review.counts.waiting == 6


def test_a_correction_is_fixed_and_shows_where_the_model_had_it(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas = window.canvas
    begin(qtbot, program)
    item = current(program)
    assert not canvas.proposals.boxes
    press(program, KEY.Key_E)
    assert "corrected" in window.notice.sentence and current(program).verdict == ""
    press(program, KEY.Key_Right)
    press(program, KEY.Key_Right, KEYS.ShiftModifier)
    qtbot.waitUntil(lambda: canvas.proposals.boxes != ())
    (ghost,) = canvas.proposals.boxes
    assert ghost.xyxy == (60, 150, 300, 200) and current(program).verdict == "fixed"
    assert current(program).number == item.number
    bar = window.review_controller.bar
    assert "IoU 0.91" in bar._about.text() and "11 px" in bar._about.text()
    press(program, KEY.Key_2)
    assert current(program).label == "price" and "“dish”" not in bar._label.whole
    press(program, KEY.Key_E)
    assert current(program).number != item.number and not canvas.proposals.boxes
    assert verdicts(program)[0] == ("fixed", "price")
    press(program, KEY.Key_Backspace)
    press(program, KEY.Key_Backspace)
    assert verdicts(program)[0] == ("", "dish") and current(program).box.xyxy == (60, 150, 300, 200)


def test_a_missed_box_is_drawn_and_one_goes_on_where_one_was(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas = window.canvas
    begin(qtbot, program)
    item = current(program)
    press(program, KEY.Key_M)
    assert canvas.tool == "draw"
    a, b = canvas.mapFromScene(QPointF(150, 215)), canvas.mapFromScene(QPointF(240, 245))
    QTest.mousePress(canvas.viewport(), LEFT, KEYS.NoModifier, a)
    QTest.mouseMove(canvas.viewport(), (a + b) / 2)
    QTest.mouseMove(canvas.viewport(), b)
    QTest.mouseRelease(canvas.viewport(), LEFT, KEYS.NoModifier, b)
    QTest.keyClicks(QApplication.focusWidget(), "max")
    press(program, KEY.Key_Return)
    qtbot.waitUntil(lambda: canvas.tool == "select")
    assert current(program).number == item.number and canvas.editor.selection == (item.box_id,)
    assert ("missed", "max") in verdicts(program)
    canvas.setFocus()
    press(program, KEY.Key_A)
    assert verdicts(program)[0] == ("accepted", "dish")


def test_a_box_that_is_clicked_on_is_judged(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas = window.canvas
    begin(qtbot, program)
    canvas.fit()
    other = desk.boxes(program)[2]
    QTest.mouseClick(canvas.viewport(), LEFT, pos=canvas.mapFromScene(QPointF(680, 175)))
    assert current(program).box_id == other.id
    place = canvas.mapFromScene(QPointF(180, 175))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, canvas.viewport().mapToGlobal(place))
    QApplication.sendEvent(canvas.viewport(), event)
    menu = next(menu for menu in canvas.findChildren(QMenu) if menu.isVisible())
    entry = next(action for action in menu.actions() if action.objectName() == "review_unsure")
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
    assert verdicts(program)[0][0] == "unsure"
    canvas.fit()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=canvas.mapFromScene(QPointF(680, 175)))
    canvas.setFocus()
    press(program, KEY.Key_X)
    assert [one for one, _label in verdicts(program)][:3] == ["unsure", "", "rejected"]
    selected = canvas.editor.selection
    canvas.fit()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=canvas.mapFromScene(QPointF(500, 450)))
    qtbot.waitUntil(lambda: canvas.editor.selection == selected == (current(program).box_id,))


def test_keys_are_the_windows_own_again_after_the_end(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    begin(qtbot, program)
    assert window.panel.tabs.isTabVisible(3) and window.review_controller.bar.isVisible()
    press(program, KEY.Key_A)
    QTest.keyClick(window, KEY.Key_E, KEYS.ControlModifier | KEYS.AltModifier | KEYS.ShiftModifier)
    assert not window.workspace.review.is_on and not window.review_controller.bar.isVisible()
    assert not window.panel.tabs.isTabVisible(3)
    press(program, KEY.Key_X)
    assert len(desk.boxes(program)) == 3
    begin(qtbot, program)
    assert current(program).position == 1 and verdicts(program)[0][0] == "accepted"


Kept = tuple[str, tuple[float, float, float, float]]
PICTURES, EACH = 20, 10


@pytest.mark.thorough
def test_two_hundred_boxes_by_keys_alone(qtbot: QtBot, start, tmp_path: Path) -> None:
    """What is exported is what the keys said."""
    program = start()
    window = program.window
    workspace, canvas = window.workspace, window.canvas
    review = workspace.review
    workspace.pictures.read_automatically = False
    paths = []
    for number in range(PICTURES):
        paths.append(tmp_path / f"picture {number:02}.png")
        Image.new("RGB", (800, 600), "#d8d4cc").save(paths[-1])
    workspace.open_paths([str(path) for path in paths])
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == PICTURES, timeout=desk.PATIENCE)
    chance = random.Random(13)
    for picture in workspace.pictures.records:
        workspace.annotations.add(picture, [_any_box(chance) for _ in range(EACH)], "answer")
    begin(qtbot, program)
    labels = list(window.review_controller.digits.labels)
    kept: dict[str, list[Kept]] = {record.path: [] for record in workspace.pictures.records.values()}
    proposed = {
        record.path: [(box.label, box.xyxy) for box in workspace.annotations.boxes_of(record.id)]
        for record in workspace.pictures.records.values()
    }
    unsure: list[str] = []
    rest = ""
    for number in range(PICTURES * EACH):
        item = current(program)
        assert item.box is not None and item.position == number and item.box_id == canvas.editor.selection[0]
        path = workspace.pictures.path_of(item.picture)
        label, corners = item.box.label, item.box.xyxy
        what = chance.choice(["accept"] * 5 + ["reject", "unsure", "correct", "rename", "take back"])
        if number % EACH == 0 and number // EACH in (7, 11):
            press(program, KEY.Key_A, KEYS.ShiftModifier)
            rest = item.picture
        if item.picture == rest:  # all of it has its verdict: one only goes on
            assert review.item(item.number).verdict == "accepted"
        elif what == "accept":
            press(program, KEY.Key_A)
        elif what == "reject":
            press(program, KEY.Key_X)
        elif what == "unsure":
            press(program, KEY.Key_Space)
            unsure.append(item.box_id)
        elif what == "correct":
            for _ in range(3):
                press(program, KEY.Key_Right)
            press(program, KEY.Key_Down, KEYS.ShiftModifier)
            corners = item.box.moved(3, 10).xyxy
            press(program, KEY.Key_E)
        elif what == "rename":
            digit = (labels.index(label) + 1) % len(labels)
            label = labels[digit]
            press(program, KEY(KEY.Key_1.value + digit))
            press(program, KEY.Key_A)
        else:
            press(program, KEY.Key_X)
            press(program, KEY.Key_Backspace)
            assert current(program).number == item.number and current(program).verdict == ""
            press(program, KEY.Key_A)
        if what != "reject" or item.picture == rest:
            kept[path].append((label, corners))
        if item.picture == rest and number % EACH < EACH - 1:
            review.show(review.rows(number + 1, 1)[0].number)
        elif item.picture == rest:
            review.next_waiting()
    counts = review.counts
    assert counts.waiting == 0 and counts.total == PICTURES * EACH and counts.of("unsure") == len(unsure) > 5
    _compare_coco(qtbot, program, tmp_path / "boxes.json", kept)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SummaryPage))
    press(program, KEY.Key_Escape)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    canvas.setFocus()
    review.set_filter(ReviewFilter(("unsure",)))
    for item in review.rows(0, len(unsure)):
        review.show(item.number)
        press(program, KEY.Key_A)
    with workspace.store.for_reading() as store:
        teaching = Teaching("qwen3_vl", pairs=True, judged=True, question="Find {labels}.")
        written = write_training(
            store, workspace.sessions.current, teaching, tmp_path / "teach.jsonl", _nothing
        )
    assert written.samples == PICTURES and written.farthest <= 1 and not written.left_out
    assert written.boxes == sum(map(len, kept.values()))
    samples = json.loads(written.files[0].read_text(encoding="utf-8"))
    for sample in samples:
        _compare(sample["conversations"][1]["value"], kept[str(tmp_path / sample["image"])])
    pairs = [json.loads(line) for line in written.files[1].read_text(encoding="utf-8").splitlines()]
    for pair in pairs:
        path = str(tmp_path / pair["images"][0])
        _compare(pair["chosen"]["value"], kept[path])
        _compare(pair["rejected"]["value"], proposed[path])
    corrected = {path for path in kept if kept[path] != proposed[path]}
    assert {str(tmp_path / pair["images"][0]) for pair in pairs} == corrected and len(pairs) > 10


def _any_box(chance: random.Random) -> Box:
    x, y = chance.randrange(20, 600), chance.randrange(20, 480)
    right, bottom = x + chance.randrange(20, 160), y + chance.randrange(12, 90)
    return Box(
        chance.choice(["price", "dish", "蔬菜"]), x, y, right, bottom, score=chance.random(), source="model"
    )


def _nothing(*_done: object) -> None:
    """Nobody waits for it."""


def _compare_coco(qtbot: QtBot, program: Desktop, out: Path, kept: dict[str, list[Kept]]) -> None:
    """The COCO file of the session has exactly the boxes that were kept."""
    workspace = program.window.workspace
    workspace.exports.write("coco", str(out), workspace.sessions.current)
    qtbot.waitUntil(out.exists)
    data = json.loads(out.read_text(encoding="utf-8"))
    names = {one["id"]: one["name"] for one in data["categories"]}
    found: dict[str, list[Kept]] = {Path(path).name: [] for path in kept}
    files = {one["id"]: Path(one["file_name"]).name for one in data["images"]}
    for one in data["annotations"]:
        x, y, width, height = one["bbox"]
        found[files[one["image_id"]]].append((names[one["category_id"]], (x, y, x + width, y + height)))
    assert found == {Path(path).name: boxes for path, boxes in kept.items()}


def _compare(answer: str, boxes: list[Kept]) -> None:
    """An answer in Qwen3-VL's words has exactly these boxes, to half of a step of its thousand."""
    said = json.loads(answer.removeprefix("```json").removesuffix("```"))
    assert [one["label"] for one in said] == [label for label, _corners in boxes]
    for one, (_label, corners) in zip(said, boxes, strict=True):
        for number, pixels, side in zip(one["bbox_2d"], corners, (800, 600, 800, 600), strict=True):
            assert abs(number / 1000 * side - pixels) <= side / 2000 + 1e-6


def test_a_dataset_is_reviewed_in_a_session_of_its_own(
    qtbot: QtBot, program: Desktop, tmp_path: Path
) -> None:
    """Chosen in the dialog by keys; what was chosen is there the next time."""
    window = program.window
    workspace = window.workspace
    before = workspace.sessions.current
    file = tmp_path / "dataset.json"
    box = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [60, 150, 240, 50], "area": 12000, "iscrowd": 0}
    image = {"id": 1, "file_name": "bill.png", "width": 800, "height": 520}
    categories = [{"id": 1, "name": "dish"}]
    file.write_text(json.dumps({"images": [image], "annotations": [box], "categories": categories}))

    def fill_in(dialog: StartDialog) -> None:
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Down)
        assert dialog.source == "dataset" and not dialog._start.isEnabled()
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        QTest.keyClicks(QApplication.focusWidget(), str(file))
        assert dialog.chosen().path == str(file)
        dialog.keymap.setCurrentIndex(1)
        dialog.reviewer.setText("Ann")
        dialog.accept()

    with qtbot.waitSignal(workspace.review.started), answered(StartDialog, fill_in):
        window.commands["review"].trigger()
    qtbot.waitUntil(lambda: workspace.review.current is not None)
    assert workspace.sessions.current != before and current(program).label == "dish"
    assert workspace.review.reviewer == "Ann" and window.program.settings.review_keys == "x-anylabeling"
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    window.canvas.setFocus()
    press(program, KEY.Key_Q)
    assert verdicts(program) == [("rejected", "dish")]
    kept = Start.from_data(workspace.store.get_state("", "review_start"))
    assert (kept.source, kept.path, kept.reviewer) == ("dataset", str(file), "Ann")


def test_what_a_model_answers_is_reviewed_as_it_comes(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    workspace = window.workspace
    workspace.pictures.read_automatically = False
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in ("a", "b", "c"):
        Image.new("RGB", (400, 300), "white").save(folder / f"{name}.png")
    desk.use_script(program, tmp_path / "script.json", [{"box": [100, 100, 300, 300], "label": "cup"}])
    with qtbot.waitSignal(workspace.review.started):
        window.review_start.start(Start("prompt", str(folder), "Find all cups."))
    bar = window.review_controller.bar
    qtbot.waitUntil(lambda: bar._pause.isVisible())
    QTest.mouseClick(bar._pause, LEFT)
    assert workspace.prompt_run.is_paused and bar._pause.text() == "Go on"
    QTest.mouseClick(bar._pause, LEFT)
    assert not workspace.prompt_run.is_paused
    qtbot.waitUntil(lambda: workspace.review.counts.total == 3, timeout=desk.PATIENCE)
    qtbot.waitUntil(lambda: not workspace.prompt_run.is_busy)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    window.canvas.setFocus()
    for _box in range(2):
        press(program, KEY.Key_A)
    press(program, KEY.Key_X)
    assert [one for one, _label in verdicts(program)] == ["accepted", "accepted", "rejected"]
    qtbot.waitUntil(lambda: not bar._asked.isVisible())


def test_asking_a_model_about_a_folder_pauses_and_goes_on_by_keys(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    window = program.window
    workspace = window.workspace
    workspace.pictures.read_automatically = False
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(8):
        Image.new("RGB", (400, 300), "white").save(folder / f"{number}.png")
    desk.use_script(program, tmp_path / "script.json", [{"box": [100, 100, 300, 300], "label": "cup"}])
    pause, run = window.commands["review_pause"], workspace.prompt_run
    assert not pause.isEnabled()
    run.progressed.connect(lambda done, _total, _left: run.pause() if done == 2 else None)
    window.review_start.start(Start("prompt", str(folder), "Find all cups."))
    qtbot.waitUntil(lambda: run.is_paused and not run._under_way, timeout=desk.PATIENCE)
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 8, timeout=desk.PATIENCE)
    bar = window.review_controller.bar
    qtbot.waitUntil(lambda: bar._asked.isVisible())
    qtbot.waitUntil(lambda: bar._asked.whole == f"{run._done} of 8 pictures asked · paused")
    assert bar._pause.text() == "Go on" and bar._pause.accessibleName() == "Go on asking the model"
    assert pause.isEnabled() and pause.isChecked() and run.is_busy
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    window.canvas.setFocus()
    QTest.keyClick(window, KEY.Key_P, KEYS.ControlModifier | KEYS.AltModifier | KEYS.ShiftModifier)
    assert not run.is_paused and bar._pause.text() == "Pause" and not pause.isChecked()
    run.progressed.emit(3, 8, 300.0)
    assert bar._asked.whole == "3 of 8 pictures asked · 5 min left"
    bar._pause.setFocus()
    QTest.keyClick(bar._pause, KEY.Key_Space)
    assert run.is_paused and pause.isChecked()
    with qtbot.waitSignal(run.ended, timeout=desk.PATIENCE):
        pause.trigger()
    qtbot.waitUntil(lambda: workspace.review.counts.total == 8, timeout=desk.PATIENCE)
    assert not bar._asked.isVisible() and not pause.isEnabled() and not pause.isChecked()


def test_another_keymap_and_keys_of_ones_own(qtbot: QtBot, program: Desktop) -> None:
    """As X-AnyLabeling has them; changed on the page of shortcuts, by the rows of the actions, they hold at once."""
    window = program.window
    settings = window.program.settings.with_value("review_keys", "x-anylabeling")
    window.program.change_settings(settings.with_value("shortcuts", {"review_accept": ["B"]}))
    with qtbot.waitSignal(window.workspace.review.started):
        window.review_start.start(Start("session", order="picture", keymap="x-anylabeling"))
    window.activateWindow()
    window.canvas.setFocus()
    first = current(program)
    assert window.review_controller.bar.buttons["review_accept"].accessibleName() == "Accept (B)"
    assert not window.commands["tool_draw"].shortcuts()
    press(program, KEY.Key_D)
    assert current(program).picture != first.picture
    press(program, KEY.Key_A)
    assert current(program).picture == first.picture
    window.workspace.review.show(first.number)
    press(program, KEY.Key_B)
    assert window.canvas.tool == "select" and verdicts(program)[0][0] == "accepted"
    window.workspace.review.stop()
    press(program, KEY.Key_B)
    assert window.canvas.tool == "draw"


def test_another_picture_may_be_looked_at(qtbot: QtBot, program: Desktop, tmp_path: Path) -> None:
    """Its first box is judged then; where it has none, a key goes back and judges nothing out of sight."""
    window = program.window
    pictures, canvas = window.workspace.pictures, window.canvas
    window.workspace.open_paths([str(desk.draw_menu(tmp_path / "empty.png"))])
    qtbot.waitUntil(lambda: len(pictures.records) == 3, timeout=desk.PATIENCE)
    begin(qtbot, program)
    first, second, empty = pictures.records
    press(program, KEY.Key_PageDown)
    assert pictures.current == current(program).picture == second and current(program).position == 3
    press(program, KEY.Key_PageDown)
    assert pictures.current == empty and canvas.editor.selection == ()
    assert "Nothing to review on this picture" in window.review_controller.bar._label.whole
    press(program, KEY.Key_X)
    assert pictures.current == second and not [one for one, _label in verdicts(program) if one]
    assert canvas.editor.selection == (current(program).box_id,)
    press(program, KEY.Key_X)
    assert verdicts(program)[3][0] == "rejected"
    window.workspace.pictures.show(first)
    assert current(program).position == 0


def test_the_next_pictures_are_decoded_before_they_are_wanted(
    qtbot: QtBot, program: Desktop, tmp_path: Path
) -> None:
    """What is decoded ahead is there at once; one that fails is nobody's trouble before it is shown."""
    window = program.window
    workspace = window.workspace
    pictures = workspace.pictures
    window.workspace.open_paths([str(desk.draw_menu(tmp_path / f"{name}.png")) for name in "abcd"])
    qtbot.waitUntil(lambda: len(pictures.records) == 6, timeout=desk.PATIENCE)
    for picture in list(pictures.records)[2:]:
        workspace.annotations.add(picture, boxes_of_a_model(), "answer")
    shown = list(pictures.records)
    (tmp_path / "a.png").unlink()
    pictures.pixels.remove(*pictures.pixels)
    begin(qtbot, program)
    qtbot.waitUntil(lambda: shown[1] in pictures.pixels and shown[3] in pictures.pixels)
    assert shown[2] not in pictures.pixels and shown[5] not in pictures.pixels
    assert not window.notice.isVisible()
    press(program, KEY.Key_A, KEYS.ShiftModifier)
    assert pictures.current == shown[1] and window.canvas.picture_item._map is not None
    qtbot.waitUntil(lambda: shown[4] in pictures.pixels)
    workspace.review.stop()
    assert pictures.pixels.room == 4


def test_a_share_of_the_boxes_is_judged_at_random(qtbot: QtBot, program: Desktop) -> None:
    review = program.window.workspace.review
    with qtbot.waitSignal(review.started):
        program.window.review_start.start(Start("session", order="random", share=50))
    assert review.total == 3 and (review.order.kind, review.order.share) == ("random", 50)
    program.window.review_controller.show_table()
    choice = program.window.review_controller.table.choice
    assert choice.order.currentText() == "At random"
    choice.order.setFocus()
    QTest.keyClick(choice.order, KEY.Key_Home)
    assert review.total == 6


def test_where_another_model_disagrees_comes_first(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other model's boxes are a file, which is chosen and not imported."""
    window = program.window
    review = window.workspace.review
    begin(qtbot, program)
    rows = [(1, 60, 150, 240, 50, 1), (2, 60, 260, 240, 50, 1)]
    boxes = [
        {"id": at, "image_id": 1, "category_id": category, "bbox": [x, y, w, h], "area": w * h, "iscrowd": 0}
        for at, x, y, w, h, category in rows
    ]
    images = [{"id": 1, "file_name": "bill.png", "width": 800, "height": 520}]
    file = tmp_path / "other.json"
    file.write_text(
        json.dumps({"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "dish"}]})
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    QTest.keyClick(window, KEY.Key_D, KEYS.ControlModifier | KEYS.AltModifier | KEYS.ShiftModifier)
    qtbot.waitUntil(lambda: review.order.kind == "doubt")
    qtbot.waitUntil(lambda: review.rows(0, 1)[0].label == "price" and bool(review.rows(0, 1)[0].doubt))
    choice = window.review_controller.table.choice
    qtbot.waitUntil(lambda: choice.order.currentText() == "Where two models disagree")
    assert len(desk.boxes(program)) == 3


def test_a_box_is_found_on_a_picture_whose_size_was_not_known(qtbot: QtBot, program: Desktop) -> None:
    pictures, canvas = program.window.workspace.pictures, program.window.canvas
    second = list(pictures.records)[1]
    begin(qtbot, program)
    qtbot.waitUntil(lambda: second in pictures.pixels)
    pictures.pixels.remove(second)
    pictures.records.put(replace(pictures.records[second], width=0, height=0))
    press(program, KEY.Key_A, KEYS.ShiftModifier)
    item = current(program)
    assert item.picture == second and item.box is not None
    qtbot.waitUntil(lambda: second in pictures.pixels)
    rect = QRectF(item.box.x1, item.box.y1, item.box.width, item.box.height)
    qtbot.waitUntil(lambda: canvas.visible_rect().contains(rect) and not canvas.is_fitted)


def test_a_review_is_there_again_after_a_restart_until_it_is_ended(
    qtbot: QtBot, start, program: Desktop
) -> None:
    """Where it was, in its order, with what was decided and can be taken back."""
    begin(qtbot, program, "-score")
    press(program, KEY.Key_A)
    press(program, KEY.Key_X)
    number = current(program).number
    program.close()
    program.window.close()
    again = start()
    review = again.window.workspace.review
    qtbot.waitUntil(lambda: review.is_on and review.current is not None)
    canvas, first = again.window.canvas, current(again)
    qtbot.waitUntil(lambda: canvas.visible_rect().contains(rect_of(first.shape)), timeout=desk.PATIENCE)
    assert canvas.zoom > 0.5
    assert current(again).number == number and (review.order.kind, review.order.backwards) == ("score", True)
    assert again.window.review_controller.bar.isVisible() and again.window.panel.tabs.isTabVisible(3)
    assert [one for one, _label in verdicts(again)][:3] == ["accepted", "rejected", ""]
    assert again.window.activateWindow() is None and QTest.qWaitForWindowActive(again.window, 60_000)
    again.window.canvas.setFocus()
    press(again, KEY.Key_Backspace)
    assert [one for one, _label in verdicts(again)][:3] == ["accepted", "", ""]
    again.window.commands["review_end"].trigger()
    again.close()
    again.window.close()
    last = start()
    assert not last.window.workspace.review.is_on and not last.window.panel.tabs.isTabVisible(3)


def test_taking_back_ends_where_the_review_began(qtbot: QtBot, program: Desktop) -> None:
    """The boxes of the model stay: taking back that they came would reject them all."""
    begin(qtbot, program)
    press(program, KEY.Key_A)
    for _again in range(3):
        press(program, KEY.Key_Backspace)
    for _again in range(3):
        press(program, KEY.Key_Z, KEYS.ControlModifier)
    assert [one for one, _label in verdicts(program)] == [""] * 6 and len(desk.boxes(program)) == 3
    assert not program.window.commands["undo"].isEnabled()
    press(program, KEY.Key_A)
    assert program.window.commands["undo"].isEnabled()
    program.window.commands["review_end"].trigger()
    press(program, KEY.Key_Z, KEYS.ControlModifier)
    press(program, KEY.Key_Z, KEYS.ControlModifier)
    assert not desk.boxes(program)


def test_a_dataset_is_begun_with_the_first_box_in_order(qtbot: QtBot, start, tmp_path: Path) -> None:
    """Its pictures are opened one after the other; the likeliest box is on the last of them."""
    for n in range(6):
        Image.new("RGB", (400, 300), "white").save(tmp_path / f"{n}.png")
    data = {
        "images": [{"id": n, "file_name": f"{n}.png", "width": 400, "height": 300} for n in range(6)],
        "annotations": [
            {"id": n, "image_id": n, "category_id": 1, "bbox": [9, 9, 90, 90], "score": (4 + n) / 10}
            for n in range(6)
        ],
        "categories": [{"id": 1, "name": "dog"}],
    }
    (tmp_path / "model.json").write_text(json.dumps(data), encoding="utf-8")
    program = start()
    program.window.workspace.pictures.read_automatically = False
    review = program.window.workspace.review
    program.window.review_start.start(Start("dataset", path=str(tmp_path / "model.json")))
    qtbot.waitUntil(lambda: review.total == 6 and current(program).position == 0, timeout=desk.PATIENCE)
    assert [item.score for item in review.rows(0, 6)] == [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]
    assert program.window.workspace.pictures.records[current(program).picture].name == "5.png"
    program.window.activateWindow()
    program.window.canvas.setFocus()
    press(program, KEY.Key_N)
    review.settle()
    assert current(program).position == 1
    review.stop()
    chosen: list[Start] = []

    with answered(StartDialog, lambda dialog: chosen.append(dialog.chosen())):
        program.window.commands["review"].trigger()
    assert chosen[0].source == "session"


def test_an_attribute_that_is_given_in_a_review_fixes_the_box(qtbot: QtBot, program: Desktop) -> None:
    """The verdict comes and goes with the attribute, also once another picture is looked at."""
    window = program.window
    workspace = window.workspace
    with qtbot.waitSignal(workspace.review.started):
        window.review_start.start(Start("session", order="picture"))
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    first = current(program)
    workspace.labels.change([Label(first.label, "", (Attribute("size", ("small", "large")),))], {})
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, KEY.Key_Return, KEYS.AltModifier)
    choice = window.box_controller.box_list.attributes.findChild(QComboBox)
    assert choice.hasFocus()
    QTest.keyClick(choice, KEY.Key_Down)
    QTest.keyClick(choice, KEY.Key_Down)
    QTest.keyClick(choice, KEY.Key_Tab)
    given = workspace.attributes.of(first.picture, first.box_id)
    assert given == {"size": "large"} and current(program).verdict == "fixed"
    window.canvas.setFocus()
    press(program, KEY.Key_E)
    assert current(program).number != first.number
    assert workspace.review.item(first.number).verdict == "fixed"
    workspace.review.next_picture(1)
    assert current(program).picture != first.picture
    press(program, KEY.Key_Z, KEYS.ControlModifier)
    assert current(program).number == first.number and current(program).verdict == "fixed"
    assert workspace.attributes.of(first.picture, first.box_id) == {"size": "small"}
    press(program, KEY.Key_Z, KEYS.ControlModifier)
    assert current(program).number == first.number and current(program).verdict == ""
    assert workspace.attributes.of(first.picture, first.box_id) == {}
    press(program, KEY.Key_Z, KEYS.ControlModifier | KEYS.ShiftModifier)
    press(program, KEY.Key_Z, KEYS.ControlModifier | KEYS.ShiftModifier)
    assert workspace.review.item(first.number).verdict == "fixed"
    assert workspace.attributes.of(first.picture, first.box_id) == {"size": "large"}
    workspace.review.show(first.number)
    press(program, KEY.Key_A)
    assert workspace.review.item(first.number).verdict == "fixed"
    assert workspace.store.review_of_picture(first.picture)[0].verdict == "fixed"
    workspace.review.stop()
    for _step in range(2):
        press(program, KEY.Key_Z, KEYS.ControlModifier)
    assert workspace.attributes.of(first.picture, first.box_id) == {}
    assert workspace.store.review_of_picture(first.picture)[0].verdict == ""
