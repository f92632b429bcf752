"""The text of one message: read only, as high as it needs, growing while an answer streams."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QPoint, QRectF, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit, QWidget

from eyebox.chat.copy_buttons import CopyButtons
from eyebox.chat.decor import Decor, decor_rect, paint_decor
from eyebox.chat.phrases import Phrases
from eyebox.chat.render import PHRASE_SCHEME, InertDocument, Renderer
from eyebox.chat.segments import clean, common_length, cut_markdown, cut_plain, has_endless_word, mark
from eyebox.theme import Theme
from eyebox_models.ask import BoxFound

_INDENT = 20
_FRAME_MS = 30
_SLICE_MS = 12
"""Longest stretch of rendering between two turns of the event loop."""
_SCROLL_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


@dataclass(slots=True)
class _Piece:
    """A rendered part of the source: its length in the document, positions relative to its begin there."""

    length: int
    phrases: tuple[tuple[int, int, int], ...]
    decor: tuple[Decor, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A selection in Qt's positions, and what it says, to be selected again after rendering."""

    anchor: int
    caret: int
    text: str


class MessageBody(QTextBrowser):
    """Markdown or plain text whose phrases with boxes are links.

    Signals:
        resized: the height for the current width changed.
        link_clicked: the address of a link that the user clicked; nothing was opened.
        phrase_hovered: id of the box whose phrase is under the mouse or has the focus, "" when none is.
        phrase_clicked: id of a box; clicking again goes on to the next box of the same phrase.
        focus_shown: whether the keyboard's focus came here, so that it must be seen.
    """

    resized = Signal()
    link_clicked = Signal(str)
    phrase_hovered = Signal(str)
    phrase_clicked = Signal(str)
    focus_shown = Signal(bool)

    def __init__(self, theme: Theme, *, plain: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = plain
        self._text = ""
        self._starts = [0]
        self._pieces: list[_Piece] = []
        self._dirty: set[int] = set()
        self._phrases = Phrases()
        self._rects: list[tuple[Decor, int, QRectF]] | None = None
        self._lit = ""
        self._hovered = ""
        self._height = -1
        self._held: _Held | None = None
        self._copy_buttons = CopyButtons(theme, self.viewport())
        self._copy_buttons.pressed.connect(self._copy_code)
        self._timer = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._timer.timeout.connect(self._work)
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_highlighted)
        self._clear()

    @property
    def text(self) -> str:
        """The source text."""
        return self._text

    @property
    def busy(self) -> bool:
        """Whether some of the text is still to be rendered."""
        return self._timer.isActive()

    def set_text(self, text: str, boxes: Iterable[BoxFound] = (), *, plain: bool | None = None) -> None:
        """Shows another text; a long one appears in slices. The same text again stays as it is."""
        text = clean(text)
        plain = self._plain if plain is None else plain
        phrases = Phrases(boxes)
        if (text, plain, phrases) == (self._text, self._plain, self._phrases):
            return
        grown = text.startswith(self._text)
        self._text, self._plain, self._phrases = text, plain, phrases
        self._clear()
        if not grown:
            self._held = None
        self._work()

    def append(self, text: str) -> None:
        """Adds a piece to the text; what is shown follows within a frame."""
        if not text:
            return
        self._text += clean(text)
        self._schedule()

    def add_box(self, found: BoxFound) -> None:
        """Makes the phrase of a box a link, as soon as its text is there."""
        self._phrases.add(found)
        self._dirty |= {
            index
            for index, start in enumerate(self._starts[: len(self._pieces)])
            if start < found.end and self._end_of(index) > found.start
        }
        self._schedule()

    def flush(self) -> None:
        """Renders everything now."""
        while self._timer.isActive():
            self._timer.stop()
            self._work()

    def rerender(self) -> None:
        """Renders everything again, after the theme or the font changed."""
        self._clear()
        self._work()

    def fit(self, width: int) -> int:
        """The height in pixels that the text needs at this width."""
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)
        height = self.document().size().height()
        self._rects = None
        if self._pieces and self._pieces[-1].decor and self._pieces[-1].decor[-1].kind == "code":
            height = max(height, self._decor()[-1][2].bottom())
        self._height = round(height)
        return self._height

    def set_lit(self, box_id: str) -> None:
        """Lights the phrase of a box, "" for none."""
        if box_id != self._lit:
            self._lit = box_id
            self._update_lit()

    def boxes_beside(self, box_id: str) -> tuple[str, ...]:
        """All boxes that share the phrase of this one, itself included."""
        numbers = self._phrases.with_box(box_id)
        return self._phrases.by_number[min(numbers)].boxes if numbers else ()

    def phrase_rects(self, box_id: str) -> list[QRectF]:
        """Where the phrase of a box stands, a rectangle a part, in pixels of this widget."""
        rects = []
        for _, start, end in self._shown_phrases(box_id):
            first, last = QTextCursor(self.document()), QTextCursor(self.document())
            first.setPosition(start)
            last.setPosition(end)
            rects.append(QRectF(self.cursorRect(first).united(self.cursorRect(last))))
        return rects

    def codes(self) -> list[str]:
        """The text of every block of code."""
        return [self._code_text(decor, offset) for decor, offset, _ in self._decor("code")]

    def _cut(self, start: int) -> list[int]:
        return cut_plain(self._text, start) if self._plain else cut_markdown(self._text, start)

    def _end_of(self, index: int) -> int:
        return self._starts[index + 1] if index + 1 < len(self._starts) else len(self._text)

    def _clear(self) -> None:
        self._held = self._held or self._selected()
        self._renderer = Renderer(self._theme, self._theme.font())
        document = InertDocument(self._renderer.font)
        wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        if has_endless_word(self._text):
            wrap = QTextOption.WrapMode.WrapAnywhere
        document.setIndentWidth(_INDENT)
        option = document.defaultTextOption()
        option.setWrapMode(wrap)
        document.setDefaultTextOption(option)
        document.setTextWidth(self.lineWrapColumnOrWidth() or -1)
        self.setDocument(document)
        self._document = document
        QTextCursor(document).setBlockFormat(self._renderer.spacer())
        self._starts = [0]
        self._pieces = []
        self._dirty = set()

    def _schedule(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _work(self) -> None:
        """Renders what is missing or changed, for as long as a slice lasts, then goes on later."""
        clock = QElapsedTimer()
        clock.start()
        if cuts := self._cut(self._starts[-1]):
            self._starts += cuts
        if self._pieces and len(self._pieces) <= len(self._starts):
            self._dirty.add(len(self._pieces) - 1)
        while self._dirty or len(self._pieces) < len(self._starts):
            self._render(self._dirty.pop() if self._dirty else len(self._pieces))
            if clock.elapsed() > _SLICE_MS and len(self._pieces) < len(self._starts):
                break
        self._hold()
        self._rects = None
        self._update_lit()
        self._place_copy_buttons()
        width = self.lineWrapColumnOrWidth()
        before = self._height
        if width <= 0 or self.fit(width) != before:
            self.resized.emit()
        if len(self._pieces) < len(self._starts):
            self._timer.start(0)
        else:
            self._timer.setInterval(max(_FRAME_MS, 4 * clock.elapsed()))

    def _render(self, index: int) -> None:
        start, end = self._starts[index], self._end_of(index)
        spans = self._phrases.spans(start, end)
        marked = mark(self._text, start, end, spans, markdown=not self._plain)
        render = self._renderer.plain if self._plain else self._renderer.markdown
        rendered = render(marked, self._phrases.by_number, first=index == 0)
        piece = _Piece(rendered.document.characterCount() - 1, rendered.phrases, rendered.decor)
        cursor = QTextCursor(self.document())
        position = self._position_of(index)
        selected = self._selected()
        if max(selected.anchor, selected.caret) >= position:
            self._held = self._held or selected
        cursor.beginEditBlock()
        cursor.setPosition(position)
        if index < len(self._pieces):
            cursor.setPosition(position + self._pieces[index].length, QTextCursor.MoveMode.KeepAnchor)
            before = QTextCursor(self.document())
            before.setPosition(position)
            form = before.blockFormat()
            cursor.removeSelectedText()
            cursor.setBlockFormat(form)
            self._pieces[index] = piece
        else:
            self._pieces.append(piece)
        whole = QTextCursor(rendered.document)
        whole.select(QTextCursor.SelectionType.Document)
        cursor.insertFragment(whole.selection())
        cursor.endEditBlock()

    def _selected(self) -> _Held:
        cursor = self.textCursor()
        return _Held(cursor.anchor(), cursor.position(), cursor.selectedText())

    def _hold(self) -> None:
        """Selects again what was selected before, as far as it still says the same; once it is rendered."""
        held, last = self._held, self.document().characterCount() - 1
        if held is None or (max(held.anchor, held.caret) > last and len(self._pieces) < len(self._starts)):
            return
        self._held = None
        cursor = self.textCursor()
        cursor.setPosition(min(held.anchor, last))
        cursor.setPosition(min(held.caret, last), QTextCursor.MoveMode.KeepAnchor)
        if (now := cursor.selectedText()) != held.text:
            start = cursor.selectionStart()
            end = start + common_length(held.text, now)
            forwards = held.anchor <= held.caret
            cursor.setPosition(start if forwards else end)
            cursor.setPosition(end if forwards else start, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _position_of(self, index: int) -> int:
        return sum(piece.length for piece in self._pieces[:index])

    def _decor(self, kind: str = "") -> list[tuple[Decor, int, QRectF]]:
        """Every decor with the position its own ones count from, and its place in pixels."""
        if self._rects is None:
            self._rects = []
            offset = 0
            for piece in self._pieces:
                self._rects += [(d, offset, decor_rect(self.document(), offset, d)) for d in piece.decor]
                offset += piece.length
        return [found for found in self._rects if kind in ("", found[0].kind)]

    def _code_text(self, decor: Decor, offset: int) -> str:
        lines = []
        block = self.document().findBlock(offset + decor.start)
        while block.isValid() and block.position() <= offset + decor.end:
            lines.append(block.text())
            block = block.next()
        return "\n".join(lines)

    def _shown_phrases(self, box_id: str) -> list[tuple[int, int, int]]:
        numbers = self._phrases.with_box(box_id)
        shown = []
        offset = 0
        for piece in self._pieces if numbers else ():
            shown += [(n, offset + start, offset + end) for n, start, end in piece.phrases if n in numbers]
            offset += piece.length
        return shown

    def _update_lit(self) -> None:
        selections = []
        for number, start, end in self._shown_phrases(self._lit):
            selection: Any = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            ground = QColor(self._theme.label_color(self._phrases.by_number[number].label))
            ground.setAlphaF(0.45 if self._theme.dark else 0.28)
            selection.format.setBackground(ground)
            selections.append(selection)
        if selections or self.extraSelections():
            self.setExtraSelections(selections)

    def _place_copy_buttons(self) -> None:
        self._copy_buttons.place([rect for _, _, rect in self._decor("code")])

    @Slot(int)
    def _copy_code(self, place: int) -> None:
        self.copy_text(self.codes()[place])

    def _hover(self, box_id: str) -> None:
        if box_id != self._hovered:
            self._hovered = box_id
            self.phrase_hovered.emit(box_id)

    def _phrase_of(self, url: QUrl) -> int | None:
        if url.scheme() != PHRASE_SCHEME or not url.path().isdigit():
            return None
        number = int(url.path())
        return number if number in self._phrases.by_number else None

    @Slot(QUrl)
    def _on_highlighted(self, url: QUrl) -> None:
        number = self._phrase_of(url)
        self._hover("" if number is None else self._phrases.by_number[number].boxes[0])

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        number = self._phrase_of(url)
        if number is None:
            self.link_clicked.emit(url.toString())
            return
        self.phrase_clicked.emit(self._phrases.next_box(number))

    @Slot()
    def copy(self) -> None:
        """Copies what is selected, the source text when nothing is."""
        if self.textCursor().hasSelection():
            super().copy()
        else:
            self.copy_all()

    @Slot()
    def copy_all(self) -> None:
        """Copies the source text."""
        self.copy_text(self._text)

    def copy_text(self, text: str) -> None:
        """Copies any text."""
        QGuiApplication.clipboard().setText(text)

    def loadResource(self, _type: int, _name: QUrl | str) -> Any:
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText().strip("\n"))
        return data

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = QRectF(event.rect())
        for decor, _, rect in self._decor():
            if rect.adjusted(-16, 0, 0, 1).intersects(shown):
                paint_decor(painter, self._theme, decor, rect, self.tr("Code"))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rects = None
        self._place_copy_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _SCROLL_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.focus_shown.emit(event.reason() in keys)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.focus_shown.emit(False)
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = None
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self._menu_at(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _menu_at(self, position: QPoint) -> QMenu:
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction(self.tr("Copy message")).triggered.connect(self.copy_all)
        menu.addAction(self.tr("Select all")).triggered.connect(self.selectAll)
        return menu
