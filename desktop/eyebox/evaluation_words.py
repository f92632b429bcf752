"""How the evaluation says models, metrics and differences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.evaluation import Comparison, EvaluationReport, Figure

translate = QCoreApplication.translate

PRECISIONS = {"auto": "", "bf16": "BF16", "fp16": "FP16", "fp32": "FP32", "int8": "Int8", "int4": "Int4"}
OF_ONE = ("ocrbench", "mme_perception", "mme_cognition")
"""Metrics that are points, all others are shares."""


def precision(name: str) -> str:
    return translate("Evaluation", "Auto") if name == "auto" else PRECISIONS.get(name, name)


def model(name: str) -> str:
    return translate("Evaluation", "Built-in reader") if name == "reader" else ModelRef(name).short_name


def metric(name: str) -> str:
    """What a metric is called."""
    kind, _, least = name.partition("@")
    if least and kind in ("accuracy", "precision", "recall", "f1"):
        words = {
            "accuracy": translate("Evaluation", "Accuracy at an IoU of %1"),
            "precision": translate("Evaluation", "Precision at an IoU of %1"),
            "recall": translate("Evaluation", "Recall at an IoU of %1"),
            "f1": translate("Evaluation", "F1 at an IoU of %1"),
        }
        return words[kind].replace("%1", least)
    return {
        "ap": translate("Evaluation", "AP (COCO, IoU 0.5 to 0.95)"),
        "ap50": translate("Evaluation", "AP at an IoU of 0.5"),
        "cer": translate("Evaluation", "Character error rate"),
        "exact": translate("Evaluation", "Exact match"),
        "anls": "ANLS",
        "iou": "IoU",
        "vqa": translate("Evaluation", "Accuracy (VQA)"),
        "choice": translate("Evaluation", "Right choices"),
        "ocrbench": translate("Evaluation", "OCRBench points"),
        "mme_accuracy": translate("Evaluation", "Accuracy (MME)"),
        "mme_accuracy+": translate("Evaluation", "Accuracy+ (MME)"),
        "mme_perception": translate("Evaluation", "Perception (MME)"),
        "mme_cognition": translate("Evaluation", "Cognition (MME)"),
    }.get(name, name)


def short_metric(name: str) -> str:
    """A metric as the head of a narrow column."""
    kind, _, least = name.partition("@")
    if least and kind in ("accuracy", "precision", "recall", "f1"):
        words = {
            "accuracy": translate("Evaluation", "Accuracy @%1"),
            "precision": translate("Evaluation", "Precision @%1"),
            "recall": translate("Evaluation", "Recall @%1"),
            "f1": "F1 @%1",
        }
        return words[kind].replace("%1", least)
    return {"ap": "AP", "ap50": "AP50", "cer": "CER", "vqa": "VQA", "ocrbench": "OCRBench"}.get(
        name
    ) or metric(name)


def value(name: str, number: float | None) -> str:
    """A value of a metric: shares in percent, points as they are."""
    if number is None:
        return "–"
    locale = QLocale()
    if name in OF_ONE:
        return locale.toString(number, "f", 1)
    return locale.toString(number * 100, "f", 1) + " %"


def figure(one: Figure) -> str:
    """A value with the ends of its interval: "92.9 % (76.9 – 100.0)"."""
    ends = interval(one)
    return f"{value(one.metric, one.value)} ({ends})" if ends else value(one.metric, one.value)


def interval(one: Figure) -> str:
    """The ends of an interval: "76.9 – 100.0"; "" for none."""
    if one.value is None or one.low is None or one.high is None:
        return ""
    return " – ".join(value(one.metric, end).removesuffix(" %") for end in (one.low, one.high))


def names(report: EvaluationReport) -> list[str]:
    """What each model is called, with its precision."""
    return [f"{model(one.model)} {precision(one.precision)}".strip() for one in report.models]


class Sentences(QObject):
    """Texts with counts: they are collected for translation from `tr` of an object only."""

    def counts(self, pair: Comparison) -> str:
        """Wins, losses and ties of the better one, else of the first, and how likely so uneven a split is by chance."""
        p = QLocale().toString(pair.adjusted, "g", 2)
        won, lost = (pair.losses, pair.wins) if pair.verdict == "second" else (pair.wins, pair.losses)
        wins, losses = self.tr("%n win(s)", "", won), self.tr("%n loss(es)", "", lost)
        ties = self.tr("%n tie(s)", "", pair.ties)
        return f"{metric(pair.metric)}: {wins}, {losses}, {ties}, p = {p}"

    def would_tell(self, pair: Comparison) -> str:
        return self.tr("About %n picture(s) would tell.", "", pair.needed) if pair.needed else ""

    def difference(self, report: EvaluationReport, pair: Comparison) -> str:
        """What two models' answers say, and no more than that."""
        first, second = report.models[pair.first], report.models[pair.second]
        one, other = (names(report)[place] for place in (pair.first, pair.second))
        if pair.verdict in ("first", "second"):
            better, worse = (one, other) if pair.verdict == "first" else (other, one)
            if first.model == second.model and first.precision != second.precision:
                hurts = second if pair.verdict == "first" else first
                text = self.tr("%1 hurts on your pictures: %2 is better.")
                text = text.replace("%1", precision(hurts.precision)).replace("%2", better)
            else:
                text = (
                    self.tr("%1 is better than %2 on your pictures.")
                    .replace("%1", better)
                    .replace("%2", worse)
                )
        elif pair.verdict == "too few":
            text = self.tr("Too few pictures to tell %1 from %2: they differ on %3 of %4.")
            differ = pair.wins + pair.losses
            for place, part in enumerate((one, other, f"{differ:,}", f"{differ + pair.ties:,}"), 1):
                text = text.replace(f"%{place}", part)
            text = f"{text} {self.would_tell(pair)}"
        else:
            text = (
                self.tr("No difference between %1 and %2 is shown.").replace("%1", one).replace("%2", other)
            )
            text = f"{text} {self.would_tell(pair)}"
        return text.strip()


def spoken_figures(report: EvaluationReport, name: str) -> str:
    """The values of one metric, model after model, for a screen reader."""
    called = names(report)
    found = [
        f"{called[place]}: {figure(one)}"
        for place, model_figures in enumerate(report.models)
        for one in model_figures.figures
        if one.metric == name
    ]
    return "; ".join(found)


def metrics_of(report: EvaluationReport) -> Sequence[str]:
    return [one.metric for one in report.models[0].figures] if report.models else []
