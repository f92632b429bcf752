"""What a review can begin with besides the open session: files of boxes, and a prompt over a folder of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.formats import holds_annotations, may_be_annotations
from eyebox.workspace.importing import Importing
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.prompt_run import PromptRun
from eyebox.workspace.review import Review
from eyebox.workspace.sessions import Sessions
from eyebox_models.protocol.ask import ModelRef, Options


class ReviewSources(QObject):
    """Brings boxes into a session of their own and has them reviewed.

    Signals: nothing_to_judge: what was given holds no boxes.
    """

    nothing_to_judge = Signal()

    def __init__(
        self,
        sessions: Sessions,
        pictures: Pictures,
        opening: Opening,
        importing: Importing,
        prompt_run: PromptRun,
        review: Review,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._pictures = pictures
        self._opening = opening
        self._importing = importing
        self._prompt_run = prompt_run
        self._review = review
        self._waiting_for = ""
        """The session whose boxes are being imported."""
        self._planted: float | None = None
        self._opens = ""
        """The session whose pictures are still being opened while its review is on."""
        importing.busy_changed.connect(self._on_importing)
        self._opened_soon = QTimer(self, singleShot=True, interval=0)
        self._opened_soon.timeout.connect(self._on_opened)
        pictures.added.connect(self._opened_soon.start)
        opening.refused.connect(self._opened_soon.start)

    def files(self, paths: Sequence[str], planted: float | None = None) -> None:
        """Reviews the boxes of files, or folders of such files, in any format that can be read.

        `Importing` says how far it is and can be stopped; what was read until then is reviewed.
        """
        self._sessions.create()
        self._planted = planted
        boxes = [path for path in paths if _holds_boxes(path)]
        self._waiting_for = self._sessions.current
        self._importing.open([path for path in paths if path not in boxes], boxes)
        if not boxes:
            self._waiting_for = ""
            self.nothing_to_judge.emit()

    def prompt(
        self, text: str, model: ModelRef, options: Options, folder: str = "", planted: float | None = None
    ) -> None:
        """Asks a model the same about each picture of the open session, or of a folder, and reviews what it finds as
        it comes."""
        if folder:
            self._sessions.create()
            self._importing.open([folder], [])
        self._prompt_run.begin(text, model, options)
        self._review.start(self._sessions.current, planted)

    @Slot(bool)
    def _on_importing(self, is_busy: bool) -> None:
        if not is_busy and self._waiting_for:
            session, self._waiting_for = self._waiting_for, ""
            QTimer.singleShot(0, self, lambda: self._begin(session))

    def _begin(self, session: str) -> None:
        """Starts, once few new pictures are on their way to be opened; where there are none nothing could be read."""
        if session != self._sessions.current:
            return
        if self._pictures.records or self._opening.on_way()[0]:
            self._opens = session
            self._review.start(session, self._planted)
        else:
            self.nothing_to_judge.emit()

    @Slot()
    def _on_opened(self) -> None:
        """The last picture came: the boxes of each came with it."""
        if self._opens and not self._opening.on_way()[0]:
            session, self._opens = self._opens, ""
            if session == self._sessions.current:
                self._review.settle()


def _holds_boxes(path: str) -> bool:
    return holds_annotations(path) if Path(path).is_dir() else may_be_annotations(path)
