"""What is counted, against figures made by hand and against the judges that others use."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest

from eyebox_models.evaluation import wording
from eyebox_models.evaluation.boxing import AveragePrecision, coco_precision
from eyebox_models.evaluation.metrics import METRICS
from eyebox_models.evaluation.report import Run, model_figures
from eyebox_models.evaluation.samples import Given, Sample, Target


def value(name, *pairs):
    samples = [sample for sample, _ in pairs]
    run = Run("m", "bf16", {given.id: given for _, given in pairs})
    return model_figures(samples, run, [name]).figures[0].value


def text_pair(number, said, *answers, kind="", picture=""):
    return (
        Sample(str(number), picture or f"{number}.png", "?", answers=answers, kind=kind),
        Given(str(number), said),
    )


def box_pair(number, said, truth, raw="", size=(1000, 1000)):
    sample = Sample(str(number), f"{number}.png", targets=tuple(Target(n, c) for n, c in truth), size=size)
    return sample, Given(str(number), raw=raw, boxes=tuple(Target(n, c) for n, c in said))


SQUARE = (0.0, 0.0, 10.0, 10.0)
HALF = (0.0, 0.0, 10.0, 5.0)
LESS = (0.0, 0.0, 10.0, 4.9)
AWAY = (50.0, 50.0, 60.0, 60.0)


def test_the_first_box_counts_from_an_iou_of_a_half_on():
    pairs = [
        box_pair(1, [("dog", HALF)], [("dog", SQUARE)]),
        box_pair(2, [("dog", LESS)], [("dog", SQUARE)]),
        box_pair(3, [("dog", AWAY), ("dog", SQUARE)], [("dog", SQUARE)]),
        box_pair(4, [], [("dog", SQUARE)]),
        box_pair(5, [("hound", SQUARE)], [("dog", SQUARE)]),
    ]
    assert value("accuracy@0.5", *pairs) == 2 / 5
    assert value("accuracy@0.75", *pairs) == 1 / 5


def test_of_several_names_each_has_its_own_first_box():
    truth = [("dog", SQUARE), ("cat", AWAY), ("cat", (80, 80, 90, 90))]
    said = [("The cat.", (80, 80, 90, 90)), ("dog", AWAY), ("Dog", SQUARE)]
    assert value("accuracy@0.5", box_pair(1, said, truth)) == 1 / 2


def test_the_scripts_of_two_families_divide_by_numbers_of_their_own():
    edge = [("it", (0.0, 0.0, 100.0, 50.025))]
    qwen = box_pair(1, [], edge, raw="<ref>it</ref><box>(0,0),(100,100)</box>")
    internvl = box_pair(2, [], edge, raw="it[[0, 0, 100, 100]]")
    # 100 of 999 parts are 100.1 pixels: the union grows just beyond twice the truth
    assert value("accuracy@0.5/1000", qwen, internvl) == 1.0
    assert value("accuracy@0.5/999", qwen, internvl) == 0.0
    assert value("accuracy@0.5/1000", box_pair(3, [], edge, raw="nothing")) == 0.0


def test_precision_recall_and_f1_are_sums_over_all_pictures():
    pairs = [
        box_pair(1, [("a", SQUARE), ("a", AWAY), ("b", SQUARE)], [("a", SQUARE), ("b", SQUARE)]),
        box_pair(2, [], [("a", SQUARE)]),
        box_pair(3, [("a", SQUARE)], [("b", SQUARE), ("c", SQUARE)]),
    ]
    assert value("precision@0.5", *pairs) == 2 / 4
    assert value("recall@0.5", *pairs) == 2 / 5
    assert value("f1@0.5", *pairs) == 4 / 9


def test_what_is_said_in_a_crowd_is_not_counted():
    sample, given = box_pair(
        1, [("a", SQUARE), ("a", (50, 50, 56, 56)), ("a", (55, 55, 75, 75))], [("a", SQUARE)]
    )
    crowd = Sample("1", "1.png", targets=sample.targets, crowds=(Target("a", AWAY),))
    assert value("precision@0.5", (sample, given)) == 1 / 3
    assert value("precision@0.5", (crowd, given)) == 1 / 2


def test_character_error_rate_is_all_edits_by_all_letters():
    pairs = [text_pair(1, "kitten", "sitting"), text_pair(2, "a  b\nc ", "a b c"), text_pair(3, "", "猫猫猫")]
    assert value("cer", *pairs) == (3 + 0 + 3) / (7 + 5 + 3)


def test_exact_match():
    assert wording.exact(" Two  Dogs. ", ["two dogs"])
    assert not wording.exact("two dog", ["two dogs"])
    assert value("exact", text_pair(1, "Yes", "yes"), text_pair(2, "no", "yes")) == 0.5


@pytest.mark.parametrize(
    ("said", "answers", "expected"),
    [
        ("3", ["3", "three"], 1.0),
        ("Hello", ["hello"], 1.0),
        ("helo", ["hello"], 0.8),
        ("heko", ["hello"], 0.6),
        ("abcd", ["abxy"], 0.0),
        ("abcde", ["abcxy"], 0.6),
        ("", ["a"], 0.0),
    ],
)
def test_anls_is_nothing_from_a_distance_of_a_half_on(said, answers, expected):
    assert wording.anls(said, answers) == pytest.approx(expected)


def test_the_soft_score_of_vqa():
    ten = ["dakota"] * 2 + ["dakota digital"] * 8
    # said by two: leaving one of them out leaves one (1/3), leaving another out leaves two (2/3)
    assert wording.vqa_score("Dakota", ten) == pytest.approx((2 * 1 / 3 + 8 * 2 / 3) / 10)
    assert wording.vqa_score("the dakota-digital", ten) == 1.0
    assert wording.vqa_score("nokia", ten) == 0.0
    assert wording.vqa_score("dont", ["don't"] * 10) == 1.0
    assert wording.vqa_score("Two", ["2"] * 3 + ["1"] * 7) == pytest.approx((3 * 2 / 3 + 7 * 1) / 10)
    assert wording.vqa_score("3.5", ["3.5"] * 10) == 1.0


def test_ocrbench_gives_a_point_for_each_answer_that_holds_the_right_one():
    pairs = [
        text_pair(1, "It says CENTRE.", "centre", kind="IIIT5K"),
        text_pair(2, "a b", "ab", kind="HME100k"),
        text_pair(3, "AB", "ab", kind="HME100k"),
        text_pair(4, "a b", "ab", kind="SVT"),
    ]
    assert value("ocrbench", *pairs) == 2.0


def test_mme_counts_questions_pictures_and_tasks():
    pairs = [
        text_pair(1, "Yes.", "Yes", kind="existence", picture="a"),
        text_pair(2, "no", "No", kind="existence", picture="a"),
        text_pair(3, "yes", "Yes", kind="existence", picture="b"),
        text_pair(4, "I think so", "No", kind="existence", picture="b"),
        text_pair(5, "No", "Yes", kind="code_reasoning", picture="c"),
        text_pair(6, "No", "No", kind="code_reasoning", picture="c"),
    ]
    assert value("mme_accuracy", *pairs) == 4 / 6
    assert value("mme_accuracy+", *pairs) == pytest.approx(1 / 3)
    assert value("mme_perception", *pairs) == pytest.approx(75 + 50)
    assert value("mme_cognition", *pairs) == pytest.approx(50 + 0)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("B", "B"),
        ("(c) the cat", "C"),
        ("The answer is D.", "D"),
        ("a", "A"),
        ("A cat", "A"),
        ("dog", ""),
        ("", ""),
    ],
)
def test_the_letter_of_a_choice(said, expected):
    assert wording.letter(said) == expected


def boxes_of(drawn, count, score=False):
    made = []
    for _ in range(count):
        x, y = drawn.uniform(0, 60), drawn.uniform(0, 60)
        label = drawn.choice("abc")
        made.append(
            Target(
                label,
                (x, y, x + drawn.uniform(10, 40), y + drawn.uniform(10, 40)),
                drawn.random() if score else None,
            )
        )
    return tuple(made)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("scored", [True, False])
def test_average_precision_is_that_of_faster_coco_eval(seed, scored):
    drawn = random.Random(seed)
    pictures = []
    for n in range(12):
        truth = boxes_of(drawn, drawn.randrange(0, 6))
        near = [
            Target(
                t.label,
                tuple(v + drawn.uniform(-4, 4) for v in t.corners),
                drawn.random() if scored else None,
            )
            for t in truth
            if drawn.random() < 0.8
        ]
        said = (*near, *boxes_of(drawn, drawn.randrange(0, 3), scored))
        crowds = boxes_of(drawn, n % 3 == 0)
        sample = Sample(str(n), f"{n}.png", targets=truth, crowds=crowds)
        pictures.append([(sample, Given(str(n), boxes=said))])
    judge = coco_precision(pictures)
    once = np.ones((1, len(pictures)))
    assert AveragePrecision(pictures).of(once)[0] == pytest.approx(judge["ap"], abs=1e-9)
    assert AveragePrecision(pictures, (0.5,)).of(once)[0] == pytest.approx(judge["ap50"], abs=1e-9)


def test_a_picture_that_counts_twice_is_as_if_it_were_there_twice():
    drawn = random.Random(3)
    pictures = []
    for n in range(6):
        truth = boxes_of(drawn, 3)
        said = tuple(Target(t.label, t.corners, drawn.random()) for t in truth[:2]) + boxes_of(drawn, 1, True)
        pictures.append([(Sample(str(n), f"{n}.png", targets=truth), Given(str(n), boxes=said))])
    weights = np.array([[2, 0, 1, 1, 0, 2]])
    copies = [pictures[n] for n in range(6) for _ in range(weights[0, n])]
    assert AveragePrecision(pictures).of(weights)[0] == pytest.approx(
        AveragePrecision(copies).of(np.ones((1, 6)))[0], abs=0.02
    )


def test_nothing_said_and_nothing_wanted():
    wanted = [[box_pair(1, [], [("a", SQUARE)])]]
    assert coco_precision(wanted) == {"ap": 0.0, "ap50": 0.0}
    assert AveragePrecision(wanted).of(np.ones((1, 1)))[0] == 0.0
    assert all(math.isnan(found) for found in coco_precision([[box_pair(1, [("a", SQUARE)], [])]]).values())
    assert value("precision@0.5", box_pair(1, [], [("a", SQUARE)])) is None


def test_every_metric_has_its_name():
    assert all(name == metric.name for name, metric in METRICS.items())
