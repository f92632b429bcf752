"""Turns pieces of an answer into formatted documents. Model text is data: nothing in it is fetched or run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontDatabase,
    QFontInfo,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from eyebox.chat.decor import CODE_PADDING, Decor, code_header
from eyebox.chat.phrases import PHRASE_SCHEME, Phrase
from eyebox.chat.segments import (
    Continuation,
    columns_of,
    is_wide_table,
    marks_in,
    utf16_length,
    with_formulas,
    without_marks,
)
from eyebox.chat.tables import format_tables
from eyebox.theme import Theme
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.dataclass import dataclass

SCHEMES = ("http", "https", "mailto")
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_Property = QTextFormat.Property
_Fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_HEADING_SCALES = (1.3, 1.15, 1.0)
_DEEPEST = 8
"""Levels that are indented: more leave no room for the text."""


class InertDocument(QTextDocument):
    """A document that loads nothing: no file, no address."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(font)

    def loadResource(self, _type: int, _name: QUrl | str) -> Any:
        return None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A piece as a document that begins with an empty block; all positions are Qt's, inside that document."""

    document: QTextDocument
    phrases: tuple[tuple[int, int, int], ...]
    """Number, start and end of each phrase."""
    decor: tuple[Decor, ...]
    cells: int = 0
    """How many cells its tables have."""


