"""The boxes of the current picture: on the canvas and in their list, lit in both and in the chats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit
from shiboken6 import isValid

from eyebox.actions import Actions
from eyebox.annotations.box_model import BoxModel
from eyebox.annotations.clipboard import holds_boxes, placed_in
from eyebox.annotations.commands import AddBoxes
from eyebox.canvas.view import CanvasView
from eyebox.session.labels import Attribute
from eyebox.session.types import PictureRecord
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.window.panel import BOXES, Panel
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.answers import Answers
from eyebox.workspace.attributes import Attributes, shared_value
from eyebox.workspace.labels import LabelSet
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.relabeling import Relabeling
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.pixels import Pixels

if TYPE_CHECKING:
    from eyebox.canvas.box_list import BoxList

MANY = 200
"""So many selected boxes have their attributes looked up."""
LONGEST_NAMED = 40
"""Letters of a label inside of a sentence."""


class BoxController(QObject):
    """The list is made when it is first wanted.

    Signals (a box by its id):
        lit: the box that is pointed at somewhere, "" for none. asked_about: the user wants to ask about this box.
    """

    lit = Signal(str)
    asked_about = Signal(str)

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        annotations: Annotations,
        answers: Answers,
        relabeling: Relabeling,
        labels: LabelSet,
        attributes: Attributes,
        canvas: CanvasView,
        panel: Panel,
        notice: Notice,
        commands: Actions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._annotations = annotations
        self._answers = answers
        self._relabeling = relabeling
        self._labels = labels
        self._attributes = attributes
        self._said = ""
        self._canvas = canvas
        self._panel = panel
        self._notice = notice
        self._commands = commands
        self._box_list: BoxList | None = None
        self._listed: BoxModel | None = None
        panel.tab_changed.connect(self._on_tab)
        pictures.shown.connect(self._on_shown)
        pictures.decoded.connect(self._on_decoded)
        pictures.turned.connect(self._on_turned)
        answers.ghosts_changed.connect(self._on_ghosts_changed)
        answers.parts_changed.connect(self._on_parts_changed)
        canvas.editor.marks.hovered.connect(self._on_hovered)
        canvas.editor.duplicated.connect(self._on_duplicated)
        canvas.editor.noticed.connect(notice.show_notice)
        canvas.editor.set_hidden(annotations.hidden)
        canvas.menu_wanted.connect(self._open_menu)
        for changed in (labels.changed, attributes.changed):
            changed.connect(self._show_attributes)
        relabeling.progressed.connect(self._on_relabeled)
        relabeling.ended.connect(self._on_relabeling_ended)
        relabeling.failed.connect(notice.show_failure)

    @property
    def box_list(self) -> BoxList:
        """The list of boxes, made now if it was not yet."""
        if self._box_list is None:
            from eyebox.canvas.box_list import BoxList

            made = self._box_list = BoxList(self._theme, self._annotations.hidden)
            made.set_order(self._annotations.list_order)
            made.order_changed.connect(self._annotations.keep_list_order)
            self._panel.set_page(BOXES, made)
            self._canvas.editor.selection_changed.connect(made.set_selected)
            made.selection_changed.connect(self._canvas.editor.select)
            made.hovered.connect(self.light)
            made.activated.connect(self.center_on)
            made.noticed.connect(self._notice.show_notice)
            made.menu_wanted.connect(self._open_menu)
            made.set_offered(self._canvas.editor.labels)
            made.attributes.edited.connect(self._give_attribute)
            self._canvas.editor.selection_changed.connect(self._show_attributes)
            made.addAction(self._commands["duplicate_boxes"])
            self._list_boxes(made)
            made.set_selected(self._canvas.editor.selection)
            self._show_attributes()
        return self._box_list

    def has_focus(self) -> bool:
        """Whether the keys go to the list of boxes."""
        focus = QApplication.focusWidget()
        return self._box_list is not None and focus is not None and self._box_list.isAncestorOf(focus)

    def is_at_work(self) -> bool:
        """Whether one works with boxes now: some are selected, one is to be drawn, or their list is in sight."""
        canvas = self._canvas
        is_listed = self._panel.isVisible() and self._panel.tabs.currentIndex() == BOXES
        return bool(canvas.editor.selection) or canvas.tool == "draw" or is_listed

    def paste(self, mime: QMimeData) -> bool:
        """Adds the boxes of a clipboard to the picture shown; False when it holds none."""
        if not holds_boxes(mime):
            return False
        if self._pictures.current is None:
            self._notice.show_notice(self.tr("Open a picture first: the copied boxes are pasted into it."))
            return True
        self._commands["show_boxes"].setChecked(True)
        return self._canvas.editor.paste(mime)

    @Slot()
    def copy_to_next(self) -> None:
        """Copies the selected boxes, or all that are seen, to where they are on the next picture, and shows it.

        What is there already, with the same label at the same place, stays alone.
        """
        pictures, editor = self._pictures, self._canvas.editor
        here = pictures.records.get(pictures.current or "")
        real = {box.id for box in self._annotations.boxes_of(here.id)} if here else set()
        boxes = [box for box in editor.selected_boxes or editor.boxes if box.id in real]
        if here is None or not boxes:
            self._notice.show_notice(self.tr("There is no box to copy on this picture."))
            return
        there = pictures.records.get(pictures.records.step(here.id, 1))
        if there is None:
            self._notice.show_notice(self.tr("This is the last picture: there is none to copy the boxes to."))
            return
        known = {(box.label, box.xyxy) for box in self._annotations.boxes_of(there.id)}
        ids = {box.id: new_id() for box in boxes if (box.label, box.xyxy) not in known}
        new = [
            replace(box, id=ids[box.id], source="user", score=None, locked=False)
            for box in boxes
            if box.id in ids
        ]
        size = there.width or here.width, there.height or here.height
        placed = placed_in(new, (), *size, 0.0)
        text = self.tr("Copy %n box(es) from the picture before", "", len(placed))
        self._attributes.copy(here.id, ids, there.id)
        pictures.show(there.id)
        if placed:
            annotated = self._annotations.of(there.id)
            annotated.stack.push(AddBoxes(annotated.model, placed, text))
        editor.select(box.id for box in placed)
        if outside := len(new) - len(placed):
            self._notice.show_notice(self.tr("%n copied box(es) lie outside of this picture.", "", outside))

    @Slot()
    def open_order(self) -> None:
        """Brings the list into sight with the menu of its orders."""
        self._commands["show_panel"].setChecked(True)
        self._panel.tabs.setCurrentIndex(BOXES)
        self.box_list.open_order()

    @Slot()
    def edit_attributes(self) -> None:
        """Goes to the attributes of the selected boxes."""
        if not self._canvas.editor.selection:
            self._notice.show_notice(self.tr("Select a box first."))
            return
        self._commands["show_panel"].setChecked(True)
        self._panel.tabs.setCurrentIndex(BOXES)
        if not self.box_list.attributes.focus_first():
            self._notice.show_notice(
                self.tr("This label has no attributes yet."),
                self.tr("Labels…"),
                self._commands["label_set"].trigger,
            )

    @Slot(str, str)
    def _give_attribute(self, name: str, value: str) -> None:
        if self._pictures.current:
            selected = self._canvas.editor.selection
            self._attributes.give(self._pictures.current, selected, name, value)

    @Slot(object)
    def _on_duplicated(self, ids: Mapping[str, str]) -> None:
        if picture := self._pictures.current:
            self._attributes.copy(picture, ids, picture)

    @Slot()
    def _show_attributes(self) -> None:
        """Those of the selected boxes' labels, and those that the boxes have besides."""
        if self._box_list is None:
            return
        picture, boxes = self._pictures.current, self._canvas.editor.selected_boxes[:MANY]
        said = [self._attributes.of(picture, box.id) for box in boxes] if picture else []
        known = {one.name: one for box in boxes for one in self._labels.get(box.label).attributes}
        names = dict.fromkeys([*known, *(name for one in said for name in one)])
        self._box_list.attributes.show_attributes(
            [
                (known.get(name, Attribute(name)), shared_value(one.get(name) for one in said))
                for name in names
            ]
        )

    @Slot()
    def ask_about_selected(self) -> None:
        """Asks about the box that was selected last."""
        if self._canvas.editor.selection:
            self.asked_about.emit(self._canvas.editor.selection[-1])

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        """What can be done with the selected boxes, at a point of the screen."""
        from eyebox.window.box_menu import BoxMenu

        BoxMenu(
            self._commands,
            self._canvas.editor,
            self._theme,
            self._labels.in_order(self._labels.offered()),
            self._relabel,
            self.center_on,
            self._canvas,
        ).popup(at)

    @Slot(str)
    def _relabel(self, label: str) -> None:
        """Asks for another name of a label, for all pictures of the session."""
        from html import escape

        title = self.tr("Rename in all pictures")
        shown = label if len(label) <= LONGEST_NAMED else label[: LONGEST_NAMED - 1] + "…"
        what = self.tr("New label for “%1” in all pictures").replace("%1", shown)
        what = f"<span>{escape(what)}</span>"  # or Qt guesses by the label whether it is HTML
        new, agreed = QInputDialog.getText(self._panel, title, what, QLineEdit.EchoMode.Normal, label)
        if agreed:
            self._relabeling.rename(self._pictures.session, label, " ".join(new.split()))

    @Slot(int, int)
    def _on_relabeled(self, done: int, total: int) -> None:
        text = self.tr("Renaming… %1 of %2 pictures").replace("%1", str(done)).replace("%2", str(total))
        self._said = text
        self._notice.show_notice(text, self.tr("Stop"), self._relabeling.stop, stays=True)

    @Slot()
    def _on_relabeling_ended(self) -> None:
        if self._notice.sentence == self._said:
            self._notice.hide()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        if tab == BOXES:
            _ = self.box_list

    def _list_boxes(self, boxes: BoxList) -> None:
        current = self._pictures.current
        annotated = self._annotations.of(current) if current else None
        if self._listed is not None and isValid(self._listed):
            self._listed.changed.disconnect(self._show_attributes)
        self._listed = annotated.model if annotated else None
        if self._listed is not None:
            self._listed.changed.connect(self._show_attributes)
        boxes.set_model(self._listed, annotated.stack if annotated else None)

    @Slot(str)
    def light(self, box_id: str) -> None:
        """Lights a box on the canvas, in the list and in the chats; one that is not on this picture dims nothing."""
        self._canvas.set_lit([box_id] if self._is_shown(box_id) else [])
        self._on_hovered(box_id)

    def _is_shown(self, box_id: str) -> bool:
        picture = self._pictures.current
        if not box_id or picture is None:
            return False
        if any(box.id == box_id for box in self._answers.ghosts(picture)):
            return True
        box = self._annotations.of(picture).model.box(box_id)
        return box is not None and box not in self._annotations.hidden

    @Slot(str)
    def center_on(self, box_id: str) -> None:
        """Brings a box into the middle, on whichever picture it lies; says so when it is gone."""
        found = self._annotations.find(box_id, self._pictures.session)
        if found is None:
            self._notice.show_notice(self.tr("This box was deleted."))
            return
        picture, box = found
        if picture != self._pictures.current:
            self._pictures.show(picture)
        self._canvas.editor.select([box_id])
        self._canvas.center_on_box(box)

    @Slot(object)
    def _on_shown(self, record: PictureRecord | None) -> None:
        annotated = self._annotations.show(record.id if record else None)
        if annotated is None or record is None:
            self._canvas.set_boxes(None, None)
            self._canvas.ghosts.set_boxes(())
            self._canvas.parts_layer.set_parts(())
        else:
            self._canvas.set_boxes(annotated.model, annotated.stack)
            self._canvas.ghosts.set_boxes(self._answers.ghosts(record.id))
            self._canvas.parts_layer.set_parts(self._answers.parts(record.id))
        if self._box_list is not None:
            self._list_boxes(self._box_list)

    @Slot(object, object)
    def _on_decoded(self, record: PictureRecord, _pixels: Pixels) -> None:
        if record.id != self._pictures.current:  # a first look at one that is being opened
            self._canvas.set_boxes(None, None)

    @Slot(str)
    def _on_ghosts_changed(self, picture: str) -> None:
        if picture == self._pictures.current:
            self._canvas.ghosts.set_boxes(self._answers.ghosts(picture))

    @Slot(object, int)
    def _on_turned(self, record: PictureRecord, _turns: int) -> None:
        self._on_ghosts_changed(record.id)

    @Slot(str)
    def _on_parts_changed(self, picture: str) -> None:
        if picture == self._pictures.current:
            self._canvas.parts_layer.set_parts(self._answers.parts(picture))

    @Slot(str)
    def _on_hovered(self, box_id: str) -> None:
        if self._box_list is not None:
            self._box_list.set_lit(box_id)
        self.lit.emit(box_id)
