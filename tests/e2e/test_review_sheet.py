"""A review on the contact sheet through the real window, by keys alone; then the store and an export say what they said."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.formats.training import Teaching, write_training
from eyebox.review.sheet_crop import SheetItem
from eyebox.session.review import ReviewFilter, ReviewOrder
from eyebox_models.protocol.box import Box

KEY = Qt.Key
PICTURES = 10
LABELS = {"person": 120, "car": 60, "行人标志": 20}
"""200 boxes."""


def is_wrong(rect: tuple[float, float, float, float]) -> bool:
    """What the hand finds wrong: every seventh box or so, by where it is."""
    return int(rect[0] * 7 + rect[1] * 3) % 7 == 0


def boxes_of() -> list[list[Box]]:
    """The boxes of each picture."""
    pictures: list[list[Box]] = [[] for _ in range(PICTURES)]
    at = 0
    for label, count in LABELS.items():
        for n in range(count):
            x, y = 10 + 37 * (at % 20), 10 + 23 * (at // 20)
            score = round(0.99 - n * 0.004, 3)
            box = Box(label, x, y, x + 30 + n % 7, y + 20, score, "model", f"{label}{n}")
            pictures[at % PICTURES].append(box)
            at += 1
    return pictures


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """Ten pictures with 200 boxes of a model, in review."""
    begun: Desktop = start()
    workspace = begun.window.workspace
    workspace.pictures.read_automatically = False
    files = []
    for n in range(PICTURES):
        file = tmp_path / f"{n}.jpg"
        image = Image.new("RGB", (800, 300), (40 + 20 * n, 120, 200))
        ImageDraw.Draw(image).text((20, 20), f"picture {n}", fill="white")
        image.save(file)
        files.append(str(file))
    workspace.open_paths(files)
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == PICTURES, timeout=desk.PATIENCE)
    for picture, boxes in zip(workspace.pictures.records, boxes_of(), strict=True):
        workspace.annotations.add(picture, boxes, "model")
    start_review(qtbot, begun)
    return begun


def start_review(qtbot: QtBot, program: Desktop) -> None:
    """Begins the review of the open session."""
    workspace = program.window.workspace
    with qtbot.waitSignal(workspace.review.started, timeout=desk.PATIENCE):
        workspace.review.start(workspace.sessions.current)
    program.window.canvas.setFocus()


def press(program: Desktop, *keys: Qt.Key) -> None:
    """Presses keys where the focus is."""
    program.window.activateWindow()  # other windows of the tests come and go
    for key in keys:
        focus = program.window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def page(program: Desktop) -> tuple[SheetItem, ...]:
    sheet = program.window.sheet_controller.sheet
    assert sheet is not None
    return sheet.page.items


def wait_seen(qtbot: QtBot, program: Desktop) -> None:
    """Waits until all crops of the page are there."""
    sheet, crops = program.window.sheet_controller.sheet, program.window.workspace.crops
    assert sheet is not None
    qtbot.waitUntil(lambda: all(map(crops.get, sheet.wanted())), timeout=desk.PATIENCE)


def judge_page(qtbot: QtBot, program: Desktop) -> list[SheetItem]:
    """Walks over a page, marks what is wrong and ends it by Enter. Returns its boxes."""
    items = page(program)
    for n, item in enumerate(items):
        if is_wrong(item.rect):
            press(program, KEY.Key_X)
        if n + 1 < len(items):
            press(program, KEY.Key_Right)
    wait_seen(qtbot, program)
    press(program, KEY.Key_Return)
    return list(items)


def test_two_hundred_boxes_by_keys(qtbot: QtBot, program: Desktop, tmp_path: Path) -> None:
    window = program.window
    review, session = window.workspace.review, window.workspace.sessions.current
    bar = window.review_controller.bar
    assert bar is not None and bar.buttons["review_accept"].isVisible()
    press(program, KEY.Key_G)
    assert window.sheet_controller.is_shown and not bar.buttons["review_accept"].isVisible()
    seen: list[SheetItem] = []
    labels = []
    while review.counts.waiting:
        labels.append(page(program)[0].label)
        assert {item.label for item in page(program)} == {labels[-1]}
        scores = [item.score for item in page(program)]
        assert scores == sorted(scores, reverse=True)
        seen += judge_page(qtbot, program)
    assert Counter(item.label for item in seen) == LABELS
    assert labels == ["car"] * 3 + ["行人标志"] + ["person"] * 5
    press(program, KEY.Key_Escape)
    assert not window.sheet_controller.is_shown and window.parts.page is None
    assert window.focusWidget() is window.canvas

    expected = {(item.label, item.rect) for item in seen if not is_wrong(item.rect)}
    rejected = [item for item in seen if is_wrong(item.rect)]
    assert (
        review.counts.of("accepted") == len(expected) and review.counts.of("rejected") == len(rejected) > 20
    )
    store = window.workspace.store
    kept = {
        (box.label, box.xyxy) for picture in window.workspace.pictures.records for box in store.boxes(picture)
    }
    assert kept == expected
    verdicts = {
        row.state.box.xyxy: row.verdict
        for picture in window.workspace.pictures.records
        for row in store.review_of_picture(picture)
    }
    assert len(verdicts) == 200
    assert all(verdicts[item.rect] == ("rejected" if is_wrong(item.rect) else "accepted") for item in seen)

    out = tmp_path / "out.json"
    exports = window.workspace.exports
    exports.write("coco", str(out), session)
    qtbot.waitUntil(lambda: not exports.is_busy and out.exists(), timeout=desk.PATIENCE)
    data = json.loads(out.read_text("utf-8"))
    names = {row["id"]: row["name"] for row in data["categories"]}
    written = {
        (names[row["category_id"]], (x, y, x + w, y + h))
        for row in data["annotations"]
        for x, y, w, h in [row["bbox"]]
    }
    assert written == expected

    teaching = Teaching("qwen3_vl", pairs=True, judged=True, question="Find {labels}.")
    with store.for_reading() as reader:
        made = write_training(reader, session, teaching, tmp_path / "teach.jsonl")
    assert (
        made.samples == PICTURES and made.boxes == len(expected) and made.farthest <= 1 and not made.left_out
    )
    proposed = {f"{n}.jpg": boxes for n, boxes in enumerate(boxes_of())}
    for sample in json.loads(made.files[0].read_text("utf-8")):
        of_picture = proposed[Path(sample["image"]).name]
        assert_says(
            sample["conversations"][1]["value"], [box for box in of_picture if not is_wrong(box.xyxy)]
        )
    pairs = [json.loads(line) for line in made.files[1].read_text("utf-8").splitlines()]
    assert len(pairs) == len({item.picture for item in rejected})
    for pair in pairs:
        of_picture = proposed[Path(pair["images"][0]).name]
        assert_says(pair["chosen"]["value"], [box for box in of_picture if not is_wrong(box.xyxy)])
        assert_says(pair["rejected"]["value"], of_picture)


def assert_says(answer: str, boxes: list[Box]) -> None:
    """An answer in Qwen3-VL's words has exactly these boxes, to half a step of its thousand."""
    said = json.loads(answer.removeprefix("```json").removesuffix("```"))
    assert [one["label"] for one in said] == [box.label for box in boxes]
    for one, box in zip(said, boxes, strict=True):
        for number, pixels, side in zip(one["bbox_2d"], box.xyxy, (800, 300, 800, 300), strict=True):
            assert abs(number / 1000 * side - pixels) <= side / 2000 + 1e-6


