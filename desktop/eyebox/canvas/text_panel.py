"""The Text tab: the read text as text, line by line, to be copied or followed on the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedLayout,
    QTextEdit,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from eyebox.canvas.text_selection import in_blocks
from eyebox.canvas.text_state import TextState
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.protocol.page import Page

UNSURE = 0.85
"""Lines read with a lower score are marked."""
LONGEST = 2500
"""Characters: a longer line is shown in several rows, as Qt takes a second for a word of 200,000."""


class TextPanel(Retranslated, QWidget):
    """Shows the text of one picture, or why there is none."""

    line_activated = Signal(int)
    """The caret was put on this line of the page."""
    read_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = Page("", 0, 0, 0.0)
        self._line_of: list[int] = []
        self._row_of: dict[int, int] = {}
        self._lit = -1
        self._summary = QLabel()
        set_kind(self._summary, "muted")
        self._unread = QLabel()
        self._unread.setWordWrap(True)
        self._unread.setContentsMargins(4, 0, 4, 0)
        set_kind(self._unread, "muted")
        self._text = _PageText(lambda: self._line_of)
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
        head.setContentsMargins(4, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(self._summary, 1)
        self._again = self._button("read")
        self._again.clicked.connect(self.read_requested)
        self._copy = self._button("copy")
        self._copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._copy.clicked.connect(self.copy_all)
        head.addWidget(self._again)
        head.addWidget(self._copy)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._unread)
        column.addWidget(self._text, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._state)
        self._pages.addWidget(shown)
        theme.changed.connect(self._mark)
        self._retranslate()
        self.show_empty()

    @property
    def page(self) -> Page:
        """The page shown; one without lines when there is none."""
        return self._page

    def text(self) -> str:
        """The text as it is shown and copied: an empty line between blocks."""
        return self._text.between(0, self._text.document().characterCount() - 1)

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
            self._state.show_nothing_found(page.unread)

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

    @Slot()
    def copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _put(self, page: Page) -> None:
        if page == self._page and page.lines:
            return
        self._page, self._lit = page, -1
        rows: list[str] = []
        self._line_of, self._row_of = [], {}
        for block in in_blocks(page):
            if rows:
                rows.append("")
                self._line_of.append(-1)
            for line in block:
                self._row_of[line] = len(rows)
                text = page.lines[line].text
                parts = [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)] or [""]
                rows += parts
                self._line_of += [line] * len(parts)
        self._text.blockSignals(True)
        self._text.setPlainText("\n".join(rows))
        self._text.blockSignals(False)
        self._summarise()
        self._mark()
        self._pages.setCurrentIndex(1 if page.lines else 0)

    def _summarise(self) -> None:
        self._summary.setText(self._summarised())
        self._unread.setText(self._state.unread_sentence(self._page.unread))
        self._unread.setVisible(self._page.unread > 0)

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
        for button, name in ((self._again, self.tr("Read again")), (self._copy, self.tr("Copy all"))):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        return button

    def _line_at(self, block: int) -> int:
        return self._line_of[block] if 0 <= block < len(self._line_of) else -1

    @Slot()
    def _caret_moved(self) -> None:
        line = self._line_at(self._text.textCursor().blockNumber())
        if line != self._lit:
            self._lit = line
            self._mark()
            self.line_activated.emit(line)

    def _tip(self, event: QHelpEvent) -> None:
        line = self._line_at(self._text.cursorForPosition(event.pos()).blockNumber())
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
    """The text itself, in which neighbouring rows may be parts of one line."""

    def __init__(self, line_of: Callable[[], Sequence[int]]) -> None:
        super().__init__()
        self._line_of = line_of

    def between(self, start: int, end: int) -> str:
        """The text between two positions of the document, with the lines as they were read."""
        line_of = self._line_of()
        document = self.document()
        block, last = document.findBlock(start), document.findBlock(end).blockNumber()
        parts: list[str] = []
        while block.isValid() and block.blockNumber() <= last:
            row, cursor = block.blockNumber(), QTextCursor(block)
            cursor.setPosition(max(start, block.position()))
            cursor.setPosition(
                min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor
            )
            if parts and not (line_of[row] == line_of[row - 1] >= 0):
                parts.append("\n")
            parts.append(cursor.selection().toPlainText())
            block = block.next()
        return "".join(parts)

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self.between(cursor.selectionStart(), cursor.selectionEnd()))
        return data
