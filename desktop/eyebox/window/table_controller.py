"""The tables of the current picture: opened as a grid below it, corrected, saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from eyebox.canvas.view import CanvasView
from eyebox.language import translated
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.window.layout import Layout
from eyebox.window.notice import Notice
from eyebox.window.question import with_ending
from eyebox.window.reading_controller import ReadingController
from eyebox.workspace.workspace import Workspace
from eyebox_models.files.atomic_write import file_stem, save_file
from eyebox_models.files.document_page import stem_of
from eyebox_models.protocol.page import Page, Table

if TYPE_CHECKING:
    from eyebox.canvas.table_panel import TablePanel

FOLDER, ENDING = "table_folder", "table_ending"
"""Under which it is kept where a table was saved last, and as what."""
ENDINGS = (".xlsx", ".csv", ".tsv", ".md", ".html")


class TableController(QObject):
    """The panel is made when it is first wanted. While it is open it follows the picture that is shown."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        canvas: CanvasView,
        layout: Layout,
        reading: ReadingController,
        notice: Notice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._canvas = canvas
        self._layout = layout
        self._notice = notice
        self._number = 0
        self._panel: TablePanel | None = None
        self._layer = canvas.table_layer
        self._layer.tables_changed.connect(self._follow)
        canvas.viewport().installEventFilter(self)
        canvas.text_layer.line_pressed.connect(self._select_line)
        canvas.text_layer.menu_opening.connect(self._add_to_menu)
        reading.tables_wanted.connect(self.open)

    @property
    def panel(self) -> TablePanel:
        """The grid with its buttons, made now if it was not yet."""
        if self._panel is None:
            from eyebox.canvas.table_panel import TablePanel

            made = self._panel = TablePanel(self._theme)
            made.typed.connect(self._typed)
            made.view.given_away = self._given_away
            made.changed.connect(self._change)
            made.lit.connect(self._light)
            made.turned.connect(lambda by: self.open_table(self._number + by))
            made.save_wanted.connect(self.save)
            made.closed.connect(self.close)
            self._layout.put_beside(made)
        return self._panel

    @property
    def is_open(self) -> bool:
        return self._panel is not None and self._panel.isVisibleTo(self._layout)

    @Slot()
    def open(self) -> None:
        """Opens the first table of the picture; where the grid has the focus already, closes it."""
        if not self._layer.tables:
            has_text = bool(self._canvas.text_layer.page.lines)
            self._notice.show_notice(
                self.tr("No table was found on this picture.") if has_text else self.tr("There is no text.")
            )
        elif self.is_open and self.panel.view.hasFocus():
            self.close()
        else:
            self.open_table(self._number if self._number < len(self._layer.tables) else 0)

    def open_table(self, number: int) -> None:
        """Opens a table of the picture."""
        if not 0 <= number < len(self._layer.tables):
            return
        self._number = number
        panel = self.panel
        panel.show_table(self._layer.tables[number], number, len(self._layer.tables))
        panel.show()
        self._layout.give_room(panel)
        panel.view.setFocus()
        self._light(panel.view.cells())
        self._canvas.show_rect(self._layer.rect(number))

    @Slot()
    def close(self) -> None:
        if self._panel is not None:
            self._panel.hide()
        self._layer.light(())
        self._canvas.setFocus()

    @Slot()
    def _follow(self) -> None:
        """Shows what the picture's tables are now; without any the grid goes."""
        if self._panel is None or not self.is_open:
            return
        if not self._layer.tables:
            self._panel.hide()
            return
        self._number = min(self._number, len(self._layer.tables) - 1)
        self._panel.show_table(self._layer.tables[self._number], self._number, len(self._layer.tables))

    # The grid and the picture

    @Slot(object)
    def _light(self, cells: Sequence[int]) -> None:
        table = self._table()
        if table is not None:
            self._layer.light(tuple(table.cells[n].box for n in cells if n < len(table.cells)))

    def _table(self) -> Table | None:
        tables = self._layer.tables
        return tables[self._number] if self.is_open and self._number < len(tables) else None

    @Slot(int)
    def _select_line(self, line: int) -> None:
        """Selects the cell of a line that was clicked on the picture."""
        for number, table in enumerate(self._layer.tables if self.is_open else ()):
            for cell, one in enumerate(table.cells):
                if line in one.lines:
                    if number != self._number:
                        self._number = number
                        self._follow()
                    self.panel.view.select_cell(cell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            number = self._layer.tab_at(event.position())
            if number >= 0:
                self.open_table(number)
            return number >= 0
        if event.type() == QEvent.Type.MouseMove and self.is_open:
            self.panel.light_cell(self._cell_at(self._canvas.to_scene(event.position())))
        return False

    def _cell_at(self, point: QPointF) -> int:
        table = self._table()
        for number, cell in enumerate(table.cells if table else ()):
            x1, y1, x2, y2 = cell.box
            if x1 <= point.x() < x2 and y1 <= point.y() < y2:
                return number
        return -1

    @Slot(QMenu, int)
    def _add_to_menu(self, menu: QMenu, line: int) -> None:
        for number, table in enumerate(self._layer.tables):
            if any(line in cell.lines for cell in table.cells):
                entry = menu.addAction(self._theme.icon("grid"), self.tr("Open the table"))
                entry.setObjectName("open_table")
                entry.triggered.connect(partial(self.open_table, number))

    # Changing

    @Slot(object)
    def _typed(self, texts: Mapping[int, str]) -> None:
        if picture := self._workspace.pictures.current:
            self._workspace.table_editing.correct(picture, self._number, texts)

    @Slot(str)
    def _change(self, what: str) -> None:
        """Merges, splits, adds or removes at the selected cells, as one step."""
        from eyebox_models.text.cells import merged, split, with_more, without

        picture, chosen = self._workspace.pictures.current, self.panel.view.cells()
        if not picture or not chosen:
            return
        cells = [self.panel.model.table.cells[n] for n in chosen]
        rows = {row for cell in cells for row in range(cell.row, cell.row + cell.row_span)}
        columns = {column for cell in cells for column in range(cell.column, cell.column + cell.column_span)}

        def change(table: Table, page: Page) -> Table:
            match what:
                case "merge":
                    return merged(table, chosen)
                case "split":
                    return split(table, chosen[0], page.lines)
                case "row_above":
                    return with_more(table, "row", min(rows))
                case "row_below":
                    return with_more(table, "row", max(rows) + 1)
                case "column_left":
                    return with_more(table, "column", min(columns))
                case "column_right":
                    return with_more(table, "column", max(columns) + 1)
                case "no_row":
                    return without(table, "row", rows)
                case _:
                    return without(table, "column", columns)

        self._workspace.table_editing.change(
            picture, self._number, change, self.panel.changes[what].text().replace("&", "")
        )
        first = cells[0]
        at = self.panel.model.index(
            min(first.row, self.panel.model.rowCount() - 1),
            min(first.column, self.panel.model.columnCount() - 1),
        )
        self.panel.view.setCurrentIndex(at)

    # Saving

    @Slot()
    def save(self) -> None:
        """Asks for a file and writes the table into it, as what its name says."""
        table = self._table()
        if table is None and self._layer.tables:
            self.open_table(0)
            table = self._table()
        picture = self._workspace.pictures.current
        if table is None or not picture:
            self.open()
            return
        workspace, record = self._workspace, self._workspace.pictures.records[picture]
        folder = str(workspace.store.get_state("", FOLDER, ""))
        kept = workspace.store.get_state("", ENDING, ENDINGS[0])
        ending = kept if kept in ENDINGS else ENDINGS[0]
        number = f"-{self._number + 1}" if len(self._layer.tables) > 1 else ""
        stem = file_stem(stem_of(record.name if record.owned else record.path)) + number
        names = {
            ".xlsx": self.tr("Workbook (%1)"), ".csv": self.tr("Table for Excel (%1)"),
            ".tsv": self.tr("Table with tabs (%1)"), ".md": self.tr("Markdown (%1)"), ".html": self.tr("Web page (%1)"),
        }  # fmt: skip
        filters = {name.replace("%1", f"*{suffix}"): suffix for suffix, name in names.items()}
        begun = str(Path(folder if Path(folder).is_dir() else "", stem + ending))
        chosen = next(name for name, suffix in filters.items() if suffix == ending)
        path, chosen = QFileDialog.getSaveFileName(
            self._layout, self.tr("Save the table"), begun, ";;".join(filters), chosen
        )
        if path and Path(path).suffix.lower() not in ENDINGS:
            path = with_ending(self._layout, path, filters.get(chosen, ending))
        if not path:
            return
        suffix = Path(path).suffix.lower()
        workspace.write_queue.do(SetState("", FOLDER, str(Path(path).parent)))
        workspace.write_queue.do(SetState("", ENDING, suffix))
        data = _written(self._given_away(table), suffix, stem)
        workspace.background.run(
            lambda: save_file(Path(path), data),
            lambda _none: self._notice.show_notice(self.tr("Saved %1").replace("%1", Path(path).name)),
            lambda error: self._notice.show_error(translated(error.sentence), details=error.detail),
        )

    def _given_away(self, table: Table) -> Table:
        """The table without what is blacked out on its picture."""
        picture = self._workspace.pictures.current
        page = self._workspace.pictures.page(picture) if picture else None
        if picture is None or page is None or self._number >= len(page.tables):
            return table
        return self._workspace.redactions.given_away(picture, page).tables[self._number]


def _written(table: Table, suffix: str, name: str) -> bytes:
    """The bytes of a file with this ending."""
    from eyebox.formats import tables
    from eyebox.formats.table_xlsx import workbook

    shown = tables.as_rows(table)
    if suffix == ".xlsx":
        return workbook([(name, shown)])
    text = {
        ".csv": lambda: tables.as_csv(shown),
        ".tsv": lambda: tables.as_tsv(shown),
        ".md": lambda: tables.as_markdown(shown),
        ".html": lambda: tables.as_html_page(shown, name),
    }[suffix]()
    return text.encode("utf-8", "replace")
