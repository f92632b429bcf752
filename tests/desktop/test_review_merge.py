"""A review is merged with another one: disputes are settled one by one, what only they judged is taken; all can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from pytestqt.qtbot import QtBot

from eyebox.jobs.background import Background
from eyebox.session.merging import Comparison
from eyebox.session.review import Change, ReviewStep
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.session.write_log import WriteLog
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.history import History
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.review import Review
from eyebox.workspace.review_lock import LOCK
from eyebox.workspace.review_merge import SETTLED, ReviewMerge
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.files.atomic_write import file_lock
from eyebox_models.protocol.box import Box
from session_samples import create_session

PICTURES = ("p0", "p1")
BOXES = [
    Box(label, 100 * n, 0, 100 * n + 90, 80, source="model")
    for n, label in enumerate(("cup", "mug", "fork", "dish"))
]


class Bench:
    """Two sessions with the same two pictures of four boxes each; the first is the open one."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder / "sessions.sqlite")
        self.queue = WriteQueue(self.store, WriteLog(folder / "waiting"), WriteLog(folder / "not-saved"))
        self.annotations = Annotations(self.store, self.queue)
        self.history = History(self.annotations.group)
        self.background = Background()
        lane: Any = SimpleNamespace(submit=Mock())
        pictures = Pictures(self.store, self.queue, lane, lane, self.background, folder)
        self.review = Review(
            self.store, self.queue, pictures, self.annotations, self.history, self.background
        )
        self.merge = ReviewMerge(
            self.store, self.queue, self.history, self.annotations, self.review, self.background
        )
        self.mine, self.theirs = (create_session(self.store, name).id for name in ("mine", "anna"))
        for session in (self.mine, self.theirs):
            for n, picture in enumerate(PICTURES):
                id = session[:8] + picture
                record = PictureRecord(id, session, f"/{id}", picture, picture, 800, 600, position=n)
                boxes = tuple(replace(box, id=f"{id} {box.label}") for box in BOXES)
                self.store.add_pictures(session, [PictureContent(record, boxes)])
            self.store.join_review(session)
        self.annotations.open_session(self.mine)
        self.history.open_session(self.mine)

    def judge(self, session: str, picture: str, **verdicts: str | Box) -> None:
        """Gives boxes verdicts by their labels: a word, or a Box that it was fixed to."""
        id = session[:8] + picture
        changes = []
        for row in self.store.review_of_picture(id):
            what = verdicts.get(row.state.box.label)
            if isinstance(what, Box):
                box = replace(what, id=row.state.box.id)
                changes.append(Change(id, box.id, row.state, replace(row.state, verdict="fixed", box=box)))
                self.store.save_boxes(id, (box,))
            elif what:
                after = replace(row.state, verdict=what)  # type: ignore[arg-type]
                changes.append(Change(id, row.state.box.id, row.state, after))
                if what == "rejected":
                    self.store.save_boxes(id, (), (row.state.box.id,))
        self.store.judge(session, ReviewStep(f"{id}{len(verdicts)}", "several", tuple(changes)), False)

    def compare(self, qtbot: QtBot) -> Comparison:
        with qtbot.waitSignal(self.merge.compared) as found:
            self.merge.with_session(self.mine, self.theirs)
        assert found.args
        return found.args[0]

    def boxes(self, picture: str = "p0") -> dict[str, Box]:
        return {box.label: box for box in self.store.boxes(self.mine[:8] + picture)}

    def verdicts(self, picture: str = "p0") -> list[str]:
        return [row.verdict for row in self.store.review_of_picture(self.mine[:8] + picture)]


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.background.wait(60_000)
    made.store.close()


WIDE = replace(BOXES[1], x2=150, label="glass")


def dispute(bench: Bench) -> None:
    """On a cup we agree; a mug is a glass to her; a fork is none to her; a dish is none to me; p1 only she has judged."""
    bench.judge(bench.mine, "p0", cup="accepted", mug="accepted", fork="accepted", dish="rejected")
    bench.judge(bench.theirs, "p0", cup="accepted", mug=WIDE, fork="rejected", dish="accepted")
    bench.judge(bench.theirs, "p1", cup="accepted", mug=WIDE, fork="rejected", dish="unsure")


def test_disputes_are_settled_and_taken_back(qtbot: QtBot, bench: Bench) -> None:
    dispute(bench)
    found = bench.compare(qtbot)
    merge = bench.merge
    assert (found.pictures, found.unknown, len(found.disputes), len(found.taken)) == (2, 0, 3, 3)
    assert [one.kind for one in found.disputes] == ["label", "mine", "theirs"]
    merge.begin()
    assert merge.current is found.disputes[0] and merge.open_count == 3
    merge.settle("theirs")
    assert bench.boxes()["glass"].xyxy == WIDE.xyxy and merge.position == 1
    merge.settle("theirs")
    assert "fork" not in bench.boxes()
    merge.settle("theirs")
    assert bench.boxes()["dish"].xyxy == BOXES[3].xyxy and merge.open_count == 0
    assert bench.verdicts() == ["accepted", "fixed", "rejected", "accepted"]
    for _ in range(3):
        bench.history.undo()
    assert list(bench.boxes()) == ["cup", "mug", "fork"] and merge.open_count == 3 and merge.position == 0
    assert bench.verdicts() == ["accepted", "accepted", "accepted", "rejected"]
    bench.history.redo()
    assert "glass" in bench.boxes() and merge.open_count == 2
    assert not bench.compare(qtbot).disputes[0].key.endswith("mug") and merge.open_count == 2


