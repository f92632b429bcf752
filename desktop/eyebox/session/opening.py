"""Opens a store to work in whatever has become of the session file: that file, one beside it, or none."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from eyebox.session.database import put_in_place, resume, set_aside
from eyebox.session.errors import StoreDamaged, StoreError
from eyebox.session.merge import beside, forget, merge
from eyebox.session.store import Store
from eyebox.session.write_log import WriteLog
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.session.salvage_rows import Salvaged

SMALL = 4_000_000
"""Bytes of a damaged file that is salvaged at once: that takes less than a second."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`problem`: why `store` is not the session file. `salvaged`: what was saved of a damaged one, kept as `aside`."""

    store: Store
    problem: EyeboxError | None = None
    salvaged: Salvaged | None = None
    aside: Path | None = None


def open_store(path: Path) -> Opened:
    """Opens the session file, or what is used until it can be. Raises nothing, and no file is lost."""
    with suppress(OSError):
        resume(path)
    try:
        return Opened(Store.open(path))
    except StoreDamaged as error:
        problem: EyeboxError = error
        with suppress(OSError, sqlite3.Error, EyeboxError):
            if path.stat().st_size <= SMALL:
                from eyebox.session.salvage import salvage

                salvaged = salvage(path)
                aside = put_in_place(path)
                return Opened(Store.open(path), None, salvaged, aside)
    except EyeboxError as error:
        problem = error
    return Opened(_open_beside(beside(path)), problem)


def _open_beside(path: Path) -> Store:
    try:
        return Store.open(path)
    except StoreDamaged:
        with suppress(EyeboxError):
            set_aside(path)
            return Store.open(path)
    except EyeboxError:
        pass
    return Store.in_memory()


def take_in(path: Path, store: Store) -> int:
    """Brings into the session file what a run that ended by a kill has left beside it; returns how many sessions.

    Raises a StoreError, and leaves everything as it was, when that can't be done now.
    """
    left = beside(path)
    try:
        with Store.open(left) as other:
            _apply_waiting(other)
            count = merge(other.database, store.database)
    except StoreDamaged:
        from eyebox.session.salvage import salvage

        saved = salvage(left)
        with closing(Store.open(saved.file)) as other:
            count = merge(other.database, store.database)
        forget(saved.file)
        set_aside(left)
    forget(left)
    return count


def _apply_waiting(store: Store) -> None:
    for write in WriteLog.waiting(store.path).read():
        try:
            write.apply(store)
        except StoreError:
            raise
        except Exception as error:
            WriteLog.not_saved(store.path).append_refused(write, repr(error))
