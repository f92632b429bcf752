"""The labels of the session: their dialog, their colours everywhere, and which of them are offered where one is typed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from eyebox.canvas.view import CanvasView
from eyebox.formats.label_files import PATTERNS, labels_in
from eyebox.language import translated
from eyebox.session.labels import Label
from eyebox.theme import Theme
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.review.label_set import LabelSetDialog


class LabelController(QObject):
    """The dialog is one at a time."""

    def __init__(self, theme: Theme, workspace: Workspace, canvas: CanvasView, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._labels = workspace.labels
        self._canvas = canvas
        self._over = over
        self._labels.changed.connect(self._show_colors)
        canvas.editor.offered = self._labels.offered
        canvas.label_wanted.connect(self._give_label)
        self._show_colors()

    @Slot()
    def open(self) -> None:
        from eyebox.review.label_set import LabelSetDialog

        dialog = LabelSetDialog(self._theme, self._labels.labels, self._labels.count(), self._over)
        dialog.import_wanted.connect(partial(self._import, dialog))
        if dialog.exec():
            self._labels.change(dialog.labels, dialog.renamed)
        dialog.deleteLater()

    def _import(self, dialog: LabelSetDialog) -> None:
        filters = self.tr("Files with names of labels (%1)").replace("%1", " ".join(PATTERNS))
        path, _ = QFileDialog.getOpenFileName(dialog, self.tr("Labels of a file"), "", filters)
        if not path:
            return
        try:
            found = labels_in(Path(path))
        except EyeboxError as error:
            dialog.say(translated(error.sentence))
        else:
            dialog.take_names(list(map(Label, found)))

    @Slot()
    def _show_colors(self) -> None:
        self._theme.set_label_colors(
            {label.name: label.color for label in self._labels.labels if label.color}
        )

    @Slot(int)
    def _give_label(self, place: int) -> None:
        """Gives the selected boxes the label that has a key (0: the first)."""
        names = self._labels.in_order(self._labels.offered())
        if place < len(names):
            editor = self._canvas.editor
            editor.rename_to(names[place], editor.unlocked(editor.selected_boxes))
            editor.label_for_new = names[place]
