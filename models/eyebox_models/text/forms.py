"""The forms in which the answer of a model may copy the text of a page."""

from __future__ import annotations

from eyebox_models.protocol.page import Page, Table
from eyebox_models.text.copy_rules import CopyRules, tidied

LONGEST = 20_000
"""Letters of a form; what is behind them is left out."""


def answer_forms(page: Page | None) -> tuple[str, ...]:
    """Line by line, as running text, and its tables in Markdown; nothing for no text. For `Ask.texts`."""
    if page is None:
        return ()
    blocks = page.blocks or [range(len(page.lines))]
    running = (" ".join(page.lines[number].text.strip() for number in block) for block in blocks)
    forms = [
        "\n".join(line.text for line in page.lines),
        "\n\n".join(tidied(text, CopyRules()) for text in running),
        *map(_markdown, page.tables),
    ]
    return tuple(dict.fromkeys(form[:LONGEST] for form in forms if form.strip()))


def _markdown(table: Table) -> str:
    """As most models write tables: the first row is the head, and what a cell covers besides its place is empty."""
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = " ".join(cell.text.split())
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([*lines[:1], "|" + " --- |" * table.columns, *lines[1:]])
