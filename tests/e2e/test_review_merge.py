"""Two reviewers through the real window: compared, disputes settled by keys and by mouse, all of it undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.formats import review_file
from eyebox.review.merge import AgreementPage, MergeChoice
from eyebox.session.review_summary import Judged
from eyebox.session.types import PictureRecord
from eyebox_models.protocol.box import Box, new_id

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
DISHES = [Box("dish", 60, 150 + 110 * n, 300, 200 + 110 * n, source="model") for n in range(3)]


def their_review(path: Path, program: Desktop) -> Path:
    """Anna calls the first dish a burger, has none where the second is, and has one more that I do not have."""
    pictures = program.window.workspace.pictures
    mine = pictures.records[pictures.current or ""]
    record = PictureRecord("", "", "", mine.name, mine.sha256, mine.width, mine.height)
    boxes = [
        Judged("", "fixed", DISHES[0], replace(DISHES[0], label="burger")),
        Judged("", "rejected", DISHES[1], None),
        Judged("", "accepted", DISHES[2], DISHES[2]),
        Judged("", "missed", None, Box("price", 640, 150, 720, 200)),
    ]
    review_file.dump([(record, boxes)], path, "Anna", "Kitchen")
    return path


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """A picture with three dishes, all of them accepted."""
    begun = start()
    window = begun.window
    window.workspace.pictures.read_automatically = False
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"))
    pictures = window.workspace.pictures
    qtbot.waitUntil(
        lambda: bool(pictures.current and pictures.records[pictures.current].sha256), timeout=desk.PATIENCE
    )
    window.workspace.annotations.add(pictures.current, DISHES, "")
    review = window.workspace.review
    with qtbot.waitSignal(review.started, timeout=desk.PATIENCE):
        review.start(window.workspace.sessions.current)
    review.accept_rest(pictures.current)
    review.stop()
    for page in window.findChildren(AgreementPage.__mro__[1]):
        page.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=desk.PATIENCE)
    return begun


def compare(qtbot: QtBot, program: Desktop, path: Path, monkeypatch: pytest.MonkeyPatch) -> AgreementPage:
    """Opens Anna's file by the action, as a user does."""
    window = program.window
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))

    def choose(dialog: MergeChoice) -> int:
        QTest.mouseClick(dialog.file, LEFT)
        return 0

    monkeypatch.setattr(MergeChoice, "exec", choose)
    QTest.keyClick(window, KEY.Key_V, KEYS.ControlModifier | KEYS.AltModifier)
    page = window.merge_controller.page
    assert page is not None
    qtbot.waitUntil(lambda: page.comparison is not None, timeout=desk.PATIENCE)
    return page


def labels(program: Desktop) -> list[str]:
    return [box.label for box in desk.boxes(program)]