def test_what_is_mine_stays_and_stays_settled(qtbot: QtBot, bench: Bench) -> None:
    dispute(bench)
    bench.compare(qtbot)
    bench.merge.begin()
    for choice in ("mine", "neither", "mine"):
        bench.merge.settle(choice)  # type: ignore[arg-type]
    assert list(bench.boxes()) == ["cup", "mug"]
    found = bench.compare(qtbot)
    bench.merge.begin()
    assert found.disputes and bench.merge.open_count == 0
    bench.merge.step(1)
    assert bench.merge.position == min(1, len(found.disputes) - 1)


def test_what_only_they_have_judged_is_taken_at_once(qtbot: QtBot, bench: Bench) -> None:
    dispute(bench)
    complete = bench.theirs[:8] + "p1"
    bench.store.judge(bench.theirs, ReviewStep("c", "complete", (), ((complete, True),)), False)
    bench.compare(qtbot)
    before = bench.boxes("p1")
    assert bench.merge.take_all() == 3
    assert bench.verdicts("p1") == ["accepted", "fixed", "rejected", ""]
    assert set(bench.boxes("p1")) == {"cup", "glass", "dish"}
    states = [row.state for row in bench.store.review_of_picture(bench.mine[:8] + "p1")]
    assert bench.review.is_complete(bench.mine[:8] + "p1")
    assert states[0].reviewer == "anna" and states[1].proposed == before["mug"]
    bench.history.undo()
    assert bench.boxes("p1") == before and set(bench.verdicts("p1")) == {""}
    assert not bench.review.is_complete(bench.mine[:8] + "p1")


def test_a_box_is_changed_while_its_dispute_is_looked_at(qtbot: QtBot, bench: Bench) -> None:
    dispute(bench)
    bench.compare(qtbot)
    bench.merge.begin()
    picture = bench.mine[:8] + "p0"
    annotated = bench.annotations.of(picture)
    mug = annotated.model.box(bench.merge.edit())
    assert mug is not None and mug.label == "mug"
    annotated.model.replace(replace(mug, x2=170))
    bench.merge.settle("mine")
    assert bench.boxes()["mug"].x2 == 170 and bench.verdicts()[1] == "fixed"
    bench.merge.step(1)
    dish = bench.merge.edit()
    assert bench.boxes()["dish"].id == dish and bench.merge.current is not None


def test_a_review_goes_to_another_machine_and_comes_back(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    dispute(bench)
    path = tmp_path / "anna.eyebox-review"
    bench.review.reviewer = "Anna"
    with qtbot.waitSignal(bench.merge.written) as written:
        bench.merge.write(bench.theirs, path, "anna")
    assert written.args == [str(path), 2]
    with qtbot.waitSignal(bench.merge.compared) as found:
        bench.merge.with_file(bench.mine, path)
    assert found.args and found.args[0].reviewer == "Anna" and len(found.args[0].disputes) == 3
    path.write_text("{}")
    with qtbot.waitSignal(bench.merge.failed) as failed:
        bench.merge.with_file(bench.mine, path)
    assert failed.args and "can't be read as a review" in failed.args[0]


def test_a_comparison_that_nobody_waits_for_ends(qtbot: QtBot, bench: Bench) -> None:
    dispute(bench)
    with qtbot.assertNotEmitted(bench.merge.compared):
        bench.merge.with_session(bench.mine, bench.theirs)
        bench.merge.end()
        bench.background.wait(60_000)
        qtbot.wait(1)
    assert bench.merge.comparison is None and bench.merge.current is None


def test_while_another_program_reviews_nothing_is_settled(qtbot: QtBot, bench: Bench) -> None:
    dispute(bench)
    bench.compare(qtbot)
    path = bench.store.path
    with file_lock(path.with_name(path.name + LOCK)) as is_ours:
        assert is_ours
        with qtbot.waitSignal(bench.review.failed) as said:
            assert not bench.merge.begin()
        assert said.args and "Another program" in said.args[0]
        assert bench.merge.take_all() == 0 and set(bench.verdicts("p1")) == {""}
    assert bench.merge.begin() and bench.merge.take_all() == 3
    bench.merge.end()
    with file_lock(path.with_name(path.name + LOCK)) as is_ours:
        assert is_ours, "it is let go at the end"


def test_a_step_is_taken_back_after_another_session_was_compared(qtbot: QtBot, bench: Bench) -> None:
    dispute(bench)
    bench.compare(qtbot)
    bench.merge.begin()
    bench.merge.settle("mine")
    settled = bench.store.get_state(bench.mine, SETTLED)
    assert isinstance(settled, list) and len(settled) == 1
    with qtbot.waitSignal(bench.merge.compared):
        bench.merge.with_session(bench.theirs, bench.mine)
    bench.merge.begin()
    bench.history.undo()
    assert bench.store.get_state(bench.mine, SETTLED) == [] and bench.merge.open_count == 3
    assert bench.store.get_state(bench.theirs, SETTLED, []) == []
