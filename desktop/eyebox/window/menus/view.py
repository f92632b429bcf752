"""The view menu: zoom, neighbours, what is shown, and in which colours."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.view import CanvasView
from eyebox.program import Program
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.window.figures_controller import FiguresController
from eyebox.window.panel import Panel
from eyebox.window.picture_number import PictureNumber
from eyebox.window.proof_controller import ProofController

MINIMAP, CROSSHAIR = "minimap", "crosshair"
"""Under which it is kept whether there is an overview of large pictures, and a crosshair while a box is drawn."""


class ViewMenu(QObject):
    """One method an action, of the same name: its own, or that of the widget that it is for."""

    def __init__(
        self,
        program: Program,
        theme: Theme,
        canvas: CanvasView,
        filmstrip: Filmstrip,
        panel: Panel,
        number: PictureNumber,
        figures: FiguresController,
        proof: ProofController,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._program = program
        self._theme = theme
        self._window = window
        self._canvas = canvas
        self._minimap = canvas.minimap
        self.zoom_in, self.zoom_out = canvas.zoom_in, canvas.zoom_out
        self.fit, self.actual = canvas.fit, canvas.actual_size
        self.fit_width, self.zoom_to = canvas.fit_width, canvas.zoom_to
        self.show_text, self.show_boxes = canvas.text_layer.setVisible, canvas.set_boxes_shown
        self.show_filmstrip, self.show_panel = filmstrip.setVisible, panel.setVisible

        self.show_unsure = proof.show_unsure
        self.show_ignored = canvas.ignored_layer.set_shown
        self.statistics = figures.open_statistics
        self.go_to_picture = number.edit
        number.chosen.connect(self._show_number)

    @Slot(bool)
    def show_minimap(self, on: bool) -> None:
        """Also in later runs."""
        self._minimap.set_wanted(on)
        self._keep(MINIMAP, on, default=True)

    @Slot(bool)
    def show_crosshair(self, on: bool) -> None:
        """Also in later runs."""
        self._canvas.set_crosshair(on)
        self._keep(CROSSHAIR, on, default=False)

    def _keep(self, name: str, on: bool, *, default: bool) -> None:
        workspace = self._program.workspace
        if on != workspace.store.get_state("", name, default):
            workspace.write_queue.do(SetState("", name, on))

    @Slot(int)
    def _show_number(self, number: int) -> None:
        pictures = self._program.workspace.pictures
        pictures.show(next(islice(pictures.records, number - 1, None), pictures.current))

    @Slot()
    def next_picture(self) -> None:
        self._program.workspace.pictures.step(1)

    @Slot()
    def previous_picture(self) -> None:
        self._program.workspace.pictures.step(-1)

    @Slot(bool)
    def full_screen(self, on: bool) -> None:
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if on else state & ~full)

    @Slot(bool)
    def toggle_theme(self, dark: bool) -> None:
        if dark != self._theme.dark:
            theme = "dark" if dark else "light"
            self._program.change_settings(self._program.settings.with_value("theme", theme))
