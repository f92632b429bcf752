"""The lines of a page and the tables that they are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eyebox_models.protocol.page import Line, Table, Word


@dataclass(frozen=True, slots=True)
class InTables:
    """The lines of a page, those of tables parted where they ran over several cells, and the tables.

    Cells name these lines by their numbers.
    """

    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()

    def on_lines(self, ordered: Sequence[Line]) -> tuple[Table, ...]:
        """The tables when these very lines stand in another order."""
        numbers = {id(line): number for number, line in enumerate(ordered)}
        places = {old: numbers[id(line)] for old, line in enumerate(self.lines) if id(line) in numbers}
        tables = [table.with_lines(places) for table in self.tables]
        return tuple(
            sorted(tables, key=lambda table: min((n for c in table.cells for n in c.lines), default=0))
        )

    def with_signs_upright(self) -> InTables:
        """The same with single letters and digits in cells as level lines: which way one runs cannot be seen."""
        inside = {n for table in self.tables for cell in table.cells for n in cell.lines}
        lines = (_as_level(line) if n in inside else line for n, line in enumerate(self.lines))
        return replace(self, lines=tuple(lines))

    def groups(self) -> list[list[int]]:
        """The lines of each table, row by row, a cell's together; before those of one of two beside each other its title."""
        groups = [[n for cell in table.cells for n in cell.lines] for table in self.tables]
        inside = {n for group in groups for n in group}
        for table, group in zip(self.tables, groups, strict=True):
            left, top, right, bottom = table.box
            beside = any(
                other is not table
                and min(bottom, other.box[3]) - max(top, other.box[1]) > 0.5 * (bottom - top)
                and (other.box[0] >= right or other.box[2] <= left)
                for other in self.tables
            )
            above = [
                n
                for n, line in enumerate(self.lines)
                if n not in inside
                and top - 2 * (line.box[3] - line.box[1]) < (line.box[1] + line.box[3]) / 2 < top
                and left <= (line.box[0] + line.box[2]) / 2 <= right
            ]
            if beside and len(above) == 1:
                inside.add(above[0])
                group.insert(0, above[0])
        return groups


def _as_level(line: Line) -> Line:
    (ax, ay), (bx, by) = line.quad[:2]
    if len(line.text) != 1 or not line.text.isascii() or abs(bx - ax) >= abs(by - ay):
        return line
    left, top, right, bottom = line.box
    quad = ((left, top), (right, top), (right, bottom), (left, bottom))
    return replace(line, quad=quad, words=(Word(line.text, line.box, line.score),))
