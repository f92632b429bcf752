"""Planted boxes measure attention: they look like any other, are never kept, and no real box is lost over them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eyebox.annotations.commands import SetBox
from eyebox.formats.export import StoredPictures
from eyebox.session.review import BoxState, ReviewRow
from eyebox.session.review_plants import plants
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.workspace.turning import Turning
from eyebox_models.protocol.box import Box
from review_desk import Desk
from session_samples import create_session

pytestmark = pytest.mark.usefixtures("qapp")
LABELS = ("cat", "dog")


def box(n: int) -> Box:
    return Box(LABELS[n % 2], 100 + n, 100, 180 + n, 160, 0.5, "model", f"box{n:02}")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot):  # type: ignore[no-untyped-def]
    with Store.open(tmp_path / "sessions.sqlite") as store:
        session = create_session(store, "s").id
        store.add_picture(PictureRecord("p", session, "/p.png", "p", "", 900, 600))
        store.save_boxes("p", [box(n) for n in range(20)])
        desk = Desk(store, tmp_path)
        with qtbot.waitSignal(desk.review.started):
            desk.open(session, planted=0.5)
        yield desk
        assert desk.background.wait(60_000)


def planted(desk: Desk) -> list[ReviewRow]:
    return [row for row in desk.store.review_of_picture("p") if row.state.planted]


def of_kind(desk: Desk, kind: str) -> ReviewRow:
    return next(row for row in planted(desk) if row.state.planted.startswith(kind))


def original(desk: Desk, row: ReviewRow) -> ReviewRow:
    id = row.state.planted.partition(":")[2]
    return next(one for one in desk.store.review_of_picture("p") if one.state.box.id == id)


def test_the_same_seed_plants_the_same_boxes() -> None:
    rows = [ReviewRow(n, "p", BoxState("", box(n), box(n))) for n in range(400)]
    made = plants(rows, LABELS, 0.1, 7)
    assert made == plants(reversed(rows), LABELS, 0.1, 7)[::-1]
    assert 20 < len(made) < 60
    assert made != plants(rows, LABELS, 0.1, 8)
    kinds = {change.after.planted.partition(":")[0] for change in made if change.after}
    assert kinds == {"shifted", "label", "doubled"}
    known = frozenset(change.box for change in made)
    assert plants(rows, LABELS, 0.1, 7, known=known) == []


def test_planted_boxes_are_shown_and_judged_but_never_kept(desk: Desk) -> None:
    review, store = desk.review, desk.store
    count = len(planted(desk))
    assert review.total == review.counts.waiting == 20 + count
    annotated = desk.annotations.of("p")
    assert len(annotated.model) == 20 + count
    row = of_kind(desk, "shifted")
    annotated.stack.push(SetBox(annotated.model, row.state.box.moved(1, 1)))
    desk.annotations.save_again()
    review.decide_these(
        {one.number: "accepted" for one in review.rows(0, 50) if one.box_id != row.state.box.id}
    )
    assert store.boxes("p") == tuple(box(n) for n in range(20))
    (picture,) = StoredPictures(store, store.sessions()[0].id, None, False, lambda _n, _of: None)
    assert len(picture.boxes) == 20
    assert (review.pace.planted, review.pace.caught) == (count, 1)
    review.stop()
    assert len(annotated.model) == 20
    assert store.search("cat")


def test_no_more_planted_boxes_are_wanted(desk: Desk, qtbot: QtBot) -> None:
    row = planted(desk)[0]
    desk.review.decide_these({row.number: "rejected"})
    desk.review.stop()
    desk.review.start(desk.store.sessions()[0].id, 0.0)
    assert [one.number for one in planted(desk)] == [row.number]
    assert desk.review.counts.waiting == 20
    qtbot.waitUntil(lambda: not desk.writes.is_alone)
    assert len(desk.annotations.of("p").model) == 20


def test_turning_keeps_planted_boxes_out_too(desk: Desk) -> None:
    desk.annotations.of("p")
    Turning(desk.writes, desk.pictures, desk.annotations).apply("p", 1)
    assert len(desk.store.boxes("p")) == 20
    assert len(desk.annotations.of("p").model) == 20 + len(planted(desk))


def test_undo_brings_a_planted_box_back_to_be_judged(desk: Desk) -> None:
    model = desk.annotations.of("p").model
    row = planted(desk)[0]
    before = model.boxes()
    desk.review.decide_these({row.number: "rejected"})
    assert row.state.box.id not in model
    assert desk.review.pace.caught == 1
    desk.history.undo()
    assert set(model.boxes()) == set(before)
    assert desk.review.pace.planted == 0


@pytest.mark.parametrize("is_open", [False, True])
def test_a_real_box_that_is_taken_for_its_double_is_not_lost(desk: Desk, is_open: bool) -> None:
    if is_open:
        desk.annotations.of("p")
    row = of_kind(desk, "doubled")
    real = original(desk, row)
    desk.review.decide_these({real.number: "rejected"})
    assert len(desk.store.boxes("p")) == 19
    desk.review.decide_these({row.number: "accepted"})
    kept = next(one for one in desk.store.boxes("p") if one.id == real.state.box.id)
    assert kept == replace(row.state.box, id=real.state.box.id)
    assert desk.review.pace.caught == 1
    desk.history.undo()
    assert len(desk.store.boxes("p")) == 19
    desk.history.undo()
    assert desk.store.boxes("p") == tuple(box(n) for n in range(20))


def test_a_planted_box_that_was_made_right_takes_the_place_of_the_real_one(desk: Desk) -> None:
    annotated = desk.annotations.of("p")
    row = of_kind(desk, "shifted")
    real = original(desk, row)
    right = replace(real.state.box, id=row.state.box.id)
    annotated.stack.push(SetBox(annotated.model, right))
    desk.review.decide_these({real.number: "rejected"})
    assert real.state.box in desk.store.boxes("p")
    assert original(desk, row).verdict == "accepted"
    assert desk.review.pace.caught == 1
    assert row.state.box.id not in annotated.model
