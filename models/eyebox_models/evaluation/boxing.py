"""How well boxes were found: the first box, matched boxes, and COCO's average precision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eyebox_models.evaluation.matching import Corners, iou, match, share_inside
from eyebox_models.evaluation.samples import Given, Pairs, Sample, Target

if TYPE_CHECKING:
    from numpy.typing import NDArray

THRESHOLDS = tuple(n / 100 for n in range(50, 100, 5))
"""The IoUs that COCO's AP averages over."""
RECALLS = 101
MOST_BOXES = 100
"""So many boxes of a picture and a label COCO's evaluation looks at."""

_FOUR_NUMBERS = re.compile(
    r"\(\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\)\s*,\s*\(\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\)"
    r"|\[\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\]"
)


def first_boxes(sample: Sample, given: Given, threshold: float) -> tuple[int, int]:
    """How many names of a sample were put in the right place, and how many there are.

    As RefCOCO is counted: only the first box counts, and it is right with an IoU of at least 0.5 (Yu et al. 2016). A name
    that several boxes of the truth have is right where the first box meets one of them.
    """
    right = 0
    for label in sample.labels:
        box = next((box for box in given.boxes if _means(sample, box.label, label)), None)
        right += box is not None and any(
            iou(box.corners, target.corners) >= threshold
            for target in sample.targets
            if target.label == label
        )
    return right, len(sample.labels)


def first_numbers(sample: Sample, given: Given, threshold: float, whole: int) -> tuple[int, int]:
    """The same from the first four numbers of the text, as the families' own scripts take them: shares of `whole`.

    `evaluate_grounding.py` of Qwen-VL divides `(x1,y1),(x2,y2)` by 999, that of InternVL `[x1, y1, x2, y2]` by 1000.
    """
    found = _FOUR_NUMBERS.search(given.raw or given.text)
    if found is None or not sample.targets:
        return 0, 1
    try:
        x1, y1, x2, y2 = (float(number) for number in found.groups() if number is not None)
    except ValueError:
        return 0, 1
    across, down = (side / whole for side in sample.size)
    corners = (x1 * across, y1 * down, x2 * across, y2 * down)
    return int(iou(corners, sample.targets[0].corners) >= threshold), 1


@dataclass(frozen=True, slots=True)
class Found:
    """How boxes of one picture agree with its truth."""

    right: int
    said: int
    wanted: int


def found_boxes(sample: Sample, given: Given, threshold: float) -> Found:
    """Boxes that were matched one to one with those of the truth of the same name; the others in a crowd are not counted."""
    names = [_name(sample, box.label) for box in given.boxes]
    right = match(
        [box.corners for box in given.boxes],
        [target.corners for target in sample.targets],
        threshold=threshold,
        scores=[box.score for box in given.boxes],
        labels=(names, [target.label for target in sample.targets]),
    )
    matched = {one.first for one in right}
    ignored = [
        n
        for n, (name, box) in enumerate(zip(names, given.boxes, strict=True))
        if n not in matched
        and _in_a_crowd(box, [one for one in sample.crowds if one.label == name], threshold)
    ]
    return Found(len(right), len(given.boxes) - len(ignored), len(sample.targets))


class AveragePrecision:
    """COCO's AP over many pictures, for any weights of them: matched once, by COCO's rule, and counted anew each time.

    Lin et al., "Microsoft COCO" (2014): precision at 101 recalls, made never to rise, averaged over IoUs and labels.
    Boxes without scores keep the order in which they were said.
    """

    def __init__(self, pictures: Sequence[Pairs], thresholds: Sequence[float] = THRESHOLDS) -> None:
        """`pictures`: the samples of each picture with what was said to them."""
        import numpy as np

        self._thresholds = thresholds
        wanted: dict[str, dict[int, int]] = {}
        said: dict[str, list[tuple[float, int, int]]] = {}
        matched: dict[str, list[list[bool]]] = {}
        ignored: dict[str, list[list[bool]]] = {}
        for place, pairs in enumerate(pictures):
            for label, (boxes, targets, crowds) in _by_label(pairs).items():
                if targets:
                    wanted.setdefault(label, {})[place] = len(targets)
                scores = [1.0 if box.score is None else box.score for box in boxes]
                surest = sorted(zip(scores, boxes, strict=True), key=lambda pair: -pair[0])[:MOST_BOXES]
                corners = [box.corners for _, box in surest]
                sure = [score for score, _ in surest]
                truth = [target.corners for target in targets]
                hits = [
                    {one.first for one in match(corners, truth, threshold=at, scores=sure)}
                    for at in thresholds
                ]
                for n, (score, box) in enumerate(surest):
                    said.setdefault(label, []).append((-score, place, n))
                    matched.setdefault(label, []).append([n in of_one for of_one in hits])
                    ignored.setdefault(label, []).append([_in_a_crowd(box, crowds, at) for at in thresholds])
        self._labels: list[tuple[Any, Any, Any, Any, Any]] = []
        for label, counts in wanted.items():
            boxes_of = said.get(label, [])
            in_order = [n for _, n in sorted((box, n) for n, box in enumerate(boxes_of))]
            shape = (-1, len(thresholds))
            hit = np.array([matched[label][n] for n in in_order], bool).reshape(shape)
            counted = ~np.array([ignored[label][n] for n in in_order], bool).reshape(shape) | hit
            self._labels.append(
                (
                    np.array([boxes_of[n][1] for n in in_order], int),
                    [np.flatnonzero(of_one) for of_one in hit.T],
                    None if counted.all() else counted.T,
                    np.array([*counts], int),
                    np.array([*counts.values()], float),
                )
            )

    def of(self, weights: NDArray[Any]) -> NDArray[Any]:
        """The AP for each row of weights, in which picture n counts `weights[row, n]` times.

        Not a number where nothing was to be found.
        """
        import numpy as np

        total = np.zeros(len(weights))
        labels = np.zeros(len(weights))
        for places, hits, counted, owners, counts in self._labels:
            wanted = weights[:, owners] @ counts
            there = wanted > 0
            weight = weights[:, places][there]
            said = np.maximum(np.cumsum(weight, axis=1), 1e-12)
            for n, hit in enumerate(hits):
                if counted is not None:
                    said = np.maximum(np.cumsum(weight * counted[n], axis=1), 1e-12)
                right = np.cumsum(
                    weight[:, hit], axis=1
                )  # precision is highest, and recall rises, at right ones only
                total[there] += _areas(right / wanted[there, None], right / said[:, hit])
            labels += there
        with np.errstate(invalid="ignore"):
            return np.asarray(total / labels / len(self._thresholds))


