"""A review of a store, without a window and without engines."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

from eyebox.jobs.background import Background
from eyebox.session.review import ReviewItem
from eyebox.session.store import Store
from eyebox.session.write_log import WriteLog
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.history import History
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.review import Review
from eyebox.workspace.write_queue import WriteQueue


class Desk:
    """A review of a store, without a window."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.background = Background()
        self.writes = WriteQueue(store, WriteLog(folder / "waiting"), WriteLog(folder / "not-saved"))
        lane: Any = SimpleNamespace(submit=Mock())
        self.pictures = Pictures(store, self.writes, lane, lane, self.background, folder)
        self.pictures.read_automatically = False
        self.annotations = Annotations(store, self.writes)
        self.history = History(self.annotations.group)
        self.review = Review(
            store, self.writes, self.pictures, self.annotations, self.history, self.background
        )

    def open(self, session: str, planted: float | None = None) -> None:
        self.history.open_session(session)
        self.pictures.load(session)
        self.annotations.open_session(session)
        self.review.start(session, planted)

    @property
    def current(self) -> ReviewItem:
        item = self.review.current
        assert item is not None
        return item

    def verdicts(self) -> list[str]:
        return [f"{item.box_id} {item.verdict}".strip() for item in self.review.rows(0, 100)]
