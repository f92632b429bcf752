"""Parts of the picture that are ignored: chosen or drawn on it, hatched, and kept as templates."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Slot
from PySide6.QtWidgets import QMenu

from eyebox.actions import Actions
from eyebox.canvas.outline import corners, rect_of
from eyebox.canvas.view import CanvasView
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.window.tool_hint import ToolHint
from eyebox.workspace.workspace import Workspace

AROUND = 0.25
"""So much around selected lines is ignored too, in heights of theirs: on other pages they do not stand exactly so."""


class IgnoreController(QObject):
    """What is meant is the selected text, else the selected boxes, else a part that is drawn."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        canvas: CanvasView,
        commands: Actions,
        notice: Notice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._ignoring = workspace.ignoring
        self._canvas = canvas
        self._commands = commands
        self._notice = notice
        self._ignoring.failed.connect(notice.show_error)
        self._ignoring.session_done.connect(self._say_done)
        canvas.part_ignored.connect(self._on_drawn)
        ToolHint("ignore", self._tool_words, canvas, notice, self)
        canvas.text_layer.menu_opening.connect(self._add_to_text_menu)

    @Slot()
    def ignore_part(self) -> None:
        """Ignores what is selected, or lets a part be drawn."""
        picture = self._picture()
        if not picture:
            return
        if rect := self._selected():
            self._ignoring.ignore(picture, rect)
            self._canvas.editor.select(())
        else:
            self._canvas.set_tool("select" if self._canvas.tool == "ignore" else "ignore")
            self._canvas.setFocus()

    @Slot()
    def ignore_nothing(self) -> None:
        """Makes all that is ignored on this picture text again."""
        if picture := self._picture():
            self._ignoring.read_again(picture, *self._ignoring.parts_of(picture))

    @Slot()
    def ignore_templates(self) -> None:
        """Opens the templates."""
        if picture := self._picture():
            from eyebox.window.ignore_dialog import IgnoreDialog

            IgnoreDialog(self._theme, self._ignoring, picture, self._canvas.window()).open()

    def add_to_picture_menu(self, menu: QMenu, at: QPointF) -> None:
        """What can be done with the ignored part at a point of the picture, if there is one."""
        part = self._canvas.ignored_layer.part_at(at.x(), at.y())
        picture = self._workspace.pictures.current
        if part is not None and picture:
            entry = menu.addAction(self._theme.icon("eye"), self.tr("Ignore this part no more"))
            entry.setObjectName("read_again_part")
            entry.triggered.connect(lambda: self._ignoring.read_again(picture, part))
            menu.addSeparator()

    def _picture(self) -> str:
        """The picture shown, "" where it has no text, which is said."""
        picture = self._workspace.pictures.current or ""
        if picture and self._workspace.pictures.page(picture) is None:
            self._notice.show_notice(self.tr("The text of this picture has not been read yet."))
            return ""
        return picture

    def _selected(self) -> tuple[float, float, float, float] | None:
        layer = self._canvas.text_layer
        around = QRectF()
        if layer.selected_text() and (selection := layer.selection) is not None:
            for n in range(selection.start.line, selection.end.line + 1):
                rect = layer.line_rect(n)
                room = AROUND * min(rect.height(), rect.width())
                around |= rect.adjusted(-room, -room, room, room)
        else:
            for box in self._canvas.editor.selected_boxes:
                around |= rect_of(box)
        around &= QRectF(0, 0, layer.page.width, layer.page.height)
        return None if around.isEmpty() else corners(around)

    @Slot(QRectF)
    def _on_drawn(self, rect: QRectF) -> None:
        self._canvas.set_tool("select")
        if picture := self._picture():
            self._ignoring.ignore(picture, corners(rect))

    def _tool_words(self) -> tuple[str, str]:
        return self.tr("Drag over the part whose text is left out."), self.tr("Cancel")

    @Slot(int)
    def _say_done(self, count: int) -> None:
        self._notice.show_notice(
            self.tr("%n picture(s) of the session have other ignored parts now.", "", count)
        )

    @Slot(QMenu, int)
    def _add_to_text_menu(self, menu: QMenu, line: int) -> None:
        if self._canvas.text_layer.selected_text():
            menu.addAction(self._commands["ignore_part"])
        elif line >= 0:
            entry = menu.addAction(self.tr("Ignore this part"))
            entry.setObjectName("ignore_line")
            entry.triggered.connect(lambda: self._ignore_line(line))

    def _ignore_line(self, line: int) -> None:
        rect = self._canvas.text_layer.line_rect(line)
        room = AROUND * min(rect.height(), rect.width())
        if picture := self._picture():
            self._ignoring.ignore(picture, corners(rect.adjusted(-room, -room, room, room)))
