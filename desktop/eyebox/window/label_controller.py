"""The labels of the session: their dialog, their colours everywhere, and which of them are offered where one is typed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from eyebox.canvas.view import CanvasView
from eyebox.language import translated
from eyebox.session.labels import Label
from eyebox.theme import Theme
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.review.label_set import LabelSetDialog

DIGITS = "1234567890"
"""The keys of the first labels."""


class LabelController(QObject):
    """The dialog is one at a time."""

    def __init__(self, theme: Theme, workspace: Workspace, canvas: CanvasView, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._labels = workspace.labels
        self._hidden = workspace.annotations.hidden
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

    @Slot()
    def open_grid(self) -> None:
        """All labels at a glance, over the picture."""
        from eyebox.review.label_grid import LabelEntry, LabelGrid

        for closed in self._over.findChildren(LabelGrid):
            closed.deleteLater()
        grid = LabelGrid(self._theme, self._over)
        hidden, counts = self._hidden, self._labels.count()
        names = self._labels.in_order(counts)

        def show() -> None:
            grid.show_labels(
                [
                    LabelEntry(name, counts.get(name, 0), DIGITS[n : n + 1], hidden.has_label(name))
                    for n, name in enumerate(names)
                ]
            )

        grid.given.connect(self._give)
        grid.hidden.connect(hidden.toggle_label)
        grid.only.connect(lambda name: hidden.show_only(name, names))
        grid.all_wanted.connect(hidden.show_all)
        for signal in (grid.hidden, grid.only, grid.all_wanted):
            signal.connect(show)
        show()
        grid.open_over(QRect(self._canvas.mapToGlobal(QPoint(0, 0)), self._canvas.size()))

    def _import(self, dialog: LabelSetDialog) -> None:
        from eyebox.formats.label_files import PATTERNS, labels_in

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
            self._give(names[place])

    @Slot(str)
    def _give(self, name: str) -> None:
        """Gives the selected boxes a label, which is that of the next one that is drawn, too."""
        editor = self._canvas.editor
        editor.rename_to(name, editor.unlocked(editor.selected_boxes))
        editor.label_for_new = name
