"""Which boxes are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.evaluation.matching import Match, iou, match, overlaps

NAN = float("nan")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0, 0, 10, 10), (0, 0, 10, 10), 1.0),
        ((0, 0, 10, 10), (0, 0, 10, 5), 0.5),
        ((0, 0, 10, 10), (5, 0, 15, 10), 1 / 3),
        ((0, 0, 10, 10), (10, 0, 20, 10), 0.0),
        ((0, 0, 10, 10), (3, 3, 3, 8), 0.0),
        ((0, 0, 0, 0), (0, 0, 0, 0), 0.0),
        ((10, 10, 0, 0), (0, 0, 10, 10), 0.0),
        ((0, 0, 10, NAN), (0, 0, 10, 10), 0.0),
        ((0, 0, float("inf"), 10), (0, 0, 10, 10), 0.0),
    ],
)
def test_iou(a, b, expected):
    assert iou(a, b) == pytest.approx(expected)


def test_all_pairs_that_overlap():
    assert overlaps([(0, 0, 1, 1)], []) == overlaps([], [(0, 0, 1, 1)]) == []
    first = [(0, 0, 10, 10), (20, 0, 30, 10), (NAN, 0, 9, 9), (-5, 0, 40, 10)]
    second = [(0, 0, 10, 5), (5, 0, 15, 10), (20, 0, 30, 10)]
    found = overlaps(first, second)
    assert [(one.first, one.second) for one in found] == [(0, 0), (0, 1), (1, 2), (3, 0), (3, 1), (3, 2)]
    assert [one.iou for one in found[:3]] == [0.5, pytest.approx(1 / 3), 1.0]
    assert len(overlaps(first, second, 0.5)) == 2


def test_the_best_pair_is_made_first():
    """The first box would take the second truth, which is another's better match."""
    truth = [(0, 0, 10, 10), (0, 0, 10, 8)]
    said = [(0, 0, 10, 8.8), (0, 0, 10, 8)]
    assert match(said, truth) == [Match(0, 0, pytest.approx(0.88)), Match(1, 1, 1.0)]


def test_the_surest_box_chooses_first():
    truth = [(0, 0, 10, 10)]
    said = [(0, 0, 10, 10), (0, 0, 10, 6)]
    assert [one.first for one in match(said, truth, scores=[0.2, 0.9])] == [1]
    assert [one.first for one in match(said, truth, scores=[0.2, None])] == [0]


def test_threshold_and_labels():
    truth = [(0, 0, 10, 10)]
    assert match([(0, 0, 10, 5)], truth) == [Match(0, 0, 0.5)]
    assert match([(0, 0, 10, 5)], truth, threshold=0.51) == []
    assert match([(0, 0, 10, 10)], truth, labels=(["cat"], ["dog"])) == []
    assert len(match([(0, 0, 10, 10)], truth, labels=(["猫"], ["猫"]))) == 1
    assert match([], truth) == match(truth, []) == match([], [], labels=([], [])) == []


BOXES = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(1, 9), st.integers(1, 9)).map(
        lambda b: (b[0], b[1], b[0] + b[2], b[1] + b[3])
    ),
    max_size=7,
)


@given(BOXES, BOXES)
def test_matches_are_one_to_one_and_no_pair_is_left(said, truth):
    found = match(said, truth, threshold=0.3)
    firsts, seconds = {one.first for one in found}, {one.second for one in found}
    assert len(firsts) == len(seconds) == len(found)
    left = [
        (n, m)
        for n in range(len(said))
        for m in range(len(truth))
        if n not in firsts and m not in seconds and iou(said[n], truth[m]) >= 0.3
    ]
    assert not left


@given(BOXES, BOXES, st.randoms(use_true_random=False))
def test_matches_with_scores_are_those_of_pycocotools(said, truth, random):
    from pycocotools.cocoeval import COCOeval

    scores = [random.random() for _ in said]
    judge = COCOeval(iouType="bbox")
    judge.params.imgIds, judge.params.catIds = [1], [1]
    ground = [
        {"id": n, "bbox": _xywh(b), "area": 1.0, "iscrowd": 0, "ignore": 0} for n, b in enumerate(truth, 1)
    ]
    found = [
        {"id": n, "bbox": _xywh(b), "area": 1.0, "score": s}
        for n, (b, s) in enumerate(zip(said, scores, strict=True), 1)
    ]
    judge._gts[1, 1], judge._dts[1, 1] = ground, found
    judge.ious = {(1, 1): judge.computeIoU(1, 1)}
    result = judge.evaluateImg(1, 1, [0, 1e10], 100)
    expected = set()
    if result is not None:
        ids = dict(zip(result["dtIds"], result["dtMatches"][0], strict=True))
        expected = {(d - 1, int(g) - 1) for d, g in ids.items() if g}
    assert {(one.first, one.second) for one in match(said, truth, scores=scores)} == expected


def _xywh(box):
    return [float(v) for v in (box[0], box[1], box[2] - box[0], box[3] - box[1])]
