"""Pictures whose files are not what they were when their boxes were made: nothing on them is judged before somebody
says that the boxes still fit."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from eyebox.session.store import Store
from eyebox.session.writes import SetState
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.files.document_page import file_of, split_page
from eyebox_models.files.regular_file import sha256_of, sum_of_page

CHANGED = "review_changed"
"""Key of a session's state: pictures whose files have changed, with ASKED or LEFT_OUT."""
ASKED, LEFT_OUT = "asked", "left out"


class ChangedFiles(QObject):
    """What is known of the changed pictures of the session in review; kept with it.

    Signals: asked: it is to be asked whether the boxes of these pictures (ids) still fit.
    """

    asked = Signal(object)

    def __init__(self, store: Store, writes: WriteQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._writes = writes
        self._session = ""
        self._known: dict[str, str] = {}

    def open(self, session: str) -> None:
        """Takes up what is kept of a session ("": of none)."""
        self._session = session
        self._known = _kept(self._store, session)

    def ask_again(self) -> None:
        """Asks what has not been answered."""
        if waiting := [picture for picture, answer in self._known.items() if answer == ASKED]:
            self.asked.emit(waiting)

    @property
    def left_out(self) -> frozenset[str]:
        """Pictures whose boxes don't fit any more."""
        return frozenset(picture for picture, answer in self._known.items() if answer == LEFT_OUT)

    def may_judge(self, picture: str) -> bool:
        """Whether boxes of a picture can be judged; asks where it has changed."""
        if self._known.get(picture) == ASKED:
            self.asked.emit([picture])
        return self._known.get(picture) != ASKED

    def note(self, session: str, picture: str) -> None:
        """A picture with boxes has another file."""
        self._writes.do(SetState(session, CHANGED, _kept(self._store, session) | {picture: ASKED}))
        if session == self._session:
            self._known[picture] = ASKED
            self.asked.emit([picture])

    def answer(self, pictures: Sequence[str], fits: bool) -> None:
        """Says whether the boxes of pictures still fit."""
        for picture in pictures:
            if fits:
                self._known.pop(picture, None)
            else:
                self._known[picture] = LEFT_OUT
        self._writes.do(SetState(self._session, CHANGED, dict(self._known)))


def find_changed(store: Store, session: str) -> bool:
    """Notes pictures of a review whose files have changed since it was here the last time; returns whether there are any.

    A file whose size and time are what they were is taken for the same; of another one of that size the sum is compared
    where it is known. A file that is not there has not changed. Takes its time.
    """
    changed, seen = [], []
    sums: dict[str, str] = {}
    for picture, (path, sha256, size, mtime) in store.files_of_review(session).items():
        try:
            found = os.stat(file_of(path))  # noqa: PTH116
        except (OSError, ValueError):
            continue
        now = found.st_size, found.st_mtime_ns
        if now != (size, mtime):
            seen.append((picture, *now))
            if size is not None and not (size == found.st_size and sha256 and _sum(path, sums) == sha256):
                changed.append(picture)
    with store.together():
        store.set_files(seen)
        if changed:
            store.set_state(session, CHANGED, _kept(store, session) | dict.fromkeys(changed, ASKED))
    return bool(changed)


def _sum(path: str, known: dict[str, str]) -> str:
    """The SHA-256 of a picture's file, "" where it can't be read; a document is read once for all its pages."""
    file, page = split_page(path)
    if file not in known:
        try:
            known[file] = sha256_of(file)
        except (OSError, ValueError):
            known[file] = ""
    return known[file] and sum_of_page(known[file], page)


def _kept(store: Store, session: str) -> dict[str, str]:
    """Which pictures have changed, as it is kept; what is of another kind is left out."""
    data = store.get_state(session, CHANGED) if session else None
    found = data if isinstance(data, dict) else {}
    return {picture: answer for picture, answer in found.items() if answer in (ASKED, LEFT_OUT)}
