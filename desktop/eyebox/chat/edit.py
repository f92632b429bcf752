"""The text field of questions: plain text, growing from one line to eight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from eyebox.session.types import DRAGGED_PICTURES
from eyebox.theme import Theme

_LINES = 8
_SLOW_TO_WRAP = 20_000
"""From this length on text is broken anywhere: breaking 100,000 characters at words can take Qt a second."""
_Wrap = QTextOption.WrapMode
INSET = 2
"""Pixels around the text that letters such as j reach into; without them their hooks are cut off."""


class QuestionEdit(QPlainTextEdit):
    """Enter sends, Shift+Enter breaks the line; nothing is sent while an input method composes.

    Signals:
        sent: Enter was pressed.
        escaped: Escape was pressed.
        recalled: Up was pressed in the empty field.
        image_pasted: a QImage from the clipboard or a drop.
        files_dropped: a list of local paths. pictures_dropped: ids of pictures of the session.
        grown: the height that the text wants changed.
    """

    sent = Signal()
    escaped = Signal()
    recalled = Signal()
    image_pasted = Signal(QImage)
    files_dropped = Signal(list)
    pictures_dropped = Signal(list)
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setFont(theme.font())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(_Wrap.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(INSET)
        self.document().clearUndoRedoStacks()  # a margin is a step of its own, which the first Ctrl+Z would take back
        self._composing = False
        self._hint = ""
        self._expected = 0
        self._height = 0
        self.textChanged.connect(self.refresh)
        self.document().documentLayout().documentSizeChanged.connect(self.refresh)
        self.refresh()

    def set_hint(self, text: str) -> None:
        """Says in the empty field what it is for, on one line however narrow it is."""
        self._hint = text
        self._fit_hint()

    def _fit_hint(self) -> None:
        # as wide as the viewport, which PySide is not asked for at the start
        wide = self.contentsRect().width() - 2 * INSET
        self.setPlaceholderText(self.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, wide))

    def wanted_height(self) -> int:
        """Height in pixels for the text as it is, within one and eight lines."""
        return self._height

    @Slot()
    def refresh(self) -> None:
        """Measures the text anew."""
        slow = self.document().characterCount() + self._expected > _SLOW_TO_WRAP
        mode = _Wrap.WrapAnywhere if slow else _Wrap.WrapAtWordBoundaryOrAnywhere
        if mode != self.wordWrapMode():
            self.setWordWrapMode(mode)
        lines = round(self.document().documentLayout().documentSize().height())
        height = self._text_height()
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > _LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        if height != self._height:
            self._height = height
            self.updateGeometry()
            self.grown.emit()

    def _text_height(self) -> int:
        """Chinese lines are higher than Latin ones, so lines are measured, up to the eighth."""
        layout = self.document().documentLayout()
        block = self.document().firstBlock()
        height, left = 3.0 * INSET, _LINES
        while block.isValid() and left > 0:
            count = max(block.lineCount(), 1)
            below = 0 if block.next().isValid() else INSET
            height += (layout.blockBoundingRect(block).height() - below) * min(left, count) / count
            left -= count
            block = block.next()
        return ceil(height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hint()
        self.refresh()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's while nothing typed here can be taken back or brought back."""
        handled = super().event(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            document = self.document()
            typed = document.isUndoAvailable() or document.isRedoAvailable()
            if not typed and (event.matches(keys.Undo) or event.matches(keys.Redo)):
                event.ignore()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if self._composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.sent.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif key == Qt.Key.Key_Escape and plain:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up and plain and self.document().isEmpty():
            self.recalled.emit()
        else:
            super().keyPressEvent(event)

    def setPlainText(self, text: str) -> None:
        with self._expecting(text):
            super().setPlainText(text)

    @contextmanager
    def _expecting(self, text: str) -> Iterator[None]:
        """Wraps for the length that is coming: the first layout of much text already takes a second otherwise."""
        self._expected = len(text)
        self.refresh()
        try:
            yield
        finally:
            self._expected = 0

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(DRAGGED_PICTURES) or source.hasText() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(DRAGGED_PICTURES):
            self.pictures_dropped.emit(source.data(DRAGGED_PICTURES).toStdString().split("\n"))
        elif files := local_files(source.urls()):
            self.files_dropped.emit(files)
        elif source.hasImage():
            image = QImage(source.imageData())
            if not image.isNull():
                self.image_pasted.emit(image)
        elif source.hasText():
            text = source.text()
            with self._expecting(text):
                self.insertPlainText(text.replace("\x00", ""))
            self.ensureCursorVisible()


def local_files(urls: list[QUrl]) -> list[str]:
    """The paths among some addresses; addresses elsewhere are left out."""
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
