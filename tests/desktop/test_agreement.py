"""How far two reviews agree, against figures worked out by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from eyebox.session.agreement import Agreement, Dispute, Taken
from eyebox.session.review_summary import Judged
from eyebox_models.protocol.box import Box


def judged(verdict: str, label: str, x: float, width: float = 100) -> Judged:
    box = Box(label, x, 0, x + width, 100, id=f"{verdict} {label} {x}")
    return Judged("p", verdict, None if verdict == "missed" else box, None if verdict == "rejected" else box)


def test_a_picture_by_hand() -> None:
    mine = [
        judged("accepted", "cup", 0),
        judged("accepted", "cup", 200),
        judged("fixed", "cup", 400),
        judged("missed", "plate", 600),
        judged("rejected", "plate", 800),
    ]
    theirs = [
        judged("accepted", "cup", 0),
        judged("fixed", "mug", 200),
        judged("fixed", "cup", 400, 60),
        judged("accepted", "plate", 800),
        judged("missed", "fork", 1000),
    ]
    agreement = Agreement()
    disputes, taken = agreement.add("p", mine, theirs)
    assert not taken
    assert agreement.labels == Counter(
        {("cup", "cup"): 2, ("cup", "mug"): 1, ("plate", None): 1, (None, "plate"): 1, (None, "fork"): 1}
    )
    assert (agreement.total, agreement.matched, agreement.agreed) == (6, 3, 2)
    assert agreement.share == 2 / 6
    assert agreement.mean_iou == pytest.approx((1 + 1 + 0.6) / 3)
    # by chance: cup 3 * 2, plate 1 * 1, no box 2 * 1 of 36; (12 - 9) / (36 - 9)
    assert agreement.kappa == pytest.approx(3 / 27)
    assert [dispute.kind for dispute in disputes] == ["label", "place", "mine", "theirs", "theirs"]
    assert disputes[3].mine is mine[4], "I have rejected what they have"
    assert disputes[4].mine is None and disputes[1].iou == pytest.approx(0.6)
    assert len({dispute.key for dispute in disputes}) == 5


def test_one_box_of_mine_is_the_same_thing_as_one_of_theirs() -> None:
    """The better of two that overlap is the same one, whoever has two; the other is one that the other has not."""
    one, close, less = (judged("accepted", "cup", x) for x in (0, 0, 20))
    agreement = Agreement()
    [dispute] = agreement.add("p", [one], [less, close])[0]
    assert (dispute.kind, dispute.theirs) == ("theirs", less)
    [dispute] = agreement.add("q", [less, close], [one])[0]
    assert (dispute.kind, dispute.mine) == ("mine", less)
    assert (agreement.matched, agreement.mean_iou) == (2, 1.0)


def test_kappa_of_the_textbook() -> None:
    """Cohen's example with two labels: 20 and 15 agreed, 5 and 10 not, of 50: kappa is 0.4."""
    agreement = Agreement(Counter({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15}))
    assert agreement.kappa == pytest.approx(0.4)


def test_what_cannot_be_told() -> None:
    assert (Agreement().kappa, Agreement().share, Agreement().mean_iou) == (None, None, None)
    one = Agreement(Counter({("a", "a"): 7}))
    assert one.share == 1 and one.kappa is None
    apart = Agreement(Counter({("a", None): 1, (None, "a"): 1}))
    assert apart.kappa == -1 and apart.mean_iou is None


@pytest.mark.parametrize("verdict", ["", "unsure"])
def test_who_has_judged_nothing_there_has_no_opinion(verdict: str) -> None:
    both = judged("accepted", "fork", 500)
    box = judged("accepted", "cup", 0)
    open_one = replace(box, verdict=verdict)
    agreement = Agreement()
    assert agreement.add("p", [both, box], [both, open_one]) == ([], [])
    assert agreement.add("p", [both, open_one], [both, box]) == ([], [Taken("p", open_one, box)])
    rejected = judged("rejected", "cup", 0)
    assert agreement.add("p", [both, open_one], [both, rejected])[1] == [Taken("p", open_one, rejected)]
    assert (agreement.total, agreement.pictures) == (3, 3), "only what both have judged"


def test_pictures_that_only_one_has_judged() -> None:
    """Two share the work: what is missing on mine is taken, and nothing counts for or against anybody."""
    waits = replace(judged("accepted", "cup", 0), verdict="")
    theirs = [judged("fixed", "cup", 0, 80), judged("missed", "fork", 500), judged("rejected", "cup", 900)]
    agreement = Agreement()
    assert agreement.add("p", [waits], theirs) == (
        [],
        [Taken("p", waits, theirs[0]), Taken("p", None, theirs[1])],
    )
    assert agreement.add("p", theirs, [waits]) == ([], [])
    assert (agreement.total, agreement.pictures) == (0, 0)
    assert [one.kind for one in agreement.add("p", [], theirs[1:2], is_complete=True)[0]] == ["theirs"]


def test_planted_boxes_are_left_out() -> None:
    planted = replace(judged("accepted", "cup", 0), is_planted=True)
    agreement = Agreement()
    assert agreement.add("p", [planted], [judged("rejected", "cup", 0)]) == ([], [])
    assert agreement.total == 0


def test_of_boxes_at_one_place_those_with_the_same_label_belong_together() -> None:
    mine = [judged("accepted", "cup", 0), judged("accepted", "mug", 0)]
    agreement = Agreement()
    assert agreement.add("p", mine, mine[::-1]) == ([], [])
    assert agreement.labels == Counter({("cup", "cup"): 1, ("mug", "mug"): 1})
    assert Dispute("p", "mine", mine[0], None).key == Dispute("p", "theirs", None, mine[0]).key
