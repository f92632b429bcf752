"""What the notice says of files that were written or could not be, with a button that shows them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from eyebox.amounts import decimal
from eyebox.language import translated
from eyebox.window.notice import Notice
from eyebox.workspace.workspace import Workspace

if TYPE_CHECKING:
    from eyebox.formats.training_files import Written


class FileNotices(QObject):
    """Follows what is opened, the exports, the session file and the queue of writes."""

    def __init__(self, workspace: Workspace, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self._not_opened = ""
        workspace.opening.refused.connect(self._show_not_opened)
        workspace.opening.all_opened.connect(self._take_back)
        workspace.exports.done.connect(self._show_written)
        workspace.exports.failed.connect(notice.show_error)
        workspace.exports.taught.connect(self._show_taught)
        workspace.exports.folder_done.connect(self._show_written_folder)
        workspace.session_file.noticed.connect(self._show_session_file_noticed)
        workspace.session_file.failed.connect(self._show_session_file_failed)
        workspace.write_queue.failed.connect(notice.show_error)
        workspace.write_queue.recovered.connect(self._show_recovered)
        workspace.write_queue.refused.connect(self._show_refused)

    @Slot(str, str)
    def _show_not_opened(self, text: str, details: str) -> None:
        self._not_opened = text
        self._notice.show_failure(text, details)

    @Slot()
    def _take_back(self) -> None:
        """What could not be opened before is over as soon as something opens without a failure."""
        if self._not_opened and self._notice.sentence == self._not_opened:
            self._notice.hide()
        self._not_opened = ""

    @Slot(str)
    def _show_written(self, path: str) -> None:
        self._notice.show_notice(
            self.tr("Written: %1").replace("%1", Path(path).name),
            self.tr("Show in folder"),
            lambda: show_in_folder(path),
        )

    @Slot(str, int)
    def _show_written_folder(self, folder: str, files: int) -> None:
        self._notice.show_notice(
            self.tr("%n file(s) written to %1.", "", files).replace("%1", Path(folder).name),
            self.tr("Show the folder"),
            lambda: open_folder(folder),
        )

    @Slot(object)
    def _show_taught(self, written: Written) -> None:
        """Says what was written, that it was proved, and what was left out."""
        path = str(written.files[0])
        said = [
            self.tr("%n training sample(s) written to %1.", "", written.samples).replace(
                "%1", Path(path).name
            )
        ]
        if len(written.files) > 1:
            said.append(self.tr("%n preference pair(s) beside it.", "", written.pairs))
        proved = self.tr("%n box(es) read back, at most %1 px from where you left them.", "", written.boxes)
        said.append(proved.replace("%1", decimal(written.farthest, 1)))
        left = [f"{translated(kind)}: {count:,}" for kind, count in written.left_out.items()]
        if left:
            said.append(self.tr("Note: %1.").replace("%1", "; ".join(left)))
        self._notice.show_notice(
            " ".join(said), self.tr("Show in folder"), lambda: show_in_folder(path), stays=True
        )

    @Slot(str, bool)
    def _show_session_file_noticed(self, text: str, stays: bool) -> None:
        self._notice.show_notice(text, "", None, stays=stays)

    @Slot(str, str)
    def _show_session_file_failed(self, text: str, path: str) -> None:
        """Says what is wrong with the session file; a button shows the file that it is about."""
        button = self.tr("Show in folder") if path else ""
        self._notice.show_error(text, button, lambda: show_in_folder(path))

    @Slot()
    def _show_recovered(self) -> None:
        self._notice.show_notice(self.tr("Everything is saved again."))

    @Slot(str)
    def _show_refused(self, path: str) -> None:
        """Says that something can't be saved, and where it is kept."""
        self._notice.show_error(
            self.tr("Something could not be saved. It is kept in %1.").replace("%1", Path(path).name),
            self.tr("Show in folder"),
            lambda: show_in_folder(path),
        )


def open_folder(folder: str) -> None:
    """Opens a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def show_in_folder(path: str) -> None:
    """Opens the folder of a file in the system's file manager."""
    open_folder(str(Path(path).parent))
