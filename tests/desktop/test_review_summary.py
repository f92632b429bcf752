"""The figures of a review, against figures worked out by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest

from eyebox.formats.review_report import as_csv, as_markdown
from eyebox.session.review import Change, ReviewStep
from eyebox.session.review_summary import Judged, ReviewSummary, judged_in, summarize
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import Stopped
from session_samples import create_session

CUP = Box("cup", 0, 0, 100, 100)


def by_hand() -> Iterator[Judged]:
    """Two pictures, the first one complete.

    First: a cup accepted; a cup whose right side was 40 off (IoU 0.6); a cup that is a mug; a plate that is not there;
    a plate that was missed. Second: a cup accepted, a planted one rejected, a planted one accepted, one unsure, one
    that waits.
    """
    wide = Box("cup", 200, 0, 300, 100)
    mug = Box("cup", 400, 0, 500, 100)
    plate = Box("plate", 600, 0, 700, 100)
    missed = Box("plate", 800, 0, 900, 100)
    complete = {"is_complete": True}
    yield Judged("a", "accepted", CUP, CUP, 2.0, **complete)
    yield Judged("a", "fixed", wide, replace(wide, x2=260), 6.0, **complete)
    yield Judged("a", "fixed", mug, replace(mug, label="mug"), 4.0, **complete)
    yield Judged("a", "rejected", plate, None, 1.0, **complete)
    yield Judged("a", "missed", None, missed, 7.0, **complete)
    yield Judged("b", "accepted", CUP, CUP, 2.0)
    yield Judged("b", "rejected", wide, None, 1.0, is_planted=True)
    yield Judged("b", "accepted", mug, mug, 1.0, is_planted=True)
    yield Judged("b", "unsure", plate, plate, 6.0)
    yield Judged("b", "", missed, missed)


def test_all_boxes_together() -> None:
    summary = summarize(by_hand())
    every = summary.all
    assert dict(every.counts) == {
        "accepted": 2, "fixed": 2, "rejected": 1, "missed": 1, "unsure": 1, "": 1,
    }  # fmt: skip
    assert (every.judged, every.share("fixed"), every.relabelled) == (5, 2 / 5, 1)
    assert every.fixed_overlap == pytest.approx((0.6 + 1.0) / 2)
    assert (summary.pictures, summary.complete, summary.planted, summary.caught) == (2, 1, 2, 1)
    assert (summary.seconds, summary.seconds_a_box) == (30.0, pytest.approx(30 / 9))
    half, three_quarters = every.scores
    # right at 0.5: the accepted cups and the one that overlaps by 0.6; wrong: the mug and the plate that is none
    assert (half.right, half.wrong) == (3, 2)
    assert half.precision == 3 / 5
    # on the complete picture: two right, two wrong, and the mug and the plate are missing
    assert (half.complete_right, half.complete_wrong, half.complete_missing) == (2, 2, 2)
    assert (half.recall, half.f1) == (2 / 4, 4 / 8)
    assert (three_quarters.precision, three_quarters.recall, three_quarters.f1) == (2 / 5, 1 / 4, 2 / 8)


def test_by_label() -> None:
    labels = summarize(by_hand()).labels
    assert list(labels) == ["cup", "plate", "mug"]
    cup, plate, mug = labels.values()
    assert (cup.total, plate.total, mug.total) == (4, 4, 0)
    assert (cup.scores[0].precision, cup.scores[0].recall) == (3 / 4, 2 / 2)
    assert (cup.scores[1].precision, cup.scores[1].recall) == (2 / 4, 1 / 2)
    assert (plate.scores[0].precision, plate.scores[0].recall, plate.scores[0].f1) == (0, 0, 0)
    assert (mug.scores[0].precision, mug.scores[0].recall) == (None, 0)
    assert plate.counts["missed"] == 1 and plate.fixed_overlap is None


def test_no_recall_without_a_complete_picture() -> None:
    summary = summarize([Judged("a", "accepted", CUP, CUP)])
    assert summary.all.scores[0].precision == 1 and summary.seconds_a_box is None
    assert summary.all.scores[0].recall is None and summary.all.scores[0].f1 is None


def test_nothing_at_all() -> None:
    assert summarize([]).is_empty and summarize([Judged("a", "", CUP, CUP)]).is_empty
    assert not summarize([Judged("a", "accepted", CUP, CUP)]).is_empty
    assert "–" in as_markdown(ReviewSummary(), "Nothing") and as_csv(ReviewSummary())


def test_a_box_is_right_only_once() -> None:
    """Two boxes of the model on one cup: the second was rejected and is wrong, however well it lies."""
    twice = [Judged("a", "accepted", CUP, CUP), Judged("a", "rejected", CUP, None)]
    assert summarize(twice).all.scores[0].precision == 1 / 2


def test_one_picture_at_a_time_is_in_memory() -> None:
    alive = 0
    most = 0

    class Watched(list[int]):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def rows() -> Iterator[Judged]:
        nonlocal alive, most
        for picture in range(50):
            for _ in range(20):
                alive += 1
                most = max(most, alive)
                yield Judged(str(picture), "accepted", replace(CUP, points=Watched()), CUP)  # type: ignore[arg-type]

    assert summarize(rows()).all.counts["accepted"] == 1000
    assert most <= 2 * 20 + 2


def test_what_the_session_file_says() -> None:
    """Proposals, corrections, rejected boxes, and one that was drawn before the review, on a complete picture."""
    with Store.in_memory() as store:
        session = create_session(store, "Kitchen").id
        cup = replace(CUP, source="model")
        wide, plate = (
            replace(cup, id="wide", x1=200, x2=300),
            replace(cup, id="plate", label="plate", x1=400, x2=500),
        )
        drawn = replace(CUP, id="drawn", label="fork", source="user")
        for n, boxes in enumerate(((cup, wide, plate, drawn), (drawn,))):
            record = PictureRecord(f"p{n}", session, f"/p{n}", f"p{n}", width=900, height=900, position=n)
            store.add_pictures(session, [PictureContent(record, boxes)])
        assert store.join_review(session) == 3
        rows = store.review_of_picture("p0")
        states = [row.state for row in rows]
        fixed = replace(states[1], verdict="fixed", box=replace(wide, x2=260), seconds=3.0)
        after = [
            replace(states[0], verdict="accepted", seconds=1.0), fixed, replace(states[2], verdict="rejected"),
        ]  # fmt: skip
        changes = tuple(
            Change("p0", state.box.id, before, state) for before, state in zip(states, after, strict=True)
        )
        store.save_boxes("p0", (fixed.box,), ("plate",))
        store.judge(session, ReviewStep("s", "several", changes, (("p0", True),)), False)
        summary = summarize(judged_in(store, session))
    assert dict(summary.all.counts) == {"accepted": 1, "fixed": 1, "rejected": 1}
    assert (summary.pictures, summary.complete, summary.seconds_a_box) == (1, 1, 2.0)
    assert summary.all.fixed_overlap == pytest.approx(0.6)
    assert (summary.all.scores[0].precision, summary.all.scores[0].recall) == (2 / 3, 2 / 3)
    assert summary.labels["fork"].total == 0 and summary.labels["fork"].scores[0].recall == 0


def test_how_far_it_has_counted_and_how_it_is_stopped() -> None:
    with Store.in_memory() as store:
        session = create_session(store, "Kitchen").id
        for n in range(3):
            record = PictureRecord(f"p{n}", session, f"/p{n}", f"p{n}", position=n)
            store.add_pictures(session, [PictureContent(record, (replace(CUP, source="model"),))])
        store.join_review(session)
        heard: list[tuple[int, int]] = []
        assert len(list(judged_in(store, session, lambda done, total: heard.append((done, total))))) == 3
        assert heard == [(0, 3), (1, 3), (2, 3)]

        def stop(_done: int, _total: int) -> None:
            raise Stopped

        with pytest.raises(Stopped):
            summarize(judged_in(store, session, stop))


def test_the_report() -> None:
    summary = summarize(by_hand())
    text = as_markdown(summary, "Kitchen | *receipts*")
    assert text.startswith("# Kitchen \\| \\*receipts\\*\n")
    assert "- At IoU 0.5: precision 60.0 %, recall 50.0 %, F1 50.0 %" in text
    assert "- Planted boxes caught: 1 of 2" in text
    assert "| cup | 2 | 2 | 0 | 0 | 0 | 0 | 75.0 % | 100.0 % |" in text
    rows = list(csv.DictReader(io.StringIO(as_csv(summary).removeprefix("\ufeff"))))
    assert rows[0]["label"] == "*" and float(rows[0]["precision_50"]) == 0.6
    assert rows[1]["fixed_iou"] == "0.8" and rows[3]["recall_50"] == "0.0"


def test_no_label_becomes_a_formula() -> None:
    danger = replace(CUP, label="=1+1|\nx")
    summary = summarize([Judged("a", "accepted", danger, danger)])
    assert "'=1+1" in as_csv(summary)
    assert "| \\=1+1\\| x |" in as_markdown(summary, "x") or "=1+1\\| x" in as_markdown(summary, "x")
