"""The Text tab: the read text as text, line by line, to be copied or followed on the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QStackedLayout,
    QTextEdit,
    QToolButton,
    QToolTip,
    QWidget,
)

from eyebox.canvas.code_list import CodeList
from eyebox.canvas.text_selection import in_blocks
from eyebox.canvas.text_state import TextState
from eyebox.theme.controls import column, hairline, label
from eyebox.theme.copying import CopiedMark, add_copying, as_mime
from eyebox.theme.menus import give_menu
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.protocol.page import Order, Page

if TYPE_CHECKING:
    from eyebox.canvas.text_copy import Part
    from eyebox.formats.copied import Copied, Form

UNSURE = 0.85
"""Lines read with a lower score are marked."""
LONGEST = 2500
"""Characters: a longer line is shown in several rows, as Qt takes a second for a word of 200,000."""


CODES_SHARE = 0.35
"""So much of the panel's height the codes may have, twice as much where there is no text."""


class TextPanel(Retranslated, QWidget):
    """Shows the text of one picture, or why there is none, and its codes below."""

    line_activated = Signal(int)
    """The caret was put on this line of the page."""
    code_activated = Signal(int)
    """This code of the page was chosen, -1: none is any more."""
    link_wanted = Signal(str)
    """A web address of a code that is to be opened, once the user was asked."""
    read_requested = Signal()
    order_chosen = Signal(str)
    """The order (a protocol.page.Order) that text is to be read in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = Page("", 0, 0, 0.0)
        self._row_of: dict[int, int] = {}
        self._lit = -1
        self._summary = QLabel()
        self._summary.setContentsMargins(4, 0, 4, 0)
        set_kind(self._summary, "muted")
        self._unread = QLabel()
        self._unread.setWordWrap(True)
        self._unread.setContentsMargins(4, 0, 4, 0)
        set_kind(self._unread, "muted")
        self._text = _PageText(theme)
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        set_kind(self._text, "bare")
        self._text.document().setDocumentMargin(4)
        self._text.viewport().installEventFilter(self)
        self._text.cursorPositionChanged.connect(self._caret_moved)
        self._state = TextState(theme)
        self._state.read_requested.connect(self.read_requested)
        head = QHBoxLayout()
        head.setSpacing(4)
        self._again = self._button("read")
        self._again.clicked.connect(self.read_requested)
        self._copy = self._button("copy")
        self._copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._copy.clicked.connect(self.copy_all)
        CopiedMark(theme, self._copy)
        self._order: Order = "automatic"
        self._order_menu = QMenu(self)
        self._order_menu.triggered.connect(lambda action: self.order_chosen.emit(action.data()))
        self._order_button = self._button("chevron-down")
        self._order_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._order_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._order_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        give_menu(self._order_button, self._order_menu)
        head.addWidget(self._order_button)
        head.addStretch(1)
        head.addWidget(self._again)
        head.addWidget(self._copy)
        shown = QWidget()
        column(
            head, self._summary, self._unread, 4, (self._text, 1),
            inside=shown, spacing=4, margins=(12, 8, 8, 8),
        )  # fmt: skip
        upper = QWidget()
        self._pages = QStackedLayout(upper)
        self._pages.addWidget(self._state)
        self._pages.addWidget(shown)
        self._code_list = CodeList(theme)
        self._code_list.chosen.connect(self.code_activated)
        self._code_list.link_wanted.connect(self.link_wanted)
        self._code_count = label("muted")
        self._code_count.setContentsMargins(10, 0, 0, 0)
        self._code_part = QWidget()
        below = column(self._code_count, self._code_list, spacing=4, margins=(6, 8, 8, 8))
        column(hairline(), below, inside=self._code_part)
        column((upper, 1), self._code_part, inside=self)
        theme.changed.connect(self._mark)
        self._retranslate()
        self.show_empty()

    @property
    def page(self) -> Page:
        """The page shown; one without lines when there is none."""
        return self._page

    def text(self) -> str:
        """The text as it is shown: an empty line between blocks."""
        return "\n\n".join(
            "\n".join(self._page.lines[line].text for line in block) for block in in_blocks(self._page)
        )

    @Slot()
    def show_empty(self) -> None:
        """No picture is open."""
        self._put(Page("", 0, 0, 0.0))
        self._state.show_empty()

    @Slot()
    def show_unread(self) -> None:
        """The picture was not read so far, and is not being read."""
        self._put(Page("", 0, 0, 0.0))
        self._state.show_unread()

    def show_reading(self, fraction: float | None = None) -> None:
        """The picture is being read, so far by `fraction` (0..1, None when unknown)."""
        self._put(Page("", 0, 0, 0.0))
        self._state.show_reading(fraction)

    def show_failed(self, message: str, detail: str = "") -> None:
        """The picture could not be read: one sentence, and details to be unfolded."""
        self._put(Page("", 0, 0, 0.0))
        self._state.show_failed(message, detail)

    def show_page(self, page: Page) -> None:
        """Shows what was read; a page without lines says that there is no text."""
        self._put(page)
        if not page.lines:
            self._state.show_nothing_found(page.unread, has_codes=bool(page.codes))

    def show_line(self, line: int) -> None:
        """Lights a line of the page, as when it is pointed at on the picture, and scrolls to it; -1: none."""
        self._lit = line if line in self._row_of else -1
        if self._lit >= 0:
            cursor = QTextCursor(self._text.document().findBlockByNumber(self._row_of[line]))
            self._text.blockSignals(True)
            self._text.setTextCursor(cursor)
            self._text.blockSignals(False)
            self._text.ensureCursorVisible()
        self._mark()

    def set_order(self, order: Order) -> None:
        """Says in which order text is read."""
        self._order = order
        self._retranslate()

    def open_order_menu(self) -> None:
        """Lets the order be chosen."""
        button = self._order_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._order_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _name_orders(self) -> None:
        names: dict[Order, tuple[str, str]] = {
            "automatic": (self.tr("Automatic"), self.tr("Order: automatic")),
            "columns": (self.tr("Column by column"), self.tr("Order: columns")),
            "rows": (self.tr("Row by row"), self.tr("Order: rows")),
            "code": (self.tr("Code, with its indentation"), self.tr("Order: code")),
        }
        self._order_menu.clear()
        for order, (name, _) in names.items():
            action = self._order_menu.addAction(name)
            action.setData(order)
            action.setCheckable(True)
            action.setChecked(order == self._order)
        name, short = names[self._order]
        title = self.tr("Order of the text: %1").replace("%1", name)
        self._order_button.setText(short)
        self._order_button.setToolTip(title)
        self._order_button.setAccessibleName(title)

    @Slot()
    def copy_all(self) -> None:
        """Copies the whole text: rows with columns as tables, all else line by line."""
        found = self._text.copied(0, self._text.document().characterCount() - 1)
        QGuiApplication.clipboard().setMimeData(as_mime(found.text, found.html))

    def _put(self, page: Page) -> None:
        if page == self._page and page.lines:
            return
        self._page, self._lit = page, -1
        self._code_list.set_codes(page.codes or ())
        rows: list[str] = []
        places: list[tuple[int, int]] = []
        self._row_of = {}
        for block in in_blocks(page):
            if rows:
                rows.append("")
                places.append((-1, 0))
            for line in block:
                self._row_of[line] = len(rows)
                text = page.lines[line].text
                starts = range(0, max(len(text), 1), LONGEST)
                rows += [text[at : at + LONGEST] for at in starts]
                places += [(line, at) for at in starts]
        self._text.blockSignals(True)
        self._text.show_rows(page, rows, places)
        self._text.blockSignals(False)
        self._summarise()
        self._mark()
        self._pages.setCurrentIndex(1 if page.lines else 0)

    def _summarise(self) -> None:
        self._summary.setText(self._summarised())
        self._unread.setText(self._state.unread_sentence(self._page.unread))
        self._unread.setVisible(self._page.unread > 0)
        codes = self._page.codes or ()
        self._code_count.setText(self.tr("%n code(s)", "", len(codes)))
        self._code_part.setVisible(bool(codes))
        self._limit_codes()

    def _limit_codes(self) -> None:
        share = CODES_SHARE if self._page.lines else 2 * CODES_SHARE
        self._code_list.set_most(round(self.height() * share))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_codes()

    def _summarised(self) -> str:
        lines = self._page.lines
        if not lines:
            return ""
        mean = sum(line.score for line in lines) / len(lines)
        return self.tr("%n line(s)", "", len(lines)) + " · " + self.tr("{0} % sure").format(int(mean * 100))

    @Slot()
    def _mark(self) -> None:
        """Lights the current line and puts waves under the lines that were read with a low score."""
        marks = []
        if self._lit >= 0:
            format = QTextCharFormat()
            format.setBackground(self._theme.color("selection"))
            format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(self._marked(self._lit, format, whole=False))
        waves = QTextCharFormat()
        waves.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        waves.setUnderlineColor(self._theme.color("warn"))
        for number, line in enumerate(self._page.lines):
            if line.score < UNSURE:
                marks.append(self._marked(number, waves, whole=True))
        self._text.setExtraSelections(marks)

    def _marked(self, line: int, format: QTextCharFormat, whole: bool) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self._text.document().findBlockByNumber(self._row_of[line]))
        if whole:
            mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        mark.format = format
        return mark

    def _retranslate(self) -> None:
        self._summary.setAccessibleName(self.tr("Lines and certainty"))
        self._summarise()
        self._text.setAccessibleName(self.tr("Text of the picture"))
        self._copy.setText(self.tr("Copy all"))
        self._name_orders()
        for button, name in ((self._again, self.tr("Read again")), (self._copy, self.tr("Copy all"))):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        return button

    @Slot()
    def _caret_moved(self) -> None:
        line = self._text.line_at(self._text.textCursor())
        if line != self._lit:
            self._lit = line
            self._mark()
            self._code_list.setCurrentRow(-1)
            self.line_activated.emit(line)

    def _tip(self, event: QHelpEvent) -> None:
        line = self._text.line_at(self._text.cursorForPosition(event.pos()))
        if line < 0 or self._page.lines[line].score >= UNSURE:
            QToolTip.hideText()
            return
        score = int(self._page.lines[line].score * 100)
        QToolTip.showText(event.globalPos(), self.tr("Only {0} % sure: check this line").format(score))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._text.viewport() and isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return False


class _PageText(QPlainTextEdit):
    """The text itself: rows, each a line of the page, a part of a long one, or nothing between two blocks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page = Page("", 0, 0, 0.0)
        self._places: list[tuple[int, int]] = []

    def show_rows(self, page: Page, rows: list[str], places: list[tuple[int, int]]) -> None:
        """Shows rows; `places` has the line of each (-1 for none) and where in that it begins."""
        self._page, self._places = page, places
        self.setPlainText("\n".join(rows))

    def line_at(self, cursor: QTextCursor) -> int:
        """The line of the page that a cursor is in, -1 for none."""
        row = cursor.blockNumber()
        return self._places[row][0] if 0 <= row < len(self._places) else -1

    def copied(self, start: int, end: int, form: Form = "as it stands") -> Copied:
        """What the clipboard gets of the text between two positions of the document."""
        from eyebox.canvas.text_copy import copied_parts

        return copied_parts(self._page, self._parts(start, end), form)

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
        menu.addAction(self.tr("Select all"), self.selectAll)
        menu.popup(event.globalPos())


def _chars(block: QTextBlock, position: int) -> int:
    """How many characters of a row stand before a position of the document."""
    units = min(max(position - block.position(), 0), block.length() - 1)
    return len(block.text().encode("utf-16-le")[: 2 * units].decode("utf-16-le"))
