"""What is counted: a table of metrics, each a sum over pictures divided by another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from eyebox_models.evaluation import wording
from eyebox_models.evaluation.boxing import (
    Found,
    first_boxes,
    first_numbers,
    found_boxes,
    overlap_of_boxes,
)
from eyebox_models.evaluation.samples import Given, Pairs, Sample, Task

Parts = Mapping[str, tuple[float, float]]
"""Numerators and denominators of one picture by stratum; most metrics have the one stratum ""."""

PERCEPTION = (
    "existence", "count", "position", "color", "posters", "celebrity", "scene", "landmark", "artwork", "OCR",
)  # fmt: skip
COGNITION = ("commonsense_reasoning", "numerical_calculation", "text_translation", "code_reasoning")


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric: over all pictures, `scale` times the sum over strata of summed numerators by summed denominators.

    `count` is None for COCO's AP, which is no such sum. `points`: the scale is the number of samples besides.
    `by_kind`: the strata are kinds of pictures, each of which a resample has as many of.
    """

    name: str
    tasks: tuple[Task, ...]
    count: Callable[[Pairs], Parts] | None
    lower_is_better: bool = False
    scale: float = 1.0
    points: bool = False
    by_kind: bool = False


def _each(count: Callable[[Sample, Given], tuple[float, float]]) -> Callable[[Pairs], Parts]:
    """What is counted of every sample, summed over those of a picture."""

    def of_picture(pairs: Pairs) -> Parts:
        counted = [count(sample, given) for sample, given in pairs]
        return {"": (sum(top for top, _ in counted), sum(bottom for _, bottom in counted))}

    return of_picture


def _share(score: Callable[[Sample, Given], float]) -> Callable[[Pairs], Parts]:
    """A score from 0 to 1 of every sample."""
    return _each(lambda sample, given: (float(score(sample, given)), 1))


def _boxes(parts: Callable[[Found], tuple[float, float]], threshold: float) -> Callable[[Pairs], Parts]:
    return _each(lambda sample, given: parts(found_boxes(sample, given, threshold)))


def _letters(sample: Sample, given: Given) -> tuple[float, float]:
    """Edits and letters of the wanted text; of several answers the nearest."""
    said = wording.plain(given.text)
    wanted = [wording.plain(answer) for answer in sample.answers] or [""]
    edits, length = min((wording.edits(said, text), len(text)) for text in wanted)
    return edits, length


def _mme_right(sample: Sample, given: Given) -> bool:
    return bool(sample.answers) and wording.yes_or_no(given.text) == sample.answers[0].strip().lower()


def _mme_both(pairs: Pairs) -> Parts:
    """Accuracy+: both questions of a picture right."""
    return {"": (float(all(_mme_right(*pair) for pair in pairs)), 1)}


def _mme_score(kinds: Sequence[str], pairs: Pairs) -> Parts:
    """Accuracy and accuracy+ of each task, which MME adds up, times 100."""
    parts: dict[str, tuple[float, float]] = {}
    for kind in dict.fromkeys(sample.kind for sample, _ in pairs if sample.kind in kinds):
        right = [_mme_right(*pair) for pair in pairs if pair[0].kind == kind]
        parts[kind] = (sum(right), len(right))
        parts[f"{kind}+"] = (float(all(right)), 1)
    return parts


def _chosen(sample: Sample, given: Given) -> bool:
    return wording.letter(given.text) in sample.answers


def _precision(found: Found) -> tuple[float, float]:
    return found.right, found.said


def _recall(found: Found) -> tuple[float, float]:
    return found.right, found.wanted


def _f1(found: Found) -> tuple[float, float]:
    return 2 * found.right, found.said + found.wanted


def _at(name: str, threshold: float) -> Iterable[Metric]:
    yield Metric(f"precision@{name}", ("ground",), _boxes(_precision, threshold))
    yield Metric(f"recall@{name}", ("ground",), _boxes(_recall, threshold))
    yield Metric(f"f1@{name}", ("ground",), _boxes(_f1, threshold))


METRICS: Mapping[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric("accuracy@0.5", ("ground",), _each(partial(first_boxes, threshold=0.5))),
        Metric("accuracy@0.5/999", ("ground",), _each(partial(first_numbers, threshold=0.5, whole=999))),
        Metric("accuracy@0.5/1000", ("ground",), _each(partial(first_numbers, threshold=0.5, whole=1000))),
        Metric("accuracy@0.75", ("ground",), _each(partial(first_boxes, threshold=0.75))),
        *_at("0.5", 0.5),
        *_at("0.75", 0.75),
        Metric("iou", ("ground",), _each(overlap_of_boxes)),
        Metric("ap", ("ground",), None),
        Metric("ap50", ("ground",), None),
        Metric("cer", ("read", "vqa"), _each(_letters), lower_is_better=True),
        Metric("exact", ("read", "vqa"), _share(lambda s, g: wording.exact(g.text, s.answers))),
        Metric("anls", ("read", "vqa"), _share(lambda s, g: wording.anls(g.text, s.answers))),
        Metric("vqa", ("vqa",), _share(lambda s, g: wording.vqa_score(g.text, s.answers))),
        Metric(
            "ocrbench",
            ("vqa",),
            _share(lambda s, g: wording.ocr_bench(g.text, s.answers, s.kind)),
            points=True,
        ),
        Metric("choice", ("vqa",), _share(_chosen)),
        Metric("mme_accuracy", ("vqa",), _share(_mme_right)),
        Metric("mme_accuracy+", ("vqa",), _mme_both),
        Metric("mme_perception", ("vqa",), partial(_mme_score, PERCEPTION), scale=100, by_kind=True),
        Metric("mme_cognition", ("vqa",), partial(_mme_score, COGNITION), scale=100, by_kind=True),
    )
}
"""All metrics by name; the first of those that are asked for is the one that two models are compared by."""

USUAL: Mapping[Task, tuple[str, ...]] = {
    "ground": ("accuracy@0.5", "precision@0.5", "recall@0.5", "f1@0.5", "ap", "ap50"),
    "read": ("cer", "exact"),
    "vqa": ("exact", "anls"),
}
"""What is counted where nobody says and the set defines nothing else."""
