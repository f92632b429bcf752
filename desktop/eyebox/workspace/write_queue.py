"""Writes to the store in order, again and again until each is on disk; the window never waits for a lock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.language import translated
from eyebox.session.errors import StoreBusy, StoreDamaged, StoreError
from eyebox.session.store import Store
from eyebox.session.write_log import WriteLog
from eyebox.session.writes import Write
from eyebox_models.protocol.errors import Sentence, os_reason

BUSY_PAUSE = 50
FAILED_PAUSE = 2000
LOGGED_AFTER = 500
"""Milliseconds after which what still waits is kept in a file of its own, so that a kill does not lose it."""
TOGETHER = 100
"""So many writes at most are one transaction."""


class WriteQueue(QObject):
    """Does writes at once where possible. A busy or failing store keeps them queued, in order, and they are tried again.

    One that can never be done (what it says is impossible, or a fault of the program) is set aside in a file, with
    what depends on it, and holds up no other.

    Signals:
        failed: one sentence, once for each streak of failures.
        recovered: everything that waited is on disk.
        refused: path of the file with what could not be saved, once a run.
    """

    failed = Signal(str)
    recovered = Signal()
    refused = Signal(str)

    def __init__(
        self,
        store: Store,
        waiting: WriteLog,
        not_saved: WriteLog,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.damaged: Callable[[StoreDamaged], bool] = lambda _error: False
        """Called with the damage that a write met; returns whether it is going to be repaired and the write waits for that."""
        self._store = store
        self._waiting: deque[Write] = deque()
        self._log, self._not_saved = waiting, not_saved
        self._logged = 0
        """How many of those that wait are in the log, from the first on."""
        self._lost: set[str] = set()
        self._complained = self._refused = self._held = self._in_log = self._gathering = self._is_alone = (
            False
        )
        self._alone: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self._log_timer = QTimer(self, singleShot=True, interval=LOGGED_AFTER)
        self._log_timer.timeout.connect(self.log)

    def do(self, write: Write) -> None:
        """Writes now, or later when something else still waits."""
        self._waiting.append(write)
        if self._gathering:
            return
        if len(self._waiting) == 1:
            self.flush()
        elif not self._log_timer.isActive():
            self._log_timer.start()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Writes that are done inside reach the disk as one, where nothing is in the way."""
        self._gathering = True
        try:
            yield
        finally:
            self._gathering = False
            self.flush()

    @property
    def pending(self) -> int:
        return len(self._waiting)

    @property
    def is_alone(self) -> bool:
        """Whether somebody changes the store by itself now, and writes wait."""
        return self._is_alone

    def recover(self) -> None:
        """Takes up what an earlier run left waiting, before everything else."""
        left = self._log.read()
        self._waiting.extendleft(reversed(left))
        self._logged += len(left)
        self._in_log = True
        self.flush()

    def use(self, waiting: WriteLog, not_saved: WriteLog) -> None:
        """Keeps in these files from now on what waits and what can't be saved; nothing must be waiting."""
        self._log, self._not_saved = waiting, not_saved

    def hold(self) -> None:
        """Lets everything wait until `release`."""
        self._held = True

    def release(self) -> None:
        self._held = False
        self.flush()
        self._begin_alone()

    def alone(self, begin: Callable[[], object]) -> None:
        """Calls `begin`, which may change the store by itself: now, or when all who came before have ended.

        What was written before is on disk then if it can be; what comes until `end_alone` waits.
        """
        self._alone.append(begin)
        self._begin_alone()

    def end_alone(self) -> None:
        """The one that `alone` began has ended."""
        self._is_alone = False
        self.flush()
        self._begin_alone()

    def _begin_alone(self) -> None:
        if self._alone and not self._held and not self._is_alone:
            self.flush()
            self._is_alone = True
            self._alone.popleft()()

    @Slot()
    def flush(self) -> bool:
        """Tries everything that waits. Returns whether nothing is left."""
        while self._waiting:
            if (
                self._held
                or self._is_alone
                or not (self._do_first() if len(self._waiting) == 1 else self._do_many())
            ):
                if not self._log_timer.isActive():
                    self._log_timer.start()
                return False
        if self._in_log:
            self._in_log = False
            self._log.clear()
        if self._complained:
            self._complained = False
            self.recovered.emit()
        return True

    @Slot()
    def log(self) -> bool:
        """Keeps what waits in its file. Returns whether nothing would be lost now."""
        new = [self._waiting[n] for n in range(self._logged, len(self._waiting))]
        if new:
            try:
                self._log.append(new)
            except OSError:
                return False
            self._in_log = True
        self._logged = len(self._waiting)
        return True

    def finish(self) -> bool:
        """Tries once more and keeps in its file what has to wait. Returns whether nothing would be lost now."""
        return self.flush() or self.log()

    def _do_many(self) -> bool:
        """Does those that wait in one transaction; where one of them can't be done, only the first."""
        writes = list(islice(self._waiting, TOGETHER))
        if any(not self._lost.isdisjoint(write.needs) for write in writes):
            return self._do_first()
        try:
            with self._store.together():
                for write in writes:
                    write.apply(self._store)
        except StoreBusy:
            self._timer.start(BUSY_PAUSE)
            return False
        except Exception:
            return self._do_first()
        for write in writes:
            self._lost.discard(write.makes)
            self._drop_first()
        return True

    def _do_first(self) -> bool:
        """Does what waits longest, or sets it aside. Returns False when it has to wait on."""
        write = self._waiting[0]
        try:
            if not self._lost.isdisjoint(write.needs):
                raise LookupError("it depends on something that could not be saved")
            write.apply(self._store)
        except StoreBusy:
            self._timer.start(BUSY_PAUSE)
            return False
        except StoreError as error:
            if not isinstance(error, StoreDamaged):
                self._complain(translated(error.sentence))
                self._timer.start(FAILED_PAUSE)
                return False
            if self.damaged(error):
                return False
            return self._set_aside(write, error)
        except Exception as error:
            return self._set_aside(write, error)
        self._lost.discard(write.makes)
        self._drop_first()
        return True

    def _set_aside(self, write: Write, error: Exception) -> bool:
        try:
            self._not_saved.append_refused(write, repr(error))
        except OSError as denied:
            sentence = Sentence(
                "waiting-not-written",
                "{file} can't be written: {reason}. Free some space.",
                file=self._not_saved.path,
                reason=os_reason(denied),
            )
            self._complain(translated(sentence))
            self._timer.start(FAILED_PAUSE)
            return False
        if write.makes:
            self._lost.add(write.makes)
        self._drop_first()
        if not self._refused:
            self._refused = True
            self.refused.emit(str(self._not_saved.path))
        return True

    def _drop_first(self) -> None:
        self._waiting.popleft()
        self._logged = max(0, self._logged - 1)

    def _complain(self, sentence: str) -> None:
        if not self._complained:
            self._complained = True
            self.failed.emit(sentence)