def test_a_page_is_one_step_and_undo_brings_it_back(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    review = window.workspace.review
    press(program, KEY.Key_G)
    first = judge_page(qtbot, program)
    second = judge_page(qtbot, program)
    assert review.counts.judged == 48 and page(program)[0].number not in {i.number for i in first + second}
    window.commands["undo"].trigger()
    assert review.counts.judged == 24
    assert [item.number for item in page(program)] == [item.number for item in second]
    window.commands["undo"].trigger()
    assert review.counts.judged == 0 and [item.number for item in page(program)] == [i.number for i in first]
    window.commands["redo"].trigger()
    assert review.counts.judged == 24
    assert review.counts.of("rejected") == sum(is_wrong(item.rect) for item in first)


def test_switching_keeps_the_place_and_the_filter(program: Desktop, qtbot: QtBot) -> None:
    window = program.window
    review = window.workspace.review
    review.set_filter(ReviewFilter(verdicts=("", "accepted")))
    person = next(item for item in review.rows(0, 200) if item.label == "person" and item.position > 150)
    review.show(person.number)
    press(program, KEY.Key_G)
    sheet = window.sheet_controller.sheet
    assert sheet is not None and sheet.current == person.number and sheet.page.label == "person"
    press(program, KEY.Key_Left, KEY.Key_Left)
    number = sheet.current
    press(program, KEY.Key_G)
    assert not window.sheet_controller.is_shown
    assert review.current is not None and review.current.number == number != person.number
    assert review.filter == ReviewFilter(verdicts=("", "accepted"))
    press(program, KEY.Key_G)
    assert sheet.current == number
    press(program, KEY.Key_Minus)
    assert sheet.current == number and len(page(program)) == 30
    window.workspace.review.stop()
    assert not window.sheet_controller.is_shown and not window.commands["review_sheet"].isChecked()


def test_crops_arrive_and_those_of_the_next_pages_are_there_before(program: Desktop, qtbot: QtBot) -> None:
    window = program.window
    press(program, KEY.Key_G)
    sheet, crops = window.sheet_controller.sheet, window.workspace.crops
    assert sheet is not None
    wait_seen(qtbot, program)
    qtbot.waitUntil(lambda: not window.program.lanes["picture"].busy(), timeout=desk.PATIENCE)
    press(program, KEY.Key_Return)
    assert all(map(crops.get, sheet.wanted()))
    press(program, KEY.Key_Z)
    assert sheet.opened.isVisible()
    qtbot.waitUntil(lambda: crops.get(sheet.opened.crop) is not None, timeout=desk.PATIENCE)
    press(program, KEY.Key_Escape)
    assert not sheet.opened.isVisible() and window.sheet_controller.is_shown


def test_the_first_page_of_the_next_label_is_there_before_too(program: Desktop, qtbot: QtBot) -> None:
    window = program.window
    press(program, KEY.Key_G)
    sheet, crops = window.sheet_controller.sheet, window.workspace.crops
    assert sheet is not None and sheet.page.pages == 3
    for _ in range(2):
        wait_seen(qtbot, program)
        press(program, KEY.Key_Return)
    assert (sheet.page.label, sheet.page.page) == ("car", 2)
    wait_seen(qtbot, program)
    lanes = window.program.lanes
    qtbot.waitUntil(lambda: not lanes["crops"].busy() and not lanes["picture"].busy(), timeout=desk.PATIENCE)
    press(program, KEY.Key_Return)
    assert sheet.page.label == "行人标志" and all(map(crops.get, sheet.wanted()))


def test_the_sheet_keeps_to_the_labels_of_the_filter(program: Desktop, qtbot: QtBot) -> None:
    window = program.window
    review = window.workspace.review
    review.set_filter(ReviewFilter(labels=("person", "行人标志")))
    press(program, KEY.Key_G)
    sheet = window.sheet_controller.sheet
    assert sheet is not None
    labels = []
    while page(program):
        labels.append(sheet.page.label)
        wait_seen(qtbot, program)
        press(program, KEY.Key_Return)
        if not review.counts.of("", label="person") and not review.counts.of("", label="行人标志"):
            break
    assert labels == ["person"] * 5 + ["行人标志"] and review.counts.of("", label="car") == 60
    press(program, KEY.Key_Escape)
    assert review.filter.labels == ("person", "行人标志")


def test_read_text_is_shown_with_all_labels_below_the_crops(program: Desktop, qtbot: QtBot) -> None:
    window = program.window
    workspace, review = window.workspace, window.workspace.review
    picture = next(iter(workspace.pictures.records))
    review.stop()
    workspace.pictures.show(picture)
    lines = [Box(f"第 {n} 行", 10, n, 90, n + 9, source="text", id=f"line{n}") for n in range(70)]
    workspace.annotations.add(picture, lines, "read")
    start_review(qtbot, program)
    qtbot.waitUntil(lambda: review.counts.total == 270, timeout=desk.PATIENCE)
    press(program, KEY.Key_G)
    sheet = window.sheet_controller.sheet
    assert sheet is not None and sheet.page.label is None and sheet.view.shows_labels
    assert (sheet.page.total, sheet.page.pages) == (270, 12)
    wait_seen(qtbot, program)
    first = page(program)
    press(program, KEY.Key_X, KEY.Key_Return)
    assert review.counts.judged == 24 and sheet.page.page == 1
    window.commands["undo"].trigger()
    assert page(program) == first
    sheet.label_chosen.emit("car")
    assert {item.label for item in page(program)} == {"car"} and not sheet.view.shows_labels
    press(program, KEY.Key_Escape)
    assert review.filter == ReviewFilter()


def test_what_another_program_reviews_is_only_looked_at(
    program: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.window
    review = window.workspace.review
    monkeypatch.setattr(review._steps, "is_read_only", True)
    press(program, KEY.Key_G)
    wait_seen(qtbot, program)
    first = page(program)
    press(program, KEY.Key_Return)
    assert review.counts.judged == 0 and page(program) == first
    assert "Another program" in window.notice.sentence
    press(program, KEY.Key_PageDown)
    assert page(program) != first


def test_another_order_and_filter_count_at_once(program: Desktop, qtbot: QtBot) -> None:
    window = program.window
    review = window.workspace.review
    press(program, KEY.Key_G)
    sheet = window.sheet_controller.sheet
    assert sheet is not None
    wait_seen(qtbot, program)
    press(program, KEY.Key_X, KEY.Key_Return)
    review.set_order(ReviewOrder("score", backwards=True))
    assert sheet.page.label == "car" and (sheet.page.page, sheet.page.pages) == (1, 3)
    scores = [item.score for item in page(program)]
    assert scores == sorted(scores)
    review.set_filter(ReviewFilter(verdicts=("rejected",)))
    assert [item.verdict for item in page(program)] == ["rejected"] and sheet.page.label == "car"
    review.set_filter(ReviewFilter(labels=("person",)))
    assert {item.label for item in page(program)} == {"person"}
    press(program, KEY.Key_Escape)
    assert review.filter == ReviewFilter(labels=("person",)) and review.order.kind == "score"


def test_boxes_that_cannot_be_seen_stay_as_they_are(program: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    window = program.window
    review = window.workspace.review
    file = tmp_path / "3.jpg"
    file.rename(tmp_path / "moved.jpg")
    gone = next(id for id, record in window.workspace.pictures.records.items() if record.name == "3.jpg")
    press(program, KEY.Key_G)
    sheet, crops = window.sheet_controller.sheet, window.workspace.crops
    assert sheet is not None
    while page(program):
        qtbot.waitUntil(
            lambda: all(crops.get(c) or crops.problem(c) for c in sheet.wanted()), timeout=desk.PATIENCE
        )
        press(program, KEY.Key_Return)
    assert review.counts.waiting == 20 and {item.verdict for item in review.of_picture(gone)} == {""}
    assert any("20 boxes wait" in each.text() for each in sheet.findChildren(QLabel))
    press(program, KEY.Key_Escape, KEY.Key_G)
    assert page(program)
    assert window.workspace.pictures.move_files({gone: str(tmp_path / "moved.jpg")})
    while review.counts.waiting:
        wait_seen(qtbot, program)
        press(program, KEY.Key_Return)
    assert {item.verdict for item in review.of_picture(gone)} == {"accepted"}


def test_keys_of_the_picture_do_nothing_to_it_while_the_sheet_is_shown(
    program: Desktop, qtbot: QtBot
) -> None:
    window = program.window
    pictures, review = window.workspace.pictures, window.workspace.review
    item = review.current
    assert item is not None and window.canvas.editor.selection == (item.box_id,)
    turns, shown = pictures.records[item.picture].turns, pictures.current
    press(program, KEY.Key_G)
    assert not window.canvas.editor.selection
    press(program, KEY.Key_BracketLeft, KEY.Key_B, KEY.Key_H, KEY.Key_L, KEY.Key_M, KEY.Key_E)
    QTest.keyClick(window.focusWidget(), KEY.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert pictures.records[item.picture].turns == turns and window.canvas.tool == "select"
    assert review.counts.judged == 0 and len(window.workspace.store.boxes(item.picture)) == 20
    press(program, KEY.Key_Right, KEY.Key_Delete, KEY.Key_Right, KEY.Key_Space, KEY.Key_N, KEY.Key_P)
    sheet = window.sheet_controller.sheet
    assert sheet is not None
    items = sheet.page.items
    assert sheet.view.sheet.marks == {items[1].number: "rejected", items[2].number: "unsure"}
    assert sheet.current == items[2].number and pictures.current == shown
    press(program, KEY.Key_G)
    assert review.current is not None and review.current.number == items[2].number
    assert pictures.current == items[2].picture and window.canvas.editor.selection == (review.current.box_id,)
    press(program, KEY.Key_G, KEY.Key_3)
    assert (
        review.current.verdict == "fixed"
        and review.current.label == window.review_controller.digits.labels[2]
    )
    assert sheet.page.items[2].verdict == "fixed" and sheet.current == items[2].number


def test_letters_are_dead_while_one_writes(program: Desktop, qtbot: QtBot) -> None:
    window = program.window
    press(program, KEY.Key_G)
    edit = window.chat_controller.pane(window.chat_controller.active).composer.edit
    edit.setFocus()
    QTest.keyClicks(edit, "xg")
    assert edit.toPlainText() == "xg" and window.sheet_controller.is_shown
    sheet = window.sheet_controller.sheet
    assert sheet is not None and not sheet.view.sheet.marks
