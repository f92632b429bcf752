"""The picture menu: what the mouse does on the picture, its boxes, its text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from eyebox.actions import Actions
from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.sides import SIDES
from eyebox.canvas.view import CanvasView
from eyebox.window.box_controller import BoxController
from eyebox.window.canvas_menus import CanvasMenus
from eyebox.window.ignore_controller import IgnoreController
from eyebox.window.label_controller import LabelController
from eyebox.window.picture_parts import PictureParts
from eyebox.window.proof_controller import ProofController
from eyebox.window.reading_controller import ReadingController
from eyebox.window.redaction_controller import RedactionController
from eyebox.window.scripts_controller import ScriptsController
from eyebox.window.second_controller import SecondController
from eyebox.window.side_controller import SideController
from eyebox.window.table_controller import TableController
from eyebox.workspace.workspace import Workspace


class PictureMenu(QObject):
    """One method an action, of the same name: its own, or that of the canvas. Marks the tool in use."""

    def __init__(
        self,
        workspace: Workspace,
        canvas: CanvasView,
        filmstrip: Filmstrip,
        boxes: BoxController,
        parts: PictureParts,
        reading: ReadingController,
        menus: CanvasMenus,
        sides: SideController,
        labels: LabelController,
        proof: ProofController,
        redaction: RedactionController,
        second: SecondController,
        ignore: IgnoreController,
        scripts: ScriptsController,
        tables: TableController,
        actions: Actions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pictures = workspace.pictures
        self._turning = workspace.turning
        self.read_all = workspace.read_all.unread
        self.read_pictures = lambda: workspace.read_all.these(filmstrip.selected())
        self._canvas = canvas
        self._reading = reading
        self._actions = actions
        self.delete_boxes, self.duplicate_boxes = (
            canvas.editor.delete_selected,
            canvas.editor.duplicate_selected,
        )
        editor = canvas.editor
        self.rename_box = self.correct_text = canvas.correct_selected
        self.hide_boxes, self.show_all_boxes = editor.hide_selected, editor.show_all
        self.lock_boxes, self.lock_all_boxes = editor.lock_selected, editor.lock_all
        self.copy_to_next = boxes.copy_to_next
        self.sort_boxes = boxes.open_order
        self.ask_box = boxes.ask_about_selected
        self.crop, self.copy_picture = parts.crop, parts.copy
        self.label_grid = labels.open_grid
        self.label_set, self.box_attributes = labels.open, boxes.edit_attributes
        for name in ("snap_all", *(f"snap_{side}" for side in SIDES)):
            setattr(self, name, sides.by_name[name])
        self.next_unsure, self.previous_unsure = proof.next_unsure, proof.previous_unsure
        self.confirm_word, self.take_back_text = proof.confirm_word, proof.take_back_text
        self.reread, self.reread_model = second.reread, second.reread_model
        self.take_second, self.keep_first = second.take_second, second.keep_first
        self.keep_all_first = second.keep_all_first
        self.black_out, self.black_out_found = redaction.black_out, redaction.find
        self.black_out_hits, self.show_again = redaction.black_out_hits, redaction.show_again
        self.ignore_part, self.ignore_nothing = ignore.ignore_part, ignore.ignore_nothing
        self.ignore_templates = ignore.ignore_templates
        self.scripts = scripts.open
        self.tables, self.save_table = tables.open, tables.save
        self.box_of_text, self.ask_text = menus.box_of_text, menus.ask_text
        canvas.tool_changed.connect(self._mark_tool)
        self._mark_tool(canvas.tool)

    @Slot(bool)
    def tool_select(self, on: bool) -> None:
        if on:
            self._canvas.set_tool("select")
            self._canvas.setFocus()
        self._mark_tool(self._canvas.tool)

    @Slot(bool)
    def tool_draw(self, on: bool) -> None:
        self._canvas.set_tool("draw" if on else "select")
        self._canvas.setFocus()

    @Slot()
    def turn_left(self) -> None:
        if self._pictures.current:
            self._turning.turn(self._pictures.current, -1)

    @Slot()
    def turn_right(self) -> None:
        if self._pictures.current:
            self._turning.turn(self._pictures.current, 1)

    @Slot()
    def text_order(self) -> None:
        """Brings the text into sight with the menu of its orders."""
        self._actions["text_tab"].trigger()
        self._reading.text_panel.open_order_menu()

    @Slot()
    def read(self) -> None:
        if self._pictures.current:
            self._pictures.reading.read(self._pictures.current)

    @Slot(str)
    def _mark_tool(self, tool: str) -> None:
        for name in ("select", "draw"):
            self._actions[f"tool_{name}"].setChecked(tool == name)
