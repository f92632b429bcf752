"""How sure figures are: exact tests by hand, intervals against distributions that are known."""

from __future__ import annotations

import math

import numpy as np
import pytest

from eyebox_models.evaluation import intervals
from eyebox_models.evaluation.report import Run, report
from eyebox_models.evaluation.samples import Given, Sample, Target

SQUARE = (0.0, 0.0, 10.0, 10.0)


@pytest.mark.parametrize(
    ("wins", "losses", "p"),
    [
        (0, 0, 1.0),
        (5, 0, 0.0625),
        (6, 0, 0.03125),
        (0, 6, 0.03125),
        (1, 7, 18 / 256),
        (5, 5, 1.0),
        (3000, 3000, 1.0),
    ],
)
def test_mcnemar_by_hand(wins, losses, p):
    assert intervals.mcnemar(wins, losses) == pytest.approx(p)


def test_holm_by_hand():
    assert intervals.holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert intervals.holm([0.5, 0.9]) == [1.0, 1.0]
    assert intervals.holm([]) == []


def test_how_many_pictures_would_tell():
    # the exact test finds a split of 3 : 1 four times of five from 35 disagreements on
    assert intervals.needed_by_disagreements(4, 89) == 35 / (4.5 / 90)
    assert intervals.needed_by_disagreements(0, 99) == 7000
    spread = np.array([-0.1, 0.1])
    wanted = 50 * (2.80158 * 0.1 / 0.02) ** 2
    assert intervals.needed_by_spread(0.02, spread, 50) == math.ceil(wanted)
    assert intervals.needed_by_spread(0.0, spread, 50) is None


def test_draws_are_the_same_every_time_and_stay_within_their_kind():
    tops = np.array([1.0, 0.0, 1.0, 0.0])
    share = intervals.resampled([lambda rows: rows @ tops / rows.sum(axis=1)], 4)
    assert share.shape == (1, intervals.RESAMPLES)
    assert (share == intervals.resampled([lambda rows: rows @ tops / rows.sum(axis=1)], 4)).all()
    whole = intervals.resampled([lambda rows: rows[:, :2].sum(axis=1)], 4, ["a", "a", "b", "b"])
    assert (whole == 2).all()


def test_intervals_of_a_binomial_are_those_of_its_quantiles():
    """60 of 200 pictures are right: resampled shares are binomial, with known quantiles."""
    tops = np.array([1.0] * 60 + [0.0] * 140)
    drawn = intervals.resampled([lambda rows: rows @ tops / 200], 200)[0]
    low, high = intervals.interval(drawn)
    assert drawn.mean() == pytest.approx(0.3, abs=4 * math.sqrt(0.21 / 200 / 2000))
    assert (low, high) == (pytest.approx(0.2375, abs=0.006), pytest.approx(0.365, abs=0.006))


def clustered(random, pictures):
    """Boxes that are right or wrong together: each picture has an accuracy of its own (beta) for its boxes."""
    counts = random.integers(1, 20, pictures)
    own = random.beta(0.6 * 1.5, 0.4 * 1.5, pictures)
    return random.binomial(counts, own).astype(float), counts.astype(float)


def test_intervals_cover_what_they_claim_where_boxes_come_in_clusters():
    """Of 400 made sets 95 % of the intervals hold the truth, within three binomial errors; drawing boxes covers far less."""
    random = np.random.default_rng(5)
    sets, truth, pictures = 400, 0.6, 120
    by_picture = by_box = 0
    for _ in range(sets):
        tops, bottoms = clustered(random, pictures)
        rows = np.random.default_rng(1).multinomial(pictures, [1 / pictures] * pictures, size=600)
        low, high = intervals.interval((rows @ tops) / (rows @ bottoms))
        by_picture += low <= truth <= high
        total = int(bottoms.sum())
        low, high = intervals.interval(random.binomial(total, tops.sum() / total, 600) / total)
        by_box += low <= truth <= high
    error = math.sqrt(0.95 * 0.05 / sets)
    assert abs(by_picture / sets - 0.95) < 3 * error
    assert by_box / sets < 0.85


def yes_no(right_of_first, right_of_second):
    samples, runs = [], ({}, {})
    for n, (one, other) in enumerate(zip(right_of_first, right_of_second, strict=True)):
        samples.append(Sample(str(n), f"{n}.png", targets=(Target("it", SQUARE),)))
        for given, right in zip(runs, (one, other), strict=True):
            given[str(n)] = Given(str(n), boxes=(Target("it", SQUARE if right == "1" else (90, 90, 99, 99)),))
    return samples, [Run("a", "bf16", runs[0]), Run("a", "int4", runs[1])]


def test_a_difference_is_said_only_when_it_is_none_of_chance():
    samples, runs = yes_no("11111111" + "1" * 20, "00000011" + "1" * 20)
    (pair,) = report(samples, runs, ["accuracy@0.5"]).comparisons
    assert (pair.wins, pair.losses, pair.ties, pair.p, pair.verdict) == (6, 0, 22, 0.03125, "first")
    assert pair.difference == pytest.approx(6 / 28)
    assert pair.differing == tuple(f"{n}.png" for n in range(6))
    samples, runs = yes_no("11111" + "1" * 20, "00000" + "1" * 20)
    (pair,) = report(samples, runs, ["accuracy@0.5"]).comparisons
    assert (pair.p, pair.verdict, pair.needed) == (0.0625, "too few", math.ceil(35 / (5.5 / 26)))
    samples, runs = yes_no("1111000" + "1" * 20, "0000111" + "1" * 20)
    (pair,) = report(samples, runs, ["accuracy@0.5"]).comparisons
    assert (pair.p, pair.verdict) == (1.0, "no difference")


def test_several_pairs_are_judged_by_holm():
    """6 to 0 is 0.03 alone, and 0.09 as the smallest of three."""
    samples, (one, other) = yes_no("111111" + "1" * 20, "000000" + "1" * 20)
    found = report(samples, [one, other, one], ["accuracy@0.5"]).comparisons
    assert [pair.verdict for pair in found] == ["no difference", "too few", "no difference"]
    assert found[0].adjusted == pytest.approx(3 * 0.03125)


def test_what_is_no_yes_or_no_is_resampled():
    samples = [Sample(str(n), f"{n}.png", answers=("0123456789",)) for n in range(40)]
    good = Run(
        "a", "bf16", {s.id: Given(s.id, "0123456789" if n % 4 else "01234x") for n, s in enumerate(samples)}
    )
    bad = Run(
        "a", "int4", {s.id: Given(s.id, "01234567" if n % 2 else "012345xx") for n, s in enumerate(samples)}
    )
    found = report(samples, [good, bad], ["cer", "exact"])
    (pair,) = found.comparisons
    assert (pair.wins, pair.losses, pair.ties) == (30, 10, 0)
    assert found.models[0].figures[0].value == pytest.approx(10 * 5 / 400)
    assert pair.difference == pytest.approx((10 * 5 - 20 * 2 - 20 * 4) / 400)
    assert pair.low < pair.difference < pair.high < 0
    assert pair.verdict == "first"
    assert pair.p == pytest.approx(2 / 2001)
