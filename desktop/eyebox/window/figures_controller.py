"""The pages of figures over the window: counted in the background, copied and saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.window.question import with_ending
from eyebox.workspace.workspace import Workspace
from eyebox_models.files.atomic_write import file_stem, save_file
from eyebox_models.protocol.errors import EyeboxError, Stopped

if TYPE_CHECKING:
    from eyebox.review.figures import FiguresPage
    from eyebox.session.review_summary import Each

Counted = TypeVar("Counted")
PROGRESS_SECONDS = 0.2
FOLDER = "export_folder"
"""Where exports were saved last."""


class FiguresController(QObject):
    """One page of each kind at a time; what it shows is counted when it is opened, until it is closed."""

    _counted = Signal(object, int, int)

    def __init__(self, theme: Theme, workspace: Workspace, notice: Notice, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._workspace = workspace
        self._notice = notice
        self._over = over
        self._has_opened = False
        self._counted.connect(self._on_counted)
        workspace.review.started.connect(self._on_started)
        workspace.review.finished.connect(self._on_finished)
        self._pages: dict[type[FiguresPage], FiguresPage] = {}

    @Slot()
    def open_statistics(self) -> None:
        """The statistics of the open session."""
        from eyebox.formats import statistics_report
        from eyebox.review.statistics import StatisticsPage
        from eyebox.session import statistics

        name, session = self._workspace.sessions.name, self._workspace.sessions.current
        page = StatisticsPage(self._theme, name, self._over)
        self._open(
            page,
            name,
            lambda store, _each: statistics.count(store, session),
            page.show_statistics,
            {"markdown": partial(statistics_report.as_markdown, title=name), "csv": statistics_report.as_csv},
        )

    @Slot()
    def open_summary(self) -> None:
        """The summary of the open session's review."""
        from eyebox.formats import review_report
        from eyebox.review.summary import SummaryPage
        from eyebox.session.review_summary import judged_in, summarize

        name, session = self._workspace.sessions.name, self._workspace.sessions.current
        page = SummaryPage(self._theme, name, self._over)
        self._open(
            page,
            name,
            lambda store, each: summarize(judged_in(store, session, each)),
            page.show_summary,
            {"markdown": partial(review_report.as_markdown, title=name), "csv": review_report.as_csv},
        )

    @Slot()
    def _on_started(self) -> None:
        self._has_opened = False

    @Slot()
    def _on_finished(self) -> None:
        """Opens the summary, once a review: whoever changes a verdict after that is not stopped by it again."""
        if not self._has_opened:
            self._has_opened = True
            self.open_summary()

    def _open(
        self,
        page: FiguresPage,
        name: str,
        count: Callable[[Store, Each], Counted],
        show: Callable[[Counted], object],
        writers: Mapping[str, Callable[[Counted], str]],
    ) -> None:
        """Shows a page in place of one of its kind, and fills it by `show` with what was counted."""
        if (before := self._pages.get(type(page))) is not None and isValid(before):
            before.close()
        self._pages[type(page)] = page
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.show()

        is_closed = Event()
        page.finished.connect(is_closed.set)
        last = time.monotonic()

        def each(done: int, total: int) -> None:
            nonlocal last
            if is_closed.is_set():
                raise Stopped
            if (now := time.monotonic()) - last >= PROGRESS_SECONDS:
                last = now
                self._counted.emit(page, done, total)

        def fill(counted: Counted | None) -> None:
            if counted is None or not isValid(page):
                return
            show(counted)
            self.let_write(page, name, {form: partial(write, counted) for form, write in writers.items()})

        def fail(error: EyeboxError) -> None:
            if isValid(page):
                page.show_sentence(translated(error.sentence))

        try:
            reader = self._workspace.store.for_reading()
        except EyeboxError as error:
            fail(error)
            return

        def work() -> Counted | None:
            with reader:
                try:
                    return count(reader, each)
                except Stopped:
                    return None

        self._workspace.background.run(work, fill, fail)

    @Slot(object, int, int)
    def _on_counted(self, page: FiguresPage, done: int, total: int) -> None:
        if isValid(page) and page.isVisible() and not page.save.isEnabled():
            page.show_progress(done, total)

    def let_write(self, page: FiguresPage, name: str, written: Mapping[str, Callable[[], str]]) -> None:
        """Lets the figures of a page be copied and saved: what they are written as "markdown" and "csv"."""
        page.text_wanted.connect(lambda form: page.put(written[form]().removeprefix("\ufeff")))
        page.save_wanted.connect(partial(self._save, page, name, written))

    def _save(self, page: FiguresPage, name: str, written: Mapping[str, Callable[[], str]]) -> None:
        """Asks for a file and writes the figures into it: as CSV where its name says so, else as Markdown."""
        workspace = self._workspace
        folder = str(workspace.store.get_state("", FOLDER, ""))
        begun = Path(folder if Path(folder).is_dir() else "", f"{file_stem(name)} – {page.windowTitle()}.md")
        filters = ";;".join((self.tr("Markdown (%1)"), self.tr("Table for Excel (%2)")))
        filters = filters.replace("%1", "*.md").replace("%2", "*.csv")
        path, chosen = QFileDialog.getSaveFileName(page, self.tr("Save the figures"), str(begun), filters)
        if path and not path.lower().endswith((".md", ".csv")):
            path = with_ending(page, path, ".csv" if "csv" in chosen else ".md")
        if not path:
            return
        workspace.write_queue.do(SetState("", FOLDER, str(Path(path).parent)))
        text = written["csv" if path.lower().endswith(".csv") else "markdown"]()
        workspace.background.run(
            lambda: save_file(Path(path), text.encode("utf-8", "replace")),
            lambda _none: self._notice.show_notice(self.tr("Saved %1").replace("%1", Path(path).name)),
            lambda error: self._notice.show_error(translated(error.sentence), details=error.detail),
        )
