"""Parts of pictures whose text is left out, as steps of their history; named templates of such parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from eyebox.ignore_templates import Templates, save_templates, templates_in
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.writes import SetState
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.history import History, Step
from eyebox.workspace.page_step import SetPage
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.store_changes import StoreChanges
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Rect

IGNORED = "ignored_parts"
"""Under which a session keeps the parts (as shares of the sides) that are left out of pictures read from now on."""


class Ignoring(QObject):
    """What is left out of a picture is kept with its text.

    Signals: failed: a sentence. session_done: how many pictures of the session have other parts now.
    """

    failed = Signal(str)
    session_done = Signal(int)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        pictures: Pictures,
        annotations: Annotations,
        history: History,
        background: Background,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """Templates are kept in a file in `folder`."""
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._pictures = pictures
        self._annotations = annotations
        self._history = history
        self._folder = folder
        self._changes = StoreChanges(store, queue, background, self)
        self._changes.failed.connect(self.failed)
        pictures.reading.ignored_in = self.shares_of

    # One picture

    def parts_of(self, picture: str) -> tuple[Rect, ...]:
        """What is left out of a picture, in its pixels."""
        page = self._pictures.page(picture)
        return page.ignored if page is not None else ()

    def shares_of(self, picture: str) -> tuple[Rect, ...]:
        """What is to be left out of a picture that is read now, as shares of its sides."""
        from eyebox_models.text.ignoring import in_shares

        page = self._pictures.page(picture)
        if page is not None:
            return in_shares(page.ignored, page.width, page.height)
        return self.of_session(self._pictures.session)

    def of_session(self, session: str) -> tuple[Rect, ...]:
        """What is left out of pictures of a session that were not read before, as shares of their sides."""
        kept = self._store.get_state(session, IGNORED, [])
        try:
            found = [(float(a), float(b), float(c), float(d)) for a, b, c, d in kept]
        except (TypeError, ValueError):
            return ()
        return tuple((a, b, c, d) for a, b, c, d in found if 0 <= a < c <= 1 and 0 <= b < d <= 1)

    def ignore(self, picture: str, part: Rect) -> None:
        """Leaves the text in a part of a picture out too."""
        self._set(picture, (*self.parts_of(picture), part), self.tr("Ignore a part"))

    def read_again(self, picture: str, *parts: Rect) -> None:
        """Makes what stands in these ignored parts text again."""
        left = tuple(part for part in self.parts_of(picture) if part not in parts)
        self._set(picture, left, self.tr("Ignore a part no more"))

    def apply(self, picture: str, shares: Sequence[Rect]) -> None:
        """Leaves exactly these parts out, given as shares of the picture's sides."""
        from eyebox_models.text.ignoring import in_pixels

        page = self._pictures.page(picture)
        if page is not None:
            self._set(picture, in_pixels(shares, page.width, page.height), self.tr("Ignore parts"))

    def _set(self, picture: str, parts: tuple[Rect, ...], text: str) -> None:
        from eyebox_models.text.ignoring import ignoring

        page = self._pictures.page(picture)
        if page is None or parts == page.ignored:
            return
        step = SetPage(
            self._pictures,
            picture,
            page,
            ignoring(page, parts),
            text,
            lambda now, wanted: ignoring(now, wanted.ignored),
        )
        self._annotations.of(picture).stack.push(step)

    # All pictures of the session

    def apply_to_session(self, shares: tuple[Rect, ...]) -> None:
        """Leaves exactly these parts out of all pictures of the open session, also of those that are read later."""
        session, before = self._pictures.session, self.of_session(self._pictures.session)
        kept: dict[str, tuple[Rect, ...]] = {}

        def do() -> bool:
            self._queue.do(SetState(session, IGNORED, [list(part) for part in shares]))
            self._changes.do(partial(_apply, session, shares, kept), self._show)
            return True

        def take_back() -> bool:
            self._queue.do(SetState(session, IGNORED, [list(part) for part in before]))
            self._changes.do(partial(_give_back, kept), self._show)
            return True

        self._history.do(session, Step(self.tr("Ignore parts in all pictures"), do, take_back))

    def _show(self, changed: Sequence[str]) -> None:
        self._pictures.show_pages_again(changed)
        self.session_done.emit(len(changed))

    # Templates

    def templates(self) -> Templates:
        """The templates by name, none where their file can't be read, which is said."""
        try:
            return templates_in(self._folder)
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return {}

    def save_template(self, name: str, picture: str) -> bool:
        """Keeps what is left out of a picture under a name. Returns whether that worked."""
        return self._save(self.templates() | {name: self.shares_of(picture)})

    def delete_template(self, name: str) -> bool:
        """Deletes a template; what it was applied to stays as it is."""
        return self._save({other: parts for other, parts in self.templates().items() if other != name})

    def _save(self, templates: Templates) -> bool:
        try:
            save_templates(self._folder, templates)
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return False
        return True


def _apply(
    session: str, shares: tuple[Rect, ...], kept: dict[str, tuple[Rect, ...]], store: Store
) -> list[str]:
    """Leaves parts out of all pictures of a session; `kept` gets what was left out before. Returns those that changed."""
    from eyebox_models.text.ignoring import ignoring, in_pixels

    changed = []
    with store.together():
        for picture in store.picture_ids_of(session):
            page = store.page(picture)
            parts = in_pixels(shares, page.width, page.height) if page is not None else ()
            if page is not None and parts != page.ignored:
                kept[picture] = page.ignored
                store.save_page(picture, ignoring(page, parts))
                changed.append(picture)
    return changed


def _give_back(kept: Mapping[str, tuple[Rect, ...]], store: Store) -> list[str]:
    from eyebox_models.text.ignoring import ignoring

    with store.together():
        for picture, parts in kept.items():
            if (page := store.page(picture)) is not None:
                store.save_page(picture, ignoring(page, parts))
    return [*kept]
