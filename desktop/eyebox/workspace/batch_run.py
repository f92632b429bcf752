"""A batch of the window at work: its pages go to the lanes of the program's engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from eyebox.batches.documents import has_to_be_looked_into, is_several, set_pages
from eyebox.batches.queue import Queue
from eyebox.batches.queue_file import Item
from eyebox.batches.results import table_file, write_table
from eyebox.batches.run import Pace, attempt_at, document_request, path_of, settle
from eyebox.batches.sources import files_of
from eyebox.batches.work import Attempt, Done, together
from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.workspace.batch_info import PAUSED, PROBLEM, VIDEOS, BatchInfo, Standing, info_of
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol import wire
from eyebox_models.protocol.document import DocumentFacts
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import LookInto
from eyebox_models.protocol.requests import Load

AT_ONCE = 2
"""So many jobs are submitted: while one is worked at, the next one waits for the engine."""
SHOWN_MS = 200
"""So often at most it is said how far a batch is."""


class BatchRun(QObject):
    """One batch at work.

    Signals: progressed. changed: it stands otherwise. finished: with whether it came to its end.
    """

    progressed = Signal()
    changed = Signal()
    finished = Signal(bool)

    def __init__(
        self, queue: Queue, lanes: Mapping[str, Lane], background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.queue = queue
        self._lanes = lanes
        self._background = background
        self._standing: Standing = "preparing"
        self._under_way: dict[str, JobHandle] = {}
        self._pace = Pace()
        self._stops = False
        self._whole: dict[int, None] = {}
        """Files whose pages are all done, and what they come to together has not been made."""
        self._soon = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._soon.timeout.connect(self.progressed)

    def info(self) -> BatchInfo:
        """How it stands."""
        counts = self.queue.counts()
        left = self._pace.seconds_for(counts["waiting"] + counts["running"])
        return info_of(self.queue, self._standing, counts, self._pace.per_minute, left)

    def begin(self) -> None:
        """Loads the model, lists the files, then works."""
        self.queue.keep(PROBLEM, "")
        job = self.queue.job
        if job.reads or job.model.engine != "model":
            self._list(End("done"))
        else:
            title = self.tr("Batch: %1").replace("%1", self.queue.name)
            self._submit("model", Load(job.model, job.generation()), title, self._list)

    def stop(self) -> None:
        """Ends what is under way; `finished` follows at once."""
        if self._stops:
            return
        self._stops = True
        jobs, self._under_way = self._under_way, {}
        for job in jobs.values():
            job.stop()
        self.queue.put_back_running()
        self.finished.emit(False)

    def go_on(self) -> None:
        """There is more to do."""
        if self._standing == "running":
            self._next()

    def _list(self, end: End) -> None:
        if end.outcome != "done":
            self._give_up(end.message)
            return
        job, queue = self.queue.job, self.queue

        def work() -> None:
            left_out = str(table_file(job).parent) if str(table_file(job).parent) == job.output else ""
            videos: list[str] = []
            for _added in queue.add_files(files_of(job.sources, left_out, videos.append)):
                if self._stops:
                    return
            queue.keep(VIDEOS, len(videos))
            queue.keep("listed", True)

        self._in_background(work, self._listed)

    def _listed(self, _none: object) -> None:
        self._standing = "running"
        self._pace = Pace()
        if self.queue.job.kind == "pdf":
            self._whole.update(dict.fromkeys(self.queue.whole_files()))
        self.changed.emit()
        self._next()

    def _next(self) -> None:
        job = self.queue.job
        while not self._stops and len(self._under_way) < AT_ONCE:
            if self._whole:
                self._make_document(self._whole.popitem()[0])
                continue
            items = self.queue.take(together(job))
            if not items:
                break
            documents = [item for item in items if has_to_be_looked_into(item)]
            for item in documents:
                self._submit(
                    "picture",
                    LookInto(item.path),
                    name_of(item.path),
                    partial(self._on_looked_into, item),
                    quiet=True,
                )
            items = [item for item in items if item not in documents and not is_several(self.queue, item)]
            if items:
                self._try(attempt_at(job, items), items)
        if not self._stops and not self._under_way:
            self._finish()

    def _try(self, attempt: Attempt, items: Sequence[Item]) -> None:
        title = f"{name_of(path_of(items[0]))} — {self.queue.name}"
        self._submit(
            self._lane, attempt.request, title, partial(self._on_ended, attempt, items),
            partial(self._on_happened, attempt, items),
        )  # fmt: skip

    @property
    def _lane(self) -> str:
        job = self.queue.job
        if job.model.kind == "endpoint":
            return "servers"
        return "reader" if job.reads else job.model.engine

    def _submit(
        self, lane: str, request: Any, title: str, ended: Callable[[End], None],
        happened: Callable[[Any], None] | None = None, *, quiet: bool = False,
    ) -> None:  # fmt: skip
        job = self._lanes[lane].submit(request, title, quiet=quiet, priority=Priority.BATCH)
        self._under_way[job.id] = job
        if happened is not None:
            job.happened.connect(happened)
        job.ended.connect(partial(self._on_job_ended, job.id, ended))

    def _on_job_ended(self, id: str, then: Callable[[End], None], end: End) -> None:
        """What ends after the batch was stopped is passed over: its pages wait already."""
        if self._under_way.pop(id, None) is not None:
            then(end)

    def _on_looked_into(self, item: Item, end: End) -> None:
        if isinstance(end.result, DocumentFacts):
            set_pages(self.queue, item, end.result.pages)
        elif end.outcome == "failed":
            self._keep([item], 0, Done("failed", None, end.message, end.detail))
        else:
            self._put_back([item])
            return
        self._next()

    def _on_happened(self, attempt: Attempt, items: Sequence[Item], event: Any) -> None:
        if not self._stops:
            for index, done in attempt.happened(event):
                if not self._keep(items, index, done):
                    self._give_up(done.reason)
                    return

    def _on_ended(self, attempt: Attempt, items: Sequence[Item], end: End) -> None:
        if end.outcome == "stopped":
            self._put_back([items[index] for index, _done in attempt.ended(end)])
            return
        if attempt.goes_on(end):
            self._try(attempt, items)
            return
        for index, done in attempt.ended(end):
            if not self._keep(items, index, done):
                self._give_up(done.reason)
                return
        if self.queue.job.kind == "pdf":
            self._whole.update(dict.fromkeys(item.file for item in items if self.queue.is_whole(item.file)))
        self._next()

    def _make_document(self, file: int) -> None:
        """Makes what all pages of a file come to together."""
        made = ExitStack()
        try:
            request = made.enter_context(document_request(self.queue, file))
        except EyeboxError as error:
            self.queue.made(file, error.sentence)
            return
        self._submit(self._lane, request, self.queue.name, partial(self._on_made, made, file))

    def _on_made(self, made: ExitStack, file: int, end: End) -> None:
        made.close()
        if end.outcome == "stopped":
            self.queue.keep(PAUSED, True)
            self.stop()
            return
        self.queue.made(file, end.message if end.outcome == "failed" else "")
        self._next()

    def _keep(self, items: Sequence[Item], index: int, done: Done) -> bool:
        state = settle(self.queue, items, index, done)
        if state not in (None, "waiting"):
            self._pace.ended()
        if not self._soon.isActive():
            self._soon.start()
        return state is not None

    def _put_back(self, items: Sequence[Item]) -> None:
        """Somebody stopped the job in the queue: the batch pauses."""
        self.queue.put_back(items)
        self.queue.keep(PAUSED, True)
        self.stop()

    def _give_up(self, sentence: str) -> None:
        if not self._stops:
            self.queue.keep(PROBLEM, wire.pack(sentence))
            self.queue.keep(PAUSED, True)
            self.stop()

    def _finish(self) -> None:
        self._standing = "writing"
        self.changed.emit()
        self._in_background(partial(write_table, self.queue), lambda _file: self._written())

    def _written(self) -> None:
        self._stops = True
        self.finished.emit(True)

    def _in_background(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def done(result: Any) -> None:
            if not self._stops:
                then(result)

        self._background.run(work, done, lambda error: self._give_up(error.sentence))
