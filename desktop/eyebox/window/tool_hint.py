"""What to do with a tool of the canvas, said for as long as it is the tool."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from eyebox.canvas.view import CanvasView
from eyebox.window.notice import Notice


class ToolHint(QObject):
    """Says it when the tool is taken; its button goes back to selecting, and with the tool the sentence goes.

    `words` gives the sentence and what stands on the button, in the language of the moment.
    """

    def __init__(
        self,
        tool: str,
        words: Callable[[], tuple[str, str]],
        canvas: CanvasView,
        notice: Notice,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tool = tool
        self._words = words
        self._canvas = canvas
        self._notice = notice
        self._said = ""
        canvas.tool_changed.connect(self._on_tool)

    @Slot(str)
    def _on_tool(self, tool: str) -> None:
        if tool == self._tool:
            self._said, leave = self._words()
            self._notice.show_notice(self._said, leave, self._leave, stays=True)
        elif self._said and self._notice.sentence == self._said:
            self._notice.hide()

    @Slot()
    def _leave(self) -> None:
        self._canvas.set_tool("select")
