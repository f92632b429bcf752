"""Parts of the main window that are made when they are first wanted: nobody waits for them at the start."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from eyebox.canvas.find_bar import FindBar
    from eyebox.window.exporting import Exporting
    from eyebox.window.main_window import MainWindow
    from eyebox.window.models import Models
    from eyebox.window.picking import Picking


class PartsMadeLater:
    """A base of the main window, which is the parent of all of them."""

    @property
    def _window(self) -> MainWindow:
        return cast("MainWindow", self)

    @cached_property
    def models(self) -> Models:
        """Made when a vision-language model is first of interest."""
        from eyebox.window.models import Models

        window = self._window
        made = Models(window.store, window.saver, window.lanes, window.folders.data / "models", window)
        made.set_idle(window.settings.idle_unload_minutes * 60_000)
        made.loaded_changed.connect(window.header.set_loaded)
        made.downloading_changed.connect(window.header.set_downloading)
        return made

    @cached_property
    def picking(self) -> Picking:
        """Made with `models`."""
        from eyebox.window.picking import Picking

        return Picking(self._window)

    @cached_property
    def find_bar(self) -> FindBar:
        """Made when something is looked for the first time."""
        from eyebox.canvas.find_bar import FindBar

        window = self._window
        return FindBar(window.theme, window.canvas.text_layer, window.canvas)

    @property
    def is_finding(self) -> bool:
        return "find_bar" in self.__dict__ and self.find_bar.isVisible()

    @cached_property
    def exporting(self) -> Exporting:
        """Made when something is exported the first time."""
        from eyebox.window.exporting import Exporting

        window = self._window
        made = Exporting(window.store, window.background, window.theme, window)
        made.done.connect(window.show_written)
        made.failed.connect(window.notice.show_error)
        return made
