"""An evaluation of models on pictures whose answers are known: it pauses, goes on, and is still there after a restart."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.session.errors import StoreError
from eyebox.session.store import Store
from eyebox.session.writes import SetState
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.evaluation import EvaluationPlan, EvaluationReport
from eyebox_models.protocol.events import Answered, End
from eyebox_models.protocol.picture_requests import MakeThumbnail, Read
from eyebox_models.protocol.pixels import Thumbnail
from eyebox_models.protocol.requests import AnsweringEach, ReportEvaluation, Request

if TYPE_CHECKING:
    from eyebox.workspace.evaluation_work import EvaluationRun, EvaluationWork
    from eyebox_models.evaluation.kept import KeptAnswers
    from eyebox_models.evaluation.samples import Given, Sample, Task

KEPT = "evaluation"
"""Under this name the plan is kept."""
FOLDER = "evaluations"
"""Below the user's data folder: the answers, which the command line keeps in the same place."""
TOGETHER = 32
"""Questions a job: so many that a model can take them as batches, so few that what a person asks meanwhile waits little."""
PREVIEW = 1024

State = Literal["", "preparing", "running", "paused", "counting", "done"]


class Evaluations(QObject):
    """One evaluation at a time. Its jobs come after all that a person waits for; each answer is kept as it comes.

    Signals:
        changed: the state, or what was said of it (`problem`), is another.
        progressed: questions that are answered, of how many.
        reported: an EvaluationReport, of the models that answered all.
        preview_made: path of a picture, file of a small one of it, which whoever shows it deletes.
    """

    changed = Signal()
    progressed = Signal(int, int)
    reported = Signal(object)
    preview_made = Signal(str, str)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        lanes: Mapping[str, Lane],
        background: Background,
        data: Path,
        cache: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._lanes = lanes
        self._background = background
        self._folder = data / FOLDER
        self._cache = cache
        self._work: EvaluationWork | None = None
        self._at = 0
        self._kept: KeptAnswers | None = None
        self._job: JobHandle | None = None
        self._turn = 0
        """Counts what was begun: what comes of something earlier is passed over."""
        self.plan = _plan_from(store.get_state("", KEPT, {}))
        """What is or was evaluated last."""
        self.state: State = "paused" if self.plan is not None else ""
        self.report: EvaluationReport | None = None
        self.problem = ""

    @property
    def is_busy(self) -> bool:
        return self.state in ("preparing", "running", "counting")

    @property
    def task(self) -> Task | None:
        """What is asked, once that is known."""
        return self._work.dataset.task if self._work else None

    @property
    def missing(self) -> int:
        """Pictures that were not found and are left out."""
        return self._work.dataset.missing if self._work else 0

    @property
    def videos(self) -> int:
        """Questions about videos, which are left out."""
        return self._work.dataset.videos if self._work else 0

    @property
    def progress(self) -> tuple[int, int]:
        """Questions that are answered, of how many."""
        if self._work is None:
            return 0, 0
        total = sum(len(run.asks) for run in self._work.runs)
        return total - sum(len(run.todo) for run in self._work.runs), total

    def start(self, plan: EvaluationPlan) -> None:
        """Evaluates by another plan; what was answered before under the same conditions is not asked again."""
        self.pause()
        self.plan = plan
        self._queue.do(SetState("", KEPT, _plan_as_data(plan)))
        self.resume()

    @Slot()
    def resume(self) -> None:
        """Goes on with the plan at hand."""
        self._prepare(asks=True)

    def look(self) -> None:
        """Sees how far the plan of an earlier run of the program got, and counts it where all is answered."""
        if self._work is None:
            self._prepare(asks=False)

    def _prepare(self, *, asks: bool) -> None:
        if self.plan is None or self.is_busy:
            return
        plan = self.plan
        self._turn += 1
        self._work, self.report, self.problem = None, None, ""
        self._set("preparing")
        try:
            reader = self._store.for_reading()
        except StoreError as error:
            self._give_up(error)
            return
        folder = self._folder

        def work() -> EvaluationWork:
            from eyebox.workspace.evaluation_work import (
                prepared,  # much that the start of the program does without
            )

            with reader:
                return prepared(plan, reader, folder)

        self._run_in_background(work, lambda found: self._begin(found, asks))

    @Slot()
    def pause(self) -> None:
        """Ends what is under way; what was answered is kept."""
        if not self.is_busy:
            return
        self._turn += 1
        job, self._job = self._job, None
        if job is not None:
            job.stop()
        self._close()
        self._set("paused")

    def answers_of(self, run: int, picture: str) -> list[tuple[Sample, Given]]:
        """What a model said to each question about a picture."""
        if self._work is None or run >= len(self._finished()):
            return []
        given = self._finished()[run].given
        return [(one, given[one.id]) for one in self._work.dataset.samples if one.picture == picture]

    def make_preview(self, picture: str) -> None:
        """Has a small picture made; `preview_made` follows."""
        samples = self._work.dataset.samples if self._work else ()
        turns = next((one.turns for one in samples if one.picture == picture), 0)
        from hashlib import sha256

        name = sha256(f"{picture} {turns}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        request = MakeThumbnail(picture, str(self._cache / f"evaluation-{name}.png"), PREVIEW, turns)
        job = self._lanes["picture"].submit(request, quiet=True, priority=Priority.NOW)

        def done(end: End) -> None:
            file = end.result.file if isinstance(end.result, Thumbnail) else ""
            self.preview_made.emit(picture, file)

        job.ended.connect(done)

    # On the way

    def _begin(self, work: EvaluationWork, asks: bool) -> None:
        self._work = work
        self._at = 0
        if not asks and any(run.todo for run in work.runs):
            self._set("paused")
            self.progressed.emit(*self.progress)
            return
        self._set("running")
        self.progressed.emit(*self.progress)
        self._go_on()

    def _go_on(self) -> None:
        """The next questions of the model at hand, or the next model, or the end."""
        assert self._work is not None
        if self._at >= len(self._work.runs):
            self._count()
            return
        run = self._work.runs[self._at]
        if self._kept is None:
            if run.todo:
                self._run_in_background(lambda: run.open_kept(self._folder), self._opened)
                return
            self._at += 1
            self._go_on()
            return
        if not run.todo:
            run.given = self._kept.all(run.keys)
            self._close()
            self._at += 1
            self._go_on()
            return
        self._submit(run)

    def _opened(self, kept: KeptAnswers) -> None:
        self._kept = kept
        self._go_on()

    def _submit(self, run: EvaluationRun) -> None:
        reads = run.model.kind == "reader" and self.task == "read"
        keys = [run.todo[n] for n in range(1 if reads else min(TOGETHER, len(run.todo)))]
        request: Request
        if reads:
            request = Read(run.samples[keys[0]].picture, turns=run.samples[keys[0]].turns)
        else:
            request = AnsweringEach(tuple(run.asks[key] for key in keys))
        title = self.tr("Evaluation of %1").replace("%1", run.model.short_name)
        job = self._lanes[run.model.engine].submit(request, title, priority=Priority.BATCH)
        self._job = job
        turn = self._turn

        def happened(event: Any) -> None:
            if turn == self._turn and isinstance(event, Answered):
                self._add(run, keys[event.index], run.given_by(keys[event.index], event))

        def ended(end: End) -> None:
            if turn == self._turn and reads and end.outcome != "stopped":
                self._add(run, keys[0], run.given_by_page(keys[0], end))
                end = End("done")
            if turn == self._turn:  # what came could be kept
                self._on_ended(run, keys, end)

        job.happened.connect(happened)
        job.ended.connect(ended)

    def _add(self, run: EvaluationRun, key: str, given: Given) -> None:
        assert self._kept is not None
        try:
            self._kept.add(key, given, synced=False)
        except EyeboxError as error:
            self.pause()
            self._give_up(error)
            return
        with suppress(ValueError):
            run.todo.remove(key)
        self.progressed.emit(*self.progress)

    def _on_ended(self, run: EvaluationRun, keys: list[str], end: End) -> None:
        self._job = None
        if end.outcome == "stopped":
            self.pause()
            return
        if end.outcome == "failed" or not {*keys}.isdisjoint(run.todo):
            run.problem = translated(end.message) or self.tr("There was no answer.")
            self._close()
            self._at += 1
        self._go_on()

    def _count(self) -> None:
        """Has the answers counted by an engine, which has what that takes."""
        assert self._work is not None
        finished = self._finished()
        problems = [f"{run.model.short_name}: {run.problem}" for run in self._work.runs if run.problem]
        self.problem = "\n".join(problems)
        if not finished:
            self._set("paused")
            return
        self._set("counting")
        file = self._folder / "counted.json"
        work, folder = self._work, self._folder
        turn = self._turn

        def ended(end: End) -> None:
            if turn != self._turn:
                return
            self._job = None
            if isinstance(end.result, EvaluationReport):
                self.report = end.result
                self._set("done")
                self.reported.emit(self.report)
            elif end.outcome == "failed":
                self.problem = translated(end.message)
                self._set("paused")
            else:
                self.pause()

        def written(_none: None) -> None:
            title = self.tr("Evaluation: counting")
            self._job = self._lanes["library"].submit(ReportEvaluation(str(file)), title)
            self._job.ended.connect(ended)

        self._run_in_background(lambda: work.write(file, folder, finished), written)

    def _finished(self) -> list[EvaluationRun]:
        return [run for run in self._work.runs if run.given] if self._work else []

    def _close(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.__exit__(None)

    def _run_in_background(self, work: Any, then: Any) -> None:
        """What comes back after another beginning, or a pause, is passed over."""
        turn = self._turn

        def done(result: Any) -> None:
            if turn == self._turn:
                then(result)
            elif hasattr(result, "__exit__"):
                result.__exit__(None)

        def failed(error: EyeboxError) -> None:
            if turn == self._turn:
                self._give_up(error)

        self._background.run(work, done, failed)

    def _give_up(self, error: EyeboxError) -> None:
        self._close()
        self.problem = translated(error.sentence)
        self._set("paused")

    def _set(self, state: State) -> None:
        self.state = state
        self.changed.emit()


def _plan_as_data(plan: EvaluationPlan) -> dict[str, Any]:
    return {
        "truth": plan.truth,
        "task": plan.task,
        "session": plan.session,
        "entries": [list(entry) for entry in plan.entries],
    }


def _plan_from(data: Any) -> EvaluationPlan | None:
    """The plan that was kept; None for none, or what is none."""
    match data:
        case {"truth": str(truth), "task": str(task), "session": str(session), "entries": list(entries)}:
            pairs = [(one[0], one[1]) for one in entries if isinstance(one, list) and len(one) == 2]
            if pairs and all(isinstance(part, str) for pair in pairs for part in pair):
                return EvaluationPlan(truth, tuple(pairs), task, session)
    return None
