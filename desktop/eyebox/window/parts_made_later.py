"""Parts of the main window that are made when they are first wanted: nobody waits for them at the start."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from eyebox.window.doctoring import Doctoring
    from eyebox.window.exporting import Exporting
    from eyebox.window.main_window import MainWindow
    from eyebox.window.model_engine import ModelEngine
    from eyebox.window.picking import Picking
    from eyebox.workspace.models import Models

BACKGROUND_MS = 2000


class PartsMadeLater:
    """A base of the main window, which is the parent of all of them."""

    @property
    def _window(self) -> MainWindow:
        return cast("MainWindow", self)

    @cached_property
    def models(self) -> Models:
        """Made when a vision-language model is first of interest."""
        from eyebox.workspace.models import Models

        window = self._window
        made = Models(window.store, window.saver, window.lanes, window.folders.data / "models", window)
        made.set_idle(window.settings.idle_unload_minutes * 60_000)
        made.loaded_changed.connect(window.header.set_loaded)
        made.downloading_changed.connect(self._show_network)
        return made

    @cached_property
    def picking(self) -> Picking:
        """Made with `models`."""
        from eyebox.window.picking import Picking

        return Picking(self._window)

    @cached_property
    def exporting(self) -> Exporting:
        """Made when something is exported the first time."""
        from eyebox.window.exporting import Exporting

        window = self._window
        made = Exporting(window.store, window.background, window.theme, window)
        made.done.connect(window.show_written)
        made.failed.connect(window.notice.show_error)
        made.progressed.connect(window.status.show_exporting)
        made.folder_done.connect(window.show_written_folder)
        for ended in (made.failed, made.folder_done):
            ended.connect(window.summary.show)
        return made

    @cached_property
    def doctoring(self) -> Doctoring:
        """Made when the doctor is asked the first time."""
        from eyebox.window.doctoring import Doctoring

        return Doctoring(self._window.theme, self._window.folders, self._window)

    @cached_property
    def model_engine(self) -> ModelEngine:
        """Made when the environment of models is first of interest."""
        from eyebox.window.model_engine import ModelEngine

        window = self._window
        home = window.folders.data / "model-engine"
        made = ModelEngine(window.theme, window.lanes, home, window, lambda: window.settings.proxy)
        made.connecting_changed.connect(self._show_network)
        made.changed.connect(self._on_engine_changed)
        made.told.connect(window.notice.show_notice)
        made.failed.connect(window.notice.show_error)
        return made

    def _show_network(self, _changed: bool) -> None:
        """Tells the header whether anything that the user asked for is being fetched."""
        made = self.__dict__
        fetching = ("models" in made and self.models.downloading) or (
            "model_engine" in made and self.model_engine.connecting
        )
        self._window.header.set_downloading(fetching)

    def _on_engine_changed(self) -> None:
        """Models run elsewhere now: what the library says of them is asked for again."""
        if "models" in self.__dict__:
            self.models.refresh()

    def stop_made_later(self) -> None:
        """Ends what would go on by itself, at once."""
        if "doctoring" in self.__dict__:
            self.doctoring.stop()

    def wait_for_threads(self) -> None:
        """Waits for the threads that do something in the background, for a while."""
        self._window.background.wait(BACKGROUND_MS)
        if "doctoring" in self.__dict__:
            self.doctoring.wait(BACKGROUND_MS)
