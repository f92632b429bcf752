"""What is copied of an answer: prose as prose, tables with their rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from eyebox.chat.document import MessageDocument
from eyebox.formats.copied import Cell, Copied, Form, Rows, Table, copied, joined
from eyebox.formats.html_tables import html_tables


def everything(shown: MessageDocument | None, source: str) -> Copied:
    """What the clipboard gets of an answer: its source text, or the table where it is one and nothing else.

    None stands for an answer that is not all rendered.
    """
    if shown is None:
        return Copied(source)
    end = shown.document.characterCount() - 1
    is_rich = bool(tables_between(shown.document, 0, end))
    parts = list(_between(shown, 0, end)) if is_rich else list(html_tables(shown.text_between(0, end)))
    found = copied(parts)
    is_table = len(parts) == 1 and not isinstance(parts[0], str) and "<table" not in source
    return found if is_table else Copied(source, found.html)


def selected(shown: MessageDocument, cursor: QTextCursor, form: Form = "as it stands") -> Copied:
    """What the clipboard gets of a selection; as a table: the tables that it touches, or that it holds as HTML."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if form == "table":
        tables = [part for part in _between(shown, start, end, whole=True) if isinstance(part, Table)]
        return copied(tables or html_tables(shown.text_between(start, end)))
    table = cursor.currentTable()
    row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    if table is not None and row >= 0:
        parts: list[str | Table] = [Table(_rows(table, row, rows, column, columns))]
    elif table is not None and _cell_at(table, start) == _cell_at(table, end):
        parts = [shown.text_between(start, end)]
    else:
        parts = list(_between(shown, start, end))
    found = copied(parts)
    if form == "line":
        return Copied(joined(found.text.split("\n")))
    if form == "paragraph":
        return Copied("\n\n".join(joined(part.split("\n")) for part in found.text.split("\n\n")))
    return found


def _between(shown: MessageDocument, start: int, end: int, *, whole: bool = False) -> Iterator[str | Table]:
    """The prose and the tables between two positions; of a table the rows that are touched, or all."""
    at, pending = start, None
    for table in tables_between(shown.document, start, end):
        first, last = table.firstPosition(), table.lastPosition()
        prose = shown.text_between(at, first - 1).strip("\n") if at < first else ""
        carries_on = shown.carries_on(first)
        rows = [
            row
            for number, row in enumerate(_rows(table, 0, table.rows(), 0, table.columns()))
            if whole or _touches(table, number, start, end)
        ]
        if pending and carries_on:
            pending = Table([*pending.rows, *rows], pending.has_head)
        else:
            if pending:
                yield pending
            if prose:
                yield prose
            pending = Table(rows, not carries_on and (whole or _touches(table, 0, start, end)))
        at = last + 1
    if pending:
        yield pending
    if at < end and (prose := shown.text_between(at, end).strip("\n")):
        yield prose


def tables_between(document: QTextDocument, start: int, end: int) -> list[QTextTable]:
    """The tables that are touched between two positions, from the top."""
    frames = document.rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    touched = [table for table in tables if table.firstPosition() <= end and table.lastPosition() >= start]
    return sorted(touched, key=lambda table: table.firstPosition())


def _touches(table: QTextTable, row: int, start: int, end: int) -> bool:
    first, last = table.cellAt(row, 0), table.cellAt(row, table.columns() - 1)
    return first.firstPosition() <= end and last.lastPosition() >= start


def _cell_at(table: QTextTable, position: int) -> tuple[int, int]:
    cell = table.cellAt(position)
    return cell.row(), cell.column()


def _rows(table: QTextTable, row: int, rows: int, column: int, columns: int) -> Rows:
    return [
        [Cell(_text(table, r, c)) for c in range(column, column + columns)] for r in range(row, row + rows)
    ]


def _text(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selection().toPlainText()
