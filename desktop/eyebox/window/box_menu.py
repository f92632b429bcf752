"""The menu of the selected boxes, on the canvas and in their list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from eyebox.actions import Actions
from eyebox.annotations.clipboard import holds_boxes
from eyebox.canvas.box_editor import BoxEditor
from eyebox.theme import Theme
from eyebox.theme.icons import swatch

MOST_LABELS = 30
LONGEST_NAMED = 24
"""Letters of a label in the menu."""


class BoxMenu(QMenu):
    """Actions in short words with their keys, and what can be done with all boxes of a label. Deleted when it closes."""

    def __init__(
        self,
        commands: Actions,
        editor: BoxEditor,
        theme: Theme,
        labels: Sequence[str],
        relabel: Callable[[str], object],
        center_on: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        """`labels` are those of the session, of which the first ten have digits. `relabel` is called with the label that is to
        be another one in all pictures, `center_on` with a box's id."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self._theme = theme
        boxes = editor.selected_boxes
        can_paste = holds_boxes(QGuiApplication.clipboard().mimeData())
        if not boxes:
            self._add("paste", self.tr("Paste"), on=can_paste)
            return
        last, label, hidden = boxes[-1].id, boxes[-1].label, editor.hidden
        shown = label if len(label) <= LONGEST_NAMED else label[: LONGEST_NAMED - 1] + "…"
        alike = [box.id for box in editor.all_boxes if box.label == label]
        if len(boxes) == 1 and commands["review_accept"].isEnabled():
            for name, text, icon in (
                ("review_accept", self.tr("Accept"), "check"),
                ("review_reject", self.tr("Reject"), "close"),
                ("review_unsure", self.tr("Unsure"), "info"),
            ):
                self._add(name, text, icon)
            self.addSeparator()
        show = self.addAction(theme.icon("fit"), self.tr("Show on the picture"))
        show.triggered.connect(lambda: center_on(last))
        self._add("ask_box", self.tr("Ask about this"), "chat")
        self.addSeparator()
        self._add("cut", self.tr("Cut"))
        self._add("copy", self.tr("Copy"), "copy")
        self._add("paste", self.tr("Paste"), on=can_paste)
        self._add("duplicate_boxes", self.tr("Duplicate"))
        self._add("copy_to_next", self.tr("Copy to the next picture"))
        self._add("copy_picture", self.tr("Copy as a picture"))
        self._add("crop", self.tr("Crop to a new picture"), "crop")
        self._add("ignore_part", self.tr("Ignore the text in it"), "eye-off")
        self.addSeparator()
        self._add("snap_all", self.tr("Put onto edges"), on=len(boxes) == 1)
        self._add_labels(labels, editor)
        self._add("rename_box", self.tr("Rename"), "edit")
        self._add("box_attributes", self.tr("Attributes"))
        everywhere = self.addAction(self.tr("Rename “%1” in all pictures…").replace("%1", shown))
        everywhere.triggered.connect(lambda: relabel(label))
        same = self.addAction(self.tr("Select all “%1”").replace("%1", shown))
        same.setEnabled(len(alike) > 1)
        same.triggered.connect(lambda: editor.select(alike))
        self.addSeparator()
        if all(box in hidden for box in boxes):
            self._add("hide_boxes", self.tr("Show"), "eye")
        else:
            self._add("hide_boxes", self.tr("Hide"), "eye-off")
        text = self.tr("Show all “%1”") if hidden.has_label(label) else self.tr("Hide all “%1”")
        self.addAction(text.replace("%1", shown)).triggered.connect(lambda: hidden.toggle_label(label))
        self._add("show_all_boxes", self.tr("Show all hidden boxes"), on=bool(hidden))
        if all(box.locked for box in boxes):
            self._add("lock_boxes", self.tr("Unlock"), "unlock")
        else:
            self._add("lock_boxes", self.tr("Lock"), "lock")
        self.addSeparator()
        if not commands["review_accept"].isEnabled():
            self._add("review", self.tr("Review boxes…"), "check")
        self._add("delete_boxes", self.tr("Delete"), "trash")

    def _add_labels(self, labels: Sequence[str], editor: BoxEditor) -> None:
        """A menu of labels that the boxes can be given."""
        menu = self.addMenu(self.tr("Label"))
        menu.setEnabled(bool(labels))
        for place, label in enumerate(labels[:MOST_LABELS]):
            text = label if len(label) <= LONGEST_NAMED else label[: LONGEST_NAMED - 1] + "…"
            key = f"\t{(place + 1) % 10}" if place < 10 else ""
            color = swatch(self._theme.label_color(label), self.devicePixelRatioF())
            entry = menu.addAction(color, text.replace("&", "&&") + key)
            entry.triggered.connect(partial(self._give, label, editor))

    @staticmethod
    def _give(label: str, editor: BoxEditor, *_checked: bool) -> None:
        editor.rename_to(label, editor.unlocked(editor.selected_boxes))

    def _add(self, name: str, text: str, icon: str = "", *, on: bool = True) -> None:
        action = self._commands[name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        entry = self.addAction(f"{text}\t{keys}" if keys else text)
        if icon:
            entry.setIcon(self._theme.icon(icon))
        entry.setObjectName(name)
        entry.setEnabled(on)
        entry.triggered.connect(action.trigger)
