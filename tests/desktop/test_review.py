"""Each box has a verdict, kept at once; edits by hand are verdicts too; undo walks back, also after a restart."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from pytestqt.qtbot import QtBot

from eyebox.annotations.commands import AddBoxes, RemoveBoxes, SetBox
from eyebox.session.errors import StoreFull
from eyebox.session.review import ReviewFilter, ReviewOrder
from eyebox.session.schema import MIGRATIONS
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.workspace.turning import Turning
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.turning import turned_box
from review_desk import Desk
from session_samples import create_session

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.sqlite"


@pytest.fixture
def session(path: Path) -> str:
    with Store.open(path) as store:
        session = create_session(store, "s").id
        for n, picture in enumerate("ab"):
            store.add_picture(
                PictureRecord(picture, session, f"/{picture}.png", picture, "", 900, 600, position=n)
            )
        store.save_boxes("a", [box("a1", "cat", 0.9), box("a2", "dog", 0.4), box("a3", "cat", 0.2)])
        store.save_boxes("b", [box("b1", "cat", 0.5), box("b2", "", None), box("own", "cat", source="user")])
    return session


@pytest.fixture
def desk(path: Path, session: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with Store.open(path) as store:
        desk = Desk(store, tmp_path)
        with qtbot.waitSignal(desk.review.started):
            desk.open(session)
        yield desk
        assert desk.background.wait(60_000)


@pytest.fixture
def again(path: Path, session: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The program started again after `desk` was used."""
    with Store.open(path) as store:
        yield Desk(store, tmp_path)


def box(id: str, label: str, score: float | None = None, source: str = "model") -> Box:
    x = 0.1 + sum(map(ord, id))
    return Box(label, x, 2, x + 10.3, 20, score, source, id)  # type: ignore[arg-type]


def test_boxes_that_no_human_made_come_one_label_after_the_other_the_likeliest_first(desk: Desk) -> None:
    assert desk.verdicts() == ["b2", "a1", "b1", "a3", "a2"]
    item = desk.current
    assert (item.box_id, item.position, item.total, item.picture) == ("b2", 0, 5, "b")
    desk.review.step(1)
    assert desk.current.proposed == desk.current.box == box("a1", "cat", 0.9)
    assert desk.review.labels == ["cat", "", "dog"]
    assert desk.review.upcoming(5) == ["b"]


def test_a_verdict_goes_on_to_the_next_box_and_is_counted(desk: Desk) -> None:
    review = desk.review
    review.decide("accepted")
    assert desk.current.box_id == "a1"
    review.decide("rejected")
    review.decide("unsure")
    assert desk.verdicts() == ["b2 accepted", "a1 rejected", "b1 unsure", "a3", "a2"]
    counts = review.counts
    assert (counts.total, counts.waiting, counts.judged) == (5, 2, 3)
    assert counts.of("rejected", label="cat") == 1
    assert [b.id for b in desk.store.boxes("a")] == ["a2", "a3"]
    assert review.rows(1, 1)[0].box is None
    assert review.rows(1, 1)[0].shape == box("a1", "cat", 0.9)


def test_undo_brings_a_rejected_box_back_to_its_place(desk: Desk) -> None:
    model = desk.annotations.of("a").model
    desk.review.step(1)
    before = model.boxes()
    desk.review.decide("rejected")
    assert [b.id for b in model.boxes()] == ["a2", "a3"]
    desk.history.undo()
    assert desk.current.box_id == "a1"
    assert model.boxes() == before == desk.store.boxes("a")
    assert desk.current.verdict == ""
    desk.history.redo()
    assert [b.id for b in desk.store.boxes("a")] == ["a2", "a3"]


