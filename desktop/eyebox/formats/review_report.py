"""A review's summary as a Markdown document and as a CSV table. English, like all that is written for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eyebox.formats.markdown import escape
from eyebox.formats.plain_text import one_line
from eyebox.formats.table_csv import MARK, delimited
from eyebox.session.review_summary import IOUS, Figures, ReviewSummary, Score

_VERDICTS = ("accepted", "fixed", "rejected", "missed", "unsure")
_SCORES = ("precision", "recall", "f1")


def as_markdown(summary: ReviewSummary, title: str) -> str:
    """The document: key figures, then a table by label."""
    head = (
        "label",
        *_VERDICTS,
        "waiting",
        *(f"{name} @{least:g}" for least in IOUS for name in _SCORES),
        "IoU",
    )
    rows = [[_percent(cell) if n > 6 else str(cell) for n, cell in enumerate(row)] for row in _rows(summary)]
    lines = [f"# {escape(one_line(title))}", "", *(f"- {line}" for line in _key_figures(summary)), ""]
    lines += [_row(head), _row(["---", *["---:"] * (len(head) - 1)])]
    lines += [_row([escape(one_line(row[0])) or "(none)", *row[1:]]) for row in rows]
    return "\n".join((*lines, "", _NOTE, ""))


def as_csv(summary: ReviewSummary) -> str:
    """The table by label, its first row that of all labels ("*"), then the key figures, one a row."""
    head = (
        "label",
        *_VERDICTS,
        "waiting",
        *(f"{name}_{least * 100:.0f}" for least in IOUS for name in _SCORES),
        "fixed_iou",
    )
    rows: list[Sequence[str | float]] = [head]
    rows += [["" if cell is None else _rounded(cell) for cell in row] for row in _rows(summary)]
    rows += [(), ("pictures", summary.pictures), ("complete_pictures", summary.complete)]
    rows += [
        ("seconds", _rounded(summary.seconds)),
        ("seconds_a_box", _rounded(summary.seconds_a_box or 0.0)),
    ]
    rows += [("planted", summary.planted), ("planted_caught", summary.caught)]
    return MARK + delimited(rows, end="\r\n")


_NOTE = (
    "Precision counts the boxes of the model that were judged; recall and F1 only pictures marked complete. "
    "IoU is that of the model's and the corrected box, over the fixed ones."
)


def _rows(summary: ReviewSummary) -> Iterator[list[str | float | None]]:
    yield ["*", *_cells(summary.all)]
    for label, figures in summary.labels.items():
        yield [label, *_cells(figures)]


def _cells(figures: Figures) -> Iterator[float | None]:
    for verdict in (*_VERDICTS, ""):
        yield figures.counts[verdict]
    for score in figures.scores:
        yield from (score.precision, score.recall, score.f1)
    yield figures.fixed_overlap


def _key_figures(summary: ReviewSummary) -> Iterator[str]:
    everything = summary.all
    yield f"Pictures: {summary.pictures}, complete: {summary.complete}"
    yield f"Boxes of the model judged: {everything.judged}, waiting: {everything.counts['']}"
    for verdict in ("accepted", "fixed", "rejected"):
        yield f"{verdict.capitalize()}: {everything.counts[verdict]} ({_percent(everything.share(verdict))})"
    yield f"Missed: {everything.counts['missed']}"
    yield f"Unsure: {everything.counts['unsure']}"
    for least, score in zip(IOUS, everything.scores, strict=True):
        yield f"At IoU {least:g}: {_score(score)}"
    yield f"Mean IoU of fixed boxes: {_percent(everything.fixed_overlap)}"
    if summary.seconds_a_box is not None:
        yield f"Seconds a box: {summary.seconds_a_box:.1f}, in total: {summary.seconds:.0f}"
    if summary.planted:
        yield f"Planted boxes caught: {summary.caught} of {summary.planted}"


def _score(score: Score) -> str:
    return f"precision {_percent(score.precision)}, recall {_percent(score.recall)}, F1 {_percent(score.f1)}"


def _percent(value: str | float | None) -> str:
    return "–" if value is None else value if isinstance(value, str) else f"{value * 100:.1f} %"


def _rounded(value: str | float) -> str | float:
    return round(value, 4) if isinstance(value, float) else value


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
