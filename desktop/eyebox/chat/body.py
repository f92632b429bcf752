"""The text of one message: read only, as high as it needs, growing while an answer streams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

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
    QPixmap,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit, QWidget

from eyebox.chat.decor import CopyButtons, paint_decor
from eyebox.chat.document import BEARING, MessageDocument, MessageSource, SavedSelection
from eyebox.chat.phrases import Phrases
from eyebox.chat.render import InertDocument
from eyebox.chat.segments import clean
from eyebox.theme import Theme
from eyebox.theme.copying import add_copying, as_mime
from eyebox_models.protocol.events import BoxFound

if TYPE_CHECKING:
    from eyebox.formats.copied import Form

_FRAME_MS = 30
_SLICE_MS = 12
"""Longest stretch of rendering between two turns of the event loop."""
AT_ONCE = 30_000
"""Up to this cost a document is laid out in another width at once; a larger one is made anew, in slices."""
_MANY_CODES = 20
"""From so many blocks of code on only those in sight have a button."""
_SCROLL_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


class MessageBody(QTextBrowser):
    """Markdown or plain text whose phrases with boxes are links.

    Signals:
        resized: the height for the current width changed.
        link_clicked: the address of a link that the user clicked; nothing was opened.
        phrase_hovered: id of the box whose phrase is under the mouse or has the focus, "" when none is.
        phrase_clicked: id of a box; clicking again goes on to the next box of the same phrase.
        focus_shown: whether the keyboard's focus came here, so that it must be seen.
        selected_to: the height in pixels of this widget up to which a drag selects, as it moves.
    """

    resized = Signal()
    link_clicked = Signal(str)
    phrase_hovered = Signal(str)
    phrase_clicked = Signal(str)
    focus_shown = Signal(bool)
    selected_to = Signal(int)

    def __init__(self, theme: Theme, *, plain: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = plain
        self._source = MessageSource(plain=plain)
        self._width = -1
        self._complete = True
        self._floor = 0
        self._still: tuple[QPoint, QPixmap] | None = None
        self._lit = ""
        self._hovered = ""
        self._height = -1
        self._selected_before: SavedSelection | None = None
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
        self._begin()

    @property
    def text(self) -> str:
        """The source text."""
        return self._source.text

    @property
    def busy(self) -> bool:
        """Whether some of the text is still to be rendered."""
        return self._timer.isActive()

    @property
    def is_long(self) -> bool:
        """Whether another width takes effect only after a while."""
        return self._rendered.cost > AT_ONCE

    def set_text(self, text: str, boxes: Iterable[BoxFound] = (), *, plain: bool | None = None) -> None:
        """Shows another text; a long one appears in slices. The same text again stays as it is."""
        text = clean(text)
        plain = self._plain if plain is None else plain
        old = self._source
        phrases = Phrases(boxes)
        if (text, plain, phrases) == (old.text, old.plain, old.phrases):
            return
        saved = SavedSelection.of(self.textCursor()) if text.startswith(old.text) else None
        self._plain = plain
        self._source = MessageSource(text, plain, phrases)
        self._still, self._floor = None, 0
        self._begin()
        self._selected_before = saved
        self._work()

    def append(self, text: str) -> None:
        """Adds a piece to the text; what is shown follows within a frame."""
        if not text:
            return
        self._source.add(clean(text))
        self._schedule()

    def add_box(self, found: BoxFound) -> None:
        """Makes the phrase of a box a link, as soon as its text is there."""
        self._source.phrases.add(found)
        self._rendered.change(self._source.pieces_between(found.start, found.end))
        self._schedule()

    def flush(self) -> None:
        """Renders everything now."""
        while self._timer.isActive():
            self._timer.stop()
            self._work()

    def rerender(self) -> None:
        """Renders everything again, after the theme or the font changed."""
        self._begin_again()
        self._work()

    def fit(self, width: int) -> int:
        """The height in pixels that the text needs at this width.

        A long text keeps its old one for now, and `resized` follows when it has been laid out anew.
        """
        width += BEARING
        if width != self._width:
            self._width = width
            if self.is_long:
                self._begin_again()
                self._timer.start(0)
            else:
                self._rendered.forget_places()
                self.setLineWrapColumnOrWidth(width)
        return self._measure()

    def put(self, x: int, y: int, width: int, height: int) -> None:
        """Takes a place whose text begins at `x`."""
        self.setGeometry(x - BEARING, y, width + BEARING, height)

    def ideal_width(self) -> int:
        """The width in pixels of the longest line, where no line is broken that need not be."""
        return round(self.document().idealWidth()) + 1 - BEARING

    def _measure(self) -> int:
        self._height = max(round(self._rendered.bottom()), 0 if self._complete else self._floor)
        return self._height

    def set_lit(self, box_id: str) -> None:
        """Lights the phrase of a box, "" for none."""
        if box_id != self._lit:
            self._lit = box_id
            self._update_lit()

    def codes(self) -> list[str]:
        """The text of every block of code."""
        return self._rendered.codes()

    def _begin(self) -> None:
        """Starts with an empty document: to put a full one in its place would lay all of it out at once."""
        for before in self.findChildren(InertDocument):
            before.deleteLater()
        self._rendered = MessageDocument(self._theme, self._width)
        self._complete = False
        self._rendered.document.setParent(self)  # one that is shown is left to Qt, which frees only children
        self.setDocument(self._rendered.document)
        self.setLineWrapColumnOrWidth(max(self._width, 0))

    def _begin_again(self) -> None:
        """Renders the same text anew; until it is complete a still picture and its height stay."""
        self._selected_before = self._selected_before or SavedSelection.of(self.textCursor())
        seen = self.viewport().visibleRegion().boundingRect()
        if self._complete:
            self._floor = self._height
            self._still = None if seen.isEmpty() else (seen.topLeft(), self.viewport().grab(seen))
        self._begin()

    def _schedule(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _work(self) -> None:
        """Renders what is missing or changed, for as long as a slice lasts, then goes on later."""
        clock = QElapsedTimer()
        clock.start()
        self._source.cut()
        self._selected_before = self._selected_before or SavedSelection.of(self.textCursor())
        done = self._complete = self._rendered.work(self._source, lambda: clock.elapsed() > _SLICE_MS)
        self._hold(done)
        self._update_lit()
        self._place_copy_buttons()
        if self._height != self._measure() or self._width < 0:
            self.resized.emit()
        if done and self._still:
            self._still = None
            self.viewport().update()
        if done:
            self._timer.setInterval(max(_FRAME_MS, 4 * clock.elapsed()))
        else:
            self._timer.start(0)

    def _hold(self, complete: bool) -> None:
        """Selects again what was selected before, once that is rendered."""
        saved = self._selected_before
        if saved is not None and (complete or saved.fits(self.document())):
            self._selected_before = None
            if saved != SavedSelection.of(self.textCursor()):
                self.setTextCursor(saved.restored(self.textCursor()))

    def _update_lit(self) -> None:
        selections = []
        for number, start, end in self._rendered.phrases(self._source.phrases.with_box(self._lit)):
            selection: Any = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            ground = QColor(self._theme.label_color(self._source.phrases.by_number[number].label))
            ground.setAlphaF(0.45 if self._theme.dark else 0.28)
            selection.format.setBackground(ground)
            selections.append(selection)
        if selections or self.extraSelections():
            self.setExtraSelections(selections)

    @Slot()
    def _place_copy_buttons(self) -> None:
        codes = list(enumerate(rect for _, _, rect in self._rendered.placed("code")))
        if len(codes) > _MANY_CODES:
            shown = QRectF(self.viewport().visibleRegion().boundingRect())
            codes = [(place, rect) for place, rect in codes if rect.intersects(shown)]
        self._copy_buttons.place(codes)

    @Slot(int)
    def _copy_code(self, place: int) -> None:
        QGuiApplication.clipboard().setText(self.codes()[place])

    def _hover(self, box_id: str) -> None:
        if box_id != self._hovered:
            self._hovered = box_id
            self.phrase_hovered.emit(box_id)

    @Slot(QUrl)
    def _on_highlighted(self, url: QUrl) -> None:
        number = self._source.phrases.number_at(url)
        self._hover("" if number is None else self._source.phrases.by_number[number].boxes[0])

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        number = self._source.phrases.number_at(url)
        if number is None:
            self.link_clicked.emit(url.toString())
            return
        self.phrase_clicked.emit(self._source.phrases.next_box(number))

    @Slot()
    def copy(self) -> None:
        """Copies what is selected, the source text when nothing is."""
        if self.textCursor().hasSelection():
            super().copy()
        else:
            self.copy_all()

    @Slot()
    def copy_all(self) -> None:
        """Copies the source text, of a message that is a table alone that table."""
        from eyebox.chat.copied import everything

        found = everything(self._rendered if self._complete else None, self._source.text)
        QGuiApplication.clipboard().setMimeData(as_mime(found.text, found.html))

    def copy_as(self, form: Form) -> bool:
        """Copies what is selected; as a table the tables in it, or those of the message. False where there is nothing."""
        cursor = self.textCursor()
        if form == "table" and not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.Document)
        return self._copy_from(cursor, form)

    def _copy_from(self, cursor: QTextCursor, form: Form) -> bool:
        from eyebox.chat.copied import selected

        found = selected(self._rendered, cursor, form)
        if found.text:
            QGuiApplication.clipboard().setMimeData(as_mime(found.text, found.html))
        return bool(found.text)

    def loadResource(self, _type: int, _name: QUrl | str) -> Any:
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        from eyebox.chat.copied import selected

        found = selected(self._rendered, self.textCursor())
        return as_mime(found.text, found.html)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._still:
            painter.drawPixmap(*self._still)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = QRectF(event.rect())
        codes = 0
        for decor, _, rect in self._rendered.placed():
            codes += decor.kind == "code"
            if rect.adjusted(-16, 0, 0, 1).intersects(shown):
                paint_decor(painter, self._theme, decor, rect, self.tr("Code"))
        painter.end()
        super().paintEvent(event)
        if codes > _MANY_CODES:
            QTimer.singleShot(0, self, self._place_copy_buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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
        self._selected_before = None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton and self.textCursor().hasSelection():
            self.selected_to.emit(round(event.position().y()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from eyebox.chat.copied import tables_between

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.textCursor()
        pointed_at = chosen if chosen.hasSelection() else self.cursorForPosition(event.pos())
        span = pointed_at.selectionStart(), pointed_at.selectionEnd()
        has_table = bool(tables_between(self.document(), *span))
        has_html = "<table" in self.text
        if not has_table and has_html and not chosen.hasSelection():
            pointed_at.select(QTextCursor.SelectionType.Document)
        add_copying(
            menu,
            self._theme,
            lambda form: self._copy_from(pointed_at, form),
            lambda form: has_table or has_html if form == "table" else chosen.hasSelection(),
        )
        menu.addAction(self.tr("Copy message")).triggered.connect(self.copy_all)
        menu.addAction(self.tr("Select all")).triggered.connect(self.selectAll)
        menu.popup(event.globalPos())
