"""The tables that a text holds as HTML, as vision-language models write them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from eyebox.formats.copied import Cell, Table

_TABLE = re.compile(r"<table\b.*?</table\s*>", re.DOTALL | re.IGNORECASE)
_MOST = 1000
"""A cell runs over so many rows at most, and to this column, whatever it says."""


def html_tables(text: str) -> list[Table]:
    """All tables of a text, with merged cells; what is not whole is no table."""
    found = []
    for match in _TABLE.finditer(text):
        reader = _Reader()
        reader.feed(match[0])
        reader.close()
        if reader.rows:
            found.append(reader.table())
    return found


class _Reader(HTMLParser):
    """Collects the cells of one table, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[Cell]] = []
        self._has_head = False
        self._words: list[str] | None = None
        self._over = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self.rows = self.rows or [[]]
            self._has_head = self._has_head or (tag == "th" and len(self.rows) == 1)
            values = dict(attrs)
            self._over = _count(values.get("colspan")), _count(values.get("rowspan"))
            self._words = []
        elif tag == "br" and self._words is not None:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(re.sub(r"\s+", " ", data))

    def _end_cell(self) -> None:
        if self._words is not None:
            self.rows[-1].append(Cell("".join(self._words).strip(), *self._over))
            self._words = None

    def table(self) -> Table:
        """The cells in their columns: what a merged one covers is empty, and none reaches into another."""
        rows = [row for row in self.rows if row]
        placed: dict[tuple[int, int], Cell] = {}
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(rows):
            x = 0
            for cell in row:
                while (y, x) in taken:
                    x += 1
                high, most = min(cell.rows, len(rows) - y), min(cell.columns, max(_MOST - x, 1))
                wide = next((n for n in range(1, most) if (y, x + n) in taken), most)
                placed[y, x] = Cell(cell.text, wide, high)
                taken |= {(y + down, x + right) for down in range(high) for right in range(wide)}
        width = 1 + max((x for _, x in taken), default=-1)
        return Table(
            [[placed.get((y, x), Cell()) for x in range(width)] for y in range(len(rows))], self._has_head
        )


def _count(value: str | None) -> int:
    return min(int(value), _MOST) if value and value.isdecimal() and int(value) else 1