def coco_precision(pictures: Sequence[Pairs]) -> dict[str, float]:
    """AP and AP at IoU 0.5 of boxes by faster-coco-eval; not a number where nothing was to be found."""
    from faster_coco_eval import COCO, COCOeval_faster

    labels: dict[str, int] = {}
    truth: list[dict[str, Any]] = []
    said: list[dict[str, Any]] = []
    for place, pairs in enumerate(pictures, 1):
        for label, (boxes, targets, crowds) in _by_label(pairs).items():
            category = labels.setdefault(label, len(labels) + 1)
            truth += [
                {
                    **_annotation(target.corners, place, category),
                    "id": len(truth) + n,
                    "iscrowd": int(n > len(targets)),
                }
                for n, target in enumerate((*targets, *crowds), 1)
            ]
            said += [
                {
                    **_annotation(box.corners, place, category),
                    "score": 1.0 if box.score is None else box.score,
                }
                for box in boxes
            ]
    if not truth or not said:
        nothing = 0.0 if truth else float("nan")
        return {"ap": nothing, "ap50": nothing}
    ground = COCO(
        {
            "images": [{"id": place} for place in range(1, len(pictures) + 1)],
            "categories": [{"id": number, "name": label} for label, number in labels.items()],
            "annotations": truth,
        }
    )
    judge = COCOeval_faster(ground, ground.loadRes(said), iouType="bbox", print_function=lambda *_text: None)
    judge.run()
    return {"ap": float(judge.stats[0]), "ap50": float(judge.stats[1])}


def overlap_of_boxes(sample: Sample, given: Given) -> tuple[float, int]:
    """The IoUs of all boxes of the truth with those that were said for them, summed (0 for none), and how many there are."""
    found = match(
        [box.corners for box in given.boxes],
        [target.corners for target in sample.targets],
        threshold=0.0,
        labels=(
            [_name(sample, box.label) for box in given.boxes],
            [target.label for target in sample.targets],
        ),
    )
    return sum(pair.iou for pair in found), len(sample.targets)


def _annotation(corners: Corners, place: int, category: int) -> dict[str, Any]:
    x1, y1, x2, y2 = map(float, corners)
    box = [x1, y1, x2 - x1, y2 - y1]
    return {"image_id": place, "category_id": category, "bbox": box, "area": box[2] * box[3]}


def _by_label(pairs: Pairs) -> dict[str, tuple[list[Target], list[Target], list[Target]]]:
    """What was said, what is true, and crowds of a picture, by the names of the truth (of what has none of them by its own)."""
    labels: dict[str, tuple[list[Target], list[Target], list[Target]]] = {}
    for sample, given in pairs:
        for box in given.boxes:
            labels.setdefault(_name(sample, box.label), ([], [], []))[0].append(box)
        for place, known in ((1, sample.targets), (2, sample.crowds)):
            for target in known:
                labels.setdefault(target.label, ([], [], []))[place].append(target)
    return labels


def _in_a_crowd(box: Target, crowds: Sequence[Target], threshold: float) -> bool:
    return any(share_inside(box.corners, crowd.corners) >= threshold for crowd in crowds)


def _areas(recall: NDArray[Any], precision: NDArray[Any]) -> NDArray[Any]:
    """Under each row's curve: at a recall, the best precision of any box from the first on that reaches it."""
    import numpy as np

    grid = np.linspace(0, 1, RECALLS)
    falling = np.maximum.accumulate(precision[:, ::-1], axis=1)[:, ::-1]
    reached = np.minimum((recall * (RECALLS - 1) + 1e-9).astype(np.int32), RECALLS - 1)
    reached += grid[reached] <= recall
    return np.asarray((falling * np.diff(reached, axis=1, prepend=0)).sum(axis=1) / RECALLS)


def _plain(label: str) -> str:
    return label.strip().strip(".\"'").casefold().removeprefix("the ").strip()


def _name(sample: Sample, label: str) -> str:
    """The name of the truth that a model means: the only one there is, else that which is written alike."""
    labels = sample.labels
    if len(labels) == 1:
        return labels[0]
    return next((one for one in labels if _plain(one) == _plain(label)), label)


def _means(sample: Sample, said: str, label: str) -> bool:
    return _name(sample, said) == label
