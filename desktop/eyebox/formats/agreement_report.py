"""How far two reviewers agree, as a Markdown document and as a CSV table."""

from __future__ import annotations

from eyebox.formats.markdown import escape
from eyebox.formats.plain_text import one_line
from eyebox.formats.table_csv import MARK, delimited
from eyebox.session.agreement import by_label
from eyebox.session.merging import Comparison

NONE = "(none)"


def as_markdown(comparison: Comparison, title: str) -> str:
    """The document: key figures, then a table by label and one of the labels that were mixed up."""
    agreement = comparison.agreement
    lines = [
        f"# {escape(one_line(title))}",
        "",
        f"- Compared with: {escape(one_line(comparison.reviewer))}",
        f"- Pictures that both have judged: {agreement.pictures}",
        f"- Cohen's kappa: {_decimals(agreement.kappa)}",
        f"- Agreement: {_percent(agreement.share)} of {agreement.total} boxes",
        f"- Mean IoU of the boxes that both have: {_percent(agreement.mean_iou)}",
        f"- Disputes: {len(comparison.disputes)}",
        "",
        "| label | both | only I | only they | another label |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for row in by_label(agreement.labels):
        label = escape(one_line(row.label)) or NONE
        lines.append(f"| {label} | {row.both} | {row.mine} | {row.theirs} | {row.other} |")
    return "\n".join((*lines, ""))


def as_csv(comparison: Comparison) -> str:
    """How often which label of mine met which of theirs, then the key figures."""
    agreement = comparison.agreement
    rows: list[tuple[str | float, ...]] = [("mine", "theirs", "boxes")]
    for (mine, theirs), count in agreement.labels.most_common():
        rows.append((NONE if mine is None else mine, NONE if theirs is None else theirs, count))
    rows += [(), ("kappa", "", "" if agreement.kappa is None else round(agreement.kappa, 4))]
    rows.append(("agreement", "", "" if agreement.share is None else round(agreement.share, 4)))
    rows.append(("mean_iou", "", "" if agreement.mean_iou is None else round(agreement.mean_iou, 4)))
    rows.append(("disputes", "", len(comparison.disputes)))
    return MARK + delimited(rows, end="\r\n")


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value * 100:.1f} %"


def _decimals(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