def test_disputes_by_keys(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.window
    canvas, merge = window.canvas, window.workspace.review_merge
    page = compare(qtbot, program, their_review(tmp_path / "anna.eyebox-review", program), monkeypatch)
    shown = {card.about.whole: card.value.text() for card in page.cards}
    assert page.title.whole == "You and Anna"
    # dish meets burger, none and dish; none meets price: 1 of 4 agree
    assert shown["Agreement"] == "25.0 %" and shown["Disputes"] == "3" and shown["Mean IoU"] == "100.0 %"
    page.markdown.actions()[0].trigger()
    assert "- Compared with: Anna" in QApplication.clipboard().text()
    QTest.mouseClick(page.settle, LEFT)
    bar = window.merge_controller.bar
    assert bar is not None and bar.isVisible()
    qtbot.waitUntil(canvas.hasFocus, timeout=desk.PATIENCE)
    assert bar.what.whole == "Another label" and "burger" in bar.theirs.accessibleName()
    assert canvas.editor.selected_boxes[0].xyxy == DISHES[0].xyxy
    assert [box.label for box in canvas.proposals.boxes] == ["burger"]
    QTest.keyClick(canvas, KEY.Key_2)
    assert labels(program) == ["burger", "dish", "dish"] and bar.what.whole == "Only you have this box"
    QTest.keyClick(canvas, KEY.Key_N)
    assert bar.what.whole == "Only Anna has this box"
    QTest.keyClick(canvas, KEY.Key_P)
    QTest.keyClick(canvas, KEY.Key_3)
    assert labels(program) == ["burger", "dish"]
    QTest.keyClick(canvas, KEY.Key_2)
    assert labels(program) == ["burger", "dish", "price"]
    assert merge.open_count == 0 and "All disputes are settled" in window.notice.sentence
    for count in (1, 2, 3):
        QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
        assert merge.open_count == count
    assert labels(program) == ["dish", "dish", "dish"] and merge.position == 0
    QTest.keyClick(canvas, KEY.Key_1)
    assert labels(program) == ["dish", "dish", "dish"] and merge.open_count == 2
    QTest.keyClick(canvas, KEY.Key_D, KEYS.ControlModifier | KEYS.AltModifier)
    assert not bar.isVisible() and not window.commands["dispute_mine"].isEnabled()
    assert not canvas.proposals.boxes
    page = compare(qtbot, program, tmp_path / "anna.eyebox-review", monkeypatch)
    assert page.settle.text() == "Settle the disputes (2)", "what was settled stays so"


@pytest.mark.thorough
def test_disputes_by_mouse(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.window
    page = compare(qtbot, program, their_review(tmp_path / "anna.eyebox-review", program), monkeypatch)
    QTest.mouseClick(page.settle, LEFT)
    bar = window.merge_controller.bar
    assert bar is not None
    QTest.mouseClick(bar.buttons["dispute_theirs"], LEFT)
    assert labels(program) == ["burger", "dish", "dish"]
    QTest.mouseClick(bar.buttons["dispute_edit"], LEFT)
    assert len(window.canvas.editor.selection) == 1
    QTest.keyClick(window.canvas, KEY.Key_Right, KEYS.ShiftModifier)
    QTest.mouseClick(bar.buttons["dispute_mine"], LEFT)
    moved = desk.boxes(program)[1]
    assert moved.x1 == DISHES[1].x1 + 10
    row = window.workspace.store.review_of_picture(window.workspace.pictures.current)[1]
    assert row.verdict == "fixed"
    window.workspace.sessions.create()
    assert not bar.isVisible(), "the disputes belong to the session before"


def test_a_review_is_saved_for_somebody_else(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.window
    path = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    QTest.keyClick(window, KEY.Key_W, KEYS.ControlModifier | KEYS.AltModifier)
    saved = tmp_path / "mine.eyebox-review"
    qtbot.waitUntil(lambda: "mine.eyebox-review" in window.notice.sentence, timeout=desk.PATIENCE)
    _reviewer, pictures = review_file.load(saved)
    assert [box.verdict for _record, boxes in pictures for box in boxes] == ["accepted"] * 3
    window.workspace.sessions.create()
    window.commands["review_export"].trigger()
    assert "no review yet" in window.notice.sentence


def test_a_file_that_is_no_review(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.eyebox-review"
    path.write_text("no")
    window = program.window
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr(MergeChoice, "exec", lambda dialog: QTest.mouseClick(dialog.file, LEFT) or 0)
    with qtbot.waitSignal(window.workspace.review_merge.failed, timeout=desk.PATIENCE):
        window.commands["review_merge"].trigger()
    page = window.merge_controller.page
    assert page is not None and "can't be read as a review" in page._sentence.text()


def test_with_another_session(qtbot: QtBot, program: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same picture in a second session, whose first dish is rejected, is compared with the first session."""
    window = program.window
    workspace = window.workspace
    first = workspace.sessions.current
    record = workspace.pictures.records[workspace.pictures.current or ""]
    workspace.sessions.create()
    workspace.open_paths([record.path])
    qtbot.waitUntil(
        lambda: bool(
            workspace.pictures.current and workspace.pictures.records[workspace.pictures.current].sha256
        ),
        timeout=desk.PATIENCE,
    )
    workspace.annotations.add(workspace.pictures.current, [replace(box, id=new_id()) for box in DISHES], "")
    with qtbot.waitSignal(workspace.review.started, timeout=desk.PATIENCE):
        workspace.review.start(workspace.sessions.current)
    workspace.review.decide("rejected")
    workspace.review.accept_rest(workspace.pictures.current)
    workspace.review.stop()

    def choose(dialog: MergeChoice) -> int:
        assert [info.id for info in workspace.review_merge.others(workspace.sessions.current)] == [first]
        QTest.keyClick(dialog.list, KEY.Key_Return)
        return dialog.result()

    monkeypatch.setattr(MergeChoice, "exec", choose)
    window.commands["review_merge"].trigger()
    page = window.merge_controller.page
    assert page is not None
    qtbot.waitUntil(lambda: page.comparison is not None, timeout=desk.PATIENCE)
    assert [dispute.kind for dispute in page.comparison.disputes] == ["theirs"]
    page.settle.click()
    bar = window.merge_controller.bar
    assert bar is not None
    QTest.mouseClick(bar.buttons["dispute_theirs"], LEFT)
    assert labels(program) == ["dish", "dish", "dish"]
    window.commands["turn_left"].trigger()
    assert not bar.isVisible() and "turned" in window.notice.sentence


def test_a_disputed_picture_may_be_removed(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.window
    page = compare(qtbot, program, their_review(tmp_path / "anna.eyebox-review", program), monkeypatch)
    page.settle.click()
    window.workspace.removals.pictures([window.workspace.pictures.current])
    merge = window.workspace.review_merge
    for choice in ("mine", "theirs", "neither"):
        merge.settle(choice)  # type: ignore[arg-type]
    assert merge.open_count == 0


def test_a_review_is_dropped(qtbot: QtBot, program: Desktop, tmp_path: Path) -> None:
    window = program.window
    with qtbot.waitSignal(window.workspace.review_merge.compared, timeout=desk.PATIENCE):
        desk.drop(program, their_review(tmp_path / "anna.eyebox-review", program))
    assert window.merge_controller.page is not None and len(window.workspace.pictures.records) == 1


def test_the_language_changes_while_reviews_are_merged(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.window
    page = compare(qtbot, program, their_review(tmp_path / "anna.eyebox-review", program), monkeypatch)
    page.settle.click()
    for name in ("statistics", "review_summary", "label_grid"):
        window.commands[name].trigger()
    language = program.program.settings.language
    for choice in ("zh_CN", "en", language):
        program.program.change_settings(program.program.settings.with_value("language", choice))
        QApplication.processEvents()
    bar = window.merge_controller.bar
    assert bar is not None and bar.what.whole
    dialog = MergeChoice(window.workspace.review_merge.others(""), window)
    program.program.change_settings(program.program.settings.with_value("language", "zh_CN"))
    QApplication.processEvents()
    assert dialog.list.count() == 1
    program.program.change_settings(program.program.settings.with_value("language", language))
