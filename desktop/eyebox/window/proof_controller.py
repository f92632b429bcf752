"""Proofreading: from one word that the reader is unsure of to the next, which is corrected or confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from eyebox.actions import Actions
from eyebox.canvas.text_selection import Position, Selection
from eyebox.canvas.view import CanvasView
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.window.reading_controller import ReadingController
from eyebox.workspace.workspace import Workspace

if TYPE_CHECKING:
    from eyebox.canvas.page_text import PageText

MARKS = "unsure_marks"
"""Under which it is kept whether words that the reader is unsure of are marked."""


class ProofController(QObject):
    """Works on the picture and in the Text tab alike; what is done there is gone on with there."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        canvas: CanvasView,
        reading: ReadingController,
        commands: Actions,
        notice: Notice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._canvas = canvas
        self._reading = reading
        self._commands = commands
        self._notice = notice
        self._place = Position(-1, 0)
        """The word that was shown last."""
        canvas.editor.line_corrected.connect(self._correct)
        canvas.editor.line_left.connect(self._go_on_on_picture)
        canvas.text_layer.menu_opening.connect(self._add_to_menu)
        canvas.text_layer.line_pressed.connect(self._forget_place)
        workspace.pictures.shown.connect(self._forget_place)
        reading.panel_made.connect(self._join_panel)

    def _join_panel(self, rows: PageText) -> None:
        rows.line_corrected.connect(self._correct)
        rows.line_left.connect(self._go_on_in_panel)
        rows.menu_opening.connect(self._add_to_menu)
        rows.cursorPositionChanged.connect(self._forget_place)
        rows.set_marks_shown(self._canvas.text_layer.marks.shown)

    @Slot(bool)
    def show_unsure(self, on: bool) -> None:
        """Also in later runs."""
        self._canvas.text_layer.set_marks_shown(on)
        if (rows := self._reading.rows) is not None:
            rows.set_marks_shown(on)
        if on != self._workspace.store.get_state("", MARKS, True):
            self._workspace.write_queue.do(SetState("", MARKS, on))

    # From one to the next

    @Slot()
    def next_unsure(self) -> None:
        """Shows the next word that the reader is unsure of."""
        self._show_next(1)

    @Slot()
    def previous_unsure(self) -> None:
        self._show_next(-1)

    def _show_next(self, by: int) -> bool:
        word = self._next(by)
        if word is None:
            lines = self._canvas.text_layer.page.lines
            self._notice.show_notice(
                self.tr("There is no word left that the reader is unsure of.")
                if lines
                else self.tr("There is no text.")
            )
            return False
        self._show(word)
        return True

    def _next(self, by: int) -> Selection | None:
        """The next or previous unsure word from where one is, around the end; None without any."""
        words = self._canvas.text_layer.marks.unsure()
        at = self._at()
        if by > 0:
            return next((word for word in words if word.start > at), words[0] if words else None)
        return next((word for word in reversed(words) if word.start < at), words[-1] if words else None)

    def _at(self) -> Position:
        """The place that the last word was shown at, or that the hand has chosen since."""
        if self._place.line >= 0:
            return self._place
        rows = self._reading.rows
        if rows is not None and rows.hasFocus():
            line, char = rows.caret()
            return Position(line, char - 1)
        selection = self._canvas.text_layer.selection
        return Position(selection.start.line, selection.start.char - 1) if selection else Position(-1, 0)

    def _show(self, word: Selection) -> None:
        line, start, end = word.start.line, word.start.char, word.end.char
        self._canvas.text_layer.select(word)
        self._canvas.show_rect(self._canvas.text_layer.line_rect(line))
        if (rows := self._reading.rows) is not None:
            rows.show_part(line, start, end)
        if rows is None or not rows.hasFocus():
            self._canvas.setFocus()
        self._place = word.start

    @Slot()
    def _forget_place(self) -> None:
        self._place = Position(-1, 0)

    # What is done with one

    @Slot()
    def confirm_word(self) -> None:
        """Says that the unsure word which is shown is right, and shows the next one; without any shows the first."""
        picture, words = self._workspace.pictures.current, self._words_at_hand()
        if not words or picture is None:
            self._show_next(1)
            return
        for word in words:
            self._workspace.correcting.confirm(picture, word.start.line, word.start.char, word.end.char)
        self._place = words[-1].start
        if (following := self._next(1)) is not None:
            self._show(following)

    def _words_at_hand(self) -> list[Selection]:
        """The unsure words in the selected text, or that the caret in the Text tab stands in."""
        words, rows = self._canvas.text_layer.marks.unsure(), self._reading.rows
        if rows is not None and rows.hasFocus():
            caret = Position(*rows.caret())
            return [word for word in words if word.start <= caret <= word.end]
        selection = self._canvas.text_layer.selection
        if selection is None:
            return []
        return [word for word in words if word.start < selection.end and selection.start < word.end]

    @Slot()
    def take_back_text(self) -> None:
        """Gives the lines of the selected text what the reader had."""
        rows, selection = self._reading.rows, self._canvas.text_layer.selection
        if rows is not None and rows.hasFocus():
            self._take_back([rows.caret()[0]])
        elif selection is not None:
            self._take_back(range(selection.start.line, selection.end.line + 1))

    def _take_back(self, lines: range | list[int]) -> None:
        if picture := self._workspace.pictures.current:
            self._workspace.correcting.take_back(picture, lines)

    @Slot(int, str)
    def _correct(self, line: int, text: str) -> None:
        if picture := self._workspace.pictures.current:
            self._workspace.correcting.correct(picture, line, text)

    @Slot(int, int)
    def _go_on_on_picture(self, line: int, by: int) -> None:
        if word := self._after(line, by):
            self._show(word)
            if by:
                self._canvas.correct_line(word.start.line, (word.start.char, word.end.char))

    @Slot(int, int)
    def _go_on_in_panel(self, line: int, by: int) -> None:
        rows = self._reading.rows
        if rows is not None and (word := self._after(line, by)):
            rows.setFocus()
            self._show(word)
            if by:
                rows.correct(word.start.line, (word.start.char, word.end.char))

    def _after(self, line: int, by: int) -> Selection | None:
        """What follows a line that was done: the next unsure word, or without any the next line."""
        lines = self._canvas.text_layer.page.lines
        self._place = Position(line, len(lines[line].text) if by >= 0 else 0)
        if (word := self._next(by or 1)) is not None:
            return word
        following = line + (by or 1)
        if not 0 <= following < len(lines):
            return None
        return Selection(Position(following, 0), Position(following, len(lines[following].text)))

    @Slot(QMenu, int)
    def _add_to_menu(self, menu: QMenu, line: int) -> None:
        """What can be done with a line: it is corrected, confirmed, or taken back."""
        lines = self._canvas.text_layer.page.lines
        if not 0 <= line < len(lines):
            return
        from eyebox.canvas.page_text import PageText

        menu.addSeparator()
        if isinstance(rows := self.sender(), PageText):
            entry = menu.addAction(self._theme.icon("edit"), self.tr("Correct the line"))
            entry.triggered.connect(lambda: rows.correct(line))
        if (read := lines[line].read) is not None:
            said = self.tr("Take back: %1").replace("%1", shortened(read.text))
            entry = menu.addAction(self._theme.icon("undo"), said)
            entry.setObjectName("take_back")
            entry.triggered.connect(lambda: self._take_back([line]))
        elif lines[line].text and any(
            word.start.line == line for word in self._canvas.text_layer.marks.unsure()
        ):
            entry = menu.addAction(self._theme.icon("check"), self.tr("The line is right"))
            entry.setObjectName("confirm_line")
            entry.triggered.connect(lambda: self._confirm_line(line))

    def _confirm_line(self, line: int) -> None:
        if picture := self._workspace.pictures.current:
            text = self._canvas.text_layer.page.lines[line].text
            self._workspace.correcting.confirm(picture, line, 0, len(text))


def shortened(text: str, longest: int = 40) -> str:
    """A text as it fits into a menu."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