def test_undo_walks_back_over_pictures_after_a_restart(
    desk: Desk, again: Desk, session: str, qtbot: QtBot
) -> None:
    before = {picture: desk.store.boxes(picture) for picture in "ab"}
    annotated = desk.annotations.of("a")
    desk.review.decide("accepted")
    annotated.stack.push(SetBox(annotated.model, replace(box("a1", "cat", 0.9), x1=3)))
    for _ in range(4):
        desk.review.decide("rejected")
    assert desk.review.counts.waiting == 0
    desk.review.stop()
    again.open(session)
    qtbot.waitUntil(lambda: not again.writes.is_alone)
    assert again.verdicts() == ["b2 accepted", "a1 rejected", "b1 rejected", "a3 rejected", "a2 rejected"]
    seen = []
    again.review.current_changed.connect(lambda item: seen.append(item.box_id))
    for _ in range(6):
        again.history.undo()
    assert seen == ["a2", "a3", "b1", "a1", "b2"]
    assert again.review.counts.waiting == 5
    assert {picture: again.store.boxes(picture) for picture in "ab"} == before


def test_a_box_that_is_changed_by_hand_is_fixed_and_one_undo_takes_back_both(desk: Desk) -> None:
    annotated = desk.annotations.show("a")
    assert annotated is not None
    changed = replace(box("a1", "cat", 0.9), x1=3)
    annotated.stack.push(SetBox(annotated.model, changed, key="nudge"))
    annotated.stack.push(SetBox(annotated.model, changed.moved(1, 0), key="nudge"))
    item = desk.review.of_picture("a")[0]
    assert (item.verdict, item.box, item.proposed) == ("fixed", changed.moved(1, 0), box("a1", "cat", 0.9))
    desk.history.undo()
    item = desk.review.of_picture("a")[0]
    assert (item.verdict, item.box) == ("", box("a1", "cat", 0.9))
    assert desk.store.boxes("a") == annotated.model.boxes()
    assert not desk.history.can_undo
    desk.history.redo()
    assert desk.review.of_picture("a")[0].box == changed.moved(1, 0) == desk.store.boxes("a")[0]


def test_nudges_that_end_where_they_began_are_no_fix(desk: Desk) -> None:
    annotated = desk.annotations.of("a")
    first = box("a1", "cat", 0.9)
    for moved in (first.moved(1, 0), first):
        annotated.stack.push(SetBox(annotated.model, moved, key="nudge"))
    assert desk.review.of_picture("a")[0].verdict == ""
    assert desk.review.counts.waiting == 5


def test_accepting_a_fixed_box_leaves_it_fixed_and_another_label_fixes(desk: Desk) -> None:
    desk.review.step(1)
    desk.review.set_label("lion")
    assert desk.current.verdict == "fixed"
    assert desk.current.label == "lion"
    desk.review.decide("accepted")
    assert [i.verdict for i in desk.review.of_picture("a")] == ["fixed", "", ""]
    assert desk.store.boxes("a")[0].label == "lion"


def test_a_box_drawn_by_hand_was_missed_and_a_deleted_one_is_rejected(desk: Desk) -> None:
    annotated = desk.annotations.of("a")
    annotated.stack.push(AddBoxes(annotated.model, [box("new", "cup", source="user")]))
    annotated.stack.push(RemoveBoxes(annotated.model, ["a2"]))
    assert [f"{i.box_id} {i.verdict}" for i in desk.review.of_picture("a")] == [
        "a1 ",
        "a2 rejected",
        "a3 ",
        "new missed",
    ]
    assert desk.review.counts.of("missed") == 1
    annotated.stack.push(RemoveBoxes(annotated.model, ["new"]))
    assert desk.review.counts.of("missed") == 0
    for _ in range(3):
        desk.history.undo()
    assert [f"{i.box_id} {i.verdict}".strip() for i in desk.review.of_picture("a")] == ["a1", "a2", "a3"]
    assert [b.id for b in desk.store.boxes("a")] == ["a1", "a2", "a3"]


def test_the_rest_of_a_picture_is_accepted_as_one_step_and_it_is_complete(desk: Desk) -> None:
    desk.review.step(1)
    desk.review.decide("rejected")
    desk.review.accept_rest("a")
    assert [i.verdict for i in desk.review.of_picture("a")] == ["rejected", "accepted", "accepted"]
    assert desk.review.is_complete("a")
    assert not desk.review.is_complete("b")
    desk.review.set_complete("a", False)
    assert not desk.review.is_complete("a")
    desk.history.undo()
    assert desk.review.is_complete("a")
    desk.history.undo()
    assert not desk.review.is_complete("a")
    assert [i.verdict for i in desk.review.of_picture("a")] == ["rejected", "", ""]


