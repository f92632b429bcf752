"""How a review begins, goes on after a restart and ends; a model that is asked about each picture meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from eyebox.amounts import time_left
from eyebox.chat.answer_details import model_name
from eyebox.program import Program
from eyebox.session.review import ReviewFilter, Verdict
from eyebox.session.writes import SetState
from eyebox.settings.schema import specs
from eyebox.window.notice import Notice
from eyebox_models.protocol.ask import ModelRef, Options

if TYPE_CHECKING:
    from eyebox.review.start import Start

REVIEWING = "reviewing"
"""Key of a session's state: how its review goes on, None while it has none."""
LONGEST = 40
STARTING_MS = 400
"""So long a review takes to begin before it is said that it does."""


class ReviewStart(QObject):
    """Asks what is to be reviewed, and keeps that with the session.

    Signals: asked: `asking` is another sentence.
    """

    asked = Signal()

    def __init__(
        self,
        program: Program,
        notice: Notice,
        model: Callable[[], tuple[ModelRef, Options]],
        window: QWidget,
    ) -> None:
        """`model`: who is asked what is to be reviewed, and how."""
        super().__init__(window)
        workspace = program.workspace
        self._program = program
        self._review = workspace.review
        self._run = workspace.prompt_run
        self._notice = notice
        self._model = model
        self._window = window
        self._started: Start | None = None
        """How the review was begun that is to start."""
        self._progress = (0, 0, -1.0)
        workspace.review_sources.nothing_to_judge.connect(self._say_nothing)
        self._run.changed.connect(self.asked)
        self._run.progressed.connect(self._on_asked)
        self._run.failed.connect(self._on_run_failed)
        self._review.started.connect(self._on_started)

    @property
    def asking(self) -> str:
        """How far the model is that is asked about each picture; "" while none is."""
        if not self._run.is_busy:
            return ""
        done, total, left = self._progress
        if not total:
            return self.tr("The pictures are being opened")
        text = self.tr("%1 of %2 pictures asked").replace("%1", str(done)).replace("%2", str(total))
        if self._run.is_paused:
            return text + " · " + self.tr("paused")
        return f"{text} · {time_left(left)}" if left >= 0 else text

    @Slot()
    def open(self) -> None:
        """Asks what is to be reviewed, and how."""
        from eyebox.review.start import Start, StartDialog

        program, workspace = self._program, self._program.workspace
        kept = workspace.store.get_state("", "review_start")
        last = replace(Start.from_data(kept), keymap=program.settings.review_keys)
        keymaps = next(spec.choices for spec in specs() if spec.name == "review_keys")
        to_judge = workspace.store.to_judge(workspace.sessions.current)
        if last.source == "dataset" and to_judge:
            last = replace(last, source="session")  # it is likely open already
        dialog = StartDialog(
            last,
            to_judge,
            len(workspace.pictures.records),
            model_name(self._model()[0]),
            keymaps,
            self._window,
        )
        if dialog.exec() == StartDialog.DialogCode.Accepted:
            self.start(dialog.chosen())
        dialog.deleteLater()

    def start(self, start: Start) -> None:
        """Begins a review as it was chosen; what was chosen is offered the next time."""
        program, workspace, review = self._program, self._program.workspace, self._review
        workspace.write_queue.do(SetState("", "review_start", start.to_data()))
        program.change_settings(program.settings.with_value("review_keys", start.keymap))
        review.stop()
        review.reviewer = start.reviewer or review.reviewer
        self._choose(start)
        self._started = start
        sources = workspace.review_sources
        if start.source == "dataset":
            sources.files([start.path], start.planted)
        elif start.source == "prompt":
            sources.prompt(start.prompt, *self._model(), start.path, start.planted)
        else:
            review.start(workspace.sessions.current, start.planted)
        QTimer.singleShot(STARTING_MS, self, self._say_starting)

    @Slot()
    def _say_starting(self) -> None:
        if self._review.is_starting:
            self._notice.show_notice(self.tr("The boxes to judge are being gathered…"))

    @Slot()
    def _on_started(self) -> None:
        if self._started is not None:
            self._keep(self._started)
            self._started = None

    @Slot(str)
    def take_up(self, session: str) -> None:
        """Goes on with the review in which a session was left."""
        if isinstance(data := self._program.workspace.store.get_state(session, REVIEWING), dict):
            from eyebox.review.start import Start

            self._choose(Start.from_data(data))
            self._review.start(session)

    @Slot()
    def end(self) -> None:
        """Ends the review; it is not taken up again when the session is opened the next time."""
        self._keep(None)
        self._review.stop()

    @Slot()
    def compare(self) -> None:
        """Asks for a file of another model's boxes; where the two disagree most is judged first."""
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Boxes of another model or precision"))
        if path:
            self._review.compare_with([path])

    def _choose(self, start: Start) -> None:
        """Which boxes are gone through, in which order."""
        from eyebox.review.words import order_of

        self._review.set_order(order_of(start.order, start.share))
        wanted: dict[str, tuple[Verdict, ...]] = {"waiting": ("",), "unsure": ("unsure",)}
        self._review.set_filter(ReviewFilter(wanted.get(start.only, ())))

    def _keep(self, start: Start | None) -> None:
        """Keeps in the session whether it is being reviewed, and how."""
        workspace = self._program.workspace
        data = None if start is None else start.to_data()
        workspace.write_queue.do(SetState(workspace.sessions.current, REVIEWING, data))

    @Slot()
    def _say_nothing(self) -> None:
        self._notice.show_notice(self.tr("There are no boxes in this."))

    @Slot(int, int, float)
    def _on_asked(self, done: int, total: int, left: float) -> None:
        self._progress = (done, total, left)
        self.asked.emit()

    @property
    def is_paused(self) -> bool:
        """Whether the model that is asked about each picture waits until it is told to go on."""
        return self._run.is_busy and self._run.is_paused

    @Slot(bool)
    def pause(self, pause: bool) -> None:
        """Has the model that is asked wait, or go on."""
        if self._run.is_busy:
            self._run.pause() if pause else self._run.go_on()

    @Slot(str)
    def _on_run_failed(self, sentence: str) -> None:
        self._notice.show_error(sentence, self.tr("Go on"), self._run.go_on)

    def offer_to_go_on(self) -> None:
        """A prompt was not asked about all pictures when the program ended."""
        kept = self._run.kept() if not self._run.is_busy else None
        if kept is not None:
            text = self.tr("“%1” was asked about %2 of %3 pictures.").replace("%1", _short(kept.text))
            text = text.replace("%2", str(kept.done)).replace("%3", str(kept.total))
            self._notice.show_notice(text, self.tr("Go on"), self._run.go_on, stays=True)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
