"""Batches of the window: they run by the program's lanes after all that a person waits for, and go on after a restart."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.background import Background
from eyebox.jobs.lane import Lane
from eyebox.workspace.batch_info import COMMAND, OWN, PAUSED, BatchInfo, Standing, info_of
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.batches.job import BatchJob
    from eyebox.batches.queue import Queue
    from eyebox.batches.queue_file import Row, State
    from eyebox.workspace.batch_run import BatchRun
# What keeps batches, works at one and writes its results is imported when it is needed: the first paint does not wait for it.


class Batches(QObject):
    """All batches of this user; several may run. Each page is kept as it ends.

    Signals:
        changed: there are others, or one stands otherwise.
        progressed: name of one that got on.
        ended: name of one that has come to its end.
    """

    changed = Signal()
    progressed = Signal(str)
    ended = Signal(str)

    def __init__(
        self, lanes: Mapping[str, Lane], background: Background, data: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._background = background
        self._data = data
        self._runs: dict[str, BatchRun] = {}
        self.goes_on = True
        """Whether those that were under way when the program ended go on by themselves."""

    @property
    def running(self) -> list[str]:
        """Names of those that are at work here."""
        return [*self._runs]

    @Slot()
    def begin(self) -> None:
        """Goes on with those that were under way when the program ended."""
        if self.goes_on:
            for file in self._files():
                try:
                    with self._look(file) as queue:
                        paused = queue.fact(PAUSED, False) or not queue.fact(OWN, False)
                        goes_on = not paused and queue.standing()[0] == "paused"
                    if goes_on:
                        self.resume(queue.name)
                except EyeboxError:
                    continue  # another program is at it, or the page says what is wrong

    def start(self, job: BatchJob, command: str = "") -> str:
        """Begins a batch and returns its name. `command` is started when it has ended, with the file of its results as its
        last word. Raises EyeboxError where the job or its output can't be."""
        from eyebox.batches.folder import FOLDER
        from eyebox.batches.queue import Queue
        from eyebox.batches.results import check_output

        check_output(job.check())
        queue = Queue.make(self._data / FOLDER, job)
        queue.keep(OWN, True)
        queue.keep(COMMAND, command)
        self._run(queue)
        return queue.name

    def resume(self, name: str) -> None:
        """Goes on with one that is paused. Raises EyeboxError."""
        if name not in self._runs:
            queue = self._open(name)
            queue.keep(OWN, True)
            queue.keep(PAUSED, False)
            self._run(queue)

    def pause(self, name: str) -> None:
        """Ends what is under way of one; its pages wait."""
        if run := self._runs.get(name):
            run.queue.keep(PAUSED, True)
            run.stop()

    def retry(self, name: str, source: str = "", page: int | None = None) -> None:
        """Tries again what failed or was set aside: all of it, or one page. Raises EyeboxError."""
        if run := self._runs.get(name):
            run.queue.retry(source, page)
            run.go_on()
            return
        with closing(self._open(name)) as queue:
            queue.retry(source, page)
        self.resume(name)

    def remove(self, name: str, failed: Callable[[EyeboxError], object]) -> None:
        """Forgets one; its results stay, those so far where it has not ended."""
        from eyebox.batches.folder import remove
        from eyebox.batches.results import write_table

        self.pause(name)
        file = self._file(name)

        def work() -> None:
            with self._look(file) as queue:
                standing, counts = queue.standing()
                if standing != "ended" and counts["done"]:
                    write_table(queue)
            remove(file)

        self._background.run(work, lambda _none: self.changed.emit(), failed)

    def all(self) -> list[BatchInfo]:
        """How they stand, the latest first. What can't be read is left out."""
        found = (self.info(file.stem) for file in self._files())
        return [one for one in found if one is not None]

    def info(self, name: str) -> BatchInfo | None:
        """How one stands."""
        if run := self._runs.get(name):
            return run.info()
        try:
            with self._look(self._file(name)) as queue:
                state, counts = queue.standing()
                standing: Standing = "elsewhere" if state == "running" else state
                return info_of(queue, standing, counts)
        except EyeboxError:
            return None

    def rows(self, name: str, first: int, count: int, states: Sequence[State]) -> list[Row]:
        """Some pages of one by their place among those in these states."""
        try:
            if run := self._runs.get(name):
                return run.queue.part(first, count, states)
            with self._look(self._file(name)) as queue:
                return queue.part(first, count, states)
        except EyeboxError:
            return []

    def results(
        self, name: str, done: Callable[[Path], object], failed: Callable[[EyeboxError], object]
    ) -> None:
        """Gives the file of the results of one, as they are by now, once it is written."""
        from eyebox.batches.results import table_file, write_table

        run = self._runs.get(name)
        if run is not None:
            self._background.run(partial(write_table, run.queue), done, failed)
            return
        file = self._file(name)

        def work() -> Path:
            with self._look(file) as queue:
                written = table_file(queue.job)
                return written if written.exists() else write_table(queue)

        self._background.run(work, done, failed)

    @Slot()
    def end(self) -> None:
        """Lets go of all that run, which go on when the program does."""
        for run in [*self._runs.values()]:
            run.stop()

    def _files(self) -> list[Path]:
        from eyebox.batches.folder import FOLDER, batches_in

        return batches_in(self._data / FOLDER)

    def _file(self, name: str) -> Path:
        """Raises EyeboxError where there is none."""
        from eyebox.batches.folder import FOLDER, batch_named

        return batch_named(self._data / FOLDER, name)

    def _open(self, name: str) -> Queue:
        from eyebox.batches.queue import Queue

        return Queue.open(self._file(name))

    def _look(self, file: Path) -> closing[Queue]:
        from eyebox.batches.queue import Queue

        return closing(Queue.look(file))

    def _run(self, queue: Queue) -> None:
        from eyebox.workspace.batch_run import BatchRun

        run = self._runs[queue.name] = BatchRun(queue, self._lanes, self._background, self)
        run.progressed.connect(partial(self.progressed.emit, queue.name))
        run.changed.connect(self.changed)
        run.finished.connect(partial(self._on_finished, queue.name))
        run.begin()
        self.changed.emit()

    def _on_finished(self, name: str, is_done: bool) -> None:
        from eyebox.batches.results import table_file

        run = self._runs.pop(name, None)
        if run is None:
            return
        command = run.queue.fact(COMMAND, "") if is_done else ""
        file = table_file(run.queue.job)
        run.queue.close()
        run.deleteLater()
        self.changed.emit()
        if is_done:
            self.ended.emit(name)
            start_command(command, file)


def start_command(command: str, file: Path) -> bool:
    """Starts a program that the user typed, without a shell, the file of the results as its last word."""
    import shlex

    from PySide6.QtCore import QProcess

    try:
        words = shlex.split(command, posix=sys.platform != "win32")
    except ValueError:
        return False
    return bool(words) and bool(QProcess.startDetached(words[0], [*words[1:], str(file)])[0])
