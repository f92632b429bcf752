"""Works at a batch with some engines of its own, a thread each, without Qt: what the command line does."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Condition, Thread
from traceback import format_exc
from typing import Any, Literal

from eyebox.batches.documents import has_to_be_looked_into, is_several, set_pages
from eyebox.batches.files import file_of_document, pdf_request, write_text
from eyebox.batches.job import BatchJob
from eyebox.batches.queue import Queue
from eyebox.batches.queue_file import Item, State
from eyebox.batches.work import PACKED, Attempt, Done, together
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.document_page import page_path
from eyebox_models.files.system_memory import cores
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.document import DocumentFacts
from eyebox_models.protocol.errors import EyeboxError, unexpected
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import LookInto
from eyebox_models.protocol.requests import Load, Request

RATE_OVER = 100
"""The rate is that of so many pages that ended last."""
LOOK_SECONDS = 0.2
SILENCE_SECONDS = 900.0
"""An engine that says nothing for so long hangs, and is ended: what it had is tried again, or set aside."""


@dataclass(frozen=True, slots=True)
class PageEnded:
    """A page ended, for now ("waiting": it is tried again) or for good."""

    item: Item
    state: State
    done: Done


class Pace:
    """Pages a minute, and how long the rest takes."""

    def __init__(self) -> None:
        self._ended: deque[float] = deque([time.monotonic()], RATE_OVER + 1)

    def ended(self) -> None:
        """One more has ended."""
        self._ended.append(time.monotonic())

    @property
    def per_minute(self) -> float:
        """0 where nothing has ended yet."""
        took = time.monotonic() - self._ended[0]
        return 60 * (len(self._ended) - 1) / took if took > 0 else 0.0

    def seconds_for(self, pages: int) -> float | None:
        """None where that can't be said yet."""
        rate = self.per_minute
        return 60 * pages / rate if rate else None


def settle(queue: Queue, items: Sequence[Item], index: int, done: Done) -> State | None:
    """Keeps what became of one of the pages that were asked for together. None where there is no engine: it waits as before."""
    item = items[index]
    match done.outcome:
        case "done" | "failed":
            try:
                if done.outcome == "done" and done.result is not None:
                    write_text(queue.job, path_of(item), item.name, done.result)
            except EyeboxError as error:
                done = Done("failed", done.result, error.sentence, error.detail, done.seconds)
            queue.finish(item, done.outcome, done.result, done.reason, done.seconds)  # type: ignore[arg-type]
            return done.outcome  # type: ignore[return-value]
        case "died":
            return queue.died(item, done.reason, alone=len(items) == 1)
    queue.put_back([item])
    return None