def test_boxes_of_a_sheet_are_judged_as_one_step_on_pictures_that_are_not_open(desk: Desk) -> None:
    numbers = {item.box_id: item.number for item in desk.review.rows(0, 10)}
    desk.review.decide_these(
        {numbers["a1"]: "rejected", numbers["a3"]: "rejected", numbers["b1"]: "accepted"}
    )
    assert not desk.annotations.is_open("a")
    assert [b.id for b in desk.store.boxes("a")] == ["a2"]
    desk.history.undo()
    assert [b.id for b in desk.store.boxes("a")] == ["a1", "a2", "a3"]
    assert desk.review.counts.waiting == 5


def test_the_queue_is_filtered_and_ordered(desk: Desk) -> None:
    desk.review.set_filter(ReviewFilter(labels=("cat",), lowest=0.3))
    assert desk.verdicts() == ["a1", "b1"]
    desk.review.set_filter(ReviewFilter(pictures=("a",)))
    desk.review.set_order(ReviewOrder("score", backwards=True))
    assert desk.verdicts() == ["a3", "a2", "a1"]
    desk.review.set_filter(ReviewFilter())
    desk.review.set_order(ReviewOrder("random", share=40, seed=3))
    assert len(desk.verdicts()) == 2
    desk.review.set_order(ReviewOrder("picture"))
    assert desk.verdicts() == ["a1", "a2", "a3", "b1", "b2"]
    desk.review.set_filter(ReviewFilter(verdicts=("unsure",)))
    assert desk.verdicts() == []
    assert desk.review.current is None


def test_what_comes_while_it_is_on_joins(desk: Desk, session: str) -> None:
    desk.annotations.add("b", [box("b3", "cat", 0.8)], "Answer")
    desk.annotations.of("a")
    desk.annotations.add("a", [box("a4", "cat", 0.7)], "Answer")
    assert "a4" in desk.verdicts()
    assert "b3" in desk.verdicts()
    assert desk.review.counts.waiting == 7


def test_what_comes_is_in_the_queue_where_the_filter_takes_it(desk: Desk) -> None:
    desk.review.set_filter(ReviewFilter(labels=("cat",), lowest=0.3))
    desk.annotations.add("b", [box("b3", "cat", 0.8), box("b4", "cat", 0.1), box("b5", "dog", 0.9)], "Answer")
    assert desk.verdicts() == ["a1", "b1", "b3"]
    assert desk.review.counts.waiting == 8
    annotated = desk.annotations.of("a")
    annotated.stack.push(AddBoxes(annotated.model, [box("new", "cup", source="user")]))
    desk.review.set_filter(desk.review.filter)
    assert desk.verdicts() == ["a1", "b3", "b1"]


def test_verdicts_can_be_taken_back_after_the_review_has_ended(desk: Desk) -> None:
    desk.review.step(1)
    desk.review.decide("rejected")
    desk.review.stop()
    assert desk.review.current is None
    desk.history.undo()
    assert [b.id for b in desk.store.boxes("a")] == ["a1", "a2", "a3"]
    assert desk.store.review_counts(desk.store.sessions()[0].id)["cat", ""] == 3


def test_proposals_are_kept_exactly(desk: Desk) -> None:
    for item in desk.review.rows(0, 10):
        assert item.proposed == item.box