class Renderer:
    """Formats by theme and font; made anew when either changes."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self.font = font
        self.size = QFontInfo(font).pixelSize()
        self.line = 2 * round(self.size * 0.8)
        self.mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.mono.setPixelSize(self.size - 1)

    def markdown(
        self,
        marked: str,
        phrases: Mapping[int, Phrase],
        *,
        first: bool,
        continues: Continuation = Continuation(),
        goes_on: bool = False,
    ) -> Rendered:
        """Model text.

        `first` says that nothing stands above it, `continues` what it carries on, `goes_on` that the next piece carries it on.
        """
        if continues.kind == "raw" or is_wide_table(marked):
            return self.plain(marked, phrases, bottom=0 if goes_on else 8)
        document = InertDocument(self.font)
        text = marked if continues.kind == "code" else with_formulas(marked)
        document.setMarkdown(_with_context(text, continues), _FEATURES)
        self._prepend_block(document, begins_with_rows=continues.kind == "table")
        self._format_spans(document)
        found = self._format_phrases(document, phrases)
        decor = self._format_blocks(document, carries_on=continues.kind == "code", goes_on=goes_on)
        if first:
            self._raise(document, decor)
        cells = format_tables(
            document, self._theme.color("hairline"), headless=continues.kind == "table", goes_on=goes_on
        )
        return Rendered(document, found, decor, cells)

    def plain(self, marked: str, phrases: Mapping[int, Phrase], *, bottom: int = 0) -> Rendered:
        """Text whose characters and line breaks mean only themselves."""
        document = InertDocument(self.font)
        document.setPlainText("\n" + marked.removesuffix("\n"))
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._block_format(bottom=0))
        QTextCursor(document.lastBlock()).setBlockFormat(self._block_format(bottom=bottom))
        found = self._format_phrases(document, phrases)
        return Rendered(document, found, ())

    def spacer(self) -> QTextBlockFormat:
        """The format of the empty blocks that Qt needs before and after tables."""
        form = QTextBlockFormat()
        form.setLineHeight(1, _Fixed)
        return form

    def _raise(self, document: QTextDocument, decor: tuple[Decor, ...]) -> None:
        """Takes the space above the first block away."""
        block = document.firstBlock().next()
        starts_with_code = bool(decor) and decor[0].kind == "code" and decor[0].start == block.position()
        form = block.blockFormat()
        form.setTopMargin(code_header() if starts_with_code else 0)
        QTextCursor(block).setBlockFormat(form)

    def _prepend_block(self, document: QTextDocument, *, begins_with_rows: bool) -> None:
        """Makes the document begin with an empty block, as one that begins with a rule or a table does already.

        A table's stays between it and what is above, whose space below is lost otherwise; rows carry a table on.
        """
        cursor = QTextCursor(document)
        first = document.firstBlock()
        is_there = (
            not first.text() and first.blockFormat() == QTextBlockFormat() and document.blockCount() > 1
        )
        if is_there and (begins_with_rows or not _beside_table(document, first)):
            return
        form = first.blockFormat()
        cursor.insertBlock(form)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.setBlockFormat(QTextBlockFormat())

    def _block_format(self, *, top: int = 0, bottom: int = 8) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setTopMargin(top)
        form.setBottomMargin(bottom)
        form.setLineHeight(self.line, _Fixed)
        return form

    def _format_spans(self, document: QTextDocument) -> None:
        """Links that may be opened, pictures as the text they were written as, and the fonts of code."""
        spans = [
            (fragment.position(), fragment.length(), form)
            for block in _blocks(document)
            if not _is_code(block.blockFormat())
            for fragment in _fragments(block)
            if (form := fragment.charFormat()).isImageFormat() or form.isAnchor() or form.fontFixedPitch()
        ]
        cursor = QTextCursor(document)
        for position, length, form in reversed(spans):
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            if form.isImageFormat():
                image = form.toImageFormat()
                alt = image.stringProperty(_Property.ImageAltText)
                text = f"![{without_marks(alt)}]({without_marks(image.name())})"
                cursor.insertText(text * length, QTextCharFormat())
            elif form.isAnchor():
                cursor.setCharFormat(self._link_format(form))
            else:
                form.setFontFamilies(self.mono.families())
                form.setProperty(_Property.FontPixelSize, self.mono.pixelSize())
                form.setBackground(QBrush(self._theme.color("hover")))
                cursor.setCharFormat(form)

    def _link_format(self, form: QTextCharFormat) -> QTextCharFormat:
        address = without_marks(form.anchorHref())
        allowed = QUrl(address).scheme().lower() in SCHEMES
        form.setAnchor(allowed)
        form.clearProperty(_Property.AnchorHref)
        form.clearProperty(_Property.TextToolTip)
        form.clearForeground()
        form.setFontUnderline(False)
        if allowed:
            form.setAnchorHref(address)
            form.setToolTip(as_tip(address))
            form.setForeground(QBrush(self._theme.color("accent")))
            form.setFontUnderline(True)
        return form

    def _format_phrases(
        self, document: QTextDocument, phrases: Mapping[int, Phrase]
    ) -> tuple[tuple[int, int, int], ...]:
        open_at: dict[int, int] = {}
        found: list[tuple[int, int, int]] = []
        cursor = QTextCursor(document)
        for position, number, begins in _take_marks(cursor):
            if begins:
                open_at[number] = position
            elif (start := open_at.pop(number, position)) < position and number in phrases:
                found.append((number, start, position))
        for number, start, end in found:
            form = QTextCharFormat()
            form.setAnchor(True)
            form.setAnchorHref(f"{PHRASE_SCHEME}:{number}")
            form.setForeground(QBrush(self._theme.color("text")))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(self._theme.label_color(phrases[number].label))
            form.setToolTip("")
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)
        return tuple(found)

    def _format_blocks(
        self, document: QTextDocument, *, carries_on: bool, goes_on: bool
    ) -> tuple[Decor, ...]:
        decor: list[Decor] = []
        blocks = _blocks(document)
        cursor = QTextCursor(document)
        place = 1
        while place < len(blocks):
            block, end = blocks[place], place + 1
            cursor.setPosition(block.position())
            old = block.blockFormat()
            after = blocks[end] if end < len(blocks) else None
            if cursor.currentTable():
                form = self._block_format(bottom=0)
                form.setAlignment(old.alignment())
                cursor.setBlockFormat(form)
            elif _is_code(old):
                while end < len(blocks) and _is_code(blocks[end].blockFormat()):
                    end += 1
                above = carries_on and place == 1
                below = goes_on and end == len(blocks)
                decor.append(self._format_code(cursor, blocks[place:end], carries_on=above, goes_on=below))
            elif old.hasProperty(_Property.BlockTrailingHorizontalRulerWidth):
                form = self._block_format(top=8, bottom=16)
                form.setLineHeight(1, _Fixed)
                decor.append(Decor("rule", block.position(), block.position()))
                cursor.setBlockFormat(form)
            elif not block.text() and (after is None or _beside_table(document, block)):
                cursor.setBlockFormat(self.spacer())
            else:
                form = self._text_block(decor, block, after)
                if goes_on and after is None:
                    form.setBottomMargin(0)
                cursor.setBlockFormat(form)
            place = end
        return tuple(decor)

    def _text_block(
        self, decor: list[Decor], block: QTextBlock, after: QTextBlock | None
    ) -> QTextBlockFormat:
        old = block.blockFormat()
        form = self._block_format()
        if level := old.headingLevel():
            size = round(self.size * _HEADING_SCALES[min(level, 3) - 1])
            form = self._block_format(top=16 if level < 3 else 8)
            form.setHeadingLevel(level)
            form.setLineHeight(2 * round(size * 0.72), _Fixed)
            self._size_heading(block, size)
        if block.textList():
            form.setBottomMargin(4 if after and after.textList() else 8)
            form.setObjectIndex(old.objectIndex())
            form.setMarker(old.marker())
            form.setIndent(min(old.indent(), _DEEPEST))
        if level := old.intProperty(_Property.BlockQuoteLevel):
            form.setLeftMargin(16 * min(level, _DEEPEST))
            decor.append(Decor("quote", block.position(), block.position()))
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            muted = QTextCharFormat()
            muted.setForeground(QBrush(self._theme.color("muted")))
            cursor.mergeCharFormat(muted)
        return form

    def _size_heading(self, block: QTextBlock, size: int) -> None:
        cursor = QTextCursor(block)
        for fragment in list(_fragments(block)):
            form = fragment.charFormat()
            form.clearProperty(_Property.FontSizeAdjustment)
            form.setProperty(_Property.FontPixelSize, size)
            form.setFontWeight(QFont.Weight.DemiBold)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(form)

    def _format_code(
        self, cursor: QTextCursor, blocks: list[QTextBlock], *, carries_on: bool, goes_on: bool
    ) -> Decor:
        first, last = blocks[0], blocks[-1]
        form = self._block_format(bottom=0)
        form.setLeftMargin(CODE_PADDING)
        form.setRightMargin(CODE_PADDING)
        form.setIndent(first.blockFormat().indent())
        form.setLineHeight(self.line - 2, _Fixed)
        language = without_marks(first.blockFormat().stringProperty(_Property.BlockCodeLanguage))
        mono = QTextCharFormat()
        mono.setFontFamilies(self.mono.families())
        mono.setProperty(_Property.FontPixelSize, self.mono.pixelSize())
        mono.setBackground(QBrush(Qt.BrushStyle.NoBrush))
        cursor.setPosition(first.position())
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setBlockFormat(form)
        cursor.mergeCharFormat(mono)
        top = QTextBlockFormat()
        top.setTopMargin(0 if carries_on else code_header() + 8)
        QTextCursor(first).mergeBlockFormat(top)
        bottom = QTextBlockFormat()
        bottom.setBottomMargin(0 if goes_on else CODE_PADDING + 12)
        QTextCursor(last).mergeBlockFormat(bottom)
        return Decor("code", first.position(), last.position(), language[:40], carries_on)


def _with_context(marked: str, continues: Continuation) -> str:
    """A piece as Markdown of its own, with what begins the block that it carries on."""
    if continues.kind == "code":
        return continues.head + marked
    if continues.kind == "table":
        delimiter = continues.head.split("\n")[1]
        return "|" + " |" * columns_of(delimiter) + f"\n{delimiter}\n{marked}"
    if continues.kind == "list":
        spaces = len(marked) - len(marked.lstrip(" "))
        return "\n".join(_dedented(line, spaces) for line in marked.split("\n"))
    return marked


def _dedented(line: str, spaces: int) -> str:
    return line[min(spaces, len(line) - len(line.lstrip(" "))) :]


def _is_code(form: QTextBlockFormat) -> bool:
    return form.nonBreakableLines() or form.hasProperty(_Property.BlockCodeFence)


def _beside_table(document: QTextDocument, block: QTextBlock) -> bool:
    cursor = QTextCursor(document)
    for position in (block.position() - 1, block.position() + block.length()):
        cursor.setPosition(max(position, 0))
        if cursor.currentTable():
            return True
    return False


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    blocks = []
    block = document.firstBlock()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    return blocks


def _fragments(block: QTextBlock) -> list[Any]:
    fragments = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragments.append(iterator.fragment())
        iterator += 1
    return fragments


def _take_marks(cursor: QTextCursor) -> list[tuple[int, int, bool]]:
    """Removes all marks from the cursor's document and returns where they were, as `marks_in` does."""
    raw = cursor.document().toRawText()
    taken = []
    position = offset = 0
    for index, number, begins in marks_in(raw):
        position += utf16_length(raw[offset:index])
        offset = index + 1
        taken.append((position, number, begins))
        cursor.setPosition(position)
        cursor.setPosition(position + 2, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    return taken
