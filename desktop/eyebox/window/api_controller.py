"""Joins the page of the local API with its process and what is asked through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from eyebox.language import translated
from eyebox.program import Program
from eyebox.server.hosted import Wanted
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox_models.protocol.cards import ModelCards
from eyebox_models.protocol.errors import os_reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from eyebox.api_page.page import ApiPage

KEPT = "local-api"
"""What was chosen for it, in the store."""
REQUESTS_MS = 100
"""How often, at most, the list of requests is drawn anew."""


class ApiController(QObject):
    """Signals: queue_wanted: all that is at work is to be seen."""

    queue_wanted = Signal()

    def __init__(
        self,
        program: Program,
        theme: Theme,
        show_address: Callable[[str], None],
        notice: Notice,
        over: QWidget,
    ) -> None:
        """`show_address` gets host and port while the API is on, else ""."""
        super().__init__(over)
        self._program = program
        self._theme = theme
        self._show_address = show_address
        self._notice = notice
        self._over = over
        self.page: ApiPage | None = None
        """While it is open."""
        self._soon = QTimer(self, singleShot=True, interval=REQUESTS_MS)
        self._soon.timeout.connect(self._show_requests)
        program.server.changed.connect(self._show_state)
        program.server.died.connect(self._on_died)
        self._show_state()

    @property
    def wanted(self) -> Wanted:
        """What was chosen last."""
        return Wanted.of_state(self._program.store.get_state("", KEPT, {}))

    def begin(self) -> None:
        """Switches it on where that was chosen for the start of the program."""
        wanted = self.wanted
        if wanted.at_start:
            self._program.server.start(wanted)

    @Slot()
    def open(self) -> None:
        """Shows the page."""
        if self.page is None:
            from eyebox.api_page.page import ApiPage

            program = self._program
            page = self.page = ApiPage(self._theme, self.wanted, self._over)
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            page.on_wanted.connect(program.server.start)
            page.off_wanted.connect(program.server.stop)
            page.new_key_wanted.connect(self._renew_token)
            page.changed.connect(self._keep)
            page.folder_wanted.connect(self._ask_for_folder)
            page.stop_wanted.connect(self._stop)
            page.queue_wanted.connect(self._show_queue)
            page.finished.connect(self._on_closed)
            for lane in program.lanes.values():
                lane.changed.connect(self._soon.start)
            program.workspace.models.listed.connect(self._list_models)
            program.workspace.models.refresh()
            self._show_state()
            self._show_requests()
        self.page.show()
        self.page.raise_()
        self.page.activateWindow()

    def close(self) -> None:
        """Closes the page, where it is open; what is served goes on."""
        if self.page is not None:
            self.page.close()

    @Slot()
    def _on_closed(self) -> None:
        self.page = None
        self._soon.stop()
        for lane in self._program.lanes.values():
            lane.changed.disconnect(self._soon.start)
        self._program.workspace.models.listed.disconnect(self._list_models)

    @Slot()
    def _show_state(self) -> None:
        server = self._program.server
        self._show_address(server.url.removeprefix("http://").partition("/")[0])
        if self.page is not None:
            self.page.show_state(server.state, server.url, server.token, server.error, server.detail)

    @Slot()
    def _on_died(self) -> None:
        server = self._program.server
        if self.page is None and server.error is not None:
            self._notice.show_error(translated(server.error), details=server.detail)

    @Slot()
    def _show_requests(self) -> None:
        if self.page is None:
            return
        from eyebox.api_page.rows import Asked

        bridge = self._program.bridge
        rows = [Asked(job.id, job.title, job.state) for job in bridge.jobs.values()]
        self.page.show_requests(rows, bridge.asked)

    @Slot(object)
    def _list_models(self, listed: ModelCards) -> None:
        if self.page is not None:
            usable = [card for card in listed.cards if card.complete and not card.problems]
            self.page.set_up.set_models([(card.folder, card.name) for card in usable])

    @Slot(object)
    def _keep(self, wanted: Wanted) -> None:
        self._program.workspace.write_queue.do(SetState("", KEPT, wanted.as_state()))

    @Slot(object)
    def _stop(self, ids: list[str]) -> None:
        for job in ids:
            if (handle := self._program.bridge.jobs.get(job)) is not None:
                handle.stop()

    @Slot()
    def _renew_token(self) -> None:
        try:
            self._program.server.renew_token()
        except OSError as error:
            self._notice.show_error(os_reason(error))

    @Slot()
    def _ask_for_folder(self) -> None:
        page = self.page
        assert page is not None
        dialog = QFileDialog(page, self.tr("Folder whose pictures may be named"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(page.set_up.add_folder)
        dialog.open()

    @Slot()
    def _show_queue(self) -> None:
        self.close()
        self.queue_wanted.emit()