class Runner:
    """One run of a batch: files are listed while pages are worked at. `ended` is called with each page, from any thread."""

    def __init__(
        self, queue: Queue, engines: Sequence[EngineProcess], ended: Callable[[PageEnded], None],
        progress: Callable[[Any], None] = lambda _event: None,
    ) -> None:  # fmt: skip
        self.pace = Pace()
        self._queue = queue
        self._engines = engines
        self._report = ended
        self._progress = progress
        self._pictures = PictureEngine()
        self._changed = Condition()
        self._listed = False
        self._jobs: dict[EngineProcess, str] = {}
        """What engines work at."""
        self._heard: dict[EngineProcess, float] = {}
        """When each engine that is at work said something."""
        self._at_work = 0
        self._pauses = False
        self._ends = False
        self._failure: EyeboxError | None = None

    def run(self, files: Iterable[tuple[str, str]]) -> Literal["done", "paused"]:
        """Works until nothing waits any more. Raises EyeboxError where the files can't be listed or there is no engine; all
        that has ended is kept."""
        self._load()
        threads = [Thread(target=self._work, args=(engine,), name="batch") for engine in self._engines]
        for thread in threads:
            thread.start()
        try:
            for _added in self._queue.add_files(files):
                with self._changed:
                    self._changed.notify_all()
                if self._pauses:
                    break
            else:
                self._queue.keep("listed", True)
        except EyeboxError as error:
            self._fail(error)
        finally:
            with self._changed:
                self._listed = True
                self._changed.notify_all()
            for thread in threads:
                while thread.is_alive():
                    thread.join(LOOK_SECONDS)  # signals are handled in between
                    self._end_silent()
            self._pictures.close()
        if self._failure is not None:
            raise self._failure
        return "paused" if self._pauses else "done"

    def pause(self) -> None:
        """Begins no more pages; the second time those that are under way are given up. From any thread.

        Of what servers are asked that is given up at once: a request holds many pages that they have not begun.
        """
        if self._pauses:
            self._ends = True
            for engine in self._engines:
                engine.kill()
        self._pauses = True
        for engine, job in [*self._jobs.items()]:
            self._stop_asking(engine, job)

    def _load(self) -> None:
        job = self._queue.job
        if job.reads or job.model.engine == "reader":
            return
        end = self._engines[0].run(new_id(), Load(job.model, job.generation()), self._progress)
        if end.outcome == "failed":
            raise EyeboxError.of(end.message, end.detail)

    def _work(self, engine: EngineProcess) -> None:
        try:
            if engine is self._engines[0]:
                for file in self._queue.whole_files():  # whose pages were done when the last run ended
                    self._make_document(engine, file)
            while (items := self._next()) is not None:
                if items:
                    self._do(engine, items)
        except EyeboxError as error:
            self._fail(error)
        except Exception as error:  # or the run would be called done
            self._fail(EyeboxError.of(unexpected(error), format_exc()))

    def _next(self) -> list[Item] | None:
        """What to do next; nothing while others may put something back, None at the end."""
        with self._changed:
            if self._pauses:
                return None
            items = self._queue.take(together(self._queue.job))
            if items:
                self._at_work += 1
            elif self._listed and not self._at_work:
                return None
            else:
                self._changed.wait(LOOK_SECONDS)
            return items

    def _do(self, engine: EngineProcess, items: Sequence[Item]) -> None:
        try:
            items = [item for item in items if not self._is_document(item)]
            if not items:
                return
            attempt = attempt_at(self._queue.job, items)
            happened = partial(self._happened, engine, attempt, items)
            self._heard[engine] = time.monotonic()
            end = self._run(engine, attempt.request, happened)
            while attempt.goes_on(end):
                end = self._run(engine, attempt.request, happened)
            for index, done in attempt.ended(end):
                self._ended(items, index, done)
            for item in items:
                self._make_document(engine, item.file)
        finally:
            self._heard.pop(engine, None)
            with self._changed:
                self._at_work -= 1
                self._changed.notify_all()

    def _stop_asking(self, engine: EngineProcess, job: str) -> None:
        if self._pauses and self._queue.job.model.kind == "endpoint":
            engine.stop(job)

    def _run(self, engine: EngineProcess, request: Request, happened: Callable[[Any], None]) -> End:
        job = self._jobs[engine] = new_id()
        self._stop_asking(engine, job)
        try:
            return engine.run(job, request, happened)
        finally:
            del self._jobs[engine]

    def _make_document(self, engine: EngineProcess, file: int) -> None:
        """Makes what all pages of a file come to together, where they are done."""
        if self._queue.job.kind == "pdf" and not self._pauses and self._queue.is_whole(file):
            try:
                with document_request(self._queue, file) as request:
                    end = engine.run(new_id(), request, lambda _event: None)
            except EyeboxError as error:
                end = End("failed", error.sentence)
            if end.outcome != "stopped" and not self._ends:
                self._queue.made(file, end.message if end.outcome == "failed" else "")

    def _is_document(self, item: Item) -> bool:
        """Whether it is a document, whose pages have their turn later."""
        if not has_to_be_looked_into(item):
            return is_several(self._queue, item)
        try:
            facts: DocumentFacts = self._pictures.run(LookInto(item.path))
        except EyeboxError as error:
            self._ended([item], 0, Done("failed", None, error.sentence, error.detail))
        else:
            set_pages(self._queue, item, facts.pages)
        return True

    def _end_silent(self) -> None:
        for engine, heard in [*self._heard.items()]:
            if time.monotonic() - heard > SILENCE_SECONDS:
                self._heard.pop(engine, None)
                engine.kill()

    def _happened(self, engine: EngineProcess, attempt: Attempt, items: Sequence[Item], event: Any) -> None:
        self._heard[engine] = time.monotonic()
        for index, done in attempt.happened(event):
            self._ended(items, index, done)

    def _ended(self, items: Sequence[Item], index: int, done: Done) -> None:
        if self._ends and done.outcome != "done":
            self._queue.put_back([items[index]])
            return
        state = settle(self._queue, items, index, done)
        if state is None:
            if done.outcome == "no engine":
                self._fail(EyeboxError.of(done.reason, done.detail))
            return
        if state != "waiting":
            self.pace.ended()
        self._report(PageEnded(items[index], state, done))

    def _fail(self, error: EyeboxError) -> None:
        with self._changed:
            self._failure = self._failure or error
            self._pauses = True
            self._changed.notify_all()


def path_of(item: Item) -> str:
    """How engines are told which page is meant."""
    return page_path(item.path, item.page) if item.page else item.path


def attempt_at(job: BatchJob, items: Sequence[Item]) -> Attempt:
    """One attempt at some pages."""
    return Attempt(job, [path_of(item) for item in items], [item.name for item in items])


@contextmanager
def document_request(queue: Queue, file: int) -> Iterator[Request]:
    """What makes a searchable PDF of all pages of a file; they are listed in a file meanwhile. Raises EyeboxError."""
    rows = queue.rows_of(file)
    first = next(rows)
    target = file_of_document(queue.job, first.source, first.name)
    pages = (
        (page_path(row.source, row.page) if row.page else row.source, (row.result or {})[PACKED])
        for row in chain([first], rows)
    )
    with pdf_request(pages, target) as request:
        yield request


def engines_for(queue: Queue, count: int, log: Path) -> list[EngineProcess]:
    """So many engines for a job, which share the processors; a model has one."""
    job = queue.job
    role = "reader" if job.reads else job.model.engine
    count = count if role == "reader" else 1
    share = max(1, cores() // count) if count > 1 else 0
    return [
        EngineProcess(role, log / f"batch-{role}-{number}.log", cores=share) for number in range(1, count + 1)
    ]
