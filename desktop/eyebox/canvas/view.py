"""The canvas: a picture with its text and boxes, looked at, selected from and drawn on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QWidget

from eyebox.annotations.box_model import BoxModel, describe
from eyebox.canvas.box_editor import BoxEditor
from eyebox.canvas.code_layer import CodeLayer
from eyebox.canvas.ignored_layer import IgnoredLayer
from eyebox.canvas.minimap import Minimap
from eyebox.canvas.outline import rect_of
from eyebox.canvas.picture_item import PictureItem
from eyebox.canvas.repeating import RepeatingLabels
from eyebox.canvas.scene import CanvasScene
from eyebox.canvas.sides import Sides
from eyebox.canvas.table_layer import TableLayer
from eyebox.canvas.text_layer import TextLayer
from eyebox.canvas.tools import DrawTool, SelectTool, Tool, ToolName, is_drag
from eyebox.canvas.view_keys import take_key
from eyebox.canvas.zoom_pill import ZoomPill
from eyebox.canvas.zoom_view import ZoomView
from eyebox.theme.announcing import announce
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

if TYPE_CHECKING:
    from eyebox.canvas.text_caret import Step

ANNOUNCED = 100
"""So many of the characters that are selected by keys are read out, the last ones."""


class CanvasView(Retranslated, ZoomView):
    """Shows one picture at a time and edits its boxes, by commands on the undo stack it was given.

    `editor` has the boxes under the hand, `text_layer` the text, `table_layer` its tables, `code_layer` the codes, `ghosts`
    the boxes of an answer that is still streaming, `proposals` those that a correction began with.

    Signals:
        tool_changed: "select", "draw", "crop", "redact" or "ignore".
        part_chosen: a part of the picture (QRectF) that was dragged over to be cropped. region_chosen: to be blacked out.
        part_ignored: to be ignored.
        label_wanted: the selected boxes are to have the label of a digit (0: the first one).
        menu_wanted: a menu of the selected boxes, at a point of the screen. picture_menu_wanted: that of the picture itself.
    """

    tool_changed = Signal(str)
    part_chosen = Signal(QRectF)
    region_chosen = Signal(QRectF)
    part_ignored = Signal(QRectF)
    menu_wanted = Signal(QPoint)
    picture_menu_wanted = Signal(QPoint)
    label_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.picture_item = PictureItem(theme)
        self.text_layer = TextLayer(theme)
        self.table_layer = TableLayer(theme, self.text_layer)
        self.code_layer = CodeLayer(theme, self.text_layer)
        self.ignored_layer = IgnoredLayer(theme, self.text_layer)
        scene = CanvasScene(theme, self.picture_item, self.text_layer)
        super().__init__(theme, scene, parent)
        scene.setParent(self)
        self.ghosts = scene.ghosts
        self.parts_layer = scene.parts_layer
        self.proposals = scene.proposals
        self.redaction_layer = scene.redaction_layer
        self._focused: frozenset[str] = frozenset()
        self._title = ""
        self.editor = BoxEditor(theme, scene, self)
        self.editor.selection_changed.connect(self._announce_selection)
        self.sides = Sides(self.editor)
        self._tools: dict[str, Tool] = {
            "select": SelectTool(self.editor),
            "draw": DrawTool(self.editor, "draw", self.editor.finish_drawing),
            "crop": DrawTool(self.editor, "crop", self._finish_part),
            "redact": DrawTool(self.editor, "redact", self._finish_region),
            "ignore": DrawTool(self.editor, "ignore", self._finish_ignored),
        }
        self._tool = self._tools["select"]
        self._text_pressed: QPointF | None = None
        self._text_doubled: QPointF | None = None
        self._repeating = RepeatingLabels(self.text_layer)
        self.text_layer.page_changed.connect(lambda: scene.box_layer.set_quiet(self._repeating.has))
        scene.selection_layer.set_quiet(self._repeating.has)
        self._pill = ZoomPill(theme, scene, self)
        self.minimap = Minimap(theme, scene, self.picture_item, self)
        self.text_layer.hit_shown.connect(self._show_hit)
        self.text_layer.selection_changed.connect(self._on_text_selected)
        self._retranslate()

    @Slot()
    def zoom_to(self) -> None:
        """Opens the menu of zooms."""
        self._pill.open_menu()

    @property
    def tool(self) -> ToolName:
        return self._tool.name

    def set_picture_rect(self, width: float, height: float) -> None:
        """Another picture: its upright size in pixels (0, 0: none); it is fitted."""
        self._end_interaction()
        super().set_picture_rect(width, height)
        self._pill.show_zoom(self.zoom)
        self._pill.place()
        self._pill.come_back()

    def set_boxes(self, model: BoxModel | None, stack: QUndoStack | None) -> None:
        """Shows and edits another picture's boxes; both stay their owner's. The selection is dropped."""
        self._end_interaction()
        self.editor.set_boxes(model, stack)

    def set_lit(self, ids: Iterable[str]) -> None:
        """Lights some boxes and dims the others; none: those that one works at."""
        self._canvas.box_layer.set_lit(frozenset(ids) or self._focused)

    def set_focused(self, ids: Iterable[str]) -> None:
        """Dims all boxes but those that one works at; none: all are as usual."""
        self._focused = frozenset(ids)
        self.set_lit(())

    def set_boxes_shown(self, shown: bool) -> None:
        """Shows or hides all boxes; hidden ones cannot be edited."""
        self._end_interaction()
        self.editor.select(())
        for layer in (self._canvas.box_layer, self.ghosts, self.proposals, self._canvas.selection_layer):
            layer.setVisible(shown)

    def center_on_box(self, box: Box, flash: bool = True) -> None:
        """Brings a box to the middle and draws the eye to it."""
        self.glide_to(rect_of(box).center())
        if flash:
            self.editor.marks.flash(box)

    @Slot(str)
    def set_tool(self, name: ToolName) -> None:
        """Chooses what the mouse does: "select", "draw", "crop", "redact" or "ignore"."""
        self._end_interaction()
        changed, self._tool = name != self._tool.name, self._tools[name]
        self._tool.activate()
        if self._is_drawing and self.viewport().underMouse():
            at = self.to_scene(QPointF(self.viewport().mapFromGlobal(QCursor.pos())))
            self._canvas.crosshair.move_to(at, self.pixel_scale)
        else:
            self._canvas.crosshair.move_to(None, self.pixel_scale)
        if changed:
            self.tool_changed.emit(name)

    def cancel(self) -> bool:
        """Gives up a label that is being typed, or a drag; False when there is neither."""
        return self.editor.stop_editing() or self._tool.cancel()

    def step_back(self) -> bool:
        """Gives up the selection, else the drawing tool; False when there is neither."""
        if self.editor.selection or self.text_layer.selected_text():
            self.editor.select(())
            self.text_layer.clear_selection()
        elif self._tool.name != "select":
            self.set_tool("select")
        else:
            return False
        return True

    def correct_line(self, line: int, part: tuple[int, int] | None = None) -> None:
        """Opens a line of the text for typing, below it; a part of it may be selected."""
        lines = self.text_layer.page.lines
        if 0 <= line < len(lines):
            rect = self.text_layer.line_rect(line)
            self.show_rect(rect)
            self.editor.correct(line, rect, lines[line].text, part)

    @Slot()
    def correct_selected(self) -> None:
        """Opens the label of the selected boxes for typing, or the line in which the selected text ends."""
        if self.editor.selection:
            self.editor.rename_selected()
        else:
            self._correct_selected_text()

    def _correct_selected_text(self) -> None:
        selection = self.text_layer.selection
        if selection is not None and not selection.is_empty:
            line = selection.caret.line
            begin = selection.start.char if selection.start.line == line else 0
            end = selection.end.char if selection.end.line == line else begin
            self.correct_line(line, (begin, end) if end > begin else None)

    def step_through(self, by: int) -> None:
        """Selects the next (1) or previous (-1) box and brings it into sight."""
        box = self.editor.step_through(by)
        if box is not None and not self.visible_rect().contains(rect_of(box)):
            self.center_on_box(box)

    @Slot(QRectF)
    def _show_hit(self, rect: QRectF) -> None:
        self.show_text(rect, self.text_layer.hit_height())

    def _finish_part(self, box: Box) -> None:
        self.editor.marks.show_drawn(None)
        self.part_chosen.emit(rect_of(box))

    def _finish_region(self, box: Box) -> None:
        self.editor.marks.show_drawn(None)
        self.region_chosen.emit(rect_of(box))

    def _finish_ignored(self, box: Box) -> None:
        self.editor.marks.show_drawn(None)
        self.part_ignored.emit(rect_of(box))

    @Slot(str)
    def _on_text_selected(self, text: str) -> None:
        """Either text or boxes are selected, so that it is plain what is copied."""
        if text:
            self.editor.select(())

    @Slot()
    def _announce_selection(self) -> None:
        if self.editor.selection:
            self.text_layer.clear_selection()
        if boxes := self.editor.selected_boxes:
            text = describe(boxes[0]) if len(boxes) == 1 else self.tr("%n box(es) selected", "", len(boxes))
            announce(self, text)

    def _end_interaction(self) -> None:
        self.editor.stop_editing()
        self._tool.cancel()
        self._text_pressed = None
        self.editor.marks.show_hovered(None)

    def set_title(self, title: str) -> None:
        """Says which picture is shown; screen readers say it after the word for one."""
        self._title = title
        self._retranslate()

    def _retranslate(self) -> None:
        picture = self.tr("Picture")
        for part in (self, self.viewport()):
            part.setAccessibleName(f"{picture} {self._title}".rstrip())
        self.setAccessibleDescription(
            self.tr(
                "Tab steps through the boxes, arrows move the selected one, F2 renames it, "
                "Delete removes it, B draws a new one, Control and Tab leave the picture."
            )
        )

    def _is_at_work(self) -> bool:
        """Whether something else than a tool has the mouse: the pan, or a selection of text."""
        return self.is_panning or self._canvas.mouseGrabberItem() is not None

    def _point(self, event: QMouseEvent) -> QPointF:
        return self.to_scene(event.position())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            forward = event.key() == Qt.Key.Key_Tab and not shift
            keys = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if is_tab and keys == Qt.KeyboardModifier.ControlModifier:
                return self.focusNextPrevChild(forward)
            if is_tab and keys == Qt.KeyboardModifier.NoModifier and self.editor.boxes:
                self.step_through(1 if forward else -1)
                return True
        return super().event(event)

    @property
    def _is_drawing(self) -> bool:
        return self._tool.name != "select"

    @Slot(bool)
    def set_crosshair(self, wanted: bool) -> None:
        """Whether lines go through the mouse while a box is drawn."""
        self._canvas.crosshair.set_wanted(wanted)

    def leaveEvent(self, event: QEvent) -> None:
        self.editor.marks.show_hovered(None)
        self._canvas.crosshair.move_to(None, self.pixel_scale)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pill.place()
        self.minimap.follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if not left or self.is_panning or self._canvas.picture_rect.isEmpty():
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at, keys = self._point(event), event.modifiers()
        self.editor.marks.show_hovered(None)
        if self._tool.press(at, keys):
            self.text_layer.clear_selection()
            return
        super().mousePressEvent(event)
        if self._canvas.mouseGrabberItem() is None:
            self.text_layer.clear_selection()
            self._tool.press_empty(at, keys)
            event.accept()
        else:
            self._text_pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._canvas.crosshair.move_to(self._point(event) if self._is_drawing else None, self.pixel_scale)
        if self._tool.is_busy:
            self._tool.drag(self._point(event), event.modifiers())
            return
        super().mouseMoveEvent(event)
        if self._text_pressed is not None and is_drag(
            self._point(event) - self._text_pressed, self.pixel_scale
        ):
            self._text_pressed = None
            self.editor.select(())
        if not self._is_at_work() and not event.buttons():
            self._tool.hover(self._point(event), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._tool.is_busy:
            self._tool.release(self._point(event), event.modifiers())
        else:
            super().mouseReleaseEvent(event)
            if self._text_pressed is not None and event.button() == Qt.MouseButton.LeftButton:
                self._tool.click(self._text_pressed, event.modifiers())
                self._text_pressed = None
            doubled, self._text_doubled = self._text_doubled, None
            if doubled is not None and not is_drag(self._point(event) - doubled, self.pixel_scale):
                self._correct_selected_text()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.is_panning:
            self._tool.cancel()
            if self._tool.double_click(self._point(event), event.modifiers()):
                return
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._canvas.mouseGrabberItem() is not None:
            self._text_doubled = self._point(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self.to_scene(QPointF(event.pos()))
            under = next(self.editor.grid.near(at.x(), at.y(), 2 / self.pixel_scale), None)
            if under is not None and under.id not in self.editor.selection:
                self.editor.select([under.id])
            elif under is None:
                event.ignore()
                super().contextMenuEvent(event)
                if not event.isAccepted() and not self._canvas.picture_rect.isEmpty():
                    event.accept()
                    self.picture_menu_wanted.emit(event.globalPos())
                return
        if self.editor.selection:
            self.menu_wanted.emit(event.globalPos())
        elif self.text_layer.selected_text():
            self.text_layer.show_menu(self.viewport(), event.globalPos())
        elif not self._canvas.picture_rect.isEmpty():
            self.picture_menu_wanted.emit(event.globalPos())

    def extend_text(self, step: Step) -> None:
        """Takes the end of the selected text further by a key."""
        line = self.text_layer.extend(step, self.visible_rect())
        if not line.isNull() and not self.visible_rect().contains(line):
            self.show_rect(line)
        if text := self.text_layer.selected_text():
            announce(self, self.tr("Selected: %1").replace("%1", text[-ANNOUNCED:]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_key(self, event):
            super().keyPressEvent(event)
