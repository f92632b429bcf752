"""`eyebox batch`: the same work on many pages, kept page by page, so that it survives whatever happens."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from eyebox.batches.folder import FOLDER, batch_named, batch_writing, batches_in, remove
from eyebox.batches.queue import Queue
from eyebox.batches.results import check_output, table_file, write_table
from eyebox.batches.run import PageEnded, Runner, engines_for, path_of
from eyebox.batches.sources import files_of
from eyebox.cli.batch_options import ACTIONS, add_engines, job_of, options_of
from eyebox.cli.documents import add_password_option, unlock
from eyebox.cli.engine_request import print_json
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain, on_interrupt, percent
from eyebox.cli.videos import PassedOver
from eyebox.folders import Folders
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Progress

INTERRUPTED = 130
NEWS_SECONDS = 5.0
"""Where stderr is no terminal, a line so often."""


def batch(arguments: Sequence[str]) -> int:
    """Runs the command: 1 where a page failed or was set aside, 130 where it was paused."""
    if arguments and arguments[0] in ACTIONS:
        return _act(arguments[0], arguments[1:])
    options = options_of(arguments)
    job = job_of(options)
    check_output(job)
    if options.cluster:
        from eyebox.cli.batch_cluster import batch_on_cluster

        return batch_on_cluster(job, options)
    folder = _folder()
    file = batch_writing(folder, job.output)
    if file is not None and options.resume:
        queue = Queue.open(file)
        if queue.job.kind != job.kind:
            queue.close()
            raise EyeboxError(
                "batch-other-job", "The batch that writes to {out} does another job: {kind}.",
                out=shown(job.output), kind=queue.job.kind,
            )  # fmt: skip
        goes_elsewhere = "endpoint" == job.model.kind == queue.job.model.kind
        queue.change(job.sources, job.model if goes_elsewhere else queue.job.model)
    elif not job.sources:
        options.parser.error("give at least one SRC: a picture, a document, a folder, a list or a pattern")
    else:
        if file is not None:
            _make_room(file)
        queue = Queue.make(folder, job)
    with closing(queue):
        return _run(queue, options)


def _act(action: str, arguments: Sequence[str]) -> int:
    parser = Parser(f"batch {action}", "The batches on this machine.")
    if action != "list":
        parser.add_argument("name", metavar="NAME", help="of a batch, as eyebox batch list shows it")
    parser.add_argument("--json", action="store_true", help="print JSON")
    if action == "retry":
        add_engines(parser)
        add_password_option(parser)
    options = parser.parse_args(arguments)
    folder = _folder()
    if action == "list":
        return _list(folder, as_json=options.json)
    file = batch_named(folder, options.name)
    if action == "remove":
        remove(file)
        return 0
    with closing(Queue.open(file)) as queue:
        check_output(queue.job)
        queue.retry()
        return _run(queue, options)


def _list(folder: Path, *, as_json: bool) -> int:
    described: list[dict[str, Any]] = []
    for file in batches_in(folder):
        try:
            with closing(Queue.look(file)) as queue:
                state, counts = queue.standing()
                described.append(
                    {
                        "name": queue.name, "job": queue.job.kind, "model": queue.job.model, "out": queue.job.output,
                        "state": state, "pages": sum(counts.values()),
                        **{str(state): count for state, count in counts.items()},
                    }
                )  # fmt: skip
        except EyeboxError as error:
            complain(str(error))
    if as_json:
        print_json(described)
        return 0
    for one in described:
        parts = [
            f"{one[state]:,} {state}" for state in ("done", "failed", "set-aside", "waiting") if one[state]
        ]
        Output("-").write(
            f"{one['name']}  {one['job']}  {one['state']}: {', '.join(parts) or 'no pages'}  {one['out']}\n"
        )
    return 0


def _make_room(file: Path) -> None:
    """A batch that has ended makes room for another one with the same output; one that has not is gone on with."""
    with closing(Queue.look(file)) as queue:
        counts = queue.counts()
        if counts["waiting"] or counts["running"]:
            raise EyeboxError(
                "batch-unfinished",
                "A batch that writes to {out} has not ended: --resume goes on with it, eyebox batch remove {name} gives it up.",
                out=shown(queue.job.output), name=queue.name,
            )  # fmt: skip
    remove(file)


def _run(queue: Queue, options: argparse.Namespace) -> int:
    output = table_file(queue.job)
    engines = engines_for(queue, options.engines, Folders.of_user().log)
    videos = PassedOver()
    with ProgressLine(f"{queue.name}: starting") as line:
        news = _News(queue, line, as_json=options.json)
        runner = Runner(queue, engines, news.ended, news.loading)
        news.runner = runner
        try:
            with _pausing(runner, news):
                left_out = str(output.parent) if queue.job.output == str(output.parent) else ""
                files = files_of(queue.job.sources, left_out, videos.add)
                outcome = runner.run(_unlocked(files, options.password))
        finally:
            for engine in engines:
                engine.hang_up()
            for engine in engines:
                engine.close()
            written = write_table(queue)
    counts = queue.counts()
    news.end(outcome, written)
    videos.say()
    if outcome == "paused":
        return INTERRUPTED
    return 1 if counts["failed"] or counts["set-aside"] else 0


def _unlocked(files: Iterable[tuple[str, str]], password: str | None) -> Iterator[tuple[str, str]]:
    """The files, each opened by a password where there is one."""
    for path, place in files:
        unlock([path], password)
        yield path, place


@contextmanager
def _pausing(runner: Runner, news: _News) -> Iterator[None]:
    """SIGINT and SIGTERM pause, a second one gives up what is under way."""

    def pause() -> None:
        runner.pause()
        news.pausing()

    with on_interrupt(pause):
        yield


class _News:
    """What is said while a batch runs: on a line of the terminal, now and then on another stderr, as JSON on stdout."""

    runner: Runner

    def __init__(self, queue: Queue, line: ProgressLine, *, as_json: bool) -> None:
        self._queue = queue
        self._line = line
        self._json = as_json
        self._lock = Lock()
        self._said = time.monotonic()
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()
        if as_json:
            job = queue.job
            print_json(
                {"event": "begin", "name": queue.name, "job": job.kind, "model": job.model, "out": job.output}
            )

    def loading(self, event: Any) -> None:
        """What the engine does before the first page."""
        if isinstance(event, Progress):
            self._line.update(f"{self._queue.name}: {event.stage}{percent(event.fraction)}")

    def ended(self, page: PageEnded) -> None:
        """A page has ended, on whatever thread."""
        with self._lock:
            counts = self._queue.counts()
            total, waiting = sum(counts.values()), counts["waiting"] + counts["running"]
            pace = self.runner.pace
            left = pace.seconds_for(waiting)
            if self._json:
                print_json(
                    {
                        "event": "page", "source": page.item.path, "page": page.item.page or None, "state": page.state,
                        "seconds": page.done.seconds, "reason": str(page.done.reason),
                    }
                )  # fmt: skip
                print_json(
                    {
                        "event": "progress", "done": total - waiting, "pages": total, "failed": counts["failed"],
                        "set_aside": counts["set-aside"], "pages_per_minute": round(pace.per_minute, 1),
                        "seconds_left": None if left is None else round(left),
                    }
                )  # fmt: skip
            elif page.state != "done":
                self._line.clear()
                complain(f"{shown(path_of(page.item))}: {page.done.reason}")
            text = f"{total - waiting:,} of {total:,} pages, {pace.per_minute:.0f} a minute"
            text += f", {_duration(left)} left" if left is not None and waiting else ""
            self._line.update(f"{self._queue.name}: {text}")
            if not self._is_terminal and time.monotonic() - self._said > NEWS_SECONDS:
                self._said = time.monotonic()
                complain(f"{self._queue.name}: {text}")

    def pausing(self) -> None:
        """No more pages are begun."""
        if self._json:
            print_json({"event": "pausing"})
        elif self._is_terminal:
            self._line.update(f"{self._queue.name}: pausing; Ctrl+C again gives up the pages under way")

    def end(self, outcome: str, written: Path) -> None:
        """The run has ended, and its table is written."""
        counts = self._queue.counts()
        self._line.hide()
        if self._json:
            print_json(
                {
                    "event": "end",
                    "outcome": outcome,
                    "out": str(written),
                    "pages": sum(counts.values()),
                    **counts,
                }
            )
            return
        parts = [
            f"{counts[state]:,} {state}"
            for state in ("done", "failed", "set-aside", "waiting")
            if counts[state]
        ]
        goes_on = " --resume goes on from here." if outcome == "paused" else ""
        complain(
            f"{self._queue.name}: {outcome}; pages: {', '.join(parts) or 'none'}; {shown(written)}.{goes_on}"
        )


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def _folder() -> Path:
    return Folders.of_user().data / FOLDER
