"""Edit actions and keys are for the text that has the focus first, and for the picture after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from eyebox.actions import Actions

if TYPE_CHECKING:
    from eyebox.formats.copied import Form

_Text = QLineEdit | QPlainTextEdit | QTextEdit
_WHILE_TYPING = ("remove_picture", "duplicate_boxes", "rename_box")
"""Actions that change pictures and boxes: nobody who types means them by their keys."""
_REDO = QKeySequence.fromString("Ctrl+Y")
"""Redo on every system here, while Qt's fields know it on some only."""
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@runtime_checkable
class _KnowsForms(Protocol):
    def copy_as(self, form: Form) -> bool: ...


@runtime_checkable
class _TakesCells(Protocol):
    def paste_cells(self, text: str) -> bool: ...


class TextFocus(QObject):
    """Each method does what it says to the text with the focus and returns whether there was something to do.

    While it lives, a key that means something in that text is no shortcut of the window.
    """

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        window.installEventFilter(self)

    def copy(self) -> bool:
        """Copies the selected text, the names of selected rows, or a message in which nothing is selected."""
        from eyebox.chat.body import MessageBody

        focus = self._window.focusWidget()
        if isinstance(focus, MessageBody) or (isinstance(focus, _Text) and _has_selection(focus)):
            focus.copy()
        elif isinstance(focus, QAbstractItemView) and isinstance(focus, _KnowsForms):
            return focus.copy_as("table")
        elif isinstance(focus, QLabel | QAbstractItemView) and (text := self.selected()):
            QGuiApplication.clipboard().setText(text)
        else:
            return False
        return True

    def copy_as(self, form: Form) -> bool:
        """Copies the selected text in another form, where the text knows such."""
        focus = self._window.focusWidget()
        return isinstance(focus, _KnowsForms) and focus.copy_as(form)

    def paste_cells(self, text: str) -> bool:
        """Puts a text into the cells of a table, where these have the focus."""
        focus = self._window.focusWidget()
        return isinstance(focus, _TakesCells) and focus.paste_cells(text)

    def selected(self) -> str:
        """The selected text, or the names of selected rows; "" without any."""
        focus = self._window.focusWidget()
        if isinstance(focus, QPlainTextEdit | QTextEdit):
            return focus.textCursor().selection().toPlainText()
        if isinstance(focus, QLineEdit | QLabel):
            return focus.selectedText()
        if isinstance(focus, QAbstractItemView):
            return "\n".join(str(row.data()) for row in sorted(focus.selectedIndexes()))
        return ""

    def select_all(self) -> bool:
        """Selects all of the text."""
        focus = self._window.focusWidget()
        if isinstance(focus, _Text | QAbstractItemView):
            focus.selectAll()
        elif isinstance(focus, QLabel) and focus.textInteractionFlags():
            focus.setSelection(0, len(focus.text()))
        else:
            return False
        return True

    def undo(self) -> bool:
        """Takes back what was typed last."""
        focus = self._typed_into()
        can = focus is not None and _can_undo(focus)
        if focus is not None and can:
            focus.undo()
        return can

    def redo(self) -> bool:
        """Brings back what was taken back last."""
        focus = self._typed_into()
        can = focus is not None and _can_redo(focus)
        if focus is not None and can:
            focus.redo()
        return can

    def _typed_into(self) -> _Text | None:
        focus = self._window.focusWidget()
        return focus if isinstance(focus, _Text) and not focus.isReadOnly() else None

    def _wants(self, event: QKeyEvent) -> bool:
        """Whether a key that no text took for itself is no shortcut either."""
        if event.key() in _PAGES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return _scrolls(self._window.focusWidget())
        keys = QKeySequence(event.keyCombination())
        focus = self._typed_into()
        for_others = any(keys in self._actions[name].shortcuts() for name in _WHILE_TYPING)
        return focus is not None and (for_others or (keys == _REDO and _can_redo(focus)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._wants(event):
            event.accept()
            return True
        is_redo = event.type() == QEvent.Type.KeyPress and QKeySequence(event.keyCombination()) == _REDO
        return is_redo and self.redo()


def _has_selection(text: _Text) -> bool:
    return text.hasSelectedText() if isinstance(text, QLineEdit) else text.textCursor().hasSelection()


def _can_undo(text: _Text) -> bool:
    return text.isUndoAvailable() if isinstance(text, QLineEdit) else text.document().isUndoAvailable()


def _can_redo(text: _Text) -> bool:
    return text.isRedoAvailable() if isinstance(text, QLineEdit) else text.document().isRedoAvailable()


def _scrolls(focus: QWidget | None) -> bool:
    """Whether a page up or down moves the text with the focus."""
    around: QWidget | None = focus if isinstance(focus, QPlainTextEdit | QTextEdit) else None
    while around is not None and not (
        isinstance(around, QAbstractScrollArea) and around.verticalScrollBar().maximum() > 0
    ):
        around = around.parentWidget()
    return around is not None
