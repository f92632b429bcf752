"""How the tables of an answer look: a hairline below every row, and no frame."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)


def format_tables(document: QTextDocument, line: QColor, *, headless: bool, goes_on: bool) -> int:
    """Formats every table of a piece and returns how many cells they have.

    `headless` says that the first one carries on a table, whose head it has only to be one: it goes. `goes_on` says that
    the last one is carried on. The columns of a table in several pieces are all alike, so that they stand in line.
    """
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    for table in tables:
        if carries_on := headless and table is tables[0]:
            table.removeRows(0, 1)
        carried_on = goes_on and table is tables[-1]
        above = document.findBlock(table.firstPosition() - 1)
        _format_table(table, top=8 if above.text() else 0, bottom=0 if carried_on else 8)
        if not carries_on:
            _align_head(table)
        if carries_on or carried_on:
            _make_columns_alike(table)
        _format_cells(table, line)
    return sum(table.rows() * table.columns() for table in tables)


def _format_table(table: QTextTable, *, top: int, bottom: int) -> None:
    form = table.format().toTableFormat()
    form.setBorder(0)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    form.setBorderCollapse(True)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setTopMargin(top)
    form.setBottomMargin(bottom)
    form.setWidth(QTextLength())
    table.setFormat(form)


def _align_head(table: QTextTable) -> None:
    """A head stands as the cells below it do."""
    for column in range(table.columns() if table.rows() > 1 else 0):
        form = QTextBlockFormat()
        form.setAlignment(table.cellAt(1, column).firstCursorPosition().blockFormat().alignment())
        table.cellAt(0, column).firstCursorPosition().mergeBlockFormat(form)


def _make_columns_alike(table: QTextTable) -> None:
    form = table.format().toTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    each = QTextLength(QTextLength.Type.PercentageLength, 100 / table.columns())
    form.setColumnWidthConstraints([each] * table.columns())
    table.setFormat(form)


def _format_cells(table: QTextTable, line: QColor) -> None:
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = QTextTableCellFormat(cell.format().toTableCellFormat())
            look.setTopPadding(4)
            look.setBottomPadding(4)
            look.setLeftPadding(0 if column == 0 else 8)
            look.setRightPadding(8)
            look.setBottomBorder(1)
            look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBottomBorderBrush(QBrush(line))
            cell.setFormat(look)
