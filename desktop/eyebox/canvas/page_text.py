"""The text of a page as rows that are copied, and corrected where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from eyebox.canvas.label_editor import LabelEditor
from eyebox.canvas.text_selection import in_blocks
from eyebox.theme.copying import add_copying, as_mime
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.ocr.right_to_left import runs_left
from eyebox_models.protocol.page import Page, Rect

if TYPE_CHECKING:
    from eyebox.canvas.text_copy import Part
    from eyebox.formats.copied import Copied, Form

LONGEST = 2500
"""Characters: a longer line is shown in several rows, as Qt takes a second for a word of 200,000."""
_EDITING = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
Underlined = tuple[QTextCharFormat.UnderlineStyle, str]
"""A style, and the name of its colour."""
_UNSURE: Underlined = (QTextCharFormat.UnderlineStyle.WaveUnderline, "warn")
_GIVEN: Underlined = (QTextCharFormat.UnderlineStyle.SingleUnderline, "ok")


class PageText(QPlainTextEdit):
    """Rows, each a line of the page, a part of a long one, or nothing between two blocks.

    Signals:
        line_activated: the caret was put on this line of the page (-1: on none).
        line_corrected: a line is to have another text. line_left: it was done by Enter (0), Tab (1), Shift and Tab (-1).
        menu_opening: its menu, before it opens, and the line that is pointed at (-1 for none).
    """

    line_activated = Signal(int)
    line_corrected = Signal(int, str)
    line_left = Signal(int, int)
    menu_opening = Signal(QMenu, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.covered: tuple[Rect, ...] = ()
        """What is blacked out: shown as blocks, and copied so."""
        self._theme = theme
        self._page = Page("", 0, 0, 0.0)
        self._places: list[tuple[int, int]] = []
        self._row_of: dict[int, int] = {}
        self._lit = -1
        self._found: list[tuple[int, int, int, Underlined]] = []
        self._marks_shown = True
        self._edited = -1
        self._editor: _RowEditor | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        set_kind(self, "bare")
        self.document().setDocumentMargin(4)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.verticalScrollBar().valueChanged.connect(self._follow)
        theme.changed.connect(self.mark)

    def cover(self, covered: tuple[Rect, ...]) -> None:
        """Shows blocks for what is blacked out in these regions; a line that is corrected shows its text."""
        if covered != self.covered:
            self.covered = covered
            self.show_page(self._page)

    def show_page(self, page: Page) -> None:
        """Shows the lines of a page. One that has as many rows as before stays where it was scrolled to."""
        rows: list[str] = []
        places: list[tuple[int, int]] = []
        self._row_of = {}
        shown = _as_covered(page, self.covered)
        for block in in_blocks(page):
            if rows:
                rows.append("")
                places.append((-1, 0))
            for line in block:
                self._row_of[line] = len(rows)
                text = shown.lines[line].text
                starts = range(0, max(len(text), 1), LONGEST)
                rows += [text[at : at + LONGEST] for at in starts]
                places += [(line, at) for at in starts]
        if self._editor is not None:
            self._editor.cancel()
        kept = self.verticalScrollBar().value() if len(places) == len(self._places) else 0
        self._page, self._places, self._lit = page, places, -1
        self._found = _found_on(page)
        self.blockSignals(True)
        self._align(any(map(runs_left, rows)))
        self.setPlainText("\n".join(rows))
        self.blockSignals(False)
        self.verticalScrollBar().setValue(kept)
        self.mark()

    def _align(self, some_run_left: bool) -> None:
        """Each row begins where its letters do: justified is the only alignment by which a row may stand at the right."""
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(Qt.AlignmentFlag.AlignJustify if some_run_left else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)

    def show_line(self, line: int) -> None:
        """Lights a line and scrolls to it; -1: none."""
        self._lit = line if line in self._row_of else -1
        if self._lit >= 0:
            self._put_cursor(QTextCursor(self.document().findBlockByNumber(self._row_of[line])))
        self.mark()

    def show_part(self, line: int, start: int, end: int) -> None:
        """Selects a part of a line and scrolls to it."""
        self._lit = line
        self._put_cursor(self._cursor(line, start, end))
        self.mark()

    def _put_cursor(self, cursor: QTextCursor) -> None:
        self.blockSignals(True)
        self.setTextCursor(cursor)
        self.blockSignals(False)
        self.ensureCursorVisible()

    def caret(self) -> tuple[int, int]:
        """The line that the caret is in, and before which of its characters; (-1, 0) between blocks."""
        return self._place_of(self.textCursor())

    def place_at(self, point: QPoint) -> tuple[int, int]:
        """The same of a point of the viewport."""
        return self._place_of(self.cursorForPosition(point))

    def _place_of(self, cursor: QTextCursor) -> tuple[int, int]:
        line, begin = self._places[cursor.blockNumber()] if self._places else (-1, 0)
        return line, begin + _chars(cursor.block(), cursor.position())

    def set_marks_shown(self, shown: bool) -> None:
        """Whether words that the reader is unsure of are marked, and those that a person gave."""
        self._marks_shown = shown
        self.mark()

    @Slot()
    def mark(self) -> None:
        """Lights the current line and underlines what is worth a look."""
        marks = []
        if self._lit in self._row_of:
            lit = QTextCharFormat()
            lit.setBackground(self._theme.color("selection"))
            lit.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(self._marked(QTextCursor(self._block_of(self._lit)), lit))
        for line, start, end, (style, color) in self._found if self._marks_shown else ():
            underlined = QTextCharFormat()
            underlined.setUnderlineStyle(style)
            underlined.setUnderlineColor(self._theme.color(color))
            marks.append(self._marked(self._cursor(line, start, end), underlined))
        self.setExtraSelections(marks)

    def _marked(self, cursor: QTextCursor, how: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = cursor, how
        return mark

    def _block_of(self, line: int, char: int = 0) -> QTextBlock:
        return self.document().findBlockByNumber(self._row_of[line] + char // LONGEST)

    def _cursor(self, line: int, start: int, end: int) -> QTextCursor:
        """A cursor with a part of a line selected, as far as it stands in one row."""
        block, begin = self._block_of(line, start), start // LONGEST * LONGEST
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + _units(block, start - begin))
        cursor.setPosition(block.position() + _units(block, end - begin), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @Slot()
    def _caret_moved(self) -> None:
        line = self.line_at(self.textCursor())
        if line != self._lit:
            self._lit = line
            self.mark()
            self.line_activated.emit(line)

    # Correcting a line where it stands

    def correct(self, line: int, part: tuple[int, int] | None = None) -> None:
        """Opens a line for typing; a part of it may be selected."""
        if line not in self._row_of:
            return
        if self._editor is None:
            self._editor = _RowEditor(self._theme, self)
            self._editor.accepted.connect(self._accepted)
            self._editor.went_on.connect(lambda by: self.line_left.emit(self._edited, by))
        self._editor.cancel()
        self._edited = line
        if part is None:
            self.show_line(line)
        else:
            self.show_part(line, *part)
        self._editor.open_text(self._row_rect(line), self._page.lines[line].text, part)

    def correct_at_caret(self) -> None:
        """Opens the line that the caret is in, with what is selected of it."""
        line, char = self.caret()
        selected = self.textCursor().selectedText()
        start = char - len(selected) if self.textCursor().position() > self.textCursor().anchor() else char
        whole = line >= 0 and self._page.lines[line].text[start : start + len(selected)] == selected
        self.correct(line, (start, start + len(selected)) if selected and whole else None)

    def _row_rect(self, line: int) -> QRect:
        shown = self.blockBoundingGeometry(self._block_of(line)).translated(self.contentOffset())
        rect = QRect(0, round(shown.top()), self.viewport().width(), self.fontMetrics().height() + 2)
        return rect.translated(self.viewport().pos())

    @Slot()
    def _follow(self) -> None:
        if self._editor is not None and self._editor.is_open:
            self._editor.place(self._row_rect(self._edited))

    @Slot(str)
    def _accepted(self, text: str) -> None:
        self.line_corrected.emit(self._edited, text)

    def line_at(self, cursor: QTextCursor) -> int:
        """The line of the page that a cursor is in, -1 for none."""
        row = cursor.blockNumber()
        return self._places[row][0] if 0 <= row < len(self._places) else -1

    def copied(self, start: int, end: int, form: Form = "as it stands") -> Copied:
        """What the clipboard gets of the text between two positions of the document."""
        from eyebox.canvas.text_copy import copied_parts

        return copied_parts(self._page, self._parts(start, end), form, self.covered)

    def copy_as(self, form: Form) -> bool:
        """Puts the selected text into the clipboard; False when nothing is selected."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            found = self.copied(cursor.selectionStart(), cursor.selectionEnd(), form)
            QGuiApplication.clipboard().setMimeData(as_mime(found.text, found.html))
        return cursor.hasSelection()

    def _parts(self, start: int, end: int) -> list[Part]:
        parts: list[Part] = []
        block, last = self.document().findBlock(start), self.document().findBlock(end).blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            line, begin = self._places[block.blockNumber()]
            first, until = begin + _chars(block, start), begin + _chars(block, end)
            if parts and parts[-1][0] == line:
                parts[-1] = line, parts[-1][1], until
            elif line >= 0:
                parts.append((line, first, until))
            block = block.next()
        return parts

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        found = self.copied(cursor.selectionStart(), cursor.selectionEnd())
        return as_mime(found.text, found.html)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_copying(menu, self._theme, self.copy_as, lambda _form: self.textCursor().hasSelection())
        self.menu_opening.emit(menu, self.line_at(self.cursorForPosition(event.pos())))
        menu.addSeparator()
        menu.addAction(self.tr("Select all"), self.selectAll)
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _edits(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _edits(event):
            self.correct_at_caret()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.correct_at_caret()


class _RowEditor(LabelEditor):
    """Stands over the row that it corrects."""

    def open_text(self, near: QRect, text: str, part: tuple[int, int] | None = None) -> None:
        super().open_text(near, text, part)
        self.setFont(self._theme.font("body"))
        self.place(near)

    def place(self, near: QRect) -> None:
        height = self.sizeHint().height()
        self.setFixedWidth(near.width())
        self.setGeometry(near.left(), near.center().y() - height // 2, near.width(), height)


def _as_covered(page: Page, covered: tuple[Rect, ...]) -> Page:
    if not covered:
        return page
    from eyebox_models.text.redact import redacted

    return redacted(page, covered)


def _found_on(page: Page) -> list[tuple[int, int, int, Underlined]]:
    """What is underlined on a page: line, start, end and how."""
    from eyebox_models.text.proof import changed_parts, unsure_parts

    return [
        (n, start, end, how)
        for n, line in enumerate(page.lines)
        for parts, how in ((unsure_parts(line), _UNSURE), (changed_parts(line), _GIVEN))
        for start, end in parts
    ]


def _edits(event: QKeyEvent) -> bool:
    return event.key() in _EDITING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _chars(block: QTextBlock, position: int) -> int:
    """How many characters of a row stand before a position of the document."""
    units = min(max(position - block.position(), 0), block.length() - 1)
    return len(block.text().encode("utf-16-le")[: 2 * units].decode("utf-16-le"))


def _units(block: QTextBlock, char: int) -> int:
    """Where a character of a row stands in Qt's units of text."""
    return len(block.text()[:char].encode("utf-16-le", "surrogatepass")) // 2
