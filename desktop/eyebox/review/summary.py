"""The page of a review's summary: how right the model was, how much had to be fixed, and how long it took."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from eyebox.review.figures import CardText, Cell, Column, FiguresPage, Table, written
from eyebox.session.review_summary import VERDICTS, Figures, ReviewSummary
from eyebox.theme import Theme


class SummaryPage(FiguresPage):
    """Shows that it is being counted until it gets a summary."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is that of the session that was reviewed."""
        super().__init__(theme, parent)
        self.setObjectName("review_summary")
        self._name = name
        self.summary: ReviewSummary | None = None
        self._retranslate()

    def show_summary(self, summary: ReviewSummary) -> None:
        self.summary = summary
        self._show()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Summary of the review"))
        self.title.set_whole(self._name)
        self._show()

    def _show(self) -> None:
        summary = self.summary
        if summary is None:
            self.hint.setText("")
            self.show_sentence(self.tr("Counting…"))
            return
        every = summary.all
        self.hint.setText(
            self.tr("Boxes: %1 judged, %2 waiting, on %n picture(s)", "", summary.pictures)
            .replace("%1", QLocale().toString(every.total - every.counts[""] + summary.planted))
            .replace("%2", QLocale().toString(every.counts[""]))
        )
        if summary.is_empty:
            self.show_sentence(
                self.tr(
                    "No box has a verdict yet. The summary fills as boxes are accepted, fixed or rejected."
                )
            )
            return
        self.show_figures([*self._cards(summary)], [self._accuracy(summary), self._verdicts(summary)])

    def _cards(self, summary: ReviewSummary) -> Iterator[CardText]:
        every, score = summary.all, summary.all.scores[0]
        yield CardText(
            written(score.precision, "percent"),
            self.tr("Precision"),
            self.tr(
                "The share of the model's boxes that are right, at an IoU of at least 0.5 and with the same label"
            ),
        )
        needs = self.tr("Only pictures that are marked complete count: %1").replace(
            "%1", str(summary.complete)
        )
        yield CardText(written(score.recall, "percent"), self.tr("Recall"), needs)
        yield CardText(written(score.f1, "percent"), self.tr("F1"), needs)
        yield CardText(
            written(every.fixed_overlap, "percent"),
            self.tr("Mean IoU of fixed boxes"),
            self.tr("How much the model's box and the corrected one overlap"),
        )
        yield CardText(
            written(every.share("fixed"), "percent"),
            self.tr("Fixed"),
            self.tr("%n of them got another label", "", every.relabelled),
        )
        yield CardText(written(every.share("rejected"), "percent"), self.tr("Rejected"))
        yield CardText(
            "–" if summary.seconds_a_box is None else written(summary.seconds_a_box, "pixels") + " s",
            self.tr("Seconds a box"),
            self.tr("In total: %1").replace("%1", _duration(summary.seconds)),
        )
        if summary.planted:
            yield CardText(
                f"{summary.caught} / {summary.planted}",
                self.tr("Planted boxes caught"),
                self.tr("Boxes that were wrong on purpose, and were rejected or fixed"),
            )
        else:
            yield CardText(_duration(summary.seconds), self.tr("Total time"))

    def _accuracy(self, summary: ReviewSummary) -> Table:
        recall = self.tr("Counted over pictures marked complete")
        columns = [Column(self.tr("Label"), "text"), Column(self.tr("Boxes"))]
        for least in ("0.5", "0.75"):
            for title, about in (
                ("P", self.tr("Precision at an IoU of %1")),
                ("R", self.tr("Recall at an IoU of %1") + "\n" + recall),
                ("F1", self.tr("F1 at an IoU of %1") + "\n" + recall),
            ):
                columns.append(Column(f"{title} @{least}", "percent", about.replace("%1", least)))
        columns.append(Column(self.tr("IoU"), "percent", self.tr("Mean IoU of fixed boxes")))
        rows = [[label, *_scores(figures)] for label, figures in summary.labels.items()]
        return Table(self.tr("How right"), columns, rows, has_labels=True)

    def _verdicts(self, summary: ReviewSummary) -> Table:
        columns = [
            Column(self.tr("Label"), "text"),
            Column(self.tr("Boxes")),
            Column(self.tr("Accepted")),
            Column(self.tr("Fixed")),
            Column(self.tr("Rejected")),
            Column(self.tr("Missed")),
            Column(self.tr("Unsure")),
            Column(self.tr("Waiting")),
        ]
        rows: list[list[Cell]] = [
            [label, figures.total, *(figures.counts[verdict] for verdict in VERDICTS)]
            for label, figures in summary.labels.items()
        ]
        return Table(self.tr("Verdicts"), columns, rows, has_labels=True)


def _scores(figures: Figures) -> Iterator[Cell]:
    yield figures.total
    for score in figures.scores:
        yield from (score.precision, score.recall, score.f1)
    yield figures.fixed_overlap


def _duration(seconds: float) -> str:
    """Hours, minutes and seconds as a clock shows them."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
