"""The page of batches: all of them at the left; how one stands, or a form for a new one, at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QWidget,
)

from eyebox.batch_page import words
from eyebox.batch_page.form import BatchForm
from eyebox.batch_page.rows import PageRows
from eyebox.batches.queue_file import STATES, Row, State
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import (
    ElidedLabel,
    button,
    column,
    hairline,
    label,
    line,
    progress_bar,
    rows_table,
    scrolled,
)
from eyebox.theme.flow import Flow
from eyebox.theme.grown import grown, resize_grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import Sentence, as_tip

if TYPE_CHECKING:
    from eyebox.workspace.batch_info import BatchInfo

SIZE = (1040, 720)
LIST, NARROW_LIST = 280, 200
"""Width of the list of batches, also where the page is narrower than `ROOMY`."""
ROOMY = 900
COLUMNS = (200, 92, 76, 76)
"""Widths of the columns but for the last, which has the rest, and should have `REASON`; the first gives way to that."""
REASON, LEAST_NAME = 160, 110
SENTENCE = 420
WRONG: tuple[State, ...] = ("failed", "set-aside")
Fetch = Callable[[str, int, int, Sequence[State]], list[Row]]


class BatchPage(Retranslated, QDialog):
    """Shows what its setters get. A batch is meant by its name.

    Signals:
        chosen: another batch is looked at. pause_wanted, resume_wanted, retry_wanted, remove_wanted, results_wanted.
        retry_page_wanted: name, source, page (0 for a picture).
        page_wanted: path and page of a picture that is to be opened.
    """

    chosen = Signal(str)
    pause_wanted = Signal(str)
    resume_wanted = Signal(str)
    retry_wanted = Signal(str)
    remove_wanted = Signal(str)
    results_wanted = Signal(str)
    retry_page_wanted = Signal(str, str, int)
    page_wanted = Signal(str, int)

    def __init__(self, theme: Theme, fetch: Fetch, parent: QWidget | None = None) -> None:
        """`fetch` gives some pages of a batch by their place among those in some states."""
        super().__init__(parent)
        self.setObjectName("batches")
        self.setAcceptDrops(True)
        self._fetch = fetch
        self._infos: dict[str, BatchInfo] = {}
        self._shown = ("", -1)
        self._has_chosen = False
        """Whether somebody chose which pages are listed; else those that failed are, where some did."""
        self.new = button("primary")
        self.list = QListWidget()
        self.form = BatchForm(theme)
        self.title = ElidedLabel("title")
        self.about = ElidedLabel("hint")
        self.standing = label()
        self.bar = progress_bar()
        self.problem = label("danger", wrap=True)
        self.videos = label("hint", wrap=True)
        self.note = label("warn", wrap=True)
        self.pause, self.resume, self.results = button(), button("primary"), button("primary")
        self.retry, self.remove = button(), button("quiet")
        self.wrong, self.every = button("chip"), button("chip")
        self.choice = QButtonGroup(self)
        self.rows = PageRows(self)
        self.table = rows_table(self.rows)
        self.open_page, self.retry_page = button(), button()
        self.nothing = label("muted", wrap=True)
        self.empty = Sentence(SENTENCE)
        set_kind(self.empty, "muted")
        self._lay_out()
        self._wire()
        resize_grown(self, *SIZE)
        self.setMinimumSize(720, 460)
        self._retranslate()
        self._show()

    def _lay_out(self) -> None:
        for chip, place in ((self.wrong, 0), (self.every, 1)):
            chip.setCheckable(True)
            self.choice.addButton(chip, place)
        self.wrong.setChecked(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table = self.table
        head = table.horizontalHeader()
        head.setStretchLastSection(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = self._left = QWidget()
        column(
            line(self.new, None, margins=(16, 16, 16, 8)),
            (column((self.list, 1), margins=(8, 0, 8, 8)), 1),
            inside=left,
        )
        details = QWidget()
        column(
            self.title, 2, self.about, 8, self.note, 4, self.standing, 2, self.videos, 6, self.bar, 6, self.problem, 10,
            Flow(self.pause, self.resume, self.results, self.retry, self.remove), 20,
            Flow(self.wrong, self.every), 8,
            (self.table, 1), (self.nothing, 1), 8,
            Flow(self.open_page, self.retry_page),
            inside=details, margins=(24, 20, 24, 20),
        )  # fmt: skip
        waiting = QWidget()
        column(None, (self.empty, 0, Qt.AlignmentFlag.AlignHCenter), None, None, inside=waiting)
        self._parts = QStackedLayout()
        for part in (waiting, scrolled(details), self.form):
            self._parts.addWidget(part)
        line(left, hairline("vline"), (self._parts, 1), inside=self)

    def _wire(self) -> None:
        self.new.clicked.connect(self.show_form)
        self.form.cancelled.connect(self._leave_form)
        self.list.currentItemChanged.connect(self._choose)
        self.choice.idClicked.connect(self._choose_pages)
        for one, wanted in (
            (self.pause, self.pause_wanted), (self.resume, self.resume_wanted), (self.retry, self.retry_wanted),
            (self.remove, self.remove_wanted), (self.results, self.results_wanted),
        ):  # fmt: skip
            one.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit(self.current))
        self.table.activated.connect(self._open_page)
        self.table.installEventFilter(self)
        self.open_page.clicked.connect(self._open_page)
        self.retry_page.clicked.connect(self._retry_page)
        self.table.selectionModel().selectionChanged.connect(self._show_page_buttons)
        QShortcut(QKeySequence.StandardKey.New, self, self.show_form)

    @property
    def current(self) -> str:
        """Name of the batch that is looked at, "" for none."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    # What is shown

    def set_batches(self, infos: Sequence[BatchInfo], current: str = "") -> None:
        """All batches; `current` is looked at from now on, where it is one."""
        wanted = current or self.current
        self._infos = {one.name: one for one in infos}
        names = [str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count())]
        if names != [*self._infos]:
            self.list.blockSignals(True)
            self.list.clear()
            for name in self._infos:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, name)
                self.list.addItem(item)
            self.list.blockSignals(False)
        places = [*self._infos]
        place = places.index(wanted) if wanted in places else 0
        self.list.setCurrentRow(place if places else -1)
        if current:
            self._parts.setCurrentIndex(1)
        self._show()

    def set_batch(self, info: BatchInfo) -> None:
        """How one of them stands by now."""
        if info.name in self._infos:
            self._infos[info.name] = info
            self._show()

    @Slot()
    def show_form(self) -> None:
        """Shows the form for a new batch."""
        self._parts.setCurrentIndex(2)
        self.form.show_problem("")
        self.form.kind.setFocus()

    @Slot()
    def _leave_form(self) -> None:
        self._parts.setCurrentIndex(1 if self._infos else 0)
        (self.list if self._infos else self.new).setFocus()

    def _show(self) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            one = self._infos[str(item.data(Qt.ItemDataRole.UserRole))]
            said = words.standing(one.standing, one.counts, one.per_minute, one.seconds_left)
            item.setText(f"{one.name}\n{said}")
            item.setToolTip(as_tip(one.job.output))
        if self._parts.currentIndex() != 2:
            self._parts.setCurrentIndex(1 if self._infos else 0)
        info = self._infos.get(self.current)
        if info is None:
            return
        self.title.set_whole(info.name)
        parts = [words.kind(info.job.kind), words.model(info.job.model), info.job.output]
        self.about.set_whole(" · ".join(parts))
        self.note.setText(info.job.note)
        self.note.setVisible(bool(info.job.note))
        said = words.standing(info.standing, info.counts, info.per_minute, info.seconds_left)
        self.standing.setText(said)
        at_work = info.standing in ("preparing", "running", "writing")
        self.bar.setVisible(info.standing != "ended")
        self.bar.setRange(0, info.pages if info.standing in ("running", "paused", "elsewhere") else 0)
        self.bar.setValue(info.done)
        self.bar.setAccessibleName(said)
        self.problem.setText(info.problem)
        self.problem.setVisible(bool(info.problem))
        self.videos.setText(
            self.tr("%n video(s) passed over: open a video by itself to choose frames.", "", info.videos)
        )
        self.videos.setVisible(bool(info.videos))
        wrong = sum(info.counts[state] for state in WRONG)
        had_focus = self.pause.hasFocus() or self.resume.hasFocus()
        self.pause.setVisible(at_work)
        self.resume.setVisible(info.standing == "paused")
        if had_focus:
            (
                self.pause if at_work else self.resume if self.resume.isVisibleTo(self) else self.results
            ).setFocus()
        self.results.setVisible(info.standing == "ended" or info.counts["done"] > 0)
        set_kind(self.results, "primary" if info.standing == "ended" else "")
        self.retry.setVisible(bool(wrong) and info.standing != "elsewhere")
        self.remove.setVisible(info.standing != "elsewhere")
        self.wrong.setText(self.tr("Failed: %1").replace("%1", f"{wrong:,}"))
        self.every.setText(self.tr("All pages: %1").replace("%1", f"{info.pages:,}"))
        if not self._has_chosen:
            (self.wrong if wrong else self.every).setChecked(True)
        self._show_rows(anew=self._shown != (info.name, self.choice.checkedId()))

    @Slot()
    def _choose_pages(self) -> None:
        self._has_chosen = True
        self._show_rows(anew=True)

    def _show_rows(self, *, anew: bool) -> None:
        info = self._infos.get(self.current)
        if info is None:
            return
        states = WRONG if self.choice.checkedId() == 0 else STATES
        count = sum(info.counts[state] for state in states)
        name = info.name
        self._shown = (name, self.choice.checkedId())
        self.rows.show_rows(count, lambda first, most: self._fetch(name, first, most, states), anew=anew)
        if anew:
            head = self.table.horizontalHeader()
            for section, width in enumerate(COLUMNS):
                self.table.setColumnWidth(section, max(grown(width), head.sectionSizeHint(section)))
            self._fit_names()
        self.table.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        self._show_page_buttons()

    @Slot()
    def _fit_names(self) -> None:
        """Gives the names of pages less room where the reasons would stand aside otherwise, if something went wrong."""
        head, info = self.table.horizontalHeader(), self._infos.get(self.current)
        wrong = info is not None and any(info.counts[state] for state in WRONG)
        least = head.sectionSizeHint(len(COLUMNS))
        head.resizeSection(len(COLUMNS), least)  # it takes what is left, but never less than it had
        reason = grown(REASON) if wrong else least
        others = sum(self.table.columnWidth(section) for section in range(1, len(COLUMNS)))
        room = self.table.viewport().width() - others - reason
        self.table.setColumnWidth(0, max(min(grown(COLUMNS[0]), room), grown(LEAST_NAME)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width()
        self._left.setFixedWidth(grown(LIST) if wide >= grown(ROOMY) else min(grown(NARROW_LIST), wide // 3))
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._fit_names)  # once what is inside has its new size, too
        return super().eventFilter(watched, event)

    @Slot()
    def _show_page_buttons(self) -> None:
        row = self._row()
        self.open_page.setVisible(self.rows.rowCount() > 0)
        self.retry_page.setVisible(self.rows.rowCount() > 0)
        self.open_page.setEnabled(row is not None)
        self.retry_page.setEnabled(row is not None and row.state in WRONG)

    def _row(self) -> Row | None:
        selected = self.table.selectionModel().selectedRows()
        return self.rows.row(selected[0].row()) if selected else None

    # What is wanted

    @Slot()
    def _choose(self) -> None:
        self._parts.setCurrentIndex(1 if self._infos else 0)
        self._has_chosen = False
        self._show()
        if self.current:
            self.chosen.emit(self.current)

    @Slot()
    def _open_page(self) -> None:
        row = self._row()
        if row is not None:
            self.page_wanted.emit(row.source, row.page or 0)

    @Slot()
    def _retry_page(self) -> None:
        row = self._row()
        if row is not None:
            self.retry_page_wanted.emit(self.current, row.source, row.page or 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped anywhere on the page is for a new batch."""
        self.show_form()
        self.form.sources.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Batches"))
        self.new.setText(self.tr("New batch…"))
        self.list.setAccessibleName(self.tr("Batches"))
        self.pause.setText(self.tr("Pause"))
        self.resume.setText(self.tr("Go on"))
        self.results.setText(self.tr("Open the results"))
        self.retry.setText(self.tr("Try all again"))
        self.remove.setText(self.tr("Remove from the list"))
        self.remove.setToolTip(self.tr("Its results stay"))
        self.open_page.setText(self.tr("Open the picture"))
        self.retry_page.setText(self.tr("Try again"))
        self.table.setAccessibleName(self.tr("Pages of the batch"))
        self.nothing.setText(self.tr("Nothing failed."))
        self.empty.setText(
            self.tr(
                "The same work on many pages: read, ask, find or take out fields of whole folders. "
                "What is done is kept page by page; a batch goes on after a pause, a restart or a crash."
            )
        )
        self._show()