def test_an_older_session_file_opens(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with Store.open(path, migrations=MIGRATIONS[:5]) as store, store.together() as _:
        session = create_session(store, "old").id
        store.add_picture(PictureRecord("p", session, "/p.png", "p.png"))
        store.save_boxes("p", [box("x", "cat")])
    with Store.open(path) as store:
        assert store.boxes("p") == (box("x", "cat"),)
        assert store.picture("p").complete is False  # type: ignore[union-attr]
        assert store.join_review(session) == 1
        assert store.join_review(session) == 0


def test_boxes_of_removed_pictures_are_out_of_the_review_until_they_are_back(desk: Desk) -> None:
    (gone,) = desk.pictures.remove(["a"])
    assert desk.verdicts() == ["b2", "b1"]
    assert desk.review.counts.total == 2
    desk.pictures.restore([gone])
    assert desk.review.counts.total == 5
    assert desk.review.total == 5


def test_a_turned_picture_turns_what_was_proposed_and_what_can_be_taken_back(desk: Desk) -> None:
    turning = Turning(desk.writes, desk.pictures, desk.annotations)
    desk.review.step(1)
    desk.review.decide("rejected")
    annotated = desk.annotations.of("a")
    annotated.stack.push(SetBox(annotated.model, box("a2", "dog", 0.4).moved(5, 5)))
    turning.apply("a", 1)
    upright = box("a1", "cat", 0.9)
    items = {item.box_id: item for item in desk.review.of_picture("a")}
    assert items["a1"].proposed == turned_box(upright, 900, 600, 1)
    desk.history.undo()
    assert desk.store.boxes("a")[0] == turned_box(box("a2", "dog", 0.4), 900, 600, 1)
    desk.history.undo()
    assert desk.store.boxes("a")[0] == turned_box(upright, 900, 600, 1) == annotated.model.boxes()[0]


def test_undo_of_what_was_done_before_the_review_is_no_step_of_it(desk: Desk) -> None:
    desk.review.stop()
    annotated = desk.annotations.show("a")
    assert annotated is not None
    annotated.stack.push(SetBox(annotated.model, box("a1", "cat", 0.9).moved(1, 1)))
    desk.review.start(desk.store.sessions()[0].id)
    desk.history.undo()
    assert not desk.history.can_undo
    assert annotated.model.boxes()[0] == box("a1", "cat", 0.9)


def test_pictures_are_closed_again_although_boxes_were_fixed_on_them(desk: Desk) -> None:
    annotated = desk.annotations.of("b")
    annotated.stack.push(SetBox(annotated.model, box("b1", "cat", 0.5).moved(1, 1)))
    assert annotated.stack.count() == 1
    desk.review.decide("accepted")
    assert annotated.stack.count() == 0
    desk.history.undo()
    desk.history.undo()
    assert annotated.model.boxes()[0] == box("b1", "cat", 0.5) == desk.store.boxes("b")[0]
    desk.history.redo()
    assert annotated.model.boxes()[0] == box("b1", "cat", 0.5).moved(1, 1) == desk.store.boxes("b")[0]


def test_a_missed_box_that_is_taken_out_again_is_not_the_current_one_any_more(desk: Desk) -> None:
    annotated = desk.annotations.of("a")
    annotated.stack.push(AddBoxes(annotated.model, [box("new", "cup", source="user")]))
    desk.review.show(desk.review.number_of("a", "new"))
    desk.review.decide("rejected")
    assert "new missed" not in desk.verdicts()
    assert desk.review.current is not None


def test_what_models_disagree_about_comes_first(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    review = desk.review
    other = [replace(box("a1", "cat"), id="o1"), replace(box("a2", "dog"), id="o2").moved(4, 0)]
    desk.annotations.add("a", other, "Answer", origin="another model")
    with qtbot.waitSignal(review.changed):
        review.set_order(ReviewOrder("doubt"))
    qtbot.waitUntil(lambda: desk.verdicts()[0] == "a3")  # measured in the background, and then put in order
    doubts = {item.box_id: item.doubt for item in review.rows(0, 10)}
    assert doubts["a1"] == doubts["o1"] == 0.0
    assert doubts["a3"] == 1.0
    assert 0 < doubts["a2"] == doubts["o2"] < 1  # type: ignore[operator]
    assert doubts["b1"] is None
    assert desk.verdicts() == ["a3", "a2", "o2", "a1", "o1", "b1", "b2"]


def test_a_file_says_what_another_model_saw(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    seen = box("b1", "cat")
    bbox = [seen.x1, seen.y1, seen.width, seen.height]
    coco = {
        "images": [{"id": 1, "file_name": "b.png", "width": 900, "height": 600}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": bbox}],
    }
    (tmp_path / "other.json").write_text(json.dumps(coco))
    with qtbot.waitSignal(desk.review.changed):
        desk.review.compare_with([str(tmp_path / "other.json")])
    assert desk.verdicts()[:2] == ["b2", "b1"]
    assert desk.review.rows(1, 1)[0].doubt == pytest.approx(0)


class Full:
    """A disk without space for verdicts, until there is some again."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self._desk = desk
        self._patch = monkeypatch
        fail = Mock(side_effect=StoreFull("session-disk-full", "The disk is full."))
        monkeypatch.setattr(desk.store, "judge", fail)

    def end(self) -> None:
        self._patch.undo()
        assert self._desk.writes.flush()


@pytest.fixture
def full(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Full:
    return Full(desk, monkeypatch)


def judge_some(desk: Desk) -> None:
    """Accepts one box, fixes, rejects and adds some on a picture, moves the added one twice, takes one move back."""
    desk.review.decide("accepted")
    annotated = desk.annotations.show("a")
    assert annotated is not None
    desk.review.decide("rejected")
    annotated.stack.push(SetBox(annotated.model, box("a2", "dog", 0.4).moved(1, 1)))
    new = box("new", "cup", source="user")
    annotated.stack.push(AddBoxes(annotated.model, [new]))
    annotated.stack.push(SetBox(annotated.model, new.moved(1, 1)))
    annotated.stack.push(SetBox(annotated.model, new.moved(2, 2)))
    desk.history.undo()


def check_some(store: Store, reviewed: dict[str, str]) -> None:
    found = {row.state.box.id: row.verdict for picture in "ab" for row in store.review_of_picture(picture)}
    assert found == reviewed == {
        "b2": "accepted", "a1": "rejected", "a2": "fixed", "a3": "", "b1": "", "new": "missed",
    }  # fmt: skip
    new = box("new", "cup", source="user").moved(1, 1)
    assert store.boxes("a") == (box("a2", "dog", 0.4).moved(1, 1), box("a3", "cat", 0.2), new)


def test_verdicts_wait_while_the_disk_is_full_and_count_meanwhile(desk: Desk, full: Full) -> None:
    judge_some(desk)
    assert desk.writes.pending
    assert desk.verdicts() == ["b2 accepted", "a1 rejected", "b1", "a3", "a2 fixed"]
    assert desk.review.counts.waiting == 2
    assert desk.review.counts.of("missed") == 1
    full.end()
    items = desk.review.rows(0, 10)
    check_some(desk.store, {item.box_id: item.verdict for item in items})
    for _ in range(5):
        desk.history.undo()
    assert [b.id for b in desk.store.boxes("a")] == ["a1", "a2", "a3"]
    assert desk.review.counts.waiting == 5


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_verdicts_wait_where_the_system_writes_no_more(desk: Desk) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    desk.review.decide("unsure")
    desk.history.undo()
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, limits[1]))
    try:
        judge_some(desk)
        assert desk.writes.pending
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert desk.writes.flush()
    check_some(desk.store, {item.box_id: item.verdict for item in desk.review.rows(0, 10)})
    desk.store.check()


def test_verdicts_that_waited_outlive_the_program(desk: Desk, full: Full, again: Desk, session: str) -> None:
    judge_some(desk)
    assert desk.writes.log()
    desk.review.stop()
    again.writes.recover()
    again.open(session)
    check_some(again.store, {item.box_id: item.verdict for item in again.review.rows(0, 10)})
    again.store.check()
    assert again.background.wait(60_000)


def test_a_second_program_may_look_and_not_judge(desk: Desk, again: Desk, session: str) -> None:
    desk.review.decide("accepted")
    failed = Mock()
    again.review.failed.connect(failed)
    again.open(session)
    assert again.review.is_read_only
    assert failed.call_count == 1
    assert again.verdicts() == desk.verdicts()
    again.review.decide("rejected")
    again.review.set_complete("b", True)
    annotated = again.annotations.of("a")
    annotated.stack.push(SetBox(annotated.model, box("a1", "cat", 0.9).moved(1, 1)))
    assert failed.call_count == 3
    assert not again.store.is_complete("b")
    assert desk.verdicts() == again.verdicts() == ["b2 accepted", "a1", "b1", "a3", "a2"]
    again.review.stop()
    desk.review.stop()
    again.review.start(session)
    assert not again.review.is_read_only


def test_boxes_of_a_picture_that_changed_are_judged_only_when_they_still_fit(
    path: Path, session: str, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"as it was")
    sha256 = hashlib.sha256(b"as it was").hexdigest()
    with Store.open(path) as store:
        store.update_picture(PictureRecord("a", session, str(file), "a", sha256, 900, 600))
        desk = Desk(store, tmp_path)
        review, asked = desk.review, Mock()
        review.asked.connect(asked)

        def again() -> None:
            review.stop()
            review.start(session)
            qtbot.waitUntil(lambda: not desk.writes.is_alone and review.is_on)

        desk.open(session)
        again()
        os.utime(file, (1, 1))
        again()
        assert asked.call_count == 0
        file.write_bytes(b"other")
        again()
        asked.assert_called_once_with(["a"])
        a1 = review.number_of("a", "a1")
        review.decide_these({a1: "accepted", review.number_of("b", "b1"): "accepted"})
        assert desk.verdicts() == ["b2", "a1", "b1 accepted", "a3", "a2"]
        assert asked.call_count == 2
        review.answer(["a"], fits=False)
        assert desk.verdicts() == ["b2", "b1 accepted"]
        again()
        assert desk.verdicts() == ["b2", "b1 accepted"]
        assert review.counts.total == 2
        review.answer(["a"], fits=True)
        review.decide_these({a1: "accepted"})
        assert desk.verdicts() == ["b2", "a1 accepted", "b1 accepted", "a3", "a2"]
        again()
        assert asked.call_count == 2
        desk.pictures.changed.emit(desk.pictures.records["a"])
        assert asked.call_count == 3
        review.answer(["a"], fits=True)
        review.stop()
        desk.pictures.changed.emit(desk.pictures.records["b"])
        assert asked.call_count == 3
        again()
        assert asked.call_args.args == (["b"],)
        assert desk.background.wait(60_000)


def test_pauses_do_not_count_in_the_pace(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("eyebox.workspace.review_steps.time.monotonic", lambda: now[0])
    review = desk.review
    review.step(1)
    for seconds, verdict in ((2.0, "accepted"), (4.0, "rejected"), (61.0, "accepted")):
        now[0] += seconds
        review.decide(verdict)  # type: ignore[arg-type]
    assert (review.pace.seconds, review.pace.left) == (3.0, 6.0)
    assert [item.seconds for item in review.rows(0, 5)] == [None, 2.0, 4.0, None, None]
    numbers = [item.number for item in review.rows(0, 5)]
    now[0] += 1.0
    review.decide_these({numbers[0]: "accepted", numbers[4]: "unsure"})
    assert [item.seconds for item in review.rows(0, 5)] == [0.5, 2.0, 4.0, None, 0.5]


def test_that_nothing_waits_is_said_once_until_something_does_again(desk: Desk) -> None:
    finished = Mock()
    desk.review.finished.connect(finished)
    numbers = [item.number for item in desk.review.rows(0, 5)]
    desk.review.decide_these(dict.fromkeys(numbers[:4], "accepted"))
    desk.review.show(numbers[4])
    desk.review.decide("unsure")
    assert finished.call_count == 1
    desk.review.decide("rejected")
    assert finished.call_count == 1
    desk.history.undo()
    desk.history.undo()
    desk.review.decide("accepted")
    assert finished.call_count == 2


def test_boxes_that_come_while_a_review_begins_are_in_it(again: Desk, session: str, qtbot: QtBot) -> None:
    """Others are being gathered on another thread, and these are written after that."""
    again.open(session)
    assert again.review.is_starting and again.writes.is_alone
    again.annotations.add("a", [box("late", "cat", 0.7)], "answer")
    qtbot.waitUntil(lambda: again.review.is_on and again.review.total == 6)
    assert "late" in again.verdicts()
    assert again.background.wait(60_000)
