"""Teaching a model: one run at a time, which is checked first, pauses, goes on, and is still there after a restart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.session.errors import StoreError
from eyebox.session.store import Store
from eyebox.session.writes import SetState
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.requests import Teach
from eyebox_models.protocol.teaching import Dropped, HeldOut, Taught, TeachChoice, TeachPlan, TeachStep
from eyebox_models.protocol.wire import pack, unpack

if TYPE_CHECKING:
    from eyebox_models.training.kept import KeptRun

KEPT = "teaching"
"""Under this name is kept what was chosen."""
FOLDER = "adapters"
"""Below the user's data folder: where adapters go that nobody wants elsewhere."""
PATIENCE_MS = 900_000
"""How long a step may take until it can be paused: on a processor it may be minutes."""

State = Literal["", "preparing", "checking", "checked", "learning", "pausing", "paused", "saving", "done"]
AT_WORK = ("preparing", "checking", "learning", "pausing", "saving")


class Teaching(QObject):
    """The state of a run, and what can be done about it.

    Signals:
        changed: the state, or what was said of it (`problem`, `plan`), is another.
        progressed: a Progress of what has no steps.
        stepped: TeachStep. looked: HeldOut.
        ended: the run came to its end; `taught` is there.
    """

    changed = Signal()
    progressed = Signal(object)
    stepped = Signal(object)
    looked = Signal(object)
    ended = Signal()

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
        self._lessons = cache / "lessons.jsonl"
        self._job: JobHandle | None = None
        self._turn = 0
        """Counts what was begun: what comes of something earlier is passed over."""
        self._finishes = False
        self._has_looked = False
        self.home = data / FOLDER
        self.choice = _choice_from(store.get_state("", KEPT, {}))
        """What is or was taught last."""
        self._forget()

    def _forget(self) -> None:
        self.state: State = ""
        self.problem = self.detail = ""
        self.dropped: tuple[Dropped, ...] = ()
        self.plan: TeachPlan | None = None
        self.steps: list[TeachStep] = []
        self.looks: list[HeldOut] = []
        self.taught: Taught | None = None
        self.progress: Progress | None = None

    @property
    def is_busy(self) -> bool:
        return self.state in AT_WORK

    @property
    def step(self) -> int:
        """The last one that was made."""
        return self.steps[-1].step if self.steps else 0

    def look(self) -> None:
        """Sees how far the run of an earlier start of the program got."""
        if self._has_looked or self.choice is None or self.state:
            return
        self._has_looked = True
        from eyebox_models.training.kept import kept_run

        self._in_background(partial(kept_run, Path(self.choice.target)), self._take_up)

    def _take_up(self, run: KeptRun | None) -> None:
        if run is None:
            return
        self.plan, self.steps, self.looks, self.taught = run.plan, [*run.steps], [*run.looks], run.taught
        if run.taught is not None:
            self._set("done")
        elif run.goes_on and run.plan is not None:
            self._set("paused" if run.steps else "checked")
        else:
            self.discard()

    # What is begun

    def check(self, choice: TeachChoice) -> None:
        """Looks at the data and at what teaching takes; nothing is learned yet."""
        if self.is_busy:
            return
        self._turn += 1
        self._forget()
        self._has_looked = True
        self.choice = choice = replace(choice, target=_free(choice.target))
        self._queue.do(SetState("", KEPT, pack(choice)))
        self._set("preparing")
        try:
            reader = self._store.for_reading() if choice.session else None
        except StoreError as error:
            self._give_up(error)
            return
        self._in_background(partial(_lessons_of, choice, reader, self._lessons), self._check)

    def _check(self, dropped: list[Dropped]) -> None:
        assert self.choice is not None
        self.dropped = tuple(dropped)
        choice = self.choice
        self._set("checking")
        self._submit(Teach(choice.model, str(self._lessons), choice.target, choice.settings, only="check"))

    @Slot()
    def go_on(self) -> None:
        """Begins to learn, or goes on with it."""
        if self.state in ("checked", "paused"):
            self._set("learning")
            self._resume("")

    @Slot()
    def pause(self) -> None:
        """Ends what is under way after the step that is being made; the state is kept."""
        if self.state in ("preparing", "checking"):
            self.discard()
        elif self.state == "learning" and self._job is not None:
            self._job.stop()
            self._set("pausing")

    @Slot()
    def finish(self) -> None:
        """Ends it here: what was learned until now becomes the adapter."""
        if self.state == "learning":
            self._finishes = True
            self.pause()
        elif self.state == "paused" and self.steps:
            self._set("saving")
            self._resume("finish")

    @Slot()
    def discard(self) -> None:
        """Forgets a run, and removes what is left of one that has not come to its end."""
        self._turn += 1
        job, self._job = self._job, None
        target = self.choice.target if self.choice is not None else ""
        self._forget()
        if job is not None and job.state != "ended":
            job.ended.connect(partial(self._remove, target))
            job.stop()
        elif target:
            self._remove(target)
        self._set("")

    def _remove(self, target: str, _end: End | None = None) -> None:
        from eyebox_models.training.kept import discard_run

        self._background.run(partial(discard_run, Path(target)), lambda _none: None, lambda _error: None)

    # On the way

    def _resume(self, only: Literal["", "finish"]) -> None:
        assert self.choice is not None
        self._submit(Teach("", "", self.choice.target, resume=True, only=only))

    def _submit(self, request: Teach) -> None:
        assert self.choice is not None
        self._turn += 1
        self.problem = self.detail = ""
        self.progress = None
        self._lanes["model"].unload()  # its memory is wanted
        name = Path(self.choice.target).name
        title = self.tr("Teaching %1: %2").replace("%2", name)
        title = title.replace("%1", ModelRef(self.choice.model).short_name)
        self._job = self._lanes["train"].submit(request, title, patience=PATIENCE_MS)
        self._job.happened.connect(partial(self._on_event, self._turn))
        self._job.ended.connect(partial(self._on_end, self._turn, request.only))

    def _on_event(self, turn: int, event: object) -> None:
        if turn != self._turn:
            return
        if isinstance(event, Progress):
            self.progress = event
            self.progressed.emit(event)
        elif isinstance(event, TeachPlan):
            self.plan = event
            self.progress = None
            self.changed.emit()
        elif isinstance(event, TeachStep):
            while self.step >= event.step:  # made again
                self.steps.pop()
            self.steps.append(event)
            self.stepped.emit(event)
        elif isinstance(event, HeldOut):
            self.looks[:] = [one for one in self.looks if one.step < event.step]
            self.looks.append(event)
            self.looked.emit(event)

    def _on_end(self, turn: int, only: str, end: End) -> None:
        if turn != self._turn:
            return
        self._job, self.progress = None, None
        if end.outcome == "failed":
            self.problem, self.detail = translated(end.message), end.detail
        if only == "check" and isinstance(end.result, Taught):
            self._set("checked")
        elif only == "check":
            assert self.choice is not None
            self._remove(self.choice.target)
            self._set("")
        elif isinstance(end.result, Taught) and end.result.complete:
            self.taught = end.result
            self._finishes = False
            self._set("done")
            self.ended.emit()
        else:
            self._set("paused" if self.steps else "checked")
            if self._finishes and not self.problem:
                self.finish()
            self._finishes = False

    def _in_background(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        turn = self._turn

        def done(result: Any) -> None:
            if turn == self._turn:
                then(result)

        def failed(error: EyeboxError) -> None:
            if turn == self._turn:
                self._give_up(error)

        self._background.run(work, done, failed)

    def _give_up(self, error: EyeboxError) -> None:
        self.problem, self.detail = translated(error.sentence), error.detail
        self._set("")

    def _set(self, state: State) -> None:
        self.state = state
        self.changed.emit()


def _lessons_of(choice: TeachChoice, reader: Store | None, file: Path) -> list[Dropped]:
    """Writes the conversations that were chosen to a file for the engine; gives those that can't be used. Raises EyeboxError."""
    from eyebox.formats.lessons import pack_lessons, read_lessons
    from eyebox.formats.review_lessons import review_lessons, review_pairs

    of_review = review_pairs if choice.settings.method == "dpo" else review_lessons
    with ExitStack() as stack:
        if reader is None:
            found = read_lessons(map(Path, choice.files))
        else:
            found = of_review(stack.enter_context(reader), choice.session, judged=choice.judged)
        return pack_lessons(found, file)[1]


def _free(target: str) -> str:
    """This folder, or where something is in it the next one that is numbered: nothing is ever overwritten."""
    place, number = Path(target), 1
    while place.exists() and (not place.is_dir() or any(place.iterdir())):
        number += 1
        place = Path(f"{target} {number}")
    return str(place)


def _choice_from(data: Any) -> TeachChoice | None:
    """What was chosen and kept; None for none, or what is none."""
    with suppress(ValueError, TypeError, KeyError):
        found = unpack(data)
        return found if isinstance(found, TeachChoice) else None
    return None
