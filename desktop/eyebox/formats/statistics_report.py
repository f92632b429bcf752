"""The statistics of a session's boxes as a Markdown document and as a CSV table."""

from __future__ import annotations

from collections.abc import Iterator

from eyebox.formats.markdown import escape
from eyebox.formats.plain_text import one_line
from eyebox.formats.table_csv import MARK, delimited
from eyebox.session.statistics import BoxCounts, Statistics

_HEAD = ("boxes", "pictures", "small", "medium", "large", "mean_width", "mean_height")


def as_markdown(statistics: Statistics, title: str) -> str:
    """The document: key figures, then a table by label and one by the size of pictures."""
    every = statistics.all
    lines = [
        f"# {escape(one_line(title))}",
        "",
        f"- Pictures: {every.pictures}, without boxes: {statistics.without_boxes}",
        f"- Boxes: {every.boxes}, labels: {len(statistics.labels)}",
        f"- Boxes a picture: {statistics.mean:.1f} (median {statistics.median:g}, at most {statistics.most})",
        f"- Small, medium and large as COCO counts: {every.small}, {every.medium}, {every.large}",
    ]
    for name, counts in (("label", statistics.labels), ("megapixels", statistics.sizes)):
        lines += ["", _row((name, *(head.replace("_", " ") for head in _HEAD)))]
        lines.append(_row(("---", *["---:"] * len(_HEAD))))
        for one in counts:
            shown = size_name(one.name) if name == "megapixels" else escape(one_line(one.name)) or "(none)"
            lines.append(_row((shown, *(f"{cell:g}" for cell in _cells(one)))))
    return "\n".join((*lines, ""))


def as_csv(statistics: Statistics) -> str:
    """One table: "label" or "megapixels" in its first column, then the name and the figures."""
    rows: list[tuple[str | float, ...]] = [("by", "name", *_HEAD), ("all", "*", *_cells(statistics.all))]
    rows += [("label", one.name, *_cells(one)) for one in statistics.labels]
    rows += [("megapixels", size_name(one.name), *_cells(one)) for one in statistics.sizes]
    rows.append(("pictures without boxes", "*", statistics.without_boxes))
    return MARK + delimited(rows, end="\r\n")


def size_name(most: str) -> str:
    """What pictures with at most so many megapixels are called."""
    return f"up to {most}" if most else "more"


def _cells(one: BoxCounts) -> Iterator[float]:
    yield from (one.boxes, one.pictures, one.small, one.medium, one.large)
    yield from (round(one.width, 1), round(one.height, 1))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
