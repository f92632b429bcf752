"""The page of the model engine over the window, and what is said of it while no page is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.workspace.model_engine import ModelEngine
from eyebox_models.protocol.environment import EnvironmentState

if TYPE_CHECKING:
    from eyebox.picker.engine_page import EnginePage


class EngineController(QObject):
    """Joins the page, one at a time, with the environment that models run in, or that of the server engine."""

    def __init__(
        self,
        theme: Theme,
        engine: ModelEngine,
        notice: Notice,
        proxy: Callable[[], str],
        over: QWidget,
        server: EngineController | None = None,
    ) -> None:
        """`proxy` gives the one of the settings. `over` is the window that the page stands over. `server` shows the page
        of the server engine, which the page offers."""
        super().__init__(over)
        self._server = server
        self._theme = theme
        self._engine = engine
        self._notice = notice
        self._proxy = proxy
        self._over = over
        self.page: EnginePage | None = None
        """While it is open."""
        engine.looked.connect(self._on_looked)
        engine.added.connect(self._on_added)
        engine.failed.connect(self._on_failed)

    @Slot()
    def open(self) -> None:
        """Shows the page, over another dialog where one is open."""
        if self.page is not None:
            self.page.raise_()
            self.page.activateWindow()
            return
        from eyebox.picker.engine_page import EnginePage

        engine = self._engine
        page = self.page = EnginePage(
            self._theme, QApplication.activeModalWidget() or self._over, proxy=self._proxy(), kind=engine.kind
        )
        if self._server is not None:
            page.server_wanted.connect(self._server.open)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.plan_wanted.connect(engine.plan)
        page.add_wanted.connect(engine.add)
        page.pause_wanted.connect(engine.pause)
        page.remove_wanted.connect(engine.remove)
        page.destroyed.connect(partial(self._forget, page))
        page.finished.connect(partial(self._forget, page))
        engine.planned.connect(page.set_plan)
        engine.progressed.connect(page.set_progress)
        engine.watch()
        if engine.adding:
            page.set_adding()
            if engine.progress is not None:
                page.set_progress(engine.progress)
        elif engine.removing:
            page.set_removing()
        else:
            engine.look()
        page.open()

    @Slot(object)
    def _on_looked(self, state: EnvironmentState) -> None:
        if self.page is not None and not self._engine.adding and not self._engine.removing:
            self.page.set_state(state)

    @Slot()
    def _on_added(self) -> None:
        if not self._engine.is_watched:
            self._notice.show_notice(
                self.tr("The model engine was added: models run now.")
                if self._engine.kind == "models"
                else self.tr("The server engine was added.")
            )

    @Slot(str, str)
    def _on_failed(self, sentence: str, detail: str) -> None:
        if self.page is not None:
            self.page.set_failed(sentence, detail)
        elif not self._engine.is_watched:
            self._notice.show_error(sentence)

    def close(self) -> None:
        """Closes the page, where it is open."""
        if self.page is not None:
            self.page.close()

    def _forget(self, page: EnginePage, _result: object = None) -> None:
        if self.page is page:
            self.page = None
            self._engine.unwatch()
