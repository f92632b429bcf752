"""The page of an evaluation over the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.ask import READER
from eyebox_models.protocol.cards import ModelCards

if TYPE_CHECKING:
    from eyebox.review.evaluation import EvaluationPage
    from eyebox.review.evaluation_pictures import Said
    from eyebox_models.evaluation.samples import Given, Sample


class EvaluationController(QObject):
    """Shows how the evaluation gets on while the page is open; it goes on without the page."""

    def __init__(
        self, theme: Theme, workspace: Workspace, notice: Notice, chat_model: Callable[[], str], over: QWidget
    ) -> None:
        """`chat_model` gives the model of the chat that is active."""
        super().__init__(over)
        self._theme = theme
        self._workspace = workspace
        self._notice = notice
        self._chat_model = chat_model
        self._over = over
        self.page: EvaluationPage | None = None
        """While it is open."""
        workspace.evaluations.reported.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        """Says that the figures are there to whoever closed the page meanwhile."""
        if self.page is None:
            self._notice.show_notice(
                self.tr("The evaluation is done."), self.tr("Show"), self.open, stays=True
            )

    @Slot()
    def open(self) -> None:
        """Shows the page, with the plan that was evaluated last."""
        if self.page is None:
            self._make()
        assert self.page is not None
        self.page.show()
        self.page.raise_()
        self.page.activateWindow()

    @Slot(str, str)
    def compare(self, model: str, other: str) -> None:
        """Shows the page with these two models chosen."""
        self.open()
        assert self.page is not None
        self.page.setup.choose_models((model, other))
        self.page.setup.truth.setFocus()  # what is left to be chosen

    def _make(self) -> None:
        from eyebox.review.evaluation import EvaluationPage

        evaluations, models = self._workspace.evaluations, self._workspace.models
        page = self.page = EvaluationPage(self._theme, self._over)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.finished.connect(self._forget)
        page.start_wanted.connect(self._start)
        page.resume_wanted.connect(evaluations.resume)
        page.pause_wanted.connect(evaluations.pause)
        page.setup.file_wanted.connect(self._choose_file)
        page.setup.folder_wanted.connect(self._choose_folder)
        page.setup.model_folder_wanted.connect(self._choose_model)
        page.pictures.picture_wanted.connect(self._show_picture)
        self._list(None)
        if evaluations.plan is not None:
            page.setup.show_plan(evaluations.plan)
        else:
            page.setup.add_model(self._chat_model())
        page.setup.changed.connect(self._show)
        evaluations.changed.connect(self._show)
        evaluations.progressed.connect(page.set_progress)
        evaluations.reported.connect(page.show_report)
        evaluations.preview_made.connect(self._show_preview)
        models.listed.connect(self._list)
        models.refresh()
        page.set_progress(*evaluations.progress)
        self._show()
        page.show_report(evaluations.report)
        evaluations.look()

    @Slot()
    def _forget(self) -> None:
        evaluations, page = self._workspace.evaluations, self.page
        self.page = None
        if page is not None:
            evaluations.changed.disconnect(self._show)
            evaluations.progressed.disconnect(page.set_progress)
            evaluations.reported.disconnect(page.show_report)
            evaluations.preview_made.disconnect(self._show_preview)
            self._workspace.models.listed.disconnect(self._list)

    @Slot()
    def _show(self) -> None:
        page, evaluations = self.page, self._workspace.evaluations
        if page is not None:
            said = page.setup.plan(self._workspace.sessions.current)
            goes_on = evaluations.state == "paused" and said == evaluations.plan
            page.set_state(
                evaluations.state, goes_on, evaluations.problem, evaluations.missing, evaluations.videos
            )
            if evaluations.is_busy and evaluations.report is None:
                page.show_report(None)

    @Slot()
    def _start(self) -> None:
        if self.page is not None:
            self._workspace.evaluations.start(self.page.setup.plan(self._workspace.sessions.current))

    @Slot(object)
    def _list(self, cards: ModelCards | None) -> None:
        """The reader, the chat's model, and what was found on this machine."""
        if self.page is None:
            return
        found: dict[str, tuple[str, str, list[str]]] = {
            READER: (READER, self.tr("Built-in reader"), []),
        }
        for card in cards.cards if cards is not None else ():
            if card.complete and not card.problems:
                runs = [name for name, reason in card.runs if not reason and name != "auto"]
                found[card.folder] = (card.folder, card.name, runs)
        own = self._chat_model()
        if own not in found:
            from eyebox.evaluation_words import model
            from eyebox.review.evaluation_setup import USUAL

            found[own] = (own, model(own), list(USUAL))
        self.page.setup.set_models([*found.values()])

    # Dialogs

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self.page, self.tr("Boxes, texts or questions with answers"))
        self._take(path)

    @Slot()
    def _choose_folder(self) -> None:
        self._take(QFileDialog.getExistingDirectory(self.page, self.tr("A folder of boxes or texts")))

    def _take(self, path: str) -> None:
        if path and self.page is not None:
            self.page.setup.set_file(path)

    @Slot()
    def _choose_model(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.page, self.tr("A folder with a model"))
        if folder and self.page is not None:
            self.page.setup.add_model(folder)

    # Pictures

    @Slot(int, int, str)
    def _show_picture(self, first: int, second: int, picture: str) -> None:
        if self.page is not None:
            evaluations = self._workspace.evaluations
            sides = [
                [_said(*pair) for pair in evaluations.answers_of(run, picture)] for run in (first, second)
            ]
            self.page.pictures.show_answers(picture, sides)
            evaluations.make_preview(picture)

    @Slot(str, str)
    def _show_preview(self, picture: str, file: str) -> None:
        if self.page is not None and file:
            self.page.pictures.show_image(picture, QImage(file))
        if file:
            Path(file).unlink(missing_ok=True)


def _said(sample: Sample, given: Given) -> Said:
    from eyebox.review.evaluation_pictures import Said

    return Said(
        sample.question or ", ".join(sample.labels),
        given.failed or given.text,
        " / ".join(dict.fromkeys(sample.answers)),
        tuple((box.label, box.corners) for box in given.boxes),
        tuple((target.label, target.corners) for target in sample.targets),
        sample.size,
    )
