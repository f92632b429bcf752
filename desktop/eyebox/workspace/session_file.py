"""Watches over the session file: waits for one that is in use, repairs a damaged one, and goes on with it."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.database import Database, find_damage, put_in_place
from eyebox.session.errors import StoreDamaged, StoreError, StoreLocked, StoreNewer
from eyebox.session.merge import beside, forget, merge
from eyebox.session.opening import Opened, take_in
from eyebox.session.store import Store
from eyebox.session.write_log import WriteLog
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.errors import EyeboxError, os_reason

if TYPE_CHECKING:
    from eyebox.session.salvage_rows import Salvaged

AGAIN_MS = 300
REPAIRS = 3
"""How often a run repairs its file; more would be in vain."""


class SessionFile(QObject):
    """Which file the store works in. Until the session file at `path` can be opened that is one beside it, whose
    sessions are added to the others then.

    Signals:
        noticed: a sentence, and whether it stays until another one comes.
        failed: a sentence, the name of a button and a file that it shows ("" for none).
        came_back: the store has other content than before. repaired: so has it, and rows may be missing.
    """

    noticed = Signal(str, bool)
    failed = Signal(str, str)
    came_back = Signal()
    repaired = Signal()

    def __init__(
        self, path: Path, store: Store, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._store = store
        self._background = background
        self._repairs = 0
        self._repairing = self._ended = False
        self._timer = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._timer.timeout.connect(self._try_again)
        place = self._place
        self.write_queue = WriteQueue(store, WriteLog.waiting(place), WriteLog.not_saved(place), self)
        self.write_queue.damaged = self._on_damage
        store.database.on_damage = self._on_damage

    @property
    def _place(self) -> Path:
        return beside(self._path) if self._store.is_in_memory else self._store.path

    @property
    def is_main(self) -> bool:
        return self._store.path == self._path

    @property
    def is_repairing(self) -> bool:
        return self._repairing

    def begin(self, opened: Opened) -> None:
        """Says how the file was opened, and does what is left to do about it."""
        problem = opened.problem
        if opened.salvaged is not None and opened.aside is not None:
            self._report_salvaged(opened.salvaged, opened.aside)
        elif isinstance(problem, StoreDamaged) and not self._store.is_in_memory:
            self._repair(self._path)
        elif isinstance(problem, StoreLocked) and not self._store.is_in_memory:
            self.noticed.emit(
                self.tr(
                    "Another program is using the session file. Your sessions appear as soon as it is free; "
                    "what you do until then is kept."
                ),
                True,
            )
        elif problem is not None:
            until = (
                self.tr("Until then nothing is kept beyond this run.")
                if self._store.is_in_memory
                else self.tr("What you do until then is kept in %1.").replace("%1", self._store.path.name)
            )
            self.failed.emit(f"{translated(problem.sentence)} {until}", "")
        if (problem is not None or beside(self._path).exists()) and not isinstance(problem, StoreNewer):
            self._timer.start(0 if problem is None else AGAIN_MS)

    def end(self) -> None:
        """Tries nothing any more."""
        self._ended = True
        self._timer.stop()

    @Slot()
    def _try_again(self) -> None:
        if self._ended or self._repairing:
            return
        if self.is_main:
            self._take_in()
            return
        if not self.write_queue.flush():
            self._timer.start()
            return
        try:
            database = Database.open(self._path)
        except StoreDamaged:
            self._repair(self._path)
            return
        except EyeboxError:
            self._timer.start()
            return
        self._go_on_with(database)

    def _go_on_with(self, database: Database) -> None:
        """Adds what was done beside the session file to it and uses it from now on."""
        was = None if self._store.is_in_memory else self._store.path
        try:
            merge(self._store.database, database)
        except StoreError:
            database.close()
            self._timer.start()
            return
        self._store.move_to(database)
        if was is not None:
            forget(was)
        elif beside(self._path).exists():
            self._timer.start()
        self.write_queue.use(WriteLog.waiting(self._path), WriteLog.not_saved(self._path))
        self.write_queue.recover()
        self.came_back.emit()
        self.noticed.emit(self.tr("Your sessions are here again."), False)

    def _take_in(self) -> None:
        try:
            count = take_in(self._path, self._store)
        except (EyeboxError, OSError, sqlite3.Error):
            self._timer.start()
            return
        if count:
            self.came_back.emit()
            self.noticed.emit(
                self.tr("What you did while the session file could not be opened is among your sessions."),
                False,
            )

    # Damage

    def check(self) -> None:
        """Looks for damage that nothing has met yet: a broken page can hide rows without an error."""
        if self.is_main and not self._repairing:
            self._background.run(
                lambda: find_damage(self._path),
                lambda found: found and self._on_damage(),
                lambda _error: None,
            )

    def _on_damage(self, _error: StoreDamaged | None = None) -> bool:
        """Whether what is damaged is going to be repaired."""
        if not self._repairing and not self._ended and not self._store.is_in_memory:
            if self._repairs >= REPAIRS:
                return False
            self._repairing = True
            QTimer.singleShot(0, self, lambda: self._repair(self._store.path))
        if self._repairing:
            self.write_queue.hold()
        return self._repairing

    def _repair(self, path: Path) -> None:
        from eyebox.session.salvage import salvage

        self._repairing = True
        self._repairs += 1
        self.noticed.emit(
            self.tr("The session file is damaged. What can be read is being saved; you can go on working."),
            True,
        )
        self._background.run(
            lambda: salvage(path), lambda result: self._on_salvaged(path, result), self._on_not_salvaged
        )

    def _on_salvaged(self, path: Path, result: Salvaged) -> None:
        self._repairing = False
        if self._ended:
            return
        of_store = path == self._store.path
        try:
            if of_store:
                self._store.database.close()
            aside = put_in_place(path)
            database = Database.open(path)
        except (EyeboxError, OSError) as error:
            self._on_not_put_in_place(error, of_store)
            return
        if of_store:
            self._store.move_to(database)
            self.repaired.emit()
            self.write_queue.release()
            self.came_back.emit()
        else:
            self._go_on_with(database)
        if aside is not None:
            self._report_salvaged(result, aside)

    def _on_not_put_in_place(self, error: EyeboxError | OSError, of_store: bool) -> None:
        """What is written from now on waits for the next start, in its file."""
        self._repairs = REPAIRS
        if of_store:
            with suppress(EyeboxError):
                self._store.move_to(Database.open(self._store.path))
        self._report_not_repaired(error.sentence if isinstance(error, EyeboxError) else os_reason(error))

    def _report_not_repaired(self, reason: str) -> None:
        said = self.tr("The session file is damaged and can't be repaired now.")
        self.failed.emit(f"{said} {translated(reason)}", "")

    def _on_not_salvaged(self, error: EyeboxError) -> None:
        self._repairing = False
        self._repairs = REPAIRS
        self._report_not_repaired(error.sentence)
        self.write_queue.release()

    def _report_salvaged(self, result: Salvaged, aside: Path) -> None:
        if result.found == 0:
            text = self.tr(
                "The session file was damaged, and nothing in it could be read. It is kept as %1; a new one was begun."
            )
        elif result.whole:
            text = self.tr(
                "The session file was damaged. Everything in it was saved; the damaged file is kept as %1."
            )
        else:
            text = self.tr(
                "The session file was damaged. %2 entries were saved, some could not be read; "
                "the damaged file is kept as %1."
            )
        text = text.replace("%2", f"{result.saved:,}")
        self.failed.emit(text.replace("%1", aside.name), str(aside))
