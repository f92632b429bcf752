"""`eyebox batch`: the same work on many pages, kept page by page, so that it survives whatever happens."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

from eyebox.batches.folder import FOLDER, batch_named, batch_writing, batches_in, remove
from eyebox.batches.job import KINDS, BatchJob, load_job
from eyebox.batches.queue import Queue
from eyebox.batches.results import check_output, table_file, write_table
from eyebox.batches.run import PageEnded, Runner, engines_for, path_of
from eyebox.batches.sources import files_of
from eyebox.cli.ask_options import PRECISIONS, device_name, read_schema
from eyebox.cli.documents import add_document_options, add_password_option, unlock
from eyebox.cli.engine_request import print_json
from eyebox.cli.read import KINDS as KINDS_OF_VALUES
from eyebox.cli.read import kinds_of
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain, number, percent
from eyebox.folders import Folders
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.system_memory import cores
from eyebox_models.protocol.ask import READER, ModelRef, Progress
from eyebox_models.protocol.errors import EyeboxError

INTERRUPTED = 130
ENGINES = 4
"""So many readers at once, where there are as many processors: they share them, and two with one each read more than one
with two. Each takes some 200 MB."""
NEWS_SECONDS = 5.0
"""Where stderr is no terminal, a line so often."""
ACTIONS = ("list", "retry", "remove")
MODES = ("auto", "columns", "rows", "code")


def batch(arguments: Sequence[str]) -> int:
    """Runs the command: 1 where a page failed or was set aside, 130 where it was paused."""
    if arguments and arguments[0] in ACTIONS:
        return _act(arguments[0], arguments[1:])
    options = _options(arguments)
    job = _job(options)
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
        if job.sources:
            queue.change_sources(job.sources)
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
        _add_engines(parser)
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
    with ProgressLine(f"{queue.name}: starting") as line:
        news = _News(queue, line, as_json=options.json)
        runner = Runner(queue, engines, news.ended, news.loading)
        news.runner = runner
        try:
            with _pausing(runner, news):
                left_out = str(output.parent) if queue.job.output == str(output.parent) else ""
                files = files_of(queue.job.sources, left_out)
                outcome = runner.run(_unlocked(files, options.password))
        finally:
            for engine in engines:
                engine.hang_up()
            for engine in engines:
                engine.close()
            written = write_table(queue)
    counts = queue.counts()
    news.end(outcome, written)
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

    def pause(*_about: object) -> None:
        runner.pause()
        news.pausing()

    names = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(name, pause) for name in names]
    try:
        yield
    finally:
        for name, handler in zip(names, before, strict=True):
            signal.signal(name, handler)


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
                self._line.hide()
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


def _job(options: argparse.Namespace) -> BatchJob:
    """The job that is said: by a file, with what else is said in its place."""
    job = load_job(options.job) if options.job not in KINDS else BatchJob(options.job)
    said: dict[str, Any] = {
        "model": ModelRef.typed(options.model) if options.model else None,
        "precision": options.precision,
        "prompt": options.prompt,
        "schema": read_schema(options.schema),
        "labels": options.labels,
        "sources": tuple(str(Path(source).absolute()) for source in options.sources),
        "output": str(Path(options.out or job.output).absolute()) if options.out or job.output else "",
    }
    kinds = {
        "device": options.device,
        "max_new_tokens": options.max_new_tokens,
        "max_pixels": options.max_pixels,
        "detail": options.detail,
        "pages": options.pages,
        "files": options.files,
        "find": [*options.find] if options.find else None,
        "mode": {"auto": "automatic"}.get(options.mode, options.mode),
    }
    job = replace(job, **{name: value for name, value in said.items() if value})
    job = replace(job, options={**job.options, **{name: value for name, value in kinds.items() if value}})
    if not job.output:
        options.parser.error("say with --out where the results go: a file (.jsonl, .csv, .xlsx) or a folder")
    return job.check()


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        "batch",
        "The same work on many pages. What is done is kept: after whatever interruption --resume goes on. "
        "eyebox batch list, retry NAME and remove NAME are about batches that were begun.",
    )
    parser.actions = ACTIONS
    count = number(int, "a whole number above 0", lambda value: value >= 1)
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SRC",
        help="pictures, documents, folders, patterns, lists of such (.txt)",
    )
    parser.add_argument(
        "--job", required=True, type=_kind, metavar="|".join(KINDS), help="what is done; or a job file"
    )
    parser.add_argument("--out", metavar="PATH", help="a table (.jsonl, .csv, .xlsx) or a folder")
    parser.add_argument("--model", metavar="reader|FOLDER|NAME", help=f"who does it ({READER})")
    parser.add_argument("--precision", choices=PRECISIONS, help="of the weights (auto)")
    parser.add_argument(
        "--device", type=device_name, metavar="auto|cpu|cuda|cuda:N|mps", help="where the model runs"
    )
    parser.add_argument("-p", "--prompt", metavar="PROMPT", help="what is asked about each page")
    parser.add_argument("--schema", metavar="FILE", help="a JSON schema that each answer keeps to")
    parser.add_argument(
        "--labels", type=_labels, metavar="A,B", help="what is looked for, or the fields that are read"
    )
    parser.add_argument(
        "--find",
        type=kinds_of,
        metavar="KIND,...",
        help=f"what is blacked out, instead of all of these: {', '.join(KINDS_OF_VALUES)}",
    )
    parser.add_argument(
        "--files", choices=("text", "json"), help="a file a page too, in the folder or beside the picture"
    )
    add_document_options(parser)
    parser.add_argument("--mode", choices=MODES, help="how the lines of a page are put in order (auto)")
    parser.add_argument("--max-new-tokens", type=count, metavar="N", help="end each answer after N tokens")
    parser.add_argument(
        "--max-pixels", type=count, metavar="N", help="shrink larger pictures to N pixels, for a model"
    )
    parser.add_argument(
        "--detail", choices=("full", "less"),
        help="less: fewer visual tokens, faster, unless the prompt asks for boxes or text",
    )  # fmt: skip
    parser.add_argument("--resume", action="store_true", help="go on with the batch that writes to this PATH")
    parser.add_argument("--json", action="store_true", help="print one event a line")
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="do it on Ray (host:6379, auto, or local); PATH is a folder all see",
    )
    parser.add_argument(
        "--shards",
        choices=("parquet", "jsonl"),
        default="parquet",
        help="what a cluster writes (%(default)s)",
    )
    parser.add_argument(
        "--endpoint",
        metavar="URL",
        help="a cluster asks this server (OpenAI's protocol; key in EYEBOX_ENDPOINT_KEY)",
    )
    parser.add_argument(
        "--family", metavar="F", help="how large the server's model is shown pictures (qwen3_vl)"
    )
    parser.add_argument(
        "--workers", type=count, metavar="N", help="actors on the cluster at most (what it holds)"
    )
    _add_engines(parser)
    options = parser.parse_intermixed_args(arguments)
    options.parser = parser
    if options.endpoint and not options.cluster:
        parser.error("--endpoint goes with --cluster")
    return options


def _add_engines(parser: Parser) -> None:
    count = number(int, "a whole number above 0", lambda value: 1 <= value <= 64)
    parser.add_argument(
        "--engines",
        type=count,
        default=min(cores(), ENGINES),
        metavar="N",
        help="readers at once (%(default)s)",
    )


def _kind(text: str) -> str:
    if text not in KINDS and not text.lower().endswith(".json"):
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(KINDS)}, and no job file (.json)")
    return text


def _labels(text: str) -> tuple[str, ...]:
    labels = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not labels:
        raise argparse.ArgumentTypeError("labels are names with commas between them")
    return labels
