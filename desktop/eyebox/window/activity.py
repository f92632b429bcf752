"""What the program is at work with, in the header and the status line."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from eyebox.window.header import Header
from eyebox.window.status import Status, Summary
from eyebox.workspace.workspace import Workspace


class Activity(QObject):
    """Shows imports, exports, pictures being read, downloads and the model in memory, also those from before the window."""

    def __init__(
        self,
        workspace: Workspace,
        header: Header,
        status: Status,
        summary: Summary,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._header = header
        self._status = status
        importing, read_all, exports = workspace.importing, workspace.read_all, workspace.exports
        for work in (importing, read_all, exports):
            work.busy_changed.connect(self._show_work)
        importing.progressed.connect(status.show_importing)
        read_all.progressed.connect(status.show_reading)
        exports.progressed.connect(status.show_exporting)
        for over in (importing.ended, exports.busy_changed, workspace.opening.given_up):
            over.connect(summary.show)
        workspace.loaded_model.changed.connect(header.set_loaded)
        workspace.models.downloading_changed.connect(self._show_network)
        workspace.model_engine.connecting_changed.connect(self._show_network)
        workspace.server_engine.connecting_changed.connect(self._show_network)
        header.set_loaded(workspace.loaded_model.model)
        self._show_network()
        self._show_work()

    @Slot()
    def _show_work(self) -> None:
        workspace, status = self._workspace, self._status
        status.set_busy("import", workspace.importing.is_busy)
        status.set_busy("export", workspace.exports.is_busy)
        status.set_busy("read_all", workspace.read_all.is_busy)
        status.reading.setVisible(workspace.read_all.is_busy)

    @Slot()
    def _show_network(self) -> None:
        """Whether anything that the user asked for is being fetched."""
        workspace = self._workspace
        self._header.set_downloading(
            workspace.models.downloading
            or workspace.model_engine.connecting
            or workspace.server_engine.connecting
        )
