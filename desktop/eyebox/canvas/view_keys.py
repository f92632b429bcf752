"""What keys do on the picture: to selected boxes, to selected text, to the tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from eyebox.canvas.text_caret import Step
    from eyebox.canvas.view import CanvasView

FINE_FROM = 8.0
"""Zoom from which arrows move boxes by tenths of the pixels that they move them by otherwise."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DIGITS = "1234567890"
_Key = QKeySequence.StandardKey
_TEXT_STEPS: dict[_Key, Step] = {
    _Key.SelectPreviousChar: "left",
    _Key.SelectNextChar: "right",
    _Key.SelectPreviousWord: "word left",
    _Key.SelectNextWord: "word right",
    _Key.SelectPreviousLine: "up",
    _Key.SelectNextLine: "down",
    _Key.SelectStartOfLine: "line start",
    _Key.SelectEndOfLine: "line end",
    _Key.SelectStartOfDocument: "page start",
    _Key.SelectEndOfDocument: "page end",
}
"""What keys do to the selected text, by the habits of the system."""


def take_key(view: CanvasView, event: QKeyEvent) -> bool:
    """Does what a key means on the picture; False where it means nothing there."""
    key, keys = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control = keys == Qt.KeyboardModifier.ControlModifier
    plain = keys == Qt.KeyboardModifier.NoModifier
    shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
    enter = plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    editor = view.editor
    if view.sides.take_key(key, keys):
        pass
    elif key in _ARROWS and editor.selection and not control:
        step = (10 if shift else 1) / (10 if view.zoom >= FINE_FROM else 1)
        editor.nudge(*(step * way for way in _ARROWS[Qt.Key(key)]))
    elif shift and (taken := _text_step(event)):
        view.extend_text(taken)
    elif key == Qt.Key.Key_Escape and plain:
        event.setAccepted(view.cancel())
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain and editor.selection:
        editor.delete_selected()
    elif (key == Qt.Key.Key_F2 and plain) or (
        enter and (editor.selection or view.text_layer.selected_text())
    ):
        view.correct_selected()
    elif plain and event.text() in _DIGITS and event.text() and editor.selection:
        view.label_wanted.emit(_DIGITS.index(event.text()))
    elif key == Qt.Key.Key_D and control:
        editor.duplicate_selected()
    elif key == Qt.Key.Key_A and control:
        editor.select_all()
    elif key in (Qt.Key.Key_V, Qt.Key.Key_B) and plain:
        view.set_tool("select" if key == Qt.Key.Key_V else "draw")
    else:
        return False
    return True


def _text_step(event: QKeyEvent) -> Step | None:
    return next((step for key, step in _TEXT_STEPS.items() if event.matches(key)), None)
