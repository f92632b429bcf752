"""Two reviews of the same pictures: found again by content or name, from a session or a file, turned or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eyebox.formats import review_file
from eyebox.session.merging import compare, upright
from eyebox.session.review import Change, ReviewStep
from eyebox.session.review_summary import Judged, pictures_in_review
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.turning import turned_box
from session_samples import create_session

CUP = Box("cup", 10, 20, 110, 70, score=0.9, source="model")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.in_memory() as store:
        yield store


def review(store: Store, session: str, verdict: str, *records: PictureRecord, box: Box = CUP) -> None:
    """Adds pictures with a box each to a session, which gets a verdict."""
    for n, record in enumerate(records):
        one = replace(box, id=f"{record.id} box")
        store.add_pictures(session, [PictureContent(replace(record, session=session, position=n), (one,))])
        store.join_review(session)
        row = store.review_of_picture(record.id)[0]
        after = replace(row.state, verdict=verdict, seconds=2.0)  # type: ignore[arg-type]
        change = Change(record.id, one.id, row.state, after)
        store.judge(session, ReviewStep(f"{record.id} step", verdict, (change,)), False)


def record(id: str, name: str = "a.png", sha256: str = "", turns: int = 0) -> PictureRecord:
    width, height = (300, 400) if turns % 2 else (400, 300)
    return PictureRecord(id, "", f"/{id}", name, sha256, width, height, turns=turns)


def test_pictures_are_found_by_content_or_name(store: Store) -> None:
    mine, theirs = (create_session(store, name).id for name in ("Mine", "Theirs"))
    review(
        store, mine, "accepted", record("m1", "x.png", "1"), record("m2", "b.png"), record("m3", "c.png", "3")
    )
    review(
        store, theirs, "accepted", record("t1", "y.png", "1"), record("t2", "b.png", "2"), record("t3", "c.png", "9"),
        record("t4", "nowhere.png"),
    )  # fmt: skip
    found = compare(store, mine, map(upright, pictures_in_review(store, theirs)), "anna")
    assert (found.pictures, found.unknown, found.reviewer) == (2, 2, "anna")
    assert found.agreement.agreed == found.agreement.total == 2 and not found.disputes


def test_a_file_holds_all_of_a_review(store: Store, tmp_path: Path) -> None:
    session = create_session(store, "Mine").id
    odd = replace(
        CUP, label='鮭魚 "=1"\n', points=((10.0, 20.0), (110.0, 20.0), (60.0, 70.0)), kind="polygon"
    )
    review(store, session, "rejected", record("m1", "a.png", "1", turns=1), box=odd)
    written = list(map(upright, pictures_in_review(store, session)))
    assert written[0][0].turns == 0
    path = tmp_path / "mine.eyebox-review"
    assert review_file.dump(pictures_in_review(store, session), path, "anna", "Mine") == 1
    reviewer, pictures = review_file.load(path)
    read = list(pictures)
    assert reviewer == "anna"
    assert [boxes for _record, boxes in read] == [[replace(box, picture="") for box in written[0][1]]]
    there = read[0][0]
    assert (there.name, there.sha256, there.width, there.height, there.turns) == ("a.png", "1", 400, 300, 0)


def test_what_was_turned_is_compared_as_it_lies_here(store: Store, tmp_path: Path) -> None:
    mine, theirs = (create_session(store, name).id for name in ("Mine", "Theirs"))
    review(store, mine, "accepted", record("m", turns=1), box=turned_box(CUP, 400, 300, 1))
    review(store, theirs, "accepted", record("t", turns=2), box=turned_box(CUP, 400, 300, 2))
    path = tmp_path / "theirs.eyebox-review"
    review_file.dump(pictures_in_review(store, theirs), path, "anna", "Theirs")
    reviewer, pictures = review_file.load(path)
    found = compare(store, mine, pictures, reviewer)
    assert found.agreement.mean_iou == 1 and not found.disputes and found.pictures == 1


def test_planted_boxes_do_not_leave(tmp_path: Path) -> None:
    planted = Judged("p", "accepted", CUP, CUP, is_planted=True)
    path = tmp_path / "x.eyebox-review"
    review_file.dump([(record("p"), [planted])], path, "anna", "Mine")
    assert [boxes for _record, boxes in review_file.load(path)[1]] == [[]]


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "{", '{"eyebox_review": 2}', '{"eyebox_review": 1, "reviewer": 3}',
        '{"eyebox_review": 1}\n{"name": 7}', '{"eyebox_review": 1}\n{"boxes": [{"verdict": "great"}]}',
        '{"eyebox_review": 1}\n{"boxes": [{"verdict": "accepted"}]}',
        '{"eyebox_review": 1}\n{"boxes": [{"verdict": "accepted", "now": ["cup", "x", 1, 2, 3]}]}',
        '{"eyebox_review": 1}\n{"boxes": [{"verdict": "accepted", "now": ["cup", 1, 1, 2, NaN, 0, "", "", [], "", 0]}]}',
        "\x00\xff",
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.eyebox-review"
    path.write_text(content, "utf-8")
    with pytest.raises(EyeboxError, match=r"x\.eyebox-review"):
        list(review_file.load(path)[1])
