"""Joins the doctor with its page: looks on a thread of its own, and ends that when nobody looks at it any more."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from eyebox.doctor.check import Check, Sentence
from eyebox.doctor.page import DoctorPage
from eyebox.folders import Folders
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.theme import Theme
from eyebox_models.protocol.errors import EyeboxError, os_reason

Examine = Callable[[Folders, Callable[[Check], None], Event, Callable[[int, int, Sentence], None]], object]


class Doctoring(QObject):
    """Opens the page and tells it what a look finds. Only one look runs; one that is stopped tells nothing more.

    `examine` blocks, tells each Check and how far it is, and returns soon once its event is set; it is the doctor's own
    if none is given.
    """

    _told = Signal(object, object)
    _at = Signal(object, int, int, object)

    def __init__(
        self, theme: Theme, folders: Folders, over: QWidget | None = None, examine: Examine | None = None
    ) -> None:
        super().__init__(over)
        self._theme = theme
        self._folders = folders
        self._over = over
        self._examine = examine
        self._background = Background(self)
        self._page: DoctorPage | None = None
        self._stop: Event | None = None
        self._told.connect(self._on_told)
        self._at.connect(self._on_at)

    @property
    def page(self) -> DoctorPage | None:
        """The page while it is open."""
        return self._page

    @property
    def looking(self) -> bool:
        """Whether a look runs that nobody has stopped."""
        return self._stop is not None

    def open(self) -> None:
        """Shows the page; a fresh one begins to look at once."""
        if self._page is None:
            page = self._page = DoctorPage(self._theme, self._over)
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            page.look_wanted.connect(self.look)
            page.stop_wanted.connect(self.stop)
            page.finished.connect(self._on_closed)
            self.look()
        self._page.show()
        self._page.raise_()
        self._page.activateWindow()

    @Slot()
    def look(self) -> None:
        """Looks anew."""
        page = self._page
        if page is None:
            return
        self._give_up()
        page.begin()
        stop = self._stop = Event()
        self._background.run(
            lambda: self._work(stop),
            lambda _found: self._end(stop),
            lambda error: self._end(stop, translated(error.sentence)),
        )

    @Slot()
    def stop(self) -> None:
        """Ends the look that runs; what it found so far stays on the page."""
        if self._stop is not None:
            self._give_up()
            if self._page is not None:
                self._page.finish(stopped=True)

    def wait(self, milliseconds: int) -> bool:
        """Ends the look that runs and waits for its thread. Returns whether it has ended."""
        self._give_up()
        return self._background.wait(milliseconds)

    def _work(self, stop: Event) -> None:
        """On the thread of the look."""
        examine = self._examine or _own_examine()
        try:
            examine(
                self._folders,
                lambda check: self._told.emit(stop, check),
                stop,
                lambda done, steps, what: self._at.emit(stop, done, steps, what),
            )
        except OSError as error:
            raise EyeboxError(
                "examination-failed",
                "The look was not possible: {reason}.",
                detail=repr(error),
                reason=os_reason(error),
            ) from error

    def _give_up(self) -> None:
        if self._stop is not None:
            self._stop.set()
        self._stop = None

    @Slot(object, object)
    def _on_told(self, look: Event, check: Check) -> None:
        if look is self._stop and self._page is not None:
            self._page.add(check)

    @Slot(object, int, int, object)
    def _on_at(self, look: Event, done: int, steps: int, what: Sentence) -> None:
        if look is self._stop and self._page is not None:
            self._page.set_progress(done, steps, what)

    def _end(self, look: Event, failed: str = "") -> None:
        if look is self._stop:
            self._stop = None
            if self._page is not None:
                self._page.finish(failed=failed)

    @Slot()
    def _on_closed(self) -> None:
        self._give_up()
        self._page = None


def _own_examine() -> Examine:
    from eyebox.doctor.examine import examine

    return examine
